//! Tell: what all rules use.
//!
//! Never a rule itself.

use crate::document::finding::Finding;
use crate::programme::{Observation, Value};
use rust_decimal::Decimal;

/// Takes one finding. They are handed over one by one, because a file may have more than anybody keeps.
pub(super) type Tell<'a> = dyn FnMut(Finding) + 'a;

/// The number of a value; none for words and gaps.
pub(super) const fn number_of(one: &Observation) -> Option<Decimal> {
    match one.value {
        Value::Number(value) => Some(value),
        Value::Missing | Value::Unreadable | Value::Word(_) => None,
    }
}
