//! Painting: the bytes that lead from one frame to the next, and that nothing in a cell acts.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use crate::strings::{Strings, how_many, offence_in_cells, without_own_sequences};
use coopdash::shell::paint::{paint, paint_whole};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style as Look};

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
    for acts in ["\u{1b}[2J", "\u{9b}", "\u{7}", "\n", "\u{202e}", "\u{200f}", "a\u{e0041}", "\u{200b}", ""] {
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

#[test]
fn a_whole_frame_is_painted_as_what_differs_from_a_blank_one() {
    let mut source = Strings::new(9);
    let looks = [Look::new(), Look::new().bold(), Look::new().on_blue(), Look::new().red().reversed()];
    for number in 0..how_many(2000) {
        let blank = Buffer::empty(Rect::new(0, 0, 23, 3));
        let mut frame = blank.clone();
        for (row, look) in (0..3).zip(looks.iter().cycle().skip(number)) {
            let text: String = coopdash::text::cells(&source.next()).into_owned();
            let from = u16::try_from(number % 17).unwrap();
            frame.set_stringn(from, row, format!("a  {text}"), usize::from(23 - from), Look::new());
            frame.set_style(Rect::new(from, row, 6, 1), *look);
        }
        let (mut differing, mut whole) = (Vec::new(), Vec::new());
        paint(&mut differing, blank.diff_iter(&frame), &frame).unwrap();
        paint_whole(&mut whole, &frame).unwrap();
        assert_eq!(String::from_utf8_lossy(&whole), String::from_utf8_lossy(&differing));
    }
}
