//! Telling: the system says what happens to the file (inotify), and it is passed on once it is over.
//!
//! Sleeps without a limit while nothing happens. A file that is being written is passed on when it is
//! closed, or when the writer, who keeps it open, has been quiet for a while; a file that is gone, when it
//! did not come back at once.

use super::looking::{Snapshot, look_at};
use super::polling::{PollReason, SPREAD};
use super::route::Route;
use crate::shell::clock::instant as now;
use crate::shell::inbox::Tell;
use crate::shell::message::Message;
use crate::shell::random;
use rustix::event::{PollFd, PollFlags, Timespec};
use rustix::fs::inotify::{self, CreateFlags, ReadFlags, WatchFlags};
use rustix::io::Errno;
use std::collections::HashMap;
use std::ffi::{OsStr, OsString};
use std::mem::MaybeUninit;
use std::os::fd::OwnedFd;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How long to wait after the first sign: programs change a file in several steps, and say so in many words.
const SETTLE: Duration = Duration::from_millis(40);

/// When a file counts as whole that its writer keeps open: so long after the last time it was written to.
const QUIET: Duration = Duration::from_millis(1900);

/// How long a file that is gone may take to come back before that is told.
const GRACE: Duration = Duration::from_millis(300);

/// When a file is looked at again of which nobody said whether it is whole.
const SECOND_LOOK: Duration = Duration::from_millis(150);

/// The kinds of file systems on which other computers change files without a word to this one.
const REMOTE: [(u64, &str); 15] = [
    (0x6969, "NFS"),
    (0x517B, "SMB"),
    (0xFE53_4D42, "SMB"),
    (0xFF53_4D42, "SMB"),
    (0x0102_1997, "9p"),
    (0x6573_5546, "FUSE"), // sshfs and the like
    (0x7375_7245, "Coda"),
    (0x5346_414F, "AFS"),
    (0x6B41_4653, "AFS"),
    (0x00C3_6400, "Ceph"),
    (0x0116_1970, "GFS2"),
    (0x7461_636F, "OCFS2"),
    (0x0BD0_0BD0, "Lustre"),
    (0x4750_4653, "GPFS"),
    (0x786F_4256, "a folder shared by VirtualBox"),
];

/// Follows the file until the loop has ended, or until the system cannot say what happens.
pub(super) fn follow(file: &Path, tell: &Tell) {
    let Ok(here) = std::path::absolute(file) else { return };
    if let Ok(watch) = Watch::new(&here) {
        let _ =
            Follower { file: here, watch, writing: Writing::Unknown, due: None, patience: GRACE }.run(tell);
    }
}

/// Whether somebody has the file open and has begun to change it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Writing {
    Yes,
    No,
    /// Nobody said: two looks decide.
    Unknown,
}

struct Follower {
    file: PathBuf,
    watch: Watch,
    writing: Writing,
    /// When what happened is passed on.
    due: Option<Instant>,
    /// How much longer a file that is gone is waited for.
    patience: Duration,
}

impl Follower {
    /// Begins with a look, for the file was read a moment before it was followed.
    fn run(mut self, tell: &Tell) -> Result<(), Errno> {
        self.after(SETTLE);
        loop {
            if self.wait()? {
                // Much is said at a time: one who writes many small pieces wakes nobody for each.
                std::thread::sleep(SETTLE);
                self.hear()?;
            } else if let Some(found) = self.over()?
                && !tell.send(Message::Touched(found))
            {
                return Ok(());
            }
        }
    }

    /// Waits for the system to say something; `false` when it is time to pass on what it said.
    fn wait(&self) -> Result<bool, Errno> {
        let left = self.due.map(|due| due.saturating_duration_since(now()));
        let left = left.and_then(|left| Timespec::try_from(left).ok());
        let mut ready = [PollFd::new(&self.watch.events, PollFlags::IN)];
        match rustix::event::poll(&mut ready, left.as_ref()) {
            Ok(count) => Ok(count > 0),
            Err(Errno::INTR) => Ok(true),
            Err(error) => Err(error),
        }
    }

