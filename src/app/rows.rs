//! Rows: what the rows of each tab are, what is chosen, and what can be changed on it.
//!
//! Walks the table of sections; knows none of them by name.

use super::action::{Action, Mode, entry};
use super::event::Key;
use super::forms::MenuRow;
use super::layer::Layer;
use super::question::Question;
use super::section::{Content, Head, row_of, sections};
use super::state::State;
use super::tab::Tab;
use crate::document::ItemAddress;
use crate::programme::Section;
use crate::text::Place;
use crate::wording::{self, Ids, Links, Pointer};

/// Which row of a tab is of which item; in the order of the items, and of several rows of one item the first is first.
#[derive(PartialEq)]
struct RowsOf(Tab);

impl Question for RowsOf {
    type Answer = Vec<(Pointer, usize)>;

    const FOLLOWS_LISTS: bool = true;

    fn answer(&self, state: &State) -> Self::Answer {
        let rows = state.pointers(self.0).into_iter().zip(0..);
        let mut rows: Vec<(Pointer, usize)> = rows.collect();
        rows.sort_unstable();
        rows
    }
}

/// Which items of a section have an id, in the order of their ids; of several with one id the first is first.
#[derive(PartialEq)]
struct ById(Section);

impl ById {
    fn id<'a>(&self, state: &'a State, at: usize) -> Option<&'a str> {
        (row_of(self.0)?.item)(state.programme(), at)?.id
    }
}

impl Question for ById {
    type Answer = Vec<usize>;

    fn answer(&self, state: &State) -> Self::Answer {
        let count = row_of(self.0).and_then(|row| (row.count)(state.programme())).unwrap_or(0);
        let mut items: Vec<usize> = (0..count).filter(|at| self.id(state, *at).is_some()).collect();
        items.sort_by_key(|at| self.id(state, *at));
        items
    }
}

impl Ids for State {
    fn find(&self, section: Section, id: &str) -> Option<usize> {
        let (own, items) = (ById(section), self.ask(ById(section)));
        let first = items.partition_point(|at| own.id(self, *at) < Some(id));
        items.get(first).copied().filter(|at| own.id(self, *at) == Some(id))
    }

    fn absent(&self, section: Section) -> &'static str {
        wording::absent_if(self.not_read(Some(section)).is_some())
    }
}

impl State {
    /// What there is to tell of.
    pub fn content(&self) -> Content<'_> {
        let links = Links::known_to(self.programme(), self);
        Content { links, ..Content::of(self.programme(), self.figures()) }
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
        (tab.row().rows)(self).count()
    }

    /// What a row of a tab is; what could not be read comes after everything else.
    pub fn item(&self, tab: Tab, row: usize) -> Option<Pointer> {
        let sound = (tab.row().rows)(self);
        match row.checked_sub(sound.count()) {
            None => sound.get(row),
            Some(after) => self.unread_on(tab).get(after).copied().map(Pointer::Unread),
        }
    }

    /// What all rows of a tab are.
    pub fn pointers(&self, tab: Tab) -> Vec<Pointer> {
        let unread = self.unread_on(tab);
        (tab.row().rows)(self).all().chain(unread.iter().copied().map(Pointer::Unread)).collect()
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
        let rows = self.ask(RowsOf(tab));
        let at = rows.partition_point(|(own, _)| *own < pointer);
        Some((tab, rows.get(at).filter(|(own, _)| *own == pointer).map(|(_, row)| *row)))
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
