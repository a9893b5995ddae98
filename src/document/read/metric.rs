//! Metrics: an item of `metrics`, what kind of number it holds, and its values.

use super::item::{Item, question};
use super::number::PercentSign;
use super::observations::{SeriesForm, observations};
use super::periods::PeriodLabel;
use super::reader::Reader;
use super::rows::Readable;
use super::shown::shown;
use super::targets::{self, Point};
use super::values::Raw;
use crate::document::finding::{Code, Finding};
use crate::programme::period::Period;
use crate::programme::unit::{is_of_change, is_other_share, per_cent};
use crate::programme::words::Choice;
use crate::programme::{Direction, Measure, Metric, Placed, Thresholds};
use crate::text::number::{self, Parsed};
use crate::yaml::tree::Node;
use rust_decimal::Decimal;

impl Readable for Metric {
    fn read(item: &Item<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        read(item, reader)
    }

    fn own(&mut self, key: &str, item: &Item<'_>, reader: &mut Reader<'_>) {
        match key {
            "direction" => self.direction = item.made(key, direction(item, reader)),
            "baseline" => self.baseline = item.made(key, self.baseline.take()),
            "thresholds" => self.thresholds = item.made(key, thresholds(item, reader)),
            "axis_max" => self.axis_max = item.made(key, axis_max(item, reader)),
            _ => {}
        }
    }
}

/// Reads what the values, the targets and the kind of number say of each other, then the rest.
fn read(item: &Item<'_>, reader: &mut Reader<'_>) -> Option<Metric> {
    let raw = raw_values(item, reader);
    let unit = item.text("unit", reader);
    let (measure, unit) = measure(item, unit, &raw, reader);
    let in_per_cent =
        if seems_a_change(unit.as_deref(), &raw) { Measure::GrowthRate } else { Measure::Percentage };
    let sign =
        if is_per_cent(measure) { PercentSign::Understood } else { PercentSign::AgainstMeasure(in_per_cent) };
    let baseline = Point::read(item, "baseline", sign, reader);
    let points = targets::points(item, &raw, sign, reader);
    let Dated { values, baseline_period, periods } = dated(item, raw, baseline.as_ref(), &points, reader);
    let (targets, is_target_disputed) =
        targets::targets(item, points.into_iter().zip(periods).collect(), reader);
    let mut metric = Metric {
        is_measure_given: item.slot("measure").is_some(),
        measure,
        unit,
        baseline: baseline.and_then(|point| point.baseline(baseline_period)),
        target: targets.last().cloned(),
        is_target_disputed,
        targets: if targets.len() > 1 { targets } else { Vec::new() },
        values: observations(values, SeriesForm::of(measure, sign), reader),
        ..Metric::default()
    };
    item.fill(&mut metric, reader).map(|()| metric)
}

fn raw_values<'t>(item: &Item<'t>, reader: &mut Reader<'_>) -> Vec<Raw<'t>> {
    if let Some(slot) = item.slot("values") {
        let raw = reader.raw_values(slot);
        item.made("values", super::values::is_whole(slot, &raw).then_some(()));
        return raw;
    }
    item.missing_part("values", reader);
    Vec::new()
}

/// Whether changes are percentage points.
const fn is_per_cent(measure: Measure) -> bool {
    matches!(measure, Measure::Percentage | Measure::GrowthRate)
}

/// The measure that a word is which is known as a unit: per cent, in many languages.
fn of_unit(word: &str) -> Option<Measure> {
    per_cent(word).filter(|share| share.is_bare() && !share.is_points).map(|_| Measure::Percentage)
}

