//! Event: what the parser says, in the terms of this floor, and what follows the first document.
//!
//! Never keeps anything.

use super::mark::Mark;
use super::row::Tag;
use granit_parser::{Event, Marker, Parser, ScalarStyle, StrInput};

/// The events of a text.
pub(super) type Events<'t> = Parser<'t, StrInput<'t>>;

/// Where a slice of the text stands in the whole.
#[derive(Clone, Copy)]
pub(super) struct Base {
    /// How many bytes stand before it.
    pub bytes: usize,
    /// The line it begins on, from 1.
    pub lines: usize,
}

impl Base {
    /// A stretch of the slice as one of the whole.
    pub(super) fn mark(self, start: Marker, end: Marker) -> Mark {
        let byte = |marker: Marker| number(self.bytes + marker.byte_offset().unwrap_or(0));
        Mark {
            start: byte(start),
            end: byte(end).max(byte(start)),
            line: number(self.lines + start.line().saturating_sub(1)),
            column: number(start.col() + 1),
        }
    }
}

/// Texts are far shorter than 2 GB.
pub(super) fn number(large: usize) -> u32 {
    u32::try_from(large).unwrap_or(u32::MAX)
}

/// The meaning of a tag.
pub(super) fn tag_of(tag: Option<&granit_parser::Tag>) -> Tag {
    match tag {
        None => Tag::None,
        Some(tag) if tag.is_yaml_core_schema_tag("str") => Tag::Text,
        Some(tag) if tag.is_yaml_core_schema() => Tag::Usual,
        Some(_) => Tag::Foreign,
    }
}

/// What follows the first document.
#[derive(Debug, Default)]
pub(super) struct Rest {
    /// The first content of another document, or the first thing that is no YAML.
    pub first: Option<Mark>,
    /// The first thing that is no YAML.
    pub unsound: Option<Mark>,
    /// How many documents.
    pub documents: usize,
}

/// Looks through what follows the first document.
pub(super) fn rest(events: &mut Events<'_>, base: Base) -> Rest {
    let mut rest = Rest::default();
    while let Some(event) = events.next_event() {
        match event {
            Err(error) => {
                rest.unsound = Some(base.mark(*error.marker(), *error.marker()));
                rest.first = rest.first.or(rest.unsound);
                break;
            }
            Ok((Event::DocumentStart(..), _)) => rest.documents += 1,
            Ok((Event::Scalar(text, ScalarStyle::Plain, 0, None), _)) if text == "~" || text.is_empty() => {}
            Ok((Event::Scalar(..) | Event::SequenceStart(..) | Event::MappingStart(..), span)) => {
                rest.first = rest.first.or_else(|| Some(base.mark(span.start, span.end)));
            }
            Ok(_) => {}
        }
    }
    rest
}
