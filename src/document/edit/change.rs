//! Change: what a user wants different in the file, as data.
//!
//! Never says how it is written.

use super::address::ItemAddress;
use crate::programme::{Flag, InitiativeStatus, Section, Standing};
use chrono::NaiveDate;

/// A change a user wants made to the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Sets where an initiative stands.
    Standing {
        /// Which initiative.
        item: ItemAddress,
        /// Where it stands from now on.
        to: NewStanding,
    },
    /// Sets a one-line field of an initiative or a recommendation, or takes it out.
    Field {
        /// Which initiative or recommendation.
        item: ItemAddress,
        /// Which field: one that can be set on screen. For where an initiative stands there is
        /// [`Change::Standing`].
        key: &'static str,
        /// What it says from now on, as it was typed; `None`, or nothing but blanks, takes the field out.
        to: Option<String>,
    },
    /// Appends a dated remark to the `updates` of an initiative or a recommendation.
    Update {
        /// Which initiative or recommendation.
        item: ItemAddress,
        /// The remark.
        update: NewUpdate,
    },
    /// Sets the value of a metric for a period, or takes the period out.
    Value {
        /// Which metric.
        item: ItemAddress,
        /// For which period, as it was typed; another spelling of a period that is there means that one.
        period: String,
        /// The value from now on; `None` takes the period out.
        to: Option<NewValue>,
    },
    /// Sets the day the figures describe (`as_of` of the section `programme`).
    AsOf {
        /// The day from now on.
        to: NaiveDate,
    },
    /// Adds an initiative at the end of the list.
    Initiative {
        /// Its title.
        title: String,
    },
}

/// A dated remark to be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewUpdate {
    /// When.
    pub date: NaiveDate,
    /// Where the item stood then, in the user's words.
    pub status: Option<String>,
    /// What happened.
    pub note: String,
    /// Who says so.
    pub by: Option<String>,
}

/// A value to be set for a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewValue {
    /// The number as it was typed, or the word for a metric in words; nothing but blanks, or `null`, is
    /// "not reported".
    pub number: String,
    /// What kind of value it is; `None` for a normal one. A remark on the value stays.
    pub status: Option<Flag>,
}

/// Where an initiative stands after a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NewStanding {
    /// A value of `status`. For an item that keeps `done` instead, completed is `done: true` and agreed
    /// is `done: false`.
    Status(InitiativeStatus),
    /// A value of `done`.
    Done(bool),
    /// Neither key is there: takes back a key that an earlier change added.
    NotGiven,
}

impl NewStanding {
    /// What says "completed" in the words the item already uses: `done: true` where it keeps `done`,
    /// else `status: completed`. None where both keys are given, which is for its author to settle.
    pub const fn completed(now: &Standing) -> Option<Self> {
        match now {
            Standing::Done(_) => Some(Self::Done(true)),
            Standing::Status(_) | Standing::NotGiven => Some(Self::Status(InitiativeStatus::Completed)),
            Standing::Both(..) => None,
        }
    }

    /// What takes an item back to where it stands now: the change that undoes any other.
    /// None where both keys are given.
    pub const fn as_now(now: &Standing) -> Option<Self> {
        match now {
            Standing::Done(done) => Some(Self::Done(done.value)),
            Standing::Status(status) => Some(Self::Status(status.value)),
            Standing::NotGiven => Some(Self::NotGiven),
            Standing::Both(..) => None,
        }
    }
}

/// What a change is about, for the words of a notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Subject<'a> {
    /// The section of the item.
    pub section: Section,
    /// The title of the item; of a new initiative, its own.
    pub title: &'a str,
    /// The key of the field, as the file's vocabulary names it.
    pub key: &'static str,
    /// The period, as it was typed, where the field has one value for each.
    pub period: Option<&'a str>,
}

impl Change {
    /// What the change is about.
    pub fn subject(&self) -> Subject<'_> {
        let (key, period) = match self {
            Self::Standing { to: NewStanding::Done(_), .. } => ("done", None),
            Self::Standing { .. } => ("status", None),
            Self::Field { key, .. } => (*key, None),
            Self::Update { .. } => ("updates", None),
            Self::Value { period, .. } => ("values", Some(period.as_str())),
            Self::AsOf { .. } => ("as_of", None),
            Self::Initiative { .. } => ("initiatives", None),
        };
        let (section, title) = match (self.item(), self) {
            (Some(item), _) => (item.section, item.title.as_str()),
            (None, Self::Initiative { title }) => (Section::Initiatives, title.as_str()),
            (None, _) => (Section::Programme, "Figures"),
        };
        Subject { section, title, key, period }
    }

    /// The item it is about; `None` for a new one and for the head of the file.
    pub const fn item(&self) -> Option<&ItemAddress> {
        match self {
            Self::Standing { item, .. }
            | Self::Field { item, .. }
            | Self::Update { item, .. }
            | Self::Value { item, .. } => Some(item),
            Self::AsOf { .. } | Self::Initiative { .. } => None,
        }
    }

    /// The same change of another item.
    pub(super) fn of(&self, item: ItemAddress) -> Self {
        match self.clone() {
            Self::Standing { to, .. } => Self::Standing { item, to },
            Self::Field { key, to, .. } => Self::Field { item, key, to },
            Self::Update { update, .. } => Self::Update { item, update },
            Self::Value { period, to, .. } => Self::Value { item, period, to },
            other @ (Self::AsOf { .. } | Self::Initiative { .. }) => other,
        }
    }
}
