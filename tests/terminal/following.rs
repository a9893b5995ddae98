//! Following: what others do to the file is on the screen by itself, and nothing else is ever drawn.

use crate::program::coopdash;
use crate::session::Session;
use std::fs::File;
use std::io::Write;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Within what time a change is shown on a local disk; the computer may be busy with other tests.
const SOON: Duration = Duration::from_secs(2);

/// Within what time it is shown where the file is looked at every two seconds.
const LATER: Duration = Duration::from_secs(5);

pub(crate) fn programme(title: &str) -> String {
    format!(
        "programme: {{ title: {title} }}\ninitiatives:\n  - {{ title: Joint training, status: agreed }}\n"
    )
}

pub(crate) fn written(folder: &Path, name: &str, title: &str) -> PathBuf {
    let file = folder.join(name);
    std::fs::write(&file, programme(title)).unwrap();
    file
}

/// A programme that is open and has come to rest.
pub(crate) fn opened(file: &Path) -> Session {
    let session = coopdash(&[file.to_str().unwrap()]).go();
    session.wait_for("First");
    session.settle();
    session
}

pub(crate) fn shown_within(session: &Session, text: &str, limit: Duration) {
    let started = Instant::now();
    session.wait_for(text);
    let took = started.elapsed();
    assert!(took < limit, "{text:?} took {took:?}");
    assert!(!session.screen().contents().contains("cannot be read"), "{}", session.screen().contents());
}

/// As editors and atomic saves do: another file takes the name.
pub(crate) fn replace(file: &Path, text: &str) {
    let beside = file.with_extension("new");
    std::fs::write(&beside, text).unwrap();
    std::fs::rename(&beside, file).unwrap();
}

#[test]
fn a_file_that_takes_the_name_of_the_first_is_shown_again_and_again() {
    let folder = tempfile::tempdir().unwrap();
    let file = written(folder.path(), "coop.yaml", "First");
    let session = opened(&file);
    for title in ["Second", "Third", "Fourth"] {
        replace(&file, &programme(title));
        shown_within(&session, title, SOON);
    }
    assert!(session.screen().contents().contains("coop.yaml, read "), "{}", session.screen().contents());
}

#[test]
fn a_file_saved_as_vim_saves_it_is_shown() {
    let folder = tempfile::tempdir().unwrap();
    let file = written(folder.path(), "coop.yaml", "First");
    let session = opened(&file);
    let backup = folder.path().join("coop.yaml~");
    for title in ["Second", "Third"] {
        std::fs::rename(&file, &backup).unwrap();
        sleep(Duration::from_millis(100));
        std::fs::write(&file, programme(title)).unwrap();
        std::fs::remove_file(&backup).unwrap();
        shown_within(&session, title, SOON);
        assert!(!session.wrote_since(0, "is gone"));
    }
}

#[test]
fn half_a_text_is_never_shown() {
    let folder = tempfile::tempdir().unwrap();
    let file = written(folder.path(), "coop.yaml", "First");
    let session = opened(&file);
    let text = programme("Second");
    for (first, second) in [text.split_at(40), text.split_at(11), ("", text.as_str())] {
        let before = session.bytes().len();
        let mut half = File::create(&file).unwrap();
        half.write_all(first.as_bytes()).unwrap();
        half.flush().unwrap();
        // Other things happen meanwhile.
        std::fs::set_permissions(&file, PermissionsExt::from_mode(0o640)).unwrap();
        std::fs::write(folder.path().join("other"), "x").unwrap();
        sleep(Duration::from_millis(1200));
        assert_eq!(session.bytes().len(), before, "{}", session.screen().contents());
        half.write_all(second.as_bytes()).unwrap();
        drop(half);
        shown_within(&session, "Second", SOON);
        replace(&file, &programme("First"));
        shown_within(&session, "First", SOON);
    }
}

#[test]
fn a_new_file_that_is_written_slowly_is_shown_when_it_is_whole() {
    let folder = tempfile::tempdir().unwrap();
    let file = written(folder.path(), "coop.yaml", "First");
    let session = opened(&file);
    let before = session.bytes().len();
    std::fs::remove_file(&file).unwrap();
    let mut half = File::create(&file).unwrap();
    half.write_all(b"programme: { title: Sec").unwrap();
    sleep(Duration::from_millis(1200));
    assert_eq!(session.bytes().len(), before, "{}", session.screen().contents());
    half.write_all(b"ond }\n").unwrap();
    drop(half);
    shown_within(&session, "Second", SOON);
}

