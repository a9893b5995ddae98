//! Three ways: what a field holds in a programme and in the other one, and what a change wants it to hold.
//!
//! Plain data to be shown side by side, and the comparison that says whether somebody else was faster.
//! Never looks at a text.

use super::address::ItemAddress;
use super::change::{Change, NewStanding, NewValue};
use super::typed::{set, typed};
use crate::document::read::cleaned;
use crate::programme::fields::Fields;
use crate::programme::period::{Period, PeriodError, divided};
use crate::programme::words::Choice;
use crate::programme::{
    Flag, Initiative, Measure, Metric, Observation, Programme, Recommendation, Section, Standing, Value,
};
use crate::text::number::{Parsed, parse};

impl Change {
    /// What the field holds in a programme, as plain data: a status word, an owner, a day, a value with
    /// its status. `None` where nothing is there, and for what is only ever added.
    pub fn theirs(&self, programme: &Programme) -> Option<String> {
        match self {
            Self::Standing { item, .. } => standing_said(standing(programme, item)?),
            Self::Field { item, key, .. } => field_of(programme, item, key),
            Self::Value { item, period, .. } => observed(programme, item, period).map(value_said),
            Self::AsOf { .. } => Some(programme.about.as_of.as_ref()?.value.to_string()),
            Self::Update { .. } | Self::Initiative { .. } => None,
        }
    }

    /// What the change wants the field to hold, as plain data. `None` where it takes the field out.
    pub fn mine(&self) -> Option<String> {
        match self {
            Self::Standing { to, .. } => match to {
                NewStanding::Status(status) => Some(status.word().to_owned()),
                NewStanding::Done(done) => Some(done.to_string()),
                NewStanding::NotGiven => None,
            },
            Self::Field { to, .. } => to.as_deref().and_then(typed).map(str::to_owned),
            Self::Update { update, .. } => Some(update.note.clone()),
            Self::Value { period, to, .. } => to
                .as_ref()
                .map(|to| with_flag(typed(&to.number).unwrap_or("null").to_owned(), flag_of(period, to))),
            Self::AsOf { to } => Some(to.to_string()),
            Self::Initiative { title } => Some(title.clone()),
        }
    }

    /// Whether a programme still says what the change made it say; what was only added is not looked for.
    pub fn stands_in(&self, programme: &Programme) -> bool {
        matches!(self, Self::Update { .. } | Self::Initiative { .. }) || self.is_made_in(programme)
    }

    /// Whether the field holds the same in two programmes.
    pub(super) fn is_same_in(&self, old: &Programme, moved: &Self, new: &Programme) -> bool {
        match (self, moved) {
            (Self::Standing { item, .. }, Self::Standing { item: found, .. }) => {
                standing(old, item) == standing(new, found)
            }
            (Self::Field { item, key, .. }, Self::Field { item: found, .. }) => {
                field_of(old, item, key) == field_of(new, found, key)
            }
            (Self::Value { item, period, .. }, Self::Value { item: found, .. }) => {
                let core = |one: &Observation| (one.value.clone(), one.flag);
                observed(old, item, period).map(core) == observed(new, found, period).map(core)
            }
            (Self::AsOf { .. }, Self::AsOf { .. }) => old.about.as_of == new.about.as_of,
            _ => true,
        }
    }

    /// Whether a programme says already what the change wants.
    pub(super) fn is_made_in(&self, programme: &Programme) -> bool {
        match self {
            Self::Standing { item, to } => {
                standing(programme, item).and_then(NewStanding::as_now) == Some(*to)
            }
            Self::Field { item, key, to } => {
                field_of(programme, item, key) == wanted_field(key, item.section, to.as_deref())
            }
            Self::Value { item, period, to } => {
                let now = observed(programme, item, period).map(|one| (one.value.clone(), one.flag));
                let measure = metric(programme, item).map_or(Measure::Count, |metric| metric.measure);
                let wanted = |to: &NewValue| Some((wanted_value(to, measure)?, flag_of(period, to)));
                now == to.as_ref().and_then(wanted)
            }
            Self::AsOf { to } => programme.about.as_of.as_ref().is_some_and(|day| day.value == *to),
            Self::Update { .. } | Self::Initiative { .. } => false,
        }
    }
}

/// What the mark behind a period that was typed says: `2024 (p)`.
pub(super) fn mark_of(period: &str) -> Option<Flag> {
    divided(period).1.and_then(|mark| mark.flag)
}

