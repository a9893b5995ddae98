//! Looks: what is chosen of how screens look, as far as keys can change it.
//!
//! Never holds a character or a colour: the view makes those from what is chosen here.

use super::{Depth, GlyphSet, Letters, ThemeName, after};
use strum::VariantArray;

/// How screens shall look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Looks {
    /// The characters of bars and lines.
    pub glyphs: GlyphSet,
    /// The colours.
    pub theme: ThemeChoice,
    /// Whether there is a theme of the user's own to choose.
    pub own_theme: bool,
    /// How many colours there are.
    pub depth: Depth,
    /// Which letters there are.
    pub letters: Letters,
}

/// A theme, by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ThemeChoice {
    /// One that comes with the program.
    BuiltIn(ThemeName),
    /// The user's own.
    Own,
}

impl ThemeChoice {
    /// What it is called on screens.
    pub fn name(self) -> &'static str {
        match self {
            Self::BuiltIn(name) => name.name(),
            Self::Own => "your own",
        }
    }
}

impl Default for Looks {
    /// One colour and every character.
    fn default() -> Self {
        Self {
            glyphs: GlyphSet::Full,
            theme: ThemeChoice::BuiltIn(ThemeName::Auto),
            own_theme: false,
            depth: Depth::Mono,
            letters: Letters::Unicode,
        }
    }
}

impl Looks {
    /// With the glyph set after this one.
    pub fn next_glyphs(&mut self) {
        self.glyphs = after(self.glyphs);
    }

    /// With the theme after this one, in a circle; the user's own comes last.
    pub fn next_theme(&mut self) {
        let last = ThemeName::VARIANTS.last().copied();
        self.theme = match self.theme {
            ThemeChoice::Own => ThemeChoice::BuiltIn(ThemeName::default()),
            ThemeChoice::BuiltIn(name) if self.own_theme && Some(name) == last => ThemeChoice::Own,
            ThemeChoice::BuiltIn(name) => ThemeChoice::BuiltIn(after(name)),
        };
    }
}
