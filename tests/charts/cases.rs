//! Every case of a chart as golden text.

use crate::card::card;
use coopdash::output;
use coopdash::settings::{Depth, GlyphSet, Letters, Theme, ThemeName};
use coopdash::view::look::Look;
use expect_test::expect_file;

pub(crate) fn look(depth: Depth, set: GlyphSet) -> Look {
    Look::new(&Theme::built_in(ThemeName::Dark), depth, set, Letters::Unicode)
}

fn text(depth: Depth, set: GlyphSet) -> String {
    output::text(&card(&look(depth, set)))
}

#[test]
fn all_cases_with_all_glyphs_in_colour() {
    expect_file!["golden/full.txt"].assert_eq(&text(Depth::True, GlyphSet::Full));
}

#[test]
fn all_cases_with_all_glyphs_in_one_colour() {
    expect_file!["golden/mono.txt"].assert_eq(&text(Depth::Mono, GlyphSet::Full));
}

#[test]
fn all_cases_on_a_console() {
    expect_file!["golden/console.txt"].assert_eq(&text(Depth::Ansi16, GlyphSet::Console));
}

#[test]
fn all_cases_in_ascii() {
    let text = text(Depth::Ansi16, GlyphSet::Ascii);
    assert!(text.is_ascii());
    expect_file!["golden/ascii.txt"].assert_eq(&text);
}

#[test]
#[ignore]
fn tmp_svg() {
    for (name, theme, depth, set) in [
        ("dark", ThemeName::Dark, Depth::True, GlyphSet::Full),
        ("mono", ThemeName::Mono, Depth::Mono, GlyphSet::Full),
        ("light", ThemeName::Light, Depth::Indexed, GlyphSet::Full),
        ("hc", ThemeName::HighContrast, Depth::True, GlyphSet::Console),
    ] {
        let theme = Theme::built_in(theme);
        let look = Look::new(&theme, depth, set, Letters::Unicode);
        std::fs::write(
            format!("/tmp/card_{name}.svg"),
            output::svg(&card(&look), &output::Picture { title: "Chart cases", page: theme.page }),
        )
        .unwrap();
    }
}
