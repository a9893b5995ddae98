//! Settings: glyph sets, themes and colour depth, resolved from what the user and the terminal say.
//!
//! Never reads the environment and never knows a figure.

mod colour;
pub mod contrast;
pub mod difference;
mod glyphs;
mod looks;
mod preferences;
mod theme;

pub use colour::{Colour, ColourFlag, Depth, Rgb};
pub use glyphs::{GlyphSet, Glyphs, Halves, Letters};
pub use looks::{Looks, ThemeChoice};
pub use preferences::{Preferences, PreferencesError};
pub use theme::{PageColours, Paint, Role, Theme, ThemeError, ThemeName};

/// The one after this, in the order of the enum; after the last comes the first.
pub(crate) fn after<T: strum::VariantArray + Copy + PartialEq>(one: T) -> T {
    let mut on = T::VARIANTS.iter().cycle().skip_while(|other| **other != one).skip(1);
    on.next().copied().unwrap_or(one)
}
