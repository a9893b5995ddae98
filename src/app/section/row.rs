//! Row: what the table of sections says of a tab, and of the section of the file it shows.
//!
//! Everything that goes through the tabs, or through the sections, asks here: keys, lists, details, search, slides,
//! menus, the report. Never says it of a section itself.

use crate::app::action::Action;
use crate::app::forms::MenuRow;
use crate::app::listing::{Listed, Sort};
use crate::app::slide::{Blocks, LineGroup, Picture};
use crate::app::state::State;
use crate::app::tab::Tab;
use crate::figures::{Figures, Since};
use crate::programme::{Programme, Section};
use crate::text::Place;
use crate::wording::{Fact, Links, Phrase, Pointer};

/// What a tab is.
#[derive(Debug)]
pub struct TabRow {
    /// The name on the screen.
    pub title: &'static str,
    /// What its rows lead to, in the order of the list. What could not be read is not among them.
    pub rows: for<'a> fn(&'a State) -> Pointers<'a>,
    /// About how many rows of a narrow window, and of others, each takes: rather too many, so that none is passed
    /// over unseen.
    pub height: (isize, isize),
    /// How its list is filtered, sorted and grouped, where it is.
    pub list: Option<ListRow>,
    /// What it says as a whole.
    pub message: fn(&Content<'_>) -> Phrase,
    /// Its slides.
    pub(in crate::app) slides: SlideRow,
    /// The keys worth naming on its list, the most used first.
    pub keys: &'static [Action],
    /// The section of the file it shows; the overview shows all of them.
    pub section: Option<SectionRow>,
}

/// What a section of the file with a tab of its own is.
#[derive(Debug)]
pub struct SectionRow {
    /// Its name in the file.
    pub section: Section,
    /// How many items it has; none where the file does not give it and nothing is to be said of that.
    pub count: fn(&Programme) -> Option<usize>,
    /// An item by its place in the file.
    pub item: for<'a> fn(&'a Programme, usize) -> Option<Head<'a>>,
    /// All of its items, in the order in which a search finds them.
    pub(in crate::app) found: for<'a> fn(&'a State) -> Pointers<'a>,
    /// Everything the file says of an item.
    pub facts: fn(&Content<'_>, usize) -> Vec<Fact>,
    /// What the figures say of an item, before anything else.
    pub values: fn(&Content<'_>, usize) -> Vec<Fact>,
    /// Everything the file says of the section as a whole.
    pub whole: fn(&Content<'_>) -> Vec<Fact>,
    /// How many of its items stand where, where that is told.
    pub counts: fn(&Content<'_>) -> Option<String>,
    /// An item in a line of the report.
    pub line: fn(&Content<'_>, usize) -> String,
    /// What can be changed on an item, and the words its status may have.
    pub(in crate::app) menus: Option<Menus>,
    /// The keys worth naming on the page of an item, the most used first.
    pub keys: &'static [Action],
}

/// How a list can be filtered, sorted and grouped.
#[derive(Debug)]
pub struct ListRow {
    /// The order it begins with.
    pub(in crate::app) sort: Sort,
    /// What is known of its items.
    pub(in crate::app) items: for<'a> fn(&'a State) -> Vec<Listed<'a>>,
    /// What its items are grouped by beside status and owner.
    pub theme: &'static str,
    /// One of its items, and several.
    pub noun: (&'static str, &'static str),
}

/// What slides a tab has, and what they say. Each is known by the item it is of, or by 0.
#[derive(Debug)]
pub(in crate::app) struct SlideRow {
    /// All of them.
    pub(in crate::app) all: fn(&State) -> Vec<usize>,
    /// The one that slides begin with when they are begun here.
    pub(in crate::app) first: fn(&State) -> Option<usize>,
    /// What stands below the message.
    pub(in crate::app) blocks: for<'a> fn(&'a State, usize, usize) -> Blocks<'a>,
    /// The speaker notes of what it shows, each with the name of its item where there are several.
    pub(in crate::app) notes: for<'a> fn(&'a Programme, usize) -> Notes<'a>,
    /// What stands above the text.
    pub(in crate::app) picture: Picture,
    /// What it has beside that.
    pub(in crate::app) more: More,
}

/// What not every slide has.
#[derive(Debug)]
pub(in crate::app) struct More {
    /// A message that is not the one of its tab.
    pub(in crate::app) message: Option<fn(&Content<'_>, usize) -> Phrase>,
    /// A number in large digits, and what it counts.
    pub(in crate::app) large: fn(&State, usize) -> Option<Large>,
    /// More below the message, where the window has room for all of it.
    pub(in crate::app) taller: fn(&State, usize) -> Option<Vec<LineGroup>>,
    /// Where its figures come from.
    pub(in crate::app) source: fn(&Content<'_>, usize) -> Option<String>,
}

impl More {
    /// Nothing of it.
    pub(in crate::app) const NOTHING: Self =
        Self { message: None, large: |_, _| None, taller: |_, _| None, source: |_, _| None };
}

/// What can be changed on an item.
#[derive(Debug)]
pub(in crate::app) struct Menus {
    /// The menu of changes.
    pub(in crate::app) menu: fn(&State, usize) -> Vec<MenuRow>,
    /// The words of its lifecycle.
    pub(in crate::app) words: fn(&State, usize) -> Vec<MenuRow>,
}

/// Speaker notes, each with the name of its item where there are several.
pub(in crate::app) type Notes<'a> = Vec<(&'a str, Option<&'a String>)>;

/// A number in large digits, and what it counts.
pub(in crate::app) type Large = (String, Vec<String>);

/// What the rows of a list lead to. None of them is looked at but the one that is asked for.
pub struct Pointers<'a> {
    count: usize,
    at: Box<dyn Fn(usize) -> Pointer + 'a>,
}

impl<'a> Pointers<'a> {
    /// So many rows, and what each of them leads to.
    pub(in crate::app) fn new(count: usize, at: impl Fn(usize) -> Pointer + 'a) -> Self {
        Self { count, at: Box::new(at) }
    }

    /// How many there are.
    pub const fn count(&self) -> usize {
        self.count
    }

    /// What a row leads to, where there is such a row.
    pub fn get(&self, row: usize) -> Option<Pointer> {
        (row < self.count).then(|| (self.at)(row))
    }

    /// What all of them lead to.
    pub fn all(self) -> impl Iterator<Item = Pointer> + 'a {
        (0..self.count).map(self.at)
    }
}

/// What every item has.
#[derive(Debug, Clone, Copy)]
pub struct Head<'a> {
    /// Its title or name.
    pub title: &'a str,
    /// Its id, where it has one.
    pub id: Option<&'a str>,
    /// Where it stands in the file.
    pub place: &'a Place,
}

