//! Node: a part of the text as keys, values and lists with their bytes.
//!
//! Knows mappings, lists and scalars, but no field of a programme. Never decides what to write.

use super::events::{Event, ScalarStyle, Step, StructureStyle};
use super::lines::line_of;
use super::{Blocked, Obstacle};
use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

/// A key, a value or an item.
#[derive(Debug)]
pub(crate) struct Node<'t> {
    /// What it is.
    pub kind: Kind<'t>,
    /// Its bytes, without anchor and tag; for a collection in block style only the start is exact.
    pub range: Range<usize>,
    /// The lines it begins and ends on, from 1.
    pub lines: (usize, usize),
    /// Number of its first event.
    pub first_event: usize,
    /// Number of the event after its last.
    pub next_event: usize,
    /// Its anchor, 0 for none.
    pub anchor: usize,
    /// Whether a tag stands before it.
    pub tagged: bool,
}

/// What a node is.
#[derive(Debug)]
pub(crate) enum Kind<'t> {
    /// A text, and how it is written.
    Scalar(Cow<'t, str>, ScalarStyle),
    /// `*name`
    Alias,
    /// Keys and values.
    Mapping(StructureStyle, Vec<Entry<'t>>),
    /// Items.
    List(StructureStyle, Vec<Node<'t>>),
}

/// A key and its value.
#[derive(Debug)]
pub(crate) struct Entry<'t> {
    /// The key.
    pub key: Node<'t>,
    /// The value; of no bytes where none is written.
    pub value: Node<'t>,
}

/// Characters that end a line in YAML 1.1 and are letters like others in YAML 1.2.
const OLD_LINE_ENDS: [char; 3] = ['\u{85}', '\u{2028}', '\u{2029}'];

impl Node<'_> {
    /// Whether it is written on one line, for readers of every version of YAML.
    pub(crate) fn is_on_one_line(&self, text: &str) -> bool {
        let written = text.get(self.range.clone()).unwrap_or("");
        self.lines.0 == self.lines.1 && !written.contains(OLD_LINE_ENDS)
    }

    /// Whether it says nothing: an empty place, `~` or `null`.
    pub(crate) fn is_null(&self) -> bool {
        match &self.kind {
            Kind::Scalar(text, ScalarStyle::Plain) => {
                !self.tagged && matches!(text.as_ref(), "" | "~" | "null" | "Null" | "NULL")
            }
            Kind::Scalar(..) | Kind::Alias | Kind::Mapping(..) | Kind::List(..) => false,
        }
    }

    /// The text of a scalar.
    pub(crate) fn text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Scalar(text, _) => Some(text),
            Kind::Alias | Kind::Mapping(..) | Kind::List(..) => None,
        }
    }

    /// The style of a scalar.
    pub(crate) const fn style(&self) -> Option<ScalarStyle> {
        match &self.kind {
            Kind::Scalar(_, style) => Some(*style),
            Kind::Alias | Kind::Mapping(..) | Kind::List(..) => None,
        }
    }

    /// The byte after the last that belongs to it; `None` where that cannot be said: nothing is written.
    pub(crate) fn end(&self, text: &str) -> Option<usize> {
        match &self.kind {
            Kind::Scalar(_, ScalarStyle::Literal | ScalarStyle::Folded) => {
                Some(text.get(..self.range.end)?.trim_end_matches([' ', '\t', '\n', '\r']).len())
            }
            Kind::Mapping(StructureStyle::Block, entries) => entries.last()?.end(text),
            Kind::List(StructureStyle::Block, items) => items.last()?.end(text),
            Kind::Scalar(..) | Kind::Alias | Kind::Mapping(..) | Kind::List(..) => {
                (!self.range.is_empty()).then_some(self.range.end)
            }
        }
    }

    /// Whether nothing but blanks stands before it on its line.
    pub(crate) fn begins_line(&self, text: &str) -> bool {
        margin(text, self.range.start).is_some_and(|margin| margin.chars().all(|letter| letter == ' '))
    }
}

/// What stands before a byte on its line.
pub(crate) fn margin(text: &str, at: usize) -> Option<&str> {
    text.get(line_of(text, at)?.start..at)
}

impl Entry<'_> {
    /// The key's text; `None` for a key that is no scalar, or not one for every reader of YAML.
    pub(crate) fn name(&self) -> Option<&str> {
        self.key.text().filter(|text| !text.contains(OLD_LINE_ENDS))
    }

    /// Where it ends: after its value, or after the colon or the key where no value is written.
    pub(crate) fn end(&self, text: &str) -> Option<usize> {
        let Node { range, anchor, tagged, .. } = &self.value;
        let is_scalar = matches!(self.value.kind, Kind::Scalar(..));
        match (is_scalar && range.is_empty(), *anchor != 0 || *tagged) {
            (false, _) => self.value.end(text),
            (true, false) => Some(self.colon(text).unwrap_or(self.key.range.end)),
            (true, true) => None,
        }
    }

    /// The byte after the colon that follows the key on its line.
    pub(crate) fn colon(&self, text: &str) -> Option<usize> {
        let rest = text.get(self.key.range.end..)?;
        let after = rest.trim_start_matches([' ', '\t']).strip_prefix(':')?;
        Some(text.len() - after.len())
    }
}

