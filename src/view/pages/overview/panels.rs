//! Panels of the overview at every width: the checklist, the next meeting, what needs attention. Each says where the
//! cursor belongs if one of its rows is chosen.

use crate::app::State;
use crate::figures::Urgency;
use crate::programme::Section;
use crate::settings::Role;
use crate::text;
use crate::view::list::{ItemHeights, List};
use crate::view::pages::chart;
use crate::view::panel::Panel;
use crate::wording::{self, Demand};
use ratatui::layout::Position;
use std::sync::Arc;

/// The checklist: its strip, and how many stand where.
pub(super) fn initiatives(state: &State, panel: &mut Panel<'_>) {
    panel.heading(0, "Initiatives", &done_words(state));
    chart::counted_strip(state, 1, if panel.rows() > 2 { 2 } else { 1 }, panel);
}

/// How many initiatives are done, and how many could not be read.
pub(super) fn done_words(state: &State) -> String {
    let programme = state.programme();
    let unread = state.not_read(Some(Section::Initiatives));
    let unread = unread.as_ref().as_ref().map(|words| format!(", {}", words.shortest())).unwrap_or_default();
    format!("{} of {} done{unread}", state.figures().counts.done, programme.initiatives.len())
}

/// When the next meeting is, and what it is called.
pub(super) fn next_meeting(state: &State) -> Option<(String, String)> {
    let at = state.figures().next_meeting?;
    let meeting = state.programme().meetings.get(at)?;
    let days = state.figures().meetings.get(at).and_then(|own| own.days);
    let when = match (&meeting.date, days) {
        (Some(date), Some(days)) => {
            format!("{}, {}", text::date::format_date(date.value), wording::distance(days))
        }
        _ if meeting.unreadable.has("date") => "date not readable".to_owned(),
        _ => "date not set".to_owned(),
    };
    Some((when, meeting.title.clone()))
}

/// Marks row `y` as chosen if the next meeting is.
pub(super) fn mark_meeting(state: &State, y: u16, panel: &mut Panel<'_>) -> Option<Position> {
    if state.row() != state.programme().metrics.len() {
        return None;
    }
    panel.select(y, 1);
    Some(panel.cursor(y))
}

/// One row each, with the key of the tab that mends it; the last row counts what does not fit.
pub(super) fn attention(state: &State, panel: &mut Panel<'_>) -> Option<Position> {
    let items = &state.figures().attention;
    if items.is_empty() {
        panel.text(0, 0, "Nothing needs attention.", Role::Muted);
        return None;
    }
    let (edge, room) = (panel.columns(), panel.rows());
    let wrapped = in_full(state, edge, room.into());
    let before = state.programme().metrics.len() + usize::from(state.figures().next_meeting.is_some());
    let heights = wrapped.as_ref().map_or(ItemHeights::Even(1, items.len()), |lines| {
        let rows = lines.iter().map(|lines| u16::try_from(lines.len()).unwrap_or(1));
        ItemHeights::Own(Arc::new(rows.collect()))
    });
    let list = List::new(heights, state.row().checked_sub(before));
    let shown = list.without_sign().band(u16::MAX).within(room);
    let (cursor, _) = shown.draw(0, panel, |at, _, panel| {
        let Some(item) = items.get(at) else { return };
        let demand = state.demand(item);
        let is_end = at + 1 == shown.items.end && !shown.is_whole();
        let tail = if is_end { shown.position() } else { format!("press {}", state.key_to(demand.pointer)) };
        let (sign, role) = sign(item.weight());
        panel.text(0, 0, sign, role);
        if let Some(lines) = wrapped.as_ref().and_then(|all| all.get(at)) {
            panel.right(edge, 0, &tail, Role::Muted);
            panel.lines(2, 0, lines, Role::Text);
        } else {
            told(&demand, (&tail, is_end), &mut panel.part(2, 0, edge.saturating_sub(2), 1));
        }
    });
    cursor
}

/// All that needs attention in whole sentences, line by line; none where they take more than so many rows, and none is
/// said after that is known.
fn in_full(state: &State, edge: u16, room: usize) -> Option<Vec<Vec<String>>> {
    let items = &state.figures().attention;
    let wide = usize::from(edge.saturating_sub(11));
    // Each takes a row at least.
    let all = items.iter().filter(|_| items.len() <= room).scan(room, |left, item| {
        let lines = text::wrap(&state.demand(item).sentence(), wide);
        *left = left.checked_sub(lines.len())?;
        Some(lines)
    });
    let all: Vec<Vec<String>> = all.collect();
    (all.len() == items.len()).then_some(all)
}

/// What stands before a row: loud for what is wrong alone.
const fn sign(weight: Urgency) -> (&'static str, Role) {
    match weight {
        Urgency::Alarm => ("!", Role::Bad),
        Urgency::Soon | Urgency::Housekeeping => ("", Role::Muted),
    }
}

/// A demand over the whole of a panel. Where it is too long it is said in fewer words, then its key goes, and then
/// its name is cut: what is said stays. A tail that counts what is left out is needed.
fn told(demand: &Demand, (tail, is_needed): (&str, bool), panel: &mut Panel<'_>) {
    const TITLE: u16 = 16;
    let columns = panel.columns();
    let beside = columns.saturating_sub(panel.width(tail) + 1);
    let name = panel.width(&demand.name);
    let alone = if is_needed { beside } else { columns };
    let attempts = [(beside, name), (alone, name), (alone, name.min(TITLE))];
    let (said, room) = attempts
        .iter()
        .find_map(|(room, least)| {
            let said = demand.said.within(|said| panel.width(said).saturating_add(*least) <= *room);
            said.map(|said| (said, *room))
        })
        .unwrap_or_else(|| (demand.said.shortest(), alone));
    if room == beside {
        panel.right(columns, 0, tail, Role::Muted);
    }
    let taken = panel.text_in(0, 0, room.saturating_sub(panel.width(&said)), &demand.name, Role::Text);
    panel.text_in(taken, 0, room.saturating_sub(taken), &said, Role::Text);
}
