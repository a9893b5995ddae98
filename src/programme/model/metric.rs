//! Metrics: what a yearly figure is and what was reported for it.
//!
//! Never holds anything computed.

use super::placed::Placed;
use super::unreadable::Unreadable;
use crate::programme::period::Period;
use crate::text::Place;
use crate::text::number::round;
use chrono::NaiveDate;
use rust_decimal::Decimal;

/// What kind of number a metric holds. It decides the arithmetic of change
/// (IATI indicator measure codes 1 to 5 map onto these).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Measure {
    /// A number of things.
    #[default]
    Count,
    /// A share in per cent: changes are percentage points.
    Percentage,
    /// A percentage that is itself a change: changes are percentage points.
    GrowthRate,
    /// An amount of money.
    Currency,
    /// An index number: changes are points, with per cent beside them.
    Index,
    /// A quotient of two amounts.
    Ratio,
    /// Steps of a scale: no arithmetic.
    Ordinal,
    /// Names: no arithmetic.
    Nominal,
    /// Words: no arithmetic.
    Qualitative,
}

impl Measure {
    /// Whether values are words, so that there is no arithmetic.
    pub const fn is_words(self) -> bool {
        matches!(self, Self::Ordinal | Self::Nominal | Self::Qualitative)
    }
}

/// Which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// More is better.
    Increase,
    /// Less is better.
    Decrease,
    /// Inside the target's range is better.
    Range,
    /// Neither way is better: never judged.
    Neutral,
}

/// One yearly figure: an item of `metrics`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Metric {
    /// Where the item stands.
    pub place: Place,
    /// Name for links.
    pub id: Option<Placed<String>>,
    /// Full name.
    pub name: String,
    /// Name for narrow columns.
    pub short: Option<String>,
    /// The arithmetic: as given, else from the unit, else a count.
    pub measure: Measure,
    /// Whether the file names the measure; else it follows from the unit, or is a count for want of anything else.
    pub is_measure_given: bool,
    /// What is counted ("exercises", "%", "EUR million").
    pub unit: Option<String>,
    /// Which way is better, if the file says so.
    pub direction: Option<Direction>,
    /// Decimals shown, if the file says so.
    pub decimals: Option<u32>,
    /// What exactly is measured.
    pub definition: Option<String>,
    /// A remark for every reader.
    pub note: Option<String>,
    /// Where the figures come from.
    pub source: Option<String>,
    /// The point progress is measured from.
    pub baseline: Option<Baseline>,
    /// The point to reach: of several targets the last.
    pub target: Option<Target>,
    /// Whether the file gives a target of one period in two ways.
    pub is_target_disputed: bool,
    /// The targets of single periods, oldest first; the last of them is `target`. Empty where the file gives one
    /// target alone.
    pub targets: Vec<Target>,
    /// Whether each value counts everything since the beginning, so that the year's own part is the increase.
    pub cumulative: bool,
    /// The bands of the on-track reading, if the file sets its own.
    pub thresholds: Option<Thresholds>,
    /// Where the scale ends; bars beyond it are cut and say so.
    pub axis_max: Option<Decimal>,
    /// A heading it stands under.
    pub group: Option<String>,
    /// The values in order of their periods.
    pub values: Vec<Observation>,
    /// For the speaker, never shown by itself.
    pub notes: Option<String>,
    /// Its fields that could not be read.
    pub unreadable: Unreadable,
}

impl Metric {
    /// Whether all its targets were read, and none is disputed.
    pub fn has_sound_targets(&self) -> bool {
        !self.is_target_disputed && !self.unreadable.has("targets")
    }

    /// The value for the baseline's own period, where it is another number than the baseline: one of the two is
    /// wrong, and nothing can be judged from them. What covers a part of the period, is expected or is not
    /// published does not count.
    pub fn baseline_clash(&self) -> Option<&Observation> {
        let baseline = self.baseline.as_ref()?;
        let own = self.values.iter().find(|one| Some(&one.period) == baseline.period.as_ref())?;
        let counts = !matches!(own.flag, Flag::Forecast | Flag::Partial | Flag::Suppressed);
        let is_other = |number: Decimal| {
            // 1.50 is 1.50446 as it was published; a whole number is taken at its word.
            let places = baseline.value.scale();
            number != baseline.value && (places == 0 || round(number, places) != baseline.value)
        };
        matches!(own.value, Value::Number(number) if counts && is_other(number)).then_some(own)
    }
}

/// The value of one metric for one period.
#[derive(Debug, Clone, PartialEq)]
pub struct Observation {
    /// Where the value stands.
    pub place: Place,
    /// For which period.
    pub period: Period,
    /// The value.
    pub value: Value,
    /// What kind of value it is (SDMX observation status).
    pub flag: Flag,
    /// A remark on this value.
    pub note: Option<String>,
}

impl Observation {
    /// Whether it is given as measured although its period has not begun on this day; a forecast never is.
    pub fn is_ahead(&self, day: NaiveDate) -> bool {
        let is_given = matches!(self.value, Value::Number(_) | Value::Word(_));
        is_given && self.flag != Flag::Forecast && !self.period.has_begun(day)
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
    /// Whether there is nothing to show for it, for whatever reason.
    pub const fn is_gap(&self) -> bool {
        matches!(self, Self::Missing | Self::Unreadable)
    }
}

/// What kind of value an observation is (SDMX code list `CL_OBS_STATUS`: A P E F - B Q U).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Flag {
    /// A normal value (A).
    #[default]
    Normal,
    /// May still be revised (P).
    Provisional,
    /// Estimated (E).
    Estimated,
    /// Expected, not measured (F).
    Forecast,
    /// Covers a part of the period so far.
    Partial,
    /// The series breaks here: not comparable with what went before (B).
    Break,
    /// Exists but is not published (Q).
    Suppressed,
    /// Of low reliability (U).
    LowReliability,
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

/// Bands of the on-track reading (Open SDG progress thresholds): shares of the expected progress.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Thresholds {
    /// From this share on a metric is on track; 0.95 unless the file says otherwise.
    pub on_track: Decimal,
    /// From this share on it needs acceleration; 0.60 unless the file says otherwise.
    pub needs_acceleration: Decimal,
}
