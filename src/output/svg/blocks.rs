//! Block and line characters as rectangles, so that bars have no gaps whatever the font.
//!
//! Knows the characters of `settings::Glyphs` that are made of rectangles; all others are text.

use crate::settings::Rgb;
use std::fmt::Write;

/// How a symbol is drawn.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum SymbolShape {
    /// By a font.
    Text,
    /// As rectangles.
    Block(BlockCells),
}

/// What a block is made of.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum BlockCells {
    /// Rectangles within a cell: left, top, width and height of each, in pixels from its corner.
    Parts(Vec<[f64; 4]>),
    /// Dots of the full colour, in a row every so many pixels: a thinner colour would be hard to see.
    Dots(usize),
}

/// The width of a cell in pixels.
pub(super) const WIDE: usize = 10;

/// The height of a cell in pixels.
pub(super) const HIGH: usize = 20;

/// The same, to count with parts of a cell.
const W: f64 = 10.0;
const H: f64 = 20.0;

/// The middle of a cell, where lines run; they are one pixel wide.
const X: f64 = 5.0;
const Y: f64 = 10.0;

/// The width and height of a dot, in pixels; the same lies between two of a row.
const DOT: usize = 2;

impl SymbolShape {
    pub(super) fn of(symbol: &str) -> Self {
        match symbol {
            "░" => return Self::Block(BlockCells::Dots(2 * DOT)),
            "▒" => return Self::Block(BlockCells::Dots(DOT)),
            _ => {}
        }
        let mut chars = symbol.chars();
        let parts = match (chars.next(), chars.next()) {
            (Some(only), None) => parts(only),
            _ => None,
        };
        parts.map_or(Self::Text, |parts| Self::Block(BlockCells::Parts(parts)))
    }
}

fn parts(symbol: char) -> Option<Vec<[f64; 4]>> {
    let (left, right) = ([0.0, Y, X, 1.0], [X, Y, W - X, 1.0]);
    let (up, down) = ([X, 0.0, 1.0, Y + 1.0], [X, Y, 1.0, H - Y]);
    let (across, along) = ([0.0, Y, W, 1.0], [X, 0.0, 1.0, H]);
    Some(match symbol {
        '\u{2581}'..='\u{2588}' => {
            let high = f64::from(u32::from(symbol) - 0x2580) / 8.0 * H;
            vec![[0.0, H - high, W, high]]
        }
        '\u{2589}'..='\u{258f}' => vec![[0.0, 0.0, f64::from(0x2590 - u32::from(symbol)) / 8.0 * W, H]],
        '▐' => vec![[X, 0.0, W - X, H]],
        '▖' => vec![[0.0, Y, X, H - Y]],
        '▗' => vec![[X, Y, W - X, H - Y]],
        '─' => vec![across],
        '│' => vec![along],
        '═' => vec![[0.0, Y - 2.0, W, 1.0], [0.0, Y + 2.0, W, 1.0]],
        '║' => vec![[X - 2.0, 0.0, 1.0, H], [X + 2.0, 0.0, 1.0, H]],
        '┌' => vec![right, down],
        '┐' => vec![left, down],
        '└' => vec![right, up],
        '┘' => vec![left, up],
        '├' => vec![along, right],
        '┤' => vec![along, left],
        '┬' => vec![across, down],
        '┴' => vec![across, up],
        _ => return None,
    })
}

/// Draws `count` cells of a block side by side, from the corner at `at` on.
pub(super) fn draw(block: &BlockCells, count: usize, at: (usize, usize), fill: Rgb, out: &mut String) {
    match block {
        BlockCells::Parts(parts) => parts.iter().for_each(|part| draw_part(*part, count, at, fill, out)),
        BlockCells::Dots(every) => draw_dots(*every, count * WIDE, at, fill, out),
    }
}

/// A part that spans its cell becomes one rectangle over all cells.
fn draw_part(
    [left, top, width, height]: [f64; 4],
    count: usize,
    (x, y): (usize, usize),
    fill: Rgb,
    out: &mut String,
) {
    let spans = width >= W;
    let cells = if spans { 1 } else { count };
    let width = if spans { pixels(count * WIDE) } else { width };
    for cell in 0..cells {
        let (x, y) = (pixels(x + cell * WIDE) + left, pixels(y) + top);
        let _ = writeln!(
            out,
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{fill}\"/>"
        );
    }
}

/// One path of dashed lines; every other line begins a dot later, so that dots stand between those above.
fn draw_dots(every: usize, width: usize, (x, y): (usize, usize), fill: Rgb, out: &mut String) {
    let mut path = String::new();
    for (row, top) in (0..HIGH).step_by(every).enumerate() {
        let shift = row % 2 * DOT;
        let _ = write!(path, "M{} {}h{}", x + shift, y + top + DOT / 2, width.saturating_sub(shift));
    }
    let _ = writeln!(
        out,
        "<path d=\"{path}\" stroke=\"{fill}\" stroke-width=\"{DOT}\" stroke-dasharray=\"{DOT}\" fill=\"none\"/>"
    );
}

/// A length of a picture to calculate with.
fn pixels(length: usize) -> f64 {
    u32::try_from(length).map_or(f64::from(u32::MAX), f64::from)
}
