//! Periods: which entry of a metric's values is the one for a period, and where a new one belongs.
//!
//! All labels are understood together and without their marks, as the reader understands them. Never guesses: a
//! period given twice is refused.

use super::field::means;
use super::refusal::Refusal;
use super::three_way::{other_periods, sure, understood};
use crate::document::read::cleaned;
use crate::programme::fields::{self, Part};
use crate::programme::period::{Period, divided};
use crate::programme::{Flag, Metric};
use crate::yaml::group::Group;
use crate::yaml::{Entry, Node, NodeForm, Obstacle};

/// The value of one period as it stands in the text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spelling<'t> {
    /// The mapping that holds it.
    pub group: Group<'t>,
    /// Its period and its value; in a list of values, the entry `value`, or `period` where there is none.
    pub entry: Entry<'t>,
    /// The item of a list of values that it is, where period and value have keys of their own.
    pub item: Option<Group<'t>>,
    /// Whether it is an item of a list.
    pub is_listed: bool,
    /// What kind of value the mark behind its period says it is: `2022 (p)`.
    pub mark: Option<Flag>,
}

impl<'t> Spelling<'t> {
    /// The group that says more of the value than its number.
    pub(super) fn inner(&self) -> Option<Group<'t>> {
        self.item.or_else(|| Group::of(self.entry.value))
    }

    /// Whether its period says that a value is of this kind, if only by saying nothing.
    pub(super) fn implies(&self, flag: Flag) -> bool {
        self.mark.unwrap_or_default() == flag
    }
}

/// What is known of a period among a metric's values.
pub(super) struct Known<'t> {
    /// The value that is there for it.
    pub own: Option<Spelling<'t>>,
    /// Whether a merge key gives it a value.
    pub is_inherited: bool,
    /// The mapping of periods; none where they are a list.
    pub group: Option<Group<'t>>,
    /// The entry that a new one goes after; none where it goes first.
    pub before: Option<Entry<'t>>,
    /// The last value of a list, where a new one goes after it.
    pub last: Option<Spelling<'t>>,
}

impl<'t> Known<'t> {
    /// Looks a period up among the values of a metric, as they stand under `values`.
    ///
    /// # Errors
    ///
    /// A key is no plain name, or the period is given twice.
    pub(super) fn of(values: Node<'t>, metric: &Metric, period: &str) -> Result<Self, Refusal> {
        let group = Group::of(values);
        let spellings: Vec<Labelled<'t>> = match values.form() {
            NodeForm::List(_) => values.items().filter_map(listed).collect(),
            NodeForm::Mapping(_) | NodeForm::Scalar(..) | NodeForm::Alias => {
                group.map(mapped).transpose()?.unwrap_or_default()
            }
        };
        let periods = periods(&spellings, metric, period);
        let (wanted, others) =
            periods.split_last().map_or((None, [].as_slice()), |(last, rest)| (last.as_ref(), rest));
        let is_own = |label: &str, other: &Option<Period>| {
            label == divided(period).0 || wanted.is_some() && other.as_ref() == wanted
        };
        let mut hits = spellings.iter().zip(others).filter(|((label, _), other)| is_own(label, other));
        let own = hits.next().map(|((_, spelling), _)| *spelling);
        if let Some(((_, second), _)) = hits.next() {
            return Err(Refusal::at(second.entry.key.line(), Obstacle::DuplicateKey));
        }
        let merges = group.is_some_and(Group::merges);
        let has = |period: &Period| metric.values.iter().any(|one| one.period == *period);
        let is_inherited =
            own.is_none() && merges && understood(metric, period).is_some_and(|period| has(&period));
        let before = group.and_then(|group| before(group, others, wanted));
        let is_later = others
            .iter()
            .all(|other| other.as_ref().is_none_or(|other| wanted.is_none_or(|new| other < new)));
        let last = spellings.last().map(|(_, last)| *last).filter(|last| last.is_listed && is_later);
        Ok(Self { own, is_inherited, group, before, last })
    }
}

type Labelled<'t> = (String, Spelling<'t>);

/// The label without its mark, and what kind of value that says it is.
fn unmarked(label: &str) -> (String, Option<Flag>) {
    let label = cleaned(label);
    let (bare, mark) = divided(&label);
    (bare.to_owned(), mark.and_then(|mark| mark.flag))
}

/// The values of a mapping under their periods.
fn mapped<'t>(group: Group<'t>) -> Result<Vec<Labelled<'t>>, Refusal> {
    let label = |entry: Entry<'t>| match entry.name() {
        Some(label) if !entry.key.is_anchored() && !entry.key.is_tagged() => {
            let (label, mark) = unmarked(label);
            Ok((label, Spelling { group, entry, item: None, is_listed: false, mark }))
        }
        _ => Err(Refusal::at(entry.key.line(), Obstacle::ComplexKey)),
    };
    group.entries().into_iter().map(label).collect()
}

/// A value of a list: `- 2022: 3`, or `- { period: 2022, value: 3 }`.
fn listed(node: Node<'_>) -> Option<Labelled<'_>> {
    let group = Group::of(node)?;
    if let [entry] = group.entries()[..]
        && let Some(label) = entry.name().filter(|name| fields::find(Part::Value, name).is_none())
    {
        let (label, mark) = unmarked(label);
        return Some((label, Spelling { group, entry, item: None, is_listed: true, mark }));
    }
    let field = |key: &str| group.entry(|name| means(Part::Value, name, key)).ok().flatten();
    let period = field("period")?;
    let (label, mark) = unmarked(period.value.word()?);
    // Where a target stands alone, its period is taken all the same.
    let entry = field("value").unwrap_or(period);
    Some((label, Spelling { group, entry, item: Some(group), is_listed: true, mark }))
}

/// The periods of the labels in the text, and last the one that was typed.
fn periods(spellings: &[Labelled<'_>], metric: &Metric, period: &str) -> Vec<Option<Period>> {
    let mut labels: Vec<&str> = spellings.iter().map(|(label, _)| label.as_str()).collect();
    labels.push(divided(period).0);
    let own = labels.len();
    labels.extend(other_periods(metric).map(|period| period.label.as_str()));
    Period::parse_series(&labels).into_iter().take(own).map(sure).collect()
}

/// The entry that a new period goes after, in a list that runs up or down.
fn before<'t>(group: Group<'t>, others: &[Option<Period>], wanted: Option<&Period>) -> Option<Entry<'t>> {
    let known: Vec<&Period> = others.iter().flatten().collect();
    let runs_down = known.len() > 1 && known.is_sorted_by(|a, b| a >= b);
    let is_before = |other: &Option<Period>| match (other, wanted) {
        (Some(other), Some(wanted)) => other != wanted && (other > wanted) == runs_down,
        // What is no period has its place at the end.
        (_, None) => true,
        (None, Some(_)) => false,
    };
    let mut pairs = group.entries().into_iter().zip(others);
    pairs.rfind(|(_, other)| is_before(other)).map(|(entry, _)| entry)
}
