//! Series: which value of a metric is this year's, which the year before's, and how they are shown.
//!
//! Relies on values standing in the order of their periods. Never computes a change.

pub(super) use crate::document::current;
use crate::document::{Flag, Observation, Period, Value};
use rust_decimal::Decimal;

/// Decimals shown at most where the file does not say how many.
const MOST_DECIMALS: u32 = 6;

/// What is shown of a series of scores: its decimals, this year's value and the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Series {
    /// Decimals of all its levels: the most any value is written with, up to 6.
    pub decimals: u32,
    /// Index of "this year": the latest that is neither forecast nor partial.
    pub current: Option<usize>,
    /// Index of the period one year before, where there is one.
    pub previous: Option<usize>,
}

/// What is shown of `values`.
pub(super) fn series(values: &[Observation]) -> Series {
    let current = current(values);
    let before = current.and_then(|index| values.get(index)).and_then(|one| one.period.previous());
    let previous = before.and_then(|period| position(values, &period));
    Series { decimals: decimals(values), current, previous }
}

/// The first period with a value of its own: a number that is no forecast and not partial.
pub(super) fn first(values: &[Observation]) -> Option<usize> {
    values.iter().position(|one| {
        !matches!(one.flag, Flag::Forecast | Flag::Partial | Flag::Suppressed) && !one.value.is_gap()
    })
}

/// Where `period` stands in `values`.
pub(super) fn position(values: &[Observation], period: &Period) -> Option<usize> {
    values.binary_search_by(|one| one.period.cmp(period)).ok()
}

/// The number of a value; none for words, for what was not reported and for what is suppressed, even
/// if the file holds a number for it.
pub fn number(observation: &Observation) -> Option<Decimal> {
    match (&observation.value, observation.flag) {
        (_, Flag::Suppressed) | (Value::Missing | Value::Unreadable | Value::Word(_), _) => None,
        (Value::Number(number), _) => Some(*number),
    }
}

/// The most decimals any number is written with.
pub(super) fn decimals(values: &[Observation]) -> u32 {
    values.iter().filter_map(number).map(|number| number.scale()).max().unwrap_or(0).min(MOST_DECIMALS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::sample::metric;

    #[test]
    fn decimals_are_the_most_that_any_value_is_written_with_up_to_six() {
        for (values, expected) in [
            (&["2022: 3", "2023: 2.50"][..], 2),
            (&["2022: 3", "2023: 0.906093302475231"], 6),
            (&["2022: 3", "2023: 4.25 suppressed"], 0),
            (&[], 0),
        ] {
            assert_eq!(series(&metric(values).values).decimals, expected, "{values:?}");
        }
    }

    #[test]
    fn the_first_value_is_one_that_was_reported() {
        let values = metric(&["2019:", "2020: 4 partial", "2021: suppressed", "2022: 5", "2023: 6"]).values;
        assert_eq!(first(&values), Some(3));
        assert_eq!(series(&values), Series { decimals: 0, current: Some(4), previous: Some(3) });
    }
}
