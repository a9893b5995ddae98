//! The view: draws a state into cells.
//!
//! Never changes the state, never does IO, and remembers nothing between two drawings: what only a walk over all rows
//! tells is asked of the state (`app/question`), which knows it once it was asked.

mod frame;
mod layout;
mod list;
pub mod look;
mod notice;
mod pages;
mod panel;
pub mod parts;

use crate::app::geometry::{self, SMALLEST};
use crate::app::{Access, Layer, Need, State, Tab};
use crate::programme::Section;
use crate::settings::Role;
use crate::wording::Pointer;
use look::Look;
use panel::Panel;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// Draws `state` into `area` of `buffer` and says where the hardware cursor belongs: on the selected
/// row, so that screen readers and magnifiers can follow.
pub fn draw(state: &State, look: &Look, area: Rect, buffer: &mut Buffer) -> Option<Position> {
    let mut panel = Panel::new(look, area, buffer);
    panel.clear();
    let (columns, rows) = (panel.columns(), panel.rows());
    if columns < SMALLEST.0 || rows < SMALLEST.1 {
        too_small(state.session.access, &mut panel);
        return None;
    }
    if matches!(page_under_boxes(state), Some(Layer::Slides)) {
        let cursor = pages::slides::draw(state, &mut panel);
        // Beside a notice stand the number of the slide and its pace.
        notice::spread(state, usize::from(columns / 2), &mut panel);
        if let Some(cursor) = pages::boxes::draw(state, &mut panel) {
            return Some(cursor);
        }
        if let Some(Layer::Help(scroll)) = state.view.top() {
            return Some(pages::help::draw(state, scroll, &mut panel));
        }
        return cursor;
    }
    let margin = geometry::margin(columns);
    // The strip of the checklist follows the message without a blank row.
    let checklist = state.view.tab == Tab::Initiatives && page_under_boxes(state).is_none();
    let head = if checklist { 4 } else { geometry::head(rows) };
    let body_rows = rows.saturating_sub(head + 1);
    frame::draw(state, &mut panel);
    let mut body = panel.part(margin, head, columns.saturating_sub(2 * margin), body_rows);
    let cursor = body_page(state, &mut body);
    if state.view.tab == Tab::Overview && state.view.layers.is_empty() {
        point(&mut panel, cursor);
    }
    notice::long_notice(state, &mut panel);
    if let Some(Layer::Help(scroll)) = state.view.top() {
        return Some(pages::help::draw(state, scroll, &mut panel));
    }
    if let Some(cursor) = pages::boxes::draw(state, &mut panel) {
        return Some(cursor);
    }
    match frame::find_cursor(state, columns.saturating_sub(2 * margin)) {
        Some(column) => Some(Position {
            x: area.x + (margin + column).min(columns.saturating_sub(1)),
            y: area.y + rows.saturating_sub(1),
        }),
        None => cursor,
    }
}

/// Marks the selected row of the overview, whose panels leave no column for it, in the margin before it.
fn point(panel: &mut Panel<'_>, cursor: Option<Position>) {
    let at = cursor.and_then(|at| Some((at.x.checked_sub(panel.area.x + 1)?, at.y - panel.area.y)));
    if let Some((x, y)) = at {
        panel.text(x, y, ">", Role::Accent);
    }
}

/// The topmost page that boxes lie on.
fn page_under_boxes(state: &State) -> Option<Layer> {
    let is_box = |layer: &&Layer| matches!(layer, Layer::Help(_)) || layer.is_menu();
    state.view.layers.iter().rev().find(|layer| !is_box(layer)).copied()
}

fn body_page(state: &State, body: &mut Panel<'_>) -> Option<Position> {
    match page_under_boxes(state) {
        Some(Layer::Problems(chosen)) => return pages::problems::draw(state, chosen, body),
        Some(Layer::Detail(scroll)) if matches!(state.chosen(), Some(Pointer::Item(Section::Metrics, _))) => {
            return Some(pages::metric::draw(state, scroll, body));
        }
        Some(Layer::Detail(scroll) | Layer::About(scroll)) => {
            return Some(pages::sheet::draw(state, scroll, body));
        }
        Some(Layer::Help(_) | Layer::Slides | Layer::Menu(_) | Layer::Words(_)) | None => {}
    }
    if let Some(broken) = &state.document.broken
        && !state.has_good_text()
    {
        return Some(pages::broken::draw(broken, state.session.access, body));
    }
    let (columns, rows) = (body.columns(), body.rows());
    let unread = pages::unread::rows(state, rows);
    let above = rows.saturating_sub(unread);
    let cursor = tab_page(state, &mut body.part(0, 0, columns, above));
    if unread == 0 {
        return cursor;
    }
    let below = pages::unread::draw(state, rows, &mut body.part(0, above, columns, unread));
    below.or(cursor)
}

/// The open tab, as far as it could be read.
fn tab_page(state: &State, body: &mut Panel<'_>) -> Option<Position> {
    match state.view.tab {
        Tab::Overview => pages::overview::draw(state, body),
        Tab::Metrics => pages::metrics::draw(state, body),
        Tab::Initiatives => pages::initiatives::draw(state, body),
        Tab::Recommendations => pages::recommendations::draw(state, body),
        Tab::Evaluation => pages::evaluation::draw(state, body),
        Tab::Meetings => pages::meetings::draw(state, body),
    }
}

/// The notice on a window that is too small: its size, the size needed, the way out.
fn too_small(access: Access, panel: &mut Panel<'_>) {
    let (columns, rows) = (panel.columns(), panel.rows());
    let size = format!("Window is {columns} x {rows}.");
    let needed = format!("It needs {} x {} or more.", SMALLEST.0, SMALLEST.1);
    let lines =
        ["coopdash", "", &size, &needed, "", "For plain text run:", "coopdash report FILE", "q leaves"];
    // Where there is no shell, there is nothing to run.
    let has_shell = access.allows(Need::Stopping);
    let lines = lines.iter().filter(|line| has_shell || !(line.ends_with(':') || line.ends_with("FILE")));
    let lines: Vec<&str> = lines.copied().collect();
    // Where not every line fits, the blank ones go first.
    let fits_all = usize::from(rows) >= lines.len();
    let shown = lines.iter().filter(|line| fits_all || !line.is_empty());
    for (y, line) in (0..rows).zip(shown) {
        panel.text(0, y, line, if *line == "coopdash" { Role::Bright } else { Role::Text });
    }
}
