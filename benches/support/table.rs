//! The table of counts: one row a piece of work, one column a size of file, in thousands of instructions.
//!
//! Plain text, made by this program and read again by it. Never says how it was counted.

use std::fmt;
use std::process::Command;

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/instructions.txt");

const HEAD: &str = "# Instructions in thousands. `.ci/instructions` counts and holds them, \
                    `UPDATE=1 .ci/instructions` writes them anew.\n";

/// A count may differ by so much from the one in the table.
const TOLERANCE: f64 = 0.05;

/// Counts by rows and columns.
pub(crate) struct Table {
    columns: Vec<String>,
    rows: Vec<(String, Vec<u64>)>,
    made_by: String,
}

impl Table {
    /// Without rows.
    pub(crate) fn new(columns: [&str; 3]) -> Self {
        Self { columns: columns.map(str::to_owned).into(), rows: Vec::new(), made_by: made_by() }
    }

    /// Adds what was counted in a column of a row.
    pub(crate) fn add(&mut self, name: &str, column: usize, instructions: u64) {
        let at = self.rows.iter().position(|(row, _)| row == name).unwrap_or_else(|| {
            self.rows.push((name.to_owned(), vec![0; self.columns.len()]));
            self.rows.len() - 1
        });
        self.rows[at].1[column] = instructions.div_ceil(1_000);
    }

    /// How many times one count is another; each by its row and column.
    pub(crate) fn ratio(&self, (row, column): (&str, usize), of: (&str, usize)) -> f64 {
        let count = |name, at: usize| self.row(name).and_then(|row| row.get(at)).copied().unwrap_or_default();
        ratio(count(row, column), count(of.0, of.1))
    }

    /// Writes it where the next run finds it.
    pub(crate) fn write(&self) {
        std::fs::write(PATH, self.to_string()).unwrap();
    }

    /// Whether nothing has grown against the table that was written; says what has changed.
    pub(crate) fn is_held(&self) -> bool {
        print!("\n{self}");
        let before = Self::written();
        if before.made_by != self.made_by {
            println!("\nThe table is of {}, this is {}: nothing is held.", before.made_by, self.made_by);
            return true;
        }
        let (grown, less): (Vec<_>, Vec<_>) =
            self.changes(&before).into_iter().partition(|change| change.grown > 0.0);
        say("Less than in the table, which may be written anew", &less);
        say("Grown", &grown);
        grown.is_empty()
    }

    /// What differs from the counts before by more than it may.
    fn changes(&self, before: &Self) -> Vec<Change> {
        let mut changes = Vec::new();
        for (name, counts) in &self.rows {
            for (column, now) in counts.iter().enumerate() {
                let was = before.row(name).and_then(|row| row.get(column)).copied().unwrap_or_default();
                let grown = ratio(*now, was) - 1.0;
                if grown.abs() > TOLERANCE {
                    let column = self.columns[column].clone();
                    changes.push(Change { name: name.clone(), column, was, now: *now, grown });
                }
            }
        }
        changes
    }

    fn row(&self, name: &str) -> Option<&[u64]> {
        self.rows.iter().find(|(row, _)| row == name).map(|(_, counts)| counts.as_slice())
    }

    /// The table as it was written.
    fn written() -> Self {
        let text = std::fs::read_to_string(PATH).unwrap_or_default();
        let made_by = text.lines().nth(1).and_then(|line| line.strip_prefix("# ")).unwrap_or_default();
        let mut table = Self { columns: Vec::new(), rows: Vec::new(), made_by: made_by.to_owned() };
        for line in text.lines().skip(3) {
            let (name, counts) = line.split_at(WIDTH);
            let counts = counts.split_whitespace().map(|count| count.replace(',', "").parse().unwrap());
            table.rows.push((name.trim_end().to_owned(), counts.collect()));
        }
        table
    }
}

/// The columns of a name.
const WIDTH: usize = 32;

impl fmt::Display for Table {
    fn fmt(&self, text: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(text, "{HEAD}# {}\n{:WIDTH$}", self.made_by, "")?;
        for column in &self.columns {
            write!(text, "{column:>12}")?;
        }
        for (name, counts) in &self.rows {
            write!(text, "\n{name:WIDTH$}")?;
            for count in counts {
                write!(text, "{:>12}", thousands(*count))?;
            }
        }
        writeln!(text)
    }
}

/// Says what has changed, if anything has.
fn say(what: &str, changes: &[Change]) {
    if !changes.is_empty() {
        println!("\n{what}:\n{}", changes.iter().map(ToString::to_string).collect::<String>());
    }
}

/// A count that differs from the one in the table.
struct Change {
    name: String,
    column: String,
    was: u64,
    now: u64,
    grown: f64,
}

impl fmt::Display for Change {
    fn fmt(&self, text: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, column, was, now, grown } = self;
        let (was, now) = (thousands(*was), thousands(*now));
        writeln!(text, "  {name:WIDTH$}{column:>8}{was:>12} -> {now:>12}  {:+.1}%", grown * 100.0)
    }
}

/// How many times `of` is `count`.
#[expect(clippy::cast_precision_loss, reason = "no count is so large")]
fn ratio(count: u64, of: u64) -> f64 {
    count as f64 / of as f64
}

/// A number with a comma after each three digits.
fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let places = digits.len();
    let with_commas = digits.char_indices().flat_map(|(at, digit)| {
        let comma = at > 0 && (places - at).is_multiple_of(3);
        comma.then_some(',').into_iter().chain([digit])
    });
    with_commas.collect()
}

/// What the counts depend on besides the program.
fn made_by() -> String {
    let version = Command::new("rustc").arg("--version").output();
    let version = version.map(|done| String::from_utf8_lossy(&done.stdout).trim().to_owned());
    let level = option_env!("CARGO_PROFILE_DEV_OPT_LEVEL").unwrap_or("another");
    format!("{}, {}, opt-level {level}", version.unwrap_or_default(), std::env::consts::ARCH)
}
