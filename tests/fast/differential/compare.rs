//! One metric of the program beside the model's.

use super::judging::{Word, is_reason_open, standing};
use super::model::{Move, Of, Rules, Way, change, favour};
use super::written::{Met, Val, digits, today};
use coopdash::document::read_on;
use coopdash::figures::{ChangeKind, MetricChange, MetricStanding, Relative, derive};
use coopdash::programme::{Flag, Programme};
use coopdash::wording::standing::word;
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// What came up so far, by name.
pub(crate) type Seen = BTreeSet<String>;

/// The differences of one metric, in words.
pub(crate) fn differences(met: &Met, rules: Rules, seen: &mut Seen) -> Vec<String> {
    let text = format!("programme: {{ title: Test }}\nmetrics:\n{}", met.yaml());
    let reading = read_on(&text, today());
    let figures = derive(&reading.programme, today());
    let Some(one) = figures.metrics.first() else { return vec!["the metric was not read".to_owned()] };
    let mut found = Vec::new();
    let mut compare = |what: &str, expected: String, actual: String| {
        if expected != actual {
            found.push(format!("{what}: expected {expected}, actual {actual}"));
        }
    };
    let label = |index: Option<usize>| period_label(&reading.programme, index);
    let own = |one: Option<super::written::Obs>| one.map(|one| one.period.label());
    compare("this year", format!("{:?}", own(met.current())), format!("{:?}", label(one.current)));
    compare("previous", format!("{:?}", own(met.previous())), format!("{:?}", label(one.previous)));
    let (moved, flags) = change(met);
    seen.insert(format!("change {}", kind_name(&moved)));
    compare("change", change_text(&moved, &flags), actual_change(&one.change, &moved));
    let way = favour(met, rules);
    seen.insert(format!("favour {way:?}"));
    let way = if way == Way::Neither { Way::NotJudged } else { way };
    compare("favour", format!("{way:?}"), format!("{:?}", one.favour));
    let (expected, why) = standing(met, rules);
    seen.insert(format!("standing {}", expected.text()));
    if let Some(why) = why {
        seen.insert(format!("reason {why:?}"));
    }
    if is_reason_open(met) {
        compare("standing", expected.text().to_owned(), word(one.standing).to_owned());
    } else {
        compare("standing", standing_text(expected, why), actual_standing(one.standing));
    }
    found
}

fn period_label(programme: &Programme, index: Option<usize>) -> Option<String> {
    programme.metrics.first()?.values.get(index?).map(|one| one.period.label.to_string())
}

fn standing_text<W: std::fmt::Debug>(word: Word, why: Option<W>) -> String {
    why.map_or_else(|| word.text().to_owned(), |why| format!("{} ({why:?})", word.text()))
}

fn actual_standing(standing: MetricStanding) -> String {
    match format!("{standing:?}").strip_prefix("NotJudged(") {
        Some(why) => format!("{} ({}", word(standing), why),
        None => word(standing).to_owned(),
    }
}

/// The name of a change's kind.
pub(crate) fn kind_name(moved: &Move) -> String {
    match moved {
        Move::Undefined("Partial", Some(_)) => "Undefined EarlierPartial".to_owned(),
        Move::Undefined(why, _) => format!("Undefined {why}"),
        Move::Same => "Same".to_owned(),
        Move::Points(_) => "Points".to_owned(),
        Move::Amount { of: Of::Earlier(_), index, .. } => format!("Amount Percent {index}"),
        Move::Amount { of, index, .. } => format!("Amount {of:?} {index}"),
        Move::Step(..) => "Step".to_owned(),
    }
}

fn val_text(value: Val) -> String {
    match value {
        Val::Num(_) => "a number".to_owned(),
        Val::Word(word) => word.to_owned(),
        Val::Null | Val::Bad => "nothing".to_owned(),
    }
}

/// A side of a step; how many decimals a number is shown with is not asked.
fn step_text(side: &str) -> String {
    if side.parse::<Decimal>().is_ok() { "a number".to_owned() } else { side.to_owned() }
}

fn change_text(moved: &Move, flags: &[Flag]) -> String {
    let text = match moved {
        Move::Undefined(why, None) => format!("undefined: {why}"),
        Move::Undefined(why, Some(period)) => format!("undefined: {why} {}", period.label()),
        Move::Same => "same".to_owned(),
        Move::Points(delta) => format!("{} points", digits(*delta)),
        Move::Amount { delta, of, index } => {
            let of = match of {
                Of::Earlier(_) => "right percent".to_owned(),
                Of::FromZero | Of::NotMeaningful | Of::Year => format!("{of:?}"),
            };
            format!("{} ({of}, index {index})", digits(*delta))
        }
        Move::Step(before, now) => format!("from {} to {}", val_text(*before), val_text(*now)),
    };
    format!("{text} {flags:?}")
}

fn actual_change(change: &MetricChange, expected: &Move) -> String {
    let text = match &change.kind {
        ChangeKind::Undefined(why) => {
            let why = format!("{why:?}").replace("(None)", "");
            let why = why.split_once("(Some").map_or(why.clone(), |(gap, of)| format!("Earlier{gap}{of}"));
            format!("undefined: {}", why_text(&why, expected))
        }
        ChangeKind::Same => "same".to_owned(),
        ChangeKind::Points(delta) => format!("{} points", delta.normalize()),
        ChangeKind::Amount { delta, relative, index } => {
            let of = match relative {
                Relative::Percent(percent) => percent_text(*percent, expected),
                Relative::FromZero => "FromZero".to_owned(),
                Relative::NotMeaningful => "NotMeaningful".to_owned(),
                Relative::OfTheYear => "Year".to_owned(),
            };
            format!("{} ({of}, index {index})", delta.normalize())
        }
        ChangeKind::Step(before, now) => format!("from {} to {}", step_text(before), step_text(now)),
    };
    format!("{text} {:?}", change.flags)
}

/// A reason, with its period only where the model names one.
fn why_text(debug: &str, expected: &Move) -> String {
    let (name, period) = debug.split_once('(').unwrap_or((debug, ""));
    let period = period.trim_end_matches(')').trim_matches('"');
    match expected {
        Move::Undefined(_, None) => name.to_owned(),
        Move::Undefined(_, Some(_)) | Move::Same | Move::Points(_) | Move::Amount { .. } | Move::Step(..) => {
            format!("{name} {period}").trim_end().to_owned()
        }
    }
}

/// Whether a per cent is the exact fraction, but for the last of its digits.
fn percent_text(percent: Decimal, expected: &Move) -> String {
    let Move::Amount { delta, of: Of::Earlier(earlier), .. } = expected else {
        return format!("{percent} per cent");
    };
    let back = percent * Decimal::from(*earlier);
    let exact = Decimal::from(*delta * 100);
    let close = Decimal::new(1, 12);
    if (back - exact).abs() < close { "right percent".to_owned() } else { format!("{percent} per cent") }
}
