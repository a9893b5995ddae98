//! Drawing and typing: what is written and what is not, and what is taken for a key.

use crate::program::coopdash;
use crate::session::{Session, Start};
use crate::{started, written};
use std::collections::BTreeSet;
use std::path::Path;
use std::time::Duration;

#[test]
fn half_a_sequence_does_not_keep_it_from_drawing() {
    let sequences = ["\x1b[A", "\x1bOA", "\x1b[1;5C", "\x1b[15~", "\x1b[200~", "\u{20ac}", "\x1b[<0;1;1M"];
    let (mut session, _) = started(Start::toy(None));
    let mut width = 60;
    for sequence in sequences {
        for half in 1..sequence.len() {
            session.press(&sequence.as_bytes()[..half]);
            width += 1;
            session.resize(width, 20);
            session.wait_for(&format!("size {width}x20"));
            session.press(&sequence.as_bytes()[half..]);
            session.press("\x1b[201~");
        }
    }
    assert_eq!(session.screen().contents().matches("count 0.").count(), 1, "nothing was taken for a key");
}

#[test]
fn hostile_sequences_end_nothing() {
    let (mut session, _) = started(Start::toy(None));
    let hostile =
        ["\x1b[<0;0;0M", "\x1b[M\0\0\0", "\x1b[;;;;~", "\x1b[99999999999999999999u", "\x1b]0;x\x07"];
    for sequence in hostile {
        session.press(sequence);
    }
    session.press([b"\xff\xfe\x80\xc0".as_slice(), b"    j"].concat());
    session.wait_for("count 1.");
}

#[test]
fn any_size_is_drawn() {
    let (mut session, _) = started(Start::toy(None));
    for step in 0..100_u16 {
        session.resize(step * 37 % 251, step * 23 % 71);
    }
    session.resize(0, 0);
    session.resize(65535, 65535);
    session.resize(72, 9);
    session.wait_for("size 72x9");
}

#[test]
fn a_burst_of_keys_is_a_few_frames() {
    let (mut session, _) = started(Start::toy(None));
    session.press("j".repeat(1000));
    session.wait_for("count 1000.");
    let frames = session.count("\x1b[?2026h");
    assert!(frames < 500, "{frames} frames for 1000 keys");
}

#[test]
fn two_hundred_moves_at_once_are_a_few_frames_and_few_bytes() {
    let item = |number| format!("  - {{ title: Initiative {number}, status: agreed }}\n");
    let items: String = (0..300).map(item).collect();
    let (_folder, file) = written("x.yaml", format!("programme: {{ title: Many }}\ninitiatives:\n{items}"));
    let mut session = coopdash(&[file.to_str().unwrap()]).go();
    session.wait_for("Many");
    session.press("3");
    session.settle();
    let (frames, bytes) = (session.count("\x1b[?2026h"), session.bytes().len());
    session.press("j".repeat(200));
    session.settle();
    let (frames, bytes) = (session.count("\x1b[?2026h") - frames, session.bytes().len() - bytes);
    assert!((1..=4).contains(&frames) && bytes <= 3000, "{frames} frames, {bytes} B");
}

#[test]
fn a_flood_of_keys_is_taken_whole() {
    let (mut session, _) = started(Start::toy(None));
    for _ in 0..100 {
        session.press("j".repeat(1000));
    }
    session.wait_for("count 100000.");
}

