//! Evaluation: criteria, what is to improve, and the scores the file gives. No score is inferred.

use crate::app::geometry::{Width, width};
use crate::app::{Question, State};
use crate::figures::{CriterionFigures, number};
use crate::programme::{Criterion, Evaluation, Observation, Section};
use crate::settings::Role;
use crate::text;
use crate::view::list::{Cell, Column, Columns, ItemHeights, List, OwnHeights};
use crate::view::look::Alphabet;
use crate::view::panel::Panel;
use crate::wording::{self, Pointer};
use ratatui::layout::{Constraint, Position};
use rust_decimal::prelude::ToPrimitive;
use std::sync::Arc;

/// Cells of a score's bar.
pub(super) const SCORE_BAR: u16 = 10;

/// How the criteria are drawn in a panel of some width.
struct EvaluationForm<'a> {
    /// Criterion, what is to improve, score; on narrow screens what is to improve stands below.
    columns: Columns<'a, 3>,
    /// Where what is to improve begins, and its columns.
    improvement: (u16, u16),
    narrow: bool,
}

impl<'a> EvaluationForm<'a> {
    /// With so many columns for scores, in a body of so many.
    fn new(
        state: &State,
        (head, score): (&'a str, u16),
        improvement: u16,
        (narrow, columns_of_body): (bool, u16),
    ) -> Self {
        let title = if narrow { Constraint::Fill(1) } else { Constraint::Length(improvement - 4) };
        let columns = [
            Column::within(2, "Criterion", title),
            Column::left(2, "To improve", Constraint::Fill(1)).only_if(!narrow),
            Column::right(2, head, Constraint::Length(score)),
        ];
        let columns = Columns::new(state, columns_of_body, columns);
        let [_, beside, _] = columns.areas();
        let room = if narrow { columns_of_body.saturating_sub(improvement) } else { beside.width };
        Self { columns, improvement: (improvement, room.max(8)), narrow }
    }

    /// What is to improve, line by line.
    fn lines(&self, item: &Criterion) -> Vec<String> {
        text::wrap(&item.improvement, self.improvement.1.into())
    }

    /// The rows of a criterion, with the blank one below it.
    fn height(&self, item: &Criterion) -> u16 {
        let lines = self.lines(item).len();
        let rows = if self.narrow { lines + 1 } else { lines.max(item.scores.len().min(2)).max(1) };
        u16::try_from(rows + 1).unwrap_or(u16::MAX)
    }
}

/// The head of the scores.
const SCORE: &str = "Score";

/// Draws the criteria and what stands under them.
pub(in crate::view) fn draw(state: &State, body: &mut Panel<'_>) -> Option<Position> {
    let Some(evaluation) = &state.programme().evaluation else {
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
    let all = state.ask(Criteria { letters: body.look.alphabet(), columns: body.columns(), narrow });
    let meanings = &all.meanings;
    let score = score_head(meanings, all.improvement, body);
    let form = EvaluationForm::new(state, (&score, all.score), all.improvement, (narrow, body.columns()));
    let list = List::new(ItemHeights::Own(Arc::clone(&all.heights)), Some(state.row()));
    let below = body.rows().saturating_sub(head);
    let fits = list.all_rows().saturating_add(head + room_for_notes) <= body.rows();
    let beside_notes = fits || below > room_for_notes + 6;
    let room = if beside_notes { below - room_for_notes } else { below };
    let shown = if narrow { list.above_position(room) } else { list.within(room) };
    if !narrow {
        form.columns.header(0, body);
    }
    let (cursor, mut y) = shown.draw(head, body, |at, chosen, panel| {
        criterion(state, (evaluation, at), chosen, &form, panel);
    });
    shown.say(if narrow { body.rows().saturating_sub(1) } else { 1 }, body);
    if y.saturating_add(room_for_notes) <= body.rows() {
        if let Some((heading, lines)) = notes.split_first() {
            body.heading(y, heading, "");
            body.lines(0, y + 1, lines, Role::Text);
        }
        y += room_for_notes;
    }
    let is_said = !narrow && score.len() > SCORE.len();
    if !is_said && y < body.rows() && body.width(meanings) <= body.columns() {
        body.text(0, body.rows().saturating_sub(1), meanings, Role::Muted);
    }
    cursor
}

/// What all criteria take in a body of so many columns.
#[derive(PartialEq)]
struct Criteria {
    letters: Alphabet,
    columns: u16,
    narrow: bool,
}

/// What all criteria take.
struct CriteriaMeasures {
    /// What the letters behind the scores stand for.
    meanings: String,
    /// Where what is to improve begins.
    improvement: u16,
    /// The columns of the scores.
    score: u16,
    heights: Arc<OwnHeights>,
}

impl Question for Criteria {
    type Answer = CriteriaMeasures;

    fn answer(&self, state: &State) -> CriteriaMeasures {
        let whole = state.programme().evaluation.as_ref();
        let criteria = whole.map_or(&[][..], |evaluation| &evaluation.criteria);
        let titles = criteria.iter().map(|item| self.letters.width(&item.title)).max().unwrap_or(0);
        let improvement = if self.narrow { 2 } else { (titles + 6).min(self.columns / 3).max(28) };
        let score = whole.map_or(0, |evaluation| score_columns(evaluation, self));
        let form = EvaluationForm::new(state, ("", score), improvement, (self.narrow, self.columns));
        let heights = Arc::new(criteria.iter().map(|item| form.height(item)).collect());
        let meanings = whole.map(meanings).unwrap_or_default();
        CriteriaMeasures { meanings, improvement, score, heights }
    }
}

/// What the letters behind the scores stand for.
fn meanings(evaluation: &Evaluation) -> String {
    let flags = evaluation.criteria.iter().flat_map(|item| &item.scores).map(|score| score.flag);
    wording::value::flag_meanings(flags).join(", ")
}

/// The columns of the widest score, so that no number is cut: what it says, and where there is room its period and its
/// bar. A score in words has at most a third of the page.
fn score_columns(evaluation: &Evaluation, all: &Criteria) -> u16 {
    let Criteria { letters, columns, narrow } = *all;
    let scores = evaluation.criteria.iter().flat_map(|item| &item.scores);
    let wide = scores.map(|score| {
        let words = letters.width(&wording::score_words(score, evaluation));
        let wide =
            if narrow { words } else { letters.width(&score.period.label).min(7) + SCORE_BAR + 2 + words };
        if number(score).is_some() { wide } else { wide.min(columns / 3) }
    });
    wide.max().unwrap_or(0).max(if narrow { 10 } else { 24 })
}

/// The head of the scores, with what their letters mean where that has room beside what is to improve.
fn score_head(meanings: &str, improvement: u16, body: &Panel<'_>) -> String {
    let whole = format!("{SCORE} ({meanings})");
    let room = body.columns().saturating_sub(improvement + 12);
    if meanings.is_empty() || body.width(&whole) > room { SCORE.to_owned() } else { whole }
}

fn criterion(
    state: &State,
    (evaluation, at): (&Evaluation, usize),
    chosen: bool,
    form: &EvaluationForm<'_>,
    panel: &mut Panel<'_>,
) {
    let Some(item) = evaluation.criteria.get(at) else { return };
    let own = state.figures().criteria.get(at);
    let shown = shown_scores(item, own, form.narrow);
    let scores: Vec<(&Observation, bool)> = shown
        .into_iter()
        .filter_map(|at| Some((item.scores.get(at)?, own.and_then(|own| own.current) == Some(at))))
        .collect();
    let [.., column] = form.columns.areas();
    let words = scores.first().filter(|_| form.narrow).map(|(score, _)| {
        panel.look.fit(&wording::score_words(score, evaluation), usize::from(column.width))
    });
    let score = match scores.first() {
        None => Cell::new(wording::given(&item.unreadable, "scores", wording::NOT_SCORED), Role::Muted),
        Some((_, current)) => Cell::new(words.as_deref().unwrap_or_default(), score_role(*current)),
    };
    let role = if chosen { Role::Bright } else { Role::Text };
    let mark = state.mark(Pointer::Item(Section::Evaluation, at));
    form.columns.row([Cell::name(mark, &item.title, None, role), Cell::none(), score], 0, panel);
    panel.lines(form.improvement.0, u16::from(form.narrow), &form.lines(item), Role::Text);
    if !form.narrow {
        for (y, (score, current)) in (0..).zip(scores) {
            scored((score, current), evaluation, &mut panel.part(column.x, y, column.width, 1));
        }
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
fn scored((score, current): (&Observation, bool), evaluation: &Evaluation, panel: &mut Panel<'_>) {
    let x = panel.text_in(0, 0, 7, &score.period.label, Role::Muted) + 1;
    let share = share(score, evaluation);
    if let Some(share) = share {
        bar(share, current, &mut panel.part(x, 0, SCORE_BAR, 1));
    }
    let x = x + share.map_or(0, |_| SCORE_BAR + 1);
    panel.text(x, 0, &wording::score_words(score, evaluation), score_role(current));
}

/// The score of this year is bright.
const fn score_role(current: bool) -> Role {
    if current { Role::Bright } else { Role::Muted }
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

/// What stands under the list, behind its heading: the scale, the framework, the next step.
fn notes(evaluation: &Evaluation, columns: usize) -> Vec<String> {
    let facts = wording::evaluation_facts(evaluation).into_iter().filter(|fact| !fact.is_for_the_speaker());
    let lines: Vec<String> = facts
        .flat_map(|fact| text::wrap(&format!("{}: {}", fact.label, fact.text), columns.max(1)))
        .collect();
    let heading = (!lines.is_empty()).then(|| "How it is judged".to_owned());
    heading.into_iter().chain(lines).collect()
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
