//! Metrics: every metric as a pair of bars, the period before above the latest.
//!
//! The richest form in which all metrics fit is chosen; where none does, the plainest scrolls.

mod head;

use super::change::{change_cell, change_width, change_words, short_change};
use super::chart::{self, AllMetrics, Caption, LevelForm, PairForm};
use crate::app::State;
use crate::app::geometry::{self, Width, width};
use crate::figures::compared;
use crate::programme::Section;
use crate::settings::Role;
use crate::text;
use crate::view::layout;
use crate::view::list::List;
use crate::view::panel::Panel;
use crate::wording::{self, Phrase, Pointer, segment};
use ratatui::layout::Position;

/// How one metric is drawn.
#[derive(Debug, Clone, Copy)]
struct MetricForm {
    /// Rows of the latest bar.
    thickness: u16,
    /// Rows of the axis: 2 with its line, 1 for the numbers at its ends, 0 where words say the scale.
    axis: u16,
    /// Blank rows after each metric.
    gap: u16,
}

impl MetricForm {
    /// Forms from rich to plain.
    const ALL: [Self; 6] = [
        Self { thickness: 3, axis: 2, gap: 2 },
        Self { thickness: 2, axis: 2, gap: 2 },
        Self { thickness: 2, axis: 2, gap: 1 },
        Self { thickness: 1, axis: 2, gap: 1 },
        Self { thickness: 1, axis: 1, gap: 0 },
        Self { thickness: 1, axis: 0, gap: 0 },
    ];

    const fn rows(self) -> u16 {
        2 + self.thickness + self.axis + self.gap
    }

    /// The richest form in which `count` metrics fit into `room` rows; else the one that scrolls.
    fn choose(count: usize, room: u16) -> Self {
        let count = u16::try_from(count).unwrap_or(u16::MAX);
        let fits = |form: &&Self| form.rows().saturating_mul(count).saturating_sub(form.gap) <= room;
        Self::ALL.iter().find(fits).copied().unwrap_or(Self { thickness: 1, axis: 1, gap: 0 })
    }
}

/// Draws the metrics; from 160 columns with the chosen one in full at the right.
pub(in crate::view) fn draw(state: &State, body: &mut Panel<'_>) -> Option<Position> {
    if state.programme().metrics.is_empty() {
        return Some(super::empty(
            state,
            "metrics",
            &["- { name: Joint exercises, values: { 2022: 3, 2023: 5 } }"],
            body,
        ));
    }
    match width(body.columns() + 4) {
        Width::Narrow => narrow(state, body),
        Width::Normal | Width::Wide => list(state, body),
        Width::Wall => {
            let wide = geometry::share(body.columns(), 54);
            let [left, right] = layout::beside(state, body.area, wide, 4);
            let cursor = list(state, &mut body.inside(left));
            beside(state, &mut body.inside(right));
            cursor
        }
    }
}

fn list(state: &State, body: &mut Panel<'_>) -> Option<Position> {
    let count = state.programme().metrics.len();
    let room = body.rows().saturating_sub(1);
    let form = MetricForm::choose(count, room);
    let shown = List::even(form.rows(), count, Some(state.row())).within(room + form.gap);
    let different = chart::different(state, shown.items.clone());
    let (cursor, _) =
        shown.draw(0, body, |at, _, panel| metric(state, at, form, different.contains(&at), panel));
    let last = &mut body.part(0, room, body.columns(), 1);
    legend(state, (&shown.items, !different.is_empty()), last, &shown.position());
    cursor
}

/// A metric: its heading, its bars, and what there is to say of them.
fn metric(state: &State, at: usize, form: MetricForm, differs: bool, panel: &mut Panel<'_>) {
    let Some((metric, own)) = super::metric_at(state, at) else { return };
    let own = &compared(metric, own, state.view.since);
    let since = wording::change::since(state.view.since, metric, own.first);
    let (columns, bars) = (panel.columns().saturating_sub(head::INDENT), form.rows() - 1 - form.gap);
    let draw = |caption, panel: &mut Panel<'_>| {
        let pair = PairForm { thickness: form.thickness, caption, level: LevelForm::Letter, alone: false };
        chart::pair(state, at, pair, &mut panel.part(head::INDENT, 1, columns, bars))
    };
    // Words above give the ends of the scale where there is no axis: they come first, and the bars only if
    // there was room. With an axis the bars come first, and what is said of them only if there are any.
    let has_axis = form.axis > 0;
    let has_bars = !has_axis || draw(Caption::Axis(form.axis, &[]), panel);
    let captions = head::captions((metric, own), has_axis, differs && has_bars);
    let remarks = head::remarks(metric, own, has_bars, panel.glyphs());
    let mark = state.mark(Pointer::Item(Section::Metrics, at));
    let said = head::head((metric, mark, own), (&captions, &remarks), since.as_deref(), panel);
    if !has_axis {
        draw(if said { Caption::Written } else { Caption::Nowhere }, panel);
    }
}

/// Where the values of compact rows end, so that the change behind them is never cut.
pub(super) fn values_end(state: &State, panel: &Panel<'_>) -> u16 {
    // A change that is wider moves the values of its own row.
    panel.columns().saturating_sub(change_width(state, panel.look.alphabet()).min(13) + 1).min(30)
}

