//! Reading: what a text was understood to mean.
//!
//! Never read by itself.

use super::finding::Finding;
use crate::programme::{Programme, Unread};
use crate::text::{Place, Source};
use crate::yaml::Tree;
use chrono::NaiveDate;
use std::sync::Arc;

/// What a text was understood to mean. Reading never fails: `programme` holds what is sound and
/// `findings` say what is not, in the order of their places.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reading {
    /// The text that was read.
    pub source: Source,
    /// What it means.
    pub programme: Programme,
    /// What is wrong with it.
    pub findings: Vec<Finding>,
    /// The day it was held against, if it was: then `findings` name what cannot be of a day to come.
    pub today: Option<NaiveDate>,
    /// Whether nothing of the text could be read as a programme: it does not parse at all, is empty,
    /// or is no mapping. The last good view then stays (one broken section does not count).
    pub unreadable: bool,
    /// The text as YAML understands it: what both reading and editing walk.
    pub(super) tree: Arc<Tree>,
    /// Whether that is the tree of the text as it is written; in a text with conflict marks or control characters in
    /// it, it is that of the text without them.
    pub(super) is_as_written: bool,
}

impl Reading {
    /// The tree of the text, letter by letter.
    pub(super) fn tree_as_written(&self) -> Arc<Tree> {
        if self.is_as_written { Arc::clone(&self.tree) } else { Arc::new(Tree::read(self.source.text())) }
    }

    /// Whether the text is YAML from its first line to its last. No change is made to a text with a syntax
    /// error or marks of a merge in it, though its sound sections can be shown.
    pub fn can_be_changed(&self) -> bool {
        self.tree_as_written().unsound.is_none()
    }

    /// The findings whose place lies inside this one.
    pub fn findings_in(&self, place: &Place) -> &[Finding] {
        let before = |at: usize| self.findings.partition_point(|finding| finding.place.start() < at);
        self.findings.get(before(place.start())..before(place.end())).unwrap_or_default()
    }

    /// Why an item could not be read: the findings inside it, else the first one behind its beginning.
    pub fn reasons(&self, unread: &Unread) -> &[Finding] {
        let inside = self.findings_in(&unread.place);
        if !inside.is_empty() {
            return inside;
        }
        let start = self.source.line_start(unread.place.line());
        let from = self.findings.partition_point(|finding| finding.place.start() < start);
        self.findings.get(from..=from).unwrap_or_default()
    }
}
