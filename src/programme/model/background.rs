//! What stands behind the programme: background, quotes, sources.
//!
//! Never holds anything computed.

use super::placed::Placed;
use super::unreadable::Unreadable;
use crate::text::Place;
use chrono::NaiveDate;

/// A paragraph a reader should know: an item of `background`.
#[derive(Debug, Clone, Default, PartialEq)]
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
    /// Its fields that could not be read.
    pub unreadable: Unreadable,
}

/// Something that was said: an item of `quotes`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Quote {
    /// Where the item stands.
    pub place: Place,
    /// The words.
    pub text: String,
    /// Who said them.
    pub speaker: String,
    /// When.
    pub date: Option<Placed<NaiveDate>>,
    /// Where it was published.
    pub source: Option<String>,
    /// Its fields that could not be read.
    pub unreadable: Unreadable,
}

/// Where facts come from: an item of `sources`.
#[derive(Debug, Clone, Default, PartialEq)]
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
    pub published: Option<Placed<String>>,
    /// When it was last looked at.
    pub retrieved: Option<Placed<NaiveDate>>,
    /// Under which terms.
    pub licence: Option<String>,
    /// Its fields that could not be read.
    pub unreadable: Unreadable,
}
