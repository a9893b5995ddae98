//! Lenses: the way from a row of the table to the place that the model keeps for it.
//!
//! Never reads a text; what is read is put where its lens leads.

use super::field::{Field, Part};
use crate::programme::model::{Due, Placed, Unreadable};
use crate::programme::words::{Choice, word_of};
use crate::text::Place;
use chrono::{NaiveDate, NaiveTime};

/// An item of the model whose fields are rows of the table.
pub trait Fields: Sized + 'static {
    /// The way to each of its fields, in the order of the table.
    const LENSES: &'static [Lens<Self>];

    /// Which part of the file it is.
    const PART: Part;

    /// Its fields, each with its lens.
    fn rows() -> impl Iterator<Item = (&'static Field, &'static Lens<Self>)> {
        Self::PART.fields().iter().zip(Self::LENSES)
    }

    /// The row of a key, with its lens.
    fn row(key: &str) -> Option<(&'static Field, &'static Lens<Self>)> {
        Self::rows().find(|(field, _)| field.key == key)
    }

    /// What an item says on one line under a key, as it is typed.
    fn said(&self, key: &str) -> Option<String> {
        Self::row(key)?.1.said(self)
    }

    /// Its fields that could not be read.
    fn unreadable(&self) -> &Unreadable;

    /// Notes where it stands, and what of it could not be read.
    fn found(&mut self, place: Place, unreadable: Unreadable);
}

/// The way to one field of an item.
#[derive(Debug)]
pub enum Lens<T> {
    /// A text that the item has in any case; empty where the file gives none.
    Name(At<T, String>),
    /// A text.
    Text(At<T, Option<String>>),
    /// A name that others refer to it by.
    Id(At<T, Option<Placed<String>>>),
    /// Texts.
    Texts(At<T, Vec<String>>),
    /// Ids of others.
    Links(At<T, Vec<Placed<String>>>),
    /// A whole number.
    Whole(At<T, Option<u32>>),
    /// A day.
    Date(At<T, Option<Placed<NaiveDate>>>),
    /// A day by which something is due, or what ends on it.
    Due(At<T, Option<Placed<Due>>>),
    /// A time of day.
    Time(At<T, Option<NaiveTime>>),
    /// Whether it is so; where the file does not say, it is not.
    TrueOrFalse(At<T, bool>),
    /// A word of a fixed choice.
    Word(WordAt<T>),
    /// There is a rule of its own for it.
    Own,
}

impl<T> Lens<T> {
    /// What an item says there, as it is typed; `None` where that is nothing, or takes more than one line.
    pub fn said(&self, item: &T) -> Option<String> {
        match self {
            Self::Text(at) => (at.get)(item).clone(),
            Self::Date(at) => (at.get)(item).as_ref().map(|date| date.value.to_string()),
            Self::Due(at) => {
                let due = &(at.get)(item).as_ref()?.value;
                Some(due.written.clone().unwrap_or_else(|| due.day.to_string()))
            }
            Self::Word(word) => (word.get)(item).map(str::to_owned),
            Self::Name(_)
            | Self::Id(_)
            | Self::Texts(_)
            | Self::Links(_)
            | Self::Whole(_)
            | Self::Time(_)
            | Self::TrueOrFalse(_)
            | Self::Own => None,
        }
    }
}

/// A place in items of one type.
#[derive(Debug)]
pub struct At<T, V> {
    /// What stands there.
    pub get: fn(&T) -> &V,
    /// Puts something there.
    pub set: fn(&mut T, V),
}

/// A place for a word in items of one type.
#[derive(Debug)]
pub struct WordAt<T> {
    /// The word that stands there.
    pub get: fn(&T) -> Option<&'static str>,
    /// Puts another one there, or none; `None` where it is none of the choice.
    pub set: fn(&mut T, Option<&str>) -> Option<()>,
}

/// The word for what is chosen.
pub(super) fn chosen<C: Choice>(choice: Option<&Placed<C>>) -> Option<&'static str> {
    choice.map(|choice| choice.value.word())
}

/// Chooses what a word means.
pub(super) fn choose<C: Choice>(choice: &mut Option<Placed<C>>, word: Option<&str>) -> Option<()> {
    *choice = match word {
        Some(word) => Some(Placed::nowhere(word_of(word)?)),
        None => None,
    };
    Some(())
}
