//! Files: reading the document, and saying clearly why it cannot be read.
//!
//! Never understands the text and never changes a byte of it. Saving is in `save`.

use super::failure::{Failure, LARGEST, ReadError, STANDARD_INPUT};
use super::follow::{Snapshot, Stamp, look_at};
use crate::app::Loaded;
use crate::document::read_on;
use chrono::NaiveDate;
use rustix::fs::{FileType, Mode, OFlags, RawMode};
use rustix::io::Errno;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::time::Duration;

/// Reads the file `path` as text, whole and unchanged.
///
/// # Errors
///
/// [`Failure::File`], with line and column where the text is in another encoding.
pub fn read(path: &Path) -> Result<String, Failure> {
    read_known(path).map(|(text, _)| text)
}

/// The same, and what the file looked like, where nobody was changing it.
///
/// # Errors
///
/// As for [`read`].
pub fn read_known(path: &Path) -> Result<(String, Option<Stamp>), Failure> {
    read_file(path).map_err(|reason| Failure::File { path: path.to_owned(), reason })
}

/// How many bytes there are to be read, where that is known.
pub fn size(path: &Path) -> Option<u64> {
    let found = rustix::fs::stat(path).ok().filter(|found| no_file(found.st_mode).is_none())?;
    u64::try_from(found.st_size).ok()
}

/// Reads standard input to its end.
///
/// # Errors
///
/// As for [`read`].
pub fn read_standard_input() -> Result<String, Failure> {
    bytes(io::stdin().lock(), 0)
        .and_then(text)
        .map_err(|reason| Failure::File { path: STANDARD_INPUT.into(), reason })
}

/// A file that somebody has just written to is read once it has not changed for so long.
const QUIET: Duration = Duration::from_millis(150);

/// How often that is waited for.
const MOST_LOOKS: usize = 12;

/// How the file is to be read again.
#[derive(Debug)]
pub(super) struct Asked {
    /// The day it is held against.
    pub(super) today: NaiveDate,
    /// The text whose meaning is known.
    pub(super) known: Option<String>,
}

/// Reads the file again while the program runs, once nobody writes to it any more: half a text may look whole.
pub(super) fn reload(path: &Path, asked: &Asked) -> Loaded {
    let mut found = look_at(path);
    for _ in 0..MOST_LOOKS {
        if !found.is_ok_and(Stamp::is_fresh) {
            break;
        }
        std::thread::sleep(QUIET);
        let again = look_at(path);
        if again == found {
            break;
        }
        found = again;
    }
    loaded(open_again(path).and_then(|file| text_of(&file)), asked)
}

/// Reads the file again if it looks like this before and after; else somebody is writing to it.
pub(super) fn reload_if(path: &Path, look: &Snapshot, asked: &Asked) -> Option<Loaded> {
    let file = match open_again(path) {
        Ok(file) => file,
        Err(reason) => return (look_at(path) == *look).then(|| loaded(Err(reason), asked)),
    };
    let is_same = || Stamp::of(&file) == *look;
    let text = is_same().then(|| text_of(&file))?;
    is_same().then(|| loaded(text, asked))
}

