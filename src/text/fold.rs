//! Folding: texts made alike for searching, and plain ASCII for terminals that know no other letters.
//!
//! Never used for what is shown where the real letters can be shown.

use super::signs::{is_direction_mark, is_unseen};
use std::borrow::Cow;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// `text` as a search compares it: without case and accents, `đ` as `d`, `ß` as `ss`, typographic
/// quotes and dashes as the plain ones.
///
/// What a reader types without a national keyboard finds what stands in the file.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        // Nothing in it has an accent or another form.
        return text.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(text.len());
    for c in text.nfkd().flat_map(char::to_lowercase).filter(|&c| !is_dropped(c)) {
        push(&mut out, c, plain_letters(c).or_else(|| ascii_sign(c)));
    }
    out
}

/// `text` with typographic quotes, dashes, ellipsis and marks replaced by ASCII; letters stay.
///
/// For the glyph set `ascii`: these are the characters that some terminals draw two columns wide.
pub fn plain_punctuation(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || !text.chars().any(|c| ascii_sign(c).is_some()) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        push(&mut out, c, ascii_sign(c));
    }
    Cow::Owned(out)
}

/// `text` in seven bits: accents dropped, other letters as `?`; for terminals that do not read UTF-8.
pub fn seven_bit(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for c in plain_punctuation(text).nfkd().filter(|&c| !is_dropped(c)) {
        push(&mut out, if c.is_ascii() { c } else { '?' }, plain_letters(c).filter(|plain| plain.is_ascii()));
    }
    Cow::Owned(out)
}

fn push(out: &mut String, c: char, replacement: Option<&str>) {
    match replacement {
        Some(text) => out.push_str(text),
        None => out.push(c),
    }
}

fn is_dropped(c: char) -> bool {
    is_combining_mark(c) || is_unseen(c) || is_direction_mark(c)
}

/// The ASCII that stands for a typographic sign.
fn ascii_sign(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => "-",
        '‘' | '’' | '‚' | '‛' | '′' => "'",
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' => "\"",
        '…' => "...",
        '·' | '•' => "*",
        '×' => "x",
        '\u{a0}' | '\u{2009}' | '\u{202f}' => " ",
        '\u{fffd}' => "?",
        '¶' => "/",
        _ => return None,
    })
}

/// The plain letters of a letter that has no decomposition.
fn plain_letters(c: char) -> Option<&'static str> {
    Some(match c {
        'đ' | 'ð' => "d",
        'Đ' | 'Ð' => "D",
        'ø' => "o",
        'Ø' => "O",
        'ł' => "l",
        'Ł' => "L",
        'ħ' => "h",
        'Ħ' => "H",
        'ı' => "i",
        'ß' => "ss",
        'ẞ' => "SS",
        'æ' => "ae",
        'Æ' => "AE",
        'œ' => "oe",
        'Œ' => "OE",
        'þ' => "th",
        'Þ' => "TH",
        'ς' => "σ",
        _ => return None,
    })
}
