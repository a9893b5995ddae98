//! A long file: while a change of it is being made the screen says so and answers, and what is pressed meanwhile comes
//! out as if everybody had waited.

use crate::modes_of_a_new_terminal;
use crate::program::coopdash;
use crate::session::Session;
use crate::written;
use rustix::process::Signal;
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// So many initiatives take much longer to be changed than a frame.
const MANY: usize = 25_000;

fn long() -> (tempfile::TempDir, PathBuf) {
    let mut text = String::from("# Kept by hand.\nprogramme: { title: A long list }\ninitiatives:\n");
    for at in 1..=MANY {
        write!(
            text,
            "  - title: Initiative number {at:05}\n    status: agreed # by all\n    owner: Desk {}\n",
            at % 9
        )
        .unwrap();
    }
    written("programme.yaml", &text)
}

fn opened(file: &Path) -> Session {
    let mut session = coopdash(&[file.to_str().unwrap()]).go();
    session.wait_for("A long list");
    session.press("3");
    session.wait_for("number 00001");
    session.settle_briefly();
    session
}

fn text(file: &Path) -> String {
    std::fs::read_to_string(file).unwrap()
}

/// The lines that are other ones, by their numbers.
fn changed(before: &str, after: &str) -> Vec<(usize, String)> {
    assert_eq!(before.lines().count(), after.lines().count());
    let pairs = (1..).zip(before.lines().zip(after.lines()));
    pairs.filter(|(_, (old, new))| old != new).map(|(line, (_, new))| (line, new.to_owned())).collect()
}

/// Whether the row of this number is the chosen one.
fn is_chosen(session: &Session, number: &str) -> bool {
    session.screen().contents().lines().any(|line| line.starts_with(" > [") && line.contains(number))
}

#[test]
fn while_a_change_is_made_rows_can_be_chosen_and_each_change_meets_its_own() {
    let (_folder, file) = long();
    let before = text(&file);
    let mut session = opened(&file);
    session.press(" ");
    session.wait_for("still changing");
    session.press("j");
    session.wait_until("the next row, while the change is made", |session| is_chosen(session, "00002"));
    assert!(session.screen().contents().contains("still changing"), "{}", session.screen().contents());
    session.press(" ");
    session.press("j");
    session.wait_until("the row after it", |session| is_chosen(session, "00003"));
    let completed = |line| (line, "    status: completed # by all".to_owned());
    session
        .wait_until("both on the disk", |_| changed(&before, &text(&file)) == [completed(5), completed(8)]);
    session.wait_until("that it is over", |session| !session.screen().contents().contains("still"));
    assert!(is_chosen(&session, "00003"), "{}", session.screen().contents());
    session.type_in("uu");
    session.wait_until("the first bytes", |_| text(&file) == before);
    session.settle_briefly();
    session.press("q");
    assert_eq!(session.end(), Ok(0));
}

#[test]
fn what_is_typed_while_a_change_is_made_waits_for_its_field() {
    let (_folder, file) = long();
    let mut session = opened(&file);
    session.press(" ");
    session.wait_for("still changing");
    session.type_in("aJoint question\r");
    session.wait_until("the new one in the file", |_| text(&file).contains("title: Joint question"));
    let after = text(&file);
    assert_eq!(after.matches("completed").count(), 1, "no letter was taken for a key");
    assert_eq!(after.lines().nth(4), Some("    status: completed # by all"));
}

#[test]
fn leaving_while_a_change_is_made_waits_until_it_is_on_the_disk() {
    let (_folder, file) = long();
    let before = text(&file);
    let mut session = opened(&file);
    session.press(" ");
    session.wait_for("still changing");
    session.press("q");
    assert_eq!(session.end(), Ok(0));
    assert_eq!(changed(&before, &text(&file)).len(), 1);
}

#[test]
fn a_signal_while_a_change_is_made_saves_it_or_says_that_it_was_not_made() {
    let (_folder, file) = long();
    let (before, modes) = (text(&file), modes_of_a_new_terminal());
    let mut session = opened(&file);
    session.press(" ");
    session.wait_for("still changing");
    session.signal(Signal::TERM);
    assert_eq!(session.end(), Ok(143));
    session.assert_given_back(&modes);
    let said = String::from_utf8_lossy(&session.bytes()).into_owned();
    let is_said = said.contains("the last change was not made") || said.contains("not saved");
    assert_eq!(changed(&before, &text(&file)).len(), usize::from(!is_said), "{said}");
}

#[test]
fn a_signal_names_a_change_that_still_waited_for_another() {
    let (_folder, file) = long();
    let mut session = opened(&file);
    session.press(" ");
    session.wait_for("still changing");
    session.press("j");
    session.wait_until("the next row", |session| is_chosen(session, "00002"));
    session.press(" ");
    session.press("j");
    session.wait_until("the row after it", |session| is_chosen(session, "00003"));
    session.signal(Signal::TERM);
    assert_eq!(session.end(), Ok(143));
    session.wait_for("coopdash: the last change was not made");
    assert!(text(&file).matches("completed").count() <= 1);
}

#[test]
fn what_somebody_else_writes_while_a_change_is_made_is_kept() {
    let (_folder, file) = long();
    let mut session = opened(&file);
    session.press(" ");
    session.wait_for("still changing");
    std::fs::write(&file, text(&file).replace("number 00700", "number 00700, of both")).unwrap();
    session.wait_until("both changes", |_| {
        let now = text(&file);
        now.contains("number 00700, of both") && now.matches("completed").count() == 1
    });
    session.settle_briefly();
    session.press("q");
    assert_eq!(session.end(), Ok(0));
}
