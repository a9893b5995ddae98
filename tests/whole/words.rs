//! Words: the same thing is called the same on every screen, every slide and in the report.

use crate::pages::FULL;
use crate::stage::{open, plain, press, pressed};

use coopdash::document::EXAMPLE;
use coopdash::output::report;
use coopdash::wording::{STANDING, STATUS};
use std::sync::LazyLock;

/// A word that stands for one thing, and words for the same thing that nobody has to learn.
struct Term {
    /// The word.
    word: &'static str,
    /// What is not said instead, as it would stand on a screen.
    never: &'static [&'static str],
}

/// What is called by one name on every screen, slide and printout.
const TERMS: &[Term] = &[
    Term { word: STANDING, never: &["Reading", "Verdict"] },
    Term { word: STATUS, never: &["State"] },
    Term { word: "if progress were even", never: &["straight line", "linear"] },
    Term { word: "Rule", never: &["Pace"] },
    Term { word: "Initiative", never: &["Served by"] },
    Term { word: "as bar", never: &["2023 level"] },
    Term { word: "on hold", never: &["set aside", "resting"] },
    Term { word: "Undone, it is no longer so", never: &["Taken back"] },
    Term { word: "overdue", never: &["past due"] },
    Term { word: "got worse", never: &["wrong way", "adverse"] },
    Term { word: "within range", never: &["in range"] },
];

/// A programme in which things went wrong, with something of every standing.
const TROUBLED: &str = include_str!("../documents/good/standings.yaml");

/// Keys that lead to every page, and to some answers of the last row.
const PAGES: [&str; 18] = [
    "1",
    "2",
    "2 c",
    "2 Enter",
    "2 Enter t",
    "3",
    "3 Enter",
    "3 Space u",
    "4",
    "4 Enter",
    "5",
    "5 Enter",
    "6",
    "6 Enter",
    "i",
    "d",
    "2 ?",
    "3 m",
];

/// Everything that is shown of a document, at every size, and its report.
fn everything(document: &str) -> String {
    let mut shown = String::new();
    for size in [(40, 15), (80, 24), (120, 40)] {
        for keys in PAGES {
            let state = pressed(document, size, keys);
            shown.push_str(&plain(&state));
        }
        let mut state = pressed(document, size, "1 p");
        for _ in 0..20 {
            shown.push_str(&plain(&state));
            press(&mut state, "Right");
        }
    }
    let state = open(document, (80, 24));
    shown + &report(state.reading(), state.figures(), "a.yaml")
}

/// Whether these words stand there as words, not inside others.
fn says(shown: &str, words: &str) -> bool {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    shown.match_indices(words).any(|(at, found)| {
        let (before, after) = (shown.get(..at).unwrap_or(""), shown.get(at + found.len()..).unwrap_or(""));
        !letter(before.chars().next_back()) && !letter(after.chars().next())
    })
}

fn shown() -> &'static str {
    static SHOWN: LazyLock<String> = LazyLock::new(|| [EXAMPLE, FULL, TROUBLED].map(everything).concat());
    &SHOWN
}

#[test]
fn the_same_thing_has_the_same_word_everywhere() {
    let shown = shown();
    for term in TERMS {
        assert!(says(shown, term.word), "nothing is called {}", term.word);
        for other in term.never {
            let line = shown.lines().find(|line| says(line, other));
            assert_eq!(line, None, "{} is called {other}", term.word);
        }
    }
}

#[test]
fn no_two_numbers_are_joined_by_a_sign_that_compares_them() {
    let compares = |line: &&str| {
        let words: Vec<&str> = line.split_whitespace().collect();
        let number = |word: &str| word.trim_end_matches('%').parse::<f64>().is_ok();
        words.windows(3).any(|three| number(three[0]) && three[1] == ">" && number(three[2]))
    };
    assert_eq!(shown().lines().find(compares), None);
}
