//! Phrases: the words of the tables as they are looked for in a unit.
//!
//! Never says what one means.

use super::tokens::Token;
use super::words;
use crate::text::fold;
use std::borrow::Cow;
use std::sync::LazyLock;

/// A list of phrases, made ready when it is first asked for.
pub(super) struct PhraseList {
    /// Those in plain letters, which are folded as they stand.
    plain: LazyLock<Vec<WordRow>>,
    /// Those in other letters: a text in plain letters has none of them, and few programmes ask for them.
    other: LazyLock<Vec<WordRow>>,
}

impl PhraseList {
    /// How many words each phrase has that the tokens from `at` on are.
    pub(super) fn at(&self, at: usize, tokens: &[Token], text: &str) -> impl Iterator<Item = usize> {
        let tokens = tokens.get(at..).unwrap_or_default();
        let is_plain = tokens.first().is_none_or(|first| first.folded.is_ascii());
        let other = if is_plain { &[] } else { self.other.as_slice() };
        let all = self.plain.iter().chain(other);
        all.filter(move |phrase| phrase.begins(tokens, text)).map(|phrase| phrase.count)
    }
}

/// One of them.
struct WordRow {
    /// Its words, folded, with blanks between them.
    words: Cow<'static, str>,
    count: usize,
    /// Whether the last word may have any ending.
    is_stem: bool,
    /// Whether nothing but signs may follow.
    is_last: bool,
}

impl WordRow {
    /// Those of a list that are in plain letters, or those that are not.
    fn all(list: &'static [&'static str], in_plain_letters: bool) -> Vec<Self> {
        let own = words::each(list).filter(|row| row.is_ascii() == in_plain_letters);
        own.map(Self::of).collect()
    }

    fn of(row: &'static str) -> Self {
        let bare = row.trim_end_matches(['*', '$']);
        let words = if bare.is_ascii() { Cow::Borrowed(bare) } else { Cow::Owned(fold(bare)) };
        let count = words.split(' ').count();
        Self { words, count, is_stem: row.ends_with('*'), is_last: row.ends_with('$') }
    }

    /// Whether these tokens begin with it.
    fn begins(&self, tokens: &[Token], text: &str) -> bool {
        let Some(own) = tokens.get(..self.count) else { return false };
        // Nearly all are told apart by their first byte.
        let starts =
            own.first().is_some_and(|first| first.folded.as_bytes().first() == self.words.as_bytes().first());
        if !starts {
            return false;
        }
        let is_word = |(index, (word, token)): (usize, (&str, &Token))| {
            token.folded == word || self.is_stem && index + 1 == self.count && token.folded.starts_with(word)
        };
        self.words.split(' ').zip(own).enumerate().all(is_word)
            && own.windows(2).all(|pair| matches!(pair, [a, b] if is_joined(text, a, b)))
            && !(self.is_last && tokens.len() > self.count)
    }
}

/// Whether nothing stands between two words that would set them apart.
pub(super) fn is_joined(text: &str, before: &Token, after: &Token) -> bool {
    let between = text.get(before.end..after.start).unwrap_or("");
    between.chars().all(|letter| letter.is_whitespace() || ".-\u{2010}\u{2011}'\u{2019}".contains(letter))
}

pub(super) static PER_CENT: PhraseList = PhraseList {
    plain: LazyLock::new(|| WordRow::all(words::PER_CENT, true)),
    other: LazyLock::new(|| WordRow::all(words::PER_CENT, false)),
};
pub(super) static OTHERS: PhraseList = PhraseList {
    plain: LazyLock::new(|| WordRow::all(words::OTHERS, true)),
    other: LazyLock::new(|| WordRow::all(words::OTHERS, false)),
};
pub(super) static CHANGES: PhraseList = PhraseList {
    plain: LazyLock::new(|| WordRow::all(words::CHANGES, true)),
    other: LazyLock::new(|| WordRow::all(words::CHANGES, false)),
};
pub(super) static POINTS: PhraseList = PhraseList {
    plain: LazyLock::new(|| WordRow::all(words::POINTS, true)),
    other: LazyLock::new(|| WordRow::all(words::POINTS, false)),
};

#[cfg(test)]
mod tests {
    use super::super::tokens::tokens;
    use super::*;

    #[test]
    fn a_phrase_is_read_as_a_unit_is() {
        for list in [&PER_CENT, &OTHERS, &CHANGES, &POINTS] {
            for phrase in list.plain.iter().chain(list.other.iter()) {
                let read: Vec<_> = tokens(&phrase.words).into_iter().map(|token| token.folded).collect();
                assert_eq!(read.join(" "), phrase.words);
            }
        }
    }

    #[test]
    fn each_phrase_in_other_letters_begins_with_one_of_them() {
        for list in [&PER_CENT, &OTHERS, &CHANGES, &POINTS] {
            for phrase in list.other.iter() {
                let first = phrase.words.split(' ').next().unwrap_or_default();
                assert!(!first.is_ascii(), "a text in plain letters is not looked for {}", phrase.words);
            }
        }
    }
}
