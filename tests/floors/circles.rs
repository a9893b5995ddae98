//! Files that use each other in a circle cannot be read one after the other, nor moved one by one.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use crate::sources::{Sources, Use};

/// The circles of files, each with everything its files use of one another.
fn circles(uses: &BTreeSet<Use>) -> Vec<Vec<&Use>> {
    let mut next: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for each in uses {
        next.entry(&each.user).or_default().insert(&each.used);
    }
    let reached: BTreeMap<&str, BTreeSet<&str>> =
        next.keys().map(|file| (*file, reachable(&next, file))).collect();
    let both = |a: &str, b: &str| {
        let reaches = |a, b| reached.get(a).is_some_and(|reached| reached.contains(b));
        reaches(a, b) && reaches(b, a)
    };
    let mut circles: BTreeMap<Vec<&str>, Vec<&Use>> = BTreeMap::new();
    for each in uses.iter().filter(|each| both(&each.user, &each.used)) {
        let files = reached.keys().copied().filter(|file| both(&each.user, file)).collect();
        circles.entry(files).or_default().push(each);
    }
    circles.into_values().collect()
}

fn reachable<'a>(next: &BTreeMap<&'a str, BTreeSet<&'a str>>, from: &str) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::new();
    let mut open: Vec<&str> = next[from].iter().copied().collect();
    while let Some(file) = open.pop() {
        if reached.insert(file) {
            open.extend(next.get(file).into_iter().flatten());
        }
    }
    reached
}

/// The circles of a crate, as people read them.
fn told(sources: &Sources) -> String {
    let uses = sources.uses();
    let mut text = String::new();
    for circle in circles(&uses) {
        let files: BTreeSet<&str> = circle.iter().map(|each| each.user.as_str()).collect();
        writeln!(text, "{}", files.into_iter().collect::<Vec<_>>().join(", ")).unwrap();
        let mut edges: BTreeMap<(&str, &str), Vec<&str>> = BTreeMap::new();
        for each in circle {
            edges.entry((&each.user, &each.used)).or_default().push(&each.item);
        }
        for ((user, used), items) in edges {
            writeln!(text, "    {user} -> {used}: {}", items.join(", ")).unwrap();
        }
    }
    text
}

#[test]
fn no_files_use_each_other_in_a_circle() {
    let told = told(&Sources::in_folder(&crate::root()));
    assert!(told.is_empty(), "files that use each other in a circle:\n{told}");
}
