//! Arguments: what can be written after `coopdash`.

use super::advice::day;
use crate::app::slides::Slides;
use crate::app::{Action, Tab};
use crate::settings::ColourFlag;
use crate::text::Clean;
use chrono::NaiveDate;
use clap::builder::PossibleValue;
use clap::builder::styling::Styles;
use clap::error::{ContextKind, ContextValue};
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

const EXAMPLES: &str = "\
Examples:
  coopdash                          coopdash.yaml of this folder, else the built-in programme
  coopdash programme.yaml           open a file
  cat programme.yaml | coopdash -   look at what another program writes
  coopdash new programme.yaml       begin a file of your own
  coopdash check programme.yaml     every mistake with its line and what to write
  coopdash report programme.yaml    everything as plain text
  coopdash present programme.yaml --every 15s
                                    slides for a wall; without --every, for a briefing
  coopdash render programme.yaml --format svg > overview.svg
                                    one screen as a picture

Exit codes: 0 fine, 1 findings or a failure, 2 wrong arguments, 128+n ended by signal n.";

const CHECK_EXAMPLES: &str = "\
Examples:
  coopdash check programme.yaml                       mistakes, where they are and what to write
  coopdash check --format github *.yaml               notes beside the lines of a change
  coopdash check --fail-on warning --fail-on overdue --as-of 2024-06-30 programme.yaml
  coopdash check --explain not-a-date                 a paragraph about one kind of finding

Exit codes: 0 nothing of what --fail-on names, 1 something of it or a file cannot be read,
2 wrong arguments.";

/// A dashboard for cooperation programmes: figures, commitments and meetings from one YAML file.
#[derive(Debug, Parser)]
#[command(
    name = "coopdash",
    version,
    after_help = EXAMPLES,
    override_usage = "coopdash [OPTIONS] [FILE]\n       coopdash [OPTIONS] COMMAND [FILE]",
    disable_help_subcommand = true,
    styles = Styles::plain(),
    max_term_width = 100
)]
pub struct Arguments {
    /// File to open; `-` reads standard input
    #[arg(value_name = "FILE")]
    pub(super) file: Option<PathBuf>,
    /// Count due dates, ages and the agenda from this day instead of today
    #[arg(long, value_name = "YYYY-MM-DD", global = true, value_parser = day)]
    pub(super) as_of: Option<NaiveDate>,
    /// Write no file and start no program
    #[arg(long, global = true)]
    pub(super) read_only: bool,
    /// Read-only for visitors who come through SSH: this file and nothing else, no shell behind it
    #[arg(long, global = true)]
    pub(super) captive: bool,
    /// Who makes changes on screen, for files that keep a history of them (`history: true`)
    #[arg(long = "as", value_name = "WHO", global = true)]
    pub(super) author: Option<String>,
    /// Characters for bars and lines
    #[arg(long, value_name = "SET", global = true, value_parser = ["auto", "full", "console", "ascii"], default_value = "auto")]
    pub(super) glyphs: String,
    /// Whether to use colour, or how many
    #[arg(long, value_name = "WHEN", global = true, value_parser = ColourFlag::names(), default_value = "auto")]
    pub(super) color: String,
    /// Colours: auto, dark, light, high-contrast, mono, or a theme file
    #[arg(long, value_name = "THEME", global = true, default_value = "auto")]
    pub(super) theme: String,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

/// What is said instead of doing something.
#[derive(Debug)]
pub struct Reply {
    /// Help, the version, or what is wrong.
    pub text: Clean,
    /// Whether it was asked for.
    pub is_asked: bool,
}

impl Arguments {
    /// Reads the words of a command line, the name of the program first.
    ///
    /// # Errors
    ///
    /// What is said instead. The words, which it repeats, are texts of one line there.
    pub fn of(words: impl IntoIterator<Item: Into<OsString> + Clone>) -> Result<Self, Reply> {
        let words: Vec<OsString> = words.into_iter().map(Into::into).collect();
        if let Some(plain) = Self::plain(&words) {
            return Ok(plain);
        }
        Self::try_parse_from(words).map_err(|error| {
            let is_asked = !error.use_stderr();
            let text = in_lines_of_their_own(error).render().to_string();
            Reply { text: Clean::lines(&text), is_asked }
        })
    }

