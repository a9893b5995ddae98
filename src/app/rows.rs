//! Rows: what the rows of each tab are, what is chosen, and what can be changed on it.
//!
//! Walks the table of sections; knows none of them by name.

use super::action::{Action, Mode, entry};
use super::event::Key;
use super::forms::MenuRow;
use super::layer::Layer;
use super::section::{Content, Head, row_of, sections};
use super::state::State;
use super::tab::Tab;
use crate::document::ItemAddress;
use crate::text::Place;
use crate::wording::Pointer;

impl State {
    /// What there is to tell of.
    pub const fn content(&self) -> Content<'_> {
        Content::of(self.programme(), self.figures())
    }

    /// The chosen row of the open tab.
    pub fn row(&self) -> usize {
        self.view.rows[self.view.tab]
    }

    /// How many rows a tab has to choose from.
    pub fn row_count(&self, tab: Tab) -> usize {
        self.sound_rows(tab) + self.unread_on(tab).len()
    }

    /// How many rows of a tab could be read.
    pub fn sound_rows(&self, tab: Tab) -> usize {
        (tab.row().rows)(self).len()
    }

    /// What a row of a tab is; what could not be read comes after everything else.
    pub fn item(&self, tab: Tab, row: usize) -> Option<Pointer> {
        let mut sound = (tab.row().rows)(self);
        let after = row.checked_sub(sound.len());
        match after {
            None => sound.nth(row),
            Some(after) => self.unread_on(tab).get(after).copied().map(Pointer::Unread),
        }
    }

    /// What all rows of a tab are.
    pub fn pointers(&self, tab: Tab) -> Vec<Pointer> {
        (tab.row().rows)(self).chain(self.unread_on(tab).into_iter().map(Pointer::Unread)).collect()
    }

    /// What the chosen row of the open tab is.
    pub fn chosen(&self) -> Option<Pointer> {
        self.item(self.view.tab, self.row())
    }

    /// All items that have a row of their own on some tab, in the order of the tabs and of the file.
    pub(super) fn items(&self) -> impl Iterator<Item = Pointer> {
        let programme = self.programme();
        let of = |count: Option<usize>| 0..count.unwrap_or(0);
        sections()
            .flat_map(move |row| of((row.count)(programme)).map(|at| Pointer::Item(row.section, at)))
            .chain((0..programme.unread.len()).map(Pointer::Unread))
    }

    /// The tab and the row of what stands in the file, where a tab shows its section. A filter may hide it: then
    /// there is a tab, but no row.
    pub(super) fn place_of(&self, pointer: Pointer) -> Option<(Tab, Option<usize>)> {
        let section = match pointer {
            Pointer::Item(section, _) => section,
            Pointer::Unread(at) => self.programme().unread.get(at)?.section,
            Pointer::About | Pointer::Findings => return None,
        };
        let tab = Tab::of(section)?;
        Some((tab, self.pointers(tab).into_iter().position(|own| own == pointer)))
    }

    /// The key that leads to something.
    pub fn key_to(&self, pointer: Pointer) -> String {
        let over = |action| entry(Mode::Tabs, action)?.keys.first().copied();
        let key = match pointer {
            Pointer::Item(section, _) => Tab::of(section).map(Tab::key).or_else(|| over(Action::About)),
            Pointer::About => over(Action::About),
            Pointer::Unread(_) | Pointer::Findings => over(Action::Problems),
        };
        key.map(Key::name).unwrap_or_default()
    }

    fn head_of(&self, pointer: Pointer) -> Option<Head<'_>> {
        let programme = self.programme();
        match pointer {
            Pointer::Item(section, at) => (row_of(section)?.item)(programme, at),
            Pointer::Unread(at) => {
                let item = programme.unread.get(at)?;
                let title = item.title.as_deref().unwrap_or("Could not be read");
                Some(Head { title, id: None, place: &item.place })
            }
            Pointer::About => {
                let about = &programme.about;
                Some(Head { title: &about.title, id: None, place: &about.place })
            }
            Pointer::Findings => None,
        }
    }

    /// What an item is called, and where it stands in the file.
    pub fn head(&self, pointer: Pointer) -> Option<(&str, &Place)> {
        self.head_of(pointer).map(|head| (head.title, head.place))
    }

    /// The id of an item, where it has one.
    pub fn id(&self, pointer: Pointer) -> Option<&str> {
        self.head_of(pointer)?.id
    }

    /// The line of the file the chosen row stands on; the first line where there is none.
    pub fn chosen_line(&self) -> usize {
        self.chosen().and_then(|pointer| self.head(pointer)).map_or(1, |(_, place)| place.line().max(1))
    }

    /// The rows of a menu for the chosen item; none where nothing can be changed on it, and where this is no menu.
    pub fn menu_rows(&self, menu: Layer) -> Vec<MenuRow> {
        let Some(Pointer::Item(section, at)) = self.chosen() else { return Vec::new() };
        let menus = row_of(section).and_then(|row| row.menus.as_ref());
        match (menus, menu) {
            (Some(menus), Layer::Menu(_)) => (menus.menu)(self, at),
            (Some(menus), Layer::Words(_)) => (menus.words)(self, at),
            _ => Vec::new(),
        }
    }

    /// The chosen item as a change addresses it.
    pub(super) fn chosen_address(&self) -> Option<ItemAddress> {
        let Some(Pointer::Item(section, at)) = self.chosen() else { return None };
        ItemAddress::new(self.programme(), section, at)
    }
}
