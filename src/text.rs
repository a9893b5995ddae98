//! Text: display width, cutting, wrapping, cleaning, numbers and dates as people read them.
//!
//! Never knows what a metric is.

pub mod date;
pub mod number;
