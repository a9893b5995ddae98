//! Lists: those of the tabs that are filtered, sorted and grouped, filled from the programme.
//!
//! Never says what an item's own words are for: its section does.

use super::action::Action;
use super::listing::{Listed, Listing, Show, Sort, ranks};
use super::question::Question;
use super::state::{State, Unlooked};
use super::tab::{Tab, TabTable};
use crate::wording::Notice;

/// Whether the list of a tab is as it was before a change.
#[derive(PartialEq)]
struct Outdated(Tab);

impl Question for Outdated {
    type Answer = bool;

    const FOLLOWS_LISTS: bool = true;

    fn answer(&self, state: &State) -> bool {
        state.listing(self.0).is_some_and(|listing| listing.is_outdated(&state.listed(self.0)))
    }
}

/// The ranks of a tab's items in an order of words: folding and comparing them is for once.
#[derive(PartialEq)]
struct Ranks(Tab, Sort);

impl Question for Ranks {
    type Answer = Vec<usize>;

    fn answer(&self, state: &State) -> Self::Answer {
        ranks(&state.listed(self.0), self.1)
    }
}

impl State {
    /// The list of a tab that can be filtered.
    pub fn listing(&self, tab: Tab) -> Option<&Listing> {
        self.view.lists[tab].as_ref()
    }

    /// Whether the list is as it was before a change: an item has left its filter or its group since.
    pub fn outdated(&self, tab: Tab) -> bool {
        !self.document.has_new_lists() && *self.ask(Outdated(tab))
    }

    fn listed(&self, tab: Tab) -> Vec<Listed<'_>> {
        tab.row().list.as_ref().map(|row| (row.items)(self)).unwrap_or_default()
    }

    /// Makes the lists anew: all initiatives in the order of urgency, and every list as it is chosen.
    pub(super) fn sort(&mut self) {
        let mut urgent = Listing::new(Sort::Urgent);
        urgent.fill(&self.listed(Tab::Initiatives), &[]);
        self.view.order = urgent.order;
        for tab in Tab::ALL.iter().copied() {
            self.fill(tab);
        }
        self.document.is_listed();
        if let Some(find) = self.view.find.as_mut().filter(|find| find.rest.is_some()) {
            // The items it was to look at next may be others.
            find.hits.clear();
            find.rest = Some(Unlooked::from_the_beginning());
        }
    }

    /// Makes a list anew as it is chosen.
    fn fill(&mut self, tab: Tab) {
        if let Some(mut listing) = self.view.lists[tab].take() {
            listing.fill(&self.listed(tab), &self.ask(Ranks(tab, listing.sort)));
            self.view.lists[tab] = Some(listing);
        }
    }

    /// Sorts the lists and chooses the first rows.
    pub(super) fn begin_with_rows(&mut self) {
        self.sort();
        // The list of meetings begins with those that were; the next one is what is looked for.
        let next = self.figures().next_meeting;
        let row = self.figures().meeting_order.iter().position(|at| Some(*at) == next);
        self.view.rows[Tab::Meetings] = row.unwrap_or(0);
    }

    /// Makes the lists anew; what was chosen stays chosen, where it still shows.
    pub(super) fn sort_around_chosen(&mut self) {
        let chosen = TabTable::from_closure(|tab| self.chosen_in(tab));
        self.sort();
        for tab in Tab::ALL.iter().copied() {
            self.choose_again(tab, chosen[tab]);
        }
    }

    /// Makes the lists anew where the text is another one since.
    pub(super) fn renew_lists(&mut self) {
        if self.document.has_new_lists() {
            self.begin_past_lists();
        } else {
            self.sort_around_chosen();
        }
    }

    /// The same where the choices of this list alone are others.
    fn sort_one(&mut self, tab: Tab) {
        if !self.document.has_new_lists() {
            return self.sort_around_chosen();
        }
        let chosen = self.chosen_in(tab);
        self.fill(tab);
        self.document.is_listed();
        self.choose_again(tab, chosen);
        self.begin_past_lists();
    }

    /// What is chosen past the end of a list is chosen no more once lists are made anew, or need not be.
    fn begin_past_lists(&mut self) {
        for tab in Tab::ALL.iter().copied() {
            if self.listing(tab).is_some() && self.chosen_in(tab).is_none() {
                self.view.rows[tab] = 0;
            }
        }
    }

    /// The item that is chosen in the list of a tab, by its place in the file.
    fn chosen_in(&self, tab: Tab) -> Option<usize> {
        self.listing(tab)?.order.get(self.view.rows[tab]).copied()
    }

    fn choose_again(&mut self, tab: Tab, chosen: Option<usize>) {
        if let Some(listing) = self.listing(tab) {
            let row = chosen.and_then(|at| listing.order.iter().position(|own| *own == at));
            self.view.rows[tab] = row.unwrap_or(0);
        }
    }
}

/// Steps a choice of the open tab's list.
pub(super) fn step(state: &mut State, choice: Action) {
    let tab = state.view.tab;
    match &mut state.view.lists[tab] {
        Some(listing) => {
            listing.step(choice);
            state.sort_one(tab);
        }
        None => state.say(Notice::NoList),
    }
}

/// Shows all items of a list again.
pub(super) fn show_all(state: &mut State, tab: Tab) {
    if let Some(listing) = state.view.lists[tab].as_mut().filter(|listing| listing.show != Show::All) {
        listing.show = Show::All;
        state.sort_one(tab);
    }
}
