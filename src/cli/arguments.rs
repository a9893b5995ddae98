//! Arguments: what can be written after `coopdash`.

use crate::settings::{ColourFlag, ThemeName};
use chrono::NaiveDate;
use clap::builder::styling::Styles;
use clap::{Parser, Subcommand};
use std::path::PathBuf;

const EXAMPLES: &str = "\
Examples:
  coopdash                          coopdash.yaml of this folder, else the built-in programme
  coopdash programme.yaml           open a file
  cat programme.yaml | coopdash -   look at what another program writes
  coopdash new programme.yaml       begin a file of your own
  coopdash check programme.yaml     every mistake with its line and what to write
  coopdash report programme.yaml    everything as plain text

Exit codes: 0 fine, 1 findings or a failure, 2 wrong arguments, 128+n ended by signal n.";

/// A dashboard for cooperation programmes: figures, commitments and meetings from one YAML file.
#[derive(Debug, Parser)]
#[command(
    name = "coopdash",
    version,
    after_help = EXAMPLES,
    args_conflicts_with_subcommands = true,
    disable_help_subcommand = true,
    styles = Styles::plain(),
    max_term_width = 100
)]
pub(super) struct Arguments {
    /// File to open; `-` reads standard input
    #[arg(value_name = "FILE")]
    pub(super) file: Option<PathBuf>,
    /// Count due dates, ages and the agenda from this day instead of today
    #[arg(long, value_name = "YYYY-MM-DD", global = true)]
    pub(super) as_of: Option<NaiveDate>,
    /// Never write to the file
    #[arg(long)]
    pub(super) read_only: bool,
    /// Characters for bars and lines
    #[arg(long, value_name = "SET", value_parser = ["auto", "full", "console", "ascii"], default_value = "auto")]
    pub(super) glyphs: String,
    /// Whether to use colour, or how many
    #[arg(long, value_name = "WHEN", value_parser = ColourFlag::NAMES, default_value = "auto")]
    pub(super) color: String,
    /// Colours for a dark or a light background, or for any
    #[arg(long, value_name = "THEME", value_parser = ThemeName::ALL.map(ThemeName::name), default_value = "auto")]
    pub(super) theme: String,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// List every mistake in a file, with its line and what to write instead
    Check {
        /// Files to check; `-` reads standard input
        #[arg(value_name = "FILE", required = true)]
        files: Vec<PathBuf>,
    },
    /// Print everything a file holds as plain text
    Report {
        /// File to read; `-` reads standard input; without it, as `coopdash` alone
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
