//! The bar of a row in a list: this period, with marks for the period before and for the target.
//!
//! ```text
//! ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇│▇▇▇▇║
//! ```
//!
//! Whole cells only, and lower than a cell, so that rows under each other stay apart. The numbers stand
//! in the columns of the list. Never draws a text.

use super::canvas::Canvas;
use super::measure::{Length, Place, Scale, Side, Track};
use crate::settings::Role;
use crate::view::look::Look;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The bar of a row, in the unit of its scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bullet {
    /// This period; `None` where nothing was reported, and then there is no bar.
    pub value: Option<f64>,
    /// The period before.
    pub previous: Option<f64>,
    /// The target.
    pub target: Option<f64>,
    /// The scale.
    pub scale: Scale,
}

/// Draws `bullet` into the first row of `area`, over its whole width.
pub fn draw(bullet: &Bullet, look: &Look, area: Rect, buffer: &mut Buffer) {
    let mut canvas = Canvas::new(area, buffer);
    let zero_line = bullet.scale.min() < 0.0;
    let track = Track::new(bullet.scale, canvas.width().saturating_sub(usize::from(zero_line)), 1);
    let mut lengths: Vec<Length> =
        bullet.value.filter(|value| !value.is_nan()).map(|value| track.length(value)).into_iter().collect();
    let (previous, target) = marks(bullet, &track, &mut lengths);
    let zero = track.cells(Side::Negative);
    let column = |place: Place| match place {
        Place::Zero => zero,
        Place::Cell(Side::Positive, cell) => zero + usize::from(zero_line) + cell,
        Place::Cell(Side::Negative, cell) => zero.saturating_sub(1 + cell),
    };
    let glyphs = look.glyphs();
    if zero_line {
        canvas.glyph(zero, 0, glyphs.vertical, look.style(Role::Rule));
    }
    for length in lengths {
        for cell in 0..length.steps {
            canvas.glyph(
                column(Place::Cell(length.side, cell)),
                0,
                glyphs.list_bar,
                look.style(Role::Current),
            );
        }
        if let (true, Some(last)) = (length.cut, length.steps.checked_sub(1)) {
            let glyph = if length.side == Side::Positive { glyphs.beyond_right } else { glyphs.beyond_left };
            canvas.glyph(column(Place::Cell(length.side, last)), 0, glyph, look.style(Role::Warn));
        }
    }
    for (place, glyph) in [(previous, glyphs.before), (target, glyphs.target)] {
        if let Some(place) = place {
            canvas.glyph(column(place), 0, glyph, look.style(Role::Target));
        }
    }
}

/// The places of the marks for the period before and the target; two that would fall together are moved
/// apart where the order of values allows it.
fn marks(bullet: &Bullet, track: &Track, bars: &mut [Length]) -> (Option<Place>, Option<Place>) {
    let mut place =
        |value: Option<f64>| value.filter(|value| !value.is_nan()).and_then(|value| track.mark(value, bars));
    // The outer mark first: the bar gives way to it at most, and never to one it has passed.
    let outer_target = bullet.target.map(f64::abs) >= bullet.previous.map(f64::abs);
    let (previous, target) = if outer_target {
        let target = place(bullet.target);
        (place(bullet.previous), target)
    } else {
        let previous = place(bullet.previous);
        (previous, place(bullet.target))
    };
    let (Some(Place::Cell(side, cell)), true, false) =
        (previous, previous == target, bullet.previous == bullet.target)
    else {
        return (previous, target);
    };
    let bar = bars.iter().find(|bar| bar.side == side);
    let is_free = |cell: usize, value: Option<f64>| {
        let reached = bar.zip(value).map(|(bar, value)| bar.value.abs() >= value.abs());
        let end = bar.map_or(0, |bar| bar.steps);
        cell < track.cells(side)
            && reached.is_none_or(|reached| if reached { cell < end } else { cell >= end })
    };
    let at = |cell: usize| Some(Place::Cell(side, cell));
    let (outer, inner) =
        if outer_target { (bullet.target, bullet.previous) } else { (bullet.previous, bullet.target) };
    let (inner_cell, outer_cell) = match cell.checked_sub(1) {
        _ if is_free(cell + 1, outer) => (cell, cell + 1),
        Some(before) if is_free(before, inner) => (before, cell),
        _ => (cell, cell),
    };
    if outer_target { (at(inner_cell), at(outer_cell)) } else { (at(outer_cell), at(inner_cell)) }
}
