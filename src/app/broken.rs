//! Broken: what is on the disk when it cannot be read.
//!
//! Never holds what is shown instead: that is the last good text.

use crate::document::Reading;
use chrono::NaiveDateTime;

/// What is on the disk and cannot be read.
#[derive(Debug, Clone, PartialEq)]
pub struct Broken {
    /// The text with what is wrong with it; empty where there is no text.
    pub reading: Reading,
    /// What is the matter.
    pub outage: Outage,
    /// Since when, by the clock on the wall.
    pub since: Option<NaiveDateTime>,
}

/// What can be the matter with a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outage {
    /// It is being read for the first time.
    Awaited,
    /// Its text is no programme.
    Text,
    /// It is not there.
    Gone,
    /// It holds no text, or may not be read.
    Refused {
        /// Why, as a phrase.
        why: String,
        /// The line of the file, where it is a matter of one.
        line: Option<usize>,
        /// What helps, without a full stop.
        help: String,
    },
}

impl Broken {
    /// A text that is no programme.
    pub(super) const fn text(reading: Reading) -> Self {
        Self { reading, outage: Outage::Text, since: None }
    }

    /// The line of the file that is to be put right first.
    pub fn line(&self) -> Option<usize> {
        match &self.outage {
            Outage::Text => self.reading.findings.first().map(|finding| finding.place.line()),
            Outage::Awaited | Outage::Gone => None,
            Outage::Refused { line, .. } => *line,
        }
    }
}
