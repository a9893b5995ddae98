//! Themes: which role is painted how, at each depth; read from a small YAML file.
//!
//! The view names roles, a theme names colours. What a theme does not mention looks as it does in one
//! colour, so a theme can be as short as one line. Never knows what the background of the terminal is.

use super::colour::{Colour, Depth, Rgb};
use serde::Deserialize;
use std::collections::BTreeMap;
use strum::{EnumCount, EnumString, IntoStaticStr, VariantArray, VariantNames};

/// What a piece of a screen is there for.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, EnumCount, EnumString, VariantArray,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Role {
    /// Normal text.
    Text,
    /// What is read first: the message, names, this period's value.
    Bright,
    /// The period before, keys, notes.
    Muted,
    /// Lines and axes.
    Rule,
    /// Headings of panels.
    Heading,
    /// The line under the open tab.
    Accent,
    /// The bar of this period; what is under way.
    Current,
    /// The bars of earlier periods; what is not started.
    Previous,
    /// A target that is met, an initiative that is done.
    Good,
    /// The marking, a rare gap.
    Warn,
    /// An adverse change, something overdue.
    Bad,
    /// Marks of targets and of the period before.
    Target,
    /// The selected row.
    Selection,
}

impl Role {
    /// How the role looks in one colour: bold and reverse only.
    pub const fn in_one_colour(self) -> Paint {
        match self {
            Self::Bright | Self::Heading | Self::Warn | Self::Bad | Self::Target => {
                Paint { bold: true, ..Paint::PLAIN }
            }
            Self::Selection => Paint { reversed: true, ..Paint::PLAIN },
            Self::Text
            | Self::Muted
            | Self::Rule
            | Self::Accent
            | Self::Current
            | Self::Previous
            | Self::Good => Paint::PLAIN,
        }
    }
}

/// How something is painted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Paint {
    /// The colour of the characters.
    pub foreground: Colour,
    /// The colour behind them.
    pub background: Colour,
    /// Whether the characters are bold.
    pub bold: bool,
    /// Whether foreground and background are exchanged.
    pub reversed: bool,
}

impl Paint {
    /// The terminal's own colours.
    pub const PLAIN: Self =
        Self { foreground: Colour::Default, background: Colour::Default, bold: false, reversed: false };

    /// Reads words such as `bold #ff7a55`, `cyan`, `on #183350`, `reversed`; `None` if a word is unknown.
    pub fn parse(text: &str) -> Option<Self> {
        let mut paint = Self::PLAIN;
        let mut words = text.split_whitespace();
        while let Some(word) = words.next() {
            match word {
                "bold" => paint.bold = true,
                "reversed" => paint.reversed = true,
                "on" => paint.background = Colour::parse(words.next()?)?,
                colour => paint.foreground = Colour::parse(colour)?,
            }
        }
        Some(paint)
    }

    /// The fewest colours a terminal must have to show it.
    pub fn depth(self) -> Depth {
        self.foreground.depth().max(self.background.depth())
    }
}

/// The colours of a page, for pictures: a picture has no terminal whose own colours could be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageColours {
    /// The foreground.
    pub text: Rgb,
    /// The background.
    pub background: Rgb,
}

/// The themes that come with the program, in the order the key for the next theme walks through.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantArray, VariantNames,
)]
#[strum(serialize_all = "kebab-case")]
pub enum ThemeName {
    /// Readable on any background.
    #[default]
    Auto,
    /// For dark backgrounds.
    Dark,
    /// For light backgrounds.
    Light,
    /// The strongest contrast the terminal has, on any background.
    HighContrast,
    /// One colour.
    Mono,
}

impl ThemeName {
    /// The name as it is written on the command line.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// The theme of this name.
    pub fn named(name: &str) -> Option<Self> {
        name.parse().ok()
    }

    /// The text of its file.
    pub const fn source(self) -> &'static str {
        match self {
            Self::Auto => include_str!("../../assets/themes/auto.yaml"),
            Self::Dark => include_str!("../../assets/themes/dark.yaml"),
            Self::Light => include_str!("../../assets/themes/light.yaml"),
            Self::HighContrast => include_str!("../../assets/themes/high-contrast.yaml"),
            Self::Mono => include_str!("../../assets/themes/mono.yaml"),
        }
    }
}

