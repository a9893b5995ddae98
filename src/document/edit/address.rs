//! Address: which item a change is about, in a way that survives another reading of the file.
//!
//! An item is found by its position in the list and by its title; an id, where there is one, tells
//! equal titles apart. Never decides between two items that look the same.

use super::super::model::{Programme, Section, Standing};
use super::super::source::Place;
use super::{Change, RefusalReason};

/// Which item of a section is meant.
///
/// The position counts items that could be read, so that it is an index into the programme's list.
/// It stays right through changes made by this program, which never add, drop or move items. In a
/// text that somebody else has changed, [`Change::rebase`] finds the item again.
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

    fn is(&self, name: &Name<'_>) -> bool {
        self.title == name.title && self.id.as_deref() == name.id
    }

    /// Finds the item again in a programme somebody else has changed.
    fn rebase(&self, old: &Programme, new: &Programme) -> Result<Self, RefusalReason> {
        let (before, after) = (names(old, self.section), names(new, self.section));
        if !before.get(self.index).is_some_and(|name| self.is(name)) {
            return Err(RefusalReason::NotFound);
        }
        if before == after {
            return Ok(self.clone());
        }
        let twins = before.iter().filter(|name| self.is(name)).count();
        let mut hits = after.iter().enumerate().filter(|(_, name)| self.is(name));
        match (hits.next(), hits.next()) {
            (None, _) => Err(RefusalReason::NotFound),
            (Some((index, _)), None) if twins == 1 => Ok(Self { index, ..self.clone() }),
            (Some(_), _) => Err(RefusalReason::Ambiguous),
        }
    }
}

impl Change {
    /// The same change for a newer text of the file: `old` is the programme the change was made on,
    /// `new` the one that was read since.
    ///
    /// # Errors
    ///
    /// The item is gone or cannot be told from another, or the very field was changed meanwhile to
    /// something else than this change wants.
    pub fn rebase(&self, old: &Programme, new: &Programme) -> Result<Self, RefusalReason> {
        let Self::Standing { item, to } = self;
        let found = item.rebase(old, new)?;
        let (was, is) = (standing(old, item.index), standing(new, found.index));
        let wanted = is.and_then(super::NewStanding::as_now) == Some(*to);
        if was != is && !wanted {
            return Err(RefusalReason::ChangedByAnother);
        }
        Ok(Self::Standing { item: found, to: *to })
    }
}

fn standing(programme: &Programme, index: usize) -> Option<&Standing> {
    programme.initiatives.get(index).map(|item| &item.standing)
}

/// What an item is known by.
#[derive(Debug, PartialEq, Eq)]
struct Name<'a> {
    id: Option<&'a str>,
    title: &'a str,
    place: &'a Place,
}

fn names(programme: &Programme, section: Section) -> Vec<Name<'_>> {
    match section {
        Section::Initiatives => (programme.initiatives.iter())
            .map(|item| Name {
                id: item.id.as_ref().map(|id| id.value.as_str()),
                title: &item.title,
                place: &item.place,
            })
            .collect(),
        Section::Programme
        | Section::Metrics
        | Section::Recommendations
        | Section::Evaluation
        | Section::Meetings
        | Section::Background
        | Section::Quotes
        | Section::Sources => Vec::new(),
    }
}
