//! What the metrics mean, worst first: how many targets stand where, and how many metrics got worse or better, or
//! only moved because the file does not say which way is better.
//!
//! What is of another period, and what is provisional, is counted and said.

use super::clause::{Clause, Keep};
use crate::figures::{ChangeKind, Favour, Figures, MetricChange, MetricFigures, MetricStanding};
use crate::programme::{Direction, Flag, Metric, Observation, Programme};
use crate::wording::phrase::{Phrase, Segment, segment};
use crate::wording::{count, standing, value, word};
use rust_decimal::Decimal;
use strum::{IntoStaticStr, VariantArray};

/// What a metric did, in the order in which it is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "lowercase")]
pub(super) enum Did {
    #[strum(serialize = "got worse")]
    GotWorse,
    Fell,
    Rose,
    /// Moved to another step of a scale.
    Changed,
    Unchanged,
    Improved,
    #[strum(serialize = "without a change figure")]
    Open,
}

/// What the change of a metric says of it; where a direction is declared, whether that is better or worse.
pub(super) fn did(metric: &Metric, own: &MetricFigures) -> Did {
    let declared = matches!(metric.direction, Some(Direction::Increase | Direction::Decrease));
    match own.favour {
        Favour::Adverse if declared => Did::GotWorse,
        Favour::Favourable if declared => Did::Improved,
        Favour::Adverse | Favour::Favourable | Favour::NotJudged => way(&own.change.kind),
    }
}

/// Which way a change went.
pub(super) fn way(kind: &ChangeKind) -> Did {
    match kind {
        ChangeKind::Points(delta) | ChangeKind::Amount { delta, .. } if *delta < Decimal::ZERO => Did::Fell,
        ChangeKind::Points(_) | ChangeKind::Amount { .. } => Did::Rose,
        ChangeKind::Same => Did::Unchanged,
        ChangeKind::Step(..) => Did::Changed,
        ChangeKind::Undefined(_) => Did::Open,
    }
}

/// A part of a clause: how many did what, and what is to be said of some of them.
struct Deed {
    number: usize,
    /// What stands behind the number.
    verb: String,
    /// `(1 provisional, 1 of 2019)`, or nothing.
    qualifiers: String,
    /// Whether it tells of targets that are missed or not being reached: an alarm.
    is_behind: bool,
}

impl Deed {
    /// So many of them did it: `1 target missed`.
    fn brief(&self, [one, several]: [&str; 2]) -> String {
        format!("{} {}", count(self.number, one, several), self.verb)
    }

    /// The same with how many there are: `1 of 3 targets missed`.
    fn of(&self, total: usize, [_, several]: [&str; 2]) -> String {
        format!("{} of {total} {several} {}", self.number, self.verb)
    }
}

const TARGETS: [&str; 2] = ["target", "targets"];
const METRICS: [&str; 2] = ["metric", "metrics"];

/// A metric with its figures.
type Measured<'a> = (&'a Metric, &'a MetricFigures);

/// Whether some metrics have a target, and what to say of those.
pub(super) fn targets(programme: &Programme, figures: &Figures) -> Option<Clause> {
    let pairs = programme.metrics.iter().zip(&figures.metrics);
    let all: Vec<Measured> = pairs.filter(|(metric, _)| metric.has_target()).collect();
    let mut standings: Vec<MetricStanding> = all.iter().map(|(_, own)| own.standing).collect();
    standings.sort_unstable();
    standings.dedup_by_key(|standing| standing::word(*standing));
    let deeds = standings.into_iter().map(|standing| {
        let word = standing::word(standing);
        let them = all.iter().filter(|(_, own)| standing::word(own.standing) == word);
        let number = them.clone().count();
        // The values that targets are judged by.
        let judged = them.filter_map(|(metric, own)| metric.values.get(own.judged.or(own.current)?));
        let judged: Vec<&Observation> = judged.collect();
        let flags: Vec<Flag> = judged.iter().map(|one| one.flag).collect();
        let elsewhere = judged.into_iter().filter(|one| is_of_another(one, figures));
        Deed {
            number,
            verb: verb_of(standing, number),
            qualifiers: qualifiers(&flags, &elsewhere.collect::<Vec<_>>()),
            is_behind: standing.is_off_target(),
        }
    });
    let deeds: Vec<Deed> = deeds.collect();
    let first = deeds.first()?;
    let keep = if first.is_behind { Keep::Lead } else { Keep::Main };
    let (total, brief) = (all.len(), first.brief(TARGETS));
    if first.number == total {
        let whole = segment(all_targets(total, &first.verb)).or(2, brief);
        return Some(Clause::new(keep, Phrase::new([whole, segment(&first.qualifiers).goes(1)])));
    }
    Some(Clause::new(keep, told(&deeds, [first.of(total, TARGETS), brief], "")))
}

