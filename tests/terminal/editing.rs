//! Editing by keys, with the real program: whatever was changed, undo gives the first bytes back; and two
//! programs on one file lose nothing.
//!
//! `ROUNDS` sets how many edits there are.

use crate::program::coopdash;
use crate::session::Session;
use crate::written;
use coopdash::document::{TEMPLATE, read};
use std::io::Write;
use std::path::Path;

fn rounds(usual: usize) -> usize {
    std::env::var("ROUNDS").map_or(usual, |rounds| rounds.parse().unwrap())
}

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end
    }
}

/// Keys of one edit, chosen at random: ticks, words, fields, notes, values, new items, in every order.
fn an_edit(dice: &mut Dice, number: usize) -> String {
    let down = "j".repeat(dice.below(4));
    match dice.below(9) {
        0 => format!("3g{down} "),
        1 => format!("3g{down} +"),
        2 => format!("3g{down}m\r{}\r", "j".repeat(dice.below(6))),
        3 => format!("3g{down}mj\r\u{15}2024-0{}-15\r", 1 + dice.below(9)),
        4 => format!(
            "3g{down}mjj\r\u{15}Desk {number}: {}\r",
            ["training", "it's #1", "№ 5 · šć"][dice.below(3)]
        ),
        5 => format!("3g{down}mG\rNote {number}, \"quoted\".\r"),
        6 => format!("2gmj\r\u{15}{}{}\r", dice.below(90), ["", " provisional", " forecast"][dice.below(3)]),
        7 => format!("2gm\r\u{15}{}: {}\r", 1990 + dice.below(60), dice.below(500)),
        _ => format!("a{} {number}\r", ["Capacity", "Review: part", "演習"][dice.below(3)]),
    }
}

fn text(file: &Path) -> String {
    std::fs::read_to_string(file).unwrap()
}

/// Presses keys and waits until the program has taken them all: it answers the last of them, a change of the
/// tab, on the screen.
fn press_all(session: &mut Session, keys: &str) {
    // Escape closes what a refusal may have left open, and is waited for so that it is no half of a sequence.
    session.type_in(keys);
    session.press("\u{1b}");
    session.settle_briefly();
    session.press("\u{1b}");
    session.settle_briefly();
}

/// Ends a program as soon as it has nothing left to save: before that it would ask.
fn leaves(session: &mut Session) {
    session.wait_until("nothing is unsaved", |session| {
        let screen = session.screen().contents();
        !["ot saved", "still saving", "still reading"].iter().any(|said| screen.contains(said))
    });
    session.press("q");
    assert_eq!(session.end(), Ok(0));
}

#[test]
fn random_edits_by_keys_and_then_undo_give_the_first_bytes_back() {
    let (_folder, file) = written("programme.yaml", TEMPLATE);
    let mut session = coopdash(&[file.to_str().unwrap(), "--as-of", "2024-06-15"]).go();
    session.wait_for("Our cooperation programme");
    let (mut dice, mut changed, mut before) = (Dice(7), 0, TEMPLATE.to_owned());
    for number in 0..rounds(8) {
        let keys = an_edit(&mut dice, number);
        press_all(&mut session, &keys);
        let now = text(&file);
        let reading = read(&now);
        assert!(!reading.unreadable && reading.can_be_changed(), "after {keys:?}:\n{now}");
        if now != before {
            changed += 1;
            before = now;
        }
    }
    assert!(changed * 2 > rounds(8), "too few of the edits were made: {changed}");
    session.type_in("3");
    session.type_in(&"u".repeat(2 * rounds(8)));
    session.wait_for("Nothing to undo");
    session.wait_until("the first bytes", |_| text(&file) == TEMPLATE);
    leaves(&mut session);
}

#[test]
fn two_programs_on_one_file_lose_no_tick() {
    let each = rounds(10);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("programme.yaml");
    let items: String = (0..2 * each)
        .fold(String::new(), |all, n| all + &format!("  - title: Item {n:03}\n    status: agreed\n"));
    let first = format!("programme: {{ title: Two desks }}\ninitiatives:\n{items}");
    std::fs::write(&file, &first).unwrap();
    let open = || {
        let session = coopdash(&[file.to_str().unwrap()]).go();
        session.wait_for("Two desks");
        session
    };
    let (mut one, mut two) = (open(), open());
    // In the order of the file nothing moves under the cursor.
    one.type_in("3s");
    two.type_in("3s");
    two.type_in(&"j".repeat(each));
    for _ in 0..each {
        one.type_in(" j");
        two.type_in(" j");
    }
    let wanted = first.replace("agreed", "completed");
    // As long as ticks keep arriving it may take its time.
    let ticks = || text(&file).matches("completed").count();
    while ticks() < 2 * each {
        let before = ticks();
        let is_first_behind = text(&file).lines().take(2 + 2 * each).any(|line| line.contains("agreed"));
        let behind = if is_first_behind { &one } else { &two };
        behind.wait_until("another tick", |_| ticks() > before);
    }
    assert_eq!(text(&file), wanted);
    for session in [&mut one, &mut two] {
        leaves(session);
    }
    let left = std::fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(left, 1, "nothing but the file is left");
}

#[test]
fn a_tick_in_the_middle_of_somebodys_writing_waits_for_the_rest() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("programme.yaml");
    let items = |status: &str| -> String {
        (0..20).fold(String::new(), |all, n| all + &format!("  - title: Item {n:03}\n    status: {status}\n"))
    };
    let first = format!("programme: {{ title: Slow hand }}\ninitiatives:\n{}", items("agreed"));
    std::fs::write(&file, &first).unwrap();
    let mut session = coopdash(&[file.to_str().unwrap()]).go();
    session.wait_for("Slow hand");
    session.press("3s");
    session.settle_briefly();
    // Somebody's editor writes into the file itself, in two goes.
    let theirs = first.replace("agreed", "announced").replacen("announced", "agreed", 1);
    let (head, tail) = theirs.split_at(theirs.find("  - title: Item 010").unwrap());
    let mut editor = std::fs::File::create(&file).unwrap();
    editor.write_all(head.as_bytes()).unwrap();
    session.press(" ");
    std::thread::sleep(std::time::Duration::from_millis(60));
    editor.write_all(tail.as_bytes()).unwrap();
    drop(editor);
    let wanted = theirs.replacen("agreed", "completed", 1);
    session.wait_until("both changes", |_| text(&file) == wanted);
    session.press("q");
    assert_eq!(session.end(), Ok(0));
}
