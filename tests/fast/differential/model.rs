//! The plain model of one metric: this year, change and favour, from the rules, in whole numbers.

use super::written::{Base, Kind, Met, Obs, Per, Spelling, Tgt, Val, today};
use chrono::{Datelike, NaiveDate};
use coopdash::programme::{Direction, Flag, Measure};

/// Whether a rule is turned round, to show that a difference is found.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rules {
    AsWritten,
    DirectionIgnored,
    /// The edge of a band belongs to the band below it.
    EdgesBelow,
}

/// What changed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Move {
    /// The reason by its name, and the period it speaks of where the rules name one.
    Undefined(&'static str, Option<Per>),
    Same,
    Points(i64),
    Amount {
        delta: i64,
        of: Of,
        index: bool,
    },
    Step(Val, Val),
}

/// What the per cent of a difference is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Of {
    /// The earlier value.
    Earlier(i64),
    FromZero,
    NotMeaningful,
    Year,
}

/// Which way a change went.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Way {
    Favourable,
    Adverse,
    Neither,
    NotJudged,
}

impl Met {
    /// The values in the order of time.
    fn in_time(&self) -> Vec<Obs> {
        let mut values = self.values.clone();
        values.sort_by_key(|one| one.period.key());
        values
    }

    pub(crate) fn current(&self) -> Option<Obs> {
        let counts = |one: &Obs| !matches!(one.flag, Flag::Forecast | Flag::Partial);
        self.in_time().into_iter().rfind(counts)
    }

    pub(crate) fn previous(&self) -> Option<Obs> {
        let before = self.current()?.period.year_before()?;
        self.values.iter().copied().find(|one| one.period == before)
    }

    /// Where the series breaks after one period and up to another.
    pub(crate) fn breaks(&self, after: Per, up_to: Per) -> bool {
        let within = |one: &Obs| one.period.key() > after.key() && one.period.key() <= up_to.key();
        self.values.iter().any(|one| one.flag == Flag::Break && within(one))
    }

    pub(crate) fn has_target(&self) -> bool {
        self.spelling == Spelling::Unreadable || !self.targets.is_empty()
    }

    /// The last target of all; of two for one period the first.
    pub(crate) fn last_target(&self) -> Option<Tgt> {
        self.targets.iter().rev().copied().max_by_key(|one| one.period.map(Per::key))
    }

    /// Of several periods' targets the one of the current period.
    pub(crate) fn own_target(&self) -> Option<Tgt> {
        if !matches!(self.spelling, Spelling::Map | Spelling::List | Spelling::Beside) {
            return None;
        }
        let current = self.current()?.period;
        self.targets.iter().copied().find(|one| one.period == Some(current))
    }

    pub(crate) fn judging_target(&self) -> Option<Tgt> {
        self.own_target().or_else(|| self.last_target())
    }

    /// The count to date of a period after this year's that has passed its target already, and whether that is good.
    pub(crate) fn settled(&self) -> Option<(Obs, Tgt, bool)> {
        let after = |one: &Obs| self.current().is_none_or(|current| one.period.key() > current.period.key());
        let to_date = self.in_time().into_iter().find(|one| one.flag == Flag::Partial && after(one))?;
        let Val::Num(number) = to_date.value else { return None };
        let has_own = matches!(self.spelling, Spelling::Map | Spelling::List | Spelling::Beside);
        let own = self.targets.iter().copied().find(|one| has_own && one.period == Some(to_date.period));
        let target = own.or_else(|| self.last_target()).filter(|one| one.period == Some(to_date.period))?;
        if (self.measure != Measure::Count && !self.cumulative) || self.is_wrong_side(Some(target)) {
            return None;
        }
        let is_good = match (target.max, self.direction) {
            (Some(max), _) if number > max => false,
            (None, Some(Direction::Increase)) if number >= target.value => true,
            (None, Some(Direction::Decrease)) if number > target.value => false,
            _ => return None,
        };
        Some((to_date, target, is_good))
    }

