//! Saving and reading: the file holds the old text or the new one, keeps what belongs to it, and whatever
//! is refused is said.
//!
//! What others can do to a save stands in `saving/others.rs`.
//!
//! Some tests start this test program again, with one test named: `saver`, which saves for ever, and
//! `save_once`; they do nothing when they are called in another way. The faults are in `.ci/faults`, for
//! they need strace.

#![cfg(unix)]
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail loudly, and looks at files"
)]

mod others;

use coopdash::app::SaveFailure;
use coopdash::shell;
use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

const OLD: &str = "title: as it was\n";
const NEW: &str = "title: as it is now\n";

/// A folder with a file that holds [`OLD`].
fn a_file() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("programme.yaml");
    fs::write(&file, OLD).unwrap();
    (folder, file)
}

fn says(phrase: &str) -> Result<(), SaveFailure> {
    Err(SaveFailure::System(phrase.to_owned()))
}

/// The names in a folder, hidden ones too.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_save_replaces_the_text_and_leaves_nothing_behind() {
    let (folder, file) = a_file();
    assert_eq!(shell::save(&file, OLD, NEW), Ok(()));
    assert_eq!(shell::read(&file).unwrap(), NEW);
    assert_eq!(names(folder.path()), ["programme.yaml"]);
}

#[test]
fn a_file_that_was_changed_is_not_touched() {
    let (folder, file) = a_file();
    for (before, text) in [("title: something else\n", NEW), ("", NEW), ("title: as it was", NEW)] {
        assert_eq!(shell::save(&file, before, text), Err(SaveFailure::ChangedByAnother));
    }
    assert_eq!(fs::read_to_string(&file).unwrap(), OLD);
    assert_eq!(names(folder.path()), ["programme.yaml"]);
}

#[test]
fn a_file_that_is_gone_is_not_made_again() {
    let (folder, file) = a_file();
    fs::remove_file(&file).unwrap();
    assert_eq!(shell::save(&file, OLD, NEW), says("it is not there any more"));
    assert!(names(folder.path()).is_empty());
}

#[test]
fn permissions_are_kept() {
    for mode in [0o600, 0o644, 0o664, 0o666, 0o640, 0o755] {
        let (_folder, file) = a_file();
        fs::set_permissions(&file, Permissions::from_mode(mode)).unwrap();
        let group = fs::metadata(&file).unwrap().gid();
        assert_eq!(shell::save(&file, OLD, NEW), Ok(()));
        let after = fs::metadata(&file).unwrap();
        assert_eq!((after.mode() & 0o7777, after.gid()), (mode, group));
    }
}

/// Only a system administrator can give a file to a group of somebody else's.
#[test]
fn owner_and_group_are_kept() {
    let (_folder, file) = a_file();
    if std::os::unix::fs::chown(&file, Some(1234), Some(4321)).is_ok() {
        assert_eq!(shell::save(&file, OLD, NEW), Ok(()));
        let after = fs::metadata(&file).unwrap();
        assert_eq!((after.uid(), after.gid()), (1234, 4321));
    }
}

/// Some file systems have no attributes: then there is nothing to keep.
#[test]
fn extended_attributes_are_kept() {
    let (_folder, file) = a_file();
    let none = rustix::fs::XattrFlags::empty();
    let long = vec![b'x'; 2000];
    for (name, value) in [("user.note", b"from the ministry".as_slice()), ("user.long", &long)] {
        if rustix::fs::setxattr(&file, name, value, none).is_err() {
            return;
        }
    }
    assert_eq!(shell::save(&file, OLD, NEW), Ok(()));
    let mut found = vec![0; 4096];
    let size = rustix::fs::getxattr(&file, "user.note", &mut found).unwrap();
    assert_eq!(found.get(..size).unwrap(), b"from the ministry");
    assert_eq!(rustix::fs::getxattr(&file, "user.long", &mut found).unwrap(), long.len());
}

