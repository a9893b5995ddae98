//! Value: the value of a metric for a period, and what kind of value it is.
//!
//! A new period goes between its neighbours in time. Never touches the value of another period, nor the
//! remark on this one.

use super::change::NewValue;
use super::field::{key_like, means};
use super::periods::{Known, Spelling};
use super::refusal::{Refusal, RefusalReason};
use super::step::{ProvedStep, Text, first_proved};
use super::three_way::{flag_of, mark_of, understood};
use super::typed::typed;
use crate::programme::fields::Part;
use crate::programme::words::{Choice, word_of};
use crate::programme::{Flag, Metric};
use crate::text::Place;
use crate::yaml::group::Group;
use crate::yaml::list::at_end;
use crate::yaml::scalar::Scalar;
use crate::yaml::splice::{Splice, Spot, add, append, exchange, remove, replace, replaceable, rewrite};
use crate::yaml::style::{AuthorStyle, layout, padding};
use crate::yaml::write::Written;
use crate::yaml::{Blocked, Entry, NodeForm, Obstacle, Patch, Proved, ScalarStyle, StructureStyle};

const VALUES: &str = "values";
const VALUE: &str = "value";
const STATUS: &str = "status";
const TARGET: &str = "target";

/// Sets the value of a metric for a period, or takes the period out.
pub(super) fn set(
    before: Text<'_>,
    metric: &Metric,
    period: &str,
    to: Option<&NewValue>,
) -> Result<ProvedStep, Refusal> {
    let place = &metric.place;
    let to = to.map(|to| NewValue { status: Some(flag_of(period, to)), ..to.clone() });
    let to = to.as_ref();
    if to.zip(mark_of(period)).is_some_and(|(to, mark)| to.status != Some(mark)) {
        return Err(Refusal::at(place.line().max(1), RefusalReason::MarkedPeriod));
    }
    let number = step(before, place, |found| found.number(metric, period, to))?;
    // What kind of value it is stands elsewhere, so that it takes a step of its own, proved for itself.
    let between = number.as_ref().map_or(before, |number| Text { text: &number.text, tree: &number.tree });
    let Some(flag) = step(between, place, |found| found.flag(metric, period, to))? else { return Ok(number) };
    Ok(Some(Proved { patch: Patch::between(before.text, &flag.text), ..flag }))
}

/// The ways to take one step, best first; `None` where there is nothing to do.
type Ways = Option<Vec<Option<Splice>>>;

fn step(
    text: Text<'_>,
    place: &Place,
    ways: impl Fn(&Found<'_>) -> Result<Ways, Refusal>,
) -> Result<ProvedStep, Refusal> {
    let found = Found::of(text.item(place)?)?;
    match ways(&found)? {
        None => Ok(None),
        Some(ways) => first_proved(found.item, ways, found.line()),
    }
}

/// The metric, and the entry that holds its values.
struct Found<'t> {
    item: Group<'t>,
    values: Option<Entry<'t>>,
}

impl<'t> Found<'t> {
    fn of(item: Group<'t>) -> Result<Self, Refusal> {
        let values = item.entry(|key| means(Part::Metric, key, VALUES))?;
        Ok(Self { item, values })
    }

    fn line(&self) -> usize {
        self.values.map_or(self.item.line(), |entry| entry.key.line())
    }

    /// Sets the number of a period, or takes the period out.
    fn number(&self, metric: &Metric, period: &str, to: Option<&NewValue>) -> Result<Ways, Refusal> {
        let refuse = |reason| Err(Refusal::at(self.line(), reason));
        let Some(values) = self.values else {
            if self.item.merges() && !metric.values.is_empty() {
                return refuse(Obstacle::Inherited);
            }
            return Ok(to.map(|to| at_end(self.item, self.first(period, to))));
        };
        match values.value.form() {
            _ if values.value.is_repeated() => refuse(Obstacle::SharedAnchor),
            NodeForm::Alias => refuse(Obstacle::SharedAnchor),
            _ if values.value.is_tagged() => refuse(Obstacle::Tagged),
            NodeForm::Mapping(_) if values.value.count() == 0 => {
                let Some(to) = to else { return Ok(None) };
                let group = self.braces(period, to, AuthorStyle::of(self.item, Some(values)));
                let node = values.value;
                Ok(Some(vec![group.and_then(|group| exchange(node, node.range(), group))]))
            }
            NodeForm::Scalar(..) if values.value.is_null() => {
                let Some(to) = to else { return Ok(None) };
                let group = self.braces(period, to, AuthorStyle::of(self.item, Some(values)));
                Ok(Some(vec![Some(rewrite(self.item, values, group)?)]))
            }
            NodeForm::Mapping(..) | NodeForm::List(..) => {
                let known = Known::of(values.value, metric, period)?;
                match (known.own, to) {
                    (Some(own), Some(to)) => renew(own, to),
                    (Some(own), None) => take_out(own, metric, period),
                    (None, _) if known.is_inherited => refuse(Obstacle::Inherited),
                    (None, None) => Ok(None),
                    (None, Some(to)) => self.insert(values, &known, period, to),
                }
            }
            NodeForm::Scalar(..) => refuse(Obstacle::NotOneWord),
        }
    }

