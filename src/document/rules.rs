//! Rules: what is wrong although each field by itself is right.
//!
//! Looks at the programme alone. Never knows today's date.

mod answers;
mod links;
mod published;
mod shares;
mod targets;
mod to_date;
mod today;
mod values;

pub use today::{against_today, days_ahead};

use super::finding::{Code, Finding};
use crate::programme::words::Choice;
use crate::programme::{
    Evaluation, Initiative, InitiativeStatus, Meeting, MeetingStatus, Programme, Standing, Value,
};
use crate::text::{Place, Source};

/// Checks a programme; `is_sound` says whether nothing was wrong inside an item before.
pub(super) fn check(
    programme: &Programme,
    source: &Source,
    is_sound: impl Fn(&Place) -> bool,
    mut add: impl FnMut(Finding),
) {
    let tell = &mut |finding| add(in_one_line(finding, source));
    links::check(programme, tell);
    answers::check(programme).for_each(&mut *tell);
    programme.initiatives.iter().flat_map(dates).for_each(&mut *tell);
    programme.metrics.iter().flat_map(|metric| targets::check(metric, &is_sound)).for_each(&mut *tell);
    programme.metrics.iter().flat_map(shares::check).for_each(&mut *tell);
    to_date::check(programme).for_each(&mut *tell);
    values::check(programme, is_sound, tell);
    programme.meetings.iter().filter_map(schedule).for_each(&mut *tell);
    programme.evaluation.iter().flat_map(scores).for_each(tell);
}

/// A finding whose places end where their first lines do.
fn in_one_line(mut finding: Finding, source: &Source) -> Finding {
    finding.place = source.in_one_line(&finding.place);
    for (place, _) in &mut finding.also {
        *place = source.in_one_line(place);
    }
    finding
}

/// The dates of an initiative among each other and with its status. `as_of` dates the figures, and no commitment.
fn dates(initiative: &Initiative) -> Vec<Finding> {
    let Initiative { agreed_on, due, completed_on, standing, .. } = initiative;
    let mut findings = Vec::new();
    let due = due.as_ref().map(|due| (due.value.day, &due.place));
    let completed = completed_on.as_ref().map(|date| (date.value, &date.place));
    for (later, key) in [(due, "due"), (completed, "completed_on")] {
        if let (Some(agreed), Some((later, place))) = (agreed_on, later)
            && later < agreed.value
        {
            let message = format!("`{key}` is before `agreed_on`");
            let finding = Finding::new(Code::DatesOutOfOrder, *place, message);
            let finding = finding.label("earlier than the agreement").also(agreed.place, "agreed here");
            findings.push(finding.help("Check both dates: the day of the agreement comes first."));
        }
    }
    let Some(completed) = completed_on else { return findings };
    if let Some(finding) = completed_but_open(standing, &completed.place)
        && !initiative.has_unreadable_standing()
    {
        findings.push(finding);
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
    let finding = Finding::new(Code::CompletedButOpen, *place, message).label("completed on this day?");
    let write = if matches!(standing, Standing::Done(_)) { "done: true" } else { "status: completed" };
    Some(finding.help(format!("Write `{write}`, or delete the line `completed_on`.")))
}

/// A meeting's status against its date.
fn schedule(meeting: &Meeting) -> Option<Finding> {
    let status = meeting.status.as_ref()?;
    let word = status.value.word();
    match (status.value, &meeting.date) {
        // A date that could not be read has a finding of its own.
        (MeetingStatus::Scheduled | MeetingStatus::Held, None) if !meeting.unreadable.has("date") => {
            let message = format!("The meeting is `{word}`, but has no date");
            let finding = Finding::new(Code::MeetingWithoutDate, status.place, message);
            let finding = finding.label("on which day?");
            Some(finding.help("Add `date: 2024-02-08`, or write `status: to_be_scheduled`."))
        }
        _ => None,
    }
}

/// Scores that are not on the scale.
fn scores(evaluation: &Evaluation) -> impl Iterator<Item = Finding> + '_ {
    let scale = evaluation.scale.into_iter();
    scale.flat_map(|(min, max)| {
        let scores = evaluation.criteria.iter().flat_map(|criterion| &criterion.scores);
        let outside = scores.filter_map(move |score| match score.value {
            Value::Number(value) if value < min || value > max => Some((value, &score.place)),
            Value::Number(_) | Value::Missing | Value::Unreadable | Value::Word(_) => None,
        });
        outside.map(move |(value, place)| {
            let message = format!("The score {value} is not on the scale from {min} to {max}");
            let finding = Finding::new(Code::ScoreOutsideScale, *place, message);
            finding
                .label("outside the scale")
                .help(format!("Write a score from {min} to {max}, or change the scale."))
        })
    })
}
