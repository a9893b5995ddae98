//! The screen: what the terminal shows, what it shall show, and the bytes between the two.
//!
//! Never touches the terminal, and makes no bytes where nothing changed.

use super::paint::{paint, paint_whole};
use crate::text::width;
use crossterm::QueueableCommand;
use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::terminal::{BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::Modifier;
use std::io::{self, Write};

/// All attributes reset. Not said by the terminal library, which would leave it out with `NO_COLOR`.
const PLAIN: &[u8] = b"\x1b[0m";

/// What the terminal shows, as far as this program knows.
#[derive(Debug)]
pub struct Screen {
    area: Rect,
    shown: ScreenContents,
    /// The cells of the last frame; none where nobody knows what is shown.
    cells: Buffer,
    cursor: Option<Position>,
    /// Where the next frame is drawn: made when it is, for a large window's is half a megabyte.
    next: Buffer,
    bytes: Vec<u8>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ScreenContents {
    /// The cells of the last frame.
    LastFrame,
    /// Nobody knows: the next frame is drawn whole.
    Unknown,
}

impl Screen {
    /// A screen of which nothing is known but its size.
    pub fn new(size: Size) -> Self {
        Self {
            area: size.into(),
            shown: ScreenContents::Unknown,
            cells: Buffer::default(),
            cursor: None,
            next: Buffer::default(),
            bytes: Vec::new(),
        }
    }

    /// Forgets what is shown: the next frame is drawn whole.
    pub fn forget(&mut self) {
        self.shown = ScreenContents::Unknown;
    }

    /// Whether nobody knows what is shown.
    pub fn is_unknown(&self) -> bool {
        self.shown == ScreenContents::Unknown
    }

    /// Takes a new size, and forgets what is shown, for terminals move their lines about when resized. A small
    /// window does not keep the memory of a large one.
    pub fn resize(&mut self, size: Size) {
        if size != self.size() {
            *self = Self::new(size);
        }
        self.forget();
    }

    /// The size of the next frame.
    pub fn size(&self) -> Size {
        self.area.as_size()
    }

    /// Draws, and gives the bytes that lead from the frame before to this one: none if they are equal.
    ///
    /// # Errors
    ///
    /// None in practice: the bytes go to memory.
    pub fn frame(&mut self, draw: impl FnOnce(Rect, &mut Buffer) -> Option<Position>) -> io::Result<&[u8]> {
        let area = self.area;
        self.next.reset();
        self.next.resize(area);
        let cursor = draw(area, &mut self.next).filter(|position| area.contains(*position));
        self.bytes.clear();
        // A terminal that knows synchronised updates shows the frame at once, others pass over it.
        self.bytes.queue(BeginSynchronizedUpdate)?;
        let begun = self.bytes.len();
        let is_whole = self.shown == ScreenContents::Unknown;
        if is_whole {
            self.bytes.write_all(PLAIN)?;
            self.bytes.queue(Clear(ClearType::All))?.queue(Hide)?;
            self.cursor = None;
        }
        let start = self.bytes.len();
        if is_whole {
            paint_whole(&mut self.bytes, &self.next)?;
        } else {
            self.doubt_beside_blocks();
            paint(&mut self.bytes, self.cells.diff_iter(&self.next), &self.next)?;
        }
        let moved = self.bytes.len() > start;
        place(&mut self.bytes, self.cursor, cursor, moved)?;
        if self.bytes.len() == begun {
            self.bytes.clear();
        } else {
            self.bytes.queue(EndSynchronizedUpdate)?;
        }
        std::mem::swap(&mut self.cells, &mut self.next);
        self.cursor = cursor;
        self.shown = ScreenContents::LastFrame;
        Ok(&self.bytes)
    }

    /// In many fonts blocks reach a pixel into the cells beside them, where it stays when they go: those cells
    /// are written again.
    fn doubt_beside_blocks(&mut self) {
        let is_block = |symbol: &str| symbol.starts_with(|letter| matches!(letter, '\u{2580}'..='\u{259f}'));
        let both = self.cells.content.iter().zip(&self.next.content).enumerate();
        let changed: Vec<usize> =
            both.filter(|(_, (shown, next))| shown.symbol() != next.symbol()).map(|(at, _)| at).collect();
        for at in changed {
            let (x, y) = self.cells.pos_of(at);
            let Some(shown) = self.cells.content.get(at) else { continue };
            let (was_block, was_wide) = (is_block(shown.symbol()), width(shown.symbol()) > 1);
            // What took two columns may be two cells to the terminal, and the second stays when only the first
            // is written.
            if was_wide && let Some(cell) = self.cells.cell_mut((x.saturating_add(1), y)) {
                cell.modifier = UNKNOWN;
            }
            for beside in [x.checked_sub(1), x.checked_add(1)].into_iter().flatten().filter(|_| was_block) {
                let blank = self.next.cell((beside, y)).is_some_and(|next| next.symbol() == " ");
                if let Some(cell) = self.cells.cell_mut((beside, y)).filter(|_| blank) {
                    cell.modifier = UNKNOWN;
                }
            }
        }
    }
}

/// No frame has cells that are all of this.
const UNKNOWN: Modifier = Modifier::all();

/// Places, shows or hides the cursor, as far as that is a change. `moved`: drawing has left it elsewhere.
fn place(
    bytes: &mut Vec<u8>,
    before: Option<Position>,
    now: Option<Position>,
    moved: bool,
) -> io::Result<()> {
    if let Some(Position { x, y }) = now
        && (moved || before != now)
    {
        bytes.queue(MoveTo(x, y))?;
    }
    match (before, now) {
        (None, Some(_)) => _ = bytes.queue(Show)?,
        (Some(_), None) => _ = bytes.queue(Hide)?,
        (None, None) | (Some(_), Some(_)) => {}
    }
    Ok(())
}
