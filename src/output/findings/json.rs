//! Findings as JSON, for editors and scripts. The form is described in the README.
//!
//! `version` changes when something is renamed, removed or means something else; what is only added
//! leaves it as it is. Never prints a path or a text that was not cleaned.

use super::Checked;
use crate::document::{Finding, Severity};
use crate::text::{Place, clean};
use crate::wording::{Condition, word};
use serde_json::{Value, json};

/// The version of the form.
const VERSION: u32 = 1;

/// All that was found in all files, as one JSON document with a line end behind it.
pub fn findings_in_json(files: &[Checked<'_>], as_of: chrono::NaiveDate) -> String {
    let files: Vec<Value> = files.iter().map(file).collect();
    let document = json!({ "version": VERSION, "as_of": as_of.to_string(), "files": files });
    // Nothing of it can fail to be JSON: no map has a key that is no text.
    serde_json::to_string_pretty(&document).unwrap_or_default() + "\n"
}

fn file(checked: &Checked<'_>) -> Value {
    let reading = checked.reading.as_ref();
    let findings = reading.map_or(&[][..], |reading| &reading.findings);
    let number = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    json!({
        "file": clean(checked.file),
        "failure": reading.err(),
        "unreadable": !reading.is_ok_and(|reading| !reading.unreadable),
        "errors": number(Severity::Error),
        "warnings": number(Severity::Warning),
        "hints": number(Severity::Hint),
        "findings": findings.iter().map(finding).collect::<Vec<_>>(),
        "conditions": checked.conditions.iter().map(condition).collect::<Vec<_>>(),
    })
}

fn finding(finding: &Finding) -> Value {
    let also = finding.also.iter().map(|(place, label)| json!({ "label": label, "place": span(place) }));
    json!({
        "code": finding.code.name(),
        "severity": finding.severity.word(),
        "message": finding.message,
        "label": finding.label,
        "help": finding.help,
        "place": span(&finding.place),
        "also": also.collect::<Vec<_>>(),
    })
}

fn condition(condition: &Condition) -> Value {
    let (line, column) = (condition.place.line(), condition.place.column());
    json!({ "kind": word(condition.kind), "message": condition.message, "line": line, "column": column })
}

/// Line and column in characters from 1, and the bytes of the text, the last one not included.
fn span(place: &Place) -> Value {
    let (line, column) = (place.line(), place.column());
    json!({ "line": line, "column": column, "start": place.start(), "end": place.end() })
}