/// What kind of number the metric holds: as given, else from the unit, else from percent signs at all
/// values, else a count. A unit in per cent is never a count.
fn measure(
    item: &Item<'_>,
    unit: Option<String>,
    raw: &[Raw<'_>],
    reader: &mut Reader<'_>,
) -> (Measure, Option<String>) {
    let given = item.read("measure", |slot| reader.word_or(slot, of_unit));
    let says_per_cent = unit.as_deref().is_some_and(|unit| per_cent(unit).is_some());
    match given {
        Some(given) if says_per_cent && !is_per_cent(given.value) && !given.value.is_words() => {
            let finding = unit_against(&given, "a unit in per cent", item, reader);
            let finding = finding.label("read as a percentage");
            let help = if seems_a_change(unit.as_deref(), raw) {
                "Write `measure: growth_rate` if it is itself a change, as it seems; else `measure: percentage`, or another unit."
            } else {
                "Write `measure: percentage`, or `measure: growth_rate` if it is itself a change, or another unit."
            };
            reader.report(finding.help(help));
            (Measure::Percentage, unit)
        }
        Some(given) if is_per_cent(given.value) && unit.as_deref().is_some_and(is_other_share) => {
            let finding = unit_against(&given, "a unit that is not per cent", item, reader);
            let finding = finding.label("read as a ratio");
            reader.report(finding.help("Write `measure: ratio`, or the values and the unit in per cent."));
            (Measure::Ratio, unit)
        }
        Some(given) => (given.value, unit),
        None if says_per_cent => {
            if let Some(slot) = item.slot("unit").filter(|_| item.slot("measure").is_none()) {
                let place = reader.spot(slot.value);
                let message = "A metric in per cent is read as a percentage";
                let finding = Finding::new(Code::MeasureFromUnit, place, message);
                let help = if seems_a_change(unit.as_deref(), raw) {
                    "Add `measure: growth_rate` if it is itself a change, as it seems; else `measure: percentage`."
                } else {
                    "Add `measure: percentage`, or `measure: growth_rate` if it is itself a change."
                };
                reader.report(finding.label("changes are percentage points").help(help));
            }
            (Measure::Percentage, unit)
        }
        None if all_have_percent_signs(raw) => (Measure::Percentage, unit.or_else(|| Some("%".to_owned()))),
        None => (unit.as_deref().map_or(Measure::Count, from_unit), unit),
    }
}

/// The finding about a measure and a unit that contradict each other.
fn unit_against(given: &Placed<Measure>, unit: &str, item: &Item<'_>, reader: &Reader<'_>) -> Finding {
    let message = format!("`measure: {}` and {unit} do not go together", given.value.word());
    let finding = Finding::new(Code::UnitAgainstMeasure, given.place, message);
    match item.slot("unit") {
        Some(slot) => finding.also(reader.spot(slot.value), "the unit"),
        None => finding,
    }
}

/// Whether values in per cent are likely changes: the unit says so, or one is below nothing, as no share can be. That
/// of a difference of shares (percentage points) says nothing.
fn seems_a_change(unit: Option<&str>, raw: &[Raw<'_>]) -> bool {
    let is_below = |raw: &Raw<'_>| {
        let signed = raw.value.and_then(Node::text).filter(|text| text.trim_start().starts_with('-'));
        let parsed = signed.and_then(|text| number::parse(text).ok());
        matches!(parsed, Some(Parsed::Plain(value) | Parsed::PerCent(value)) if value < Decimal::ZERO)
    };
    let is_points = unit.and_then(per_cent).is_some_and(|share| share.is_points);
    unit.is_some_and(is_of_change) || !is_points && raw.iter().any(is_below)
}

/// What a unit that is not per cent says of the kind of number.
fn from_unit(unit: &str) -> Measure {
    const MONEY: [&str; 10] = ["eur", "usd", "gbp", "chf", "bam", "rsd", "mkd", "\u{20ac}", "$", "\u{a3}"];
    let lower = unit.to_lowercase();
    match lower.split_whitespace().next().unwrap_or("") {
        "index" => Measure::Index,
        first if MONEY.contains(&first) => Measure::Currency,
        _ => Measure::Count,
    }
}

fn all_have_percent_signs(raw: &[Raw<'_>]) -> bool {
    let mut texts = raw
        .iter()
        .filter_map(|raw| raw.value)
        .filter(|node| !node.is_null())
        .map(|node| node.text().is_some_and(|text| matches!(number::parse(text), Ok(Parsed::PerCent(_)))))
        .peekable();
    texts.peek().is_some() && texts.all(|has_sign| has_sign)
}

/// Which way is better.
fn direction(item: &Item<'_>, reader: &mut Reader<'_>) -> Option<Direction> {
    let slot = item.slot("direction")?;
    let Some((key, asked)) = slot.key.text().and_then(|key| Some((key, question(key)?))) else {
        return item.word("direction", reader).map(|direction| direction.value);
    };
    let answer = reader.true_or_false_of(slot)?.value;
    let direction =
        if (asked == Direction::Increase) == answer { Direction::Increase } else { Direction::Decrease };
    let word = direction.word();
    let message = format!("`{}: {answer}` is read as `direction: {word}`", shown(key));
    let finding = Finding::new(Code::OtherName, reader.spot(slot.key), message).label("usually `direction`");
    reader.report(finding.help(format!("Write `direction: {word}`.")));
    Some(direction)
}

/// Values with their periods, and the periods of the baseline and of the targets.
struct Dated<'t> {
    values: Vec<Raw<'t>>,
    baseline_period: Option<Period>,
    /// One for each target; none where it has none, or one that is not understood.
    periods: Vec<Option<Period>>,
}

/// Understands all periods of a metric together: each may settle what another means.
fn dated<'t>(
    item: &Item<'t>,
    raw: Vec<Raw<'t>>,
    baseline: Option<&Point<'t>>,
    points: &[Point<'t>],
    reader: &mut Reader<'_>,
) -> Dated<'t> {
    let own = |point: &Point<'t>| point.period;
    let from = baseline.and_then(own);
    // What names the period of a value beside it is understood with the value.
    let of_targets = points.iter().filter(|point| point.beside.is_none()).filter_map(own);
    let apart = from.into_iter().chain(of_targets).map(|node| PeriodLabel::of(node).0);
    let apart: Vec<PeriodLabel<'_>> = apart.collect();
    let labels: Vec<&PeriodLabel<'_>> = raw.iter().map(|raw| &raw.label).chain(&apart).collect();
    let mut all = reader.periods(&labels).into_iter();
    let values: Vec<Option<Period>> = all.by_ref().take(raw.len()).collect();
    let baseline_period = if from.is_some() { all.next().flatten() } else { None };
    let mut period = |point: &Point<'t>| match (point.period, point.beside) {
        (_, Some(at)) => values.get(at).cloned().flatten(),
        (Some(_), None) => all.next().flatten(),
        (None, None) => None,
    };
    let periods: Vec<Option<Period>> = points.iter().map(&mut period).collect();
    // A value whose period cannot be read is not shown, and is not missing either.
    item.made("values", values.iter().all(Option::is_some).then_some(()));
    Dated { values: reader.once_each(raw, values), baseline_period, periods }
}

