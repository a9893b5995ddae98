//! Restoring: the place on the screen stays with its items when the file is read again.
//!
//! An item is known by its id, else by its title; of equal titles by their order.

use super::{finding, moving};
use crate::app::layer::Layer;
use crate::app::lists;
use crate::app::state::State;
use crate::app::tab::{Tab, TabTable};
use crate::document::Code;
use crate::wording::{Notice, Pointer};

/// What is chosen on each tab, and in the list of findings.
#[derive(Debug)]
pub(super) struct Kept {
    rows: TabTable<Option<ChosenRow>>,
    finding: Option<(Code, String, usize)>,
    /// The chosen rows of the menus on top, by what they say; the menu of words stands on the other.
    menus: Vec<String>,
}

/// A chosen row.
#[derive(Debug)]
struct ChosenRow {
    item: KnownItem,
    /// Which of the rows that lead to this item: the overview may have several.
    nth: usize,
}

/// How an item is known again.
#[derive(Debug)]
struct KnownItem {
    /// What it was.
    was: Pointer,
    id: Option<String>,
    title: String,
    /// Which of the items of this title.
    nth: usize,
}

/// Notes what is chosen.
pub(super) fn place(state: &State) -> Kept {
    let finding = match state.view.top() {
        Some(Layer::Problems(at)) => state.findings().get(at).map(|finding| {
            let alike = |other: &&crate::document::Finding| {
                (other.code, &other.message) == (finding.code, &finding.message)
            };
            let before = state.findings().iter().take(at).filter(alike).count();
            (finding.code, finding.message.clone(), before)
        }),
        _ => None,
    };
    Kept { rows: TabTable::from_closure(|tab| row(state, tab)), finding, menus: menus(state) }
}

fn menus(state: &State) -> Vec<String> {
    let is_on_top = state.view.top().is_some_and(Layer::is_menu);
    let label = |layer: &Layer| state.menu_rows(*layer).into_iter().nth(layer.at()?).map(|row| row.label);
    if is_on_top { state.view.layers.iter().filter_map(label).collect() } else { Vec::new() }
}

fn row(state: &State, tab: Tab) -> Option<ChosenRow> {
    let (at, items) = (state.view.rows[tab], state.pointers(tab));
    let pointer = *items.get(at)?;
    let nth = items.iter().take(at).filter(|other| **other == pointer).count();
    Some(ChosenRow { item: item(state, pointer)?, nth })
}

fn item(state: &State, pointer: Pointer) -> Option<KnownItem> {
    let title = state.head(pointer)?.0.to_owned();
    let alike = all(state, pointer)
        .take_while(|other| *other != pointer)
        .filter(|other| state.head(*other).is_some_and(|(other, _)| other == title));
    let nth = alike.count();
    Some(KnownItem { was: pointer, id: state.id(pointer).map(str::to_owned), nth, title })
}

/// All items of the same section, or all that could not be read, in the order of the file.
fn all(state: &State, like: Pointer) -> impl Iterator<Item = Pointer> {
    state.items().filter(move |item| match (*item, like) {
        (Pointer::Item(section, _), Pointer::Item(own, _)) => section == own,
        (Pointer::Unread(_), Pointer::Unread(_)) => true,
        _ => false,
    })
}

/// Where an item is now.
fn now(state: &State, item: &KnownItem) -> Option<Pointer> {
    let all = || all(state, item.was);
    let of_id = item.id.as_deref().and_then(|id| all().find(|other| state.id(*other) == Some(id)));
    let of_title = || {
        all().filter(|other| state.head(*other).is_some_and(|(title, _)| title == item.title)).nth(item.nth)
    };
    of_id.or_else(of_title)
}

/// Chooses the same items again. A detail whose item is gone is closed, and that is said.
pub(super) fn restore(state: &mut State, place: &Kept) {
    for tab in Tab::ALL.iter().copied() {
        choose(state, tab, place.rows[tab].as_ref());
    }
    finding::again(state);
    let chosen = place.rows[state.view.tab].as_ref();
    if let Some(chosen) =
        chosen.filter(|chosen| state.view.has_detail() && now(state, &chosen.item).is_none())
    {
        state.view.layers.retain(|layer| !matches!(layer, Layer::Detail(_)));
        state.say(Notice::ItemGone(chosen.item.title.clone()));
    }
    if let (Some(Layer::Problems(_)), Some((code, message, nth))) = (state.view.top(), &place.finding) {
        let alike = |(_, finding): &(usize, &crate::document::Finding)| {
            (finding.code, &finding.message) == (*code, message)
        };
        let at = state.findings().iter().enumerate().filter(alike).map(|(at, _)| at).nth(*nth);
        if let Some(at) = at {
            state.view.scroll_to(at);
        }
    }
    within_reach(state);
    let stays = |chosen: &ChosenRow| {
        state.store.clash.is_none()
            && now(state, &chosen.item).is_some_and(|item| state.chosen() == Some(item))
    };
    if chosen.is_some_and(stays) {
        open_again(state, &place.menus);
    }
}

/// Opens menus again at the rows that say the same.
fn open_again(state: &mut State, menus: &[String]) {
    let all: [fn(usize) -> Layer; 2] = [Layer::Menu, Layer::Words];
    for (label, menu) in menus.iter().zip(all) {
        let Some(at) = state.menu_rows(menu(0)).iter().position(|row| row.label == *label) else { return };
        state.view.layers.push(menu(at));
    }
}

/// Chooses a row again, wherever it is now; else the number of the row stays.
fn choose(state: &mut State, tab: Tab, row: Option<&ChosenRow>) {
    let pointer = row.and_then(|row| now(state, &row.item));
    let rows = |state: &State, pointer: Pointer| -> Vec<usize> {
        let items = state.pointers(tab).into_iter().enumerate();
        items.filter(|(_, item)| *item == pointer).map(|(row, _)| row).collect()
    };
    let is_open = tab == state.view.tab && state.view.has_detail();
    if let Some(pointer) = pointer.filter(|pointer| is_open && rows(state, *pointer).is_empty()) {
        // What is open is not hidden by a filter it no longer passes.
        lists::show_all(state, tab);
        debug_assert!(!rows(state, pointer).is_empty(), "every item has a row");
    }
    let found = pointer.map(|pointer| rows(state, pointer)).unwrap_or_default();
    let nth = row.map_or(0, |row| row.nth);
    let found = found.get(nth).or_else(|| found.first()).copied();
    let last = state.row_count(tab).saturating_sub(1);
    state.view.rows[tab] = found.unwrap_or(state.view.rows[tab]).min(last);
}

/// Keeps what is scrolled or chosen in a layer within what there is now.
pub(super) fn within_reach(state: &mut State) {
    state.view.close_menus();
    moving::scroll(state, 0);
}
