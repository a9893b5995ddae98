//! Standing: the one word for where a metric stands, why it is not judged, and what that rests on.
//!
//! Every screen, slide and printout takes these words. Never judges: that is the figures'.

use super::phrase::{Phrase, segment};
use super::{target, value};
use crate::figures::{MetricFigures, MetricStanding, Unjudged};
use crate::programme::{Metric, Observation};
use crate::text::number::round;
use std::borrow::Cow;

/// The word.
pub const fn word(standing: MetricStanding) -> &'static str {
    match standing {
        MetricStanding::Missed => "missed",
        MetricStanding::Deterioration => "deterioration",
        MetricStanding::GotWorse => "got worse",
        MetricStanding::LimitedProgress => "limited progress",
        MetricStanding::NeedsAcceleration => "needs acceleration",
        MetricStanding::NotMetYet => "not met yet",
        MetricStanding::NotJudged(_) => "not judged",
        MetricStanding::Unchanged => "unchanged",
        MetricStanding::NotStarted => "not started",
        MetricStanding::NoTarget => target::NO_TARGET,
        MetricStanding::OnTrack => "on track",
        MetricStanding::Improved => "improved",
        MetricStanding::WithinRange => "within range",
        MetricStanding::MetEarly => "met early",
        MetricStanding::Met => "met",
    }
}

/// The word, and why where it is that nothing is judged: `on track`, `not judged: no direction given`.
pub fn in_full(standing: MetricStanding) -> String {
    if let MetricStanding::NotJudged(why) = standing {
        return format!("{}: {}", word(standing), reason(why));
    }
    word(standing).to_owned()
}

/// Why a metric is not judged.
fn reason(why: Unjudged) -> Cow<'static, str> {
    Cow::Borrowed(match why {
        Unjudged::NotReadable("status") => "the status of a value cannot be read",
        Unjudged::NotReadable("values") => "one of its values cannot be read",
        Unjudged::NotReadable(key @ "cumulative") => return format!("`{key}` cannot be read").into(),
        Unjudged::NotReadable(key) => return format!("the {key} cannot be read").into(),
        Unjudged::NoValue => "no value for its latest period",
        Unjudged::NoFullValue => "no full value yet",
        Unjudged::NoTargetValue => "no full value for the target's period",
        Unjudged::UnlikePeriods => "value, target and baseline are of periods of unlike length",
        Unjudged::StillRunning => "its period is not over yet",
        Unjudged::Ahead => "its period has not begun",
        Unjudged::Suppressed => "the value is suppressed",
        Unjudged::ValueNotReadable => "the value cannot be read",
        Unjudged::TargetNotReadable => "the target cannot be read",
        Unjudged::Words => "the values are words",
        Unjudged::NoDirection => "no direction given",
        Unjudged::Neutral => "neither way is better",
        Unjudged::NoRange => "the target is no range",
        Unjudged::NoBaseline => "no baseline with a period",
        Unjudged::Contradiction => "target, baseline and direction contradict each other",
        Unjudged::Disputed => "the file states one figure in two ways",
        Unjudged::AcrossBreak => "the series broke since the baseline",
    })
}

/// What the word rests on: `44, expected 36.3 by 2025`; `5, target 6 for 2023`; `from 30 to 45 in 2023`. None
/// where the word says all.
pub fn basis(metric: &Metric, own: &MetricFigures) -> Option<String> {
    let current = own.latest(metric);
    match own.standing {
        MetricStanding::NoTarget => None,
        MetricStanding::NotJudged(why) => Some(reason(why).into_owned()),
        MetricStanding::GotWorse | MetricStanding::Improved => moved(metric, own, current?),
        MetricStanding::Unchanged => {
            let before = own.before(metric)?;
            Some(format!("{}, as in {}", level(current?, metric, own), before.period.label))
        }
        MetricStanding::Missed
        | MetricStanding::Deterioration
        | MetricStanding::LimitedProgress
        | MetricStanding::NeedsAcceleration
        | MetricStanding::NotMetYet
        | MetricStanding::NotStarted
        | MetricStanding::OnTrack
        | MetricStanding::WithinRange
        | MetricStanding::MetEarly
        | MetricStanding::Met => against(metric, own),
    }
}

