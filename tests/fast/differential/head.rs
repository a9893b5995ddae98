//! The plain model of the sentence at the head, in its fullest form, up to the clause about initiatives.

use super::alarms::screen_period;
use super::judging::{Word, standing};
use super::model::{Move, Rules, Way, change, favour};
use super::written::{Met, Per};
use coopdash::programme::{Direction, Flag};
use strum::VariantArray;

const FLAGS: [(Flag, &str); 4] = [
    (Flag::Provisional, "provisional"),
    (Flag::Estimated, "estimated"),
    (Flag::Forecast, "forecast"),
    (Flag::LowReliability, "of low reliability"),
];

/// What the metrics without a target did, in the order they are told in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Did {
    GotWorse,
    Fell,
    Rose,
    Changed,
    Unchanged,
    Improved,
    NoFigure,
}

const TOLD: [Did; 7] =
    [Did::GotWorse, Did::Fell, Did::Rose, Did::Changed, Did::Unchanged, Did::Improved, Did::NoFigure];

impl Did {
    fn verb(self) -> &'static str {
        match self {
            Self::GotWorse => "got worse",
            Self::Fell => "fell",
            Self::Rose => "rose",
            Self::Changed => "changed",
            Self::Unchanged => "unchanged",
            Self::Improved => "improved",
            Self::NoFigure => "without a change figure",
        }
    }
}

/// The clauses, joined, with a capital letter and no full stop.
pub(crate) fn head(metrics: &[Met], rules: Rules) -> String {
    let period = screen_period(metrics);
    let (with, others): (Vec<&Met>, Vec<&Met>) = metrics.iter().partition(|met| met.has_target());
    let mut clauses = Vec::new();
    if !with.is_empty() {
        clauses.push(targets(&with, period, rules));
    }
    let is_worse = |met: &&Met| favour(met, rules) == Way::Adverse;
    let aimed: Vec<&Met> = with.iter().copied().filter(is_worse).collect();
    let moved = movement(&others, &aimed, with.is_empty(), period, rules);
    if !moved.is_empty() {
        clauses.push(moved);
    }
    clauses.join("; ")
}

/// The standing as a verb, for one and for more.
fn verb(word: Word, number: usize) -> &'static str {
    let [one, more] = match word {
        Word::Missed => ["missed", "missed"],
        Word::Deterioration => ["shows deterioration", "show deterioration"],
        Word::LimitedProgress => ["shows limited progress", "show limited progress"],
        Word::NeedsAcceleration => ["needs acceleration", "need acceleration"],
        Word::NotMetYet => ["is not met yet", "are not met yet"],
        Word::NotJudged => ["is not judged", "are not judged"],
        Word::NotStarted => ["is not started", "are not started"],
        Word::OnTrack => ["is on track", "are on track"],
        Word::WithinRange => ["is within range", "are within range"],
        Word::MetEarly => ["is met early", "are met early"],
        Word::Met => ["is met", "are met"],
        Word::GotWorse | Word::Unchanged | Word::NoTarget | Word::Improved => ["has none", "have none"],
    };
    if number == 1 { one } else { more }
}

fn targets(with: &[&Met], period: Option<Per>, rules: Rules) -> String {
    let total = with.len();
    let mut parts = Vec::new();
    for word in Word::VARIANTS.iter().copied() {
        let own: Vec<&Met> = with.iter().copied().filter(|met| standing(met, rules).0 == word).collect();
        if own.is_empty() {
            continue;
        }
        let behind = brackets(&qualifiers(&own, period));
        if own.len() == total {
            return format!("{}{behind}", all_targets(word, total));
        }
        let verb = verb(word, own.len());
        let of = if parts.is_empty() { format!(" of {total} targets") } else { String::new() };
        parts.push(format!("{}{of} {verb}{behind}", own.len()));
    }
    parts.join(", ")
}

fn all_targets(word: Word, total: usize) -> String {
    let verb = match (word, total) {
        (Word::Missed, 1) => "was missed",
        (Word::Missed, _) => "were missed",
        _ => verb(word, total),
    };
    let denied = verb.strip_prefix("are not ");
    match (total, denied) {
        (1, _) => format!("The one target {verb}"),
        (2, Some(rest)) => format!("Neither target is {rest}"),
        (_, Some(rest)) => format!("None of the {total} targets is {rest}"),
        (2, None) => format!("Both targets {verb}"),
        (_, None) => format!("All {total} targets {verb}"),
    }
}

fn brackets(parts: &[String]) -> String {
    if parts.is_empty() { String::new() } else { format!(" ({})", parts.join(", ")) }
}

/// Flags of this year's values, and the periods that are not the screen's.
fn qualifiers(own: &[&Met], period: Option<Per>) -> Vec<String> {
    let values: Vec<_> = own.iter().filter_map(|met| met.deciding().or_else(|| met.current())).collect();
    let mut parts = Vec::new();
    for (flag, words) in FLAGS {
        let number = values.iter().filter(|one| one.flag == flag).count();
        if number > 0 {
            parts.push(format!("{number} {words}"));
        }
    }
    let periods: Vec<Per> = values.iter().map(|one| one.period).collect();
    parts.extend(of_others(&periods, period));
    parts
}

