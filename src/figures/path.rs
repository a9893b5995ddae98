//! Paths: where a metric is expected to be between its baseline and its targets.
//!
//! A straight line from one point that the file sets to the next: from the baseline to the target where there is one
//! alone, else from target to target. Never judges the value against it.

use super::aim::{Aim, distance};
use crate::programme::{Metric, Period};
use compact_str::CompactString;
use rust_decimal::Decimal;

/// Where the path stands at a period.
#[derive(Debug, Clone, PartialEq)]
pub struct Expected {
    /// In the metric's unit; with a range, on the way to its nearer end.
    pub value: Decimal,
    /// The period of the point that the line comes from, as the file writes it.
    pub from: CompactString,
    /// The period of the point that it goes to.
    pub to: CompactString,
}

/// The way from baseline to target: how much of it is done and how long it is. Towards a range it is
/// the distance outside it, so that both sides count the same.
#[derive(Clone, Copy)]
pub(super) struct Headway {
    pub(super) done: Decimal,
    pub(super) whole: Decimal,
    /// Whether the numbers of the metric go the other way: down to a range.
    mirrored: bool,
}

impl Headway {
    /// Whether what is done is counted below zero.
    pub(super) fn is_down(self) -> bool {
        self.whole.is_sign_negative()
    }
}

/// None where there is no way to go: a target at the baseline, or a baseline inside the range.
pub(super) fn way(aim: Aim, baseline: Decimal, value: Decimal) -> Option<Headway> {
    let way = match aim {
        Aim::AtLeast(goal) | Aim::AtMost(goal) | Aim::Unknown(goal) => {
            let signed = goal.checked_sub(baseline)?;
            Headway { done: value.checked_sub(baseline)?, whole: signed, mirrored: false }
        }
        Aim::Within(low, high) => {
            let whole = distance(baseline, low, high);
            let done = whole.checked_sub(distance(value, low, high))?;
            Headway { done, whole, mirrored: baseline > high }
        }
        Aim::Contradictory(_) => return None,
    };
    (!way.whole.is_zero()).then_some(way)
}

/// The part of the path in which a period lies.
pub(super) struct Leg<'m> {
    /// How far the path has come at its beginning, from the baseline, in the terms of [`Headway`].
    start: Decimal,
    /// How far it goes from there.
    rise: Decimal,
    /// Months gone, and months in all.
    elapsed: Decimal,
    whole: Decimal,
    from: &'m Period,
    to: &'m Period,
}

impl<'m> Leg<'m> {
    /// The leg of `metric` at `now`, after the baseline's period and before the last target's.
    pub(super) fn at(metric: &'m Metric, aim: Aim, way: Headway, now: &Period) -> Option<Self> {
        let baseline = metric.baseline.as_ref()?;
        let (base, last) = (baseline.period.as_ref()?, metric.target.as_ref()?);
        let mut from = (base, Decimal::ZERO);
        let mut to = (last.period.as_ref()?, way.whole);
        // Towards ranges only the last one counts: from one range to another there is no line.
        let is_single = matches!(aim, Aim::AtLeast(_) | Aim::AtMost(_) | Aim::Unknown(_));
        if is_single && metric.targets.iter().all(|target| target.max.is_none()) {
            for target in &metric.targets {
                let Some(period) = target.period.as_ref() else { continue };
                let point = (period, target.value.checked_sub(baseline.value)?);
                if period.months_since(from.0) > 0 && now.months_since(period) > 0 {
                    from = point;
                } else if period.months_since(now) > 0 && to.0.months_since(period) > 0 {
                    to = point;
                }
            }
        }
        let (elapsed, whole) = (now.months_since(from.0), to.0.months_since(from.0));
        let is_between = elapsed > 0 && elapsed < whole;
        is_between.then_some(Self {
            start: from.1,
            rise: to.1.checked_sub(from.1)?,
            elapsed: elapsed.into(),
            whole: whole.into(),
            from: from.0,
            to: to.0,
        })
    }

    /// How far the path has come, times the months of the leg: in whole numbers as long as they are whole.
    fn come(&self) -> Option<Decimal> {
        self.start.checked_mul(self.whole)?.checked_add(self.rise.checked_mul(self.elapsed)?)
    }

    /// Share of the way done over the share expected, in one division so that 0.95 is exactly 0.95; none where
    /// nothing is expected by now, or a step back.
    pub(super) fn ratio(&self, way: Headway) -> Option<Decimal> {
        let come = self.come().filter(|come| !come.is_zero() && come.is_sign_negative() == way.is_down())?;
        way.done.checked_mul(self.whole)?.checked_div(come)
    }

    /// Whether the value is at least where the path is.
    pub(super) fn is_kept(&self, way: Headway) -> Option<bool> {
        let ahead = way.done.checked_mul(self.whole)?.checked_sub(self.come()?)?;
        Some(ahead.is_zero() || ahead.is_sign_negative() == way.is_down())
    }

    /// Where the path stands, from the value of the baseline.
    pub(super) fn expected(&self, way: Headway, baseline: Decimal) -> Option<Expected> {
        let come = self.come()?.checked_div(self.whole)?;
        let value = baseline.checked_add(if way.mirrored { -come } else { come })?;
        Some(Expected { value, from: self.from.label.clone(), to: self.to.label.clone() })
    }
}