/// The word beside a name, with its basis and the target as far as there is room.
pub fn remark(metric: &Metric, own: &MetricFigures) -> Phrase {
    let basis = basis(metric, own).map(|basis| format!(": {basis}")).unwrap_or_default();
    let word = segment(word(own.standing));
    let Some(goal) = &metric.target else { return Phrase::new([word, segment(basis).goes(1)]) };
    let [whole, bare] =
        [target::goal(goal, metric, own.decimals), target::goal_without_unit(goal, metric, own.decimals)];
    let is_named = basis.contains(&bare);
    // What rests on another value than the latest names it.
    let judged = own.judged(metric).filter(|_| own.judged != own.current);
    let judged = judged.map(|one| format!(": {} in {}", level(one, metric, own), one.period.label));
    let aim = segment(if is_named { String::new() } else { format!("; target {whole}") }).goes(1);
    // By the target that it was judged by, not by one that is still to come.
    let aim = match own.target.as_ref().and_then(|reading| reading.interim.as_ref()) {
        Some(interim) => {
            aim.or(3, format!(", target {}", target::goal_without_unit(interim, metric, own.decimals)))
        }
        None => aim.or(3, format!(", target {whole}")).or(4, format!(", target {bare}")),
    };
    let basis = segment(basis);
    let basis = judged.into_iter().fold(basis, |basis, judged| basis.or(2, judged)).goes(3);
    Phrase::new([word, basis, aim.goes(5)])
}

/// From where to where a metric moved: `from 30 to 45 in 2023`.
pub fn moved(metric: &Metric, own: &MetricFigures, current: &Observation) -> Option<String> {
    let before = own.before(metric)?;
    let label = &current.period.label;
    let (from, to) = (level(before, metric, own), level(current, metric, own));
    if current.period.is_of_a_year() {
        return Some(format!("from {from} to {to} in {label}"));
    }
    // Of a quarter, the one before would be taken for the base.
    Some(format!("from {from} in {} to {to} in {label}", before.period.label))
}

/// A value and what it is held against.
fn against(metric: &Metric, own: &MetricFigures) -> Option<String> {
    let judged = own.judged(metric)?;
    let (reading, label) = (own.target.as_ref()?, &judged.period.label);
    let is_met = matches!(own.standing, MetricStanding::Met | MetricStanding::MetEarly);
    if let Some(interim) = &reading.interim {
        let goal = target::number_of(interim, metric, own.decimals);
        return Some(format!("{}, target {goal} for {label}", level(judged, metric, own)));
    }
    let expected = reading.expected.as_ref().map(|expected| expected.value);
    if let (Some(expected), false) = (expected, is_met || own.standing == MetricStanding::WithinRange) {
        let number = crate::figures::number(judged)?;
        let own = crate::figures::shown_decimals(number, metric, own.decimals);
        // One more where the expectation is no round number, so that its side is plain.
        let least = own + u32::from(round(expected, own) != expected);
        let decimals = crate::figures::apart(number, expected, least);
        let own = if decimals > least { decimals } else { own };
        let expected = value::number(expected, metric, decimals);
        let flag = value::flag_in_brackets(judged);
        return Some(format!("{}{flag}, expected {expected} by {label}", value::number(number, metric, own)));
    }
    let goal = target::goal_without_unit(metric.target.as_ref()?, metric, own.decimals);
    let at = if own.judged == own.current { String::new() } else { format!(" in {label}") };
    Some(format!("{}{at}, target {goal}", level(judged, metric, own)))
}

fn level(observation: &Observation, metric: &Metric, own: &MetricFigures) -> String {
    value::number_in_words(observation, metric, own.decimals)
}
