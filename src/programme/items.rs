//! Items: what one says of itself in several of its fields together.
//!
//! Never holds anything, and never looks at another item.

use super::choices::{Flag, Measure};
use super::fields::{Initiative, Metric};
use super::model::{Observation, Standing, Value};
use crate::text::number::round;
use rust_decimal::Decimal;

impl Initiative {
    /// Whether what the file says of its state could not be read. A `status` goes before `done`.
    pub fn has_unreadable_standing(&self) -> bool {
        match self.standing {
            Standing::Status(_) | Standing::Both(..) => false,
            Standing::Done(_) => self.unreadable.has("status"),
            Standing::NotGiven => self.unreadable.has_status(),
        }
    }
}

impl Metric {
    /// Whether the file gives it a target, be it one that could not be read.
    pub fn has_target(&self) -> bool {
        self.target.is_some() || self.unreadable.has("target") || self.unreadable.has("targets")
    }

    /// The field that says what kind of number it holds, where that could not be read and nothing else says it.
    pub fn unknown_kind(&self) -> Option<&'static str> {
        let is_share = matches!(self.measure, Measure::Percentage | Measure::GrowthRate);
        let is_asked = |key: &&str| match *key {
            "measure" => !is_share,
            "unit" => !is_share && !self.is_measure_given,
            _ => true,
        };
        ["measure", "unit", "cumulative"].into_iter().filter(is_asked).find(|key| self.unreadable.has(key))
    }

    /// What could not be read of its values, where that may change which of them count: a whole one (`values`), or
    /// what one is (`status`).
    pub fn unknown_value(&self) -> Option<&'static str> {
        let is_status = || self.values.iter().any(|one| one.unreadable().has("status")).then_some("status");
        self.unreadable.has("values").then_some("values").or_else(is_status)
    }

    /// Whether nothing can be said of its changes being for the better: the file says it in two ways, or what kind of
    /// number it holds, or which of its values count, is not known.
    pub fn is_doubtful(&self) -> bool {
        self.unreadable.is_disputed() || self.unknown_kind().or_else(|| self.unknown_value()).is_some()
    }

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
