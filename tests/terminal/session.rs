//! A session: a program in a pseudo-terminal, what it wrote, and the screen that makes.

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, SlavePty, native_pty_system};
use rustix::fs::{Mode, OFlags};
use rustix::process::{Pid, Signal};
use std::io::{Read, Write};
use std::os::fd::OwnedFd;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// Only ever reached by a program that hangs.
pub(crate) const HANGS: Duration = Duration::from_mins(1);

pub(crate) struct Session {
    child: Box<dyn Child + Send + Sync>,
    master: Option<Box<dyn MasterPty + Send>>,
    slave: Option<Box<dyn SlavePty + Send>>,
    writer: Option<Box<dyn Write + Send>>,
    reader: Option<JoinHandle<()>>,
    heard: Arc<Heard>,
    size: (u16, u16),
}

#[derive(Default)]
struct Heard {
    bytes: Mutex<Vec<u8>>,
    more: Condvar,
    /// While locked by a test, the terminal takes nothing.
    deaf: Mutex<()>,
    closing: AtomicBool,
}

/// How to start a session.
pub(crate) struct Start {
    pub(crate) command: Vec<String>,
    pub(crate) environment: Vec<(String, String)>,
    pub(crate) size: (u16, u16),
}

impl Start {
    /// The toy of this test program, on a file or on nothing.
    pub(crate) fn toy(file: Option<&Path>) -> Self {
        let this = std::env::current_exe().unwrap();
        let words = ["toy", "--exact", "--ignored", "--nocapture", "--test-threads=1"];
        let command = std::iter::once(this.to_str().unwrap()).chain(words).map(str::to_owned).collect();
        let file = file.map_or(String::new(), |file| file.to_str().unwrap().to_owned());
        Self { command, environment: vec![("TOY".to_owned(), file)], size: (80, 24) }
    }

    /// The same program started by `sh`, where the script calls it `"$@"`.
    pub(crate) fn in_shell(mut self, script: &str) -> Self {
        let words = ["/bin/sh", "-c", script, "sh"].map(str::to_owned);
        self.command.splice(0..0, words);
        self
    }

    pub(crate) fn with(mut self, variable: &str, value: &str) -> Self {
        self.environment.push((variable.to_owned(), value.to_owned()));
        self
    }

    pub(crate) fn sized(mut self, width: u16, height: u16) -> Self {
        self.size = (width, height);
        self
    }

    pub(crate) fn go(self) -> Session {
        let pair = native_pty_system().openpty(pty_size(self.size)).unwrap();
        let mut command = CommandBuilder::from_argv(self.command.into_iter().map(Into::into).collect());
        for variable in ["VISUAL", "EDITOR", "NO_COLOR", "COLORTERM", "RUST_BACKTRACE"] {
            command.env_remove(variable);
        }
        command.env("TERM", "xterm-256color");
        for (variable, value) in self.environment {
            command.env(variable, value);
        }
        let child = pair.slave.spawn_command(command).unwrap();
        let heard = Arc::new(Heard::default());
        let mut from = pair.master.try_clone_reader().unwrap();
        let into = Arc::clone(&heard);
        let reader = thread::spawn(move || {
            let mut chunk = vec![0; 65536];
            while let Ok(count @ 1..) = from.read(&mut chunk) {
                drop(into.deaf.lock().unwrap());
                if into.closing.load(Ordering::SeqCst) {
                    return;
                }
                into.bytes.lock().unwrap().extend_from_slice(&chunk[..count]);
                into.more.notify_all();
            }
        });
        let writer = pair.master.take_writer().unwrap();
        Session {
            child,
            master: Some(pair.master),
            slave: Some(pair.slave),
            writer: Some(writer),
            reader: Some(reader),
            heard,
            size: self.size,
        }
    }
}

impl Session {
    /// Types these bytes in one piece.
    pub(crate) fn press(&mut self, keys: impl AsRef<[u8]>) {
        let writer = self.writer.as_mut().unwrap();
        writer.write_all(keys.as_ref()).unwrap();
        writer.flush().unwrap();
    }

    /// Types these keys one by one, faster than people do and yet not as one piece.
    pub(crate) fn type_in(&mut self, keys: &str) {
        let end = self.other_end();
        for key in keys.chars() {
            self.press(key.encode_utf8(&mut [0; 4]));
            let (started, wrote) = (Instant::now(), self.bytes().len());
            let waited = |millis| started.elapsed() >= Duration::from_millis(millis);
            // It takes a moment until what was typed is there to be read, on a busy machine a long one: what was
            // typed meanwhile would come as one piece, and be a paste. Not every key changes what is shown.
            while !waited(8)
                || rustix::io::ioctl_fionread(&end).unwrap() > 0
                || !(waited(50) || self.bytes().len() > wrote)
            {
                assert!(started.elapsed() < HANGS, "nobody reads the keys");
                thread::sleep(Duration::from_millis(1));
            }
        }
    }

    pub(crate) fn resize(&mut self, width: u16, height: u16) {
        self.size = (width, height);
        self.master.as_ref().unwrap().resize(pty_size(self.size)).unwrap();
    }

    pub(crate) fn signal(&self, signal: Signal) {
        rustix::process::kill_process(self.pid(), signal).unwrap();
    }

    pub(crate) fn pid(&self) -> Pid {
        Pid::from_raw(self.child.process_id().unwrap().try_into().unwrap()).unwrap()
    }

