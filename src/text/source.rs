//! Source and place: a text, and where something stands in it.
//!
//! Never reads a file and never knows what the text means.

use std::ops::Range;

/// Where something stands in a text.
///
/// Two places are always equal: a place says *where*, and two programmes that say the same are the
/// same programme, wherever their lines are. This is what lets "the programme is unchanged but for
/// this field" be checked with `==`.
///
/// It takes sixteen bytes, because there is one for each value: a text is far shorter than 4 GB.
#[derive(Debug, Clone, Copy, Default)]
pub struct Place {
    line: u32,
    column: u32,
    start: u32,
    end: u32,
}

impl Place {
    /// Names what stands in `span`, whose first character is in that line and column.
    pub fn new(line: usize, column: usize, span: Range<usize>) -> Self {
        Self::of_parts(number(line), number(column), number(span.start)..number(span.end))
    }

    /// The same of numbers that are known to be short.
    pub(crate) const fn of_parts(line: u32, column: u32, span: Range<u32>) -> Self {
        Self { line, column, start: span.start, end: span.end }
    }

    /// Line, counted from 1; 0 where there is no place (a built-in default).
    pub const fn line(&self) -> usize {
        self.line as usize
    }

    /// Column in characters, counted from 1.
    pub const fn column(&self) -> usize {
        self.column as usize
    }

    /// Its first byte in the text; always on a character boundary.
    pub const fn start(&self) -> usize {
        self.start as usize
    }

    /// The byte after its last; always inside the text and on a character boundary.
    pub const fn end(&self) -> usize {
        self.end as usize
    }

    /// Its bytes in the text.
    pub const fn span(&self) -> Range<usize> {
        self.start()..self.end()
    }
}

impl PartialEq for Place {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Place {}

/// A text with the offsets of its lines, so that places can be named.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Source {
    text: String,
    /// Byte offset of the first character of each line.
    starts: Vec<u32>,
    /// How many characters begin before each stretch of [`STRETCH`] bytes: a text may be one line, and a column in
    /// it is not counted from its beginning each time. Nothing where each byte is a character.
    counted: Vec<u32>,
}

/// Bytes that are counted anew for a column.
const STRETCH: usize = 1024;

impl Source {
    /// A place, cut where its first line ends.
    #[must_use]
    pub fn in_one_line(&self, place: &Place) -> Place {
        let text = self.text.get(place.span()).unwrap_or("");
        let length = memchr::memchr2(b'\n', b'\r', text.as_bytes()).unwrap_or(text.len());
        Place { end: number(place.start() + length), ..*place }
    }

    /// Takes the text; lines end at LF, CRLF or a lone CR, as in YAML.
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        let starts = line_starts(&text);
        let counted = if text.is_ascii() { Vec::new() } else { characters_before(&text) };
        Self { text, starts, counted }
    }

    /// The text as it was given.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text of line `line` (from 1) without its line end; empty when there is no such line.
    pub fn line(&self, line: usize) -> &str {
        let Some(start) = line.checked_sub(1).and_then(|index| self.start(index)) else { return "" };
        let end = self.start(line).unwrap_or(self.text.len());
        self.text.get(start..end).unwrap_or("").trim_end_matches(['\r', '\n'])
    }

    /// The number of the line a byte is in, from 1.
    pub fn line_at(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start as usize <= offset).max(1)
    }

    /// The byte at which line `line` (from 1) begins; the end of the text when there is no such line.
    pub fn line_start(&self, line: usize) -> usize {
        line.checked_sub(1).and_then(|index| self.start(index)).unwrap_or(self.text.len())
    }

    /// The bytes at which its lines begin.
    pub(crate) fn line_starts(&self) -> &[u32] {
        &self.starts
    }

    fn start(&self, index: usize) -> Option<usize> {
        self.starts.get(index).map(|start| *start as usize)
    }

    /// How many lines the text has; a last line without content counts as none.
    pub fn lines(&self) -> usize {
        let last_is_empty = self.starts.last().is_some_and(|start| *start as usize == self.text.len());
        self.starts.len() - usize::from(last_is_empty && self.starts.len() > 1)
    }

    /// Names a byte range as a place. Offsets past the end or inside a character are moved back to
    /// the nearest boundary.
    pub fn place(&self, span: Range<usize>) -> Place {
        let start = self.boundary(span.start);
        let end = self.boundary(span.end).max(start);
        let index = self.starts.partition_point(|line| *line as usize <= start).saturating_sub(1);
        let line_start = self.start(index).unwrap_or(0);
        // A byte-order mark takes no column; further down it is a letter like any other.
        let before = self.text.get(line_start..start).filter(|_| index == 0).unwrap_or("");
        let marks = before.chars().take_while(|letter| *letter == '\u{feff}').count();
        let column = self.characters(start) - self.characters(line_start) - marks + 1;
        Place::new(index + 1, column, start..end)
    }

    /// How many characters begin before this byte.
    fn characters(&self, at: usize) -> usize {
        if self.counted.is_empty() {
            return at;
        }
        let stretch = at / STRETCH;
        let counted = self.counted.get(stretch).or(self.counted.last()).map_or(0, |count| *count as usize);
        let from = stretch.min(self.counted.len().saturating_sub(1)) * STRETCH;
        let rest = self.text.as_bytes().get(from..at).unwrap_or_default();
        counted + rest.iter().filter(|byte| begins_a_character(**byte)).count()
    }

    fn boundary(&self, offset: usize) -> usize {
        let mut at = offset.min(self.text.len());
        while !self.text.is_char_boundary(at) {
            at -= 1;
        }
        at
    }
}

/// Where each line begins. There is room for each line and not for one more: a text may have as many lines as bytes.
fn line_starts(text: &str) -> Vec<u32> {
    let bytes = text.as_bytes();
    if memchr::memchr(b'\r', bytes).is_none() {
        let mut starts = Vec::with_capacity(memchr::memchr_iter(b'\n', bytes).count() + 1);
        starts.push(0);
        starts.extend(memchr::memchr_iter(b'\n', bytes).map(|at| number(at + 1)));
        return starts;
    }
    let is_end = |at: &usize| match bytes.get(*at) {
        Some(b'\n') => true,
        Some(b'\r') => bytes.get(at + 1) != Some(&b'\n'),
        _ => false,
    };
    let ends = || (0..bytes.len()).filter(is_end);
    let mut starts = Vec::with_capacity(ends().count() + 1);
    starts.extend(std::iter::once(0).chain(ends().map(|at| number(at + 1))));
    starts
}

/// Texts are far shorter than 4 GB.
fn number(large: usize) -> u32 {
    u32::try_from(large).unwrap_or(u32::MAX)
}

/// How many characters begin before each stretch of [`STRETCH`] bytes.
fn characters_before(text: &str) -> Vec<u32> {
    let stretches = text.as_bytes().chunks(STRETCH).scan(0, |before, stretch| {
        let here = *before;
        *before += number(stretch.iter().filter(|byte| begins_a_character(**byte)).count());
        Some(here)
    });
    stretches.collect()
}

/// All bytes of a character but the first have these two bits.
const fn begins_a_character(byte: u8) -> bool {
    byte & 0b1100_0000 != 0b1000_0000
}
