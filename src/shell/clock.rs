//! The clock: which day it is, for those who did not say.
//!
//! Asked when the program starts, and with each event while it runs; below the shell today is an argument.

use chrono::{NaiveDate, NaiveDateTime};

/// Today, where the computer stands.
#[expect(clippy::disallowed_methods, reason = "the one place where the day is asked for")]
pub fn today() -> NaiveDate {
    chrono::Local::now().date_naive()
}

/// Day and time of day, where the computer stands.
#[expect(clippy::disallowed_methods, reason = "the one place where the time is asked for")]
pub fn now() -> NaiveDateTime {
    chrono::Local::now().naive_local()
}
