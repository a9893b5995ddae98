//! Notices that have no room on the last row: each is read to its end.

use super::frame;
use super::panel::Panel;
use crate::app::State;
use crate::app::geometry;
use crate::settings::Role;
use crate::text;

/// A notice that has no room on the last row, on as many rows above it as it takes: it is read to its end.
pub(super) fn long_notice(state: &State, panel: &mut Panel<'_>) {
    let margin = geometry::margin(panel.columns());
    let columns = panel.columns().saturating_sub(2 * margin);
    if state.view.typed_search().is_some() {
        return;
    }
    let beside = text::width(&frame::beside_notice(state, columns).0);
    let taken = if beside == 0 { 0 } else { beside + 2 };
    spread(state, taken, panel);
}

/// The same where so many columns of the last row are taken.
pub(super) fn spread(state: &State, taken: usize, panel: &mut Panel<'_>) {
    let Some(notice) = &state.dialogue.notice else { return };
    let is_kept = state.session.origin.is_file() || !notice.is_about_a_change();
    let words = notice.to_string() + if is_kept { "" } else { ". Not kept: there is no file" };
    let margin = geometry::margin(panel.columns());
    let (columns, rows) = (panel.columns().saturating_sub(2 * margin), panel.rows());
    if text::width(&words) + taken <= usize::from(columns) {
        return;
    }
    let lines = text::wrap(&words, columns.into());
    let height = u16::try_from(lines.len()).unwrap_or(rows).min(rows / 2);
    let from = rows.saturating_sub(height);
    panel.part(0, from, panel.columns(), height).clear();
    panel.lines(margin, from, &lines, Role::Bright);
}
