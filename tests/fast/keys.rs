//! The laws of keys, each with its own clock.

use crate::answers::ANSWERS;
use coopdash::app::{Key, KeyCode};
use coopdash::shell::keys::{Input, InputEvent, LARGEST_PASTE};
use proptest::prelude::*;
use std::time::Duration;

/// A keyboard whose time passes only here.
#[derive(Default)]
struct Keyboard {
    input: Input,
    now: Duration,
    pieces: Vec<InputEvent>,
}

impl Keyboard {
    /// What was meant by these bytes, read at these times after each other, and a long silence.
    fn reads(reads: &[(u64, &[u8])]) -> Vec<InputEvent> {
        let mut keyboard = Self::default();
        for (millis, read) in reads {
            keyboard.wait(*millis);
            keyboard.read(read);
        }
        keyboard.wait(3000);
        keyboard.pieces
    }

    /// The same of texts.
    fn texts(reads: &[(u64, &str)]) -> Vec<InputEvent> {
        let reads: Vec<_> = reads.iter().map(|(millis, text)| (*millis, text.as_bytes())).collect();
        Self::reads(&reads)
    }

    fn read(&mut self, bytes: &[u8]) {
        self.pieces.extend(self.input.bytes(bytes, self.now));
    }

    /// So many milliseconds pass, and each silence is noted when it is due.
    fn wait(&mut self, millis: u64) {
        let until = self.now + Duration::from_millis(millis);
        while let Some(due) = self.input.due().filter(|due| *due <= until) {
            self.pieces.extend(self.input.silence(due));
        }
        self.now = until;
    }
}

fn key(code: KeyCode) -> InputEvent {
    InputEvent::Key(Key { code, ctrl: false })
}

fn ctrl(letter: char) -> InputEvent {
    InputEvent::Key(Key { code: KeyCode::Char(letter), ctrl: true })
}

fn typed(text: &str) -> Vec<InputEvent> {
    text.chars().map(|letter| key(KeyCode::Char(letter))).collect()
}

fn paste(text: &str) -> InputEvent {
    InputEvent::Paste(text.to_owned())
}

#[test]
fn a_key_has_one_name_whatever_the_terminal_sends() {
    let rows: &[(&[&str], KeyCode)] = &[
        (&["\x1b[A", "\x1bOA", "\x1b[1A", "\x1b[1;2A"], KeyCode::Up),
        (&["\x1b[B", "\x1bOB"], KeyCode::Down),
        (&["\x1b[C", "\x1bOC"], KeyCode::Right),
        (&["\x1b[D", "\x1bOD"], KeyCode::Left),
        (&["\x1b[H", "\x1bOH", "\x1b[1~", "\x1b[7~"], KeyCode::Home),
        (&["\x1b[F", "\x1bOF", "\x1b[4~", "\x1b[8~"], KeyCode::End),
        (&["\x1b[5~"], KeyCode::PageUp),
        (&["\x1b[6~", "\x1b[6;1:1~"], KeyCode::PageDown),
        (&["\x1b[Z", "\x1b[1;2Z", "\x1b[9;2u"], KeyCode::BackTab),
        (&["\x1b[P", "\x1bOP", "\x1b[11~", "\x1b[[A"], KeyCode::F(1)),
        (&["\x1b[Q", "\x1bOQ", "\x1b[12~", "\x1b[[B"], KeyCode::F(2)),
        (&["\x1b[R", "\x1bOR", "\x1b[13~", "\x1b[[C"], KeyCode::F(3)),
        (&["\x1b[S", "\x1bOS", "\x1b[14~", "\x1b[[D"], KeyCode::F(4)),
        (&["\x1b[15~", "\x1b[[E"], KeyCode::F(5)),
        (&["\x1b[17~"], KeyCode::F(6)),
        (&["\x1b[21~"], KeyCode::F(10)),
        (&["\x1b[24~"], KeyCode::F(12)),
        (&["\x7f", "\x08", "\x1b[127u", "\x1b[104;5u"], KeyCode::Backspace),
        (&["\r", "\n", "\x1b[13u"], KeyCode::Enter),
        (&["\t", "\x1b[9u"], KeyCode::Tab),
        (&["G", "\x1b[103;2u", "\x1b[103:71;2u"], KeyCode::Char('G')),
        (&["ć"], KeyCode::Char('ć')),
        (&["演"], KeyCode::Char('演')),
        (&["\x1b", "\x1b[27u"], KeyCode::Esc),
    ];
    for (forms, code) in rows {
        for form in *forms {
            assert_eq!(Keyboard::texts(&[(0, form)]), [key(*code)], "{form:?}");
        }
    }
    for form in ["\x03", "\x1b[99;5u", "\x1b[27;5;99~", "\x1b[67;6u"] {
        assert_eq!(Keyboard::texts(&[(0, form)]), [ctrl('c')], "{form:?}");
    }
    let held = InputEvent::Key(Key { code: KeyCode::Right, ctrl: true });
    assert_eq!(Keyboard::texts(&[(0, "\x1b[1;5C")]), [held]);
}

