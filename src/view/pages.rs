//! Pages: what each tab and each layer shows in the body.

pub(super) mod boxes;
pub(super) mod broken;
mod change;
mod chart;
pub(super) mod evaluation;
pub(super) mod help;
pub(super) mod initiatives;
mod listed;
pub(super) mod meetings;
pub(super) mod metric;
pub(super) mod metrics;
pub(super) mod overview;
pub(super) mod problems;
pub(super) mod recommendations;
pub(super) mod sheet;
pub(super) mod slides;
pub(super) mod unread;

use super::panel::Panel;
use crate::app::{Need, State};
use crate::figures::MetricFigures;
use crate::programme::Metric;
use crate::settings::Role;
use crate::text;
use ratatui::layout::Position;

/// A tab without items: what is missing and the lines that would fill it.
fn empty(state: &State, section: &str, example: &[&str], body: &mut Panel<'_>) -> Position {
    let unread = state.unread_on(state.view.tab).len();
    let teaches = unread == 0 && state.allows(Need::Writing);
    let first = if unread > 0 {
        format!("What the file has of {section} could not be read; d says why.")
    } else if !teaches {
        format!("The file has no {section}.")
    } else {
        // All other sections are lists.
        let them = if section == "evaluation" { "it" } else { "them" };
        format!("The file has no {section}. Add {them} like this:")
    };
    let columns = usize::from(body.columns()).max(1);
    body.lines(0, 0, &text::wrap(&first, columns), Role::Text);
    if teaches {
        body.text(4, 2, &format!("{section}:"), Role::Bright);
        body.lines(6, 3, example, Role::Bright);
        body.text(0, 6, "coopdash new FILE writes a file with every field explained.", Role::Text);
    }
    body.cursor(0)
}

/// A metric and its figures.
fn metric_at(state: &State, at: usize) -> Option<(&Metric, &MetricFigures)> {
    state.programme().metrics.get(at).zip(state.figures().metrics.get(at))
}
