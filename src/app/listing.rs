//! Listing: which initiatives and recommendations a list shows, in what order, under which headings.
//!
//! A list is made when the user filters, sorts or groups it, changes the tab or reads the file again; in
//! between it stays as it is, so that nothing jumps under the cursor. Never draws.

use super::action::Action;
use crate::programme::Unreadable;
use crate::settings::after;
use crate::text::fold;
use crate::wording::NOT_READABLE;
use chrono::NaiveDate;
use std::collections::HashMap;
use strum::{IntoStaticStr, VariantArray};

/// Which items a list keeps.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "lowercase")]
#[expect(missing_docs, reason = "each is described by its words")]
pub enum Show {
    #[default]
    All,
    Overdue,
    #[strum(serialize = "due soon")]
    Soon,
    #[strum(serialize = "not closed")]
    NotClosed,
    Done,
    #[strum(serialize = "no owner")]
    NoOwner,
}

/// The order of a list. Equals come most urgent first, except where the file's own order is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[expect(missing_docs, reason = "each is described by its words")]
pub enum Sort {
    #[strum(serialize = "most urgent first")]
    Urgent,
    #[strum(serialize = "as in the file")]
    File,
    #[strum(serialize = "by due date")]
    Due,
    #[strum(serialize = "by owner")]
    Owner,
    #[strum(serialize = "by title")]
    Title,
}

/// What the headings of a list are. Groups come in the order of their first items, what belongs to none last.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, VariantArray)]
#[expect(missing_docs, reason = "each is described by its words")]
pub enum Grouping {
    #[default]
    None,
    Status,
    Owner,
    /// The group of an initiative; to whom a recommendation is made.
    Theme,
}

/// A list as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    /// What it keeps.
    pub show: Show,
    /// Its order.
    pub sort: Sort,
    /// Its headings.
    pub group: Grouping,
    /// The items shown, by their place in the file.
    pub order: Vec<usize>,
    /// The headings they stand under, in the order of the rows; none without groups.
    headings: Vec<Heading>,
}

/// A heading of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Heading {
    words: String,
    /// The first row under it.
    first: usize,
    /// How many rows stand under a heading of these words.
    size: usize,
}

/// The headings of rows, each of which says what it stands under.
fn headings<'a>(rows: impl Iterator<Item = &'a str>) -> Vec<Heading> {
    let mut headings: Vec<Heading> = Vec::new();
    for (first, words) in rows.enumerate() {
        match headings.last_mut().filter(|last| last.words == words) {
            Some(last) => last.size += 1,
            None => headings.push(Heading { words: words.to_owned(), first, size: 1 }),
        }
    }
    let mut sizes: HashMap<String, usize> = HashMap::new();
    for heading in &headings {
        *sizes.entry(heading.words.clone()).or_default() += heading.size;
    }
    for heading in &mut headings {
        heading.size = sizes.get(&heading.words).copied().unwrap_or(0);
    }
    headings
}

