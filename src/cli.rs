//! The command line: arguments, subcommands, exit codes.
//!
//! Never reads a document and never draws; it chooses who does.

mod arguments;
mod check;
mod commands;
mod doctor;
mod looks;
mod render;

use crate::shell;
use crate::text::Clean;
use arguments::{Arguments, Command};
use clap::Parser;
use clap::error::{ContextKind, ContextValue};
use std::process::ExitCode;

/// Everything went well.
pub const FINE: u8 = 0;
/// Findings at or above the limit, or the world (file, disk) refused.
pub const FAILED: u8 = 1;
/// The command line was wrong.
pub const USAGE: u8 = 2;

/// Runs the program with the arguments of the process and returns its exit code.
pub fn main() -> ExitCode {
    shell::end_on_panic();
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return usage(error),
    };
    let code = match &arguments.command {
        None => commands::show(&arguments),
        Some(Command::Check(wanted)) => check::check(&arguments, wanted),
        Some(Command::Report { file }) => commands::report(&arguments, file.as_deref()),
        Some(Command::Render(wanted)) => render::render(&arguments, wanted),
        Some(Command::Schema) => commands::print(&Clean::lines(&crate::output::schema())),
        Some(Command::Present(wanted)) => commands::present(&arguments, wanted),
        Some(Command::Doctor { file }) => doctor::doctor(&arguments, file.as_deref()),
        Some(Command::New { file, example }) => commands::new(file, *example),
    };
    ExitCode::from(code)
}

/// Prints help, version or what was wrong with the arguments; a closed pipe is no reason to fail.
fn usage(error: clap::Error) -> ExitCode {
    let wrong = error.use_stderr();
    let text = in_lines_of_their_own(error).render().to_string();
    if wrong {
        shell::complain(&Clean::lines(text.trim_end()));
        return ExitCode::from(USAGE);
    }
    match shell::print(&Clean::lines(&text)) {
        Ok(()) | Err(_) => ExitCode::from(FINE),
    }
}

/// The error with the words of the command line as texts of one line: none of them begins a line of its own.
fn in_lines_of_their_own(mut error: clap::Error) -> clap::Error {
    let line = |text: &String| Clean::line(text).to_string();
    let words: Vec<(ContextKind, ContextValue)> = error
        .context()
        .filter_map(|(kind, value)| match value {
            ContextValue::String(word) => Some((kind, ContextValue::String(line(word)))),
            ContextValue::Strings(words) => {
                Some((kind, ContextValue::Strings(words.iter().map(line).collect())))
            }
            _ => None,
        })
        .collect();
    for (kind, word) in words {
        error.insert(kind, word);
    }
    error
}
