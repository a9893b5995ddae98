//! Who may only look: the second lock in the shell, the terminal of a captive, and a wall.

use crate::program::coopdash;
use crate::session::{Session, Start};
use crate::{started, written};
use rustix::process::Signal;
use std::path::Path;

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

#[test]
fn the_shell_does_nothing_that_is_barred_whatever_it_is_asked_for() {
    let (folder, file) = written("x.yaml", "as it was\n");
    let script = format!("cd '{}' && exec \"$@\"", folder.path().display());
    let start = Start::toy(Some(&file)).in_shell(&script).with("TOY_CAPTIVE", "1").with("EDITOR", "touch");
    let (mut session, _) = started(start);
    for key in ["s", "e", "w", "\u{1a}"] {
        session.press(key);
    }
    // What would be lost is not saved at the end either.
    session.press("uj");
    session.wait_for("count 1.");
    assert!(!session.screen().contents().contains("saved"));
    assert_eq!(session.count("\u{1b}[?1049l"), 0, "the terminal was never given to anybody");
    session.signal(Signal::TERM);
    assert_eq!(session.end(), Ok(143));
    assert_eq!(names(folder.path()), ["x.yaml"]);
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "as it was\n");
}

#[test]
fn a_captive_cannot_stop_it_nor_leave_anything_behind() {
    let home = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(home.path().join(".config/coopdash")).unwrap();
    std::fs::write(home.path().join(".config/coopdash/settings.yaml"), "glyphs: wrong\n").unwrap();
    std::fs::write(home.path().join("coopdash.yaml"), "programme: { title: Planted }\n").unwrap();
    let script = format!("cd '{}' && exec \"$@\"", home.path().display());
    let start = coopdash(&["--captive"]).in_shell(&script);
    let start = start.with("HOME", home.path().to_str().unwrap()).with("EDITOR", "touch planted");
    let mut session = start.go();
    session.wait_for("NATO");
    assert!(!session.screen().contents().contains("Settings"), "the home has no say");
    session.press("\u{1a}");
    session.wait_for("There is no shell behind this screen");
    session.press("e");
    session.wait_for("no editor is started");
    session.press("S");
    session.wait_for("no picture is saved");
    assert_eq!(session.count("\u{1b}[?1049l"), 0);
    let mut there = names(home.path());
    there.sort();
    assert_eq!(there, [".config", "coopdash.yaml"]);
    session.press("\u{3}");
    assert_eq!(session.end(), Ok(0));
}

fn wall(file: &Path) -> Session {
    coopdash(&["present", "--every", "3s", file.to_str().unwrap()]).go()
}

#[test]
fn a_wall_waits_for_a_folder_that_is_not_there_yet() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("later/programme.yaml");
    let mut session = wall(&file);
    session.wait_for("programme.yaml is not there since");
    std::fs::create_dir(file.parent().unwrap()).unwrap();
    std::fs::write(&file, "programme: { title: Come at last }\n").unwrap();
    session.wait_for("Come at last");
    session.wait_for("Slide 1 of 2");
    session.wait_for("Slide 2 of 2");
    session.press("q");
    assert_eq!(session.end(), Ok(0));
}

#[test]
fn a_wall_comes_back_by_itself_when_the_file_was_away() {
    let (_folder, file) = written("programme.yaml", "programme: { title: Before }\n");
    let mut session = wall(&file);
    session.wait_for("Before");
    std::fs::remove_file(&file).unwrap();
    session.wait_for("is gone since");
    std::fs::write(&file, "programme: { title: After }\n").unwrap();
    session.wait_for("After");
    session
        .wait_until("nothing more is said of it", |session| !session.screen().contents().contains("is gone"));
    // Whatever is pressed, there are slides.
    session.press("\u{1b}");
    session.wait_for("Slides only here");
    session.press("1?ei");
    session.wait_for("Slide 1 of 2");
    session.press("q");
    assert_eq!(session.end(), Ok(0));
}
