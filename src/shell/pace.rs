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
pub const QUESTION: &[u8] = b"\x1b[5n";

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
pub struct Pace {
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
    /// Of a terminal to which nothing was written.
    pub const fn new(now: Instant) -> Self {
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
    pub fn key(&mut self, now: Instant) {
        if self.key.replace(now).is_some_and(|before| now.saturating_duration_since(before) < HELD) {
            self.held = now + HELD;
        }
    }

    /// How long the next frame has to wait.
    pub fn wait(&mut self, now: Instant) -> Duration {
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
    pub fn writes(&mut self, bytes: usize, now: Instant) -> bool {
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
    pub fn answered(&mut self, now: Instant) {
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
    pub fn last_answer(&self, now: Instant) -> Option<Duration> {
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
