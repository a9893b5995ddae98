//! Lending: the terminal goes to the shell or an editor, and comes back; and the file in between.

use crate::program::coopdash;
use crate::session::{Session, Start};
use crate::{started, written};
use rustix::process::Signal;
use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt;

#[test]
fn ctrl_z_stops_it_and_fg_brings_it_back_whole() {
    let mut start = Start::toy(None).with("PS1", "ready$ ");
    let toy = std::mem::replace(&mut start.command, vec!["/bin/sh".to_owned(), "-i".to_owned()]).join(" ");
    let mut session = start.go();
    session.wait_for("ready$");
    session.press(format!("{toy}\n"));
    session.wait_for("count 0.");
    for round in 1..4 {
        let asked = session.bytes().len();
        session.press("j\x1a");
        session.wait_until("the prompt", |session| session.wrote_since(asked, "ready$"));
        let screen = session.screen();
        assert!(!screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste());
        session.press("echo 'in the' shell\n");
        session.wait_until("the shell", |session| session.wrote_since(asked, "in the shell"));
        session.resize(80 + round, 24);
        session.press("fg\n");
        session.wait_for(&format!("size {}x24", 80 + round));
        session.wait_for(&format!("count {round}."));
        assert!(session.screen().hide_cursor() && session.screen().bracketed_paste());
        session.settle();
        let frames = String::from_utf8_lossy(&session.bytes()[asked..]).matches("\x1b[2J").count();
        assert_eq!(frames, 1, "coming back costs one whole frame");
    }
    session.press("q");
    session.wait_until("the shell's screen", |session| !session.screen().alternate_screen());
    session.press("exit\n");
    assert_eq!(session.end(), Ok(0));
}

#[test]
fn where_nobody_could_wake_it_it_does_not_stop() {
    let (mut session, before) = started(Start::toy(None));
    session.press("\x1aj");
    session.wait_for("count 1.");
    assert!(session.screen().alternate_screen());
    session.press("q");
    assert_eq!(session.end(), Ok(0));
    session.assert_given_back(&before);
}

#[test]
fn stopped_without_being_asked_it_draws_everything_anew() {
    let (mut session, _) = started(Start::toy(None));
    session.press("j");
    session.wait_for("count 1.");
    session.signal(Signal::STOP);
    let stopped = session.bytes().len();
    session.signal(Signal::CONT);
    session.wait_until("a whole frame", |session| {
        ["\x1b[?1049h", "\x1b[2J", "size 80x24", "count 1."]
            .iter()
            .all(|text| session.wrote_since(stopped, text))
    });
}

/// The shell's own child that runs the toy.
#[cfg(target_os = "linux")]
fn child_of(session: &Session) -> rustix::process::Pid {
    let shell = session.pid();
    let children = std::fs::read_to_string(format!("/proc/{shell}/task/{shell}/children")).unwrap();
    let child = children.split_whitespace().next().unwrap().parse().unwrap();
    rustix::process::Pid::from_raw(child).unwrap()
}

#[test]
#[cfg(target_os = "linux")]
fn in_the_background_it_draws_nothing_whoever_stopped_it_and_fg_brings_it_back() {
    let mut start = Start::toy(None).with("PS1", "ready$ ");
    let toy = std::mem::replace(&mut start.command, vec!["/bin/sh".to_owned(), "-i".to_owned()]).join(" ");
    let mut session = start.go();
    session.wait_for("ready$");
    session.press(format!("{toy}\n"));
    session.wait_for("count 0.");
    for (round, is_asked) in [(1, true), (2, false)] {
        let before = session.bytes().len();
        session.press("j");
        session.wait_for(&format!("count {round}."));
        if is_asked {
            session.press("\x1a");
        } else {
            rustix::process::kill_process(child_of(&session), Signal::STOP).unwrap();
        }
        session.wait_until("the prompt", |session| session.wrote_since(before, "ready$"));
        let stopped = session.bytes().len();
        session.press("bg\n");
        session.resize(80 - round, 24);
        std::thread::sleep(std::time::Duration::from_millis(300));
        session.press("echo 'in the' shell\n");
        session.wait_until("the shell", |session| session.wrote_since(stopped, "in the shell"));
        for drawn in ["\x1b[?1049h", "\x1b[2J", "\x1b[?2026h", "size"] {
            assert!(!session.wrote_since(stopped, drawn), "{drawn:?} in the background");
        }
        let back = session.bytes().len();
        session.press("fg\n");
        session.wait_until("a whole frame", |session| {
            let size = format!("size {}x24", 80 - round);
            ["\x1b[?1049h", "\x1b[2J", size.as_str()].iter().all(|text| session.wrote_since(back, text))
        });
    }
    session.press("q");
    session.wait_until("the shell's screen", |session| !session.screen().alternate_screen());
    session.press("exit\n");
    assert_eq!(session.end(), Ok(0));
}

