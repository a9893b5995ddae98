//! Commas between braces that were meant inside a value: `value: 8,5` is 8 and a key 5 without a value, and
//! `title: Talks, visits` is Talks and a key. Neither is what was meant.

use super::number::not_a_number;
use super::reader::Reader;
use super::shown::LONGEST;
use super::shown::shown;
use crate::document::finding::{Code, Finding};
use crate::programme::fields::{self, Kind, Part};
use crate::text::number;
use crate::yaml::tree::{Given, Node};

impl Reader<'_> {
    /// Reports a number that goes on after a comma without a blank; whether it does.
    pub(super) fn goes_on(&mut self, node: Node<'_>, text: &str) -> bool {
        let (start, end) = (node.mark().start as usize, node.mark().end as usize);
        let Some(rest) = self.source.text().get(end..).and_then(|rest| rest.strip_prefix(',')) else {
            return false;
        };
        let rest = rest.split([',', '}', ']', '\n', '\r']).next().unwrap_or("").trim_end();
        let is_number = text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'.'));
        // With a colon it is the next key.
        if !is_number || !rest.starts_with(|letter: char| letter.is_ascii_digit()) || rest.contains(':') {
            return false;
        }
        let written = format!("{text},{rest}");
        let Err(problem) = number::parse(&written) else { return false };
        let place = self.source.place(start..end + 1 + rest.len());
        self.report(not_a_number(&shown(&written), &problem, place, ""));
        true
    }

    /// Whether an unknown key is the rest of the value before it; of a text that is said here, of a number where
    /// the number is read.
    pub(super) fn is_rest(&mut self, part: Part, name: &str, given: &Given<'_>) -> bool {
        let Given { key, value, .. } = given;
        let before = self.source.text().get(..key.mark().start as usize).unwrap_or("");
        if !value.is_null() || value.mark().start != value.mark().end || key.mark().start == key.mark().end {
            return false;
        }
        let Some(head) = before.trim_end_matches(' ').strip_suffix(',') else { return false };
        if before.ends_with(',')
            && name.starts_with(|c: char| c.is_ascii_digit())
            && ends_in_a_number(part, head)
        {
            return true;
        }
        if !name.contains(' ') || fields::nearest_to(part, name).is_some() {
            return false;
        }
        let message = format!("`{}` stands after a comma, which ended the text before it", shown(name));
        let finding = Finding::new(Code::UnknownField, self.spot(*key), message);
        let help = "If it belongs to that text, put the whole text in quotes; else write `key: value`.";
        self.report(finding.label("shown nowhere").help(help));
        true
    }
}

/// Whether the last value of a text between braces is a number that is read as one: of a text nobody would say that
/// it lost its end.
fn ends_in_a_number(part: Part, head: &str) -> bool {
    // Nobody writes so much between a key and a comma, and each of many commas would look back to the same colon.
    let near = head.floor_char_boundary(head.len().saturating_sub(LONGEST));
    let head = head.get(near..).unwrap_or(head);
    let Some((before, value)) = head.rsplit_once(':') else { return false };
    let key = before.rsplit(['{', ',', '\n']).next().unwrap_or("").trim_matches([' ', '"', '\'']);
    let is_number = value.trim().bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'.'));
    let is_text = |kind: Kind| matches!(kind, Kind::Text | Kind::Prose | Kind::Id | Kind::Texts);
    is_number && fields::find(part, key).is_none_or(|field| !is_text(field.kind))
}
