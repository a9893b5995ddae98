//! From the parser's events to the row of steps, with every limit kept.
//!
//! One step an event and no recursion, so that deep or looping texts cost nothing.

use super::budget::{MAX_ANCHORS, MAX_DEPTH, Size, Used};
use super::event::{self, Base, Events, number, tag_of};
use super::mark::Mark;
use super::node::Node;
use super::row::{StepState, Tag, Tree, TreeStep, What};
use super::trouble::{Stop, Trouble, TroubleKind};
use granit_parser::{self as parser, Event, Parser, ScalarStyle, StructureStyle};
use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

/// Makes the steps of one text, or of its sections one after the other.
#[derive(Debug)]
pub(super) struct Builder<'t> {
    text: &'t str,
    /// How many levels of the whole text stand around what is read.
    outer: usize,
    tree: Tree,
    open: Vec<Open>,
    /// The step that each anchor names, and how much it stands for.
    anchors: HashMap<usize, (u32, Size)>,
    /// The latest anchor of each name, for sections that are read by themselves.
    names: HashMap<String, usize>,
    next_anchor: usize,
    used: Used,
}

/// A list or mapping that is not at its end yet.
#[derive(Debug)]
struct Open {
    at: u32,
    anchor: usize,
    style: StructureStyle,
    /// In a mapping: the key that waits for its value.
    key: Option<u32>,
    is_mapping: bool,
}

/// The tree of a whole text.
///
/// # Errors
///
/// The line of the first thing that is no YAML.
pub(super) fn whole(text: &str) -> Result<Tree, usize> {
    let mut builder = Builder::of(text);
    match builder.document(0..text.len(), 1) {
        Ok(root) => Ok(Tree { root, ..builder.into_tree() }),
        Err(stop) => Err(stop.at.line.max(1) as usize),
    }
}

