//! Lending: the terminal goes to the shell or an editor, and comes back; and the file in between.

use crate::session::{Session, Start};
use crate::started;
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

#[test]
fn an_editor_that_is_not_there_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("x.yaml");
    std::fs::write(&file, "text\n").unwrap();
    let (mut session, _) = started(Start::toy(Some(&file)).with("EDITOR", "no-such-editor -w"));
    session.press("e");
    session.wait_for("said loaded text.");
    assert!(session.screen().alternate_screen());
}

#[test]
fn a_save_and_a_reload_are_answered() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("x.yaml");
    std::fs::write(&file, "text\n").unwrap();
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
