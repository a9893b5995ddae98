//! Pace: when the next frame may be written, so that what a slow line still has to carry stays small.
//!
//! A terminal at the end of a slow line takes bytes much faster than they arrive: what is written too early is
//! shown late, and so is everything after it. So there is an allowance that fills with time, as fast as the
//! slowest line that is kept up with, and a frame waits until nothing is owed; while a key is held, until it would
//! pay for one more like those before. When much was written lately, a frame ends with a question that every terminal
//! answers at once; one that has ever answered gets its next frame when the answer is there. Who writes little is
//! never asked.
//!
//! Has no clock: the time is an argument.

use std::time::{Duration, Instant};

/// The allowance after some quiet, in bytes.
const ALLOWANCE: i64 = 8_000;

/// How fast it fills, in bytes a millisecond: 56 kbit/s.
const RATE: i64 = 7;

/// With less than this left much was written lately.
const MUCH: i64 = ALLOWANCE / 2;

/// Keys that come as fast as this are one that is held: consoles repeat ten times a second, others faster.
const HELD: Duration = Duration::from_millis(150);

/// A terminal that has not answered for so long will not.
const SILENT: Duration = Duration::from_secs(3);

/// How long a terminal of which nothing is known is waited for at the end.
const UNKNOWN: Duration = Duration::from_millis(1500);

/// Asks for the state of the terminal, "device status report" (ECMA-48). The answer is `ESC [ 0 n`.
pub(super) const QUESTION: &[u8] = b"\x1b[5n";

/// What is known of the terminal's answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum AnswerState {
    Unknown,
    Given,
    /// Not once, though it was asked: not asked again.
    Never,
}

/// How much was written lately, and what is on its way.
#[derive(Debug)]
pub(super) struct Pace {
    /// What was left of the allowance at that time; below zero after a frame that was larger.
    left: i64,
    at: Instant,
    /// What a frame costs: the largest lately, in bytes.
    usual: i64,
    /// What was written after the last question, in bytes.
    since: i64,
    /// When the last key came.
    key: Option<Instant>,
    /// Until when a key counts as held.
    held: Instant,
    /// When a question was sent that is not answered.
    asked: Option<Instant>,
    answers: AnswerState,
    /// How long the slowest answer took.
    slowest: Duration,
}

impl Pace {
    pub(super) const fn new(now: Instant) -> Self {
        Self {
            left: ALLOWANCE,
            at: now,
            usual: 0,
            since: 0,
            key: None,
            held: now,
            asked: None,
            answers: AnswerState::Unknown,
            slowest: Duration::ZERO,
        }
    }

    /// Notes a key.
    pub(super) fn key(&mut self, now: Instant) {
        if self.key.replace(now).is_some_and(|before| now.saturating_duration_since(before) < HELD) {
            self.held = now + HELD;
        }
    }

    /// How long the next frame has to wait.
    pub(super) fn wait(&mut self, now: Instant) -> Duration {
        if let Some(asked) = self.asked {
            let since = now.saturating_duration_since(asked);
            if since >= SILENT {
                self.asked = None;
                self.answers = if self.answers == AnswerState::Given {
                    AnswerState::Unknown
                } else {
                    AnswerState::Never
                };
            } else if self.answers == AnswerState::Given {
                return SILENT.saturating_sub(since);
            }
        }
        let until = |wanted| match u64::try_from(wanted - self.left(now)) {
            Ok(missing) => Duration::from_millis(missing.div_ceil(RATE.unsigned_abs())),
            Err(_) => Duration::ZERO,
        };
        let held = self.held.saturating_duration_since(now);
        until(0).max(held.min(until(self.usual.min(ALLOWANCE))))
    }

    /// Notes a frame of so many bytes. Whether the terminal is to be asked at its end.
    pub(super) fn writes(&mut self, bytes: usize, now: Instant) -> bool {
        let bytes = i64::try_from(bytes).unwrap_or(i64::MAX / 4);
        self.left = self.left(now) - bytes;
        self.at = now;
        self.usual = bytes.max(self.usual / 4 * 3);
        let asks = self.left < MUCH && self.asked.is_none() && self.answers != AnswerState::Never;
        if asks {
            self.asked = Some(now);
            self.since = 0;
        } else {
            self.since = self.since.saturating_add(bytes);
        }
        asks
    }

    /// The terminal has taken everything up to the question.
    pub(super) fn answered(&mut self, now: Instant) {
        self.answers = AnswerState::Given;
        if let Some(asked) = self.asked.take() {
            self.slowest = self.slowest.max(now.saturating_duration_since(asked));
        }
        // What came after the question may still be on its way.
        self.left = self.left(now).max(ALLOWANCE - self.since);
        self.at = now;
    }

    /// How long an answer that is on its way is to be waited for before the terminal is somebody else's, to whom it
    /// would be typed; none where none is on its way. A terminal that has answered will again, one that has not
    /// may be there all the same.
    pub(super) fn last_answer(&self, now: Instant) -> Option<Duration> {
        let since = now.saturating_duration_since(self.asked?);
        let patience = match self.answers {
            AnswerState::Given => SILENT.max(self.slowest * 2),
            AnswerState::Unknown => UNKNOWN,
            AnswerState::Never => Duration::ZERO,
        };
        Some(patience.saturating_sub(since))
    }

