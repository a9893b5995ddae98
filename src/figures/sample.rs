//! Samples for tests: items with everything optional left out, and metrics from `2023: 14 provisional`.

use crate::document::{
    Baseline, Flag, Initiative, InitiativeStatus, Measure, Meeting, MeetingStatus, Metric, Observation,
    Period, Place, Placed, Recommendation, RecommendationStatus, Standing, Target, Unreadable, Value,
};
use chrono::NaiveDate;
use rust_decimal::Decimal;

pub(crate) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

pub(crate) fn decimal(text: &str) -> Decimal {
    text.parse().expect("a number")
}

pub(crate) fn period(label: &str) -> Period {
    Period::parse(label).expect("a period")
}

fn placed<T>(value: T) -> Placed<T> {
    Placed { value, place: Place::default() }
}

/// A period, then a number, a word or nothing, then a flag.
pub(crate) fn observation(cell: &str) -> Observation {
    let (label, said) = cell.split_once(':').expect("a period and a colon");
    let (mut value, mut flag) = (Value::Missing, Flag::Normal);
    for word in said.split_whitespace() {
        match word {
            "provisional" => flag = Flag::Provisional,
            "forecast" => flag = Flag::Forecast,
            "partial" => flag = Flag::Partial,
            "break" => flag = Flag::Break,
            "suppressed" => flag = Flag::Suppressed,
            _ => value = word.parse().map_or_else(|_| Value::Word(word.to_owned()), Value::Number),
        }
    }
    Observation { place: Place::default(), period: period(label), value, flag, note: None }
}

/// A count without a unit.
pub(crate) fn metric(values: &[&str]) -> Metric {
    Metric {
        place: Place::default(),
        id: None,
        name: "A metric".to_owned(),
        short: None,
        measure: Measure::Count,
        unit: None,
        direction: None,
        decimals: None,
        definition: None,
        note: None,
        source: None,
        baseline: None,
        target: None,
        targets: Vec::new(),
        cumulative: false,
        thresholds: None,
        axis_max: None,
        group: None,
        values: values.iter().map(|cell| observation(cell)).collect(),
        notes: None,
        unreadable: Unreadable::default(),
    }
}

pub(crate) fn baseline(label: &str, value: &str) -> Baseline {
    Baseline { place: Place::default(), period: Some(period(label)), value: decimal(value) }
}

pub(crate) fn target(label: &str, value: &str) -> Target {
    Target { place: Place::default(), period: Some(period(label)), value: decimal(value), max: None }
}

/// An initiative with an owner.
pub(crate) fn initiative(status: Option<InitiativeStatus>, due: Option<NaiveDate>) -> Initiative {
    Initiative {
        place: Place::default(),
        id: None,
        title: "An initiative".to_owned(),
        short: None,
        description: None,
        group: None,
        standing: status.map_or(Standing::NotGiven, |status| Standing::Status(placed(status))),
        owner: Some("An owner".to_owned()),
        partners: Vec::new(),
        agreed_on: None,
        due: due.map(|day| placed(day.into())),
        completed_on: None,
        priority: None,
        metrics: Vec::new(),
        next_step: None,
        evidence: Vec::new(),
        updates: Vec::new(),
        notes: None,
        source: None,
        unreadable: Unreadable::default(),
    }
}

pub(crate) fn recommendation(status: Option<RecommendationStatus>, due: Option<NaiveDate>) -> Recommendation {
    Recommendation {
        place: Place::default(),
        id: None,
        title: "A recommendation".to_owned(),
        short: None,
        description: None,
        status: status.map(placed),
        addressed_to: None,
        owner: None,
        response: None,
        due: due.map(|day| placed(day.into())),
        initiatives: Vec::new(),
        next_step: None,
        evidence: Vec::new(),
        updates: Vec::new(),
        notes: None,
        source: None,
        unreadable: Unreadable::default(),
    }
}

pub(crate) fn meeting(status: Option<MeetingStatus>, date: Option<NaiveDate>) -> Meeting {
    Meeting {
        place: Place::default(),
        id: None,
        title: "A meeting".to_owned(),
        status: status.map(placed),
        date: date.map(placed),
        time: None,
        location: None,
        parties: Vec::new(),
        purpose: Vec::new(),
        decisions: Vec::new(),
        notes: None,
        unreadable: Unreadable::default(),
    }
}
