//! From the parser's events to nodes, with every limit kept.
//!
//! One step an event and no recursion, so that deep or looping texts cost nothing.

use super::budget::{MAX_ANCHORS, MAX_DEPTH, Size, Used};
use super::diagnose::{Trouble, TroubleKind};
use super::{Entry, Kind, Mark, Node, Shared, Style, Tag};
use serde_saphyr::granit_parser::{self as parser, ErrorKind, Event, Parser, ScalarStyle, StructureStyle};
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

/// Builds the nodes of one text, or of its sections one after the other.
#[derive(Debug, Default)]
pub(crate) struct Builder<'t> {
    open: Vec<Open<'t>>,
    root: Option<Node<'t>>,
    anchors: HashMap<usize, Rc<Shared<'t>>>,
    /// The latest anchor of each name, for sections that are read by themselves.
    names: HashMap<String, usize>,
    next_anchor: usize,
    used: Used,
    troubles: Vec<Trouble>,
}

/// A list or mapping that is not at its end yet.
#[derive(Debug)]
struct Open<'t> {
    mark: Mark,
    tag: Tag,
    anchor: usize,
    style: StructureStyle,
    children: Children<'t>,
    size: Size,
}

#[derive(Debug)]
enum Children<'t> {
    List(Vec<Node<'t>>),
    Mapping(Vec<Entry<'t>>, Option<Node<'t>>),
}

impl Open<'_> {
    /// How many bytes its parts take by themselves.
    fn bytes(&self) -> usize {
        match &self.children {
            Children::List(items) => size_of_val(items.as_slice()),
            Children::Mapping(entries, _) => size_of_val(entries.as_slice()),
        }
    }
}

/// A node with how much it stands for.
struct Built<'t> {
    node: Node<'t>,
    size: Size,
}

/// Why and where the parser stopped.
#[derive(Debug)]
pub(crate) struct Stop {
    /// What the parser says; none for a limit of our own.
    pub kind: Option<ErrorKind>,
    /// Our own limit, if it was one.
    pub limit: Option<TroubleKind>,
    /// Where it stopped.
    pub at: Mark,
    /// The innermost bracket that was open.
    pub bracket: Option<Mark>,
    /// Where the last thing that was understood ends.
    pub after: u32,
}

/// Where a slice of the text stands in the whole.
#[derive(Clone, Copy)]
struct Base {
    bytes: usize,
    lines: usize,
}

impl Base {
    fn mark(self, start: parser::Marker, end: parser::Marker) -> Mark {
        let byte = |marker: parser::Marker| number(self.bytes + marker.byte_offset().unwrap_or(0));
        Mark {
            start: byte(start),
            end: byte(end).max(byte(start)),
            line: number(self.lines + start.line().saturating_sub(1)),
            column: number(start.col() + 1),
        }
    }
}

/// Texts are far shorter than 4 GB.
fn number(large: usize) -> u32 {
    u32::try_from(large).unwrap_or(u32::MAX)
}

