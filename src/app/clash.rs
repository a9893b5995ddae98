//! Clash: a change that meets one of somebody else, and what waits for the decision with it.
//!
//! Never decides.

use super::history::{Operation, Step, Version};

/// A step that meets a change of somebody else: both set the same field, or the item is gone. Nothing of it
/// is written until the user has chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct Clash {
    /// What was wanted.
    pub step: Step,
    /// The version it was wanted for.
    pub own: Version,
    /// What was done after it, and waits with it.
    pub rest: Vec<Operation>,
    /// A clash that was there before, and is decided after this one.
    pub behind: Option<Box<Self>>,
}

impl Clash {
    /// What waits, each as a phrase.
    pub(super) fn waiting(&self) -> Vec<String> {
        let rest = self.rest.iter().filter_map(Operation::what);
        let behind = self.behind.iter().flat_map(|behind| behind.waiting());
        std::iter::once(self.step.what.clone()).chain(rest).chain(behind).collect()
    }
}