/// A theme, resolved: a paint for every role at every depth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    /// Its colours in pictures.
    pub page: PageColours,
    paints: BTreeMap<(Depth, Role), Paint>,
}

/// The sections of a theme file that name paints, and the most colours each may need.
const SECTIONS: [(&str, Depth); 3] =
    [("rgb", Depth::True), ("indexed", Depth::Indexed), ("ansi", Depth::Ansi16)];

/// What a theme file says.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ThemeFile {
    page: Option<RawPage>,
    #[serde(default)]
    rgb: RolePaints,
    #[serde(default)]
    indexed: RolePaints,
    #[serde(default)]
    ansi: RolePaints,
}

/// Roles and their paints in words.
type RolePaints = BTreeMap<Role, String>;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPage {
    text: String,
    background: String,
}

/// What is wrong with a theme file.
#[derive(Debug, thiserror::Error)]
pub enum ThemeError {
    /// Not YAML, or not the sections and roles of a theme; what the reader said, with line and column.
    #[error("{0}")]
    Form(String),
    /// A paint with an unknown word or colour.
    #[error("{section}, {role:?}: \"{value}\" is not a colour")]
    Paint {
        /// The section it stands in.
        section: &'static str,
        /// The role it is for.
        role: Role,
        /// What stands there.
        value: String,
    },
    /// A colour of the page that is not `#rrggbb`.
    #[error("page: \"{0}\" is not a colour such as \"#101418\"")]
    Page(String),
}

impl Theme {
    /// A theme that comes with the program: its file is read line by line, because a first frame waits for it. A test
    /// holds that this gives what [`read`](Self::read) gives.
    pub fn built_in(name: ThemeName) -> Self {
        let mut theme = Self::plain();
        let mut depth = Depth::Mono;
        for line in name.source().lines() {
            let key = line.trim_start().split(':').next().unwrap_or_default();
            let texts: Vec<&str> = line.split('"').skip(1).step_by(2).collect();
            match texts.as_slice() {
                [] => depth = SECTIONS.iter().find(|row| row.0 == key).map_or(depth, |row| row.1),
                [paint] => {
                    let paint = key.parse().ok().zip(Paint::parse(paint));
                    theme.paints.extend(paint.map(|(role, paint)| ((depth, role), paint)));
                }
                [text, background, ..] => {
                    let colours = Rgb::parse(text).zip(Rgb::parse(background));
                    let page = colours.map(|(text, background)| PageColours { text, background });
                    theme.page = page.unwrap_or(theme.page);
                }
            }
        }
        theme
    }

    /// One colour, on a dark page.
    fn plain() -> Self {
        Self {
            page: PageColours { text: Rgb(230, 230, 230), background: Rgb(16, 20, 24) },
            paints: BTreeMap::new(),
        }
    }

    /// Reads a theme file.
    ///
    /// # Errors
    ///
    /// The first thing that is wrong with it: nothing of a wrong theme is used.
    pub fn read(text: &str) -> Result<Self, ThemeError> {
        let raw: ThemeFile =
            serde_saphyr::from_str(text).map_err(|error| ThemeError::Form(error.to_string()))?;
        let mut theme = Self::plain();
        if let Some(page) = raw.page {
            let colour = |value: String| Rgb::parse(&value).ok_or(ThemeError::Page(value));
            theme.page = PageColours { text: colour(page.text)?, background: colour(page.background)? };
        }
        for ((section, depth), roles) in SECTIONS.into_iter().zip([raw.rgb, raw.indexed, raw.ansi]) {
            for (role, value) in roles {
                let paint = Paint::parse(&value).filter(|paint| paint.depth() <= depth);
                let paint = paint.ok_or(ThemeError::Paint { section, role, value })?;
                theme.paints.insert((depth, role), paint);
            }
        }
        Ok(theme)
    }

    /// How `role` is painted in `depth` colours.
    pub fn paint(&self, role: Role, depth: Depth) -> Paint {
        self.paints.get(&(depth, role)).copied().unwrap_or_else(|| role.in_one_colour())
    }
}
