//! Fields: the one table of everything a programme file can say.
//!
//! The reader, the finding about unknown keys, the template, the schema and the reference are all
//! made from it. Never reads a value.

mod field;
mod lens;
mod table;

pub use field::{Field, Kind, Part, Weight};
pub use lens::{At, Fields, Lens, WordAt};
pub use table::FIELDS;

use super::words::{alike, nearest};

impl Part {
    /// What the part is called in a sentence, with its article.
    pub const fn called(self) -> &'static str {
        match self {
            Self::File => "the file",
            Self::Programme => "the programme",
            Self::Metric => "a metric",
            Self::Value => "a value",
            Self::Baseline => "a baseline",
            Self::Target => "a target",
            Self::Thresholds => "the thresholds",
            Self::Initiative => "an initiative",
            Self::Update => "an update",
            Self::Recommendation => "a recommendation",
            Self::Evaluation => "the evaluation",
            Self::Scale => "the scale",
            Self::Criterion => "a criterion",
            Self::Meeting => "a meeting",
            Self::Decision => "a decision",
            Self::Background => "a background item",
            Self::Quote => "a quote",
            Self::Source => "a source",
        }
    }
}

/// What a key was found to be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum FieldMatch {
    /// A field by its own key; its number among the fields of the part.
    Field(usize),
    /// A field by another key that is understood.
    Other(usize),
    /// None.
    Unknown,
}

/// Looks a key of `part` up. Case, spaces, hyphens and underscores do not matter for other names.
pub fn find(part: Part, key: &str) -> FieldMatch {
    if let Some(number) = part.fields().iter().position(|field| field.key == key) {
        return FieldMatch::Field(number);
    }
    let is_meant = |field: &Field| alike(field.key, key) || field.also.iter().any(|other| alike(other, key));
    if let Some(number) = part.fields().iter().position(is_meant) {
        return FieldMatch::Other(number);
    }
    FieldMatch::Unknown
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
