//! Points: the baseline and the targets of a metric, wherever they stand: in `baseline` and `target`, under their
//! periods or in a list in `targets`, or beside the value of their period.
//!
//! Never decides which target judges a value.

use super::item::Item;
use super::number::PercentSign;
use super::periods::is_a_period;
use super::reader::{Reader, Slot};
use super::shown::shown;
use super::values::Raw;
use crate::document::finding::{Code, Finding, Severity};
use crate::programme::fields::Part;
use crate::programme::period::Period;
use crate::programme::{Baseline, Target};
use crate::yaml::tree::{Node, NodeKind};
use rust_decimal::Decimal;
use std::collections::HashMap;

/// A baseline or a target, before its period is understood.
pub(super) struct Point<'t> {
    /// What stands there.
    node: Node<'t>,
    /// What names its period.
    pub(super) period: Option<Node<'t>>,
    /// The value it stands beside, by its number: its period is that one's.
    pub(super) beside: Option<usize>,
    value: Option<Decimal>,
    max: Option<Decimal>,
}

impl<'t> Point<'t> {
    /// What stands in the field `key`: a number, or a group with its period.
    pub(super) fn read(
        item: &Item<'t>,
        key: &str,
        sign: PercentSign,
        reader: &mut Reader<'_>,
    ) -> Option<Self> {
        let slot = item.slot(key)?;
        if let NodeKind::Text(..) = slot.value.kind() {
            let value = Some(reader.number_of(slot, sign)?);
            return Some(Self { node: slot.value, period: None, beside: None, value, max: None });
        }
        if let Some(finding) = named_by_period(slot, key, reader) {
            reader.report(finding);
            return None;
        }
        let group = item.group(key, reader)?;
        Some(Self::of_group(&group, (slot.value, slot.key), key, sign, reader))
    }

    /// A group with a value, and perhaps a period and an upper end.
    fn of_group(
        group: &Item<'t>,
        (node, named): (Node<'t>, Node<'t>),
        key: &str,
        sign: PercentSign,
        reader: &mut Reader<'_>,
    ) -> Self {
        let number = |slot: Option<Slot<'t>>, reader: &mut Reader<'_>| reader.number_of(slot?, sign);
        let value = number(group.slot("value"), reader).filter(|_| !group.is_disputed());
        if group.slot("value").is_none() {
            let message = format!("The {key} has no `value`");
            let finding = Finding::new(Code::MissingField, reader.spot(named), message);
            reader.report(
                finding
                    .label("`value` is missing, so it is not shown")
                    .help("Add `value:` and the figure, as in `{ period: 2025, value: … }`."),
            );
        }
        let max = if key == "target" { number(group.slot("max"), reader) } else { None };
        Self { node, period: group.slot("period").map(|slot| slot.value), beside: None, value, max }
    }

    /// A target that is named by its period: a number, or a range.
    fn under(label: Node<'t>, node: Node<'t>, sign: PercentSign, reader: &mut Reader<'_>) -> Self {
        if let NodeKind::Mapping = node.kind() {
            let group = Item::open(Part::Target, node, reader);
            let point = Self::of_group(&group, (node, label), "target", sign, reader);
            return Self { period: Some(label), ..point };
        }
        Self { node, period: Some(label), beside: None, value: figure(node, sign, reader), max: None }
    }

    /// The baseline it is; none where it names a period that is not understood.
    pub(super) fn baseline(self, period: Option<Period>) -> Option<Baseline> {
        if self.period.is_some() && period.is_none() {
            return None;
        }
        Some(Baseline { place: self.node.mark().place(), period, value: self.value? })
    }

    fn target(self, period: Option<Period>, reader: &mut Reader<'_>) -> Option<Target> {
        let value = self.value?;
        let place = self.node.mark().place();
        if let Some(max) = self.max.filter(|max| *max < value) {
            let message = format!("The target range ends at {max}, below its beginning {value}");
            let finding = Finding::new(Code::RangeOutOfOrder, reader.spot(self.node), message);
            let help = format!("Write `value: {max}` and `max: {value}`, if that is meant.");
            reader.report(finding.label("the lower end comes first; this target is not shown").help(help));
            return None;
        }
        Some(Target { place, period, value, max: self.max })
    }
}

/// What to say of `target: { 2025: 400 }`: the figure stands under its period, as in `targets`.
fn named_by_period(slot: Slot<'_>, key: &str, reader: &Reader<'_>) -> Option<Finding> {
    let mut given: Vec<(String, String)> = Vec::new();
    for entry in slot.value.entries() {
        let period = entry.key.text().filter(|name| is_a_period(name))?;
        let value = entry.value.text().filter(|_| !entry.value.is_null())?;
        given.push((shown(period), shown(value)));
    }
    let help = match given.as_slice() {
        [] => return None,
        [(period, value)] => format!("Write `{key}: {{ period: {period}, value: {value} }}`."),
        several if key == "target" => {
            let all: Vec<String> =
                several.iter().map(|(period, value)| format!("{period}: {value}")).collect();
            format!("Write `targets: {{ {} }}`.", all.join(", "))
        }
        [(period, value), ..] => {
            format!("Write the one that counts: `{key}: {{ period: {period}, value: {value} }}`.")
        }
    };
    let message = format!("The {key} has no `value`");
    let finding = Finding::new(Code::MissingField, reader.spot(slot.key), message);
    Some(finding.label("`value` is missing, so it is not shown").help(help))
}

/// A number that stands by itself under a period.
fn figure(node: Node<'_>, sign: PercentSign, reader: &mut Reader<'_>) -> Option<Decimal> {
    let parsed = reader.parsed(node)?;
    reader.taken(parsed, node, sign)
}

