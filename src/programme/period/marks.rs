//! Marks: what published tables put behind a period, as in `2023 (p)` or `2012/13 [Note 7]`.
//!
//! Never takes a part of the period itself for a mark: what is a period as it stands has none.

use super::label::is_label;
use crate::programme::model::Flag;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_behind_a_period_is_a_flag_or_a_note() {
        for (label, period, flag, notes) in [
            ("2023 (p)", "2023", Some(Flag::Provisional), ""),
            ("2023 (E)", "2023", Some(Flag::Estimated), ""),
            ("2023 (forecast)", "2023", Some(Flag::Forecast), ""),
            ("2023(b)", "2023", Some(Flag::Break), ""),
            ("2023e", "2023", Some(Flag::Estimated), ""),
            ("2022/23p", "2022/23", Some(Flag::Provisional), ""),
            ("2023 p", "2023", Some(Flag::Provisional), ""),
            ("2023 provisional", "2023", Some(Flag::Provisional), ""),
            ("2023 year to date", "2023", Some(Flag::Partial), ""),
            ("2023 (r)", "2023", None, "revised"),
            ("2023 (a)", "2023", None, "a"),
            ("2023*", "2023", None, "marked *"),
            ("2023 **", "2023", None, "marked **"),
            ("2023¹", "2023", None, "marked ¹"),
            ("2012/13 [Note 7]", "2012/13", None, "Note 7"),
            ("2012-2014 (baseline)", "2012-2014", None, "baseline"),
            ("FY2023 (p)", "FY2023", Some(Flag::Provisional), ""),
            ("Q1 2023 (p) [2]", "Q1 2023", Some(Flag::Provisional), "2"),
            ("2023 (p) (e) *", "2023", Some(Flag::Estimated), "p; marked *"),
        ] {
            let (rest, mark) = divided(label);
            let mark = mark.unwrap_or_else(|| panic!("{label} has a mark"));
            assert_eq!((rest, mark.flag, mark.notes.join("; ").as_str()), (period, flag, notes), "{label}");
        }
    }

    #[test]
    fn what_is_a_period_or_none_has_no_mark() {
        for label in [
            "2023",
            "2022-Q2",
            "2023 H1",
            "2012 to 2014",
            "about (p)",
            "2023 ()",
            "(p)",
            "*",
            "",
            "2023 x",
            "5e",
            "2023 (",
        ] {
            assert_eq!(divided(label), (label, None), "{label}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_label_whatever_makes_it_fail(label in "\\PC{0,12}", around in "[0-9() *pe\\[\\]-]{0,10}") {
            let whole = format!("{around}{label}{around}");
            let (rest, _) = divided(&whole);
            proptest::prop_assert!(whole.contains(rest));
        }
    }
}
