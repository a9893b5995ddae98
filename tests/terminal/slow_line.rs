//! A slow line: 56 kbit/s, and 150 ms each way, between the program and whoever looks at it.
//!
//! The line takes bytes as fast as they come, as an SSH server does, and delivers them in its own time: so what
//! the program writes too early is seen late. Some terminals at its end answer, some never do.

use crate::program::coopdash;
use crate::session::Session;
use crate::written;
use std::time::{Duration, Instant};

/// Bytes a second.
const RATE: u32 = 7000;
/// How long a byte is under way, each way.
const WAY: Duration = Duration::from_millis(150);
/// A key that is held comes again so often.
const REPEAT: Duration = Duration::from_millis(33);
/// What is asked of a terminal, and what it answers.
const QUESTION: &[u8] = b"\x1b[5n";
const ANSWER: &[u8] = b"\x1b[0n";

/// What a key that is held costs.
struct Held {
    /// From the last key to the last byte that was seen.
    settles: Duration,
    bytes: usize,
    questions: usize,
}

/// A line with a clock of its own for what is on it.
struct Line {
    taken: usize,
    /// When the line is free again.
    free: Instant,
    /// When the last byte was seen.
    seen: Instant,
    /// When answers arrive at the program.
    answers: Vec<Instant>,
    questions: usize,
}

impl Line {
    fn new(session: &Session) -> Self {
        let now = Instant::now();
        Self { taken: session.bytes().len(), free: now, seen: now, answers: Vec::new(), questions: 0 }
    }

    /// Takes what the program has written meanwhile.
    fn take(&mut self, session: &mut Session, answers: bool) {
        let now = Instant::now();
        let new = session.bytes().split_off(self.taken);
        if !new.is_empty() {
            self.taken += new.len();
            self.free = self.free.max(now) + Duration::from_secs(new.len() as u64) / RATE;
            self.seen = self.free + WAY;
            let asked = new.windows(QUESTION.len()).filter(|bytes| *bytes == QUESTION).count();
            self.questions += asked;
            self.answers.extend(std::iter::repeat_n(self.seen + WAY, if answers { asked } else { 0 }));
        }
        let due = self.answers.iter().filter(|at| **at <= now).count();
        self.answers.drain(..due);
        for _ in 0..due {
            session.press(ANSWER);
        }
    }
}

/// A programme with a long list.
fn long_list() -> String {
    let item = |number| {
        format!(
            "  - title: Initiative number {number} of the two parties\n    status: agreed\n    owner: Office {number}\n"
        )
    };
    "programme: { title: Long list }\ninitiatives:\n".to_owned() + &(0..400).map(item).collect::<String>()
}

/// Holds a key for five seconds.
fn hold(begin: &str, key: &str, size: (u16, u16), answers: bool) -> Held {
    let (_folder, file) = written("list.yaml", long_list());
    let name = file.to_str().unwrap();
    let arguments: &[&str] = if begin.is_empty() { &[] } else { &[name] };
    let mut session = coopdash(arguments).sized(size.0, size.1).with("COLORTERM", "truecolor").go();
    session.wait_for(if begin.is_empty() { "built-in example" } else { "Long list" });
    session.press(begin);
    session.settle();
    let mut line = Line::new(&session);
    let (started, mut pressed, before) = (Instant::now(), 0, line.taken);
    while started.elapsed() < Duration::from_secs(5) {
        // Keys arrive later than they were pressed, all by the same time.
        if started.elapsed() >= REPEAT * pressed {
            session.press(key);
            pressed += 1;
        }
        line.take(&mut session, answers);
        std::thread::sleep(Duration::from_millis(2));
    }
    let last_key = Instant::now();
    while last_key.elapsed() < Duration::from_secs(8) {
        line.take(&mut session, answers);
        std::thread::sleep(Duration::from_millis(2));
    }
    let settles = line.seen.saturating_duration_since(last_key) + WAY;
    let (bytes, shown) = (line.taken - before, session.screen().contents());
    session.press("\u{c}");
    session.settle();
    let whole = session.screen().contents();
    let differs =
        shown.lines().zip(whole.lines()).find(|(shown, whole)| shown.trim_end() != whole.trim_end());
    assert_eq!(differs, None, "what is shown in the end is all there is");
    session.press("q");
    assert_eq!(session.end(), Ok(0));
    Held { settles, bytes, questions: line.questions }
}

