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
    if is_plain(text) { text.len() } else { graphemes(text).map(|(_, columns)| columns).sum() }
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