#[test]
fn what_has_no_name_is_no_event() {
    for nameless in [
        "\x1bq",
        "\x1b\r",
        "\x1bć",
        "\x1b ",
        "\x1b(",
        "\x1b\x7f",
        "\x1b[1;3A",
        "\x1b[113;3u",
        "\x1b[113;1:3u",
        "\x1b[2~",
        "\x1b[3~",
        "\x1b[25~",
        "\x1b[99~",
        "\x1b[I",
        "\x1b[O",
        "\x1b[<0;10;10M",
        "\x1b[<0;10;10m",
        "\x1b[M !!",
        "\x1b[M\0\0\0",
        "\x1b[32;10;10M",
        "\x1b[1;5R",
        "\x1b[8;24;80t",
        "\x1b[99999999999999u",
        "\x1b[57399u",
        "\x1b[;;;;~",
        "\x1b[201~",
        "\x1bOj",
        "\x1bO",
        "\x1b[",
        "\0",
        "\u{80}",
        "\x1b[[z",
        "\x1b[?1h",
        "\x1b[=1c",
        "\x1b[ q",
        "\x1b[1;2;3;4;5;6;7;8;9;10;11;12;13;14;15;16;17;18;19;20;21;22;23;24;25;26;27;28;29;30;31;32;33;34A",
    ] {
        assert_eq!(Keyboard::texts(&[(0, nameless)]), [], "{nameless:?}");
        assert_eq!(Keyboard::texts(&[(0, nameless), (600, "j")]), typed("j"), "{nameless:?} and a key");
    }
    let noise: &[u8] = b"\xff\xfe\x80\x9b\xc0\xf5";
    assert_eq!(Keyboard::reads(&[(0, noise), (0, b"j")]), typed("j"));
}

#[test]
fn strings_are_swallowed_to_their_end() {
    for begin in ["\x1bP", "\x1b]", "\x1b_", "\x1b^", "\x1bX"] {
        for end in ["\x1b\\", "\x07", "\x18", "\x1a"] {
            let whole = format!("{begin}1$r3 q\rqe\x1b[Bj{end}j");
            assert_eq!(Keyboard::texts(&[(0, &whole)]), typed("j"), "{whole:?}");
        }
        let cut = format!("{begin}quit");
        assert_eq!(Keyboard::texts(&[(0, &cut), (1900, "q"), (1900, "q"), (2000, "j")]), typed("j"));
        assert_eq!(
            Keyboard::texts(&[(0, &cut), (0, "\x03"), (0, "j")]),
            [ctrl('c'), key(KeyCode::Char('j'))]
        );
    }
}

#[test]
fn half_a_sequence_waits_for_half_a_second() {
    for half in
        ["\x1b[", "\x1b[?2026;2", "\x1b[<0;10;10", "\x1b[?1;2", "\x1bO", "\x1b[[", "\x1b[M", "\x1b[200"]
    {
        assert_eq!(Keyboard::texts(&[(0, half), (500, "j")]), typed("j"), "{half:?}");
        assert_eq!(Keyboard::texts(&[(0, half), (0, "\x03")]), [ctrl('c')], "{half:?}");
        assert_eq!(Keyboard::texts(&[(0, half), (100, "\x18"), (0, "j")]), typed("j"), "{half:?}");
    }
    assert_eq!(Keyboard::texts(&[(0, "\x1b["), (300, "A")]), [key(KeyCode::Up)]);
    assert_eq!(Keyboard::texts(&[(0, "\x1b["), (300, "3;"), (300, "5"), (300, "~")]), []);
    assert_eq!(
        Keyboard::texts(&[(0, "\x1b[?1"), (700, ";2c"), (0, "j")]),
        typed("j"),
        "its rest, in one piece"
    );
    assert_eq!(Keyboard::texts(&[(0, "\x1b[?1"), (700, "3j")]), typed("3j"), "no rest of an answer");
    assert_eq!(Keyboard::reads(&[(0, b"\xe6\xbc"), (300, b"\x94")]), typed("演"));
    assert_eq!(Keyboard::reads(&[(0, b"\xe6\xbc"), (500, b"j")]), typed("j"));
    assert_eq!(Keyboard::reads(&[(0, b"\xe6\xbc"), (10, b"j")]), typed("j"));
}

