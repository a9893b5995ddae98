//! A file of hostile strings on a real terminal: what is sent is the program's own, and what can be seen.

use crate::program::coopdash;
use crate::strings::{Strings, how_many, offence_in_cells, without_own_sequences};
use std::fmt::Write;

#[test]
fn a_terminal_is_sent_nothing_that_acts_but_the_programs_own() {
    let folder = tempfile::tempdir().unwrap();
    let mut source = Strings::new(7);
    let mut text = "programme: { title: Hostile }\ninitiatives:\n".to_owned();
    let escaped = |c: char| format!("\\U{:08X}", u32::from(c));
    for _ in 0..how_many(40).min(2000) {
        let quoted = source.next().chars().map(escaped).collect::<Vec<_>>().concat();
        writeln!(text, "  - {{ title: \"x{quoted}\", status: agreed, owner: \"{quoted}\" }}").unwrap();
    }
    let file = folder.path().join("\u{1b}]0;owned\u{7}\u{202e}\u{200f}.yaml");
    std::fs::write(&file, text).unwrap();
    let mut session = coopdash(&["--as=\u{1b}[2J\u{9b}31m", file.to_str().unwrap()]).go();
    session.wait_for("Hostile");
    session.press("3");
    session.wait_for("initiatives");
    for keys in [
        " ",
        "G",
        "\r",
        "\u{1b}",
        "i",
        "\u{1b}",
        "d",
        "\u{1b}",
        "?",
        "\u{1b}",
        "p",
        "\u{1b}",
        "/x\u{202e}y\r",
    ] {
        session.press(keys);
        session.settle_briefly();
    }
    session.press("q");
    assert_eq!(session.end(), Ok(0));
    let sent = String::from_utf8(session.bytes()).unwrap();
    let seen = without_own_sequences(&sent, true).unwrap_or_else(|found| panic!("{found} was sent"));
    assert_eq!(offence_in_cells(&seen.replace("\r\n", "\n")), None);
    assert!(seen.contains('\u{fffd}') && seen.len() > 1000);
}
