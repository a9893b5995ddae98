//! Trials: which value of a metric is held against which of its targets, and whether the period is over by then.
//!
//! A target is met or missed by the value of its own period, whatever came later; by a count to date as soon as that
//! has passed it, for a count only grows. Never says where a metric stands.

use super::aim::{Aim, aim};
use super::series::number;
use crate::programme::{Flag, Measure, Metric, Period, Programme, Target};
use chrono::NaiveDate;

/// A target, and the value that is held against it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Trial<'m> {
    /// The target of the value's own period, else the last of all.
    pub(super) target: &'m Target,
    /// Whether a later target is still to come.
    pub(super) is_interim: bool,
    /// Where the value stands in the series; none where the target's period is past and the file has nothing for it.
    pub(super) at: Option<usize>,
    /// Whether a count to date reaches the target, or has broken a limit, whatever the rest of the period brings; none
    /// where the period has to be waited for.
    pub(super) settled: Option<bool>,
}

/// The trial of `metric`, whose latest value stands at `current`; none without a target.
pub(super) fn trial(metric: &Metric, current: Option<usize>) -> Option<Trial<'_>> {
    let last = metric.target.as_ref()?;
    if let Some(settled) = settled(metric, last, current) {
        return Some(settled);
    }
    let now = current.and_then(|index| metric.values.get(index)).map(|one| &one.period);
    let (target, is_interim) = now.map_or((last, false), |now| of_period(metric, last, now));
    let past = now.zip(target.period.as_ref()).filter(|(now, end)| now.months_since(end) > 0);
    let at = past.map_or(current, |(_, end)| of_its_end(metric, end));
    Some(Trial { target, is_interim, at, settled: None })
}

/// The trial that a count to date, of a period after the latest value, has ended already.
fn settled<'m>(metric: &'m Metric, last: &'m Target, current: Option<usize>) -> Option<Trial<'m>> {
    let after = current.map_or(0, |index| index + 1);
    let (at, to_date) =
        metric.values.iter().enumerate().skip(after).find(|(_, one)| one.flag == Flag::Partial)?;
    let only_grows = metric.measure == Measure::Count || metric.cumulative;
    let value = number(to_date).filter(|_| only_grows)?;
    let (target, is_interim) = of_period(metric, last, &to_date.period);
    let is_own = target.period.as_ref() == Some(&to_date.period);
    let settled = match aim(metric, target) {
        Aim::AtLeast(goal) => (value >= goal).then_some(true),
        Aim::AtMost(goal) => (value > goal).then_some(false),
        Aim::Within(_, high) => (value > high).then_some(false),
        Aim::Unknown(_) | Aim::Contradictory(_) => None,
    };
    settled.filter(|_| is_own).map(|settled| Trial {
        target,
        is_interim,
        at: Some(at),
        settled: Some(settled),
    })
}

/// Whether the numbers of two periods can be held against each other: what is counted in a quarter is no quarter of a
/// year's target met. Shares, rates, indices and running totals are of a day, however long the period. So are those
/// of which the other is not given.
pub(super) fn is_comparable(metric: &Metric, one: &Period, other: Option<&Period>) -> bool {
    let is_counted = matches!(metric.measure, Measure::Count | Measure::Currency) && !metric.cumulative;
    !is_counted || other.is_none_or(|other| one.length() == other.length())
}

/// The target that a value of the period `now` is judged by, and whether it is one on the way to the last.
pub(super) fn of_period<'m>(metric: &'m Metric, last: &'m Target, now: &Period) -> (&'m Target, bool) {
    let own = metric.targets.iter().find(|target| target.period.as_ref() == Some(now));
    own.filter(|own| own.period != last.period).map_or((last, false), |own| (own, true))
}

/// The value of the period that ends the target: its own, else one that ends with it, as its last quarter does.
fn of_its_end(metric: &Metric, end: &Period) -> Option<usize> {
    let ends = |same: &dyn Fn(&Period) -> bool| metric.values.iter().rposition(|one| same(&one.period));
    ends(&|period| period == end).or_else(|| ends(&|period| period.months_since(end) == 0))
}

/// The days that tell whether a period is over.
#[derive(Debug, Clone, Copy)]
pub(super) struct Calendar {
    today: NaiveDate,
    as_of: Option<NaiveDate>,
}

impl Calendar {
    /// Today, and the day of the data.
    pub(super) fn of(programme: &Programme, today: NaiveDate) -> Self {
        Self { today, as_of: programme.about.as_of.as_ref().map(|date| date.value) }
    }

    /// Whether a period was not over yet when the data were as they are: by the file's own date, where that lies
    /// within the period, else by today.
    pub(super) fn is_running(self, period: &Period) -> bool {
        let dated = self.as_of.filter(|day| period.has_begun(*day)).unwrap_or(self.today);
        period.earliest_last_day().is_some_and(|last| dated.min(self.today) < last)
    }

    /// Whether a period has not begun today: what the file says of it cannot have come to pass.
    pub(super) fn is_ahead(self, period: &Period) -> bool {
        !period.has_begun(self.today)
    }
}
