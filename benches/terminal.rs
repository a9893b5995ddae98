//! What a terminal sees: the program as it is shipped, the floor, and programs of others, in turn, in real
//! pseudo-terminals.
//!
//! `cargo bench --bench terminal` prints the table of the README; viewers of others are measured where they are
//! installed. Times are of this machine and this day; each is the median of nine rounds, or of `ROUNDS`. With
//! `-- --once` each thing is measured once on a small file, to see that it still can be. Nothing is held here.

#![expect(clippy::print_stdout, reason = "a table is printed")]
#![expect(clippy::unwrap_used, reason = "what cannot be measured is said loudly")]
#![expect(clippy::disallowed_methods, reason = "measures time, processes and files")]

#[path = "support/bare.rs"]
mod bare;
#[path = "support/document.rs"]
mod document;
#[path = "support/floor.rs"]
#[expect(dead_code, reason = "keys and frames are taken one by one")]
mod floor;
#[path = "support/floor_program.rs"]
mod floor_program;
#[path = "support/machine.rs"]
mod machine;
#[path = "support/program.rs"]
mod program;
#[path = "../tests/terminal/session.rs"]
#[expect(dead_code, reason = "tests ask for more")]
mod session;

use program::{File, Program};

/// How the floor is started: this program, with the file behind it.
const FLOOR: &str = "--floor";

/// The smaller window and the larger one.
const SIZES: [(u16, u16); 2] = [(80, 24), (200, 60)];

