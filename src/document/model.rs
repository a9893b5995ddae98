//! The model: what a programme file means, field by field.
//!
//! Made only by reading; every string in it has been cleaned. `Vec`s keep the order of the file.
//! The words are the field's own: IATI Activity Standard 2.03 (results), Open SDG, OECD-DAC glossary,
//! SDMX (observation status), UN and NATO recommendation and lessons tracking.
//! Never holds anything computed: no change, no overdue, no judgement.

use super::period::Period;
use super::source::Place;
use chrono::{NaiveDate, NaiveTime};
use rust_decimal::Decimal;

/// A value and where it stands. Equality looks at the value only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed<T> {
    /// What is said.
    pub value: T,
    /// Where it is said.
    pub place: Place,
}

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
    pub as_of: Option<NaiveDate>,
    /// The day of the visit or agreement the programme grew from.
    pub date: Option<NaiveDate>,
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
}

/// What kind of number a metric holds. It decides the arithmetic of change
/// (IATI indicator measure codes 1 to 5 map onto these).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Measure {
    /// A number of things.
    Count,
    /// A share in per cent: changes are percentage points.
    Percentage,
    /// A percentage that is itself a change: changes are percentage points.
    GrowthRate,
    /// An amount of money.
    Currency,
    /// An index number: changes are points, with per cent beside them.
    Index,
    /// A quotient of two amounts.
    Ratio,
    /// Steps of a scale: no arithmetic.
    Ordinal,
    /// Names: no arithmetic.
    Nominal,
    /// Words: no arithmetic.
    Qualitative,
}

/// Which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// More is better.
    Increase,
    /// Less is better.
    Decrease,
    /// Inside the target's range is better.
    Range,
    /// Neither way is better: never judged.
    Neutral,
}

/// One yearly figure: an item of `metrics`.
#[derive(Debug, Clone, PartialEq)]
pub struct Metric {
    /// Where the item stands.
    pub place: Place,
    /// Name for links.
    pub id: Option<Placed<String>>,
    /// Full name.
    pub name: String,
    /// Name for narrow columns.
    pub short: Option<String>,
    /// The arithmetic: as given, else from the unit, else a count.
    pub measure: Measure,
    /// What is counted ("exercises", "%", "EUR million").
    pub unit: Option<String>,
    /// Which way is better, if the file says so.
    pub direction: Option<Direction>,
    /// Decimals shown, if the file says so.
    pub decimals: Option<u32>,
    /// What exactly is measured.
    pub definition: Option<String>,
    /// A remark for every reader.
    pub note: Option<String>,
    /// Where the figures come from.
    pub source: Option<String>,
    /// The point progress is measured from.
    pub baseline: Option<Baseline>,
    /// The point to reach.
    pub target: Option<Target>,
    /// The bands of the on-track reading, if the file sets its own.
    pub thresholds: Option<Thresholds>,
    /// Where the scale ends; bars beyond it are cut and say so.
    pub axis_max: Option<Decimal>,
    /// A heading it stands under.
    pub group: Option<String>,
    /// The values in order of their periods.
    pub values: Vec<Observation>,
    /// For the speaker, never shown by itself.
    pub notes: Option<String>,
}

/// The value of one metric for one period.
#[derive(Debug, Clone, PartialEq)]
pub struct Observation {
    /// Where the value stands.
    pub place: Place,
    /// For which period.
    pub period: Period,
    /// The value.
    pub value: Value,
    /// What kind of value it is (SDMX observation status).
    pub flag: Flag,
    /// A remark on this value.
    pub note: Option<String>,
}

/// What was reported for a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// `null`: not reported. Never zero.
    Missing,
    /// A number, with the decimals the file writes.
    Number(Decimal),
    /// A word, for ordinal, nominal and qualitative metrics.
    Word(String),
}

/// What kind of value an observation is (SDMX code list `CL_OBS_STATUS`: A P E F - B Q U).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Flag {
    /// A normal value (A).
    #[default]
    Normal,
    /// May still be revised (P).
    Provisional,
    /// Estimated (E).
    Estimated,
    /// Expected, not measured (F).
    Forecast,
    /// Covers a part of the period so far.
    Partial,
    /// The series breaks here: not comparable with what went before (B).
    Break,
    /// Exists but is not published (Q).
    Suppressed,
    /// Of low reliability (U).
    LowReliability,
}

