//! The programme: what a file can say, as tables of words and as a model.
//!
//! Fields, vocabularies, periods and units. Knows no YAML and no findings; never holds anything computed
//! from a day.

mod choices;
pub mod decimals;
pub mod fields;
mod items;
mod model;
pub mod period;
mod section;
pub mod this_year;
pub mod unit;
mod whole;
pub mod words;

pub use choices::{
    Direction, Flag, InitiativeStatus, Measure, MeetingStatus, RecommendationStatus, Vocabulary,
};
pub use fields::{
    About, Background, Citation, Criterion, Decision, Evaluation, Initiative, Meeting, Metric, Quote,
    Recommendation, Update,
};
pub use model::*;
pub use period::{Period, PeriodError, Shape};
pub use section::Section;
pub use whole::{Extent, Programme, Unread};
pub use words::{Choice, Word};
