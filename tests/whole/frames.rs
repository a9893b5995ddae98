//! Frames: every tab and page at the four sizes, as golden text in `tests/frames/<look>/<size>/<page>`.
//!
//! `UPDATE=1 cargo test --test whole frames::` renews them; look at the difference before it is kept.

#![expect(clippy::disallowed_methods, reason = "a test reads documents")]

use crate::golden::{Pages, SIZES};
use crate::pages::{self, FULL, PAGES};
use crate::stage::{self, open, plain, plain_look, press, pressed, screen};
use coopdash::app::{Event, Tab, update};
use coopdash::document::EXAMPLE;
use coopdash::settings::{Depth, GlyphSet, Letters, Theme, ThemeName};
use coopdash::view::look::Look;
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::fmt::Write;
use std::path::Path;

#[test]
fn every_page_of_the_built_in_programme_at_four_sizes() {
    for size in SIZES {
        pages::check(Pages::new("frames/example", size), EXAMPLE, size, plain);
    }
}

#[test]
fn every_page_of_a_programme_that_uses_every_field_at_four_sizes() {
    for size in SIZES {
        pages::check(Pages::new("frames/full", size), FULL, size, plain);
    }
}

#[test]
fn what_marks_a_target_is_named_on_every_screen_that_draws_it() {
    for size in [(60, 20), (80, 24), (100, 30), (120, 40), (200, 60)] {
        for (page, keys) in [("overview", "1"), ("metrics", "2"), ("metric", "2 Enter"), ("slides", "1 p")] {
            let state = pressed(FULL, size, keys);
            let shown = plain(&state);
            let named = shown.contains("║ target") || shown.contains("Target");
            assert!(named || !shown.contains('║'), "{page}\n{shown}");
        }
    }
}

#[test]
fn a_change_that_meets_somebody_elses_at_four_sizes() {
    let document = "\
programme: { title: Test programme }
initiatives:
  - title: A long title of an initiative on joint training and regular exercises of all kinds
    status: agreed
";
    for size in SIZES {
        let mut golden = Pages::new("frames/clash", size);
        for (name, set) in [("full", GlyphSet::Full), ("ascii", GlyphSet::Ascii)] {
            let mut state = open(document, size);
            for name in ["3", "Space"] {
                update(&mut state, stage::key(name));
            }
            update(&mut state, Event::SaveFailed(coopdash::app::SaveFailure::ChangedByAnother));
            update(&mut state, stage::asked(document.replace("status: agreed", "status: on_hold")));
            golden.add(name, screen(&state, &plain_look(set)));
        }
        golden.check();
    }
}

#[test]
fn the_other_glyph_sets_say_the_same() {
    for size in SIZES {
        let console = Pages::new("frames/full_console", size);
        pages::check(console, FULL, size, |state| screen(state, &plain_look(GlyphSet::Console)));
        let ascii = Pages::new("frames/full_ascii", size);
        pages::check(ascii, FULL, size, |state| {
            let shown = screen(state, &plain_look(GlyphSet::Ascii));
            assert!(is_ascii_but_data(&shown), "{shown}");
            shown
        });
    }
}

#[test]
fn every_page_in_colour_at_four_sizes() {
    let theme = Theme::built_in(ThemeName::Dark);
    let look = Look::new(&theme, Depth::True, GlyphSet::Full, Letters::Unicode);
    for size in SIZES {
        pages::check(Pages::in_colour("frames/full_colour", size), FULL, size, |state| {
            let area = Rect::new(0, 0, size.0, size.1);
            let mut frame = Buffer::empty(area);
            coopdash::view::draw(state, &look, area, &mut frame);
            coopdash::output::ansi(&frame).to_string()
        });
    }
}

/// Letters may come from the file; lines, bars, arrows and marks may not.
fn is_ascii_but_data(shown: &str) -> bool {
    shown.chars().all(|c| c.is_ascii() || c.is_alphabetic())
}

