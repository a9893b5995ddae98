//! Lists: those of the tabs that are filtered, sorted and grouped, filled from the programme.
//!
//! Never says what an item's own words are for: its section does.

use super::action::Action;
use super::listing::{Listed, Listing, Show, Sort};
use super::state::State;
use super::tab::Tab;
use crate::wording::Notice;

impl State {
    /// The list of a tab that can be filtered.
    pub fn listing(&self, tab: Tab) -> Option<&Listing> {
        self.view.lists[tab].as_ref()
    }

    /// Whether the list is as it was before a change: an item has left its filter or its group since.
    pub fn outdated(&self, tab: Tab) -> bool {
        self.listing(tab).is_some_and(|listing| listing.is_outdated(&self.listed(tab)))
    }

    fn listed(&self, tab: Tab) -> Vec<Listed<'_>> {
        tab.row().list.as_ref().map(|row| (row.items)(self)).unwrap_or_default()
    }

    /// Makes the lists anew: all initiatives in the order of urgency, and every list as it is chosen.
    pub(super) fn sort(&mut self) {
        let mut urgent = Listing::new(Sort::Urgent);
        urgent.fill(&self.listed(Tab::Initiatives));
        self.view.order = urgent.order;
        self.view.lists = self.view.lists.transform(|tab, listing| {
            let mut listing = listing.clone()?;
            listing.fill(&self.listed(tab));
            Some(listing)
        });
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
        let chosen = self.view.lists.transform(|tab, listing| {
            listing.as_ref().and_then(|listing| listing.order.get(self.view.rows[tab]).copied())
        });
        self.sort();
        for tab in Tab::ALL.iter().copied() {
            if let Some(listing) = self.listing(tab) {
                let row = chosen[tab].and_then(|at| listing.order.iter().position(|own| *own == at));
                self.view.rows[tab] = row.unwrap_or(0);
            }
        }
    }
}

/// Steps a choice of the open tab's list.
pub(super) fn step(state: &mut State, choice: Action) {
    match &mut state.view.lists[state.view.tab] {
        Some(listing) => {
            listing.step(choice);
            state.sort_around_chosen();
        }
        None => state.say(Notice::NoList),
    }
}

/// Shows all items of a list again.
pub(super) fn show_all(state: &mut State, tab: Tab) {
    if let Some(listing) = state.view.lists[tab].as_mut().filter(|listing| listing.show != Show::All) {
        listing.show = Show::All;
        state.sort_around_chosen();
    }
}
