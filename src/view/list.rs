//! List: items in a viewport around the chosen one, with headings between groups, the sign of the cursor, and
//! which part of the list shows.
//!
//! A page says how high its items are and draws one of them into a panel of its own; where that lies on the screen
//! it never knows.

mod columns;

pub(super) use columns::{Cell, Column, Columns};

use super::panel::Panel;
use super::parts::viewport::{position, scrolled, viewport};
use crate::app::Listing;
use crate::settings::Role;
use crate::wording;
use ratatui::layout::Position;
use std::ops::Range;

/// The items of a list and how the chosen one is marked.
pub(super) struct List<'a> {
    /// The rows of each item, without a heading above it.
    heights: Vec<u16>,
    /// The chosen item, if it is one of this list.
    chosen: Option<usize>,
    /// Where the headings between groups come from.
    groups: Option<&'a Listing>,
    /// The sign before the chosen item.
    sign: &'static str,
    /// The rows of the chosen item that have the look of the selection.
    band: u16,
}

/// The part of a list that shows.
pub(super) struct Visible<'a> {
    list: List<'a>,
    /// The items that show.
    pub(super) items: Range<usize>,
}

impl<'a> List<'a> {
    /// A list of items that are so many rows high; the chosen one has a sign and its first row is marked.
    pub(super) const fn new(heights: Vec<u16>, chosen: Option<usize>) -> Self {
        Self { heights, chosen, groups: None, sign: ">", band: 1 }
    }

    /// A list of `count` items that are equally high.
    pub(super) fn even(height: u16, count: usize, chosen: Option<usize>) -> Self {
        Self::new(vec![height; count], chosen)
    }

    /// With a heading above the first item of each group.
    pub(super) const fn grouped(mut self, listing: &'a Listing) -> Self {
        self.groups = Some(listing);
        self
    }

    /// Marks so many rows of the chosen item.
    pub(super) const fn band(mut self, rows: u16) -> Self {
        self.band = rows;
        self
    }

    /// Without a sign: there is no column for it.
    pub(super) const fn without_sign(mut self) -> Self {
        self.sign = "";
        self
    }

    /// The rows that an item takes, with the heading above it.
    fn rows(&self, item: usize) -> u16 {
        let heading = u16::from(self.groups.is_some_and(|listing| listing.opens_group(item)));
        self.heights.get(item).copied().unwrap_or(0).saturating_add(heading)
    }

    /// The rows that all items take.
    pub(super) fn all_rows(&self) -> u16 {
        (0..self.heights.len()).fold(0, |sum: u16, item| sum.saturating_add(self.rows(item)))
    }

    /// What shows of it in so many rows.
    pub(super) fn within(self, room: u16) -> Visible<'a> {
        let heights: Vec<u16> = (0..self.heights.len()).map(|item| self.rows(item)).collect();
        let items = viewport(&heights, self.chosen.unwrap_or(0), room);
        Visible { list: self, items }
    }

    /// The same of a list that scrolls no further than it takes to show the chosen item.
    pub(super) fn scrolled(self, most: usize) -> Visible<'a> {
        let items = scrolled(self.heights.len(), self.chosen.unwrap_or(0), most);
        Visible { list: self, items }
    }

    /// What shows in so many rows, but where not all of it fits the last of the rows is left to say which part shows.
    pub(super) fn above_position(self, room: u16) -> Visible<'a> {
        let is_cut = self.all_rows() > room;
        self.within(room.saturating_sub(u16::from(is_cut)))
    }
}

impl Visible<'_> {
    /// Draws each item that shows from row `y` on: `item` is asked to draw it into a panel that holds nothing else, and
    /// told whether it is chosen. Where the cursor belongs, and the first free row.
    pub(super) fn draw(
        &self,
        mut y: u16,
        panel: &mut Panel<'_>,
        mut item: impl FnMut(usize, bool, &mut Panel<'_>),
    ) -> (Option<Position>, u16) {
        let (columns, mut cursor) = (panel.columns(), None);
        for at in self.items.clone() {
            y += self.heading(at, y, panel);
            let height = self.list.heights.get(at).copied().unwrap_or(0);
            let chosen = self.list.chosen == Some(at);
            let mut own = panel.part(0, y, columns, height);
            item(at, chosen, &mut own);
            if chosen {
                // Last of all, so that the whole row has one look.
                own.text(0, 0, self.list.sign, Role::Accent);
                own.select(0, self.list.band);
                cursor = Some(panel.cursor(y));
            }
            y = y.saturating_add(height);
        }
        (cursor, y)
    }

    /// Draws the heading above an item, where it is the first of its group or of the screen; returns the rows taken.
    fn heading(&self, at: usize, y: u16, panel: &mut Panel<'_>) -> u16 {
        let Some(listing) = self.list.groups else { return 0 };
        let opens = at == self.items.start || listing.opens_group(at);
        let Some(words) = listing.heading(at).filter(|_| opens) else { return 0 };
        let size = listing.group_size(words);
        panel.heading(y, words, &wording::count(size, "item", "items"));
        1
    }

    /// `3-9 of 14` where not everything shows; empty where it does.
    pub(super) fn position(&self) -> String {
        position(&self.items, self.list.heights.len())
    }

    /// Whether all of the list shows.
    pub(super) fn is_whole(&self) -> bool {
        self.items.len() >= self.list.heights.len()
    }

    /// Says at the right end of row `y` which part shows: of a rule, or of the row under the list.
    pub(super) fn say(&self, y: u16, panel: &mut Panel<'_>) {
        if !self.is_whole() {
            panel.right(panel.columns(), y, &format!(" {}", self.position()), Role::Muted);
        }
    }

    /// The same in the last row.
    pub(super) fn say_below(&self, panel: &mut Panel<'_>) {
        self.say(panel.rows().saturating_sub(1), panel);
    }
}
