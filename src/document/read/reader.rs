//! Reader: what reading one text carries along, and how it reports.
//!
//! Never decides what is wrong.

use super::diagnostics::Diagnostics;
use crate::document::finding::{Finding, Severity};
use crate::programme::fields::{Field, Part, Weight};
use crate::programme::{Extent, Section, Unread};
use crate::text::{Place, Source};
use crate::yaml::tree::Node;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// How many things that could not be read are listed: as many as a file may have items.
const MOST_UNREAD: usize = 500_000;

/// What reading one text carries along.
#[derive(Debug)]
pub(super) struct Reader<'s> {
    pub(super) source: &'s Source,
    pub(super) diagnostics: Diagnostics,
    pub(super) unread: Vec<Unread>,
    /// Lines that were not merged, each with the column in which what stands there begins.
    pub(super) unmerged: Vec<(Range<usize>, usize)>,
    /// The fields whose other names have been pointed out.
    pub(super) said: BTreeSet<(Part, &'static str)>,
    /// The names that stand behind a star anywhere in the text, once they were looked for.
    pub(super) repeated: Arc<OnceLock<BTreeSet<&'s str>>>,
}

impl<'s> Reader<'s> {
    pub(super) fn new(source: &'s Source) -> Self {
        Self {
            source,
            diagnostics: Diagnostics::default(),
            unread: Vec::new(),
            unmerged: Vec::new(),
            said: BTreeSet::new(),
            repeated: Arc::default(),
        }
    }

    /// One that reads a part of the same text beside this one.
    pub(super) fn beside(&self) -> Self {
        Self {
            unmerged: self.unmerged.clone(),
            repeated: Arc::clone(&self.repeated),
            ..Self::new(self.source)
        }
    }

    /// Whether it had nothing to say so far: what it has read would have been read the same by any other.
    pub(super) fn is_silent(&self) -> bool {
        self.diagnostics.is_empty() && self.unread.is_empty() && self.said.is_empty()
    }

    /// Counts a finding that is one too many; whether it is. Its words need not be found then.
    pub(super) fn is_beyond(&mut self, severity: Severity, place: &Place) -> bool {
        let is_full = self.diagnostics.is_full(severity);
        if is_full {
            self.diagnostics.pass(severity, *place);
        }
        is_full
    }

    /// Lists something that could not be read.
    pub(super) fn lose(&mut self, section: Section, place: Place, title: Option<String>, extent: Extent) {
        if self.unread.len() < MOST_UNREAD {
            self.unread.push(Unread { place, section, title, extent });
        }
    }

    /// Lists a section, or what is left of it, that could not be read.
    pub(super) fn lose_section(&mut self, section: Section, place: Place) {
        self.lose(section, place, None, Extent::Section);
    }

    pub(super) fn report(&mut self, finding: Finding) {
        self.diagnostics.add(finding);
    }

    /// What a node is written as.
    pub(super) fn written(&self, node: Node<'_>) -> &'s str {
        self.source.text().get(node.mark().place().span()).unwrap_or("")
    }

    /// The place a finding points at: what stands in the first line.
    pub(super) fn spot(&self, node: Node<'_>) -> Place {
        self.source.in_one_line(&node.mark().place())
    }
}

/// A field as an item gives it.
#[derive(Clone, Copy)]
pub(super) struct Slot<'t> {
    /// Its row of the table.
    pub field: &'static Field,
    /// Its key as it is written.
    pub key: Node<'t>,
    /// Its value.
    pub value: Node<'t>,
}

/// How bad a mistake in a field is: whether what is shown would be wrong.
pub(super) fn severity_of(field: &Field) -> Severity {
    match field.weight {
        Weight::Needed | Weight::Figure => Severity::Error,
        Weight::Expected | Weight::Remark => Severity::Warning,
    }
}
