//! The environment: read once, into a plain value.
//!
//! Never interprets: which colours and glyphs follow from it is decided in `settings`.

use std::ffi::OsString;
use std::io::{self, IsTerminal};
use std::path::PathBuf;

/// What the process was started with. A variable that is empty counts as unset.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Environment {
    /// `TERM`.
    pub term: Option<String>,
    /// `COLORTERM`.
    pub color_term: Option<String>,
    /// Whether `NO_COLOR` is set.
    pub no_color: bool,
    /// The locale of characters: the first set of `LC_ALL`, `LC_CTYPE`, `LANG`.
    pub locale: Option<String>,
    /// The command to edit a file with: `VISUAL`.
    pub visual: Option<String>,
    /// The command to edit a file with where that is not set: `EDITOR`.
    pub editor: Option<String>,
    /// The folders programs are looked for in: `PATH`.
    pub search: Vec<PathBuf>,
    /// The folder for settings: `XDG_CONFIG_HOME`, else `.config` in the home folder.
    pub config: Option<PathBuf>,
    /// What somebody who came through SSH asked for instead of a session: `SSH_ORIGINAL_COMMAND`.
    pub asked: Option<String>,
    /// How the file is followed: `COOPDASH_WATCH`. With `stat` it is looked at every two seconds, instead of
    /// asking the system to say when it is changed.
    pub watch: Option<String>,
    /// Whether standard input is a terminal.
    pub input_is_terminal: bool,
    /// Whether standard output is a terminal.
    pub output_is_terminal: bool,
}

impl Environment {
    /// Reads the environment of this process.
    #[expect(clippy::disallowed_methods, reason = "the one place where the environment is read")]
    pub fn read() -> Self {
        Self {
            input_is_terminal: io::stdin().is_terminal(),
            output_is_terminal: io::stdout().is_terminal(),
            ..Self::from_variables(|name| std::env::var_os(name))
        }
    }

    /// The same without whatever names a file or a program: those variables may be the visitor's.
    #[must_use]
    pub fn captive(self) -> Self {
        Self { editor: None, search: Vec::new(), config: None, watch: None, ..self }
    }

    /// The same on a screen that nobody sits at. A network folder may be mounted later than the file is asked
    /// for, of which the system says nothing, so the file is looked at.
    #[must_use]
    pub fn on_a_wall(self) -> Self {
        Self { watch: Some("stat".to_owned()), ..self }
    }

    /// The environment that these variables make, with no terminal.
    pub fn from_variables(variable: impl Fn(&str) -> Option<OsString>) -> Self {
        let set = |name: &str| variable(name).filter(|value| !value.is_empty());
        let word = |name: &str| set(name).and_then(|value| value.into_string().ok());
        // The rule for these folders: a relative path is no path.
        let folder = |name: &str| set(name).map(PathBuf::from).filter(|path| path.is_absolute());
        Self {
            term: word("TERM"),
            color_term: word("COLORTERM"),
            no_color: set("NO_COLOR").is_some(),
            locale: word("LC_ALL").or_else(|| word("LC_CTYPE")).or_else(|| word("LANG")),
            visual: word("VISUAL"),
            editor: word("EDITOR"),
            search: set("PATH").map(|path| std::env::split_paths(&path).collect()).unwrap_or_default(),
            config: folder("XDG_CONFIG_HOME").or_else(|| Some(folder("HOME")?.join(".config"))),
            asked: set("SSH_ORIGINAL_COMMAND").map(|asked| asked.to_string_lossy().into_owned()),
            watch: word("COOPDASH_WATCH"),
            input_is_terminal: false,
            output_is_terminal: false,
        }
    }
}
