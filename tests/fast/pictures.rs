//! Frames as pictures: text in its columns, bars as rectangles; and as text with colours and without.

#![expect(clippy::expect_used, reason = "a test may fail loudly")]

use coopdash::output::{SvgOptions, ansi, svg, text};
use coopdash::settings::{GlyphSet, PageColours, Rgb};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};

const PAGE: PageColours = PageColours { text: Rgb(230, 230, 230), background: Rgb(0, 0, 0) };

/// What is drawn inside the group of a one-row frame.
fn drawn(pieces: &[(u16, &str, Style)]) -> Vec<String> {
    let picture = svg(&one_row(20, pieces), &SvgOptions { title: "A & B", page: PAGE });
    assert!(picture.contains("<title>A &amp; B</title>"));
    let inside = picture.split_once("<g").and_then(|(_, rest)| rest.split_once(">\n")).expect("a group").1;
    inside.lines().take_while(|line| *line != "</g>").map(str::to_owned).collect()
}

#[test]
fn text_is_text_placed_by_its_column() {
    let bold = Style::new().add_modifier(Modifier::BOLD).fg(Color::Rgb(255, 0, 0));
    assert_eq!(
        drawn(&[(1, "two words", Style::new()), (12, "<5%", bold)]),
        [
            "<text x=\"10\" y=\"15\" textLength=\"90\">two words</text>",
            "<text x=\"120\" y=\"15\" textLength=\"30\" fill=\"#ff0000\" font-weight=\"bold\">&lt;5%</text>",
        ]
    );
}

#[test]
fn columns_of_a_table_and_wide_letters_are_placed_one_by_one() {
    assert_eq!(
        drawn(&[(0, "a b   c", Style::new()), (8, "日本", Style::new())]),
        [
            "<text x=\"0\" y=\"15\" textLength=\"30\">a b</text>",
            "<text x=\"60\" y=\"15\" textLength=\"10\">c</text>",
            "<text x=\"80\" y=\"15\" textLength=\"20\">日</text>",
            "<text x=\"100\" y=\"15\" textLength=\"20\">本</text>",
        ]
    );
}

#[test]
fn bars_are_rectangles_without_gaps() {
    let blue = Style::new().fg(Color::Rgb(0, 0, 255));
    assert_eq!(
        drawn(&[(0, "███▌", blue), (5, "▄▄", blue), (8, "██", blue.bg(Color::Rgb(0, 0, 255)))]),
        [
            "<rect x=\"80\" y=\"0\" width=\"20\" height=\"20\" fill=\"#0000ff\"/>",
            "<rect x=\"0\" y=\"0\" width=\"30\" height=\"20\" fill=\"#0000ff\"/>",
            "<rect x=\"30\" y=\"0\" width=\"5\" height=\"20\" fill=\"#0000ff\"/>",
            "<rect x=\"50\" y=\"10\" width=\"20\" height=\"10\" fill=\"#0000ff\"/>",
        ]
    );
}

#[test]
fn eighths_grow_from_below_and_from_the_left_within_their_cells() {
    let rect = |[x, y, width, height]: [usize; 4], rest: &str| {
        format!("<rect x=\"{x}\" y=\"{y}\" width=\"{width}{rest}\" height=\"{height}\" fill=\"#e6e6e6\"/>")
    };
    let plain = Style::new();
    assert_eq!(
        drawn(&[(0, "▂", plain), (1, "▎", plain), (2, "█", plain), (4, "▐", plain)]),
        [
            rect([0, 15, 10, 5], ""),
            rect([10, 0, 2, 20], ".5"),
            rect([20, 0, 10, 20], ""),
            rect([45, 0, 5, 20], "")
        ]
    );
}

#[test]
fn every_bar_and_line_of_the_full_set_is_drawn_as_rectangles_and_letters_are_not() {
    let glyphs = GlyphSet::Full.glyphs();
    let is_text = |symbol| drawn(&[(0, symbol, Style::new())]).iter().any(|line| line.starts_with("<text"));
    assert!(
        ![glyphs.thick, glyphs.thin, glyphs.list_bar, glyphs.target, glyphs.tee_up].into_iter().any(is_text)
    );
    assert!(["A", "▲", "ć"].into_iter().all(is_text));
}

#[test]
fn shades_are_dots_of_the_full_colour() {
    let blue = Style::new().fg(Color::Rgb(0, 0, 255));
    assert_eq!(
        drawn(&[(1, "░░", blue)]),
        ["<path d=\"M10 1h20M12 5h18M10 9h20M12 13h18M10 17h20\" stroke=\"#0000ff\" stroke-width=\"2\" \
          stroke-dasharray=\"2\" fill=\"none\"/>"]
    );
}

#[test]
fn reversed_cells_exchange_their_colours() {
    let reversed = Style::new().add_modifier(Modifier::REVERSED);
    assert_eq!(
        drawn(&[(0, "x ", reversed)]),
        [
            "<rect x=\"0\" y=\"0\" width=\"20\" height=\"20\" fill=\"#e6e6e6\"/>",
            "<text x=\"0\" y=\"15\" textLength=\"10\" fill=\"#000000\">x</text>",
        ]
    );
}

fn one_row(columns: u16, pieces: &[(u16, &str, Style)]) -> Buffer {
    let mut frame = Buffer::empty(Rect::new(0, 0, columns, 1));
    for (x, text, style) in pieces {
        frame.set_string(*x, 0, text, *style);
    }
    frame
}

#[test]
fn a_row_without_style_is_plain_text() {
    assert_eq!(ansi(&one_row(12, &[(2, "plain", Style::new())])).as_str(), "  plain\n");
}

#[test]
fn equal_styles_stand_in_one_run_and_the_row_ends_plain() {
    let style = Style::new().fg(Color::Indexed(9)).add_modifier(Modifier::BOLD);
    assert_eq!(
        ansi(&one_row(12, &[(0, "late", style), (5, "x", Style::new())])).as_str(),
        "\u{1b}[0;1;91mlate\u{1b}[0m x\n"
    );
    let style = Style::new().fg(Color::Rgb(1, 2, 3)).bg(Color::Indexed(237));
    assert_eq!(ansi(&one_row(12, &[(0, "a", style)])).as_str(), "\u{1b}[0;38;2;1;2;3;48;5;237ma\u{1b}[0m\n");
}

#[test]
fn spaces_with_a_background_are_kept_to_the_edge() {
    let style = Style::new().add_modifier(Modifier::REVERSED);
    assert_eq!(ansi(&one_row(12, &[(10, "  ", style)])).as_str(), "          \u{1b}[0;7m  \u{1b}[0m\n");
}

#[test]
fn rows_keep_their_text_and_lose_the_spaces_at_the_end() {
    let frame = Buffer::with_lines(["  75% █▌  ", "", "日本 šć"]);
    assert_eq!(text(&frame), "  75% █▌\n\n日本 šć\n");
}
