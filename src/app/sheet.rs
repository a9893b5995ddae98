//! Sheets: pages of text over the tabs, as rows of a given width.
//!
//! The view draws the rows, `update` counts them to know how far they scroll; both ask here.
//! Never draws, and never knows which glyphs and colours are in use.

use super::access::{Access, Need};
use super::action::{ACTIONS, Action, HelpGroup};
use super::geometry;
use super::layer::Layer;
use super::question::Question;
use super::section::{self, row_of};
use super::state::State;
use super::tab::Tab;
use crate::figures::{MetricFigures, Since, compared};
use crate::programme::{Metric, Section};
use crate::settings::{Glyphs, Role};
use crate::text;
use crate::wording::{self, Fact, Pointer, Tone};
use std::sync::Arc;
use strum::VariantArray;

/// One row of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SheetRow {
    /// Nothing.
    Blank,
    /// A heading.
    Heading(String),
    /// A label, empty on rows that continue a text, and a text beginning in column `indent`.
    Text {
        /// What it is about.
        label: String,
        /// Where the text begins.
        indent: usize,
        /// The text.
        text: String,
        /// How it is meant.
        tone: Tone,
    },
    /// A sign of the charts in the look in use, and what it means, beginning in this column.
    Sign(LegendSign, usize, &'static str),
}

