//! The overview from 100 columns on: figures with bars at the left, what needs attention at the right,
//! the checklist and the rest below.

use super::figures::MOST;
use super::panels;
use crate::app::{State, Tab, geometry};
use crate::figures::MetricStanding;
use crate::programme::Section;
use crate::settings::Role;
use crate::text;
use crate::view::layout::{beside, down};
use crate::view::list::{Cell, Column, Columns, List};
use crate::view::pages::change::{change_cell, shortest_change};
use crate::view::pages::chart::{AllMetrics, Caption, LevelForm, PairForm};
use crate::view::pages::{chart, initiatives, metric_at};
use crate::view::panel::Panel;
use crate::wording::{self, Phrase, Pointer, segment};
use ratatui::layout::{Constraint, Position};
use std::ops::Range;

/// From 100 columns: figures with bars at the left, attention and the meeting at the right, the
/// checklist and the rest below.
pub(super) fn draw(state: &State, body: &mut Panel<'_>) -> Option<Position> {
    let each = if body.rows() >= 48 { 5 } else { 4 };
    let fit = figures_shown(state, body.rows(), each);
    let top = figure_rows(fit, each).max(side_rows(state, body.rows()));
    let [top, below] = down(state, body.area, 1, [Constraint::Length(top), Constraint::Fill(1)]);
    let [left, right] = beside(state, top, geometry::share(body.columns(), 62), 4);
    let side = [Constraint::Fill(1), Constraint::Length(MEETING_ROWS)];
    let [attention, meeting] = down(state, right, 0, side);
    let cursor = figures(state, &mut body.inside(left), fit, each);
    let mut panel = body.inside(attention);
    panel.heading(0, &format!("Needs attention ({})", state.figures().attention.len()), "");
    let (columns, rows) = (panel.columns(), panel.rows().saturating_sub(3));
    let cursor = cursor.or(panels::attention(state, &mut panel.part(0, 2, columns, rows)));
    let cursor = cursor.or(next_meeting(state, &mut body.inside(meeting)));
    rest(state, &mut body.inside(below));
    cursor
}

/// Rows of the next meeting.
const MEETING_ROWS: u16 = 5;

/// Rows that so many figures take, with their heading and the legend.
fn figure_rows(fit: usize, each: u16) -> u16 {
    3 + u16::try_from(fit).unwrap_or(1) * each
}

/// How many figures show: half of the page holds them, and more where the first initiatives have room all the same.
fn figures_shown(state: &State, rows: u16, each: u16) -> usize {
    let programme = state.programme();
    let below = 4 + programme.initiatives.len().min(3);
    let most = programme.metrics.len().min(MOST);
    let in_half = most.min(usize::from((rows / 2).saturating_sub(3) / each)).max(1);
    let fits = |fit: &usize| usize::from(figure_rows(*fit, each)) + 1 + below <= usize::from(rows);
    (in_half..=most).rev().find(fits).unwrap_or(in_half)
}

/// Rows that the right side needs to show the first things that need attention above the meeting.
fn side_rows(state: &State, rows: u16) -> u16 {
    let wanted = u16::try_from(state.figures().attention.len().max(1) * 2).unwrap_or(u16::MAX);
    let most = if rows >= 48 { rows / 4 } else { 6 };
    2 + wanted.min(most) + 1 + MEETING_ROWS
}

fn next_meeting(state: &State, panel: &mut Panel<'_>) -> Option<Position> {
    panel.heading(0, "Next meeting", "press 6");
    let Some((when, title)) = panels::next_meeting(state) else {
        panel.text(0, 1, "None to come.", Role::Muted);
        return None;
    };
    panel.text(0, 1, &when, Role::Bright);
    let columns = usize::from(panel.columns()).max(1);
    panel.lines(0, 2, &text::wrap(&title, columns), Role::Text);
    panels::mark_meeting(state, 1, panel)
}

