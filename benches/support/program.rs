//! Programs in pseudo-terminals: how each is started, when its screen is there, and what it then costs.

use crate::document::document;
use crate::session::{Session, Start};
use crate::{FLOOR, machine};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

/// For so long nothing is written where a frame is over.
const OVER: Duration = Duration::from_millis(30);

/// A file in the forms that programs read.
pub(crate) struct File {
    pub(crate) name: String,
    yaml: PathBuf,
    csv: PathBuf,
}

impl File {
    /// Writes one of about so many bytes.
    pub(crate) fn new(folder: &Path, bytes: usize) -> Self {
        let name = if bytes < 1_000_000 {
            format!("{} kB", bytes / 1_000)
        } else {
            format!("{} MB", bytes / 1_000_000)
        };
        let path = |ending: &str| folder.join(format!("{bytes}.{ending}"));
        let (yaml, csv) = (path("yaml"), path("csv"));
        let text = document(bytes);
        std::fs::write(&csv, rows_of(&text, bytes)).unwrap();
        std::fs::write(&yaml, text).unwrap();
        Self { name, yaml, csv }
    }
}

/// A table of about as many bytes: its words, ten in a row.
fn rows_of(text: &str, bytes: usize) -> String {
    let words: Vec<&str> =
        text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let mut table = "a,b,c,d,e,f,g,h,i,j\n".to_owned();
    for row in words.chunks_exact(10).cycle() {
        if table.len() >= bytes {
            break;
        }
        table.push_str(&row.join(","));
        table.push('\n');
    }
    table
}

/// A program that is measured.
pub(crate) struct Program {
    pub(crate) name: String,
    command: Vec<String>,
    /// What stands on its screen when the file does, in the order it is written.
    painted: &'static [&'static str],
    /// Pressed before rows are moved.
    before: &'static str,
    takes_csv: bool,
    /// What it writes once a frame, where that is known.
    frame: Option<&'static str>,
}

impl Program {
    /// Ours, the floor, and those of others that are installed.
    pub(crate) fn all() -> Vec<Self> {
        let shipped = std::env::var("PROGRAM").unwrap_or_else(|_| env!("CARGO_BIN_EXE_coopdash").to_owned());
        let this = std::env::current_exe().unwrap().to_str().unwrap().to_owned();
        let painted: &[&str] = &["Generated", "quit"];
        let mut all = vec![
            Self {
                name: "coopdash".to_owned(),
                command: vec![shipped, "--as-of".to_owned(), "2024-01-15".to_owned()],
                painted,
                before: "3",
                takes_csv: false,
                frame: Some("\x1b[?2026h"),
            },
            Self {
                name: "floor".to_owned(),
                command: vec![this, FLOOR.to_owned()],
                painted,
                before: "",
                takes_csv: false,
                frame: Some("\x1b[?25l"),
            },
        ];
        all.extend(Self::other("jless", &["--mode", "line"], &["programme"], false));
        all.extend(Self::other("csvlens", &[], &["Generated"], true));
        all.extend(Self::other("vd", &[], &["Generated"], true));
        all
    }

    /// One of others, by the name and version it gives itself; none where it is not installed.
    fn other(
        name: &str,
        options: &[&str],
        painted: &'static [&'static str],
        takes_csv: bool,
    ) -> Option<Self> {
        let version = Command::new(name).arg("--version").output().ok()?;
        let version = String::from_utf8_lossy(&version.stdout).trim().to_owned();
        let version = version.rsplit_once('/').map_or(version.clone(), |(_, behind)| behind.to_owned());
        let command = [&[name], options].concat().into_iter().map(str::to_owned).collect();
        Some(Self { name: version, command, painted, before: "", takes_csv, frame: None })
    }

    /// Starts it on a file, in a window of this size, with these variables.
    pub(crate) fn start(
        &self,
        file: &File,
        (columns, rows): (u16, u16),
        environment: &[(&str, &str)],
    ) -> Running<'_> {
        let mut command = self.command.clone();
        let file = if self.takes_csv { &file.csv } else { &file.yaml };
        command.push(file.to_str().unwrap().to_owned());
        let environment = [("LANG", "C.UTF-8")].iter().chain(environment);
        let environment = environment.map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        let start = Start { command, environment: environment.collect(), size: (columns, rows) };
        let started = Instant::now();
        Running { program: self, session: start.go(), started }
    }
}

/// A program that runs.
pub(crate) struct Running<'a> {
    program: &'a Program,
    session: Session,
    started: Instant,
}

impl Running<'_> {
    /// Milliseconds until its screen is there; then it comes to rest.
    pub(crate) fn first_paint(&mut self) -> f64 {
        self.session.wait_until("its screen", |session| is_written(&session.bytes(), self.program.painted));
        let took = self.started.elapsed();
        self.rest_of(0);
        took.as_secs_f64() * 1_000.0
    }

    /// Its resident memory in MB.
    pub(crate) fn memory(&self) -> f64 {
        machine::resident(self.session.pid())
    }

    /// Moves by so many rows, one by one: milliseconds of the processor, and bytes, of each.
    pub(crate) fn keys(&mut self, count: u32) -> (f64, f64) {
        let before = self.program.before;
        if !before.is_empty() {
            let from = self.session.bytes().len();
            self.session.press(before);
            self.rest_of(from);
        }
        // The first may do once what the others need not.
        self.key();
        let (time, bytes) = (machine::processor(self.session.pid()), self.session.bytes().len());
        for _ in 0..count {
            self.key();
        }
        let time = machine::processor(self.session.pid()) - time;
        let bytes = self.session.bytes().len() - bytes;
        (time / f64::from(count), machine::float(bytes) / f64::from(count))
    }

    fn key(&mut self) {
        let from = self.session.bytes().len();
        self.session.press("j");
        self.rest_of(from);
    }

    /// So many keys in one piece: how many frames that makes, and how many bytes.
    pub(crate) fn burst(&mut self, keys: usize) -> (f64, f64) {
        self.key();
        let from = self.session.bytes().len();
        self.session.press("j".repeat(keys));
        self.rest_of(from);
        self.session.settle();
        let written = self.session.since(from);
        let frames = self.program.frame.map(|mark| String::from_utf8_lossy(&written).matches(mark).count());
        (frames.map_or(f64::NAN, machine::float), machine::float(written.len()))
    }

    /// How often it wakes in so many seconds without a key, and how much it writes.
    pub(crate) fn rest(&mut self, seconds: u64) -> (f64, f64) {
        self.session.settle();
        let (wakes, bytes) = (self.session.wakeups(), self.session.bytes().len());
        std::thread::sleep(Duration::from_secs(seconds));
        let wakes = usize::try_from(self.session.wakeups() - wakes).unwrap();
        (machine::float(wakes), machine::float(self.session.bytes().len() - bytes))
    }

    /// Waits until it has written something behind the first `from` bytes, and then nothing for a while.
    fn rest_of(&self, from: usize) {
        let (mut length, mut since, begun) = (from, Instant::now(), Instant::now());
        while length == from || since.elapsed() < OVER {
            let now = self.session.bytes().len();
            if now != length {
                (length, since) = (now, Instant::now());
            }
            assert!(begun.elapsed() < Duration::from_secs(30), "{} does not answer a key", self.program.name);
            std::thread::sleep(Duration::from_millis(1));
        }
    }
}

/// Whether these stand in the bytes, one behind the other.
fn is_written(bytes: &[u8], words: &[&str]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let mut rest = &*text;
    words.iter().all(|word| match rest.split_once(word) {
        Some((_, behind)) => {
            rest = behind;
            true
        }
        None => false,
    })
}
