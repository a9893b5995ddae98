//! Help: keys and signs, in a box over the screen.

use crate::app::State;
use crate::app::geometry;
use crate::app::sheet::{self, Sign};
use crate::settings::Role;
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
    let mut frame = panel.part(x, y, width, height);
    frame.clear();
    border(&mut frame, "Keys", "Esc closes");
    let mut inner = frame.part(2, 1, columns, content);
    super::sheet::rows_from(&rows, scroll, &mut inner);
    inner.cursor(0)
}

/// A box: always something on top that Esc closes.
fn border(frame: &mut Panel<'_>, title: &str, foot: &str) {
    let (columns, rows) = (frame.columns(), frame.rows());
    if columns < 2 || rows < 2 {
        return;
    }
    let glyphs = frame.glyphs();
    let (right, bottom) = (columns - 1, rows - 1);
    for y in [0, bottom] {
        frame.repeat(0, y, columns, glyphs.horizontal, Role::Rule);
    }
    for y in 1..bottom {
        frame.text(0, y, glyphs.vertical, Role::Rule);
        frame.text(right, y, glyphs.vertical, Role::Rule);
    }
    for (x, y, glyph) in [
        (0, 0, glyphs.top_left),
        (right, 0, glyphs.top_right),
        (0, bottom, glyphs.bottom_left),
        (right, bottom, glyphs.bottom_right),
    ] {
        frame.text(x, y, glyph, Role::Rule);
    }
    frame.text(2, 0, &format!(" {title} "), Role::Bright);
    frame.right(columns.saturating_sub(2), bottom, &format!(" {foot} "), Role::Muted);
}

/// A sign of the charts in the look in use, and what it means.
pub(super) fn sign(sign: Sign, indent: usize, words: &str, y: u16, panel: &mut Panel<'_>) {
    let glyphs = panel.glyphs();
    let (glyph, role) = match sign {
        Sign::Previous => (glyphs.thin, Role::Previous),
        Sign::Current => (glyphs.thick, Role::Current),
        Sign::Forecast => (glyphs.forecast, Role::Current),
        Sign::Target => (glyphs.target, Role::Target),
        Sign::LastYear => (glyphs.before, Role::Target),
        Sign::Up => (glyphs.up, Role::Text),
        Sign::Down => (glyphs.down, Role::Text),
        Sign::Cut => (glyphs.beyond_right, Role::Current),
    };
    panel.text(0, y, glyph, role);
    panel.text(u16::try_from(indent).unwrap_or(u16::MAX), y, words, Role::Text);
}