fn figures(state: &State, panel: &mut Panel<'_>, fit: usize, each: u16) -> Option<Position> {
    let total = state.programme().metrics.len();
    let shown = List::even(each, total, Some(state.row())).without_sign().scrolled(fit);
    let summary =
        if shown.is_whole() { "press 2".to_owned() } else { format!("{}, press 2", shown.position()) };
    panel.heading(0, "Figures", &summary);
    if total == 0 {
        panel.text(0, 2, &wording::no_figures(state.programme()), Role::Muted);
        return None;
    }
    let different = chart::different(state, shown.items.clone());
    // Beside all names or below all bars: a word beside one of three would seem to be said of that one alone.
    let beside = shown.items.clone().all(|at| has_room_beside(state, at, panel));
    let (cursor, y) = shown.draw(2, panel, |at, _, panel| {
        let caption = figure_head(state, at, (different.contains(&at), beside), panel);
        let pair = PairForm { thickness: each - 3, caption, level: LevelForm::Letter, alone: false };
        let edge = panel.columns();
        chart::pair(state, at, pair, &mut panel.part(0, 1, edge, each - 2));
        // What rests on another value than the latest says so.
        let is_dated = metric_at(state, at).is_some_and(|(_, own)| own.judged != own.current);
        let standing = if beside && !is_dated { String::new() } else { standing_below(state, at, panel) };
        panel.text(4, each - 1, &standing, Role::Muted);
    });
    legend(state, &shown.items, !different.is_empty(), y, panel);
    cursor
}

/// The name of a metric, its change and its scale, and whether that had room.
fn figure_head(
    state: &State,
    at: usize,
    (differs, beside): (bool, bool),
    panel: &mut Panel<'_>,
) -> Caption<'static> {
    let Some((metric, own)) = metric_at(state, at) else { return Caption::Nowhere };
    let edge = panel.columns();
    let change_at = edge.saturating_sub(31);
    let room = name_room(panel);
    let name = panel.name(&metric.name, metric.short.as_deref(), room);
    let name = format!("{}{name}", state.mark(Pointer::Item(Section::Metrics, at)));
    let taken = panel.text_in(0, 0, room, &name, Role::Text);
    if beside && own.standing != MetricStanding::NoTarget {
        panel.right(room.max(taken), 0, wording::standing::word(own.standing), Role::Muted);
    }
    // The change is never cut: where both have no room, the scale goes, and the bars with it.
    let captions = own.scale.as_ref().map(|scale| wording::scale::captions(metric, scale, differs));
    let room = (edge - change_at).saturating_sub(shortest_change(own, panel) + 2);
    let caption = captions.and_then(|all| all.within(|words| panel.width(words) <= room));
    let taken = caption.as_ref().map_or(0, |words| panel.right(edge, 0, words, Role::Muted) + 2);
    change_cell(own, None, 0, 0, &mut panel.part(change_at, 0, (edge - change_at).saturating_sub(taken), 1));
    if caption.is_some() { Caption::Written } else { Caption::Nowhere }
}

/// Columns before the change of a metric.
fn name_room(panel: &Panel<'_>) -> u16 {
    panel.columns().saturating_sub(33)
}

/// Whether where a metric stands has room beside its whole name, or need not be said.
fn has_room_beside(state: &State, at: usize, panel: &Panel<'_>) -> bool {
    let Some((metric, own)) = metric_at(state, at) else { return true };
    let word = wording::standing::word(own.standing);
    let mark = state.mark(Pointer::Item(Section::Metrics, at));
    let taken = panel.width(mark) + panel.width(&metric.name) + 2 + panel.width(word);
    own.standing == MetricStanding::NoTarget || taken <= name_room(panel)
}

/// Where a metric stands and what that rests on, for the row under its bars where its name leaves no room.
fn standing_below(state: &State, at: usize, panel: &Panel<'_>) -> String {
    let Some((metric, own)) = metric_at(state, at) else { return String::new() };
    if own.standing == MetricStanding::NoTarget {
        return String::new();
    }
    // Without a target the bars are all that it rests on.
    if metric.target.is_none() {
        return wording::standing::word(own.standing).to_owned();
    }
    wording::standing::remark(metric, own).fitting(|form| panel.width(form) + 4 <= panel.columns())
}

