//! Document: the text that is shown, what is computed from it, and what stands on the disk in its place.
//!
//! Figures are those of the reading at any time: whatever sets the one computes the other, and throws away what was
//! known of all rows.

use crate::app::broken::Broken;
use crate::app::survey::Survey;
use crate::document::{Reading, read_on};
use crate::figures::{Figures, derive};
use chrono::NaiveDate;
use std::sync::Arc;

/// The text that is shown, what is computed from it, and what stands on the disk in its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// The last text that could be read, with the changes made since, and what it means.
    pub(in crate::app) reading: Arc<Reading>,
    /// What is computed from it.
    pub(super) figures: Arc<Figures>,
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
        let figures = Arc::new(derive(&reading.programme, today));
        Self { figures, reading: Arc::new(reading), broken, survey: Survey::default() }
    }

    /// Puts a text that can be read in the place of the one that is shown, and hands that one out.
    pub(in crate::app) fn replace(&mut self, reading: Arc<Reading>) -> Arc<Reading> {
        let before = std::mem::replace(&mut self.reading, reading);
        self.count(self.figures.today);
        before
    }

    /// Lets the text that is shown be changed; what came of it.
    pub(in crate::app) fn change<T>(&mut self, change: impl FnOnce(&mut Arc<Reading>) -> T) -> T {
        let before = Arc::clone(&self.reading);
        let outcome = change(&mut self.reading);
        if !Arc::ptr_eq(&before, &self.reading) {
            self.count(self.figures.today);
        }
        outcome
    }

    /// Another day has begun: what lies ahead is another matter now, in the good text and in a broken one.
    pub(in crate::app) fn count_from(&mut self, today: NaiveDate) {
        let anew = |reading: &Reading| {
            let is_of_a_day = reading.today.is_some();
            is_of_a_day.then(|| read_on(reading.source.text(), today))
        };
        if let Some(broken) = &mut self.broken
            && let Some(reading) = anew(&broken.reading)
        {
            broken.reading = reading;
        }
        if let Some(reading) = anew(&self.reading) {
            self.reading = Arc::new(reading);
        }
        self.count(today);
    }

    /// Computes what follows from the text on this day.
    fn count(&mut self, today: NaiveDate) {
        self.figures = Arc::new(derive(&self.reading.programme, today));
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
