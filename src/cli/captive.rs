//! Captive: what a visitor who came through SSH may ask for, which is a short list.
//!
//! Never runs what they ask for: two words choose among what this program does anyway, and everything else is
//! refused.

use super::arguments::{Arguments, Check, Command, FailOn, FindingsForm};
use super::exit::refused;
use super::{check, commands};
use crate::shell::{self, Environment};
use std::path::{Path, PathBuf};

/// What is wrong with arguments for captives, as a sentence with what to write.
pub(super) fn mistake(arguments: &Arguments) -> Option<String> {
    let given = match &arguments.command {
        None | Some(Command::Present(_) | Command::Report { .. } | Command::Check(_)) => arguments.files(),
        Some(Command::Render(_) | Command::Schema | Command::Doctor { .. } | Command::New { .. }) => {
            return Some("--captive goes with a file alone, or with present, report or check".to_owned());
        }
    };
    let is_input = given.iter().any(|file| *file == Path::new(shell::STANDARD_INPUT));
    is_input.then(|| "--captive shows a file that is named: it does not read standard input".to_owned())
}

/// Does what the visitor asked for, if they asked for something: `ssh HOST report`, `ssh HOST check`.
pub(super) fn asked(arguments: &Arguments) -> Option<u8> {
    let asked = Environment::read().asked?;
    Some(match asked.trim() {
        "" => return None,
        "report" => commands::report(arguments),
        "check" => checked(arguments, arguments.files().into_iter().map(Path::to_owned).collect()),
        _ => refused(
            "this account shows one programme and runs nothing else\n  \
             leave the command away for the screen, or write report or check in its place",
        ),
    })
}

fn checked(arguments: &Arguments, files: Vec<PathBuf>) -> u8 {
    if files.is_empty() {
        return refused("there is no file to check: what is shown is the built-in programme");
    }
    let wanted = Check { files, format: FindingsForm::Full, fail_on: vec![FailOn::Error], explain: None };
    check::check(arguments, &wanted)
}
