//! Document: the text that is shown, what is computed from it, and what stands on the disk in its place.
//!
//! Figures are those of the reading at any time: whatever sets the one computes the other, and throws away what was
//! known of all rows.

use crate::app::broken::Broken;
use crate::app::survey::Survey;
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
    survey: Survey,
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
        let figures = derive(&reading.programme, today);
        Self { figures, reading, broken, survey: Survey::default() }
    }

    /// Puts a text that can be read in the place of the one that is shown, and hands that one out.
    pub(in crate::app) fn replace(&mut self, reading: Reading) -> Reading {
        self.figures = derive(&reading.programme, self.figures.today);
        self.begin_anew();
        std::mem::replace(&mut self.reading, reading)
    }

    /// Lets the text that is shown be changed; what came of it.
    pub(in crate::app) fn change<T>(&mut self, change: impl FnOnce(&mut Reading) -> T) -> T {
        let outcome = change(&mut self.reading);
        self.figures = derive(&self.reading.programme, self.figures.today);
        self.begin_anew();
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
        self.begin_anew();
    }

    /// The text or its day is another one.
    fn begin_anew(&mut self) {
        self.survey.forget();
        self.survey.outdate_lists();
    }

    /// Something that cannot be read stands on the disk, or does so no more.
    pub(in crate::app) fn stands_beside(&mut self, broken: Option<Broken>) {
        self.broken = broken;
        self.forget();
    }

    /// Throws away what was known of all rows: what it was known of is not the same any more.
    pub(in crate::app) fn forget(&mut self) {
        self.survey.forget();
    }

    /// The lists were made anew of the text as it is now.
    pub(in crate::app) fn is_listed(&mut self) {
        self.survey.forget_lists();
    }

    /// Whether the lists are those of the text as it is now.
    pub(in crate::app) const fn has_new_lists(&self) -> bool {
        self.survey.is_of_new_lists()
    }

    /// What is known of all rows.
    pub(in crate::app) const fn survey(&self) -> &Survey {
        &self.survey
    }
}