    /// Everything the program wrote until now.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        self.heard.bytes.lock().unwrap().clone()
    }

    /// What it wrote after the first `from` bytes.
    pub(crate) fn since(&self, from: usize) -> Vec<u8> {
        self.heard.bytes.lock().unwrap().get(from..).unwrap_or_default().to_vec()
    }

    /// Waits until the screen says this.
    pub(crate) fn wait_for(&self, text: &str) {
        self.wait_until(text, |session| session.screen().contents().contains(text));
    }

    pub(crate) fn wait_until(&self, what: &str, is_so: impl Fn(&Self) -> bool) {
        let started = Instant::now();
        while !is_so(self) {
            let bytes = self.heard.bytes.lock().unwrap();
            drop(self.heard.more.wait_timeout(bytes, Duration::from_millis(20)).unwrap());
            assert!(
                started.elapsed() < HANGS,
                "waited for {what:?}\n{}\n{:?}",
                self.screen().contents(),
                String::from_utf8_lossy(&self.bytes())
            );
        }
    }

    /// What stands on the screen now.
    pub(crate) fn screen(&self) -> vt100::Screen {
        let at_least_one = |side: u16| side.max(1).try_into().unwrap();
        let (width, height) = self.size;
        let mut terminal = vt100::Parser::new(at_least_one(height), at_least_one(width), 0);
        terminal.process(&self.bytes());
        terminal.screen().clone()
    }

    /// Whether the program has written this after the first `from` bytes.
    pub(crate) fn wrote_since(&self, from: usize, text: &str) -> bool {
        String::from_utf8_lossy(self.bytes().get(from..).unwrap_or_default()).contains(text)
    }

    /// How often the program has written this.
    pub(crate) fn count(&self, text: &str) -> usize {
        String::from_utf8_lossy(&self.bytes()).matches(text).count()
    }

    /// Waits until nothing was written for a while.
    pub(crate) fn settle(&self) {
        let mut before = 0;
        while before != self.bytes().len() {
            before = self.bytes().len();
            thread::sleep(Duration::from_millis(200));
        }
    }

    /// Waits until nothing was written for a moment.
    pub(crate) fn settle_briefly(&self) {
        let mut before = usize::MAX;
        while before != self.bytes().len() {
            before = self.bytes().len();
            thread::sleep(Duration::from_millis(70));
        }
    }

    /// How often the program has called write(2).
    #[cfg(target_os = "linux")]
    pub(crate) fn writes(&self) -> u64 {
        let counters = std::fs::read_to_string(format!("/proc/{}/io", self.pid())).unwrap();
        let line = counters.lines().find_map(|line| line.strip_prefix("syscw: ")).unwrap();
        line.parse().unwrap()
    }

    /// How often the threads of the program have slept.
    #[cfg(target_os = "linux")]
    pub(crate) fn wakeups(&self) -> u64 {
        let threads = std::fs::read_dir(format!("/proc/{}/task", self.pid())).unwrap();
        let switches = threads.map(|thread| {
            let status = std::fs::read_to_string(thread.unwrap().path().join("status")).unwrap();
            let line = status.lines().find_map(|line| line.strip_prefix("voluntary_ctxt_switches:")).unwrap();
            line.trim().parse::<u64>().unwrap()
        });
        switches.sum()
    }

    /// Runs `then` while the terminal takes nothing of what the program writes.
    pub(crate) fn while_deaf<T>(&mut self, then: impl FnOnce(&mut Self) -> T) -> T {
        let heard = Arc::clone(&self.heard);
        let _deaf = heard.deaf.lock().unwrap();
        then(self)
    }

    /// Whether the program has not ended yet.
    pub(crate) fn is_running(&mut self) -> bool {
        self.child.try_wait().unwrap().is_none()
    }

    /// Waits for the end of the program: its status, or the signal that killed it.
    pub(crate) fn end(&mut self) -> Result<u32, String> {
        let started = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                // What it wrote last may still be on its way here.
                self.settle_briefly();
                return status.signal().map_or(Ok(status.exit_code()), |signal| Err(signal.to_owned()));
            }
            assert!(started.elapsed() < HANGS, "the program does not end:\n{}", self.screen().contents());
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// Closes the terminal as a window is closed.
    pub(crate) fn close(&mut self) {
        if self.master.is_none() {
            return;
        }
        // The reader holds an end of its own. It lets go at the next byte, which comes from here.
        self.heard.closing.store(true, Ordering::SeqCst);
        let _ = rustix::io::write(self.other_end(), b".");
        if let Some(reader) = self.reader.take() {
            reader.join().unwrap();
        }
        self.writer = None;
        self.slave = None;
        self.master = None;
    }

    /// The modes of the terminal, comparable.
    pub(crate) fn modes(&self) -> String {
        let modes = rustix::termios::tcgetattr(self.other_end()).unwrap();
        format!(
            "{:?} {:?} {:?} {:?}",
            modes.input_modes, modes.output_modes, modes.control_modes, modes.local_modes
        )
    }

    /// The terminal as the program has it.
    fn other_end(&self) -> OwnedFd {
        let name = self.master.as_ref().unwrap().tty_name().unwrap();
        let flags = OFlags::RDWR | OFlags::NOCTTY | OFlags::NONBLOCK | OFlags::CLOEXEC;
        rustix::fs::open(name, flags, Mode::empty()).unwrap()
    }

    /// Everything is as it was: main screen, cursor, pastes; to be called after the end.
    pub(crate) fn assert_given_back(&self, modes_before: &str) {
        self.wait_until("the main screen", |session| !session.screen().alternate_screen());
        let screen = self.screen();
        assert!(!screen.hide_cursor(), "the cursor is hidden");
        assert!(!screen.bracketed_paste(), "pastes are still marked");
        assert_eq!(self.modes(), modes_before);
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        if !thread::panicking() {
            self.close();
        }
    }
}

fn pty_size((cols, rows): (u16, u16)) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}
