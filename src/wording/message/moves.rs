//! What the metrics mean, worst first: how many targets stand where, and how many metrics got worse or better, or
//! only moved because the file does not say which way is better.
//!
//! What is of another period, and what is provisional, is counted and said.

use super::phrase::{Keep, Phrase};
use crate::figures::{Change, ChangeKind, Favour, Figures, MetricFigures, MetricStanding};
use crate::programme::{Direction, Flag, Metric, Observation, Programme};
use crate::wording::value;
use rust_decimal::Decimal;

/// What a metric did, in the order in which it is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Did {
    GotWorse,
    Fell,
    Rose,
    /// Moved to another step of a scale.
    Changed,
    Unchanged,
    Improved,
    /// There is no change figure.
    Open,
}

impl Did {
    const ALL: [(Self, &'static str); 7] = [
        (Self::GotWorse, "got worse"),
        (Self::Fell, "fell"),
        (Self::Rose, "rose"),
        (Self::Changed, "changed"),
        (Self::Unchanged, "unchanged"),
        (Self::Improved, "improved"),
        (Self::Open, "without a change figure"),
    ];
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

/// What a part of a clause tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tells {
    /// Targets that are missed or not being reached: an alarm.
    Behind,
    /// What got worse: an alarm.
    GotWorse,
    /// What fell, which may be bad.
    Fell,
    Else,
}

/// A part of a clause: how many did what, and what is to be said of some of them.
struct Part {
    number: usize,
    /// The words behind the number, for one and for several.
    words: [&'static str; 2],
    /// The one metric that is worth its name.
    name: Option<String>,
    /// `(1 provisional, 1 of 2019)`, or nothing.
    qualifiers: String,
    /// How loudly it is told.
    tells: Tells,
    /// Whether some of them are of another period than the screen's.
    is_mixed: bool,
}

impl Part {
    fn verb(&self) -> &'static str {
        let [one, several] = self.words;
        if self.number == 1 { one } else { several }
    }
}

/// Whether some metrics have a target, and what to say of those.
pub(super) fn targets(programme: &Programme, figures: &Figures) -> Option<Phrase> {
    let all: Vec<(&Metric, &MetricFigures)> = programme
        .metrics
        .iter()
        .zip(&figures.metrics)
        .filter(|(metric, _)| metric.target.is_some())
        .collect();
    let total = all.len();
    let mut standings: Vec<MetricStanding> = all.iter().map(|(_, own)| own.standing).collect();
    standings.sort_unstable();
    standings.dedup_by_key(|standing| word_of(*standing));
    let parts: Vec<Part> = standings
        .into_iter()
        .map(|standing| {
            let same = |(_, own): &&(&Metric, &MetricFigures)| word_of(own.standing) == word_of(standing);
            let them: Vec<_> = all.iter().filter(same).copied().collect();
            Part {
                number: them.len(),
                words: word_of(standing),
                name: None,
                qualifiers: target_qualifiers(&them, figures),
                tells: if standing.is_off_target() { Tells::Behind } else { Tells::Else },
                is_mixed: false,
            }
        })
        .collect();
    let first = parts.first()?;
    let keep = if first.tells == Tells::Behind { Keep::Lead } else { Keep::Main };
    let short = match first.number {
        1 => format!("1 target {}", first.verb()),
        number => format!("{number} targets {}", first.verb()),
    };
    if first.number == total {
        let whole = all_targets(total, first.verb());
        return Some(Phrase::new(keep, vec![format!("{whole}{}", first.qualifiers), whole, short]));
    }
    let head = |part: &Part, of: bool| match (of, part.number) {
        (true, number) => format!("{number} of {total} targets {}", part.verb()),
        (false, 1) => format!("1 target {}", part.verb()),
        (false, number) => format!("{number} targets {}", part.verb()),
    };
    Some(Phrase::new(keep, lengths(&parts, &head, "")))
}

/// The words of a standing behind a number of targets, for one and for several.
const fn word_of(standing: MetricStanding) -> [&'static str; 2] {
    match standing {
        MetricStanding::Missed => ["missed"; 2],
        MetricStanding::Deterioration => ["shows deterioration", "show deterioration"],
        MetricStanding::GotWorse => ["got worse"; 2],
        MetricStanding::LimitedProgress => ["shows limited progress", "show limited progress"],
        MetricStanding::NeedsAcceleration => ["needs acceleration", "need acceleration"],
        MetricStanding::NotMetYet => ["is not met yet", "are not met yet"],
        MetricStanding::NotJudged(_) => ["is not judged", "are not judged"],
        MetricStanding::Unchanged => ["is unchanged", "are unchanged"],
        MetricStanding::NotStarted => ["is not started", "are not started"],
        MetricStanding::NoTarget => ["has no target", "have no target"],
        MetricStanding::OnTrack => ["is on track", "are on track"],
        MetricStanding::Improved => ["improved"; 2],
        MetricStanding::WithinRange => ["is within range", "are within range"],
        MetricStanding::MetEarly => ["is met early", "are met early"],
        MetricStanding::Met => ["is met", "are met"],
    }
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

/// A metric with its figures.
type Pair<'a> = (&'a Metric, &'a MetricFigures);

/// What the metrics did that have no target; after a clause about targets, which they are others than. What got worse
/// is told of every metric, whatever its period and its target, as in the list of what needs attention.
/// `as_moved` counts all metrics, and only which way they went.
pub(super) fn movement(programme: &Programme, figures: &Figures, as_moved: bool) -> Phrase {
    let has_target = |metric: &Metric| metric.target.is_some() && !as_moved;
    let pairs = || programme.metrics.iter().zip(&figures.metrics);
    let leads = !pairs().any(|(metric, _)| has_target(metric));
    let all: Vec<Pair> = pairs().filter(|(metric, _)| !has_target(metric)).collect();
    let deed = |(metric, own): &Pair| if as_moved { way(&own.change.kind) } else { did(metric, own) };
    let is_apart = |one: &Pair| is_elsewhere(one.0, one.1, figures) && deed(one) != Did::GotWorse;
    let (elsewhere, counted): (Vec<Pair>, Vec<Pair>) = all.iter().copied().partition(is_apart);
    let aimed = pairs().filter(|(metric, own)| has_target(metric) && own.favour == Favour::Adverse);
    let aimed: Vec<Pair> = aimed.collect();
    let told = Did::ALL.into_iter().map(|(what, verb)| {
        let extra = aimed.iter().filter(|_| what == Did::GotWorse);
        let them: Vec<Pair> = counted.iter().filter(|one| deed(one) == what).chain(extra).copied().collect();
        moved_part((what, verb), &them, figures, leads)
    });
    let parts: Vec<Part> = told.flatten().collect();
    let apart = not_counted(&elsewhere);
    if leads {
        // What is of another period names it itself.
        let is_dated = parts.first().is_none_or(|first| !first.is_mixed);
        let now = figures.periods.as_ref().filter(|_| is_dated).map(|(now, _)| format!(" in {}", now.label));
        let keep =
            if parts.iter().any(|part| part.tells == Tells::GotWorse) { Keep::Lead } else { Keep::Main };
        return Phrase::new(keep, leading(&parts, all.len(), &now.unwrap_or_default(), &apart));
    }
    let keep = match parts.first() {
        Some(first) if first.tells == Tells::GotWorse => Keep::Alarm,
        _ if parts.iter().any(|part| part.tells == Tells::Fell) => Keep::Main,
        _ => Keep::Fact,
    };
    let other = if aimed.is_empty() { "other " } else { "" };
    let head = |part: &Part, is_first: bool| {
        let noun = if part.number == 1 { "metric" } else { "metrics" };
        match part.name.as_ref().filter(|_| is_first) {
            Some(name) => format!("{name} {}", part.verb()),
            None => format!("{} {other}{noun} {}", part.number, part.verb()),
        }
    };
    let mut forms = lengths(&parts, &head, &apart);
    if parts.is_empty() {
        forms = vec![apart];
    }
    Phrase::new(keep, forms)
}

/// That some metrics did what the verb says; none where there are none. A name leads no sentence.
fn moved_part(
    (what, verb): (Did, &'static str),
    them: &[Pair],
    figures: &Figures,
    leads: bool,
) -> Option<Part> {
    let name = match them {
        [] => return None,
        [(metric, _)] if what == Did::GotWorse && !leads => Some(metric.name.clone()),
        _ => None,
    };
    let of = |(metric, own): &Pair| flag_of(latest(metric, own.current)?.flag, &own.change);
    let told: Vec<Flag> = them.iter().filter_map(of).collect();
    let carries = |flag: Flag| told.iter().filter(|one| **one == flag).count();
    let elsewhere: Vec<Pair> =
        them.iter().filter(|(metric, own)| is_elsewhere(metric, own, figures)).copied().collect();
    let mut qualifiers = flags(carries);
    qualifiers.extend(of_period(&elsewhere));
    Some(Part {
        number: them.len(),
        words: [verb; 2],
        name,
        qualifiers: in_brackets(&qualifiers),
        tells: match what {
            Did::GotWorse => Tells::GotWorse,
            Did::Fell => Tells::Fell,
            Did::Rose | Did::Changed | Did::Unchanged | Did::Improved | Did::Open => Tells::Else,
        },
        is_mixed: !elsewhere.is_empty(),
    })
}

/// The clause where no target leads: with the number of all metrics and the period.
fn leading(parts: &[Part], total: usize, when: &str, apart: &str) -> Vec<String> {
    if let [only] = parts
        && only.number == total
    {
        let what = only.verb();
        let (who, what) = match (what, total) {
            ("unchanged", 1) => ("The one metric".to_owned(), "did not change"),
            ("unchanged", 2) => ("Neither metric".to_owned(), "changed"),
            ("unchanged", _) => (format!("None of the {total} metrics"), "changed"),
            ("without a change figure", 1) => (who(1, "metric"), "has no change figure"),
            ("without a change figure", _) => (who(total, "metric"), "have no change figure"),
            _ => (who(total, "metric"), what),
        };
        let when = if what.ends_with("change figure") { "" } else { when };
        let whole = format!("{who} {what}{when}");
        let noun = if total == 1 { "metric" } else { "metrics" };
        let short = format!("{total} {noun} {}", only.verb());
        return vec![format!("{whole}{}", only.qualifiers), whole, format!("{who} {what}"), short];
    }
    let head = |part: &Part, of: bool| match (of, part.number) {
        (true, number) => format!("{number} of {total} metrics {}{when}", part.verb()),
        (false, 1) => format!("1 metric {}", part.verb()),
        (false, number) => format!("{number} metrics {}", part.verb()),
    };
    lengths(parts, &head, apart)
}

/// A clause in its lengths: with qualifiers, without them, and then without what is told last, until the worst is
/// left alone. `apart` says who is not counted; of targets that are missed or behind the number stays as long as it can.
fn lengths(parts: &[Part], head: &dyn Fn(&Part, bool) -> String, apart: &str) -> Vec<String> {
    let clause = |parts: &[Part], qualified: bool, apart: &str| {
        let told = parts.iter().enumerate().map(|(at, part)| {
            let words = if at == 0 { head(part, true) } else { format!("{} {}", part.number, part.verb()) };
            if qualified { format!("{words}{}", part.qualifiers) } else { words }
        });
        told.chain((!apart.is_empty()).then(|| apart.to_owned())).collect::<Vec<_>>().join(", ")
    };
    let Some(first) = parts.first() else { return Vec::new() };
    let mut forms = vec![clause(parts, true, apart), clause(parts, false, apart), clause(parts, false, "")];
    let behind = parts.iter().skip(1).filter(|part| part.tells == Tells::Behind);
    let (kinds, behind) = behind.fold((1, 0), |(kinds, number), part| (kinds + 1, number + part.number));
    for shown in (kinds..parts.len()).rev() {
        forms.push(clause(parts.get(..shown).unwrap_or_default(), false, ""));
    }
    if behind > 0 {
        forms.extend([true, false].map(|of| format!("{}, {behind} behind", head(first, of))));
    }
    forms.push(head(first, false));
    forms
}

/// Whether the latest value of a metric is of another period than the screen's.
fn is_elsewhere(metric: &Metric, own: &MetricFigures, figures: &Figures) -> bool {
    is_of_another(latest(metric, own.current), figures)
}

fn is_of_another(value: Option<&Observation>, figures: &Figures) -> bool {
    let common = figures.periods.as_ref().map(|(now, _)| now);
    value.zip(common).is_some_and(|(value, common)| value.period != *common)
}

fn latest(metric: &Metric, index: Option<usize>) -> Option<&Observation> {
    index.and_then(|index| metric.values.get(index))
}

/// `1 of 2019 not counted`, `3 of other periods not counted`; nothing where all are counted.
fn not_counted(them: &[Pair]) -> String {
    of_period(them).map_or_else(String::new, |words| format!("{words} not counted"))
}

/// How many metrics of which other period: `1 of 2019`.
fn of_period(them: &[Pair]) -> Option<String> {
    let latest: Vec<&Observation> =
        them.iter().filter_map(|(metric, own)| latest(metric, own.current)).collect();
    of_values(&latest)
}

fn of_values(values: &[&Observation]) -> Option<String> {
    let first = values.first()?;
    let number = values.len();
    let is_one = values.iter().all(|one| one.period == first.period);
    let what = if is_one { &first.period.label } else { "other periods" };
    Some(format!("{number} of {what}"))
}

/// The flags that a count has to say.
const COUNTED: [Flag; 4] = [Flag::Provisional, Flag::Estimated, Flag::Forecast, Flag::LowReliability];

/// `(1 provisional, 1 of 2019)`: of the values that targets are judged by, and how many are of another period.
fn target_qualifiers(them: &[Pair], figures: &Figures) -> String {
    let judged = them.iter().filter_map(|(metric, own)| latest(metric, own.judged.or(own.current)));
    let judged: Vec<&Observation> = judged.collect();
    let mut words = flags(|flag| judged.iter().filter(|one| one.flag == flag).count());
    let elsewhere: Vec<&Observation> =
        judged.into_iter().filter(|one| is_of_another(Some(one), figures)).collect();
    words.extend(of_values(&elsewhere));
    in_brackets(&words)
}

/// The flag by which a change counts: that of its own value, else of the one before. Each counts once.
pub(super) fn flag_of(latest: Flag, change: &Change) -> Option<Flag> {
    change.flags.iter().copied().find(|flag| *flag == latest).or_else(|| change.flags.first().copied())
}

/// `(1 provisional, 1 of low reliability)`; nothing where there are none.
pub(super) fn qualifiers(carried: &[Flag]) -> String {
    in_brackets(&flags(|flag| carried.iter().filter(|one| **one == flag).count()))
}

fn flags(number: impl Fn(Flag) -> usize) -> Vec<String> {
    let counted = COUNTED.into_iter().map(|flag| (flag, number(flag))).filter(|(_, number)| *number > 0);
    counted
        .map(|(flag, number)| {
            let word = value::flag_word(flag);
            let of = if flag == Flag::LowReliability { "of " } else { "" };
            format!("{number} {of}{word}")
        })
        .collect()
}

fn in_brackets(words: &[String]) -> String {
    if words.is_empty() { String::new() } else { format!(" ({})", words.join(", ")) }
}