    /// Sets what kind of value stands for a period, where the value has braces or lines of its own.
    fn flag(&self, metric: &Metric, period: &str, to: Option<&NewValue>) -> Result<Ways, Refusal> {
        let (Some(values), Some(to)) = (self.values, to) else { return Ok(None) };
        let (NodeForm::Mapping(..) | NodeForm::List(..)) = values.value.form() else { return Ok(None) };
        let Some(own) = Known::of(values.value, metric, period)?.own else { return Ok(None) };
        let Some(inner) = own.inner() else { return Ok(None) };
        let flag = to.status.unwrap_or_default();
        let status = inner.entry(|key| means(Part::Value, key, STATUS))?;
        // Of a normal status, and of none, the mark behind the period says more.
        let now = status.map_or(Some(Flag::Normal), |status| word_of(status.value.word()?.trim()));
        let is_now = |now| if now == Flag::Normal { own.implies(flag) } else { now == flag };
        match status {
            _ if now.is_some_and(is_now) => Ok(None),
            Some(status) if flag == Flag::Normal => {
                replaceable(inner, status)?;
                Ok(Some(vec![Some(remove(inner, status)?)]))
            }
            Some(status) => Ok(Some(vec![Some(replace(inner, status, Scalar::Text(flag.word()))?)])),
            None => {
                let value = inner.entry(|key| means(Part::Value, key, VALUE))?;
                let author = AuthorStyle::of(inner, value.or(inner.first()));
                let pair = author.pair(STATUS, Scalar::Text(flag.word()));
                let beside =
                    value.zip(pair.clone()).and_then(|(value, pair)| add(inner, Spot::After(value), pair));
                let mut ways = vec![beside];
                ways.extend(at_end(inner, pair));
                Ok(Some(ways))
            }
        }
    }

    /// Adds a period between its neighbours.
    fn insert(
        &self,
        values: Entry<'t>,
        known: &Known<'t>,
        period: &str,
        to: &NewValue,
    ) -> Result<Ways, Refusal> {
        let refused = || Refusal::at(self.line(), Obstacle::NoSafePlace);
        if let Some(last) = known.last {
            return Ok(Some(vec![append(values.value, |column| self.listed(&last, column, period, to))]));
        }
        let group = known.group.ok_or_else(refused)?;
        let near = known.before.or(group.first());
        let pair =
            self.pair(period, to, AuthorStyle::of(group, near).figures_like(near)).ok_or_else(refused)?;
        let spot = known.before.map_or(Spot::First(values), Spot::After);
        Ok(Some(vec![add(group, spot, pair)]))
    }

    /// A value in the manner of the last one of a list.
    fn listed(&self, last: &Spelling<'t>, column: usize, period: &str, to: &NewValue) -> Option<Written> {
        let like = last.item.unwrap_or(last.group);
        let author = AuthorStyle::of(like, like.first());
        let pairs = if last.item.is_none() {
            vec![self.pair(period, to, author)?]
        } else {
            let key = |field| key_like(Some(like), Part::Value, field);
            let flag = unsaid(period, to);
            let status = (flag != Flag::Normal).then(|| author.pair(key(STATUS), Scalar::Text(flag.word())));
            let period = author.pair(key("period"), Scalar::Typed(period.trim()))?;
            let own = [Some(period), author.pair(key(VALUE), number(to)), status.flatten()];
            own.into_iter().flatten().collect()
        };
        match like.style {
            StructureStyle::Block => Some(Written::lines(pairs, column)),
            StructureStyle::Flow => Some(Written::braces(pairs, &layout(like)?)),
        }
    }

    /// `2023: 5`, or with what kind of value it is.
    fn pair(&self, period: &str, to: &NewValue, author: AuthorStyle) -> Option<Written> {
        let value = if unsaid(period, to) == Flag::Normal {
            author.word(number(to))
        } else {
            braces_of_value(self.item.source(), to, author.in_braces())
        };
        Some(Written::pair(author.key(period.trim())?, value?))
    }

    /// `{ 2023: 5 }`
    fn braces(&self, period: &str, to: &NewValue, author: AuthorStyle) -> Option<Written> {
        let pair = self.pair(period, to, author.in_braces())?;
        Some(Written::braces(vec![pair], &padding(self.item.source())))
    }

    /// `values: { 2023: 5 }`
    fn first(&self, period: &str, to: &NewValue) -> Option<Written> {
        let author = AuthorStyle::of(self.item, self.item.last());
        Some(Written::pair(author.key(VALUES)?, self.braces(period, to, author)?))
    }
}