/// A sign of the charts: which of the glyphs, and in what role.
pub type LegendSign = (fn(&Glyphs) -> &'static str, Role);

const SIGNS: [(LegendSign, &str); 8] = [
    ((|glyphs| glyphs.thin, Role::Previous), "the period before"),
    ((|glyphs| glyphs.thick, Role::Current), "the latest period"),
    ((|glyphs| glyphs.forecast, Role::Current), "a forecast"),
    ((|glyphs| glyphs.target, Role::Target), "target"),
    ((|glyphs| glyphs.before, Role::Target), "the period before, marked on a bar"),
    ((|glyphs| glyphs.up, Role::Text), "went up; says nothing of good or bad"),
    ((|glyphs| glyphs.down, Role::Text), "went down; ! after a change: it got worse"),
    ((|glyphs| glyphs.beyond_right, Role::Current), "the bar goes on beyond the end of the scale"),
];

const WORDS: &[(&str, &str)] = &[
    ("[ ] [~] [x]", "not started, in progress, done"),
    ("[!] [-]", "overdue; on hold or cancelled"),
    ("* before a name", "something is wrong with it in the file; Enter says what"),
    ("? not readable", "the file has something there that is no value; d says what"),
    ("pp", "percentage points: 60% to 75% is +15 pp"),
    ("n/a", "no figure, and why; n/m: no meaningful percentage"),
    ("p e f b u", "after a figure: provisional, estimated, forecast, series break, unreliable"),
];

/// Columns and rows the topmost layer has for its text, or a tab for its body.
pub fn room(state: &State) -> (usize, usize) {
    room_of(state, state.view.page())
}

/// The same of a page that may lie under others.
fn room_of(state: &State, page: Option<Layer>) -> (usize, usize) {
    let (columns, rows) = geometry::body(state.session.size);
    let (columns, rows) = match page {
        Some(Layer::Help(_)) => geometry::help(state.session.size),
        Some(Layer::Detail(_))
            if !state.view.table && matches!(state.chosen(), Some(Pointer::Item(Section::Metrics, _))) =>
        {
            (geometry::facts_beside_chart(columns).unwrap_or(columns), rows)
        }
        _ => (columns, rows),
    };
    (usize::from(columns), usize::from(rows))
}

/// The rows of the topmost layer; none where it is no sheet.
pub fn rows(state: &State) -> Arc<Vec<SheetRow>> {
    state.ask(Sheet::of(state, state.view.page()))
}

/// The rows of what lies under the topmost layer.
pub fn rows_below(state: &State) -> Arc<Vec<SheetRow>> {
    let below = state.view.layers.iter().rev().skip(1).find(|layer| !layer.is_menu());
    state.ask(Sheet::of(state, below.copied()))
}

/// A sheet, with all that its rows depend on beside what the file says.
#[derive(PartialEq)]
struct Sheet {
    page: Option<Layer>,
    item: Option<Pointer>,
    size: (u16, u16),
    since: Since,
    is_table: bool,
    has_notes: bool,
    access: Access,
}

impl Sheet {
    fn of(state: &State, page: Option<Layer>) -> Self {
        let from_the_top = |mut layer: Layer| {
            if let Some(at) = layer.at_mut() {
                *at = 0;
            }
            layer
        };
        Self {
            page: page.map(from_the_top),
            item: state.chosen(),
            size: state.session.size,
            since: state.view.since,
            is_table: state.view.table,
            has_notes: state.show.notes,
            access: state.session.access,
        }
    }
}

impl Question for Sheet {
    type Answer = Vec<SheetRow>;

    fn answer(&self, state: &State) -> Self::Answer {
        all_rows(state, self.page)
    }
}

fn all_rows(state: &State, page: Option<Layer>) -> Vec<SheetRow> {
    let columns = room_of(state, page).0;
    match page {
        Some(Layer::Detail(_)) => {
            let Some(item) = state.chosen() else { return Vec::new() };
            let title = state.head(item).map_or("", |(title, _)| title);
            [in_full(title, state, columns), detail(state, item, columns)].concat()
        }
        Some(Layer::About(_)) => {
            [in_full(&state.programme().about.title, state, columns), about(state, columns)].concat()
        }
        Some(Layer::Help(_)) => help(state.session.access, columns),
        Some(Layer::Problems(_) | Layer::Slides | Layer::Menu(_) | Layer::Words(_)) | None => Vec::new(),
    }
}

/// A title that the row at the head of the screen has no room for.
fn in_full(title: &str, state: &State, columns: usize) -> Vec<SheetRow> {
    let head = usize::from(geometry::body(state.session.size).0);
    if text::width(title) < head {
        return Vec::new();
    }
    let mut rows = Vec::new();
    labelled(&mut rows, "", 0, title, Tone::Plain, columns);
    rows.push(SheetRow::Blank);
    rows
}

/// How many rows the topmost layer can be scrolled by.
pub fn most_scroll(state: &State) -> usize {
    let (rows, room) = (rows(state).len(), room(state).1);
    rows.saturating_sub(shown(rows, room))
}

/// How many of `rows` rows show in `room`: all, or one less than there is room for, since the last row
/// then says which part shows.
pub const fn shown(rows: usize, room: usize) -> usize {
    if rows <= room { rows } else { room.saturating_sub(1) }
}

/// Everything the file says of one item.
fn detail(state: &State, item: Pointer, columns: usize) -> Vec<SheetRow> {
    let subject = &state.content().counted_from(state.view.since);
    let wrong = wording::finding_facts(state.findings_of(item));
    let (values, facts) = match item {
        Pointer::Unread(at) => {
            let can_edit = state.allows(Need::Starting);
            let unread = subject.programme.unread.get(at);
            (Vec::new(), unread.map(|item| wording::unread_facts(item, can_edit)).unwrap_or_default())
        }
        Pointer::Item(section, at) => {
            if let Some(table) = table_of(state, item, columns) {
                return table;
            }
            let Some(row) = row_of(section) else { return Vec::new() };
            let facts = [(row.facts)(subject, at), (row.whole)(subject)].concat();
            ((row.values)(subject, at), facts)
        }
        Pointer::About | Pointer::Findings => (Vec::new(), Vec::new()),
    };
    let facts = for_the_room(state, facts);
    if values.is_empty() {
        return facts_rows(&[wrong, facts].concat(), columns);
    }
    let values = facts_rows(&[wrong, values].concat(), columns);
    [values, vec![SheetRow::Blank], facts_rows(&facts, columns)].concat()
}

/// The values of a metric as a table, while they are shown as one.
fn table_of(state: &State, item: Pointer, columns: usize) -> Option<Vec<SheetRow>> {
    let Pointer::Item(Section::Metrics, at) = item else { return None };
    let (metric, own) = state.programme().metrics.get(at).zip(state.figures().metrics.get(at))?;
    let since = state.view.since;
    state.view.table.then(|| table(metric, &compared(metric, own, since), since, columns))
}

/// Facts as others may see them: speaker notes are there only while they are asked for, and else a word
/// on how to see them.
fn for_the_room(state: &State, facts: Vec<Fact>) -> Vec<Fact> {
    let hide = |fact: Fact| {
        if fact.is_for_the_speaker() && !state.show.notes { fact.hidden() } else { fact }
    };
    facts.into_iter().map(hide).collect()
}

/// All values of a metric, oldest first: period, value, change, and what there is to say of it, below where it has
/// no room beside. Changes are short where long ones have no room.
fn table(metric: &Metric, own: &MetricFigures, since: Since, columns: usize) -> Vec<SheetRow> {
    let cells = |brief: bool| -> Vec<[String; 4]> {
        let values = metric.values.iter().zip(&own.changes);
        let decimals = own.series_decimals();
        let row = |(value, change)| wording::table_row(value, change, metric, decimals, brief);
        let head = ["Period", "Value", "Change", ""].map(str::to_owned);
        std::iter::once(head).chain(values.map(row)).collect()
    };
    let widths = |cells: &[[String; 4]]| {
        [0, 1, 2].map(|column| {
            cells.iter().filter_map(|row| row.get(column)).map(|text| text::width(text)).max().unwrap_or(0)
        })
    };
    let whole = cells(false);
    let fits = widths(&whole).iter().sum::<usize>() + 4 <= columns;
    let cells = if fits { whole } else { cells(true) };
    let [period, value, change] = widths(&cells);
    let indent = period + 2;
    let mut rows = vec![SheetRow::Heading(wording::change::counted_from(since, false).to_owned())];
    for [label, level, moved, words] in cells {
        let figures = format!("{}  {}", text::pad_left(&level, value), text::pad_right(&moved, change));
        let whole = format!("{figures}  {words}").trim_end().to_owned();
        let fits = indent + text::width(&whole) <= columns;
        let text = if fits { whole } else { figures.trim_end().to_owned() };
        rows.push(SheetRow::Text { label, indent, text, tone: Tone::Plain });
        if !fits {
            labelled(&mut rows, "", indent, &words, Tone::Plain, columns);
        }
    }
    rows
}

fn about(state: &State, columns: usize) -> Vec<SheetRow> {
    let mut rows = Vec::new();
    for paragraph in section::about(&state.content()) {
        if !rows.is_empty() {
            rows.push(SheetRow::Blank);
        }
        rows.push(SheetRow::Heading(paragraph.title));
        rows.extend(facts_rows(&for_the_room(state, paragraph.facts), columns));
    }
    rows
}

/// Facts as rows: labels in a column of their own, or before the text where that would be too narrow.
fn facts_rows(facts: &[Fact], columns: usize) -> Vec<SheetRow> {
    let widest = facts.iter().map(|fact| text::width(&fact.label)).max().unwrap_or(0);
    let indent = if widest == 0 { 0 } else { widest + 2 };
    let side_by_side = columns >= 3 * indent;
    let mut rows = Vec::new();
    for fact in facts {
        if side_by_side && !fact.label.is_empty() {
            labelled(&mut rows, &fact.label, indent, &fact.text, fact.tone, columns);
        } else {
            let label = if fact.label.is_empty() { String::new() } else { format!("{}: ", fact.label) };
            labelled(&mut rows, "", 0, &(label + &fact.text), fact.tone, columns);
        }
    }
    rows
}

fn labelled(rows: &mut Vec<SheetRow>, label: &str, indent: usize, body: &str, tone: Tone, columns: usize) {
    let beside = text::width(label) < indent || label.is_empty();
    if !beside {
        rows.push(SheetRow::Text { label: label.to_owned(), indent, text: String::new(), tone });
    }
    let label = if beside { label } else { "" };
    for (number, line) in text::wrap(body, columns.saturating_sub(indent).max(1)).into_iter().enumerate() {
        let label = if number == 0 { label.to_owned() } else { String::new() };
        rows.push(SheetRow::Text { label, indent, text: line, tone });
    }
}

/// Keys and signs, made from the table of actions; no keys that are refused.
fn help(access: Access, columns: usize) -> Vec<SheetRow> {
    let indent = if columns < 60 { 12 } else { 20 };
    let mut rows = Vec::new();
    for (group, keys) in HelpGroup::VARIANTS.iter().map(|group| (group, key_list(*group, access))) {
        if keys.is_empty() {
            continue;
        }
        if !rows.is_empty() {
            rows.push(SheetRow::Blank);
        }
        rows.push(SheetRow::Heading(group.title().to_owned()));
        for (keys, doc) in keys {
            labelled(&mut rows, &keys, indent, &doc, Tone::Plain, columns);
        }
    }
    rows.push(SheetRow::Blank);
    rows.push(SheetRow::Heading("Signs".to_owned()));
    rows.extend(SIGNS.iter().map(|(sign, words)| SheetRow::Sign(*sign, indent, words)));
    for (sign, words) in WORDS {
        labelled(&mut rows, sign, indent, words, Tone::Plain, columns);
    }
    rows
}

/// The keys of a group that somebody may use with what they do, each action once; all tabs are one row.
pub fn key_list(group: HelpGroup, access: Access) -> Vec<(String, String)> {
    let mut list: Vec<(Action, Vec<String>, &str)> = Vec::new();
    for entry in ACTIONS.iter().filter(|entry| entry.group == group && access.allows(entry.needs)) {
        let names = entry.keys.iter().map(|key| key.name());
        match list.iter_mut().find(|(action, ..)| *action == entry.action) {
            Some((_, known, _)) => {
                let new: Vec<String> = names.filter(|name| !known.contains(name)).collect();
                known.extend(new);
            }
            None => list.push((entry.action, names.collect(), entry.doc)),
        }
    }
    let row = |(action, keys, doc): (Action, Vec<String>, &str)| {
        if action == Action::ToTab { tab_keys() } else { (keys.join(" "), doc.to_owned()) }
    };
    list.into_iter().map(row).collect()
}

/// The keys of all tabs, and their names.
fn tab_keys() -> (String, String) {
    let names: Vec<&str> = Tab::ALL.iter().map(|tab| tab.title()).collect();
    (format!("1 to {}", Tab::ALL.len()), names.join(", "))
}
