//! Axes: round numbers from zero to beyond the largest value.
//!
//! Steps are 1, 2 or 5 times a power of ten; a share of a whole ends at 100 per cent, in quarters.
//! Never knows who shares an axis.

use crate::figures::series::number;
use crate::programme::{Measure, Metric};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::cmp::Reverse;

/// A share of a whole that is smaller throughout has an axis that does not end at 100 per cent.
const SMALL_SHARE: Decimal = Decimal::from_parts(20, 0, 0, false, 0);

/// What the bars of a metric, or of several, reach over.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bounds {
    /// Zero or negative.
    low: Decimal,
    /// Zero or positive.
    high: Decimal,
    /// Whether `high` is an end the file sets.
    fixed: bool,
    /// Whether only whole numbers are shown.
    whole: bool,
}

impl Bounds {
    pub(super) fn of(metric: &Metric, decimals: u32) -> Option<Self> {
        if matches!(metric.measure, Measure::Ordinal | Measure::Nominal | Measure::Qualitative) {
            return None;
        }
        let mut numbers = metric.values.iter().filter_map(number).peekable();
        numbers.peek()?;
        let target = metric.target.iter().flat_map(|target| [Some(target.value), target.max]).flatten();
        let (low, high) = numbers
            .chain(target)
            .fold((Decimal::ZERO, Decimal::ZERO), |(low, high), number| (low.min(number), high.max(number)));
        let whole = metric.measure == Measure::Count && decimals == 0;
        let set = metric.axis_max.filter(|end| *end > Decimal::ZERO);
        Some(Self { low, high: set.unwrap_or(high), fixed: set.is_some(), whole })
    }

    /// The end that the file sets.
    pub(super) fn fixed_end(&self) -> Option<Decimal> {
        self.fixed.then_some(self.high)
    }

    pub(super) fn size(&self) -> Decimal {
        self.high.max(-self.low)
    }

    /// Whether it is a share of a whole: from 0 to 100.
    pub(super) fn is_share(&self) -> bool {
        self.low.is_zero() && self.high <= Decimal::ONE_HUNDRED
    }

    /// The same, reaching over the whole of which it is a share.
    pub(super) fn of_the_whole(self) -> Self {
        Self { high: Decimal::ONE_HUNDRED, ..self }
    }

    pub(super) fn and(self, other: Self) -> Self {
        Self {
            low: self.low.min(other.low),
            high: self.high.max(other.high),
            fixed: if self.high >= other.high { self.fixed } else { other.fixed },
            whole: self.whole && other.whole,
        }
    }
}

/// The numbers of an axis, before it is known who shares it.
#[derive(Debug, Clone)]
pub(super) struct AxisTicks {
    /// From the first to the last of its numbers.
    pub(super) ticks: Vec<Decimal>,
    /// Decimals they need.
    pub(super) decimals: u32,
}

impl AxisTicks {
    /// A share of a whole ends at 100 per cent unless all of it is under 20.
    pub(super) fn over(extent: Bounds, measure: Measure) -> Self {
        let hundred = Decimal::ONE_HUNDRED;
        let is_share = measure == Measure::Percentage && !extent.fixed;
        if is_share && extent.high >= SMALL_SHARE && extent.high <= hundred {
            if extent.low.is_zero() {
                return Self { ticks: [0, 25, 50, 75, 100].map(Decimal::from).to_vec(), decimals: 0 };
            }
            return Self::round(Bounds { high: hundred, ..extent });
        }
        Self::round(extent)
    }

