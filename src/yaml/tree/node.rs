//! Node: a place in the row of steps, seen as a value with its parts.
//!
//! Never decides what to write.

use super::mark::Mark;
use super::row::{StepState, Tag, Tree, TreeStep, What};
use super::{ScalarStyle, StructureStyle};

impl Tree {
    /// The outermost node of the first document; `text` is the one the tree was read from.
    pub(crate) fn root<'t>(&'t self, text: &'t str) -> Option<Node<'t>> {
        self.root.map(|at| Node { tree: self, text, at })
    }
}

/// One value of the text: a scalar, an alias, a list or a mapping.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Node<'t> {
    pub(super) tree: &'t Tree,
    pub(super) text: &'t str,
    pub(super) at: u32,
}

impl PartialEq for Node<'_> {
    /// Whether it is the same part of the same text.
    fn eq(&self, other: &Self) -> bool {
        self.at == other.at && std::ptr::eq(self.tree, other.tree)
    }
}

/// What a value is, seen through anchors and aliases.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NodeKind<'t> {
    /// A single value, and how it is written.
    Text(&'t str, ScalarStyle),
    /// `- one` or `[one]`.
    List,
    /// `key: value` or `{key: value}`.
    Mapping,
    /// Could not be read; the trouble is reported already.
    Lost,
}

/// How a value is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NodeForm<'t> {
    /// A single value.
    Scalar(&'t str, ScalarStyle),
    /// `*name`
    Alias,
    /// `- one` or `[one]`.
    List(StructureStyle),
    /// `key: value` or `{key: value}`.
    Mapping(StructureStyle),
}

/// A key with its value, as it is written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Entry<'t> {
    /// The key.
    pub key: Node<'t>,
    /// The value; of no bytes where none is written.
    pub value: Node<'t>,
}

/// A key with its value, as a mapping gives it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Given<'t> {
    /// The key.
    pub key: Node<'t>,
    /// The value.
    pub value: Node<'t>,
    /// Whether it comes from a merge key.
    pub inherited: bool,
}

const NONE: TreeStep = TreeStep {
    what: What::Gap,
    tag: Tag::None,
    state: StepState::LOST,
    mark: Mark { start: 0, end: 0, line: 0, column: 0 },
    more: 1,
};

