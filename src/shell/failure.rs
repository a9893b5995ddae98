//! Failures: what the world refused, each with a hint at what helps.
//!
//! Never a finding: what is wrong inside a document is told by `document`.

use super::plain::why_not_created;
use crate::app::Loaded;
use crate::text::Clean;
use rustix::io::Errno;
use std::io;
use std::path::{Path, PathBuf};

/// The largest file that is read, in bytes.
pub const LARGEST: u64 = 20_000_000;

/// The name that means standard input.
pub const STANDARD_INPUT: &str = "-";

/// What the world refused before there was a screen to say it on.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The file cannot be read.
    #[error("{}: {reason}", name(.path))]
    File {
        /// The file as it was named.
        path: PathBuf,
        /// Why.
        #[source]
        reason: ReadError,
    },
    /// A new file cannot be written.
    #[error("{}: {}", name(.path), why_not_created(.reason))]
    Create {
        /// The file as it was named.
        path: PathBuf,
        /// Why.
        #[source]
        reason: io::Error,
    },
    /// Standard output cannot be written.
    #[error("nothing more can be printed: {}", phrase(.0))]
    Output(#[source] io::Error),
    /// There is no terminal to draw on.
    #[error("no terminal to draw on: {}", phrase(.0))]
    NoTerminal(#[source] io::Error),
    /// The terminal cannot be used.
    #[error("the terminal cannot be used: {}", phrase(.0))]
    Terminal(#[source] io::Error),
    /// The system starts no more threads.
    #[error("the system has no room for the threads of this program: {}", phrase(.0))]
    Threads(#[source] io::Error),
}

/// Why a file cannot be read, as a phrase that follows its name.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// No file of this name.
    #[error("there is no such file")]
    Missing,
    /// A symbolic link to nothing.
    #[error("this is a link, and what it leads to is not there")]
    Dangling,
    /// A folder.
    #[error("this is a folder, not a file")]
    Folder,
    /// A disk, a terminal and the like.
    #[error("this is a device, not a file")]
    Device,
    /// A pipe, which gives its text once.
    #[error("this is a pipe, not a file")]
    Pipe,
    /// A socket: other programs talk through it.
    #[error("this is a socket, not a file")]
    Socket,
    /// A folder on the way to the file may not be entered.
    #[error("you may not enter the folder it is in")]
    NoWay,
    /// The file may not be read.
    #[error("you may not read this file")]
    Forbidden,
    /// More bytes than this program reads.
    #[error("larger than {} MB{}", LARGEST / 1_000_000, alone(*.line))]
    TooLarge {
        /// The longest line, from 1, where it alone is as long as no text that somebody wrote.
        line: Option<usize>,
    },
    /// UTF-16 or UTF-32, as some editors save it.
    #[error("the text is in UTF-16, not in UTF-8")]
    Utf16,
    /// A document of an office program, a PDF or an archive.
    #[error("this is a document of an office program, a PDF or an archive, not a text")]
    NoText,
    /// Bytes that are not UTF-8.
    #[error("not UTF-8 text at line {line}, column {column} (byte 0x{byte:02X})")]
    NotUtf8 {
        /// Line of the first such byte, from 1.
        line: usize,
        /// Column of that byte in characters, from 1.
        column: usize,
        /// The byte.
        byte: u8,
    },
    /// A NUL, which no text has.
    #[error("a NUL character at line {line}, column {column}: not a text file, or a damaged one")]
    Nul {
        /// Line of the first NUL, from 1.
        line: usize,
        /// Column of the first NUL in characters, from 1.
        column: usize,
    },
    /// The system could not read it.
    #[error("{}", phrase(.0))]
    System(#[source] io::Error),
}

impl Failure {
    /// What the screen shows of a file that is there but holds no text: whoever can, puts it right while it
    /// is followed. None for everything else.
    pub fn can_be_put_right(&self) -> Option<Loaded> {
        let Self::File { path, reason } = self else { return None };
        let is_there = matches!(
            reason,
            ReadError::Forbidden
                | ReadError::NoWay
                | ReadError::Utf16
                | ReadError::NotUtf8 { .. }
                | ReadError::Nul { .. }
        );
        (is_there && path != Path::new(STANDARD_INPUT)).then(|| reason.loaded())
    }

    /// The same for a screen that nobody sits at: whatever is the matter with a file, even that it is not there
    /// yet, it is waited for.
    pub fn can_come_back(&self) -> Option<Loaded> {
        let Self::File { path, reason } = self else { return None };
        let is_missing = matches!(reason, ReadError::Missing);
        let loaded = || if is_missing { Loaded::Missing } else { reason.loaded() };
        (path != Path::new(STANDARD_INPUT)).then(loaded)
    }

    /// What helps, as one sentence for the user.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::File { reason, .. } => reason.hint(),
            Self::Create { reason, .. } if reason.kind() == io::ErrorKind::AlreadyExists => {
                "nothing was written: choose another name, or open the file that is there"
            }
            Self::Create { .. } => "nothing was written: check the folder",
            Self::Output(_) => "make room, or print to another place",
            Self::NoTerminal(_) => "run it in a terminal, or use `coopdash report` for plain text",
            Self::Terminal(_) => "try another terminal, or use `coopdash report` for plain text",
            Self::Threads(_) => "end other programs, or have your limit raised (`ulimit -u`, `ulimit -v`)",
        }
    }
}

impl ReadError {
    /// It as the app is told.
    pub(super) fn loaded(&self) -> Loaded {
        Loaded::Unreadable { why: self.to_string(), line: self.line(), help: self.hint().to_owned() }
    }

    /// The line of the file that is the reason, where it is one line.
    pub fn line(&self) -> Option<usize> {
        let (Self::NotUtf8 { line, .. } | Self::Nul { line, .. } | Self::TooLarge { line: Some(line) }) =
            self
        else {
            return None;
        };
        Some(*line)
    }

    /// What helps, as one sentence for the user.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Missing => "check the name, or write a new file with `coopdash new FILE`",
            Self::Dangling => "put the link right, or name the file itself",
            Self::Folder => "name a YAML file inside it",
            Self::Device => "name a YAML file, or `-` to read standard input",
            Self::Pipe | Self::Socket => "put a file in its place, or name another",
            Self::NoWay => "ask the owner of the folder for the permission to enter it",
            Self::Forbidden => "ask its owner for the permission to read it",
            Self::TooLarge { .. } => "a programme is rarely larger than 1 MB: is this the right file?",
            Self::NoText => {
                "copy its text into a file of its own: `coopdash new FILE` writes one to begin with"
            }
            Self::Utf16 | Self::NotUtf8 { .. } => "save it as UTF-8 in your editor",
            Self::Nul { .. } => "open it in an editor, or restore it from a copy",
            Self::System(_) => "check that its disk or network folder is there",
        }
    }
}