    fn left(&self, now: Instant) -> i64 {
        let passed = now.saturating_duration_since(self.at).as_millis();
        let filled = i64::try_from(passed).unwrap_or(i64::MAX).saturating_mul(RATE);
        self.left.saturating_add(filled).min(ALLOWANCE)
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "any time will do to begin with")]
mod tests {
    use super::*;

    const fn ms(milliseconds: u64) -> Duration {
        Duration::from_millis(milliseconds)
    }

    #[test]
    fn who_writes_little_neither_waits_nor_asks() {
        let mut now = Instant::now();
        let mut pace = Pace::new(now);
        for _ in 0..1000 {
            assert_eq!(pace.wait(now), Duration::ZERO);
            assert!(!pace.writes(400, now));
            now += ms(60);
        }
    }

    #[test]
    fn a_silent_terminal_is_written_to_as_fast_as_a_slow_line_carries() {
        let start = Instant::now();
        let (mut now, mut pace, mut written) = (start, Pace::new(start), 0);
        while now < start + ms(60_000) {
            if pace.wait(now).is_zero() {
                pace.writes(2000, now);
                written += 2000;
            }
            now += ms(16);
        }
        assert!((420_000..=432_000).contains(&written), "{written}");
    }

    #[test]
    fn a_terminal_that_answers_gets_one_frame_at_a_time_and_no_more_than_it_takes() {
        let mut now = Instant::now();
        let mut pace = Pace::new(now);
        assert!(!pace.writes(4000, now));
        assert!(pace.writes(4000, now), "much was written");
        assert_eq!(pace.wait(now), Duration::ZERO, "nobody knows yet that it answers");
        now += ms(1);
        pace.answered(now);
        for _ in 0..100 {
            assert_eq!(pace.wait(now), Duration::ZERO);
            assert!(pace.writes(9000, now));
            assert!(pace.wait(now) > ms(2000), "it has not taken that one yet");
            now += ms(1);
            pace.answered(now);
        }
    }

    #[test]
    fn while_a_key_is_held_large_frames_are_not_queued_whether_the_terminal_answers_or_not() {
        let start = Instant::now();
        for answers in [false, true] {
            // When the line has carried everything that was written, and when the answer to a question arrives.
            let (mut now, mut pace, mut free, mut answer) = (start, Pace::new(start), start, None);
            for round in 0_u64..20_000 {
                if answer.is_some_and(|at| at <= now) {
                    answer = None;
                    pace.answered(now);
                }
                pace.key(now);
                if pace.wait(now).is_zero() {
                    let bytes = 6_000 + usize::try_from(round % 3).unwrap() * 1_500;
                    free = free.max(now) + ms(bytes as u64 / 7);
                    let asks = pace.writes(bytes, now);
                    answer = answer.or((asks && answers).then_some(free + ms(300)));
                    let queued = free - now;
                    assert!(queued <= ms(2_000), "{answers} {round}: {queued:?}");
                }
                now += ms(16);
            }
        }
    }

    #[test]
    fn keys_that_are_pressed_one_by_one_do_not_wait_for_room() {
        let mut now = Instant::now();
        let mut pace = Pace::new(now);
        for apart in [1000, 200, 100, 100] {
            now += ms(apart);
            pace.key(now);
        }
        pace.writes(9000, now);
        assert_eq!(pace.wait(now), HELD, "the last three came fast");
        now += HELD;
        assert_eq!(pace.wait(now), Duration::ZERO);
        pace.key(now);
        assert_eq!(pace.wait(now), Duration::ZERO);
    }

    #[test]
    fn what_was_written_after_a_question_is_not_answered_with_it() {
        let mut now = Instant::now();
        let mut pace = Pace::new(now);
        assert!(pace.writes(7000, now));
        assert_eq!(pace.wait(now), Duration::ZERO, "nobody knows yet that it answers");
        assert!(!pace.writes(10_000, now));
        now += ms(1);
        pace.answered(now);
        assert_eq!(pace.wait(now), ms(286), "2000 of these are owed");
    }

    #[test]
    fn a_terminal_that_does_not_answer_is_asked_once_and_never_waited_for_again() {
        let mut now = Instant::now();
        let mut pace = Pace::new(now);
        assert!(pace.writes(9000, now));
        now += ms(10_000);
        assert_eq!(pace.wait(now), Duration::ZERO);
        assert!(!pace.writes(9000, now));
        assert_eq!(pace.last_answer(now), None);
    }

    #[test]
    fn at_the_end_an_answer_on_its_way_is_waited_for_as_long_as_it_may_take() {
        let mut now = Instant::now();
        let mut pace = Pace::new(now);
        assert_eq!(pace.last_answer(now), None);
        pace.writes(9000, now);
        now += ms(500);
        assert_eq!(pace.last_answer(now), Some(ms(1000)), "nobody knows whether it answers");
        now += ms(1500);
        pace.answered(now);
        pace.writes(9000, now);
        assert_eq!(pace.last_answer(now), Some(ms(4000)), "twice as long as the slowest");
    }

    #[test]
    fn an_answer_that_was_lost_holds_nothing_up_for_ever() {
        let mut now = Instant::now();
        let mut pace = Pace::new(now);
        pace.writes(9000, now);
        pace.answered(now);
        assert!(pace.writes(9000, now));
        now += ms(2_900);
        assert!(!pace.wait(now).is_zero());
        now += ms(200);
        assert_eq!(pace.wait(now), Duration::ZERO);
        assert!(pace.writes(9000, now), "it is asked again");
    }
}
