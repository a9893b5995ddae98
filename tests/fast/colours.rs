//! Colours: which a terminal has, how themes name them, and whether they can be told apart.

#![expect(clippy::expect_used, reason = "a test may fail loudly")]

use coopdash::settings::contrast::{Eye, Flaw};
use coopdash::settings::difference::ciede2000;
use coopdash::settings::{Colour, ColourFlag, Depth, Paint, Rgb, Role, Theme, ThemeError, ThemeName};
use strum::VariantArray;

#[test]
fn the_flag_wins_over_no_color_and_that_over_the_terminal() {
    let auto = ColourFlag::Auto;
    let rows = [
        (auto, None, Some("xterm-256color"), None, Depth::Indexed),
        (auto, None, Some("xterm-256color"), Some("truecolor"), Depth::True),
        (auto, None, Some("xterm"), Some("24bit"), Depth::True),
        (auto, None, Some("xterm-direct"), None, Depth::True),
        (auto, None, Some("linux"), None, Depth::Ansi16),
        (auto, None, Some("vt100"), None, Depth::Mono),
        (auto, None, Some("vte-256color"), None, Depth::Indexed),
        (auto, None, Some("dumb"), Some("truecolor"), Depth::Mono),
        (auto, None, None, None, Depth::Mono),
        (auto, Some("1"), Some("xterm-256color"), Some("truecolor"), Depth::Mono),
        (auto, Some(""), Some("xterm-256color"), None, Depth::Indexed),
        (ColourFlag::Always, Some("1"), Some("dumb"), None, Depth::Ansi16),
        (ColourFlag::Exactly(Depth::True), Some("1"), Some("dumb"), None, Depth::True),
        (ColourFlag::Exactly(Depth::Mono), None, Some("xterm"), Some("truecolor"), Depth::Mono),
    ];
    for (flag, no_color, term, colorterm, depth) in rows {
        let chosen = Depth::choose(flag, no_color, term, colorterm).0;
        assert_eq!(chosen, depth, "{flag:?} {no_color:?} {term:?} {colorterm:?}");
    }
}

#[test]
fn every_name_of_the_flag_is_read() {
    assert!(ColourFlag::names().into_iter().all(|name| ColourFlag::named(name).is_some()));
    assert_eq!(ColourFlag::named("blue"), None);
}

#[test]
fn colours_are_read_by_name_number_and_value() {
    let rows = [
        ("default", Some(Colour::Default)),
        ("bright-red", Some(Colour::Ansi(9))),
        ("4", Some(Colour::Ansi(4))),
        ("248", Some(Colour::Indexed(248))),
        ("#7CC0FF", Some(Colour::Rgb(Rgb(0x7c, 0xc0, 0xff)))),
        ("256", None),
        ("#7CC0F", None),
        ("#+CC0FF", None),
        ("crimson", None),
    ];
    for (text, colour) in rows {
        assert_eq!(Colour::parse(text), colour, "{text}");
    }
    assert_eq!(Colour::Indexed(75).rgb(), Some(Rgb(0x5f, 0xaf, 0xff)));
    assert_eq!(Rgb(1, 2, 255).to_string(), "#0102ff");
}

#[test]
fn every_theme_of_the_program_is_read_whole() {
    for name in ThemeName::VARIANTS {
        let theme = Theme::read(name.source());
        assert_eq!(theme.as_ref().ok(), Some(&Theme::built_in(*name)), "{}: {theme:?}", name.name());
        assert_eq!(ThemeName::named(name.name()), Some(*name));
    }
}

#[test]
fn a_paint_is_read_from_words() {
    let paint = Paint::parse("bold #ff7a55 on 236").expect("is a paint");
    assert_eq!(paint.foreground, Colour::Rgb(Rgb(0xff, 0x7a, 0x55)));
    assert_eq!(paint.background, Colour::Indexed(236));
    assert!(paint.bold && !paint.reversed);
    assert_eq!(Paint::parse("italic"), None);
    assert_eq!(Paint::parse("red on"), None);
}

