//! The document: the text a programme is kept in, and what it means.
//!
//! `read` turns text into a [`Programme`](crate::programme::Programme) and findings; `edit` turns a [`Change`] into a patch of
//! the text. Never does IO, never knows a colour; today's date is said to it.

mod edit;
mod finding;
mod read;
mod reading;
mod rules;
mod shift;

pub use edit::{
    Change, Edited, ItemAddress, NewStanding, NewUpdate, NewValue, Refusal, RefusalReason, Subject,
    differ_in, differs_once, edit,
};
pub use finding::*;
pub use read::read;
pub use reading::Reading;
pub use rules::{against_today, days_ahead};
pub use shift::Shift;

use crate::yaml::Tree;
use chrono::NaiveDate;

/// Reads a text, and says what is wrong with it on this day as well. Everything that is shown was read so.
pub fn read_on(text: impl Into<String>, today: NaiveDate) -> Reading {
    let mut reading = read(text);
    against_today(&mut reading, today);
    reading
}

impl Reading {
    /// Reads another version of the text, and holds it against the same day.
    #[must_use]
    pub fn read_again(&self, text: &str) -> Self {
        self.today.map_or_else(|| read(text), |today| read_on(text, today))
    }

    /// Reads another version of the text, whose tree is known, and holds it against the same day.
    fn read_again_as(&self, text: String, tree: Tree) -> Self {
        let mut reading = read::read_tree(text, tree);
        if let Some(today) = self.today {
            against_today(&mut reading, today);
        }
        reading
    }
}

/// The built-in programme.
pub const EXAMPLE: &str = include_str!("../data/example.yaml");

/// The commented starting file that `coopdash new` writes.
pub const TEMPLATE: &str = include_str!("../data/template.yaml");
