//! Moving: tabs, rows and what lies over them.

use crate::app::access::Need;
use crate::app::geometry::{self, Width};
use crate::app::layer::Layer;
use crate::app::lists;
use crate::app::sheet;
use crate::app::state::State;
use crate::app::tab::Tab;
use crate::app::{Action, Key};
use crate::figures::Since;
use crate::programme::Section;
use crate::wording::change::counted_from;
use crate::wording::{Notice, Pointer};

/// Opens a tab and closes what lies over it.
pub(super) fn show(state: &mut State, tab: Tab) {
    if state.view.tab != tab {
        state.renew_lists();
    }
    state.view.tab = tab;
    state.view.layers.clear();
}

/// Opens the next tab, the one before, or the one whose key this is.
pub(super) fn to_tab(state: &mut State, action: Action, key: Key) {
    let tab = if action == Action::NextTab {
        Some(state.view.tab.step(1))
    } else if action == Action::PreviousTab {
        Some(state.view.tab.step(Tab::ALL.len() - 1))
    } else {
        Tab::of_key(key)
    };
    if let Some(tab) = tab {
        show(state, tab);
    }
}

/// Opens the tab an item is on, with the item chosen. A filter that hides it is taken away.
pub(super) fn point(state: &mut State, pointer: Pointer) {
    let Some((tab, _)) = state.place_of(pointer) else {
        let page = if pointer == Pointer::Findings { Layer::Problems(0) } else { Layer::About(0) };
        state.view.layers = vec![page];
        return;
    };
    show(state, tab);
    let row = |state: &State| state.place_of(pointer).and_then(|(_, row)| row);
    if row(state).is_none() {
        lists::show_all(state, tab);
    }
    choose(state, row(state).unwrap_or(0));
}

/// Chooses a row of the open tab; a row past the end is the last.
pub(super) fn choose(state: &mut State, row: usize) {
    let last = state.row_count(state.view.tab).saturating_sub(1);
    state.view.rows[state.view.tab] = row.min(last);
}

/// Moves by rows: of the list, of the text that lies over it, or to the neighbouring item in a detail.
pub(super) fn by(state: &mut State, rows: isize) {
    match state.view.top() {
        None => choose(state, state.row().saturating_add_signed(rows)),
        Some(Layer::Detail(_)) => {
            choose(state, state.row().saturating_add_signed(rows));
            state.view.periods_back = 0;
            set_scroll(state, 0);
        }
        Some(_) => scroll(state, rows),
    }
}

/// Moves by what fits on a screen.
pub(super) fn page(state: &mut State, pages: isize) {
    let rows = isize::try_from(sheet::room(state).1.saturating_sub(1).max(1)).unwrap_or(1);
    match state.view.top() {
        None => by(state, pages * (rows / rows_each(state)).max(1)),
        Some(Layer::Problems(_) | Layer::Menu(_) | Layer::Words(_)) => {
            scroll(state, pages * (rows / 4).max(1));
        }
        Some(_) => scroll(state, pages * rows),
    }
}

/// About how many rows an item of the open tab takes.
fn rows_each(state: &State) -> isize {
    let (narrow, wide) = state.view.tab.row().height;
    if geometry::width(state.session.size.0) == Width::Narrow { narrow } else { wide }
}

/// Moves to one end.
pub(super) fn to_end(state: &mut State, action: Action) {
    let far = if action == Action::First { 0 } else { usize::MAX };
    match state.view.top() {
        None | Some(Layer::Detail(_)) => {
            choose(state, far);
            set_scroll(state, 0);
        }
        Some(_) => set_scroll(state, far),
    }
}

/// Scrolls the text on top by lines; in the list of problems, chooses.
pub(super) fn scroll(state: &mut State, lines: isize) {
    if let Some(at) = state.view.top().and_then(Layer::at) {
        set_scroll(state, at.saturating_add_signed(lines));
    }
}

/// Sets the scroll of the text on top, within what there is to scroll.
fn set_scroll(state: &mut State, to: usize) {
    let most = match state.view.top() {
        Some(Layer::Problems(_)) => state.findings().len().saturating_sub(1),
        Some(menu) if menu.is_menu() => state.menu_rows(menu).len().saturating_sub(1),
        _ => sheet::most_scroll(state),
    };
    state.view.scroll_to(to.min(most));
}

/// Opens the chosen row: on the overview the tab it is on, on a tab its detail, in the list of findings the
/// item the finding is about.
pub(super) fn open(state: &mut State) {
    if let Some(Layer::Problems(at)) = state.view.top() {
        match state.findings().get(at).and_then(|finding| state.item_of(finding)) {
            Some(item) => point(state, item),
            None if state.allows(Need::Starting) => state.say(Notice::NoItem),
            None => state.say(Notice::NoItemHere),
        }
        return;
    }
    let Some(pointer) = state.chosen() else { return };
    if !state.view.layers.is_empty() {
        return;
    }
    if state.view.tab.section().is_none() {
        return point(state, pointer);
    }
    state.view.periods_back = 0;
    state.view.layers.push(Layer::Detail(0));
}

/// Closes the topmost thing: the field that is typed into, a layer, the search, the filter. Never leaves the program.
pub(super) fn back(state: &mut State) {
    let typing = state.view.typed_search().is_some();
    if state.dialogue.form.is_some() {
        state.dialogue.leave_form();
    } else if state.store.clash.is_some() {
        state.say(Notice::ChooseFirst);
    } else if typing || (state.view.layers.is_empty() && state.view.find.is_some()) {
        state.view.find = None;
    } else if state.view.layers.pop().is_none() {
        lists::show_all(state, state.view.tab);
    }
}

/// Counts changes from the next of the period before, the first and the baseline; or shows the values of a
/// metric as a table, or as columns again.
pub(super) fn on_metrics(state: &mut State, action: Action) {
    if state.view.tab != Tab::Metrics {
        state.say(Notice::OnlyMetrics);
    } else if action == Action::Compare {
        state.view.since = match state.view.since {
            Since::YearBefore => Since::First,
            Since::First => Since::Baseline,
            Since::Baseline => Since::YearBefore,
        };
        state.say(Notice::CountedFrom(counted_from(state.view.since, false)));
    } else {
        state.view.table = !state.view.table;
        set_scroll(state, 0);
    }
}

/// Moves the columns of a metric by periods; the latest are shown first.
pub(super) fn periods(state: &mut State, action: Action) {
    let Some(Pointer::Item(Section::Metrics, at)) = state.chosen() else {
        state.say(Notice::OnlyMetrics);
        return;
    };
    let most = state.programme().metrics.get(at).map_or(0, |metric| metric.values.len().saturating_sub(1));
    let back = if action == Action::Earlier { 1 } else { -1 };
    state.view.periods_back = state.view.periods_back.saturating_add_signed(back).min(most);
}