    /// Takes everything the system says now.
    fn hear(&mut self) -> Result<(), Errno> {
        for heard in self.watch.heard()? {
            match heard {
                Heard::Begun => {
                    self.writing = Writing::Yes;
                    self.due = Some(now() + QUIET + random::below(SPREAD));
                }
                Heard::Closed => self.hurry(Writing::No),
                Heard::Other if self.writing == Writing::Yes => {}
                Heard::Gone | Heard::Other => self.hurry(Writing::Unknown),
            }
        }
        Ok(())
    }

    /// Passes on soon, for nobody writes any more, whatever was waited for before.
    fn hurry(&mut self, writing: Writing) {
        if self.writing == Writing::Yes {
            self.due = None;
        }
        self.writing = writing;
        self.after(SETTLE + random::below(SPREAD));
    }

    /// Passes on in so much time, unless that was said before.
    fn after(&mut self, time: Duration) {
        self.due.get_or_insert_with(|| now() + time);
    }

    /// What is there now; nothing yet where somebody goes on writing, or while the file may come back.
    fn over(&mut self) -> Result<Option<Snapshot>, Errno> {
        // The way to the file may be another now. What was said of the old one until here counts.
        let new = Watch::new(&self.file)?;
        if self.writing == Writing::Yes {
            // The writer has been quiet for long enough.
            self.writing = Writing::Unknown;
        }
        self.hear()?;
        self.watch = new;
        if self.writing == Writing::Yes {
            return Ok(None);
        }
        self.due = None;
        let found = look_at(&self.file);
        if found == Err(Errno::NOENT) && !self.patience.is_zero() {
            self.after(self.patience);
            self.patience = Duration::ZERO;
            return Ok(None);
        }
        if self.writing == Writing::Unknown {
            std::thread::sleep(SECOND_LOOK);
        }
        self.hear()?;
        if self.writing == Writing::Yes {
            return Ok(None);
        }
        if look_at(&self.file) != found {
            self.after(SETTLE);
            return Ok(None);
        }
        self.writing = Writing::No;
        self.patience = GRACE;
        Ok(Some(found))
    }
}

/// What the system said about the file or the way to it.
enum Heard {
    /// Somebody begins to write, or goes on.
    Begun,
    /// Whoever wrote has finished, or another file was put in its place.
    Closed,
    /// The file was deleted or moved away.
    Gone,
    /// Something else that may be of importance.
    Other,
}

/// The folders and the file that are watched.
struct Watch {
    events: OwnedFd,
    /// By watched folder, the names in it that matter.
    names: HashMap<i32, Vec<OsString>>,
    /// The folder of each.
    folders: HashMap<i32, PathBuf>,
    file: Option<i32>,
}

impl Watch {
    /// Watches the way to the file as it is now.
    fn new(file: &Path) -> Result<Self, Errno> {
        for _ in 0..20 {
            match Self::once(file) {
                // A folder has just gone.
                Err(Errno::NOENT | Errno::NOTDIR) => std::thread::sleep(SETTLE),
                answer => return answer,
            }
        }
        Self::once(file)
    }

    fn once(file: &Path) -> Result<Self, Errno> {
        let route = Route::to(file);
        let events = inotify::init(CreateFlags::NONBLOCK | CreateFlags::CLOEXEC)?;
        let mut watch = Self { events, names: HashMap::new(), folders: HashMap::new(), file: None };
        for (folder, names) in route.folders {
            watch.folder(folder, names)?;
        }
        if let Some(file) = &route.file {
            // Where this is not allowed, or the file has just gone, the folder says enough.
            watch.file = inotify::add_watch(&watch.events, file, WatchFlags::MODIFY).ok();
        }
        Ok(watch)
    }

