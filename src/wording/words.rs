//! Words: what a thing is called wherever people read it, and what it is not called anywhere.
//!
//! One list, so that the same thing has the same name on every screen, slide and printout; a test walks them all.

use crate::programme::Section;

/// Where a metric stands.
pub const STANDING: &str = "Standing";

/// What the file says of the state of an item.
pub const STATUS: &str = "Status";

/// The section as people call it; the same word as in the file.
pub fn section_word(section: Section) -> &'static str {
    section.into()
}

/// A word that stands for one thing, and words for the same thing that nobody has to learn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// The word.
    pub word: &'static str,
    /// What is not said instead, as it would stand on a screen.
    pub never: &'static [&'static str],
}

/// The list.
pub const TERMS: &[Term] = &[
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
