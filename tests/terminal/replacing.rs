//! Replacing: a writer who keeps the file open or cuts it short, and what is no file in its place.

use crate::following::{opened, programme, replace, shown_within, written};
use crate::program::coopdash;
use crate::session::Session;
use rustix::fs::{CWD, Mode};
use std::fs::{self, File};
use std::io::Write;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

/// Within what time it is shown what somebody writes who keeps the file open: three seconds, and one more
/// where the computer is busy with other tests.
const OPEN: Duration = Duration::from_secs(4);

/// The file, open for writing from its beginning.
fn open(file: &Path) -> File {
    File::options().write(true).open(file).unwrap()
}

#[test]
fn what_is_written_by_somebody_who_keeps_the_file_open_is_shown() {
    let folder = tempfile::tempdir().unwrap();
    let file = written(folder.path(), "coop.yaml", "First");
    let session = opened(&file);
    let mut writer = open(&file);
    for title in ["Third", "Other"] {
        rustix::fs::seek(&writer, rustix::fs::SeekFrom::Start(0)).unwrap();
        writer.write_all(programme(title).as_bytes()).unwrap();
        shown_within(&session, title, OPEN);
    }
    writer.set_len(0).unwrap();
    session.wait_for("coop.yaml cannot be read since");
    assert!(session.screen().contents().contains("Other"));
    rustix::fs::seek(&writer, rustix::fs::SeekFrom::Start(0)).unwrap();
    writer.write_all(programme("Fifth").as_bytes()).unwrap();
    shown_within(&session, "Fifth", OPEN);
    // Closing it then is no news.
    let bytes = session.bytes().len();
    drop(writer);
    sleep(Duration::from_millis(900));
    assert_eq!(session.bytes().len(), bytes);
}

#[test]
fn a_file_that_is_cut_short_is_shown_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let file = written(folder.path(), "coop.yaml", "First");
    let text = programme("First");
    let mut session = opened(&file);
    session.press("3");
    session.wait_for("Joint training");
    let writer = open(&file);
    writer.set_len(text.find("initiatives").unwrap().try_into().unwrap()).unwrap();
    shown_within(&session, "No initiatives in this file", OPEN);
    assert!(session.screen().contents().contains("First"));
}

#[test]
fn while_somebody_goes_on_writing_nothing_is_shown() {
    let folder = tempfile::tempdir().unwrap();
    let file = written(folder.path(), "coop.yaml", "First");
    let session = opened(&file);
    let bytes = session.bytes().len();
    let mut writer = File::create(&file).unwrap();
    writer.write_all(programme("Second").as_bytes()).unwrap();
    for number in 0..10 {
        writeln!(writer, "  - {{ title: Piece {number}, status: agreed }}").unwrap();
        sleep(Duration::from_millis(400));
    }
    assert_eq!(session.bytes().len(), bytes, "{}", session.screen().contents());
    shown_within(&session, "Second", OPEN);
}

/// Says what takes the place of the file, answers keys meanwhile, and shows the file when it is back.
fn is_named(session: &mut Session, file: &Path, what: &str) {
    session.wait_for("coop.yaml cannot be read since");
    session.press("d");
    session.wait_for(what);
    session.press("\x1b");
    session.wait_until("the page is closed", |session| !session.screen().contents().contains(what));
    assert!(session.screen().contents().contains("First"));
    replace(file, &programme("Second"));
    shown_within(session, "Second", OPEN);
    replace(file, &programme("First"));
    shown_within(session, "First", OPEN);
}

#[test]
fn what_is_no_file_in_its_place_is_named_and_freezes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let file = written(folder.path(), "coop.yaml", "First");
    let mut session = opened(&file);
    fs::remove_file(&file).unwrap();
    rustix::fs::mkfifoat(CWD, &file, Mode::RUSR | Mode::WUSR).unwrap();
    is_named(&mut session, &file, "pipe, not a file");
    let beside = folder.path().join("socket");
    let _socket = UnixListener::bind(&beside).unwrap();
    fs::rename(&beside, &file).unwrap();
    is_named(&mut session, &file, "socket, not a file");
    let beside = folder.path().join("device");
    symlink("/dev/zero", &beside).unwrap();
    fs::rename(&beside, &file).unwrap();
    is_named(&mut session, &file, "device, not a file");
    fs::remove_file(&file).unwrap();
    fs::create_dir(&file).unwrap();
    session.wait_for("coop.yaml cannot be read since");
    fs::remove_dir(&file).unwrap();
    session.wait_for("coop.yaml is gone since");
    fs::create_dir(&file).unwrap();
    session.wait_for("coop.yaml cannot be read since");
    fs::rename(&file, folder.path().join("folder")).unwrap();
    written(folder.path(), "coop.yaml", "Third");
    shown_within(&session, "Third", OPEN);
}

#[test]
fn what_is_no_file_is_refused_at_the_start() {
    let folder = tempfile::tempdir().unwrap();
    let socket = folder.path().join("socket.yaml");
    let _socket = UnixListener::bind(&socket).unwrap();
    let cases = [
        (folder.path(), "this is a folder, not a file"),
        (&socket, "this is a socket, not a file"),
        (Path::new("/dev/zero"), "this is a device, not a file"),
    ];
    for (path, words) in cases {
        let mut session = coopdash(&[path.to_str().unwrap()]).sized(200, 24).go();
        assert_eq!(session.end(), Ok(1), "{words}");
        session.wait_for(words);
    }
}