/// The line that makes a file too large.
fn alone(line: Option<usize>) -> String {
    line.map_or_else(String::new, |line| format!(", and line {line} alone more than 1 MB"))
}

/// What a file is called where people read it: a name may hold whatever acts on a terminal.
fn name(path: &Path) -> Clean {
    let is_input = path == Path::new(STANDARD_INPUT);
    Clean::line(&if is_input { "standard input".into() } else { path.to_string_lossy() })
}

/// What the system said, in plain words and without its number.
pub(super) fn phrase(error: &io::Error) -> String {
    let known = match Errno::from_io_error(error) {
        Some(Errno::NOSPC) => "the disk is full",
        Some(Errno::DQUOT) => "your share of the disk is used up",
        Some(Errno::ROFS) => "the disk is read-only",
        Some(Errno::BADF) => "standard output is closed",
        Some(Errno::NOMEM) => "there is not enough memory",
        Some(Errno::IO) => "the disk reports an error",
        Some(Errno::ACCESS | Errno::PERM) => "the system does not allow it",
        Some(Errno::NOENT) => "it is not there any more",
        Some(Errno::ISDIR) => "it is a folder",
        Some(Errno::STALE) => "the network folder is not connected any more",
        Some(Errno::LOOP) => "its links lead round in a circle",
        Some(Errno::NAMETOOLONG) => "the name of the file is too long",
        _ => return plain_words(error),
    };
    known.to_owned()
}

/// `No space left on device (os error 28)` as `no space left on device`.
fn plain_words(error: &io::Error) -> String {
    let said = error.to_string();
    let words = said.split(" (os error").next().unwrap_or_default();
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
