//! Nothing is kept as golden that no test makes: every such file is named by one, or its folder is.
//!
//! What lies in a folder that is named is compared with what is made, file by file (`support/golden.rs`).

#![expect(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test reads files and may fail loudly")]

use crate::golden::SIZES;
use std::fs;
use std::path::{Path, PathBuf};

/// Every file in a folder of the repository and in the folders in it.
fn files(folder: &Path) -> Vec<PathBuf> {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    paths.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The text of all tests.
fn tests() -> String {
    let sources = files(&root().join("tests")).into_iter();
    let sources = sources.filter(|path| path.extension().is_some_and(|end| end == "rs"));
    sources.map(|path| fs::read_to_string(path).unwrap()).collect()
}

#[test]
fn every_golden_page_is_of_a_look_and_a_size_that_a_test_names() {
    let tests = tests();
    for kind in ["frames", "slides"] {
        for path in files(&root().join("tests").join(kind)) {
            let parts: Vec<_> = path.strip_prefix(root().join("tests")).unwrap().iter().collect();
            let [kind, look, size, _] = parts[..] else {
                panic!("{} lies too deep or not deep enough", path.display())
            };
            let look = format!("\"{}/{}\"", kind.display(), look.display());
            assert!(tests.contains(&look), "no test names {look}");
            let is_size = SIZES.iter().any(|(columns, rows)| *size == *format!("{columns}x{rows}"));
            assert!(is_size, "no test makes pages of {}", path.display());
        }
    }
}

#[test]
fn every_picture_and_every_chart_is_named_by_a_test() {
    let tests = tests();
    for folder in ["tests/charts", "tests/pictures", "assets/screens"] {
        for path in files(&root().join(folder)) {
            let name = path.file_name().unwrap().display();
            let by_path = format!("\"charts/{name}\"");
            let by_name = format!("\"{}\"", path.file_stem().unwrap().display());
            assert!(tests.contains(&by_path) || tests.contains(&by_name), "no test names {folder}/{name}");
        }
    }
}

#[test]
fn findings_stand_beside_a_document_that_gives_them() {
    let paths = files(&root().join("tests/documents/bad"));
    for path in paths.iter().filter(|path| path.extension().is_some_and(|end| end == "txt")) {
        assert!(path.with_extension("yaml").exists(), "{} has no document", path.display());
    }
}