/// A programme with what is computed from it: what there is to tell of.
#[derive(Debug)]
pub struct Content<'a> {
    /// The programme.
    pub programme: &'a Programme,
    /// Its figures.
    pub figures: &'a Figures,
    /// What its items are called that others name.
    pub links: Links<'a>,
    /// What changes are counted from.
    pub since: Since,
}

impl<'a> Content<'a> {
    /// What there is to tell of a programme.
    pub const fn of(programme: &'a Programme, figures: &'a Figures) -> Self {
        Self { programme, figures, links: Links::of(programme), since: Since::YearBefore }
    }

    /// The same with changes counted from this.
    #[must_use]
    pub fn counted_from(self, since: Since) -> Self {
        Self { since, ..self }
    }
}

/// All items of a section, in the order of the file.
pub(super) fn in_file<'a>(section: Section, count: usize) -> Pointers<'a> {
    Pointers::new(count, move |at| Pointer::Item(section, at))
}

/// Items of a section in this order.
pub(super) fn in_order(section: Section, order: &[usize]) -> Pointers<'_> {
    let at = move |row: usize| Pointer::Item(section, order.get(row).copied().unwrap_or(usize::MAX));
    Pointers::new(order.len(), at)
}

/// Those of a section that its list shows, in its order.
pub(super) fn in_list(state: &State, tab: Tab, section: Section) -> Pointers<'_> {
    in_order(section, state.view.lists[tab].as_ref().map_or(&[], |listing| &listing.order))
}

/// The keys of a list.
pub(super) const LIST_KEYS: &[Action] =
    &[Action::NextTab, Action::Down, Action::Open, Action::Find, Action::About, Action::Quit];

/// The keys of an item.
pub(super) const ITEM_KEYS: &[Action] =
    &[Action::Back, Action::Down, Action::ScrollDown, Action::Edit, Action::Quit];
