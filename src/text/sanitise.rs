//! Cleaning: what of a text from outside may be kept, and what of it may go into the cells of a screen.
//!
//! Two doors. [`clean`] stands where text enters the program: nothing after it can carry a control
//! character or turn the direction of writing. [`cells`] stands where text enters a frame: what
//! terminals disagree about is taken out there, and only there, so that exports keep it.

use std::borrow::Cow;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark, is_nfc};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Stands for a character that may not be shown.
pub const HIDDEN: char = '\u{fffd}';

/// Stands for a line break inside a text of one line.
pub const BREAK: char = '¶';

/// More marks than this on one letter run into the lines above and below.
const MARKS_A_LETTER: usize = 4;

/// A text of one line: control and direction characters become [`HIDDEN`], line breaks become [`BREAK`],
/// tabs become spaces. Line breaks at the end are dropped: YAML's block texts bring one.
pub fn clean(text: &str) -> Cow<'_, str> {
    let text = text.trim_end_matches(is_line_break);
    if text.chars().all(is_harmless) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(replace(text, BREAK))
}

/// A text of several lines: as [`clean`], but its line breaks stay, each as one `\n`.
pub fn clean_lines(text: &str) -> Cow<'_, str> {
    let text = text.trim_end_matches(is_line_break);
    if text.chars().all(|c| c == '\n' || is_harmless(c)) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(replace(text, '\n'))
}

fn replace(text: &str, line_break: char) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            // CR LF is one line break: the LF that follows stands for both.
            '\r' if chars.peek() == Some(&'\n') => {}
            c if is_line_break(c) => out.push(line_break),
            '\t' => out.push(' '),
            // One mark for a run of tags: they come by the dozen and mean one thing.
            c if is_tag(c) && chars.peek().copied().is_some_and(is_tag) => {}
            c if is_harmless(c) => out.push(c),
            _ => out.push(HIDDEN),
        }
    }
    out
}

fn is_harmless(c: char) -> bool {
    !(c.is_control() || is_line_break(c) || is_bidi_control(c) || is_tag(c))
}

/// Everything Unicode counts as a line break: LF, VT, FF, CR, NEL, LS, PS.
fn is_line_break(c: char) -> bool {
    matches!(c, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Characters that turn or override the direction of writing (Unicode Standard Annex 9), and the
/// deprecated format characters beside them.
fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}')
}

/// Tag characters: invisible copies of ASCII that can carry a hidden text.
fn is_tag(c: char) -> bool {
    matches!(c, '\u{e0000}'..='\u{e007f}')
}

/// What of a clean text goes into screen cells: letters composed, and without the characters whose
/// width terminals disagree about.
///
/// Joiners, variation selectors, fillers, soft hyphens, skin tones and keycaps are dropped, so an emoji
/// sequence becomes its plain members; a flag becomes its two letters. Marks beyond the fourth on one
/// letter are dropped too. A row has one line: line breaks become blanks.
pub fn cells(text: &str) -> Cow<'_, str> {
    if text.contains('\n') {
        return Cow::Owned(cells(&text.replace('\n', " ")).into_owned());
    }
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    if is_nfc(text) && text.graphemes(true).all(is_plain) {
        return Cow::Borrowed(text);
    }
    // Composing keeps all marks of a letter until the next one comes, and a hostile text is nothing but marks.
    let mut marks = 0;
    let few = |c: &char| {
        marks = if is_combining_mark(*c) { marks + 1 } else { 0 };
        marks <= 2 * MARKS_A_LETTER
    };
    let letters = text.chars().filter(|&c| !is_troublesome(c)).filter(few);
    let kept: String = letters.map(flag_letter).nfc().collect();
    Cow::Owned(kept.graphemes(true).filter(|grapheme| grapheme.width() > 0).flat_map(few_marks).collect())
}

