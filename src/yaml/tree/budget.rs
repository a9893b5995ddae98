//! Budgets: what a text may cost, in counts and in bytes, and how much of that is used up.
//!
//! A text is at most some megabytes long, and nothing it stands for may be out of proportion to that: repetitions are
//! counted by the bytes they stand for, and a text that has more parts than there is memory for is refused before
//! the memory is gone, because a program that asks for too much is ended without a word.

use super::trouble::TroubleKind;
use std::hint::black_box;

/// The longest text that is read, in bytes.
pub(crate) const MAX_BYTES: usize = 32 * 1024 * 1024;
/// How deep lists and mappings may stand in each other.
pub(crate) const MAX_DEPTH: u32 = 64;
/// How many values, keys, lists and mappings a text may have: more than 20 MB of programme hold.
pub(crate) const MAX_NODES: u32 = 4_000_000;
/// How many of them may be mappings: 20 MB of programme have one for 40 bytes, and an item fills more.
pub(crate) const MAX_GROUPS: u32 = 500_000;
/// How many anchors a text may have: each is kept by its name to the end.
pub(crate) const MAX_ANCHORS: usize = 100_000;
/// How many aliases a text may use.
pub(crate) const MAX_ALIASES: u32 = 1_000;
/// How many nodes all aliases together may stand for.
pub(crate) const MAX_EXPANSION: u32 = 200_000;
/// How many bytes of text all aliases together may stand for: as many as all of them have if each repeats four pages.
pub(crate) const MAX_REPEATED: u32 = 8_000_000;
/// How many merge keys (`<<`) a text may use.
pub(crate) const MAX_MERGES: u32 = 500;

/// After how many nodes it is asked again whether there is memory for the rest.
const STEP: u32 = 1 << 16;
/// About what a group of keys takes beside the place in its list, once it is understood and computed, in bytes.
const GROUP: usize = 100;
/// About what a single value takes beside its text.
const VALUE: usize = 16;

/// How much a node stands for, aliases counted out.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Size {
    /// Values, keys, lists and mappings.
    pub nodes: u32,
    /// Mappings alone.
    pub groups: u32,
    /// Bytes of text.
    pub bytes: u32,
    /// Levels.
    pub height: u32,
}

impl Size {
    /// A single value with a text.
    pub(crate) fn of(text: &str) -> Self {
        Self { nodes: 1, bytes: u32::try_from(text.len()).unwrap_or(u32::MAX), ..Self::default() }
    }

    /// A list or a mapping without anything in it.
    pub(crate) fn empty(is_group: bool) -> Self {
        Self { nodes: 1, groups: u32::from(is_group), ..Self::default() }
    }

    /// The same with another node in it.
    pub(crate) fn and(self, inner: Self) -> Self {
        Self { height: self.height.max(inner.height), ..self.beside(inner) }
    }

    /// The same with another node beside it.
    fn beside(self, other: Self) -> Self {
        Self {
            nodes: self.nodes.saturating_add(other.nodes),
            groups: self.groups.saturating_add(other.groups),
            bytes: self.bytes.saturating_add(other.bytes),
            height: self.height,
        }
    }
}

/// How much of each budget is used up.
#[derive(Debug, Default)]
pub(crate) struct Used {
    /// What stands in the text itself.
    own: Size,
    /// What all aliases stand for.
    repeated: Size,
    aliases: u32,
    merges: u32,
    /// Which budget of repetitions is used up: from there on none is read.
    over: Option<TroubleKind>,
    /// Whether that was said.
    said: bool,
}

impl Used {
    /// Counts one node of the text.
    pub(crate) fn node(&mut self, is_group: bool, text: u32) -> Result<(), TroubleKind> {
        self.own = self.own.beside(Size { bytes: text, ..Size::empty(is_group) });
        if self.own.nodes > MAX_NODES || self.own.groups > MAX_GROUPS {
            return Err(TroubleKind::TooMany);
        }
        Ok(())
    }

    /// Whether there is memory for what is still needed before everything is understood: `growing` for lists that
    /// outgrow their places, and what all of it becomes. Asked once in a while.
    pub(crate) fn room(&self, growing: impl FnOnce() -> usize) -> Result<(), TroubleKind> {
        let is_due = self.own.nodes.is_multiple_of(STEP);
        if is_due && !is_room_for(growing() + self.to_come()) { Err(TroubleKind::NoRoom) } else { Ok(()) }
    }

    /// Counts one alias of what is so large, at `depth`.
    pub(crate) fn alias(&mut self, size: Size, depth: usize) -> Result<(), TroubleKind> {
        if let Some(kind) = self.over {
            return Err(kind);
        }
        let repeated = self.repeated.beside(size);
        if self.aliases >= MAX_ALIASES || repeated.nodes > MAX_EXPANSION {
            self.over = Some(TroubleKind::TooManyAliases);
            return Err(TroubleKind::TooManyAliases);
        }
        if repeated.bytes > MAX_REPEATED {
            self.over = Some(TroubleKind::TooLongAliases);
            return Err(TroubleKind::TooLongAliases);
        }
        // What is refused takes no memory, and is not counted.
        self.aliases += 1;
        self.repeated = repeated;
        if u32::try_from(depth).unwrap_or(u32::MAX).saturating_add(size.height) > MAX_DEPTH {
            return Err(TroubleKind::TooDeep);
        }
        Ok(())
    }

    /// Counts one merge key.
    pub(crate) fn merge(&mut self) {
        self.merges += 1;
    }

    /// What stands in the text itself.
    pub(crate) const fn own(&self) -> Size {
        self.own
    }

    /// Whether nothing in it was repeated or inherited.
    pub(crate) const fn is_alone(&self) -> bool {
        self.aliases == 0 && self.merges == 0 && self.over.is_none()
    }

    /// Whether there were more merge keys than are read.
    pub(crate) const fn is_out_of_merges(&self) -> bool {
        self.merges > MAX_MERGES
    }

    /// Whether this is to be said of a repetition: where one budget is used up, once for all that follow.
    pub(crate) fn is_news(&mut self, kind: TroubleKind) -> bool {
        let is_used_up = matches!(kind, TroubleKind::TooManyAliases | TroubleKind::TooLongAliases);
        !is_used_up || !std::mem::replace(&mut self.said, true)
    }

    /// About how many bytes all of it becomes, beside the places in lists of items.
    fn to_come(&self) -> usize {
        let all = self.own.beside(self.repeated);
        let count = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
        count(all.nodes) * VALUE + count(all.groups) * GROUP + count(all.bytes)
    }
}

/// Whether there is memory for so many bytes, with as many again: what grows is copied on the way. They are asked for
/// and given back untouched, which costs next to nothing.
pub(crate) fn is_room_for(bytes: usize) -> bool {
    let mut probe: Vec<u8> = Vec::new();
    let is_there = probe.try_reserve_exact(bytes.saturating_mul(2)).is_ok();
    black_box(&probe);
    is_there
}
