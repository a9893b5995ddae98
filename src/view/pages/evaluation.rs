//! Evaluation: criteria, what is to improve, and the scores the file gives. No score is inferred.

use crate::app::State;
use crate::app::geometry::{Width, width};
use crate::figures::{CriterionFigures, number};
use crate::programme::{Criterion, Evaluation, Observation, Section};
use crate::settings::Role;
use crate::text;
use crate::view::panel::Panel;
use crate::view::window::{position, window};
use crate::wording::{self, Pointer};
use ratatui::layout::Position;
use rust_decimal::prelude::ToPrimitive;

/// Cells of a score's bar.
pub(super) const SCORE_BAR: u16 = 10;

/// Columns of the table: where the improvement begins, and how wide the score is.
struct Columns {
    improvement: u16,
    score: u16,
    narrow: bool,
}

/// The head of the scores.
const SCORE: &str = "Score";

/// Draws the criteria and what stands under them.
pub(in crate::view) fn draw(state: &State, body: &mut Panel<'_>) -> Option<Position> {
    let Some(evaluation) = &state.good.programme.evaluation else {
        return Some(super::empty(
            state,
            "evaluation",
            &["criteria:", "  - { title: Readiness, improvement: More varied scenarios }"],
            body,
        ));
    };
    let notes = notes(evaluation, usize::from(body.columns()));
    let room_for_notes = u16::try_from(notes.len()).unwrap_or(u16::MAX);
    let narrow = width(body.columns()) == Width::Narrow;
    let head = if narrow { 0 } else { 2 };
    let score = score_columns(evaluation, narrow, body);
    let titles = evaluation.criteria.iter().map(|item| body.width(&item.title)).max().unwrap_or(0);
    let improvement = if narrow { 2 } else { (titles + 6).min(body.columns() / 3).max(28) };
    let columns = Columns { improvement, score, narrow };
    let heights: Vec<u16> =
        evaluation.criteria.iter().map(|item| height(item, body.columns(), &columns)).collect();
    let all: u16 = heights.iter().fold(0, |sum, height| sum.saturating_add(*height));
    let list_rows = if all.saturating_add(head + room_for_notes) <= body.rows() {
        all
    } else if body.rows() > head + room_for_notes + 6 {
        body.rows() - head - room_for_notes
    } else {
        body.rows().saturating_sub(head)
    };
    if !narrow {
        header(evaluation, body, &columns);
    }
    let list_rows = if narrow { super::list_room(&heights, list_rows) } else { list_rows };
    let shown = window(&heights, state.row(), list_rows);
    let mut cursor = None;
    let mut y = head;
    for at in shown.clone() {
        let (Some(item), Some(height)) = (evaluation.criteria.get(at), heights.get(at)) else { continue };
        let selected = at == state.row();
        let mark = state.mark(Pointer::Item(Section::Evaluation, at));
        let own = state.figures.criteria.get(at);
        criterion((item, mark), (evaluation, own), y, selected, &columns, body);
        if selected {
            cursor = Some(body.cursor(y));
        }
        y += height;
    }
    if narrow {
        super::say_position(&position(&shown, heights.len()), body);
    } else {
        super::say_on_rule(&position(&shown, heights.len()), 1, body);
    }
    if y.saturating_add(room_for_notes) <= body.rows() {
        for (offset, (line, heading)) in (0_u16..).zip(&notes) {
            if *heading {
                body.heading(y + offset, line, "");
            } else {
                body.text(0, y + offset, line, Role::Text);
            }
        }
        y += room_for_notes;
    }
    let meanings = meanings(evaluation);
    let is_said = !narrow && score_head(&meanings, &columns, body).len() > SCORE.len();
    if !is_said && y < body.rows() && body.width(&meanings) <= body.columns() {
        body.text(0, body.rows().saturating_sub(1), &meanings, Role::Muted);
    }
    cursor
}

/// What the letters behind the scores stand for.
fn meanings(evaluation: &Evaluation) -> String {
    let flags = evaluation.criteria.iter().flat_map(|item| &item.scores).map(|score| score.flag);
    wording::value::flag_meanings(flags).join(", ")
}

/// The columns of the widest score, so that none is cut: its words, and where there is room its period and its bar.
fn score_columns(evaluation: &Evaluation, narrow: bool, body: &Panel<'_>) -> u16 {
    let scores = evaluation.criteria.iter().flat_map(|item| &item.scores);
    let wide = scores.map(|score| {
        let words = body.width(&wording::score_words(score, evaluation));
        if narrow { words } else { body.width(&score.period.label).min(7) + SCORE_BAR + 2 + words }
    });
    wide.max().unwrap_or(0).max(if narrow { 10 } else { 24 })
}

fn header(evaluation: &Evaluation, body: &mut Panel<'_>, columns: &Columns) {
    let edge = body.columns();
    body.text(2, 0, "Criterion", Role::Muted);
    body.text(columns.improvement, 0, "To improve", Role::Muted);
    body.right(edge, 0, &score_head(&meanings(evaluation), columns, body), Role::Muted);
    body.repeat(0, 1, edge, body.glyphs().horizontal, Role::Rule);
}

/// The head of the scores, with what their letters mean where that has room.
fn score_head(meanings: &str, columns: &Columns, body: &Panel<'_>) -> String {
    let whole = format!("{SCORE} ({meanings})");
    let room = body.columns().saturating_sub(columns.improvement + 12);
    if meanings.is_empty() || body.width(&whole) > room { SCORE.to_owned() } else { whole }
}

fn improvement_columns(body: u16, columns: &Columns) -> usize {
    let score = if columns.narrow { 0 } else { columns.score + 2 };
    usize::from(body.saturating_sub(columns.improvement + score)).max(8)
}

