//! Tab: the tabs in their order, and the key of each.
//!
//! What a tab shows stands in its row of the table of sections.

use super::event::{Key, KeyCode};
use strum::{EnumCount, EnumTable, IntoStaticStr, VariantArray};

/// The tabs, in their order. What is kept for each of them is a [`TabTable`], which has no hole.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, EnumCount, EnumTable, IntoStaticStr, VariantArray,
)]
#[strum(serialize_all = "kebab-case")]
#[expect(missing_docs, reason = "the tabs' own names")]
pub enum Tab {
    #[default]
    Overview,
    Metrics,
    Initiatives,
    Recommendations,
    Evaluation,
    Meetings,
}

impl Tab {
    /// All tabs in order.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// The keys of all tabs, in their order.
    pub const KEYS: [Key; Self::COUNT] = {
        assert!(Self::COUNT <= 9, "a tab has one digit");
        let mut keys = [Self::Overview.key(); Self::COUNT];
        let mut at = 0;
        while at < Self::COUNT {
            keys[at] = Self::ALL[at].key();
            at += 1;
        }
        keys
    };

    /// The key that opens it: 1, 2, 3 and so on.
    pub const fn key(self) -> Key {
        Key { code: KeyCode::Char((b'1' + self as u8) as char), ctrl: false }
    }

    /// The tab this key opens.
    pub(super) fn of_key(key: Key) -> Option<Self> {
        Self::ALL.iter().copied().find(|tab| tab.key() == key)
    }

    /// Position from 1, as its key says.
    pub const fn number(self) -> usize {
        self as usize + 1
    }

    /// The name in commands and in names of files.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// The tab this many steps further, around the end.
    pub(super) fn step(self, by: usize) -> Self {
        Self::ALL.get((self as usize + by) % Self::COUNT).copied().unwrap_or(self)
    }
}
