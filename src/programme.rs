//! The programme: what a file can say, as tables of words and as a model.
//!
//! Fields, vocabularies, periods and units. Knows no YAML and no findings; never holds anything computed
//! from a day.

pub mod decimals;
pub mod fields;
mod model;
pub mod period;
pub mod this_year;
pub mod unit;
pub mod words;

pub use model::*;
pub use period::{Period, PeriodError, Shape};
pub use words::{Choice, Vocabulary, Word};
