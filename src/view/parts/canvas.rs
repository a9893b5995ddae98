//! A canvas: a part of a buffer that nothing can be drawn outside of.
//!
//! Positions are counted from the upper left corner of its area. The only place where something is put into
//! cells: what does not fit there is not drawn. Never decides what is drawn.

use crate::text::{HIDDEN, fits_a_cell, is_narrow, width};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use unicode_segmentation::UnicodeSegmentation;

/// An area of a buffer to draw in; what falls outside is left out.
pub struct Canvas<'a> {
    area: Rect,
    buffer: &'a mut Buffer,
}

impl<'a> Canvas<'a> {
    /// The part of `area` that lies in `buffer`.
    pub fn new(area: Rect, buffer: &'a mut Buffer) -> Self {
        Self { area: area.intersection(buffer.area), buffer }
    }

    /// Its width in columns.
    pub fn width(&self) -> usize {
        self.area.width.into()
    }

    /// Its height in rows.
    pub fn height(&self) -> usize {
        self.area.height.into()
    }

    fn cell(&mut self, x: usize, y: usize) -> Option<&mut Cell> {
        if x >= self.width() || y >= self.height() {
            return None;
        }
        // Both are smaller than a `u16` now.
        let (x, y) = (u16::try_from(x).ok()?, u16::try_from(y).ok()?);
        self.buffer.cell_mut(Position::new(self.area.x + x, self.area.y + y))
    }

    /// Draws one glyph of one column. What the cell showed before is gone, but for a background that `style`
    /// leaves alone.
    pub fn glyph(&mut self, x: usize, y: usize, glyph: &str, style: Style) {
        let fits = fits_a_cell(glyph);
        debug_assert!(fits, "{glyph:?} was not made fit for cells");
        if let Some(cell) = self.cell(x, y) {
            cell.modifier = Modifier::empty();
            if fits { cell.set_symbol(glyph) } else { cell.set_char(HIDDEN) }.set_style(style);
        }
    }

    /// Draws `glyph` in `count` cells from `x` on.
    pub fn run(&mut self, x: usize, y: usize, count: usize, glyph: &str, style: Style) {
        let end = x.saturating_add(count).min(self.width());
        for x in x..end {
            self.glyph(x, y, glyph, style);
        }
    }

    /// Draws `text` from `x` on, up to the right edge, and says where it ended.
    ///
    /// The text must be fit for cells (see [`crate::view::look::Look::shown`]); it is not changed here.
    pub fn text(&mut self, x: usize, y: usize, text: &str, style: Style) -> usize {
        let mut x = x;
        if text.is_ascii() || text.chars().all(is_narrow) {
            // Each letter is a grapheme; nothing is to be looked for.
            for letter in text.chars().take(self.width().saturating_sub(x)) {
                self.glyph(x, y, letter.encode_utf8(&mut [0; 4]), style);
                x += 1;
            }
            return x;
        }
        for grapheme in text.graphemes(true) {
            let columns = width(grapheme);
            if columns == 0 {
                continue;
            }
            if x + columns > self.width() {
                break;
            }
            self.glyph(x, y, grapheme, style);
            self.run(x + 1, y, columns - 1, " ", style);
            x += columns;
        }
        x
    }
}