/// The last row: which bar is which, and what all bars keep to.
fn legend(
    state: &State,
    (shown, is_split): (&std::ops::Range<usize>, bool),
    row: &mut Panel<'_>,
    position: &str,
) {
    let glyphs = row.glyphs();
    let taken = if position.is_empty() { 0 } else { row.right(row.columns(), 0, position, Role::Muted) + 2 };
    let Some((now, before)) = &state.figures().periods else { return };
    let together = state.ask(AllMetrics);
    let (latest, earlier) = if together.is_of_one_period {
        (now.label.as_str(), before.as_ref().map(|before| before.label.as_str()))
    } else {
        ("latest", Some("the year before"))
    };
    let earlier = earlier.map(|label| format!("{} {label}   ", glyphs.thin)).unwrap_or_default();
    let target = if together.has_target { format!("{} target   ", glyphs.target) } else { String::new() };
    let head = format!("{earlier}{} {latest}   {target}", glyphs.thick);
    let scales = match (together.shares_scales, is_split) {
        (true, false) => "same unit, same scale; every bar starts at zero",
        (true, true) => "same unit, same scale but where it says different; every bar starts at zero",
        (false, _) => "each metric has its own scale; every bar starts at zero",
    };
    let room = row.columns().saturating_sub(taken);
    let own = if is_split { wording::scale::brief_meaning() + "   " } else { String::new() };
    let flags = chart::flag_legend(state, shown, "   ");
    let words = Phrase::new([
        segment(&head).or(5, target).or(6, &head),
        segment(flags).goes(6),
        segment("pp = percentage points   ").goes(1),
        segment("").or(2, &own).goes(4).or(6, own),
        segment(scales).or(2, "every bar starts at zero").goes(3),
    ]);
    let has_room = |form: &str| !form.is_empty() && text::width(form.trim_end()) <= usize::from(room);
    row.text_in(0, 0, room, &words.otherwise(head).fitting(has_room), Role::Muted);
}

/// Below 60 columns: the chosen metric with its bars, then all of them in one row each.
fn narrow(state: &State, body: &mut Panel<'_>) -> Option<Position> {
    let columns = body.columns();
    if let Some((metric, own)) = super::metric_at(state, state.row()) {
        let mark = state.mark(Pointer::Item(Section::Metrics, state.row()));
        body.text(0, 0, &format!("{mark}{}", metric.name), Role::Bright);
        let captions = own.alone.as_ref().map(|scale| wording::scale::captions(metric, scale, false));
        let room = columns.saturating_sub(change_cell(own, None, 0, 1, body) + 2);
        let caption = captions.and_then(|all| all.within(|words| body.width(words) <= room));
        if let Some(words) = &caption {
            body.right(columns, 1, words, Role::Muted);
        }
        let remark = body.longest(&wording::standing::remark(metric, own), columns);
        body.text(0, 2, &remark, Role::Muted);
        let caption = if caption.is_some() { Caption::Written } else { Caption::Nowhere };
        chart::pair(
            state,
            state.row(),
            PairForm { thickness: 1, caption, level: LevelForm::Letter, alone: true },
            &mut body.part(0, 3, columns, 2),
        );
    }
    let top = 6;
    body.rule(top - 1);
    let list = List::even(1, state.programme().metrics.len(), Some(state.row())).without_sign();
    let shown = list.within(body.rows().saturating_sub(top));
    shown.say(top - 1, body);
    let end = values_end(state, body);
    shown.draw(top, body, |at, _, panel| compact(state, at, (end, 0), panel)).0
}

/// One metric in 40 columns: short name, both values, change. Where they have no room beside each other the value
/// before goes first, then the change; a number is never cut.
pub(super) fn compact(state: &State, at: usize, (end, y): (u16, u16), body: &mut Panel<'_>) {
    const NAME: u16 = 6;
    let Some((metric, own)) = super::metric_at(state, at) else { return };
    let mark = state.mark(Pointer::Item(Section::Metrics, at));
    let name = format!("{mark}{}", metric.short.as_ref().unwrap_or(&metric.name));
    let other = chart::other_period(state, metric, own).unwrap_or_default();
    let least = body.width(&name).min(NAME) + body.width(&other);
    let shortest = body.width(&change_words(own, None, body.glyphs()).shortest());
    let end = end.min(body.columns().saturating_sub(shortest + 1));
    let [before, current] = chart::levels((metric, own), end.saturating_sub(least + 5), body);
    let fits = body.width(&current) + least < end;
    let end = if fits { end } else { body.columns() };
    let taken = body.right(end, y, &current, Role::Bright);
    let mut room = end.saturating_sub(taken + 1);
    // In words: a sign between two numbers reads as which of them is larger.
    let arrow_at = end.saturating_sub(taken.max(4) + 3);
    if fits && body.width(&before) + least + 2 <= arrow_at {
        body.text(arrow_at, y, "to", Role::Muted);
        let before = body.right(arrow_at.saturating_sub(1), y, &before, Role::Muted);
        room = arrow_at.saturating_sub(before + 2);
    }
    chart::named(state, &name, (metric, own), &mut body.part(0, y, room, 1));
    if fits {
        short_change(own, end + 1, y, body);
    }
}

/// From 160 columns: the facts of the chosen metric and its years as columns.
fn beside(state: &State, panel: &mut Panel<'_>) {
    let at = state.view.beside.unwrap_or_else(|| state.row());
    let Some((metric, own)) = super::metric_at(state, at) else { return };
    panel.heading(0, &metric.name, "Enter opens it");
    let facts = wording::metric_facts(metric, own, state.programme());
    let (columns, rows) = (panel.columns(), panel.rows());
    let y = 2 + super::sheet::facts(&facts, &mut panel.part(0, 2, columns, (rows / 2).saturating_sub(2)));
    let rows = rows.saturating_sub(y + 1).min(26);
    chart::columns(metric, own, None, &mut panel.part(0, y + 1, columns, rows));
}
