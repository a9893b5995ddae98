//! A visitor who presses everything everywhere: started by `.ci/captive` and `.ci/sshd`, which look at what
//! the program asked of the system meanwhile.

use crate::session::{Session, Start};
use std::thread::sleep;
use std::time::Duration;

/// Keys that lead to every kind of place.
const PLACES: [&str; 15] =
    ["1", "2", "2\r", "2\rt", "3", "3\r", "4", "4\r", "5", "6", "6\r", "i", "d", "?", "p"];

/// What would change, write, start or stop something, if it could.
const DANGEROUS: [&str; 16] = [
    "e",
    " ",
    "m",
    "a",
    "u",
    "A",
    "+",
    "S",
    "\u{1a}",
    "\u{12}",
    "\u{1c}",
    "\u{4}",
    " +",
    "me",
    "Se",
    "\u{1a}\u{1a}",
];

/// Longer than a torn sequence may take to arrive.
const ALONE: Duration = Duration::from_millis(90);

/// Apart, as they are typed.
const APART: Duration = Duration::from_millis(6);

/// Every byte a key can be, and the sequences of the other keys; none that leaves.
fn every_key() -> Vec<Vec<u8>> {
    let bytes = (0..128_u8).filter(|byte| ![b'q', 3, 27].contains(byte)).map(|byte| vec![byte]);
    let arrows =
        ["A", "B", "C", "D", "F", "H", "Z", "1;5A", "1;2B", "1;3C"].map(|end| format!("\u{1b}[{end}"));
    let numbered = (1..=34).map(|number| format!("\u{1b}[{number}~"));
    let functions = ["P", "Q", "R", "S"].map(|end| format!("\u{1b}O{end}"));
    let others = ["é", "漢", "\u{1b}[200~:!sh\r\u{1b}[201~"].map(str::to_owned);
    let sequences = arrows.into_iter().chain(numbered).chain(functions).chain(others);
    bytes.chain(sequences.map(String::into_bytes)).collect()
}

fn type_keys(session: &mut Session, keys: impl AsRef<[u8]>) {
    for byte in keys.as_ref() {
        session.press([*byte]);
        sleep(APART);
    }
}

/// Back to the first tab from anywhere: at most a page, a page over it and a field are open.
fn back(session: &mut Session) {
    for _ in 0..2 {
        session.press("\u{1b}");
        sleep(ALONE);
    }
    type_keys(session, "1");
}

fn go(place: &str, session: &mut Session) {
    back(session);
    type_keys(session, place);
}

#[test]
#[ignore = "the visit that .ci/captive and .ci/sshd make"]
fn visit() {
    let Ok(command) = std::env::var("VISIT") else { return };
    let command = command.split('\n').map(str::to_owned).collect();
    let environment =
        vec![("EDITOR".to_owned(), "touch".to_owned()), ("LANG".to_owned(), "C.UTF-8".to_owned())];
    let mut session = Start { command, environment, size: (80, 24) }.go();
    let title = std::env::var("VISIT_TITLE").unwrap();
    session.wait_for(&title);
    let mut pressed = 0;
    for place in PLACES {
        for keys in DANGEROUS {
            go(place, &mut session);
            type_keys(&mut session, keys);
            pressed += keys.len();
        }
        go(place, &mut session);
        for key in every_key() {
            session.press(&key);
            sleep(APART);
            pressed += 1;
            if key == b"/" {
                // Else all that follows would be text.
                back(&mut session);
            }
        }
        assert!(
            session.is_running(),
            "the session is over after {place:?}:\n{}",
            session.screen().contents()
        );
    }
    back(&mut session);
    session.wait_for(&title);
    assert_eq!(session.count("\u{1b}[?1049l"), 0, "the terminal was given to something else");
    session.press("q");
    assert_eq!(session.end(), Ok(0));
    eprintln!("{pressed} keys in {} places", PLACES.len());
}
