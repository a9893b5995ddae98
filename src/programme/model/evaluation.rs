//! The evaluation: how progress is judged.
//!
//! Never holds anything computed.

use super::metric::Observation;
use super::placed::Placed;
use super::unreadable::Unreadable;
use crate::text::Place;
use chrono::NaiveDate;
use rust_decimal::Decimal;

/// Section `evaluation`: how progress is judged.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Evaluation {
    /// Where the section stands.
    pub place: Place,
    /// What the assessment is built on.
    pub framework: Option<String>,
    /// Where the assessment itself stands, in the file's own words.
    pub status: Option<String>,
    /// What comes next.
    pub next_step: Option<String>,
    /// Lowest and highest score, if scores are kept.
    pub scale: Option<(Decimal, Decimal)>,
    /// When it was last assessed.
    pub assessed_on: Option<Placed<NaiveDate>>,
    /// What is judged.
    pub criteria: Vec<Criterion>,
    /// For the speaker, never shown by itself.
    pub notes: Option<String>,
    /// Its fields that could not be read.
    pub unreadable: Unreadable,
}

/// One criterion of the evaluation.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Criterion {
    /// Where the item stands.
    pub place: Place,
    /// Its name.
    pub title: String,
    /// What is to get better.
    pub improvement: String,
    /// Scores in order of their periods; [`super::metric::Value::Missing`] is "not scored".
    pub scores: Vec<Observation>,
    /// For the speaker, never shown by itself.
    pub notes: Option<String>,
    /// Its fields that could not be read.
    pub unreadable: Unreadable,
}
