//! Cells: what of a text goes into the cells of a screen.
//!
//! What terminals disagree about is taken out here, and only here, so that exports keep it.

use super::sanitise::{HIDDEN, clean_lines};
use super::signs::{acts, is_direction_mark, is_selector, is_unseen};
use super::width::is_narrow;
use std::borrow::Cow;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark, is_nfc};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// More marks than this on one letter run into the lines above and below.
const MARKS_A_LETTER: usize = 4;

/// What of a text goes into screen cells: cleaned, letters composed, and without the characters whose width
/// terminals disagree about.
///
/// Joiners, marks of direction, variation selectors, fillers, soft hyphens, skin tones and keycaps are
/// dropped, so an emoji sequence becomes its plain members; a flag becomes its two letters. Marks beyond the
/// fourth on one letter are dropped too. A row has one line: line breaks become blanks.
pub fn cells(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return Cow::Borrowed(text);
    }
    if is_nfc(text) && text.graphemes(true).all(fits_a_cell) {
        return Cow::Borrowed(text);
    }
    let kept: String = clean_lines(text)
        .chars()
        .filter(|&c| !is_troublesome(c))
        .map(|c| if c == '\n' { ' ' } else { flag_letter(c) })
        .nfc()
        .collect();
    Cow::Owned(kept.graphemes(true).filter(|grapheme| grapheme.width() > 0).flat_map(few_marks).collect())
}

/// Whether a grapheme is as every terminal draws it: it has a width, and nothing in it acts or is drawn in one
/// way here and in another there.
pub fn fits_a_cell(grapheme: &str) -> bool {
    if let [byte] = grapheme.as_bytes() {
        return matches!(byte, b' '..=b'~');
    }
    let mut characters = grapheme.chars();
    if matches!((characters.next(), characters.next()), (Some(c), None) if is_narrow(c)) {
        return true;
    }
    grapheme.width() > 0
        && !grapheme.chars().any(|c| acts(c) || is_troublesome(c) || flag_letter(c) != c)
        && few_marks(grapheme).count() == grapheme.chars().count()
}

/// A grapheme with at most [`MARKS_A_LETTER`] marks.
fn few_marks(grapheme: &str) -> impl Iterator<Item = char> {
    let mut marks = 0;
    grapheme.chars().filter(move |&c| {
        marks += usize::from(is_combining_mark(c));
        marks <= MARKS_A_LETTER || !is_combining_mark(c)
    })
}

/// Characters without a width of their own that terminals draw in one, two or no columns.
fn is_troublesome(c: char) -> bool {
    is_unseen(c)
        || is_direction_mark(c)
        || is_selector(c)
        || matches!(
            c,
            '\u{34f}' // grapheme joiner
            | '\u{17b4}' | '\u{17b5}' // Khmer inherent vowels
            | '\u{20e3}' // keycap
            | '\u{1f3fb}'..='\u{1f3ff}' // skin tones
        )
}

/// The letter of a regional indicator: two of them are a flag, drawn in one, two or four columns.
fn flag_letter(c: char) -> char {
    match c {
        '\u{1f1e6}'..='\u{1f1ff}' => {
            char::from_u32(u32::from(c) - 0x1_f1e6 + u32::from('A')).unwrap_or(HIDDEN)
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_narrow_everywhere_fits_a_cell_by_the_tables_too() {
        for c in ('\0'..=char::MAX).filter(|c| is_narrow(*c)) {
            assert!(!acts(c) && !is_troublesome(c) && flag_letter(c) == c && !is_combining_mark(c), "{c:?}");
        }
    }
}
