//! State: everything the program knows while it runs.
//!
//! Never changed but by `update`.

use crate::document::Reading;
use crate::figures::Figures;

/// Everything the program knows while it runs.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// The last text that could be read, and what it means.
    pub good: Reading,
    /// What is computed from it.
    pub figures: Figures,
}
