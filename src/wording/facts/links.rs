//! Links: what the items are called that other items name by their ids.
//!
//! Looked through once for all items of a report or a search, and only if one of them has a link. Never says a name
//! in full that is longer than anybody reads beside another: a file may link to one item a hundred thousand times.

use crate::programme::{Initiative, Metric, Placed, Programme, Section};
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
        let pairs =
            || self.programme.metrics.iter().map(|Metric { id, name, .. }| (id.as_ref(), name.as_str()));
        let names = self.metrics.get_or_init(|| (names(pairs()), absent(self.programme, Section::Metrics)));
        named(names, id)
    }

    /// What the initiative with this id is called.
    pub(super) fn initiative(&self, id: &str) -> String {
        let all = self.programme.initiatives.iter();
        let pairs = || all.map(|Initiative { id, title, .. }| (id.as_ref(), title.as_str()));
        let section = Section::Initiatives;
        let names = self.initiatives.get_or_init(|| (names(pairs()), absent(self.programme, section)));
        named(names, id)
    }
}

/// Items by their ids; of several with one id the first.
fn names<'p>(
    items: impl Iterator<Item = (Option<&'p Placed<String>>, &'p str)>,
) -> HashMap<&'p str, &'p str> {
    let mut names = HashMap::new();
    for (id, name) in items {
        if let Some(id) = id {
            names.entry(id.value.as_str()).or_insert(name);
        }
    }
    names
}

fn named((names, absent): &(HashMap<&str, &str>, &str), id: &str) -> String {
    let name = names.get(id).map(|name| in_brief(name).into_owned());
    name.unwrap_or_else(|| format!("{} ({absent})", in_brief(id)))
}

/// A name as it is said beside another one.
pub(super) fn in_brief(name: &str) -> Cow<'_, str> {
    match name.char_indices().nth(NAME).and_then(|(end, _)| name.get(..end)) {
        Some(part) => Cow::Owned(format!("{}\u{2026}", part.trim_end())),
        None => Cow::Borrowed(name),
    }
}
