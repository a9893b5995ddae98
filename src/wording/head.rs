//! Heads: the words for what period a screen shows, and for a file that cannot be read or saved.

use super::phrase::{Phrase, segment};
use super::{change, count, value};
use crate::document::{Finding, Severity};
use crate::figures::{ChangeKind, Figures, MetricFigures, Relative};
use crate::programme::{Measure, Metric, Observation, Programme};
use crate::text::date::format_date;
use std::cmp::Ordering;

/// The period of a screen: `2023 against 2022`, or the day of the data where the file gives it.
/// `brief` is for windows below 60 columns.
pub fn period(programme: &Programme, figures: &Figures, brief: bool) -> String {
    if let Some(date) = programme.about.as_of.as_ref().map(|date| date.value) {
        let prefix = if brief { "" } else { "data as of " };
        return format!("{prefix}{}", format_date(date));
    }
    match (&figures.periods, brief) {
        (Some((now, Some(before))), false) => format!("{} against {}", now.label, before.label),
        (Some((now, Some(before))), true) => format!("{} / {}", now.label, before.label),
        (Some((now, None)), _) => now.label.to_string(),
        (None, _) => String::new(),
    }
}

/// How old the data are: never left out where slides run without a speaker.
pub fn data_age_of(programme: &Programme, figures: &Figures) -> Phrase {
    let date = programme.about.as_of.as_ref().map(|date| date.value).zip(figures.age.as_ref());
    let Some((date, age)) = date else {
        let latest = figures.periods.as_ref().map_or("none", |(now, _)| now.label.as_str());
        let why = if programme.about.unreadable.has("as_of") {
            "; the date of the data is not readable"
        } else {
            "; the file gives no date for its data"
        };
        return Phrase::new([segment(format!("Latest figures: {latest}")), segment(why).goes(1)]);
    };
    Phrase::new([
        segment(if age.stale { "! " } else { "" }),
        segment("Data as of ").or(1, "Data of "),
        segment(super::age(date, age.days)).or(1, format_date(date)),
    ])
}

/// What is said of slides that stay until somebody turns them.
pub const PAUSED: &str = "paused";

/// How long a slide stays: `every 15 s`.
pub fn pace(seconds: u16) -> String {
    format!("every {seconds} s")
}

/// The message of the slide about what needs attention.
pub fn attention_message(number: usize) -> String {
    match number {
        0 => "Nothing needs attention.".to_owned(),
        1 => "One thing needs attention.".to_owned(),
        more => format!("{more} things need attention."),
    }
}

/// The sentence for a save that did not succeed: it stays until one does. Of why (`the disk is full; r tries again`)
/// what can be done about it stays longest.
pub fn not_saved(why: &str, name: &str) -> Phrase {
    let (reason, way) = why.rsplit_once("; ").unwrap_or((why, "r tries again"));
    let first = reason.split(", ").next().unwrap_or_default();
    Phrase::new([
        segment("! Not saved"),
        segment(format!(" to {name}")).goes(1),
        segment(format!(": {reason}")).or(3, format!(": {first}")).goes(4),
        segment(format!("; {way}")),
        segment(". Your change is kept in memory.").or(1, ". Your change is kept.").goes(2),
    ])
}

/// How many findings of each severity there are: `2 errors, 1 warning`; nothing where there are none.
pub fn severities(findings: &[Finding]) -> String {
    let kinds = [
        (Severity::Error, "error", "errors"),
        (Severity::Warning, "warning", "warnings"),
        (Severity::Hint, "hint", "hints"),
    ];
    let number = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let all = kinds.map(|(severity, one, many)| (number(severity), one, many)).into_iter();
    let all = all.filter(|(number, ..)| *number > 0).map(|(number, one, many)| count(number, one, many));
    all.collect::<Vec<_>>().join(", ")
}

/// The head of the page of problems: `2 errors, 1 warning in the file.`
pub fn problems(findings: &[Finding]) -> Phrase {
    if findings.is_empty() {
        return "Problems in the file: none.".into();
    }
    Phrase::new([
        segment(format!("{} in the file", severities(findings))),
        segment("; each with its line and what to write").goes(1),
        segment("."),
    ])
}

/// One line on a metric: `5 exercises in 2023, 3 in 2022. Up 2, 67 per cent.`
pub fn metric_line(metric: &Metric, own: &MetricFigures) -> String {
    let said = |value: &Observation| {
        format!("{} in {}", value::level_in_words(value, metric, own.decimals), value.period.label)
    };
    let Some(current) = own.latest(metric) else { return "no value yet.".to_owned() };
    if let Some(total) = running_total(metric, own) {
        return format!("{total}.");
    }
    let before = own.before(metric).map(|value| format!(", {}", said(value))).unwrap_or_default();
    format!("{}{before}. {}.", said(current), change::spoken(&own.change, own.decimals))
}

/// A running total with what the year itself added to it: `400 people, 150 of them in 2023`; none for other metrics.
fn running_total(metric: &Metric, own: &MetricFigures) -> Option<String> {
    let ChangeKind::Amount { relative: Relative::OfTheYear, .. } = &own.change.kind else { return None };
    let current = own.latest(metric)?;
    let level = value::level_in_words(current, metric, own.decimals);
    let (label, size) = (&current.period.label, change::extent(&own.change, own.decimals));
    let of = if metric.measure == Measure::Count { "them" } else { "it" };
    let before = own.before(metric)?;
    // What a year added up to one of its months or quarters is not what the month or quarter added.
    if !current.period.is_of_a_year() {
        let way = if own.change.way() == Some(Ordering::Less) { "less" } else { "more" };
        return Some(format!("{level} in {label}, {size} {way} than in {}", before.period.label));
    }
    Some(match own.change.way() {
        Some(Ordering::Greater) => format!("{level}, {size} of {of} in {label}"),
        _ => format!("{level} in {label}, {size} less than the year before"),
    })
}

/// The message of a metric's slide: `Joint exercises: up 2, to 5 exercises in 2023.`
pub fn metric_headline(metric: &Metric, own: &MetricFigures) -> String {
    let name = &metric.name;
    let Some(current) = own.latest(metric) else {
        return format!("{name}: no value yet.");
    };
    if let Some(total) = running_total(metric, own) {
        return format!("{name}: {total}.");
    }
    let level = value::level_in_words(current, metric, own.decimals);
    let period = &current.period.label;
    match (change::clause(&own.change, own.decimals), &own.change.kind) {
        (None, _) => format!("{name}: {level} in {period}."),
        (Some(step), ChangeKind::Step(..)) => format!("{name}: {step} in {period}."),
        (Some(same), ChangeKind::Same) => format!("{name}: {level} in {period}, {same}."),
        (Some(clause), _) => format!("{name}: {clause}, to {level} in {period}."),
    }
}

/// A value with its period, for what stands beside the large digits of a slide: `60% in 2022`.
pub fn dated_level(observation: &Observation, metric: &Metric, decimals: u32) -> String {
    format!("{} in {}", value::number_in_words(observation, metric, decimals), observation.period.label)
}

/// Which periods show where not all have room, and the keys for the others; `opened` says whether they work here:
/// `2012 to 2023, 12 of 60; < earlier, > later`.
pub fn periods_shown(from: &str, to: &str, (part, all): (usize, usize), opened: bool) -> String {
    let keys = if opened { "< earlier, > later" } else { "Enter for the others" };
    format!("{from} to {to}, {part} of {all}; {keys}")
}
