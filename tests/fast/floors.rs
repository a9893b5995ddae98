//! The house holds: floors import downward only, no files use each other in a circle, each floor names
//! only its own outside crates, a type has a name of its own, files stay small and say what they are.
//!
//! How long and how branched a function may be is for clippy to say (`clippy.toml`).

#![expect(clippy::unwrap_used, clippy::panic, clippy::string_slice, reason = "a test may fail loudly")]
#![expect(clippy::disallowed_methods, reason = "this test reads the sources")]

mod circles;
mod names;
mod sources;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Outside crates each floor may name; `std` is everybody's.
const CRATES: &[(&str, &[&str])] = &[
    (
        "text",
        &[
            "chrono",
            "memchr",
            "rust_decimal",
            "unicode_normalization",
            "unicode_segmentation",
            "unicode_width",
        ],
    ),
    ("yaml", &["granit_parser", "memchr"]),
    ("programme", &["chrono", "compact_str", "rust_decimal", "strsim", "strum"]),
    ("document", &["chrono", "memchr", "rust_decimal", "similar", "strum"]),
    ("figures", &["chrono", "compact_str", "libm", "rust_decimal"]),
    ("settings", &["libm", "serde", "serde_saphyr", "strum", "thiserror"]),
    ("wording", &["chrono", "compact_str", "rust_decimal", "strum"]),
    ("app", &["chrono", "strum"]),
    ("view", &["chrono", "ratatui", "rust_decimal", "strum", "unicode_segmentation"]),
    ("output", &["annotate_snippets", "chrono", "ratatui", "serde_json"]),
    (
        "shell",
        &["chrono", "crossterm", "ratatui", "rustix", "shlex", "signal_hook", "strum", "thiserror", "vte"],
    ),
    ("cli", &["chrono", "clap", "ratatui", "strum"]),
];

const LONGEST_FILE: usize = 400;

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(sources(&path));
        } else if path.extension().is_some_and(|end| end == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Path from `src`, floor, and text of every source file.
fn files() -> Vec<(String, String, String)> {
    let described = sources(&root()).into_iter().map(|path| {
        let name = path.strip_prefix(root()).unwrap().display().to_string();
        let floor = name.split(['/', '.']).next().unwrap().to_owned();
        (name, floor, std::fs::read_to_string(path).unwrap())
    });
    described.collect()
}

/// The order of the floors, as `lib.rs` lists them.
fn floors() -> Vec<String> {
    let lib = std::fs::read_to_string(root().join("lib.rs")).unwrap();
    lib.lines()
        .filter_map(|line| Some(line.strip_prefix("pub mod ")?.strip_suffix(';')?.to_owned()))
        .collect()
}

/// The code of a file without comments and without its tests.
fn code(text: &str) -> String {
    let before_tests = text.split("#[cfg(test)]\nmod ").next().unwrap();
    before_tests.lines().map(|line| line.split("//").next().unwrap()).collect::<Vec<_>>().join("\n")
}

/// Where `word` stands in `code` and does not go on to its left.
fn places<'a>(code: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    let inside = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    code.match_indices(word).map(|(at, _)| at).filter(move |at| !code[..*at].ends_with(inside))
}

#[test]
fn floors_import_downward_only() {
    let floors = floors();
    assert_eq!(floors.len(), CRATES.len(), "every floor of lib.rs has its row here");
    let level = |name: &str| floors.iter().position(|floor| floor == name);
    for (file, floor, text) in files() {
        let Some(own) = level(&floor) else { continue };
        let code = code(&text);
        let names: BTreeSet<&str> = places(&code, "crate::")
            .map(|at| {
                code[at + "crate::".len()..].split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap()
            })
            .collect();
        for name in names {
            let other = level(name);
            assert!(other.is_some_and(|other| other <= own), "{file}: floor {floor} imports {name}");
        }
    }
}

#[test]
fn each_floor_names_only_its_own_outside_crates() {
    let all: BTreeSet<&str> = CRATES.iter().flat_map(|(_, crates)| crates.iter().copied()).collect();
    for (file, floor, text) in files() {
        let Some((_, allowed)) = CRATES.iter().find(|(name, _)| *name == floor) else { continue };
        let code = code(&text);
        for outside in &all {
            let named = places(&code, &format!("{outside}::")).next().is_some();
            assert!(!named || allowed.contains(outside), "{file}: floor {floor} names {outside}");
        }
    }
}

#[test]
fn every_file_says_what_it_is_and_stays_small() {
    for (file, _, text) in files() {
        assert!(text.starts_with("//!"), "{file} does not begin with what it holds");
        let lines = text.lines().count();
        assert!(lines <= LONGEST_FILE, "{file} has {lines} lines; split it by noun");
        assert!(!file.ends_with("mod.rs"), "{file}: modules are named by their file");
    }
}

/// Reading a text knows no day. What is shown must know what cannot be of a day to come, wherever it is read.
#[test]
fn what_is_shown_is_read_on_a_day() {
    for (file, floor, text) in files() {
        if ["figures", "wording", "app", "view", "output", "cli"].contains(&floor.as_str()) {
            let code = code(&text);
            assert!(places(&code, "read(").next().is_none(), "{file} reads a text without a day: `read_on`");
            assert!(!code.contains("document::read("), "{file} reads a text without a day: `read_on`");
        }
    }
}

/// What writes, and the only files that may: each asks for a clean text, or for what fits a cell.
const DOORS: &[(&str, &[&str])] = &[
    ("io::stdout()", &["shell/plain.rs", "shell/terminal.rs", "shell/environment.rs"]),
    ("io::stderr()", &["shell/plain.rs", "shell/terminal.rs"]),
    ("rustix::io::write(", &["shell/terminal.rs"]),
    (".print()", &[]),
    (".set_symbol(", &["view/parts/canvas.rs"]),
    (".set_char(", &["view/parts/canvas.rs"]),
    (".set_string(", &[]),
    (".set_stringn(", &[]),
    (".set_line(", &[]),
    (".set_span(", &[]),
    ("\\u{1b}[", &["text/door.rs"]),
];

#[test]
fn whatever_writes_stands_behind_one_door() {
    for (file, _, text) in files() {
        let code = code(&text);
        for (word, doors) in DOORS {
            let is_door = doors.contains(&file.as_str());
            assert!(is_door || !code.contains(word), "{file} writes by itself: {word}");
        }
    }
}