    /// Those of a command line that says nothing, or no more than the name of a file: nearly all say that, and
    /// need not wait for the table of all words there are.
    fn plain(words: &[OsString]) -> Option<Self> {
        let file = match words {
            [_name] => None,
            // No command has a point in it.
            [_name, word] => Some(word.to_str().filter(|word| word.contains('.') && !word.starts_with('-'))?),
            _ => return None,
        };
        let auto = || "auto".to_owned();
        let (glyphs, color, theme) = (auto(), auto(), auto());
        let file = file.map(PathBuf::from);
        let (as_of, read_only, captive, author, command) = (None, false, false, None, None);
        Some(Self { file, as_of, read_only, captive, author, glyphs, color, theme, command })
    }

    /// The files that are named.
    pub(super) fn files(&self) -> Vec<&Path> {
        let one = match &self.command {
            None => self.file.as_deref(),
            Some(Command::Check(wanted)) => return wanted.files.iter().map(PathBuf::as_path).collect(),
            Some(Command::Report { file } | Command::Doctor { file }) => file.as_deref(),
            Some(Command::Present(wanted)) => wanted.file.as_deref(),
            Some(Command::Render(wanted)) => wanted.file.as_deref(),
            Some(Command::New { file, .. }) => Some(file.as_path()),
            Some(Command::Schema) => None,
        };
        one.into_iter().collect()
    }
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// List every mistake in a file, with its line and what to write instead
    #[command(after_help = CHECK_EXAMPLES)]
    Check(Check),
    /// Print everything a file holds as plain text
    Report {
        /// File to read; `-` reads standard input; without it, as `coopdash` alone
        #[arg(value_name = "FILE")]
        file: Option<PathBuf>,
    },
    /// Print one screen: as text, as text with colours, or as a picture (SVG)
    Render(Render),
    /// Print the schema of a programme file (JSON Schema), for completion in editors
    Schema,
    /// Show the programme as slides, for a briefing or a wall
    Present(Present),
    /// Show what this terminal can display, what was chosen for it and why, and which files are in use
    Doctor {
        /// File to say of how it is followed; without it, as `coopdash` alone
        #[arg(value_name = "FILE")]
        file: Option<PathBuf>,
    },
    /// Begin a file of your own; never overwrites
    New {
        /// File to write
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// Write the built-in programme instead of the commented starting file
        #[arg(long)]
        example: bool,
    },
}

/// What `coopdash check` looks at.
#[derive(Debug, Args)]
pub(super) struct Check {
    /// Files to check; `-` reads standard input
    #[arg(value_name = "FILE", required_unless_present = "explain")]
    pub(super) files: Vec<PathBuf>,
    /// How findings are printed
    #[arg(long, value_enum, default_value = "full")]
    pub(super) format: FindingsForm,
    /// What ends with exit code 1; may be given several times
    #[arg(long, value_enum, value_name = "WHAT", value_delimiter = ',', default_value = "error")]
    pub(super) fail_on: Vec<FailOn>,
    /// Explain a kind of finding by its name, such as `not-a-date`
    #[arg(long, value_name = "CODE", conflicts_with = "files")]
    pub(super) explain: Option<String>,
}

/// What findings can be printed as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum FindingsForm {
    /// With the line and what to write
    Full,
    /// One line a finding
    Short,
    /// One JSON document, for editors and scripts
    Json,
    /// Workflow commands of GitHub
    Github,
}

/// What counts as a failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum FailOn {
    /// A figure would be wrong or an item cannot be shown
    Error,
    /// That, or something that is likely a mistake
    Warning,
    /// An initiative, a recommendation or a decision is late, or a meeting not marked as held
    Overdue,
    /// A metric missed its target or is not on track to it
    OffTarget,
    /// A metric moved against its declared direction
    Worse,
    /// The data are older than `stale_after`
    Stale,
}

/// What `coopdash present` shows.
#[derive(Debug, Args)]
pub(super) struct Present {
    /// File to open; `-` reads standard input; without it, as `coopdash` alone
    #[arg(value_name = "FILE")]
    pub(super) file: Option<PathBuf>,
    /// A wall: the next slide comes by itself after so long (15s, 2m), and there is nothing but slides
    #[arg(long, value_name = "TIME", value_parser = pace)]
    pub(super) every: Option<u16>,
}

/// What `coopdash render` prints.
#[derive(Debug, Args)]
pub(super) struct Render {
    /// File to read; `-` reads standard input; without it, as `coopdash` alone
    #[arg(value_name = "FILE")]
    pub(super) file: Option<PathBuf>,
    /// Which screen
    #[arg(long, value_enum, default_value = "overview")]
    pub(super) tab: PageName,
    /// Columns and rows of the screen, each from 1 to 999
    #[arg(long, value_name = "COLUMNSxROWS", value_parser = size, default_value = "120x40")]
    pub(super) size: (u16, u16),
    /// This slide, from 1, instead of a tab
    #[arg(long, value_name = "NUMBER")]
    pub(super) slide: Option<usize>,
    /// What it is printed as
    #[arg(long, value_enum, default_value = "text")]
    pub(super) format: OutputFormat,
}

