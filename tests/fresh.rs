//! What is written down equals what the code makes: keys in the README, pictures, reference pages.
//!
//! `UPDATE=1 cargo test --test fresh` writes them anew.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]
#![expect(clippy::disallowed_methods, reason = "the README is read here")]

#[path = "support/golden.rs"]
mod golden;
#[path = "support/stage.rs"]
mod stage;

use coopdash::app::{Group, sheet};
use std::fmt::Write;

const OPEN: &str = "<!-- keys: made from the table of actions, checked by tests/fresh.rs -->\n";
const CLOSE: &str = "<!-- /keys -->";

/// The README with its key list as the table of actions has it.
#[test]
fn the_keys_in_the_readme_are_those_of_the_table() {
    let readme = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    let (head, rest) = readme.split_once(OPEN).unwrap();
    let (_, tail) = rest.split_once(CLOSE).unwrap();
    golden::check_at("README.md", &format!("{head}{OPEN}{}{CLOSE}{tail}", keys()));
}

fn keys() -> String {
    let mut table = String::from("\n| keys | meaning |\n|---|---|\n");
    for group in Group::ALL {
        for (keys, doc) in sheet::key_list(group) {
            let keys = keys.replace('|', "\\|");
            writeln!(table, "| `{}` | {doc} |", keys.replace(' ', "` `")).unwrap();
        }
    }
    table.push('\n');
    table
}
