//! Commitments: what the parties agreed on, what was advised, and where each stands.
//!
//! Never holds anything computed.

use super::placed::Placed;
use super::unreadable::Unreadable;
use crate::text::Place;
use chrono::NaiveDate;
use strum::IntoStaticStr;

/// What a commitment's file entry says of its state.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Standing {
    /// Neither `status` nor `done`.
    #[default]
    NotGiven,
    /// `done: true` or `done: false`, the simplest way to keep a checklist.
    Done(Placed<bool>),
    /// `status`, one of the lifecycle's words.
    Status(Placed<InitiativeStatus>),
    /// Both are given; the status is shown, a tick is refused.
    Both(Placed<bool>, Placed<InitiativeStatus>),
}

impl Standing {
    /// Whether it says that the commitment is done.
    pub const fn is_completed(&self) -> bool {
        match self {
            Self::NotGiven => false,
            Self::Done(done) => done.value,
            Self::Status(status) | Self::Both(_, status) => {
                matches!(status.value, InitiativeStatus::Completed)
            }
        }
    }
}

/// Where a commitment stands, in the order of its life. `overdue` is computed, never stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum InitiativeStatus {
    /// Made public, not yet agreed in detail.
    Announced,
    /// Agreed, not started.
    Agreed,
    /// Under way.
    #[strum(serialize = "in progress")]
    InProgress,
    /// Done.
    Completed,
    /// Paused; never overdue.
    #[strum(serialize = "on hold")]
    OnHold,
    /// Given up.
    Cancelled,
}

/// One commitment: an item of `initiatives`.
#[derive(Debug, Clone, Default, PartialEq)]
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
    pub due: Option<Placed<Due>>,
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
    /// Its fields that could not be read.
    pub unreadable: Unreadable,
}

impl Initiative {
    /// Whether what the file says of its state could not be read. A `status` goes before `done`.
    pub fn has_unreadable_standing(&self) -> bool {
        match self.standing {
            Standing::Status(_) | Standing::Both(..) => false,
            Standing::Done(_) => self.unreadable.has("status"),
            Standing::NotGiven => self.unreadable.has_status(),
        }
    }
}

/// By when something is to be done. A month or a quarter ends on its last day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// The last day in time.
    pub day: NaiveDate,
    /// As the file writes it, where that is not a day: `2026-06`, `2026-Q2`.
    pub written: Option<String>,
}

impl From<NaiveDate> for Due {
    fn from(day: NaiveDate) -> Self {
        Self { day, written: None }
    }
}

/// A dated remark on an item.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Update {
    /// Where it stands.
    pub place: Place,
    /// When.
    pub date: Option<Placed<NaiveDate>>,
    /// The state it was in then, in the file's own words.
    pub status: Option<String>,
    /// What happened.
    pub note: Option<String>,
    /// Who says so.
    pub by: Option<String>,
    /// Its fields that could not be read.
    pub unreadable: Unreadable,
}

/// Where a recommendation stands, in the order of its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum RecommendationStatus {
    /// Made, not yet answered.
    Proposed,
    /// Being weighed.
    #[strum(serialize = "under consideration")]
    UnderConsideration,
    /// Accepted, not started.
    Accepted,
    /// Under way.
    #[strum(serialize = "in progress")]
    InProgress,
    /// Carried out.
    Implemented,
    /// Turned down.
    #[strum(serialize = "not accepted")]
    NotAccepted,
    /// No longer needed.
    Overtaken,
}

/// One recommendation: an item of `recommendations`.
#[derive(Debug, Clone, Default, PartialEq)]
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
    pub due: Option<Placed<Due>>,
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
    /// Its fields that could not be read.
    pub unreadable: Unreadable,
}
