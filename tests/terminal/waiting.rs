//! What takes long, or never comes: the keyboard answers all the same, and the screen says what is going on.

use crate::program::coopdash;
use crate::session::Session;
use crate::written;
use rustix::fs::{CWD, FileType, Mode};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// A pipe with a name, in a folder of its own.
fn pipe(name: &str) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    rustix::fs::mknodat(CWD, &path, FileType::Fifo, Mode::from_raw_mode(0o600), 0).unwrap();
    (folder, path)
}

fn opened(path: &Path) -> Session {
    let session = coopdash(&[path.to_str().unwrap()]).go();
    session.wait_for("is being read");
    session
}

#[test]
fn a_pipe_that_nobody_writes_into_keeps_no_key_waiting() {
    for (key, status) in [("q", 0), ("\u{3}", 0)] {
        let (_folder, path) = pipe("programme.yaml");
        let mut session = opened(&path);
        session.press("2");
        session.wait_for("2 Metrics");
        session.press(key);
        assert_eq!(session.end(), Ok(status));
        assert!(!session.screen().alternate_screen());
    }
}

#[test]
fn what_comes_late_is_shown_as_soon_as_it_is_there() {
    let (_folder, path) = pipe("programme.yaml");
    let mut session = opened(&path);
    let shown = session.screen().contents();
    assert!(shown.trim_start().starts_with("programme.yaml"), "nobody knows its title yet:\n{shown}");
    let mut writer = std::fs::File::options().write(true).open(&path).unwrap();
    writer.write_all(b"programme: { title: Better late }\n").unwrap();
    std::thread::sleep(Duration::from_millis(100));
    assert!(!session.screen().contents().contains("Better late"), "not before its end");
    drop(writer);
    session.wait_for("Better late");
    session.press("q");
    assert_eq!(session.end(), Ok(0));
}

#[test]
fn what_comes_late_and_is_no_text_ends_it_in_order() {
    let (_folder, path) = pipe("programme.yaml");
    let mut session = opened(&path);
    std::fs::write(&path, b"PK\x03\x04 an archive").unwrap();
    assert_eq!(session.end(), Ok(1));
    assert!(!session.screen().alternate_screen());
    session.wait_for("an archive, not a text");
}

#[test]
fn a_pipe_in_place_of_the_settings_or_a_theme_holds_up_nothing() {
    let (folder, path) = pipe("settings.yaml");
    let own = folder.path().join("coopdash");
    std::fs::create_dir(&own).unwrap();
    std::fs::rename(&path, own.join("settings.yaml")).unwrap();
    let started = Instant::now();
    let mut session = coopdash(&[]).with("XDG_CONFIG_HOME", folder.path().to_str().unwrap()).go();
    session.wait_for("NATO");
    session.wait_for("Settings:");
    assert!(started.elapsed() < Duration::from_secs(10));
    session.press("q");
    assert_eq!(session.end(), Ok(0));
    let theme = own.join("settings.yaml");
    let mut session = coopdash(&["--theme", theme.to_str().unwrap()]).go();
    assert_eq!(session.end(), Ok(1));
}

#[test]
fn a_file_that_takes_long_to_read_says_so_and_answers_keys() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("large.yaml");
    let item = |number| {
        format!("  - title: Initiative {number}\n    status: agreed\n    note: \"{}\"\n", "word ".repeat(40))
    };
    let text =
        "programme: { title: Large }\ninitiatives:\n".to_owned() + &(0..40_000).map(item).collect::<String>();
    std::fs::write(&file, &text).unwrap();
    let mut session = coopdash(&[file.to_str().unwrap()]).go();
    session.wait_for("is being read");
    session.press("?");
    session.wait_for("Move");
    session.wait_until("the file", |session| session.screen().contents().contains("Large"));
    session.press("q");
    assert_eq!(session.end(), Ok(0));
}

/// What the system says of the memory of the program, in kB.
fn memory(session: &Session, what: &str) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", session.pid())).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix(what)).unwrap();
    line.trim_start_matches(':').trim().trim_end_matches(" kB").parse().unwrap()
}

/// The most memory that the program has ever used, in kB.
fn peak(session: &Session) -> u64 {
    memory(session, "VmHWM")
}

#[test]
#[cfg(target_os = "linux")]
fn where_addresses_are_limited_no_thread_sets_any_aside() {
    let (_folder, path) = written("programme.yaml", "programme: { title: In little room }\n");
    let start = coopdash(&[path.to_str().unwrap()]);
    let mut session = start.in_shell("ulimit -v 200000; exec \"$@\"").go();
    session.wait_for("In little room");
    session.settle();
    let taken = memory(&session, "VmSize");
    assert!(taken < 60_000, "{taken} kB of addresses");
    session.press("q");
    assert_eq!(session.end(), Ok(0));
}

