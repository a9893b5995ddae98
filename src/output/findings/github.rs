//! Findings as workflow commands of GitHub, which shows them beside the lines of a change.
//!
//! Never writes a line end or a colon where the command would end with it.

use super::Checked;
use crate::document::Severity;
use crate::text::clean;
use crate::wording::word;
use std::fmt::Write;

/// One command a finding and a condition.
pub fn findings_for_github(checked: &Checked<'_>) -> String {
    let mut out = String::new();
    let file = property(&clean(checked.file));
    let reading = match &checked.reading {
        Ok(reading) => reading,
        Err(failure) => return format!("::error file={file},title=cannot be read::{}\n", message(failure)),
    };
    for finding in &reading.findings {
        let level = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint => "notice",
        };
        let help = finding.help.as_ref().map(|help| format!(". {help}")).unwrap_or_default();
        let (line, column) = (finding.place.line(), finding.place.column());
        let (title, text) = (finding.code.name(), message(&format!("{}{help}", finding.message)));
        // Writing to a string cannot fail.
        let _ = writeln!(out, "::{level} file={file},line={line},col={column},title={title}::{text}");
    }
    for condition in &checked.conditions {
        let (line, column) = (condition.place.line(), condition.place.column());
        let (title, text) = (word(condition.kind), message(&condition.message));
        let _ = writeln!(out, "::warning file={file},line={line},col={column},title={title}::{text}");
    }
    out
}

/// A text after the second pair of colons.
fn message(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A text before it, where commas and colons end it.
fn property(text: &str) -> String {
    message(text).replace(':', "%3A").replace(',', "%2C")
}
