//! Recommendations: what was advised, in full, with its status and what carries it out.

use crate::app::State;
use crate::app::geometry::{Width, width};
use crate::document::Recommendation;
use crate::settings::Role;
use crate::text;
use crate::view::panel::Panel;
use crate::view::window::{position, window};
use crate::wording;
use ratatui::layout::Position;

const INDENT: u16 = 4;

/// Draws the list.
pub(in crate::view) fn draw(state: &State, body: &mut Panel<'_>) -> Option<Position> {
    let programme = &state.good.programme;
    let items = &programme.recommendations;
    if items.is_empty() {
        return Some(super::empty(state, "recommendations", "title: Joint training calendar", body));
    }
    let columns = usize::from(body.columns().saturating_sub(INDENT).min(96)).max(1);
    let narrow = width(body.columns()) == Width::Narrow;
    let chosen = state.row();
    let texts: Vec<Vec<String>> = items
        .iter()
        .enumerate()
        .map(|(at, item)| if narrow && at != chosen { Vec::new() } else { lines(state, item, columns) })
        .collect();
    let gap = u16::from(!narrow);
    let heights: Vec<u16> = texts
        .iter()
        .map(|lines| u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(1 + gap))
        .collect();
    let shown = window(&heights, chosen, body.rows() + gap);
    let mut cursor = None;
    let mut y = 0;
    for at in shown.clone() {
        let (Some(item), Some(lines), Some(height)) = (items.get(at), texts.get(at), heights.get(at)) else {
            continue;
        };
        let selected = at == chosen;
        let status = wording::recommendation_status(item.status.as_ref().map(|status| status.value));
        let right = if narrow { 0 } else { body.right(body.columns(), y, status, Role::Muted) + 2 };
        let title = format!("{} {}", at + 1, item.title);
        let room = body.columns().saturating_sub(2 + right);
        body.text_in(2, y, room, &title, if selected { Role::Bright } else { Role::Text });
        for (offset, line) in (1_u16..).zip(lines) {
            body.text(INDENT, y + offset, line, Role::Text);
        }
        if selected {
            body.text(0, y, ">", Role::Accent);
            body.select(y, 1);
            cursor = Some(body.cursor(y));
        }
        y += height;
    }
    super::say_position(&position(&shown, items.len()), body);
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