impl<'t> Builder<'t> {
    /// Reads the first document in `range` of `text`, whose first line is line `line` of the whole.
    pub(crate) fn read(
        &mut self,
        text: &'t str,
        range: Range<usize>,
        line: usize,
    ) -> Result<Option<Node<'t>>, Stop> {
        let base = Base { bytes: range.start, lines: line };
        let depth = MAX_DEPTH as usize;
        let options = parser::options! {
            emit_comments: false,
            emit_unresolved_aliases: true,
            emit_anchor_events: true,
            flow_nesting_limit: depth,
            block_nesting_limit: depth,
        };
        let mut events = Parser::new_from_str_with_options(text.get(range).unwrap_or(""), options);
        events.set_anchor_offset(self.next_anchor.max(1));
        let mut after = base.mark(parser::Marker::default(), parser::Marker::default()).start;
        while let Some(event) = events.next_event() {
            let taken = match event {
                Ok((Event::DocumentEnd, _)) => break,
                Ok((event, span)) => {
                    let mark = base.mark(span.start, span.end);
                    after = mark.end.max(after);
                    self.step(event, mark).map_err(|limit| (None, Some(limit), mark))
                }
                Err(error) => {
                    let mark = base.mark(*error.marker(), *error.marker());
                    Err((Some(error.kind().clone()), None, mark))
                }
            };
            if let Err((kind, limit, at)) = taken {
                let bracket = self.open.iter().rev().find(|open| open.style == StructureStyle::Flow);
                let stop = Stop { kind, limit, at, bracket: bracket.map(|open| open.mark), after };
                self.next_anchor = events.anchor_offset();
                self.open.clear();
                self.root = None;
                return Err(stop);
            }
        }
        self.next_anchor = events.anchor_offset();
        if let Some(at) = another_document(&mut events, base) {
            self.troubles.push(Trouble::new(TroubleKind::SecondDocument, at));
        }
        Ok(self.root.take())
    }

    /// What was wrong without stopping the parser.
    pub(crate) fn into_troubles(self) -> Vec<Trouble> {
        self.troubles
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "comments and the marks of the stream say nothing")]
    fn step(&mut self, event: Event<'t>, mark: Mark) -> Result<(), TroubleKind> {
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                let size = Size::of(&text);
                let kind = Kind::Text(text, style_of(style));
                let node = Node { kind, mark, tag: tag_of(tag.as_deref()) };
                self.count(false, size.bytes)?;
                self.finish(Built { node, size }, anchor);
            }
            Event::SequenceStart(style, anchor, tag) => {
                self.enter(mark, tag_of(tag.as_deref()), anchor, style, Children::List(Vec::new()))?;
            }
            Event::MappingStart(style, anchor, tag) => {
                self.enter(mark, tag_of(tag.as_deref()), anchor, style, Children::Mapping(Vec::new(), None))?;
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

    /// Counts one node, and sees that there is memory for as many again.
    fn count(&mut self, is_group: bool, text: u32) -> Result<(), TroubleKind> {
        self.used.node(is_group, text)?;
        self.used.room(|| self.open.iter().map(Open::bytes).sum())
    }

    fn enter(
        &mut self,
        mark: Mark,
        tag: Tag,
        anchor: usize,
        style: StructureStyle,
        children: Children<'t>,
    ) -> Result<(), TroubleKind> {
        if self.open.len() >= MAX_DEPTH as usize {
            return Err(TroubleKind::TooDeep);
        }
        let is_group = matches!(children, Children::Mapping(..));
        self.count(is_group, 0)?;
        self.open.push(Open { mark, tag, anchor, style, children, size: Size::empty(is_group) });
        Ok(())
    }

    fn leave(&mut self, end: Mark) {
        let Some(open) = self.open.pop() else { return };
        let mut mark = open.mark;
        if open.style == StructureStyle::Flow {
            mark.end = end.end.max(mark.end);
        }
        let kind = match open.children {
            Children::List(items) => Kind::List(items.into_boxed_slice()),
            Children::Mapping(entries, _) => Kind::Mapping(entries.into_boxed_slice()),
        };
        let node = Node { kind, mark, tag: open.tag };
        let size = Size { height: open.size.height + 1, ..open.size };
        self.finish(Built { node, size }, open.anchor);
    }

    /// Puts a node where it belongs: into the innermost open list or mapping.
    fn finish(&mut self, built: Built<'t>, anchor: usize) {
        if anchor == 0 {
            self.place(built);
            return;
        }
        let Built { node, size } = built;
        let (mark, tag) = (node.mark, node.tag);
        let shared = Rc::new(Shared { node, size });
        self.anchors.insert(anchor, Rc::clone(&shared));
        self.place(Built { node: Node { kind: Kind::Shared(shared), mark, tag }, size });
    }

    fn place(&mut self, built: Built<'t>) {
        let Built { node, size } = built;
        let Some(open) = self.open.last_mut() else {
            self.root.get_or_insert(node);
            return;
        };
        open.size = open.size.and(size);
        if open.style == StructureStyle::Block {
            open.mark.end = open.mark.end.max(node.mark.end);
        }
        match &mut open.children {
            Children::List(items) => items.push(node),
            Children::Mapping(entries, key) => match key.take() {
                None => {
                    if is_merge(&node) {
                        self.used.merge();
                    }
                    *key = Some(node);
                }
                Some(key) if self.used.is_out_of_merges() && is_merge(&key) => {
                    // A merge key beyond the budget loses its value.
                    if self.used.is_news(TroubleKind::TooManyAliases) {
                        self.troubles.push(Trouble::new(TroubleKind::TooManyAliases, key.mark));
                    }
                    let value = Node { kind: Kind::Lost, mark: node.mark, tag: Tag::None };
                    entries.push(Entry { key, value });
                }
                Some(key) => entries.push(Entry { key, value: node }),
            },
        }
    }

    fn alias(&mut self, id: Option<usize>, mark: Mark) -> Result<(), TroubleKind> {
        let named = id.and_then(|id| self.anchors.get(&id)).cloned();
        let taken = named.ok_or(TroubleKind::UnknownAlias).and_then(|shared| {
            self.used.alias(shared.size, self.open.len())?;
            Ok(shared)
        });
        self.count(false, 0)?;
        let built = match taken {
            Ok(shared) => {
                let (size, tag) = (shared.size, shared.node.tag);
                Built { node: Node { kind: Kind::Shared(shared), mark, tag }, size }
            }
            Err(kind) => {
                if self.used.is_news(kind) {
                    self.troubles.push(Trouble::new(kind, mark));
                }
                Built { node: Node { kind: Kind::Lost, mark, tag: Tag::None }, size: Size::empty(false) }
            }
        };
        self.finish(built, 0);
        Ok(())
    }
}

/// Whether a key is the sign for inheriting from another mapping.
fn is_merge(key: &Node<'_>) -> bool {
    key.text() == Some(("<<", Style::Plain))
}

/// Where a second document with content begins, if there is one.
#[expect(clippy::wildcard_enum_match_arm, reason = "the parser may learn more events; only content counts")]
fn another_document<'t>(events: &mut Parser<'t, impl parser::BorrowedInput<'t>>, base: Base) -> Option<Mark> {
    while let Some(event) = events.next_event() {
        let (event, span) = match event {
            Ok(event) => event,
            Err(error) => return Some(base.mark(*error.marker(), *error.marker())),
        };
        match event {
            Event::Scalar(text, ScalarStyle::Plain, 0, None) if text == "~" || text.is_empty() => {}
            Event::Scalar(..) | Event::SequenceStart(..) | Event::MappingStart(..) => {
                return Some(base.mark(span.start, span.end));
            }
            _ => {}
        }
    }
    None
}

fn style_of(style: ScalarStyle) -> Style {
    match style {
        ScalarStyle::Plain => Style::Plain,
        ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => Style::Quoted,
        ScalarStyle::Literal | ScalarStyle::Folded => Style::Block,
    }
}

fn tag_of(tag: Option<&parser::Tag>) -> Tag {
    match tag {
        None => Tag::None,
        Some(tag) if tag.is_yaml_core_schema_tag("str") => Tag::Text,
        Some(tag) if tag.is_yaml_core_schema() => Tag::None,
        Some(_) => Tag::Foreign,
    }
}