fn height(item: &Criterion, body: u16, columns: &Columns) -> u16 {
    let improvement = text::wrap(&item.improvement, improvement_columns(body, columns)).len();
    let rows =
        if columns.narrow { improvement + 1 } else { improvement.max(item.scores.len().min(2)).max(1) };
    u16::try_from(rows + 1).unwrap_or(u16::MAX)
}

fn criterion(
    (item, mark): (&Criterion, &str),
    (evaluation, own): (&Evaluation, Option<&CriterionFigures>),
    y: u16,
    selected: bool,
    columns: &Columns,
    body: &mut Panel<'_>,
) {
    let edge = body.columns();
    let role = if selected { Role::Bright } else { Role::Text };
    let title_room =
        if columns.narrow { edge.saturating_sub(columns.score + 4) } else { columns.improvement - 4 };
    body.text_in(2, y, title_room, &format!("{mark}{}", item.title), role);
    let first = if columns.narrow { y + 1 } else { y };
    for (offset, line) in (0_u16..).zip(text::wrap(&item.improvement, improvement_columns(edge, columns))) {
        body.text(columns.improvement, first + offset, &line, Role::Text);
    }
    let shown = shown_scores(item, own, columns.narrow);
    if shown.is_empty() {
        body.right(edge, y, "not scored", Role::Muted);
    }
    let current = own.and_then(|own| own.current);
    for (offset, at) in (0_u16..).zip(shown) {
        let Some(score) = item.scores.get(at) else { continue };
        scored(score, evaluation, y + offset, current == Some(at), columns, body);
    }
    // Last of all, so that the whole row has one look.
    if selected {
        body.text(0, y, ">", Role::Accent);
        body.select(y, 1);
    }
}

/// Which scores of a criterion show: this year's and the one before; where something follows this year's, such as a
/// forecast, that in place of the one before; on narrow screens this year's alone.
fn shown_scores(item: &Criterion, own: Option<&CriterionFigures>, narrow: bool) -> Vec<usize> {
    let last = item.scores.len().checked_sub(1);
    let current = own.and_then(|own| own.current).or(last);
    let Some(current) = current else { return Vec::new() };
    let next = Some(current + 1).filter(|next| *next < item.scores.len());
    match (narrow, next, current.checked_sub(1)) {
        (true, ..) | (false, None, None) => vec![current],
        (false, Some(next), _) => vec![current, next],
        (false, None, Some(before)) => vec![before, current],
    }
}

/// One score: its period, a bar of ten cells from the bottom of the scale, the score in words.
fn scored(
    score: &Observation,
    evaluation: &Evaluation,
    y: u16,
    last: bool,
    columns: &Columns,
    body: &mut Panel<'_>,
) {
    let edge = body.columns();
    let words = wording::score_words(score, evaluation);
    let role = if last { Role::Bright } else { Role::Muted };
    if columns.narrow {
        body.right(edge, y, &words, role);
        return;
    }
    let start = edge.saturating_sub(columns.score);
    let x = start + body.text_in(start, y, 7, &score.period.label, Role::Muted) + 1;
    if let Some(share) = share(score, evaluation) {
        bar(share, last, &mut body.part(x, y, SCORE_BAR, 1));
        body.text(x + SCORE_BAR + 1, y, &words, role);
    } else {
        body.text(x, y, &words, role);
    }
}

/// The share of the scale that a score reaches, where it is a number and there is a scale.
pub(super) fn share(score: &Observation, evaluation: &Evaluation) -> Option<f64> {
    let (value, (_, max)) = number(score).zip(evaluation.scale)?;
    let (value, max) = (value.to_f64()?, max.to_f64()?);
    (max > 0.0).then_some(value / max)
}

/// The bar of a score, in ten cells; the last one is strong.
pub(super) fn bar(share: f64, last: bool, panel: &mut Panel<'_>) {
    let glyphs = panel.glyphs();
    let (glyph, fill) = if last { (glyphs.thick, Role::Current) } else { (glyphs.thin, Role::Previous) };
    let drawn = filled(share);
    panel.repeat(0, 0, drawn, glyph, fill);
    panel.repeat(drawn, 0, SCORE_BAR - drawn, glyphs.dot, Role::Rule);
}

/// Cells of a share of the scale: none for nothing alone, all for the full share alone.
fn filled(share: f64) -> u16 {
    let (least, most) = (u16::from(share > 0.0), SCORE_BAR - u16::from(share < 1.0));
    let cells = (share * f64::from(SCORE_BAR)).round();
    (least..most).find(|count| f64::from(*count) >= cells).unwrap_or(most)
}

/// What stands under the list: the scale, the framework, the next step. True for a heading.
fn notes(evaluation: &Evaluation, columns: usize) -> Vec<(String, bool)> {
    let mut notes = Vec::new();
    for fact in wording::evaluation_facts(evaluation) {
        if fact.is_for_the_speaker() {
            continue;
        }
        let whole = format!("{}: {}", fact.label, fact.text);
        notes.extend(text::wrap(&whole, columns.max(1)).into_iter().map(|line| (line, false)));
    }
    if !notes.is_empty() {
        notes.insert(0, ("How it is judged".to_owned(), true));
    }
    notes
}

#[cfg(test)]
mod tests {
    use super::filled;

    #[test]
    fn a_score_fills_no_cell_only_if_it_is_nothing_and_all_only_if_it_is_full() {
        let cells = [-0.1, 0.0, 0.01, 0.34, 0.36, 0.99, 1.0, 1.2].map(filled);
        assert_eq!(cells, [0, 0, 1, 3, 4, 9, 10, 10]);
    }
}
