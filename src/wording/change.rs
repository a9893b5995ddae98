//! The words of a change: `+2 (+67%)`, `+0.8 pp`, `no change`, `n/a (no 2022)`.
//!
//! A change is told in the terms its measure allows: points for percentages, never per cent of a per
//! cent. Figures are rounded here and nowhere before. Never draws an arrow and never judges.

use super::value::{flag_marks, with_flags};
use crate::figures::{ChangeKind, Growth, MetricChange, Relative, Since, Why};
use crate::programme::{Flag, Metric};
use crate::text;
use crate::text::number::{fewest_decimals, format_decimal, format_signed, round};
use compact_str::CompactString;
use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;

/// The change in full: `+2 (+67%)`, `+15 pp`, `+5 (from 0)`, `+20.0 (n/m)`, `+19 (x20)`, `2 -> 3`,
/// `n/a (not reported)`; marks of flags behind it, `+4 (+40%) e,p`. `decimals` are the metric's.
pub fn long(change: &MetricChange, decimals: u32) -> String {
    marked(plain(change, decimals), &change.flags)
}

/// The change in full without its flags, where words say them: `+2 (+67%)`, `+15 pp`, `n/a (no 2022)`.
pub fn plain(change: &MetricChange, decimals: u32) -> String {
    let decimals = decimals.max(change.decimals);
    match &change.kind {
        ChangeKind::Undefined(why) => format!("n/a ({})", reasons(why)[0]),
        ChangeKind::Amount { delta, relative, index } => {
            let amount = amount(*delta, *index, decimals);
            relation(relative).map_or_else(|| amount.clone(), |relation| format!("{amount} ({relation})"))
        }
        ChangeKind::Same | ChangeKind::Points(_) | ChangeKind::Step(..) => brief(&change.kind, decimals),
    }
}

/// The change in full with its flags in words, for sentences: `+2 (+67%), provisional`. Flags that stand with
/// the value already (`said`) are not said again.
pub fn in_words(change: &MetricChange, decimals: u32, said: &[Flag]) -> String {
    with_flags(plain(change, decimals), change.flags.iter().filter(|flag| !said.contains(flag)))
}

/// How much it went up or down, for a sentence that says which way: `2`, `15 pp`.
pub fn extent(change: &MetricChange, decimals: u32) -> String {
    brief(&change.kind, decimals.max(change.decimals)).trim_start_matches(['+', '-']).to_owned()
}

/// The change as the clause of a headline: `up 2`, `down 0.8 percentage points`, `no change`, `from partly ready
/// to ready`; none where it is not defined.
pub fn clause(change: &MetricChange, decimals: u32) -> Option<String> {
    let decimals = decimals.max(change.decimals);
    let (delta, unit) = match &change.kind {
        ChangeKind::Undefined(_) => return None,
        ChangeKind::Same => return Some("no change".to_owned()),
        ChangeKind::Step(from, to) => return Some(format!("from {from} to {to}")),
        ChangeKind::Points(delta) => (*delta, " percentage point"),
        ChangeKind::Amount { delta, index: true, .. } => (*delta, " point"),
        ChangeKind::Amount { delta, index: false, .. } => (*delta, ""),
    };
    let way = if delta.is_sign_negative() { "down" } else { "up" };
    let size = format_decimal(delta.abs(), telling_decimals(delta, decimals));
    let several = if unit.is_empty() || size == "1" { "" } else { "s" };
    Some(format!("{way} {size}{unit}{several}"))
}

/// The change without its bracket, for narrow columns: `+2`, `+15 pp`, `no change`, `n/a`; marks of
/// flags stay.
pub fn short(change: &MetricChange, decimals: u32) -> String {
    marked(brief(&change.kind, decimals.max(change.decimals)), &change.flags)
}

/// What changes are counted from, in words that follow them: `since 2019`, `since the baseline`; nothing for
/// the period before, which is what everybody expects.
pub fn since(since: Since, metric: &Metric, first: Option<usize>) -> Option<String> {
    let label = first.and_then(|index| metric.values.get(index)).map(|value| value.period.label.as_str());
    match since {
        Since::YearBefore => None,
        Since::First => Some(format!("since {}", label.unwrap_or("the first period"))),
        Since::Baseline => Some("since the baseline".to_owned()),
    }
}

/// What changes are counted from, for the head of the screen; `brief` for narrow windows.
pub const fn counted_from(since: Since, brief: bool) -> &'static str {
    match (since, brief) {
        (Since::YearBefore, false) => "changes from the period before",
        (Since::First, false) => "changes from the first period",
        (Since::Baseline, false) => "changes from the baseline",
        (Since::YearBefore, true) => "from before",
        (Since::First, true) => "from first",
        (Since::Baseline, true) => "from base",
    }
}

/// The change as a sentence without a full stop, for the plain report: `Up 2, 67 per cent`,
/// `Up 0.8 percentage points`, `No change`, `Down 3, 25 per cent`.
pub fn spoken(change: &MetricChange, decimals: u32) -> String {
    let mut words = clause(change, decimals).unwrap_or_default();
    match &change.kind {
        ChangeKind::Undefined(why) => words = format!("no change to report: {}", reasons(why)[1]),
        ChangeKind::Amount { relative, .. } => words = format!("{words}, {}", spoken_relation(relative)),
        ChangeKind::Same | ChangeKind::Points(_) | ChangeKind::Step(..) => {}
    }
    with_flags(text::capital(&words), &change.flags)
}

