//! A frame as a picture: real text in cells of fixed size, blocks as rectangles.
//!
//! Text can be selected, searched and read aloud. Block characters are not left to a font, which would
//! draw them with gaps. Never holds a script, a link or a font.

mod blocks;

use super::ansi::Shade;
use super::text::{PlacedCell, row};
use crate::settings::{PageColours, Rgb};
use crate::text::HIDDEN;
use blocks::{HIGH, SymbolShape, WIDE};
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use std::fmt::Write;

/// How far the baseline of a text lies below the top of its cell, in pixels.
const BASELINE: usize = 15;

/// The size of the letters in pixels: six tenths of it are the width of a letter in most monospace fonts.
const LETTER: &str = "16.6";

/// The margin around the frame in pixels.
const MARGIN: usize = 10;

/// What a picture needs besides its frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SvgOptions<'a> {
    /// What the picture is called, for people who hear it instead of seeing it.
    pub title: &'a str,
    /// The colours that stand for the terminal's own.
    pub page: PageColours,
}

/// `frame` as an SVG document. Its text, as `output::text` has it, is the description.
pub fn svg(frame: &Buffer, picture: &SvgOptions) -> String {
    let (columns, rows) = (usize::from(frame.area.width), usize::from(frame.area.height));
    let (width, height) = (columns * WIDE + 2 * MARGIN, rows * HIGH + 2 * MARGIN);
    let (title, description) = (escape(picture.title), escape(&super::text(frame)));
    let page = picture.page;
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\">\n\
         <title>{title}</title>\n<desc>{description}</desc>\n\
         <rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>\n\
         <g font-family=\"DejaVu Sans Mono, Menlo, Consolas, monospace\" font-size=\"{LETTER}\" \
         xml:space=\"preserve\" fill=\"{}\" shape-rendering=\"crispEdges\" \
         transform=\"translate({MARGIN} {MARGIN})\">\n",
        page.background, page.text,
    );
    for y in 0..frame.area.height {
        draw_row(frame, y, page, &mut out);
    }
    out.push_str("</g>\n</svg>\n");
    out
}

/// A cell as it is drawn.
struct Drawn<'a> {
    place: PlacedCell<'a>,
    ink: CellColours,
    shape: SymbolShape,
}

/// One row: backgrounds, then blocks and texts, each in runs of equal look.
fn draw_row(frame: &Buffer, y: u16, page: PageColours, out: &mut String) {
    let top = usize::from(y) * HIGH;
    let cells: Vec<Drawn> = row(frame, y)
        .map(|place| Drawn {
            ink: CellColours::of(place.cell, page),
            shape: SymbolShape::of(place.cell.symbol()),
            place,
        })
        .collect();
    for run in cells.chunk_by(|a, b| a.ink.background == b.ink.background) {
        let Some((first, (x, width))) = run.first().zip(extent(run)) else { continue };
        if first.ink.background != page.background {
            rect(out, [x, top, width, HIGH], first.ink.background);
        }
    }
    for run in cells.chunk_by(is_one_run) {
        let Some((first, (x, _))) = run.first().zip(extent(run)) else { continue };
        match &first.shape {
            // A bar whose background is its own colour is drawn already.
            SymbolShape::Block(_) if first.ink.foreground == first.ink.background => {}
            SymbolShape::Block(block) => blocks::draw(block, run.len(), (x, top), first.ink.foreground, out),
            SymbolShape::Text => pieces(run).for_each(|piece| draw_text(piece, top, page, out)),
        }
    }
}

/// Whether two neighbours are drawn in one go: blocks with their like, texts of one style.
///
/// A wide symbol among narrow ones would shift them: it stands alone, placed by its column.
fn is_one_run(a: &Drawn, b: &Drawn) -> bool {
    a.ink == b.ink && a.shape == b.shape && a.place.columns == 1 && b.place.columns == 1
}

/// The left edge and the width of a run, in pixels.
fn extent(run: &[Drawn]) -> Option<(usize, usize)> {
    let (first, last) = (&run.first()?.place, &run.last()?.place);
    Some((first.column * WIDE, (last.column + last.columns - first.column) * WIDE))
}

/// A run of text without its spaces at both ends, cut where two spaces or more are: every column of a table
/// is placed by itself.
fn pieces<'a>(run: &'a [Drawn<'a>]) -> impl Iterator<Item = &'a [Drawn<'a>]> {
    let is_space = |drawn: &Drawn| drawn.place.cell.symbol() == " ";
    let gap = move |index: usize| {
        let space = |at: Option<usize>| at.and_then(|at| run.get(at)).is_none_or(is_space);
        space(Some(index)) && (space(index.checked_sub(1)) || space(Some(index + 1)))
    };
    let mut index = 0;
    run.split(move |_| {
        index += 1;
        gap(index - 1)
    })
    .filter(|piece| !piece.is_empty())
}

fn draw_text(piece: &[Drawn], top: usize, page: PageColours, out: &mut String) {
    let Some((first, (x, width))) = piece.first().zip(extent(piece)) else { return };
    let text: String = piece.iter().map(|drawn| drawn.place.cell.symbol()).collect();
    let (y, ink, text) = (top + BASELINE, first.ink, escape(&text));
    let fill =
        if ink.foreground == page.text { String::new() } else { format!(" fill=\"{}\"", ink.foreground) };
    let weight = if ink.bold { " font-weight=\"bold\"" } else { "" };
    let _ = writeln!(out, "<text x=\"{x}\" y=\"{y}\" textLength=\"{width}\"{fill}{weight}>{text}</text>");
}

fn rect(out: &mut String, [x, y, width, height]: [usize; 4], fill: Rgb) {
    let _ =
        writeln!(out, "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{fill}\"/>");
}

/// The colours of a cell as they are seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct CellColours {
    foreground: Rgb,
    background: Rgb,
    bold: bool,
}

impl CellColours {
    fn of(cell: &Cell, page: PageColours) -> Self {
        let foreground = rgb(cell.fg).unwrap_or(page.text);
        let background = rgb(cell.bg).unwrap_or(page.background);
        let bold = cell.modifier.contains(Modifier::BOLD);
        if cell.modifier.contains(Modifier::REVERSED) {
            return Self { foreground: background, background: foreground, bold };
        }
        Self { foreground, background, bold }
    }
}

/// What a colour looks like; `None` for the terminal's own.
fn rgb(colour: Color) -> Option<Rgb> {
    Some(match Shade::of(colour) {
        Shade::Own => return None,
        Shade::Number(number) => Rgb::of_xterm(number),
        Shade::Rgb(rgb) => rgb,
    })
}

/// `text` as it may stand between tags; what XML 1.0 has no place for becomes the mark for hidden characters.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push(c),
            '\u{fffe}' | '\u{ffff}' => out.push(HIDDEN),
            c if c.is_control() => out.push(HIDDEN),
            c => out.push(c),
        }
    }
    out
}
