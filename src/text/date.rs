//! Dates as people read them: never in digits alone with slashes, which two countries read in two ways.
//!
//! Never says how far away a date is: those words are the wording's.

use chrono::NaiveDate;

/// A date with its month in words: `8 Feb 2024`.
pub fn format_date(date: NaiveDate) -> String {
    date.format("%-d %b %Y").to_string()
}

/// Day and month, where the year is plain from the screen or has no room: `8 Feb`.
pub fn format_short(date: NaiveDate) -> String {
    date.format("%-d %b").to_string()
}

/// A date after ISO 8601: `2024-02-08`.
pub fn format_iso(date: NaiveDate) -> String {
    date.format("%Y-%m-%d").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_below_ten_has_no_leading_zero_in_words_and_one_in_iso() {
        let date = NaiveDate::from_ymd_opt(2024, 2, 8).unwrap();
        assert_eq!(format_date(date), "8 Feb 2024");
        assert_eq!(format_iso(date), "2024-02-08");
    }
}
