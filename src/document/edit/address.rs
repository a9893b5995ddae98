//! Address: which item a change is about, in a way that survives another reading of the file.
//!
//! An item is found by its position in the list and by its title; an id, where there is one, tells
//! equal titles apart. Never decides between two items that look the same.

use super::refusal::RefusalReason;
use crate::programme::{Placed, Programme, Section};
use crate::text::Place;

/// Which item of a section is meant.
///
/// The position counts items that could be read, so that it is an index into the programme's list.
/// It stays right through changes made by this program, which add items at the end and never drop or
/// move one. In a text that somebody else has changed, [`rebase`](super::Change::rebase) finds the item again.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ItemAddress {
    /// The section whose list holds the item.
    pub section: Section,
    /// Position among the section's items that could be read, from 0.
    pub index: usize,
    /// The item's id, if it has one.
    pub id: Option<String>,
    /// The item's title.
    pub title: String,
}

impl ItemAddress {
    /// The address of the item at `index` of a section; `None` when there is no such item, or the
    /// section is no list whose items can be changed.
    pub fn new(programme: &Programme, section: Section, index: usize) -> Option<Self> {
        let name = names(programme, section).into_iter().nth(index)?;
        let id = name.id.map(str::to_owned);
        Some(Self { section, index, id, title: name.title.to_owned() })
    }

    /// Where the item stands in the programme it was addressed in, or one made from it by changes
    /// of this program; `None` when another item is at its position.
    pub(super) fn place<'a>(&self, programme: &'a Programme) -> Option<&'a Place> {
        let name = names(programme, self.section).into_iter().nth(self.index)?;
        self.is(&name).then_some(name.place)
    }

    /// The item's index in any programme: at its position, or the only one of its name.
    pub(super) fn find(&self, programme: &Programme) -> Option<usize> {
        let names = names(programme, self.section);
        if names.get(self.index).is_some_and(|name| self.is(name)) {
            return Some(self.index);
        }
        let mut hits = names.iter().enumerate().filter(|(_, name)| self.is(name));
        let first = hits.next()?.0;
        hits.next().is_none().then_some(first)
    }

    fn is(&self, name: &Name<'_>) -> bool {
        self.title == name.title && self.id.as_deref() == name.id
    }

    /// Finds the item again in a programme somebody else has changed: by its name, else by its id where the
    /// title was changed, else by its title where an id came or went.
    pub(super) fn rebase(&self, old: &Programme, new: &Programme) -> Result<Self, RefusalReason> {
        let (before, after) = (names(old, self.section), names(new, self.section));
        if !before.get(self.index).is_some_and(|name| self.is(name)) {
            return Err(RefusalReason::NotFound);
        }
        if before == after {
            return Ok(self.clone());
        }
        let is_title = |name: &Name<'_>| self.title == name.title;
        let is_id = |name: &Name<'_>| self.id.is_some() && self.id.as_deref() == name.id;
        let ways: [&dyn Fn(&Name<'_>) -> bool; 3] = [&|name| self.is(name), &is_id, &is_title];
        for is_meant in ways {
            let twins = before.iter().filter(|name| is_meant(name)).count();
            let mut hits = after.iter().enumerate().filter(|(_, name)| is_meant(name));
            match (hits.next(), hits.next()) {
                (None, _) => {}
                (Some((index, name)), None) if twins == 1 => {
                    let (id, title) = (name.id.map(str::to_owned), name.title.to_owned());
                    return Ok(Self { index, id, title, section: self.section });
                }
                (Some(_), _) => return Err(RefusalReason::Ambiguous),
            }
        }
        Err(RefusalReason::NotFound)
    }
}

/// What an item is known by.
#[derive(Debug, PartialEq, Eq)]
struct Name<'a> {
    id: Option<&'a str>,
    title: &'a str,
    place: &'a Place,
}

fn names(programme: &Programme, section: Section) -> Vec<Name<'_>> {
    fn name<'a>(id: Option<&'a Placed<String>>, title: &'a str, place: &'a Place) -> Name<'a> {
        Name { id: id.map(|id| id.value.as_str()), title, place }
    }
    match section {
        Section::Metrics => {
            programme.metrics.iter().map(|item| name(item.id.as_ref(), &item.name, &item.place)).collect()
        }
        Section::Initiatives => programme
            .initiatives
            .iter()
            .map(|item| name(item.id.as_ref(), &item.title, &item.place))
            .collect(),
        Section::Recommendations => programme
            .recommendations
            .iter()
            .map(|item| name(item.id.as_ref(), &item.title, &item.place))
            .collect(),
        Section::Programme
        | Section::Evaluation
        | Section::Meetings
        | Section::Background
        | Section::Quotes
        | Section::Sources => Vec::new(),
    }
}
