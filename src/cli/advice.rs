//! Advice: what was probably meant where arguments are wrong.
//!
//! Never guesses for anybody: it says what to write.

use super::arguments::Arguments;
use crate::document::read_on;
use crate::programme::words::nearest;
use chrono::NaiveDate;
use clap::CommandFactory;
use std::path::Path;

/// The command that a word is nearly the name of.
pub(super) fn nearest_command(word: &Path) -> Option<String> {
    let word = word.to_str()?;
    let command = Arguments::command();
    let names = command.get_subcommands().map(|own| (own.get_name(), own.get_name()));
    nearest(word, names).map(str::to_owned)
}

/// Reads a day. What is no date is answered as in a file: by what the reader of files says of it.
pub(super) fn day(text: &str) -> Result<NaiveDate, String> {
    if let Ok(day) = text.parse() {
        return Ok(day);
    }
    let plain = "Write the day as 2024-02-28.".to_owned();
    if text.contains(['"', '\\']) || text.contains(char::is_control) {
        return Err(plain);
    }
    let reading = read_on(format!("programme:\n  title: T\n  as_of: \"{text}\"\n"), NaiveDate::MIN);
    let help = reading.findings.into_iter().find_map(|finding| finding.help);
    Err(help.unwrap_or(plain))
}