#[test]
fn a_symbolic_link_stays_one_and_its_target_is_written() {
    let (folder, file) = a_file();
    let elsewhere = tempfile::tempdir().unwrap();
    let (first, second) = (elsewhere.path().join("first.yaml"), elsewhere.path().join("second.yaml"));
    symlink(&file, &first).unwrap();
    symlink("first.yaml", &second).unwrap();
    assert_eq!(shell::save(&second, OLD, NEW), Ok(()));
    assert!(fs::symlink_metadata(&first).unwrap().is_symlink());
    assert!(fs::symlink_metadata(&second).unwrap().is_symlink());
    assert_eq!(fs::read_to_string(&file).unwrap(), NEW);
    assert_eq!(names(folder.path()), ["programme.yaml"]);
    assert_eq!(names(elsewhere.path()), ["first.yaml", "second.yaml"]);
}

#[test]
fn two_names_of_one_file_are_not_parted() {
    let (folder, file) = a_file();
    fs::hard_link(&file, folder.path().join("other.yaml")).unwrap();
    let refused = "the file has a second name (a hard link), and saving would part the two";
    assert_eq!(shell::save(&file, OLD, NEW), says(refused));
    assert_eq!(fs::read_to_string(&file).unwrap(), OLD);
    assert_eq!(names(folder.path()), ["other.yaml", "programme.yaml"]);
}

#[test]
fn a_read_only_file_stays_as_it_is() {
    let (folder, file) = a_file();
    fs::set_permissions(&file, Permissions::from_mode(0o444)).unwrap();
    assert_eq!(shell::save(&file, OLD, NEW), says("the file is marked read-only"));
    assert_eq!(fs::read_to_string(&file).unwrap(), OLD);
    assert_eq!(names(folder.path()), ["programme.yaml"]);
}

/// A system administrator may write everywhere: then there is nothing to see.
#[test]
fn a_folder_that_may_not_be_written_to_is_named() {
    let (folder, file) = a_file();
    fs::set_permissions(folder.path(), Permissions::from_mode(0o555)).unwrap();
    let administrator = fs::write(folder.path().join("probe"), "").is_ok();
    let saved = shell::save(&file, OLD, NEW);
    fs::set_permissions(folder.path(), Permissions::from_mode(0o755)).unwrap();
    if !administrator {
        assert_eq!(saved, says("the folder may not be written to"));
        assert_eq!(names(folder.path()), ["programme.yaml"]);
    }
}

#[test]
fn programs_that_save_at_the_same_time_lose_nothing() {
    let (folder, file) = a_file();
    fs::write(&file, "").unwrap();
    let add = |who: usize| {
        for number in 0..50 {
            let mut done = false;
            while !done {
                let before = shell::read(&file).unwrap();
                let text = format!("{before}- {who} {number}\n");
                done = shell::save(&file, &before, &text).is_ok();
            }
        }
    };
    std::thread::scope(|scope| (0..4).for_each(|who| _ = scope.spawn(move || add(who))));
    assert_eq!(fs::read_to_string(&file).unwrap().lines().count(), 200);
    assert_eq!(names(folder.path()), ["programme.yaml"]);
}

/// The texts that [`saver`] writes in turn: large, so that a write takes its time.
fn large(letter: char) -> String {
    format!("{}\n", letter.to_string().repeat(79)).repeat(5000)
}

#[test]
#[ignore = "the program that another test starts and kills"]
fn saver() {
    let Some(file) = std::env::var_os("SAVER") else { return };
    let (a, b) = (large('a'), large('b'));
    loop {
        let _ = shell::save(Path::new(&file), &a, &b);
        let _ = shell::save(Path::new(&file), &b, &a);
    }
}

/// Starts a test of this program as a program of its own.
fn start(test: &str, variable: &str, file: &Path) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args([test, "--exact", "--ignored", "--nocapture", "--test-threads=1"])
        .env(variable, file)
        .stdout(Stdio::null())
        .spawn()
        .unwrap()
}

