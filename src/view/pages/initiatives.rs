//! Initiatives: the checklist. Strip, counts, list; the words under a title say what the mark says.

use super::{chart, listed};
use crate::app::geometry::{Height, Width, height, width};
use crate::app::{Grouping, Question, State, Tab};
use crate::figures::{Progress, StatusMark};
use crate::programme::{Initiative, Section};
use crate::settings::Role;
use crate::text;
use crate::view::list::{Cell, Column, Columns, List};
use crate::view::look::Alphabet;
use crate::view::panel::Panel;
use crate::wording::{self, Pointer};
use chrono::Datelike;
use ratatui::layout::{Constraint, Position};

/// How the list is drawn in a panel of some width.
struct ChecklistForm {
    /// Mark, title, owner, date, distance in words, group; one without room is left out.
    columns: Columns<'static, 6>,
    class: Width,
    /// This year: dates in it need not name it where there is little room.
    year: i32,
}

impl ChecklistForm {
    fn new(state: &State, body: &Panel<'_>) -> Self {
        let (wide, class) = (body.columns(), width(body.columns() + 4));
        let (title, group) = *state.ask(Longest(body.look.alphabet()));
        let is_said = state.listing(Tab::Initiatives).is_some_and(|listing| listing.group == Grouping::Theme);
        let group = if is_said { 0 } else { group };
        // The title takes what the others leave, but no more than it needs: far apart is hard to follow.
        let needed = |least: u16| Constraint::Max((title + 1).max(least));
        let (title, owner) = match class {
            Width::Narrow => (Constraint::Fill(1), Constraint::Length(0)),
            Width::Normal => (Constraint::Max(38), Constraint::Min(16)),
            Width::Wide => (needed(38), Constraint::Length(17)),
            Width::Wall => (needed(78), Constraint::Length(24)),
        };
        let (has_owner, has_state) = (class > Width::Narrow, class > Width::Normal);
        let columns = [
            Column::within(if width(wide) == Width::Narrow { 1 } else { 2 }, "", Constraint::Length(3)),
            Column::left(1, "Initiative", title),
            Column::left(2, "Owner", owner).only_if(has_owner),
            Column::right(2, "Due", Constraint::Length(12)),
            Column::right(0, wording::STATUS, Constraint::Length(18)).only_if(has_state),
            Column::left(2, "Group", Constraint::Length(group.max(5).min(wide / 6)))
                .only_if(has_state && group > 0),
        ];
        let columns = Columns::new(state, wide, columns);
        Self { columns, class, year: state.figures().today.year() }
    }
}

/// The widths of the longest title and of the longest group in these letters. Of all initiatives, so that columns stay
/// where they are when a filter changes.
#[derive(PartialEq)]
struct Longest(Alphabet);

impl Question for Longest {
    type Answer = (u16, u16);

    fn answer(&self, state: &State) -> (u16, u16) {
        let items = &state.programme().initiatives;
        let wide = |text: &str| self.0.width(text);
        let title = items.iter().map(|item| wide(&item.title)).max();
        let group = items.iter().filter_map(|item| item.group.as_deref()).map(wide).max();
        (title.unwrap_or(0), group.unwrap_or(0))
    }
}

/// Draws the checklist.
pub(in crate::view) fn draw(state: &State, body: &mut Panel<'_>) -> Option<Position> {
    let items = &state.programme().initiatives;
    if items.is_empty() {
        return Some(super::empty(state, "initiatives", &["- title: Joint training calendar"], body));
    }
    let narrow = width(body.columns()) == Width::Narrow;
    let columns = body.columns();
    chart::strip(state, &mut body.part(0, 0, columns, 1));
    let counts = wording::counts_line(&state.figures().counts);
    let counts = counts.forms().skip(1).find(|form| !narrow && body.width(form) <= columns);
    let used = body.text(0, 1, &counts.unwrap_or_default(), Role::Text);
    let mut y = listed::choices(state, Tab::Initiatives, used, 1, body);
    let form = ChecklistForm::new(state, body);
    let ruled = !narrow && height(state.session.size.1) != Height::Low;
    if ruled {
        form.columns.header(3, body);
        y = 5;
    }
    if state.sound_rows(Tab::Initiatives) == 0 {
        listed::nothing(state, Tab::Initiatives, y, body);
        return Some(body.cursor(y));
    }
    list(state, (y, ruled), &form, body)
}

