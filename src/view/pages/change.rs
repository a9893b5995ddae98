//! The change of a metric in a row: arrow and words, as long as there is room for them.

use crate::app::{Question, State};
use crate::figures::{ChangeKind, Favour, MetricFigures};
use crate::settings::{Glyphs, Role};
use crate::view::look::Alphabet;
use crate::view::panel::Panel;
use crate::wording::{self, Phrase, segment};
use rust_decimal::Decimal;

/// Arrow and change in the longest form that fits; the arrow says which way, `!` and the role say that it is the
/// wrong one.
/// Returns the columns it took.
pub(super) fn change_cell(
    own: &MetricFigures,
    since: Option<&str>,
    x: u16,
    y: u16,
    panel: &mut Panel<'_>,
) -> u16 {
    let room = panel.columns().saturating_sub(x);
    let all = change_words(own, since, panel.glyphs());
    panel.text(x, y, &panel.longest(&all, room), change_role(own))
}

/// The same in its shortest form, so that all rows of a list say it alike; why there is none where it fits.
pub(super) fn short_change(own: &MetricFigures, x: u16, y: u16, panel: &mut Panel<'_>) {
    if matches!(own.change.kind, ChangeKind::Undefined(_)) {
        change_cell(own, None, x, y, panel);
        return;
    }
    let all = change_words(own, None, panel.glyphs());
    panel.text(x, y, &all.shortest(), change_role(own));
}

fn change_role(own: &MetricFigures) -> Role {
    match (&own.change.kind, own.favour == Favour::Adverse) {
        (_, true) => Role::Bad,
        (ChangeKind::Undefined(_), false) => Role::Muted,
        (_, false) => Role::Text,
    }
}

/// Arrow and change, and what it is counted from.
pub(super) fn change_words(own: &MetricFigures, since: Option<&str>, glyphs: &Glyphs) -> Phrase {
    let arrow = match &own.change.kind {
        ChangeKind::Points(delta) | ChangeKind::Amount { delta, .. } if *delta > Decimal::ZERO => glyphs.up,
        ChangeKind::Points(_) | ChangeKind::Amount { .. } => glyphs.down,
        ChangeKind::Same | ChangeKind::Step(..) | ChangeKind::Undefined(_) => "",
    };
    let end = if own.favour == Favour::Adverse { " !" } else { "" };
    let arrow = if arrow.is_empty() { String::new() } else { format!("{arrow} ") };
    let long = wording::change::long(&own.change, own.decimals);
    let short = wording::change::short(&own.change, own.decimals);
    let words = match since {
        Some(_) => segment(&long).or(1, &short).or(2, long).or(3, short),
        None => segment(long).or(3, short),
    };
    // The words of a scale can be long; both stand beside it, so that it changed is enough.
    let is_step = matches!(own.change.kind, ChangeKind::Step(..));
    let words = if is_step { words.or(4, "changed") } else { words };
    let since = since.map(|since| format!(" {since}")).unwrap_or_default();
    Phrase::new([segment(arrow), words, segment(end), segment(since).goes(2)])
}

/// The columns of a change in its shortest form; of one that is not defined, with its reason.
pub(super) fn shortest_change(own: &MetricFigures, panel: &Panel<'_>) -> u16 {
    let words = change_words(own, None, panel.glyphs());
    let is_undefined = matches!(own.change.kind, ChangeKind::Undefined(_));
    panel.width(&if is_undefined { words.whole() } else { words.shortest() })
}

/// Columns of a reason that all rows make room for, such as `n/a (no 2022)`.
const SHORT_REASON: u16 = 14;

/// The columns that the changes of all metrics need in their shortest form.
pub(super) fn change_width(state: &State, letters: Alphabet) -> u16 {
    *state.ask(ChangeWidth(letters))
}

/// How wide are the changes of all metrics in these letters?
#[derive(PartialEq)]
struct ChangeWidth(Alphabet);

impl Question for ChangeWidth {
    type Answer = u16;

    fn answer(&self, state: &State) -> u16 {
        let letters = self.0;
        let shortest = |own: &MetricFigures| {
            let words = change_words(own, None, letters.glyphs());
            // The longest is the reason; a short one is worth its columns.
            let is_undefined = matches!(own.change.kind, ChangeKind::Undefined(_));
            let reason =
                Some(letters.width(&words.whole())).filter(|wide| is_undefined && *wide <= SHORT_REASON);
            reason.unwrap_or_else(|| letters.width(&words.shortest()))
        };
        state.figures().metrics.iter().map(shortest).max().unwrap_or(0)
    }
}