    /// The value that decides on the target: this year's, or after the target's period the one that ended with it.
    pub(crate) fn deciding(&self) -> Option<Obs> {
        if let Some((to_date, ..)) = self.settled() {
            return Some(to_date);
        }
        let current = self.current()?;
        let Some(by) = self.judging_target().and_then(|one| one.period) else { return Some(current) };
        if current.period.end() <= by.end() {
            return Some(current);
        }
        let own = self.values.iter().copied().find(|one| one.period == by);
        own.or_else(|| self.in_time().into_iter().rfind(|one| one.period.end() == by.end()))
    }

    /// Whether a period was not over when the data were as they are; a fiscal year can end in March.
    pub(crate) fn is_running(&self, period: Per) -> bool {
        let month = |day: NaiveDate| day.year() * 12 + day.month0().cast_signed();
        let dated = self.as_of.filter(|day| period.start() <= month(*day)).unwrap_or(today()).min(today());
        // The last day of a month is the end of it.
        let is_last = dated.succ_opt().is_some_and(|next| next.month() != dated.month());
        let end = if period.kind == Kind::Fiscal { period.year * 12 + 15 } else { period.end() };
        end > month(dated) + i32::from(is_last)
    }

    /// Whether what is counted in the one period can be held against the other.
    pub(crate) fn is_comparable(&self, one: Per, other: Per) -> bool {
        let is_counted = matches!(self.measure, Measure::Count | Measure::Currency) && !self.cumulative;
        !is_counted || one.months() == other.months()
    }

    /// Whether it is too early to judge this year's value: its period has not begun, or it is a lower count of one
    /// that runs.
    pub(crate) fn is_ahead(&self) -> bool {
        self.current().is_some_and(|one| !one.period.has_begun())
    }

    pub(crate) fn is_low_so_far(&self) -> bool {
        let (Some(before), Some(now)) = (self.previous(), self.current()) else { return false };
        let is_defined = !matches!(change(self).0, Move::Undefined(..));
        let is_less =
            matches!((before.value, now.value), (Val::Num(earlier), Val::Num(later)) if later < earlier);
        let is_counted = self.measure == Measure::Count && !self.cumulative;
        is_counted && is_defined && is_less && self.is_running(now.period)
    }

    pub(crate) fn is_baseline_disputed(&self) -> bool {
        let Some(Base { period: Some(period), value }) = self.baseline else { return false };
        self.values.iter().any(|one| {
            let counts = !matches!(one.flag, Flag::Suppressed | Flag::Forecast | Flag::Partial);
            let is_other = |number: i64| {
                // A baseline with decimals is what was published of the value, rounded.
                let unit = [1000, 100, 10, 1].into_iter().find(|unit| value % unit == 0).unwrap_or(1);
                let near = (number.abs() + unit / 2) / unit * unit * number.signum();
                number != value && (unit == 1000 || near != value)
            };
            one.period == period && counts && matches!(one.value, Val::Num(number) if is_other(number))
        })
    }

    pub(crate) fn is_target_disputed(&self) -> bool {
        let clash = |one: &Tgt, other: &Tgt| {
            one.period == other.period && (one.value, one.max) != (other.value, other.max)
        };
        self.targets.iter().any(|one| self.targets.iter().any(|other| clash(one, other)))
    }

    /// Whether a target lies on the wrong side of the baseline.
    pub(crate) fn is_wrong_side(&self, target: Option<Tgt>) -> bool {
        let (Some(base), Some(target)) = (self.baseline, target) else { return false };
        match self.direction {
            // A range is met from either side, but not by the other way.
            Some(Direction::Increase) => target.max.unwrap_or(target.value) < base.value,
            Some(Direction::Decrease) => target.value > base.value,
            Some(Direction::Range | Direction::Neutral) | None => false,
        }
    }
}

/// The gap of a value, by the name it has for the later and for the earlier one.
fn gap(one: &Obs) -> Option<(&'static str, &'static str)> {
    match (one.flag, one.value) {
        (Flag::Partial, _) => Some(("Partial", "Partial")),
        (Flag::Suppressed, _) => Some(("Suppressed", "EarlierSuppressed")),
        (_, Val::Null) => Some(("NotReported", "EarlierNotReported")),
        (_, Val::Bad) => Some(("NotReadable", "EarlierNotReadable")),
        (_, Val::Num(_) | Val::Word(_)) => None,
    }
}

