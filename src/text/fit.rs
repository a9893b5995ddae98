//! Making text fit: cutting, padding and wrapping by display width.
//!
//! Never cuts inside a grapheme and never loses a word in wrapping.

use super::width::{graphemes, width};
use std::borrow::Cow;

/// `text` in at most `columns` columns; what is cut off is replaced by `mark` (`…` or `..`).
///
/// No space stands before the mark, and no digit: of a number that has no room nothing is left, because a part of
/// it is another number. Where not even the mark fits, as much of the mark as does.
pub fn fit<'a>(text: &'a str, columns: usize, mark: &str) -> Cow<'a, str> {
    if width(text) <= columns {
        return Cow::Borrowed(text);
    }
    let room = columns.saturating_sub(width(mark));
    let part = head(text, room);
    let mut cut = without_number(part.trim_end()).trim_end().to_owned();
    let left = columns - width(&cut);
    cut.push_str(&head(mark, left));
    Cow::Owned(cut)
}

/// A text without the number at its end.
fn without_number(text: &str) -> &str {
    let rest = text.trim_end_matches(|letter: char| letter.is_numeric() || "+-.,:/%".contains(letter));
    let has_digits = text.strip_prefix(rest).is_some_and(|number| number.contains(char::is_numeric));
    if has_digits { rest } else { text }
}

/// The longest beginning of `text` that takes at most `columns` columns.
fn head(text: &str, columns: usize) -> String {
    let mut used = 0;
    graphemes(text)
        .take_while(|(_, wide)| {
            used += wide;
            used <= columns
        })
        .map(|(grapheme, _)| grapheme)
        .collect()
}

/// `text` followed by spaces up to `columns`: words stand on the left.
pub fn pad_right(text: &str, columns: usize) -> String {
    format!("{text}{}", spaces(text, columns))
}

/// `text` preceded by spaces up to `columns`: numbers stand on the right.
pub fn pad_left(text: &str, columns: usize) -> String {
    format!("{}{text}", spaces(text, columns))
}

fn spaces(text: &str, columns: usize) -> String {
    " ".repeat(columns.saturating_sub(width(text)))
}

/// `text` in lines of at most `columns` columns, broken at spaces; a line break in the text is kept.
///
/// A word longer than a line is broken between graphemes. A grapheme wider than the line stands alone
/// and sticks out, because nothing is lost. No-break spaces do not break. Empty text gives one empty line.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    if is_a_line(text) && text.len() <= columns {
        return vec![text.to_owned()];
    }
    text.split('\n').flat_map(|paragraph| wrap_paragraph(paragraph, columns)).collect()
}

/// How many lines [`wrap`] makes of a text.
pub fn wrapped_height(text: &str, columns: usize) -> usize {
    plain_height(text, columns).unwrap_or_else(|| wrap(text, columns).len())
}

/// The same of words of ASCII with one blank between two, none of them longer than a line.
fn plain_height(text: &str, columns: usize) -> Option<usize> {
    let (mut lines, mut used, mut word) = (1, 0, 0);
    for byte in text.bytes().chain([b' ']) {
        match byte {
            b'!'..=b'~' if word < columns => word += 1,
            b' ' if word > 0 => {
                let behind = if used == 0 { word } else { used + 1 + word };
                lines += usize::from(behind > columns);
                used = if behind > columns { word } else { behind };
                word = 0;
            }
            _ => return None,
        }
    }
    Some(lines)
}

/// Whether a text is words of ASCII with one blank between two, as in nearly all texts.
fn is_a_line(text: &str) -> bool {
    let is_plain = text.bytes().all(|byte| matches!(byte, b' '..=b'~'));
    is_plain && !text.contains("  ") && text.trim_ascii() == text
}

fn wrap_paragraph(paragraph: &str, columns: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in paragraph.split(is_break).filter(|word| !word.is_empty()) {
        if !line.is_empty() && width(&line) + 1 + width(word) > columns {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        append_broken(word, columns, &mut line, &mut lines);
    }
    lines.push(line);
    lines
}

/// Appends `word` to `line`; where it is longer than a line, full lines move on to `lines`.
fn append_broken(word: &str, columns: usize, line: &mut String, lines: &mut Vec<String>) {
    let mut used = width(line);
    for (grapheme, wide) in graphemes(word) {
        if used > 0 && used + wide > columns {
            lines.push(std::mem::take(line));
            used = 0;
        }
        line.push_str(grapheme);
        used += wide;
    }
}

/// Whether a line may end here: white space, but not the no-break spaces.
fn is_break(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_height_is_known_without_wrapping() {
        let texts =
            ["", "a", "a b", "one two three", "longer-than-a-line and on", "two  blanks", " before", "é è"];
        for text in texts {
            for columns in 1..20 {
                assert_eq!(wrapped_height(text, columns), wrap(text, columns).len(), "{text} in {columns}");
            }
        }
    }
}
