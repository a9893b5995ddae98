//! Today: the day that everything is counted from, and a word where the computer's clock cannot be right.
//!
//! Never changes a day: what is asked for is taken, and what the clock says is taken with that word.

use super::arguments::Arguments;
use crate::shell;
use crate::text::Clean;
use crate::wording::doubtful_day;
use chrono::NaiveDate;

/// The day the command line names, else today.
pub(super) fn today(arguments: &Arguments) -> NaiveDate {
    arguments.as_of.unwrap_or_else(shell::today)
}

/// The same; on standard error, whether the clock can be right.
pub(super) fn today_in_print(arguments: &Arguments) -> NaiveDate {
    let today = today(arguments);
    if let Some(words) = doubt(arguments, today) {
        shell::complain(&Clean::line(&format!("coopdash: {words}")));
    }
    today
}

/// What there is to say of a day that nobody named and that cannot be today.
pub(super) fn doubt(arguments: &Arguments, today: NaiveDate) -> Option<String> {
    if arguments.as_of.is_some() { None } else { doubtful_day(today) }
}
