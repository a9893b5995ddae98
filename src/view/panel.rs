//! Panel: a rectangle that a page writes text into, by role, in coordinates of its own.
//!
//! Everything written is cut at the right edge and at the bottom; nothing outside is ever touched.
//! Never knows what it writes.

use super::look::Look;
use super::parts::canvas::Canvas;
use crate::settings::{Glyphs, Role};
use crate::text;
use crate::wording::Phrase;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Modifier, Style};
use ratatui::symbols::border;
use ratatui::widgets::{Block, Clear, Widget};

/// A rectangle to write text into.
pub(super) struct Panel<'a> {
    /// Glyphs and styles.
    pub(super) look: &'a Look,
    /// Where it lies on the screen.
    pub(super) area: Rect,
    buffer: &'a mut Buffer,
}

impl<'a> Panel<'a> {
    /// A panel over the part of `area` that the buffer has.
    pub(super) fn new(look: &'a Look, area: Rect, buffer: &'a mut Buffer) -> Self {
        Self { look, area: area.intersection(buffer.area), buffer }
    }

    /// A part of this panel: `rows` rows of `columns` columns from (`x`, `y`).
    pub(super) fn part(&mut self, x: u16, y: u16, columns: u16, rows: u16) -> Panel<'_> {
        let inside = x < self.area.width && y < self.area.height;
        let wanted = Rect {
            x: self.area.x.saturating_add(x),
            y: self.area.y.saturating_add(y),
            width: columns,
            height: rows,
        };
        let area = if inside { wanted.intersection(self.area) } else { Rect::ZERO };
        Panel { look: self.look, area, buffer: self.buffer }
    }

    /// The part of this panel that lies in `area` of the screen.
    pub(super) fn inside(&mut self, area: Rect) -> Panel<'_> {
        Panel { look: self.look, area: area.intersection(self.area), buffer: self.buffer }
    }

    /// Columns.
    pub(super) const fn columns(&self) -> u16 {
        self.area.width
    }

    /// Rows.
    pub(super) const fn rows(&self) -> u16 {
        self.area.height
    }

    /// The characters to draw with.
    pub(super) const fn glyphs(&self) -> &'static Glyphs {
        self.look.glyphs()
    }

    /// Lets a part draw itself here.
    pub(super) fn draw(&mut self, part: impl FnOnce(&Look, Rect, &mut Buffer)) {
        part(self.look, self.area, self.buffer);
    }

    /// Row `y` as a place for the hardware cursor.
    pub(super) const fn cursor(&self, y: u16) -> Position {
        Position { x: self.area.x, y: self.area.y.saturating_add(y) }
    }

    /// Writes text, cut with a mark where it does not fit; returns the columns it took.
    pub(super) fn text(&mut self, x: u16, y: u16, text: &str, role: Role) -> u16 {
        self.text_in(x, y, self.area.width.saturating_sub(x), text, role)
    }

    /// Writes text into `columns` columns, cut with a mark where it does not fit; returns the columns
    /// it took.
    pub(super) fn text_in(&mut self, x: u16, y: u16, columns: u16, text: &str, role: Role) -> u16 {
        let room = columns.min(self.area.width.saturating_sub(x));
        if room == 0 {
            return 0;
        }
        let fitted = self.look.fit(text, room.into());
        let style = self.look.style(role);
        Canvas::new(self.area, self.buffer).text(x.into(), y.into(), &fitted, style);
        u16::try_from(text::width(&fitted)).unwrap_or(room)
    }

    /// Writes text so that it ends before column `end`; returns the columns it took.
    pub(super) fn right(&mut self, end: u16, y: u16, text: &str, role: Role) -> u16 {
        let width = self.width(text).min(end);
        self.text_in(end - width, y, width, text, role)
    }

    /// The columns a text takes as this screen shows it.
    pub(super) fn width(&self, text: &str) -> u16 {
        self.look.alphabet().width(text)
    }

    /// As much of a phrase as fits into so many columns; where nothing of it does, its shortest form.
    pub(super) fn longest(&self, phrase: &Phrase, columns: u16) -> String {
        phrase.fitting(|form| self.width(form) <= columns)
    }

    /// The same; none where nothing of it fits.
    pub(super) fn fitting(&self, phrase: &Phrase, columns: u16) -> Option<String> {
        phrase.within(|form| self.width(form) <= columns)
    }

    /// What something is called where there are so many columns for it: its short name where the whole has no room.
    pub(super) fn name<'n>(&self, whole: &'n str, short: Option<&'n str>, columns: u16) -> &'n str {
        short.filter(|_| self.width(whole) > columns).unwrap_or(whole)
    }

    /// Writes text lines under each other; returns the first free row.
    pub(super) fn lines<L: AsRef<str>>(&mut self, x: u16, y: u16, lines: &[L], role: Role) -> u16 {
        let mut y = y;
        for line in lines {
            self.text(x, y, line.as_ref(), role);
            y = y.saturating_add(1);
        }
        y
    }

    /// Writes two texts into a row: the one at the left has the room that the one at the right and a gap leave.
    pub(super) fn both(&mut self, y: u16, left: (&str, Role), right: (&str, Role), gap: u16) {
        let columns = self.columns();
        let taken = self.right(columns, y, right.0, right.1);
        self.text_in(0, y, columns.saturating_sub(taken + gap), left.0, left.1);
    }

    /// A rule over the whole of row `y`.
    pub(super) fn rule(&mut self, y: u16) {
        self.repeat(0, y, self.area.width, self.glyphs().horizontal, Role::Rule);
    }

    /// Repeats a glyph over `columns` columns.
    pub(super) fn repeat(&mut self, x: u16, y: u16, columns: u16, glyph: &str, role: Role) {
        let style = self.look.style(role);
        Canvas::new(self.area, self.buffer).run(x.into(), y.into(), columns.into(), glyph, style);
    }

    /// Lines along all four edges.
    pub(super) fn border(&mut self) {
        let glyphs = self.glyphs();
        let lines = border::Set {
            top_left: glyphs.top_left,
            top_right: glyphs.top_right,
            bottom_left: glyphs.bottom_left,
            bottom_right: glyphs.bottom_right,
            vertical_left: glyphs.vertical,
            vertical_right: glyphs.vertical,
            horizontal_top: glyphs.horizontal,
            horizontal_bottom: glyphs.horizontal,
        };
        let block = Block::bordered().border_set(lines).border_style(self.look.style(Role::Rule));
        block.render(self.area, self.buffer);
    }

    /// A heading: its title, a rule to the right edge, and a summary at its end.
    pub(super) fn heading(&mut self, y: u16, title: &str, summary: &str) {
        let columns = self.area.width;
        let taken = if summary.is_empty() { 0 } else { self.right(columns, y, summary, Role::Muted) + 1 };
        let from = self.text_in(0, y, columns.saturating_sub(taken), title, Role::Heading) + 1;
        self.repeat(from, y, columns.saturating_sub(taken + from), self.glyphs().horizontal, Role::Rule);
    }

    /// Gives rows the look of the selection. Where the selection is reversed the cells drop their own
    /// colours, else one row shows several reversed colours.
    pub(super) fn select(&mut self, y: u16, rows: u16) {
        let style = self.look.on_selection(Role::Text);
        let is_reversed = style.add_modifier.contains(Modifier::REVERSED);
        let style = match (style.bg, is_reversed) {
            (Some(_), true) => style.fg(Color::Reset),
            (Some(_), false) => Style { fg: None, ..style },
            (None, true) => style.bg(Color::Reset),
            (None, false) => style,
        };
        let area = Rect { y: self.area.y.saturating_add(y), height: rows, ..self.area };
        for row in area.intersection(self.area).rows() {
            self.buffer.set_style(Rect { width: self.band(row), ..row }, style);
        }
    }

    /// How much of a chosen row is marked: all of it, but on a very wide screen only what it is called, up to the
    /// first wide gap. A band over 200 columns costs a slow line more than everything else that a key changes.
    fn band(&self, row: Rect) -> u16 {
        const WIDE: u16 = 140;
        const GAP: u16 = 6;
        if row.width <= WIDE {
            return row.width;
        }
        let is_blank = |x: u16| {
            self.buffer.cell((row.x.saturating_add(x), row.y)).is_none_or(|cell| cell.symbol() == " ")
        };
        let gap = (GAP..row.width).find(|x| (*x..x.saturating_add(GAP)).all(is_blank));
        gap.unwrap_or(row.width)
    }

    /// Takes everything back to muted text: something else is to be read.
    pub(super) fn mute(&mut self) {
        self.buffer.set_style(self.area, Style::reset().patch(self.look.style(Role::Muted)));
    }

    /// Empties the panel.
    pub(super) fn clear(&mut self) {
        Clear.render(self.area, self.buffer);
    }
}
