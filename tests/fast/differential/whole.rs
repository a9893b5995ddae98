//! One programme of the program beside the model's: head, counts, attention, alarms.

use super::alarms::{attention, counts, is_compared, screen_period};
use super::compare::Seen;
use super::head::head;
use super::model::Rules;
use super::programmes::Prog;
use super::written::{Kind, today};
use coopdash::document::{Severity, read_on};
use coopdash::figures::{Attention, Deadline, Figures, Since, derive};
use coopdash::programme::Programme;
use coopdash::wording::standing::word;
use coopdash::wording::{
    ConditionKind, Phrase, conditions, evaluation_message, initiatives_message, meetings_message,
    metrics_message, overview_message, recommendations_message,
};

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
    let mut actual: Vec<String> = figures.attention.iter().filter_map(|row| row_text(row, prog)).collect();
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
    let is_alarm = |row: &Attention| {
        matches!(
            row,
            Attention::Overdue(_)
                | Attention::OffTarget { .. }
                | Attention::Worse { .. }
                | Attention::Stale { .. }
        )
    };
    let listed = figures.attention.iter().filter(|row| **row != Attention::NotRead);
    if listed.skip_while(|row| is_alarm(row)).any(is_alarm) {
        found.push("attention: expected alarms before all else".to_owned());
    }
    found.extend(alarm_differences(prog, &rows, &reading.programme, &figures));
    let (own, theirs) = (counts(prog), format!("{:?}", figures.counts));
    if own != theirs {
        found.push(format!("counts: expected {own}, actual {theirs}"));
    }
    let sentence = head(&prog.metrics, rules);
    for start in ["The one", "Both", "Neither", "None of the", "All ", "1 of ", "2 of "] {
        if sentence.starts_with(start) {
            seen.insert(format!("head {start}"));
        }
    }
    let first = overview_message(&reading.programme, &figures).whole();
    let rest = first.strip_prefix(&sentence);
    if !rest.is_some_and(|rest| rest.starts_with('.') || rest.starts_with("; ")) {
        found.push(format!("head: expected {sentence}\n    head: actual   {first}"));
    }
    found.extend(cut_messages(&reading.programme, &figures));
    if !found.is_empty() {
        let errors = reading.findings.iter().filter(|one| one.severity == Severity::Error);
        found.extend(errors.map(|one| format!("finding: {}", one.message)));
    }
    found
}

/// Sentences that are no sentences, or of which no form has room in a window of 40 columns.
fn cut_messages(programme: &Programme, figures: &Figures) -> Vec<String> {
    let since = [Since::YearBefore, Since::First, Since::Baseline];
    let mut all: Vec<Phrase> =
        since.iter().map(|since| metrics_message(programme, figures, *since)).collect();
    all.extend([
        overview_message(programme, figures),
        initiatives_message(programme, figures),
        recommendations_message(programme, figures),
        evaluation_message(programme, figures),
        meetings_message(programme, figures),
    ]);
    let is_whole = |form: &String| {
        let begins = form.starts_with(|first: char| !first.is_lowercase());
        begins
            && form.ends_with('.')
            && ["..", " .", "; ;", " ;", "  ", ", ,"].iter().all(|odd| !form.contains(odd))
    };
    let mut found = Vec::new();
    for phrase in all {
        let forms: Vec<String> = phrase.forms().collect();
        found.extend(forms.iter().filter(|form| !is_whole(form)).map(|form| format!("no sentence: {form}")));
        if !forms.iter().any(|form| form.chars().count() <= 40) {
            found.push(format!("no form has room in 40 columns: {:?}", forms.last()));
        }
    }
    found
}

fn deadline(name: &str, deadline: &Deadline) -> String {
    format!("{name} {:?} {} {}", deadline.what, deadline.date, deadline.days)
}

fn row_text(row: &Attention, prog: &Prog) -> Option<String> {
    Some(match row {
        Attention::NotRead => "NotRead".to_owned(),
        Attention::Overdue(own) => deadline("Overdue", own),
        Attention::OffTarget { metric, standing } => format!("OffTarget {metric} {}", word(*standing)),
        Attention::Worse { metric } => format!("Worse {metric}"),
        Attention::Stale { days } => format!("Stale {days}"),
        Attention::DueSoon(own) => deadline("DueSoon", own),
        Attention::DaysAhead { number } => format!("DaysAhead {number}"),
        Attention::NoValue { metrics } => return without_value(metrics, prog),
        Attention::NoOwner { initiatives } => format!("NoOwner {initiatives:?}"),
        Attention::NoDue { initiatives } => format!("NoDue {initiatives:?}"),
        Attention::NoMeetingDate { meetings } => format!("NoMeetingDate {meetings:?}"),
    })
}

/// Of the metrics without a value those that are compared.
fn without_value(metrics: &[usize], prog: &Prog) -> Option<String> {
    let period = screen_period(&prog.metrics)?;
    let compared: Vec<usize> =
        metrics.iter().copied().filter(|at| is_compared(&prog.metrics[*at], period)).collect();
    (period.kind != Kind::Range && !compared.is_empty()).then(|| format!("NoValue {compared:?}"))
}

/// What the check reports must be the alarms, item by item.
fn alarm_differences(prog: &Prog, rows: &[String], programme: &Programme, figures: &Figures) -> Vec<String> {
    let mut expected: Vec<String> = rows.iter().filter_map(|row| alarm_of(row, prog)).collect();
    let reported = conditions(programme, figures);
    let mut actual: Vec<String> = reported.iter().map(|one| reported_of(one.kind, &one.message)).collect();
    expected.sort();
    actual.sort();
    if expected == actual {
        return Vec::new();
    }
    vec![format!("check: expected {expected:?}\n    check: actual   {actual:?}")]
}

/// The kind of an alarm, and the name of its item; none for a row that is no alarm.
fn alarm_of(row: &str, prog: &Prog) -> Option<String> {
    let (kind, rest) = row.split_once(' ')?;
    let first: String =
        rest.chars().skip_while(|own| !own.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    let item = match kind {
        "OffTarget" | "Worse" => prog.metrics.get(first.parse::<usize>().ok()?)?.name.clone(),
        "Stale" => String::new(),
        "Overdue" if rest.starts_with("Initiative") => format!("Work {first}"),
        "Overdue" if rest.starts_with("Recommendation") => format!("Advice {first}"),
        "Overdue" if rest.starts_with("Decision") => format!("decision of Talks {first}"),
        "Overdue" => format!("Talks {first}"),
        _ => return None,
    };
    Some(format!("{kind} {item}"))
}

fn reported_of(kind: ConditionKind, message: &str) -> String {
    let decision = message.find("decision of Talks ").and_then(|at| message.get(at..));
    let item = match kind {
        ConditionKind::Stale => "",
        ConditionKind::Overdue | ConditionKind::OffTarget | ConditionKind::Worse => {
            decision.map_or(message, |own| own.trim_end_matches(')'))
        }
    };
    let words = if decision.is_some() { 4 } else { 2 };
    let item: Vec<&str> = item.split([' ', ':']).take(words).collect();
    format!("{kind:?} {}", item.join(" "))
}
