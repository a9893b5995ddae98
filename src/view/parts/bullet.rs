//! The bar of a row in a list: this period, with marks for the period before and for the target, or for both
//! ends of a target that is a range.
//!
//! ```text
//! ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇│▇▇▇▇║
//! ▇▇▇▇▇▇▇▇│▇▇║▇▇▇▇▇▇▇  ║
//! ```
//!
//! Whole cells only, and lower than a cell, so that rows under each other stay apart. The numbers stand
//! in the columns of the list. A mark that would hide a short bar altogether is left out. Never draws a text.

use super::canvas::Canvas;
use super::measure::{Domain, Length, Side, Track, TrackPlace};
use crate::settings::Role;
use crate::view::look::Look;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The bar of a row, in the unit of its scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bullet<'a> {
    /// This period; `None` where nothing was reported, and then there is no bar.
    pub value: Option<f64>,
    /// The period before.
    pub previous: Option<f64>,
    /// The target; both ends of one that is a range.
    pub targets: &'a [f64],
    /// The scale.
    pub scale: Domain,
}

/// Draws `bullet` into the first row of `area`, over its whole width.
pub fn draw(bullet: &Bullet<'_>, look: &Look, area: Rect, buffer: &mut Buffer) {
    let mut canvas = Canvas::new(area, buffer);
    let zero_line = bullet.scale.min() < 0.0;
    let track = Track::new(bullet.scale, canvas.width().saturating_sub(usize::from(zero_line)), 1);
    let mut lengths: Vec<Length> =
        bullet.value.filter(|value| !value.is_nan()).map(|value| track.length(value)).into_iter().collect();
    // The target comes first: where there is no room for all, the period before goes without a mark.
    let values: Vec<f64> = bullet.targets.iter().copied().chain(bullet.previous).collect();
    let mut places = track.marks(&values, &mut lengths);
    for length in &lengths {
        uncover(length, &mut places);
    }
    let zero = track.cells(Side::Negative);
    let column = |place: TrackPlace| match place {
        TrackPlace::Zero => zero,
        TrackPlace::Cell(Side::Positive, cell) => zero + usize::from(zero_line) + cell,
        TrackPlace::Cell(Side::Negative, cell) => zero.saturating_sub(1 + cell),
    };
    let glyphs = look.glyphs();
    if zero_line {
        // Not the sign of the period before.
        canvas.glyph(zero, 0, glyphs.tee_up, look.style(Role::Rule));
    }
    for length in lengths {
        for cell in 0..length.steps {
            canvas.glyph(
                column(TrackPlace::Cell(length.side, cell)),
                0,
                glyphs.list_bar,
                look.style(Role::Current),
            );
        }
        if let (true, Some(last)) = (length.cut, length.steps.checked_sub(1)) {
            let glyph = if length.side == Side::Positive { glyphs.beyond_right } else { glyphs.beyond_left };
            canvas.glyph(column(TrackPlace::Cell(length.side, last)), 0, glyph, look.style(Role::Warn));
        }
    }
    // From the last on, so that a target lies over the period before where both are equal.
    for (at, place) in places.into_iter().enumerate().rev() {
        let glyph = if at < bullet.targets.len() { glyphs.target } else { glyphs.before };
        if let Some(place) = place {
            canvas.glyph(column(place), 0, glyph, look.style(Role::Target));
        }
    }
}

/// Leaves out marks, the last first, that would hide the whole of a bar: a small value must not look like none.
fn uncover(bar: &Length, places: &mut [Option<TrackPlace>]) {
    let cells: Vec<Option<TrackPlace>> =
        (0..bar.steps).map(|cell| Some(TrackPlace::Cell(bar.side, cell))).collect();
    while !cells.is_empty() && cells.iter().all(|cell| places.contains(cell)) {
        let Some(last) = places.iter_mut().rfind(|place| cells.contains(place)) else { return };
        *last = None;
    }
}
