//! What the program does between two key presses, beside the least that reading and drawing cost.
//!
//! `cargo bench --bench work` prints each figure; compare them with the floor of the same run, never with a number from
//! another day. What a terminal sees is measured by `terminal`, what repeats is counted by `instructions`.

#![expect(clippy::unwrap_used, reason = "a text that is made here is read")]

#[path = "support/bare.rs"]
mod bare;
#[path = "support/document.rs"]
mod document;
#[path = "support/floor.rs"]
mod floor;
#[path = "support/screen.rs"]
mod screen;

use coopdash::document::{Change, ItemAddress, NewStanding, edit, read_on};
use coopdash::figures::derive;
use coopdash::programme::{InitiativeStatus, Section};
use divan::{AllocProfiler, Bencher, black_box};
use document::document;
use floor::Floor;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use screen::{Screen, today};

/// Beside each time stands what was allocated.
#[global_allocator]
static ALLOCATED: AllocProfiler = AllocProfiler::system();

/// Columns and rows of the window.
const SIZE: (u16, u16) = (80, 24);

fn main() {
    divan::main();
}

#[divan::bench(args = [10_000, 1_000_000, 10_000_000])]
fn reading(bencher: Bencher<'_, '_>, bytes: usize) {
    let text = document(bytes);
    bencher.bench(|| read_on(black_box(&text), today()));
}

#[divan::bench(args = [10_000, 1_000_000, 10_000_000])]
fn reading_floor(bencher: Bencher<'_, '_>, bytes: usize) {
    let text = document(bytes);
    bencher.bench(|| bare::read(black_box(&text)));
}

#[divan::bench(args = [10_000, 1_000_000])]
fn deriving(bencher: Bencher<'_, '_>, bytes: usize) {
    let reading = read_on(document(bytes), today());
    bencher.bench(|| derive(black_box(&reading.programme), today()));
}

#[divan::bench(args = [10_000, 1_000_000])]
fn editing(bencher: Bencher<'_, '_>, bytes: usize) {
    let reading = read_on(document(bytes), today());
    let item = ItemAddress::new(&reading.programme, Section::Initiatives, 3).unwrap();
    let change = Change::Standing { item, to: NewStanding::Status(InitiativeStatus::Completed) };
    bencher.bench(|| edit(black_box(&reading), &change));
}

/// A key and its frame on each tab.
#[divan::bench(args = ["1", "2", "3", "4", "5", "6"], consts = [10_000, 1_000_000])]
fn row_down<const BYTES: usize>(bencher: Bencher<'_, '_>, tab: &str) {
    let mut screen = Screen::new(read_on(document(BYTES), today()), SIZE);
    screen.key(tab);
    bencher.bench_local(|| screen.key("Down"));
}

#[divan::bench(args = [10_000, 1_000_000])]
fn row_down_floor(bencher: Bencher<'_, '_>, bytes: usize) {
    let mut floor = Floor::new(bare::read(&document(bytes)));
    let mut cells = Buffer::empty(Rect::new(0, 0, SIZE.0, SIZE.1));
    bencher.bench_local(|| floor.key(&mut cells));
}
