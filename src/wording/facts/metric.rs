//! Facts of metrics: the change, the target, the values, and everything else the file says of one.
//!
//! Never lays out.

use super::super::unread::lost;
use super::super::{Fact, STANDING, Tone, change, standing, target, value};
use super::Facts;
use super::links::in_brief;
use crate::figures::{ChangeKind, Favour, MetricFigures, MetricStanding, THRESHOLDS};
use crate::programme::{Direction, Flag, Measure, Metric, Observation, Programme, Target, Value};

/// Everything about one metric but its values (see [`value_facts`]).
pub fn metric_facts(metric: &Metric, figures: &MetricFigures, programme: &Programme) -> Vec<Fact> {
    let mut facts = Facts::default();
    facts.unreadable(&metric.unreadable);
    change_facts(&mut facts, metric, figures);
    target_facts(&mut facts, metric, figures);
    if let Some(baseline) = &metric.baseline {
        let at = baseline.period.as_ref().map(|period| format!(" in {}", period.label)).unwrap_or_default();
        let level = value::number_with_unit(baseline.value, metric, figures.decimals);
        facts.plain("Baseline", format!("{level}{at}"));
    }
    let targets = metric.targets.iter().zip(&figures.outcomes).filter(|_| metric.targets.len() > 1);
    let target =
        |(one, outcome): (&Target, &Option<bool>)| year_target(one, *outcome, metric, figures.decimals);
    facts.each("By period", targets.map(target));
    if metric.direction.is_some() || !metric.unreadable.has("direction") {
        facts.push("Better", better(metric), Tone::Plain);
    }
    if !metric.unreadable.has("measure") {
        facts.plain("Measure", measure(metric));
    }
    if let Some(growth) = &figures.growth {
        let [from, to] = [figures.first, figures.current].map(|index| label_at(metric, index));
        facts.plain("Growth", change::growth(growth, from, to));
    }
    if metric.cumulative {
        facts.plain("Counted", "from the beginning: each value is a running total");
    }
    facts.each("Scale ends at", metric.axis_max.map(|end| value::number(end, metric, figures.decimals)));
    facts.each("Short name", &metric.short);
    facts.each("Group", &metric.group);
    facts.each("Definition", &metric.definition);
    facts.each("Note", &metric.note);
    facts.each("Source", &metric.source);
    let served_by = figures.served_by.iter().filter_map(|at| programme.initiatives.get(*at));
    facts.each("Initiative", served_by.map(|initiative| in_brief(&initiative.title)));
    facts.finish(metric.notes.as_ref(), metric.id.as_ref(), metric.place.line())
}

fn change_facts(facts: &mut Facts, metric: &Metric, figures: &MetricFigures) {
    let tone = if figures.favour == Favour::Adverse { Tone::Bad } else { Tone::Plain };
    let mut words = change::plain(&figures.change, figures.decimals);
    let is_defined = !matches!(figures.change.kind, ChangeKind::Undefined(_));
    if is_defined && figures.counted_from.is_some() {
        words = format!("{words} on {}", label_at(metric, figures.counted_from));
    }
    words = value::with_flags(words, &figures.change.flags);
    if figures.favour == Favour::Adverse {
        words.push_str(", got worse !");
    }
    facts.push("Change", words, tone);
}

fn label_at(metric: &Metric, index: Option<usize>) -> &str {
    index.and_then(|index| metric.values.get(index)).map_or("", |value| value.period.label.as_str())
}

fn target_facts(facts: &mut Facts, metric: &Metric, figures: &MetricFigures) {
    let standing_is = figures.standing;
    let tone = if standing_is.is_good() {
        Tone::Good
    } else if matches!(
        standing_is,
        MetricStanding::Missed | MetricStanding::Deterioration | MetricStanding::GotWorse
    ) {
        Tone::Bad
    } else {
        Tone::Plain
    };
    if !metric.has_target() {
        facts.push("Target", "none set", Tone::Muted);
    }
    facts.push(STANDING, standing::in_full(standing_is), tone);
    if let Some(basis) = standing::basis(metric, figures)
        && !matches!(standing_is, MetricStanding::NotJudged(_))
    {
        facts.plain("Basis", basis);
    }
    let (Some(goal), Some(reading)) = (&metric.target, &figures.target) else { return };
    let decimals = figures.decimals;
    facts.plain("Target", target::goal(goal, metric, decimals));
    let label = figures.judged(metric).map(|one| one.period.label.as_str());
    facts.plain("To target", target::gap(reading, metric, decimals));
    facts.plain("Progress", target::progress(reading));
    facts.each("Expected", label.and_then(|label| target::expected(reading, metric, label, decimals)));
    // What is not judged has no rule.
    let is_ruled = !matches!(standing_is, MetricStanding::NotJudged(_));
    let rule = target::rule(reading, &metric.thresholds.unwrap_or(THRESHOLDS));
    facts.each("Rule", rule.filter(|_| is_ruled));
}

