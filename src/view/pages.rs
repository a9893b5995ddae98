//! Pages: what each tab and each layer shows in the body.

pub(super) mod boxes;
pub(super) mod broken;
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
use crate::settings::Role;
use crate::text;
use ratatui::layout::Position;

/// A tab without items: what is missing and the lines that would fill it.
fn empty(state: &State, section: &str, example: &[&str], body: &mut Panel<'_>) -> Position {
    let unread = state.unread_on(state.tab).len();
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
    for (y, line) in (0..).zip(text::wrap(&first, columns)) {
        body.text(0, y, &line, Role::Text);
    }
    if teaches {
        body.text(4, 2, &format!("{section}:"), Role::Bright);
        for (y, line) in (3..).zip(example) {
            body.text(6, y, line, Role::Bright);
        }
        body.text(0, 6, "coopdash new FILE writes a file with every field explained.", Role::Text);
    }
    body.cursor(0)
}

/// Says at the bottom right which part of a list shows.
fn say_position(position: &str, body: &mut Panel<'_>) {
    if !position.is_empty() {
        body.right(body.columns(), body.rows().saturating_sub(1), &format!(" {position}"), Role::Muted);
    }
}

/// Which part of a list shows, at the right end of a rule beside it.
fn say_on_rule(position: &str, y: u16, body: &mut Panel<'_>) {
    if !position.is_empty() {
        body.right(body.columns(), y, &format!(" {position}"), Role::Muted);
    }
}

/// The rows a list has of `room`: where not all of it fits, the last row says which part shows.
fn list_room(heights: &[u16], room: u16) -> u16 {
    let all = heights.iter().fold(0_u16, |sum, height| sum.saturating_add(*height));
    room.saturating_sub(u16::from(all > room))
}
