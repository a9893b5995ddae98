//! Large digits: figures of three by five blocks without diagonals, in whole cells, so that they are crisp
//! at any size and in every glyph set.
//!
//! Never draws a figure that does not fit, and never a letter: what is no number is written as text.

use super::canvas::Canvas;
use crate::settings::Role;
use crate::view::look::Look;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Rows of a figure.
const ROWS: u16 = 5;

/// The blocks of a character, a row a number of bits, and how many columns they take.
fn blocks(character: char) -> Option<([u8; 5], u16)> {
    Some(match character {
        '0' => ([0b111, 0b101, 0b101, 0b101, 0b111], 3),
        '1' => ([0b010, 0b110, 0b010, 0b010, 0b111], 3),
        '2' => ([0b111, 0b001, 0b111, 0b100, 0b111], 3),
        '3' => ([0b111, 0b001, 0b111, 0b001, 0b111], 3),
        '4' => ([0b101, 0b101, 0b111, 0b001, 0b001], 3),
        '5' => ([0b111, 0b100, 0b111, 0b001, 0b111], 3),
        '6' => ([0b111, 0b100, 0b111, 0b101, 0b111], 3),
        '7' => ([0b111, 0b001, 0b001, 0b001, 0b001], 3),
        '8' => ([0b111, 0b101, 0b111, 0b101, 0b111], 3),
        '9' => ([0b111, 0b101, 0b111, 0b001, 0b111], 3),
        '-' => ([0, 0, 0b11, 0, 0], 2),
        '.' => ([0, 0, 0, 0, 0b1], 1),
        ',' => ([0, 0, 0, 0b1, 0b1], 1),
        '%' => ([0b101, 0b001, 0b010, 0b100, 0b101], 3),
        '/' => ([0b001, 0b001, 0b010, 0b100, 0b100], 3),
        ' ' => ([0; 5], 1),
        _ => return None,
    })
}

/// The columns and rows that `text` takes at the largest scale that fits into `columns` and `rows`, and that
/// scale; none where no scale fits or a character has no figure.
pub fn size(text: &str, columns: u16, rows: u16) -> Option<(u16, u16, u16)> {
    let mut wide = 0;
    for character in text.chars() {
        wide += blocks(character)?.1 + 1;
    }
    let wide = wide.saturating_sub(1);
    // A cell is about twice as high as wide, so a block is two columns for each row.
    let scale = (1..=8).rev().find(|scale| wide * 2 * scale <= columns && ROWS * scale <= rows)?;
    (wide > 0).then_some((wide * 2 * scale, ROWS * scale, scale))
}

/// Draws `text` at `scale` (see [`size`]) from the upper left corner of `area` on.
pub fn draw(text: &str, scale: u16, look: &Look, area: Rect, buffer: &mut Buffer) {
    let mut canvas = Canvas::new(area, buffer);
    let (glyph, style) = (look.glyphs().thick, look.fill(Role::Current));
    let (wide, scale) = (usize::from(2 * scale), usize::from(scale));
    let mut x = 0;
    for (rows, columns) in text.chars().filter_map(blocks) {
        for (row, bits) in rows.into_iter().enumerate() {
            for column in (0..columns).filter(|column| bits >> (columns - 1 - column) & 1 == 1) {
                for y in row * scale..(row + 1) * scale {
                    canvas.run(x + usize::from(column) * wide, y, wide, glyph, style);
                }
            }
        }
        x += (usize::from(columns) + 1) * wide;
    }
}