/// "2 of 2019", or "2 of other periods".
fn of_others(periods: &[Per], period: Option<Per>) -> Option<String> {
    let others: Vec<&Per> = periods.iter().filter(|one| Some(**one) != period).collect();
    let first = others.first()?;
    let is_one = others.iter().all(|one| one == first);
    let which = if is_one { first.label() } else { "other periods".to_owned() };
    Some(format!("{} of {which}", others.len()))
}

fn did(met: &Met, rules: Rules) -> Did {
    let (moved, _) = change(met);
    let delta = match moved {
        Move::Undefined(..) => return Did::NoFigure,
        Move::Same => return Did::Unchanged,
        Move::Points(delta) | Move::Amount { delta, .. } => Some(delta),
        Move::Step(..) => None,
    };
    let is_directed = matches!(met.direction, Some(Direction::Increase | Direction::Decrease));
    match (favour(met, rules), delta) {
        (Way::Favourable, _) if is_directed => Did::Improved,
        (Way::Adverse, _) if is_directed => Did::GotWorse,
        (_, Some(1..)) => Did::Rose,
        (_, Some(_)) => Did::Fell,
        (_, None) => Did::Changed,
    }
}

/// What the flags of a change add, and other periods than the screen's.
fn additions(own: &[&Met], period: Option<Per>) -> (String, bool) {
    let mut parts = Vec::new();
    // Each counts once: by this year's flag, else by that of the year before.
    let told = |met: &&&Met| {
        let flags = change(met).1;
        let now = met.current().map(|one| one.flag);
        flags.iter().copied().find(|flag| Some(*flag) == now).or_else(|| flags.first().copied())
    };
    for (flag, words) in FLAGS {
        let number = own.iter().filter(|met| told(met) == Some(flag)).count();
        if number > 0 {
            parts.push(format!("{number} {words}"));
        }
    }
    let others = of_others(&periods(own), period);
    let is_mixed = others.is_some();
    parts.extend(others);
    (brackets(&parts), is_mixed)
}

fn periods(own: &[&Met]) -> Vec<Per> {
    own.iter().filter_map(|met| met.current().map(|one| one.period)).collect()
}

/// `aimed` got worse and have a target.
fn movement(others: &[&Met], aimed: &[&Met], is_alone: bool, period: Option<Per>, rules: Rules) -> String {
    let total = others.len();
    let is_counted = |met: &Met| {
        let is_here = met.current().is_none_or(|one| Some(one.period) == period);
        is_here || did(met, rules) == Did::GotWorse
    };
    let (counted, apart): (Vec<&Met>, Vec<&Met>) = others.iter().copied().partition(|met| is_counted(met));
    let mut parts: Vec<String> = Vec::new();
    for told in TOLD {
        let mut own: Vec<&Met> = counted.iter().copied().filter(|met| did(met, rules) == told).collect();
        if told == Did::GotWorse {
            own.extend(aimed);
        }
        if own.is_empty() {
            continue;
        }
        let (number, (behind, is_mixed)) = (own.len(), additions(&own, period));
        let period = period.filter(|_| !is_mixed);
        let text = if !parts.is_empty() {
            format!("{number} {}", told.verb())
        } else if is_alone && number == total {
            all_metrics(told, total, period)
        } else if is_alone {
            let when = period.map_or_else(String::new, |period| format!(" in {}", period.label()));
            format!("{number} of {total} metrics {}{when}", told.verb())
        } else if told == Did::GotWorse && number == 1 {
            format!("{} got worse", own[0].name)
        } else {
            let metrics = if number == 1 { "metric" } else { "metrics" };
            let other = if aimed.is_empty() { "other " } else { "" };
            format!("{number} {other}{metrics} {}", told.verb())
        };
        parts.push(text + &behind);
    }
    parts.extend(of_others(&periods(&apart), period).map(|text| format!("{text} not counted")));
    parts.join(", ")
}

fn all_metrics(told: Did, total: usize, period: Option<Per>) -> String {
    let when = period.map_or_else(String::new, |period| format!(" in {}", period.label()));
    match (told, total) {
        (Did::NoFigure, 1) => "The one metric has no change figure".to_owned(),
        (Did::NoFigure, 2) => "Both metrics have no change figure".to_owned(),
        (Did::NoFigure, _) => format!("All {total} metrics have no change figure"),
        (Did::Unchanged, 1) => format!("The one metric did not change{when}"),
        (Did::Unchanged, 2) => format!("Neither metric changed{when}"),
        (Did::Unchanged, _) => format!("None of the {total} metrics changed{when}"),
        (_, 1) => format!("The one metric {}{when}", told.verb()),
        (_, 2) => format!("Both metrics {}{when}", told.verb()),
        _ => format!("All {total} metrics {}{when}", told.verb()),
    }
}