#[test]
fn an_escape_alone_acts_soon_and_its_late_rest_never() {
    let escape = || key(KeyCode::Esc);
    let mut keyboard = Keyboard::default();
    keyboard.read(b"\x1b");
    keyboard.wait(49);
    assert_eq!(keyboard.pieces, []);
    keyboard.wait(1);
    assert_eq!(keyboard.pieces, [escape()]);
    for rest in [
        "[A",
        "OA",
        "[5~",
        "[1;5C",
        "]11;rgb:0/0/0\x07",
        "P>|q\x1b\\",
        "_Gi=1;OK\x1b\\",
        "[[A",
        "[M !!",
        "[?1;2c",
    ] {
        for late in [100, 300, 500] {
            assert_eq!(Keyboard::texts(&[(0, "\x1b"), (late, rest)]), [escape()], "{rest:?}");
            let mut reads = vec![(0, "\x1b".to_owned())];
            reads.extend(rest.chars().map(|letter| (late.min(400), letter.to_string())));
            let reads: Vec<_> = reads.iter().map(|(millis, text)| (*millis, text.as_str())).collect();
            assert_eq!(Keyboard::texts(&reads), [escape()], "{rest:?}, byte by byte");
        }
    }
    assert_eq!(Keyboard::texts(&[(0, "\x1b"), (300, "[200~q\x1b[201~")]), [escape(), paste("q")]);
    assert_eq!(Keyboard::texts(&[(0, "\x1b"), (300, "[0n")]), [escape(), InputEvent::Answered]);
    assert_eq!(Keyboard::texts(&[(0, "\x1b\x1b")]), [escape(), escape()]);
    assert_eq!(Keyboard::texts(&[(0, "\x1b\x1b[0n")]), [escape(), InputEvent::Answered]);
}

#[test]
fn who_presses_a_bracket_soon_after_escape_loses_no_more_than_it() {
    let escape = || key(KeyCode::Esc);
    for bracket in ["[", "]"] {
        let after = |late| Keyboard::texts(&[(0, "\x1b"), (late, bracket), (200, "j"), (200, "j")]);
        assert_eq!(after(400), [vec![escape()], typed("jj")].concat());
        assert_eq!(after(600), [vec![escape()], typed(&format!("{bracket}jj"))].concat());
        let first = Keyboard::texts(&[(0, "\x1b"), (200, "j"), (200, bracket)]);
        assert_eq!(first, [vec![escape()], typed(&format!("j{bracket}"))].concat());
    }
    let digit = Keyboard::texts(&[(0, "\x1b"), (200, "]"), (200, "3"), (500, "j")]);
    assert_eq!(digit, [vec![escape()], typed("j")].concat(), "deaf for half a second, not for two");
}

#[test]
fn a_paste_is_one_text_however_slow() {
    let whole = "\x1b[200~ja, q\r\te [201~ \x1b[20 č\x1b\x1b[201~";
    let text = paste("ja, q\r\te [201~ \x1b[20 č\x1b");
    assert_eq!(Keyboard::texts(&[(0, whole), (0, "j")]), [vec![text.clone()], typed("j")].concat());
    for gap in [60, 300] {
        let bytes: Vec<_> = whole.bytes().map(|byte| [byte]).collect();
        // The Escape it begins with is torn here, too: only that acts.
        let reads: Vec<_> = bytes.iter().map(|byte| (gap, byte.as_slice())).collect();
        assert_eq!(Keyboard::reads(&reads), [key(KeyCode::Esc), text.clone()]);
        let together = [&[(0, b"\x1b[".as_slice())], &reads[2..]].concat();
        assert_eq!(Keyboard::reads(&together), std::slice::from_ref(&text));
    }
    assert_eq!(
        Keyboard::texts(&[(0, "\x1b[200~abc"), (1900, "d"), (2000, "j")]),
        [vec![paste("abcd")], typed("j")].concat()
    );
}