#[test]
fn another_branch_that_is_checked_out_is_shown() {
    let folder = tempfile::tempdir().unwrap();
    let git = |arguments: &[&str]| {
        let mut git = Command::new("git");
        git.current_dir(folder.path()).args(["-c", "user.name=a", "-c", "user.email=a@b"]).args(arguments);
        let done = git.output().unwrap();
        assert!(done.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
    };
    let file = written(folder.path(), "coop.yaml", "First");
    git(&["init", "-q", "-b", "one"]);
    git(&["add", "."]);
    git(&["commit", "-qm", "one"]);
    git(&["checkout", "-qb", "two"]);
    written(folder.path(), "coop.yaml", "Second");
    git(&["commit", "-qam", "two"]);
    git(&["checkout", "-q", "one"]);
    let session = opened(&file);
    for (branch, title) in [("two", "Second"), ("one", "First"), ("two", "Second")] {
        git(&["checkout", "-q", branch]);
        shown_within(&session, title, SOON);
    }
}

#[test]
fn a_file_that_is_deleted_leaves_the_last_view_and_is_shown_when_it_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    let file = written(folder.path(), "coop.yaml", "First");
    let session = opened(&file);
    std::fs::remove_file(&file).unwrap();
    session.wait_for("coop.yaml is gone since");
    assert!(session.screen().contents().contains("First"));
    written(folder.path(), "coop.yaml", "Second");
    shown_within(&session, "Second", SOON);
    assert!(!session.screen().contents().contains("is gone"));
}

#[test]
fn what_cannot_be_read_leaves_the_last_view_under_a_banner_until_it_is_put_right() {
    let folder = tempfile::tempdir().unwrap();
    let file = written(folder.path(), "coop.yaml", "First");
    let session = opened(&file);
    let latin = b"programme: { title: Caf\xe9 }\n".to_vec();
    let utf16: Vec<u8> = "\u{feff}programme: x".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let wrong: [&[u8]; 5] = [b"programme: [", &latin, &utf16, b"a: \0\n", b""];
    for bytes in wrong {
        std::fs::write(&file, bytes).unwrap();
        session.wait_for("coop.yaml cannot be read since");
        let screen = session.screen().contents();
        assert!(screen.contains("First") && screen.contains("shown"), "{screen}");
        replace(&file, &programme("First"));
        session.wait_until("the banner is gone", |session| {
            !session.screen().contents().contains("cannot be read")
        });
    }
}

#[test]
fn a_file_without_a_text_at_the_start_is_shown_as_soon_as_it_has_one() {
    let folder = tempfile::tempdir().unwrap();
    let wrong: [(&[u8], &str); 4] = [
        (b"programme: { title: Caf\xe9 }\n", "Not UTF-8 text at line 1, column 24"),
        (b"\xff\xfep\0", "UTF-16"),
        (b"", "The file is empty"),
        (b"programme: [", "bracket"),
    ];
    for (bytes, why) in wrong {
        let file = folder.path().join("coop.yaml");
        std::fs::write(&file, bytes).unwrap();
        let session = coopdash(&[file.to_str().unwrap()]).go();
        session.wait_for("coop.yaml cannot be read since");
        session.wait_for(why);
        replace(&file, &programme("First"));
        shown_within(&session, "First", SOON);
    }
}

#[test]
fn a_link_is_followed_with_what_it_leads_to() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["here", "there", "elsewhere"] {
        std::fs::create_dir(folder.path().join(name)).unwrap();
    }
    let target = written(&folder.path().join("there"), "target.yaml", "First");
    let other = written(&folder.path().join("elsewhere"), "other.yaml", "Third");
    let link = folder.path().join("here/coop.yaml");
    symlink("../there/target.yaml", &link).unwrap();
    let session = opened(&link);
    replace(&target, &programme("Second"));
    shown_within(&session, "Second", SOON);
    std::fs::remove_file(&link).unwrap();
    symlink(&other, &link).unwrap();
    shown_within(&session, "Third", SOON);
    std::fs::write(&other, programme("Fourth")).unwrap();
    shown_within(&session, "Fourth", SOON);
}

