//! Links: what the items are called that other items name by their ids.
//!
//! Looked through once for all items of a report or a search, and only if one of them has a link; where somebody knows
//! already who has which id, not even that. Never says a name
//! in full that is longer than anybody reads beside another: a file may link to one item a hundred thousand times.

use crate::programme::{Initiative, Placed, Programme, Section};
use crate::wording::absent;
use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::HashMap;
use std::fmt;

/// How many letters of the name of another item are said.
const NAME: usize = 200;

/// Somebody who knows who has which id.
pub trait Ids: fmt::Debug {
    /// The place of the first item of a section that has this id.
    fn find(&self, section: Section, id: &str) -> Option<usize>;

    /// What is said of an id that no item of a section has.
    fn absent(&self, section: Section) -> &'static str;
}

/// The items of a programme that links may lead to.
#[derive(Debug)]
pub struct Links<'p> {
    programme: &'p Programme,
    /// Who knows them already.
    known: Option<&'p dyn Ids>,
    metrics: Places<'p>,
    initiatives: Places<'p>,
}

/// Where items of one section stand, by their ids, and what is said of an id that no item has.
type Places<'p> = OnceCell<(HashMap<&'p str, usize>, &'static str)>;

impl<'p> Links<'p> {
    /// The links of a programme.
    pub const fn of(programme: &'p Programme) -> Self {
        Self { programme, known: None, metrics: OnceCell::new(), initiatives: OnceCell::new() }
    }

    /// The same where somebody knows already who has which id.
    pub fn known_to(programme: &'p Programme, ids: &'p dyn Ids) -> Self {
        Self { known: Some(ids), ..Self::of(programme) }
    }

    /// The title of the initiative with this id, in full; of one that is not there its id.
    pub fn initiative_title(&self, id: &str) -> String {
        let found = self.initiative_at(id);
        let title = |item: &Initiative| item.title.clone();
        found.map_or_else(|absent| format!("{id} ({absent})"), title)
    }

    /// What the metric with this id is called.
    pub(super) fn metric(&self, id: &str) -> String {
        let all = || places(self.programme.metrics.iter().map(|one| &one.id));
        let found = self.place(&self.metrics, all, Section::Metrics, id);
        let name = |at: usize| self.programme.metrics.get(at).map_or("", |one| &one.name);
        found.map_or_else(|absent| unknown(id, absent), |at| in_brief(name(at)).into_owned())
    }

    /// What the initiative with this id is called.
    pub(super) fn initiative(&self, id: &str) -> String {
        let found = self.initiative_at(id);
        let name = |item: &Initiative| in_brief(&item.title).into_owned();
        found.map_or_else(|absent| unknown(id, absent), name)
    }

    fn initiative_at(&self, id: &str) -> Result<&'p Initiative, &'static str> {
        let all = || places(self.programme.initiatives.iter().map(|one| &one.id));
        let at = self.place(&self.initiatives, all, Section::Initiatives, id)?;
        self.programme.initiatives.get(at).ok_or("")
    }

    /// Where the item with this id stands, or what is said of it if there is none.
    fn place(
        &self,
        places: &Places<'p>,
        all: impl FnOnce() -> HashMap<&'p str, usize>,
        section: Section,
        id: &str,
    ) -> Result<usize, &'static str> {
        if let Some(known) = self.known {
            return known.find(section, id).ok_or_else(|| known.absent(section));
        }
        let (places, absent) = places.get_or_init(|| (all(), absent(self.programme, section)));
        places.get(id).copied().ok_or(absent)
    }
}

fn unknown(id: &str, absent: &str) -> String {
    format!("{} ({absent})", in_brief(id))
}

/// The places of items by their ids; of several with one id the first.
fn places<'p>(
    ids: impl DoubleEndedIterator<Item = &'p Option<Placed<String>>> + ExactSizeIterator,
) -> HashMap<&'p str, usize> {
    ids.enumerate().rev().filter_map(|(at, id)| Some((id.as_ref()?.value.as_str(), at))).collect()
}

/// A name as it is said beside another one.
pub(super) fn in_brief(name: &str) -> Cow<'_, str> {
    match name.char_indices().nth(NAME).and_then(|(end, _)| name.get(..end)) {
        Some(part) => Cow::Owned(format!("{}\u{2026}", part.trim_end())),
        None => Cow::Borrowed(name),
    }
}
