//! Layout: how rows and columns share an area, solved once for an area and known then: a frame draws, it solves nothing.
//!
//! Never knows what lies in the parts.

use crate::app::{Question, State};
use ratatui::layout::{Constraint, Direction, Layout, Rect};
use std::rc::Rc;

/// How parts share an area, with so many blank columns or rows between two.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Shares {
    area: Rect,
    direction: Direction,
    spacing: u16,
    parts: Vec<Constraint>,
}

impl Question for Shares {
    type Answer = Rc<[Rect]>;

    fn answer(&self, _: &State) -> Rc<[Rect]> {
        Layout::new(self.direction, &self.parts).spacing(self.spacing).split(self.area)
    }
}

/// Parts of an area beside each other.
pub(super) fn across(state: &State, area: Rect, spacing: u16, parts: Vec<Constraint>) -> Rc<[Rect]> {
    Rc::clone(&state.ask(Shares { area, direction: Direction::Horizontal, spacing, parts }))
}

/// So many parts of an area below each other.
pub(super) fn down<const N: usize>(
    state: &State,
    area: Rect,
    spacing: u16,
    parts: [Constraint; N],
) -> [Rect; N] {
    let parts = parts.into();
    let areas = state.ask(Shares { area, direction: Direction::Vertical, spacing, parts });
    std::array::from_fn(|at| areas.get(at).copied().unwrap_or_default())
}

/// Two parts of an area beside each other: one so wide, the other with what it leaves.
pub(super) fn beside(state: &State, area: Rect, wide: u16, spacing: u16) -> [Rect; 2] {
    let areas = across(state, area, spacing, vec![Constraint::Length(wide), Constraint::Fill(1)]);
    std::array::from_fn(|at| areas.get(at).copied().unwrap_or_default())
}
