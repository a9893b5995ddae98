//! Whole programmes by chance: metrics, and what is owed by when.

use super::metrics::metric;
use super::rng::Rng;
use super::written::{Met, day};
use chrono::NaiveDate;
use std::fmt::Write as _;

/// A status as written: none, one of the words, or a word that is none of them.
pub(crate) type Status = Option<&'static str>;

/// A due day, and how it is written.
#[derive(Clone, Debug)]
pub(crate) struct Due {
    pub(crate) day: NaiveDate,
    pub(crate) text: String,
}

#[derive(Clone, Debug)]
pub(crate) struct Initiative {
    pub(crate) status: Status,
    pub(crate) done: Option<bool>,
    pub(crate) due: Option<Due>,
    pub(crate) has_owner: bool,
    pub(crate) agreed_on: Option<NaiveDate>,
    pub(crate) completed_on: Option<NaiveDate>,
    pub(crate) update: Option<NaiveDate>,
}

#[derive(Clone, Debug)]
pub(crate) struct Recommendation {
    pub(crate) status: Status,
    pub(crate) due: Option<Due>,
}

#[derive(Clone, Debug)]
pub(crate) struct Decision {
    pub(crate) due: Option<Due>,
    pub(crate) done: Option<bool>,
}

#[derive(Clone, Debug)]
pub(crate) struct Meeting {
    pub(crate) status: Status,
    pub(crate) date: Option<NaiveDate>,
    pub(crate) decisions: Vec<Decision>,
}

#[derive(Clone, Debug)]
pub(crate) struct Prog {
    pub(crate) as_of: Option<NaiveDate>,
    pub(crate) stale_after: Option<i64>,
    pub(crate) date: Option<NaiveDate>,
    pub(crate) metrics: Vec<Met>,
    pub(crate) initiatives: Vec<Initiative>,
    pub(crate) recommendations: Vec<Recommendation>,
    pub(crate) meetings: Vec<Meeting>,
    pub(crate) quote: Option<NaiveDate>,
}

const INITIATIVE: [&str; 7] =
    ["announced", "agreed", "in_progress", "completed", "on_hold", "cancelled", "nonsense"];
const RECOMMENDATION: [&str; 8] = [
    "proposed",
    "under_consideration",
    "accepted",
    "in_progress",
    "implemented",
    "not_accepted",
    "overtaken",
    "nonsense",
];
const MEETING: [&str; 5] = ["to_be_scheduled", "scheduled", "held", "cancelled", "nonsense"];

fn some_day(rng: &mut Rng) -> NaiveDate {
    let near = rng.pick(&[-400, -30, -15, -14, -1, 0, 1, 7, 13, 14, 15, 30, 400]);
    day(if rng.one_in(3) { rng.between(-60, 60) } else { near })
}

fn due(rng: &mut Rng) -> Due {
    let parts = [
        ("2023-M12", (2023, 12, 31)),
        ("2024-01", (2024, 1, 31)),
        ("2023-12", (2023, 12, 31)),
        ("2023-Q4", (2023, 12, 31)),
        ("2024-Q1", (2024, 3, 31)),
    ];
    if rng.one_in(10) {
        let (text, (year, month, last)) = rng.pick(&parts);
        let day = NaiveDate::from_ymd_opt(year, month, last).expect("a day of the calendar");
        return Due { day, text: text.to_owned() };
    }
    let day = some_day(rng);
    Due { day, text: day.to_string() }
}

fn maybe<T>(rng: &mut Rng, odds: i64, make: impl Fn(&mut Rng) -> T) -> Option<T> {
    if rng.one_in(odds) { None } else { Some(make(rng)) }
}

fn rarely(rng: &mut Rng) -> Option<NaiveDate> {
    rng.one_in(8).then(|| some_day(rng))
}

fn initiative(rng: &mut Rng) -> Initiative {
    let status = maybe(rng, 4, |rng| rng.pick(&INITIATIVE));
    // A status goes before `done`.
    let has_done = if status.is_none() { rng.one_in(2) } else { rng.one_in(12) };
    let done = has_done.then(|| rng.one_in(2));
    Initiative {
        status,
        done,
        due: maybe(rng, 5, due),
        has_owner: !rng.one_in(4),
        agreed_on: rarely(rng),
        completed_on: rarely(rng),
        update: rarely(rng),
    }
}

fn meeting(rng: &mut Rng) -> Meeting {
    let decision =
        |rng: &mut Rng| Decision { due: maybe(rng, 4, due), done: maybe(rng, 2, |rng| rng.one_in(2)) };
    let status = maybe(rng, 6, |rng| rng.pick(&MEETING));
    let date = maybe(rng, 4, some_day);
    Meeting { status, date, decisions: (0..rng.between(0, 2)).map(|_| decision(rng)).collect() }
}

