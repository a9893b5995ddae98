//! Painting: the bytes that make a terminal show these cells, and as few of them as is simple.
//!
//! Never knows what was shown before, and leaves the terminal's style plain at the end.

use crate::text::{fits_a_cell, is_narrow, width};
use crate::view::look::number_of;
use crossterm::QueueableCommand;
use crossterm::cursor::MoveTo;
use crossterm::terminal::{Clear, ClearType};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Position;
use ratatui::style::{Color, Modifier};
use std::io::{self, Write};

/// Up to this many plain cells are written once more where a jump over them would cost as many bytes.
const BRIDGE: u16 = 5;

/// So many blanks are as short as erasing them to the end of a row.
const SHORT: u16 = 3;

/// So many blanks are as short as erasing them and moving to what comes after them.
const LONG: usize = 14;

/// Stands for what may not be shown.
const HIDDEN: &str = "\u{fffd}";

/// How text looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct CellStyle {
    foreground: Color,
    background: Color,
    modifier: Modifier,
}

const PLAIN: CellStyle =
    CellStyle { foreground: Color::Reset, background: Color::Reset, modifier: Modifier::empty() };

impl CellStyle {
    fn of(cell: &Cell) -> Self {
        Self { foreground: cell.fg, background: cell.bg, modifier: cell.modifier }
    }
}

/// Writes the bytes that paint these cells of `frame`, given from top left to bottom right.
///
/// # Errors
///
/// What `bytes` says.
pub fn paint<'a>(
    bytes: &mut impl Write,
    cells: impl Iterator<Item = (u16, u16, &'a Cell)>,
    frame: &Buffer,
) -> io::Result<()> {
    let mut style = PLAIN;
    let mut cursor = None;
    let mut erased = Position::ORIGIN;
    // Where they are is enough, and a quarter of the memory.
    let places: Vec<Position> = cells.map(|(x, y, _)| Position { x, y }).collect();
    for (at, place) in places.iter().copied().enumerate() {
        let Position { x, y } = place;
        let Some(cell) = frame.cell(place) else { continue };
        if (y, x) < (erased.y, erased.x) {
            continue;
        }
        if cursor != Some(place) {
            match cursor.and_then(|from| bridge(frame, from, place, style)) {
                Some(between) => bytes.write_all(between.as_bytes())?,
                None => _ = bytes.queue(MoveTo(x, y))?,
            }
        }
        let wanted = CellStyle::of(cell);
        restyle(bytes, style, wanted)?;
        style = wanted;
        if is_blank_from(frame, place) {
            bytes.queue(Clear(ClearType::UntilNewLine))?;
            (erased, cursor) = (Position { x: frame.area.right(), y }, Some(place));
            continue;
        }
        let blanks = if is_blank(cell) { blanks(frame, places.get(at..).unwrap_or_default()) } else { 0 };
        if blanks > LONG {
            // "Erase character" (ECMA-48); the cursor stays.
            write!(bytes, "\x1b[{blanks}X")?;
            erased = Position { x: x.saturating_add(u16::try_from(blanks).unwrap_or(u16::MAX)), y };
            cursor = Some(place);
            continue;
        }
        bytes.write_all(shown(cell).as_bytes())?;
        // Terminals disagree about the width of some characters: after those the place is said anew.
        cursor = is_one_narrow(cell.symbol()).then_some(Position { x: x.saturating_add(1), y });
    }
    restyle(bytes, style, PLAIN)
}

/// Writes the bytes that paint this frame on a screen that was cleared.
///
/// # Errors
///
/// What `bytes` says.
pub fn paint_whole(bytes: &mut impl Write, frame: &Buffer) -> io::Result<()> {
    let mut covered = 0;
    let cells = frame.content.iter().enumerate().filter(move |(at, cell)| {
        let is_covered = *at < covered;
        if !is_covered && !cell.symbol().is_ascii() {
            // What takes two columns lies over the cell beside it.
            covered = at + width(cell.symbol());
        }
        !is_covered && !is_blank(cell)
    });
    let placed = cells.map(|(at, cell)| {
        let (x, y) = frame.pos_of(at);
        (x, y, cell)
    });
    paint(bytes, placed, frame)
}

