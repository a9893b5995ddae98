//! Typed: what somebody types for a field, as it will be read.
//!
//! Never looks at a text of a file.

use crate::document::read::{cleaned, cleaned_lines, day, due_day};
use crate::programme::Placed;
use crate::programme::fields::{At, Fields, Kind, Lens};

/// What was typed, without blanks around it; `None` if that is nothing.
pub(super) fn typed(text: &str) -> Option<&str> {
    Some(text.trim()).filter(|text| !text.is_empty())
}

/// Sets a field of an item, or takes it out.
pub(super) fn set<T: Fields>(one: &mut T, key: &str, to: Option<&str>) -> Option<()> {
    let (field, lens) = T::row(key)?;
    match lens {
        Lens::Text(at) if field.kind == Kind::Prose => (at.set)(one, to.map(cleaned_lines)),
        Lens::Text(at) => (at.set)(one, to.map(cleaned)),
        Lens::Date(at) => put(at, one, to, day)?,
        Lens::Due(at) => put(at, one, to, due_day)?,
        Lens::Word(word) => (word.set)(one, to)?,
        Lens::Name(_)
        | Lens::Id(_)
        | Lens::Texts(_)
        | Lens::Links(_)
        | Lens::Whole(_)
        | Lens::Time(_)
        | Lens::TrueOrFalse(_)
        | Lens::Own => return None,
    }
    Some(())
}

/// Puts what is typed where it leads to; `None` where that cannot be understood.
fn put<T, V>(
    at: &At<T, Option<Placed<V>>>,
    one: &mut T,
    to: Option<&str>,
    understood: fn(&str) -> Option<V>,
) -> Option<()> {
    let value = to.map(|to| understood(to).ok_or(())).transpose().ok()?;
    (at.set)(one, value.map(Placed::nowhere));
    Some(())
}
