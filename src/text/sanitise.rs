//! Cleaning: what of a text from outside may be kept.
//!
//! Nothing that was cleaned carries a control character, turns the direction of writing or hides a text, and
//! two cleaned names that look alike for want of something to be seen are equal. What a script needs is kept.

use super::signs::{
    acts, is_direction_mark, is_letter, is_line_break, is_needed, is_selector, is_tag, is_unseen,
    is_written_from_right,
};
use std::borrow::Cow;
use unicode_normalization::char::is_combining_mark;

/// Stands for a character that may not be shown.
pub const HIDDEN: char = '\u{fffd}';

/// Stands for a line break inside a text of one line.
pub const BREAK: char = '¶';

/// The most marks that are kept on one letter. The tallest stack that is written has nine (Tibetan).
const MOST_MARKS: usize = 10;

/// A text of one line: what would act becomes [`HIDDEN`], line breaks become [`BREAK`], tabs become spaces.
/// Line breaks at the end are dropped: YAML's block texts bring one.
///
/// What scripts need stays: joiners and zero-width spaces beside letters of such a script, marks of direction in
/// lines that have words written from right to left. Elsewhere the former, which are nothing to be seen, are
/// left out, and the latter become [`HIDDEN`]. Of the marks on one letter the first ten stay.
pub fn clean(text: &str) -> Cow<'_, str> {
    whole(text.trim_end_matches(is_line_break), BREAK)
}

/// A text of several lines: as [`clean`], but its line breaks stay, each as one `\n`.
pub fn clean_lines(text: &str) -> Cow<'_, str> {
    let mut lines = whole(text.trim_end_matches(is_line_break), '\n');
    // Where nothing is left of the last line, the break before it ends the text.
    if let Cow::Owned(lines) = &mut lines {
        lines.truncate(lines.trim_end_matches('\n').len());
    }
    lines
}

/// The whole text, its line breaks at the end, too.
pub(super) fn whole(text: &str, line_break: char) -> Cow<'_, str> {
    let is_plain = |byte: u8| matches!(byte, b' '..=b'~') || (byte == b'\n' && line_break == '\n');
    if text.bytes().all(is_plain) || Cleaning::of(text, line_break).all(|(_, c, kept)| kept == Some(c)) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(Cleaning::of(text, line_break).filter_map(|(_, _, kept)| kept).collect())
}

/// Every character of a text with its place in bytes and what cleaning makes of it: itself, a mark, or nothing.
/// Line breaks become `\n`.
pub fn cleaned(text: &str) -> impl Iterator<Item = (usize, char, Option<char>)> {
    Cleaning::of(text, '\n')
}

/// A walk over a text, with what decides about the next character.
struct Cleaning<'t> {
    text: &'t str,
    rest: std::iter::Peekable<std::str::CharIndices<'t>>,
    line_break: char,
    /// The nearest letter before, in the present line.
    before: Option<char>,
    /// The nearest letter behind or the end of the line, and its place: each character is looked at once.
    behind: (usize, Option<char>),
    /// Marks on the present letter.
    marks: usize,
    /// What was kept last.
    last: Option<char>,
    /// Whether the present line has words that are written from right to left, once that was asked.
    has_words_from_right: Option<bool>,
}

impl<'t> Cleaning<'t> {
    fn of(text: &'t str, line_break: char) -> Self {
        let rest = text.char_indices().peekable();
        // A mark at the beginning would stand on whatever is printed before this text.
        let (marks, behind) = (MOST_MARKS, (0, None));
        Self { text, rest, line_break, before: None, behind, marks, last: None, has_words_from_right: None }
    }

    fn kept(&mut self, at: usize, c: char) -> Option<char> {
        let next = self.rest.peek().map(|(_, next)| *next);
        match c {
            // CR LF is one line break: the LF that follows stands for both.
            '\r' if next == Some('\n') => None,
            c if is_line_break(c) => Some(self.line_break),
            '\t' => Some(' '),
            // One mark for a run of tags: they come by the dozen and mean one thing.
            c if is_tag(c) && next.is_some_and(is_tag) => None,
            c if acts(c) => Some(HIDDEN),
            c if is_direction_mark(c) && !self.has_words_from_right(at) => Some(HIDDEN),
            c if is_direction_mark(c) => (!self.last.is_some_and(is_direction_mark)).then_some(c),
            c if is_unseen(c) => (self.is_needed(at, c) && self.fits(is_unseen)).then_some(c),
            c if is_selector(c) => self.fits(is_selector).then_some(c),
            c if is_combining_mark(c) => self.fits(|_| false).then_some(c),
            c => Some(c),
        }
    }

    /// Whether one more fits on the present letter: of those that nobody sees, one in a row.
    fn fits(&self, unlike: fn(char) -> bool) -> bool {
        self.marks < MOST_MARKS && !self.last.is_some_and(unlike)
    }

    /// Whether the present line has words that are written from right to left. What was asked once holds for
    /// the rest of the line; what stands before was passed already.
    fn has_words_from_right(&mut self, at: usize) -> bool {
        *self.has_words_from_right.get_or_insert_with(|| {
            let (before, rest) = self.text.split_at_checked(at).unwrap_or_default();
            let begun = before.chars().rev().take_while(|c| !is_line_break(*c));
            let is_from_right = |c| is_letter(c) && is_written_from_right(c);
            begun.chain(rest.chars().take_while(|c| !is_line_break(*c))).any(is_from_right)
        })
    }

    /// Whether the nearest letter before or behind is of a script that needs it.
    fn is_needed(&mut self, at: usize, c: char) -> bool {
        if self.before.is_some_and(|letter| is_needed(c, letter)) {
            return true;
        }
        if self.behind.0 <= at {
            let mut rest = self.text.get(at..).unwrap_or_default().char_indices();
            let found = rest.find(|(_, c)| is_letter(*c) || is_line_break(*c));
            self.behind = found.map_or((usize::MAX, None), |(place, c)| (at + place, Some(c)));
        }
        self.behind.1.is_some_and(|letter| is_needed(c, letter))
    }
}

impl Iterator for Cleaning<'_> {
    type Item = (usize, char, Option<char>);

    fn next(&mut self) -> Option<Self::Item> {
        let (at, c) = self.rest.next()?;
        let kept = self.kept(at, c);
        if let Some(kept) = kept {
            self.marks = match kept {
                '\n' => MOST_MARKS,
                c if is_combining_mark(c) || is_unseen(c) || is_direction_mark(c) => self.marks + 1,
                _ => 0,
            };
            self.last = Some(kept);
        }
        if is_letter(c) {
            self.before = Some(c);
        }
        if is_line_break(c) {
            (self.before, self.has_words_from_right) = (None, None);
        }
        Some((at, c, kept))
    }
}
