//! Shown: how a finding names a piece of the file.
//!
//! Never reports anything.

/// How many bytes of a line or a text are looked at for what was meant by it.
pub(super) const LONGEST: usize = 500;

/// A character by its number, and by its name where it has one that people know.
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

/// A text of any number of lines as it may be shown, without blanks around it.
pub(in crate::document) fn clean_lines(text: &str) -> String {
    crate::text::clean_lines(text).trim().to_owned()
}

/// A text of one line as it may be shown, without blanks around it.
pub(in crate::document) fn clean(text: &str) -> String {
    crate::text::clean(text).trim().to_owned()
}
