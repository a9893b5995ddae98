//! Wording: every sentence the program says.
//!
//! Never computes a number and never lays out a line.

pub mod change;
pub mod target;
pub mod value;
