//! Block and line characters as rectangles, so that bars have no gaps whatever the font.
//!
//! Knows the characters of `settings::Glyphs` that are made of rectangles; all others are text.

use super::{Rgb, WIDE};
use std::fmt::Write;

/// How a symbol is drawn.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Shape {
    /// By a font.
    Text,
    /// As rectangles.
    Block(Block),
}

/// Rectangles within a cell.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Block {
    /// Left, top, width and height of each, in pixels from the corner of the cell.
    parts: Vec<[f64; 4]>,
    /// How much of what is behind them they cover.
    opacity: f64,
}

/// The size of a cell.
const W: f64 = 10.0;
const H: f64 = 20.0;

/// The middle of a cell, where lines run; they are one pixel wide.
const X: f64 = 5.0;
const Y: f64 = 10.0;

impl Shape {
    pub(super) fn of(symbol: &str) -> Self {
        let mut chars = symbol.chars();
        let parts = match (chars.next(), chars.next()) {
            (Some(only), None) => parts(only),
            _ => None,
        };
        let opacity = match symbol {
            "░" => 0.25,
            "▒" => 0.5,
            _ => 1.0,
        };
        parts.map_or(Self::Text, |parts| Self::Block(Block { parts, opacity }))
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
        '░' | '▒' => vec![[0.0, 0.0, W, H]],
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

/// Draws `count` cells of a block side by side; what spans a whole cell becomes one rectangle.
pub(super) fn draw(block: &Block, count: usize, (x, y): (usize, usize), fill: Rgb, out: &mut String) {
    let opacity =
        if block.opacity < 1.0 { format!(" fill-opacity=\"{}\"", block.opacity) } else { String::new() };
    let (x, y) = (pixels(x), pixels(y));
    for [left, top, width, height] in &block.parts {
        let spans = *width >= W;
        let cells = if spans { 1 } else { count };
        let width = if spans { pixels(count * WIDE) } else { *width };
        for cell in 0..cells {
            let (x, y) = (x + left + pixels(cell * WIDE), y + top);
            let _ = writeln!(
                out,
                "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{fill}\"{opacity}/>"
            );
        }
    }
}

/// A length of a picture to calculate with.
fn pixels(length: usize) -> f64 {
    u32::try_from(length).map_or(f64::from(u32::MAX), f64::from)
}

#[cfg(test)]
mod tests {
    use super::super::HIGH;
    use super::{Block, H, Shape, W, WIDE, pixels};
    use crate::settings::GlyphSet;

    fn block(symbol: &str) -> Block {
        match Shape::of(symbol) {
            Shape::Block(block) => block,
            Shape::Text => panic!("{symbol} is text"),
        }
    }

    #[test]
    fn a_cell_has_one_size() {
        assert!((pixels(WIDE), pixels(HIGH)) == (W, H));
    }

    #[test]
    fn eighths_grow_from_below_and_from_the_left() {
        assert_eq!(block("▂").parts, [[0.0, 15.0, 10.0, 5.0]]);
        assert_eq!(block("▎").parts, [[0.0, 0.0, 2.5, 20.0]]);
        assert_eq!(block("█").parts, [[0.0, 0.0, 10.0, 20.0]]);
    }

    #[test]
    fn every_bar_and_line_of_the_full_set_is_drawn_as_rectangles_and_letters_are_not() {
        let glyphs = GlyphSet::Full.glyphs();
        for symbol in
            [glyphs.thick, glyphs.thin, glyphs.list_bar, glyphs.target, glyphs.tee_up, glyphs.earlier]
        {
            assert!(!block(symbol).parts.is_empty());
        }
        for symbol in ["A", "▲", " ", "ć"] {
            assert_eq!(Shape::of(symbol), Shape::Text);
        }
    }
}
