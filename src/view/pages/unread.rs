//! Unread: what stands in the file and could not be read, at the end of the list it belongs to.

use crate::app::State;
use crate::settings::Role;
use crate::view::panel::Panel;
use crate::view::window::{position, window};
use crate::wording::{self, Pointer};
use ratatui::layout::Position;

/// The most rows of a window that are given to it: one in four.
const SHARE: u16 = 4;

/// Rows it takes below a list in a body of so many rows; none where everything was read.
pub(in crate::view) fn rows(state: &State, body: u16) -> u16 {
    let unread = u16::try_from(state.unread_on(state.tab).len()).unwrap_or(u16::MAX);
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
    let unread = state.unread_on(state.tab);
    let chosen = state.row().checked_sub(state.sound_rows(state.tab));
    let head = heading_rows(whole);
    let room = panel.rows().saturating_sub(head);
    let shown = window(&vec![1; unread.len()], chosen.unwrap_or(0), room);
    let part = position(&shown, unread.len());
    if head > 0 {
        let count = if part.is_empty() { unread.len().to_string() } else { part.clone() };
        panel.heading(head - 1, "Could not be read", &count);
    }
    let mut cursor = None;
    for (y, row) in (head..).zip(shown) {
        let Some(at) = unread.get(row).copied() else { continue };
        let Some(item) = state.good.programme.unread.get(at) else { continue };
        let selected = chosen == Some(row);
        let tail = if head == 0 { part.as_str() } else { "" };
        let taken = if tail.is_empty() { 0 } else { panel.right(panel.columns(), y, tail, Role::Muted) + 1 };
        let room = panel.columns().saturating_sub(2 + taken);
        // Why it could not be read is one key away: cut rather than left out.
        let line = wording::unread_line(item, state.findings_of(Pointer::Unread(at)));
        let words = line.fitting(|form| head > 0 || panel.width(form) <= room);
        panel.text_in(2, y, room, &words, Role::Bad);
        if selected {
            panel.text(0, y, ">", Role::Accent);
            panel.select(y, 1);
            cursor = Some(panel.cursor(y));
        }
    }
    cursor
}
