//! The floor as a program: a file is read and shown, `j` moves by a row, `q` leaves.
//!
//! The cells and the difference of two frames are those of ratatui, the bytes those of crossterm: what
//! `ratatui::Terminal` does between them, without what it does besides.

use crate::bare;
use crate::floor::Floor;
use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::style::{Attribute, Color as Ink, Colors, Print, SetAttribute, SetColors};
use crossterm::terminal::{Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen};
use crossterm::terminal::{disable_raw_mode, enable_raw_mode, size};
use crossterm::{execute, queue};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};
use std::io::{self, Read, Write, stdin, stdout};

/// Shows this file until `q`.
pub(crate) fn run(file: &str) -> io::Result<()> {
    let mut floor = Floor::new(bare::read(&std::fs::read_to_string(file)?));
    enable_raw_mode()?;
    execute!(stdout(), EnterAlternateScreen, Clear(ClearType::All))?;
    let (columns, rows) = size()?;
    let area = Rect::new(0, 0, columns, rows);
    let (mut shown, mut cells) = (Buffer::empty(area), Buffer::empty(area));
    let mut keys = [0; 256];
    loop {
        cells.reset();
        floor.draw(area, &mut cells);
        show(&shown, &cells)?;
        std::mem::swap(&mut shown, &mut cells);
        let count = stdin().read(&mut keys)?;
        let keys = &keys[..count];
        if count == 0 || keys.contains(&b'q') {
            break;
        }
        keys.iter().filter(|key| **key == b'j').for_each(|_| floor.down());
    }
    execute!(stdout(), Show, LeaveAlternateScreen)?;
    disable_raw_mode()
}

/// Writes what differs, in one piece.
fn show(shown: &Buffer, cells: &Buffer) -> io::Result<()> {
    let mut bytes = Vec::with_capacity(4096);
    queue!(bytes, Hide)?;
    let (mut next, mut style) = (None, Style::reset());
    for (x, y, cell) in shown.diff(cells) {
        if next != Some((x, y)) {
            queue!(bytes, MoveTo(x, y))?;
        }
        next = Some((x + 1, y));
        if style != cell.style() {
            style = cell.style();
            let reversed = cell.modifier.contains(Modifier::REVERSED);
            queue!(bytes, SetAttribute(if reversed { Attribute::Reverse } else { Attribute::NoReverse }))?;
            queue!(bytes, SetColors(Colors::new(ink(cell.fg), ink(cell.bg))))?;
        }
        queue!(bytes, Print(cell.symbol()))?;
    }
    queue!(bytes, SetAttribute(Attribute::Reset))?;
    let mut out = stdout().lock();
    out.write_all(&bytes)?;
    out.flush()
}

/// The colours that the floor knows.
fn ink(colour: Color) -> Ink {
    let known = [
        (Color::Black, Ink::Black),
        (Color::Cyan, Ink::DarkCyan),
        (Color::Green, Ink::DarkGreen),
        (Color::Blue, Ink::DarkBlue),
    ];
    known.iter().find(|(known, _)| *known == colour).map_or(Ink::Reset, |(_, ink)| *ink)
}