#[test]
fn ctrl_c_ends_a_paste_that_does_not_end_and_is_no_part_of_one_that_does() {
    assert_eq!(
        Keyboard::texts(&[(0, "\x1b[200~abc"), (60, "\x03"), (0, "j")]),
        [vec![ctrl('c')], typed("j")].concat()
    );
    assert_eq!(Keyboard::texts(&[(0, "\x1b[200~a\x03b\x1b[201~")]), [paste("ab")]);
    assert_eq!(Keyboard::texts(&[(0, "\x1b[200~\x1b[201~")]), []);
    assert_eq!(Keyboard::texts(&[(0, "\x1b[200~"), (2000, "j")]), typed("j"));
}

#[test]
fn a_paste_without_end_is_kept_to_its_bound() {
    let mut keyboard = Keyboard::default();
    keyboard.read(b"\x1b[200~");
    for _ in 0..40 {
        keyboard.read(&vec![b'x'; 1 << 16]);
    }
    keyboard.read(b"\x1b[201~j");
    let [InputEvent::Paste(text), rest @ ..] = keyboard.pieces.as_slice() else { panic!("no paste") };
    assert_eq!(text.len(), LARGEST_PASTE);
    assert_eq!(rest, typed("j"));
}

#[test]
fn more_than_ten_letters_at_once_are_a_paste_unless_one_key_is_held() {
    assert_eq!(Keyboard::texts(&[(0, "abcdefghij")]), typed("abcdefghij"));
    assert_eq!(Keyboard::texts(&[(0, "abcdefghijk")]), [paste("abcdefghijk")]);
    assert_eq!(Keyboard::texts(&[(0, &"j".repeat(1000))]), typed(&"j".repeat(1000)));
    let mail = "Dear all,\r\rquestions:\t e q 3\r";
    assert_eq!(Keyboard::texts(&[(0, mail)]), [paste(&mail.replace('\r', "\n"))]);
    let parts = [(0, "Dear all, "), (0, "questions about "), (90, "3 "), (90, "q"), (101, "j")];
    assert_eq!(Keyboard::texts(&parts)[10..], [vec![paste("questions about 3 q")], typed("j")].concat());
    let after = [vec![paste("abcdefghijk")], vec![ctrl('c')], typed("j")].concat();
    assert_eq!(Keyboard::texts(&[(0, "abcdefghijk"), (10, "\x03j")]), after);
    let escaped = [paste("abcdefghijk"), key(KeyCode::Esc)];
    assert_eq!(Keyboard::texts(&[(0, "abcdefghijk\x1b")]), escaped);
    assert_eq!(Keyboard::texts(&[(0, "\x15abcdefghijk")]), [ctrl('u'), paste("abcdefghijk")]);
}

#[test]
fn the_answer_that_is_asked_for_is_told_from_all_others() {
    assert_eq!(Keyboard::texts(&[(0, "\x1b[0n")]), [InputEvent::Answered]);
    for other in ["\x1b[3n", "\x1b[?0n", "\x1b[?13n", "\x1b[0;0n", "\x1b[0$n"] {
        assert_eq!(Keyboard::texts(&[(0, other)]), [], "{other:?}");
    }
}

/// What was meant besides the answer that is asked for.
fn acts(reads: &[(u64, &[u8])]) -> Vec<InputEvent> {
    let mut pieces = Keyboard::reads(reads);
    pieces.retain(|piece| *piece != InputEvent::Answered);
    pieces
}

#[test]
fn no_answer_of_a_terminal_acts_and_the_next_key_works() {
    for (terminal, question, answer) in ANSWERS {
        let bytes = answer.as_bytes();
        let name = format!("{terminal} {question}");
        assert_eq!(acts(&[(0, bytes), (0, b"j")]), typed("j"), "{name}");
        assert_eq!(acts(&[(0, &[bytes, b"j"].concat())]), typed("j"), "{name}, and the key with it");
        for at in 1..bytes.len() {
            let (head, rest) = bytes.split_at(at);
            for gap in [0, 20, 60, 300, 500] {
                // An Escape that was alone for so long was a key.
                let is_lone = at == 1 && gap >= 50;
                let wanted = [vec![key(KeyCode::Esc); is_lone.into()], typed("j")].concat();
                if gap < 500 || is_lone {
                    assert_eq!(
                        acts(&[(0, head), (gap, rest), (0, b"j")]),
                        wanted,
                        "{name} at {at}, {gap} ms"
                    );
                }
            }
        }
        for gap in [0, 60, 300] {
            let reads: Vec<_> =
                bytes.iter().chain(b"j").map(|byte| (gap, std::slice::from_ref(byte))).collect();
            let wanted = [vec![key(KeyCode::Esc); (gap > 0).into()], typed("j")].concat();
            assert_eq!(acts(&reads), wanted, "{name}, byte by byte, {gap} ms");
        }
    }
}

