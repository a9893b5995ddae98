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

pub use exit::{FAILED, FINE, USAGE};

use crate::shell;
use crate::text::Clean;
use arguments::{Arguments, Command};
use clap::Parser;
use clap::error::{ContextKind, ContextValue};
use std::process::ExitCode;

/// Runs the program with the arguments of the process and returns its exit code.
pub fn main() -> ExitCode {
    shell::end_on_panic();
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return usage(error),
    };
    if let Some(mistake) = mistake(&arguments) {
        shell::complain(&Clean::lines(&format!("coopdash: {mistake}")));
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
        Some(Command::Schema) => commands::print(&Clean::lines(&crate::output::schema())),
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
    if arguments.captive {
        return captive::mistake(arguments);
    }
    let writes = matches!(arguments.command, Some(Command::New { .. }));
    (writes && arguments.read_only)
        .then(|| "--read-only writes no file: leave it away to begin one with new".to_owned())
}

/// Prints help, version or what was wrong with the arguments.
fn usage(error: clap::Error) -> ExitCode {
    let wrong = error.use_stderr();
    let text = said(error);
    if wrong {
        shell::complain(&text);
        return ExitCode::from(USAGE);
    }
    ExitCode::from(commands::print(&text))
}

/// What clap has to say. The words of the command line, which it repeats, become texts of one line.
fn said(error: clap::Error) -> Clean {
    let text = in_lines_of_their_own(error).render().to_string();
    Clean::lines(&text)
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
    use crate::strings::{Strings, how_many, offence};

    #[test]
    fn arguments_are_repeated_in_one_line_and_without_what_acts() {
        let mut source = Strings::new(5);
        let options =
            ["--as-of", "--glyphs", "--color", "--fail-on", "--size", "--every", "--tab", "--slide", ""];
        let commands = ["check", "report", "render", "present", "doctor", "new", "schema", ""];
        for number in 0..how_many(1200).div_ceil(4) {
            let word: String = (0..4).map(|_| source.next()).collect();
            let (option, command) = (options[number % options.len()], commands[number % commands.len()]);
            let written = if option.is_empty() { format!("--{word}") } else { format!("{option}={word}") };
            let error = Arguments::try_parse_from(["coopdash", command, &written]).map(|_| ());
            let Err(error) = error else { continue };
            let said = said(error);
            assert_eq!(offence(said.as_str()), None, "{word:?}");
            let begins = |line: &&str| line.starts_with("error: forged") || line.starts_with("::error");
            assert_eq!(said.as_str().lines().find(begins), None, "{word:?}");
        }
    }
}