/// Rows from `top` on: two a piece where all fit so, else one; what is left at the bottom shows the
/// selected initiative in full.
/// A rule above it says which part shows; without one, the row below.
fn list(
    state: &State,
    (top, ruled): (u16, bool),
    form: &ChecklistForm,
    body: &mut Panel<'_>,
) -> Option<Position> {
    let listing = state.listing(Tab::Initiatives)?;
    let narrow = form.class == Width::Narrow;
    let room = body.rows().saturating_sub(top);
    let list = |each: u16| List::even(each, listing.order.len(), Some(state.row())).grouped(listing);
    let each = if !narrow && list(2).all_rows() <= room { 2 } else { 1 };
    let list = list(each);
    // Where the viewport begins inside a group, its heading stands above the first row all the same.
    let again = u16::from(list.all_rows() > room && listing.heading(0).is_some());
    let room = room.saturating_sub(again + if narrow { 2 } else { 0 });
    let shown = if ruled || narrow { list.within(room) } else { list.above_position(room) };
    let (cursor, below) = shown.draw(top, body, |row, chosen, panel| {
        let Some((at, item, own)) = in_row(state, row) else { return };
        line((item, state.mark(Pointer::Item(Section::Initiatives, at))), own, chosen, form, panel);
        if each == 2 {
            under(item, own, form, panel);
        }
    });
    if ruled {
        shown.say(top - 1, body);
    } else {
        // The last row of a narrow window is the selected one's.
        shown.say(body.rows().saturating_sub(if narrow { 2 } else { 1 }), body);
    }
    selected_below(state, below, narrow, body);
    cursor
}

/// The initiative in a row of the list, with its place in the file and its figures.
fn in_row(state: &State, row: usize) -> Option<(usize, &Initiative, &Progress)> {
    let at = *state.listing(Tab::Initiatives)?.order.get(row)?;
    Some((at, state.programme().initiatives.get(at)?, state.figures().initiatives.get(at)?))
}

/// One initiative, in the first row of a panel.
fn line(
    (item, flag): (&Initiative, &str),
    own: &Progress,
    chosen: bool,
    form: &ChecklistForm,
    panel: &mut Panel<'_>,
) {
    let late = own.mark == StatusMark::Overdue;
    let loud = |role| if late { Role::Bad } else { role };
    let (date, date_role) = due(item, own, form, panel.rows() == 1);
    let words = state_words(own);
    let (owner, owner_role) = match &item.owner {
        Some(owner) => (owner.as_str(), Role::Text),
        None => (no_owner(item), missing_role(item, "owner")),
    };
    let title_role = if chosen { Role::Bright } else { Role::Text };
    let cells = [
        Cell::new(wording::mark(own.mark), loud(Role::Text)),
        Cell::name(flag, &item.title, item.short.as_deref(), title_role),
        Cell::new(owner, owner_role),
        Cell::new(&date, date_role),
        Cell::new(&words, loud(Role::Muted)),
        Cell::new(item.group.as_deref().unwrap_or_default(), Role::Muted),
    ];
    form.columns.row(cells, 0, panel);
}

/// When an initiative is due, as there is room for it; in one row a day that has passed says less than how long ago
/// that was.
fn due(item: &Initiative, own: &Progress, form: &ChecklistForm, alone: bool) -> (String, Role) {
    let late = own.mark == StatusMark::Overdue;
    let (date, role) = due_date(item, late);
    let short = item.due.as_ref().map(|due| &due.value).filter(|due| due.written.is_none());
    let date = match (form.class, short, own.days) {
        (Width::Narrow, Some(due), _) if due.day.year() == form.year => text::date::format_short(due.day),
        (Width::Normal, _, Some(days)) if late && days < 0 && alone => wording::due(days),
        _ => date,
    };
    (date, role)
}

/// The date an initiative is due on; where there is none, that or why.
fn due_date(item: &Initiative, late: bool) -> (String, Role) {
    match &item.due {
        Some(due) => (wording::due_date(&due.value), if late { Role::Bad } else { Role::Text }),
        None => (wording::given(&item.unreadable, "due", "no date").to_owned(), missing_role(item, "due")),
    }
}

