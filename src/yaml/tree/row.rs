//! Row: the steps through a text in their order, and what is kept beside them.
//!
//! Never holds the text: whoever walks it brings it along.

use super::mark::Mark;
use super::trouble::Trouble;
use super::{ScalarStyle, StructureStyle};

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

/// One step through a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::yaml) struct TreeStep {
    pub what: What,
    pub tag: Tag,
    /// Whether some alias stands for it.
    pub is_repeated: bool,
    /// Whether it could not be read; the trouble is reported already.
    pub is_lost: bool,
    pub mark: Mark,
    /// The number of its anchor, or of the one an alias names; 0 for none.
    pub anchor: u32,
    /// Of a scalar, where its text is; of a list, a mapping or a gap, how many steps it takes; of an alias, the step
    /// it stands for.
    pub more: u32,
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
