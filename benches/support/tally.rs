//! Counting by callgrind: this program is started again under it, and every piece of work leaves a dump of its own.
//!
//! The dumps stay in `target/instructions`: `callgrind_annotate --inclusive=yes FILE` says where a count comes from.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// How this program is told that it is being counted.
pub(crate) const COUNTED: &str = "--counted";

/// The work of this name is done, and counted where callgrind looks on.
pub(crate) fn counted<T>(name: &str, work: impl FnOnce() -> T) -> T {
    let (mut work, mut done) = (Some(work), None);
    nothing_else_is_counted(&mut || done = work.take().map(|work| work()));
    println!("{name}");
    done.unwrap()
}

/// Callgrind knows this function by its name: it counts while it runs, and writes down when it ends.
#[inline(never)]
fn nothing_else_is_counted(work: &mut dyn FnMut()) {
    work();
    // Not left by a jump.
    std::hint::black_box(());
}

/// What was counted of this program: the name of each piece of work, which of `columns` sizes it belongs to, and its
/// instructions.
pub(crate) fn counted_by(columns: usize) -> Vec<(String, usize, u64)> {
    let folder = folder();
    let out = folder.join("work");
    let this = std::env::current_exe().unwrap();
    let function = "instructions::tally::nothing_else_is_counted";
    let options = [format!("--toggle-collect={function}"), format!("--dump-after={function}")];
    let child = callgrind(&out).args(options).arg(this).arg(COUNTED).output();
    let names = String::from_utf8(ended_well(child)).unwrap();
    let names: Vec<&str> = names.lines().collect();
    let each = names.len() / columns;
    let counts = (1..).map(|number| total(&folder.join(format!("work.{number}"))));
    names
        .iter()
        .zip(counts)
        .enumerate()
        .map(|(at, (name, count))| ((*name).to_owned(), at / each, count))
        .collect()
}

/// What a command of the program as it is shipped takes, as a whole, on a file with this text.
pub(crate) fn as_shipped(program: &OsStr, command: &[&str], text: &str) -> u64 {
    let folder = folder();
    let (out, file) = (folder.join("shipped"), folder.join("programme.yaml"));
    std::fs::write(&file, text).unwrap();
    let child = callgrind(&out).arg(program).args(command).args(["--as-of", "2024-01-15"]).arg(file).output();
    ended_well(child);
    total(&out)
}

fn folder() -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/instructions");
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// What it printed.
fn ended_well(child: std::io::Result<Output>) -> Vec<u8> {
    let child = child.unwrap_or_else(|why| panic!("valgrind cannot be started: {why}"));
    assert!(child.status.success(), "{}", String::from_utf8_lossy(&child.stderr));
    child.stdout
}

fn callgrind(out: &Path) -> Command {
    let mut command = Command::new("valgrind");
    command.arg("--tool=callgrind").arg(format!("--callgrind-out-file={}", out.display()));
    command.stdin(Stdio::null());
    command
}

/// The number behind `summary:` or `totals:` in a dump.
fn total(dump: &Path) -> u64 {
    let text = std::fs::read_to_string(dump).unwrap();
    let line = text.lines().rev().find_map(|line| line.strip_prefix("totals: ")).unwrap();
    line.trim().parse().unwrap()
}
