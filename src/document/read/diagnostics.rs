//! Diagnostics: all findings of one reading, and no more of each severity than anybody reads.
//!
//! Words may quote the text, and every text is hostile: none leaves here uncleaned.

use super::lookalike::explained;
use crate::document::finding::{Code, Finding, Severity};
use crate::text::clean;
use crate::text::{Place, Source};
use std::borrow::Cow;
use std::cmp::Reverse;

/// How many findings of each severity are kept.
const MOST: usize = 1_000;

/// Findings in the making.
#[derive(Debug, Default)]
pub(super) struct Diagnostics {
    kept: Vec<Finding>,
    counts: [usize; 3],
    /// Where the last finding was that was not kept.
    beyond: Place,
}

impl Diagnostics {
    /// Keeps a finding, or counts it.
    pub(super) fn add(&mut self, finding: Finding) {
        if self.is_full(finding.severity) {
            self.pass(finding.severity, finding.place);
            return;
        }
        self.count(finding.severity);
        self.kept.push(finding);
    }

    /// Whether nothing was found.
    pub(super) fn is_empty(&self) -> bool {
        self.counts == [0; 3]
    }

    /// Whether no further finding of this severity is kept, so that its words need not be found.
    pub(super) fn is_full(&self, severity: Severity) -> bool {
        self.counts.get(severity as usize).is_some_and(|count| *count >= MOST)
    }

    /// Tells whether no error and no warning stands inside a place.
    pub(super) fn soundness(&self) -> impl Fn(&Place) -> bool + use<> {
        let wrong = self.kept.iter().filter(|finding| finding.severity > Severity::Hint);
        let mut starts: Vec<usize> = wrong.map(|finding| finding.place.start()).collect();
        starts.sort_unstable();
        move |place| {
            let before = |at: usize| starts.partition_point(|start| *start < at);
            before(place.start()) == before(place.end())
        }
    }

    /// Counts a finding that is not kept.
    pub(super) fn pass(&mut self, severity: Severity, place: Place) {
        self.count(severity);
        if place.start() >= self.beyond.start() {
            self.beyond = place;
        }
    }

    fn count(&mut self, severity: Severity) {
        if let Some(count) = self.counts.get_mut(severity as usize) {
            *count += 1;
        }
    }

    /// All that was kept, by place and each once, and last how many more there were.
    pub(super) fn in_order(mut self, source: &Source) -> Vec<Finding> {
        self.kept = self.kept.into_iter().map(|finding| harmless(explained(finding, source))).collect();
        self.kept.sort_by_key(|finding| (finding.place.start(), Reverse(finding.severity)));
        self.kept.dedup_by(|later, first| {
            later.code == first.code
                && later.place.span() == first.place.span()
                && later.message == first.message
        });
        let more: usize = self.counts.iter().map(|count| count.saturating_sub(MOST)).sum();
        if more > 0 {
            let at = self.kept.last().map_or(0, |last| last.place.start());
            let message = format!("Further findings are not listed: {more}");
            let place = if self.beyond.start() < at { self.kept.last().map(|last| last.place) } else { None };
            let finding = Finding::new(Code::TooManyFindings, place.unwrap_or(self.beyond), message);
            self.kept.push(finding.label("the last place").help("Put the first ones right and check again."));
        }
        self.kept
    }
}

/// The finding with words that can steer no terminal.
fn harmless(mut finding: Finding) -> Finding {
    let also = finding.also.iter_mut().map(|(_, label)| label);
    let words = [&mut finding.message, &mut finding.label];
    for text in words.into_iter().chain(&mut finding.help).chain(also) {
        if let Cow::Owned(cleaned) = clean(text) {
            *text = cleaned;
        }
    }
    finding
}
