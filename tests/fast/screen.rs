//! The screen: only what changed is written, and after a doubt everything.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use coopdash::shell::screen::Screen;
use ratatui::layout::{Position, Size};
use ratatui::style::Style;

/// The bytes of a frame that shows this text and cursor, the escape character readable.
fn frame(screen: &mut Screen, text: &str, cursor: Option<(u16, u16)>) -> String {
    let bytes = screen.frame(|area, cells| {
        cells.set_stringn(0, 0, text, area.width.into(), Style::new());
        cursor.map(Position::from)
    });
    String::from_utf8_lossy(bytes.unwrap()).replace('\x1b', "^")
}

#[test]
fn only_what_changed_is_written() {
    let mut screen = Screen::new(Size::new(9, 2));
    assert_eq!(frame(&mut screen, "abc", None), "^[?2026h^[0m^[2J^[?25l^[1;1Habc^[?2026l");
    assert_eq!(frame(&mut screen, "abc", None), "");
    assert_eq!(frame(&mut screen, "axc", None), "^[?2026h^[1;2Hx^[?2026l");
    assert_eq!(frame(&mut screen, "", None), "^[?2026h^[1;1H^[K^[?2026l");
}

#[test]
fn the_cell_beside_a_block_that_goes_is_written_again() {
    let mut screen = Screen::new(Size::new(9, 2));
    frame(&mut screen, "ab█ c", None);
    assert_eq!(frame(&mut screen, "ab  c", None), "^[?2026h^[1;3H  ^[?2026l");
    frame(&mut screen, "a █ c", None);
    assert_eq!(frame(&mut screen, "a   c", None), "^[?2026h^[1;2H   ^[?2026l");
    frame(&mut screen, "a██ c", None);
    assert_eq!(frame(&mut screen, "a██ d", None), "^[?2026h^[1;5Hd^[?2026l");
}

#[test]
fn both_columns_of_a_wide_letter_that_goes_are_written() {
    let mut screen = Screen::new(Size::new(9, 2));
    frame(&mut screen, "abกำx", None);
    assert_eq!(frame(&mut screen, "ab  x", None), "^[?2026h^[1;3H  ^[?2026l");
    frame(&mut screen, "abกำ", None);
    assert_eq!(frame(&mut screen, "ab", None), "^[?2026h^[1;3H^[K^[?2026l");
    frame(&mut screen, "abcกำ", None);
    assert_eq!(frame(&mut screen, "abcde", None), "^[?2026h^[1;4Hde^[?2026l");
}

#[test]
fn the_cursor_is_placed_shown_and_hidden() {
    let mut screen = Screen::new(Size::new(9, 2));
    frame(&mut screen, "abc", None);
    assert_eq!(frame(&mut screen, "abc", Some((2, 1))), "^[?2026h^[2;3H^[?25h^[?2026l");
    assert_eq!(frame(&mut screen, "abc", Some((2, 1))), "");
    assert_eq!(frame(&mut screen, "xbc", Some((2, 1))), "^[?2026h^[1;1Hx^[2;3H^[?2026l");
    assert_eq!(frame(&mut screen, "xbc", Some((9, 9))), "^[?2026h^[?25l^[?2026l", "outside is nowhere");
}

#[test]
fn what_is_forgotten_is_drawn_whole() {
    let mut screen = Screen::new(Size::new(9, 2));
    frame(&mut screen, "abc", Some((0, 0)));
    screen.forget();
    let whole = "^[?2026h^[0m^[2J^[?25l^[1;1Habc^[1;1H^[?25h^[?2026l";
    assert_eq!(frame(&mut screen, "abc", Some((0, 0))), whole);
    screen.resize(Size::new(2, 1));
    assert_eq!(frame(&mut screen, "abc", None), "^[?2026h^[0m^[2J^[?25l^[1;1Hab^[?2026l");
}

#[test]
fn no_size_is_too_small() {
    let mut screen = Screen::new(Size::ZERO);
    assert_eq!(frame(&mut screen, "abc", Some((0, 0))), "^[?2026h^[0m^[2J^[?25l^[?2026l");
    assert_eq!(frame(&mut screen, "abc", Some((0, 0))), "");
}
