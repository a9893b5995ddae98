//! The clock: which day it is, for those who did not say.
//!
//! Asked when the program starts, and with each event while it runs; below the shell today is an argument.

use chrono::{Days, NaiveDate, NaiveDateTime, TimeDelta};
use std::time::{Duration, Instant};

/// A clock on the wall.
#[derive(Debug, Clone, Copy)]
pub struct Clock {
    /// For one that is not the computer's: when it was started, what it showed then, and how many times faster it
    /// goes.
    own: Option<(Instant, NaiveDateTime, u32)>,
}

impl Clock {
    /// The computer's own.
    pub const SYSTEM: Self = Self { own: None };

    /// One that shows this time now and goes so many times faster, with everything that waits by it.
    pub fn fast(shows: NaiveDateTime, times: u32) -> Self {
        Self { own: Some((instant(), shows, times.max(1))) }
    }

    /// Day and time of day.
    pub fn now(self) -> NaiveDateTime {
        match self.own {
            None => now(),
            Some((started, shown, times)) => {
                let passed = TimeDelta::from_std(started.elapsed() * times).unwrap_or_default();
                shown.checked_add_signed(passed).unwrap_or(shown)
            }
        }
    }

    /// The day.
    pub fn today(self) -> NaiveDate {
        self.now().date()
    }

    /// How long it takes until this much has passed by this clock.
    pub fn wait(self, time: Duration) -> Duration {
        self.own.map_or(time, |(_, _, times)| time / times)
    }

    /// How long it takes until the next day has begun.
    pub fn until_tomorrow(self) -> Option<Duration> {
        let at = self.now();
        let next = at.date().checked_add_days(Days::new(1))?.and_hms_opt(0, 0, 0)?;
        (next - at).to_std().ok().map(|left| self.wait(left))
    }
}

/// Today, where the computer stands.
pub fn today() -> NaiveDate {
    now().date()
}

/// A point in time that only waiting, pacing and the like are counted from.
#[expect(clippy::disallowed_methods, reason = "the one place where it is asked for")]
pub(super) fn instant() -> Instant {
    Instant::now()
}

/// Day and time of day, where the computer stands.
#[expect(clippy::disallowed_methods, reason = "the one place where the time is asked for")]
pub fn now() -> NaiveDateTime {
    chrono::Local::now().naive_local()
}
