//! Frame: what is the same on every tab: title, tabs, rule, message, last row.

use super::panel::Panel;
use crate::app::geometry::{self, Width};
use crate::app::{
    Access, Action, Layer, Mode, Need, Origin, Outage, Question, State, Tab, Work, entry, sheet,
};
use crate::figures::Since;
use crate::programme::Section;
use crate::settings::{Glyphs, Role};
use crate::text;
use crate::wording::{self, Notice, Phrase, Pointer, segment};
use std::sync::Arc;

/// Draws everything but the body.
pub(super) fn draw(state: &State, panel: &mut Panel<'_>) {
    let margin = geometry::margin(panel.columns());
    let (columns, rows) = (panel.columns().saturating_sub(2 * margin), panel.rows());
    title(state, &mut panel.part(margin, 0, columns, 1));
    tabs(state, panel, margin);
    message(state, &mut panel.part(margin, 3, columns, 1));
    footer(state, &mut panel.part(margin, rows.saturating_sub(1), columns, 1));
}

/// Row 0: title, marking, period.
pub(super) fn title(state: &State, row: &mut Panel<'_>) {
    let about = &state.programme().about;
    let columns = row.columns();
    let width = geometry::width(columns);
    let marking = about.marking.as_ref().map(|marking| format!("[{marking}]"));
    let narrow = width == Width::Narrow;
    let on_slides = state.view.layers.contains(&Layer::Slides);
    let period = if state.view.since == Since::YearBefore || state.view.tab != Tab::Metrics || on_slides {
        wording::period(state.programme(), state.figures(), narrow)
    } else {
        wording::change::counted_from(state.view.since, narrow).to_owned()
    };
    let wanted = marking.as_ref().map_or(0, |marking| row.width(marking) + 2);
    // A marking gives way to nothing: where the three do not fit, the period goes.
    let alone = narrow || row.width(&period) + 2 + wanted + LEAST_TITLE > columns;
    let at_the_right = marking.as_ref().filter(|_| alone);
    let right = match at_the_right {
        Some(marking) => row.right(columns, 0, marking, Role::Warn),
        None => row.right(columns, 0, &period, Role::Muted),
    };
    let beside = if alone { 0 } else { wanted };
    let room = columns.saturating_sub(right + 2 + beside);
    let shorter = width == Width::Narrow || (width == Width::Normal && marking.is_some());
    // Of what was never read nobody knows its title.
    let unknown = (state.document.broken.is_some() && !state.has_good_text()).then(|| file_name(state));
    let long_fits = text::width(&about.title) <= usize::from(room);
    let name = match &about.short_title {
        Some(short) if shorter || !long_fits => short.as_str(),
        _ if unknown.is_some() => unknown.as_deref().unwrap_or_default(),
        _ if about.title.is_empty() => "Programme without a title",
        _ => about.title.as_str(),
    };
    let used = row.text_in(0, 0, room, name, Role::Bright);
    if let Some(marking) = marking.as_ref().filter(|_| !alone) {
        let centre = columns.saturating_sub(wanted) / 2 + 1;
        let from = centre.max(used + 2).min(columns.saturating_sub(right + wanted));
        row.text(from, 0, marking, Role::Warn);
    }
}

/// The fewest columns of a title beside a marking and a period.
const LEAST_TITLE: u16 = 12;

/// Rows 1 and 2: the names of the tabs, and a rule that is doubled under the open one.
fn tabs(state: &State, panel: &mut Panel<'_>, margin: u16) {
    let columns = panel.columns();
    let glyphs = panel.glyphs();
    panel.repeat(0, 2, columns, glyphs.horizontal, Role::Rule);
    let (open, titles) = (state.view.tab as usize, Tab::ALL.iter().map(|tab| tab.title()));
    let titles: Vec<&str> = titles.collect();
    let room = if geometry::width(columns) == Width::Narrow { 0 } else { columns.saturating_sub(margin) };
    let Some(names) = tab_names(&titles, open, room.into()) else {
        let name = format!("{}/{} {}", open + 1, titles.len(), state.view.tab.title());
        let used = panel.text(margin, 1, &name, Role::Bright);
        panel.repeat(margin, 2, used, glyphs.double, Role::Accent);
        return;
    };
    let gap = if columns >= 100 { 3 } else { 1 };
    let mut x = margin;
    for (at, name) in names.iter().enumerate() {
        let used = panel.text(x, 1, name, if at == open { Role::Bright } else { Role::Text });
        if at == open {
            panel.repeat(x, 2, used, glyphs.double, Role::Accent);
        }
        x += used + gap;
    }
}

