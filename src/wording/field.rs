//! Field: what a field that can be set on screen is called, what to type into it, and what it says.
//!
//! Made from its row of the table of fields. Never says what is missing.

use super::when::due_in_full;
use crate::programme::fields::{Field, Fields, Kind, Lens};
use crate::text::capital;
use crate::text::date::format_date;

/// `agreed_on` as people read it in a sentence: `agreed on`.
pub fn name(key: &str) -> String {
    key.replace('_', " ")
}

/// The same alone: `Agreed on`.
pub fn label(key: &str) -> String {
    capital(&name(key))
}

/// What to type into it, in a few words: `who answers for it; empty takes it out`.
pub fn hint(field: &Field) -> String {
    let what = if matches!(field.kind, Kind::Date | Kind::Due) {
        "a date such as 2024-06-30".to_owned()
    } else {
        let mut letters = field.doc.chars();
        letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
    };
    format!("{what}; empty takes it out")
}

/// What an item says in it, as people read it.
#[expect(clippy::wildcard_enum_match_arm, reason = "all else is shown as it is typed")]
pub fn shown<T: Fields>(item: &T, lens: &Lens<T>) -> Option<String> {
    match lens {
        Lens::Date(at) => (at.get)(item).as_ref().map(|date| format_date(date.value)),
        Lens::Due(at) => (at.get)(item).as_ref().map(|due| due_in_full(&due.value)),
        _ => lens.said(item),
    }
}
