//! The overview from 100 columns on: figures with bars at the left, what needs attention at the right,
//! the checklist and the rest below.

use super::{MOST_FIGURES, Rows, attention_list, first_shown, initiatives_panel, next_meeting};
use crate::app::{State, geometry};
use crate::figures::MetricStanding;
use crate::programme::Section;
use crate::settings::Role;
use crate::text;
use crate::view::pages::chart::{Caption, Flags, Pair};
use crate::view::pages::metrics::{change_cell, shortest_change};
use crate::view::pages::{chart, initiatives, metric_at};
use crate::view::panel::Panel;
use crate::wording::{self, Phrase, Pointer, segment};
use ratatui::layout::Position;

/// From 100 columns: figures with bars at the left, attention and the meeting at the right, the
/// checklist and the rest below.
pub(super) fn draw(state: &State, body: &mut Panel<'_>) -> Option<Position> {
    if body.rows() < 24 {
        return super::normal(state, body);
    }
    let mut rows = Rows { state, cursor: None };
    let edge = body.columns();
    let left = geometry::share(edge, 62);
    let right_from = left + 4;
    let each = if body.rows() >= 48 { 5 } else { 4 };
    let fit = figures_shown(state, body.rows(), each);
    let top_rows = figure_rows(fit, each).max(side_rows(state, body.rows()));
    wide_figures(&mut rows, &mut body.part(0, 0, left, top_rows), fit, each);
    let side = edge.saturating_sub(right_from);
    let attention_rows = top_rows.saturating_sub(MEETING_ROWS);
    {
        let mut panel = body.part(right_from, 0, side, attention_rows);
        let count = state.figures.attention.len();
        panel.heading(0, &format!("Needs attention ({count})"), "");
        let below = attention_rows.saturating_sub(3);
        attention_list(&mut rows, &mut panel.part(0, 2, side, below));
    }
    wide_meeting(&mut rows, &mut body.part(right_from, attention_rows, side, MEETING_ROWS));
    let rest = body.rows().saturating_sub(top_rows + 1);
    wide_below(state, &mut body.part(0, top_rows + 1, edge, rest));
    rows.cursor
}

/// Rows of the next meeting.
const MEETING_ROWS: u16 = 5;

/// Rows that so many figures take, with their heading and the legend.
fn figure_rows(fit: usize, each: u16) -> u16 {
    3 + u16::try_from(fit).unwrap_or(1) * each
}

/// How many figures show: half of the page holds them, and more where the first initiatives have room all the same.
fn figures_shown(state: &State, rows: u16, each: u16) -> usize {
    let programme = &state.good.programme;
    let below = 4 + programme.initiatives.len().min(3);
    let most = programme.metrics.len().min(MOST_FIGURES);
    let in_half = most.min(usize::from((rows / 2).saturating_sub(3) / each)).max(1);
    let fits = |fit: &usize| usize::from(figure_rows(*fit, each)) + 1 + below <= usize::from(rows);
    (in_half..=most).rev().find(fits).unwrap_or(in_half)
}

/// Rows that the right side needs to show the first things that need attention above the meeting.
fn side_rows(state: &State, rows: u16) -> u16 {
    let wanted = u16::try_from(state.figures.attention.len().max(1) * 2).unwrap_or(u16::MAX);
    let most = if rows >= 48 { rows / 4 } else { 6 };
    2 + wanted.min(most) + 1 + MEETING_ROWS
}

fn wide_meeting(rows: &mut Rows<'_>, panel: &mut Panel<'_>) {
    panel.heading(0, "Next meeting", "press 6");
    let Some((when, title)) = next_meeting(rows.state) else {
        panel.text(0, 1, "None to come.", Role::Muted);
        return;
    };
    panel.text(0, 1, &when, Role::Bright);
    rows.mark(rows.meeting_row(), 1, 1, panel);
    let columns = usize::from(panel.columns()).max(1);
    for (y, line) in (2..5).zip(text::wrap(&title, columns)) {
        panel.text(0, y, &line, Role::Text);
    }
}

fn wide_figures(rows: &mut Rows<'_>, panel: &mut Panel<'_>, fit: usize, each: u16) {
    let state = rows.state;
    let total = state.good.programme.metrics.len();
    let shown = first_shown(total, fit, state.row().min(total.saturating_sub(1)));
    let summary = if shown.len() < total {
        format!("{}-{} of {total}, press 2", shown.start + 1, shown.end)
    } else {
        "press 2".to_owned()
    };
    panel.heading(0, "Figures", &summary);
    if total == 0 {
        panel.text(0, 2, &wording::no_figures(&state.good.programme), Role::Muted);
        return;
    }
    let edge = panel.columns();
    let mut y = 2;
    let different = chart::different(state, shown.clone());
    // Beside all names or below all bars: a word beside one of three would seem to be said of that one alone.
    let beside = shown.clone().all(|at| has_room_beside(state, at, panel));
    for at in shown.clone() {
        let caption = figure_head(state, at, (different.contains(&at), beside), y, panel);
        rows.mark(at, y, 1, panel);
        let pair = Pair { thickness: each - 3, caption, flags: Flags::Letters, alone: false };
        chart::pair(state, at, pair, &mut panel.part(0, y + 1, edge, each - 2));
        // What rests on another value than the latest says so.
        let is_dated = metric_at(state, at).is_some_and(|(_, own)| own.judged != own.current);
        let standing = if beside && !is_dated { String::new() } else { standing_below(state, at, panel) };
        panel.text_in(4, y + each - 1, edge.saturating_sub(4), &standing, Role::Muted);
        y += each;
    }
    legend(state, &shown, !different.is_empty(), y, panel);
}

