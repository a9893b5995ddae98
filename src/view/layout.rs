//! Layout: how rows and columns share an area, solved once for an area and known then: a frame draws, it solves nothing.
//!
//! Never knows what lies in the parts.

use crate::app::{Question, State};
use ratatui::layout::{Constraint, Direction, Layout, Rect};
use std::sync::Arc;

/// How parts share an area, with so many blank columns or rows between two.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Shares {
    area: Rect,
    direction: Direction,
    spacing: u16,
    parts: Vec<Constraint>,
}

impl Question for Shares {
    type Answer = Arc<[Rect]>;

    fn answer(&self, _: &State) -> Arc<[Rect]> {
        self.summed().unwrap_or_else(|| self.solved())
    }
}

impl Shares {
    fn solved(&self) -> Arc<[Rect]> {
        let areas = Layout::new(self.direction, &self.parts).spacing(self.spacing).split(self.area);
        Arc::from(&*areas)
    }

    /// Where each part has the length it asks for and one takes the rest: nothing is to be solved, which takes longer
    /// than all else of a first frame. None where a part must give way, or asks for something else.
    fn summed(&self) -> Option<Arc<[Rect]>> {
        let length = |part: &Constraint| match part {
            Constraint::Length(length) => Some(Some(*length)),
            Constraint::Fill(1) => Some(None),
            Constraint::Fill(_)
            | Constraint::Min(_)
            | Constraint::Max(_)
            | Constraint::Percentage(_)
            | Constraint::Ratio(..) => None,
        };
        let lengths: Vec<Option<u16>> = self.parts.iter().map(length).collect::<Option<_>>()?;
        let is_across = self.direction == Direction::Horizontal;
        let all = if is_across { self.area.width } else { self.area.height };
        let blanks = u16::try_from(lengths.len()).ok()?.checked_sub(1)?.checked_mul(self.spacing)?;
        let taken = lengths.iter().flatten().try_fold(blanks, |sum, length| sum.checked_add(*length))?;
        let rest = all.checked_sub(taken)?;
        // Of several that take the rest each has its share, and the solver rounds.
        let [_] = lengths.iter().filter(|length| length.is_none()).collect::<Vec<_>>()[..] else {
            return None;
        };
        let mut at = if is_across { self.area.x } else { self.area.y };
        let area = |length: Option<u16>| {
            let (start, length) = (at, length.unwrap_or(rest));
            at = at.saturating_add(length).saturating_add(self.spacing);
            let Rect { x, y, width, height } = self.area;
            if is_across { Rect::new(start, y, length, height) } else { Rect::new(x, start, width, length) }
        };
        Some(lengths.into_iter().map(area).collect())
    }
}

/// Parts of an area beside each other.
pub(super) fn across(state: &State, area: Rect, spacing: u16, parts: Vec<Constraint>) -> Arc<[Rect]> {
    Arc::clone(&state.ask(Shares { area, direction: Direction::Horizontal, spacing, parts }))
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_part() -> impl Strategy<Value = Constraint> {
        prop_oneof![
            (0..40_u16).prop_map(Constraint::Length),
            Just(Constraint::Fill(1)),
            (0..40_u16).prop_map(Constraint::Min),
            (0..40_u16).prop_map(Constraint::Max),
        ]
    }

    proptest! {
        #[test]
        fn what_is_summed_up_is_what_the_solver_says(
            (wide, high, spacing) in (0..200_u16, 0..70_u16, 0..3_u16),
            is_across in any::<bool>(),
            mut parts in prop::collection::vec(any_part(), 1..9),
            filled in any::<prop::sample::Index>(),
            is_usual in any::<bool>(),
        ) {
            if is_usual {
                parts.retain(|part| matches!(part, Constraint::Length(_)));
                parts.insert(filled.index(parts.len() + 1), Constraint::Fill(1));
            }
            let direction = if is_across { Direction::Horizontal } else { Direction::Vertical };
            let shares = Shares { area: Rect::new(3, 5, wide, high), direction, spacing, parts };
            if let Some(summed) = shares.summed() {
                prop_assert_eq!(summed, shares.solved());
            }
        }
    }
}
