//! The plain model of the standing: one word for each metric, by the rules in their order.

use super::model::{Move, Rules, Way, change, favour, outside};
use super::written::{Met, Obs, Per, Spelling, Tgt, Val};
use coopdash::figures::Unjudged;
use coopdash::programme::{Direction, Flag, Measure};
use strum::VariantArray;

/// The words, worst first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, VariantArray)]
pub(crate) enum Word {
    Missed,
    Deterioration,
    GotWorse,
    LimitedProgress,
    NeedsAcceleration,
    NotMetYet,
    NotJudged,
    Unchanged,
    NotStarted,
    NoTarget,
    OnTrack,
    Improved,
    WithinRange,
    MetEarly,
    Met,
}

impl Word {
    pub(crate) fn text(self) -> &'static str {
        match self {
            Self::Missed => "missed",
            Self::Deterioration => "deterioration",
            Self::GotWorse => "got worse",
            Self::LimitedProgress => "limited progress",
            Self::NeedsAcceleration => "needs acceleration",
            Self::NotMetYet => "not met yet",
            Self::NotJudged => "not judged",
            Self::Unchanged => "unchanged",
            Self::NotStarted => "not started",
            Self::NoTarget => "no target",
            Self::OnTrack => "on track",
            Self::Improved => "improved",
            Self::WithinRange => "within range",
            Self::MetEarly => "met early",
            Self::Met => "met",
        }
    }

    /// Whether the check reports it as off target.
    pub(crate) fn is_off_target(self) -> bool {
        matches!(self, Self::Missed | Self::Deterioration | Self::LimitedProgress | Self::NeedsAcceleration)
    }
}

/// The standing, and the reason where it is not judged.
pub(crate) type Judged = (Word, Option<Unjudged>);

/// What a number has to do to meet the target.
enum Aim {
    AtLeast(i64),
    AtMost(i64),
    Within(i64, i64),
}

impl Aim {
    fn is_met(&self, number: i64) -> bool {
        match *self {
            Self::AtLeast(least) => number >= least,
            Self::AtMost(most) => number <= most,
            Self::Within(low, high) => (low..=high).contains(&number),
        }
    }
}

fn unjudged(why: Unjudged) -> Judged {
    (Word::NotJudged, Some(why))
}

/// The standing of a metric.
pub(crate) fn standing(met: &Met, rules: Rules) -> Judged {
    if met.has_target() { with_target(met, rules) } else { without_target(met, rules) }
}

/// Whether the rules leave the reason open: names and words that have no value this year.
pub(crate) fn is_reason_open(met: &Met) -> bool {
    let is_words = matches!(met.measure, Measure::Nominal | Measure::Qualitative);
    met.has_target() && is_words && !matches!(met.deciding(), Some(Obs { value: Val::Word(_), .. }))
}

fn without_target(met: &Met, rules: Rules) -> Judged {
    if !matches!(met.direction, Some(Direction::Increase | Direction::Decrease)) {
        return (Word::NoTarget, None);
    }
    if met.is_ahead() {
        return unjudged(Unjudged::Ahead);
    }
    if met.is_low_so_far() {
        return unjudged(Unjudged::StillRunning);
    }
    let is_word = |one: Option<Obs>| one.is_some_and(|one| matches!(one.value, Val::Word(_)));
    if is_word(met.current()) || is_word(met.previous()) {
        return unjudged(Unjudged::Words);
    }
    let is_disputed = met.is_baseline_disputed() && !matches!(change(met).0, Move::Undefined(..));
    match favour(met, rules) {
        Way::Favourable => (Word::Improved, None),
        Way::Adverse => (Word::GotWorse, None),
        Way::Neither => (Word::Unchanged, None),
        Way::NotJudged if is_disputed => unjudged(Unjudged::Disputed),
        Way::NotJudged => (Word::NoTarget, None),
    }
}

/// The number that decides, or why there is none.
fn number(met: &Met) -> Result<(Per, i64), Unjudged> {
    let is_words = matches!(met.measure, Measure::Nominal | Measure::Qualitative);
    let Some(now) = met.deciding() else {
        let is_given = |one: &Obs| matches!(one.value, Val::Num(_)) && one.flag != Flag::Suppressed;
        return Err(match met.current() {
            Some(_) => Unjudged::NoTargetValue,
            None if met.values.iter().any(is_given) => Unjudged::NoFullValue,
            None => Unjudged::NoValue,
        });
    };
    let is_past = met.current().is_some_and(|current| current.period != now.period);
    match now.value {
        Val::Num(number) if met.settled().is_some() => Ok((now.period, number)),
        _ if now.flag == Flag::Suppressed => Err(Unjudged::Suppressed),
        Val::Word(_) => Err(Unjudged::Words),
        Val::Bad => Err(Unjudged::ValueNotReadable),
        _ if matches!(now.flag, Flag::Forecast | Flag::Partial) => Err(Unjudged::NoTargetValue),
        Val::Num(_) if is_words => Err(Unjudged::Words),
        Val::Null if is_past => Err(Unjudged::NoTargetValue),
        Val::Null => Err(Unjudged::NoValue),
        Val::Num(number) => Ok((now.period, number)),
    }
}

