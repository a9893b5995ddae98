//! The model: what the fields of a programme hold beside plain texts, numbers and days.
//!
//! The words are the field's own: IATI Activity Standard 2.03 (results), Open SDG, OECD-DAC glossary,
//! SDMX (observation status), UN and NATO recommendation and lessons tracking.
//! Never holds anything computed: no change, no overdue, no judgement.

mod commitment;
mod metric;
mod placed;
mod unreadable;

pub use commitment::{Due, Standing};
pub use metric::{Baseline, Observation, Target, Thresholds, Value};
pub use placed::Placed;
pub use unreadable::Unreadable;
