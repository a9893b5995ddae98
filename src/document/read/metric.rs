//! Metrics: an item of `metrics`, what kind of number it holds, and its values.

use super::Reader;
use super::characters::{clean, shown};
use super::item::{Item, Slot};
use super::number::{PercentSign, percent_sign};
use super::values::Raw;
use crate::document::finding::{Code, Finding};
use crate::document::model::{
    Baseline, Direction, Measure, Metric, Observation, Placed, Target, Thresholds, Value,
};
use crate::document::period::Period;
use crate::document::tree::{self, Node};
use crate::document::unit::per_cent;
use crate::document::words::Choice;
use crate::text::number::{self, Parsed};
use rust_decimal::Decimal;

/// More decimals than anybody reads.
const MOST_DECIMALS: u32 = 10;

/// Reads an item of `metrics`.
pub(super) fn read<'n, 't>(item: &Item<'n, 't>, reader: &mut Reader<'_>) -> Option<Metric> {
    let name = item.needed("name", reader);
    let raw = raw_values(item, reader);
    let unit = item.text("unit", reader);
    let (measure, unit) = measure(item, unit, &raw, reader);
    let sign = if is_per_cent(measure) { PercentSign::Understood } else { PercentSign::AgainstMeasure };
    let baseline = Point::read(item, "baseline", sign, reader);
    let target = Point::read(item, "target", sign, reader);

    let period = |point: &Option<Point<'n, 't>>| point.as_ref().and_then(|point| point.period);
    let (values, baseline_period, target_period) =
        with_periods(item, raw, period(&baseline), period(&target), reader);
    Some(Metric {
        place: item.mark.place(),
        id: item.id(reader),
        short: item.text("short", reader),
        measure,
        unit,
        direction: item.made("direction", direction(item, reader)),
        decimals: item.whole("decimals", MOST_DECIMALS, reader),
        definition: item.text("definition", reader),
        note: item.text("note", reader),
        source: item.text("source", reader),
        baseline: item.made("baseline", baseline.and_then(|point| point.baseline(baseline_period))),
        target: item.made("target", target.and_then(|point| point.target(target_period, reader))),
        targets: Vec::new(),
        cumulative: false,
        thresholds: item.made("thresholds", thresholds(item, reader)),
        axis_max: item.made("axis_max", axis_max(item, reader)),
        group: item.text("group", reader),
        values: observations(values, measure, sign, reader),
        notes: item.text("notes", reader),
        unreadable: item.unreadable(),
        name: name?,
    })
}

