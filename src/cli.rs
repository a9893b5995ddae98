//! The command line: arguments, subcommands, exit codes.
//!
//! Never reads a document and never draws; it chooses who does.

mod advice;
mod arguments;
mod captive;
mod check;
mod commands;
mod doctor;
mod exit;
mod looks;
mod render;
mod today;

pub use arguments::{Arguments, Reply};
pub use exit::{FAILED, FINE, USAGE};

use crate::shell;
use crate::text::Clean;
use arguments::Command;
use std::process::ExitCode;

/// Runs the program with the arguments of the process and returns its exit code.
pub fn main() -> ExitCode {
    shell::end_on_panic();
    let arguments = match Arguments::of(std::env::args_os()) {
        Ok(arguments) => arguments,
        Err(reply) if reply.is_asked => return ExitCode::from(commands::print(&reply.text)),
        Err(reply) => {
            shell::complain(&reply.text);
            return ExitCode::from(USAGE);
        }
    };
    if let Some(mistake) = mistake(&arguments) {
        exit::refused(mistake);
        return ExitCode::from(USAGE);
    }
    if arguments.captive
        && let Some(code) = captive::asked(&arguments)
    {
        return ExitCode::from(code);
    }
    let code = match &arguments.command {
        None | Some(Command::Present(_)) => commands::show(&arguments),
        Some(Command::Check(wanted)) => check::check(&arguments, wanted),
        Some(Command::Report { .. }) => commands::report(&arguments),
        Some(Command::Render(wanted)) => render::render(&arguments, wanted),
        Some(Command::Schema) => commands::print(&Clean::lines(&crate::output::schema())),
        Some(Command::Doctor { .. }) => doctor::doctor(&arguments),
        Some(Command::New { file, example }) => commands::new(file, *example),
    };
    ExitCode::from(code)
}

/// What is wrong with arguments that are each right.
fn mistake(arguments: &Arguments) -> Option<String> {
    if arguments.file.is_some() && arguments.command.is_some() {
        return Some("a file stands behind the command: coopdash COMMAND FILE".to_owned());
    }
    if arguments.captive {
        return captive::mistake(arguments);
    }
    let writes = matches!(arguments.command, Some(Command::New { .. }));
    (writes && arguments.read_only)
        .then(|| "--read-only writes no file: leave it away to begin one with new".to_owned())
}