/// Half a million strokes of these keys, and Ctrl-C behind them.
fn flood(keys: &str) {
    let (_folder, path) = written("programme.yaml", "programme: { title: Flooded }\n");
    let mut session = coopdash(&["--read-only", path.to_str().unwrap()]).go();
    session.wait_for("Flooded");
    let before = peak(&session);
    for _ in 0..100 {
        session.press(keys.repeat(5000));
    }
    let grown = peak(&session) - before;
    assert!(grown < 8000, "{grown} kB for {keys:?}");
    session.press("\u{3}");
    assert_eq!(session.end(), Ok(0), "{keys:?}");
}

#[test]
fn a_flood_of_keys_takes_no_memory_and_ctrl_c_gets_past_it() {
    // One that is held, and many.
    for keys in ["j", "\x1b[A\x1b[B"] {
        flood(keys);
    }
}

#[test]
fn a_flood_of_the_key_that_reads_the_file_each_time_takes_no_memory() {
    flood("r");
}

#[test]
fn a_flood_of_what_a_terminal_answers_takes_no_memory() {
    flood("\x1b[0n");
}

#[test]
fn of_many_wishes_to_read_a_large_file_again_one_waits() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("programme.yaml");
    let item = "  - { title: An initiative of both parties, status: agreed, owner: Office }\n";
    let text = "programme: { title: Large }\ninitiatives:\n".to_owned() + &item.repeat(40_000);
    std::fs::write(&path, &text).unwrap();
    let mut session = coopdash(&[path.to_str().unwrap()]).go();
    session.wait_for("40000 initiatives");
    session.settle();
    let read = |session: &Session| {
        let counters = std::fs::read_to_string(format!("/proc/{}/io", session.pid())).unwrap();
        counters.lines().find_map(|line| line.strip_prefix("rchar: ")).unwrap().parse::<usize>().unwrap()
    };
    let before = read(&session);
    std::fs::write(&path, text.replace("Large", "Other")).unwrap();
    session.press("r".repeat(40));
    session.wait_for("still reading");
    let times = |session: &Session| (read(session) - before) / text.len();
    session.wait_until("the end of it", |session| {
        times(session) > 0 && !session.screen().contents().contains("still reading")
    });
    session.settle();
    assert!((1..=3).contains(&times(&session)), "read {} times", times(&session));
    session.signal(rustix::process::Signal::TERM);
    assert_eq!(session.end(), Ok(143));
}

/// Feeds a pipe once the reader has waited for so long.
fn fed_after(path: &Path, time: Duration) {
    let mut writer = std::fs::File::options().write(true).open(path).unwrap();
    std::thread::sleep(time);
    writer.write_all(b"programme: { title: Better late }\n").unwrap();
}

#[test]
fn a_command_that_waits_for_its_text_says_so_in_one_line_and_takes_it_back() {
    for (command, answer) in
        [("check", "Nothing is wrong"), ("report", "Better late"), ("render", "Better late")]
    {
        let (_folder, path) = pipe("programme.yaml");
        let start = coopdash(&[command, path.to_str().unwrap()]).with("TERM", "dumb").with("NO_COLOR", "1");
        let mut session = start.go();
        session.wait_for("Reading programme.yaml");
        fed_after(&path, Duration::ZERO);
        assert_eq!(session.end(), Ok(0), "{command}");
        let shown = session.screen().contents();
        assert!(session.wrote_since(0, answer) && !shown.contains("Reading"), "{command}:\n{shown}");
        assert!(!session.bytes().contains(&0x1b), "{command} writes what a terminal without sequences shows");
    }
}

#[test]
fn a_command_that_fails_after_it_has_waited_says_why_where_it_said_that_it_waits() {
    let (_folder, path) = pipe("programme.yaml");
    let mut session = coopdash(&["check", path.to_str().unwrap()]).go();
    session.wait_for("Reading programme.yaml");
    std::fs::write(&path, b"PK\x03\x04 an archive").unwrap();
    assert_eq!(session.end(), Ok(1));
    let shown = session.screen().contents();
    assert!(shown.trim_start().starts_with("coopdash: ") && !shown.contains("Reading"), "{shown}");
}

#[test]
fn a_command_whose_standard_error_is_no_terminal_says_nothing_of_what_it_does() {
    let (folder, path) = pipe("programme.yaml");
    let errors = folder.path().join("errors");
    let script = format!("\"$@\" 2> '{}'", errors.display());
    let mut session = coopdash(&["check", path.to_str().unwrap()]).in_shell(&script).go();
    fed_after(&path, Duration::from_millis(800));
    assert_eq!(session.end(), Ok(0));
    assert_eq!(std::fs::read_to_string(errors).unwrap(), "");
    assert!(!session.wrote_since(0, "Reading"), "{}", session.screen().contents());
}

#[test]
fn a_command_that_is_done_at_once_says_nothing_of_what_it_does() {
    let (_folder, path) = written("programme.yaml", "programme: { title: At once }\n");
    let mut session = coopdash(&["check", path.to_str().unwrap()]).go();
    assert_eq!(session.end(), Ok(0));
    assert!(!session.wrote_since(0, "\r\r") && !session.wrote_since(0, "Reading"));
}
