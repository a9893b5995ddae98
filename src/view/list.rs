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
use std::sync::Arc;

/// The items of a list and how the chosen one is marked.
pub(super) struct List<'a> {
    /// The rows of each item, without a heading above it.
    heights: ItemHeights,
    /// The chosen item, if it is one of this list.
    chosen: Option<usize>,
    /// Where the headings between groups come from.
    groups: Option<&'a Listing>,
    /// The sign before the chosen item.
    sign: &'static str,
    /// The rows of the chosen item that have the look of the selection.
    band: u16,
}

/// How high the items of a list are.
pub(super) enum ItemHeights {
    /// So many that are equally high.
    Even(u16, usize),
    /// The same, but for the one at this place.
    But(u16, usize, (usize, u16)),
    /// Each has its own height; measured once for all frames.
    Own(Arc<OwnHeights>),
}

/// A height for each item, and the sum of all.
pub(super) struct OwnHeights {
    each: Vec<u16>,
    all: u16,
}

impl FromIterator<u16> for OwnHeights {
    fn from_iter<I: IntoIterator<Item = u16>>(heights: I) -> Self {
        let each: Vec<u16> = heights.into_iter().collect();
        Self { all: each.iter().fold(0, |sum, height| sum.saturating_add(*height)), each }
    }
}

impl ItemHeights {
    fn count(&self) -> usize {
        match self {
            Self::Even(_, count) | Self::But(_, count, _) => *count,
            Self::Own(own) => own.each.len(),
        }
    }

    fn of(&self, item: usize) -> u16 {
        match self {
            Self::But(_, _, (at, own)) if *at == item => *own,
            Self::Even(height, count) | Self::But(height, count, _) if item < *count => *height,
            Self::Even(..) | Self::But(..) => 0,
            Self::Own(own) => own.each.get(item).copied().unwrap_or(0),
        }
    }

    /// The rows that all of them take.
    fn all(&self) -> u16 {
        let times =
            |height: u16, count: usize| height.saturating_mul(u16::try_from(count).unwrap_or(u16::MAX));
        match self {
            Self::Even(height, count) => times(*height, *count),
            Self::But(height, count, (_, own)) => {
                times(*height, count.saturating_sub(1)).saturating_add(*own)
            }
            Self::Own(own) => own.all,
        }
    }
}

/// The part of a list that shows.
pub(super) struct Visible<'a> {
    list: List<'a>,
    /// The items that show.
    pub(super) items: Range<usize>,
}

impl<'a> List<'a> {
    /// A list of items that are so many rows high; the chosen one has a sign and its first row is marked.
    pub(super) const fn new(heights: ItemHeights, chosen: Option<usize>) -> Self {
        Self { heights, chosen, groups: None, sign: ">", band: 1 }
    }

    /// A list of `count` items that are equally high.
    pub(super) const fn even(height: u16, count: usize, chosen: Option<usize>) -> Self {
        Self::new(ItemHeights::Even(height, count), chosen)
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
        self.heights.of(item).saturating_add(heading)
    }

    /// The rows that all items take.
    pub(super) fn all_rows(&self) -> u16 {
        let headings = self.groups.map_or(0, Listing::groups);
        self.heights.all().saturating_add(u16::try_from(headings).unwrap_or(u16::MAX))
    }

    /// What shows of it in so many rows.
    pub(super) fn within(self, room: u16) -> Visible<'a> {
        let items = viewport(self.heights.count(), |item| self.rows(item), self.chosen.unwrap_or(0), room);
        Visible { list: self, items }
    }

    /// The same of a list that scrolls no further than it takes to show the chosen item.
    pub(super) fn scrolled(self, most: usize) -> Visible<'a> {
        let items = scrolled(self.heights.count(), self.chosen.unwrap_or(0), most);
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
            let height = self.list.heights.of(at);
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
        let size = listing.group_size(at);
        panel.heading(y, words, &wording::count(size, "item", "items"));
        1
    }

    /// `3-9 of 14` where not everything shows; empty where it does.
    pub(super) fn position(&self) -> String {
        position(&self.items, self.list.heights.count())
    }

    /// Whether all of the list shows.
    pub(super) fn is_whole(&self) -> bool {
        self.items.len() >= self.list.heights.count()
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
