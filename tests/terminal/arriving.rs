//! Arriving: what comes in on the keyboard and is no key acts nowhere, with the real program.
//!
//! `ROUNDS` sets in how many places each answer is torn; so many that there are no more, and it is torn at every
//! byte, on a slow link as well.

use crate::answers::ANSWERS;
use crate::program::coopdash;
use crate::session::{HANGS, Session};
use crate::written;
use std::path::PathBuf;
use std::thread;
use std::time::{Duration, Instant};

const FILE: &str = "\
programme: { title: Test programme }
metrics:
  - { name: Drills, values: { 2022: 3, 2023: 5 } }
initiatives:
  - { title: Joint training, status: agreed, owner: Council, due: 2024-06-30 }
  - { title: Reform support, status: agreeed }
";

/// The states of the program, by what they say and the keys that lead there.
const STATES: &[(&str, &[&str])] = &[
    ("2 initiatives", &["3"]),
    ("In the file", &["3", "\r"]),
    ("/Drill", &["/", "D", "r", "i", "l", "l"]),
    ("Change: Joint training", &["3", "m"]),
    ("due: Joint training", &["3", "m", "j", "\r"]),
    ("agreeed", &["d"]),
    ("Slide 1", &["p"]),
    ("Keys", &["?"]),
    ("About this programme", &["i"]),
];

/// A program in one of its states, and an editor that leaves a trace.
struct Place {
    folder: tempfile::TempDir,
    session: Session,
    /// The screen as it is drawn whole.
    screen: String,
}

impl Place {
    fn new(keys: &[&str]) -> Self {
        let (folder, file) = written("programme.yaml", FILE);
        let start = coopdash(&[file.to_str().unwrap(), "--as-of", "2024-06-15"]);
        let trace = format!("touch {}", folder.path().join("edited").display());
        let mut session = start.with("EDITOR", &trace).go();
        session.wait_for("Test programme");
        for key in keys {
            session.press(key);
            session.settle_briefly();
        }
        let mut place = Self { folder, session, screen: String::new() };
        place.screen = place.drawn_anew();
        let said = STATES.iter().find(|(_, known)| *known == keys).map_or("", |(said, _)| said);
        assert!(place.screen.contains(said), "{said}\n{}", place.screen);
        place
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("programme.yaml")
    }

    /// Asks for the whole screen, which every state answers: the key works, and this is what is there.
    fn drawn_anew(&mut self) -> String {
        self.drawn_within(HANGS).unwrap_or_else(|| panic!("no key works any more"))
    }

    /// The whole screen, if it is drawn so soon after it was asked for.
    fn drawn_within(&mut self, patience: Duration) -> Option<String> {
        let from = self.session.bytes().len();
        self.session.press("\x0c");
        let whole = |session: &Session| {
            let bytes = session.since(from);
            let start = bytes.windows(4).position(|part| part == b"\x1b[2J")?;
            let frame = bytes.get(start..)?;
            frame.windows(8).any(|part| part == b"\x1b[?2026l").then(|| frame.to_vec())
        };
        let started = Instant::now();
        loop {
            if let Some(frame) = whole(&self.session) {
                let mut terminal = vt100::Parser::new(24.try_into().unwrap(), 80.try_into().unwrap(), 0);
                terminal.process(&frame);
                return Some(terminal.screen().contents());
            }
            if started.elapsed() > patience {
                return None;
            }
            thread::sleep(Duration::from_millis(2));
        }
    }

    /// Types in two parts, so many milliseconds apart. Whether that was so: on a busy computer the second may be
    /// later than any line is slow, and nothing is known then.
    fn in_two(&mut self, head: &[u8], rest: &[u8], gap: u64) -> bool {
        let started = Instant::now();
        self.session.press(head);
        thread::sleep(Duration::from_millis(gap));
        self.session.press(rest);
        started.elapsed() < Duration::from_millis(gap + 100)
    }

    /// Nothing has acted, and the next key works.
    fn is_as_before(&mut self, what: &str) {
        let shown = self.drawn_anew();
        self.is_unchanged(&shown, what);
    }

    /// Nothing has acted, and one of the next keys works: on a busy computer the first may come too soon after what
    /// it ends.
    fn is_soon_as_before(&mut self, what: &str) {
        let shown = (0..3).find_map(|_| self.drawn_within(Duration::from_secs(3)));
        self.is_unchanged(&shown.unwrap_or_else(|| panic!("no key works any more")), what);
    }

    fn is_unchanged(&self, shown: &str, what: &str) {
        assert_eq!(shown, self.screen, "after {what}");
        assert_eq!(std::fs::read_to_string(self.file()).unwrap(), FILE, "after {what}");
        assert_eq!(std::fs::read_dir(self.folder.path()).unwrap().count(), 1, "after {what}");
    }
}

fn rounds() -> usize {
    std::env::var("ROUNDS").map_or(1, |rounds| rounds.parse().unwrap())
}

/// Where an answer is torn: so many places after its Escape, evenly.
fn tears(length: usize, seed: usize) -> Vec<usize> {
    let places = length - 2;
    if rounds() >= places {
        return (2..length).collect();
    }
    (0..rounds()).map(|round| 2 + (seed + round * places / rounds()) % places).collect()
}

