//! Listing: which initiatives and recommendations a list shows, in what order, under which headings.
//!
//! A list is made when the user filters, sorts or groups it, changes the tab or reads the file again; in
//! between it stays as it is, so that nothing jumps under the cursor. Never draws.

use super::action::Action;
use super::state::State;
use super::tab::Tab;
use crate::figures::{Mark, Progress, SOON, is_closed};
use crate::programme::{Initiative, Recommendation, RecommendationStatus, Unreadable};
use crate::text::fold;
use crate::wording::{NOT_READABLE, Notice, progress_word, recommendation_state};
use chrono::NaiveDate;
use std::collections::HashMap;

/// Which items a list keeps.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is described by its words")]
pub enum Show {
    #[default]
    All,
    Overdue,
    Soon,
    NotClosed,
    Done,
    NoOwner,
}

/// The order of a list. Equals come most urgent first, except where the file's own order is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is described by its words")]
pub enum Sort {
    Urgent,
    File,
    Due,
    Owner,
    Title,
}

/// What the headings of a list are. Groups come in the order of their first items, what belongs to none last.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
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
    /// The heading each of them stands under; empty without groups.
    headings: Vec<String>,
}

impl Listing {
    /// Everything in this order, without headings; `order` is yet to be filled.
    pub(super) const fn new(sort: Sort) -> Self {
        Self { show: Show::All, sort, group: Grouping::None, order: Vec::new(), headings: Vec::new() }
    }

    /// The heading a row stands under, if there are groups.
    pub fn heading(&self, row: usize) -> Option<&str> {
        self.headings.get(row).map(String::as_str)
    }

    /// Whether a row is the first under its heading.
    pub fn opens_group(&self, row: usize) -> bool {
        self.heading(row).is_some() && (row == 0 || self.heading(row) != self.heading(row - 1))
    }

    /// How many rows stand under a heading.
    pub fn group_size(&self, heading: &str) -> usize {
        self.headings.iter().filter(|own| *own == heading).count()
    }

    fn step(&mut self, choice: Action) {
        if choice == Action::Filter {
            self.show = after(&SHOWS, self.show);
        } else if choice == Action::Sort {
            self.sort = after(&SORTS, self.sort);
        } else {
            self.group = after(&GROUPINGS, self.group);
        }
    }

    /// Fills the list anew from all items.
    fn fill(&mut self, items: &[Item<'_>]) {
        let mut kept: Vec<&Item<'_>> = items.iter().filter(|item| self.show.keeps(item)).collect();
        if self.sort != Sort::File {
            kept.sort_by_key(|item| (item.rank, item.due.is_none(), item.due));
        }
        match self.sort {
            Sort::Urgent | Sort::File => {}
            Sort::Due => kept.sort_by_key(|item| (item.due.is_none(), item.due)),
            Sort::Owner => kept.sort_by_cached_key(|item| (item.owner.is_none(), item.owner.map(fold))),
            Sort::Title => kept.sort_by_cached_key(|item| fold(item.title)),
        }
        self.headings.clear();
        if self.group != Grouping::None {
            let mut places: HashMap<&str, usize> = HashMap::new();
            for name in kept.iter().filter_map(|item| item.under(self.group)) {
                let next = places.len();
                places.entry(name).or_insert(next);
            }
            let place = |name| places.get(name).copied();
            kept.sort_by_key(|item| item.under(self.group).and_then(place).unwrap_or(usize::MAX));
            self.headings = kept.iter().map(|item| item.heading(self.group)).collect();
        }
        self.order = kept.iter().map(|item| item.at).collect();
    }
}

const SHOWS: [Show; 6] = [Show::All, Show::Overdue, Show::Soon, Show::NotClosed, Show::Done, Show::NoOwner];
const SORTS: [Sort; 5] = [Sort::Urgent, Sort::File, Sort::Due, Sort::Owner, Sort::Title];
const GROUPINGS: [Grouping; 4] = [Grouping::None, Grouping::Status, Grouping::Owner, Grouping::Theme];

/// The one after `now`, around the end.
fn after<T: Copy + PartialEq>(all: &[T], now: T) -> T {
    all.iter().cycle().skip_while(|one| **one != now).nth(1).copied().unwrap_or(now)
}

/// Where an item stands, as far as a filter asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Overdue,
    Soon,
    Open,
    Done,
    Dropped,
}