/// The change, and the flags of both sides.
pub(crate) fn change(met: &Met) -> (Move, Vec<Flag>) {
    let undefined = |why, period| (Move::Undefined(why, period), Vec::new());
    let Some(now) = met.current() else {
        let why = match met.in_time().last() {
            None => "NoValues",
            Some(_) if met.values.iter().any(|one| one.flag == Flag::Partial) => "Partial",
            Some(_) => "ForecastOnly",
        };
        return undefined(why, None);
    };
    if let Some((own, _)) = gap(&now) {
        return undefined(own, None);
    }
    let Some(year_before) = now.period.year_before() else { return undefined("NoStep", None) };
    let Some(before) = met.previous() else { return undefined("NoPeriod", Some(year_before)) };
    if met.breaks(before.period, now.period) {
        return undefined("Break", None);
    }
    if let Some((_, earlier)) = gap(&before) {
        return undefined(earlier, Some(year_before));
    }
    if before.flag == Flag::Forecast {
        return undefined("EarlierForecast", Some(year_before));
    }
    let mut flags = Vec::new();
    for flag in [before.flag, now.flag] {
        let inherited = [Flag::Provisional, Flag::Estimated, Flag::Forecast, Flag::LowReliability];
        if inherited.contains(&flag) && !flags.contains(&flag) {
            flags.push(flag);
        }
    }
    (moved(met, before.value, now.value), flags)
}

fn moved(met: &Met, before: Val, now: Val) -> Move {
    if before == now {
        return Move::Same;
    }
    let (Val::Num(earlier), Val::Num(later)) = (before, now) else { return Move::Step(before, now) };
    let (delta, index) = (later - earlier, met.measure == Measure::Index);
    match met.measure {
        Measure::Ordinal | Measure::Nominal | Measure::Qualitative => Move::Step(before, now),
        Measure::Percentage | Measure::GrowthRate => Move::Points(delta),
        Measure::Count | Measure::Currency | Measure::Ratio if met.cumulative => {
            Move::Amount { delta, of: Of::Year, index }
        }
        Measure::Count | Measure::Currency | Measure::Ratio | Measure::Index => {
            let of = if earlier == 0 {
                Of::FromZero
            } else if earlier < 0 || later < 0 {
                Of::NotMeaningful
            } else {
                Of::Earlier(earlier)
            };
            Move::Amount { delta, of, index }
        }
    }
}

/// By how much a number lies outside a range.
pub(crate) fn outside(number: i64, low: i64, high: i64) -> i64 {
    (low - number).max(number - high).max(0)
}

/// Which way the change went, for the better or the worse.
pub(crate) fn favour(met: &Met, rules: Rules) -> Way {
    let (change, _) = change(met);
    let is_undefined = matches!(change, Move::Undefined(..));
    let target = met.judging_target();
    let is_early = met.is_ahead() || met.is_low_so_far();
    let is_open = is_early || (met.cumulative && met.direction == Some(Direction::Decrease));
    if is_undefined || met.is_baseline_disputed() || met.is_wrong_side(target) {
        return Way::NotJudged;
    }
    let (Some(before), Some(now)) = (met.previous(), met.current()) else { return Way::NotJudged };
    let (Val::Num(earlier), Val::Num(later)) = (before.value, now.value) else { return Way::NotJudged };
    let nearer = match target {
        Some(Tgt { value, max: Some(max), .. }) => {
            Some(outside(earlier, value, max) - outside(later, value, max))
        }
        _ => None,
    };
    let better = match met.direction {
        _ if rules == Rules::DirectionIgnored => later - earlier,
        Some(Direction::Increase) => later - earlier,
        Some(Direction::Decrease) => earlier - later,
        Some(Direction::Range) => match nearer {
            Some(nearer) => nearer,
            None => return Way::NotJudged,
        },
        Some(Direction::Neutral) | None => return Way::NotJudged,
    };
    if nearer.is_some_and(|nearer| nearer * better < 0) || (is_open && better != 0) {
        return Way::NotJudged;
    }
    match better {
        0 => Way::Neither,
        1.. => Way::Favourable,
        _ => Way::Adverse,
    }
}
