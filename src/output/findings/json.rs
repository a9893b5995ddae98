//! Findings as JSON, for editors and scripts. The form is described in the README.
//!
//! `version` changes when something is renamed, removed or means something else; what is only added
//! leaves it as it is. Never prints a path or a text that was not cleaned.

use super::Checked;
use crate::document::{Finding, Severity};
use crate::text::Place;
use crate::text::clean;
use crate::wording::{Condition, word};
use serde::Serialize;

/// The version of the form.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct JsonDocument<'a> {
    version: u32,
    as_of: String,
    files: Vec<File<'a>>,
}

#[derive(Serialize)]
struct File<'a> {
    #[serde(rename = "file")]
    name: String,
    failure: Option<&'a str>,
    unreadable: bool,
    errors: usize,
    warnings: usize,
    hints: usize,
    findings: Vec<JsonFinding<'a>>,
    conditions: Vec<JsonCondition<'a>>,
}

#[derive(Serialize)]
struct JsonFinding<'a> {
    code: &'static str,
    severity: &'static str,
    message: &'a str,
    label: &'a str,
    help: Option<&'a str>,
    place: JsonSpan,
    also: Vec<Also<'a>>,
}

#[derive(Serialize)]
struct Also<'a> {
    label: &'a str,
    place: JsonSpan,
}

#[derive(Serialize)]
struct JsonCondition<'a> {
    kind: &'static str,
    message: &'a str,
    line: usize,
    column: usize,
}

/// Line and column in characters from 1, and the bytes of the text, the last one not included.
#[derive(Serialize)]
struct JsonSpan {
    line: usize,
    column: usize,
    start: usize,
    end: usize,
}

/// All that was found in all files, as one JSON document with a line end behind it.
pub fn findings_in_json(files: &[Checked<'_>], as_of: chrono::NaiveDate) -> String {
    let files = files.iter().map(file).collect();
    let document = JsonDocument { version: VERSION, as_of: as_of.to_string(), files };
    // Nothing of it can fail to be JSON: no map has a key that is no text.
    let mut json = serde_json::to_string_pretty(&document).unwrap_or_default();
    json.push('\n');
    json
}

fn file<'a>(checked: &'a Checked<'_>) -> File<'a> {
    let reading = checked.reading.as_ref().ok();
    let findings = reading.map_or(&[][..], |reading| &reading.findings);
    let number = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    File {
        name: clean(checked.file).into_owned(),
        failure: checked.reading.as_ref().err().map(String::as_str),
        unreadable: reading.is_none_or(|reading| reading.unreadable),
        errors: number(Severity::Error),
        warnings: number(Severity::Warning),
        hints: number(Severity::Hint),
        findings: findings.iter().map(row).collect(),
        conditions: checked.conditions.iter().map(standing).collect(),
    }
}

fn row(finding: &Finding) -> JsonFinding<'_> {
    JsonFinding {
        code: finding.code.name(),
        severity: finding.severity.word(),
        message: &finding.message,
        label: &finding.label,
        help: finding.help.as_deref(),
        place: spot(&finding.place),
        also: finding.also.iter().map(|(place, label)| Also { label, place: spot(place) }).collect(),
    }
}

fn standing(condition: &Condition) -> JsonCondition<'_> {
    let Place { line, column, .. } = condition.place;
    JsonCondition { kind: word(condition.kind), message: &condition.message, line, column }
}

fn spot(place: &Place) -> JsonSpan {
    JsonSpan { line: place.line, column: place.column, start: place.span.start, end: place.span.end }
}