impl<'t> Node<'t> {
    fn step(self) -> &'t TreeStep {
        self.tree.steps.get(self.at as usize).unwrap_or(&NONE)
    }

    /// Where it stands; for an alias, where the alias stands.
    pub(crate) fn mark(self) -> Mark {
        self.step().mark
    }

    /// Whether nothing of it is written: it takes no byte.
    pub(crate) fn is_empty(self) -> bool {
        let mark = self.mark();
        mark.start == mark.end
    }

    /// Its tag; of an alias, that of what it stands for.
    pub(crate) fn tag(self) -> Tag {
        self.meant().step().tag
    }

    /// The tree it is a part of.
    pub(crate) const fn tree(self) -> &'t Tree {
        self.tree
    }

    /// The text it is a part of.
    pub(crate) const fn source(self) -> &'t str {
        self.text
    }

    /// The number of its first step.
    pub(crate) const fn first_step(self) -> usize {
        self.at as usize
    }

    /// The number of the step after its last.
    pub(crate) fn next_step(self) -> usize {
        self.at as usize + self.step().length()
    }

    /// The node that begins at one of its steps.
    pub(in crate::yaml) fn inner(self, step: usize) -> Self {
        Self { at: self.at.saturating_add(u32::try_from(step).unwrap_or(u32::MAX)), ..self }
    }

    /// Its steps, in order.
    pub(in crate::yaml) fn steps(self) -> &'t [TreeStep] {
        self.tree.steps.get(self.first_step()..self.next_step()).unwrap_or_default()
    }

    /// Whether two parts say the same in the same way, whatever their anchors are called.
    pub(crate) fn is_written_as(self, other: Node<'_>) -> bool {
        let is_same = |(a, b): (&TreeStep, &TreeStep)| {
            let is_word = matches!(a.what, What::Scalar(_));
            (a.what, a.tag, a.is_named()) == (b.what, b.tag, b.is_named())
                && (!is_word || self.text_of(a) == other.text_of(b))
        };
        self.steps().len() == other.steps().len() && self.steps().iter().zip(other.steps()).all(is_same)
    }

    /// The text of one of its steps.
    pub(in crate::yaml) fn text_of(self, step: &TreeStep) -> &'t str {
        self.tree.text_of(step, self.text)
    }

    /// The node itself, or the one an alias stands for.
    fn meant(self) -> Self {
        let step = self.step();
        if step.what == What::Alias && !step.is_lost() { Self { at: step.more, ..self } } else { self }
    }

    /// What it is, seen through anchors and aliases.
    pub(crate) fn kind(self) -> NodeKind<'t> {
        // Most nodes are texts that stand where they are meant.
        let step = self.step();
        if let What::Scalar(style) = step.what
            && !step.is_lost()
        {
            return NodeKind::Text(self.text_of(step), style);
        }
        let node = self.meant();
        let step = node.step();
        match step.what {
            _ if self.step().is_lost() || step.is_lost() => NodeKind::Lost,
            What::Scalar(style) => NodeKind::Text(node.text_of(step), style),
            What::List(_) => NodeKind::List,
            What::Mapping(_) => NodeKind::Mapping,
            What::Alias | What::End | What::Gap => NodeKind::Lost,
        }
    }

    /// How it is written.
    pub(crate) fn form(self) -> NodeForm<'t> {
        let step = self.step();
        match step.what {
            What::Scalar(style) => NodeForm::Scalar(self.text_of(step), style),
            What::List(style) => NodeForm::List(style),
            What::Mapping(style) => NodeForm::Mapping(style),
            What::Alias | What::End | What::Gap => NodeForm::Alias,
        }
    }

    /// Whether an anchor stands before it.
    pub(crate) fn is_anchored(self) -> bool {
        self.step().what != What::Alias && self.step().is_named()
    }

    /// Whether an anchor names it, or it is an alias.
    pub(crate) fn is_shared(self) -> bool {
        self.step().what == What::Alias || self.step().is_named()
    }

    /// Whether an alias somewhere in the text stands for it.
    pub(crate) fn is_repeated(self) -> bool {
        self.step().state.has(StepState::REPEATED)
    }

    /// Whether a tag stands before it.
    pub(crate) fn is_tagged(self) -> bool {
        self.step().tag != Tag::None
    }

    /// Whether it says nothing: an empty place, `~` or `null`.
    pub(crate) fn is_null(self) -> bool {
        match self.kind() {
            NodeKind::Text(text, ScalarStyle::Plain) => {
                matches!(text, "" | "~" | "null" | "Null" | "NULL") && self.tag() != Tag::Text
            }
            NodeKind::Text(..) | NodeKind::List | NodeKind::Mapping | NodeKind::Lost => false,
        }
    }

    /// The text of a single value.
    pub(crate) fn text(self) -> Option<&'t str> {
        match self.kind() {
            NodeKind::Text(text, _) => Some(text),
            NodeKind::List | NodeKind::Mapping | NodeKind::Lost => None,
        }
    }

    /// Whether it is the key for inheriting from another mapping.
    pub(super) fn is_merge_sign(self) -> bool {
        // Most keys are of another length, and need not be looked up.
        let step = self.step();
        let is_other = matches!(step.what, What::Scalar(_)) && step.more != 2;
        !is_other && self.kind() == NodeKind::Text("<<", ScalarStyle::Plain)
    }

    /// The parts of it if it is such a group, keys and values in turn; none of anything else.
    fn parts(self, kind: NodeKind<'_>) -> impl Iterator<Item = Self> {
        self.parts_from(self.meant().at + 1, kind)
    }

    /// Those from one of them on.
    fn parts_from(self, mut at: u32, kind: NodeKind<'_>) -> impl Iterator<Item = Self> {
        let is_such = self.kind() == kind;
        let end = if is_such { self.meant().next_step() - 1 } else { 0 };
        std::iter::from_fn(move || {
            loop {
                let part = ((at as usize) < end).then_some(Self { at, ..self })?;
                at = u32::try_from(part.next_step()).unwrap_or(u32::MAX);
                if part.step().what != What::Gap {
                    return Some(part);
                }
            }
        })
    }

    /// The items of a list; none of anything else.
    pub(crate) fn items(self) -> impl Iterator<Item = Self> {
        self.parts(NodeKind::List)
    }

    /// Its items from one of them on.
    pub(crate) fn items_from(self, item: Self) -> impl Iterator<Item = Self> {
        self.parts_from(item.at, NodeKind::List)
    }

    /// The keys and values of a mapping, as they are written; none of anything else.
    pub(crate) fn pairs(self) -> impl Iterator<Item = Entry<'t>> {
        let mut parts = self.parts(NodeKind::Mapping);
        std::iter::from_fn(move || Some(Entry { key: parts.next()?, value: parts.next()? }))
    }

    /// How many items or keys a list or a mapping has by itself.
    pub(crate) fn count(self) -> usize {
        match self.kind() {
            NodeKind::List => self.items().count(),
            NodeKind::Mapping => self.pairs().count(),
            NodeKind::Text(..) | NodeKind::Lost => 0,
        }
    }

    /// How many items or keys the lists and mappings have that stand right inside it.
    pub(crate) fn inner_count(self) -> usize {
        match self.kind() {
            NodeKind::List => self.items().map(Self::count).sum(),
            NodeKind::Mapping => self.pairs().map(|entry| entry.value.count()).sum(),
            NodeKind::Text(..) | NodeKind::Lost => 0,
        }
    }

    /// The keys of a mapping, those of merge keys (`<<`) after its own; none for anything else.
    pub(crate) fn entries(self) -> Vec<Given<'t>> {
        // Each has two steps at least. What stands deeper needs no place here, and of many none is to be left over: beyond
        // a usual group they are counted.
        const USUAL: usize = 32;
        let most = self.steps().len() / 2;
        let mut found = Vec::with_capacity(if most <= USUAL { most } else { self.pairs().count() });
        self.collect(&mut found, false);
        found
    }

    fn collect(self, found: &mut Vec<Given<'t>>, inherited: bool) {
        let mut merges = Vec::new();
        for entry in self.pairs() {
            let Entry { key, value } = entry;
            if entry.is_merge() { merges.push(value) } else { found.push(Given { key, value, inherited }) }
        }
        for merge in merges {
            if merge.kind() == NodeKind::Mapping {
                merge.collect(found, true);
            } else {
                merge.items().for_each(|one| one.collect(found, true));
            }
        }
    }
}

impl Entry<'_> {
    /// Whether this is `<<` with something that can be merged.
    pub(crate) fn is_merge(self) -> bool {
        let mergeable = |node: Node<'_>| node.kind() == NodeKind::Mapping;
        self.key.is_merge_sign()
            && match self.value.kind() {
                NodeKind::List => self.value.items().all(mergeable),
                NodeKind::Mapping => true,
                NodeKind::Text(..) | NodeKind::Lost => false,
            }
    }
}
