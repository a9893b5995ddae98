//! Layer: what lies over the open tab.

/// Something that lies over the tab.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layer {
    /// The chosen item in full, its text scrolled by this many lines.
    Detail(usize),
    /// The programme in full.
    About(usize),
    /// Keys and signs.
    Help(usize),
    /// The findings, the chosen one by index.
    Problems(usize),
    /// What can be changed on the chosen item; the chosen row.
    Menu(usize),
    /// The words of its lifecycle; the chosen row.
    Words(usize),
    /// The slides.
    Slides,
}

impl Layer {
    /// Whether it is one of the small boxes of changes, which lie on what they are about.
    pub const fn is_menu(self) -> bool {
        matches!(self, Self::Menu(_) | Self::Words(_))
    }

    /// The chosen row, or how far it is scrolled; none for the slides.
    pub fn at(mut self) -> Option<usize> {
        self.at_mut().copied()
    }

    /// The same, to be changed.
    pub(super) const fn at_mut(&mut self) -> Option<&mut usize> {
        match self {
            Self::Detail(at)
            | Self::About(at)
            | Self::Help(at)
            | Self::Problems(at)
            | Self::Menu(at)
            | Self::Words(at) => Some(at),
            Self::Slides => None,
        }
    }
}
