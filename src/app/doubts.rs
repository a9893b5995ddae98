//! Doubts: what is wrong in the file, by the items it is wrong with.
//!
//! Never decides how that is shown.

use super::question::Question;
use super::state::State;
use super::tab::Tab;
use crate::document::{Finding, Reading, Severity};
use crate::figures::Attention;
use crate::programme::Section;
use crate::text::Source;
use crate::wording::{self, Demand, Phrase, Pointer};
use std::sync::Arc;

/// What could not be read of the section a tab shows.
#[derive(PartialEq)]
struct UnreadOn(Tab);

impl Question for UnreadOn {
    type Answer = Vec<usize>;

    fn answer(&self, state: &State) -> Self::Answer {
        let Some(section) = self.0.section() else { return Vec::new() };
        let all = state.programme().unread.iter().enumerate();
        all.filter(|(_, item)| item.section == section).map(|(at, _)| at).collect()
    }
}

/// How much could not be read, in a section or in all.
#[derive(PartialEq)]
struct NotRead(Option<Section>);

impl Question for NotRead {
    type Answer = Option<Phrase>;

    fn answer(&self, state: &State) -> Self::Answer {
        wording::not_read(state.programme(), self.0)
    }
}

impl State {
    /// The findings of the text that is on the disk: of the broken one, where there is one.
    pub fn findings(&self) -> &[Finding] {
        &self.on_disk().findings
    }

    /// The text the findings are about.
    pub fn findings_source(&self) -> &Source {
        &self.on_disk().source
    }

    fn on_disk(&self) -> &Reading {
        self.document.broken.as_ref().map_or(self.reading(), |broken| &broken.reading)
    }

    /// How much could not be read, in a section or in all; none where all was.
    pub fn not_read(&self, section: Option<Section>) -> Arc<Option<Phrase>> {
        self.ask(NotRead(section))
    }

    /// One thing that needs attention, in words.
    pub fn demand(&self, item: &Attention) -> Demand {
        if *item == Attention::NotRead {
            return Demand::of_unread((*self.not_read(None)).clone().unwrap_or_default());
        }
        wording::attention(item, self.programme(), self.figures())
    }

    /// What could not be read of the section a tab shows, by its place in the list of such things.
    pub fn unread_on(&self, tab: Tab) -> Arc<Vec<usize>> {
        self.ask(UnreadOn(tab))
    }

    /// What is wrong inside an item; for what could not be read, why.
    pub fn findings_of(&self, pointer: Pointer) -> &[Finding] {
        match (pointer, self.head(pointer)) {
            (Pointer::Unread(at), _) => {
                let item = self.programme().unread.get(at);
                item.map(|item| self.reading().reasons(item)).unwrap_or_default()
            }
            (_, Some((_, place))) => self.reading().findings_in(place),
            (_, None) => &[],
        }
    }

    /// What stands before the name of an item: a mark where something is wrong inside it. Hints are matters of
    /// style and mark nothing.
    pub fn mark(&self, pointer: Pointer) -> &'static str {
        let wrong = self.findings_of(pointer).iter().any(|finding| finding.severity > Severity::Hint);
        if wrong { wording::MARK } else { "" }
    }

    /// The item a finding is about; none where it is about no item that a tab shows. While the text on the
    /// disk cannot be read, its findings are about none of the items that are shown.
    pub fn item_of(&self, finding: &Finding) -> Option<Pointer> {
        self.document.broken.is_none().then_some(())?;
        let at = finding.place.start();
        let holds =
            |pointer: &Pointer| self.head(*pointer).is_some_and(|(_, place)| place.span().contains(&at));
        let why = |pointer: &Pointer| self.findings_of(*pointer).iter().any(|reason| reason == finding);
        let unread = (0..self.programme().unread.len()).map(Pointer::Unread);
        let mut unread = unread.filter(|pointer| holds(pointer) || why(pointer));
        unread.next().or_else(|| self.items().chain([Pointer::About]).find(holds))
    }
}