    fn folder(&mut self, folder: PathBuf, names: Vec<OsString>) -> Result<(), Errno> {
        if !names.is_empty() && is_remote(&folder) {
            return Err(Errno::NOTSUP);
        }
        let itself = WatchFlags::DELETE_SELF | WatchFlags::MOVE_SELF | WatchFlags::ONLYDIR;
        let inside = WatchFlags::CLOSE_WRITE
            | WatchFlags::MOVED_FROM
            | WatchFlags::MOVED_TO
            | WatchFlags::CREATE
            | WatchFlags::DELETE
            | WatchFlags::ATTRIB;
        let wanted = if names.is_empty() { itself } else { itself | inside };
        match inotify::add_watch(&self.events, &folder, wanted | WatchFlags::MASK_ADD) {
            Ok(number) => {
                self.names.entry(number).or_default().extend(names);
                self.folders.insert(number, folder);
                Ok(())
            }
            // A folder above that may be passed through but not be looked into cannot be watched; it rarely
            // moves. The folder of the file must be.
            Err(Errno::ACCESS) if names.is_empty() => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// All that was said since the last time, as far as it matters.
    fn heard(&self) -> Result<Vec<Heard>, Errno> {
        let mut heard = Vec::new();
        let mut space = [MaybeUninit::uninit(); 4096];
        let mut reader = inotify::Reader::new(&self.events, &mut space);
        loop {
            match reader.next() {
                Ok(event) => {
                    let name = event.file_name().map(|name| OsStr::from_bytes(name.to_bytes()));
                    heard.extend(self.meaning(event.wd(), event.events(), name));
                }
                Err(Errno::AGAIN) => return Ok(heard),
                Err(Errno::INTR) => {}
                Err(error) => return Err(error),
            }
        }
    }

    fn meaning(&self, number: i32, what: ReadFlags, name: Option<&OsStr>) -> Option<Heard> {
        if what.contains(ReadFlags::QUEUE_OVERFLOW) {
            return Some(Heard::Other);
        }
        if Some(number) == self.file && name.is_none() {
            return what.contains(ReadFlags::MODIFY).then_some(Heard::Begun);
        }
        let Some(name) = name else {
            let moved = ReadFlags::DELETE_SELF | ReadFlags::MOVE_SELF | ReadFlags::UNMOUNT;
            return what.intersects(moved).then_some(Heard::Other);
        };
        if !self.names.get(&number)?.iter().any(|own| own == name) {
            return None;
        }
        if what.intersects(ReadFlags::CLOSE_WRITE | ReadFlags::MOVED_TO) {
            return Some(Heard::Closed);
        }
        if what.intersects(ReadFlags::DELETE | ReadFlags::MOVED_FROM) {
            return Some(Heard::Gone);
        }
        let new = || self.folders.get(&number).map(|folder| folder.join(name));
        if what.contains(ReadFlags::CREATE) && !what.contains(ReadFlags::ISDIR) {
            return new().map(|path| if is_whole(&path) { Heard::Other } else { Heard::Begun });
        }
        Some(Heard::Other)
    }
}

/// Whether a new name is not the name of a file that is about to be written: a link, a second name, no file.
fn is_whole(path: &Path) -> bool {
    rustix::fs::lstat(path).is_ok_and(|found| {
        let kind = rustix::fs::FileType::from_raw_mode(found.st_mode);
        !kind.is_file() || found.st_nlink > 1
    })
}

fn is_remote(folder: &Path) -> bool {
    remote(folder).is_some()
}

/// The kind of file system of a folder, where other computers change files on it without a word to this one.
fn remote(folder: &Path) -> Option<&'static str> {
    let kind = u64::try_from(rustix::fs::statfs(folder).ok()?.f_type).ok()?;
    REMOTE.iter().find(|(known, _)| *known == kind).map(|(_, name)| *name)
}

/// Why the system cannot say what happens to a file; none where it can.
pub(super) fn obstacle(file: &Path) -> Option<PollReason> {
    let Ok(here) = std::path::absolute(file) else { return Some(PollReason::System) };
    let named = Route::to(&here).folders.into_iter().filter(|(_, names)| !names.is_empty());
    let mut remotes = named.filter_map(|(folder, _)| remote(&folder));
    if let Some(kind) = remotes.next() {
        return Some(PollReason::FileSystem(kind));
    }
    Watch::once(&here).err().map(|_| PollReason::System)
}
