//! Files that use each other in a circle cannot be read one after the other, nor moved one by one.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use super::sources::{Sources, Use};

/// The circles of files, each with everything its files use of one another.
fn circles(uses: &BTreeSet<Use>) -> Vec<Vec<&Use>> {
    let mut next: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for each in uses {
        next.entry(&each.user).or_default().insert(&each.used);
    }
    let reached: BTreeMap<&str, BTreeSet<&str>> =
        next.keys().map(|file| (*file, reachable(&next, file))).collect();
    let both = |a: &str, b: &str| {
        let leads = |a, b| reached.get(a).is_some_and(|files| files.contains(b));
        leads(a, b) && leads(b, a)
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
    let told = told(&Sources::in_folder(&super::root()));
    assert!(told.is_empty(), "files that use each other in a circle:\n{told}");
}

/// A small crate: names below `src`, and what they hold.
fn sample(files: &'static [(&str, &str)]) -> Sources {
    Sources::read(&|name| files.iter().find(|(file, _)| *file == name).map(|(_, text)| (*text).to_owned()))
}

/// What `user` uses in a crate of two files that hold this.
fn used_by(text: &'static str, other: &'static str) -> Vec<String> {
    let texts = [("lib.rs", "mod user; mod other;"), ("user.rs", text), ("other.rs", other)];
    let read = |name: &str| texts.iter().find(|(file, _)| *file == name).map(|(_, text)| (*text).to_owned());
    let all = Sources::read(&read).uses().into_iter();
    all.filter(|each| each.user == "user.rs").map(|each| format!("{} {}", each.used, each.item)).collect()
}

#[test]
fn a_circle_is_found() {
    let found = told(&sample(&[
        ("lib.rs", "mod a; mod b; mod c; mod d;"),
        ("a.rs", "use crate::b::B; pub struct A(B);"),
        ("b.rs", "pub struct B; fn b() { super::c::c(); }"),
        ("c.rs", "use super::a; pub fn c() -> a::A {}"),
        ("d.rs", "use super::a::A; fn d(_: A) {}"),
    ]));
    let expected = "a.rs, b.rs, c.rs\n    a.rs -> b.rs: B\n    b.rs -> c.rs: c\n    c.rs -> a.rs: A\n";
    assert_eq!(found, expected);
}

#[test]
fn a_parent_that_needs_a_child_that_needs_it_is_a_circle() {
    let found = told(&sample(&[
        ("lib.rs", "mod a;"),
        ("a.rs", "mod b; pub const MOST: usize = 1; fn a() { b::b(); }"),
        ("a/b.rs", "pub(super) fn b() -> usize { super::MOST }"),
    ]));
    assert_eq!(found, "a.rs, a/b.rs\n    a.rs -> a/b.rs: b\n    a/b.rs -> a.rs: MOST\n");
}

#[test]
fn declaring_a_module_and_passing_an_item_on_is_no_use() {
    let found = told(&sample(&[
        ("lib.rs", "mod a; pub use a::B;"),
        ("a.rs", "mod b; mod c; pub use b::B; use b::hidden;"),
        ("a/b.rs", "use super::c::C; pub struct B; pub(super) fn hidden(_: C) {}"),
        ("a/c.rs", "pub struct C; fn c() { super::hidden(C); let _ = crate::B; }"),
    ]));
    assert_eq!(found, "a/b.rs, a/c.rs\n    a/b.rs -> a/c.rs: C\n    a/c.rs -> a/b.rs: B, hidden\n");
}

#[test]
fn what_a_file_uses_is_found_wherever_it_is_named() {
    let paths = [
        "fn f() { crate::other::go(); }",
        "use super::other::*; fn f() { go(); }",
        "use super::other as o; fn f() { o::go(); }",
        "use super::other::go as come; fn f() { come(); }",
        "fn f() { use super::other::go; go(); }",
        "fn f() { vec![(1, super::other::go())]; }",
        "mod inner { fn f() { super::super::other::go(); } }",
    ];
    for path in paths {
        assert_eq!(used_by(path, "pub fn go() {}"), ["other.rs go"], "{path}");
    }
    assert_eq!(
        used_by("fn f(x: super::other::X) { matches!(x, crate::other::X::A) }", "pub enum X { A }"),
        ["other.rs X"]
    );
    assert_eq!(used_by("use crate::other::Go; fn f() { 1.go(); }", "pub trait Go {}"), ["other.rs Go"]);
    let made = "macro_rules! made { () => { pub struct Made; } } made!();";
    assert_eq!(used_by("fn f() -> super::other::Made {}", made), ["other.rs Made"]);
    assert_eq!(
        used_by("struct X; fn f() { X::go(); }", "impl super::user::X { fn go() {} }"),
        ["other.rs X::go"]
    );
}

#[test]
fn what_only_tests_use_is_not_counted() {
    for path in [
        "#[cfg(test)] mod tests { use super::super::other::go; fn f() { go(); } }",
        "#[cfg(test)] fn f() { super::other::go(); }",
        "use super::other;",
        "fn go() {} fn f() { go(); }",
        "/// [`crate::other::go`]\nfn f() {}",
    ] {
        assert_eq!(used_by(path, "pub fn go() {}"), [""; 0], "{path}");
    }
}