/// The place of each item in an order of words, by its place in the file; none where it is no order of words.
pub(super) fn ranks(items: &[Listed<'_>], sort: Sort) -> Vec<usize> {
    match sort {
        Sort::Urgent | Sort::File | Sort::Due => Vec::new(),
        Sort::Owner => ranked(items, |item| (item.owner.is_none(), item.owner.map(fold))),
        Sort::Title => ranked(items, |item| fold(item.title)),
    }
}

/// The ranks of items by a key; equals have one rank.
fn ranked<K: Ord>(items: &[Listed<'_>], key: impl Fn(&Listed<'_>) -> K) -> Vec<usize> {
    let mut keyed: Vec<(K, usize)> = items.iter().map(|item| (key(item), item.at)).collect();
    keyed.sort_unstable();
    let mut ranks = vec![0; items.len()];
    for (rank, equals) in keyed.chunk_by(|one, other| one.0 == other.0).enumerate() {
        for (_, at) in equals {
            if let Some(own) = ranks.get_mut(*at) {
                *own = rank;
            }
        }
    }
    ranks
}

impl Listing {
    /// Everything in this order, without headings; `order` is yet to be filled.
    pub(super) const fn new(sort: Sort) -> Self {
        Self { show: Show::All, sort, group: Grouping::None, order: Vec::new(), headings: Vec::new() }
    }

    /// The heading a row stands under, if there are groups.
    pub fn heading(&self, row: usize) -> Option<&str> {
        self.heading_of(row).map(|heading| heading.words.as_str())
    }

    fn heading_of(&self, row: usize) -> Option<&Heading> {
        let before = self.headings.partition_point(|heading| heading.first <= row);
        self.headings.get(before.checked_sub(1)?).filter(|_| row < self.order.len())
    }

    /// Whether a row is the first under its heading.
    pub fn opens_group(&self, row: usize) -> bool {
        self.heading_of(row).is_some_and(|heading| heading.first == row)
    }

    /// How many headings it has.
    pub const fn groups(&self) -> usize {
        self.headings.len()
    }

    /// How many rows stand under the heading of this one.
    pub fn group_size(&self, row: usize) -> usize {
        self.heading_of(row).map_or(0, |heading| heading.size)
    }

    /// Steps one of the choices.
    pub(super) fn step(&mut self, choice: Action) {
        if choice == Action::Filter {
            self.show = after(self.show);
        } else if choice == Action::Sort {
            self.sort = after(self.sort);
        } else {
            self.group = after(self.group);
        }
    }

    /// Whether it is as it was before a change: an item has left its filter or its group since.
    pub(super) fn is_outdated(&self, items: &[Listed<'_>]) -> bool {
        let kept = items.iter().filter(|item| self.show.keeps(item)).count();
        kept != self.order.len()
            || self.order.iter().enumerate().any(|(row, at)| {
                items.get(*at).is_none_or(|item| {
                    !self.show.keeps(item)
                        || self.heading(row).is_some_and(|heading| item.heading(self.group) != heading)
                })
            })
    }

    /// Fills the list anew from all items; for an order of words, with the rank of each (see [`ranks`]).
    pub(super) fn fill(&mut self, items: &[Listed<'_>], ranks: &[usize]) {
        let mut kept: Vec<&Listed<'_>> = items.iter().filter(|item| self.show.keeps(item)).collect();
        if self.sort != Sort::File {
            kept.sort_by_cached_key(|item| (item.rank(), item.due.is_none(), item.due));
        }
        match self.sort {
            Sort::Urgent | Sort::File => {}
            Sort::Due => kept.sort_by_cached_key(|item| (item.due.is_none(), item.due)),
            Sort::Owner | Sort::Title => kept.sort_by_cached_key(|item| ranks.get(item.at).copied()),
        }
        self.headings.clear();
        if self.group != Grouping::None {
            let mut places: HashMap<&str, usize> = HashMap::new();
            let mut grouped: Vec<(usize, &Listed<'_>)> = Vec::with_capacity(kept.len());
            for item in kept {
                let next = places.len();
                let name = item.under(self.group);
                grouped.push((name.map_or(usize::MAX, |name| *places.entry(name).or_insert(next)), item));
            }
            grouped.sort_by_key(|(place, _)| *place);
            kept = grouped.into_iter().map(|(_, item)| item).collect();
            self.headings = headings(kept.iter().map(|item| item.heading(self.group)));
        }
        self.order = kept.iter().map(|item| item.at).collect();
    }
}

/// Where an item stands, as far as a filter asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    Overdue,
    Soon,
    Open,
    OnHold,
    Done,
    Dropped,
}

impl Show {
    fn keeps(self, item: &Listed<'_>) -> bool {
        match self {
            Self::All => true,
            Self::Overdue => item.stage == Stage::Overdue,
            Self::Soon => item.stage == Stage::Soon,
            Self::NotClosed => !matches!(item.stage, Stage::Done | Stage::Dropped),
            Self::Done => item.stage == Stage::Done,
            // What is closed needs none any more.
            Self::NoOwner => item.owner.is_none() && Self::NotClosed.keeps(item),
        }
    }
}

/// What a field says; that it is not readable where it stands in the file all the same.
pub(super) fn shown<'a>(text: Option<&'a str>, key: &str, unreadable: &Unreadable) -> Option<&'a str> {
    text.or_else(|| unreadable.has(key).then_some(NOT_READABLE))
}

/// What a list needs to know of an item.
pub(super) struct Listed<'a> {
    /// Its place in the file.
    pub(super) at: usize,
    pub(super) title: &'a str,
    pub(super) owner: Option<&'a str>,
    pub(super) due: Option<NaiveDate>,
    pub(super) status: &'static str,
    pub(super) theme: Option<&'a str>,
    /// The heading of what has no theme.
    pub(super) no_theme: &'static str,
    pub(super) stage: Stage,
}

impl<'a> Listed<'a> {
    /// What it stands under, if it has that.
    fn under(&self, group: Grouping) -> Option<&'a str> {
        match group {
            Grouping::None => None,
            Grouping::Status => Some(self.status),
            Grouping::Owner => self.owner,
            Grouping::Theme => self.theme,
        }
    }

    /// The order of urgency: overdue, with a day to come, without one, on hold, closed.
    const fn rank(&self) -> u8 {
        match (self.stage, self.due) {
            (Stage::Overdue, _) => 0,
            (Stage::Soon | Stage::Open, Some(_)) => 1,
            (Stage::Soon | Stage::Open, None) => 2,
            (Stage::OnHold, _) => 3,
            (Stage::Done | Stage::Dropped, _) => 4,
        }
    }

    fn heading(&self, group: Grouping) -> &'a str {
        let none = if group == Grouping::Owner { "no owner" } else { self.no_theme };
        self.under(group).unwrap_or(none)
    }
}