fn aim(met: &Met, target: &Tgt, rules: Rules) -> Result<Aim, Unjudged> {
    let Tgt { value, max, .. } = *target;
    if let Some(max) = max {
        return Ok(Aim::Within(value, max));
    }
    match met.direction {
        Some(Direction::Increase | Direction::Decrease) if rules == Rules::DirectionIgnored => {
            Ok(Aim::AtLeast(value))
        }
        Some(Direction::Increase) => Ok(Aim::AtLeast(value)),
        Some(Direction::Decrease) => Ok(Aim::AtMost(value)),
        Some(Direction::Range) => Err(Unjudged::NoRange),
        Some(Direction::Neutral) => Err(Unjudged::Neutral),
        None => Err(Unjudged::NoDirection),
    }
}

fn with_target(met: &Met, rules: Rules) -> Judged {
    let is_directed = matches!(met.direction, Some(Direction::Increase | Direction::Decrease));
    if met.is_ahead() && (is_directed || met.spelling != Spelling::Unreadable) {
        return unjudged(Unjudged::Ahead);
    }
    if met.spelling == Spelling::Unreadable {
        return unjudged(Unjudged::TargetNotReadable);
    }
    let settled = met.settled();
    let judging = settled.map(|(_, target, _)| target).or_else(|| met.judging_target());
    let is_contradicted = is_beyond(met, judging)
        || met.is_wrong_side(judging)
        || met.last_target().is_some_and(|one| is_out_of_order(met, &one));
    let (now, value) = match number(met) {
        Ok(number) => number,
        Err(Unjudged::NoTargetValue) if is_contradicted => return unjudged(Unjudged::Contradiction),
        Err(why) => return unjudged(why),
    };
    if met.direction == Some(Direction::Neutral) {
        return unjudged(Unjudged::Neutral);
    }
    let (Some(target), Some(last)) = (judging, met.last_target()) else {
        return unjudged(Unjudged::TargetNotReadable);
    };
    let aim = match aim(met, &target, rules) {
        Ok(aim) => aim,
        Err(why) => return unjudged(why),
    };
    if met.is_baseline_disputed() || met.is_target_disputed() {
        return unjudged(Unjudged::Disputed);
    }
    if is_contradicted {
        return unjudged(Unjudged::Contradiction);
    }
    let since = met.baseline.and_then(|base| base.period);
    if since.is_some_and(|since| met.breaks(since, now)) {
        return unjudged(Unjudged::AcrossBreak);
    }
    if target.period.is_some_and(|by| !met.is_comparable(now, by)) {
        return unjudged(Unjudged::UnlikePeriods);
    }
    let is_interim = is_interim(met, &last);
    match settled {
        Some((.., true)) if is_interim => return (Word::OnTrack, None),
        Some((.., true)) => return (Word::Met, None),
        Some((.., false)) => return (Word::Missed, None),
        None => {}
    }
    if met.cumulative && matches!(aim, Aim::AtMost(most) | Aim::Within(_, most) if value > most) {
        return (Word::Missed, None);
    }
    if aim.is_met(value) {
        reached(met, &aim, &last, now)
    } else {
        not_reached(met, &aim, &last, (now, value), rules)
    }
}

/// Whether the declared way leads out of the range, and the value has gone it.
fn is_beyond(met: &Met, target: Option<Tgt>) -> bool {
    let (Some(Tgt { value, max: Some(max), .. }), Some(now)) = (target, met.deciding()) else { return false };
    let Val::Num(number) = now.value else { return false };
    let is_published = now.flag != Flag::Suppressed;
    match met.direction {
        Some(Direction::Increase) => is_published && number > max,
        Some(Direction::Decrease) => is_published && number < value,
        Some(Direction::Range | Direction::Neutral) | None => false,
    }
}

/// Whether the target that judges is one on the way to the last.
fn is_interim(met: &Met, last: &Tgt) -> bool {
    let own = met.settled().map(|(_, target, _)| target).or_else(|| met.own_target());
    own.is_some_and(|own| own.period != last.period)
}

