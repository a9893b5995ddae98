//! Today: days that cannot lie ahead, kind by kind.
//!
//! Reading a text never knows today's date: who does, says it here. What is planned (`due`, a meeting to come, a
//! target, a forecast) may lie ahead and is not asked about.

use super::published;
use crate::document::finding::{Code, Finding};
use crate::document::read::{cleaned, shown};
use crate::document::reading::Reading;
use crate::programme::{About, Citation, Meeting, MeetingStatus, Observation, Placed, Programme};
use crate::text::Place;
use chrono::NaiveDate;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// How many days that lie ahead are told one by one.
const MOST: usize = 1_000;

/// Columns of a name in a finding: enough for the names people give.
const NAME: usize = 80;

/// Adds to a reading what is wrong with it on this day, once: every day that lies ahead and cannot.
pub fn against_today(reading: &mut Reading, today: NaiveDate) {
    if reading.today.is_some() {
        return;
    }
    reading.today = Some(today);
    let mut later = ahead(&reading.programme, today);
    for finding in &mut later {
        finding.place = reading.source.in_one_line(&finding.place);
    }
    // What a file repeats by its name (`*name`) stands in one place.
    let mut told = BTreeSet::new();
    later.retain(|finding| told.insert((finding.place.start(), finding.message.clone())));
    let more = later.len().saturating_sub(MOST);
    later.truncate(MOST);
    if let Some(last) = later.last().filter(|_| more > 0) {
        let message = format!("Further days that lie ahead are not listed: {more}");
        let finding = Finding::new(Code::TooManyFindings, last.place, message);
        later.push(finding.label("the last place").help("Put the first ones right and check again."));
    }
    reading.findings.extend(later);
    reading.findings.sort_by_key(|finding| (finding.place.start(), Reverse(finding.severity)));
}

/// How many days of a programme lie ahead that cannot.
pub fn days_ahead(programme: &Programme, today: NaiveDate) -> usize {
    ahead(programme, today).len()
}

/// Every day of a programme that lies ahead and cannot, kind by kind.
fn ahead(programme: &Programme, today: NaiveDate) -> Vec<Finding> {
    let Programme {
        about, metrics, initiatives, recommendations, evaluation, meetings, quotes, sources, ..
    } = programme;
    let remarks = initiatives.iter().map(|one| (&one.title, &one.updates));
    let remarks = remarks.chain(recommendations.iter().map(|one| (&one.title, &one.updates)));
    let remarks = remarks.flat_map(|(title, updates)| updates.iter().map(move |one| (title, one)));
    let criteria = evaluation.iter().flat_map(|own| &own.criteria);
    let mut all = Vec::new();
    all.extend(as_of(about, today));
    all.extend(later(about.date.as_ref(), today, || "`date` of the programme".to_owned(), BEGUN));
    all.extend(
        initiatives
            .iter()
            .filter_map(|one| later(one.agreed_on.as_ref(), today, || of("agreed_on", &one.title), AGREED)),
    );
    all.extend(initiatives.iter().filter_map(|one| {
        later(one.completed_on.as_ref(), today, || of("completed_on", &one.title), COMPLETED)
    }));
    all.extend(remarks.filter_map(|(title, one)| {
        later(one.date.as_ref(), today, || format!("`date` of an update of `{}`", named(title)), NOTED)
    }));
    all.extend(evaluation.iter().filter_map(|own| {
        later(own.assessed_on.as_ref(), today, || "`assessed_on` of the evaluation".to_owned(), ASSESSED)
    }));
    all.extend(meetings.iter().filter_map(|one| held(one, today)));
    all.extend(quotes.iter().filter_map(|one| {
        later(one.date.as_ref(), today, || of_the("date", "quote by", &one.speaker), SAID)
    }));
    all.extend(sources.iter().filter_map(|one| issued(one, today)));
    all.extend(sources.iter().filter_map(|one| {
        later(one.retrieved.as_ref(), today, || of_the("retrieved", "source", &one.title), RETRIEVED)
    }));
    all.extend(metrics.iter().flat_map(|own| to_come(&own.name, "value", "measured", &own.values, today)));
    all.extend(criteria.flat_map(|own| to_come(&own.title, "score", "scored", &own.scores, today)));
    all
}

/// The words under a day that cannot lie ahead, and what to write.
type Words = (&'static str, &'static str);

