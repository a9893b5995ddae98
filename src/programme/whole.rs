//! Whole: a whole programme file, section by section.
//!
//! Made only by reading; every string in it has been cleaned. `Vec`s keep the order of the file. Never holds
//! anything computed.

use super::fields::{
    About, Background, Citation, Evaluation, Initiative, Meeting, Metric, Quote, Recommendation,
};
use crate::text::Place;
use strum::{EnumString, IntoStaticStr};

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
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr, EnumString)]
#[strum(serialize_all = "lowercase")]
pub enum Section {
    /// `programme`
    Programme,
    /// `metrics`
    Metrics,
    /// `initiatives`
    Initiatives,
    /// `recommendations`
    Recommendations,
    /// `evaluation`
    Evaluation,
    /// `meetings`
    Meetings,
    /// `background`
    Background,
    /// `quotes`
    Quotes,
    /// `sources`
    Sources,
}
