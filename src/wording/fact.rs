//! A fact: one thing the file says, or is computed, about an item.
//!
//! Never lays out.

use std::borrow::Cow;

/// How a fact is meant: its words say the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// A fact.
    Plain,
    /// Something the file does not say, or a remark on the side.
    Muted,
    /// Needs attention.
    Bad,
    /// A target that is met or on track.
    Good,
}

/// One thing the file says, or is computed, about an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// What it is about: one or two words, or a period.
    pub label: Cow<'static, str>,
    /// The fact.
    pub text: String,
    /// How it is meant.
    pub tone: Tone,
}

/// The label of where a metric stands.
pub const STANDING: &str = "Standing";

/// The label of what the file says of the state of an item.
pub const STATUS: &str = "Status";

/// The label of what is for the speaker's eyes.
pub(super) const SPEAKER_NOTES: &str = "Speaker notes";

impl Fact {
    /// Whether it is for the speaker: shown only where somebody opens the item, never beside a list.
    pub fn is_for_the_speaker(&self) -> bool {
        self.label == SPEAKER_NOTES
    }

    /// The same without what it says, and how to see it.
    #[must_use]
    pub fn hidden(self) -> Self {
        Self { text: "N shows them".to_owned(), tone: Tone::Muted, ..self }
    }

    /// Whether it says where an item stands in the file, not what it is.
    pub fn is_about_the_file(&self) -> bool {
        self.label == "Id" || self.label == "In the file"
    }
}
