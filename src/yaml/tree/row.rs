//! Row: the steps through a text in their order, and what is kept beside them.
//!
//! Never holds the text: whoever walks it brings it along.

use super::mark::Mark;
use super::trouble::Trouble;
use super::{ScalarStyle, StructureStyle};
use std::ops::Range;

/// What a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::yaml) enum What {
    /// A single value, and how it is written.
    Scalar(ScalarStyle),
    /// `*name`
    Alias,
    /// A list begins.
    List(StructureStyle),
    /// A mapping begins.
    Mapping(StructureStyle),
    /// The innermost list or mapping ends.
    End,
    /// What could not be read of a section; nothing of it is a part of the whole, but its anchors are known.
    Gap,
}

/// What there is to say of a few steps, each a bit of one byte: a text has a step for each of its words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::yaml) struct StepState(u8);

impl StepState {
    /// An anchor names it, or it is an alias of one: its number stands in the tree.
    pub(super) const NAMED: Self = Self(1);
    /// Some alias stands for it.
    pub(super) const REPEATED: Self = Self(2);
    /// It could not be read; the trouble is reported already.
    pub(super) const LOST: Self = Self(4);

    pub(super) const fn set(&mut self, state: Self) {
        self.0 |= state.0;
    }

    pub(super) const fn has(self, state: Self) -> bool {
        self.0 & state.0 != 0
    }
}

/// One step through a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::yaml) struct TreeStep {
    pub what: What,
    pub tag: Tag,
    pub state: StepState,
    pub mark: Mark,
    /// Of a scalar, where its text is; of a list, a mapping or a gap, how many steps it takes; of an alias, the step
    /// it stands for.
    pub more: u32,
}

impl TreeStep {
    /// Whether an anchor names it, or it is an alias of one.
    pub(in crate::yaml) const fn is_named(&self) -> bool {
        self.state.has(StepState::NAMED)
    }

    /// Whether it could not be read.
    pub(super) const fn is_lost(&self) -> bool {
        self.state.has(StepState::LOST)
    }

    /// How many steps it takes with all that stands in it.
    pub(in crate::yaml) fn length(&self) -> usize {
        match self.what {
            What::List(_) | What::Mapping(_) | What::Gap => self.more.max(1) as usize,
            What::Scalar(_) | What::Alias | What::End => 1,
        }
    }
}

/// The tag of a value.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Tag {
    /// None.
    #[default]
    None,
    /// One that says what is read anyway.
    Usual,
    /// `!!str`: a text, whatever it looks like.
    Text,
    /// Any other: has no meaning here.
    Foreign,
}

/// A text as YAML understands it. It does not hold the text: whoever walks it brings it along.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Tree {
    pub(super) steps: Vec<TreeStep>,
    /// The steps that are named, in their order, each with the number of its anchor.
    pub(super) anchors: Vec<(u32, u32)>,
    /// The texts that do not stand in the file letter by letter.
    pub(super) texts: Vec<Box<str>>,
    /// Where the root is; none when the text is empty or nothing of it could be read.
    pub(super) root: Option<u32>,
    /// What is wrong with the YAML without costing a section.
    pub troubles: Vec<Trouble>,
    /// What broken YAML has cost.
    pub broken: Vec<BrokenSection>,
    /// The line of the first thing in the whole text that is no YAML.
    pub unsound: Option<usize>,
    /// Where the first document ends.
    pub end: u32,
    /// How many documents the text has.
    pub documents: usize,
}

/// A section that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct BrokenSection {
    /// Its key in column 0; empty for a text without sections.
    pub key: String,
    /// Where the key stands.
    pub mark: Mark,
    /// Why.
    pub trouble: Trouble,
}

impl Tree {
    pub(in crate::yaml) fn steps(&self) -> &[TreeStep] {
        &self.steps
    }

    /// The numbers of the anchors of some steps, each with the place of its step among them.
    pub(in crate::yaml) fn anchors_in(&self, steps: Range<usize>) -> impl Iterator<Item = (usize, u32)> + '_ {
        let before = |end: usize| self.anchors.partition_point(|(step, _)| (*step as usize) < end);
        let own = self.anchors.get(before(steps.start)..before(steps.end)).unwrap_or_default();
        own.iter().map(move |(step, anchor)| (*step as usize - steps.start, *anchor))
    }

    /// The text of a scalar's step.
    pub(in crate::yaml) fn text_of<'t>(&'t self, step: &TreeStep, text: &'t str) -> &'t str {
        let number = (step.more & !Self::APART) as usize;
        if step.more & Self::APART != 0 {
            return self.texts.get(number).map_or("", |text| text);
        }
        let quote = usize::from(step.what != What::Scalar(ScalarStyle::Plain));
        let start = step.mark.start as usize + quote;
        text.get(start..start + number).unwrap_or("")
    }

    /// Marks a text that is kept apart.
    pub(super) const APART: u32 = 1 << 31;
}