/// An editor that leaves the terminal in another mode, and then does this.
fn rude_editor(then: &str) -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("rude");
    std::fs::write(&path, format!("#!/bin/sh\nstty raw -echo\nprintf 'rude %s' here\n{then}\n")).unwrap();
    std::fs::set_permissions(&path, Permissions::from_mode(0o755)).unwrap();
    let command = path.to_str().unwrap().to_owned();
    (folder, command)
}

#[test]
fn whatever_mode_an_editor_leaves_the_terminal_in_it_is_given_back_as_it_was_found() {
    let file = tempfile::NamedTempFile::new().unwrap();
    let (_folder, editor) = rude_editor("exit 0");
    let (mut session, before) = started(Start::toy(Some(file.path())).with("EDITOR", &editor));
    session.press("e");
    session.wait_for("said loaded");
    session.press("q");
    assert_eq!(session.end(), Ok(0));
    session.assert_given_back(&before);

    let (_folder, editor) = rude_editor("exec sleep 60");
    let (mut session, before) = started(Start::toy(Some(file.path())).with("EDITOR", &editor));
    session.press("e");
    session.wait_until("the editor", |session| session.wrote_since(0, "rude here"));
    session.signal(Signal::TERM);
    assert_eq!(session.end(), Ok(143));
    session.assert_given_back(&before);
}

#[test]
fn the_editor_has_the_terminal_to_itself() {
    let folder = tempfile::tempdir().unwrap();
    let (file, editor) = (folder.path().join("x.yaml"), folder.path().join("vi"));
    std::fs::write(&file, "text\n").unwrap();
    std::fs::write(&editor, "#!/bin/sh\necho editing at $1\nread line\necho \"$line\" > \"$2\"\n").unwrap();
    std::fs::set_permissions(&editor, Permissions::from_mode(0o755)).unwrap();
    let (mut session, before) = started(Start::toy(Some(&file)).with("EDITOR", editor.to_str().unwrap()));
    let open = |session: &mut Session| {
        let asked = session.bytes().len();
        session.press("e");
        session.wait_until("the editor", |session| session.wrote_since(asked, "editing at +3"));
        assert!(!session.screen().alternate_screen());
        assert_eq!(session.modes(), before);
    };
    for round in 0..5 {
        open(&mut session);
        session.press(format!("round {round}\n"));
        session.wait_for(&format!("said loaded round {round}."));
        assert!(session.screen().alternate_screen());
    }
    open(&mut session);
    session.press("\x03");
    session.wait_for("said loaded round 4.");
    session.press("q");
    assert_eq!(session.end(), Ok(0));
    session.assert_given_back(&before);
}

/// A folder with a programme and these editors, each of which says what it was given and waits for Enter.
fn with_editors(names: &[&str], programme: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for name in names {
        let script = format!("#!/bin/sh\nprintf '%s ' {name} given \"$@\" end\nread line\n");
        std::fs::write(folder.path().join(name), script).unwrap();
        std::fs::set_permissions(folder.path().join(name), Permissions::from_mode(0o755)).unwrap();
    }
    std::fs::write(folder.path().join(programme), "programme: { title: First }\n").unwrap();
    folder
}

/// The program itself in that folder, where it finds no programs elsewhere.
fn coopdash_in(folder: &tempfile::TempDir, arguments: &[&str]) -> Start {
    let place = folder.path().to_str().unwrap();
    coopdash(arguments).in_shell(&format!("cd {place}; PATH={place}; exec \"$@\"")).sized(140, 24)
}

#[test]
fn no_name_of_a_file_is_an_option_of_the_editor() {
    let folder = with_editors(&["vi"], "+!touch hacked");
    let mut session = coopdash_in(&folder, &["+!touch hacked"]).with("EDITOR", "vi -n").go();
    session.wait_for("First");
    session.press("e");
    session.wait_for("vi given -n +");
    let place = std::fs::canonicalize(folder.path()).unwrap().join("+!touch hacked end");
    session.wait_until("the whole path", |session| {
        session.screen().contents().replace('\n', "").contains(place.to_str().unwrap())
    });
    session.press("\n");
    session.wait_for("nothing has changed");
}

