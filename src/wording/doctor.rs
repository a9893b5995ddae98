//! The doctor: what the program says of the terminal it runs on.
//!
//! Never asks the terminal anything.

use crate::settings::Depth;
use crate::settings::contrast::{self, Eye, Flaw};
use crate::text::Clean;

/// Why something is as it is: a flag says so.
pub const ASKED_BY_FLAG: &str = "asked for on the command line";
/// Why something is as it is: the settings file says so.
pub const ASKED_IN_SETTINGS: &str = "asked for in the settings file";
/// Why something is as it is: nobody asked for anything else.
pub const NOT_ASKED: &str = "none was asked for";

/// How the file is followed: the system tells.
pub const BY_EVENTS: &str = "the system tells of every change at once";
/// How the file is followed: not at all.
pub const NOT_FOLLOWED: &str = "not at all: it is no plain file";

/// How the file is followed: by looking, and why.
pub fn by_looking(why: &str) -> String {
    format!("looked at every two seconds: {why}")
}

/// A row of the test card: thirty characters, and which glyph sets need them.
pub type CardRow = (&'static str, &'static str);

/// The test card. Every row takes thirty columns and then a bar; where one is ragged, or shows boxes or
/// question marks, a smaller glyph set suits the terminal.
pub const CARD: [CardRow; 6] = [
    ("██████████████████████████████", "whole blocks     full, console"),
    ("▒▒▒▒▒▒▒▒▒▒░░░░░░░░░░▒▒▒▒▒▒▒▒▒▒", "shades           full, console"),
    ("│─┌┐└┘┤┬┴═║│▲▼…│─┌┐└┘┤┬┴═║│▲▼…", "lines and marks  full, console"),
    ("▄▄▄▄▄▄▄▄▄▄▖▌▌▌▌▌▌▌▌▌▐▐▐▐▐▐▐▐▐▐", "half blocks      full"),
    ("▏▎▍▌▋▊▉█▁▂▃▄▅▆▇█▏▎▍▌▋▊▉█▁▂▃▄▅▆", "eighth blocks    full"),
    ("#=./|-+^vT>[]#=./|-+^vT>[]#=./", "ascii            all"),
];

/// What the doctor found, in words.
#[derive(Debug, Clone, PartialEq)]
pub struct Diagnosis<'a> {
    /// The version of the program.
    pub version: &'a str,
    /// The glyph set, and why.
    pub glyphs: (&'a str, &'a str),
    /// The number of colours, and why.
    pub colours: (&'a str, &'a str),
    /// The theme, and why.
    pub theme: (&'a str, &'a str),
    /// What the terminal and the environment are: name and value.
    pub terminal: Vec<(&'a str, Clean)>,
    /// The files in use: what for, and where.
    pub files: Vec<(&'a str, Clean)>,
    /// What is wrong.
    pub wrong: Option<&'a Clean>,
    /// What cannot be read well in the user's own theme.
    pub flaws: &'a [Flaw],
}

impl Diagnosis<'_> {
    /// The whole of it in lines, the names of the roles as `roles` paints them.
    pub fn text(&self, roles: &Clean) -> Clean {
        let mut text = Clean::lines(&format!("{}{:<12}", self.screen(), "Roles"));
        text.push(roles);
        text.push(&Clean::lines(&self.surroundings()));
        text
    }

    /// What the screen can show, and what was chosen for it, why, and what to write for something else.
    fn screen(&self) -> String {
        let card = CARD.map(|(row, what)| format!("  {row}|  {what}\n")).concat();
        let choices = [
            ("Characters", self.glyphs, "--glyphs full, console or ascii; the key # while it runs"),
            ("Colours", self.colours, "--color never, 16, 256 or true; NO_COLOR turns them off"),
            ("Theme", self.theme, "--theme dark, light, high-contrast, mono or a file; key T"),
        ];
        let choices = choices.map(|(name, (what, why), other)| {
            format!("{name:<12}{what}: {why}\n{:<12}to change: {other}\n", "")
        });
        format!(
            "coopdash {}: what this terminal can show\n\n\
             Every row must end in the column of the ruler's bar:\n\n  123456789012345678901234567890|\n{card}\n\
             If a row is ragged, or shows boxes or question marks, take a smaller set.\n\n{}",
            self.version,
            choices.concat()
        )
    }

    /// What the program runs in, and what is wrong with it.
    fn surroundings(&self) -> String {
        let rows = |rows: &[(&str, Clean)]| -> Vec<String> {
            rows.iter().map(|(name, value)| format!("{name:<16}{value}")).collect()
        };
        let mut text = format!("\n{}", section("Terminal", &rows(&self.terminal)));
        text += &section("Files", &rows(&self.files));
        if !self.flaws.is_empty() {
            let flaws: Vec<String> = self.flaws.iter().map(|one| flaw(*one)).collect();
            text += &section("Hard to read in this theme", &flaws);
        }
        text + &match self.wrong {
            Some(wrong) => format!("Wrong: {wrong}\n"),
            None if self.flaws.is_empty() => "Nothing is wrong with the settings.\n".to_owned(),
            None => "The theme works, but not everybody can read all of it.\n".to_owned(),
        }
    }
}

/// One thing that cannot be read well: `rgb, muted #6f757d: 3.2:1 on #002b36; text needs 4.5:1`.
fn flaw(flaw: Flaw) -> String {
    match flaw {
        Flaw::Faint { role, depth, colour, background, ratio, least } => {
            let name = format!("{role:?}").to_lowercase();
            let what = if least >= contrast::FOR_TEXT { "text needs" } else { "bars and lines need" };
            format!(
                "{}, {name} {colour}: {}:1 on {background}; {what} {least}:1",
                depth_word(depth),
                below(ratio, least)
            )
        }
        Flaw::Alike { eye, depth, difference } => {
            let who = match eye {
                Eye::Protanope => "protanopia",
                Eye::Deuteranope => "deuteranopia",
            };
            let (word, apart) = (depth_word(depth), below(difference, contrast::APART));
            format!("{word}, good and bad: {apart} apart to eyes with {who}; {} is needed", contrast::APART)
        }
    }
}

/// The section of a theme file.
const fn depth_word(depth: Depth) -> &'static str {
    match depth {
        Depth::True => "rgb",
        Depth::Indexed => "indexed",
        Depth::Ansi16 => "ansi",
        Depth::Mono => "one colour",
    }
}

/// A number with one decimal, or with as many more as it takes not to seem to have reached `least`.
fn below(number: f64, least: f64) -> String {
    let seems_reached =
        |places: &usize| format!("{number:.places$}").parse().is_ok_and(|seen: f64| seen >= least);
    let places = (1..=6).find(|places| !seems_reached(places)).unwrap_or(6);
    format!("{number:.places$}")
}

fn section(title: &str, rows: &[String]) -> String {
    format!("{title}\n  {}\n\n", rows.join("\n  "))
}