/// Whether the last target's period is not after the baseline's; an interim target that judges is not asked.
fn is_out_of_order(met: &Met, last: &Tgt) -> bool {
    let since = met.baseline.and_then(|base| base.period);
    let (Some(since), Some(by)) = (since, last.period) else { return false };
    !is_interim(met, last) && by.end() <= since.end()
}

fn reached(met: &Met, aim: &Aim, last: &Tgt, now: Per) -> Judged {
    let is_interim = is_interim(met, last);
    let is_before = met.judging_target().and_then(|one| one.period).is_some_and(|by| by.end() > now.end());
    let is_open = met.cumulative && is_before && !matches!(aim, Aim::AtLeast(_));
    let word = if is_open || is_interim {
        Word::OnTrack
    } else if matches!(aim, Aim::Within(..)) {
        Word::WithinRange
    } else if last.period.is_some_and(|by| by.end() > now.end()) {
        Word::MetEarly
    } else if last.period.is_some_and(|by| met.is_running(by)) {
        Word::OnTrack
    } else {
        Word::Met
    };
    (word, None)
}

fn not_reached(met: &Met, aim: &Aim, last: &Tgt, (now, value): (Per, i64), rules: Rules) -> Judged {
    let is_due = last.period.is_some_and(|by| now.end() >= by.end());
    if met.own_target().is_some() || is_due {
        let by = met.judging_target().and_then(|one| one.period);
        let is_running = by.is_some_and(|by| met.is_running(by));
        return (if is_running { Word::NotMetYet } else { Word::Missed }, None);
    }
    let Some(by) = last.period else { return (Word::NotMetYet, None) };
    let has_start = met.baseline.is_some_and(|base| base.period.is_some());
    if !has_start && met.values.iter().any(|one| one.period == by) {
        return unjudged(Unjudged::NoTargetValue);
    }
    if met.measure == Measure::Ordinal {
        return (Word::NotMetYet, None);
    }
    let Some((since, start)) = met.baseline.and_then(|base| Some((base.period?, base.value))) else {
        return unjudged(Unjudged::NoBaseline);
    };
    if now.end() <= since.end() {
        return (Word::NotStarted, None);
    }
    if !met.is_comparable(now, since) {
        return unjudged(Unjudged::UnlikePeriods);
    }
    let (way, done) = match *aim {
        Aim::AtLeast(reach) | Aim::AtMost(reach) => (reach - start, value - start),
        // Past the far side there is nothing to be gained by going on.
        Aim::Within(low, high) if (start < low && value > high) || (start > high && value < low) => {
            return (
                if outside(start, low, high) == 0 { Word::Deterioration } else { Word::NotMetYet },
                None,
            );
        }
        Aim::Within(low, high) => {
            let way = outside(start, low, high);
            (way, way - outside(value, low, high))
        }
    };
    // From target to target, where each is one number.
    let mut legs = [(since.end(), 0), (by.end(), way)];
    let is_single = last.max.is_none() && met.targets.iter().all(|one| one.max.is_none());
    for target in met.targets.iter().filter(|_| is_single && way != 0) {
        let Some(at) = target.period.map(Per::end) else { continue };
        let point = (at, target.value - start);
        if at > legs[0].0 && at < now.end() {
            legs[0] = point;
        } else if at > now.end() && at < legs[1].0 {
            legs[1] = point;
        }
    }
    (on_the_line(met, [way, done], legs, now.end(), rules), None)
}

/// The share of what the line had come to, in whole numbers: done * whole / (start * whole + rise * elapsed).
fn on_the_line(met: &Met, [way, done]: [i64; 2], legs: [(i32, i64); 2], now: i32, rules: Rules) -> Word {
    if way == 0 {
        return Word::Deterioration;
    }
    let [(from, start), (to, end)] = legs;
    let (elapsed, whole) = (i128::from(now - from), i128::from(to - from));
    let mut above = i128::from(done) * whole;
    let mut below = i128::from(start) * whole + i128::from(end - start) * elapsed;
    if below == 0 || (below < 0) != (way < 0) {
        // Nothing was to be done by now, or a step back.
        let ahead = above - below;
        let is_kept = ahead == 0 || (ahead < 0) == (way < 0);
        return if is_kept { Word::OnTrack } else { Word::Deterioration };
    }
    if below < 0 {
        (above, below) = (-above, -below);
    }
    let (upper, lower) = met.thresholds.unwrap_or((950, 600));
    let reaches = |share: i64| {
        let (is, must) = (above * 1000, below * i128::from(share));
        if rules == Rules::EdgesBelow { is > must } else { is >= must }
    };
    if above < 0 {
        Word::Deterioration
    } else if reaches(upper) {
        Word::OnTrack
    } else if reaches(lower) {
        Word::NeedsAcceleration
    } else {
        Word::LimitedProgress
    }
}
