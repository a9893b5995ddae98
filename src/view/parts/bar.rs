//! A bar: what it stands for, and what its cells are drawn with, whichever way it runs. Never puts anything into a
//! cell.

use super::measure::{Length, Side, TrackPlace};
use crate::settings::Role;
use crate::view::look::Look;
use ratatui::style::{Modifier, Style};

/// One bar.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bar<'a> {
    /// What stands before it: the period.
    pub label: &'a str,
    /// Its value; `None` where none was reported.
    pub value: Option<f64>,
    /// What stands beside it: the value with its unit, or `not reported`.
    pub text: &'a str,
    /// Which period it is of.
    pub kind: BarPeriod,
}

/// Which period a bar or a column is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BarPeriod {
    /// An earlier one.
    Previous,
    /// The one that is reported on.
    Current,
    /// One that is not over yet.
    Forecast,
}

/// What the whole cells of a bar are drawn with, and the style of its last cell.
pub(super) struct Ink {
    glyph: &'static str,
    fill: Style,
    plain: Style,
}

impl Ink {
    /// The ink of a bar; earlier periods have the pattern `earlier`, or are solid where there is none.
    pub(super) fn of(period: BarPeriod, earlier: Option<&'static str>, look: &Look) -> Self {
        let pattern = match period {
            BarPeriod::Current => None,
            BarPeriod::Forecast => Some(look.glyphs().forecast),
            BarPeriod::Previous => earlier,
        };
        let role = bar_role(period);
        let fill = if pattern.is_none() { look.fill(role) } else { look.style(role) };
        Self { glyph: pattern.unwrap_or(look.glyphs().thick), fill, plain: look.style(role) }
    }

    /// A last cell that is not full, with this glyph.
    pub(super) const fn end(&self, glyph: &'static str) -> (&'static str, Style) {
        (glyph, self.plain)
    }

    /// A last cell of which so many eighths are full. Unicode has none that grow from above or from the right: the
    /// empty part of the cell is drawn instead, reversed.
    pub(super) fn eighths(
        &self,
        glyphs: &[&'static str; 7],
        side: Side,
        full: usize,
    ) -> Option<(&'static str, Style)> {
        match side {
            Side::Positive => Some((glyphs.get(full.checked_sub(1)?)?, self.plain)),
            Side::Negative if full == 0 => None,
            Side::Negative => Some((glyphs.get(7 - full)?, self.plain.add_modifier(Modifier::REVERSED))),
        }
    }

    /// The cells of a bar from zero outward: the full ones, the last one that is not, and over the last full one the
    /// sign of a bar that goes on.
    pub(super) fn cells(
        &self,
        length: Length,
        steps: usize,
        end: Option<(&'static str, Style)>,
        beyond: (&'static str, Style),
    ) -> impl Iterator<Item = (TrackPlace, (&'static str, Style))> + use<> {
        let (whole, ink) = (length.steps / steps, (self.glyph, self.fill));
        let place = move |cell| TrackPlace::Cell(length.side, cell);
        let last = whole.checked_sub(1).map_or(TrackPlace::Zero, place);
        let full = (0..whole).map(move |cell| (place(cell), ink));
        full.chain(end.map(|end| (place(whole), end))).chain(length.cut.then_some((last, beyond)))
    }
}

/// The role of a bar.
pub(super) const fn bar_role(period: BarPeriod) -> Role {
    match period {
        BarPeriod::Previous => Role::Previous,
        BarPeriod::Current | BarPeriod::Forecast => Role::Current,
    }
}
