//! Recommendations: what was advised, in full, with its status and what carries it out.

use super::listed;
use crate::app::geometry::{Height, Width, height, width};
use crate::app::{State, Tab};
use crate::figures;
use crate::programme::{Recommendation, Section};
use crate::settings::Role;
use crate::text;
use crate::view::panel::Panel;
use crate::view::window::{position, window};
use crate::wording::{self, Pointer};
use ratatui::layout::Position;

const INDENT: u16 = 4;

/// Draws the list.
pub(in crate::view) fn draw(state: &State, body: &mut Panel<'_>) -> Option<Position> {
    let programme = &state.good.programme;
    let items = &programme.recommendations;
    if items.is_empty() {
        return Some(super::empty(state, "recommendations", &["- title: Joint training calendar"], body));
    }
    let columns = usize::from(body.columns().saturating_sub(INDENT).min(96)).max(1);
    let narrow = width(body.columns()) == Width::Narrow;
    let chosen = state.row();
    let listing = state.listing(Tab::Recommendations)?;
    let mut y = listed::choices(state, Tab::Recommendations, 0, 0, body);
    y += u16::from(height(state.size.1) != Height::Low && !narrow);
    if listing.order.is_empty() {
        listed::nothing(state, Tab::Recommendations, y, body);
        return Some(body.cursor(y));
    }
    let text = |(row, at): (usize, &usize)| match items.get(*at) {
        Some(item) if !narrow => lines(state, item, columns),
        Some(item) if row == chosen => {
            let status = wording::recommendation_standing(item, state.figures.today);
            std::iter::once(status).chain(lines(state, item, columns)).collect()
        }
        Some(_) | None => Vec::new(),
    };
    let texts: Vec<Vec<String>> = listing.order.iter().enumerate().map(text).collect();
    let gap = u16::from(!narrow);
    let rows = |(row, lines): (usize, &Vec<String>)| {
        let lines = u16::try_from(lines.len()).unwrap_or(u16::MAX);
        lines.saturating_add(1 + gap + listed::rows_above(listing, row))
    };
    let heights: Vec<u16> = texts.iter().enumerate().map(rows).collect();
    let again = u16::from(listing.heading(0).is_some());
    let shown =
        window(&heights, chosen, super::list_room(&heights, (body.rows() + gap).saturating_sub(y + again)));
    let mut cursor = None;
    for row in shown.clone() {
        let Some(at) = listing.order.get(row).copied() else { continue };
        let (Some(item), Some(lines)) = (items.get(at), texts.get(row)) else { continue };
        y += listed::heading(listing, row, row == shown.start, y, body);
        let selected = row == chosen;
        let status = wording::recommendation_standing(item, state.figures.today);
        let is_late = figures::days_to_answer(item, state.figures.today).is_some_and(|days| days < 0);
        let role = if is_late { Role::Bad } else { Role::Muted };
        let right = if narrow { 0 } else { body.right(body.columns(), y, &status, role) + 2 };
        let mark = state.mark(Pointer::Item(Section::Recommendations, at));
        let title = format!("{} {mark}{}", at + 1, item.title);
        let room = body.columns().saturating_sub(2 + right);
        body.text_in(2, y, room, &title, if selected { Role::Bright } else { Role::Text });
        // The last row says which part of the list shows.
        let is_whole = position(&shown, listing.order.len()).is_empty();
        let last = body.rows().saturating_sub(if is_whole { 1 } else { 2 });
        for (offset, line) in (1_u16..).zip(lines).take_while(|(offset, _)| y + offset <= last) {
            let goes_on = y + offset == last && usize::from(offset) < lines.len();
            let mark = if goes_on { body.glyphs().ellipsis } else { "" };
            body.text(INDENT, y + offset, &format!("{line}{mark}"), Role::Text);
        }
        if selected {
            body.text(0, y, ">", Role::Accent);
            body.select(y, 1);
            cursor = Some(body.cursor(y));
        }
        y += u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(1 + gap);
    }
    super::say_position(&position(&shown, listing.order.len()), body);
    cursor
}

/// The advice in full, and the initiatives it is linked to.
fn lines(state: &State, item: &Recommendation, columns: usize) -> Vec<String> {
    let mut lines = item.description.as_ref().map(|advice| text::wrap(advice, columns)).unwrap_or_default();
    let carried_out = if item.initiatives.is_empty() {
        "No initiative linked".to_owned()
    } else {
        let titles: Vec<String> = item
            .initiatives
            .iter()
            .map(|id| wording::initiative_title(&state.good.programme, &id.value))
            .collect();
        format!("Carried out by {}", wording::list(&titles))
    };
    lines.extend(text::wrap(&carried_out, columns));
    lines
}
