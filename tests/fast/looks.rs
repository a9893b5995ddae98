//! Looks: what the settings and the terminal make of glyphs, themes and styles.

use coopdash::settings::{Depth, GlyphSet, Letters, Looks, Preferences, Role, Theme, ThemeChoice, ThemeName};
use coopdash::view::look::Look;
use ratatui::style::{Color, Modifier};
use strum::VariantArray;

fn look(depth: Depth, set: GlyphSet, letters: Letters) -> Look {
    Look::new(&Theme::built_in(ThemeName::Dark), depth, set, letters)
}

#[test]
fn a_full_bar_has_its_colour_behind_it_and_one_colour_leaves_the_background_alone() {
    let colour = look(Depth::True, GlyphSet::Full, Letters::Unicode).fill(Role::Current);
    assert_eq!(
        (colour.fg, colour.bg),
        (Some(Color::Rgb(0x5a, 0xae, 0xff)), Some(Color::Rgb(0x5a, 0xae, 0xff)))
    );
    assert_eq!(look(Depth::Mono, GlyphSet::Full, Letters::Unicode).fill(Role::Current).bg, None);
}

#[test]
fn characters_that_are_no_blocks_are_never_drawn_in_their_own_background() {
    assert_eq!(look(Depth::True, GlyphSet::Ascii, Letters::Unicode).fill(Role::Current).bg, None);
    let inside = look(Depth::True, GlyphSet::Full, Letters::Unicode).on_fill(Role::Current);
    assert_eq!(inside.bg, Some(Color::Reset));
    assert!(inside.add_modifier.contains(Modifier::REVERSED));
}

#[test]
fn a_selected_row_is_tinted_in_many_colours_and_reversed_without_colour_in_few() {
    let tinted = look(Depth::True, GlyphSet::Full, Letters::Unicode).on_selection(Role::Bad);
    assert_eq!(tinted.bg, Some(Color::Rgb(0x18, 0x33, 0x50)));
    assert_eq!(tinted.fg, Some(Color::Rgb(0xff, 0x7a, 0x55)));
    for depth in [Depth::Ansi16, Depth::Mono] {
        let reversed = look(depth, GlyphSet::Full, Letters::Unicode).on_selection(Role::Bad);
        assert_eq!(reversed.fg, Some(Color::Reset));
        assert_eq!(reversed.add_modifier, Modifier::REVERSED | Modifier::BOLD);
    }
}

#[test]
fn sixteen_colours_are_sent_as_the_sixteen() {
    let sixteen = look(Depth::Ansi16, GlyphSet::Full, Letters::Unicode);
    assert_eq!(sixteen.style(Role::Bad).fg, Some(Color::LightRed));
    assert_eq!(sixteen.style(Role::Current).fg, Some(Color::Cyan));
    let many = look(Depth::Indexed, GlyphSet::Full, Letters::Unicode);
    assert_eq!(many.style(Role::Current).fg, Some(Color::Indexed(75)));
}

#[test]
fn one_colour_sets_no_colour_at_all() {
    let mono = look(Depth::Mono, GlyphSet::Full, Letters::Unicode);
    for role in Role::VARIANTS {
        for style in [mono.style(*role), mono.fill(*role), mono.on_fill(*role), mono.on_selection(*role)] {
            assert!(
                matches!((style.fg, style.bg), (Some(Color::Reset), None | Some(Color::Reset))),
                "{role:?}"
            );
        }
    }
}

#[test]
fn texts_are_shown_in_what_the_terminal_has() {
    let shown = |set, letters| look(Depth::Mono, set, letters).shown("NATO–Đorđić…").into_owned();
    assert_eq!(shown(GlyphSet::Full, Letters::Unicode), "NATO–Đorđić…");
    assert_eq!(shown(GlyphSet::Ascii, Letters::Unicode), "NATO-Đorđić...");
    assert_eq!(shown(GlyphSet::Ascii, Letters::Ascii), "NATO-Dordic...");
    assert_eq!(look(Depth::Mono, GlyphSet::Ascii, Letters::Unicode).fit("Đorđić", 4), "Đo..");
}

#[test]
fn the_set_follows_terminal_and_locale() {
    let utf8 = Some("en_GB.UTF-8");
    let rows = [
        (Some("xterm-256color"), utf8, GlyphSet::Full),
        (Some("xterm"), Some("bs_BA.utf8"), GlyphSet::Full),
        (Some("xterm"), Some("C.UTF-8"), GlyphSet::Full),
        (Some("linux"), utf8, GlyphSet::Console),
        (Some("screen.linux"), utf8, GlyphSet::Console),
        (Some("putty-256color"), utf8, GlyphSet::Console),
        (Some("dumb"), utf8, GlyphSet::Ascii),
        (Some("xterm"), Some("de_DE.ISO-8859-1"), GlyphSet::Ascii),
        (Some("xterm"), Some("C"), GlyphSet::Ascii),
        (Some("xterm"), None, GlyphSet::Ascii),
        (None, utf8, GlyphSet::Full),
    ];
    for (term, locale, set) in rows {
        assert_eq!(GlyphSet::choose(term, locale).0, set, "{term:?} {locale:?}");
    }
    assert_eq!(Letters::choose(Some("POSIX")), Letters::Ascii);
}

#[test]
fn names_lead_back_and_the_circle_closes() {
    for set in <GlyphSet as VariantArray>::VARIANTS {
        assert_eq!(GlyphSet::named(set.name()), Some(*set));
        let mut looks = Looks { glyphs: *set, ..Looks::default() };
        (0..3).for_each(|_| looks.next_glyphs());
        assert_eq!(looks.glyphs, *set);
    }
}

#[test]
fn the_key_for_themes_walks_through_all_of_them_and_the_users_own() {
    let mut looks = Looks { own_theme: true, ..Looks::default() };
    let walk: Vec<&str> = (0..7)
        .map(|_| {
            looks.next_theme();
            looks.theme.name()
        })
        .collect();
    assert_eq!(walk, ["dark", "light", "high-contrast", "mono", "your own", "auto", "dark"]);
}

#[test]
fn nobody_is_shown_a_theme_of_their_own_that_they_do_not_have() {
    let mut looks = Looks { theme: ThemeChoice::BuiltIn(ThemeName::Mono), ..Looks::default() };
    looks.next_theme();
    assert_eq!(looks.theme, ThemeChoice::BuiltIn(ThemeName::Auto));
}

#[test]
fn three_keys_are_read_and_what_is_missing_is_left_open() {
    let read = Preferences::read("theme: light\nglyphs: ascii\n").unwrap_or_default();
    assert_eq!(
        (read.theme.as_deref(), read.glyphs.as_deref(), read.color),
        (Some("light"), Some("ascii"), None)
    );
    assert_eq!(Preferences::read("# nothing yet\n\n"), Ok(Preferences::default()));
}

#[test]
fn what_is_wrong_is_said_with_what_to_write() {
    let said = |text: &str| Preferences::read(text).map_err(|error| error.to_string());
    assert_eq!(
        said("glyphs: fulll\n"),
        Err("glyphs: \"fulll\" is not known; write auto, full, console, ascii".to_owned())
    );
    assert_eq!(
        said("color: red\n"),
        Err("color: \"red\" is not known; write auto, always, never, 16, 256, true".to_owned())
    );
    let unknown = said("colour: never\n").unwrap_err();
    assert!(unknown.contains("colour") && unknown.contains("line 1"), "{unknown}");
}