/// A screen that can be printed: a tab, or a page that lies over the tabs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PageName {
    Of(Tab),
    Over(Action),
}

impl PageName {
    pub(super) const SLIDES: Self = Self::Over(Action::Present);
    const OVER: [(Self, &str); 4] = [
        (Self::Over(Action::About), "about"),
        (Self::Over(Action::Problems), "problems"),
        (Self::Over(Action::Help), "help"),
        (Self::SLIDES, "slides"),
    ];

    /// Its name on the command line.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Of(tab) => tab.name(),
            Self::Over(_) => Self::OVER.iter().find(|(page, _)| *page == self).map_or("", |(_, name)| name),
        }
    }
}

/// Every tab, and then what lies over them.
impl ValueEnum for PageName {
    fn value_variants<'a>() -> &'a [Self] {
        static ALL: LazyLock<Vec<PageName>> = LazyLock::new(|| {
            let over = PageName::OVER.iter().map(|(page, _)| *page);
            Tab::ALL.iter().copied().map(PageName::Of).chain(over).collect()
        });
        &ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let value = PossibleValue::new(self.name());
        let help = "The first slide, or the one that `--slide` names";
        Some(if *self == Self::SLIDES { value.help(help) } else { value })
    }
}

/// What a screen can be printed as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum OutputFormat {
    Text,
    Ansi,
    Svg,
}

/// Reads `15s`, `15` and `2m` as seconds.
fn pace(text: &str) -> Result<u16, String> {
    let (shortest, longest) = Slides::PACE;
    let (number, unit) = match (text.strip_suffix('m'), text.strip_suffix('s')) {
        (Some(minutes), _) => (minutes, 60),
        (None, Some(seconds)) => (seconds, 1),
        (None, None) => (text, 1),
    };
    let seconds = number.parse::<u16>().ok().and_then(|number| number.checked_mul(unit));
    seconds
        .filter(|seconds| (shortest..=longest).contains(seconds))
        .ok_or_else(|| format!("write {shortest}s to {}m, such as 15s or 2m", longest / 60))
}

/// Reads `120x40`.
fn size(text: &str) -> Result<(u16, u16), String> {
    let side = |text: &str| text.parse::<u16>().ok().filter(|side| (1..=999).contains(side));
    text.split_once('x')
        .and_then(|(columns, rows)| Some((side(columns)?, side(rows)?)))
        .ok_or_else(|| "write columns and rows, each from 1 to 999, such as 80x24".to_owned())
}

/// The error with the words of the command line cleaned: none of them begins a line of its own.
fn in_lines_of_their_own(mut error: clap::Error) -> clap::Error {
    let line = |text: &String| Clean::line(text).to_string();
    let words: Vec<(ContextKind, ContextValue)> = error
        .context()
        .filter_map(|(kind, value)| match value {
            ContextValue::String(word) => Some((kind, ContextValue::String(line(word)))),
            ContextValue::Strings(words) => {
                Some((kind, ContextValue::Strings(words.iter().map(line).collect())))
            }
            ContextValue::StyledStrs(tips) => {
                let tips = tips.iter().map(|tip| line(&tip.ansi().to_string()).into());
                Some((kind, ContextValue::StyledStrs(tips.collect())))
            }
            ContextValue::None
            | ContextValue::Bool(_)
            | ContextValue::Number(_)
            | ContextValue::StyledStr(_)
            | _ => None,
        })
        .collect();
    for (kind, word) in words {
        error.insert(kind, word);
    }
    error
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn a_plain_command_line_says_what_the_table_of_words_makes_of_it() {
        for words in [&["coopdash"][..], &["coopdash", "programme.yaml"], &["coopdash", "../a b/new.check"]] {
            let plain = Arguments::plain(&words.iter().map(OsString::from).collect::<Vec<_>>());
            let parsed = Arguments::try_parse_from(words).unwrap();
            assert_eq!(format!("{plain:?}"), format!("{:?}", Some(parsed)));
        }
    }

    #[test]
    fn no_command_looks_like_the_name_of_a_file() {
        let table = Arguments::command();
        let mut names = table.get_subcommands().flat_map(clap::Command::get_name_and_visible_aliases);
        assert_eq!(names.find(|name| name.contains('.')), None);
        for word in ["new", "--theme=my.yaml", "-v.", "-", ""] {
            assert!(Arguments::plain(&["coopdash".into(), word.into()]).is_none(), "{word}");
        }
    }
}
