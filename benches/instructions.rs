//! How many instructions the work takes: figures that repeat, however busy the machine is.
//!
//! This program starts itself again under callgrind (of valgrind) and holds what was counted against the table in
//! `benches/instructions.txt`. What has grown by more than five in a hundred ends it with status 1; `UPDATE=1` writes
//! the table anew. `PROGRAM` names the program as it is shipped, whose commands are counted as wholes. No clock is read.

#![expect(clippy::print_stdout, reason = "a table is printed")]
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "where there is nothing to count with, that is said loudly"
)]
#![expect(
    clippy::disallowed_methods,
    reason = "the table is a file, and the program is told how it is started"
)]

#[path = "support/bare.rs"]
mod bare;
#[path = "support/document.rs"]
mod document;
#[path = "support/floor.rs"]
mod floor;
#[path = "support/screen.rs"]
mod screen;
#[path = "support/table.rs"]
mod table;
#[path = "support/tally.rs"]
mod tally;

use coopdash::document::read_on;
use coopdash::figures::derive;
use document::document;
use floor::Floor;
use granit_parser::Parser;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use screen::{Screen, today};
use std::hint::black_box;
use std::process::ExitCode;
use table::Table;
use tally::{as_shipped, counted, counted_by};

/// The sizes of the files, by the heads of their columns.
const SIZES: [(&str, usize); 3] = [("10 kB", 10_000), ("100 kB", 100_000), ("1 MB", 1_000_000)];

/// So many keys are counted together: what a frame takes differs a little from one to the next.
const ROWS: usize = 4;

/// What the same libraries take at least, for the same text and a screen like ours.
const FLOOR: &str = "floor";

const TABS: [&str; 6] = ["overview", "metrics", "initiatives", "recommendations", "evaluation", "meetings"];

/// So many times the instructions of the smallest file may a key and its frame take in the largest.
const FLAT: f64 = 1.5;

/// Whether that is held, and not only said.
const IS_FLAT_HELD: bool = true;

fn main() -> ExitCode {
    if std::env::args().any(|argument| argument == tally::COUNTED) {
        for (_, bytes) in SIZES {
            work(bytes);
        }
        return ExitCode::SUCCESS;
    }
    let mut now = Table::new(SIZES.map(|(size, _)| size));
    for (name, column, count) in counted_by(SIZES.len()) {
        now.add(&name, column, count);
    }
    if let Some(program) = std::env::var_os("PROGRAM") {
        for (column, (_, bytes)) in SIZES.iter().enumerate() {
            let text = document(*bytes);
            now.add("as shipped: check", column, as_shipped(&program, &["check"], &text));
            let overview = ["render", "--tab", "overview", "--format", "text"];
            now.add("as shipped: render", column, as_shipped(&program, &overview, &text));
        }
    }
    let is_flat = say_growth(&now);
    if std::env::var_os("UPDATE").is_some() {
        now.write();
        return ExitCode::SUCCESS;
    }
    let is_held = now.is_held();
    if is_held && (is_flat || !IS_FLAT_HELD) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Everything that is counted on a file of this size.
fn work(bytes: usize) {
    let text = document(bytes);
    counted("events", || Parser::new_from_str(black_box(&text)).flatten().count());
    // One initiative in four has a word that nobody knows: each is found, with what to write instead.
    let wrong = text.replace("status: announced", "status: anounced");
    counted("reading with mistakes", || read_on(black_box(&wrong), today()));
    let reading = counted("reading", || read_on(black_box(&text), today()));
    counted("figures", || derive(black_box(&reading.programme), today()));
    let bare = counted("floor: reading", || bare::read(black_box(&text)));
    let (mut floor, mut cells) = (Floor::new(bare), Buffer::empty(Rect::new(0, 0, 80, 24)));
    floor.key(&mut cells);
    counted(&row_down(FLOOR), || (0..ROWS).for_each(|_| floor.key(&mut cells)));
    let mut screen = Screen::new(reading, (80, 24));
    screen.draw();
    let keys = ["2", "3", "4", "5", "6", "1"];
    counted("six tabs, one after the other", || keys.iter().for_each(|key| screen.key(key)));
    for (number, tab) in (1..).zip(TABS) {
        screen.key(&number.to_string());
        screen.key("Down");
        counted(&row_down(tab), || (0..ROWS).for_each(|_| screen.key("Down")));
    }
    screen.key("3");
    counted("a tick", || screen.key("Space"));
}

/// The name of what is counted on a tab.
fn row_down(tab: &str) -> String {
    format!("{tab}: {ROWS} rows down")
}

/// Says by how much a key and its frame take more in the largest file than in the smallest, and than the floor does;
/// whether all keep to the first.
fn say_growth(table: &Table) -> bool {
    let (small, large) = (0, SIZES.len() - 1);
    let reading = |column| table.ratio(("reading", column), ("floor: reading", column));
    println!("\nreading against the floor: {:.2}, {:.2}", reading(small), reading(large));
    println!("{:20}{:>12}{:>12}", "a key and its frame", "1 MB/10 kB", "/floor");
    let mut is_flat = true;
    for tab in TABS {
        let row = row_down(tab);
        let growth = table.ratio((&row, large), (&row, small));
        let floor = table.ratio((&row, small), (&row_down(FLOOR), small));
        let walks = growth > FLAT;
        is_flat &= !walks;
        let verdict = if walks { "walks what it does not show" } else { "" };
        println!("  {tab:18}{growth:12.2}{floor:12.2}  {verdict}");
    }
    is_flat
}