impl Show {
    fn keeps(self, item: &Item<'_>) -> bool {
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
fn shown<'a>(text: Option<&'a str>, key: &str, unreadable: &Unreadable) -> Option<&'a str> {
    text.or_else(|| unreadable.has(key).then_some(NOT_READABLE))
}

/// What a list needs to know of an item.
struct Item<'a> {
    /// Its place in the file.
    at: usize,
    title: &'a str,
    owner: Option<&'a str>,
    due: Option<NaiveDate>,
    status: &'static str,
    theme: Option<&'a str>,
    /// The heading of what has no theme.
    no_theme: &'static str,
    stage: Stage,
    /// The order of urgency: overdue, with a day to come, without one, on hold, closed.
    rank: u8,
}

impl<'a> Item<'a> {
    fn initiative(at: usize, item: &'a Initiative, own: &Progress) -> Self {
        let due = item.due.as_ref().map(|due| due.value.day);
        let stage = match (own.mark, own.days) {
            (Mark::Overdue, _) => Stage::Overdue,
            (Mark::Done, _) => Stage::Done,
            (Mark::Resting, _) if own.is_closed() => Stage::Dropped,
            (Mark::Open | Mark::InProgress | Mark::Unknown, Some(0..=SOON)) => Stage::Soon,
            (Mark::Open | Mark::InProgress | Mark::Resting | Mark::Unknown, _) => Stage::Open,
        };
        let rank = match (own.mark, due) {
            (Mark::Overdue, _) => 0,
            (Mark::InProgress | Mark::Open | Mark::Unknown, Some(_)) => 1,
            (Mark::InProgress | Mark::Open | Mark::Unknown, None) => 2,
            (Mark::Resting, _) if !own.is_closed() => 3,
            (Mark::Resting | Mark::Done, _) => 4,
        };
        let owner = shown(item.owner.as_deref(), "owner", &item.unreadable);
        let theme = shown(item.group.as_deref(), "group", &item.unreadable);
        let (title, status) = (item.title.as_str(), progress_word(own));
        Self { at, title, owner, due, status, theme, no_theme: "no group", stage, rank }
    }

    fn recommendation(at: usize, item: &'a Recommendation, today: NaiveDate) -> Self {
        let due = item.due.as_ref().map(|due| due.value.day);
        let status = item.status.as_ref().map(|status| status.value);
        let days = due.map(|due| (due - today).num_days());
        let unknown = item.unreadable.has("status");
        let stage = match (status, days) {
            (_, Some(..0)) if unknown => Stage::Open,
            (Some(RecommendationStatus::Implemented), _) => Stage::Done,
            (Some(status), _) if is_closed(status) => Stage::Dropped,
            (_, Some(..0)) => Stage::Overdue,
            (_, Some(0..=SOON)) => Stage::Soon,
            _ => Stage::Open,
        };
        let rank = match stage {
            Stage::Overdue => 0,
            Stage::Done | Stage::Dropped => 4,
            Stage::Soon | Stage::Open if due.is_some() => 1,
            Stage::Soon | Stage::Open => 2,
        };
        let owner = shown(item.owner.as_deref(), "owner", &item.unreadable);
        let theme = shown(item.addressed_to.as_deref(), "addressed_to", &item.unreadable);
        let (title, status) = (item.title.as_str(), recommendation_state(item));
        Self { at, title, owner, due, status, theme, no_theme: "no addressee", stage, rank }
    }

    /// What it stands under, if it has that.
    fn under(&self, group: Grouping) -> Option<&'a str> {
        match group {
            Grouping::None => None,
            Grouping::Status => Some(self.status),
            Grouping::Owner => self.owner,
            Grouping::Theme => self.theme,
        }
    }

    fn heading(&self, group: Grouping) -> String {
        let none = if group == Grouping::Owner { "no owner" } else { self.no_theme };
        self.under(group).unwrap_or(none).to_owned()
    }
}