#[test]
fn where_the_editor_is_not_there_another_one_comes_and_that_is_said() {
    let folder = with_editors(&["nano", "vi"], "x.yaml");
    let mut session = coopdash_in(&folder, &["x.yaml"]).with("EDITOR", "no-such-editor -w").go();
    session.wait_for("First");
    session.press("e");
    session.wait_for("nano given +");
    session.press("\n");
    session.wait_for("EDITOR names no-such-editor, which is no program here; nano was opened instead");
}

#[test]
fn before_an_editor_that_nobody_chose_and_many_do_not_know_it_is_said_once_how_to_leave_it() {
    let folder = with_editors(&["vi"], "x.yaml");
    let mut session = coopdash_in(&folder, &["x.yaml"]).go();
    session.wait_for("First");
    session.press("e");
    session.wait_for("no editor is set, so vi opens the file");
    session.wait_for(":q! and Enter   leaves without saving");
    session.settle();
    assert!(!session.wrote_since(0, "vi given"));
    session.press("\n");
    session.wait_for("vi given +");
    session.press("\n");
    session.wait_for("nothing has changed");
    let asked = session.bytes().len();
    session.press("e");
    session.wait_until("vi", |session| session.wrote_since(asked, "vi given +"));
    assert!(!session.wrote_since(asked, "leaves without saving"));
    session.press("\n");
    session.wait_for("nothing has changed");
}

#[test]
fn a_signal_ends_it_while_it_says_how_to_leave_an_editor() {
    let folder = with_editors(&["vi"], "x.yaml");
    let mut session = coopdash_in(&folder, &["x.yaml"]).go();
    session.wait_for("First");
    session.press("e");
    session.wait_for("Enter goes on.");
    session.signal(Signal::TERM);
    assert_eq!(session.end(), Ok(143));
}

#[test]
fn without_any_editor_it_is_said_what_to_do() {
    let folder = with_editors(&[], "x.yaml");
    let mut session = coopdash_in(&folder, &["x.yaml"]).go();
    session.wait_for("First");
    session.press("e");
    session.wait_for("no editor was found: set EDITOR to one, such as nano");
}

#[test]
fn the_doctor_says_which_editor_comes_and_why() {
    let folder = with_editors(&["vi", "mg"], "x.yaml");
    let vi = folder.path().join("vi").to_str().unwrap().to_owned();
    let said = |editor: &str| {
        let mut session = coopdash_in(&folder, &["doctor"]).sized(140, 60).with("EDITOR", editor).go();
        assert_eq!(session.end(), Ok(0));
        session.wait_for("Nothing is wrong");
        let screen = session.screen().contents();
        screen.lines().find_map(|line| line.trim().strip_prefix("editor")).unwrap().trim().to_owned()
    };
    assert_eq!(said(""), format!("{vi} (VISUAL and EDITOR are not set)"));
    assert_eq!(said("kak"), format!("{vi} (EDITOR names kak, which is no program here)"));
    assert_eq!(said("mg -n"), format!("{} (EDITOR names it)", folder.path().join("mg").display()));
}

#[test]
fn a_save_and_a_reload_are_answered() {
    let (_folder, file) = written("x.yaml", "text\n");
    let (mut session, _) = started(Start::toy(Some(&file)));
    session.press("s");
    session.wait_for("said saved new text.");
    std::fs::write(&file, "from outside\n").unwrap();
    session.press("s");
    session.wait_for("said ChangedByAnother.");
    session.press("r");
    session.wait_for("said loaded from outside.");
    std::fs::remove_file(&file).unwrap();
    session.press("r");
    session.wait_for("said Missing.");
}

#[test]
fn what_was_typed_into_an_editor_that_did_not_read_it_is_nobodys() {
    let folder = tempfile::tempdir().unwrap();
    let (file, editor) = (folder.path().join("x.yaml"), folder.path().join("vi"));
    std::fs::write(&file, "text\n").unwrap();
    std::fs::write(&editor, "#!/bin/sh\nstty raw\necho editing\nsleep 1\n").unwrap();
    std::fs::set_permissions(&editor, Permissions::from_mode(0o755)).unwrap();
    let (mut session, _) = started(Start::toy(Some(&file)).with("EDITOR", editor.to_str().unwrap()));
    session.press("e");
    session.wait_for("editing");
    session.press("jq\x1b[?1;2");
    session.wait_for("said loaded text.");
    session.wait_for("count 0.");
    session.settle_briefly();
    session.press("j");
    session.wait_for("count 1.");
}
