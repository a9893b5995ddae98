//! Pages of the program: which there are, and the keys that lead to them.

use crate::golden::Pages;
use crate::stage::pressed;
use coopdash::app::State;

/// A programme that uses every field.
pub(crate) const FULL: &str = include_str!("../documents/good/full.yaml");

/// What a page is called, and keys that lead to it.
pub(crate) const PAGES: &[(&str, &str)] = &[
    ("overview", "1"),
    ("metrics", "2"),
    ("metric", "2 Enter"),
    ("initiatives", "3"),
    ("initiative", "3 Enter"),
    ("recommendations", "4"),
    ("recommendation", "4 Enter"),
    ("evaluation", "5"),
    ("criterion", "5 Enter"),
    ("meetings", "6"),
    ("meeting", "6 k Enter"),
    ("about", "i"),
    ("problems", "d"),
    ("help", "2 ?"),
    ("menu", "3 m"),
    ("words", "3 m Enter"),
    ("field", "3 m j Enter Ctrl-U 3 1 . 1 2 . 2 0 2 4 Enter"),
    ("values", "2 m"),
    ("new initiative", "a T r a i n i n g"),
];

/// Every page of a document as `show` shows it, compared with the golden ones.
pub(crate) fn check(mut golden: Pages, document: &str, size: (u16, u16), show: impl Fn(&State) -> String) {
    for (page, keys) in PAGES {
        let state = pressed(document, size, keys);
        golden.add(page, show(&state));
    }
    golden.check();
}