/// Where progress is measured from.
#[derive(Debug, Clone, PartialEq)]
pub struct Baseline {
    /// Where it stands.
    pub place: Place,
    /// Its period, if given.
    pub period: Option<Period>,
    /// Its value.
    pub value: Decimal,
}

/// What is to be reached.
#[derive(Debug, Clone, PartialEq)]
pub struct Target {
    /// Where it stands.
    pub place: Place,
    /// By when, if given.
    pub period: Option<Period>,
    /// The value, or the lower end of a range.
    pub value: Decimal,
    /// The upper end of a range.
    pub max: Option<Decimal>,
}

/// Bands of the on-track reading (Open SDG progress thresholds): shares of the expected progress.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Thresholds {
    /// From this share on a metric is on track; 0.95 unless the file says otherwise.
    pub on_track: Decimal,
    /// From this share on it needs acceleration; 0.60 unless the file says otherwise.
    pub needs_acceleration: Decimal,
}

/// What a commitment's file entry says of its state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// Neither `status` nor `done`.
    NotGiven,
    /// `done: true` or `done: false`, the simplest way to keep a checklist.
    Done(Placed<bool>),
    /// `status`, one of the lifecycle's words.
    Status(Placed<InitiativeStatus>),
    /// Both are given; the status is shown, a tick is refused.
    Both(Placed<bool>, Placed<InitiativeStatus>),
}

/// Where a commitment stands, in the order of its life. `overdue` is computed, never stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum InitiativeStatus {
    /// Made public, not yet agreed in detail.
    Announced,
    /// Agreed, not started.
    Agreed,
    /// Under way.
    InProgress,
    /// Done.
    Completed,
    /// Paused; never overdue.
    OnHold,
    /// Given up.
    Cancelled,
}

/// One commitment: an item of `initiatives`.
#[derive(Debug, Clone, PartialEq)]
pub struct Initiative {
    /// Where the item stands.
    pub place: Place,
    /// Name for links.
    pub id: Option<Placed<String>>,
    /// Full title.
    pub title: String,
    /// Title for narrow columns.
    pub short: Option<String>,
    /// What was agreed.
    pub description: Option<String>,
    /// A heading it stands under.
    pub group: Option<String>,
    /// What the file says of its state.
    pub standing: Standing,
    /// Who answers for it.
    pub owner: Option<String>,
    /// Who takes part.
    pub partners: Vec<String>,
    /// When it was agreed.
    pub agreed_on: Option<Placed<NaiveDate>>,
    /// By when it is to be done.
    pub due: Option<Placed<NaiveDate>>,
    /// When it was done.
    pub completed_on: Option<Placed<NaiveDate>>,
    /// How urgent it is, in the file's own words.
    pub priority: Option<String>,
    /// Ids of the metrics it serves.
    pub metrics: Vec<Placed<String>>,
    /// What comes next.
    pub next_step: Option<String>,
    /// What shows that it was done.
    pub evidence: Vec<String>,
    /// Dated remarks, in the order of the file.
    pub updates: Vec<Update>,
    /// For the speaker, never shown by itself.
    pub notes: Option<String>,
    /// Where it comes from.
    pub source: Option<String>,
}

/// A dated remark on an item.
#[derive(Debug, Clone, PartialEq)]
pub struct Update {
    /// Where it stands.
    pub place: Place,
    /// When.
    pub date: Option<NaiveDate>,
    /// The state it was in then, in the file's own words.
    pub status: Option<String>,
    /// What happened.
    pub note: Option<String>,
    /// Who says so.
    pub by: Option<String>,
}

/// Where a recommendation stands, in the order of its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RecommendationStatus {
    /// Made, not yet answered.
    Proposed,
    /// Being weighed.
    UnderConsideration,
    /// Accepted, not started.
    Accepted,
    /// Under way.
    InProgress,
    /// Carried out.
    Implemented,
    /// Turned down.
    NotAccepted,
    /// No longer needed.
    Overtaken,
}

