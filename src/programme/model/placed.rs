//! Placed: a value and where it stands in the file.
//!
//! Never compares places.

use crate::text::Place;

/// A value and where it stands. Equality looks at the value only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed<T> {
    /// What is said.
    pub value: T,
    /// Where it is said.
    pub place: Place,
}

impl<T> Placed<T> {
    /// A value that stands nowhere: made, not read.
    pub fn nowhere(value: T) -> Self {
        Self { value, place: Place::default() }
    }
}
