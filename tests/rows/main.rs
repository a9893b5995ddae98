//! A key and its frame cost what they show: in a file of a hundred times as many rows they ask for memory no more than
//! half as often again. Held without any clock: what walks all rows asks for memory with each of them, or at once for
//! all of them.
//!
//! A program of its own, because it counts what every part of it asks for.

#[path = "../support/stage.rs"]
mod stage;

use coopdash::app::{App, Effect, Event, update};
use coopdash::settings::{Depth, GlyphSet, Letters, Theme, ThemeName};
use coopdash::view::look::Look;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use stage::key;
use std::fmt::Write;

/// Rows of each kind in a small file: more than a window of 24 rows shows.
const FEW: usize = 20;

/// Rows of each kind for which a search does not look at everything at once.
const MANY: usize = 3500;

/// A view: its name, the keys that lead to it, and those that are counted.
const VIEWS: &[(&str, &str, &str)] = &[
    ("the overview", "1 g", "j j k PgDn k"),
    ("the last rows of the overview", "1 G", "k k j"),
    ("the metrics", "2 g", "j j k PgDn k"),
    ("the initiatives", "3 g", "j j k PgDn k"),
    ("the initiatives under headings", "3 b g", "j j k PgDn k"),
    ("the recommendations", "4 g", "j j k PgDn k"),
    ("the evaluation", "5 g", "j j k PgDn k"),
    ("the meetings", "6 g", "j j k PgDn k"),
    ("from tab to tab", "1", "Tab Tab Tab Tab Tab Tab"),
    ("a metric", "2 g Enter", "j j k Left J K"),
    ("an initiative", "3 g Enter", "j j k J K"),
    ("a recommendation", "4 g Enter", "j j k J K"),
    ("the help over an initiative", "3 g Enter ?", "j k j"),
    ("the menu of an initiative", "3 g c", "j k j"),
    ("the page about the programme", "i", "j j k"),
    ("the findings", "d", "j j k PgDn k"),
    ("matches", "/ n u m b e r Enter", "n n N n"),
    ("slides of metrics", "2 g p", "Right Right Left"),
    ("the slide of initiatives", "3 p", "Right Right Left Left"),
    ("the slide of the overview", "1 p", "Right Left g Right"),
    ("the last slide", "p G", "Left Right"),
    ("the item of a finding", "d", "Enter d j Enter"),
];

/// A file with so many rows of each kind. Rows are alike, and in both files their names are as long.
fn file(rows: usize) -> String {
    let mut text = String::from("programme: { title: Rows, as_of: 2023-12-31 }\nmetrics:\n");
    for at in 0..rows {
        let _ = writeln!(
            text,
            "  - {{ id: m{at}, name: Number {at:05}, unit: visits, direction: increase, target: {{ value: 99, period: 2025 }}, \
             values: {{ 2021: {}, 2022: 11, 2023: {} }} }}",
            at % 9 + 10,
            at % 7 + 10
        );
    }
    text.push_str("initiatives:\n");
    for at in 0..rows {
        // Late, soon, far off, and some without an owner.
        let (month, year) = (at % 12 + 1, 2023 + at % 2);
        let owner = if at % 5 == 0 { String::new() } else { format!(" owner: Unit {}, ", at % 4) };
        let _ = writeln!(
            text,
            "  - {{ id: i{at}, title: Number {at:05},{owner} status: agreed, due: {year}-{month:02}-10, group: G{}, \
             metrics: [m{at}] }}",
            at % 3
        );
    }
    text.push_str("recommendations:\n");
    for at in 0..rows {
        let _ = writeln!(
            text,
            "  - {{ title: Number {at:05}, description: To be done soon, status: accepted, initiatives: [i{at}], \
             hint{at}: 1 }}"
        );
    }
    text.push_str("evaluation:\n  scale: 1 to 5\n  criteria:\n");
    for at in 0..rows {
        let _ = writeln!(
            text,
            "    - {{ title: Number {at:05}, improvement: More of it, scores: {{ 2022: 2, 2023: {} }} }}",
            at % 5 + 1
        );
    }
    text.push_str("meetings:\n");
    for at in 0..rows {
        let (month, year) = (at % 12 + 1, 2022 + at % 4);
        let _ = writeln!(text, "  - {{ title: Number {at:05}, date: {year}-{month:02}-20 }}");
    }
    text
}

/// A window over a file, and what a key and its frame ask for.
struct Window {
    app: App,
    look: Look,
    cells: Buffer,
}

impl Window {
    fn over(rows: usize) -> Self {
        let theme = Theme::built_in(ThemeName::Dark);
        let look = Look::new(&theme, Depth::True, GlyphSet::Full, Letters::Unicode);
        Self { app: stage::open(&file(rows), (80, 24)), look, cells: Buffer::default() }
    }

    fn resize(&mut self, (columns, rows): (u16, u16)) {
        update(&mut self.app, Event::Resize(columns, rows));
        self.cells = Buffer::empty(Rect::new(0, 0, columns, rows));
    }

    /// Presses a key and draws.
    fn press(&mut self, name: &str) {
        let mut next = Some(key(name));
        while let Some(event) = next.take() {
            next = match update(&mut self.app, event) {
                Some(Effect::Rest) => Some(Event::Rested),
                Some(Effect::GoOn) => Some(Event::GoOn),
                _ => None,
            };
        }
        let area = *self.cells.area();
        coopdash::view::draw(&self.app, &self.look, area, &mut self.cells);
    }

