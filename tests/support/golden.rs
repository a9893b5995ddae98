//! Golden files: what the program makes, compared with what is committed under `tests/`.
//!
//! `UPDATE=1` writes them anew. A page has a file of its own, so that a word that changes changes little.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail loudly")]
#![allow(
    dead_code,
    clippy::disallowed_methods,
    clippy::allow_attributes,
    reason = "golden files are read and renewed here"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The sizes of windows that have golden pages.
pub(crate) const SIZES: [(u16, u16); 4] = [(40, 15), (80, 24), (120, 40), (200, 60)];

/// Compares `made` with a file under `tests/`.
pub(crate) fn check(name: &str, made: &str) {
    check_at(&format!("tests/{name}"), made);
}

/// The same for a path from the root of the repository.
pub(crate) fn check_at(path: &str, made: &str) {
    if is_renewed() {
        write(&at(path), made);
    } else if let Some(difference) = difference(path, made) {
        panic!("{path} is not what the program makes now (UPDATE=1 renews it):\n{difference}");
    }
}

/// All pages of one look at one size: the files of a folder, and the only ones in it.
pub(crate) struct Pages {
    folder: String,
    end: &'static str,
    made: BTreeMap<String, String>,
}

impl Pages {
    /// A look is a folder under `tests/`, a size one in it.
    pub(crate) fn new(look: &str, (columns, rows): (u16, u16)) -> Self {
        Self { folder: format!("tests/{look}/{columns}x{rows}"), end: "txt", made: BTreeMap::new() }
    }

    /// The same for pages with sequences of colour.
    pub(crate) fn in_colour(look: &str, size: (u16, u16)) -> Self {
        Self { end: "ansi", ..Self::new(look, size) }
    }

    pub(crate) fn add(&mut self, page: &str, shown: String) {
        let file = format!("{}/{}.{}", self.folder, page.replace(' ', "_"), self.end);
        let earlier = self.made.insert(file, shown);
        assert!(earlier.is_none(), "two pages of {} are called {page}", self.folder);
    }

    pub(crate) fn check(self) {
        let kept = fs::read_dir(at(&self.folder)).into_iter().flatten();
        let mut left: Vec<String> = kept
            .map(|entry| format!("{}/{}", self.folder, entry.unwrap().file_name().display()))
            .filter(|path| !self.made.contains_key(path))
            .collect();
        if is_renewed() {
            left.drain(..).for_each(|path| fs::remove_file(at(&path)).unwrap());
            self.made.iter().for_each(|(path, made)| write(&at(path), made));
        }
        assert!(left.is_empty(), "no test makes these any more (UPDATE=1 removes them): {left:?}");
        let differing = self.made.iter().filter_map(|(path, made)| Some((path, difference(path, made)?)));
        let differing: Vec<(&String, String)> = differing.collect();
        let Some((_, first)) = differing.first() else { return };
        let names: Vec<&str> = differing.iter().map(|(path, _)| path.as_str()).collect();
        panic!("not what the program makes now (UPDATE=1 renews them):\n{}\n{first}", names.join("\n"));
    }
}

fn is_renewed() -> bool {
    std::env::var_os("UPDATE").is_some()
}

fn at(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn write(file: &Path, made: &str) {
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, made).unwrap();
}

/// The first lines that differ, if any do.
fn difference(path: &str, made: &str) -> Option<String> {
    let kept = fs::read_to_string(at(path)).unwrap_or_default();
    if kept == made {
        return None;
    }
    let (kept, made): (Vec<&str>, Vec<&str>) = (kept.lines().collect(), made.lines().collect());
    let line = (0..kept.len().max(made.len())).find(|line| kept.get(*line) != made.get(*line)).unwrap_or(0);
    let show = |lines: &[&str]| {
        lines.iter().skip(line.saturating_sub(2)).take(6).copied().collect::<Vec<_>>().join("\n")
    };
    Some(format!("line {}\n--- kept\n{}\n--- made\n{}", line + 1, show(&kept), show(&made)))
}
