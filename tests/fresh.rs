//! What is written down equals what the code makes: keys in the README, pictures, reference pages.
//!
//! `UPDATE=1 cargo test --test fresh` writes them anew.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]
#![expect(clippy::disallowed_methods, reason = "the README is read here")]

#[path = "support/golden.rs"]
mod golden;
#[path = "support/stage.rs"]
mod stage;

use coopdash::app::{Access, Group, Opening, Origin, State, sheet};
use coopdash::document::EXAMPLE;
use coopdash::output::{Picture, svg};
use coopdash::settings::{Depth, GlyphSet, Letters, Theme, ThemeName};
use coopdash::view::look::Look;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
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

/// The pictures of the README are drawn by the program, so that a change of colour is seen in review.
#[test]
fn the_pictures_show_the_screens_of_the_built_in_programme() {
    for (name, keys, theme, size) in [
        ("overview_80x24", "1", ThemeName::Dark, (80, 24)),
        ("metrics_80x24", "2", ThemeName::Dark, (80, 24)),
        ("initiatives_80x24", "3 Space", ThemeName::Light, (80, 24)),
        ("overview_120x40", "1", ThemeName::Light, (120, 40)),
    ] {
        let picture = picture(name, keys, theme, size);
        golden::check_at(&format!("assets/screens/{name}.svg"), &picture);
    }
}

fn picture(name: &str, keys: &str, theme: ThemeName, size: (u16, u16)) -> String {
    let mut state = State::new(Opening {
        text: EXAMPLE.to_owned(),
        origin: Origin::Example,
        access: Access::Write,
        today: stage::day(),
        size,
    });
    stage::press(&mut state, keys);
    let theme = Theme::built_in(theme);
    let look = Look::new(&theme, Depth::True, GlyphSet::Full, Letters::Unicode);
    let area = Rect::new(0, 0, size.0, size.1);
    let mut frame = Buffer::empty(area);
    coopdash::view::draw(&state, &look, area, &mut frame);
    let title = format!("coopdash: {}", name.replace('_', ", "));
    svg(&frame, &Picture { title: &title, page: theme.page })
}

/// The schema and the reference are made from the tables, and editors find them in the repository.
#[test]
fn the_schema_and_the_reference_are_those_of_the_tables() {
    golden::check_at("data/coopdash.schema.json", &coopdash::output::schema());
    golden::check_at("assets/reference.md", &coopdash::output::reference());
}

#[test]
fn the_starting_file_names_the_schema_as_editors_look_for_it() {
    let first = coopdash::document::TEMPLATE.lines().next().unwrap();
    assert_eq!(first, "# yaml-language-server: $schema=coopdash.schema.json");
}