/// One recommendation: an item of `recommendations`.
#[derive(Debug, Clone, PartialEq)]
pub struct Recommendation {
    /// Where the item stands.
    pub place: Place,
    /// Name for links.
    pub id: Option<Placed<String>>,
    /// Full title.
    pub title: String,
    /// Title for narrow columns.
    pub short: Option<String>,
    /// What is advised.
    pub description: Option<String>,
    /// Where it stands, if the file says so.
    pub status: Option<Placed<RecommendationStatus>>,
    /// To whom it is made.
    pub addressed_to: Option<String>,
    /// Who answers for it.
    pub owner: Option<String>,
    /// What was answered.
    pub response: Option<String>,
    /// By when.
    pub due: Option<Placed<NaiveDate>>,
    /// Ids of the initiatives that carry it out.
    pub initiatives: Vec<Placed<String>>,
    /// What comes next.
    pub next_step: Option<String>,
    /// What shows that it was carried out.
    pub evidence: Vec<String>,
    /// Dated remarks, in the order of the file.
    pub updates: Vec<Update>,
    /// For the speaker, never shown by itself.
    pub notes: Option<String>,
    /// Where it comes from.
    pub source: Option<String>,
}

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
    pub assessed_on: Option<NaiveDate>,
    /// What is judged.
    pub criteria: Vec<Criterion>,
    /// For the speaker, never shown by itself.
    pub notes: Option<String>,
}

/// One criterion of the evaluation.
#[derive(Debug, Clone, PartialEq)]
pub struct Criterion {
    /// Where the item stands.
    pub place: Place,
    /// Its name.
    pub title: String,
    /// What is to get better.
    pub improvement: String,
    /// Scores in order of their periods; [`Value::Missing`] is "not scored".
    pub scores: Vec<Observation>,
    /// For the speaker, never shown by itself.
    pub notes: Option<String>,
}

/// Where a meeting stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MeetingStatus {
    /// Agreed in principle, without a date.
    ToBeScheduled,
    /// Has a date.
    Scheduled,
    /// Has taken place.
    Held,
    /// Will not take place.
    Cancelled,
}

/// One meeting: an item of `meetings`.
#[derive(Debug, Clone, PartialEq)]
pub struct Meeting {
    /// Where the item stands.
    pub place: Place,
    /// Name for links.
    pub id: Option<Placed<String>>,
    /// Full title.
    pub title: String,
    /// Where it stands, if the file says so.
    pub status: Option<Placed<MeetingStatus>>,
    /// The day.
    pub date: Option<Placed<NaiveDate>>,
    /// The hour, local to the meeting.
    pub time: Option<NaiveTime>,
    /// The place.
    pub location: Option<String>,
    /// Who meets.
    pub parties: Vec<String>,
    /// What for.
    pub purpose: Vec<String>,
    /// What was decided.
    pub decisions: Vec<Decision>,
    /// For the speaker, never shown by itself.
    pub notes: Option<String>,
}

/// What a meeting decided.
#[derive(Debug, Clone, PartialEq)]
pub struct Decision {
    /// Where it stands.
    pub place: Place,
    /// The decision.
    pub text: String,
    /// Who carries it out.
    pub owner: Option<String>,
    /// By when.
    pub due: Option<NaiveDate>,
}

/// A paragraph a reader should know: an item of `background`.
#[derive(Debug, Clone, PartialEq)]
pub struct Background {
    /// Where the item stands.
    pub place: Place,
    /// Name for links.
    pub id: Option<Placed<String>>,
    /// Its heading.
    pub title: String,
    /// Its text.
    pub text: String,
    /// For the speaker, never shown by itself.
    pub notes: Option<String>,
}

/// Something that was said: an item of `quotes`.
#[derive(Debug, Clone, PartialEq)]
pub struct Quote {
    /// Where the item stands.
    pub place: Place,
    /// The words.
    pub text: String,
    /// Who said them.
    pub speaker: String,
    /// When.
    pub date: Option<NaiveDate>,
    /// Where it was published.
    pub source: Option<String>,
}

/// Where facts come from: an item of `sources`.
#[derive(Debug, Clone, PartialEq)]
pub struct Citation {
    /// Where the item stands.
    pub place: Place,
    /// Name for links.
    pub id: Option<Placed<String>>,
    /// What it is called.
    pub title: String,
    /// Where it is found.
    pub url: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// When it was published, as the file writes it (a year or a month is common).
    pub published: Option<String>,
    /// When it was last looked at.
    pub retrieved: Option<NaiveDate>,
    /// Under which terms.
    pub licence: Option<String>,
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
}

/// The sections of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
