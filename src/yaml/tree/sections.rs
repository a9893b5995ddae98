//! Broken YAML: every section that begins with a key in column 0 is read by itself.
//!
//! Time stays proportional to the text: each section is parsed once. Never reads past the first
//! document.

use super::build::Builder;
use super::cut::key_of;
use super::diagnose::diagnose;
use super::mark::Mark;
use super::row::{BrokenSection, Tree};
use super::trouble::{Trouble, TroubleKind};
use std::ops::Range;

/// How many sections are read one by one.
const MAX_SECTIONS: usize = 100_000;

/// A stretch of the text from one key in column 0 to the next.
struct SectionSpan<'t> {
    /// The key as it is written, without quotes.
    key: &'t str,
    /// Where the key stands.
    mark: Mark,
    /// Whether the key has its colon.
    has_colon: bool,
    /// All its bytes; the first section also holds what stands before it.
    range: Range<usize>,
    /// The line its bytes begin in.
    line: usize,
}

/// Reads every section of `text` that can be read.
pub(super) fn read(text: &str) -> Tree {
    let mut builder = Builder::of(text);
    let mut broken = Vec::new();
    builder.open_root();
    for section in split(text) {
        let lost = |trouble| BrokenSection { key: section.key.to_owned(), mark: section.mark, trouble };
        if !section.has_colon {
            broken.push(lost(Trouble::new(TroubleKind::MissingColon, section.mark)));
            continue;
        }
        if let Err(stop) = builder.section(section.range.clone(), section.line) {
            broken.push(lost(diagnose(text, section.range, &stop)));
        }
    }
    // Without anything in column 0 there are no sections: the whole text is the one that is broken.
    if broken.is_empty()
        && let Err(stop) = builder.section(0..text.len(), 1)
    {
        let trouble = diagnose(text, 0..text.len(), &stop);
        broken.push(BrokenSection { key: String::new(), mark: Mark::default(), trouble });
    }
    builder.close_root();
    Tree { broken, ..builder.into_tree() }
}

/// Cuts the first document into sections.
fn split(text: &str) -> Vec<SectionSpan<'_>> {
    let mut sections: Vec<SectionSpan<'_>> = Vec::new();
    for (index, (start, content, end)) in lines(text).enumerate() {
        if content.starts_with("...") || (content.starts_with("---") && !sections.is_empty()) {
            return sections;
        }
        // Further keys are left to the last section: a programme has nine.
        let key = key_of(content).filter(|_| sections.len() < MAX_SECTIONS);
        if let Some((key, has_colon)) = key {
            let first = sections.is_empty();
            let (from, line) = if first { (0, 1) } else { (start, index + 1) };
            sections.push(SectionSpan {
                key,
                mark: mark(start, key, index + 1),
                has_colon,
                range: from..end,
                line,
            });
        } else if let Some(last) = sections.last_mut() {
            last.range.end = end;
        }
    }
    sections
}

/// The lines of a text: where each starts, what it says, where the next starts. They end at LF, CRLF
/// or a lone CR; a byte-order mark belongs to no line.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str, usize)> {
    let mut at = text.len() - text.trim_start_matches('\u{feff}').len();
    std::iter::from_fn(move || {
        let rest = text.get(at..).filter(|rest| !rest.is_empty())?;
        let length = rest.find(['\n', '\r']).unwrap_or(rest.len());
        let (content, after) = rest.split_at_checked(length)?;
        let ending = if after.starts_with("\r\n") { 2 } else { usize::from(!after.is_empty()) };
        let start = at;
        at += length + ending;
        Some((start, content, at))
    })
}

fn mark(start: usize, key: &str, line: usize) -> Mark {
    let number = |large: usize| u32::try_from(large).unwrap_or(u32::MAX);
    Mark { start: number(start), end: number(start + key.len()), line: number(line), column: 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_begins_at_each_key_in_column_0_whatever_ends_the_lines() {
        for ending in ["\n", "\r\n", "\r"] {
            let text =
                ["\u{feff}# head", "---", "a: 1", "  b: 2", "\"c\":", "- d: 3", "...", "e: 4"].join(ending);
            let sections = split(&text);
            let keys: Vec<_> = sections.iter().map(|section| (section.key, section.mark.line)).collect();
            assert_eq!(keys, [("a", 3), ("c", 5)]);
            let second = sections.get(1).unwrap();
            assert_eq!(
                text.get(second.range.clone()),
                Some(format!("\"c\":{ending}- d: 3{ending}").as_str())
            );
        }
    }
}