/// All targets of a metric: the one, those by period, and those beside values.
pub(super) fn points<'t>(
    item: &Item<'t>,
    raw: &[Raw<'t>],
    sign: PercentSign,
    reader: &mut Reader<'_>,
) -> Vec<Point<'t>> {
    let by_period = by_period(item, sign, reader);
    let mut points = item.made("targets", Some(by_period)).unwrap_or_default();
    for (at, value) in raw.iter().enumerate() {
        let Some(node) = value.target.filter(|node| !node.is_null()) else { continue };
        let (period, number) = (Some(value.label.node), figure(node, sign, reader));
        points.push(Point { node, period, beside: Some(at), value: number, max: None });
    }
    let one = Point::read(item, "target", sign, reader);
    item.made("target", one.as_ref().and_then(|point| point.value));
    points.extend(item.made("target", one));
    points
}

/// What stands in `targets`.
fn by_period<'t>(item: &Item<'t>, sign: PercentSign, reader: &mut Reader<'_>) -> Vec<Point<'t>> {
    let Some(slot) = item.slot("targets") else { return Vec::new() };
    match slot.value.kind() {
        NodeKind::Mapping => {
            let entries = slot.value.entries();
            // `targets: { period: 2025, value: 8 }` is one target.
            if entries.iter().any(|given| given.key.text() == Some("value")) {
                let group = Item::open(Part::Target, slot.value, reader);
                return vec![Point::of_group(&group, (slot.value, slot.key), "target", sign, reader)];
            }
            let given = entries.iter().filter(|given| !given.value.is_null());
            given.map(|given| Point::under(given.key, given.value, sign, reader)).collect()
        }
        NodeKind::List => {
            let points: Vec<Point<'_>> =
                slot.value.items().filter_map(|node| listed(node, sign, reader)).collect();
            // A target that stands in the file and cannot be read is not one that was never set.
            item.made("targets", (points.len() == slot.value.count()).then_some(()));
            points
        }
        NodeKind::Text(..) | NodeKind::Lost => {
            item.lose("targets");
            let message = "Targets need their periods";
            let finding = Finding::new(Code::WrongForm, reader.spot(slot.value), message);
            let help = "Write `targets: { 2024: 6, 2025: 8 }`, or one target alone as `target: 8`.";
            reader.report(finding.severity(Severity::Error).label("for which period is this?").help(help));
            Vec::new()
        }
    }
}

/// A target in a list: with its period, or named by it.
fn listed<'t>(node: Node<'t>, sign: PercentSign, reader: &mut Reader<'_>) -> Option<Point<'t>> {
    let entries = node.entries();
    if let [one] = entries.as_slice()
        && one.key.text().is_some_and(is_a_period)
    {
        return Some(Point::under(one.key, one.value, sign, reader));
    }
    if entries.is_empty() {
        let finding = Finding::new(Code::WrongForm, reader.spot(node), "A target in a list needs its period");
        let help = "Write `- { period: 2025, value: 8 }`, or all targets as `{ 2024: 6, 2025: 8 }`.";
        reader.report(finding.severity(Severity::Error).label("for which period is this?").help(help));
        return None;
    }
    let group = Item::open(Part::Target, node, reader);
    Some(Point::of_group(&group, (node, node), "target", sign, reader))
}

/// The targets in the order of their periods. Of two that differ for one period neither can be relied on, and nor
/// can one without a period among others. With them, whether two differ.
pub(super) fn targets<'t>(
    item: &Item<'t>,
    points: Vec<(Point<'t>, Option<Period>)>,
    reader: &mut Reader<'_>,
) -> (Vec<Target>, bool) {
    let mut is_disputed = false;
    let several = points.len() > 1;
    let key = if several { "targets" } else { "target" };
    let mut firsts: HashMap<Period, usize> = HashMap::new();
    let mut targets: Vec<Target> = Vec::new();
    for (point, period) in points {
        let (is_named, node) = (point.period.is_some(), point.node);
        let target = if is_named && period.is_none() { None } else { point.target(period, reader) };
        let Some(target) = target else {
            item.lose(key);
            continue;
        };
        let Some(period) = target.period.clone().filter(|_| several) else {
            if several {
                without_period(&target, node, reader);
                item.lose(key);
            } else {
                targets.push(target);
            }
            continue;
        };
        match firsts.get(&period).and_then(|at| targets.get(*at)) {
            Some(known) if (known.value, known.max) == (target.value, target.max) => {}
            Some(known) => {
                twice(known, &target, node, reader);
                is_disputed = true;
                item.lose(key);
            }
            None => {
                firsts.insert(period, targets.len());
                targets.push(target);
            }
        }
    }
    targets.sort_by(|a, b| a.period.cmp(&b.period));
    (targets, is_disputed)
}

/// One of several targets that does not say for which period it is.
fn without_period(target: &Target, node: Node<'_>, reader: &mut Reader<'_>) {
    let message = "Among several targets each needs its period";
    let finding = Finding::new(Code::MissingField, reader.spot(node), message);
    let max = target.max.map(|max| format!(", max: {max}")).unwrap_or_default();
    let help =
        format!("Write `{{ period: …, value: {}{max} }}` with its period, or delete it.", target.value);
    reader.report(finding.label("`period` is missing, so it is not shown").help(help));
}

/// Two targets for one period.
fn twice(known: &Target, target: &Target, node: Node<'_>, reader: &mut Reader<'_>) {
    let label = target.period.as_ref().map_or("", |period| period.label.as_str());
    let message = format!("The target for {label} is given twice: {} and {}", known.value, target.value);
    let finding = Finding::new(Code::DuplicatePeriod, reader.spot(node), message).label("given again here");
    let first = reader.source.in_one_line(&known.place);
    let finding = finding.also(first, "first given here");
    reader.report(finding.help("Delete the wrong one. Until then nothing is judged."));
}