/// What the app is told of a text: also what it means on this day, which takes longer than reading it, unless that is
/// known.
fn loaded(text: Result<String, ReadError>, asked: &Asked) -> Loaded {
    match text {
        Ok(text) if asked.known.as_ref() == Some(&text) => Loaded::Known(text),
        Ok(text) => Loaded::Text(Box::new(read_on(text, asked.today))),
        Err(ReadError::Missing | ReadError::Dangling) => Loaded::Missing,
        Err(reason) => reason.loaded(),
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place where the document is opened")]
fn read_file(path: &Path) -> Result<(String, Option<Stamp>), ReadError> {
    match kind(path)? {
        // Pipes are fine: `coopdash <(command)` is one.
        None | Some(ReadError::Pipe) => {
            let file = File::open(path).map_err(|error| refused(path, error))?;
            let before = Stamp::of(&file);
            let text = text_of(&file)?;
            let known = before.ok().filter(|stamp| Stamp::of(&file) == Ok(*stamp) && !stamp.is_fresh());
            Ok((text, known))
        }
        Some(other) => Err(other),
    }
}

/// Opens the file again. Not a pipe, which gives its text once, and keeps waiting whoever opens it.
fn open_again(path: &Path) -> Result<File, ReadError> {
    if let Some(other) = kind(path)? {
        return Err(other);
    }
    let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    let file = rustix::fs::open(path, flags, Mode::empty()).map_err(|error| refused(path, error.into()))?;
    // Something else may have taken its place just now.
    let found = rustix::fs::fstat(&file).map_err(|error| refused(path, error.into()))?;
    no_file(found.st_mode).map_or(Ok(file.into()), Err)
}

/// What stands there in place of a file. Asked before anything is opened: to open a device may act.
fn kind(path: &Path) -> Result<Option<ReadError>, ReadError> {
    let found = rustix::fs::stat(path).map_err(|error| refused(path, error.into()))?;
    Ok(no_file(found.st_mode))
}

/// What this is, if it is no plain file.
pub(super) fn no_file(mode: RawMode) -> Option<ReadError> {
    match FileType::from_raw_mode(mode) {
        FileType::RegularFile => None,
        FileType::Directory => Some(ReadError::Folder),
        FileType::Fifo => Some(ReadError::Pipe),
        FileType::Socket => Some(ReadError::Socket),
        FileType::CharacterDevice | FileType::BlockDevice | FileType::Symlink | FileType::Unknown => {
            Some(ReadError::Device)
        }
    }
}

fn text_of(file: &File) -> Result<String, ReadError> {
    let found = rustix::fs::fstat(file).map_err(|error| ReadError::System(error.into()))?;
    match no_file(found.st_mode) {
        None | Some(ReadError::Pipe) => text(bytes(file, u64::try_from(found.st_size).unwrap_or_default())?),
        Some(other) => Err(other),
    }
}

/// Why the system did not open the file of this name.
fn refused(path: &Path, error: io::Error) -> ReadError {
    match Errno::from_io_error(&error) {
        Some(Errno::NOENT) if rustix::fs::lstat(path).is_ok() => ReadError::Dangling,
        Some(Errno::NOENT | Errno::NOTDIR) => ReadError::Missing,
        Some(Errno::ACCESS) if rustix::fs::stat(path).is_err() => ReadError::NoWay,
        Some(Errno::ACCESS | Errno::PERM) => ReadError::Forbidden,
        Some(Errno::ISDIR) => ReadError::Folder,
        _ => ReadError::System(error),
    }
}

/// Everything in `source`, up to [`LARGEST`]; `expected` saves growing step by step.
fn bytes(source: impl Read, expected: u64) -> Result<Vec<u8>, ReadError> {
    let room = usize::try_from(expected.min(LARGEST)).unwrap_or_default();
    let mut bytes = Vec::new();
    bytes.try_reserve_exact(room + 1).map_err(|_| ReadError::System(Errno::NOMEM.into()))?;
    source.take(LARGEST + 1).read_to_end(&mut bytes).map_err(ReadError::System)?;
    if bytes.len() as u64 > LARGEST {
        return Err(ReadError::TooLarge { line: longest_line(&bytes) });
    }
    Ok(bytes)
}

/// The number of the longest line, from 1, if it is longer than a megabyte.
fn longest_line(bytes: &[u8]) -> Option<usize> {
    const LONG: usize = 1_000_000;
    let lines = (1..).zip(bytes.split(|byte| *byte == b'\n'));
    lines.max_by_key(|(_, line)| line.len()).filter(|(_, line)| line.len() > LONG).map(|(number, _)| number)
}

/// The bytes as text, unchanged.
fn text(bytes: Vec<u8>) -> Result<String, ReadError> {
    if SIGNATURES.iter().any(|signature| bytes.starts_with(signature)) {
        return Err(ReadError::NoText);
    }
    if is_utf16(&bytes) {
        return Err(ReadError::Utf16);
    }
    let text = String::from_utf8(bytes).map_err(|wrong| {
        let at = wrong.utf8_error().valid_up_to();
        let (line, column) = place(wrong.as_bytes(), at);
        ReadError::NotUtf8 { line, column, byte: wrong.as_bytes().get(at).copied().unwrap_or_default() }
    })?;
    if let Some(at) = text.find('\0') {
        let (line, column) = place(text.as_bytes(), at);
        return Err(ReadError::Nul { line, column });
    }
    Ok(text)
}

/// How files begin that are no text, whatever their name: archives (and the office documents that are
/// archives), older office documents, PDF.
const SIGNATURES: [&[u8]; 3] = [b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF-"];

/// A byte order mark of UTF-16, or the zero that every second byte of UTF-16 in Latin script is.
fn is_utf16(bytes: &[u8]) -> bool {
    match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => true,
        [a, b, c, d, ..] => [a, b, c, d].map(|byte| *byte == 0) == [*a == 0, *a != 0, *a == 0, *a != 0],
        _ => false,
    }
}

/// Line and column (in characters) of the byte at `at`, both from 1; what stands before it is UTF-8.
fn place(bytes: &[u8], at: usize) -> (usize, usize) {
    let before = String::from_utf8_lossy(bytes.get(..at).unwrap_or_default());
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (line, column)
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a test writes a file")]
mod tests {
    use super::*;
    use crate::yaml::tree::READ;

    /// What comes of a file that holds `text` where `known` is known, and how many texts were looked into for it.
    fn looked_into(text: &str, known: Option<&str>) -> (Loaded, usize) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("programme.yaml");
        std::fs::write(&path, text).unwrap();
        let asked = Asked { today: NaiveDate::MIN, known: known.map(str::to_owned) };
        let before = READ.get();
        let loaded = reload_if(&path, &look_at(&path), &asked).unwrap();
        (loaded, READ.get() - before)
    }

    #[test]
    fn another_text_is_looked_into_once_and_one_that_is_known_not_at_all() {
        const TEXT: &str = "programme: { title: A }\n";
        assert_eq!(looked_into(TEXT, Some(TEXT)), (Loaded::Known(TEXT.to_owned()), 0));
        for known in [None, Some("programme: { title: B }\n")] {
            let (loaded, count) = looked_into(TEXT, known);
            assert!(matches!(loaded, Loaded::Text(_)));
            assert_eq!(count, 1);
        }
    }
}
