//! A page of text: about, and the details that have no chart.

use crate::app::sheet::{self, SheetRow};
use crate::app::{Layer, State};
use crate::settings::Role;
use crate::text;
use crate::view::panel::Panel;
use crate::wording::{Fact, Tone};
use ratatui::layout::Position;

/// Draws the topmost sheet under the help page, scrolled by `scroll` rows.
pub(in crate::view) fn draw(state: &State, scroll: usize, body: &mut Panel<'_>) -> Position {
    let under_help = matches!(state.view.top(), Some(Layer::Help(_)));
    let rows = if under_help { sheet::rows_below(state) } else { sheet::rows(state) };
    rows_from(&rows, scroll, body);
    body.cursor(0)
}

/// Draws rows from `scroll` on; where not all show, the last row says which part does.
pub(in crate::view) fn rows_from(rows: &[SheetRow], scroll: usize, panel: &mut Panel<'_>) {
    let shown = sheet::shown(rows.len(), panel.rows().into());
    let first = scroll.min(rows.len().saturating_sub(shown));
    for (y, row) in (0..panel.rows()).zip(rows.iter().skip(first).take(shown)) {
        draw_row(row, y, panel);
    }
    if shown < rows.len() {
        let position = format!("lines {}-{} of {}", first + 1, first + shown, rows.len());
        panel.right(panel.columns(), panel.rows().saturating_sub(1), &position, Role::Muted);
    }
}

fn draw_row(row: &SheetRow, y: u16, panel: &mut Panel<'_>) {
    match row {
        SheetRow::Blank => {}
        SheetRow::Heading(title) => panel.heading(y, title, ""),
        SheetRow::Text { label, indent, text, tone } => {
            panel.text(0, y, label, Role::Muted);
            let x = u16::try_from(*indent).unwrap_or(u16::MAX);
            panel.text(x, y, text, role(*tone));
        }
        SheetRow::Sign((glyph, role), indent, words) => {
            panel.text(0, y, glyph(panel.glyphs()), *role);
            panel.text(u16::try_from(*indent).unwrap_or(u16::MAX), y, words, Role::Text);
        }
    }
}

/// The facts on an item from the top of a panel on, as far as they show whole; the first free row.
pub(in crate::view) fn facts(facts: &[Fact], panel: &mut Panel<'_>) -> u16 {
    let mut y = 0;
    for fact in facts.iter().filter(|fact| !fact.is_for_the_speaker()) {
        let lines = text::wrap(&fact.text, usize::from(panel.columns().saturating_sub(16)).max(1));
        if y + u16::try_from(lines.len()).unwrap_or(u16::MAX) > panel.rows() {
            break;
        }
        panel.text(0, y, &fact.label, Role::Muted);
        y = panel.lines(16, y, &lines, role(fact.tone));
    }
    y
}

/// The role of a tone.
pub(in crate::view) const fn role(tone: Tone) -> Role {
    match tone {
        Tone::Plain => Role::Text,
        Tone::Muted => Role::Muted,
        Tone::Bad => Role::Bad,
        Tone::Good => Role::Good,
    }
}
