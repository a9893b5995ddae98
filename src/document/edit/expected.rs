//! Expected: the programme with a change made in memory, for the second half of the proof.
//!
//! Never looks at a text.

use super::address::ItemAddress;
use super::change::{Change, NewStanding, NewUpdate, NewValue};
use super::initiative::standing as usual_standing;
use super::three_way::{flag_of, observed, understood, wanted_value};
use super::typed::{set, typed};
use crate::document::read::{cleaned, cleaned_lines};
use crate::programme::{
    Initiative, InitiativeStatus, Metric, Observation, Placed, Programme, Section, Standing, Unreadable,
    Update,
};
use crate::text::Place;

/// Whether `after` is `before` with the change and nothing else; `None` where the change cannot be understood.
///
/// What is about one item copies that item and no other: a programme may have a hundred thousand. `after` is changed
/// for a moment, and is as it was.
pub(super) fn is_met(before: &Programme, after: &mut Programme, change: &Change) -> Option<bool> {
    let Some(item) = change.item() else { return Some(with(before, change)? == *after) };
    let (mut was, is) = (alone(before, item)?, alone(after, item));
    let here = change.of(ItemAddress { index: 0, ..item.clone() });
    let mut wanted = with(&was, &here)?;
    let Some(is) = is else { return Some(false) };
    take_remark(&mut wanted, &here, &was, &is);
    swap(after, &mut was, item);
    let others_are_same = before == after;
    swap(after, &mut was, item);
    Some(others_are_same && wanted == is)
}

/// A programme of that one item.
fn alone(programme: &Programme, item: &ItemAddress) -> Option<Programme> {
    let mut alone = Programme::default();
    if item.section == Section::Metrics {
        alone.metrics.push(programme.metrics.get(item.index)?.clone());
    } else if item.section == Section::Recommendations {
        alone.recommendations.push(programme.recommendations.get(item.index)?.clone());
    } else {
        alone.initiatives.push(programme.initiatives.get(item.index)?.clone());
    }
    Some(alone)
}

/// Puts the item into the programme of one, and that one in its place.
fn swap(programme: &mut Programme, alone: &mut Programme, item: &ItemAddress) {
    fn swapped<T>(list: &mut [T], at: usize, alone: &mut [T]) {
        if let (Some(one), Some(other)) = (list.get_mut(at), alone.first_mut()) {
            std::mem::swap(one, other);
        }
    }
    swapped(&mut programme.metrics, item.index, &mut alone.metrics);
    swapped(&mut programme.recommendations, item.index, &mut alone.recommendations);
    swapped(&mut programme.initiatives, item.index, &mut alone.initiatives);
}

/// The programme with the change; `None` where the change cannot be understood.
pub(super) fn with(programme: &Programme, change: &Change) -> Option<Programme> {
    let mut programme = programme.clone();
    match change {
        Change::Standing { item, to } => {
            programme.initiatives.get_mut(item.index)?.standing = standing(*to);
        }
        Change::Field { item, key, to } => {
            let to = to.as_deref().and_then(typed);
            if item.section == Section::Recommendations {
                set(programme.recommendations.get_mut(item.index)?, key, to)?;
            } else {
                set(programme.initiatives.get_mut(item.index)?, key, to)?;
            }
        }
        Change::Update { item, update } => {
            updates(&mut programme, item)?.push(remark(update));
        }
        Change::Value { item, period, to } => {
            value(programme.metrics.get_mut(item.index)?, period, to.as_ref())?;
        }
        Change::AsOf { to } => programme.about.as_of = Some(Placed::nowhere(*to)),
        Change::Initiative { title } => {
            let new = initiative(&programme, title)?;
            programme.initiatives.push(new);
        }
    }
    Some(programme)
}

fn standing(to: NewStanding) -> Standing {
    match to {
        NewStanding::Status(status) => Standing::Status(Placed::nowhere(status)),
        NewStanding::Done(done) => Standing::Done(Placed::nowhere(done)),
        NewStanding::NotGiven => Standing::NotGiven,
    }
}

/// The remarks on an item.
pub(super) fn updates<'p>(programme: &'p mut Programme, item: &ItemAddress) -> Option<&'p mut Vec<Update>> {
    if item.section == Section::Recommendations {
        return Some(&mut programme.recommendations.get_mut(item.index)?.updates);
    }
    Some(&mut programme.initiatives.get_mut(item.index)?.updates)
}

/// A remark as it is read.
pub(super) fn remark(update: &NewUpdate) -> Update {
    let filled = |text: &Option<String>| text.as_deref().and_then(typed).map(cleaned);
    Update {
        place: Place::default(),
        date: Some(Placed::nowhere(update.date)),
        status: filled(&update.status),
        note: typed(&update.note).map(cleaned_lines),
        by: filled(&update.by),
        unreadable: Unreadable::default(),
    }
}

fn value(metric: &mut Metric, period: &str, to: Option<&NewValue>) -> Option<()> {
    let label = period;
    let Some(period) = understood(metric, label) else { return to.is_none().then_some(()) };
    let own = metric.values.iter().position(|one| one.period == period);
    let Some(to) = to else {
        own.map(|index| metric.values.remove(index));
        return Some(());
    };
    let (value, flag) = (wanted_value(to, metric.measure)?, flag_of(label, to));
    if let Some(one) = own.and_then(|index| metric.values.get_mut(index)) {
        (one.value, one.flag) = (value, flag);
        return Some(());
    }
    let at = metric.values.partition_point(|one| one.period < period);
    metric.values.insert(at, Observation::new(Place::default(), period, value, flag));
    Some(())
}

/// A remark that stood beside a target alone, or stands behind a new period, is one on the new value: the text
/// has it, and the first half of the proof that nobody changed it.
fn take_remark(
    expected: &mut Programme,
    change: &Change,
    before: &Programme,
    after: &Programme,
) -> Option<()> {
    let Change::Value { item, period, .. } = change else { return None };
    let new = observed(after, item, period).filter(|_| observed(before, item, period).is_none())?;
    let values = &mut expected.metrics.get_mut(item.index)?.values;
    let one = values.iter_mut().find(|one| one.period == new.period)?;
    *one = one.clone().with(new.note().map(str::to_owned), one.unreadable().clone());
    Some(())
}

fn initiative(programme: &Programme, title: &str) -> Option<Initiative> {
    let standing = match usual_standing(&programme.initiatives) {
        Some(("done", _)) => Standing::Done(Placed::nowhere(false)),
        Some(_) => Standing::Status(Placed::nowhere(InitiativeStatus::Agreed)),
        None => Standing::NotGiven,
    };
    Some(Initiative { title: typed(title).map(cleaned)?, standing, ..Initiative::default() })
}