/// A mapping to be looked into or written to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Group<'a, 't> {
    /// Whether it is written in lines or in braces.
    pub style: StructureStyle,
    /// Where it begins.
    pub start: usize,
    /// The line it begins on, from 1.
    pub line: usize,
    /// Its keys and values in order.
    pub entries: &'a [Entry<'t>],
    used: &'a HashSet<usize>,
}

impl<'a, 't> Group<'a, 't> {
    /// The mapping that a node is; `None` for any other.
    pub(crate) fn of(node: &'a Node<'t>, used: &'a HashSet<usize>) -> Option<Self> {
        match &node.kind {
            Kind::Mapping(style, entries) => {
                Some(Self { style: *style, start: node.range.start, line: node.lines.0, entries, used })
            }
            Kind::Scalar(..) | Kind::Alias | Kind::List(..) => None,
        }
    }

    /// The mapping that a node inside of it is.
    pub(crate) fn inside(&self, node: &'a Node<'t>) -> Option<Self> {
        Self::of(node, self.used)
    }

    /// The entry whose key is one of those meant.
    ///
    /// # Errors
    ///
    /// Two keys are meant, or the key is not written as a plain name; or some key of the group is a
    /// list, a mapping or an alias, so that nobody can say what it is.
    pub(crate) fn entry(&self, is_meant: impl Fn(&str) -> bool) -> Result<Option<&'a Entry<'t>>, Blocked> {
        let unclear = self.entries.iter().find(|entry| entry.name().is_none());
        if let Some(entry) = unclear {
            return Err(Blocked::at(entry.key.lines.0, Obstacle::ComplexKey));
        }
        let mut hits = self.entries.iter().filter(|entry| entry.name().is_some_and(&is_meant));
        match (hits.next(), hits.next()) {
            (_, Some(second)) => Err(Blocked::at(second.key.lines.0, Obstacle::DuplicateKey)),
            (Some(entry), None) if entry.key.tagged || entry.key.anchor != 0 => {
                Err(Blocked::at(entry.key.lines.0, Obstacle::ComplexKey))
            }
            (hit, None) => Ok(hit),
        }
    }

    /// Whether it takes values from elsewhere (`<<`).
    pub(crate) fn merges(&self) -> bool {
        self.entries.iter().any(|entry| entry.name() == Some("<<"))
    }

    /// Whether an alias somewhere in the file stands for this node.
    pub(crate) fn is_used(&self, node: &Node<'_>) -> bool {
        self.used.contains(&node.anchor)
    }

    /// Whether it is written in braces; a pair without braces in a list is not, and ends at a comma.
    pub(crate) fn is_in_braces(&self, text: &str) -> bool {
        text.get(self.start..).is_some_and(|text| text.starts_with('{'))
    }
}

/// Makes nodes of events as they come.
#[derive(Debug, Default)]
pub(crate) struct Growing<'t> {
    open: Vec<(Node<'t>, Vec<Node<'t>>)>,
}

impl<'t> Growing<'t> {
    /// Takes the next event; the outermost node, once it is complete.
    #[expect(clippy::wildcard_enum_match_arm, reason = "only what begins, ends or is a node matters here")]
    pub(crate) fn take(&mut self, step: Step<'t>) -> Option<Node<'t>> {
        let Step { number, event, range, lines } = step;
        let (first_event, next_event) = (number, number + 1);
        let node = |kind, anchor, tagged| Node {
            kind,
            range: range.clone(),
            lines,
            first_event,
            next_event,
            anchor,
            tagged,
        };
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                self.keep(node(Kind::Scalar(text, style), anchor, tag.is_some()))
            }
            Event::Alias(_) => self.keep(node(Kind::Alias, 0, false)),
            Event::MappingStart(style, anchor, tag) => {
                self.open.push((node(Kind::Mapping(style, Vec::new()), anchor, tag.is_some()), Vec::new()));
                None
            }
            Event::SequenceStart(style, anchor, tag) => {
                self.open.push((node(Kind::List(style, Vec::new()), anchor, tag.is_some()), Vec::new()));
                None
            }
            Event::MappingEnd | Event::SequenceEnd => {
                let (mut whole, parts) = self.open.pop()?;
                whole.range.end = range.end;
                whole.lines.1 = lines.1;
                whole.next_event = next_event;
                match &mut whole.kind {
                    Kind::Mapping(_, entries) => *entries = pairs(parts),
                    Kind::List(_, items) => *items = parts,
                    Kind::Scalar(..) | Kind::Alias => {}
                }
                self.keep(whole)
            }
            _ => None,
        }
    }

    fn keep(&mut self, node: Node<'t>) -> Option<Node<'t>> {
        match self.open.last_mut() {
            Some((_, parts)) => {
                parts.push(node);
                None
            }
            None => Some(node),
        }
    }
}

/// Pairs keys and values. A mapping's nodes come in pairs; the parser sees to that.
fn pairs(nodes: Vec<Node<'_>>) -> Vec<Entry<'_>> {
    let mut nodes = nodes.into_iter();
    let mut entries = Vec::with_capacity(nodes.len() / 2);
    while let (Some(key), Some(value)) = (nodes.next(), nodes.next()) {
        entries.push(Entry { key, value });
    }
    entries
}
