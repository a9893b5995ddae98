//! Characters that no text file should hold, and the cleaning of what is shown.

use super::Reader;
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
        let count = text.chars().filter(|c| is_control(*c)).count();
        // The parser takes a byte-order mark for the beginning of a file, wherever it stands.
        if count == 0 && !text.trim_start_matches('\u{feff}').contains('\u{feff}') {
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
        if !text.chars().any(|c| turns(c) || hides_a_text(c) || has_no_width(c)) {
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

/// A key without what nobody sees in it, which is reported already.
pub(super) fn as_seen(key: &str) -> Cow<'_, str> {
    crate::text::clean(key)
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

pub(super) fn name_of(letter: char) -> String {
    let known = match letter {
        '\0' => " NUL",
        '\u{7}' => " bell",
        '\u{8}' => " backspace",
        '\u{b}' => " vertical tab",
        '\u{c}' => " form feed",
        '\u{1b}' => " escape",
        '\u{7f}' => " delete",
        '\u{a0}' => " no-break space",
        '\u{2009}' => " thin space",
        '\u{202f}' => " narrow no-break space",
        '\u{200b}' => " zero-width space",
        '\u{2060}' => " word joiner",
        '\u{feff}' => " byte-order mark",
        _ => "",
    };
    format!("U+{:04X}{known}", u32::from(letter))
}

/// How many letters of a text are looked at for what it is recognised by.
const LOOKED_AT: usize = 400;

/// A text as a finding names it: clean, and not longer than what it is recognised by.
pub(in crate::document) fn shown(text: &str) -> String {
    let mark = "\u{2026}";
    let Some((end, _)) = text.char_indices().nth(LOOKED_AT) else {
        return crate::text::fit(&clean(text), 40, mark).into_owned();
    };
    // What is left out of a text that may be megabytes long is never cleaned and never measured.
    let mut name = crate::text::fit(&clean(text.get(..end).unwrap_or(text)), 40, mark).into_owned();
    if !name.ends_with(mark) {
        name.push_str(mark);
    }
    name
}

/// A text of one line as it may be shown, without blanks around it.
pub(in crate::document) fn clean(text: &str) -> String {
    crate::text::clean(text).trim().to_owned()
}
