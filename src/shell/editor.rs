//! The editor: the user's own, opened at a line; where that is not there, one of the usual ones.
//!
//! Never decides what happens to the file afterwards, and runs no shell: the command is split into words
//! here, and the file is named by its whole path, so that no name is taken for an option.

use super::Environment;
use super::failure::phrase;
use rustix::fs::Access;
use std::ffi::OsString;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};

/// Tried in this order when what `VISUAL` and `EDITOR` name is not there: the one that says its keys first.
const USUAL: [&str; 3] = ["nano", "vim", "vi"];

/// The editor that will be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Editor {
    /// Where the program is.
    pub program: PathBuf,
    /// What it is given before the file.
    arguments: Vec<String>,
    /// The variable that names it; none where it is one of the usual ones.
    pub named_by: Option<&'static str>,
    /// Why one that a variable names is not the one, as a phrase.
    pub instead: Option<String>,
}

impl Editor {
    /// What makes it open the file at the line (from 1), and stay until the file is closed.
    pub fn arguments(&self, file: &Path, line: usize) -> Vec<OsString> {
        let mut place = file.as_os_str().to_owned();
        place.push(format!(":{line}"));
        let name = self.program.file_stem().unwrap_or_default().to_string_lossy();
        let at_line = match name.as_ref() {
            "vi" | "vim" | "nvim" | "gvim" | "view" | "nano" | "pico" | "emacs" | "emacsclient" | "kak"
            | "joe" | "jed" | "mg" | "ne" | "kate" | "gedit" => vec![format!("+{line}").into(), file.into()],
            "micro" | "helix" | "hx" | "subl" | "zed" => vec![place],
            "code" | "codium" | "vscodium" | "code-insiders" => {
                vec!["--wait".into(), "--goto".into(), place]
            }
            _ => vec![file.into()],
        };
        self.arguments.iter().map(OsString::from).chain(at_line).collect()
    }
}

/// Which editor will be opened.
///
/// # Errors
///
/// A phrase: none is there, and what to do.
pub fn editor(environment: &Environment) -> Result<Editor, String> {
    let mut instead = None;
    for (variable, command) in [("VISUAL", &environment.visual), ("EDITOR", &environment.editor)] {
        match command.as_deref().and_then(|command| named(environment, command)) {
            Some(Ok((program, arguments))) => {
                return Ok(Editor { program, arguments, named_by: Some(variable), instead });
            }
            Some(Err(why)) => _ = instead.get_or_insert(format!("{variable} {why}")),
            None => {}
        }
    }
    let usual = USUAL.into_iter().find_map(|name| find(environment, name));
    let Some(program) = usual else {
        let why = instead.map(|why| why + "; ").unwrap_or_default();
        return Err(format!("{why}no editor was found: set EDITOR to one, such as nano"));
    };
    Ok(Editor { program, arguments: Vec::new(), named_by: None, instead })
}

/// The program and the arguments of a command, or what is wrong with it; none where it has no word.
fn named(environment: &Environment, command: &str) -> Option<Result<(PathBuf, Vec<String>), String>> {
    let Some(words) = shlex::split(command) else { return Some(Err("has an open quote".to_owned())) };
    let (name, arguments) = words.split_first()?;
    let found = find(environment, name).map(|program| (program, arguments.to_vec()));
    Some(found.ok_or_else(|| format!("names {}, which is no program here", crate::text::clean(name))))
}

/// Where the program of this name is: by its path, or in the folders for programs.
fn find(environment: &Environment, name: &str) -> Option<PathBuf> {
    let can_be_started = |path: &PathBuf| path.is_file() && rustix::fs::access(path, Access::EXEC_OK).is_ok();
    if name.contains('/') {
        return std::path::absolute(name).ok().filter(can_be_started);
    }
    let folders = environment.search.iter().filter(|folder| !folder.as_os_str().is_empty());
    folders.map(|folder| folder.join(name)).find(can_be_started)
}

/// Opens `file` at `line` (from 1) and waits until the editor is closed. The terminal must have been given
/// back before.
///
/// # Errors
///
/// A phrase that says what went wrong, and what to do if no editor could be started; or why it was not the
/// one that is asked for.
pub(super) fn open(environment: &Environment, file: &Path, line: usize) -> Result<(), String> {
    let editor = editor(environment)?;
    let file = std::path::absolute(file).map_err(|error| phrase(&error))?;
    let name = editor.program.file_name().unwrap_or_default().to_string_lossy().into_owned();
    if editor.named_by.is_none() && name.starts_with("vi") {
        say_how_to_leave(&editor, &name);
    }
    let status = Command::new(&editor.program)
        .args(editor.arguments(&file, line))
        .stdin(keyboard(environment).map_err(|error| phrase(&error))?)
        .status()
        .map_err(|error| format!("the editor {name} cannot be started: {}", phrase(&error)))?;
    match editor.instead {
        _ if !status.success() => Err(format!("{name} ended with {}", how(status))),
        Some(instead) => Err(format!("{instead}; {name} was opened instead")),
        None => Ok(()),
    }
}

/// Says how to leave an editor that nobody chose and many do not know, and waits for Enter: once, for it takes
/// the whole screen at once and says nothing of that itself.
fn say_how_to_leave(editor: &Editor, name: &str) {
    static SAID: AtomicBool = AtomicBool::new(false);
    if SAID.swap(true, Ordering::SeqCst) {
        return;
    }
    let Ok(mut terminal) = terminal() else { return };
    let why = editor.instead.as_deref().unwrap_or("no editor is set");
    let words = format!(
        "\n{why}, so {name} opens the file. In {name}:\n\n  i                         begins to type\n  \
         Esc, then :wq and Enter   saves and leaves\n  Esc, then :q! and Enter   leaves without saving\n\n\
         The variable EDITOR sets another one, such as nano. Enter goes on. "
    );
    if terminal.write_all(words.as_bytes()).is_ok() {
        let _ = BufReader::new(terminal).read_line(&mut String::new());
    }
}

/// What the editor reads its keys from: also where standard input is a pipe.
fn keyboard(environment: &Environment) -> io::Result<Stdio> {
    if environment.input_is_terminal {
        return Ok(Stdio::inherit());
    }
    Ok(terminal()?.into())
}

fn terminal() -> io::Result<File> {
    File::options().read(true).write(true).open("/dev/tty")
}

fn how(status: ExitStatus) -> String {
    match status.code() {
        Some(code) => format!("status {code}"),
        None => "a signal".to_owned(),
    }
}
