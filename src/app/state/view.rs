//! View: what is looked at, and where in it.
//!
//! Knows no item of the document: how far its rows and texts go is for who writes it to know.

use crate::app::layer::Layer;
use crate::app::listing::Listing;
use crate::app::tab::{Tab, TabTable};
use crate::figures::Since;
use crate::wording::Pointer;
use std::collections::VecDeque;

/// What is looked at, and where in it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct View {
    /// The open tab.
    pub tab: Tab,
    /// The chosen row of each tab.
    pub rows: TabTable<usize>,
    /// The metric that still stands in full beside the list while the choice moves on; none if it is the chosen one.
    pub beside: Option<usize>,
    /// All initiatives, most urgent first; frozen like the lists.
    pub order: Vec<usize>,
    /// The lists that can be filtered; frozen until their choices, the tab or the file change.
    pub lists: TabTable<Option<Listing>>,
    /// What lies over the tab, the topmost last.
    pub layers: Vec<Layer>,
    /// The search, if there is one.
    pub find: Option<Find>,
    /// What changes on the tab of metrics and in its details are counted from.
    pub since: Since,
    /// Whether a metric's values are shown as a table.
    pub table: bool,
    /// How many periods before the latest the columns of a metric end.
    pub periods_back: usize,
}

/// A search.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Find {
    /// What is looked for.
    pub query: String,
    /// Whether it is still being typed.
    pub typing: bool,
    /// Where it stands, in the order of the tabs.
    pub hits: Vec<Pointer>,
    /// Which hit is shown.
    pub at: usize,
    /// What was not looked at yet; none once everything was.
    pub rest: Option<Unlooked>,
}

/// What a search has not looked at yet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Unlooked {
    /// What held a shorter text of which this one is a longer form; first.
    pub(in crate::app) held: VecDeque<Pointer>,
    /// How many of all items were looked at for that; the others come then.
    pub(in crate::app) looked_at: Option<usize>,
}

impl Unlooked {
    /// Everything.
    pub(in crate::app) fn from_the_beginning() -> Self {
        Self { looked_at: Some(0), ..Self::default() }
    }
}

impl View {
    /// What lies over everything else.
    pub fn top(&self) -> Option<Layer> {
        self.layers.last().copied()
    }

    /// The topmost page over the tab: the small boxes of changes lie on it.
    pub fn page(&self) -> Option<Layer> {
        self.layers.iter().rev().find(|layer| !layer.is_menu()).copied()
    }

    /// Whether an item is open in full, be it under other layers.
    pub(in crate::app) fn has_detail(&self) -> bool {
        self.layers.iter().any(|layer| matches!(layer, Layer::Detail(_)))
    }

    /// The search whose text is being typed.
    pub fn typed_search(&self) -> Option<&Find> {
        self.find.as_ref().filter(|find| find.typing)
    }

    /// Lays something over the tab; the same key closes it again.
    pub(in crate::app) fn lay_over(&mut self, layer: Layer) {
        let same = |top: Layer| std::mem::discriminant(&top) == std::mem::discriminant(&layer);
        if self.top().is_some_and(same) {
            self.layers.pop();
        } else {
            self.layers.retain(|under| matches!(under, Layer::Detail(_) | Layer::Slides));
            self.layers.push(layer);
        }
    }

    /// Scrolls the text on top to this row, or chooses it there.
    pub(in crate::app) fn scroll_to(&mut self, row: usize) {
        if let Some(at) = self.layers.last_mut().and_then(Layer::at_mut) {
            *at = row;
        }
    }

    /// Closes the menu of changes, and the words of a lifecycle with it.
    pub(in crate::app) fn close_menus(&mut self) {
        self.layers.retain(|layer| !layer.is_menu());
    }
}
