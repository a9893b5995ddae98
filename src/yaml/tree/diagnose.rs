//! What is wrong with broken YAML, and where: the parser's answer and the lines around it.
//!
//! A parser stops where it can go on no further, often lines after the slip of the pen. Where the
//! slip can be told, the trouble stands there.

use super::trouble::{Stop, Trouble, TroubleKind};
use granit_parser::ErrorKind;
use std::ops::Range;

/// Says what stopped the parser in a section of `text`.
pub(crate) fn diagnose(text: &str, section: Range<usize>, stop: &Stop) -> Trouble {
    let (at, after) = (stop.at.start as usize, stop.after as usize);
    let scene = Scene { text, section, stop, at, after };
    let (kind, start) = stop.limit.map_or_else(|| scene.look(), |limit| (limit, at));
    let width = scene.line_rest(start).chars().next().map_or(0, char::len_utf8);
    Trouble { kind, start, end: start + width }
}

/// Why the parser stopped, and the text around.
struct Scene<'a> {
    text: &'a str,
    section: Range<usize>,
    stop: &'a Stop,
    /// Where it stopped.
    at: usize,
    /// Where the last thing that was understood ends.
    after: usize,
}

impl Scene<'_> {
    /// The kind of trouble and the byte it begins at.
    #[expect(clippy::wildcard_enum_match_arm, reason = "the parser names many kinds that are one to people")]
    fn look(&self) -> (TroubleKind, usize) {
        let at = self.at;
        match self.stop.kind.as_ref().unwrap_or(&ErrorKind::UnexpectedEof) {
            ErrorKind::UnclosedQuotedScalar | ErrorKind::DocumentIndicatorInQuotedScalar => self.quote(at),
            ErrorKind::InvalidTrailingSingleQuotedScalar | ErrorKind::InvalidTrailingDoubleQuotedScalar => {
                self.after_quote()
            }
            ErrorKind::MismatchedFlowCollectionEnd { open, close } => {
                (TroubleKind::WrongBracket(*open, *close), at)
            }
            ErrorKind::MisplacedFlowCollectionEnd => (TroubleKind::StrayBracket, at),
            ErrorKind::TabInBlockIndentation
            | ErrorKind::TabInIndentation
            | ErrorKind::TabInPlainScalar
            | ErrorKind::TabNotAllowed
            | ErrorKind::TabAtBlockScalarStart => self.tab(),
            ErrorKind::UnexpectedCharacter { character } => (TroubleKind::Reserved(*character), at),
            ErrorKind::UnknownQuotedScalarEscape
            | ErrorKind::InvalidQuotedScalarHexEscape
            | ErrorKind::InvalidUnicodeEscape
            | ErrorKind::UnpairedLowSurrogate
            | ErrorKind::MissingLowSurrogate
            | ErrorKind::InvalidLowSurrogate
            | ErrorKind::InvalidLowSurrogateHexEscape => self.escape(),
            ErrorKind::RecursionLimitExceeded => (TroubleKind::TooDeep, at),
            ErrorKind::CommentInterceptedScalar | ErrorKind::CommentNotSeparated => {
                (TroubleKind::CommentInText, at)
            }
            _ if self.stop.bracket.is_some() => self.bracket(),
            ErrorKind::UnclosedFlowCollection { open } => (TroubleKind::UnclosedBracket(*open), at),
            ErrorKind::MappingValueNotAllowed => self.colon(),
            ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => self.no_colon(),
            ErrorKind::BlockSequenceEntryNotAllowed => (TroubleKind::ListOnKeyLine, at),
            ErrorKind::ExpectedBlockMappingKey
            | ErrorKind::ExpectedBlockSequenceEntry
            | ErrorKind::InvalidIndentation
            | ErrorKind::InvalidBlockScalarIndent
            | ErrorKind::InvalidQuotedScalarIndent
            | ErrorKind::InvalidFlowScalarIndent => (TroubleKind::Indentation, at),
            _ => (TroubleKind::NotYaml, at),
        }
    }

    fn quote(&self, at: usize) -> (TroubleKind, usize) {
        let opened = self.rest(at).chars().next().unwrap_or('"');
        (TroubleKind::UnclosedQuote(opened), at)
    }

    /// Something follows a closing quote. If the quoted text began on an earlier line, the quote that
    /// seems to close it opens another: the first was never closed.
    fn after_quote(&self) -> (TroubleKind, usize) {
        let at = self.at;
        let between = self.between(self.after, at);
        let opened = between.find(['"', '\'']).and_then(|skipped| Some((skipped, between.get(skipped..)?)));
        match opened {
            Some((skipped, quoted)) if quoted.contains(['\n', '\r']) => self.quote(self.after + skipped),
            _ => (TroubleKind::AfterQuote, at),
        }
    }

    /// Inside an open bracket: on its own line a comma is missing, further down the closing bracket.
    fn bracket(&self) -> (TroubleKind, usize) {
        let at = self.at;
        let opened = self.stop.bracket.map_or(at, |mark| mark.start as usize);
        let within = self.between(opened, at);
        let closes_later = self.line_rest(at).contains([']', '}']);
        if closes_later && !within.contains(['\n', '\r']) {
            return (TroubleKind::MissingComma, at);
        }
        let bracket = self.rest(opened).chars().next().unwrap_or('[');
        (TroubleKind::UnclosedBracket(bracket), opened)
    }

    /// A line without a colon, or with one that has no space after it.
    fn no_colon(&self) -> (TroubleKind, usize) {
        let at = self.at;
        match self.line_rest(at).find(':') {
            Some(offset) => (TroubleKind::MissingSpace, at + offset),
            None => (TroubleKind::MissingColon, at),
        }
    }

    /// A colon where none can be.
    fn colon(&self) -> (TroubleKind, usize) {
        let at = self.at;
        let line = self.between(self.line_start(at), at);
        if line.contains(": ") {
            return (TroubleKind::SecondColon, at);
        }
        let above = self.line_above(at);
        let key = above.1.trim_start().trim_start_matches("- ");
        if let Some(colon) = key.find(':').filter(|_| !key.contains(": ") && !key.ends_with(':')) {
            let skipped = above.1.len() - key.len() + colon;
            return (TroubleKind::MissingSpace, above.0 + skipped);
        }
        let indent = line.len() - line.trim_start().len();
        (TroubleKind::Indentation, self.line_start(at) + indent)
    }

    /// The first tab that indents a line, from where the parser still understood the text.
    fn tab(&self) -> (TroubleKind, usize) {
        let from = self.line_start(self.after.min(self.at));
        let mut indenting = true;
        for (offset, byte) in self.rest(from).bytes().enumerate() {
            match byte {
                b'\t' if indenting => return (TroubleKind::Tab, from + offset),
                b'\n' | b'\r' => indenting = true,
                b' ' | b'-' => {}
                _ => indenting = false,
            }
        }
        (TroubleKind::Tab, self.at)
    }

    /// The first backslash of the quoted text that nothing known follows.
    fn escape(&self) -> (TroubleKind, usize) {
        let at = self.at;
        let mut letters = self.rest(at).char_indices();
        while let Some((offset, letter)) = letters.next() {
            if letter != '\\' {
                continue;
            }
            match letters.next() {
                Some((_, next)) if "0abtnvfre \"/\\N_LP\t\n\r".contains(next) => {}
                _ => return (TroubleKind::Escape, at + offset),
            }
        }
        (TroubleKind::Escape, at)
    }

    /// The text from `at` to the end of the section.
    fn rest(&self, at: usize) -> &str {
        self.text.get(at..self.section.end.max(at)).unwrap_or("")
    }

    fn between(&self, from: usize, to: usize) -> &str {
        self.text.get(from..to).unwrap_or("")
    }

    fn line_rest(&self, at: usize) -> &str {
        self.rest(at).split(['\n', '\r']).next().unwrap_or("")
    }

    fn line_start(&self, at: usize) -> usize {
        let before = self.text.get(..at).unwrap_or("");
        before.rfind(['\n', '\r']).map_or(0, |end| end + 1)
    }

    /// Where the nearest line above with something on it starts, and the line.
    fn line_above(&self, at: usize) -> (usize, &str) {
        let mut start = self.line_start(at);
        while start > 0 {
            let end = start;
            start = self.line_start(start - 1);
            let line = self.between(start, end).trim_end();
            if !line.trim_start().is_empty() {
                return (start, line);
            }
        }
        (0, "")
    }
}