/// A target of one period and what became of it: `6 by 2023, missed`.
fn year_target(one: &Target, outcome: Option<bool>, metric: &Metric, decimals: u32) -> String {
    let goal = target::goal_without_unit(one, metric, decimals);
    match outcome {
        Some(true) => format!("{goal}, met"),
        Some(false) => format!("{goal}, missed"),
        None => goal,
    }
}

/// The values of a metric, newest first: the level, its change on the year before, its remark.
pub fn value_facts(metric: &Metric, figures: &MetricFigures) -> Vec<Fact> {
    let decimals = figures.series_decimals();
    let all = metric.values.iter().zip(&figures.changes).rev();
    all.map(|(observation, own)| {
        let level = value::number_in_words(observation, metric, decimals);
        let defined = !matches!(own.kind, ChangeKind::Undefined(_));
        let change = || change::in_words(own, decimals, &[observation.flag]);
        let text = if defined { format!("{level}, {}", change()) } else { level };
        value_fact(observation, text)
    })
    .collect()
}

/// A value as cells of a table: period, level, change (in its short form if `brief`), and its flag and remark in
/// words.
pub fn table_row(
    observation: &Observation,
    own: &crate::figures::MetricChange,
    metric: &Metric,
    decimals: u32,
    brief: bool,
) -> [String; 4] {
    let flag = match observation.flag {
        Flag::Normal | Flag::Suppressed | Flag::Partial => None,
        flag
        @ (Flag::Provisional | Flag::Estimated | Flag::Forecast | Flag::Break | Flag::LowReliability) => {
            Some(value::flag_word(flag).to_owned())
        }
    };
    let words =
        flag.into_iter().chain(observation.note().map(str::to_owned)).chain(lost(observation.unreadable()));
    let words: Vec<String> = words.collect();
    let level = value::level(observation, metric, decimals);
    let moved = if brief { change::short(own, decimals) } else { change::long(own, decimals) };
    [observation.period.label.to_string(), level, moved, words.join("; ")]
}

pub(super) fn value_fact(observation: &Observation, mut text: String) -> Fact {
    for remark in observation.note().map(str::to_owned).into_iter().chain(lost(observation.unreadable())) {
        text = format!("{text} - {remark}");
    }
    let tone = match observation.value {
        Value::Missing => Tone::Muted,
        Value::Unreadable => Tone::Bad,
        Value::Number(_) | Value::Word(_) => Tone::Plain,
    };
    Fact { label: observation.period.label.clone().into(), text, tone }
}

fn better(metric: &Metric) -> &'static str {
    match metric.direction {
        Some(Direction::Increase) => "when higher",
        Some(Direction::Decrease) => "when lower",
        Some(Direction::Range) => "inside the target's range",
        Some(Direction::Neutral) => "neither way: not judged",
        None if metric.target.as_ref().is_some_and(|target| target.max.is_some()) => {
            "inside the target's range"
        }
        None => "not given: not judged",
    }
}

fn measure(metric: &Metric) -> String {
    let kind = match metric.measure {
        Measure::Count if !metric.is_measure_given => "count (not declared)",
        Measure::Count => "count",
        Measure::Percentage => "percentage",
        Measure::GrowthRate => "growth rate",
        Measure::Currency => "amount of money",
        Measure::Index => "index",
        Measure::Ratio => "ratio",
        Measure::Ordinal => "steps of a scale",
        Measure::Nominal => "names",
        Measure::Qualitative => "words",
    };
    metric.unit.as_ref().map_or_else(|| kind.to_owned(), |unit| format!("{kind}, {unit}"))
}
