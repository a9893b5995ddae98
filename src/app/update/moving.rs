//! Moving: tabs, rows and what lies over them.

use crate::app::Action;
use crate::app::access::Need;
use crate::app::forms;
use crate::app::geometry::{self, Width};
use crate::app::layer::Layer;
use crate::app::listing;
use crate::app::sheet;
use crate::app::state::State;
use crate::app::tab::Tab;
use crate::figures::Since;
use crate::wording::{Notice, Pointer};

/// Opens a tab and closes what lies over it.
pub(super) fn show(state: &mut State, tab: Tab) {
    if state.tab != tab {
        state.sort_around_chosen();
    }
    state.tab = tab;
    state.layers.clear();
}

/// Opens the tab a key names.
pub(super) fn to_tab(state: &mut State, action: Action) {
    let tabs = [
        (Action::NextTab, state.tab.step(1)),
        (Action::PreviousTab, state.tab.step(Tab::ALL.len() - 1)),
        (Action::Metrics, Tab::Metrics),
        (Action::Initiatives, Tab::Initiatives),
        (Action::Recommendations, Tab::Recommendations),
        (Action::Evaluation, Tab::Evaluation),
        (Action::Meetings, Tab::Meetings),
    ];
    let tab = tabs.into_iter().find(|(own, _)| *own == action).map_or(Tab::Overview, |(_, tab)| tab);
    show(state, tab);
}

/// Opens the tab an item is on, with the item chosen.
pub(super) fn point(state: &mut State, pointer: Pointer) {
    let (tab, row) = match pointer {
        Pointer::Metric(at) => (Tab::Metrics, at),
        Pointer::Initiative(at) => (Tab::Initiatives, listed(state, Tab::Initiatives, at)),
        Pointer::Recommendation(at) => (Tab::Recommendations, listed(state, Tab::Recommendations, at)),
        Pointer::Criterion(at) => (Tab::Evaluation, at),
        Pointer::Meeting(at) => {
            let row = state.figures.meeting_order.iter().position(|other| *other == at);
            (Tab::Meetings, row.unwrap_or(0))
        }
        Pointer::About => {
            state.layers = vec![Layer::About(0)];
            return;
        }
        Pointer::Findings => {
            state.layers = vec![Layer::Problems(0)];
            return;
        }
        Pointer::Unread(at) => {
            let Some(found) = unread(state, at) else {
                state.layers = vec![Layer::About(0)];
                return;
            };
            found
        }
    };
    show(state, tab);
    choose(state, row);
}

/// The tab and the row of something that could not be read; none where no tab shows its section.
fn unread(state: &State, at: usize) -> Option<(Tab, usize)> {
    Tab::ALL.into_iter().find_map(|tab| {
        let row = state.unread_on(tab).iter().position(|own| *own == at)?;
        Some((tab, state.sound_rows(tab) + row))
    })
}

/// Opens a tab with a list; the row an item stands in. A filter that hides it is taken away.
fn listed(state: &mut State, tab: Tab, at: usize) -> usize {
    let row = |state: &State| state.listing(tab)?.order.iter().position(|index| *index == at);
    show(state, tab);
    row(state).unwrap_or_else(|| {
        listing::show_all(state, tab);
        row(state).unwrap_or(0)
    })
}

/// Chooses a row of the open tab; a row past the end is the last.
pub(super) fn choose(state: &mut State, row: usize) {
    let last = state.row_count(state.tab).saturating_sub(1);
    if let Some(chosen) = state.rows.get_mut(state.tab.index()) {
        *chosen = row.min(last);
    }
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

/// About how many rows an item of the open tab takes: rather too many, so that no item is passed over unseen.
fn rows_each(state: &State) -> isize {
    let narrow = geometry::width(state.size.0) == Width::Narrow;
    match state.tab {
        Tab::Metrics if !narrow => 5,
        Tab::Recommendations if !narrow => 8,
        Tab::Evaluation => 10,
        Tab::Overview | Tab::Metrics | Tab::Initiatives | Tab::Recommendations | Tab::Meetings => 2,
    }
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
        Some(Layer::Menu(_)) => forms::menu(state).len().saturating_sub(1),
        Some(Layer::Words(_)) => forms::words(state).len().saturating_sub(1),
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
    match (state.layers.last(), state.tab) {
        (None, Tab::Overview) => point(state, pointer),
        (None, _) => {
            state.periods_back = 0;
            state.layers.push(Layer::Detail(0));
        }
        (Some(_), _) => {}
    }
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
    let Some(Pointer::Metric(at)) = state.chosen() else {
        state.notice = Some(Notice::OnlyMetrics);
        return;
    };
    let most = state.good.programme.metrics.get(at).map_or(0, |metric| metric.values.len().saturating_sub(1));
    let back = if action == Action::Earlier { 1 } else { -1 };
    state.periods_back = state.periods_back.saturating_add_signed(back).min(most);
}

/// Closes the topmost thing: the find field, a layer, the search, the filter. Never leaves the program.
pub(super) fn back(state: &mut State) {
    let typing = state.find.as_ref().is_some_and(|find| find.typing);
    if state.form.is_some() {
        super::forming::leave(state);
    } else if state.clash.is_some() {
        state.notice = Some(Notice::ChooseFirst);
    } else if typing || (state.layers.is_empty() && state.find.is_some()) {
        state.find = None;
    } else if state.layers.pop().is_none() {
        listing::show_all(state, state.tab);
    }
}

/// Lays something over the tab; the same key closes it again.
pub(super) fn over(state: &mut State, layer: Layer) {
    let same =
        state.layers.last().is_some_and(|top| std::mem::discriminant(top) == std::mem::discriminant(&layer));
    if same {
        state.layers.pop();
    } else {
        state.layers.retain(|under| matches!(under, Layer::Detail(_) | Layer::Slides));
        state.layers.push(layer);
    }
}