/// The names of the tabs behind their numbers. Where not all have room, those farthest from the open one are numbers
/// alone, and it has its name to the last; none where not even that has room.
fn tab_names(titles: &[&str], open: usize, room: usize) -> Option<Vec<String>> {
    let names = |nearest: usize| -> Vec<String> {
        let name = |(at, title): (usize, &&str)| {
            if at.abs_diff(open) <= nearest { format!("{} {title}", at + 1) } else { (at + 1).to_string() }
        };
        titles.iter().enumerate().map(name).collect()
    };
    let fits =
        |names: &Vec<String>| names.iter().map(|name| text::width(name) + 1).sum::<usize>() <= room + 1;
    (0..titles.len()).rev().map(names).find(fits)
}

/// Row 3: the message, in the longest form that fits; a failed save or a broken file comes first.
fn message(state: &State, row: &mut Panel<'_>) {
    let columns = usize::from(row.columns());
    let (phrase, role) = match alarm_of(state, true) {
        Some(alarm) => (Arc::new(alarm), Role::Bad),
        None => (sentence(state), Role::Bright),
    };
    row.text(0, 0, &phrase.fitting(|form| text::width(form) <= columns), role);
}

/// What outranks everything else: a failed save or a file that cannot be read; with the page that says more where
/// there `has_page`.
pub(super) fn alarm_of(state: &State, has_page: bool) -> Option<Phrase> {
    let name = file_name(state);
    if let Some(failure) = &state.store.save_failure {
        return Some(wording::not_saved(&failure.to_string(), &name));
    }
    let broken = state.document.broken.as_ref()?;
    let (is_gone, why) = match &broken.outage {
        Outage::Awaited => return Some(wording::awaited(&name)),
        Outage::Text => (false, broken.reading.findings.first().map_or("", |finding| &finding.message)),
        Outage::Gone => (true, ""),
        Outage::Refused { why, .. } => (false, why.as_str()),
    };
    Some(wording::cannot_be_read(&wording::Unreachable {
        name: &name,
        is_gone,
        why,
        line: broken.line(),
        since: broken.since,
        read: state.store.read_at,
        shows: state.has_good_text(),
        has_page,
    }))
}

/// How many problems there are, by how bad they are.
#[derive(PartialEq)]
struct Problems;

impl Question for Problems {
    type Answer = Phrase;

    fn answer(&self, state: &State) -> Phrase {
        wording::problems(state.findings())
    }
}

fn sentence(state: &State) -> Arc<Phrase> {
    match state.view.page() {
        Some(Layer::About(_)) => {
            let words = [segment("About"), segment(" this programme").goes(1), segment(".")];
            return Arc::new(Phrase::new(words));
        }
        Some(Layer::Problems(_)) => return state.ask(Problems),
        Some(Layer::Detail(_)) => {
            if let Some(item) = state.chosen() {
                return Arc::new(detail_title(state, item));
            }
        }
        Some(Layer::Help(_) | Layer::Slides | Layer::Menu(_) | Layer::Words(_)) | None => {}
    }
    state.message(state.view.tab, state.view.since)
}

/// What an opened item is called; a metric with what it says in short.
fn detail_title(state: &State, item: Pointer) -> Phrase {
    let title = state.head(item).map(|(title, _)| title.to_owned()).unwrap_or_default();
    let Pointer::Item(Section::Metrics, at) = item else { return title.into() };
    let (programme, figures) = (state.programme(), state.figures());
    let pair = programme.metrics.get(at).zip(figures.metrics.get(at));
    let line = pair.map(|(metric, own)| format!(": {}", wording::metric_line(metric, own)));
    Phrase::new([segment(title), segment(line.unwrap_or_default()).goes(1)])
}

