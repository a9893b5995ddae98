//! One programme of the program beside the model's: head, counts, attention, alarms.

use crate::alarms::{attention, counts};
use crate::compare::Seen;
use crate::head::head;
use crate::model::Rules;
use crate::programmes::Prog;
use crate::written::today;
use coopdash::document::{Programme, read_on};
use coopdash::figures::{Attention, Deadline, Figures, derive};
use coopdash::wording::standing::word;
use coopdash::wording::{ConditionKind, conditions, overview_message};

/// The differences of one programme, in words.
pub(crate) fn differences(prog: &Prog, rules: Rules, seen: &mut Seen) -> Vec<String> {
    let text = prog.yaml();
    let reading = read_on(&text, today());
    let figures = derive(&reading.programme, today());
    let mut found = Vec::new();
    let rows = attention(prog, rules);
    for row in &rows {
        seen.insert(format!("attention {}", row.split(' ').next().unwrap_or_default()));
    }
    let mut actual: Vec<String> = figures.attention.iter().map(row_text).collect();
    actual.sort();
    for row in rows.iter().filter(|row| !actual.contains(row)) {
        found.push(format!("attention: expected {row}, actual nothing"));
    }
    for row in actual.iter().filter(|row| !rows.contains(row)) {
        found.push(format!("attention: expected nothing, actual {row}"));
    }
    if found.is_empty() && rows.len() != actual.len() {
        found.push(format!("attention: expected {} rows, actual {}", rows.len(), actual.len()));
    }
    found.extend(alarm_differences(&rows, &reading.programme, &figures));
    let (own, theirs) = (counts(prog), format!("{:?}", figures.counts));
    if own != theirs {
        found.push(format!("counts: expected {own}, actual {theirs}"));
    }
    let sentence = head(&prog.metrics, rules);
    let message = overview_message(&reading.programme, &figures);
    let first = message.first().map_or("", String::as_str);
    let rest = first.strip_prefix(&sentence);
    if !rest.is_some_and(|rest| rest.starts_with('.') || rest.starts_with("; ")) {
        found.push(format!("head: expected {sentence}\n    head: actual   {first}"));
    }
    found
}

fn deadline(name: &str, deadline: &Deadline) -> String {
    format!("{name} {:?} {} {}", deadline.what, deadline.date, deadline.days)
}

fn row_text(row: &Attention) -> String {
    match row {
        Attention::NotRead => "NotRead".to_owned(),
        Attention::Overdue(own) => deadline("Overdue", own),
        Attention::OffTarget { metric, standing } => format!("OffTarget {metric} {}", word(*standing)),
        Attention::Worse { metric } => format!("Worse {metric}"),
        Attention::Stale { days } => format!("Stale {days}"),
        Attention::DueSoon(own) => deadline("DueSoon", own),
        Attention::DaysAhead { number } => format!("DaysAhead {number}"),
        Attention::NoValue { metrics } => format!("NoValue {metrics:?}"),
        Attention::NoOwner { initiatives } => format!("NoOwner {initiatives:?}"),
        Attention::NoDue { initiatives } => format!("NoDue {initiatives:?}"),
        Attention::NoMeetingDate { meetings } => format!("NoMeetingDate {meetings:?}"),
    }
}

/// What the check reports must be the alarms, kind by kind and as many.
fn alarm_differences(rows: &[String], programme: &Programme, figures: &Figures) -> Vec<String> {
    let reported = conditions(programme, figures);
    let kinds = [
        (ConditionKind::Overdue, "Overdue "),
        (ConditionKind::OffTarget, "OffTarget "),
        (ConditionKind::Worse, "Worse "),
        (ConditionKind::Stale, "Stale "),
    ];
    let mut found = Vec::new();
    for (kind, name) in kinds {
        let expected = rows.iter().filter(|row| row.starts_with(name)).count();
        let actual = reported.iter().filter(|one| one.kind == kind).count();
        if expected != actual {
            found.push(format!("check: expected {expected} of {name}, actual {actual}"));
        }
    }
    found
}
