//! Painting: the bytes that make a terminal show these cells, and as few of them as is simple.
//!
//! Never knows what was shown before, and leaves the terminal's style plain at the end.

use crate::text::fits_a_cell;
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
    let cells: Vec<_> = cells.collect();
    for (at, (x, y, cell)) in cells.iter().copied().enumerate() {
        if (y, x) < (erased.y, erased.x) {
            continue;
        }
        let place = Position { x, y };
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
        let blanks = blanks(cells.get(at..).unwrap_or_default());
        if blanks > LONG {
            // "Erase character" (ECMA-48); the cursor stays.
            write!(bytes, "\x1b[{blanks}X")?;
            erased = Position { x: x.saturating_add(u16::try_from(blanks).unwrap_or(u16::MAX)), y };
            cursor = Some(place);
            continue;
        }
        bytes.write_all(shown(cell).as_bytes())?;
        // Terminals disagree about the width of some characters: after those the place is said anew.
        cursor = is_narrow(cell.symbol()).then_some(Position { x: x.saturating_add(1), y });
    }
    restyle(bytes, style, PLAIN)
}

/// Whether a row is blank and plain from here on, for so long that erasing it is shorter.
fn is_blank_from(frame: &Buffer, from: Position) -> bool {
    let right = frame.area.right();
    right.saturating_sub(from.x) > SHORT
        && (from.x..right).all(|x| {
            frame.cell((x, from.y)).is_some_and(|cell| cell.symbol() == " " && CellStyle::of(cell) == PLAIN)
        })
}

/// How many of these cells, from the first, are blank, plain and beside each other.
fn blanks(cells: &[(u16, u16, &Cell)]) -> usize {
    let Some((x, y, _)) = cells.first().copied() else { return 0 };
    let is_next = |(next, own): &(u16, &(u16, u16, &Cell))| {
        (own.0, own.1) == (*next, y) && own.2.symbol() == " " && CellStyle::of(own.2) == PLAIN
    };
    (x..).zip(cells).take_while(is_next).count()
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

/// Whether every terminal moves on by one column after this: letters, punctuation, and the lines and blocks
/// that charts are made of.
fn is_narrow(symbol: &str) -> bool {
    let mut characters = symbol.chars();
    let (Some(first), None) = (characters.next(), characters.next()) else { return false };
    matches!(first,
        ' '..='~' | '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{24f}' | '\u{370}'..='\u{482}' | '\u{48a}'..='\u{52f}'
        | '\u{2010}'..='\u{2027}' | '\u{2500}'..='\u{25fc}')
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
    let mut codes = Vec::new();
    if start != from {
        codes.push("0".to_owned());
    }
    codes.extend(modifiers(to.modifier.difference(start.modifier)));
    if to.foreground != start.foreground {
        codes.push(color(to.foreground, 30));
    }
    if to.background != start.background {
        codes.push(color(to.background, 40));
    }
    write!(bytes, "\x1b[{}m", codes.join(";"))
}

fn modifiers(added: Modifier) -> impl Iterator<Item = String> {
    const CODES: [(Modifier, &str); 9] = [
        (Modifier::BOLD, "1"),
        (Modifier::DIM, "2"),
        (Modifier::ITALIC, "3"),
        (Modifier::UNDERLINED, "4"),
        (Modifier::SLOW_BLINK, "5"),
        (Modifier::RAPID_BLINK, "6"),
        (Modifier::REVERSED, "7"),
        (Modifier::HIDDEN, "8"),
        (Modifier::CROSSED_OUT, "9"),
    ];
    CODES.into_iter().filter(move |(modifier, _)| added.contains(*modifier)).map(|(_, code)| code.to_owned())
}

/// The code of a colour; `base` is 30 for text and 40 for what is behind it (ECMA-48, with the bright
/// colours of aixterm and the `38;5` and `38;2` of xterm).
#[expect(clippy::wildcard_enum_match_arm, reason = "all others have a name")]
fn color(color: Color, base: u8) -> String {
    match color {
        Color::Reset => (base + 9).to_string(),
        Color::Indexed(index) => format!("{};5;{index}", base + 8),
        Color::Rgb(red, green, blue) => format!("{};2;{red};{green};{blue}", base + 8),
        named => match number_of(named) {
            dark @ 0..=7 => (base + dark).to_string(),
            bright => (base + 52 + bright).to_string(),
        },
    }
}
