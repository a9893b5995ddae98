//! The evaluation: section `evaluation`, its criteria and their scores.

use super::item::Item;
use super::observations::{SeriesForm, observations};
use super::periods::PeriodLabel;
use super::reader::Reader;
use super::rows::Readable;
use super::values::Raw;
use crate::document::finding::{Code, Finding};
use crate::programme::{Criterion, Evaluation, Observation};
use rust_decimal::Decimal;

impl Readable for Evaluation {
    fn own(&mut self, key: &str, item: &Item<'_>, reader: &mut Reader<'_>) {
        match key {
            "scale" => self.scale = item.made(key, scale(item, reader)),
            "criteria" if item.slot(key).is_none() => item.missing_part(key, reader),
            "criteria" => self.criteria = item.list(key, reader),
            _ => {}
        }
    }
}

impl Readable for Criterion {
    fn own(&mut self, key: &str, item: &Item<'_>, reader: &mut Reader<'_>) {
        if key == "scores" {
            self.scores = scores(item, reader);
        }
    }
}

/// The lowest and the highest score.
fn scale(item: &Item<'_>, reader: &mut Reader<'_>) -> Option<(Decimal, Decimal)> {
    let slot = item.slot("scale")?;
    let group = item.group("scale", reader)?;
    let (min, max) = (group.number("min", reader), group.number("max", reader));
    for key in ["min", "max"] {
        if group.slot(key).is_none() {
            group.missing_part(key, reader);
        }
    }
    let (min, max) = (min?, max?);
    if min < max {
        return Some((min, max));
    }
    let message = format!("The scale runs from {min} to {max}");
    let finding = Finding::new(Code::RangeOutOfOrder, reader.spot(slot.value), message);
    let help = format!("Write the lower end first: `{{ min: {max}, max: {min} }}`, if that is meant.");
    let help = if min == max { "Write a scale such as `{ min: 1, max: 5 }`.".to_owned() } else { help };
    reader.report(finding.label("the highest score must be above the lowest").help(help));
    None
}

fn scores(item: &Item<'_>, reader: &mut Reader<'_>) -> Vec<Observation> {
    let Some(slot) = item.slot("scores") else { return Vec::new() };
    let raw = reader.raw_values(slot);
    item.made("scores", super::values::is_whole(slot, &raw).then_some(()));
    without_targets(&raw, reader);
    let labels: Vec<&PeriodLabel<'_>> = raw.iter().map(|raw| &raw.label).collect();
    let periods = reader.periods(&labels);
    item.made("scores", periods.iter().all(Option::is_some).then_some(()));
    let form = SeriesForm::of_scores(&raw);
    observations(reader.once_each(raw, periods), form, reader)
}

/// A target beside a score is shown nowhere. The first of a criterion is told.
fn without_targets(raw: &[Raw<'_>], reader: &mut Reader<'_>) {
    let Some(node) = raw.iter().filter_map(|raw| raw.target).find(|node| !node.is_null()) else { return };
    let finding = Finding::new(Code::UnknownField, reader.spot(node), "Scores have no targets");
    let help = "Say in `improvement` what is to be reached. To have it judged, make it a metric with \
        `measure: ordinal` and this target.";
    reader.report(finding.label("not used").help(help));
}
