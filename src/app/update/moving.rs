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
use crate::wording::{Notice, Pointer};

/// Opens a tab and closes what lies over it.
pub(super) fn show(state: &mut State, tab: Tab) {
    if state.tab != tab {
        state.sort_around_chosen();
    }
    state.tab = tab;
    state.layers.clear();
}

/// Opens the next tab, the one before, or the one whose key this is.
pub(super) fn to_tab(state: &mut State, action: Action, key: Key) {
    let tab = if action == Action::NextTab {
        Some(state.tab.step(1))
    } else if action == Action::PreviousTab {
        Some(state.tab.step(Tab::ALL.len() - 1))
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
        state.layers = vec![page];
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
    let last = state.row_count(state.tab).saturating_sub(1);
    state.rows[state.tab] = row.min(last);
}

/// Moves by rows: of the list, of the text that lies over it, or to the neighbouring item in a detail.
pub(super) fn by(state: &mut State, rows: isize) {
    match state.layers.last().copied() {
        None => choose(state, state.row().saturating_add_signed(rows)),
        Some(Layer::Detail(_)) => {
            choose(state, state.row().saturating_add_signed(rows));
            state.periods_back = 0;
            set_scroll(state, 0);
        }
        Some(Layer::About(_) | Layer::Help(_) | Layer::Problems(_) | Layer::Menu(_) | Layer::Words(_)) => {
            scroll(state, rows);
        }
        Some(Layer::Slides) => {}
    }
}

/// Moves by what fits on a screen.
pub(super) fn page(state: &mut State, pages: isize) {
    let rows = isize::try_from(sheet::room(state).1.saturating_sub(1).max(1)).unwrap_or(1);
    match state.layers.last() {
        None => by(state, pages * (rows / rows_each(state)).max(1)),
        Some(Layer::Problems(_) | Layer::Menu(_) | Layer::Words(_)) => {
            scroll(state, pages * (rows / 4).max(1));
        }
        Some(Layer::Detail(_) | Layer::About(_) | Layer::Help(_)) => scroll(state, pages * rows),
        Some(Layer::Slides) => {}
    }
}

/// About how many rows an item of the open tab takes.
fn rows_each(state: &State) -> isize {
    let (narrow, wide) = state.tab.row().height;
    if geometry::width(state.session.size.0) == Width::Narrow { narrow } else { wide }
}

/// Moves to one end.
pub(super) fn to_end(state: &mut State, action: Action) {
    let far = if action == Action::First { 0 } else { usize::MAX };
    match state.layers.last() {
        None | Some(Layer::Detail(_)) => {
            choose(state, far);
            set_scroll(state, 0);
        }
        Some(Layer::About(_) | Layer::Help(_) | Layer::Problems(_) | Layer::Menu(_) | Layer::Words(_)) => {
            set_scroll(state, far);
        }
        Some(Layer::Slides) => {}
    }
}

/// Scrolls the text on top by lines; in the list of problems, chooses.
pub(super) fn scroll(state: &mut State, lines: isize) {
    if let Some(at) = state.layers.last().and_then(Layer::at) {
        set_scroll(state, at.saturating_add_signed(lines));
    }
}

/// Sets the scroll of the text on top, within what there is to scroll.
fn set_scroll(state: &mut State, to: usize) {
    let most = match state.layers.last() {
        Some(Layer::Problems(_)) => state.findings().len().saturating_sub(1),
        Some(Layer::Menu(_)) => state.menu().len().saturating_sub(1),
        Some(Layer::Words(_)) => state.words().len().saturating_sub(1),
        _ => sheet::most_scroll(state),
    };
    if let Some(at) = state.layers.last_mut().and_then(Layer::at_mut) {
        *at = to.min(most);
    }
}

/// Opens the chosen row: on the overview the tab it is on, on a tab its detail, in the list of findings the
/// item the finding is about.
pub(super) fn open(state: &mut State) {
    if let Some(Layer::Problems(at)) = state.layers.last() {
        match state.findings().get(*at).and_then(|finding| state.item_of(finding)) {
            Some(item) => point(state, item),
            None => state.notice = Some(Notice::NoItem { can_edit: state.allows(Need::Starting) }),
        }
        return;
    }
    let Some(pointer) = state.chosen() else { return };
    if !state.layers.is_empty() {
        return;
    }
    if state.tab.section().is_none() {
        return point(state, pointer);
    }
    state.periods_back = 0;
    state.layers.push(Layer::Detail(0));
}

/// Counts changes from the next of the period before, the first and the baseline; or shows the values of a
/// metric as a table, or as columns again.
pub(super) fn on_metrics(state: &mut State, action: Action) {
    if state.tab != Tab::Metrics {
        state.notice = Some(Notice::OnlyMetrics);
    } else if action == Action::Compare {
        state.since = match state.since {
            Since::YearBefore => Since::First,
            Since::First => Since::Baseline,
            Since::Baseline => Since::YearBefore,
        };
        state.notice = Some(Notice::CountedFrom(state.since));
    } else {
        state.table = !state.table;
        set_scroll(state, 0);
    }
}

/// Moves the columns of a metric by periods; the latest are shown first.
pub(super) fn periods(state: &mut State, action: Action) {
    let Some(Pointer::Item(Section::Metrics, at)) = state.chosen() else {
        state.notice = Some(Notice::OnlyMetrics);
        return;
    };
    let most = state.good.programme.metrics.get(at).map_or(0, |metric| metric.values.len().saturating_sub(1));
    let back = if action == Action::Earlier { 1 } else { -1 };
    state.periods_back = state.periods_back.saturating_add_signed(back).min(most);
}
