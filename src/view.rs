//! The view: draws a state into cells.
//!
//! Never changes the state, never does IO, and remembers nothing between two drawings.

pub mod look;
pub mod parts;

use crate::app::State;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// Draws `state` into `area` of `buffer` and says where the hardware cursor belongs.
pub fn draw(state: &State, area: Rect, buffer: &mut Buffer) -> Option<Position> {
    let _ = (state, area, buffer);
    None
}