const BEGUN: Words = ("still to come", "Write the day it was agreed, or delete the line until then.");
const AGREED: Words =
    ("not agreed yet on this day", "Check the date, or delete the line until it is agreed.");
const COMPLETED: Words =
    ("not completed yet on this day", "Check the date, or write the status as it is today.");
const NOTED: Words =
    ("nothing has happened yet on this day", "Check the date; what is planned goes into `next_step`.");
const ASSESSED: Words =
    ("not assessed yet on this day", "Check the date; an assessment that is planned goes into `next_step`.");
const SAID: Words = ("not said yet on this day", "Write the day on which it was said, or delete the line.");
const ISSUED: Words =
    ("not published yet", "Write the day, month or year in which it was published, or delete the line.");
const RETRIEVED: Words =
    ("not looked at yet on this day", "Write the day on which it was last looked at, or delete the line.");

/// What to say of a day that lies ahead; what it is said of is asked for only then.
fn later(
    date: Option<&Placed<NaiveDate>>,
    today: NaiveDate,
    of: impl Fn() -> String,
    words: Words,
) -> Option<Finding> {
    let date = date.filter(|date| date.value > today)?;
    Some(after_today(&of(), &date.value.to_string(), &date.place, today, words))
}

fn after_today(of: &str, written: &str, place: &Place, today: NaiveDate, (label, help): Words) -> Finding {
    let message = format!("{of} is {written}, after today, {today}");
    Finding::new(Code::DateAhead, *place, message).label(label).help(help)
}

fn as_of(about: &About, today: NaiveDate) -> Option<Finding> {
    let Placed { value, place } = about.as_of.as_ref().filter(|day| day.value > today)?;
    let message = format!("The figures cannot be of a day to come: `as_of` is {value}, and today is {today}");
    let help = format!(
        "Write the day the figures describe, at the latest today: `as_of: {today}`. What is expected is a forecast."
    );
    Some(Finding::new(Code::DateAhead, *place, message).label("still to come").help(help))
}

fn held(meeting: &Meeting, today: NaiveDate) -> Option<Finding> {
    let is_held = meeting.status.as_ref().is_some_and(|status| status.value == MeetingStatus::Held);
    let Placed { value, place } = meeting.date.as_ref().filter(|day| is_held && day.value > today)?;
    let name = named(&meeting.title);
    let message = format!("The meeting `{name}` is `held`, but its date is {value}, after today, {today}");
    let finding = Finding::new(Code::DateAhead, *place, message).label("still to come");
    Some(finding.help("Check the date, or write `status: scheduled`."))
}

fn issued(source: &Citation, today: NaiveDate) -> Option<Finding> {
    let Placed { value, place } = source.published.as_ref()?;
    let is_ahead = published::earliest(value)? > today;
    let of = || of_the("published", "source", &source.title);
    is_ahead.then(|| after_today(&of(), &shown(value), place, today, ISSUED))
}

/// Values or scores that are given as measured for periods which have not begun.
fn to_come<'p>(
    title: &'p str,
    what: &'p str,
    done: &'p str,
    values: &'p [Observation],
    today: NaiveDate,
) -> impl Iterator<Item = Finding> + 'p {
    let ahead = values.iter().filter(move |one| one.is_ahead(today));
    ahead.map(move |one| {
        let (name, label) = (named(title), shown(&one.period.label));
        let value = one.value.number().map_or_else(|| "...".to_owned(), |number| number.to_string());
        let message = format!("`{name}` has a {what} for {label}, which has not begun today, {today}");
        let help = format!(
            "Check the period. If it is a forecast, write `{label}: {{ value: {value}, status: forecast }}`."
        );
        let finding = Finding::new(Code::ValueToCome, one.place, message);
        finding.label(format!("{done} already?")).help(help)
    })
}

/// `completed_on` of an item.
fn of(key: &str, title: &str) -> String {
    format!("`{key}` of `{}`", named(title))
}

/// `retrieved` of the source of this title.
fn of_the(key: &str, kind: &str, title: &str) -> String {
    format!("`{key}` of the {kind} `{}`", named(title))
}

/// A name as a whole: it is what a finding is known by.
fn named(title: &str) -> String {
    crate::text::fit(&cleaned(title), NAME, "\u{2026}").into_owned()
}
