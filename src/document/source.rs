//! Source and place: a text, and where something stands in it.
//!
//! Never reads a file and never knows what the text means.

use std::ops::Range;

/// Where something stands in a text.
///
/// Two places are always equal: a place says *where*, and two programmes that say the same are the
/// same programme, wherever their lines are. This is what lets "the programme is unchanged but for
/// this field" be checked with `==`.
#[derive(Debug, Clone, Default)]
pub struct Place {
    /// Line, counted from 1; 0 where there is no place (a built-in default).
    pub line: usize,
    /// Column in characters, counted from 1.
    pub column: usize,
    /// Byte range in the text; always inside it and on character boundaries.
    pub span: Range<usize>,
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
    starts: Vec<usize>,
}

impl Source {
    /// Takes the text; lines end at LF, CRLF or a lone CR, as in YAML.
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        let bytes = text.as_bytes();
        let ends = (0..bytes.len()).filter(|&at| match bytes.get(at) {
            Some(b'\n') => true,
            Some(b'\r') => bytes.get(at + 1) != Some(&b'\n'),
            _ => false,
        });
        let starts = std::iter::once(0).chain(ends.map(|at| at + 1)).collect();
        Self { text, starts }
    }

    /// The text as it was given.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text of line `line` (from 1) without its line end; empty when there is no such line.
    pub fn line(&self, line: usize) -> &str {
        let Some(start) = line.checked_sub(1).and_then(|index| self.starts.get(index)) else { return "" };
        let end = self.starts.get(line).copied().unwrap_or(self.text.len());
        self.text.get(*start..end).unwrap_or("").trim_end_matches(['\r', '\n'])
    }

    /// The number of the line a byte is in, from 1.
    pub fn line_at(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset).max(1)
    }

    /// The byte at which line `line` (from 1) begins; the end of the text when there is no such line.
    pub fn line_start(&self, line: usize) -> usize {
        let start = line.checked_sub(1).and_then(|index| self.starts.get(index));
        start.copied().unwrap_or(self.text.len())
    }

    /// How many lines the text has; a last line without content counts as none.
    pub fn lines(&self) -> usize {
        let last_is_empty = self.starts.last().is_some_and(|start| *start == self.text.len());
        self.starts.len() - usize::from(last_is_empty && self.starts.len() > 1)
    }

    /// Names a byte range as a place. Offsets past the end or inside a character are moved back to
    /// the nearest boundary.
    pub fn place(&self, span: Range<usize>) -> Place {
        let start = self.boundary(span.start);
        let end = self.boundary(span.end).max(start);
        let index = self.starts.partition_point(|line| *line <= start).saturating_sub(1);
        let line_start = self.starts.get(index).copied().unwrap_or(0);
        let before = self.text.get(line_start..start).unwrap_or("");
        // A byte-order mark takes no column; further down it is a letter like any other.
        let marks = if index == 0 { before.len() - before.trim_start_matches('\u{feff}').len() } else { 0 };
        let column = before.get(marks..).unwrap_or("").chars().count() + 1;
        Place { line: index + 1, column, span: start..end }
    }

    fn boundary(&self, offset: usize) -> usize {
        let mut at = offset.min(self.text.len());
        while !self.text.is_char_boundary(at) {
            at -= 1;
        }
        at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_count_lines_from_one_whatever_ends_them() {
        let source = Source::new("a\nbb\r\nccc\rdddd");
        assert_eq!((1..=5).map(|line| source.line(line)).collect::<Vec<_>>(), ["a", "bb", "ccc", "dddd", ""]);
        assert_eq!(source.lines(), 4);
        assert_eq!((1..=5).map(|line| source.line_start(line)).collect::<Vec<_>>(), [0, 2, 6, 10, 14]);
        let place = source.place(12..13);
        assert_eq!((place.line, place.column), (4, 3));
    }

    #[test]
    fn columns_count_characters_and_not_the_byte_order_mark() {
        let source = Source::new("\u{feff}šć: x");
        let place = source.place(8..9);
        assert_eq!((place.line, place.column), (1, 4));
    }

    #[test]
    fn a_place_past_the_end_is_the_end() {
        let place = Source::new("ab").place(7..9);
        assert_eq!((place.line, place.column, place.span), (1, 3, 2..2));
    }
}
