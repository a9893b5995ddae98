//! Captive: what a visitor who came through SSH may ask for, which is a short list.
//!
//! Never runs what they ask for: two words choose among what this program does anyway, and everything else is
//! refused.

use super::arguments::{Arguments, Check, Command, FailOn, FindingsForm};
use super::exit::FAILED;
use super::{check, commands};
use crate::shell::{self, Environment};
use crate::text::Clean;
use std::path::{Path, PathBuf};

/// What is wrong with arguments for captives, as a sentence with what to write.
pub(super) fn mistake(arguments: &Arguments) -> Option<String> {
    let given = match &arguments.command {
        None | Some(Command::Present(_) | Command::Report { .. } | Command::Check(_)) => files(arguments),
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
    let files = files(arguments);
    Some(match asked.trim() {
        "" => return None,
        "report" => commands::report(arguments, files.first().copied()),
        "check" => checked(arguments, files.into_iter().map(Path::to_owned).collect()),
        _ => {
            shell::complain(&Clean::lines(
                "coopdash: this account shows one programme and runs nothing else\n  \
                 leave the command away for the screen, or write report or check in its place",
            ));
            FAILED
        }
    })
}

fn checked(arguments: &Arguments, files: Vec<PathBuf>) -> u8 {
    if files.is_empty() {
        shell::complain(&Clean::line(
            "coopdash: there is no file to check: what is shown is the built-in programme",
        ));
        return FAILED;
    }
    let wanted = Check { files, format: FindingsForm::Full, fail_on: vec![FailOn::Error], explain: None };
    check::check(arguments, &wanted)
}

/// The files that the arguments name.
fn files(arguments: &Arguments) -> Vec<&Path> {
    let one = match &arguments.command {
        None => arguments.file.as_deref(),
        Some(Command::Check(wanted)) => return wanted.files.iter().map(PathBuf::as_path).collect(),
        Some(Command::Report { file } | Command::Doctor { file }) => file.as_deref(),
        Some(Command::Present(wanted)) => wanted.file.as_deref(),
        Some(Command::Render(wanted)) => wanted.file.as_deref(),
        Some(Command::New { file, .. }) => Some(file.as_path()),
        Some(Command::Schema) => None,
    };
    one.into_iter().collect()
}