/// The last row: a notice or the keys at the left, the file and its state at the right.
fn footer(state: &State, row: &mut Panel<'_>) {
    let columns = row.columns();
    if let Some((shown, count)) = find_field(state, columns) {
        row.right(columns, 0, &count, Role::Muted);
        row.text(0, 0, &format!("/{shown}"), Role::Bright);
        return;
    }
    let (words, role) = beside_notice(state, columns);
    let right = if words.is_empty() { 0 } else { row.right(columns, 0, &words, role) + 2 };
    let room = columns.saturating_sub(right);
    if let Some(notice) = &state.dialogue.notice {
        row.text_in(0, 0, room, &notice.to_string(), Role::Bright);
        return;
    }
    let (hints, help) = hints(state, row.glyphs());
    let reserved = help.as_ref().map_or(0, |help| hint_width(help, row));
    let mut x = 0;
    for hint in &hints {
        if x + hint_width(hint, row) + reserved <= room + 2 {
            x = write_hint(hint, x, row);
        }
    }
    if let Some(help) = &help {
        write_hint(help, x, row);
    }
}

/// The file and its state, in fewer words where what was just said would lose its end to them.
pub(super) fn beside_notice(state: &State, columns: u16) -> (String, Role) {
    let (words, role) = file_state(state, geometry::width(columns));
    let notice = state.dialogue.notice.as_ref().map_or(0, |notice| text::width(&notice.to_string()));
    let has_file = state.session.origin.is_file();
    if has_file && notice + text::width(&words) + 2 > usize::from(columns) {
        file_state(state, Width::Narrow)
    } else {
        (words, role)
    }
}

/// Columns of a hint with the gap after it.
pub(super) fn hint_width((key, word): &Hint, row: &Panel<'_>) -> u16 {
    row.width(key) + 1 + row.width(word) + 2
}

pub(super) fn write_hint((key, word): &Hint, x: u16, row: &mut Panel<'_>) -> u16 {
    let after_key = x + row.text(x, 0, key, Role::Text) + 1;
    after_key + row.text(after_key, 0, word, Role::Muted) + 2
}

/// The end of what is looked for, where the next letter goes, as far as there is room in so many columns, and what
/// stands at the right of it.
fn find_field(state: &State, columns: u16) -> Option<(&str, String)> {
    let find = state.view.typed_search()?;
    let count = match find.hits.len() {
        // The field has just left something out.
        _ if matches!(state.dialogue.notice, Some(Notice::Full(_))) => "no more fits".to_owned(),
        0 if find.query.is_empty() => "Esc closes".to_owned(),
        0 if find.rest.is_some() => "looking".to_owned(),
        0 => "no match".to_owned(),
        hits if find.rest.is_some() => format!("{} of {hits} so far", find.at + 1),
        hits => format!("{} of {hits}", find.at + 1),
    };
    let room = usize::from(columns).saturating_sub(text::width(&count) + 4);
    let ends = find.query.char_indices().map(|(at, _)| find.query.get(at..).unwrap_or_default());
    let shown = ends.chain([""]).find(|end| text::width(end) <= room);
    Some((shown.unwrap_or_default(), count))
}

/// The column of the cursor in the find field of so many columns, if it is open.
pub(super) fn find_cursor(state: &State, columns: u16) -> Option<u16> {
    let (shown, _) = find_field(state, columns)?;
    u16::try_from(text::width(shown) + 1).ok()
}

