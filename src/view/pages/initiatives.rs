//! Initiatives: the checklist. Strip, counts, list; the words under a title say what the mark says.

use super::{chart, listed};
use crate::app::geometry::{Height, Width, height, width};
use crate::app::{Grouping, State, Tab};
use crate::figures::{Mark, Progress};
use crate::programme::{Initiative, Section};
use crate::settings::Role;
use crate::text;
use crate::view::panel::Panel;
use crate::view::window::{position, window};
use crate::wording::{self, Links, Pointer};
use chrono::Datelike;
use ratatui::layout::Position;

/// Where the columns of the list stand; a column without room is left out.
struct Columns {
    title: u16,
    owner: Option<u16>,
    /// Where the date ends.
    due: u16,
    /// This year: dates in it need not name it where there is little room.
    year: i32,
    /// Where the distance in words ends.
    state: Option<u16>,
    group: Option<u16>,
}

impl Columns {
    /// `longest` are the widths of the longest title and of the longest group that the rows may show; a group of
    /// 0 is no column.
    fn new(columns: u16, year: i32, longest: (u16, u16)) -> Self {
        let title = if width(columns) == Width::Narrow { 5 } else { 6 };
        let class = width(columns + 4);
        let (least, owner_room) = match class {
            Width::Narrow => {
                return Self { title, year, owner: None, due: columns, state: None, group: None };
            }
            Width::Normal => {
                let owner = Some(46.min(columns.saturating_sub(30)));
                return Self { title, year, owner, due: columns, state: None, group: None };
            }
            Width::Wide => (46, 31),
            Width::Wall => (86, 38),
        };
        // The title takes what the others leave, but no more than it needs: far apart is hard to follow.
        let group = if longest.1 == 0 { 0 } else { longest.1.clamp(5, columns / 6) + 2 };
        let most = columns.saturating_sub(group + STATE_ROOM + owner_room);
        let owner = (title + longest.0 + 3).max(least).min(most);
        let due = owner + owner_room;
        let state = due + STATE_ROOM;
        Self {
            title,
            year,
            owner: Some(owner),
            due,
            state: Some(state),
            group: (group > 0).then_some(state + 2),
        }
    }
}

/// The columns that the distance in words takes.
const STATE_ROOM: u16 = 18;

/// The widths of the longest title, and of the longest group unless the headings say it already. Of all
/// initiatives, so that columns stay where they are when a filter changes.
fn longest(state: &State, body: &Panel<'_>) -> (u16, u16) {
    let items = &state.good.programme.initiatives;
    let title = items.iter().map(|item| body.width(&item.title)).max();
    let group = items.iter().filter_map(|item| item.group.as_deref()).map(|group| body.width(group)).max();
    let is_said = state.listing(Tab::Initiatives).is_some_and(|listing| listing.group == Grouping::Theme);
    (title.unwrap_or(0), group.filter(|_| !is_said).unwrap_or(0))
}

/// Draws the checklist.
pub(in crate::view) fn draw(state: &State, body: &mut Panel<'_>) -> Option<Position> {
    let items = &state.good.programme.initiatives;
    if items.is_empty() {
        return Some(super::empty(state, "initiatives", &["- title: Joint training calendar"], body));
    }
    let narrow = width(body.columns()) == Width::Narrow;
    let low = height(state.size.1) == Height::Low;
    let columns = body.columns();
    chart::strip(state, &mut body.part(0, 0, columns, 1));
    let counts = wording::counts_line(&state.figures.counts);
    let counts = counts.forms().skip(1).find(|form| !narrow && body.width(form) <= columns);
    let used = body.text(0, 1, &counts.unwrap_or_default(), Role::Text);
    let mut y = listed::choices(state, Tab::Initiatives, used, 1, body);
    if !narrow && !low {
        y = 3;
    }
    let columns = Columns::new(columns, state.figures.today.year(), longest(state, body));
    if !narrow && !low {
        header(body, y, &columns);
        y += 2;
    }
    if state.sound_rows(Tab::Initiatives) == 0 {
        listed::nothing(state, Tab::Initiatives, y, body);
        return Some(body.cursor(y));
    }
    let ruled = !narrow && !low;
    list(state, (y, ruled), &columns, body)
}