/// The word of a standing behind a number of targets, one or several: `is met`, `show limited progress`.
fn verb_of(standing: MetricStanding, number: usize) -> String {
    let [one, several] = match standing {
        MetricStanding::NeedsAcceleration if number > 1 => return "need acceleration".to_owned(),
        MetricStanding::Missed
        | MetricStanding::GotWorse
        | MetricStanding::Improved
        | MetricStanding::NeedsAcceleration => [""; 2],
        MetricStanding::Deterioration | MetricStanding::LimitedProgress => ["shows ", "show "],
        MetricStanding::NoTarget => ["has ", "have "],
        MetricStanding::NotMetYet
        | MetricStanding::NotJudged(_)
        | MetricStanding::Unchanged
        | MetricStanding::NotStarted
        | MetricStanding::OnTrack
        | MetricStanding::WithinRange
        | MetricStanding::MetEarly
        | MetricStanding::Met => ["is ", "are "],
    };
    format!("{}{}", if number == 1 { one } else { several }, standing::word(standing))
}

/// The words where all targets stand alike: `All 3 targets are met`, `Neither target is judged`.
fn all_targets(total: usize, verb: &str) -> String {
    if let (Some(not), 2..) = (verb.strip_prefix("are not "), total) {
        return if total == 2 {
            format!("Neither target is {not}")
        } else {
            format!("None of the {total} targets is {not}")
        };
    }
    let verb = match (verb, total) {
        ("missed", 1) => "was missed",
        ("missed", _) => "were missed",
        (verb, _) => verb,
    };
    format!("{} {verb}", who(total, "target"))
}

/// `The one target`, `Both targets`, `All 3 targets`.
fn who(total: usize, noun: &str) -> String {
    match total {
        1 => format!("The one {noun}"),
        2 => format!("Both {noun}s"),
        _ => format!("All {total} {noun}s"),
    }
}

/// What the metrics did that have no target; after a clause about targets, which they are others than. What got worse
/// is told of every metric, whatever its period and its target, as in the list of what needs attention.
/// `as_moved` counts all metrics, and only which way they went.
pub(super) fn movement(programme: &Programme, figures: &Figures, as_moved: bool) -> Clause {
    let has_target = |metric: &Metric| metric.has_target() && !as_moved;
    let pairs = || programme.metrics.iter().zip(&figures.metrics);
    let leads = !pairs().any(|(metric, _)| has_target(metric));
    let all: Vec<Measured> = pairs().filter(|(metric, _)| !has_target(metric)).collect();
    let deed = |(metric, own): &Measured| if as_moved { way(&own.change.kind) } else { did(metric, own) };
    let is_apart = |one: &Measured| is_elsewhere(one, figures) && deed(one) != Did::GotWorse;
    let (elsewhere, counted): (Vec<Measured>, Vec<Measured>) = all.iter().copied().partition(is_apart);
    let aimed = pairs().filter(|(metric, own)| has_target(metric) && own.favour == Favour::Adverse);
    let aimed: Vec<Measured> = aimed.collect();
    let them = |what: Did| -> Vec<Measured> {
        let extra = aimed.iter().filter(|_| what == Did::GotWorse);
        counted.iter().filter(|one| deed(one) == what).chain(extra).copied().collect()
    };
    let groups = Did::VARIANTS.iter().map(|what| (*what, them(*what)));
    let groups: Vec<(Did, Vec<Measured>)> = groups.filter(|(_, them)| !them.is_empty()).collect();
    let deeds: Vec<Deed> = groups.iter().map(|(what, them)| moved(*what, them, figures)).collect();
    let apart = of_values(&latest(&elsewhere)).map(|words| format!("{words} not counted"));
    let apart = apart.unwrap_or_default();
    let is_alarm = groups.first().is_some_and(|(what, _)| *what == Did::GotWorse);
    let keep = match (is_alarm, leads) {
        (true, true) => Keep::Lead,
        (true, false) => Keep::Alarm,
        (false, true) => Keep::Main,
        // What fell may be bad.
        (false, false) if groups.iter().any(|(what, _)| *what == Did::Fell) => Keep::Main,
        (false, false) => Keep::Fact,
    };
    let Some((first, (_, them))) = deeds.first().zip(groups.first()) else {
        return Clause::new(keep, apart);
    };
    if leads {
        // What is of another period names it itself.
        let is_mixed = them.iter().any(|one| is_elsewhere(one, figures));
        let now = figures.periods.as_ref().filter(|_| !is_mixed);
        let when = now.map(|(now, _)| format!(" in {}", now.label)).unwrap_or_default();
        return Clause::new(keep, leading(&deeds, first, all.len(), (&when, &apart)));
    }
    let brief = first.brief(if aimed.is_empty() { ["other metric", "other metrics"] } else { METRICS });
    // One metric alone that got worse is worth its name.
    let long = match them.as_slice() {
        [(metric, _)] if is_alarm => format!("{} {}", metric.name, first.verb),
        _ => brief.clone(),
    };
    Clause::new(keep, told(&deeds, [long, brief], &apart))
}

