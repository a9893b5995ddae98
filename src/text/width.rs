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
    graphemes(text).map(|(_, columns)| columns).sum()
}

/// The graphemes of `text`, each with its columns.
pub(super) fn graphemes(text: &str) -> impl Iterator<Item = (&str, usize)> {
    text.graphemes(true).map(|grapheme| (grapheme, grapheme.width()))
}