    /// Ticks at 1, 2 or 5 times a power of ten: three or four intervals if there is such a step, else
    /// two to five; the shortest axis of those, and then the finest.
    fn round(extent: Bounds) -> Self {
        let nothing = extent.low.is_zero() && extent.high.is_zero();
        let extent = if nothing { Bounds { high: Decimal::ONE, ..extent } } else { extent };
        let divisions = steps(extent).filter_map(|step| Division::of(extent, step));
        let best = divisions
            .min_by_key(|one| (!(3..=4).contains(&one.intervals()), one.length, Reverse(one.intervals())));
        let Some(best) = best else {
            // Too large or too small for round steps: the ends as they are.
            let mut ticks = vec![extent.low, Decimal::ZERO, extent.high];
            ticks.dedup();
            return Self { decimals: ticks.iter().map(Decimal::scale).max().unwrap_or(0), ticks };
        };
        let mut ticks: Vec<Decimal> =
            (-best.below..=best.above).map(|at| best.step * Decimal::from(at)).collect();
        if extent.fixed {
            let half = best.step / Decimal::TWO;
            ticks.retain(|tick| tick.is_zero() || *tick <= extent.high - half);
            ticks.push(extent.high.normalize());
        }
        let decimals = ticks.iter().map(Decimal::scale).max().unwrap_or(0);
        Self { ticks, decimals }
    }
}

/// An extent cut into intervals of one step, below and above zero.
struct Division {
    step: Decimal,
    below: i64,
    above: i64,
    length: Decimal,
}

impl Division {
    /// None where there are not two to five intervals. An axis has two at least: one value of 1 in
    /// whole numbers ends at 2.
    fn of(extent: Bounds, step: Decimal) -> Option<Self> {
        // A reach too small for the quotient's 28 decimals still takes an interval.
        let least = |reach: Decimal| i64::from(!reach.is_zero());
        let count = |reach: Decimal| Some(reach.checked_div(step)?.ceil().to_i64()?.max(least(reach)));
        let (mut below, mut above) = (count(-extent.low)?, count(extent.high)?);
        match (below, above) {
            (0, 1) => above = 2,
            (1, 0) => below = 2,
            _ => {}
        }
        let intervals = below.checked_add(above)?;
        let length = step.checked_mul(intervals.into())?;
        (2..=5).contains(&intervals).then_some(Self { step, below, above, length })
    }

    fn intervals(&self) -> i64 {
        self.below + self.above
    }
}

/// Steps of 1, 2 and 5 times the powers of ten around an extent; whole numbers only where only those
/// are shown.
fn steps(extent: Bounds) -> impl Iterator<Item = Decimal> {
    let length = extent.high.saturating_sub(extent.low);
    let magnitude = power_of_ten(length);
    let powers = (magnitude - 1..=magnitude + 1).flat_map(|power| [1, 2, 5].map(|times| (times, power)));
    powers
        .filter_map(|(times, power)| match u32::try_from(power) {
            Ok(power) => {
                Decimal::try_from_i128_with_scale(10_i128.checked_pow(power)?.checked_mul(times)?, 0).ok()
            }
            Err(_) => Decimal::try_from_i128_with_scale(times, power.unsigned_abs()).ok(),
        })
        .filter(move |step| !extent.whole || step.is_integer())
}