#[test]
fn a_paste_is_text_and_no_keys() {
    let (mut session, _) = started(Start::toy(None));
    session.press("\x1b[200~jq\x1b[201~");
    session.wait_for(r#"said paste "jq"."#);
    session.press("j");
    session.wait_for("count 1.");
}

#[test]
fn only_the_agreed_modes_are_set_and_nothing_is_asked() {
    let (mut session, _) = started(Start::toy(None));
    session.press("jjc");
    session.wait_until("the cursor", |session| !session.screen().hide_cursor());
    session.press("\x0c");
    session.wait_until("the screen whole", |session| session.count("\x1b[2J") == 2);
    session.resize(100, 30);
    session.wait_until("the screen whole", |session| session.count("\x1b[2J") == 3);
    session.press("jcq");
    session.end().unwrap();
    session.wait_until("the end", |session| !session.screen().alternate_screen());
    let written = String::from_utf8(session.bytes()).unwrap();
    let mut sequences = BTreeSet::new();
    for piece in written.split('\x1b').skip(1) {
        let end = piece.find(|c: char| c.is_ascii_alphabetic() || c == '~').unwrap();
        let sequence: String = piece.chars().take(end + 1).collect();
        // Positions and colours differ; what matters is that they are nothing else.
        let is_free = sequence.starts_with('[') && sequence.ends_with(['H', 'm']);
        sequences.insert(if is_free { sequence.chars().skip(end).collect() } else { sequence });
    }
    let agreed =
        ["H", "m", "[2J", "[?1049h", "[?1049l", "[?2004h", "[?2004l", "[?2026h", "[?2026l", "[?25h", "[?25l"];
    assert_eq!(sequences, agreed.map(str::to_owned).into());
    assert_eq!(session.count("\x1b[2J"), 3, "whole frames: at the start, on Ctrl-L, for the new size");
}

#[test]
#[cfg(target_os = "linux")]
fn a_frame_is_one_write_and_nothing_new_is_none() {
    // Eight kilobytes: more than a frame has, and less than a terminal takes at once.
    let (mut session, _) = started(Start::toy(None).sized(160, 50));
    session.press("n");
    session.wait_until("a screen full of letters", |session| session.bytes().len() > 8000);
    session.settle();
    let (writes, bytes) = (session.writes(), session.bytes().len());
    session.press("j");
    session.wait_until("another", |session| session.bytes().len() > bytes + 8000);
    session.settle();
    assert_eq!(session.writes(), writes + 1);
    let bytes = session.bytes().len();
    session.press("xxx");
    session.settle();
    assert_eq!(session.writes(), writes + 1, "the screen shows no key here");
    assert_eq!(session.bytes().len(), bytes);
}

#[test]
fn a_frame_that_a_terminal_does_not_take_at_once_is_drawn_whole() {
    let (mut session, _) = started(Start::toy(None).sized(1000, 60));
    session.press("n");
    session.wait_until("letters", |session| session.bytes().len() > 60_000);
    session.press("j");
    session.wait_until("others", |session| session.bytes().len() > 120_000);
    session.press("nj");
    session.wait_for("count 2.");
}

#[test]
#[cfg(target_os = "linux")]
fn a_thread_is_there_when_there_is_something_for_it_to_do() {
    let threads =
        |session: &Session| std::fs::read_dir(format!("/proc/{}/task", session.pid())).unwrap().count();
    let mut session = coopdash(&[]).go();
    session.wait_for("built-in example");
    session.settle();
    session.press("2jjj1");
    session.settle();
    assert_eq!(threads(&session), 2, "the loop, and who waits for signals");
    let (_folder, file) =
        written("x.yaml", "programme: { title: Two }\ninitiatives: [{ title: A, status: agreed }]\n");
    // One that was written lately is read again: somebody may be writing still.
    std::fs::File::options().write(true).open(&file).unwrap().set_modified(std::time::UNIX_EPOCH).unwrap();
    let mut session = coopdash(&[file.to_str().unwrap()]).go();
    session.wait_for("Two");
    session.settle();
    assert_eq!(threads(&session), 3, "and who follows the file");
    session.press("3 ");
    session.wait_for("Now completed");
    assert_eq!(threads(&session), 4, "and who saves");
}

#[test]
#[cfg(target_os = "linux")]
fn while_nothing_happens_it_sleeps() {
    let (mut session, _) = started(Start::toy(None));
    session.press("j");
    session.wait_for("count 1.");
    session.settle();
    let before = (session.bytes().len(), session.wakeups());
    std::thread::sleep(Duration::from_millis(1500));
    assert_eq!((session.bytes().len(), session.wakeups()), before);
}

#[test]
fn colour_is_decided_by_the_look_and_by_nobody_else() {
    for no_color in ["", "1"] {
        let (session, _) = started(Start::toy(None).with("NO_COLOR", no_color));
        session.wait_until("the word in bold and red", |session| {
            let screen = session.screen();
            let cell = screen.cell(4, 0).unwrap();
            cell.contents() == "r" && cell.bold() && cell.fgcolor() == vt100::Color::Idx(1)
        });
        assert_eq!(session.count("\x1b[;m"), 0);
    }
}

#[test]
fn with_the_file_in_a_pipe_the_keys_come_from_the_terminal() {
    let start = Start::toy(Some(Path::new("-"))).in_shell(r#"printf 'from a pipe' | "$@""#);
    let (mut session, before) = started(start);
    session.wait_for("text from a pipe.");
    session.press("jj");
    session.wait_for("count 2.");
    session.press("q");
    assert_eq!(session.end(), Ok(0));
    session.assert_given_back(&before);
}

#[test]
fn a_day_that_begins_is_told_with_the_next_event_and_a_chosen_one_stays() {
    let (mut session, _) = started(Start::toy(None));
    session.press("j");
    session.wait_for("count 1.");
    session.wait_for("said key Char('j')");
    assert!(!session.screen().contents().contains("day"), "a day that was chosen stays");
    let (mut session, _) = started(Start::toy(None).with("TOY_DAY", "past"));
    session.press("j");
    session.wait_for("count 1. day 2");
    session.press("j");
    session.wait_for("count 2. day 2");
    session.wait_for("said key Char('j')");
}