#[test]
#[ignore = "takes a quarter of a minute; .ci/run calls it"]
fn a_key_held_on_a_slow_line_settles_soon_after_it_is_let_go() {
    let keys = [("Tab", "", "\t"), ("Down in a list", "3", "\x1b[B"), ("PgDn in a list", "3", "\x1b[6~")];
    let held: Vec<_> = std::thread::scope(|scope| {
        let mut started = Vec::new();
        for (name, begin, key) in keys {
            for size in [(80, 24), (200, 60)] {
                for answers in [true, false] {
                    started.push((name, size, answers, scope.spawn(move || hold(begin, key, size, answers))));
                }
            }
        }
        started
            .into_iter()
            .map(|(name, size, answers, held)| (name, size, answers, held.join().unwrap()))
            .collect()
    });
    for (name, size, answers, held) in &held {
        println!(
            "{name:15} {}x{} {:7} settles {:4} ms, {:6} B, {} questions",
            size.0,
            size.1,
            if *answers { "answers" } else { "silent" },
            held.settles.as_millis(),
            held.bytes,
            held.questions
        );
    }
    for (name, size, answers, held) in &held {
        assert!(held.settles <= Duration::from_millis(3500), "{name} {size:?} {answers}: {:?}", held.settles);
    }
}

#[test]
fn a_move_and_a_first_frame_cost_little_at_every_size() {
    for (size, first, colours) in [
        ((80, 24), 3000, "truecolor"),
        ((200, 60), 12_000, "truecolor"),
        ((80, 24), 3000, ""),
        ((200, 60), 12_000, ""),
    ] {
        let mut session = coopdash(&[]).sized(size.0, size.1).with("COLORTERM", colours).go();
        session.wait_for("built-in example");
        session.settle();
        assert!(session.bytes().len() <= first, "{size:?} {colours}: {} B", session.bytes().len());
        for tab in 1..=6 {
            session.press(tab.to_string());
            session.settle();
            let before = session.bytes().len();
            session.press("j");
            session.settle();
            // On a wide screen a chart stands beside the list, and follows when the choice rests.
            let is_charted = tab == 2 && size.0 > 80;
            let moved =
                if is_charted { first_frame_since(&session, before) } else { session.bytes().len() - before };
            assert!(moved <= 450, "{size:?} {colours}, tab {tab}: {moved} B");
        }
        session.press("q");
        assert_eq!(session.end(), Ok(0));
    }
}

/// How many bytes the first of the frames took that were written after so many bytes.
fn first_frame_since(session: &Session, before: usize) -> usize {
    const END: &[u8] = b"\x1b[?2026l";
    let bytes = session.bytes().split_off(before);
    bytes.windows(END.len()).position(|bytes| bytes == END).unwrap() + END.len()
}

#[test]
fn the_chart_beside_a_list_is_drawn_once_when_the_choice_rests() {
    let mut session = coopdash(&[]).sized(200, 60).go();
    session.wait_for("built-in example");
    session.press("2");
    session.wait_for("+2 (+67%) on 2022");
    let before = session.bytes().len();
    for key in ["j", "k", "j", "k", "j", "j"] {
        session.press(key);
        std::thread::sleep(Duration::from_millis(30));
    }
    session.wait_for("+15 pp on 2022");
    session.settle();
    let bytes = session.bytes().split_off(before);
    let titles = bytes.windows(12).filter(|bytes| *bytes == b"15 pp on 202").count();
    assert_eq!(titles, 1);
    assert!(
        !String::from_utf8_lossy(&bytes).contains("0.8 pp on"),
        "that of the metric between was never drawn"
    );
    session.press("q");
    assert_eq!(session.end(), Ok(0));
}
