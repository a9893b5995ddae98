//! The editor: the user's own, opened at a line.
//!
//! Never decides what happens to the file afterwards, and runs no shell: the command is split into words
//! here.

use super::Environment;
use super::failure::phrase;
use std::ffi::OsString;
use std::fs::File;
use std::io;
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};

/// Tried in this order when neither `VISUAL` nor `EDITOR` is set: the one that says its keys comes first.
const USUAL: [&str; 3] = ["nano", "vim", "vi"];

/// Opens `file` at `line` (from 1) and waits until the editor is closed. The terminal must have been given
/// back before.
///
/// # Errors
///
/// A phrase that says what went wrong, and what to do if no editor could be started.
pub(super) fn open(environment: &Environment, file: &Path, line: usize) -> Result<(), String> {
    let words = command(environment)?;
    let Some((program, arguments)) = words.split_first() else {
        return Err("no editor: set the variable EDITOR to one, such as nano".to_owned());
    };
    let status = Command::new(program)
        .args(arguments)
        .args(at_line(program, file, line))
        .stdin(keyboard(environment).map_err(|error| phrase(&error))?)
        .status()
        .map_err(|error| cannot_start(program, &error))?;
    if status.success() { Ok(()) } else { Err(format!("{program} ended with {}", how(status))) }
}

/// The words of the user's command, or one of the usual editors.
fn command(environment: &Environment) -> Result<Vec<String>, String> {
    if let Some(command) = &environment.editor {
        return split(command).ok_or_else(|| format!("the variable EDITOR has an open quote: {command}"));
    }
    let on_path = |program: &&str| environment.search.iter().any(|folder| folder.join(program).is_file());
    Ok(USUAL.into_iter().find(on_path).map(str::to_owned).into_iter().collect())
}

/// Splits a command into words as a shell does: blanks part, quotes join, a backslash takes the next
/// character as it is. `None` if a quote is not closed.
fn split(command: &str) -> Option<Vec<String>> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    let mut characters = command.chars();
    while let Some(c) = characters.next() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (Some('\''), c) => word.get_or_insert_default().push(c),
            (None | Some(_), '\\') => word.get_or_insert_default().extend(characters.next()),
            (None, '\'' | '"') => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            (None, c) if c.is_whitespace() => words.extend(word.take()),
            (None | Some(_), c) => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    quote.is_none().then_some(words)
}

/// The arguments that make this editor open the file at the line, and stay until it is closed.
fn at_line(program: &str, file: &Path, line: usize) -> Vec<OsString> {
    let mut place = file.as_os_str().to_owned();
    place.push(format!(":{line}"));
    let name = Path::new(program).file_stem().unwrap_or_default().to_string_lossy();
    match name.as_ref() {
        "vi" | "vim" | "nvim" | "gvim" | "view" | "nano" | "pico" | "emacs" | "emacsclient" | "kak"
        | "joe" | "jed" | "mg" | "ne" | "kate" | "gedit" => vec![format!("+{line}").into(), file.into()],
        "micro" | "helix" | "hx" | "subl" | "zed" => vec![place],
        "code" | "codium" | "vscodium" | "code-insiders" => vec!["--wait".into(), "--goto".into(), place],
        _ => vec![file.into()],
    }
}

/// What the editor reads its keys from: also where standard input is a pipe.
fn keyboard(environment: &Environment) -> io::Result<Stdio> {
    if environment.input_is_terminal {
        return Ok(Stdio::inherit());
    }
    Ok(File::options().read(true).write(true).open("/dev/tty")?.into())
}

fn cannot_start(program: &str, error: &io::Error) -> String {
    if error.kind() == io::ErrorKind::NotFound {
        format!("the editor {program} was not found: set the variable EDITOR to another, such as nano")
    } else {
        format!("the editor {program} cannot be started: {}", phrase(error))
    }
}

fn how(status: ExitStatus) -> String {
    match status.code() {
        Some(code) => format!("status {code}"),
        None => "a signal".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_split_as_a_shell_splits_it() {
        let words = |command| split(command).map(|words| words.join("|"));
        assert_eq!(words("vi").as_deref(), Some("vi"));
        assert_eq!(words("  code   --wait ").as_deref(), Some("code|--wait"));
        assert_eq!(words(r#""/opt/My Editor/edit" -n"#).as_deref(), Some("/opt/My Editor/edit|-n"));
        assert_eq!(words(r"/opt/My\ Editor/edit").as_deref(), Some("/opt/My Editor/edit"));
        assert_eq!(words(r#"a '' "b\"c" d'e f'g"#).as_deref(), Some(r#"a||b"c|de fg"#));
        assert_eq!(words(r"'a\b'").as_deref(), Some(r"a\b"));
        assert_eq!(words("").as_deref(), Some(""));
        assert_eq!(words("vi 'open"), None);
    }

    #[test]
    fn each_editor_is_told_the_line_in_its_own_way() {
        let arguments = |program| {
            let words = at_line(program, Path::new("p q.yaml"), 7);
            words.iter().map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join("|")
        };
        assert_eq!(arguments("/usr/bin/nvim"), "+7|p q.yaml");
        assert_eq!(arguments("nano"), "+7|p q.yaml");
        assert_eq!(arguments("hx"), "p q.yaml:7");
        assert_eq!(arguments("code"), "--wait|--goto|p q.yaml:7");
        assert_eq!(arguments("ed"), "p q.yaml");
    }

    #[test]
    fn without_an_editor_it_is_said_how_to_name_one() {
        let said = open(&Environment::default(), Path::new("x.yaml"), 1).unwrap_err();
        assert_eq!(said, "no editor: set the variable EDITOR to one, such as nano");
    }
}
