//! Observations: values of metrics and scores of criteria, the same way for both: numbers or words, with their
//! flags, gaps and remarks.

use super::number::{PercentSign, percent_sign};
use super::reader::Reader;
use super::shown::clean;
use super::values::Raw;
use crate::programme::{Measure, Observation, Value};
use crate::text::number::{self, NumberProblem, Parsed};
use crate::yaml::tree::Node;

/// What values of a series may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SeriesForm {
    /// Numbers alone.
    Numbers(PercentSign),
    /// Steps of a scale: numbers where they are some, else words.
    Steps,
    /// Words.
    Words,
}

impl SeriesForm {
    /// What the values of a metric may be.
    pub(super) const fn of(measure: Measure, sign: PercentSign) -> Self {
        match measure {
            Measure::Ordinal => Self::Steps,
            Measure::Nominal | Measure::Qualitative => Self::Words,
            Measure::Count
            | Measure::Percentage
            | Measure::GrowthRate
            | Measure::Currency
            | Measure::Index
            | Measure::Ratio => Self::Numbers(sign),
        }
    }

    /// What the scores of a criterion may be: words where all of them are, for one among numbers is a mistake.
    pub(super) fn of_scores(raw: &[Raw<'_>]) -> Self {
        let is_word = |node: Node<'_>| {
            let text = node.text().map(str::trim);
            text.is_some_and(|text| number::parse(text) == Err(NumberProblem::NotANumber))
        };
        let mut given = raw.iter().filter_map(|raw| raw.value).filter(|node| !node.is_null()).peekable();
        let all_words = given.peek().is_some() && given.all(is_word);
        if all_words { Self::Words } else { Self::Numbers(PercentSign::NotHere) }
    }
}

/// Values with their periods, in the order of time. A target that stands alone is no value.
pub(super) fn observations(
    values: Vec<Raw<'_>>,
    form: SeriesForm,
    reader: &mut Reader<'_>,
) -> Vec<Observation> {
    let mut hinted = false;
    let mut read: Vec<Observation> = Vec::with_capacity(values.len());
    for mut raw in values.into_iter().filter(|raw| !raw.is_target_alone) {
        let Some(period) = raw.period.take() else { continue };
        let place = raw.place(reader);
        let value = match raw.value.filter(|node| !node.is_null()) {
            _ if raw.is_unreadable => Value::Unreadable,
            None => Value::Missing,
            Some(node) => value(node, form, &mut hinted, reader).unwrap_or(Value::Unreadable),
        };
        let Raw { flag, note, lost: unreadable, .. } = raw;
        read.push(Observation::new(place, period, value, flag).with(note, unreadable));
    }
    read.sort_by(|a, b| a.period.cmp(&b.period));
    read
}

/// What one value says; `hinted` is whether a percent sign of this series has been pointed out.
fn value(node: Node<'_>, form: SeriesForm, hinted: &mut bool, reader: &mut Reader<'_>) -> Option<Value> {
    let sign = match form {
        SeriesForm::Words => return word(node, reader),
        SeriesForm::Steps => return step(node).or_else(|| word(node, reader)),
        SeriesForm::Numbers(sign) => sign,
    };
    match reader.parsed(node)? {
        Parsed::Plain(value) => Some(Value::Number(value)),
        Parsed::PerCent(value) => {
            // One hint a series is enough; every refusal is named.
            if sign != PercentSign::Understood || !*hinted {
                reader.report(percent_sign(value, reader.spot(node), sign));
            }
            *hinted = true;
            (sign == PercentSign::Understood).then_some(Value::Number(value))
        }
    }
}

/// A step of a scale that is a number.
fn step(node: Node<'_>) -> Option<Value> {
    match number::parse(node.text()?) {
        Ok(Parsed::Plain(number)) => Some(Value::Number(number)),
        Ok(Parsed::PerCent(_)) | Err(_) => None,
    }
}

fn word(node: Node<'_>, reader: &mut Reader<'_>) -> Option<Value> {
    let Some(text) = node.text() else {
        // A list or a group: the same finding as for numbers.
        reader.parsed(node);
        return None;
    };
    let text = clean(text);
    Some(if text.is_empty() { Value::Missing } else { Value::Word(text) })
}
