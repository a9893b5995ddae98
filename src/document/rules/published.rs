//! Published: when something came out, from a text as people write it: a day, a month or a year.
//!
//! Never says more than the text: of several readings the earliest counts, and of other words none.

use crate::document::read::{YEARS, day, english_month};
use chrono::NaiveDate;

/// Words that may stand beside a date without changing it.
const BESIDE: &str =
    "of the in on st nd rd th early mid late end beginning spring summer autumn fall winter q quarter t";

/// The first day that a text can mean; none where it is not plainly a date.
pub(super) fn earliest(text: &str) -> Option<NaiveDate> {
    if let Some(day) = text.trim().get(..10).and_then(day) {
        return Some(day);
    }
    let mut month = None;
    let (mut years, mut others) = (Vec::new(), Vec::new());
    for word in words(text) {
        if let Ok(number) = word.parse::<u32>() {
            let year = i32::try_from(number).ok().filter(|year| word.len() == 4 && YEARS.contains(year));
            match year {
                Some(year) => years.push(year),
                None => others.push(number),
            }
        } else if let Some(number) = english_month(&word) {
            // Of two months the first counts, as of two years.
            month = month.or(Some(number));
        } else if !BESIDE.split(' ').any(|known| known == word) {
            return None;
        }
    }
    let year = years.iter().copied().min()?;
    let first = NaiveDate::from_ymd_opt(year, 1, 1)?;
    // Two years are a span, and what stands beside them nobody knows.
    Some(if years.len() == 1 { within(year, month, &others).unwrap_or(first) } else { first })
}

/// The earliest day of a year that a month by name and other numbers can mean.
fn within(year: i32, month: Option<u32>, others: &[u32]) -> Option<NaiveDate> {
    let date = |month, day| NaiveDate::from_ymd_opt(year, month, day);
    match (month, others) {
        (Some(month), [day]) => date(month, *day).or_else(|| date(month, 1)),
        (Some(month), _) => date(month, 1),
        (None, [month]) => date(*month, 1),
        (None, [one, other]) => [date(*one, *other), date(*other, *one)].into_iter().flatten().min(),
        (None, _) => None,
    }
}

/// Runs of letters and runs of digits, in small letters.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut kind = None;
    for letter in text.to_lowercase().chars() {
        let own = letter.is_alphanumeric().then(|| letter.is_numeric());
        match (own, words.last_mut()) {
            (Some(_), Some(word)) if own == kind => word.push(letter),
            (Some(_), _) => words.push(letter.to_string()),
            (None, _) => {}
        }
        kind = own;
    }
    words
}
