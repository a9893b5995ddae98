//! Looks: how screens shall look, from the command line, the environment and the settings file.
//!
//! The command line wins over `NO_COLOR`, that over the settings file, that over what the terminal is.
//! Never draws.

use super::arguments::Arguments;
use crate::settings::{
    ColourFlag, Depth, GlyphSet, Letters, Looks, Preferences, Theme, ThemeChoice, ThemeName,
};
use crate::shell::{self, Environment};
use crate::text::Clean;
use crate::wording::doctor::{ASKED_BY_FLAG, ASKED_IN_SETTINGS, NOT_ASKED};
use std::fmt::Display;
use std::path::{Path, PathBuf};
use std::time::Duration;
use strum::VariantNames;

/// What was found, and why.
pub(super) struct ResolvedLooks {
    /// How screens shall look.
    pub(super) looks: Looks,
    /// The user's own theme.
    pub(super) own: Option<Theme>,
    /// Why these characters.
    pub(super) why_glyphs: &'static str,
    /// Why so many colours.
    pub(super) why_depth: &'static str,
    /// Why this theme.
    pub(super) why_theme: &'static str,
    /// What is wrong with the settings file or the theme it names.
    pub(super) wrong: Option<Clean>,
}

/// The place of the settings file.
pub(super) fn settings_file(environment: &Environment) -> Option<PathBuf> {
    environment.config.as_ref().map(|folder| folder.join("coopdash/settings.yaml"))
}

/// How screens shall look, the settings file taken into account.
///
/// # Errors
///
/// What is wrong with a theme file that the command line names.
pub(super) fn find(arguments: &Arguments, environment: &Environment) -> Result<ResolvedLooks, Clean> {
    let file = settings_file(environment).filter(|file| shell::exists(file));
    let read = file.as_deref().map(read_settings).transpose();
    let (preferences, wrong) = match read {
        Ok(read) => (read.unwrap_or_default(), None),
        Err(why) => (Preferences::default(), Some(why)),
    };
    let flag = ColourFlag::named(&arguments.color).unwrap_or_default();
    let mut found = with(arguments, environment, flag, &preferences)?;
    if found.own.is_none()
        && let (Some(theme), Some(file)) = (preferences.theme.as_deref(), &file)
        && arguments.theme == "auto"
    {
        match theme_of(theme, file.parent()) {
            Ok((choice, own)) => {
                found.looks.theme = choice;
                found.looks.own_theme = own.is_some();
                found.own = own;
                found.why_theme = ASKED_IN_SETTINGS;
            }
            Err(why) => found.wrong = Some(why),
        }
    }
    found.wrong = wrong.or(found.wrong);
    Ok(found)
}

/// The same with these preferences and this wish for colours; what the preferences say of a theme is
/// left to the caller, who knows where they stand.
pub(super) fn with(
    arguments: &Arguments,
    environment: &Environment,
    flag: ColourFlag,
    preferences: &Preferences,
) -> Result<ResolvedLooks, Clean> {
    let (term, locale) = (environment.term.as_deref(), environment.locale.as_deref());
    let preferred = preferences.glyphs.as_deref().and_then(GlyphSet::named);
    let (glyphs, why_glyphs) = match (GlyphSet::named(&arguments.glyphs), preferred) {
        (Some(set), _) => (set, ASKED_BY_FLAG),
        (None, Some(set)) => (set, ASKED_IN_SETTINGS),
        (None, None) => GlyphSet::choose(term, locale),
    };
    let preferred = preferences.color.as_deref().and_then(ColourFlag::named);
    let preferred = preferred.filter(|asked| *asked != ColourFlag::Auto);
    let no_color = environment.no_color.then_some("1");
    let colours = environment.color_term.as_deref();
    let (depth, why_depth) = match preferred {
        Some(asked) if flag == ColourFlag::Auto && !environment.no_color => {
            (Depth::choose(asked, None, term, colours).0, ASKED_IN_SETTINGS)
        }
        Some(_) | None => Depth::choose(flag, no_color, term, colours),
    };
    let (theme, own) = theme_of(&arguments.theme, None)?;
    let why_theme = if arguments.theme == "auto" { NOT_ASKED } else { ASKED_BY_FLAG };
    let letters = Letters::choose(locale);
    let looks = Looks { glyphs, theme, own_theme: own.is_some(), depth, letters };
    Ok(ResolvedLooks { looks, own, why_glyphs, why_depth, why_theme, wrong: None })
}

/// The theme of this name, or in this file; a relative path begins at `folder`.
fn theme_of(name: &str, folder: Option<&Path>) -> Result<(ThemeChoice, Option<Theme>), Clean> {
    if let Some(built_in) = ThemeName::named(name) {
        return Ok((ThemeChoice::BuiltIn(built_in), None));
    }
    let path = folder.map_or_else(|| PathBuf::from(name), |folder| folder.join(name));
    if !shell::exists(&path) {
        let known = ThemeName::VARIANTS.join(", ");
        return Err(Clean::line(&format!("theme \"{name}\": neither a file nor one of {known}")));
    }
    let theme = Theme::read(&text_of(&path)?).map_err(|error| wrong(&path, &error))?;
    Ok((ThemeChoice::Own, Some(theme)))
}

fn read_settings(file: &Path) -> Result<Preferences, Clean> {
    Preferences::read(&text_of(file)?).map_err(|error| wrong(file, &error))
}

/// The text of a small file, unless it takes longer than anybody would wait for colours: it may be a pipe, or its
/// disk may be away.
fn text_of(file: &Path) -> Result<String, Clean> {
    let named = |why: &str| Clean::line(&format!("{}: {why}", file.display()));
    let path = file.to_owned();
    let read = shell::later(move || shell::read(&path)).ok().and_then(|reader| reader.within(SOON));
    let text = read.ok_or_else(|| named("nothing came of it in time"))?;
    let text = text.map_err(|failure| Clean::line(&failure.to_string()))?;
    if text.len() > MOST { Err(named("too large for settings or colours")) } else { Ok(text) }
}

/// How long settings and themes are waited for.
const SOON: Duration = Duration::from_millis(500);

/// The most bytes of settings or of a theme.
const MOST: usize = 100_000;

/// What is wrong with a file, in one line: the words of its values may be anybody's.
fn wrong(file: &Path, error: &impl Display) -> Clean {
    // The first line says it; a picture of the place follows.
    let said = error.to_string();
    let first = said.lines().next().unwrap_or_default();
    Clean::line(&format!("{}: {}", file.display(), first.trim_start_matches("error: ")))
}
