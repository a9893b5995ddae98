//! Boxes: the frame of everything that lies on top of a page and closes with Esc, and the small ones for
//! changes: the menu, the field for typing, and the choice between two people's changes.

use crate::app::forms::{Asks, Form, MenuRow};
use crate::app::{Clash, State};
use crate::document::Change;
use crate::settings::Role;
use crate::text;
use crate::view::list::{Cell, Column, Columns, List};
use crate::view::panel::Panel;
use crate::wording::{field, forms as words};
use ratatui::layout::{Constraint, Position};

/// The widest of the small boxes.
const WIDEST: u16 = 72;

/// Of a page that shows fewer columns than these beside a box only shreds of words would be seen, so none are.
pub(super) const SHREDS: u16 = 8;

/// Draws the frame of a box: title at the top, what closes it at the bottom.
pub(super) fn border(frame: &mut Panel<'_>, title: &str, foot: &str) {
    let (columns, rows) = (frame.columns(), frame.rows());
    if columns < 2 || rows < 2 {
        return;
    }
    frame.border();
    frame.text_in(2, 0, columns.saturating_sub(4), &format!(" {title} "), Role::Bright);
    frame.right(columns.saturating_sub(2), rows - 1, &format!(" {foot} "), Role::Muted);
}

/// Draws whichever small box is on top; where the hardware cursor belongs then.
pub(in crate::view) fn draw(state: &State, panel: &mut Panel<'_>) -> Option<Position> {
    if let Some(form) = &state.dialogue.form {
        return Some(field(form, panel));
    }
    if let Some(clash) = &state.store.clash {
        return Some(choice(state, clash, panel));
    }
    let layer = state.view.top().filter(|layer| layer.is_menu())?;
    Some(menu(state, &state.menu_rows(layer), layer.at()?, panel))
}

/// A box of so many rows of content in the middle of the panel, and the panel inside it.
fn opened<'p>(panel: &'p mut Panel<'_>, rows: usize, title: &str, foot: &str) -> Panel<'p> {
    let columns = panel.columns().min(WIDEST);
    let height = u16::try_from(rows + 2).unwrap_or(u16::MAX).min(panel.rows());
    let x = (panel.columns() - columns) / 2;
    let y = (panel.rows() - height) / 2;
    if x < SHREDS {
        panel.part(0, y, panel.columns(), height).clear();
    }
    let mut frame = panel.part(x, y, columns, height);
    frame.clear();
    border(&mut frame, title, foot);
    panel.part(x + 2, y + 1, columns.saturating_sub(4), height.saturating_sub(2))
}

/// The menu: labels at the left, what the file says now beside them.
fn menu(state: &State, rows: &[MenuRow], at: usize, panel: &mut Panel<'_>) -> Position {
    let title = state.chosen().and_then(|item| state.head(item)).map_or("", |(title, _)| title);
    let mut inside = opened(panel, rows.len(), &words::menu_title(title), words::MENU_KEYS);
    let wide = rows.iter().map(|row| inside.width(&row.label)).max().unwrap_or(0).min(40);
    let columns = [Column::within(2, "", Constraint::Length(wide)), Column::left(2, "", Constraint::Fill(1))];
    let columns = Columns::new(state, inside.columns(), columns);
    let list = List::even(1, rows.len(), Some(at)).scrolled(inside.rows().into());
    let (cursor, _) = list.draw(0, &mut inside, |row, chosen, panel| {
        let Some(row) = rows.get(row) else { return };
        let label = Cell::new(&row.label, if chosen { Role::Bright } else { Role::Text });
        columns.row([label, Cell::new(&row.value, Role::Text)], 0, panel);
    });
    cursor.unwrap_or_else(|| inside.cursor(0))
}

/// The field: what is asked for, what is typed, and why it was not written.
fn field(form: &Form, panel: &mut Panel<'_>) -> Position {
    let (title, hint) = asked(form);
    let columns = usize::from(panel.columns().min(WIDEST).saturating_sub(4));
    // What is wrong may be the very thing.
    let hint = if form.refused.contains(&hint) { String::new() } else { hint };
    let hint_lines = text::wrap(&hint, columns.max(1));
    let refused: Vec<String> =
        form.refused.iter().flat_map(|words| text::wrap(words, columns.max(1))).collect();
    let mut inside = opened(panel, 2 + hint_lines.len() + refused.len(), &title, words::FIELD_KEYS);
    let typed = form.line.text();
    let (shown, column) = around(typed, form.line.column(), columns.saturating_sub(3));
    inside.text(0, 0, ">", Role::Accent);
    inside.text(2, 0, &shown, Role::Bright);
    let mut y = 2;
    for (lines, role) in [(&refused, Role::Bad), (&hint_lines, Role::Muted)] {
        y = inside.lines(0, y, lines, role);
    }
    let cursor = inside.cursor(0);
    let column = u16::try_from(column + 2).unwrap_or(0).min(inside.columns().saturating_sub(1));
    Position { x: cursor.x + column, ..cursor }
}

