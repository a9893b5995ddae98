//! Commitments: what a file says of where one stands, and by when it is to be done.
//!
//! Never holds anything computed.

use super::placed::Placed;
use crate::programme::choices::InitiativeStatus;
use chrono::NaiveDate;

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
    /// The status it comes to; what is not done yet may be anything else.
    pub fn status(&self) -> Option<InitiativeStatus> {
        match self {
            Self::NotGiven => None,
            Self::Done(done) => done.value.then_some(InitiativeStatus::Completed),
            Self::Status(status) | Self::Both(_, status) => Some(status.value),
        }
    }

    /// Whether it says that the commitment is done.
    pub fn is_completed(&self) -> bool {
        self.status() == Some(InitiativeStatus::Completed)
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
