//! Cut: where a text can be cut so that each piece is read by itself: at keys in column 0, and at the items of the lists
//! behind them.
//!
//! Looks at the beginnings of lines alone. Never knows whether what it takes for a key or an item is one: whoever reads
//! the pieces finds out.

use std::ops::Range;

/// A stretch of the text that is read by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TextPiece {
    /// Its bytes.
    pub range: Range<usize>,
    /// The line it begins on, from 1.
    pub line: usize,
    /// What it begins with.
    pub begins: Begins,
    /// How many blanks stand before the dash of the item behind it, if one does.
    pub blanks: usize,
}

/// What a piece begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Begins {
    /// A key in column 0; the first piece also holds what stands before it.
    Key,
    /// An item of the list of its section, behind so many blanks.
    Item(usize),
}

/// Cuts a text into pieces; nothing where it is short, or has what only a walk through the whole understands.
/// `starts` are the bytes at which its lines begin, where they are known.
pub(super) fn cut(text: &str, starts: Option<&[u32]>, least: usize) -> Option<Vec<TextPiece>> {
    let bytes = text.as_bytes();
    // The lines of a lone CR are counted by the parser alone.
    if !memchr::memchr_iter(b'\r', bytes).all(|at| bytes.get(at + 1) == Some(&b'\n')) {
        return None;
    }
    let piece = TextPiece { range: 0..0, line: 1, begins: Begins::Key, blanks: 0 };
    let cutting =
        Cutting { text, least, pieces: Vec::new(), piece, list: ItemDepth::Unknown, is_headed: false };
    match starts {
        Some(starts) => cutting.at(starts.iter().map(|start| *start as usize)),
        None => cutting.at(std::iter::once(0).chain(memchr::memchr_iter(b'\n', bytes).map(|end| end + 1))),
    }
}

/// Where the items of the section at hand begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ItemDepth {
    /// None of its lines has been seen.
    Unknown,
    /// It is no list in lines.
    None,
    /// Behind so many blanks.
    Behind(usize),
}

/// A text that is being cut.
struct Cutting<'t> {
    text: &'t str,
    least: usize,
    pieces: Vec<TextPiece>,
    /// The piece at hand; its end is not known.
    piece: TextPiece,
    list: ItemDepth,
    /// Whether there was a section.
    is_headed: bool,
}

impl Cutting<'_> {
    /// The pieces of the text, whose lines begin at `starts`.
    fn at(mut self, starts: impl Iterator<Item = usize>) -> Option<Vec<TextPiece>> {
        let bytes = self.text.as_bytes();
        for (line, start) in (1..).zip(starts) {
            // Most lines.
            let is_of_no_use = self.list != ItemDepth::Unknown && start < self.piece.range.start + self.least;
            if is_of_no_use && bytes.get(start) == Some(&b' ') {
                continue;
            }
            self.line(line, start)?;
        }
        self.pieces()
    }

    /// Looks at a line that may begin a piece; nothing where the text is to be read in one.
    fn line(&mut self, line: usize, start: usize) -> Option<()> {
        let rest = self.text.get(start..)?;
        let end = memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len());
        let content = rest.get(..end)?.trim_end();
        let inner = content.trim_start_matches(' ');
        if inner.is_empty() || inner.starts_with('#') {
            return Some(());
        }
        if content.starts_with("---") || content.starts_with("...") {
            // A second document.
            return (!self.is_headed).then_some(());
        }
        if content.starts_with([' ', '-']) {
            self.inner_line(line, start, content.len() - inner.len(), inner);
            return Some(());
        }
        // Whatever else it is, the parser will know.
        key_of(content).filter(|(_, has_colon)| *has_colon)?;
        self.list = ItemDepth::Unknown;
        let is_due = start >= self.piece.range.start + self.least;
        if std::mem::replace(&mut self.is_headed, true) && (is_due || self.piece.begins != Begins::Key) {
            self.begin(line, start, Begins::Key);
        }
        Some(())
    }

    /// Looks at a line inside of a section.
    fn inner_line(&mut self, line: usize, start: usize, depth: usize, content: &str) {
        let is_item = content == "-" || content.starts_with("- ");
        if self.list == ItemDepth::Unknown {
            // Its list begins here, in the piece of its key.
            self.list = if is_item { ItemDepth::Behind(depth) } else { ItemDepth::None };
            return;
        }
        let is_due = start >= self.piece.range.start + self.least;
        if is_item && is_due && self.list == ItemDepth::Behind(depth) {
            self.begin(line, start, Begins::Item(depth));
        }
    }

    /// Ends the piece at hand, and begins another.
    fn begin(&mut self, line: usize, start: usize, begins: Begins) {
        let blanks = if let Begins::Item(depth) = begins { depth } else { 0 };
        let next = TextPiece { range: start..start, line, begins, blanks: 0 };
        let last = std::mem::replace(&mut self.piece, next);
        self.pieces.push(TextPiece { range: last.range.start..start, blanks, ..last });
    }

    /// All of them, if there are several.
    fn pieces(mut self) -> Option<Vec<TextPiece>> {
        let is_cut = !self.pieces.is_empty();
        self.begin(0, self.text.len(), Begins::Key);
        is_cut.then_some(self.pieces)
    }
}

/// The key that a line in column 0 begins with, without its quotes, and whether it has its colon.
pub(super) fn key_of(line: &str) -> Option<(&str, bool)> {
    let first = line.chars().next()?;
    if let quote @ ('"' | '\'') = first {
        let (key, rest) = line.get(1..)?.split_once(quote)?;
        return rest.trim_start().starts_with(':').then_some((key, true));
    }
    if !(first.is_alphanumeric() || matches!(first, '_' | '<' | '.' | '~' | '/' | '$')) {
        return None;
    }
    let line = line.trim_end();
    let colon = line.find(": ").or_else(|| line.find(":\t"));
    let key = colon.and_then(|at| line.get(..at)).or_else(|| line.strip_suffix(':'));
    // Nothing else can stand in column 0, so a line without a colon is a key that lacks it.
    Some(key.map_or((line, false), |key| (key, true)))
}