/// What kind of value is wanted: as it was typed, or as the mark behind the period says.
pub(super) fn flag_of(period: &str, to: &NewValue) -> Flag {
    to.status.or_else(|| mark_of(period)).unwrap_or_default()
}

/// What a new value is read as; `None` where it cannot be read. A step of a scale is a number where it can be
/// one, else a word.
pub(super) fn wanted_value(to: &NewValue, measure: Measure) -> Option<Value> {
    let text = match typed(&to.number) {
        None | Some("~" | "null" | "Null" | "NULL") => return Some(Value::Missing),
        Some(text) => text,
    };
    match (parse(text), measure) {
        (_, Measure::Nominal | Measure::Qualitative) => Some(Value::Word(cleaned(text))),
        (Ok(Parsed::Plain(number)), _) => Some(Value::Number(number)),
        (_, Measure::Ordinal) => Some(Value::Word(cleaned(text))),
        (Ok(Parsed::PerCent(number)), _) => Some(Value::Number(number)),
        (Err(_), _) => None,
    }
}

/// A typed field as [`field_of`] would give it.
fn wanted_field(key: &str, section: Section, to: Option<&str>) -> Option<String> {
    fn of<T: Fields + Default>(key: &str, to: &str) -> Option<String> {
        let mut blank = T::default();
        set(&mut blank, key, Some(to))?;
        blank.said(key)
    }
    let to = to.and_then(typed)?;
    if section == Section::Recommendations {
        of::<Recommendation>(key, to)
    } else {
        of::<Initiative>(key, to)
    }
}

fn standing<'p>(programme: &'p Programme, item: &ItemAddress) -> Option<&'p Standing> {
    programme.initiatives.get(item.find(programme)?).map(|initiative| &initiative.standing)
}

fn standing_said(standing: &Standing) -> Option<String> {
    match standing {
        Standing::NotGiven => None,
        Standing::Done(done) => Some(done.value.to_string()),
        Standing::Status(status) | Standing::Both(_, status) => Some(status.value.word().to_owned()),
    }
}

fn field_of(programme: &Programme, item: &ItemAddress, key: &str) -> Option<String> {
    let index = item.find(programme)?;
    if item.section == Section::Recommendations {
        return programme.recommendations.get(index)?.said(key);
    }
    programme.initiatives.get(index).filter(|_| item.section == Section::Initiatives)?.said(key)
}

fn metric<'p>(programme: &'p Programme, item: &ItemAddress) -> Option<&'p Metric> {
    programme.metrics.get(item.find(programme)?).filter(|_| item.section == Section::Metrics)
}

/// The value of a period in a programme.
pub(super) fn observed<'p>(
    programme: &'p Programme,
    item: &ItemAddress,
    label: &str,
) -> Option<&'p Observation> {
    let metric = metric(programme, item)?;
    let period = understood(metric, label)?;
    metric.values.iter().find(|one| one.period == period)
}

/// A period that was typed, in the light of the metric's other periods.
pub(super) fn understood(metric: &Metric, label: &str) -> Option<Period> {
    let others = metric.values.iter().map(|one| &one.period).chain(other_periods(metric));
    let mut labels: Vec<&str> = others.map(|period| period.label.as_str()).collect();
    labels.push(divided(label).0);
    sure(Period::parse_series(&labels).pop()?)
}

/// The periods that a metric names beside those of its values: of the baseline and of all its targets.
pub(super) fn other_periods(metric: &Metric) -> impl Iterator<Item = &Period> {
    let targets = metric.target.iter().chain(&metric.targets).filter_map(|target| target.period.as_ref());
    metric.baseline.iter().filter_map(|point| point.period.as_ref()).chain(targets)
}

/// The period, also where it is a month by its digits alone.
pub(super) fn sure(answer: Result<Period, PeriodError>) -> Option<Period> {
    match answer {
        Ok(period) => Some(period),
        Err(PeriodError::Ambiguous(readings)) => <[Period; 1]>::try_from(readings).ok().map(|[only]| only),
        Err(PeriodError::NotAPeriod) => None,
    }
}

fn value_said(one: &Observation) -> String {
    let value = match &one.value {
        Value::Missing => "null".to_owned(),
        Value::Unreadable => "not readable".to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Word(word) => word.clone(),
    };
    with_flag(value, one.flag)
}

fn with_flag(value: String, flag: Flag) -> String {
    if flag == Flag::Normal { value } else { format!("{value}, {}", flag.word()) }
}
