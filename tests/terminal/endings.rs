//! Endings: however it ends, the terminal is as it was found, and the status says how.

use crate::program::coopdash;
use crate::session::{Session, Start};
use crate::{modes_of_a_new_terminal, started, written};
use rustix::process::Signal;
use std::time::Duration;

#[test]
fn quitting_gives_the_terminal_back() {
    let (mut session, before) = started(Start::toy(None));
    assert!(session.screen().alternate_screen());
    assert!(session.screen().hide_cursor());
    assert_ne!(session.modes(), before);
    session.press("q");
    assert_eq!(session.end(), Ok(0));
    session.assert_given_back(&before);
}

#[test]
fn a_panic_gives_the_terminal_back_and_says_what_happened() {
    let (mut session, before) = started(Start::toy(None));
    session.press("p");
    assert_eq!(session.end(), Ok(101));
    session.assert_given_back(&before);
    session.wait_for("a defect of the program ended it: the toy was told to (tests/terminal/toy.rs:");
}

#[test]
fn a_panic_with_nobody_to_tell_is_a_panic_all_the_same() {
    for nobody in ["2>&-", "2>/dev/full", "2>&1 >/dev/tty | :"] {
        let script = format!(r#"{{ "$@"; echo "status $?" >/dev/tty; }} {nobody}"#);
        let (mut session, before) = started(Start::toy(None).in_shell(&script));
        session.press("p");
        session.wait_for("status 101");
        session.end().unwrap();
        session.assert_given_back(&before);
    }
}

/// Looks at the end by each signal that ends a program, with the status it must end with, at the same time.
fn by_each_signal(look: impl Fn(Signal, u32) + Sync) {
    let endings = [(Signal::HUP, 129), (Signal::INT, 130), (Signal::QUIT, 131), (Signal::TERM, 143)];
    std::thread::scope(|scope| {
        for (signal, status) in endings {
            let look = &look;
            scope.spawn(move || look(signal, status));
        }
    });
}

/// Ends it by a signal, with the status it must end with; the terminal is then as it was before.
fn ends_by(signal: Signal, status: u32, session: &mut Session, before: &str) {
    session.signal(signal);
    assert_eq!(session.end(), Ok(status), "{signal:?}");
    session.assert_given_back(before);
}

#[test]
fn a_signal_ends_it_in_order_while_it_is_idle() {
    by_each_signal(|signal, status| {
        let (mut session, before) = started(Start::toy(None));
        ends_by(signal, status, &mut session, &before);
    });
}

#[test]
fn a_signal_ends_it_in_order_in_the_middle_of_a_key() {
    by_each_signal(|signal, status| {
        let (mut session, before) = started(Start::toy(None));
        session.press("j\x1b[");
        session.wait_for("count 1.");
        ends_by(signal, status, &mut session, &before);
    });
}

#[test]
fn a_signal_ends_it_in_order_while_it_is_busy() {
    by_each_signal(|signal, status| {
        let (mut session, before) = started(Start::toy(None));
        session.press("b");
        std::thread::sleep(Duration::from_millis(100));
        ends_by(signal, status, &mut session, &before);
    });
}

#[test]
fn a_signal_ends_it_while_the_terminal_takes_nothing() {
    by_each_signal(|signal, status| {
        let (mut session, before) = started(Start::toy(None).sized(200, 60));
        session.press("n");
        session.wait_until("a screen full of letters", |session| session.bytes().len() > 10_000);
        let ended = session.while_deaf(|session| {
            session.press("j".repeat(20));
            std::thread::sleep(Duration::from_millis(100));
            session.press("j".repeat(20));
            session.signal(signal);
            session.end()
        });
        assert_eq!(ended, Ok(status), "{signal:?}");
        assert_eq!(session.modes(), before);
        // Not even the modes that are bytes are lost: what was on its way gave way to them.
        session.wait_until("the terminal's own screen", |session| {
            let screen = session.screen();
            !screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste()
        });
    });
}

#[test]
fn a_terminal_that_is_full_to_the_brim_gets_its_modes_back_all_the_same() {
    for how in ["TERM", "q", "\u{1a}"] {
        let (mut session, before) = started(Start::toy(None).sized(200, 60));
        session.press("n");
        session.wait_until("a screen full of letters", |session| session.bytes().len() > 10_000);
        session.while_deaf(|session| {
            // Each of these frames is drawn whole, until a write finds no room and waits in the middle of one.
            for columns in 0..12 {
                session.resize(180 + columns, 60);
                std::thread::sleep(Duration::from_millis(30));
            }
            if how == "TERM" {
                session.signal(Signal::TERM);
                assert_eq!(session.end(), Ok(143));
            } else {
                session.press(how);
                std::thread::sleep(Duration::from_millis(700));
            }
        });
        if how == "\u{1a}" {
            // Nobody could wake it up here, so it is back at once, and answers.
            session.press("q");
        }
        if how != "TERM" {
            assert_eq!(session.end(), Ok(0));
        }
        session.wait_until("the terminal's own screen", |session| {
            let screen = session.screen();
            !screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste()
        });
        assert_eq!(session.modes(), before);
    }
}

#[test]
fn when_the_window_is_closed_the_reason_of_a_save_that_failed_is_the_true_one() {
    let folder = tempfile::tempdir().unwrap();
    let (file, said) = (folder.path().join("programme.yaml"), folder.path().join("said"));
    std::fs::write(&file, "initiatives:\n  - { title: Joint training, status: agreed }\n").unwrap();
    let script = format!("exec \"$@\" 2>{}", said.display());
    let mut session = crate::program::coopdash(&[file.to_str().unwrap()]).in_shell(&script).go();
    session.wait_for("Next meeting");
    std::fs::remove_file(&file).unwrap();
    session.press("3 ");
    session.wait_for("ot saved");
    session.settle();
    session.close();
    assert_eq!(session.end(), Ok(129));
    let said = std::fs::read_to_string(said).unwrap();
    assert!(said.contains("not saved, because it is not there any more"), "{said}");
}

#[test]
fn a_closed_window_ends_it() {
    let scripts = [r#"exec "$@""#, r#"trap "" HUP; exec "$@""#, r#"trap "" HUP; "$@"; exit $?"#];
    std::thread::scope(|scope| {
        for script in scripts {
            for keys in ["", "\x1b[", "b", "n"] {
                scope.spawn(move || {
                    let (mut session, _) = started(Start::toy(None).in_shell(script));
                    session.press(keys);
                    session.close();
                    assert_eq!(session.end(), Ok(129), "{script} {keys:?}");
                });
            }
        }
    });
}

#[test]
fn an_unsaved_edit_is_tried_once_more_when_a_signal_ends_it() {
    let (_folder, file) = written("x.yaml", "as it was\n");
    let (mut session, before) = started(Start::toy(Some(&file)));
    session.press("u");
    session.wait_for("said key Char('u')");
    ends_by(Signal::TERM, 143, &mut session, &before);
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "kept at last\n");
}

#[test]
fn an_edit_that_is_lost_is_named() {
    let (_folder, file) = written("x.yaml", "as it was\n");
    let (mut session, before) = started(Start::toy(Some(&file)));
    session.press("u");
    session.wait_for("said key Char('u')");
    std::fs::write(&file, "somebody else was here\n").unwrap();
    ends_by(Signal::TERM, 143, &mut session, &before);
    session.wait_for("coopdash: not saved, because somebody else changed the file:");
    session.wait_for("  joint exercises: completed");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "somebody else was here\n");
}

