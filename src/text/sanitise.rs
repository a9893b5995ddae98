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

#[cfg(test)]
mod tests {
    use super::{HIDDEN, clean, clean_lines};
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
            ("a\u{fffe}b\u{fdd0}\u{10ffff}", "a\u{fffd}b\u{fffd}\u{fffd}"),
            ("👩\u{200d}🚀", "👩\u{200d}🚀"),
            ("❤\u{fe0f}\u{200d}🔥", "❤\u{fe0f}\u{200d}🔥"),
            ("⚠\u{fe0f}", "⚠\u{fe0f}"),
            ("\u{e000} private", "\u{e000} private"),
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
    fn what_a_script_needs_is_kept_beside_its_letters() {
        for written in [
            "می\u{200c}خواهم",              // Persian: the non-joiner inside a word
            "ه\u{200d} ۱۴۰۲",               // Persian: the joiner behind an abbreviation
            "क्\u{200d}ष and क्\u{200c}ष",    // Devanagari: half letters
            "ශ්\u{200d}රී",                   // Sinhala
            "שלום (C++\u{200e}) !\u{200f}", // Hebrew: a bracket and a full stop in their places
            "\u{200f}العربية",
            "ภาษา\u{200b}ไทย",
            "ភាសា\u{200b}ខ្មែរ",
            "ལྷྶྙྭ ཧྐྵྨླྺྼྻྂ", // the tallest stacks of Tibetan
            "בְּרֵאשִׁ֖ית",
        ] {
            assert_eq!(clean(written), written, "{written:?}");
        }
    }

    #[test]
    fn beside_other_letters_it_is_shown_or_left_out() {
        let rows = [
            ("invoice\u{200f}.exe", "invoice\u{fffd}.exe"),
            ("a\u{61c}\u{200e}b", "a\u{fffd}\u{fffd}b"),
            ("id\u{200b}-1\u{200c}\u{200d}\u{2060}\u{feff}", "id-1"),
            ("co\u{ad}op", "coop"),
            ("a\u{34f}b\u{1d173}c\u{1d17a}", "abc"), // the grapheme joiner, beams of music
            ("a\u{3164}b", "ab"),
            ("العربية a\u{200c}b", "العربية ab"),
        ];
        for (raw, expected) in rows {
            assert_eq!(clean(raw), expected, "{raw:?}");
        }
    }

    #[test]
    fn of_a_flood_of_what_stands_on_a_letter_ten_are_kept_and_of_what_is_not_seen_one() {
        assert_eq!(clean(&format!("a{}b", "\u{301}".repeat(1000))).chars().count(), 12);
        assert_eq!(clean(&"\u{301}".repeat(1000)), "", "nothing to stand on");
        assert_eq!(clean(&format!("ہ{}", "\u{200c}".repeat(1000))).chars().count(), 2);
        assert_eq!(clean(&format!("ہ{}", "\u{200f}".repeat(1000))).chars().count(), 2);
        assert_eq!(clean(&format!("a{}", "\u{fe0f}\u{e0100}".repeat(1000))).chars().count(), 2);
        assert!(clean(&format!("ہ{}", "\u{200c}\u{fe0f}\u{301}".repeat(1000))).chars().count() < 12);
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

    /// Texts in which everything that decides about a character meets everything else.
    fn mixed() -> impl Strategy<Value = String> {
        let signs: Vec<char> = "aé ا\u{64b}ש क\u{94d}ไ🚀\n\r\t\u{301}\u{200b}\u{200c}\u{200d}\u{200e}\u{200f}\u{202e}\u{2060}\u{3164}\u{fe0f}\u{fe0e}\u{e0041}\u{1b}\u{9b}"
            .chars()
            .collect();
        proptest::collection::vec(proptest::sample::select(signs), 0..40)
            .prop_map(|letters| letters.into_iter().collect())
    }

    proptest! {
        #[test]
        fn clean_leaves_nothing_that_acts_and_is_done_after_one_pass(raw in prop_oneof![any::<String>(), mixed()]) {
            for text in [clean(&raw), clean_lines(&raw)] {
                let acts = |c: char| c != '\n' && (c.is_control() || matches!(c, '\u{202a}'..='\u{202e}'));
                prop_assert!(!text.chars().any(acts));
            }
            let once = clean(&raw);
            prop_assert_eq!(clean(&once), once.as_ref());
            let lines = clean_lines(&raw);
            prop_assert_eq!(clean_lines(&lines), lines.as_ref());
        }

        #[test]
        fn two_clean_texts_beside_each_other_hold_nothing_that_acts(one in mixed(), other in mixed()) {
            let both = format!("{}{}", clean(&one), clean(&other));
            let marks = |text: &str| text.matches(HIDDEN).count();
            prop_assert_eq!(marks(&clean(&both)), marks(&both), "{:?} {:?}", one, other);
        }
    }
}
