//! Output: frames and programmes as text that leaves the program.
//!
//! Never writes a file.

mod report;

pub use report::report;