/// The power of ten of a positive number's first digit: 0 for 1 to 9, -1 for 0.1 to 0.9.
fn power_of_ten(number: Decimal) -> i32 {
    let number = number.normalize();
    let digits = number.mantissa().unsigned_abs().checked_ilog10().unwrap_or(0);
    i32::try_from(digits).unwrap_or(0) - i32::try_from(number.scale()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn extent(low: &str, high: &str) -> Bounds {
        Bounds { low: decimal(low), high: decimal(high), fixed: false, whole: false }
    }

    fn ticks(axis: &AxisTicks) -> String {
        axis.ticks.iter().map(Decimal::to_string).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn axes_end_at_round_numbers_with_three_or_four_intervals_where_there_are_such_steps() {
        for (low, high, expected) in [
            ("0", "5", "0 2 4 6"),
            ("0", "2.3", "0 1 2 3"),
            ("0", "12", "0 5 10 15"),
            ("0", "40", "0 10 20 30 40"),
            ("0", "9510", "0 2000 4000 6000 8000 10000"),
            ("0", "0.03", "0 0.01 0.02 0.03"),
            ("0", "1", "0 0.2 0.4 0.6 0.8 1.0"),
            ("-1.0", "2.3", "-1 0 1 2 3"),
            ("-7", "0", "-8 -6 -4 -2 0"),
            ("0", "0", "0 0.2 0.4 0.6 0.8 1.0"),
            (
                "0",
                "1000000000000000000",
                "0 200000000000000000 400000000000000000 600000000000000000 800000000000000000 1000000000000000000",
            ),
        ] {
            assert_eq!(
                ticks(&AxisTicks::over(extent(low, high), Measure::Currency)),
                expected,
                "{low} to {high}"
            );
        }
    }

    #[test]
    fn shares_end_at_a_hundred_unless_all_are_small_or_one_is_larger() {
        for (low, high, expected) in [
            ("0", "75", "0 25 50 75 100"),
            ("0", "20", "0 25 50 75 100"),
            ("0", "100", "0 25 50 75 100"),
            ("0", "19.9", "0 5 10 15 20"),
            ("0", "124.2", "0 50 100 150"),
            ("-10", "75", "-50 0 50 100"),
        ] {
            assert_eq!(
                ticks(&AxisTicks::over(extent(low, high), Measure::Percentage)),
                expected,
                "{low} to {high}"
            );
        }
        assert_eq!(ticks(&AxisTicks::over(extent("0", "75"), Measure::GrowthRate)), "0 20 40 60 80");
    }

    #[test]
    fn whole_things_are_not_counted_in_halves() {
        let whole = |high| Bounds { whole: true, ..extent("0", high) };
        assert_eq!(ticks(&AxisTicks::over(whole("1"), Measure::Count)), "0 1 2");
        assert_eq!(ticks(&AxisTicks::over(whole("0"), Measure::Count)), "0 1 2");
        assert_eq!(ticks(&AxisTicks::over(whole("2"), Measure::Count)), "0 1 2");
    }

    #[test]
    fn an_end_the_file_sets_is_the_end() {
        let fixed = |high| Bounds { fixed: true, ..extent("0", high) };
        assert_eq!(ticks(&AxisTicks::over(fixed("1000"), Measure::Count)), "0 200 400 600 800 1000");
        assert_eq!(ticks(&AxisTicks::over(fixed("950"), Measure::Count)), "0 200 400 600 800 950");
        assert_eq!(ticks(&AxisTicks::over(fixed("850"), Measure::Count)), "0 200 400 600 850");
        assert_eq!(ticks(&AxisTicks::over(fixed("80"), Measure::Percentage)), "0 20 40 60 80");
    }

    #[test]
    fn numbers_beyond_round_steps_have_their_own_ends() {
        let axis = AxisTicks::over(Bounds { high: Decimal::MAX, ..extent("0", "0") }, Measure::Count);
        assert_eq!(axis.ticks.last(), Some(&Decimal::MAX));
        let axis = AxisTicks::over(
            Bounds { high: Decimal::MAX, low: Decimal::MIN, ..extent("0", "0") },
            Measure::Count,
        );
        assert_eq!(axis.ticks.first(), Some(&Decimal::MIN));
    }

    proptest! {
        #[test]
        fn an_axis_holds_all_values_and_zero_in_two_to_five_equal_intervals(
            below in prop_oneof![Just(0_i64), 0_i64..1_000_000_000_000],
            above in prop_oneof![Just(0_i64), 0_i64..1_000_000_000_000],
            scale in 0u32..12,
            whole in any::<bool>(),
            share in any::<bool>(),
        ) {
            let scale = if whole { 0 } else { scale };
            let extent = Bounds { low: -Decimal::new(below, scale), high: Decimal::new(above, scale), fixed: false, whole };
            let axis = AxisTicks::over(extent, if share { Measure::Percentage } else { Measure::Currency });
            let (first, last) = (axis.ticks[0], *axis.ticks.last().unwrap());
            prop_assert!(first <= extent.low && last >= extent.high && axis.ticks.contains(&Decimal::ZERO));
            prop_assert!((3..=6).contains(&axis.ticks.len()), "{}", ticks(&axis));
            prop_assert!(axis.ticks.windows(2).all(|pair| pair[1] - pair[0] == axis.ticks[1] - first));
            prop_assert!(!whole || axis.ticks.iter().all(Decimal::is_integer));
            prop_assert!(axis.ticks.iter().all(|tick| tick.scale() <= axis.decimals));
        }
    }
}