fn thresholds(item: &Item<'_>, reader: &mut Reader<'_>) -> Option<Thresholds> {
    let slot = item.slot("thresholds")?;
    let group = item.group("thresholds", reader)?;
    let mut band = |key: &str, usual: Decimal| match group.slot(key) {
        Some(_) => group.read(key, |slot| reader.number_of(slot, PercentSign::OfOne)),
        None => Some(usual),
    };
    let bands = (band("on_track", Decimal::new(95, 2)), band("needs_acceleration", Decimal::new(60, 2)));
    let (Some(on_track), Some(needs_acceleration)) = bands else { return None };
    let (message, shares) = if on_track > Decimal::TWO {
        (format!("`on_track` ({on_track}) is a share of the expected progress, not per cent"), "shares")
    } else if on_track <= needs_acceleration || needs_acceleration.is_sign_negative() {
        let message =
            format!("`on_track` ({on_track}) must be above `needs_acceleration` ({needs_acceleration})");
        (message, "shares of the expected progress")
    } else {
        return Some(Thresholds { on_track, needs_acceleration });
    };
    let finding = Finding::new(Code::ThresholdsOutOfOrder, reader.spot(slot.value), message);
    let help = format!("Write {shares}, such as `{{ on_track: 0.95, needs_acceleration: 0.60 }}`.");
    reader.report(finding.label("nothing is judged by these").help(help));
    None
}

fn axis_max(item: &Item<'_>, reader: &mut Reader<'_>) -> Option<Decimal> {
    let max = item.number("axis_max", reader)?;
    if max > Decimal::ZERO {
        return Some(max);
    }
    let slot = item.slot("axis_max")?;
    let finding =
        Finding::new(Code::NumberOutOfRange, reader.spot(slot.value), format!("A scale cannot end at {max}"));
    let finding = finding.severity(super::reader::severity_of(slot.field)).label("passed over");
    reader.report(finding.help("Write a number above 0."));
    None
}
