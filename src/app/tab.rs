//! Tab: the six tabs, their order and names.

/// The six tabs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the tabs' own names")]
pub enum Tab {
    Overview,
    Metrics,
    Initiatives,
    Recommendations,
    Evaluation,
    Meetings,
}

impl Tab {
    /// All tabs in order.
    pub const ALL: [Self; 6] = [
        Self::Overview,
        Self::Metrics,
        Self::Initiatives,
        Self::Recommendations,
        Self::Evaluation,
        Self::Meetings,
    ];

    /// The name on the screen.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Overview => "Overview",
            Self::Metrics => "Metrics",
            Self::Initiatives => "Initiatives",
            Self::Recommendations => "Recommendations",
            Self::Evaluation => "Evaluation",
            Self::Meetings => "Meetings",
        }
    }

    /// Position from 0.
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The tab this many steps further, around the end.
    pub(super) fn step(self, by: usize) -> Self {
        Self::ALL.get((self.index() + by) % Self::ALL.len()).copied().unwrap_or(self)
    }
}