/// Writes another number. In quotes `null` would be a word, so it never stands in them.
fn renumber(group: Group<'_>, entry: Entry<'_>, to: &NewValue) -> Result<Splice, Blocked> {
    match number(to) {
        null @ Scalar::Bare(_) => rewrite(group, entry, Written::word(null.text(), ScalarStyle::Plain)),
        number @ (Scalar::Typed(_) | Scalar::Text(_)) => replace(group, entry, number),
    }
}

/// Takes a period out, unless a target would go with it. A target alone is no value to be taken out.
fn take_out(own: Spelling<'_>, metric: &Metric, period: &str) -> Result<Ways, Refusal> {
    let is_target = |key: &str| means(Part::Value, key, TARGET);
    if let Some(inner) = own.inner()
        && let Some(target) = inner.entry(is_target)?
    {
        let period = understood(metric, period);
        let is_value = metric.values.iter().any(|one| Some(&one.period) == period.as_ref());
        let refused = Refusal::at(target.key.line(), RefusalReason::TargetBeside);
        return if is_value { Err(refused) } else { Ok(None) };
    }
    if own.is_listed {
        return Err(Refusal::at(own.entry.key.line(), Obstacle::NoSafePlace));
    }
    Ok(Some(vec![Some(remove(own.group, own.entry)?)]))
}

/// Sets the number where a value for the period is there.
fn renew(own: Spelling<'_>, to: &NewValue) -> Result<Ways, Refusal> {
    let flag = to.status.unwrap_or_default();
    let Spelling { group, entry, .. } = own;
    if !own.implies(flag) && own.mark.is_some() && !has_status_for(&own, flag)? {
        return Err(Refusal::at(entry.key.line(), RefusalReason::MarkedPeriod));
    }
    let Some(inner) = own.inner() else {
        if own.implies(flag) {
            return Ok(Some(vec![Some(renumber(group, entry, to)?)]));
        }
        let author = AuthorStyle::of(group, Some(entry)).in_braces();
        let flagged = braces_of_value(group.source(), to, author.figures_like(Some(entry)));
        return Ok(Some(vec![Some(rewrite(group, entry, flagged)?)]));
    };
    if entry.value.is_repeated() {
        return Err(Refusal::at(entry.key.line(), Obstacle::SharedAnchor));
    }
    if let (Flag::Normal, Some(value)) = (flag, alone(inner)) {
        // Braces around a number that has nothing more to say go with its status.
        let author = AuthorStyle::of(group, Some(entry)).figures_like(Some(value));
        let node = entry.value;
        let bare = author.word(number(to));
        let plain = bare.and_then(|bare| exchange(node, node.range(), bare));
        if let Some(patch) = plain.filter(|_| node.line() == node.last_line()) {
            return Ok(Some(vec![Some(patch)]));
        }
    }
    if let Some(value) = inner.entry(|key| means(Part::Value, key, VALUE))? {
        return Ok(Some(vec![Some(renumber(inner, value, to)?)]));
    }
    let author = AuthorStyle::of(inner, inner.first());
    Ok(Some(at_end(inner, author.pair(VALUE, number(to)))))
}

/// What must be said of a new value beside its number: nothing that the mark behind its period says.
fn unsaid(period: &str, to: &NewValue) -> Flag {
    if mark_of(period).is_some() { Flag::Normal } else { to.status.unwrap_or_default() }
}

/// Whether the value has a status of its own, which says more than the mark behind its period.
fn has_status_for(own: &Spelling<'_>, flag: Flag) -> Result<bool, Refusal> {
    let Some(inner) = own.inner().filter(|_| flag != Flag::Normal) else { return Ok(false) };
    Ok(inner.entry(|key| means(Part::Value, key, STATUS))?.is_some())
}

/// A number as it was typed; what is typed as nothing is `null`.
fn number(to: &NewValue) -> Scalar<'_> {
    match typed(&to.number) {
        None => Scalar::Bare("null"),
        Some(null @ ("null" | "~")) => Scalar::Bare(null),
        Some(number) => Scalar::Typed(number),
    }
}

/// `{ value: 3, status: provisional }`
fn braces_of_value(text: &str, to: &NewValue, author: AuthorStyle) -> Option<Written> {
    let pairs = vec![
        author.pair(VALUE, number(to))?,
        author.pair(STATUS, Scalar::Text(to.status.unwrap_or_default().word()))?,
    ];
    Some(Written::braces(pairs, &padding(text)))
}

/// The value in braces that hold nothing else but its status.
fn alone(inner: Group<'_>) -> Option<Entry<'_>> {
    let is = |entry: Entry<'_>, key: &str| entry.name().is_some_and(|name| means(Part::Value, name, key));
    match inner.entries()[..] {
        [value, status] if is(value, VALUE) && is(status, STATUS) => Some(value),
        [status, value] if is(value, VALUE) && is(status, STATUS) => Some(value),
        _ => None,
    }
    .filter(|value| inner.style == StructureStyle::Flow && value.value.word().is_some())
}
