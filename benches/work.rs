//! What the program does between two key presses, beside the least that drawing a screen costs.
//!
//! `cargo bench` prints each figure; compare them with `floor` of the same run, never with a number
//! from another day.

use coopdash::app::{Access, App, Event, Key, Opening, Origin, update};
use coopdash::document::{Change, EXAMPLE, ItemAddress, NewStanding, edit, read};
use coopdash::figures::derive;
use coopdash::programme::{InitiativeStatus, Section};
use coopdash::settings::{Depth, GlyphSet, Letters, Theme, ThemeName};
use coopdash::view::look::Look;
use divan::{Bencher, black_box};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use std::fmt::Write;

fn main() {
    divan::main();
}

fn today() -> chrono::NaiveDate {
    chrono::NaiveDate::from_ymd_opt(2024, 1, 15).unwrap_or_default()
}

/// A programme of about `bytes` bytes: metrics over ten years, initiatives with owners and dates.
fn document(bytes: usize) -> String {
    let mut text = String::from("programme: { title: Generated }\nmetrics:\n");
    let mut number = 0;
    while text.len() < bytes / 2 {
        number += 1;
        let _ = write!(text, "  - name: Metric {number}\n    unit: visits\n    values:\n");
        for year in 2014..2024 {
            let _ = writeln!(text, "      {year}: {}", number + year % 7);
        }
    }
    text.push_str("initiatives:\n");
    while text.len() < bytes {
        number += 1;
        let _ = write!(
            text,
            "  - title: Initiative {number} # kept by hand\n    status: agreed\n    due: 2024-05-16\n"
        );
    }
    text
}

#[divan::bench(args = [10_000, 1_000_000])]
fn reading(bencher: Bencher<'_, '_>, bytes: usize) {
    let text = document(bytes);
    bencher.bench(|| read(black_box(&text)));
}

#[divan::bench(args = [10_000, 1_000_000])]
fn deriving(bencher: Bencher<'_, '_>, bytes: usize) {
    let reading = read(document(bytes));
    bencher.bench(|| derive(black_box(&reading.programme), today()));
}

#[divan::bench(args = [10_000, 1_000_000])]
fn editing(bencher: Bencher<'_, '_>, bytes: usize) {
    let reading = read(document(bytes));
    let item = ItemAddress::new(&reading.programme, Section::Initiatives, 3);
    let to = NewStanding::Status(InitiativeStatus::Completed);
    let change = item.map(|item| Change::Standing { item, to });
    bencher.bench(|| change.as_ref().map(|change| edit(black_box(&reading), change)));
}

#[divan::bench(args = ["1", "2", "3", "4", "5", "6"])]
fn drawing_a_tab(bencher: Bencher<'_, '_>, tab: &str) {
    let mut state = App::new(Opening {
        text: EXAMPLE.to_owned(),
        origin: Origin::Example,
        access: Access::Write,
        today: today(),
        size: (80, 24),
    });
    if let Some(key) = Key::named(tab) {
        update(&mut state, Event::Key(key));
    }
    let theme = Theme::built_in(ThemeName::Dark);
    let look = Look::new(&theme, Depth::True, GlyphSet::Full, Letters::Unicode);
    let area = Rect::new(0, 0, 80, 24);
    let mut buffer = Buffer::empty(area);
    bencher.bench_local(|| coopdash::view::draw(black_box(&state), &look, area, &mut buffer));
}

/// The least that drawing 80x24 cells costs: every cell written once, nothing computed.
#[divan::bench]
fn floor(bencher: Bencher<'_, '_>) {
    let area = Rect::new(0, 0, 80, 24);
    let mut buffer = Buffer::empty(area);
    let row = "x".repeat(80);
    bencher.bench_local(|| {
        buffer.reset();
        for y in 0..24 {
            buffer.set_stringn(0, y, black_box(&row), 80, Style::new());
        }
    });
}