#[test]
fn an_edit_that_is_lost_to_a_lock_is_named_before_the_end() {
    let (_folder, file) = written("x.yaml", "as it was\n");
    let (mut session, before) = started(Start::toy(Some(&file)));
    session.press("u");
    session.wait_for("said key Char('u')");
    let lock = std::fs::File::open(&file).unwrap();
    lock.try_lock().unwrap();
    ends_by(Signal::TERM, 143, &mut session, &before);
    session.wait_for("coopdash: not saved, because another program is saving the file:");
    session.wait_for("  joint exercises: completed");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "as it was\n");
}

#[test]
fn an_edit_whose_save_waits_for_a_lock_is_named_before_the_end() {
    let (_folder, file) = written("x.yaml", "as it was\n");
    let (mut session, before) = started(Start::toy(Some(&file)));
    let lock = std::fs::File::open(&file).unwrap();
    lock.try_lock().unwrap();
    session.press("us");
    std::thread::sleep(Duration::from_millis(100));
    ends_by(Signal::TERM, 143, &mut session, &before);
    session.wait_for("not saved, because");
    session.wait_for("  joint exercises: completed");
}

#[test]
fn an_edit_that_is_lost_while_an_editor_is_open_is_named() {
    let (folder, file) = written("x.yaml", "as it was\n");
    let editor = folder.path().join("vi");
    std::fs::write(&editor, "#!/bin/sh\necho editing\nexec sleep 5\n").unwrap();
    std::fs::set_permissions(&editor, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    let start = Start::toy(Some(&file)).with("EDITOR", editor.to_str().unwrap());
    let (mut session, before) = started(start);
    session.press("ue");
    session.wait_for("editing");
    ends_by(Signal::TERM, 143, &mut session, &before);
    session.wait_for("coopdash: not saved, because an editor was open:");
    session.wait_for("  joint exercises: completed");
}

/// A save in which nothing comes back from the disk for four seconds. With `STRACE=1` only.
#[test]
fn an_edit_that_hangs_in_the_disk_is_named_before_the_end() {
    if std::env::var_os("STRACE").is_none() {
        return;
    }
    let hangs = r#"exec strace -D -f -qqq -o /dev/null -e trace=fsync -e inject=fsync:delay_enter=4s "$@""#;
    for keys in ["u", "us"] {
        let (_folder, file) = written("x.yaml", "as it was\n");
        let (mut session, before) = started(Start::toy(Some(&file)).in_shell(hangs));
        session.press(keys);
        session.settle();
        let asked = std::time::Instant::now();
        session.signal(Signal::TERM);
        session.wait_for("coopdash: perhaps not saved, because the save did not come to an end:");
        session.wait_for("  joint exercises: completed");
        assert!(asked.elapsed() < Duration::from_secs(2), "{keys} took {:?}", asked.elapsed());
        // Held up by strace, which lets nothing end before its time.
        assert_eq!(session.end(), Ok(143), "{keys}");
        session.assert_given_back(&before);
    }
}

/// The system has no room for the first, second ... thread. Without those that have nothing to do yet it goes on; what
/// is for them is then done by the loop. With `STRACE=1` only.
#[test]
fn without_room_for_its_threads_it_says_so_and_leaves_the_terminal_as_it_was() {
    if std::env::var_os("STRACE").is_none() {
        return;
    }
    let (_folder, file) =
        written("x.yaml", "programme: { title: T }\ninitiatives: [{ title: A, status: agreed }]\n");
    for from in 1..=4 {
        let refused = format!(
            r#"exec strace -D -f -qqq -o /dev/null -e trace=clone3 -e inject=clone3:error=EAGAIN:when={from}+ "$@""#
        );
        let before = modes_of_a_new_terminal();
        let mut session = coopdash(&[file.to_str().unwrap()]).in_shell(&refused).go();
        let needed = 2;
        if from <= needed {
            session.wait_for("the system has no room for the threads of this program");
            assert_eq!(session.end(), Ok(1), "from the thread {from}");
        } else {
            session.wait_for("Next meeting");
            session.press("3 ");
            session.wait_for("Now ");
            session.press("q");
            assert_eq!(session.end(), Ok(0), "from the thread {from}");
        }
        session.assert_given_back(&before);
    }
}

#[test]
fn an_answer_that_is_on_its_way_at_the_end_is_waited_for_and_typed_to_nobody() {
    let before = modes_of_a_new_terminal();
    let mut session = coopdash(&[]).sized(200, 60).go();
    session.wait_for("built-in example");
    session.settle();
    session.press("2");
    session.wait_until("it asks", |session| session.count("\x1b[5n") == 1);
    session.press("q");
    std::thread::sleep(Duration::from_millis(300));
    assert!(session.is_running(), "the answer would be typed to the shell");
    session.press("\x1b[0n");
    assert_eq!(session.end(), Ok(0));
    session.assert_given_back(&before);
}

/// A disk on which a new file takes three seconds. With `STRACE=1` only.
#[test]
fn of_pictures_that_are_asked_for_faster_than_they_are_written_so_many_wait() {
    if std::env::var_os("STRACE").is_none() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let slow = format!(
        r#"cd '{}' && exec strace -D -f -qqq -o /dev/null -e trace=fsync -e inject=fsync:delay_enter=3s "$@""#,
        folder.path().display()
    );
    let mut session = coopdash(&[]).in_shell(&slow).go();
    session.wait_for("built-in example");
    session.press("S".repeat(8));
    std::thread::sleep(Duration::from_millis(400));
    assert!(!session.screen().contents().contains("others are still"), "so many may wait");
    session.press("S");
    session.wait_for("others are still being written");
    session.signal(Signal::TERM);
    assert_eq!(session.end(), Ok(143));
}