fn raw_values<'n, 't>(item: &Item<'n, 't>, reader: &mut Reader<'_>) -> Vec<Raw<'n, 't>> {
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

/// What kind of number the metric holds: as given, else from the unit, else from percent signs at all
/// values, else a count. A unit in per cent is never a count.
fn measure(
    item: &Item<'_, '_>,
    unit: Option<String>,
    raw: &[Raw<'_, '_>],
    reader: &mut Reader<'_>,
) -> (Measure, Option<String>) {
    let given = item.word::<Measure>("measure", reader);
    let says_per_cent = unit.as_deref().is_some_and(|unit| per_cent(unit).is_some());
    match given {
        Some(Placed {
            value: measure @ (Measure::Count | Measure::Currency | Measure::Ratio | Measure::Index),
            place,
        }) if says_per_cent => {
            let word = measure.word();
            let message = format!("`measure: {word}` and a unit in per cent do not go together");
            let mut finding =
                Finding::new(Code::UnitAgainstMeasure, place, message).label("read as a percentage");
            if let Some(slot) = item.slot("unit") {
                finding = finding.also(reader.spot(slot.value), "the unit");
            }
            let help = "Write `measure: percentage`, or `measure: growth_rate` if it is itself a change, or another unit.";
            reader.report(finding.help(help));
            (Measure::Percentage, unit)
        }
        Some(given) => (given.value, unit),
        None if says_per_cent => {
            if let Some(slot) = item.slot("unit").filter(|_| item.slot("measure").is_none()) {
                let place = reader.spot(slot.value);
                let message = "A metric in per cent is read as a percentage";
                let finding = Finding::new(Code::MeasureFromUnit, place, message);
                let help = "Add `measure: percentage`, or `measure: growth_rate` if it is itself a change.";
                reader.report(finding.label("changes are percentage points").help(help));
            }
            (Measure::Percentage, unit)
        }
        None if all_have_percent_signs(raw) => (Measure::Percentage, unit.or_else(|| Some("%".to_owned()))),
        None => (unit.as_deref().map_or(Measure::Count, from_unit), unit),
    }
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

fn all_have_percent_signs(raw: &[Raw<'_, '_>]) -> bool {
    let mut texts = raw
        .iter()
        .filter_map(|raw| raw.value)
        .filter(|node| !node.is_null())
        .map(|node| {
            node.text().is_some_and(|(text, _)| matches!(number::parse(text), Ok(Parsed::PerCent(_))))
        })
        .peekable();
    texts.peek().is_some() && texts.all(|has_sign| has_sign)
}

/// The direction that another standard's question asks about: `ascending: true`.
pub(super) fn question(key: &str) -> Option<Direction> {
    match key.to_lowercase().replace(['_', ' ', '-'], "").as_str() {
        "ascending" | "higherisbetter" => Some(Direction::Increase),
        "lowerisbetter" => Some(Direction::Decrease),
        _ => None,
    }
}

/// Which way is better.
fn direction(item: &Item<'_, '_>, reader: &mut Reader<'_>) -> Option<Direction> {
    let slot = item.slot("direction")?;
    let Some((key, asked)) = slot.key.text().and_then(|(key, _)| Some((key, question(key)?))) else {
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

/// `baseline` or `target`, before its period is understood.
struct Point<'n, 't> {
    slot: Slot<'n, 't>,
    period: Option<&'n Node<'t>>,
    value: Option<Decimal>,
    max: Option<Decimal>,
}

impl<'n, 't> Point<'n, 't> {
    fn read(item: &Item<'n, 't>, key: &str, sign: PercentSign, reader: &mut Reader<'_>) -> Option<Self> {
        let slot = item.slot(key)?;
        if let tree::Kind::Text(..) = slot.value.kind() {
            let value = Some(reader.number_of(slot, sign)?);
            return Some(Self { slot, period: None, value, max: None });
        }
        let group = item.group(key, reader)?;
        let number = |slot: Option<Slot<'n, 't>>, reader: &mut Reader<'_>| reader.number_of(slot?, sign);
        let value = number(group.slot("value"), reader);
        if group.slot("value").is_none() {
            let message = format!("The {key} has no `value`");
            let finding = Finding::new(Code::MissingField, reader.spot(slot.key), message);
            reader.report(
                finding
                    .label("`value` is missing, so it is not shown")
                    .help("Add `value:` and the figure, as in `{ period: 2025, value: … }`."),
            );
        }
        let max = if key == "target" { number(group.slot("max"), reader) } else { None };
        Some(Self { slot, period: group.slot("period").map(|slot| slot.value), value, max })
    }

    fn baseline(self, period: Option<Period>) -> Option<Baseline> {
        Some(Baseline { place: self.slot.value.mark.place(), period, value: self.value? })
    }

    fn target(self, period: Option<Period>, reader: &mut Reader<'_>) -> Option<Target> {
        let value = self.value?;
        let place = self.slot.value.mark.place();
        if let Some(max) = self.max.filter(|max| *max < value) {
            let message = format!("The target range ends at {max}, below its beginning {value}");
            let finding = Finding::new(Code::RangeOutOfOrder, reader.spot(self.slot.value), message);
            let help = format!("Write `value: {max}` and `max: {value}`, if that is meant.");
            reader.report(finding.label("the lower end comes first; this target is not shown").help(help));
            return None;
        }
        Some(Target { place, period, value, max: self.max })
    }
}

/// Values with their periods, and the periods of baseline and target.
type WithPeriods<'n, 't> = (Vec<(Raw<'n, 't>, Period)>, Option<Period>, Option<Period>);

/// Understands all periods of a metric together: each may settle what another means.
fn with_periods<'n, 't>(
    item: &Item<'n, 't>,
    raw: Vec<Raw<'n, 't>>,
    baseline: Option<&'n Node<'t>>,
    target: Option<&'n Node<'t>>,
    reader: &mut Reader<'_>,
) -> WithPeriods<'n, 't> {
    let labels: Vec<&Node<'_>> = raw.iter().map(Raw::label).chain(baseline).chain(target).collect();
    let mut periods = reader.periods(&labels);
    let target = target.and_then(|_| periods.pop().flatten());
    let baseline = baseline.and_then(|_| periods.pop().flatten());
    // A value whose period cannot be read is not shown, and is not missing either.
    item.made("values", periods.iter().all(Option::is_some).then_some(()));
    (reader.once_each(raw, periods), baseline, target)
}

fn observations(
    values: Vec<(Raw<'_, '_>, Period)>,
    measure: Measure,
    sign: PercentSign,
    reader: &mut Reader<'_>,
) -> Vec<Observation> {
    let mut hinted = false;
    let mut read: Vec<Observation> = Vec::with_capacity(values.len());
    for (raw, period) in values {
        let place = raw.place(reader);
        let value = match raw.value.filter(|node| !node.is_null()) {
            _ if raw.is_unreadable() => None,
            None => Some(Value::Missing),
            Some(node) if measure.is_words() => word(node, reader),
            Some(node) => match reader.parsed(node) {
                Some(Parsed::Plain(value)) => Some(Value::Number(value)),
                Some(Parsed::PerCent(value)) => {
                    // One hint a metric is enough; every refusal is named.
                    if sign != PercentSign::Understood || !hinted {
                        reader.report(percent_sign(value, place.clone(), sign));
                    }
                    hinted = true;
                    (sign == PercentSign::Understood).then_some(Value::Number(value))
                }
                None => None,
            },
        };
        let value = value.unwrap_or(Value::Unreadable);
        read.push(Observation { place, period, value, flag: raw.flag, note: raw.note });
    }
    read.sort_by(|a, b| a.period.cmp(&b.period));
    read
}

fn word(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Value> {
    let Some((text, _)) = node.text() else {
        // A list or a group: the same finding as for numbers.
        reader.parsed(node);
        return None;
    };
    let text = clean(text);
    Some(if text.is_empty() { Value::Missing } else { Value::Word(text) })
}

fn thresholds(item: &Item<'_, '_>, reader: &mut Reader<'_>) -> Option<Thresholds> {
    let slot = item.slot("thresholds")?;
    let group = item.group("thresholds", reader)?;
    let on_track = group.number("on_track", reader).unwrap_or(Decimal::new(95, 2));
    let needs_acceleration = group.number("needs_acceleration", reader).unwrap_or(Decimal::new(60, 2));
    if on_track > Decimal::TWO {
        let message = format!("`on_track` ({on_track}) is a share of the expected progress, not per cent");
        let finding = Finding::new(Code::ThresholdsOutOfOrder, reader.spot(slot.value), message);
        let help = "Write shares, such as `{ on_track: 0.95, needs_acceleration: 0.60 }`.";
        reader.report(finding.label("the usual 0.95 and 0.60 are used instead").help(help));
        return None;
    }
    if on_track <= needs_acceleration || needs_acceleration.is_sign_negative() {
        let message =
            format!("`on_track` ({on_track}) must be above `needs_acceleration` ({needs_acceleration})");
        let finding = Finding::new(Code::ThresholdsOutOfOrder, reader.spot(slot.value), message);
        let help =
            "Write shares of the expected progress, such as `{ on_track: 0.95, needs_acceleration: 0.60 }`.";
        reader.report(finding.label("the usual 0.95 and 0.60 are used instead").help(help));
        return None;
    }
    Some(Thresholds { on_track, needs_acceleration })
}

fn axis_max(item: &Item<'_, '_>, reader: &mut Reader<'_>) -> Option<Decimal> {
    let max = item.number("axis_max", reader)?;
    if max > Decimal::ZERO {
        return Some(max);
    }
    let slot = item.slot("axis_max")?;
    let finding =
        Finding::new(Code::NumberOutOfRange, reader.spot(slot.value), format!("A scale cannot end at {max}"));
    let finding = finding.severity(super::severity_of(slot.field)).label("passed over");
    reader.report(finding.help("Write a number above 0."));
    None
}
