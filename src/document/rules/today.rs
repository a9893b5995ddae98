//! Today: dates of what is said to have happened, but has not yet come.
//!
//! Reading never knows today's date: who does, asks here.

use crate::document::Reading;
use crate::document::finding::{Code, Finding};
use crate::document::model::{MeetingStatus, Metric, Programme};
use crate::document::read::{first_line, shown};
use crate::document::source::Place;
use chrono::NaiveDate;

/// Adds to a reading what is wrong on this day: completed or held on a day to come, measured in a period to
/// come. What the day of the data
/// gives away already is not said twice.
pub fn against_today(reading: &mut Reading, today: NaiveDate) {
    let mut later = ahead(&reading.programme, today);
    for finding in &mut later {
        finding.place = first_line(finding.place.clone(), &reading.source);
    }
    let is_known = |finding: &Finding| {
        reading
            .findings
            .iter()
            .any(|known| known.code == finding.code && known.place.span.start == finding.place.span.start)
    };
    later.retain(|finding| !is_known(finding));
    reading.findings.extend(later);
    reading.findings.sort_by_key(|finding| finding.place.span.start);
}

fn ahead(programme: &Programme, today: NaiveDate) -> Vec<Finding> {
    let completed = programme.initiatives.iter().filter_map(|item| item.completed_on.as_ref());
    let completed = completed.filter(|date| date.value > today).map(|date| {
        finding(
            &date.place,
            &format!("`completed_on` is after today, {today}"),
            "not completed yet on this day",
        )
    });
    let held = programme
        .meetings
        .iter()
        .filter(|meeting| meeting.status.as_ref().is_some_and(|status| status.value == MeetingStatus::Held));
    let held =
        held.filter_map(|meeting| meeting.date.as_ref()).filter(|date| date.value > today).map(|date| {
            finding(
                &date.place,
                &format!("The meeting is `held`, but its date is after today, {today}"),
                "still to come",
            )
        });
    completed.chain(held).chain(programme.metrics.iter().flat_map(|metric| to_come(metric, today))).collect()
}

/// Values of periods that have not begun, and are not said to be forecasts.
fn to_come(metric: &Metric, today: NaiveDate) -> Vec<Finding> {
    let early = metric.values.iter().filter(|one| one.is_ahead(today));
    early
        .map(|one| {
            let label = shown(&one.period.label);
            let message = format!("{label} has not begun today, {today}, and has a value");
            let help = format!(
                "Check the period. If it is a forecast, write `{label}: {{ value: ..., status: forecast }}`."
            );
            Finding::new(Code::ValueToCome, one.place.clone(), message).label("measured already?").help(help)
        })
        .collect()
}

fn finding(place: &Place, message: &str, label: &str) -> Finding {
    let help = "Check the date, or write the status as it is today.";
    Finding::new(Code::DateAfterData, place.clone(), message).label(label).help(help)
}
