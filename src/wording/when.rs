//! When: distances in days as people say them.
//!
//! Never knows today; distances are counted in `figures`.

use crate::programme::Due;
use crate::text;
use chrono::{Datelike, NaiveDate};

fn days(number: u64) -> String {
    if number == 1 { "1 day".to_owned() } else { format!("{number} days") }
}

/// What is said of a day that a clock shows and that cannot be today: computers without a battery begin anew in
/// 1970 or in the year they were made.
pub fn doubtful_day(today: NaiveDate) -> Option<String> {
    let is_likely = (2020..2100).contains(&today.year());
    let day = text::date::format_date(today);
    (!is_likely).then(|| format!("the clock of this computer says {day}; --as-of counts from another day"))
}

/// The distance to a day: `in 24 days`, `tomorrow`, `today`, `yesterday`, `3 days ago`.
pub fn distance(to: i64) -> String {
    match to {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        -1 => "yesterday".to_owned(),
        to if to < 0 => format!("{} ago", days(to.unsigned_abs())),
        to => format!("in {}", days(to.unsigned_abs())),
    }
}

/// How late something is, from the days until it was due: `46 days late`.
pub fn late(to: i64) -> String {
    format!("{} late", days(to.unsigned_abs()))
}

/// The distance to a due date: like [`distance`], but late instead of ago.
pub fn due(to: i64) -> String {
    if to < 0 { late(to) } else { distance(to) }
}

/// By when something is due, as the file writes it where that is no day: `30 Jun 2024`, `2024-Q2`.
pub fn due_date(due: &Due) -> String {
    due.written.clone().unwrap_or_else(|| text::date::format_date(due.day))
}

/// The same with the day that a month or quarter ends on: `2024-Q2 (30 Jun 2024)`.
pub fn due_in_full(due: &Due) -> String {
    let day = text::date::format_date(due.day);
    due.written.as_ref().map_or_else(|| day.clone(), |written| format!("{written} ({day})"))
}

/// A date with the age it has today: `15 Jan 2024, 31 days ago`.
pub fn age(date: NaiveDate, days_old: i64) -> String {
    format!("{}, {}", text::date::format_date(date), distance(-days_old))
}

/// What stands beside a large number of days: `days until` and the day they lead to.
pub fn days_until(days: i64, date: NaiveDate) -> [String; 2] {
    let until = if days == 1 { "day until" } else { "days until" };
    [until.to_owned(), text::date::format_date(date)]
}
