//! Preferences: what a user wrote down once about how every screen shall look.
//!
//! A small YAML file of three keys. Never reads a file and never decides what wins: flags of the
//! command line and `NO_COLOR` come before it.

use super::{ColourFlag, GlyphSet};
use serde::Deserialize;
use strum::VariantNames;

/// What the settings file says; what it does not mention is chosen by itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Preferences {
    /// The name of a theme, or the path of a theme file, seen from the settings file.
    pub theme: Option<String>,
    /// The glyph set, or `auto`.
    pub glyphs: Option<String>,
    /// As `--color`.
    pub color: Option<String>,
}

/// What is wrong with a settings file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PreferencesError {
    /// Not YAML, or not these keys; what the reader said, with line and column.
    #[error("{0}")]
    Form(String),
    /// A value that is none of those there are.
    #[error("{key}: \"{value}\" is not known; write {known}")]
    Value {
        /// The key.
        key: &'static str,
        /// What stands there.
        value: String,
        /// What can stand there.
        known: String,
    },
}

impl Preferences {
    /// Reads a settings file. An empty one says nothing.
    ///
    /// # Errors
    ///
    /// The first thing that is wrong with it.
    pub fn read(text: &str) -> Result<Self, PreferencesError> {
        let nothing = text.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#'));
        if nothing {
            return Ok(Self::default());
        }
        let read: Self =
            serde_saphyr::from_str(text).map_err(|error| PreferencesError::Form(first_line(&error)))?;
        if let Some(value) = read.glyphs.as_ref().filter(|value| !is_glyph_set(value)) {
            let known = format!("auto, {}", GlyphSet::VARIANTS.join(", "));
            return Err(PreferencesError::Value { key: "glyphs", value: value.clone(), known });
        }
        if let Some(value) = read.color.as_ref().filter(|value| ColourFlag::named(value).is_none()) {
            let known = ColourFlag::names().join(", ");
            return Err(PreferencesError::Value { key: "color", value: value.clone(), known });
        }
        Ok(read)
    }
}

fn is_glyph_set(value: &str) -> bool {
    value == "auto" || GlyphSet::named(value).is_some()
}

/// What the reader of YAML says, without the picture of the line it adds below.
fn first_line(error: &serde_saphyr::Error) -> String {
    error.to_string().lines().next().unwrap_or_default().trim_start_matches("error: ").to_owned()
}