fn no_owner(item: &Initiative) -> &'static str {
    wording::given(&item.unreadable, "owner", "no owner")
}

/// What is missing is quiet; what could not be read is not.
fn missing_role(item: &Initiative, key: &str) -> Role {
    if item.unreadable.has(key) { Role::Bad } else { Role::Muted }
}

/// The state as words: the distance to the due date where it is open, else the status.
fn state_words(own: &Progress) -> String {
    if own.mark == StatusMark::Unknown {
        return wording::NOT_READABLE.to_owned();
    }
    own.days.map_or_else(|| wording::progress_word(own).to_owned(), wording::due)
}

/// The second row: how late, the status, what was agreed.
fn under(item: &Initiative, own: &Progress, form: &ChecklistForm, panel: &mut Panel<'_>) {
    let (status, when) = (wording::progress_word(own).to_owned(), own.days.map(wording::due));
    let is_said = form.class > Width::Normal;
    let head: Vec<String> = Some(status).into_iter().chain(when).filter(|_| !is_said).collect();
    let parts = Some(head.join(", ")).into_iter().chain(item.description.clone());
    let whole: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    let [_, title, ..] = form.columns.areas();
    panel.text(title.x, 1, &whole.join(": "), Role::Muted);
}

/// Under the list: the selected initiative, as much of it as there is room for.
fn selected_below(state: &State, from: u16, narrow: bool, body: &mut Panel<'_>) {
    let Some(wording::Pointer::Item(Section::Initiatives, at)) = state.chosen() else { return };
    let programme = state.programme();
    let (Some(item), Some(own)) = (programme.initiatives.get(at), state.figures().initiatives.get(at)) else {
        return;
    };
    if narrow {
        let owner = item.owner.as_deref().unwrap_or_else(|| no_owner(item));
        let when = own.days.map_or_else(String::new, |days| format!(", {}", wording::due(days)));
        // The owner is what may be cut.
        let words = format!("{}{when}: {owner}", wording::progress_word(own));
        let last = body.rows().saturating_sub(1);
        body.text(0, last, &words, Role::Muted);
        return;
    }
    if body.rows().saturating_sub(from) < 6 {
        return;
    }
    let (columns, rows) = (body.columns(), body.rows());
    body.part(0, from + 1, columns, 1).heading(0, &format!("Selected: {}", item.title), "Enter opens it");
    let facts = wording::initiative_facts(item, own, &state.content().links);
    let mut below = body.part(2, from + 3, columns.saturating_sub(2).min(110), rows - from - 3);
    super::sheet::facts(&facts, &mut below);
}

/// The columns of one row on the overview: mark, title, what was agreed, owner, date. A title takes the room of what
/// was agreed where the file does not say it.
const COMPACT: [Column<'static>; 5] = [
    Column::within(0, "", Constraint::Length(3)),
    Column::left(1, "", Constraint::Length(34)),
    Column::left(2, "", Constraint::Fill(1)),
    Column::within(2, "", Constraint::Length(18)),
    Column::right(2, "", Constraint::Length(14)),
];

/// The same in a panel of some width.
pub(super) type CompactColumns = Columns<'static, 5>;

/// The columns of rows on the overview in so many columns.
pub(super) fn compact_columns(state: &State, wide: u16) -> CompactColumns {
    Columns::new(state, wide, COMPACT)
}

/// One row on the overview.
pub(super) fn compact(
    (item, flag): (&Initiative, &str),
    own: &Progress,
    (columns, y): (&CompactColumns, u16),
    panel: &mut Panel<'_>,
) {
    let late = own.mark == StatusMark::Overdue;
    let (date, role) = due_date(item, late);
    let cells = [
        Cell::new(wording::mark(own.mark), if late { Role::Bad } else { Role::Text }),
        Cell::name(flag, &item.title, None, Role::Text),
        Cell::new(item.description.as_deref().unwrap_or_default(), Role::Muted),
        Cell::new(item.owner.as_deref().unwrap_or_else(|| no_owner(item)), Role::Muted),
        Cell::new(&date, role),
    ];
    columns.row(cells, y, panel);
}