/// A row of the table: what is measured, and how it is printed.
struct Row {
    name: String,
    /// What was measured, by programs.
    values: Vec<Option<f64>>,
    /// Digits behind the point.
    digits: usize,
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let [_, floor, file] = arguments.as_slice()
        && floor == FLOOR
    {
        return floor_program::run(file).unwrap();
    }
    let is_once = arguments.iter().any(|argument| argument == "--once");
    let folder = tempfile::tempdir().unwrap();
    let sizes: &[usize] = if is_once { &[10_000] } else { &[10_000, 1_000_000, 10_000_000] };
    let files: Vec<File> = sizes.iter().map(|bytes| File::new(folder.path(), *bytes)).collect();
    let programs = Program::all();
    let rounds = std::env::var("ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(9);
    let rounds = if is_once { 1 } else { rounds };
    let windows = files.iter().map(|file| (file, SIZES[0])).chain([(&files[0], SIZES[1])]);
    let mut kinds: [Vec<Row>; 3] = Default::default();
    for (file, size) in windows {
        for (kind, row) in kinds.iter_mut().zip(opened(&programs, file, size, rounds)) {
            kind.push(row);
        }
    }
    let mut rows: Vec<Row> = kinds.into_iter().flatten().collect();
    rows.extend(painted(&programs, &files[0], rounds));
    rows.extend(at_once(&programs, &files[0], rounds));
    rows.extend(idle(&programs, &files[0], if is_once { 1 } else { 10 }));
    println!("\n{}\n", machine::sentence());
    print_table(&programs, &rows);
}

/// First paint, memory, and the processor's time for a key, on this file in a window of this size.
fn opened(programs: &[Program], file: &File, size: (u16, u16), rounds: usize) -> [Row; 3] {
    let measured = in_turn(programs, rounds, |program| {
        let mut running = program.start(file, size, &[]);
        let (paint, memory) = (running.first_paint(), running.memory());
        let (time, bytes) = running.keys(10);
        vec![paint, memory, time, bytes]
    });
    let window = format!("{}, {}x{}", file.name, size.0, size.1);
    let [paint, memory, time, _] = transposed(&measured);
    // Where a thread ended meanwhile that was still reading, nothing is known of the keys.
    let time = time.into_iter().map(|spent| spent.filter(|spent| *spent >= 0.0)).collect();
    [
        Row { name: format!("first paint of {window}, ms"), values: paint, digits: 1 },
        Row { name: format!("memory with {window}, MB"), values: memory, digits: 1 },
        Row { name: format!("processor for a key in {window}, ms"), values: time, digits: 2 },
    ]
}

/// The bytes of a row move, in few colours and in many.
fn painted(programs: &[Program], file: &File, rounds: usize) -> Vec<Row> {
    let few = [("TERM", "xterm-16color")];
    let many = [("COLORTERM", "truecolor")];
    let row = |name: &str, environment: &[(&str, &str)]| {
        let measured = in_turn(programs, rounds.min(3), |program| {
            let mut running = program.start(file, SIZES[0], environment);
            running.first_paint();
            vec![running.keys(10).1]
        });
        let [bytes] = transposed(&measured);
        Row { name: format!("bytes of a key, {name}"), values: bytes, digits: 0 }
    };
    vec![row("16 colours", &few), row("true colour", &many)]
}

/// Two hundred keys that come in one piece: how often it draws, and how many bytes that takes.
fn at_once(programs: &[Program], file: &File, rounds: usize) -> Vec<Row> {
    let measured = in_turn(programs, rounds.min(3), |program| {
        let mut running = program.start(file, SIZES[0], &[]);
        running.first_paint();
        let (frames, bytes) = running.burst(200);
        vec![frames, bytes]
    });
    let [frames, bytes] = transposed(&measured);
    vec![
        Row { name: "200 keys at once, frames".to_owned(), values: frames, digits: 0 },
        Row { name: "200 keys at once, bytes".to_owned(), values: bytes, digits: 0 },
    ]
}

/// What happens while nothing happens.
fn idle(programs: &[Program], file: &File, seconds: u64) -> Vec<Row> {
    let measured = in_turn(programs, 1, |program| {
        let mut running = program.start(file, SIZES[0], &[]);
        running.first_paint();
        let (wakes, bytes) = running.rest(seconds);
        vec![wakes, bytes]
    });
    let [wakes, bytes] = transposed(&measured);
    vec![
        Row { name: format!("wake-ups in {seconds} s without a key"), values: wakes, digits: 0 },
        Row { name: format!("bytes in {seconds} s without a key"), values: bytes, digits: 0 },
    ]
}

/// The median of each measurement of each program; they take turns, so that what else the machine does hits all.
fn in_turn(programs: &[Program], rounds: usize, measure: impl Fn(&Program) -> Vec<f64>) -> Vec<Vec<f64>> {
    let mut all: Vec<Vec<Vec<f64>>> = programs.iter().map(|_| Vec::new()).collect();
    for _ in 0..rounds {
        for (program, measured) in programs.iter().zip(&mut all) {
            measured.push(measure(program));
        }
    }
    all.into_iter()
        .map(|rounds| (0..rounds[0].len()).map(|at| median(rounds.iter().map(|one| one[at]))).collect())
        .collect()
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// From measurements by programs to programs by measurements; what is no number was not measured.
fn transposed<const COUNT: usize>(measured: &[Vec<f64>]) -> [Vec<Option<f64>>; COUNT] {
    std::array::from_fn(|at| {
        measured.iter().map(|one| Some(one[at]).filter(|value| !value.is_nan())).collect()
    })
}

fn print_table(programs: &[Program], rows: &[Row]) {
    let heads = programs.iter().map(|program| program.name.as_str());
    println!("| | {} |", heads.collect::<Vec<_>>().join(" | "));
    println!("|---|{}", "--:|".repeat(programs.len()));
    for Row { name, values, digits } in rows {
        let floor = values.get(1).copied().flatten();
        let cells = values.iter().enumerate().map(|(at, value)| match (value, floor) {
            (None, _) => "-".to_owned(),
            (Some(value), Some(floor)) if at != 1 && floor > 0.0 => {
                format!("{value:.digits$} ({:.1}x)", value / floor)
            }
            (Some(value), _) => format!("{value:.digits$}"),
        });
        println!("| {name} | {} |", cells.collect::<Vec<_>>().join(" | "));
    }
}
