//! Metrics: what was reported for a period, and the points and bands it is measured by.
//!
//! Never holds anything computed.

use super::unreadable::Unreadable;
use crate::programme::choices::Flag;
use crate::programme::period::Period;
use crate::text::Place;
use chrono::NaiveDate;
use rust_decimal::Decimal;

/// The value of one metric for one period.
///
/// What is rare takes no room in each: there is one for each value.
#[derive(Debug, Clone)]
pub struct Observation {
    /// Where the value stands.
    pub place: Place,
    /// For which period.
    pub period: Period,
    /// The value.
    pub value: Value,
    /// What kind of value it is (SDMX observation status).
    pub flag: Flag,
    beside: Option<Box<Beside>>,
}

/// What else there is to say of a value.
#[derive(Debug, Clone, Default)]
struct Beside {
    note: Option<String>,
    unreadable: Unreadable,
}

/// Nothing that could not be read.
static ALL_READ: Unreadable = Unreadable::NONE;

impl Observation {
    /// A value with nothing beside it.
    pub const fn new(place: Place, period: Period, value: Value, flag: Flag) -> Self {
        Self { place, period, value, flag, beside: None }
    }

    /// The same with a remark, and with what stands beside it and could not be read.
    #[must_use]
    pub fn with(mut self, note: Option<String>, unreadable: Unreadable) -> Self {
        let is_something = note.is_some() || !unreadable.is_empty();
        self.beside = is_something.then(|| Box::new(Beside { note, unreadable }));
        self
    }

    /// A remark on this value.
    pub fn note(&self) -> Option<&str> {
        self.beside.as_ref()?.note.as_deref()
    }

    /// What stands beside the value and could not be read.
    pub fn unreadable(&self) -> &Unreadable {
        self.beside.as_ref().map_or(&ALL_READ, |beside| &beside.unreadable)
    }

    /// Whether it is given as measured although its period has not begun on this day; a forecast never is.
    pub fn is_ahead(&self, day: NaiveDate) -> bool {
        let is_given = matches!(self.value, Value::Number(_) | Value::Word(_));
        is_given && self.flag != Flag::Forecast && !self.period.has_begun(day)
    }
}

/// Equality does not look at what could not be read: what the fields hold is compared by itself.
impl PartialEq for Observation {
    fn eq(&self, other: &Self) -> bool {
        (&self.period, &self.value, self.flag) == (&other.period, &other.value, other.flag)
            && self.note() == other.note()
    }
}

/// What was reported for a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// `null`: not reported. Never zero.
    Missing,
    /// Something is there that could not be read: neither a figure nor "not reported".
    Unreadable,
    /// A number, with the decimals the file writes.
    Number(Decimal),
    /// A word, for ordinal, nominal and qualitative metrics.
    Word(String),
}

impl Value {
    /// Its number; none for words and for what is not there.
    pub const fn number(&self) -> Option<Decimal> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Missing | Self::Unreadable | Self::Word(_) => None,
        }
    }

    /// Whether there is nothing to show for it, for whatever reason.
    pub const fn is_gap(&self) -> bool {
        matches!(self, Self::Missing | Self::Unreadable)
    }
}

/// Where progress is measured from.
#[derive(Debug, Clone, PartialEq)]
pub struct Baseline {
    /// Where it stands.
    pub place: Place,
    /// Its period, if given.
    pub period: Option<Period>,
    /// Its value.
    pub value: Decimal,
}

/// What is to be reached.
#[derive(Debug, Clone, PartialEq)]
pub struct Target {
    /// Where it stands.
    pub place: Place,
    /// By when, if given.
    pub period: Option<Period>,
    /// The value, or the lower end of a range.
    pub value: Decimal,
    /// The upper end of a range.
    pub max: Option<Decimal>,
}

impl Target {
    /// The decimals the file writes it with: 0.97 must not become 1.
    pub fn scale(&self) -> u32 {
        self.max.map_or(0, |max| max.scale()).max(self.value.scale())
    }
}

/// Bands of the on-track reading (Open SDG progress thresholds): shares of the expected progress.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Thresholds {
    /// From this share on a metric is on track; 0.95 unless the file says otherwise.
    pub on_track: Decimal,
    /// From this share on it needs acceleration; 0.60 unless the file says otherwise.
    pub needs_acceleration: Decimal,
}