/// A key and what it does.
pub(super) type Hint = (String, &'static str);

/// The keys worth showing now, most used first, and the help key, which always has its room.
fn hints(state: &State, glyphs: &'static Glyphs) -> (Vec<Hint>, Option<Hint>) {
    let mode = state.mode();
    let wanted = match mode {
        Mode::Tabs => state.view.tab.row().keys,
        Mode::Detail => state.view.tab.row().section.as_ref().map_or(&[][..], |row| row.keys),
        Mode::Sheet => &[Action::Back, Action::Down, Action::Quit],
        Mode::Problems => {
            &[Action::Back, Action::Down, Action::Open, Action::Edit, Action::Reload, Action::Quit]
        }
        Mode::Slides => &[],
        Mode::Menu => &[Action::Open, Action::Down, Action::Back],
        Mode::Clash => &[Action::Mine, Action::Theirs, Action::Edit],
        Mode::Typing => &[Action::Back],
    };
    let scrolls = sheet::most_scroll(state) > 0;
    let rows = state.row_count(state.view.tab) > 0 || mode != Mode::Tabs;
    let useful = |action: &&Action| {
        let on_a_row = [Action::Down, Action::Open, Action::Tick].contains(action);
        (**action != Action::ScrollDown || scrolls)
            && (**action != Action::Undo || !state.store.history.done.is_empty())
            && (!on_a_row || rows)
    };
    let hint = |action: Action| hint(state.session.access, mode, action, glyphs);
    let hints = wanted.iter().filter(useful).filter_map(|action| hint(*action)).collect();
    (hints, hint(Action::Help))
}

/// A key as the last row offers it; none to who may not use it.
#[expect(clippy::wildcard_enum_match_arm, reason = "all others are offered by their first key")]
pub(super) fn hint(access: Access, mode: Mode, action: Action, glyphs: &'static Glyphs) -> Option<Hint> {
    let entry = entry(mode, action).filter(|entry| access.allows(entry.needs) && !entry.hint.is_empty())?;
    let key = match action {
        Action::NextTab | Action::NextSlide => glyphs.keys_across.to_owned(),
        Action::Down => glyphs.keys_along.to_owned(),
        _ => entry.keys.first()?.name(),
    };
    let word = match (mode, action) {
        (Mode::Detail, Action::Down) => "other item",
        (Mode::Sheet, Action::Down) => "scroll",
        (Mode::Problems, Action::Open) => "its item",
        _ => entry.hint,
    };
    Some((key, word))
}

/// The file and what there is to say of it; what outranks key hints at every size is said first.
fn file_state(state: &State, width: Width) -> (String, Role) {
    let name = file_name(state);
    let findings = state.findings().len();
    // What is not in the file yet is more than that it is being read.
    if let Some(work) = state.store.busy.filter(|work| *work != Work::Reading || !state.unsaved()) {
        let doing = match work {
            Work::Reading => "reading",
            Work::Saving => "saving",
            Work::Changing => "changing",
        };
        return (wording::busy(doing), Role::Warn);
    }
    if state.unsaved() {
        return ("! not saved".to_owned(), Role::Bad);
    }
    let words = match &state.session.origin {
        Origin::Example if width == Width::Narrow => "example".to_owned(),
        Origin::Example if state.store.history.done.is_empty() => "built-in example".to_owned(),
        Origin::Example => "example, not kept: coopdash new FILE".to_owned(),
        Origin::Input if state.store.history.done.is_empty() => "standard input".to_owned(),
        Origin::Input => "standard input, not kept".to_owned(),
        Origin::File(_) if findings > 0 => {
            let problems = wording::count(findings, "problem", "problems");
            let brief = format!("d {problems}");
            let words = if width == Width::Narrow { brief } else { format!("{name}: {problems}, press d") };
            return (words, Role::Warn);
        }
        Origin::File(_) if width == Width::Narrow => {
            state.store.renewed_at.map(wording::read_at).unwrap_or_default()
        }
        Origin::File(_) if !state.allows(Need::Writing) => format!("{name}, read-only"),
        Origin::File(_) if state.store.history.is_empty() => {
            let read =
                state.store.renewed_at.map(|at| format!(", {}", wording::read_at(at))).unwrap_or_default();
            name + &read
        }
        Origin::File(_) => format!("{name}, saved"),
    };
    (words, Role::Muted)
}

fn file_name(state: &State) -> String {
    match &state.session.origin {
        Origin::Example => "the built-in example".to_owned(),
        Origin::Input => "standard input".to_owned(),
        Origin::File(name) => name.clone(),
    }
}