/// A programme by chance.
pub(crate) fn programme(rng: &mut Rng) -> Prog {
    let metrics = rng.pick(&[1, 1, 2, 2, 3, 4, 6, 9]);
    // Some programmes have no target at all, or hardly anything else.
    let style = rng.between(0, 4);
    let mut made = Prog {
        as_of: maybe(rng, 3, some_day),
        stale_after: maybe(rng, 3, |rng| rng.pick(&[0, 13, 14, 15, 30, 90, 400])),
        date: rarely(rng),
        metrics: Vec::new(),
        initiatives: (0..rng.between(0, 4)).map(|_| initiative(rng)).collect(),
        recommendations: (0..rng.between(0, 3))
            .map(|_| Recommendation {
                status: maybe(rng, 6, |rng| rng.pick(&RECOMMENDATION)),
                due: maybe(rng, 4, due),
            })
            .collect(),
        meetings: (0..rng.between(0, 3)).map(|_| meeting(rng)).collect(),
        quote: rarely(rng),
    };
    while made.metrics.len() < metrics {
        let one = metric(rng, format!("Harbour {}", made.metrics.len() + 1));
        let fits = match style {
            0 | 1 => !one.has_target(),
            2 => one.has_target(),
            _ => true,
        };
        if fits {
            made.metrics.push(one);
        }
    }
    // Metrics of the same kind, so that their standings and changes agree.
    if rng.one_in(6) {
        for at in 1..metrics {
            let name = made.metrics[at].name.clone();
            made.metrics[at] = Met { name, ..made.metrics[0].clone() };
        }
    }
    for one in &mut made.metrics {
        one.as_of = made.as_of;
    }
    made
}

fn line(text: &mut String, key: &str, value: Option<impl ToString>) {
    if let Some(value) = value {
        let _ = write!(text, ", {key}: {}", value.to_string());
    }
}

impl Prog {
    /// The whole file.
    pub(crate) fn yaml(&self) -> String {
        let mut head = "programme: { title: Test".to_owned();
        line(&mut head, "as_of", self.as_of);
        line(&mut head, "stale_after", self.stale_after);
        line(&mut head, "date", self.date);
        let mut text = head + " }\nmetrics:\n";
        text.extend(self.metrics.iter().map(Met::yaml));
        section(&mut text, "initiatives", &self.initiatives, initiative_text);
        section(&mut text, "recommendations", &self.recommendations, |at, one| {
            let mut own = format!("title: Advice {at}");
            line(&mut own, "status", one.status);
            line(&mut own, "due", one.due.as_ref().map(|due| &due.text));
            own
        });
        section(&mut text, "meetings", &self.meetings, meeting_text);
        if let Some(date) = self.quote {
            let _ = writeln!(text, "quotes:\n  - {{ text: Go on, speaker: Head, date: {date} }}");
        }
        text
    }
}

fn section<T>(text: &mut String, name: &str, items: &[T], one: impl Fn(usize, &T) -> String) {
    if !items.is_empty() {
        let _ = writeln!(text, "{name}:");
    }
    for (at, item) in items.iter().enumerate() {
        let _ = writeln!(text, "  - {{ {} }}", one(at, item));
    }
}

fn initiative_text(at: usize, one: &Initiative) -> String {
    let mut own = format!("title: Work {at}");
    line(&mut own, "status", one.status);
    line(&mut own, "done", one.done);
    line(&mut own, "due", one.due.as_ref().map(|due| &due.text));
    line(&mut own, "owner", one.has_owner.then_some("Office"));
    line(&mut own, "agreed_on", one.agreed_on);
    line(&mut own, "completed_on", one.completed_on);
    if let Some(date) = one.update {
        let _ = write!(own, ", updates: [ {{ date: {date}, note: Talks }} ]");
    }
    own
}

fn meeting_text(at: usize, one: &Meeting) -> String {
    let mut own = format!("title: Talks {at}");
    line(&mut own, "status", one.status);
    line(&mut own, "date", one.date);
    let decision = |decided: &Decision| {
        let mut own = "text: Go on".to_owned();
        line(&mut own, "due", decided.due.as_ref().map(|due| &due.text));
        line(&mut own, "done", decided.done);
        format!("{{ {own} }}")
    };
    if !one.decisions.is_empty() {
        let decisions: Vec<_> = one.decisions.iter().map(decision).collect();
        let _ = write!(own, ", decisions: [ {} ]", decisions.join(", "));
    }
    own
}