#[test]
fn a_window_that_is_too_small_says_so_and_what_it_needs() {
    let shown = plain(&open(EXAMPLE, (28, 8)));
    assert!(shown.contains("Window is 28 x 8.") && shown.contains("It needs 40 x 12 or more."), "{shown}");
}

#[test]
fn the_open_tab_is_doubled_under_and_the_message_is_row_three() {
    for (columns, rows) in SIZES {
        for tab in Tab::ALL {
            let state = pressed(EXAMPLE, (columns, rows), &tab.number().to_string());
            let frame = plain(&state);
            let lines: Vec<&str> = frame.lines().collect();
            assert!(lines[2].contains('═'), "{frame}");
            assert!(
                lines[3].trim_end().ends_with('.') || lines[3].contains('…'),
                "{tab:?} {columns}: {}",
                lines[3]
            );
        }
    }
}

#[test]
fn drawing_twice_gives_the_same_cells() {
    let state = pressed(FULL, (120, 40), "3 j j");
    assert_eq!(plain(&state), plain(&state));
}

/// Changes of every kind and length, beside long names.
const CHANGES: &str = "programme: { title: T }
metrics:
  - { name: A metric with a long name and a small change, unit: '% of GDP', measure: percentage, decimals: 2, direction: increase, values: { 2022: 10.91, 2023: 10.79 } }
  - { name: A metric with a long name and a large one, measure: count, direction: decrease, values: { 2022: 1204501, 2023: 9310455 } }
  - { name: Flagged, measure: count, values: { 2022: { value: 3, status: provisional }, 2023: { value: 5, status: estimated } } }
  - { name: Index, measure: index, decimals: 1, values: { 2022: 104.5, 2023: 99.1 } }
  - { name: Five, values: { 2022: 3, 2023: 5 } }
  - { name: Six, values: { 2022: 3, 2023: 5 } }
  - { name: Seven, values: { 2022: 3, 2023: 5 } }
initiatives:
  - { title: A, status: on_hold }
  - { title: B, status: cancelled }
";

#[test]
fn a_change_is_whole_on_every_list_and_nothing_is_written_over_it() {
    for size in [(40, 12), (40, 15), (60, 20), (80, 24), (99, 30)] {
        for keys in ["1", "2", "1 j j j j", "2 j j j j j j"] {
            let state = pressed(CHANGES, size, keys);
            let shown = plain(&state);
            for (name, change) in [
                ("Index", "▼ -5.4 pts"),
                ("Flagged", "▲ +2"),
                ("Five", "▲ +2"),
                ("Six", "▲ +2"),
                ("Seven", "▲ +2"),
            ] {
                let of_it = |line: &&str| line.trim_start_matches(['>', ' ']).starts_with(name);
                let rows: Vec<&str> = shown.lines().filter(of_it).collect();
                let said = rows.iter().any(|row| row.contains(change));
                assert!(rows.is_empty() || said, "{size:?} {keys} {name}\n{shown}");
            }
            let adverse = shown.lines().filter(|line| line.contains("10.79%") && line.contains('▼'));
            for line in adverse {
                assert!(line.contains("-0.12 pp !"), "{size:?} {keys}\n{shown}");
            }
        }
        let state = pressed(CHANGES, size, "3");
        assert!(
            !plain(&state).lines().any(|line| line.contains("[x]") && line.contains('…')),
            "{}",
            plain(&state)
        );
    }
}