#[test]
fn what_a_theme_does_not_mention_looks_as_in_one_colour() {
    let theme = Theme::read("rgb:\n  bad: '#ff0000'\n").expect("is a theme");
    assert_eq!(theme.paint(Role::Bad, Depth::True).foreground, Colour::Rgb(Rgb(255, 0, 0)));
    assert_eq!(theme.paint(Role::Bad, Depth::Ansi16), Role::Bad.in_one_colour());
    assert!(theme.paint(Role::Selection, Depth::True).reversed);
}

#[test]
fn a_wrong_theme_says_what_is_wrong_and_where() {
    let message = |text: &str| Theme::read(text).expect_err("is wrong").to_string();
    assert_eq!(message("rgb: {bad: crimson}"), "rgb, Bad: \"crimson\" is not a colour");
    assert_eq!(message("ansi: {bad: '#ff0000'}"), "ansi, Bad: \"#ff0000\" is not a colour");
    assert_eq!(message("page: {text: x, background: y}"), "page: \"x\" is not a colour such as \"#101418\"");
    assert!(message("rgb: {bed: red}").contains("bed"));
    assert!(matches!(Theme::read("a: ["), Err(ThemeError::Form(_))));
}

fn flaws(text: &str) -> Vec<Flaw> {
    Theme::read(text).expect("is a theme").flaws()
}

#[test]
fn the_themes_of_the_program_for_a_dark_and_a_light_background_have_no_flaws() {
    for name in [ThemeName::Dark, ThemeName::Light, ThemeName::HighContrast, ThemeName::Mono] {
        assert_eq!(Theme::built_in(name).flaws(), [], "{}", name.name());
    }
}

#[test]
fn a_faint_text_is_named_on_its_worst_background_and_a_bar_needs_less() {
    let found = flaws("rgb: { muted: '#6f757d', rule: '#6f757d' }");
    let [Flaw::Faint { role: Role::Muted, background, ratio, .. }] = found[..] else {
        panic!("{found:?}");
    };
    assert_eq!(background, Rgb(0, 0x2b, 0x36));
    assert!((ratio - 3.2).abs() < 0.1, "{ratio}");
}

#[test]
fn the_page_says_which_backgrounds_count() {
    let light = "page: { text: '#1a1a1a', background: '#ffffff' }\nrgb: { muted: '#a3a8af' }";
    assert_eq!(flaws(light).len(), 1);
    assert_eq!(flaws("rgb: { muted: '#a3a8af' }"), []);
}

#[test]
fn red_and_green_that_look_alike_to_some_are_named_for_each_kind_of_eye() {
    let found = flaws("rgb: { good: '#9a9a30', bad: '#d08830' }");
    let eyes: Vec<Eye> = found
        .iter()
        .filter_map(|flaw| match flaw {
            Flaw::Alike { eye, .. } => Some(*eye),
            Flaw::Faint { .. } => None,
        })
        .collect();
    assert_eq!(eyes, [Eye::Protanope, Eye::Deuteranope], "{found:?}");
}

#[test]
fn text_on_the_selected_row_counts() {
    assert_eq!(flaws("rgb: { good: '#3ed2b0', selection: 'on #3a8a7a' }").len(), 1);
}

#[test]
fn the_difference_agrees_with_published_pairs() {
    // Pairs 1, 7, 10, 11, 17 and 25 of the test data of Sharma, Wu and Dalal.
    let rows = [
        ([50.0, 2.6772, -79.7751], [50.0, 0.0, -82.7485], 2.0425),
        ([50.0, 0.0, 0.0], [50.0, -1.0, 2.0], 2.3669),
        ([50.0, 2.49, -0.001], [50.0, -2.49, 0.001], 7.1792),
        ([50.0, 2.49, -0.001], [50.0, -2.49, 0.0011], 7.2195),
        ([50.0, 2.5, 0.0], [73.0, 25.0, -18.0], 27.1492),
        ([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644),
    ];
    for (a, b, expected) in rows {
        let difference = ciede2000(a, b);
        assert!((difference - expected).abs() < 1e-3, "{difference} instead of {expected}");
    }
}