/// The name of a metric, its change and its scale, and whether that had room.
fn figure_head(
    state: &State,
    at: usize,
    (differs, beside): (bool, bool),
    y: u16,
    panel: &mut Panel<'_>,
) -> Caption<'static> {
    let Some((metric, own)) = metric_at(state, at) else { return Caption::Nowhere };
    let edge = panel.columns();
    let change_at = edge.saturating_sub(31);
    let room = name_room(panel);
    let name = metric.short.as_ref().filter(|_| panel.width(&metric.name) > room).unwrap_or(&metric.name);
    let name = format!("{}{name}", state.mark(Pointer::Item(Section::Metrics, at)));
    let taken = panel.text_in(0, y, room, &name, Role::Text);
    if beside && own.standing != MetricStanding::NoTarget {
        panel.right(room.max(taken), y, wording::standing::word(own.standing), Role::Muted);
    }
    // The change is never cut: where both have no room, the scale goes, and the bars with it.
    let captions = own.scale.as_ref().map(|scale| wording::scale::captions(metric, scale, differs));
    let room = (edge - change_at).saturating_sub(shortest_change(own, panel) + 2);
    let caption = captions.and_then(|all| all.within(|words| panel.width(words) <= room));
    let taken = caption.as_ref().map_or(0, |words| panel.right(edge, y, words, Role::Muted) + 2);
    change_cell(own, None, 0, 0, &mut panel.part(change_at, y, (edge - change_at).saturating_sub(taken), 1));
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
fn legend(state: &State, shown: &std::ops::Range<usize>, is_split: bool, y: u16, panel: &mut Panel<'_>) {
    let edge = panel.columns();
    let glyphs = panel.glyphs();
    let aims = state.good.programme.metrics.iter().any(|metric| metric.target.is_some());
    let target = if aims { format!("{} target  ", glyphs.target) } else { String::new() };
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
fn wide_below(state: &State, panel: &mut Panel<'_>) {
    let edge = panel.columns();
    initiatives_panel(state, &mut panel.part(0, 0, edge, 3));
    let programme = &state.good.programme;
    let room = usize::from(panel.rows());
    let count = programme.initiatives.len();
    let mut y = 4;
    let advice = programme.recommendations.len();
    // Recommendations are left out whole where they would leave no room for three initiatives.
    let reserved = if advice > 0 && 4 + count.min(3) + 2 + advice <= room { advice + 2 } else { 0 };
    let list = count.min(room.saturating_sub(4 + reserved));
    // The last row says how many more there are.
    let list = if list < count { list.saturating_sub(1) } else { list };
    for at in state.order.iter().take(list) {
        let (Some(item), Some(own)) = (programme.initiatives.get(*at), state.figures.initiatives.get(*at))
        else {
            continue;
        };
        let mark = state.mark(Pointer::Item(Section::Initiatives, *at));
        initiatives::compact((item, mark), own, y, panel);
        y += 1;
    }
    if list < count {
        panel.right(edge, y, &format!("and {} more, press 3", count - list), Role::Muted);
        y += 1;
    }
    y += 1;
    if usize::from(y) + 1 + advice <= room && advice > 0 {
        panel.part(0, y, edge, 1).heading(0, &format!("Recommendations ({advice})"), "press 4");
        for (at, item) in programme.recommendations.iter().enumerate() {
            let offset = u16::try_from(at + 1).unwrap_or(u16::MAX);
            let title = format!("{}{}", state.mark(Pointer::Item(Section::Recommendations, at)), item.title);
            let standing = wording::recommendation_standing(item, state.figures.today);
            let taken = panel.right(edge, y + offset, &standing, Role::Muted);
            panel.text_in(0, y + offset, 38, &title, Role::Text);
            let advice = item.description.as_deref().unwrap_or("");
            panel.text_in(40, y + offset, edge.saturating_sub(taken + 42), advice, Role::Muted);
        }
        y += u16::try_from(advice).unwrap_or(0) + 2;
    }
    let Some(evaluation) = &programme.evaluation else { return };
    let criteria = evaluation.criteria.len();
    if criteria > 0 && usize::from(y) + 1 + criteria <= room {
        panel.part(0, y, edge, 1).heading(0, &format!("Evaluation ({criteria})"), "press 5");
        for (at, item) in evaluation.criteria.iter().enumerate() {
            let offset = u16::try_from(at + 1).unwrap_or(u16::MAX);
            let title = format!("{}{}", state.mark(Pointer::Item(Section::Evaluation, at)), item.title);
            panel.text_in(0, y + offset, 38, &title, Role::Text);
            panel.text(40, y + offset, &item.improvement, Role::Muted);
        }
    }
}
