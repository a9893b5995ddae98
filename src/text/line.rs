//! Line: one line of text while it is typed, with a place where the next letter goes.
//!
//! Knows no keys. Never holds a character that acts on a terminal or hides a text, and never stops inside what
//! looks like one letter.

use super::signs::acts;
use super::width::{graphemes, width};

/// A line that is typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    text: String,
    /// The byte before which the next letter goes; always between two graphemes.
    at: usize,
}

impl Line {
    /// A line that says this already, to be gone on with at its end.
    pub fn new(text: &str) -> Self {
        let text: String = text.chars().filter(|letter| !acts(*letter)).collect();
        Self { at: text.len(), text }
    }

    /// What it says.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The column the next letter goes to, from 0.
    pub fn column(&self) -> usize {
        width(self.text.get(..self.at).unwrap_or_default())
    }

    /// Puts a letter in. What acts is left out.
    pub fn insert(&mut self, letter: char) {
        if !acts(letter) && self.text.is_char_boundary(self.at) {
            self.text.insert(self.at, letter);
            self.at += letter.len_utf8();
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_go_in_and_out_at_the_place() {
        let mut line = Line::new("Sarajvo");
        line.left();
        line.left();
        line.insert('e');
        assert_eq!((line.text(), line.column()), ("Sarajevo", 6));
        line.end();
        line.erase();
        assert_eq!(line.text(), "Sarajev");
        line.home();
        line.erase();
        line.insert('\n');
        assert_eq!((line.text(), line.column()), ("Sarajev", 0));
        line.right();
        line.erase_to_start();
        assert_eq!(line.text(), "arajev");
    }

    #[test]
    fn what_looks_like_one_letter_is_one() {
        let mut line = Line::new("aé\u{301}演");
        line.left();
        assert_eq!(line.column(), 2);
        line.left();
        assert_eq!(line.column(), 1);
        line.right();
        line.erase();
        assert_eq!(line.text(), "a演");
    }
}
