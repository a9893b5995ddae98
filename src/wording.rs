//! Wording: every sentence the program says.
//!
//! Never computes a number and never lays out a line.
