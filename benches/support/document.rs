//! A programme of any size with something on each of the six tabs; the same text for the same size, everywhere.
//!
//! Every section grows with the whole: what is true of one size can be held against another.

use std::fmt::Write;

/// About this many bytes stand for one metric, two initiatives, a recommendation, a criterion and a meeting.
const BLOCK: usize = 975;

const WORDS: [&str; 16] = [
    "joint",
    "exercise",
    "training",
    "reform",
    "border",
    "mission",
    "readiness",
    "school",
    "depot",
    "liaison",
    "survey",
    "budget",
    "crisis",
    "response",
    "coast",
    "health",
];

const OWNERS: [&str; 4] = ["Liaison office", "Training desk", "Ministry", "Field team"];

/// A programme of about this many bytes.
pub(crate) fn document(bytes: usize) -> String {
    let blocks = (bytes / BLOCK).max(1);
    let mut dice = Dice(7);
    let mut text = String::with_capacity(bytes + bytes / 4);
    text.push_str("programme: { title: Generated programme, as_of: 2024-01-15 }\nmetrics:\n");
    each(blocks, |number| metric(&mut text, &mut dice, number));
    text.push_str("initiatives:\n");
    each(2 * blocks, |number| initiative(&mut text, &mut dice, number));
    text.push_str("recommendations:\n");
    each(blocks, |number| recommendation(&mut text, &mut dice, number));
    text.push_str("evaluation:\n  status: agreed\n  scale: { min: 1, max: 5 }\n  criteria:\n");
    each(blocks, |number| criterion(&mut text, &mut dice, number));
    text.push_str("meetings:\n");
    each(blocks, |number| meeting(&mut text, &mut dice, number));
    text
}

fn each(count: usize, write: impl FnMut(usize) -> std::fmt::Result) {
    // Writing into a text never fails.
    let _ = (0..count).try_for_each(write);
}

fn metric(text: &mut String, dice: &mut Dice, number: usize) -> std::fmt::Result {
    let unit = dice.one_of(&["visits", "people", "\"%\"\n    measure: percentage", "EUR million"]);
    writeln!(text, "  - id: m{number}\n    name: {} {number}\n    unit: {unit}", dice.title(4))?;
    writeln!(text, "    direction: increase\n    baseline: {{ period: 2011, value: 20 }}")?;
    writeln!(text, "    target: {{ period: 2025, value: {} }}\n    values:", 21 + dice.below(60))?;
    let mut value = 200 + dice.below(200);
    for year in 2012..2024 {
        value = value + dice.below(41) - 15;
        writeln!(text, "      {year}: {}.{}", value / 10, value % 10)?;
    }
    Ok(())
}

fn initiative(text: &mut String, dice: &mut Dice, number: usize) -> std::fmt::Result {
    let status = dice.one_of(&["announced", "agreed", "in_progress", "completed"]);
    writeln!(text, "  - id: i{number}\n    title: {} {number} # kept by hand", dice.title(5))?;
    writeln!(text, "    status: {status}\n    owner: {}\n    due: {}", dice.one_of(&OWNERS), dice.day(2023))
}

fn recommendation(text: &mut String, dice: &mut Dice, number: usize) -> std::fmt::Result {
    let status = dice.one_of(&["proposed", "under_consideration", "accepted"]);
    writeln!(text, "  - title: {} {number}\n    status: {status}\n    due: {}", dice.title(4), dice.day(2024))
}

fn criterion(text: &mut String, dice: &mut Dice, number: usize) -> std::fmt::Result {
    let (before, now) = (1 + dice.below(5), 1 + dice.below(5));
    writeln!(text, "    - title: {} {number}\n      improvement: {}", dice.title(3), dice.title(6))?;
    writeln!(text, "      scores: {{ 2022: {before}, 2023: {now} }}")
}

fn meeting(text: &mut String, dice: &mut Dice, number: usize) -> std::fmt::Result {
    let (status, year) = dice.one_of(&[("held", 2022), ("scheduled", 2024)]);
    writeln!(
        text,
        "  - title: {} {number}\n    status: {status}\n    date: {}",
        dice.title(2),
        dice.day(year)
    )
}

/// Numbers that look thrown and are the same each time (the generator of Knuth's MMIX).
struct Dice(u64);

impl Dice {
    /// A number from nothing to before this.
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }

    fn one_of<T: Copy>(&mut self, of: &[T]) -> T {
        of[usize::try_from(self.below(of.len() as u64)).unwrap_or_default()]
    }

    fn title(&mut self, words: usize) -> String {
        (0..words).map(|_| self.one_of(&WORDS)).collect::<Vec<_>>().join(" ")
    }

    fn day(&mut self, year: u64) -> String {
        format!("{}-{:02}-{:02}", year + self.below(2), 1 + self.below(12), 1 + self.below(28))
    }
}
