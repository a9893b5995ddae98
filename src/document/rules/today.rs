//! Today: days that cannot lie ahead, in one table walked by one function.
//!
//! Reading a text never knows today's date: who does, says it here. What is planned (`due`, a meeting to come, a
//! target, a forecast) may lie ahead and has no row.

use super::published;
use crate::document::finding::{Code, Finding};
use crate::document::read::{cleaned, shown};
use crate::document::reading::Reading;
use crate::programme::{MeetingStatus, Observation, Placed, Programme, Update};
use crate::text::Place;
use chrono::NaiveDate;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// How many days that lie ahead are told one by one.
const MOST: usize = 1_000;

/// Columns of a name in a finding: enough for the names people give.
const NAME: usize = 80;

/// A kind of day that cannot lie ahead.
struct DatedKind {
    code: Code,
    /// Every such day of a programme that lies ahead of this one.
    days: for<'p> fn(&'p Programme, NaiveDate) -> Vec<Day<'p>>,
    /// What is wrong with one that lies ahead of today, as a sentence.
    says: fn(&Day<'_>, NaiveDate) -> String,
    /// The words under the place.
    label: &'static str,
    /// What to write.
    help: fn(&Day<'_>, NaiveDate) -> String,
}

/// A day, or a period, of a programme.
struct Day<'p> {
    /// What it is said of.
    of: String,
    /// As the file writes it.
    written: String,
    /// When it begins.
    begins: Begins<'p>,
    place: &'p Place,
}

enum Begins<'p> {
    On(NaiveDate),
    With(&'p Observation),
}

impl Begins<'_> {
    fn is_ahead(&self, today: NaiveDate) -> bool {
        match self {
            Self::On(day) => *day > today,
            Self::With(value) => value.is_ahead(today),
        }
    }
}

/// The days that cannot lie ahead.
const ROWS: &[DatedKind] = &[
    DatedKind {
        code: Code::DateAhead,
        days: |programme, today| {
            day(String::new, programme.about.as_of.as_ref(), today).into_iter().collect()
        },
        says: |day, today| {
            format!(
                "The figures cannot be of a day to come: `as_of` is {}, and today is {today}",
                day.written
            )
        },
        label: "still to come",
        help: |_, today| {
            format!(
                "Write the day the figures describe, at the latest today: `as_of: {today}`. What is expected is a forecast."
            )
        },
    },
    DatedKind {
        code: Code::DateAhead,
        days: |programme, today| {
            day(|| "`date` of the programme".to_owned(), programme.about.date.as_ref(), today)
                .into_iter()
                .collect()
        },
        says: after_today,
        label: "still to come",
        help: |_, _| "Write the day it was agreed, or delete the line until then.".to_owned(),
    },
    DatedKind {
        code: Code::DateAhead,
        days: |programme, today| {
            let all = programme.initiatives.iter();
            all.filter_map(|item| day(|| of("agreed_on", &item.title), item.agreed_on.as_ref(), today))
                .collect()
        },
        says: after_today,
        label: "not agreed yet on this day",
        help: |_, _| "Check the date, or delete the line until it is agreed.".to_owned(),
    },
    DatedKind {
        code: Code::DateAhead,
        days: |programme, today| {
            let all = programme.initiatives.iter();
            all.filter_map(|item| day(|| of("completed_on", &item.title), item.completed_on.as_ref(), today))
                .collect()
        },
        says: after_today,
        label: "not completed yet on this day",
        help: |_, _| "Check the date, or write the status as it is today.".to_owned(),
    },
    DatedKind {
        code: Code::DateAhead,
        days: |programme, today| {
            let initiatives = programme.initiatives.iter().map(|item| (&item.title, &item.updates));
            let recommendations = programme.recommendations.iter().map(|item| (&item.title, &item.updates));
            initiatives
                .chain(recommendations)
                .flat_map(|(title, updates)| noted(title, updates, today))
                .collect()
        },
        says: after_today,
        label: "nothing has happened yet on this day",
        help: |_, _| "Check the date; what is planned goes into `next_step`.".to_owned(),
    },
    DatedKind {
        code: Code::DateAhead,
        days: |programme, today| {
            let evaluation = programme.evaluation.iter();
            evaluation
                .filter_map(|own| {
                    day(|| "`assessed_on` of the evaluation".to_owned(), own.assessed_on.as_ref(), today)
                })
                .collect()
        },
        says: after_today,
        label: "not assessed yet on this day",
        help: |_, _| "Check the date; an assessment that is planned goes into `next_step`.".to_owned(),
    },
    DatedKind {
        code: Code::DateAhead,
        days: held,
        says: |day, today| {
            format!("{} is `held`, but its date is {}, after today, {today}", day.of, day.written)
        },
        label: "still to come",
        help: |_, _| "Check the date, or write `status: scheduled`.".to_owned(),
    },
    DatedKind {
        code: Code::DateAhead,
        days: |programme, today| {
            let all = programme.quotes.iter();
            all.filter_map(|one| day(|| of_the("date", "quote by", &one.speaker), one.date.as_ref(), today))
                .collect()
        },
        says: after_today,
        label: "not said yet on this day",
        help: |_, _| "Write the day on which it was said, or delete the line.".to_owned(),
    },
    DatedKind {
        code: Code::DateAhead,
        days: |programme, today| {
            programme
                .sources
                .iter()
                .filter_map(|one| issued(&one.title, one.published.as_ref(), today))
                .collect()
        },
        says: after_today,
        label: "not published yet",
        help: |_, _| "Write the day, month or year in which it was published, or delete the line.".to_owned(),
    },
    DatedKind {
        code: Code::DateAhead,
        days: |programme, today| {
            let all = programme.sources.iter();
            all.filter_map(|one| {
                day(|| of_the("retrieved", "source", &one.title), one.retrieved.as_ref(), today)
            })
            .collect()
        },
        says: after_today,
        label: "not looked at yet on this day",
        help: |_, _| "Write the day on which it was last looked at, or delete the line.".to_owned(),
    },
    DatedKind {
        code: Code::ValueToCome,
        days: |programme, today| {
            programme
                .metrics
                .iter()
                .flat_map(|metric| periods(&metric.name, "value", &metric.values, today))
                .collect()
        },
        says: not_begun,
        label: "measured already?",
        help: forecast,
    },
    DatedKind {
        code: Code::ValueToCome,
        days: |programme, today| {
            let criteria = programme.evaluation.iter().flat_map(|evaluation| &evaluation.criteria);
            criteria
                .flat_map(|criterion| periods(&criterion.title, "score", &criterion.scores, today))
                .collect()
        },
        says: not_begun,
        label: "scored already?",
        help: forecast,
    },
];

