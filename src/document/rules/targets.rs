//! Targets and baselines: against each other, against the direction, and against the values.

use crate::document::finding::{Code, Finding};
use crate::document::read::shown;
use crate::programme::words::Choice;
use crate::programme::{Baseline, Direction, Metric, Target};
use crate::text::Place;

/// What does not fit between the target, the baseline, the direction and the values of a metric; `is_sound` says
/// whether nothing was wrong inside a place before.
pub(super) fn check(metric: &Metric, is_sound: impl Fn(&Place) -> bool) -> Vec<Finding> {
    let own_value = metric.baseline.as_ref().and_then(|baseline| other_value(metric, baseline));
    let Some(target) = &metric.target else { return own_value.into_iter().collect() };
    let baseline = metric.baseline.as_ref();
    let pair = || baseline.map(|baseline| (target, baseline));
    [
        own_value,
        no_direction(metric, target),
        no_range(metric, target),
        range_and_direction(metric, target),
        pair().and_then(|(target, baseline)| other_way(metric, target, baseline)),
        pair().and_then(|(target, baseline)| too_early(target, baseline)),
        baseline.filter(|own| is_sound(&own.place)).and_then(|own| of_no_period(metric, own)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// A baseline and the value of its very period that are not the same number. What covers a part of the period, is
/// expected, or is not published, is another matter.
fn other_value(metric: &Metric, baseline: &Baseline) -> Option<Finding> {
    let period = baseline.period.as_ref()?;
    let own = metric.baseline_clash()?;
    let (label, value) = (shown(&period.label), own.value.number()?.normalize());
    let message = format!(
        "The baseline of `{}` is {} for {label}, and its value for {label} is {value}",
        shown(&metric.name),
        baseline.value.normalize(),
    );
    let finding = Finding::new(Code::BaselineAgainstValue, baseline.place, message);
    let finding = finding.label("not judged until this is settled").also(own.place, "the value");
    Some(finding.help("Write the right figure in both places, or give the baseline the period it is of."))
}

/// A target, and nothing that says whether it is to be reached from below or from above.
fn no_direction(metric: &Metric, target: &Target) -> Option<Finding> {
    let is_said = metric.direction.is_some() || target.max.is_some() || metric.unreadable.has("direction");
    if is_said || metric.measure.is_words() {
        return None;
    }
    let message = format!("`{}` has a target, but no `direction`", shown(&metric.name));
    let finding = Finding::new(Code::TargetWithoutDirection, target.place, message);
    let help = match metric.baseline.as_ref().map(|baseline| target.value.cmp(&baseline.value)) {
        Some(std::cmp::Ordering::Less) => {
            "Write `direction: decrease`, if less is better: the target lies below the baseline."
        }
        Some(std::cmp::Ordering::Greater) => {
            "Write `direction: increase`, if more is better: the target lies above the baseline."
        }
        Some(std::cmp::Ordering::Equal) | None => {
            "Write `direction: increase` if more is better, or `direction: decrease` if less is."
        }
    };
    Some(finding.label("shown and not judged").help(help))
}

/// A single value where a range is said to be the target.
fn no_range(metric: &Metric, target: &Target) -> Option<Finding> {
    (metric.direction == Some(Direction::Range) && target.max.is_none()).then(|| {
        let message = "The direction is `range`, but the target is a single value";
        let finding = Finding::new(Code::TargetAgainstDirection, target.place, message);
        let help =
            "Add the upper end: `{ value: 10, max: 20 }`. Or write `direction: increase` or `decrease`.";
        finding.label("a range is needed here").help(help)
    })
}

/// A range where one way is said to be better, which leads out of it.
fn range_and_direction(metric: &Metric, target: &Target) -> Option<Finding> {
    let direction =
        metric.direction.filter(|own| matches!(own, Direction::Increase | Direction::Decrease))?;
    target.max?;
    let word = direction.word();
    let message = format!("The direction is `{word}`, but the target is a range");
    let finding = Finding::new(Code::TargetAgainstDirection, target.place, message);
    let finding = finding.label("which way is better beyond it?");
    Some(finding.help(format!(
        "Write `direction: range` if it is best inside; else one number, with `direction: {word}`."
    )))
}

/// A target that lies on the wrong side of its baseline.
fn other_way(metric: &Metric, target: &Target, baseline: &Baseline) -> Option<Finding> {
    let (direction, side) = match metric.direction? {
        own @ Direction::Increase if target.value < baseline.value => (own, "below"),
        own @ Direction::Decrease if target.value > baseline.value => (own, "above"),
        Direction::Increase | Direction::Decrease | Direction::Range | Direction::Neutral => return None,
    };
    let word = direction.word();
    let message = format!("The direction is `{word}`, but the target is {side} the baseline");
    let finding = Finding::new(Code::TargetAgainstDirection, target.place, message);
    let finding = finding.label("not judged until this is settled").also(baseline.place, "the baseline");
    Some(finding.help("Check the target, the baseline and the direction: one of them is wrong."))
}

/// A target for a period that does not come after the baseline's.
fn too_early(target: &Target, baseline: &Baseline) -> Option<Finding> {
    let (from, to) = (baseline.period.as_ref()?, target.period.as_ref()?);
    (to <= from).then(|| {
        let message = format!("The target is for {}, not after the baseline of {}", to.label, from.label);
        let finding = Finding::new(Code::TargetBeforeBaseline, target.place, message);
        let finding = finding.label("not later than the baseline").also(baseline.place, "the baseline");
        finding.help("Write the period by which the target is to be reached.")
    })
}

/// A baseline that does not say of which period it is, where a target has one: what is to be reached by now lies
/// between the two, and nobody knows how far along.
fn of_no_period(metric: &Metric, baseline: &Baseline) -> Option<Finding> {
    let is_judged = metric.direction != Some(Direction::Neutral) && !metric.measure.is_words();
    let target = metric.target.as_ref().filter(|_| is_judged && baseline.period.is_none())?;
    let by = shown(&target.period.as_ref()?.label);
    let message = format!(
        "The baseline of `{}` has no period, so the way to its target for {by} cannot be judged",
        shown(&metric.name)
    );
    let value = baseline.value.normalize();
    // Periods of this metric's own kind: a baseline usually comes before its values.
    let before = metric.values.first().and_then(|one| one.period.previous());
    let period = before.map_or_else(|| "2020".to_owned(), |period| shown(&period.label));
    let help = format!(
        "Write `baseline: {{ period: {period}, value: {value} }}`, with the period the figure is of."
    );
    let finding = Finding::new(Code::BaselineWithoutPeriod, baseline.place, message);
    Some(finding.label("of which period?").help(help).also(target.place, "the target"))
}
