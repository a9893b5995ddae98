//! Whole: a whole programme file, section by section.
//!
//! Made only by reading; every string in it has been cleaned. `Vec`s keep the order of the file. Never holds
//! anything computed.

use super::fields::{
    About, Background, Citation, Evaluation, Fields, Initiative, Meeting, Metric, Quote, Recommendation,
};
use super::model::{Observation, Unreadable};
use super::section::Section;
use crate::text::Place;

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
        // All lists are named, so that the compiler asks what is to become of a new one.
        let Self {
            about,
            metrics,
            initiatives,
            recommendations,
            evaluation,
            meetings,
            background,
            quotes,
            sources,
            unread: _,
        } = self;
        let criteria = || evaluation.iter().flat_map(|own| &own.criteria);
        of(Section::Programme, [about])
            .chain(of(Section::Metrics, metrics))
            .chain(keys(
                Section::Metrics,
                metrics.iter().flat_map(|own| &own.values).map(Observation::unreadable),
            ))
            .chain(of(Section::Initiatives, initiatives))
            .chain(of(Section::Initiatives, initiatives.iter().flat_map(|own| &own.updates)))
            .chain(of(Section::Recommendations, recommendations))
            .chain(of(Section::Recommendations, recommendations.iter().flat_map(|own| &own.updates)))
            .chain(of(Section::Evaluation, evaluation))
            .chain(of(Section::Evaluation, criteria()))
            .chain(keys(
                Section::Evaluation,
                criteria().flat_map(|own| &own.scores).map(Observation::unreadable),
            ))
            .chain(of(Section::Meetings, meetings))
            .chain(of(Section::Meetings, meetings.iter().flat_map(|own| &own.decisions)))
            .chain(of(Section::Background, background))
            .chain(of(Section::Quotes, quotes))
            .chain(of(Section::Sources, sources))
    }
}

/// The fields of the items of a section that could not be read.
fn of<'p, T: Fields>(
    section: Section,
    items: impl IntoIterator<Item = &'p T>,
) -> impl Iterator<Item = (Section, &'static str)> {
    keys(section, items.into_iter().map(Fields::unreadable))
}

/// The same of any parts of a section.
fn keys<'p>(
    section: Section,
    parts: impl Iterator<Item = &'p Unreadable>,
) -> impl Iterator<Item = (Section, &'static str)> {
    parts.flat_map(Unreadable::keys).map(move |key| (section, key))
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
    /// A decision of a meeting, which is shown otherwise.
    Decision,
    /// A section, or what is left of it: nobody knows how many items.
    Section,
    /// Lines that two people changed differently, before somebody has chosen.
    Conflict,
}
