//! The command line: arguments, subcommands, exit codes.
//!
//! Never reads a document and never draws; it chooses who does.

mod advice;
mod arguments;
mod captive;
mod check;
mod commands;
mod doctor;
mod looks;
mod render;

use crate::shell;
use arguments::{Arguments, Command};
use clap::Parser;
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
        Err(error) => return usage(&error),
    };
    if let Some(mistake) = mistake(&arguments) {
        shell::complain(&format!("coopdash: {mistake}"));
        return ExitCode::from(USAGE);
    }
    if arguments.captive
        && let Some(code) = captive::asked(&arguments)
    {
        return ExitCode::from(code);
    }
    let code = match &arguments.command {
        None => commands::show(&arguments),
        Some(Command::Check(wanted)) => check::check(&arguments, wanted),
        Some(Command::Report { file }) => commands::report(&arguments, file.as_deref()),
        Some(Command::Render(wanted)) => render::render(&arguments, wanted),
        Some(Command::Schema) => commands::print(&crate::output::schema()),
        Some(Command::Present(wanted)) => commands::present(&arguments, wanted),
        Some(Command::Doctor { file }) => doctor::doctor(&arguments, file.as_deref()),
        Some(Command::New { file, example }) => commands::new(file, *example),
    };
    ExitCode::from(code)
}

/// What is wrong with arguments that are each right.
fn mistake(arguments: &Arguments) -> Option<String> {
    if arguments.file.is_some() && arguments.command.is_some() {
        return Some("a file stands behind the command: coopdash COMMAND FILE".to_owned());
    }
    if arguments.captive { captive::mistake(arguments) } else { None }
}

/// Prints help, version or what was wrong with the arguments; a closed pipe is no reason to fail.
fn usage(error: &clap::Error) -> ExitCode {
    let wrong = error.use_stderr();
    match error.print() {
        Ok(()) | Err(_) => ExitCode::from(if wrong { USAGE } else { FINE }),
    }
}
