//! Line: one line of text while it is typed, with a place where the next letter goes.
//!
//! Knows no keys. Never holds a character that acts on a terminal or hides a text, never stops inside what looks
//! like one letter, and takes no more than it has room for.

use super::signs::acts;
use super::width::{graphemes, width};

/// A line that is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineEditor {
    text: String,
    /// The byte before which the next letter goes; always between two graphemes.
    at: usize,
    /// The most characters it takes.
    longest: usize,
}

impl LineEditor {
    /// A line of so many characters at most that says this already, to be gone on with at its end. What it says
    /// already may be longer.
    pub fn new(text: &str, longest: usize) -> Self {
        let text: String = text.chars().filter(|letter| !acts(*letter)).collect();
        Self { at: text.len(), text, longest }
    }

    /// What it says.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The column the next letter goes to, from 0.
    pub fn column(&self) -> usize {
        width(self.text.get(..self.at).unwrap_or_default())
    }

    /// Puts text in, as far as there is room for it; whether that was all of it. What acts is left out.
    pub fn insert(&mut self, text: &str) -> bool {
        let taken = self.text.chars().count();
        let (text, is_all) = fitting(text, self.longest.saturating_sub(taken));
        if self.text.is_char_boundary(self.at) {
            self.text.insert_str(self.at, &text);
            self.at += text.len();
        }
        is_all
    }

    /// Takes the letter before the place out.
    pub fn erase(&mut self) {
        let before = self.before();
        if self.text.get(before..self.at).is_some() {
            self.text.replace_range(before..self.at, "");
            self.at = before;
        }
    }

    /// Takes out everything before the place.
    pub fn erase_to_start(&mut self) {
        if self.text.is_char_boundary(self.at) {
            self.text.replace_range(..self.at, "");
            self.at = 0;
        }
    }

    /// One letter to the left.
    pub fn left(&mut self) {
        self.at = self.before();
    }

    /// One letter to the right.
    pub fn right(&mut self) {
        let next = graphemes(self.text.get(self.at..).unwrap_or_default()).next();
        self.at += next.map_or(0, |(grapheme, _)| grapheme.len());
    }

    /// To the start.
    pub const fn home(&mut self) {
        self.at = 0;
    }

    /// To the end.
    pub const fn end(&mut self) {
        self.at = self.text.len();
    }

    /// Where the grapheme before the place begins.
    fn before(&self) -> usize {
        let head = self.text.get(..self.at).unwrap_or_default();
        self.at - graphemes(head).last().map_or(0, |(grapheme, _)| grapheme.len())
    }
}

/// As much of a text as so many characters hold, without what acts; whether that is all of it. What looks
/// like one letter is taken whole or not at all.
pub fn fitting(text: &str, longest: usize) -> (String, bool) {
    let (mut fits, mut count) = (String::new(), 0);
    for (grapheme, _) in graphemes(text) {
        let letters = grapheme.chars().filter(|letter| !acts(*letter));
        count += letters.clone().count();
        if count > longest {
            return (fits, false);
        }
        fits.extend(letters);
    }
    (fits, true)
}
