//! Meetings: a ruler of twelve months with today, and the list, undated meetings last.

use crate::app::geometry::{Width, width};
use crate::app::{Question, State};
use crate::figures::MeetingFigures;
use crate::programme::{Meeting, MeetingStatus, Section};
use crate::settings::Role;
use crate::text;
use crate::view::list::{Cell, Column, Columns, List};
use crate::view::panel::Panel;
use crate::wording::{self, Phrase, Pointer, segment};
use chrono::{Datelike, Months, NaiveDate};
use ratatui::layout::{Constraint, Position};

/// Draws the ruler, the list and the purpose of the selected meeting.
pub(in crate::view) fn draw(state: &State, body: &mut Panel<'_>) -> Option<Position> {
    let meetings = &state.programme().meetings;
    if meetings.is_empty() {
        return Some(super::empty(state, "meetings", &["- title: Review of the programme"], body));
    }
    if width(body.columns()) == Width::Narrow {
        return narrow(state, body);
    }
    // Six months back and six ahead: without a meeting in them the ruler would say nothing.
    let dated = *state.ask(NearToday);
    let mut y = 0;
    if dated && body.rows() >= 14 {
        ruler(state, body);
        y = 4;
    }
    let columns = Columns::new(state, body.columns(), COLUMNS);
    columns.header(y, body);
    y += 2;
    let purpose = purpose(state, usize::from(body.columns()));
    // With its heading.
    let purpose_rows = u16::try_from(purpose.len() + usize::from(!purpose.is_empty())).unwrap_or(u16::MAX);
    let room = body.rows().saturating_sub(y);
    let list = |each: u16| List::even(each, meetings.len(), Some(state.row()));
    let fits = |each: u16| list(each).all_rows().saturating_add(purpose_rows) <= room;
    let keeps_purpose = !fits(1) && room > purpose_rows + 4;
    let list_room = if keeps_purpose { room - purpose_rows } else { room };
    let shown = list(if fits(2) { 2 } else { 1 }).within(list_room);
    shown.say(y - 1, body);
    let (cursor, mut y) = shown.draw(y, body, |row, chosen, panel| line(state, row, chosen, &columns, panel));
    if y.saturating_add(purpose_rows) <= body.rows() && !purpose.is_empty() {
        body.heading(y, "Purpose", "");
        y = body.lines(0, y + 1, &purpose, Role::Text);
    }
    upcoming(state, y + 1, body);
    cursor
}

/// Whether a meeting is within six months.
#[derive(PartialEq)]
struct NearToday;

impl Question for NearToday {
    type Answer = bool;

    fn answer(&self, state: &State) -> bool {
        state.figures().meetings.iter().filter_map(|own| own.days).any(|days| days.abs() < 180)
    }
}

/// The columns of the list: number, date, title and place, how far off.
const COLUMNS: [Column<'static>; 4] = [
    Column::right(0, "", Constraint::Length(3)),
    Column::within(1, "Date", Constraint::Length(12)),
    Column::left(2, "Meeting", Constraint::Fill(1)),
    Column::right(2, wording::STATUS, Constraint::Length(12)),
];

/// The meeting in a row of the list, with its place in the file and its figures.
fn in_row(state: &State, row: usize) -> Option<(usize, &Meeting, &MeetingFigures)> {
    let at = *state.figures().meeting_order.get(row)?;
    Some((at, state.programme().meetings.get(at)?, state.figures().meetings.get(at)?))
}

/// What has a day in the next weeks, as far as there is room for all of it or for three lines and a count.
fn upcoming(state: &State, y: u16, body: &mut Panel<'_>) {
    let facts = wording::upcoming(state.programme(), state.figures());
    let number = facts.len();
    let columns = body.columns();
    let room = usize::from(body.rows().saturating_sub(y + 1));
    if room < number.min(3) {
        return;
    }
    let shown = if number > room { room.saturating_sub(1) } else { number };
    let more = if shown < number { format!("{shown} of {number}, i shows all") } else { String::new() };
    body.part(0, y, columns, 1).heading(0, &wording::upcoming_title(state.figures()), &more);
    for (row, fact) in (y + 1..).zip(facts.take(shown)) {
        body.text(0, row, &fact.label, Role::Muted);
        let x = if fact.label.is_empty() { 0 } else { 14 };
        body.text(x, row, &fact.text, super::sheet::role(fact.tone));
    }
}

fn line(state: &State, row: usize, chosen: bool, columns: &Columns<'_, 4>, panel: &mut Panel<'_>) {
    let Some((at, meeting, own)) = in_row(state, row) else { return };
    let place = meeting.location.as_ref().map(|place| format!(", {place}")).unwrap_or_default();
    let title = format!("{}{place}", meeting.title);
    let role = if chosen { Role::Bright } else { Role::Text };
    let (number, date, off) = ((row + 1).to_string(), date(meeting, "no date"), state_words(meeting, own));
    let cells = [
        Cell::new(&number, Role::Muted),
        Cell::new(&date, Role::Text),
        Cell::name(state.mark(Pointer::Item(Section::Meetings, at)), &title, None, role),
        Cell::new(&off, Role::Muted),
    ];
    columns.row(cells, 0, panel);
}

