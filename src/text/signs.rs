//! Signs: which characters act on a terminal, which cannot be seen, and which scripts need some of those.
//!
//! Knows single characters and their nearest letters, never a whole text. No tables of Unicode are copied
//! here: the ranges are blocks, and where they say too much, what is kept is harmless.

use unicode_normalization::char::is_combining_mark;

/// Whether a terminal, or a reader, may be deceived by this character: control characters, what overrides the
/// direction of writing, hidden copies of ASCII, and what is no character at all. Line breaks are among them.
pub(super) fn acts(c: char) -> bool {
    c.is_control() || is_line_break(c) || turns(c) || is_tag(c) || is_no_character(c)
}

/// Everything Unicode counts as a line break: LF, VT, FF, CR, NEL, LS, PS.
pub(super) const fn is_line_break(c: char) -> bool {
    matches!(c, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Embeddings, overrides and isolates of the direction of writing (Unicode Standard Annex 9), the deprecated
/// format characters beside them, and annotations, which hide what they annotate.
const fn turns(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2065}'..='\u{206f}' | '\u{fff0}'..='\u{fffb}')
}

/// Tag characters: invisible copies of ASCII that can carry a hidden text; and their unassigned neighbours,
/// which are as invisible.
pub(super) const fn is_tag(c: char) -> bool {
    matches!(c, '\u{e0000}'..='\u{e00ff}' | '\u{e01f0}'..='\u{e0fff}')
}

/// Code points that are no characters and never will be.
const fn is_no_character(c: char) -> bool {
    matches!(c, '\u{fdd0}'..='\u{fdef}') || (c as u32) & 0xfffe == 0xfffe
}

/// Marks of direction: they place a full stop or a bracket beside words that are written from right to left,
/// and turn nothing round.
pub(super) const fn is_direction_mark(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}')
}

/// Variation selectors: how the letter before them is drawn.
pub(super) const fn is_selector(c: char) -> bool {
    matches!(c, '\u{180b}'..='\u{180d}' | '\u{180f}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// Joiners, fillers, soft hyphens and spaces without a width: nothing of them is seen, and two names that
/// differ in one of them look alike.
pub(super) const fn is_unseen(c: char) -> bool {
    matches!(c,
        '\u{ad}' // soft hyphen
        | '\u{34f}' // grapheme joiner
        | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' // Hangul fillers
        | '\u{180e}' // Mongolian vowel separator
        | '\u{200b}'..='\u{200d}' // zero-width space, non-joiner, joiner
        | '\u{2060}'..='\u{2064}' // word joiner, invisible operators
        | '\u{feff}' // byte order mark
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' // of shorthand and of music
    )
}

/// Whether a character that is not seen is part of how the script of this letter is written.
pub(super) fn is_needed(c: char, letter: char) -> bool {
    match c {
        '\u{200b}' => is_written_without_spaces(letter),
        '\u{200d}' => is_joined(letter) || is_pictograph(letter),
        '\u{200c}' | '\u{180e}' => is_joined(letter),
        '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' => is_hangul(letter),
        _ => false,
    }
}

/// What has a script: letters, and pictographs for want of a better word; not the marks on them, of which some
/// are cut, nor what cannot be seen.
pub(super) fn is_letter(c: char) -> bool {
    (c.is_alphabetic() || is_pictograph(c)) && !is_unseen(c) && !is_combining_mark(c)
}

/// Whether it is of a script that is written from right to left: Hebrew, Arabic, Syriac, Thaana, N'Ko, Samaritan, Mandaic; their presentation forms; the historical ones.
pub(super) const fn is_written_from_right(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{61b}' | '\u{61d}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// Scripts in which a joiner or a non-joiner changes what the letters beside it look like: those written from
/// right to left, those of South Asia, Myanmar, Khmer, Mongolian, and those of the islands.
const fn is_joined(letter: char) -> bool {
    is_written_from_right(letter)
        || matches!(letter, '\u{900}'..='\u{dff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{18af}'
            | '\u{1a00}'..='\u{1bff}' | '\u{a800}'..='\u{abff}' | '\u{11000}'..='\u{11fff}')
}

/// Scripts that put no spaces between words: Thai, Lao, Myanmar, Khmer, and those of their neighbours.
const fn is_written_without_spaces(letter: char) -> bool {
    matches!(letter, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{1950}'..='\u{19df}' | '\u{1a20}'..='\u{1aaf}' | '\u{a980}'..='\u{a9ff}' | '\u{aa60}'..='\u{aadf}')
}

const fn is_hangul(letter: char) -> bool {
    matches!(letter, '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{a960}'..='\u{a97f}'
        | '\u{ac00}'..='\u{d7ff}' | '\u{ffa0}'..='\u{ffdc}')
}

/// Emoji and the older signs among them.
const fn is_pictograph(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2bff}' | '\u{3030}' | '\u{303d}' | '\u{3297}' | '\u{3299}' | '\u{1f000}'..='\u{1faff}')
}