/// The part of a line that shows around the place where the next letter goes, and the column of that place
/// in it.
fn around(typed: &str, column: usize, room: usize) -> (String, usize) {
    if column < room {
        return (typed.to_owned(), column);
    }
    let skipped = column + 1 - room;
    let mut passed = 0;
    let shown: String = typed
        .chars()
        .skip_while(|letter| {
            let skip = passed < skipped;
            passed += text::width(letter.encode_utf8(&mut [0; 4]));
            skip
        })
        .collect();
    let lost = text::width(typed).saturating_sub(text::width(&shown));
    (shown, column.saturating_sub(lost))
}

fn asked(form: &Form) -> (String, String) {
    let item = form.item.as_ref().map_or("", |item| item.title.as_str());
    match &form.asks {
        Asks::Field(row) => (words::field_title(&field::name(row.key), item), field::hint(row)),
        Asks::Note => (words::field_title(words::NOTE, item), words::NOTE_HINT.to_owned()),
        Asks::Value(period) => (words::field_title(period, item), words::VALUE_HINT.to_owned()),
        Asks::Period => (words::field_title(words::PERIOD, item), words::PERIOD_FORM.to_owned()),
        Asks::Title => (words::TITLE.to_owned(), words::TITLE_HINT.to_owned()),
    }
}

/// Two people changed the same: both sides, and the keys that decide.
fn choice(state: &State, clash: &Clash, panel: &mut Panel<'_>) -> Position {
    let columns = usize::from(panel.columns().min(WIDEST).saturating_sub(4)).max(1);
    let why = text::wrap(words::CLASH_WHY, columns).into_iter().map(|line| (line, Role::Text));
    let mut lines: Vec<(String, Role)> = why.chain([(String::new(), Role::Text)]).collect();
    let sides = both(state, clash, columns, panel.glyphs().ellipsis);
    if lines.len() + sides.len() + 2 > usize::from(panel.rows()) {
        // Both sides matter more than the words about them.
        lines.clear();
    }
    lines.extend(sides);
    let mut inside = opened(panel, lines.len(), words::CLASH_TITLE, words::CLASH_KEYS);
    for (y, (line, role)) in (0_u16..).zip(&lines) {
        inside.text(0, y, line, *role);
    }
    inside.cursor(0)
}

/// What each change that meets somebody else's wants, and what they have set.
fn both(state: &State, clash: &Clash, columns: usize, mark: &str) -> Vec<(String, Role)> {
    let (own, new) = (&clash.own.reading.programme, state.programme());
    let meets = |change: &&Change| change.rebase(own, new).is_err();
    let mut changes: Vec<&Change> = clash.step.changes.iter().filter(meets).collect();
    if changes.is_empty() {
        changes = clash.step.changes.iter().collect();
    }
    let mut lines = Vec::new();
    for change in changes {
        let now = change.moved(own, new).map(|change| change.theirs(new));
        let [head, mine, theirs] = words::sides(change, now.as_ref().map(Option::as_deref));
        lines.push((head_of(&head, columns, mark), Role::Bright));
        for (label, said) in [(words::MINE, mine), (words::THEIRS, theirs)] {
            let indent = 11;
            let said = text::wrap(&said, columns.saturating_sub(indent).max(1));
            for (number, line) in said.iter().take(3).enumerate() {
                let label = if number == 0 { label } else { "" };
                lines.push((format!("  {}{line}", text::pad_right(label, indent - 2)), Role::Text));
            }
        }
    }
    lines
}

/// `title: field` on one line: a long title loses its end, the field does not.
fn head_of(head: &str, columns: usize, mark: &str) -> String {
    let (title, field) = head.rsplit_once(": ").unwrap_or((head, ""));
    let room = columns.saturating_sub(text::width(field) + 2);
    format!("{}: {field}", text::fit(title, room, mark))
}
