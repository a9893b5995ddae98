//! Tokens: the words of a unit as they are compared.
//!
//! Never knows what one means.

use crate::text::fold;

/// The percent signs: of ASCII, full width, small, and Arabic.
const SIGNS: [char; 4] = ['%', '\u{ff05}', '\u{fe6a}', '\u{66a}'];

/// A word or a percent sign, and where it stands.
pub(super) struct Token {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) folded: String,
}

/// The words of a text; a percent sign is one, unless it follows a digit.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut open: Option<usize> = None;
    let mut after_digit = false;
    let close = |open: &mut Option<usize>, end: usize, tokens: &mut Vec<Token>| {
        if let Some(start) = open.take() {
            tokens.push(Token { start, end, folded: fold(text.get(start..end).unwrap_or("")) });
        }
    };
    for (at, letter) in text.char_indices() {
        if is_of_word(letter) {
            open.get_or_insert(at);
        } else {
            close(&mut open, at, &mut tokens);
            if SIGNS.contains(&letter) && !after_digit {
                tokens.push(Token { start: at, end: at + letter.len_utf8(), folded: "%".to_owned() });
            }
        }
        after_digit = letter.is_numeric() || after_digit && letter.is_whitespace();
    }
    close(&mut open, text.len(), &mut tokens);
    tokens
}

/// Letters, digits, and the marks that belong to a letter.
fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || !letter.is_ascii() && fold(letter.encode_utf8(&mut [0; 4])).is_empty()
}
