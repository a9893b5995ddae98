//! Forms: what can be changed on an item, as a menu, and the one-line field a new value is typed into.
//!
//! Never changes anything; `update` does.

use crate::document::{ItemAddress, NewStanding};
use crate::programme::RecommendationStatus;
use crate::programme::fields::Field;
use crate::text::LineEditor;

/// A row of the menu of changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MenuRow {
    /// What it is about.
    pub label: String,
    /// What the file says of it now.
    pub value: String,
    /// Where it leads.
    pub then: Then,
}

/// Where a row leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Then {
    /// To the words of the lifecycle.
    Words,
    /// The initiative stands there from now on.
    Stand(NewStanding),
    /// So does the recommendation.
    Answer(RecommendationStatus),
    /// To a field for typing.
    Ask(Asks),
}

/// What a field asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asks {
    /// The value of a field of the item.
    Field(&'static Field),
    /// A dated note.
    Note,
    /// The value for a period.
    Value(String),
    /// A period and its value.
    Period,
    /// The title of a new initiative.
    Title,
}

/// A field for typing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// What it asks for.
    pub asks: Asks,
    /// The item it is about; none for a new one.
    pub item: Option<ItemAddress>,
    /// What the file said when the field was opened, as it is typed.
    pub from: String,
    /// What is typed.
    pub line: LineEditor,
    /// Why what was typed before was not written.
    pub refused: Vec<String>,
    /// Whether its item is no longer in the file. It stays open all the same, so that no letter that is typed on
    /// becomes a command.
    pub orphaned: bool,
}

impl MenuRow {
    /// What it is about, what the file says of it, and where it leads.
    pub(super) fn new(label: &str, value: Option<String>, then: Then) -> Self {
        Self { label: label.to_owned(), value: value.unwrap_or_else(|| "-".to_owned()), then }
    }

    /// Something to choose.
    pub(super) fn choice(label: &str, then: Then) -> Self {
        Self::new(label, Some(String::new()), then)
    }

    /// One more dated note on an item that has so many.
    pub(super) fn note(notes: usize) -> Self {
        let said = if notes == 0 { "none yet".to_owned() } else { format!("{notes} so far") };
        Self::new("Dated note", Some(said), Then::Ask(Asks::Note))
    }
}