#[test]
fn no_answer_of_a_terminal_acts_in_any_state_and_the_next_key_works() {
    let try_all = |state: &str, keys: &[&str]| {
        let mut place = Place::new(keys);
        for (number, (terminal, question, answer)) in ANSWERS.iter().enumerate() {
            let name = format!("{terminal} {question} in {state}");
            place.session.press(answer);
            place.is_as_before(&name);
            for at in tears(answer.len(), number) {
                let gap = if rounds() > 1 { [0, 60, 300][(number + at) % 3] } else { 0 };
                let (head, rest) = answer.as_bytes().split_at(at);
                if !place.in_two(head, rest, gap) {
                    place = Place::new(keys);
                    continue;
                }
                place.is_as_before(&format!("{name}, torn at {at} for {gap} ms"));
            }
        }
    };
    thread::scope(|scope| {
        for (state, keys) in STATES {
            scope.spawn(|| try_all(state, keys));
        }
    });
}

#[test]
fn an_escape_that_was_alone_too_long_is_a_key_and_what_comes_after_it_is_none() {
    // Here Escape closes nothing.
    let mut place = Place::new(&["3"]);
    for (number, (terminal, question, answer)) in ANSWERS.iter().enumerate() {
        if number % 4 != 0 && rounds() == 1 {
            continue;
        }
        for gap in [100, 300] {
            // A program that the computer did not let wake in between has read both at once.
            for last in [false, false, true] {
                let is_known = place.in_two(b"\x1b", &answer.as_bytes()[1..], gap);
                let is_read_apart = place.drawn_anew() == place.screen;
                if is_known && (is_read_apart || last) {
                    place.is_as_before(&format!("{terminal} {question} after {gap} ms"));
                    break;
                }
                place = Place::new(&["3"]);
            }
        }
    }
    for letter in ["\x1b", "[", "A"] {
        place.session.press(letter);
        thread::sleep(Duration::from_millis(100));
    }
    place.is_as_before("an arrow in three parts");
}

#[test]
fn half_of_anything_keeps_no_key_back_for_long_and_ctrl_c_never() {
    let halves =
        ["\x1b[<0;10;10", "\x1b[?1;2", "\x1b[?2026;2", "\x1b[", "\x1bO", "\x1bP1$r3 q", "\x1b]11;rgb:"];
    let mut place = Place::new(&["3"]);
    for half in halves {
        place.session.press(half);
        let is_string = half.starts_with("\x1bP") || half.starts_with("\x1b]");
        thread::sleep(Duration::from_millis(if is_string { 2100 } else { 600 }));
        place.is_soon_as_before(half);
    }
    for half in halves.iter().chain(&["\x1b[200~abc", "\x1b", "\u{161}\u{fffd}"]) {
        let mut place = Place::new(&["3"]);
        place.session.press(&half.as_bytes()[..half.len() - usize::from(half.contains('\u{fffd}'))]);
        thread::sleep(Duration::from_millis(20));
        place.session.press("\x03");
        assert_eq!(place.session.end(), Ok(0), "{half:?}");
    }
}

#[test]
fn ctrl_c_leaves_in_every_state() {
    for (state, keys) in STATES {
        let mut place = Place::new(keys);
        place.session.press("\x03");
        assert_eq!(place.session.end(), Ok(0), "{state}");
    }
}

const MAIL: &str = "Dear all,\r\rsee 3 questions (e.g. quality): yes?\tUntil Friday.\r";

#[test]
fn a_mail_that_is_pasted_acts_nowhere_with_marks_or_without_slow_or_fast() {
    let mut place = Place::new(&["3"]);
    let marked = format!("\x1b[200~{MAIL}\x1b[201~");
    place.session.press(MAIL);
    place.session.wait_for("Pasted text is only taken");
    place.is_as_before("a paste without marks");
    place.session.press(&marked);
    place.session.wait_for("Pasted text is only taken");
    place.is_as_before("a paste");
    for byte in marked.as_bytes() {
        place.session.press([*byte]);
        // Its first Escape belongs to it.
        thread::sleep(Duration::from_millis(if *byte == 0x1b { 5 } else { 60 }));
    }
    place.session.wait_for("Pasted text is only taken");
    place.is_as_before("a slow paste");
}

#[test]
fn a_hundred_thousand_letters_pasted_into_a_field_are_taken_in_a_second() {
    for (keys, said) in
        [(&["/"] as &[&str], "no more fits"), (&["3", "m", "j", "\r"], "This is as much as fits")]
    {
        for letters in ["any text ", "x"] {
            let mut place = Place::new(keys);
            let text = letters.repeat(100_000 / letters.len());
            let started = Instant::now();
            place.session.press(format!("\x1b[200~{text}\x1b[201~"));
            place.session.wait_for(said);
            place.drawn_anew();
            assert!(started.elapsed() < Duration::from_secs(1), "{:?}", started.elapsed());
            place.session.press(&text);
            place.drawn_anew();
            assert_eq!(std::fs::read_to_string(place.file()).unwrap(), FILE);
        }
    }
}

#[test]
fn what_was_typed_before_it_had_the_terminal_is_nobodys() {
    let (_folder, file) = written("programme.yaml", FILE);
    let start = coopdash(&[file.to_str().unwrap()]).in_shell("printf 'wait'; sleep 1; exec \"$@\"");
    let mut session = start.go();
    session.wait_for("wait");
    session.press("3 q\r\x1bP1$r3 q\x1b\\");
    session.wait_for("Test programme");
    session.settle_briefly();
    session.press("2");
    session.wait_for("Drills");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), FILE);
    session.press("q");
    assert_eq!(session.end(), Ok(0));
}