#[test]
fn a_folder_that_another_takes_the_place_of_is_followed() {
    let folder = tempfile::tempdir().unwrap();
    let make = |name: &str, title: &str| {
        let inner = folder.path().join(name);
        std::fs::create_dir_all(inner.join("data")).unwrap();
        written(&inner.join("data"), "coop.yaml", title);
        inner
    };
    let work = make("work", "First");
    let session = opened(&work.join("data/coop.yaml"));
    let next = make("next", "Second");
    std::fs::rename(&work, folder.path().join("old")).unwrap();
    std::fs::rename(&next, &work).unwrap();
    shown_within(&session, "Second", SOON);
    std::fs::remove_dir_all(&work).unwrap();
    session.wait_for("is gone since");
    make("work", "Third");
    shown_within(&session, "Third", SOON);
    replace(&work.join("data/coop.yaml"), &programme("Fourth"));
    shown_within(&session, "Fourth", SOON);
}

#[test]
fn where_the_system_does_not_say_it_the_file_is_looked_at() {
    let folder = tempfile::tempdir().unwrap();
    let file = written(folder.path(), "coop.yaml", "First");
    let session = coopdash(&[file.to_str().unwrap()]).with("COOPDASH_WATCH", "stat").go();
    session.wait_for("First");
    session.settle();
    for title in ["Second", "Third"] {
        replace(&file, &programme(title));
        shown_within(&session, title, LATER);
    }
    std::fs::remove_file(&file).unwrap();
    session.wait_for("is gone since");
    written(folder.path(), "coop.yaml", "Fourth");
    shown_within(&session, "Fourth", LATER);
    let bytes = session.bytes().len();
    sleep(Duration::from_secs(3));
    assert_eq!(session.bytes().len(), bytes, "looking draws nothing");
}

#[test]
fn a_save_of_its_own_is_no_news() {
    let folder = tempfile::tempdir().unwrap();
    let file = written(folder.path(), "coop.yaml", "First");
    for means in ["", "stat"] {
        let mut session = coopdash(&[file.to_str().unwrap()]).with("COOPDASH_WATCH", means).go();
        session.wait_for("First");
        session.press("3 ");
        session.wait_for("Now completed");
        session.settle();
        let bytes = session.bytes().len();
        sleep(Duration::from_millis(if means.is_empty() { 700 } else { 3500 }));
        assert_eq!(session.bytes().len(), bytes, "{}", session.screen().contents());
        assert!(session.screen().contents().contains("coop.yaml, saved"));
        session.press("u");
        session.wait_for("Undone");
        session.settle();
    }
}

#[test]
fn what_happens_to_other_files_draws_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let file = written(folder.path(), "coop.yaml", "First");
    let session = opened(&file);
    let bytes = session.bytes().len();
    for round in 0..20 {
        let other = folder.path().join(format!("other{round}"));
        std::fs::write(&other, "x").unwrap();
        std::fs::rename(&other, folder.path().join("coop.yaml~")).unwrap();
        sleep(Duration::from_millis(20));
    }
    // Nor does the same text, or another time of the last change.
    std::fs::write(&file, programme("First")).unwrap();
    replace(&file, &programme("First"));
    sleep(Duration::from_millis(800));
    assert_eq!(session.bytes().len(), bytes, "{}", session.screen().contents());
}

#[test]
fn nothing_wakes_it_while_nothing_happens() {
    let folder = tempfile::tempdir().unwrap();
    let file = written(folder.path(), "coop.yaml", "First");
    let session = opened(&file);
    replace(&file, &programme("Second"));
    session.wait_for("Second");
    session.settle();
    sleep(Duration::from_millis(500));
    let (bytes, wakeups) = (session.bytes().len(), session.wakeups());
    sleep(Duration::from_secs(5));
    assert_eq!((session.bytes().len(), session.wakeups()), (bytes, wakeups));
}

#[test]
fn while_an_editor_is_open_nothing_is_drawn() {
    let folder = tempfile::tempdir().unwrap();
    let file = written(folder.path(), "coop.yaml", "First");
    let editor = folder.path().join("vi");
    std::fs::write(&editor, "#!/bin/sh\necho editing\nread line\n").unwrap();
    std::fs::set_permissions(&editor, PermissionsExt::from_mode(0o755)).unwrap();
    let start = coopdash(&[file.to_str().unwrap()]).with("EDITOR", editor.to_str().unwrap());
    let mut session = start.go();
    session.wait_for("First");
    session.press("e");
    session.wait_for("editing");
    session.settle();
    let bytes = session.bytes().len();
    replace(&file, &programme("Second"));
    sleep(Duration::from_millis(800));
    assert_eq!(session.bytes().len(), bytes, "{}", session.screen().contents());
    session.press("\n");
    shown_within(&session, "Second", SOON);
}
