//! Display width: how many screen columns a text takes.
//!
//! Never cuts or changes anything.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The number of columns `text` takes on screen, grapheme by grapheme, as the cells of a frame count them.
///
/// Ambiguous characters count as one column, which is what terminals do outside East Asian locales
/// (Unicode Standard Annex 11). Measure what [`crate::text::cells`] gave, not the raw text.
pub fn width(text: &str) -> usize {
    if is_plain(text) {
        text.len()
    } else if text.chars().all(is_narrow) {
        text.chars().count()
    } else {
        graphemes(text).map(|(_, columns)| columns).sum()
    }
}

/// Whether this is a grapheme of one column on every terminal, whatever stands beside it of the same kind: letters,
/// punctuation, and the lines and blocks that charts are made of. Most of what is on a screen, told without tables.
pub const fn is_narrow(c: char) -> bool {
    matches!(c,
        ' '..='~' | '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{24f}' | '\u{370}'..='\u{482}' | '\u{48a}'..='\u{52f}'
        | '\u{2010}'..='\u{2027}' | '\u{2500}'..='\u{25fc}')
}

/// Whether each byte is a letter of ASCII that takes one column, as in nearly all texts: then nothing is to be looked
/// for.
fn is_plain(text: &str) -> bool {
    text.bytes().fold(true, |so_far, byte| so_far & matches!(byte, b' '..=b'~'))
}

/// The graphemes of `text`, each with its columns.
pub(super) fn graphemes(text: &str) -> impl Iterator<Item = (&str, usize)> {
    text.graphemes(true).map(|grapheme| (grapheme, grapheme.width()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_narrow_is_a_grapheme_of_one_column_by_the_tables_too() {
        let all: Vec<char> = ('\0'..=char::MAX).filter(|c| is_narrow(*c)).collect();
        for c in &all {
            assert_eq!(c.to_string().width(), 1, "{c:?}");
        }
        // Each beside each of the first and the last of its kind.
        let ends = [' ', '~', '\u{a1}', '\u{24f}', '\u{482}', '\u{52f}', '\u{2027}', '\u{25fc}'];
        let text: String = all.iter().flat_map(|c| ends.iter().flat_map(move |end| [*c, *end])).collect();
        assert_eq!(graphemes(&text).count(), text.chars().count());
        assert!(graphemes(&text).all(|(_, columns)| columns == 1));
    }
}