impl<'t> Builder<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        Self::with_room(text, text.len())
    }

    /// One with room for the steps of so many bytes.
    fn with_room(text: &'t str, bytes: usize) -> Self {
        let mut tree = Tree::default();
        // Room for a step in eight bytes: what is not needed is never touched, and given back at the end. Where there
        // is none, it grows step by step.
        let _ = tree.steps.try_reserve_exact(bytes / 8);
        Self {
            text,
            outer: 0,
            tree,
            open: Vec::new(),
            anchors: HashMap::new(),
            names: HashMap::new(),
            next_anchor: 0,
            used: Used::default(),
        }
    }

    /// The same for what stands so many levels deep in the whole text.
    pub(super) fn inside(text: &'t str, bytes: usize, outer: usize) -> Self {
        Self { outer, ..Self::with_room(text, bytes) }
    }

    /// What was read and how much it is, if it can stand beside other pieces of the text: it has no anchor, no alias
    /// and no merge key, and nothing is wrong with it.
    pub(super) fn into_piece(self) -> Option<(Tree, Size)> {
        let Self { tree, .. } = &self;
        let is_sound = tree.documents == 1 && tree.unsound.is_none() && tree.troubles.is_empty();
        let is_alone = self.anchors.is_empty() && self.names.is_empty() && self.used.is_alone();
        (is_sound && is_alone).then_some((self.tree, self.used.own()))
    }

    pub(super) fn into_tree(mut self) -> Tree {
        self.tree.steps.shrink_to_fit();
        self.tree
    }

    /// Begins the mapping that takes the keys of sections which are read one by one.
    pub(super) fn open_root(&mut self) {
        self.push(What::Mapping(StructureStyle::Block), Mark::default(), Tag::None, 0);
    }

    /// Ends it, where it has any keys.
    pub(super) fn close_root(&mut self) {
        self.push(What::End, Mark::default(), Tag::None, 0);
        self.lengthen(0);
        let root = Node { tree: &self.tree, text: self.text, at: 0 };
        let Some(first) = root.pairs().next() else { return };
        let end = root.pairs().last().map_or(0, |last| last.value.mark().end.max(last.key.mark().end));
        let mark = Mark { end, ..first.key.mark() };
        self.tree.root = Some(0);
        if let Some(root) = self.tree.steps.first_mut() {
            root.mark = mark;
        }
    }

    /// Reads a section; its keys are then keys of the root.
    pub(super) fn section(&mut self, range: Range<usize>, line: usize) -> Result<(), Stop> {
        let start = self.tree.steps.len();
        let read = self.document(range, line);
        let length = number(self.tree.steps.len() - start);
        let is_mapping = |step: &TreeStep| matches!(step.what, What::Mapping(_));
        // Of a mapping, its two ends go; else all of it.
        let (gaps, more): (&[usize], u32) = match self.tree.steps.get(start) {
            None => (&[], 0),
            Some(step) if read.is_ok() && is_mapping(step) => (&[start, self.tree.steps.len() - 1], 1),
            Some(_) => (&[start], length),
        };
        for at in gaps {
            if let Some(step) = self.tree.steps.get_mut(*at) {
                (step.what, step.more) = (What::Gap, more);
            }
        }
        read.map(drop)
    }

    /// Reads the first document in `range`, whose first line is line `line` of the whole; its root.
    pub(super) fn document(&mut self, range: Range<usize>, line: usize) -> Result<Option<u32>, Stop> {
        let base = Base { bytes: range.start, lines: line };
        let depth = MAX_DEPTH as usize - self.outer;
        let options = parser::options! {
            emit_unresolved_aliases: true,
            emit_anchor_events: true,
            flow_nesting_limit: depth,
            block_nesting_limit: depth,
        };
        let mut events = Parser::new_from_str_with_options(self.text.get(range).unwrap_or(""), options);
        events.set_anchor_offset(self.next_anchor.max(1));
        let start = number(self.tree.steps.len());
        let read = self.take_all(&mut events, base);
        self.next_anchor = events.anchor_offset();
        if read.is_err() {
            self.open.clear();
        } else {
            let rest = event::rest(&mut events, base);
            self.tree.documents += rest.documents;
            self.tree.unsound = self.tree.unsound.or(rest.unsound.map(|mark| mark.line.max(1) as usize));
            self.tree.troubles.extend(rest.first.map(|at| Trouble::new(TroubleKind::SecondDocument, at)));
        }
        read.map(|()| (start < number(self.tree.steps.len())).then_some(start))
    }

    /// Takes the events of the first document.
    fn take_all(&mut self, events: &mut Events<'t>, base: Base) -> Result<(), Stop> {
        let mut after = base.mark(parser::Marker::default(), parser::Marker::default()).start;
        while let Some(event) = events.next_event() {
            let (kind, limit, at) = match event {
                Ok((Event::DocumentEnd, span)) => {
                    self.tree.end = base.mark(span.start, span.end).start;
                    self.tree.documents = 1;
                    return Ok(());
                }
                Ok((event, span)) => {
                    let mark = base.mark(span.start, span.end);
                    after = mark.end.max(after);
                    match self.take(event, mark) {
                        Ok(()) => continue,
                        Err(limit) => (None, Some(limit), mark),
                    }
                }
                Err(error) => (Some(error.kind().clone()), None, base.mark(*error.marker(), *error.marker())),
            };
            let bracket = self.open.iter().rev().find(|open| open.style == StructureStyle::Flow);
            let bracket =
                bracket.and_then(|open| self.tree.steps.get(open.at as usize)).map(|step| step.mark);
            return Err(Stop { kind, limit, at, bracket, after });
        }
        Ok(())
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "the marks of the stream say nothing")]
    fn take(&mut self, event: Event<'t>, mark: Mark) -> Result<(), TroubleKind> {
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                self.count(false, number(text.len()))?;
                let at = self.push(What::Scalar(style), mark, tag_of(tag.as_deref()), anchor);
                self.keep_text(text);
                self.finish(at, anchor);
            }
            Event::SequenceStart(style, anchor, tag) => {
                self.enter(What::List(style), style, mark, tag_of(tag.as_deref()), anchor)?;
            }
            Event::MappingStart(style, anchor, tag) => {
                self.enter(What::Mapping(style), style, mark, tag_of(tag.as_deref()), anchor)?;
            }
            Event::SequenceEnd | Event::MappingEnd => self.leave(mark),
            Event::Alias(id) => self.alias(Some(id), mark)?,
            Event::UnresolvedAlias(name) => {
                let id = self.names.get(name.as_ref()).copied();
                self.alias(id, mark)?;
            }
            Event::Anchor(..) if self.anchors.len() >= MAX_ANCHORS => return Err(TroubleKind::TooMany),
            Event::Anchor(id, name) => {
                self.names.insert(name.into_owned(), id);
            }
            _ => {}
        }
        Ok(())
    }

    fn step(&mut self, at: u32) -> Option<&mut TreeStep> {
        self.tree.steps.get_mut(at as usize)
    }

    fn push(&mut self, what: What, mark: Mark, tag: Tag, anchor: usize) -> u32 {
        let at = number(self.tree.steps.len());
        let mut state = StepState::default();
        if anchor != 0 {
            state.set(StepState::NAMED);
            self.tree.anchors.push((at, number(anchor)));
        }
        self.tree.steps.push(TreeStep { what, tag, state, mark, more: 0 });
        at
    }

    /// Keeps the text of the scalar that was just taken: by its length where it stands in the file as it is.
    fn keep_text(&mut self, content: Cow<'t, str>) {
        let Some(step) = self.tree.steps.last_mut() else { return };
        step.more = number(content.len());
        // What the parser borrowed from the very place need not be compared letter by letter.
        let quote = usize::from(step.what != What::Scalar(ScalarStyle::Plain));
        let place = self.text.as_ptr().addr() + step.mark.start as usize + quote;
        let is_lent = matches!(content, Cow::Borrowed(_)) && content.as_ptr().addr() == place;
        let is_same = |step: &TreeStep| self.tree.text_of(step, self.text) == content;
        let is_there = is_lent || self.tree.steps.last().is_some_and(is_same);
        if is_there {
            return;
        }
        let number = number(self.tree.texts.len()) | Tree::APART;
        self.tree.texts.push(content.into());
        if let Some(step) = self.tree.steps.last_mut() {
            step.more = number;
        }
    }

    /// Counts one node, and sees that there is memory for as many again.
    fn count(&mut self, is_group: bool, text: u32) -> Result<(), TroubleKind> {
        self.used.node(is_group, text)?;
        self.used.room(|| size_of_val(self.tree.steps.as_slice()))
    }

    fn enter(
        &mut self,
        what: What,
        style: StructureStyle,
        mark: Mark,
        tag: Tag,
        anchor: usize,
    ) -> Result<(), TroubleKind> {
        if self.open.len() + self.outer >= MAX_DEPTH as usize {
            return Err(TroubleKind::TooDeep);
        }
        let is_mapping = matches!(what, What::Mapping(_));
        self.count(is_mapping, 0)?;
        let at = self.push(what, mark, tag, anchor);
        self.open.push(Open { at, anchor, style, key: None, is_mapping });
        Ok(())
    }

    fn leave(&mut self, end: Mark) {
        let Some(open) = self.open.pop() else { return };
        self.push(What::End, end, Tag::None, 0);
        self.lengthen(open.at);
        if open.style == StructureStyle::Flow
            && let Some(step) = self.step(open.at)
        {
            step.mark.end = end.end.max(step.mark.end);
        }
        self.finish(open.at, open.anchor);
    }

    /// Lets a list or a mapping reach to the last step.
    fn lengthen(&mut self, at: u32) {
        let length = number(self.tree.steps.len()) - at;
        if let Some(step) = self.step(at) {
            step.more = length;
        }
    }

    /// Puts a node that is complete where it belongs: into the innermost open list or mapping.
    fn finish(&mut self, at: u32, anchor: usize) {
        if anchor != 0 {
            self.anchors.insert(anchor, (at, self.size_of(at)));
        }
        let end = self.tree.steps.get(at as usize).map_or(0, |node| node.mark.end);
        let Some(open) = self.open.last_mut() else { return };
        let Open { at: outer, style, is_mapping, key, .. } = *open;
        if is_mapping {
            open.key = if key.is_none() { Some(at) } else { None };
        }
        if style == StructureStyle::Block
            && let Some(step) = self.step(outer)
        {
            step.mark.end = step.mark.end.max(end);
        }
        match key {
            _ if !is_mapping => {}
            None if self.is_merge(at) => self.used.merge(),
            Some(key) if self.used.is_out_of_merges() && self.is_merge(key) => self.lose(key, at),
            None | Some(_) => {}
        }
    }

    /// How much a node stands for that an anchor names: what stands in it, aliases counted out. What is named in it was
    /// counted before.
    fn size_of(&self, node: u32) -> Size {
        let (mut size, mut levels) = (Size::default(), 0);
        let mut at = node as usize;
        let mut named = self.tree.anchors_in(at..self.tree.steps.len()).peekable();
        while let Some(step) = self.tree.steps.get(at) {
            let is_here = |(place, _): &(usize, u32)| node as usize + place == at;
            let known = named.next_if(is_here).and_then(|(_, anchor)| self.anchors.get(&(anchor as usize)));
            let mut length = 1;
            match (step.what, known) {
                (_, Some((_, inner))) if !step.is_lost() => {
                    size = size.and(Size { height: levels + inner.height, ..*inner });
                    length = step.length();
                }
                (What::Scalar(_), _) => size = size.and(Size::of(self.tree.text_of(step, self.text))),
                (What::List(_) | What::Mapping(_), _) => {
                    levels += 1;
                    let is_group = matches!(step.what, What::Mapping(_));
                    size = size.and(Size { height: levels, ..Size::empty(is_group) });
                }
                (What::End, _) => levels -= 1,
                (What::Alias | What::Gap, _) => size = size.and(Size::empty(false)),
            }
            at += length;
            while named.next_if(|(place, _)| node as usize + place < at).is_some() {}
        }
        size
    }

    /// Whether a key is the sign for inheriting from another mapping.
    fn is_merge(&self, key: u32) -> bool {
        Node { tree: &self.tree, text: self.text, at: key }.is_merge_sign()
    }

    /// A merge key beyond the budget loses its value.
    fn lose(&mut self, key: u32, value: u32) {
        if let Some(step) = self.step(value) {
            step.state.set(StepState::LOST);
        }
        let mark = self.tree.steps.get(key as usize).map_or_else(Mark::default, |step| step.mark);
        if self.used.is_news(TroubleKind::TooManyAliases) {
            self.tree.troubles.push(Trouble::new(TroubleKind::TooManyAliases, mark));
        }
    }

    fn alias(&mut self, id: Option<usize>, mark: Mark) -> Result<(), TroubleKind> {
        let named = id.and_then(|id| self.anchors.get(&id)).copied();
        let taken = named.ok_or(TroubleKind::UnknownAlias).and_then(|(target, size)| {
            self.used.alias(size, self.open.len())?;
            Ok((target, size))
        });
        self.count(false, 0)?;
        let at = self.push(What::Alias, mark, Tag::None, id.unwrap_or_default());
        if let Some(target) = named.and_then(|(target, _)| self.tree.steps.get_mut(target as usize)) {
            target.state.set(StepState::REPEATED);
        }
        if let Some(step) = self.tree.steps.last_mut() {
            match taken {
                Ok((target, _)) => step.more = target,
                Err(_) => step.state.set(StepState::LOST),
            }
        }
        if let Err(kind) = taken {
            if kind == TroubleKind::UnknownAlias {
                self.tree.unsound.get_or_insert(mark.line as usize);
            }
            if self.used.is_news(kind) {
                self.tree.troubles.push(Trouble::new(kind, mark));
            }
        }
        self.finish(at, 0);
        Ok(())
    }
}
