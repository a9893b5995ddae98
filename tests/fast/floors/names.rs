//! A type has a name of its own, so that it is found by it and a text that speaks of it is clear.

use std::collections::{BTreeMap, BTreeSet};

use super::sources::Sources;

/// Names that two types may share, and why.
const SHARED: &[(&str, &str)] = &[];

/// Names of types that stand in several files, with the files.
fn repeated(sources: &Sources) -> BTreeMap<&str, Vec<&str>> {
    let mut files: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (name, file) in sources.types() {
        files.entry(name).or_default().push(file);
    }
    files.retain(|_, files| files.len() > 1);
    files
}

/// What is wrong: names that are repeated and not excused, and excuses that nothing needs.
fn wrong(sources: &Sources, shared: &[(&str, &str)]) -> Vec<String> {
    let repeated = repeated(sources);
    let excused: BTreeSet<&str> = shared.iter().map(|(name, _)| *name).collect();
    let twice = repeated
        .iter()
        .filter(|(name, _)| !excused.contains(*name))
        .map(|(name, files)| format!("{name} is defined in {}", files.join(", ")));
    let idle = excused
        .iter()
        .filter(|name| !repeated.contains_key(*name))
        .map(|name| format!("{name} needs no excuse any more"));
    twice.chain(idle).collect()
}

#[test]
fn a_name_of_a_type_is_given_once() {
    let wrong = wrong(&Sources::in_folder(&super::root()), SHARED);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_name_given_twice_is_found_and_so_is_an_idle_excuse() {
    let files = [
        ("lib.rs", "mod a; mod b; enum Own {} macro_rules! m { () => { struct Made; } }"),
        (
            "a.rs",
            "struct Row; trait Draw {} struct Made; table! { struct Told {} } #[cfg(test)] mod tests { struct Own; }",
        ),
        ("b.rs", "type Row = u8; mod inner { struct Draw; } fn f() { struct Own; } struct Told; m!();"),
    ];
    let read = |name: &str| files.iter().find(|(file, _)| *file == name).map(|(_, text)| (*text).to_owned());
    let sources = Sources::read(&read);
    let found = wrong(&sources, &[("Row", "a row is a row"), ("Own", "once needed")]);
    assert_eq!(
        found,
        [
            "Draw is defined in a.rs, b.rs",
            "Made is defined in a.rs, b.rs",
            "Told is defined in a.rs, b.rs",
            "Own needs no excuse any more"
        ]
    );
}
