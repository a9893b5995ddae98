//! The colours of every theme can be read on the backgrounds people have, also by those who do not tell red
//! from green.
//!
//! Contrast is WCAG 2.2's ratio (1.4.3 for text, 1.4.11 for bars and lines); difference is CIEDE2000 (Sharma,
//! Wu and Dalal 2005) after a simulation of full dichromacy (Machado, Oliveira and Fernandes 2009).

use coopdash::settings::contrast::{DARK, Eye, LIGHT, SHAPES, TEXTS, contrast, difference};
use coopdash::settings::{Colour, Depth, Rgb, Role, Theme, ThemeName};
use strum::VariantArray;

/// The foreground of a role; `None` for the terminal's own.
fn foreground(theme: ThemeName, role: Role, depth: Depth) -> Option<Rgb> {
    Theme::built_in(theme).paint(role, depth).foreground.rgb()
}

fn assert_contrast(theme: ThemeName, roles: &[Role], backgrounds: &[Rgb], least: f64) {
    for depth in [Depth::True, Depth::Indexed] {
        for role in roles {
            let Some(colour) = foreground(theme, *role, depth) else { continue };
            for background in backgrounds {
                let ratio = contrast(colour, *background);
                assert!(ratio >= least, "{} {depth:?} {role:?}: {ratio:.2} on {background}", theme.name());
            }
        }
    }
}

#[test]
fn contrast_is_measured_as_wcag_does() {
    assert!((contrast(Rgb(0, 0, 0), Rgb(255, 255, 255)) - 21.0).abs() < 1e-9);
    assert!((contrast(Rgb(0x76, 0x76, 0x76), Rgb(255, 255, 255)) - 4.54).abs() < 0.01);
}

#[test]
fn dark_and_light_can_be_read_on_their_backgrounds() {
    for (theme, backgrounds) in [(ThemeName::Dark, &DARK[..]), (ThemeName::Light, &LIGHT[..])] {
        assert_contrast(theme, &TEXTS, backgrounds, 4.5);
        assert_contrast(theme, &SHAPES, backgrounds, 3.0);
    }
}

#[test]
fn text_can_be_read_on_the_selected_row() {
    for theme in [ThemeName::Dark, ThemeName::Light] {
        for depth in [Depth::True, Depth::Indexed] {
            let row = Theme::built_in(theme).paint(Role::Selection, depth).background.rgb();
            let row = row.expect("the row is tinted");
            for role in TEXTS {
                let Some(colour) = foreground(theme, role, depth) else { continue };
                let ratio = contrast(colour, row);
                assert!(ratio >= 4.5, "{} {depth:?} {role:?}: {ratio:.2}", theme.name());
            }
            let ratio = contrast(Theme::built_in(theme).page.text, row);
            assert!(ratio >= 4.5, "{} {depth:?} text: {ratio:.2}", theme.name());
        }
    }
}

#[test]
fn auto_can_be_read_on_every_background_and_states_facts_in_the_terminals_own_colour() {
    for depth in [Depth::True, Depth::Indexed, Depth::Ansi16] {
        for role in [Role::Text, Role::Bright, Role::Muted] {
            assert_eq!(Theme::built_in(ThemeName::Auto).paint(role, depth).foreground, Colour::Default);
        }
    }
    for backgrounds in [&DARK[..], &LIGHT[..]] {
        assert_contrast(ThemeName::Auto, &TEXTS, backgrounds, 3.0);
        assert_contrast(ThemeName::Auto, &SHAPES, backgrounds, 3.0);
    }
}

#[test]
fn high_contrast_brings_its_background_along_wherever_it_has_a_colour() {
    for depth in [Depth::True, Depth::Indexed] {
        for role in Role::VARIANTS {
            let paint = Theme::built_in(ThemeName::HighContrast).paint(*role, depth);
            match (paint.foreground.rgb(), paint.background.rgb()) {
                (None, None) => {}
                (Some(colour), Some(background)) => {
                    assert!(contrast(colour, background) >= 7.0, "{depth:?} {role:?}");
                }
                _ => panic!("{depth:?} {role:?} depends on the terminal's background"),
            }
        }
    }
}

#[test]
fn sixteen_colours_are_those_that_no_common_palette_hides() {
    let allowed = |theme| match theme {
        // 0 and 8 are the background itself in some palettes.
        ThemeName::Dark => (1..=7).chain(9..=15).collect(),
        ThemeName::Light => vec![1, 4, 5, 8, 9],
        ThemeName::Auto => vec![9],
        ThemeName::HighContrast | ThemeName::Mono => vec![],
    };
    for theme in ThemeName::VARIANTS {
        let allowed: Vec<u8> = allowed(*theme);
        for role in Role::VARIANTS {
            if let Colour::Ansi(number) = Theme::built_in(*theme).paint(*role, Depth::Ansi16).foreground {
                assert!(allowed.contains(&number), "{} {role:?}: {number}", theme.name());
            }
        }
    }
}

#[test]
fn an_alarm_differs_from_text_without_its_colour() {
    for theme in ThemeName::VARIANTS {
        for depth in Depth::VARIANTS {
            let bad = Theme::built_in(*theme).paint(Role::Bad, *depth);
            assert!(bad.bold, "{} {depth:?}", theme.name());
        }
    }
}

#[test]
fn good_and_bad_differ_for_readers_who_do_not_tell_red_from_green() {
    for theme in [ThemeName::Dark, ThemeName::Light, ThemeName::Auto] {
        for depth in [Depth::True, Depth::Indexed] {
            let of = |role| foreground(theme, role, depth).expect("the role has a colour");
            for eye in [Eye::Protanope, Eye::Deuteranope] {
                let difference = difference(eye, of(Role::Good), of(Role::Bad));
                assert!(difference >= 15.0, "{} {depth:?}: {difference:.1}", theme.name());
            }
        }
    }
}
