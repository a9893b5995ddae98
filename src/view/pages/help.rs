//! Help: keys and signs, in a box over the screen.

use crate::app::State;
use crate::app::geometry;
use crate::app::sheet;
use crate::view::panel::Panel;
use ratatui::layout::Position;

/// Draws the help page over the whole panel.
pub(in crate::view) fn draw(state: &State, scroll: usize, panel: &mut Panel<'_>) -> Position {
    let rows = sheet::rows(state);
    let (columns, most) = geometry::help((panel.columns(), panel.rows()));
    let content = u16::try_from(rows.len()).unwrap_or(u16::MAX).min(most);
    let (width, height) = (columns + 4, content + 2);
    let x = panel.columns().saturating_sub(width) / 2;
    let y = panel.rows().saturating_sub(height) / 2;
    behind(x, panel);
    let mut frame = panel.part(x, y, width, height);
    frame.clear();
    super::boxes::border(&mut frame, "Keys", "Esc closes");
    let mut inner = frame.part(2, 1, columns, content);
    super::sheet::rows_from(&rows, scroll, &mut inner);
    inner.cursor(0)
}

/// What lies behind the box: muted, so that the box is what is read; where no more than shreds of it would
/// show beside the box, nothing but the title. The last row has the keys of the box.
fn behind(beside: u16, panel: &mut Panel<'_>) {
    let (columns, rows) = (panel.columns(), panel.rows().saturating_sub(1));
    if beside < super::boxes::SHREDS {
        panel.part(0, 1, columns, rows.saturating_sub(1)).clear();
    }
    panel.part(0, 0, columns, rows).mute();
}
