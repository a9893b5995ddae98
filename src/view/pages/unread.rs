//! Unread: what stands in the file and could not be read, at the end of the list it belongs to.

use crate::app::State;
use crate::settings::Role;
use crate::view::list::List;
use crate::view::panel::Panel;
use crate::wording::{self, Pointer};
use ratatui::layout::Position;

/// The most rows of a window that are given to it: one in four.
const SHARE: u16 = 4;

/// Rows it takes below a list in a body of so many rows; none where everything was read.
pub(in crate::view) fn rows(state: &State, body: u16) -> u16 {
    let unread = u16::try_from(state.unread_on(state.view.tab).len()).unwrap_or(u16::MAX);
    if unread == 0 {
        return 0;
    }
    let most = (body / SHARE).max(1);
    unread.saturating_add(heading_rows(body)).min(most.max(1 + heading_rows(body)))
}

/// A heading with a blank row before it, where there is room.
const fn heading_rows(body: u16) -> u16 {
    if body < 14 { 0 } else { 2 }
}

/// Draws it into the last rows of a body that has `whole` rows.
pub(in crate::view) fn draw(state: &State, whole: u16, panel: &mut Panel<'_>) -> Option<Position> {
    let unread = state.unread_on(state.view.tab);
    let chosen = state.row().checked_sub(state.sound_rows(state.view.tab));
    let head = heading_rows(whole);
    let shown = List::even(1, unread.len(), chosen).within(panel.rows().saturating_sub(head));
    if head > 0 {
        let count = if shown.is_whole() { unread.len().to_string() } else { shown.position() };
        panel.heading(head - 1, "Could not be read", &count);
    }
    let (cursor, _) = shown.draw(head, panel, |row, _, panel| {
        let Some(at) = unread.get(row).copied() else { return };
        let Some(item) = state.programme().unread.get(at) else { return };
        let tail = if head == 0 { shown.position() } else { String::new() };
        let taken = panel.right(panel.columns(), 0, &tail, Role::Muted);
        let room = panel.columns().saturating_sub(2 + if taken == 0 { 0 } else { taken + 1 });
        // Why it could not be read is one key away: cut rather than left out.
        let line = wording::unread_line(item, state.findings_of(Pointer::Unread(at)));
        let words = line.fitting(|form| head > 0 || panel.width(form) <= room);
        panel.text_in(2, 0, room, &words, Role::Bad);
    });
    cursor
}