impl State {
    /// The list of a tab that can be filtered.
    pub fn listing(&self, tab: Tab) -> Option<&Listing> {
        match tab {
            Tab::Initiatives => Some(&self.initiatives),
            Tab::Recommendations => Some(&self.recommendations),
            Tab::Overview | Tab::Metrics | Tab::Evaluation | Tab::Meetings => None,
        }
    }

    fn listing_mut(&mut self, tab: Tab) -> Option<&mut Listing> {
        match tab {
            Tab::Initiatives => Some(&mut self.initiatives),
            Tab::Recommendations => Some(&mut self.recommendations),
            Tab::Overview | Tab::Metrics | Tab::Evaluation | Tab::Meetings => None,
        }
    }

    /// Whether the list is as it was before a change: an item has left its filter or its group since.
    pub fn outdated(&self, tab: Tab) -> bool {
        let Some(listing) = self.listing(tab) else { return false };
        let items = self.items(tab);
        let kept = items.iter().filter(|item| listing.show.keeps(item)).count();
        kept != listing.order.len()
            || listing.order.iter().enumerate().any(|(row, at)| {
                items.get(*at).is_none_or(|item| {
                    !listing.show.keeps(item)
                        || listing.heading(row).is_some_and(|heading| item.heading(listing.group) != heading)
                })
            })
    }

    fn items(&self, tab: Tab) -> Vec<Item<'_>> {
        let programme = &self.good.programme;
        match tab {
            Tab::Initiatives => {
                let all = programme.initiatives.iter().zip(&self.figures.initiatives).enumerate();
                all.map(|(at, (item, own))| Item::initiative(at, item, own)).collect()
            }
            Tab::Recommendations => {
                let all = programme.recommendations.iter().enumerate();
                all.map(|(at, item)| Item::recommendation(at, item, self.figures.today)).collect()
            }
            Tab::Overview | Tab::Metrics | Tab::Evaluation | Tab::Meetings => Vec::new(),
        }
    }

    /// Makes the lists anew: all initiatives in the order of urgency, and both lists as they are chosen.
    pub(super) fn sort(&mut self) {
        let mut urgent = Listing::new(Sort::Urgent);
        urgent.fill(&self.items(Tab::Initiatives));
        self.order = urgent.order;
        self.fill(Tab::Initiatives);
        self.fill(Tab::Recommendations);
    }

    fn fill(&mut self, tab: Tab) {
        let Some(mut listing) = self.listing(tab).cloned() else { return };
        listing.fill(&self.items(tab));
        if let Some(own) = self.listing_mut(tab) {
            *own = listing;
        }
    }

    /// Makes the lists anew; what was chosen stays chosen, where it still shows.
    pub(super) fn sort_around_chosen(&mut self) {
        let tabs = [Tab::Initiatives, Tab::Recommendations];
        let chosen = tabs.map(|tab| self.listing(tab)?.order.get(self.row_on(tab)).copied());
        self.sort();
        for (tab, chosen) in tabs.into_iter().zip(chosen) {
            let row = chosen.and_then(|at| self.listing(tab)?.order.iter().position(|own| *own == at));
            if let Some(own) = self.rows.get_mut(tab.index()) {
                *own = row.unwrap_or(0);
            }
        }
    }
}

/// Steps a choice of the open tab's list.
pub(super) fn step(state: &mut State, choice: Action) {
    match state.listing_mut(state.tab) {
        Some(listing) => {
            listing.step(choice);
            state.sort_around_chosen();
        }
        None => state.notice = Some(Notice::NoList),
    }
}

/// Shows all items of a list again.
pub(super) fn show_all(state: &mut State, tab: Tab) {
    if let Some(listing) = state.listing_mut(tab).filter(|listing| listing.show != Show::All) {
        listing.show = Show::All;
        state.sort_around_chosen();
    }
}
