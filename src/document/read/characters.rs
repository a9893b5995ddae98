//! Characters that no text file should hold.

use super::reader::Reader;
use super::shown::name_of;
use crate::document::finding::{Code, Finding};
use crate::text::cleaned;
use std::borrow::Cow;

/// How many of them are named one by one.
const MOST_NAMED: usize = 20;

impl Reader<'_> {
    /// The text with every raw control character replaced by `_`, each reported. YAML allows none, and
    /// no replacement changes the length, so that places stay true.
    pub(super) fn without_control_characters<'t>(&mut self, text: &'t str) -> Cow<'t, str> {
        self.hidden_characters(text);
        let count = if has_control(text) { text.chars().filter(|c| is_control(*c)).count() } else { 0 };
        // The parser takes a byte-order mark for the beginning of a file, wherever it stands.
        let rest = text.trim_start_matches('\u{feff}');
        if count == 0 && !beyond_ascii(rest).any(|letter| letter == '\u{feff}') {
            return Cow::Borrowed(text);
        }
        let found = text.char_indices().filter(|(_, c)| is_control(*c));
        for (number, (at, letter)) in (1..).zip(found.take(MOST_NAMED)) {
            let more = match count - number {
                more @ 1.. if number == MOST_NAMED => format!("; further ones: {more}"),
                _ => String::new(),
            };
            let place = self.source.place(at..at + letter.len_utf8());
            let name = name_of(letter);
            let message = format!("An invisible control character ({name}) stands in the file{more}");
            let help = "Delete the character, or write what was meant. It often comes from a damaged copy.";
            self.report(Finding::new(Code::ControlCharacter, place, message).label("shown as _").help(help));
        }
        let mut harmless = String::with_capacity(text.len());
        harmless.extend(text.char_indices().map(|(at, letter)| match letter {
            letter if is_control(letter) => low_line(letter.len_utf8()),
            // Any other letter without width.
            '\u{feff}' if at > 0 => '\u{2060}',
            letter => letter,
        }));
        Cow::Owned(harmless)
    }

    /// Reports what deceives: what is shown as a mark, and what is left out because nobody sees it.
    fn hidden_characters(&mut self, text: &str) {
        if !beyond_ascii(text).any(|c| turns(c) || hides_a_text(c) || has_no_width(c)) {
            return;
        }
        // At the very beginning it is a byte-order mark, which says nothing.
        let hidden = cleaned(text).filter(|(at, c, kept)| match kept {
            Some(_) => *kept != Some(*c) && (turns(*c) || hides_a_text(*c)),
            None => has_no_width(*c) && *at > 0,
        });
        for (at, letter, kept) in hidden.take(MOST_NAMED) {
            let place = self.source.place(at..at + letter.len_utf8());
            let name = name_of(letter);
            let does = match kept {
                Some(_) if hides_a_text(letter) => "hides a text",
                Some(_) => "changes the direction of the text",
                None => "stands between the letters",
            };
            let message = format!("An invisible character ({name}) {does}");
            let label = if kept.is_some() { "shown as a visible mark" } else { "nothing to be seen" };
            let finding = Finding::new(Code::HiddenCharacter, place, message).label(label);
            self.report(finding.help(
                "It is easily pasted by accident. Delete the letters on both sides of it and type them again.",
            ));
        }
    }
}

/// The characters of the lines that are not ASCII alone: in most files few.
fn beyond_ascii(text: &str) -> impl Iterator<Item = char> {
    let is_ascii = text.is_ascii();
    let lines = text.split_inclusive('\n').take_while(move |_| !is_ascii);
    lines.filter(|line| !line.is_ascii()).flat_map(str::chars)
}

/// Whether there is a character that YAML refuses. Bytes are looked at without a branch, sixteen at a time.
fn has_control(text: &str) -> bool {
    let acts = |byte: u8| (byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r')) || byte == 0x7f;
    text.bytes().fold(false, |found, byte| found | acts(byte)) || beyond_ascii(text).any(is_control)
}

/// A character that makes text run in the other direction, or may: some scripts need the marks among them.
const fn turns(letter: char) -> bool {
    matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A copy of an ASCII character that nobody sees.
const fn hides_a_text(letter: char) -> bool {
    matches!(letter, '\u{e0000}'..='\u{e007f}')
}

/// A character without width that scripts need beside certain letters only, or none does.
const fn has_no_width(letter: char) -> bool {
    matches!(letter, '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

/// A low line of so many bytes, so that columns stay true as well.
const fn low_line(bytes: usize) -> char {
    match bytes {
        1 => '_',
        2 => '\u{2cd}',
        _ => '\u{ff3f}',
    }
}

/// A character that YAML refuses. The next-line character (U+0085) is a line end in old files and passes.
fn is_control(letter: char) -> bool {
    (letter.is_control() && !matches!(letter, '\t' | '\n' | '\r' | '\u{85}'))
        || matches!(letter, '\u{fffe}' | '\u{ffff}')
}
