//! Colours: how many a terminal has, how one is written, and what it looks like.
//!
//! Never decides which role gets which colour: themes do.

use strum::VariantArray;

/// How many colours are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, VariantArray)]
pub enum Depth {
    /// One colour: bold and reverse only.
    Mono,
    /// The sixteen colours whose look the terminal's palette decides.
    Ansi16,
    /// The 256 colours of xterm.
    Indexed,
    /// 24 bits.
    True,
}

/// What the user asked for with `--color`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ColourFlag {
    /// As the environment and the terminal say.
    #[default]
    Auto,
    /// Colours even where `NO_COLOR` is set; as many as the terminal has, at least sixteen.
    Always,
    /// Exactly this many.
    Exactly(Depth),
}

/// The values of `--color`.
const FLAGS: [(&str, ColourFlag); 6] = [
    ("auto", ColourFlag::Auto),
    ("always", ColourFlag::Always),
    ("never", ColourFlag::Exactly(Depth::Mono)),
    ("16", ColourFlag::Exactly(Depth::Ansi16)),
    ("256", ColourFlag::Exactly(Depth::Indexed)),
    ("true", ColourFlag::Exactly(Depth::True)),
];

impl ColourFlag {
    /// The names of all flags, for help texts and completions.
    pub fn names() -> [&'static str; FLAGS.len()] {
        FLAGS.map(|(name, _)| name)
    }

    /// The flag of this name.
    pub fn named(name: &str) -> Option<Self> {
        FLAGS.into_iter().find(|(own, _)| *own == name).map(|(_, flag)| flag)
    }
}

impl Depth {
    /// The depth to use, and why, as a phrase. The flag wins over `NO_COLOR`, that over `TERM` and `COLORTERM`.
    ///
    /// `NO_COLOR` counts when set and not empty (no-color.org).
    pub fn choose(
        flag: ColourFlag,
        no_color: Option<&str>,
        term: Option<&str>,
        colorterm: Option<&str>,
    ) -> (Self, &'static str) {
        match flag {
            ColourFlag::Exactly(depth) => (depth, "asked for with --color"),
            ColourFlag::Always => {
                (Self::of_terminal(term, colorterm).0.max(Self::Ansi16), "asked for with --color")
            }
            ColourFlag::Auto if no_color.is_some_and(|value| !value.is_empty()) => {
                (Self::Mono, "NO_COLOR is set")
            }
            ColourFlag::Auto => Self::of_terminal(term, colorterm),
        }
    }

    fn of_terminal(term: Option<&str>, colorterm: Option<&str>) -> (Self, &'static str) {
        let term = term.unwrap_or_default();
        if is_colourless(term) {
            (Self::Mono, "TERM names a terminal without colours")
        } else if matches!(colorterm, Some("truecolor" | "24bit")) {
            (Self::True, "COLORTERM names 24-bit colour")
        } else if term.ends_with("-direct") {
            (Self::True, "TERM names 24-bit colour")
        } else if term.contains("256color") {
            (Self::Indexed, "TERM names 256 colours")
        } else {
            (Self::Ansi16, "TERM names no more than sixteen colours")
        }
    }
}

/// Terminals without colours: no name, `dumb`, DEC's `vt100` and its like, and names that say so.
fn is_colourless(term: &str) -> bool {
    let dec = term.strip_prefix("vt").is_some_and(|model| model.starts_with(|c: char| c.is_ascii_digit()));
    matches!(term, "" | "dumb") || dec || term.ends_with("-mono") || term.ends_with("-m")
}

/// A colour, or the terminal's own.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Colour {
    /// The terminal's own foreground or background.
    #[default]
    Default,
    /// One of the sixteen, 0 to 15.
    Ansi(u8),
    /// One of xterm's 256, 16 to 255.
    Indexed(u8),
    /// A colour in sRGB.
    Rgb(Rgb),
}

/// A colour in sRGB.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rgb(pub u8, pub u8, pub u8);

/// The first eight of the sixteen colours by name; the position is the number. The others are bright.
const NAMES: [&str; 8] = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"];

impl Colour {
    /// Reads `default`, a name (`cyan`, `bright-red`), a number from 0 to 255, or `#rrggbb`.
    pub fn parse(text: &str) -> Option<Self> {
        if text == "default" {
            return Some(Self::Default);
        }
        let (first, name) = text.strip_prefix("bright-").map_or((0, text), |name| (8, name));
        if let Some((number, _)) = (first..).zip(NAMES).find(|(_, own)| *own == name) {
            return Some(Self::Ansi(number));
        }
        if let Ok(number) = text.parse::<u8>() {
            return Some(if number < 16 { Self::Ansi(number) } else { Self::Indexed(number) });
        }
        Rgb::parse(text).map(Self::Rgb)
    }

    /// The fewest colours a terminal must have to show this one.
    pub const fn depth(self) -> Depth {
        match self {
            Self::Default => Depth::Mono,
            Self::Ansi(_) => Depth::Ansi16,
            Self::Indexed(_) => Depth::Indexed,
            Self::Rgb(_) => Depth::True,
        }
    }

    /// What it looks like; `None` for the terminal's own. The sixteen are those of xterm: a palette may differ.
    pub fn rgb(self) -> Option<Rgb> {
        match self {
            Self::Default => None,
            Self::Ansi(number) | Self::Indexed(number) => Some(Rgb::of_xterm(number)),
            Self::Rgb(rgb) => Some(rgb),
        }
    }
}

/// The sixteen colours as xterm draws them (its `XTerm-col.ad`).
const XTERM: [Rgb; 16] = [
    Rgb(0, 0, 0),
    Rgb(205, 0, 0),
    Rgb(0, 205, 0),
    Rgb(205, 205, 0),
    Rgb(0, 0, 238),
    Rgb(205, 0, 205),
    Rgb(0, 205, 205),
    Rgb(229, 229, 229),
    Rgb(127, 127, 127),
    Rgb(255, 0, 0),
    Rgb(0, 255, 0),
    Rgb(255, 255, 0),
    Rgb(92, 92, 255),
    Rgb(255, 0, 255),
    Rgb(0, 255, 255),
    Rgb(255, 255, 255),
];

impl Rgb {
    /// Reads `#rrggbb`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
        let [_, red, green, blue] = u32::from_str_radix(digits, 16).ok()?.to_be_bytes();
        // `from_str_radix` takes a sign, which is no digit.
        (!digits.starts_with('+')).then_some(Self(red, green, blue))
    }

    /// Colour `number` of xterm's 256: the sixteen, a cube of 6 x 6 x 6, and 24 greys (xterm's `256colres.pl`).
    pub fn of_xterm(number: u8) -> Self {
        let level = |step: u8| if step == 0 { 0 } else { 55 + 40 * step };
        match number {
            0..=15 => XTERM.get(usize::from(number)).copied().unwrap_or(Self(0, 0, 0)),
            16..=231 => {
                let cube = number - 16;
                Self(level(cube / 36), level(cube / 6 % 6), level(cube % 6))
            }
            232..=255 => {
                let grey = 8 + 10 * (number - 232);
                Self(grey, grey, grey)
            }
        }
    }
}

impl std::fmt::Display for Rgb {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}
