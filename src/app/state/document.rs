//! Document: the text that is shown, what is computed from it, and what stands on the disk in its place.
//!
//! Figures are those of the reading at any time: whatever sets the one computes the other.

use crate::app::broken::Broken;
use crate::document::{Reading, read_on};
use crate::figures::{Figures, derive};
use chrono::NaiveDate;

/// The text that is shown, what is computed from it, and what stands on the disk in its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// The last text that could be read, with the changes made since, and what it means.
    pub(super) reading: Reading,
    /// What is computed from it.
    pub(super) figures: Figures,
    /// What is on the disk now and cannot be read, beside the last good text.
    pub broken: Option<Broken>,
}

impl Document {
    /// What a run begins with. A text that cannot be read is `broken` from the start, beside an empty programme.
    pub(in crate::app) fn begun(text: &str, today: NaiveDate) -> Self {
        let reading = read_on(text, today);
        let (reading, broken) = if reading.unreadable {
            (Reading::default(), Some(Broken::text(reading)))
        } else {
            (reading, None)
        };
        Self { figures: derive(&reading.programme, today), reading, broken }
    }

    /// Puts a text that can be read in the place of the one that is shown.
    pub(in crate::app) fn replace(&mut self, reading: Reading) {
        self.figures = derive(&reading.programme, self.figures.today);
        self.reading = reading;
    }

    /// Lets the text that is shown be changed; what came of it.
    pub(in crate::app) fn change<T>(&mut self, change: impl FnOnce(&mut Reading) -> T) -> T {
        let outcome = change(&mut self.reading);
        self.figures = derive(&self.reading.programme, self.figures.today);
        outcome
    }

    /// Another day has begun: what lies ahead is another matter now, in the good text and in a broken one.
    pub(in crate::app) fn count_from(&mut self, today: NaiveDate) {
        let broken = self.broken.as_mut().map(|broken| &mut broken.reading);
        for reading in broken.into_iter().chain([&mut self.reading]).filter(|reading| reading.today.is_some())
        {
            *reading = read_on(reading.source.text(), today);
        }
        self.figures = derive(&self.reading.programme, today);
    }
}