/// That these metrics did what the verb says.
fn moved(what: Did, them: &[Measured], figures: &Figures) -> Deed {
    let of = |(metric, own): &Measured| flag_of(own.latest(metric)?.flag, &own.change);
    let flags: Vec<Flag> = them.iter().filter_map(of).collect();
    let elsewhere: Vec<Measured> = them.iter().filter(|one| is_elsewhere(one, figures)).copied().collect();
    let qualifiers = qualifiers(&flags, &latest(&elsewhere));
    Deed { number: them.len(), verb: word(what).to_owned(), qualifiers, is_behind: false }
}

/// The clause where no target leads: with the number of all metrics and the period.
fn leading(deeds: &[Deed], first: &Deed, total: usize, (when, apart): (&str, &str)) -> Phrase {
    let brief = first.brief(METRICS);
    if first.number != total {
        return told(deeds, [first.of(total, METRICS) + when, brief], apart);
    }
    let (who, what) = match (first.verb.as_str(), total) {
        ("unchanged", 1) => ("The one metric".to_owned(), "did not change"),
        ("unchanged", 2) => ("Neither metric".to_owned(), "changed"),
        ("unchanged", _) => (format!("None of the {total} metrics"), "changed"),
        ("without a change figure", 1) => (who(1, "metric"), "has no change figure"),
        ("without a change figure", _) => (who(total, "metric"), "have no change figure"),
        (verb, _) => (who(total, "metric"), verb),
    };
    let when = if what.ends_with("change figure") { "" } else { when };
    let whole = segment(format!("{who} {what}")).or(3, brief);
    Phrase::new([whole, segment(when).goes(2), segment(&first.qualifiers).goes(1)])
}

/// A clause of deeds, of which the first is said in two forms: first the qualifiers go, then `apart`, which says who
/// is not counted, then what is told last, until the worst is left alone. Of targets that are missed or behind the
/// number stays as long as it can.
fn told(deeds: &[Deed], [long, brief]: [String; 2], apart: &str) -> Phrase {
    let behind = deeds.iter().skip(1).filter(|deed| deed.is_behind);
    let (kinds, behind) = behind.fold((1, 0), |(kinds, number), deed| (kinds + 1, number + deed.number));
    let summed = 3 + deeds.len() - kinds;
    let last = summed + usize::from(behind > 0);
    let others = deeds.iter().enumerate().skip(1).map(|(at, deed)| {
        let turn = if at < kinds { summed } else { 2 + deeds.len() - at };
        segment(format!(", {} {}", deed.number, deed.verb)).goes(turn)
    });
    let heads = std::iter::once(segment(long).or(last, brief)).chain(others);
    let qualifiers = deeds.iter().map(|deed| segment(&deed.qualifiers).goes(1));
    let mut all: Vec<Segment> = heads.zip(qualifiers).flat_map(<[Segment; 2]>::from).collect();
    if !apart.is_empty() {
        all.push(segment(format!(", {apart}")).goes(2));
    }
    if behind > 0 {
        all.push(segment("").or(summed, format!(", {behind} behind")).goes(last + 1));
    }
    Phrase::new(all)
}

/// Whether the latest value of a metric is of another period than the screen's.
fn is_elsewhere((metric, own): &Measured, figures: &Figures) -> bool {
    own.latest(metric).is_some_and(|value| is_of_another(value, figures))
}

fn is_of_another(value: &Observation, figures: &Figures) -> bool {
    figures.periods.as_ref().is_some_and(|(now, _)| value.period != *now)
}

fn latest<'a>(them: &[Measured<'a>]) -> Vec<&'a Observation> {
    them.iter().filter_map(|(metric, own)| own.latest(metric)).collect()
}

/// How many values of which other period: `1 of 2019`, `3 of other periods`.
fn of_values(values: &[&Observation]) -> Option<String> {
    let first = values.first()?;
    let is_one = values.iter().all(|one| one.period == first.period);
    let what = if is_one { &first.period.label } else { "other periods" };
    Some(format!("{} of {what}", values.len()))
}

/// The flags that a count has to say.
const COUNTED: [Flag; 4] = [Flag::Provisional, Flag::Estimated, Flag::Forecast, Flag::LowReliability];

/// The flag by which a change counts: that of its own value, else of the one before. Each counts once.
pub(super) fn flag_of(latest: Flag, change: &MetricChange) -> Option<Flag> {
    change.flags.iter().copied().find(|flag| *flag == latest).or_else(|| change.flags.first().copied())
}

/// ` (1 provisional, 1 of low reliability, 1 of 2019)`: what carries a flag, and what is of another period; nothing
/// where nothing does.
pub(super) fn qualifiers(carried: &[Flag], elsewhere: &[&Observation]) -> String {
    let flags = COUNTED.into_iter().filter_map(|flag| {
        let number = carried.iter().filter(|one| **one == flag).count();
        let of = if flag == Flag::LowReliability { "of " } else { "" };
        (number > 0).then(|| format!("{number} {of}{}", value::flag_word(flag)))
    });
    let words: Vec<String> = flags.chain(of_values(elsewhere)).collect();
    if words.is_empty() { String::new() } else { format!(" ({})", words.join(", ")) }
}
