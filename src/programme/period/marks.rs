//! Marks: what published tables put behind a period, as in `2023 (p)` or `2012/13 [Note 7]`.
//!
//! Never takes a part of the period itself for a mark: what is a period as it stands has none.

use super::label::is_label;
use crate::programme::choices::Flag;
use crate::programme::words::word_of;

/// Longer labels are sentences.
const LONGEST: usize = 120;

/// Signs that lead to a footnote.
const SIGNS: &str = "*†‡§¹²³⁴⁵⁶⁷⁸⁹⁰";

/// What stands behind a period.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PeriodMark {
    /// What kind of value it says the value is.
    pub flag: Option<Flag>,
    /// What else it says.
    pub notes: Vec<String>,
}

impl PeriodMark {
    /// Adds what stands before those that were taken.
    fn add(&mut self, said: &str) {
        // A footnote may be called by its letter, and `a` is a flag that nobody needs to give.
        let flag = word_of::<Flag>(said).filter(|_| !said.eq_ignore_ascii_case("a"));
        match flag {
            Some(flag) if self.flag.is_none() => self.flag = Some(flag),
            // Eurostat's letter for a revised value, which SDMX counts among the normal ones.
            _ if said.eq_ignore_ascii_case("r") => self.notes.insert(0, "revised".to_owned()),
            _ => self.notes.insert(0, said.to_owned()),
        }
    }
}

/// A label without its marks, and what they say.
pub fn divided(label: &str) -> (&str, Option<PeriodMark>) {
    let label = label.trim();
    if label.len() > LONGEST || is_label(label) {
        return (label, None);
    }
    let mut mark = PeriodMark::default();
    let mut rest = label;
    while let Some((shorter, said)) = last(rest) {
        match said {
            Said::Words(words) => mark.add(words),
            Said::Signs(signs) => mark.notes.insert(0, format!("marked {signs}")),
        }
        rest = shorter.trim_end();
        if is_label(rest) {
            return (rest, Some(mark));
        }
    }
    (label, None)
}

enum Said<'l> {
    Words(&'l str),
    Signs(&'l str),
}

/// The last mark of a label, and what stands before it.
fn last(label: &str) -> Option<(&str, Said<'_>)> {
    for (open, close) in [('(', ')'), ('[', ']')] {
        if let Some(inside) = label.strip_suffix(close) {
            let (before, words) = inside.rsplit_once(open)?;
            return Some((before, Said::Words(words.trim()))).filter(|_| !words.trim().is_empty());
        }
    }
    let bare = label.trim_end_matches(|letter| SIGNS.contains(letter));
    if bare.len() < label.len() {
        return Some((bare, Said::Signs(label.get(bare.len()..)?)));
    }
    // A word that is known, behind a blank.
    let blanks = label.match_indices(' ').map(|(at, _)| at);
    let mut words = blanks.filter_map(|at| Some((label.get(..at)?, label.get(at + 1..)?.trim())));
    let is_known = |words: &str| word_of::<Flag>(words).is_some() || words.eq_ignore_ascii_case("r");
    if let Some((before, words)) = words.find(|(before, words)| is_known(words) && is_label(before)) {
        return Some((before, Said::Words(words)));
    }
    // The letters of estimates, as national accounts write them: `2023e`.
    let letter = label.len().checked_sub(1)?;
    let (before, letter) = (label.get(..letter)?, label.get(letter..)?);
    let is_letter = ["p", "e", "f", "r"].iter().any(|known| letter.eq_ignore_ascii_case(known));
    (is_letter && before.ends_with(|digit: char| digit.is_ascii_digit()))
        .then_some((before, Said::Words(letter)))
}