/// The last row of the figures: what their marks stand for.
fn legend(state: &State, shown: &Range<usize>, is_split: bool, y: u16, panel: &mut Panel<'_>) {
    let edge = panel.columns();
    let glyphs = panel.glyphs();
    let target =
        if state.ask(AllMetrics).has_target { format!("{} target  ", glyphs.target) } else { String::new() };
    let is_cut =
        shown.clone().any(|at| metric_at(state, at).is_some_and(|(metric, own)| chart::is_cut(metric, own)));
    let cut = if is_cut { format!("{} past the scale  ", glyphs.beyond_right) } else { String::new() };
    let own = if is_split { wording::scale::brief_meaning() + "  " } else { String::new() };
    let bars = format!("{} before  {} latest  {target}{cut}{own}", glyphs.thin, glyphs.thick);
    let change = format!("{}{} change", glyphs.up, glyphs.down);
    let flags = chart::flag_legend(state, shown, "  ");
    let words = Phrase::new([
        segment(&flags).or(3, target).goes(4),
        segment(&bars).or(3, flags).or(4, bars),
        segment(&change).goes(2).or(4, change).goes(5),
        segment("  pp percentage points").goes(1),
    ]);
    let words = words.fitting(|form| !form.is_empty() && panel.width(form.trim_end()) <= edge);
    panel.text(0, y, words.trim_end(), Role::Muted);
}

/// The checklist in one row each, the recommendations and, where there is room, the criteria.
fn rest(state: &State, panel: &mut Panel<'_>) {
    let edge = panel.columns();
    panels::initiatives(state, &mut panel.part(0, 0, edge, 3));
    let programme = state.programme();
    let room = usize::from(panel.rows());
    let count = programme.initiatives.len();
    let mut y = 4;
    let advice = programme.recommendations.len();
    // Recommendations are left out whole where they would leave no room for three initiatives.
    let reserved = if advice > 0 && 4 + count.min(3) + 2 + advice <= room { advice + 2 } else { 0 };
    let list = count.min(room.saturating_sub(4 + reserved));
    // The last row says how many more there are.
    let list = if list < count { list.saturating_sub(1) } else { list };
    let columns = initiatives::compact_columns(state, panel.columns());
    for at in state.view.order.iter().take(list) {
        let own = programme.initiatives.get(*at).zip(state.figures().initiatives.get(*at));
        let Some((item, own)) = own else { continue };
        let mark = state.mark(Pointer::Item(Section::Initiatives, *at));
        initiatives::compact((item, mark), own, (&columns, y), panel);
        y += 1;
    }
    if list < count {
        panel.right(edge, y, &format!("and {} more, press 3", count - list), Role::Muted);
        y += 1;
    }
    let advice = programme.recommendations.iter().map(|item| {
        let standing = wording::recommendation_standing(item, state.figures().today);
        (item.title.as_str(), item.description.as_deref().unwrap_or_default(), standing)
    });
    y = titles(state, Section::Recommendations, advice, y + 1, panel);
    let criteria = programme.evaluation.as_ref().map_or(&[][..], |evaluation| &evaluation.criteria);
    let criteria = criteria.iter().map(|item| (&*item.title, &*item.improvement, String::new()));
    titles(state, Section::Evaluation, criteria, y, panel);
}

/// The columns of items that are named in passing: title, what is said of it, where it stands.
const TITLES: [Column<'static>; 3] = [
    Column::within(0, "", Constraint::Length(38)),
    Column::left(2, "", Constraint::Fill(1)),
    Column::right(2, "", Constraint::Length(20)),
];

/// The items of a section in one row each under its heading, if all of them have room; the row for what follows.
fn titles<'a>(
    state: &State,
    section: Section,
    items: impl ExactSizeIterator<Item = (&'a str, &'a str, String)>,
    y: u16,
    panel: &mut Panel<'_>,
) -> u16 {
    let number = items.len();
    let end = u16::try_from(number).unwrap_or(u16::MAX).saturating_add(y).saturating_add(1);
    if number == 0 || end > panel.rows() {
        return y;
    }
    let title = Tab::of(section).map(Tab::title).unwrap_or_default();
    let key = state.key_to(Pointer::Item(section, 0));
    panel.heading(y, &format!("{title} ({number})"), &format!("press {key}"));
    let columns = Columns::new(state, panel.columns(), TITLES);
    for ((at, (title, said, standing)), y) in items.enumerate().zip(y + 1..) {
        let mark = state.mark(Pointer::Item(section, at));
        let cells = [
            Cell::name(mark, title, None, Role::Text),
            Cell::new(said, Role::Muted),
            Cell::new(&standing, Role::Muted),
        ];
        columns.row(cells, y, panel);
    }
    end + 1
}
