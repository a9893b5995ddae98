//! Events: the one door to the YAML parser for editing.
//!
//! A text is a stream of events with places. Never interprets them.

pub(crate) use serde_saphyr::granit_parser::{Event, ScalarStyle, StructureStyle};

use serde_saphyr::granit_parser::{self, Parser, Span, StrInput};
use std::borrow::Cow;
use std::ops::Range;

/// One event that carries data, and where it stands.
#[derive(Debug)]
pub(crate) struct Step<'t> {
    /// Its number among the events that carry data, from 0.
    pub number: usize,
    /// What the parser says.
    pub event: Event<'t>,
    /// The bytes it was made from; empty for what is only implied.
    pub range: Range<usize>,
    /// The lines it begins and ends on, from 1.
    pub lines: (usize, usize),
}

/// A comment, and the byte at which it begins.
pub(crate) type Comment<'t> = (usize, Cow<'t, str>);

/// The events of a text that carry data, in order; comments are put aside as they come.
pub(crate) struct Steps<'t> {
    parser: Parser<'t, StrInput<'t>>,
    read: usize,
    /// The comments met so far.
    pub comments: Vec<Comment<'t>>,
    /// The line of the syntax error that ended the stream, if one did.
    pub broken: Option<usize>,
}

impl<'t> Steps<'t> {
    /// Begins at the start of a text.
    pub(crate) fn of(text: &'t str) -> Self {
        let options = granit_parser::options! { max_buffered_comment_events: usize::MAX };
        let parser = Parser::new_from_str_with_options(text, options);
        Self { parser, read: 0, comments: Vec::new(), broken: None }
    }

    /// Numbers a data event, puts a comment aside.
    fn step(&mut self, event: Event<'t>, span: &Span) -> Option<Step<'t>> {
        let lines = (span.start.line(), span.end.line());
        let Some(range) = span.byte_range() else {
            self.broken = Some(lines.0);
            return None;
        };
        if let Event::Comment(text, _) = event {
            self.comments.push((range.start, text));
            return None;
        }
        let number = self.read;
        self.read += 1;
        Some(Step { number, event, range, lines })
    }
}

impl<'t> Iterator for Steps<'t> {
    type Item = Step<'t>;

    fn next(&mut self) -> Option<Step<'t>> {
        while self.broken.is_none() {
            match self.parser.next()? {
                Ok((event, span)) => {
                    if let Some(step) = self.step(event, &span) {
                        return Some(step);
                    }
                }
                Err(error) => self.broken = Some(error.marker().line().max(1)),
            }
        }
        None
    }
}