/// The day of a meeting; where there is none, that or why.
fn date(meeting: &Meeting, missing: &str) -> String {
    meeting.date.as_ref().map_or_else(
        || wording::given(&meeting.unreadable, "date", missing).to_owned(),
        |date| text::date::format_date(date.value),
    )
}

/// How far off a meeting is, or where it stands.
fn state_words(meeting: &Meeting, own: &MeetingFigures) -> String {
    let is_over = matches!(own.status, Some(MeetingStatus::Cancelled | MeetingStatus::Held));
    match own.days.filter(|_| !is_over && !meeting.unreadable.has("status")) {
        None => wording::meeting_state(meeting, own).to_owned(),
        Some(days) if days < 0 && meeting.status.is_some() => {
            format!("{}, not marked as held", wording::distance(days))
        }
        Some(days) => wording::distance(days),
    }
}

/// The purpose of the selected meeting; empty where it gives none.
fn purpose(state: &State, columns: usize) -> Vec<String> {
    let purpose = in_row(state, state.row()).map(|(_, meeting, _)| &meeting.purpose);
    purpose.into_iter().flatten().flat_map(|line| text::wrap(line, columns.max(1))).collect()
}

/// Twelve months around today; numbers under it are those of the list.
fn ruler(state: &State, body: &mut Panel<'_>) {
    let columns = body.columns();
    let today = state.figures().today;
    let Some(first) = today.with_day(1).and_then(|day| day.checked_sub_months(Months::new(6))) else {
        return;
    };
    let Some(last) = first.checked_add_months(Months::new(12)) else { return };
    let glyphs = body.glyphs();
    let at = |day| on_ruler(day, (first, last), columns);
    body.repeat(0, 1, columns, glyphs.horizontal, Role::Rule);
    for months in (0..=12).step_by(3) {
        let Some(day) = first.checked_add_months(Months::new(months)) else { continue };
        let Some(x) = at(day) else { continue };
        body.text(x, 1, glyphs.tee_down, Role::Rule);
        let label =
            if day.month() == 1 || months == 0 { day.format("%b %Y") } else { day.format("%b") }.to_string();
        body.text(x.min(columns.saturating_sub(body.width(&label))), 0, &label, Role::Muted);
    }
    for (x, number) in &*state.ask(Numbers { columns, first, last }) {
        body.text(*x, 2, number, Role::Bright);
    }
    if let Some(x) = at(today) {
        body.text(x, 1, glyphs.before, Role::Target);
        body.text(x.saturating_sub(2), 3, "today", Role::Muted);
    }
}

/// Where a day lies on a ruler of so many columns between two days.
fn on_ruler(day: NaiveDate, (first, last): (NaiveDate, NaiveDate), columns: u16) -> Option<u16> {
    let (from, whole) = ((day - first).num_days(), (last - first).num_days());
    let x = u16::try_from(from * i64::from(columns.saturating_sub(1)) / whole).ok();
    x.filter(|_| (0..=whole).contains(&from))
}

/// The numbers under a ruler of so many columns between two days, and where each stands.
#[derive(PartialEq)]
struct Numbers {
    columns: u16,
    first: NaiveDate,
    last: NaiveDate,
}

impl Question for Numbers {
    type Answer = Vec<(u16, String)>;

    fn answer(&self, state: &State) -> Self::Answer {
        // Where numbers would touch, the next meeting keeps its own, then what is nearest to today.
        let number = |row: usize| {
            let (index, meeting, own) = in_row(state, row)?;
            let x = on_ruler(meeting.date.as_ref()?.value, (self.first, self.last), self.columns)?;
            Some((state.figures().next_meeting != Some(index), own.days?.abs(), x, (row + 1).to_string()))
        };
        let mut numbers: Vec<(bool, i64, u16, String)> =
            (0..state.programme().meetings.len()).filter_map(number).collect();
        numbers.sort();
        let mut placed: Vec<(u16, String)> = Vec::new();
        let wide = |number: &String| u16::try_from(text::width(number)).unwrap_or(u16::MAX);
        for (_, _, x, number) in numbers {
            let own = wide(&number);
            let x = x.min(self.columns.saturating_sub(own));
            if placed.iter().all(|(from, other)| x > from + wide(other) || x + own < *from) {
                placed.push((x, number));
            }
        }
        placed
    }
}

/// Two rows a meeting: date and state, then the title.
fn narrow(state: &State, body: &mut Panel<'_>) -> Option<Position> {
    let list = List::even(2, state.programme().meetings.len(), Some(state.row())).band(2);
    let shown = list.above_position(body.rows());
    let (cursor, _) = shown.draw(0, body, |row, chosen, panel| {
        let Some((at, meeting, own)) = in_row(state, row) else { return };
        let edge = panel.columns();
        // The date is never cut: where both have no room, how far off it is says enough.
        let room = edge.saturating_sub(panel.text(2, 0, &date(meeting, "date not set"), Role::Text) + 4);
        let far = own.days.map(wording::distance).unwrap_or_default();
        let words = Phrase::new([segment(state_words(meeting, own)).or(1, far)]);
        panel.right(edge, 0, &panel.fitting(&words, room).unwrap_or_default(), Role::Muted);
        let title = format!("{}{}", state.mark(Pointer::Item(Section::Meetings, at)), meeting.title);
        panel.text(2, 1, &title, if chosen { Role::Bright } else { Role::Text });
    });
    shown.say_below(body);
    cursor
}
