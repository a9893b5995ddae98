//! The model: what a programme file means, field by field.
//!
//! Made only by reading; every string in it has been cleaned. `Vec`s keep the order of the file.
//! The words are the field's own: IATI Activity Standard 2.03 (results), Open SDG, OECD-DAC glossary,
//! SDMX (observation status), UN and NATO recommendation and lessons tracking.
//! Never holds anything computed: no change, no overdue, no judgement.

mod background;
mod commitment;
mod evaluation;
mod meeting;
mod metric;
mod placed;
mod unreadable;

pub use background::{Background, Citation, Quote};
pub use commitment::{
    Due, Initiative, InitiativeStatus, Recommendation, RecommendationStatus, Standing, Update,
};
pub use evaluation::{Criterion, Evaluation};
pub use meeting::{Decision, Meeting, MeetingStatus};
pub use metric::{Baseline, Direction, Flag, Measure, Metric, Observation, Target, Thresholds, Value};
pub use placed::Placed;
pub use unreadable::Unreadable;

use crate::text::Place;
use chrono::NaiveDate;
use strum::IntoStaticStr;

/// A whole programme file.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Programme {
    /// The head of the file: section `programme`.
    pub about: About,
    /// Yearly figures: section `metrics`.
    pub metrics: Vec<Metric>,
    /// What the parties agreed or announced: section `initiatives`.
    pub initiatives: Vec<Initiative>,
    /// What was advised: section `recommendations`.
    pub recommendations: Vec<Recommendation>,
    /// How progress is judged: section `evaluation`.
    pub evaluation: Option<Evaluation>,
    /// Meetings held and to come: section `meetings`.
    pub meetings: Vec<Meeting>,
    /// What a reader should know: section `background`.
    pub background: Vec<Background>,
    /// What was said: section `quotes`.
    pub quotes: Vec<Quote>,
    /// Where it comes from: section `sources`.
    pub sources: Vec<Citation>,
    /// Items that stand in the file and could not be read, in the order of the file.
    pub unread: Vec<Unread>,
}

impl Programme {
    /// The fields of items that stand in the file and could not be read, each with its section.
    pub fn unreadable(&self) -> impl Iterator<Item = (Section, &'static str)> + '_ {
        let decided = self.meetings.iter().flat_map(|meeting| &meeting.decisions);
        let criteria = self.evaluation.iter().flat_map(|evaluation| &evaluation.criteria);
        std::iter::once((Section::Programme, &self.about.unreadable))
            .chain(self.metrics.iter().map(|item| (Section::Metrics, &item.unreadable)))
            .chain(self.initiatives.iter().map(|item| (Section::Initiatives, &item.unreadable)))
            .chain(self.recommendations.iter().map(|item| (Section::Recommendations, &item.unreadable)))
            .chain(self.evaluation.iter().map(|item| (Section::Evaluation, &item.unreadable)))
            .chain(criteria.map(|item| (Section::Evaluation, &item.unreadable)))
            .chain(self.meetings.iter().map(|item| (Section::Meetings, &item.unreadable)))
            .chain(decided.map(|item| (Section::Meetings, &item.unreadable)))
            .flat_map(|(section, own)| own.keys().map(move |key| (section, key)))
    }
}

/// Section `programme`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct About {
    /// Where the section stands.
    pub place: Place,
    /// Full title; empty only when the file gives none (a finding).
    pub title: String,
    /// A title for narrow screens.
    pub short_title: Option<String>,
    /// The day the data describe; ages count from it.
    pub as_of: Option<Placed<NaiveDate>>,
    /// The day of the visit or agreement the programme grew from.
    pub date: Option<Placed<NaiveDate>>,
    /// Where it was agreed.
    pub location: Option<String>,
    /// Who cooperates.
    pub parties: Vec<String>,
    /// Language of the texts, as the file names it.
    pub language: Option<String>,
    /// What the programme is, in a few sentences.
    pub summary: Option<String>,
    /// A handling caveat, shown on every screen, slide and printout.
    pub marking: Option<String>,
    /// After how many days data count as stale.
    pub stale_after: Option<u32>,
    /// For the speaker, never shown by itself.
    pub notes: Option<String>,
    /// Whether changes made on screen leave a dated update.
    pub history: bool,
    /// Its fields that could not be read.
    pub unreadable: Unreadable,
}

/// An item that stands in the file and could not be read; it is listed, never silently absent.
#[derive(Debug, Clone, PartialEq)]
pub struct Unread {
    /// Where it stands.
    pub place: Place,
    /// In which section.
    pub section: Section,
    /// What it seems to be called.
    pub title: Option<String>,
    /// How much it is.
    pub extent: Extent,
}

/// How much could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// One item of a list.
    Item,
    /// A section, or what is left of it: nobody knows how many items.
    Section,
}

/// The sections of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
#[expect(missing_docs, reason = "the names they have in the file")]
pub enum Section {
    Programme,
    Metrics,
    Initiatives,
    Recommendations,
    Evaluation,
    Meetings,
    Background,
    Quotes,
    Sources,
}