/// A percentage of change with its sign: no decimal from 10 per cent up, else one: `+67%`, `-4.3%`; more where it
/// would read as 0 or 100 and is not.
pub fn percent(percent: Decimal) -> String {
    format!("{}%", format_signed(percent, percent_decimals(percent)))
}

/// Compound annual growth in per cent a year, between which periods, and the words of its flags:
/// `+4.8%/yr from 2020 to 2023, provisional`. It compares the two ends alone.
pub fn growth(growth: &Growth, from: &str, to: &str) -> String {
    let Some(rate) = Decimal::from_f64(growth.rate) else { return "n/a".to_owned() };
    let words = format!("{}%/yr from {from} to {to}", format_signed(rate, telling_decimals(rate, 1)));
    with_flags(words, &growth.flags)
}

/// Decimals at which a number that is not zero does not look like zero: `decimals`, or as many more
/// as that takes.
pub(super) fn telling_decimals(value: Decimal, decimals: u32) -> u32 {
    fewest_decimals(decimals, |places| value.is_zero() || !round(value, places).is_zero())
}

fn brief(kind: &ChangeKind, decimals: u32) -> String {
    match kind {
        ChangeKind::Undefined(_) => "n/a".to_owned(),
        ChangeKind::Same => "no change".to_owned(),
        ChangeKind::Points(delta) => format!("{} pp", signed(*delta, decimals)),
        ChangeKind::Amount { delta, index, .. } => amount(*delta, *index, decimals),
        ChangeKind::Step(from, to) => format!("{from} -> {to}"),
    }
}

fn amount(delta: Decimal, index: bool, decimals: u32) -> String {
    let delta = signed(delta, decimals);
    match (index, delta.as_str()) {
        (false, _) => delta,
        (true, "+1" | "-1") => format!("{delta} pt"),
        (true, _) => format!("{delta} pts"),
    }
}

fn signed(delta: Decimal, decimals: u32) -> String {
    format_signed(delta, telling_decimals(delta, decimals))
}

/// What stands in the bracket of a change.
fn relation(relative: &Relative) -> Option<String> {
    match relative {
        Relative::Percent(share) => {
            Some(factor(*share).map_or_else(|| percent(*share), |factor| format!("x{factor}")))
        }
        Relative::FromZero => Some("from 0".to_owned()),
        Relative::NotMeaningful => Some("n/m".to_owned()),
        Relative::OfTheYear => None,
    }
}

fn spoken_relation(relative: &Relative) -> String {
    match relative {
        Relative::Percent(share) => match factor(*share) {
            Some(factor) => format!("{factor} times as much"),
            None => format!("{} per cent", format_decimal(share.abs(), percent_decimals(*share))),
        },
        Relative::FromZero => "from zero".to_owned(),
        Relative::NotMeaningful => "a percentage has no meaning here".to_owned(),
        Relative::OfTheYear => "all of it in this period".to_owned(),
    }
}

/// From 1000 per cent up a factor is easier to read: `20` for 1900 per cent.
fn factor(percent: Decimal) -> Option<String> {
    let is_large = round(percent, 0) >= Decimal::ONE_THOUSAND;
    let factor = percent.checked_div(Decimal::ONE_HUNDRED)?.checked_add(Decimal::ONE)?;
    is_large.then(|| format_decimal(factor, 0))
}

fn percent_decimals(percent: Decimal) -> u32 {
    let least = if round(percent, 1).abs() >= Decimal::TEN { 0 } else { telling_decimals(percent, 1) };
    // Only what doubled is +100%, and only what is gone is -100%.
    let beside = |percent: Decimal| percent.abs().cmp(&Decimal::ONE_HUNDRED);
    fewest_decimals(least, |places| beside(round(percent, places)) == beside(percent))
}

fn marked(words: String, flags: &[Flag]) -> String {
    let marks = flag_marks(flags);
    if marks.is_empty() { words } else { format!("{words} {marks}") }
}

/// Why a change is not defined: in the few words of a bracket, and in a sentence.
fn reasons(why: &Why) -> [String; 2] {
    // Of an earlier period, which is named, or of the period itself.
    let gap = |earlier: Option<&CompactString>, brief: &str, spoken: &str| {
        let [of, behind] =
            earlier.map_or_else(Default::default, |label| [format!("{label} "), format!(" for {label}")]);
        [format!("{of}{brief}"), format!("the value{behind} {spoken}")]
    };
    match why {
        Why::NoValues => ["no values", "there are no values"].map(String::from),
        Why::NoBaseline => ["no baseline", "there is no baseline"].map(String::from),
        Why::FirstValue => ["first value", "this is the first value"].map(String::from),
        Why::ForecastOnly => ["forecast only", "there are only forecasts"].map(String::from),
        Why::NoStep => ["no year before", "a range of years has no year before"].map(String::from),
        Why::KindNotReadable(key) => {
            [format!("{key} not readable"), format!("its `{key}` in the file cannot be read")]
        }
        Why::NotComparable => ["not comparable", "the values cannot be compared"].map(String::from),
        Why::NoPeriod(label) => [format!("no {label}"), format!("there is no value for {label}")],
        Why::NotReported(earlier) => gap(earlier.as_ref(), "not reported", "was not reported"),
        Why::NotReadable(earlier) => gap(earlier.as_ref(), "not readable", "in the file cannot be read"),
        Why::Suppressed(earlier) => gap(earlier.as_ref(), "suppressed", "is suppressed"),
        Why::EarlierForecast(label) => gap(Some(label), "is a forecast", "is a forecast"),
        Why::Partial(label) => [format!("{label} to date"), format!("{label} is to date only")],
        Why::Break(label) => [format!("series break {label}"), format!("the series breaks at {label}")],
    }
}
