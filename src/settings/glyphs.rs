//! Glyph sets: which characters bars, lines and marks are drawn with, and how a set is chosen.
//!
//! Status marks (`[x] [~] [ ] [!] [-]`) and the selected row's `>` are the same in all sets and not listed here.
//! Never holds a character that is missing from common fonts or drawn in two columns (emoji, ticks, braille).

use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};

/// The sets, from the richest to the one that works everywhere, in the order the key for the next set walks through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantArray, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum GlyphSet {
    /// Half and eighth blocks: current terminals.
    Full,
    /// Whole blocks and shades: the Linux console and `PuTTY`, whose fonts lack the finer blocks.
    Console,
    /// Seven bits only.
    Ascii,
}

/// Which letters the terminal can show in texts from a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Letters {
    /// All of them: the terminal reads UTF-8.
    Unicode,
    /// Seven bits; other letters lose their accents or become `?`.
    Ascii,
}

impl GlyphSet {
    /// The name as it is written on the command line.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// The set of this name.
    pub fn named(name: &str) -> Option<Self> {
        name.parse().ok()
    }

    /// The set that suits a terminal of type `term` (`TERM`) in `locale`, and why, as a phrase.
    pub fn choose(term: Option<&str>, locale: Option<&str>) -> (Self, &'static str) {
        let term = term.unwrap_or_default();
        if term == "dumb" {
            (Self::Ascii, "TERM is dumb")
        } else if Letters::choose(locale) == Letters::Ascii {
            (Self::Ascii, "the locale is not UTF-8")
        } else if term.split('.').any(|part| part.starts_with("linux")) {
            (Self::Console, "TERM is the Linux console")
        } else if term.starts_with("putty") {
            (Self::Console, "TERM is PuTTY")
        } else {
            (Self::Full, "the locale is UTF-8")
        }
    }

    /// The characters of this set.
    pub const fn glyphs(self) -> &'static Glyphs {
        match self {
            Self::Full => &FULL,
            Self::Console => &CONSOLE,
            Self::Ascii => &ASCII,
        }
    }
}

impl Letters {
    /// The letters a terminal in `locale` can show. Without a locale: seven bits, as in `C`.
    pub fn choose(locale: Option<&str>) -> Self {
        let locale = locale.unwrap_or_default().to_ascii_lowercase();
        if locale.contains("utf-8") || locale.contains("utf8") { Self::Unicode } else { Self::Ascii }
    }
}

/// The ends of bars that do not fill a whole cell, by where the bar grows to.
#[derive(Debug, PartialEq, Eq)]
pub struct Halves {
    /// A thick bar growing to the right.
    pub thick_right: &'static str,
    /// A thick bar growing to the left.
    pub thick_left: &'static str,
    /// A thin bar growing to the right.
    pub thin_right: &'static str,
    /// A thin bar growing to the left.
    pub thin_left: &'static str,
}

/// The characters of one set. Every one takes one column, but `ellipsis`, `keys_across` and `keys_along`.
#[derive(Debug, PartialEq, Eq)]
pub struct Glyphs {
    /// A whole cell of a thick bar: this period, a column, what is done.
    pub thick: &'static str,
    /// A cell of a thin bar: the period before. In sets without a half block, a lighter shade.
    pub thin: &'static str,
    /// A cell of a column of an earlier period where colour cannot tell it from the current one.
    pub earlier: &'static str,
    /// Half ends of bars; `None` where bars end in whole cells.
    pub halves: Option<&'static Halves>,
    /// The lower one to seven eighths of a cell; `None` where columns end in whole cells.
    pub lower_eighths: Option<&'static [&'static str; 7]>,
    /// A cell of a bar in a list, with a gap to the row above.
    pub list_bar: &'static str,
    /// A part of the strip that is under way.
    pub under_way: &'static str,
    /// A part of the strip that is not started.
    pub not_started: &'static str,
    /// A cell of a forecast bar.
    pub forecast: &'static str,
    /// The target, across bars that grow sideways.
    pub target: &'static str,
    /// The target, across columns.
    pub target_line: &'static str,
    /// The value of the period before, on a bar in a list.
    pub before: &'static str,
    /// A bar that is cut at the end of the scale on the right.
    pub beyond_right: &'static str,
    /// A bar that is cut at the end of the scale on the left.
    pub beyond_left: &'static str,
    /// A bar that is cut at the upper end of the scale.
    pub beyond_up: &'static str,
    /// A bar that is cut at the lower end of the scale.
    pub beyond_down: &'static str,
    /// A horizontal line.
    pub horizontal: &'static str,
    /// A doubled horizontal line: under the open tab.
    pub double: &'static str,
    /// A vertical line.
    pub vertical: &'static str,
    /// The upper left corner of a box.
    pub top_left: &'static str,
    /// The upper right corner of a box.
    pub top_right: &'static str,
    /// The lower left corner of a box, and the foot of an axis.
    pub bottom_left: &'static str,
    /// The lower right corner of a box.
    pub bottom_right: &'static str,
    /// The left end of an axis with values on both sides of zero.
    pub tee_left: &'static str,
    /// The end of an axis.
    pub tee_right: &'static str,
    /// A mark above a ruler.
    pub tee_down: &'static str,
    /// A tick of an axis.
    pub tee_up: &'static str,
    /// A rise.
    pub up: &'static str,
    /// A fall.
    pub down: &'static str,
    /// The end of a text that was cut.
    pub ellipsis: &'static str,
    /// Between two pieces of a line.
    pub dot: &'static str,
    /// The keys that move between tabs.
    pub keys_across: &'static str,
    /// The keys that move along a list.
    pub keys_along: &'static str,
}

const FULL: Glyphs = Glyphs {
    thick: "█",
    thin: "▄",
    earlier: "▒",
    halves: Some(&Halves { thick_right: "▌", thick_left: "▐", thin_right: "▖", thin_left: "▗" }),
    lower_eighths: Some(&["▁", "▂", "▃", "▄", "▅", "▆", "▇"]),
    list_bar: "▇",
    under_way: "▒",
    not_started: "░",
    forecast: "╱",
    target: "║",
    target_line: "═",
    before: "│",
    beyond_right: "»",
    beyond_left: "«",
    beyond_up: "▲",
    beyond_down: "▼",
    horizontal: "─",
    double: "═",
    vertical: "│",
    top_left: "┌",
    top_right: "┐",
    bottom_left: "└",
    bottom_right: "┘",
    tee_left: "├",
    tee_right: "┤",
    tee_down: "┬",
    tee_up: "┴",
    up: "▲",
    down: "▼",
    ellipsis: "…",
    dot: "·",
    keys_across: "←→",
    keys_along: "↑↓",
};

const CONSOLE: Glyphs =
    Glyphs { thin: "▒", halves: None, lower_eighths: None, list_bar: "■", forecast: "░", ..FULL };

const ASCII: Glyphs = Glyphs {
    thick: "#",
    thin: "=",
    earlier: "=",
    halves: None,
    lower_eighths: None,
    list_bar: "#",
    under_way: "=",
    not_started: ".",
    forecast: "/",
    target: "T",
    target_line: "-",
    before: "|",
    beyond_right: ">",
    beyond_left: "<",
    beyond_up: "^",
    beyond_down: "v",
    horizontal: "-",
    double: "=",
    vertical: "|",
    top_left: "+",
    top_right: "+",
    bottom_left: "+",
    bottom_right: "+",
    tee_left: "+",
    tee_right: "+",
    tee_down: "+",
    tee_up: "+",
    up: "^",
    down: "v",
    ellipsis: "..",
    dot: ".",
    keys_across: "h l",
    keys_along: "j k",
};
