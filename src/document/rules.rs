//! Rules: what is wrong although each field by itself is right.
//!
//! Looks at the programme alone. Never knows today's date.

mod links;
mod today;
mod values;

pub use today::against_today;

use super::finding::{Code, Finding};
use super::model::{
    Direction, Evaluation, Initiative, InitiativeStatus, Meeting, MeetingStatus, Metric, Programme, Standing,
    Value,
};
use super::read::first_line;
use super::source::{Place, Source};
use super::words::Choice;
use chrono::NaiveDate;
use rust_decimal::Decimal;

/// Checks a programme; `is_sound` says whether nothing was wrong inside an item before.
pub(super) fn check(
    programme: &Programme,
    source: &Source,
    is_sound: impl Fn(&Place) -> bool,
) -> Vec<Finding> {
    let mut findings = links::check(programme);
    let as_of = programme.about.as_of.as_ref().map(|date| date.value);
    findings.extend(programme.initiatives.iter().flat_map(|initiative| dates(initiative, as_of)));
    findings.extend(programme.metrics.iter().flat_map(target));
    findings.extend(values::check(programme, is_sound));
    findings.extend(programme.meetings.iter().filter_map(|meeting| schedule(meeting, as_of)));
    findings.extend(programme.evaluation.iter().flat_map(scores));
    for finding in &mut findings {
        finding.place = first_line(finding.place.clone(), source);
        for (place, _) in &mut finding.also {
            *place = first_line(place.clone(), source);
        }
    }
    findings
}

/// The dates of an initiative among each other, with its status and with the day of the data.
fn dates(initiative: &Initiative, as_of: Option<NaiveDate>) -> Vec<Finding> {
    let Initiative { agreed_on, due, completed_on, standing, .. } = initiative;
    let mut findings = Vec::new();
    let due = due.as_ref().map(|due| (due.value.day, &due.place));
    let completed = completed_on.as_ref().map(|date| (date.value, &date.place));
    for (later, key) in [(due, "due"), (completed, "completed_on")] {
        if let (Some(agreed), Some((later, place))) = (agreed_on, later)
            && later < agreed.value
        {
            let message = format!("`{key}` is before `agreed_on`");
            let finding = Finding::new(Code::DatesOutOfOrder, place.clone(), message);
            let finding =
                finding.label("earlier than the agreement").also(agreed.place.clone(), "agreed here");
            findings.push(finding.help("Check both dates: the day of the agreement comes first."));
        }
    }
    let Some(completed) = completed_on else { return findings };
    if let Some(finding) = completed_but_open(standing, &completed.place)
        && !initiative.has_unreadable_standing()
    {
        findings.push(finding);
    }
    if let Some(as_of) = as_of.filter(|as_of| completed.value > *as_of) {
        let message = format!("`completed_on` is after the day the data describe, {as_of}");
        let finding = Finding::new(Code::DateAfterData, completed.place.clone(), message);
        let help = "Check the date, or write a later day after `as_of` at the top.";
        findings.push(finding.label("not known on that day").help(help));
    }
    findings
}

fn completed_but_open(standing: &Standing, place: &Place) -> Option<Finding> {
    let is = match standing {
        Standing::Done(done) if done.value => return None,
        Standing::Status(status) | Standing::Both(_, status) => {
            if status.value == InitiativeStatus::Completed {
                return None;
            }
            format!("its status is `{}`", status.value.word())
        }
        Standing::Done(_) => "it is not done".to_owned(),
        Standing::NotGiven => "it has no status".to_owned(),
    };
    let message = format!("The item has a completion date, but {is}");
    let finding =
        Finding::new(Code::CompletedButOpen, place.clone(), message).label("completed on this day?");
    let write = if matches!(standing, Standing::Done(_)) { "done: true" } else { "status: completed" };
    Some(finding.help(format!("Write `{write}`, or delete the line `completed_on`.")))
}

/// A target against its baseline and the direction.
fn target(metric: &Metric) -> Vec<Finding> {
    let Some(target) = &metric.target else { return Vec::new() };
    let mut findings = Vec::new();
    if metric.direction == Some(Direction::Range) && target.max.is_none() {
        let message = "The direction is `range`, but the target is a single value";
        let finding = Finding::new(Code::TargetAgainstDirection, target.place.clone(), message);
        let help =
            "Add the upper end: `{ value: 10, max: 20 }`. Or write `direction: increase` or `decrease`.";
        findings.push(finding.label("a range is needed here").help(help));
    }
    let Some(baseline) = &metric.baseline else { return findings };
    let contradiction = match metric.direction {
        Some(Direction::Increase) if target.value < baseline.value => "below",
        Some(Direction::Decrease) if target.value > baseline.value => "above",
        _ => "",
    };
    if let (false, Some(direction)) = (contradiction.is_empty(), metric.direction) {
        let word = direction.word();
        let message = format!("The direction is `{word}`, but the target is {contradiction} the baseline");
        let finding = Finding::new(Code::TargetAgainstDirection, target.place.clone(), message);
        let finding =
            finding.label("not judged until this is settled").also(baseline.place.clone(), "the baseline");
        findings
            .push(finding.help("Check the target, the baseline and the direction: one of them is wrong."));
    }
    if let (Some(from), Some(to)) = (&baseline.period, &target.period)
        && to <= from
    {
        let message = format!("The target is for {}, not after the baseline of {}", to.label, from.label);
        let finding = Finding::new(Code::TargetBeforeBaseline, target.place.clone(), message);
        let finding =
            finding.label("not later than the baseline").also(baseline.place.clone(), "the baseline");
        findings.push(finding.help("Write the period by which the target is to be reached."));
    }
    findings
}

/// A meeting's status against its date.
fn schedule(meeting: &Meeting, as_of: Option<NaiveDate>) -> Option<Finding> {
    let status = meeting.status.as_ref()?;
    let word = status.value.word();
    match (status.value, &meeting.date) {
        // A date that could not be read has a finding of its own.
        (MeetingStatus::Scheduled | MeetingStatus::Held, None) if !meeting.unreadable.has("date") => {
            let message = format!("The meeting is `{word}`, but has no date");
            let finding = Finding::new(Code::MeetingWithoutDate, status.place.clone(), message);
            let finding = finding.label("on which day?");
            Some(finding.help("Add `date: 2024-02-08`, or write `status: to_be_scheduled`."))
        }
        (MeetingStatus::Held, Some(date)) if as_of.is_some_and(|as_of| date.value > as_of) => {
            let message = "The meeting was held after the day the data describe";
            let finding = Finding::new(Code::DateAfterData, date.place.clone(), message);
            let help = "Check the date, or write a later day after `as_of` at the top.";
            Some(finding.label("not known on that day").help(help))
        }
        _ => None,
    }
}

/// Scores that are not on the scale.
fn scores(evaluation: &Evaluation) -> Vec<Finding> {
    let Some((min, max)) = evaluation.scale else { return Vec::new() };
    let scores = evaluation.criteria.iter().flat_map(|criterion| &criterion.scores);
    let outside = scores.filter_map(|score| match score.value {
        Value::Number(value) if value < min || value > max => Some((value, &score.place)),
        Value::Number(_) | Value::Missing | Value::Unreadable | Value::Word(_) => None,
    });
    let finding = |(value, place): (Decimal, &Place)| {
        let message = format!("The score {value} is not on the scale from {min} to {max}");
        let finding = Finding::new(Code::ScoreOutsideScale, place.clone(), message);
        finding
            .label("outside the scale")
            .help(format!("Write a score from {min} to {max}, or change the scale."))
    };
    outside.map(finding).collect()
}
