//! A frame as text with terminal colours: for `less -R`, a log, a message of the day.
//!
//! Uses only SGR sequences; every row ends in the terminal's own colours. Never asks a terminal.

use super::text::row;
use crate::settings::Rgb;
use crate::text::Clean;
use crate::view::look::number_of;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

/// The rows of `frame` with SGR sequences (ECMA-48, 8.3.117) where the style changes.
pub fn ansi(frame: &Buffer) -> Clean {
    let mut out = Clean::default();
    for y in 0..frame.area.height {
        let last = row(frame, y).filter(|place| is_seen(place.cell)).map(|place| place.column).last();
        let mut style = String::new();
        for place in row(frame, y).take_while(|place| Some(place.column) <= last) {
            let wanted = sgr(place.cell);
            if wanted != style {
                // Each change starts from nothing: no state is carried from one style to the next.
                out.push_style(&format!("0{wanted}"));
                style = wanted;
            }
            out.push(&Clean::line(place.cell.symbol()));
        }
        if !style.is_empty() {
            out.push_style("0");
        }
        out.push(&Clean::lines("\n"));
    }
    out
}

/// Whether a cell shows anything: a symbol, or a background of its own.
fn is_seen(cell: &Cell) -> bool {
    cell.symbol() != " " || cell.bg != Color::Reset || cell.modifier.contains(Modifier::REVERSED)
}

/// The parameters of a cell's style, each after a semicolon.
fn sgr(cell: &Cell) -> String {
    let mut parameters = String::new();
    if cell.modifier.contains(Modifier::BOLD) {
        parameters.push_str(";1");
    }
    if cell.modifier.contains(Modifier::REVERSED) {
        parameters.push_str(";7");
    }
    parameters.push_str(&parameter(cell.fg, 30));
    parameters.push_str(&parameter(cell.bg, 40));
    parameters
}

/// A colour as a parameter; `base` is 30 for the foreground and 40 for the background.
fn parameter(colour: Color, base: u8) -> String {
    match Shade::of(colour) {
        Shade::Own => String::new(),
        Shade::Number(number @ 0..=7) => format!(";{}", base + number),
        Shade::Number(number @ 8..=15) => format!(";{}", base + 60 + number - 8),
        Shade::Number(number @ 16..) => format!(";{};5;{number}", base + 8),
        Shade::Rgb(Rgb(red, green, blue)) => format!(";{};2;{red};{green};{blue}", base + 8),
    }
}

/// A colour of a cell, whichever of its many names it has.
pub(super) enum Shade {
    /// The terminal's own.
    Own,
    /// One of xterm's 256.
    Number(u8),
    /// In sRGB.
    Rgb(Rgb),
}

impl Shade {
    #[expect(clippy::wildcard_enum_match_arm, reason = "all others have a name")]
    pub(super) fn of(colour: Color) -> Self {
        match colour {
            Color::Reset => Self::Own,
            Color::Rgb(red, green, blue) => Self::Rgb(Rgb(red, green, blue)),
            Color::Indexed(number) => Self::Number(number),
            named => Self::Number(number_of(named)),
        }
    }
}
