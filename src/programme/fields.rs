//! Fields: the one table of everything a programme file can say.
//!
//! The reader, the finding about unknown keys, the template, the schema and the reference are all
//! made from it. Never reads a value.

#[macro_use]
mod making;
mod field;
mod lens;
mod table;

pub use field::{Field, Kind, Part, Weight};
pub use lens::{At, Fields, Lens, WordAt};
pub use table::*;

use super::words::{alike, nearest};

/// The field that a key of `part` is, or is another name for. Case, spaces, hyphens and underscores do not matter
/// for other names.
pub fn find(part: Part, key: &str) -> Option<&'static Field> {
    let is_meant = |field: &&Field| alike(field.key, key) || field.also.iter().any(|other| alike(other, key));
    part.field(key).or_else(|| part.fields().iter().find(is_meant))
}

/// The key of `part` that looks most like an unknown one, if one does.
pub fn nearest_to(part: Part, key: &str) -> Option<&'static str> {
    nearest(key, part.fields().iter().map(|field| (field.key, field.key)))
}

/// The field of another part that this key is, or is another name for, if it is only one.
pub fn home_of(key: &str) -> Option<&'static Field> {
    let one = |is: &dyn Fn(&Field) -> bool| {
        let mut homes = FIELDS.iter().filter(|field| is(field));
        let first = homes.next()?;
        homes.next().is_none().then_some(first)
    };
    let is_other = |field: &Field| field.also.iter().any(|other| alike(other, key));
    one(&|field| field.key == key).or_else(|| one(&is_other))
}
