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
