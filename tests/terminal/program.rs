//! The program itself, as people start it: a file, keys, what the file holds afterwards.

use crate::modes_of_a_new_terminal;
use crate::session::{Session, Start};
use crate::written;
use rustix::process::Signal;
use std::path::{Path, PathBuf};

const CHECKLIST: &str = "\
# Kept by the secretariat.
programme: { title: Test programme }
initiatives:
  - title: Joint training   # the first
    status: agreed
  - title: Reform support
    done: false
";

/// The program with these arguments.
pub(crate) fn coopdash(arguments: &[&str]) -> Start {
    let program = std::iter::once(env!("CARGO_BIN_EXE_coopdash"));
    let command = program.chain(arguments.iter().copied()).map(str::to_owned).collect();
    let environment = vec![("LANG".to_owned(), "C.UTF-8".to_owned())];
    Start { command, environment, size: (80, 24) }
}

fn checklist() -> (tempfile::TempDir, PathBuf) {
    written("programme.yaml", CHECKLIST)
}

fn opened(file: &Path) -> Session {
    let session = coopdash(&[file.to_str().unwrap()]).go();
    session.wait_for("Test programme");
    session
}

#[test]
fn a_tick_is_in_the_file_and_undo_restores_its_bytes() {
    let (_folder, file) = checklist();
    let before = modes_of_a_new_terminal();
    let mut session = opened(&file);
    session.press("3 ");
    session.wait_for("Now completed");
    let ticked = CHECKLIST.replace("status: agreed", "status: completed");
    session.wait_until("the tick is on the disk", |_| std::fs::read_to_string(&file).unwrap() == ticked);
    session.press("u");
    session.wait_for("Undone");
    session.wait_until("the bytes are back", |_| std::fs::read_to_string(&file).unwrap() == CHECKLIST);
    session.press("q");
    assert_eq!(session.end(), Ok(0));
    session.assert_given_back(&before);
}

#[test]
fn a_tick_goes_into_the_file_as_somebody_else_has_left_it() {
    let (folder, file) = checklist();
    let mut session = opened(&file);
    // Somebody else saves in between.
    let theirs = CHECKLIST.replace("Reform support", "Reform");
    std::fs::write(&file, &theirs).unwrap();
    session.press("3 ");
    let both = theirs.replace("status: agreed", "status: completed");
    session.wait_until("both changes", |_| std::fs::read_to_string(&file).unwrap() == both);
    session.press("q");
    assert_eq!(session.end(), Ok(0));
    let left = std::fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(left, 1, "nothing but the file is left");
}

/// Somebody else has set the status that is ticked; with what they wrote.
fn clashing(file: &Path) -> (Session, String) {
    // The file is not watched, so that the tick is what finds out.
    let mut session = coopdash(&[file.to_str().unwrap()]).with("COOPDASH_WATCH", "stat").go();
    session.wait_for("Test programme");
    let theirs = CHECKLIST.replace("status: agreed", "status: on_hold");
    std::fs::write(file, &theirs).unwrap();
    session.press("3 ");
    session.wait_for("Changed by two people");
    (session, theirs)
}

#[test]
fn the_same_status_set_by_two_is_shown_and_leaving_asks_once() {
    let (_folder, file) = checklist();
    let (mut session, theirs) = clashing(&file);
    session.press("q");
    session.wait_for("q again leaves without it");
    session.press("q");
    assert_eq!(session.end(), Ok(0));
    assert_eq!(std::fs::read_to_string(&file).unwrap(), theirs);
}

#[test]
fn a_signal_names_the_change_that_nobody_decided_on() {
    let (_folder, file) = checklist();
    let (mut session, theirs) = clashing(&file);
    session.signal(Signal::TERM);
    assert_eq!(session.end(), Ok(143));
    session.wait_for("not saved, because somebody else changed the same");
    session.wait_for("Joint training: completed");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), theirs);
}

#[test]
fn signals_and_a_closed_window_end_it_and_the_terminal_is_given_back() {
    for (signal, status) in [(Signal::TERM, 143), (Signal::INT, 130), (Signal::HUP, 129)] {
        let (_folder, file) = checklist();
        let before = modes_of_a_new_terminal();
        let mut session = opened(&file);
        session.signal(signal);
        assert_eq!(session.end(), Ok(status), "{signal:?}");
        session.assert_given_back(&before);
    }
    let (_folder, file) = checklist();
    let mut session = opened(&file);
    session.close();
    assert!(session.end().is_ok());
}

#[test]
fn standard_input_is_shown_and_keys_still_come_from_the_terminal() {
    let (_folder, file) = checklist();
    let script = format!("cat '{}' | \"$@\" -", file.display());
    let mut session = coopdash(&[]).in_shell(&script).go();
    session.wait_for("standard input");
    session.press("2");
    session.wait_for("The file has no metrics");
    session.press("q");
    assert_eq!(session.end(), Ok(0));
}

#[test]
fn nothing_is_written_while_nothing_happens() {
    let (_folder, file) = checklist();
    let mut session = opened(&file);
    session.settle();
    // On a busy computer threads may come to rest a little later; what wakes up again and again never does.
    let at_rest = |session: &Session| {
        let before = (session.bytes().len(), session.wakeups());
        std::thread::sleep(std::time::Duration::from_millis(600));
        before == (session.bytes().len(), session.wakeups())
    };
    assert!(
        (0..4).any(|_| at_rest(&session)),
        "{} bytes, {} wake-ups",
        session.bytes().len(),
        session.wakeups()
    );
    session.press("q");
    assert_eq!(session.end(), Ok(0));
}

#[test]
fn no_color_sends_no_colour_and_keeps_bold_and_reverse() {
    let (_folder, file) = checklist();
    let start = coopdash(&[file.to_str().unwrap()]).with("NO_COLOR", "1").with("COLORTERM", "truecolor");
    let mut session = start.go();
    session.wait_for("Test programme");
    session.press("3");
    session.wait_for("Joint training");
    let written = String::from_utf8_lossy(&session.bytes()).into_owned();
    let codes = written.split("\u{1b}[").filter_map(|rest| rest.split_once('m').map(|(code, _)| code));
    let styles: Vec<&str> =
        codes.filter(|code| code.chars().all(|c| c.is_ascii_digit() || c == ';')).collect();
    let coloured = |code: &&&str| {
        let parts = code.split(';').filter_map(|part| part.parse().ok());
        parts.into_iter().any(|part: u8| matches!(part, 30..=38 | 40..=48 | 90..=107))
    };
    assert_eq!(styles.iter().find(coloured), None);
    assert!(styles.iter().any(|code| code.contains('1')) && styles.iter().any(|code| code.contains('7')));
    session.press("q");
    assert_eq!(session.end(), Ok(0));
}

#[test]
fn a_window_that_is_too_small_says_so_and_can_be_left() {
    let (_folder, file) = checklist();
    let mut session = coopdash(&[file.to_str().unwrap()]).sized(28, 8).go();
    session.wait_for("It needs 40 x 12 or more.");
    session.resize(80, 24);
    session.wait_for("Test programme");
    session.press("q");
    assert_eq!(session.end(), Ok(0));
}

#[test]
fn slides_come_by_themselves_until_they_are_paused() {
    let before = modes_of_a_new_terminal();
    let mut session = coopdash(&["present", "--every", "3s"]).go();
    session.wait_for("Slide 1 of 9");
    session.wait_for("Slide 2 of 9");
    session.press(" ");
    session.wait_for("paused");
    session.press("q");
    assert_eq!(session.end(), Ok(0));
    session.assert_given_back(&before);
}