/// `ROUNDS=1000` makes it thorough.
#[test]
fn killed_in_the_middle_of_a_save_the_file_is_whole() {
    let rounds = std::env::var("ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(20);
    let (folder, file) = a_file();
    let (a, b) = (large('a'), large('b'));
    fs::write(&file, &a).unwrap();
    for round in 0..rounds {
        let mut saver = start("saver", "SAVER", &file);
        std::thread::sleep(Duration::from_micros(20_000 + round * 7_919 % 40_000));
        saver.kill().unwrap();
        saver.wait().unwrap();
        let text = shell::read(&file).unwrap();
        assert!(text == a || text == b, "torn in round {round}");
    }
    let text = shell::read(&file).unwrap();
    assert_eq!(shell::save(&file, &text, NEW), Ok(()));
    assert_eq!(names(folder.path()), ["programme.yaml"], "the next save sweeps");
}

#[test]
#[ignore = "the program whose system calls .ci/faults lets fail"]
fn save_once() {
    if let Some(file) = std::env::var_os("SAVE_ONCE") {
        // strace counts calls by thread: so the write of the save has a number that no other thread reaches.
        let mut nowhere = fs::File::options().write(true).open("/dev/null").unwrap();
        (0..100).for_each(|_| std::io::Write::write_all(&mut nowhere, b".").unwrap());
        let said = match shell::save(Path::new(&file), OLD, NEW) {
            Ok(()) => "saved".to_owned(),
            Err(SaveFailure::System(phrase)) => phrase,
            Err(other) => format!("{other:?}"),
        };
        fs::write(std::env::var_os("SAID").unwrap(), said).unwrap();
    }
}

fn unreadable(bytes: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("x.yaml");
    fs::write(&file, bytes).unwrap();
    let said = shell::read(&file).unwrap_err();
    assert!(!said.hint().is_empty());
    said.to_string().strip_prefix(file.to_str().unwrap()).unwrap().to_owned()
}

#[test]
fn a_text_is_read_to_the_byte() {
    let (_folder, file) = a_file();
    for text in ["", "\u{feff}a: b\r\n", "a: b\rc: d", "a: \u{1b}[31m\n", "\u{20ac}\n\n"] {
        fs::write(&file, text).unwrap();
        assert_eq!(shell::read(&file).unwrap(), text);
    }
}

#[test]
fn what_is_no_text_is_said_with_its_place() {
    assert_eq!(unreadable(b"a: b\n\xc3\xbcb\xe9r: x\n"), ": not UTF-8 text at line 2, column 3 (byte 0xE9)");
    assert_eq!(unreadable(b"\xe4"), ": not UTF-8 text at line 1, column 1 (byte 0xE4)");
    assert_eq!(unreadable(b"a: \xe2\x82"), ": not UTF-8 text at line 1, column 4 (byte 0xE2)");
    let nul = ": a NUL character at line 2, column 2: not a text file, or a damaged one";
    assert_eq!(unreadable(b"a: b\nc\0d\n"), nul);
    for utf16 in [b"\xff\xfea\0".as_slice(), b"\xfe\xff\0a", b"a\0:\0 \0", b"\0a\0:"] {
        assert_eq!(unreadable(utf16), ": the text is in UTF-16, not in UTF-8");
    }
    for office in [&b"PK\x03\x04\x14\0\x06\0"[..], b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0", b"%PDF-1.7\n"] {
        let said = ": this is a document of an office program, a PDF or an archive, not a text";
        assert_eq!(unreadable(office), said);
    }
    let long = ": larger than 20 MB, and line 2 alone more than 1 MB";
    assert_eq!(unreadable(&[&b"a:\n"[..], &vec![b'a'; 20_000_001]].concat()), long);
    assert_eq!(unreadable(&b"a: b\n".repeat(4_000_001)), ": larger than 20 MB");
}

#[test]
fn what_is_no_file_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let in_folder = |name: &str| folder.path().join(name);
    let said = |path: &Path| shell::read(path).unwrap_err().to_string();
    assert!(said(&in_folder("x.yaml")).ends_with("x.yaml: there is no such file"));
    assert!(said(folder.path()).ends_with(": this is a folder, not a file"));
    assert_eq!(said(Path::new("/dev/zero")), "/dev/zero: this is a device, not a file");
    assert_eq!(said(Path::new("\u{1b}[2J")), "\u{fffd}[2J: there is no such file");
    let _socket = std::os::unix::net::UnixListener::bind(in_folder("socket.yaml")).unwrap();
    assert!(said(&in_folder("socket.yaml")).ends_with(": this is a socket, not a file"));
    symlink("nothing", in_folder("link.yaml")).unwrap();
    assert!(said(&in_folder("link.yaml")).ends_with(": this is a link, and what it leads to is not there"));
    symlink("round.yaml", in_folder("round.yaml")).unwrap();
    assert!(said(&in_folder("round.yaml")).ends_with(": its links lead round in a circle"));
}
