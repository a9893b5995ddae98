//! Overview: what moved, where the commitments stand, what is next, what needs attention.
//!
//! Panels are chosen by importance and drawn in the order of reading; one that does not fit whole
//! is left out whole, and the attention list counts what it cannot show.

mod figures;
mod panels;
mod wide;

use super::chart;
use crate::app::State;
use crate::app::geometry::{Width, width};
use crate::settings::Role;
use crate::view::layout::down;
use crate::view::list::List;
use crate::view::panel::Panel;
use panels::{attention, done_words, mark_meeting, next_meeting};
use ratatui::layout::{Constraint, Position, Rect};

/// Draws the overview.
pub(in crate::view) fn draw(state: &State, body: &mut Panel<'_>) -> Option<Position> {
    match width(body.columns() + 4) {
        Width::Narrow => narrow(state, body),
        Width::Wide | Width::Wall if body.rows() >= 24 => wide::draw(state, body),
        Width::Normal | Width::Wide | Width::Wall => normal(state, body),
    }
}

/// 40 columns: names, two values and a change; then one row for each of the rest.
fn narrow(state: &State, body: &mut Panel<'_>) -> Option<Position> {
    let below = 3 + u16::try_from(state.figures().attention.len()).unwrap_or(u16::MAX).min(2);
    let end = super::metrics::values_end(state, body);
    let list = List::even(1, state.programme().metrics.len(), Some(state.row())).without_sign();
    let shown = list.scrolled(body.rows().saturating_sub(below).into());
    let (cursor, mut y) =
        shown.draw(0, body, |at, _, panel| super::metrics::compact(state, at, (end, 0), panel));
    body.rule(y);
    shown.say(y, body);
    y += 1;
    body.both(y, ("Initiatives", Role::Text), (&done_words(state), Role::Text), 1);
    y += 1;
    let meeting = next_meeting(state).and_then(|(when, title)| {
        body.both(y, (&format!("Next: {title}"), Role::Text), (&when, Role::Text), 1);
        y += 1;
        mark_meeting(state, y - 1, body)
    });
    let (columns, rows) = (body.columns(), body.rows().saturating_sub(y));
    cursor.or(meeting).or(attention(state, &mut body.part(0, y, columns, rows)))
}

/// 80 columns: one column of panels.
fn normal(state: &State, body: &mut Panel<'_>) -> Option<Position> {
    let figures = state.programme().metrics.len().clamp(1, figures::MOST);
    let total = state.figures().attention.len();
    // Bars and letters need a legend, words do not.
    let aims = state.ask(chart::AllMetrics).has_target;
    let has_letters = !chart::flag_legend(state, &(0..figures::MOST), "").is_empty();
    let heights = Heights::choose(body.rows(), figures, total.max(1), !aims || has_letters);
    let [top, initiatives, meeting, rest] = heights.areas(state, body.area);
    let cursor = figures::draw(state, &mut body.inside(top), heights.figures_shown);
    if heights.initiatives > 0 {
        panels::initiatives(state, &mut body.inside(initiatives));
    }
    let cursor = cursor.or(meeting_panel(state, &mut body.inside(meeting)));
    let mut rest = body.inside(rest);
    rest.heading(0, &format!("Needs attention ({total})"), "");
    let (columns, rows) = (rest.columns(), rest.rows().saturating_sub(1));
    cursor.or(attention(state, &mut rest.part(0, 1, columns, rows)))
}

/// When the next meeting is, and what it is called.
fn meeting_panel(state: &State, panel: &mut Panel<'_>) -> Option<Position> {
    panel.heading(0, "Next meeting", "");
    let Some((when, title)) = next_meeting(state).filter(|_| panel.rows() > 0) else {
        panel.text(0, 1, "None to come.", Role::Muted);
        return None;
    };
    panel.both(1, (&title, Role::Text), (&when, Role::Text), 2);
    mark_meeting(state, 1, panel)
}

/// Heights of the panels of one column; 0 for a panel that is left out.
struct Heights {
    gap: u16,
    figures: u16,
    figures_shown: usize,
    initiatives: u16,
    meeting: u16,
}

impl Heights {
    /// Where the panels lie; the last has what the others leave.
    fn areas(&self, state: &State, body: Rect) -> [Rect; 4] {
        let gap = |height: u16| if height > 0 { self.gap } else { 0 };
        let parts = [
            Constraint::Length(self.figures),
            Constraint::Length(gap(self.figures)),
            Constraint::Length(self.initiatives),
            Constraint::Length(gap(self.initiatives)),
            Constraint::Length(self.meeting),
            Constraint::Length(gap(self.meeting)),
            Constraint::Fill(1),
        ];
        let [figures, _, initiatives, _, meeting, _, rest] = down(state, body, 0, parts);
        [figures, initiatives, meeting, rest]
    }

    /// Gives room by importance: attention (at least two rows), figures, the meeting, the counts.
    fn choose(rows: u16, figures: usize, attention: usize, has_legend: bool) -> Self {
        let count = |number: usize| u16::try_from(number).unwrap_or(u16::MAX);
        let wanted_attention = 1 + count(attention.min(3));
        for (gap, initiatives, meeting, legend) in
            [(1, 3, 2, 1), (1, 2, 2, 1), (0, 3, 2, 1), (0, 2, 2, 0), (0, 2, 0, 0), (0, 0, 0, 0)]
        {
            for least_attention in [wanted_attention, wanted_attention.min(3)] {
                let gaps = gap * (1 + u16::from(initiatives > 0) + u16::from(meeting > 0));
                let figure_rows = 1 + count(figures) + if has_legend { legend } else { 0 };
                if figure_rows + initiatives + meeting + least_attention + gaps <= rows {
                    return Self { gap, figures: figure_rows, figures_shown: figures, initiatives, meeting };
                }
            }
        }
        let figure_rows = rows.saturating_sub(wanted_attention.min(3)).max(2);
        Self {
            gap: 0,
            figures: figure_rows,
            figures_shown: usize::from(figure_rows - 1),
            initiatives: 0,
            meeting: 0,
        }
    }
}