    /// How often each of the keys asks for memory, and for how much, once it was pressed before.
    fn counts(&mut self, (before, keys): (&str, &str)) -> Vec<(u64, u64)> {
        for name in ["Esc", "Esc", "Esc", "Esc", "1"].into_iter().chain(before.split(' ')) {
            self.press(name);
        }
        for name in keys.split(' ') {
            self.press(name);
        }
        let count = |name| {
            let counted = allocation_counter::measure(|| self.press(name));
            (counted.count_total, counted.bytes_total)
        };
        keys.split(' ').map(count).collect()
    }
}

/// What costs too much in the large file, in a window of this size.
fn too_much([small, large]: [&mut Window; 2], size: (u16, u16)) -> String {
    small.resize(size);
    large.resize(size);
    let mut told = String::new();
    for (view, before, keys) in VIEWS {
        let counts = small.counts((before, keys)).into_iter().zip(large.counts((before, keys)));
        for (name, (few, many)) in keys.split(' ').zip(counts) {
            // The numbers of rows are longer.
            let is_more = |many: u64, few: u64, some: u64| many > few + few / 2 + some;
            if is_more(many.0, few.0, 20) || is_more(many.1, few.1, 4000) {
                let _ = writeln!(told, "{size:?}, {view}, {name}: {few:?} of few rows, {many:?} of many");
            }
        }
    }
    told
}

#[test]
fn a_key_and_its_frame_cost_what_they_show_however_many_rows_there_are() {
    let (mut small, mut large) = (Window::over(FEW), Window::over(100 * FEW));
    let told = [(80, 24), (40, 15)].map(|size| too_much([&mut small, &mut large], size)).concat();
    assert!(told.is_empty(), "{told}");
}

#[test]
fn in_a_large_window_they_do_so_too() {
    // More rows than it shows.
    let (mut small, mut large) = (Window::over(70), Window::over(70 * 20));
    let told = too_much([&mut small, &mut large], (200, 60));
    assert!(told.is_empty(), "{told}");
}

/// What the last row says.
fn last_row(app: &App) -> String {
    stage::plain(app).lines().last().unwrap_or_default().to_owned()
}

/// Lets what was begun go on to its end.
fn to_the_end(app: &mut App) {
    while update(app, Event::GoOn) == Some(Effect::GoOn) {}
}

#[test]
fn a_search_over_many_rows_says_that_it_looks_on_and_answers_keys_meanwhile() {
    let mut app = stage::open(&file(MANY), (80, 24));
    stage::press(&mut app, "/");
    assert_eq!(update(&mut app, key("q")), Some(Effect::GoOn), "not everything was looked at");
    assert!(last_row(&app).ends_with("looking"), "{}", last_row(&app));
    assert_eq!(update(&mut app, key("x")), Some(Effect::GoOn), "a letter more is another search");
    assert!(last_row(&app).starts_with(" /qx"), "{}", last_row(&app));
    to_the_end(&mut app);
    assert!(last_row(&app).ends_with("no match"), "{}", last_row(&app));
    update(&mut app, key("Backspace"));
    update(&mut app, key("Esc"));
    assert_eq!(update(&mut app, Event::GoOn), None, "what was closed does not go on");
}

#[test]
fn what_is_found_first_is_gone_to_and_what_is_found_later_is_counted() {
    let mut app = stage::open(&file(MANY), (80, 24));
    stage::press(&mut app, "/ n u m b e r");
    assert_eq!(stage::title(&app), "Number 00000");
    assert!(last_row(&app).ends_with("so far"), "{}", last_row(&app));
    to_the_end(&mut app);
    assert!(last_row(&app).ends_with(&format!("1 of {}", 5 * MANY + 1)), "and the page about the programme");
}

#[test]
fn letters_that_are_typed_one_by_one_find_what_they_find_at_once() {
    let text = file(MANY);
    let (mut typed, mut pasted) = (stage::open(&text, (80, 24)), stage::open(&text, (80, 24)));
    stage::press(&mut typed, "/");
    for letter in "r 0341".chars() {
        // Some letters come before everything was looked at.
        update(&mut typed, stage::events(&format!("\"{letter}\"")).remove(0).1);
        if letter == '3' {
            to_the_end(&mut typed);
        }
    }
    stage::press(&mut pasted, "/");
    update(&mut pasted, Event::Paste("r 0341".to_owned()));
    to_the_end(&mut typed);
    to_the_end(&mut pasted);
    assert_eq!(stage::plain(&typed), stage::plain(&pasted));
    assert_eq!(typed.view.find, pasted.view.find);
    assert!(typed.view.find.as_ref().is_some_and(|find| find.hits.len() >= 50), "ten of each of five kinds");
}

#[test]
fn enter_before_anything_was_found_waits_for_it_and_says_where_there_is_nothing() {
    let mut app = stage::open(&file(MANY), (80, 24));
    stage::press(&mut app, "/ q x Enter");
    to_the_end(&mut app);
    assert!(last_row(&app).contains("qx"), "{}", last_row(&app));
    assert!(app.view.find.is_none());
}