#[test]
fn which_part_of_a_list_shows_is_said_beside_its_rows_and_not_over_them() {
    let mut document = String::from("programme: { title: T }\ninitiatives:\n");
    for number in 1..=40 {
        writeln!(
            document,
            "  - {{ title: Initiative {number}, status: agreed, due: 2024-03-{:02} }}",
            1 + number % 28
        )
        .unwrap();
    }
    document.push_str("evaluation:\n  framework: As agreed.\n  scale: { min: 1, max: 5 }\n  criteria:\n");
    for number in 1..=40 {
        writeln!(
            document,
            "    - {{ title: Criterion {number}, improvement: Better, scores: {{ 2023: 3 }} }}"
        )
        .unwrap();
    }
    document.push_str("meetings:\n");
    for number in 1..=40 {
        writeln!(document, "  - {{ title: Meeting {number}, date: 2024-05-{:02} }}", 1 + number % 28)
            .unwrap();
    }
    for size in [(40, 12), (40, 15), (60, 15), (80, 24), (120, 40)] {
        for (key, name, right) in
            [("3", "Initiative ", "Mar"), ("5", "Criterion ", "3 of 5"), ("6", "Meeting ", "in 1")]
        {
            for down in [0, 20, 39] {
                let mut state = pressed(&document, size, key);
                press(&mut state, &"j ".repeat(down));
                let shown = plain(&state);
                assert!(shown.contains(" of 40"), "{size:?} {key}\n{shown}");
                let lines: Vec<&str> = shown.lines().collect();
                // A row has its number behind its name; a head has not.
                let is_row = |line: &str| {
                    line.split_once(name)
                        .is_some_and(|(_, rest)| rest.starts_with(|c: char| c.is_ascii_digit()))
                };
                let below_the_head = lines.iter().enumerate().skip(4).filter(|(_, line)| is_row(line));
                for (at, line) in below_the_head.filter(|(_, line)| !line.contains("Selected")) {
                    // In a narrow window the state of a meeting stands above its title.
                    let whole = line.contains(right) || lines[at - 1].contains(right);
                    assert!(whole, "{size:?} {key} {line}\n{shown}");
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]
    /// Any area, any page: no panic, and nothing outside the area is touched.
    #[test]
    fn drawing_never_panics_and_stays_inside(
        columns in 0_u16..210, rows in 0_u16..65, page in 0..PAGES.len(), down in 0_usize..12, full in any::<bool>(),
    ) {
        let document = if full { FULL } else { EXAMPLE };
        let mut state = pressed(document, (columns, rows), PAGES[page].1);
        press(&mut state, &"j ".repeat(down));
        press(&mut state, "PgDn Right");
        let whole = Rect::new(0, 0, columns + 4, rows + 4);
        let inner = Rect::new(2, 2, columns, rows);
        let mut buffer = Buffer::filled(whole, ratatui::buffer::Cell::new("Q"));
        let cursor = coopdash::view::draw(&state, &plain_look(GlyphSet::Full), inner, &mut buffer);
        for y in 0..whole.height {
            for x in 0..whole.width {
                let outside = !inner.contains((x, y).into());
                prop_assert!(!outside || buffer[(x, y)].symbol() == "Q", "({x}, {y}) was touched");
            }
        }
        prop_assert!(cursor.is_none_or(|at| inner.contains(at)));
    }
}

#[test]
fn every_size_from_one_cell_up_draws_every_tab() {
    let mut state = open(FULL, (1, 1));
    for tab in 1..=6 {
        press(&mut state, &tab.to_string());
        for columns in (1..=130).step_by(11) {
            for rows in (1..=45).step_by(2) {
                update(&mut state, Event::Resize(columns, rows));
                plain(&state);
            }
        }
    }
}

/// Texts of several lines, letters that act on terminals, long ones: whatever a file holds, a cell holds a letter.
#[test]
fn every_document_of_the_tests_is_drawn_without_a_control_character() {
    for folder in ["good", "bad"] {
        let files =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents").join(folder).read_dir().unwrap();
        for path in files.map(|file| file.unwrap().path()) {
            if path.extension().is_none_or(|end| end != "yaml") {
                continue;
            }
            let document = std::fs::read_to_string(&path).unwrap();
            for (size, pages) in [((80, 24), "1 2 3 4 5 6"), ((120, 40), "1 3"), ((40, 15), "3 4")] {
                let mut state = open(&document, size);
                for page in pages.split(' ') {
                    press(&mut state, page);
                    let shown = plain(&state);
                    let is_sound = shown.lines().count() <= usize::from(size.1)
                        && shown.chars().all(|letter| letter == '\n' || !letter.is_control());
                    assert!(is_sound, "{} {page} at {size:?}\n{shown}", path.display());
                }
            }
        }
    }
}