fn header(body: &mut Panel<'_>, y: u16, columns: &Columns) {
    body.text(columns.title, y, "Initiative", Role::Muted);
    if let Some(owner) = columns.owner {
        body.text(owner, y, "Owner", Role::Muted);
    }
    body.right(columns.due, y, "Due", Role::Muted);
    if let Some(state) = columns.state {
        body.right(state, y, wording::words::STATUS, Role::Muted);
    }
    if let Some(group) = columns.group {
        body.text(group, y, "Group", Role::Muted);
    }
    body.repeat(0, y + 1, body.columns(), body.glyphs().horizontal, Role::Rule);
}

/// Rows from `top` on: two a piece where all fit so, else one; what is left at the bottom shows the
/// selected initiative in full.
/// A rule above it says which part shows; without one, the row below.
fn list(
    state: &State,
    (top, ruled): (u16, bool),
    columns: &Columns,
    body: &mut Panel<'_>,
) -> Option<Position> {
    let listing = state.listing(Tab::Initiatives)?;
    let count = listing.order.len();
    let above: Vec<u16> = (0..count).map(|row| listed::rows_above(listing, row)).collect();
    let total = count.saturating_mul(2) + above.iter().copied().map(usize::from).sum::<usize>();
    let narrow = columns.owner.is_none();
    let room = body.rows().saturating_sub(top);
    let detail = if narrow { 2 } else { 0 };
    let each = if !narrow && total <= usize::from(room) { 2 } else { 1 };
    let heights: Vec<u16> = above.iter().map(|above| above + each).collect();
    // Where the window begins inside a group, its heading stands above the first row all the same.
    let again = u16::from(
        heights.iter().map(|one| usize::from(*one)).sum::<usize>() > usize::from(room) && above.contains(&1),
    );
    let room = room.saturating_sub(detail + again);
    let room = if ruled || narrow { room } else { super::list_room(&heights, room) };
    let shown = window(&heights, state.row(), room);
    let mut cursor = None;
    let mut y = top;
    for row in shown.clone() {
        let Some(index) = listing.order.get(row) else { continue };
        let (Some(item), Some(own)) =
            (state.good.programme.initiatives.get(*index), state.figures.initiatives.get(*index))
        else {
            continue;
        };
        let selected = row == state.row();
        y += listed::heading(listing, row, row == shown.start, y, body);
        let mark = state.mark(Pointer::Item(Section::Initiatives, *index));
        line((item, mark), own, (y, each == 1), selected, columns, body);
        if each == 2 {
            under(item, own, y + 1, columns, body);
        }
        if selected {
            cursor = Some(body.cursor(y));
        }
        y += each;
    }
    let position = position(&shown, count);
    if ruled {
        super::say_on_rule(&position, top - 1, body);
    } else {
        // The last row of a narrow window is the selected one's.
        let rows = body.rows().saturating_sub(u16::from(narrow));
        super::say_position(&position, &mut body.part(0, 0, body.columns(), rows));
    }
    selected_below(state, y, narrow, body);
    cursor
}