/// Adds to a reading what is wrong with it on this day, once: every day of the table that lies ahead.
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
    later.retain(|finding| told.insert((finding.place.span.start, finding.message.clone())));
    let more = later.len().saturating_sub(MOST);
    later.truncate(MOST);
    if let Some(last) = later.last().filter(|_| more > 0) {
        let message = format!("Further days that lie ahead are not listed: {more}");
        let finding = Finding::new(Code::TooManyFindings, last.place.clone(), message);
        later.push(finding.label("the last place").help("Put the first ones right and check again."));
    }
    reading.findings.extend(later);
    reading.findings.sort_by_key(|finding| (finding.place.span.start, Reverse(finding.severity)));
}

/// How many days of a programme lie ahead that cannot.
pub fn days_ahead(programme: &Programme, today: NaiveDate) -> usize {
    ROWS.iter().map(|row| (row.days)(programme, today).len()).sum()
}

/// Walks the table.
fn ahead(programme: &Programme, today: NaiveDate) -> Vec<Finding> {
    let mut findings = Vec::new();
    for row in ROWS {
        for day in (row.days)(programme, today) {
            let finding = Finding::new(row.code, day.place.clone(), (row.says)(&day, today));
            findings.push(finding.label(row.label).help((row.help)(&day, today)));
        }
    }
    findings
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

/// A day that lies ahead; what it is said of is asked for only then.
fn day(of: impl Fn() -> String, date: Option<&Placed<NaiveDate>>, today: NaiveDate) -> Option<Day<'_>> {
    let Placed { value, place } = date?;
    let begins = Begins::On(*value);
    begins.is_ahead(today).then(|| Day { of: of(), written: value.to_string(), begins, place })
}

fn noted<'p>(title: &str, updates: &'p [Update], today: NaiveDate) -> Vec<Day<'p>> {
    let of = || format!("`date` of an update of `{}`", named(title));
    updates.iter().filter_map(|update| day(of, update.date.as_ref(), today)).collect()
}

fn held(programme: &Programme, today: NaiveDate) -> Vec<Day<'_>> {
    let is_held = |status: &Placed<MeetingStatus>| status.value == MeetingStatus::Held;
    let all = programme.meetings.iter().filter(|meeting| meeting.status.as_ref().is_some_and(is_held));
    let of = |title: &str| format!("The meeting `{}`", named(title));
    all.filter_map(|item| day(|| of(&item.title), item.date.as_ref(), today)).collect()
}

fn issued<'p>(title: &str, published: Option<&'p Placed<String>>, today: NaiveDate) -> Option<Day<'p>> {
    let Placed { value, place } = published?;
    let begins = Begins::On(published::earliest(value)?);
    let of = || of_the("published", "source", title);
    begins.is_ahead(today).then(|| Day { of: of(), written: shown(value), begins, place })
}

fn periods<'p>(title: &str, what: &str, values: &'p [Observation], today: NaiveDate) -> Vec<Day<'p>> {
    let day = |value: &'p Observation| Day {
        of: format!("`{}` has a {what}", named(title)),
        written: shown(&value.period.label),
        begins: Begins::With(value),
        place: &value.place,
    };
    values.iter().filter(|value| value.is_ahead(today)).map(day).collect()
}

fn after_today(day: &Day<'_>, today: NaiveDate) -> String {
    format!("{} is {}, after today, {today}", day.of, day.written)
}

fn not_begun(day: &Day<'_>, today: NaiveDate) -> String {
    format!("{} for {}, which has not begun today, {today}", day.of, day.written)
}

fn forecast(day: &Day<'_>, _: NaiveDate) -> String {
    let value = match day.begins {
        Begins::With(value) => super::tell::number_of(value).map(|number| number.to_string()),
        Begins::On(_) => None,
    };
    let value = value.unwrap_or_else(|| "...".to_owned());
    let label = &day.written;
    format!("Check the period. If it is a forecast, write `{label}: {{ value: {value}, status: forecast }}`.")
}
