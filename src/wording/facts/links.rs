//! Links: what the items are called that other items name by their ids.
//!
//! Looked through once for all items of a report or a search, and only if one of them has a link. Never says a name
//! in full that is longer than anybody reads beside another: a file may link to one item a hundred thousand times.

use crate::programme::{Placed, Programme, Section};
use crate::wording::absent;
use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::HashMap;

/// How many letters of the name of another item are said.
const NAME: usize = 200;

/// The items of a programme that links may lead to.
#[derive(Debug)]
pub struct Links<'p> {
    programme: &'p Programme,
    metrics: Names<'p>,
    initiatives: Names<'p>,
}

/// What items of one section are called, by their ids, and what is said of an id that no item has.
type Names<'p> = OnceCell<(HashMap<&'p str, &'p str>, &'static str)>;

impl<'p> Links<'p> {
    /// The links of a programme.
    pub const fn of(programme: &'p Programme) -> Self {
        Self { programme, metrics: OnceCell::new(), initiatives: OnceCell::new() }
    }

    /// What the metric with this id is called.
    pub(super) fn metric(&self, id: &str) -> String {
        let all = || names(self.programme.metrics.iter().map(|one| (&one.id, &one.name)));
        self.named(&self.metrics, all, Section::Metrics, id)
    }

    /// What the initiative with this id is called.
    pub(super) fn initiative(&self, id: &str) -> String {
        let all = || names(self.programme.initiatives.iter().map(|one| (&one.id, &one.title)));
        self.named(&self.initiatives, all, Section::Initiatives, id)
    }

    fn named(
        &self,
        names: &Names<'p>,
        all: impl FnOnce() -> HashMap<&'p str, &'p str>,
        section: Section,
        id: &str,
    ) -> String {
        let (names, absent) = names.get_or_init(|| (all(), absent(self.programme, section)));
        let unknown = || format!("{} ({absent})", in_brief(id));
        names.get(id).map_or_else(unknown, |name| in_brief(name).into_owned())
    }
}

/// Items by their ids; of several with one id the first.
fn names<'p>(
    items: impl DoubleEndedIterator<Item = (&'p Option<Placed<String>>, &'p String)>,
) -> HashMap<&'p str, &'p str> {
    items.rev().filter_map(|(id, name)| Some((id.as_ref()?.value.as_str(), name.as_str()))).collect()
}

/// A name as it is said beside another one.
pub(super) fn in_brief(name: &str) -> Cow<'_, str> {
    match name.char_indices().nth(NAME).and_then(|(end, _)| name.get(..end)) {
        Some(part) => Cow::Owned(format!("{}\u{2026}", part.trim_end())),
        None => Cow::Borrowed(name),
    }
}