fn line(
    (item, flag): (&Initiative, &str),
    own: &Progress,
    (y, alone): (u16, bool),
    selected: bool,
    columns: &Columns,
    body: &mut Panel<'_>,
) {
    let late = own.mark == Mark::Overdue;
    let due = item.due.as_ref().map(|due| &due.value);
    let narrow = columns.owner.is_none();
    let date = match due {
        Some(due) if narrow && due.written.is_none() && due.day.year() == columns.year => {
            text::date::format_short(due.day)
        }
        Some(due) => wording::due_date(due),
        None => wording::given(&item.unreadable, "due", "no date").to_owned(),
    };
    // In one row a day that has passed says less than how long ago that was.
    let date = match own.days.filter(|days| late && columns.state.is_none() && !narrow && *days < 0) {
        Some(days) if alone => wording::due(days),
        _ => date,
    };
    let date_role = match (late, due) {
        (true, _) => Role::Bad,
        (false, Some(_)) => Role::Text,
        (false, None) => missing_role(item, "due"),
    };
    let taken = body.right(columns.due, y, &date, date_role);
    let title_end = columns.owner.unwrap_or(columns.due - taken).saturating_sub(2);
    let mark_role = if late { Role::Bad } else { Role::Text };
    body.text(columns.title - 4, y, wording::mark(own.mark), mark_role);
    let title_room = title_end.saturating_sub(columns.title);
    let name = match &item.short {
        Some(short) if text::width(&item.title) > usize::from(title_room) => short,
        _ => &item.title,
    };
    let title_role = if selected { Role::Bright } else { Role::Text };
    body.text_in(columns.title, y, title_room, &format!("{flag}{name}"), title_role);
    if let Some(x) = columns.owner {
        let room = (columns.due - taken).saturating_sub(x + 2);
        match &item.owner {
            Some(owner) => body.text_in(x, y, room, owner, Role::Text),
            None => body.text_in(x, y, room, no_owner(item), missing_role(item, "owner")),
        };
    }
    if let Some(end) = columns.state {
        body.right(end, y, &state_words(own), if late { Role::Bad } else { Role::Muted });
    }
    if let (Some(x), Some(group)) = (columns.group, &item.group) {
        body.text(x, y, group, Role::Muted);
    }
    if selected {
        body.text(0, y, ">", Role::Accent);
        body.select(y, 1);
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
    if own.mark == Mark::Unknown {
        return wording::NOT_READABLE.to_owned();
    }
    own.days.map_or_else(|| wording::progress_word(own).to_owned(), wording::due)
}

/// The second row: how late, the status, what was agreed.
fn under(item: &Initiative, own: &Progress, y: u16, columns: &Columns, body: &mut Panel<'_>) {
    let mut parts = Vec::new();
    if columns.state.is_none() {
        parts.push(wording::progress_word(own).to_owned());
        if let Some(days) = own.days {
            parts.push(wording::due(days));
        }
    }
    let head = parts.join(", ");
    let body_text = item.description.clone().unwrap_or_default();
    let whole = [head, body_text].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": ");
    body.text(columns.title, y, &whole, Role::Muted);
}

/// Under the list: the selected initiative, as much of it as there is room for.
fn selected_below(state: &State, from: u16, narrow: bool, body: &mut Panel<'_>) {
    let Some(wording::Pointer::Item(Section::Initiatives, at)) = state.chosen() else { return };
    let programme = &state.good.programme;
    let (Some(item), Some(own)) = (programme.initiatives.get(at), state.figures.initiatives.get(at)) else {
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
    let facts = wording::initiative_facts(item, own, &Links::of(programme));
    let mut below = body.part(2, from + 3, columns.saturating_sub(2).min(110), rows - from - 3);
    let mut y = 0;
    for fact in facts.iter().filter(|fact| !fact.is_for_the_speaker()) {
        let lines = text::wrap(&fact.text, usize::from(below.columns().saturating_sub(16)).max(1));
        if y + u16::try_from(lines.len()).unwrap_or(u16::MAX) > below.rows() {
            break;
        }
        below.text(0, y, &fact.label, Role::Muted);
        for line in lines {
            below.text(16, y, &line, super::sheet::role(fact.tone));
            y += 1;
        }
    }
}

/// One row on the overview: mark, title, what was agreed, owner, date.
pub(super) fn compact((item, flag): (&Initiative, &str), own: &Progress, y: u16, panel: &mut Panel<'_>) {
    let edge = panel.columns();
    let late = own.mark == Mark::Overdue;
    let (date, role) = match &item.due {
        Some(due) => (wording::due_date(&due.value), if late { Role::Bad } else { Role::Text }),
        None => (wording::given(&item.unreadable, "due", "no date").to_owned(), missing_role(item, "due")),
    };
    panel.right(edge, y, &date, role);
    let owner_at = edge.saturating_sub(34);
    panel.text_in(owner_at, y, 18, item.owner.as_deref().unwrap_or_else(|| no_owner(item)), Role::Muted);
    panel.text(0, y, wording::mark(own.mark), if late { Role::Bad } else { Role::Text });
    // A title takes the room of what was agreed where the file does not say it.
    let room = if item.description.is_some() { 34 } else { owner_at.saturating_sub(6) };
    panel.text_in(4, y, room, &format!("{flag}{}", item.title), Role::Text);
    if let Some(words) = &item.description {
        panel.text_in(40, y, owner_at.saturating_sub(42), words, Role::Muted);
    }
}
