//! Meetings: when, where, what for, and what was decided.
//!
//! Never holds anything computed.

use super::commitment::Due;
use super::placed::Placed;
use super::unreadable::Unreadable;
use crate::text::Place;
use chrono::{NaiveDate, NaiveTime};
use strum::IntoStaticStr;

/// Where a meeting stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum MeetingStatus {
    /// Agreed in principle, without a date.
    #[strum(serialize = "to be scheduled")]
    ToBeScheduled,
    /// Has a date.
    Scheduled,
    /// Has taken place.
    Held,
    /// Will not take place.
    Cancelled,
}

/// One meeting: an item of `meetings`.
#[derive(Debug, Clone, Default, PartialEq)]
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
    /// Its fields that could not be read.
    pub unreadable: Unreadable,
}

/// What a meeting decided.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Decision {
    /// Where it stands.
    pub place: Place,
    /// The decision.
    pub text: String,
    /// Who carries it out.
    pub owner: Option<String>,
    /// By when.
    pub due: Option<Placed<Due>>,
    /// Whether it has been carried out; where the file does not say, it has not.
    pub done: bool,
    /// Its fields that could not be read.
    pub unreadable: Unreadable,
}
