//! Sections: the one table of what tabs there are and what each of them shows.
//!
//! A new one is a name among the tabs, a row here, and a page in the view.

mod evaluation;
mod initiatives;
mod meetings;
mod metrics;
mod overview;
mod recommendations;
mod row;

use super::question::Question;
use super::state::State;
use super::tab::Tab;
use crate::figures::Since;
use crate::programme::Section;
use crate::wording::{self, Paragraph, Phrase};
pub use row::{Content, Head, ListRow, Pointers, SectionRow, TabRow};
pub(super) use row::{More, SlideRow};
use std::sync::Arc;

impl Tab {
    /// What stands of it in the table of sections.
    pub const fn row(self) -> &'static TabRow {
        match self {
            Self::Overview => &overview::TAB,
            Self::Metrics => &metrics::TAB,
            Self::Initiatives => &initiatives::TAB,
            Self::Recommendations => &recommendations::TAB,
            Self::Evaluation => &evaluation::TAB,
            Self::Meetings => &meetings::TAB,
        }
    }

    /// The name on the screen.
    pub const fn title(self) -> &'static str {
        self.row().title
    }

    /// The section of the file it shows; the overview shows all of them.
    pub fn section(self) -> Option<Section> {
        self.row().section.as_ref().map(|row| row.section)
    }

    /// The tab that shows a section, where one does.
    pub fn of(section: Section) -> Option<Self> {
        Self::ALL.iter().copied().find(|tab| tab.section() == Some(section))
    }
}

/// What a tab says as a whole, with changes counted from this.
#[derive(PartialEq)]
struct TabMessage(Tab, Since);

impl Question for TabMessage {
    type Answer = Phrase;

    fn answer(&self, state: &State) -> Phrase {
        (self.0.row().message)(&state.content().counted_from(self.1))
    }
}

impl State {
    /// What a tab says as a whole, with changes counted from this.
    pub fn message(&self, tab: Tab, since: Since) -> Arc<Phrase> {
        self.ask(TabMessage(tab, since))
    }
}

/// Everything about a programme that is on no tab.
pub fn about(of: &Content<'_>) -> Vec<Paragraph> {
    wording::about(of.programme, of.figures, |section| Tab::of(section).is_some())
}

/// All sections that have a tab, in their order.
pub fn sections() -> impl Iterator<Item = &'static SectionRow> {
    Tab::ALL.iter().filter_map(|tab| tab.row().section.as_ref())
}

/// What stands of a section in the table, where it has a tab.
pub fn row_of(section: Section) -> Option<&'static SectionRow> {
    sections().find(|row| row.section == section)
}
