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
pub(super) fn paint<'a>(
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::strings::{Strings, how_many, offence_in_cells, without_own_sequences};
    use ratatui::layout::Rect;
    use ratatui::style::Style as Look;

    /// The bytes from a blank screen to this one, the escape character readable.
    fn painted(width: u16, draw: impl FnOnce(&mut Buffer)) -> String {
        let blank = Buffer::empty(Rect::new(0, 0, width, 2));
        let mut frame = blank.clone();
        draw(&mut frame);
        let mut bytes = Vec::new();
        paint(&mut bytes, blank.diff_iter(&frame), &frame).unwrap();
        String::from_utf8(bytes).unwrap().replace('\x1b', "^")
    }

    #[test]
    fn words_are_written_with_the_blanks_between_them() {
        assert_eq!(painted(20, |frame| frame.set_string(2, 1, "two words", Look::new())), "^[2;3Htwo words");
        assert_eq!(
            painted(40, |frame| frame.set_string(0, 0, "far          apart", Look::new())),
            "^[1;1Hfar^[1;14Hapart"
        );
    }

    #[test]
    fn many_blanks_are_erased_and_what_stands_behind_them_stays() {
        let mut before = Buffer::empty(Rect::new(0, 0, 60, 1));
        before.set_string(0, 0, "x".repeat(40) + "end", Look::new());
        let mut after = Buffer::empty(Rect::new(0, 0, 60, 1));
        after.set_string(40, 0, "end", Look::new());
        let told = |before: &Buffer, after: &Buffer| {
            let mut bytes = Vec::new();
            paint(&mut bytes, before.diff_iter(after), after).unwrap();
            String::from_utf8(bytes).unwrap().replace('\x1b', "^")
        };
        assert_eq!(told(&before, &after), "^[1;1H^[40X");
        after.set_string(2, 0, "y", Look::new());
        assert_eq!(told(&before, &after), "^[1;1H  y^[37X", "two are written");
        after.set_string(20, 0, " ".repeat(20), Look::new().reversed());
        assert_eq!(
            told(&before, &after),
            "^[1;1H  y^[17X^[1;21H^[7m".to_owned() + &" ".repeat(20) + "^[0m",
            "only what is plain"
        );
    }

    #[test]
    fn a_style_costs_what_changes_and_is_taken_back() {
        let two = |frame: &mut Buffer| {
            frame.set_string(0, 0, "a", Look::new().fg(Color::Red).bold());
            frame.set_string(1, 0, "b", Look::new().fg(Color::Red).bold().reversed());
            frame.set_string(2, 0, "c", Look::new().fg(Color::LightBlue).bg(Color::Black));
            frame.set_string(3, 0, "d", Look::new().fg(Color::Rgb(1, 2, 3)).bg(Color::Indexed(200)));
            frame.set_string(4, 0, "e", Look::new());
        };
        assert_eq!(painted(5, two), "^[1;1H^[1;31ma^[7mb^[0;94;40mc^[38;2;1;2;3;48;5;200md^[0me");
        let last = |frame: &mut Buffer| _ = frame.set_stringn(0, 0, "x", 1, Look::new().bg(Color::Green));
        assert_eq!(painted(5, last), "^[1;1H^[42mx^[0m");
    }

    #[test]
    fn after_a_character_of_doubtful_width_the_place_is_said_anew() {
        assert_eq!(painted(9, |frame| frame.set_string(0, 0, "日本", Look::new())), "^[1;1H日^[1;3H本");
        assert_eq!(painted(9, |frame| frame.set_string(0, 0, "▌█é─x", Look::new())), "^[1;1H▌█é─x");
    }

    /// The bytes of a row of cells in which these symbols were put, whatever they are.
    fn sent(symbols: &[String]) -> String {
        let mut row = Buffer::empty(Rect::new(0, 0, u16::try_from(symbols.len()).unwrap(), 1));
        for (x, symbol) in (0..).zip(symbols) {
            let style = if x % 3 == 0 { Look::new().bold() } else { Look::new() };
            row[(x, 0)].set_symbol(symbol).set_style(style);
        }
        let cells: Vec<_> = (0..).zip(row.content()).filter(|(x, _)| x % 7 > 0).collect();
        let mut bytes = Vec::new();
        paint(&mut bytes, cells.into_iter().map(|(x, cell)| (x, 0, cell)), &row).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn nothing_that_acts_passes_whatever_is_in_the_cells() {
        for acts in
            ["\u{1b}[2J", "\u{9b}", "\u{7}", "\n", "\u{202e}", "\u{200f}", "a\u{e0041}", "\u{200b}", ""]
        {
            assert_eq!(sent(&["x".into(), acts.into()]), "\u{1b}[1;2H\u{fffd}", "{acts:?}");
        }
        let mut source = Strings::new(6);
        for _ in 0..how_many(300).div_ceil(50) {
            let symbols: Vec<String> = (0..50).map(|_| source.next()).collect();
            let text = without_own_sequences(&sent(&symbols), true);
            let text = text.unwrap_or_else(|found| panic!("{found} from {symbols:?}"));
            assert!(!text.contains('\n'), "{symbols:?}");
            assert_eq!(offence_in_cells(&text), None, "{symbols:?}");
        }
    }

    #[test]
    fn what_stands_between_in_another_style_is_jumped_over() {
        let mut before = Buffer::empty(Rect::new(0, 0, 9, 1));
        before.set_string(0, 0, "a b c", Look::new().bold());
        before[(2, 0)].modifier = Modifier::empty();
        let mut after = before.clone();
        after.set_string(0, 0, "x", Look::new().bold());
        after.set_string(4, 0, "y", Look::new().bold());
        let mut bytes = Vec::new();
        paint(&mut bytes, before.diff_iter(&after), &after).unwrap();
        assert_eq!(String::from_utf8(bytes).unwrap().replace('\x1b', "^"), "^[1;1H^[1mx^[1;5Hy^[0m");
    }
}
