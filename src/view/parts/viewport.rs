//! Viewport: which items of a list show, computed from the chosen one.
//!
//! Nothing is remembered between two drawings. Never draws.

use std::ops::Range;

/// The items to show: as many as fit into `room` rows, the chosen one among them, as near to the
/// middle as the ends of the list allow. An item higher than the room is shown alone.
///
/// There are `count` items, and each tells its own height: none is asked that does not show and is not next to one
/// that does.
pub fn viewport(count: usize, height: impl Fn(usize) -> u16, chosen: usize, room: u16) -> Range<usize> {
    let chosen = chosen.min(count.saturating_sub(1));
    if count == 0 {
        return 0..0;
    }
    let (mut first, mut end, mut used) = (chosen, chosen + 1, height(chosen));
    loop {
        let above = first > 0 && used.saturating_add(height(first - 1)) <= room;
        let below = end < count && used.saturating_add(height(end)) <= room;
        let balanced = chosen - first <= end - 1 - chosen;
        if above && (balanced || !below) {
            first -= 1;
            used = used.saturating_add(height(first));
        } else if below {
            used = used.saturating_add(height(end));
            end += 1;
        } else {
            return first..end;
        }
    }
}

/// The items to show of a list of even rows that scrolls no further than it takes to show the chosen one.
pub fn scrolled(total: usize, chosen: usize, room: usize) -> Range<usize> {
    let room = room.min(total);
    let first = if chosen < room { 0 } else { (chosen + 1 - room).min(total - room) };
    first..first + room
}

/// `3-9 of 14` where not everything shows; empty where it does.
pub fn position(shown: &Range<usize>, total: usize) -> String {
    if shown.len() >= total { String::new() } else { format!("{}-{} of {total}", shown.start + 1, shown.end) }
}
