//! Looking: what can be seen of a file without reading it.

use rustix::fs::{FileType, Mode, OFlags, Stat};
use rustix::io::Errno;
use std::os::fd::AsFd;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

/// What a look at the file showed.
pub(in crate::shell) type Snapshot = Result<Stamp, Errno>;

/// What is different after somebody wrote to a file or put another in its place: device, number, size and
/// the time of the last change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp([i128; 5]);

impl Stamp {
    /// Of an open file.
    pub(in crate::shell) fn of(file: impl AsFd) -> Snapshot {
        rustix::fs::fstat(file).map(Self::from)
    }

    /// Whether it was changed within the last seconds, or in what is the future here: the clock of a network
    /// folder is another one.
    #[expect(clippy::disallowed_methods, reason = "how long ago the system saw the last change")]
    pub(in crate::shell) fn is_fresh(self) -> bool {
        let [.., seconds, _] = self.0;
        let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
        seconds + FRESH >= now.into()
    }
}

impl From<Stat> for Stamp {
    fn from(found: Stat) -> Self {
        Self([
            found.st_dev.into(),
            found.st_ino.into(),
            found.st_size.into(),
            found.st_mtime.into(),
            found.st_mtime_nsec.into(),
        ])
    }
}

/// So many seconds ago a file was just written.
const FRESH: i128 = 3;

/// Looks at a file by opening it: a network folder may answer for what is closed from memory. What is no
/// plain file is not opened, for that may wait or act.
pub(in crate::shell) fn look_at(path: &Path) -> Snapshot {
    let found = rustix::fs::stat(path)?;
    if !FileType::from_raw_mode(found.st_mode).is_file() {
        return Ok(found.into());
    }
    let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    Stamp::of(rustix::fs::open(path, flags, Mode::empty())?)
}