#[test]
fn half_an_answer_keeps_nobody_from_leaving() {
    for (terminal, question, answer) in ANSWERS {
        for at in 1..answer.len() {
            let head = &answer.as_bytes()[..at];
            for pause in [0, 30, 300, 1000] {
                let pieces = acts(&[(0, head), (pause, b"\x03")]);
                assert_eq!(pieces.last(), Some(&ctrl('c')), "{terminal} {question} at {at}");
            }
            assert_eq!(acts(&[(0, head), (2000, b"j")]).last(), Some(&key(KeyCode::Char('j'))));
        }
    }
}

#[test]
fn what_begins_with_one_byte_is_read_as_what_begins_with_two() {
    let q = key(KeyCode::Char('q'));
    for answer in [
        b"\x90>|q q\x9c".as_slice(),
        b"\x9b?62;1c",
        b"\x9d11;rgb:qq/q\x9c",
        b"\x9fq\x1b\\",
        "\u{9b}?62;1c".as_bytes(),
        "\u{90}>|q q\u{9c}".as_bytes(),
        "\u{9d}q\u{7}".as_bytes(),
    ] {
        assert_eq!(
            Keyboard::reads(&[(0, answer), (100, b"q")]).as_slice(),
            std::slice::from_ref(&q),
            "{answer:?}"
        );
    }
    assert_eq!(Keyboard::reads(&[(0, b"\x9bA")]), [key(KeyCode::Up)]);
    assert_eq!(Keyboard::reads(&[(0, "č\u{85}q".as_bytes())]), [key(KeyCode::Char('č')), q]);
}

#[test]
fn the_title_of_a_window_that_was_torn_after_its_escape_presses_no_key_but_that() {
    for gap in [60, 120, 300] {
        assert_eq!(Keyboard::reads(&[(0, b"\x1b"), (gap, b"]lq title q\x1b\\")]), [key(KeyCode::Esc)]);
    }
    // Who presses `]` and `l` one after the other loses the first.
    let typed = Keyboard::reads(&[(0, b"\x1b"), (120, b"]"), (120, b"l")]);
    assert_eq!(typed, [key(KeyCode::Esc), key(KeyCode::Char('l'))]);
}

/// Bytes that belong to sequences more often than chance would have it.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let sign = prop_oneof![
        any::<u8>(),
        proptest::sample::select(b"\x1b\x1b\x1b[]OPX^_\\\x07\x180123456789;?~MA~".as_slice()),
    ];
    proptest::collection::vec(sign, 0..40)
}

proptest! {
    #[test]
    fn what_a_slow_link_tears_anywhere_is_never_a_key_but_escape(
        answers in proptest::collection::vec(proptest::sample::select(ANSWERS), 1..4),
        gaps in proptest::collection::vec(prop_oneof![Just(0), Just(0), 0..450_u64], 160)
    ) {
        let mut keyboard = Keyboard::default();
        let bytes = answers.iter().flat_map(|(_, _, answer)| answer.bytes());
        for (byte, gap) in bytes.zip(gaps.iter().cycle()) {
            keyboard.wait(*gap);
            keyboard.read(&[byte]);
        }
        keyboard.read(b"j");
        keyboard.wait(3000);
        keyboard.pieces.retain(|piece| ![InputEvent::Answered, key(KeyCode::Esc)].contains(piece));
        prop_assert_eq!(keyboard.pieces, typed("j"));
    }

    #[test]
    fn whatever_comes_is_over_after_three_seconds(
        reads in proptest::collection::vec((0..700_u64, bytes()), 0..12)
    ) {
        let mut keyboard = Keyboard::default();
        for (millis, read) in reads {
            keyboard.wait(millis);
            keyboard.read(&read);
        }
        keyboard.wait(3000);
        prop_assert_eq!(keyboard.input.due(), None);
        keyboard.pieces.clear();
        keyboard.read(b"j");
        keyboard.wait(3000);
        prop_assert_eq!(keyboard.pieces, typed("j"));
    }
}