/// Whether a cell looks as if it had been erased.
fn is_blank(cell: &Cell) -> bool {
    cell.symbol() == " " && CellStyle::of(cell) == PLAIN
}

/// Whether a row is blank and plain from here on, for so long that erasing it is shorter.
fn is_blank_from(frame: &Buffer, from: Position) -> bool {
    let right = frame.area.right();
    right.saturating_sub(from.x) > SHORT
        && (from.x..right).all(|x| frame.cell((x, from.y)).is_some_and(is_blank))
}

/// How many of these cells, from the first, are blank, plain and beside each other.
fn blanks(frame: &Buffer, places: &[Position]) -> usize {
    let Some(Position { x, y }) = places.first().copied() else { return 0 };
    let is_next = |(next, own): &(u16, &Position)| {
        **own == Position { x: *next, y } && frame.cell(**own).is_some_and(is_blank)
    };
    (x..).zip(places).take_while(is_next).count()
}

/// What a terminal is sent for a cell: this is the last door, and nothing passes that acts.
fn shown(cell: &Cell) -> &str {
    if fits_a_cell(cell.symbol()) { cell.symbol() } else { HIDDEN }
}

/// What stands between two places of one row, if it is short, plain and of the present style.
fn bridge(frame: &Buffer, from: Position, to: Position, style: CellStyle) -> Option<String> {
    if from.y != to.y || to.x <= from.x || to.x - from.x > BRIDGE {
        return None;
    }
    let cells = (from.x..to.x).map(|x| frame.cell((x, to.y)));
    cells
        .map(|cell| cell.filter(|cell| CellStyle::of(cell) == style && cell.symbol().is_ascii()).map(shown))
        .collect()
}

/// Whether every terminal moves on by one column after this.
fn is_one_narrow(symbol: &str) -> bool {
    let mut characters = symbol.chars();
    matches!((characters.next(), characters.next()), (Some(first), None) if is_narrow(first))
}

/// Writes the bytes that lead from one style to another: none if they are equal.
fn restyle(bytes: &mut impl Write, from: CellStyle, to: CellStyle) -> io::Result<()> {
    if from == to {
        return Ok(());
    }
    if to == PLAIN {
        return bytes.write_all(b"\x1b[0m");
    }
    // A modifier cannot be taken back alone: bold and dim share the code that ends them.
    let start = if to.modifier.contains(from.modifier) { from } else { PLAIN };
    let mut codes = if start == from { String::new() } else { ";0".to_owned() };
    for (modifier, code) in MODIFIERS {
        if to.modifier.difference(start.modifier).contains(modifier) {
            codes.push_str(code);
        }
    }
    if to.foreground != start.foreground {
        codes.push_str(&color(to.foreground, 30));
    }
    if to.background != start.background {
        codes.push_str(&color(to.background, 40));
    }
    bytes.write_all(b"\x1b[")?;
    bytes.write_all(codes.trim_start_matches(';').as_bytes())?;
    bytes.write_all(b"m")
}

/// The codes of modifiers, each behind what sets codes apart.
const MODIFIERS: [(Modifier, &str); 9] = [
    (Modifier::BOLD, ";1"),
    (Modifier::DIM, ";2"),
    (Modifier::ITALIC, ";3"),
    (Modifier::UNDERLINED, ";4"),
    (Modifier::SLOW_BLINK, ";5"),
    (Modifier::RAPID_BLINK, ";6"),
    (Modifier::REVERSED, ";7"),
    (Modifier::HIDDEN, ";8"),
    (Modifier::CROSSED_OUT, ";9"),
];

/// The code of a colour, in the same way; `base` is 30 for text and 40 for what is behind it (ECMA-48, with the
/// bright colours of aixterm and the `38;5` and `38;2` of xterm).
#[expect(clippy::wildcard_enum_match_arm, reason = "all others have a name")]
fn color(color: Color, base: u8) -> String {
    match color {
        Color::Reset => format!(";{}", base + 9),
        Color::Indexed(index) => format!(";{};5;{index}", base + 8),
        Color::Rgb(red, green, blue) => format!(";{};2;{red};{green};{blue}", base + 8),
        named => match number_of(named) {
            dark @ 0..=7 => format!(";{}", base + dark),
            bright => format!(";{}", base + 52 + bright),
        },
    }
}