fn is_plain(grapheme: &str) -> bool {
    grapheme.width() > 0
        && !grapheme.chars().any(|c| is_troublesome(c) || flag_letter(c) != c)
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
    matches!(c,
        '\u{ad}' // soft hyphen
        | '\u{34f}' // grapheme joiner
        | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' // Hangul fillers
        | '\u{17b4}' | '\u{17b5}' // Khmer inherent vowels
        | '\u{180b}'..='\u{180f}' // Mongolian selectors
        | '\u{200b}'..='\u{200d}' // zero-width space, non-joiner, joiner
        | '\u{2060}'..='\u{2064}' // word joiner, invisible operators
        | '\u{20e3}' // keycap
        | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' // variation selectors
        | '\u{feff}' // byte order mark
        | '\u{fff9}'..='\u{fffb}' // annotations
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
    use super::{cells, clean, clean_lines};
    use crate::text::width;
    use proptest::prelude::*;

    #[test]
    fn clean_shows_what_would_act_on_a_terminal_and_keeps_the_rest() {
        let rows = [
            ("Joint exercises", "Joint exercises"),
            ("šćđ – “NATO”", "šćđ – “NATO”"),
            ("a\u{1b}[31mb", "a\u{fffd}[31mb"),
            ("a\u{9b}b\u{7}\u{7f}", "a\u{fffd}b\u{fffd}\u{fffd}"),
            ("two\nlines", "two¶lines"),
            ("two\r\nlines", "two¶lines"),
            ("folded text\n", "folded text"),
            ("a\tb", "a b"),
            ("abc\u{202e}fed", "abc\u{fffd}fed"),
            ("flag\u{e0067}\u{e0062}\u{e007f}.", "flag\u{fffd}."),
            ("👩\u{200d}🚀", "👩\u{200d}🚀"),
            ("⚠\u{fe0f}", "⚠\u{fe0f}"),
        ];
        for (raw, expected) in rows {
            assert_eq!(clean(raw), expected, "{raw:?}");
        }
    }

    #[test]
    fn a_text_of_several_lines_keeps_its_lines() {
        assert_eq!(clean_lines("one\r\ntwo\n\nthree\n"), "one\ntwo\n\nthree");
        assert_eq!(clean_lines("one\u{2028}two\u{1b}"), "one\ntwo\u{fffd}");
    }

    #[test]
    fn cells_hold_only_what_every_terminal_draws_alike() {
        let rows = [
            ("Sarajevo", "Sarajevo"),
            ("s\u{30c}c\u{301}", "šć"),
            ("👩\u{200d}🚀", "👩🚀"),
            ("👍\u{1f3fd}", "👍"),
            ("⚠\u{fe0f}", "⚠"),
            ("1\u{fe0f}\u{20e3}", "1"),
            ("🇧🇦", "BA"),
            ("coop\u{ad}eration", "cooperation"),
            ("a\u{3164}b", "ab"),
            ("\u{301}a", "a"),
        ];
        for (text, expected) in rows {
            assert_eq!(cells(text), expected, "{text:?}");
        }
        assert_eq!(cells(&format!("x{}", "\u{33f}".repeat(50))).chars().count(), 5);
    }

    /// Unicode's property `Bidi_Control`, by the list of Unicode Standard Annex 9.
    const BIDI: [char; 12] = [
        '\u{61c}', '\u{200e}', '\u{200f}', '\u{202a}', '\u{202b}', '\u{202c}', '\u{202d}', '\u{202e}',
        '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}',
    ];

    #[test]
    fn every_character_that_turns_the_direction_is_shown_as_a_mark() {
        for control in BIDI {
            assert_eq!(clean(&format!("a{control}b")), "a\u{fffd}b", "{control:?}");
        }
    }

    proptest! {
        #[test]
        fn clean_leaves_nothing_that_acts_and_is_done_after_one_pass(raw in any::<String>()) {
            for text in [clean(&raw), clean_lines(&raw)] {
                prop_assert!(!text.chars().any(|c| c != '\n' && (c.is_control() || BIDI.contains(&c))));
            }
            let once = clean(&raw);
            prop_assert_eq!(clean(&once), once.as_ref());
            let lines = clean_lines(&raw);
            prop_assert_eq!(clean_lines(&lines), lines.as_ref());
        }

        #[test]
        fn every_grapheme_in_a_cell_has_a_width(raw in any::<String>()) {
            let text = clean(&raw);
            let once = cells(&text);
            prop_assert_eq!(cells(&once), once.as_ref());
            prop_assert!(super::UnicodeSegmentation::graphemes(once.as_ref(), true).all(|g| width(g) > 0));
        }
    }
}
