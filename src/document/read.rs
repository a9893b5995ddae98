//! Reading: from a text to what it means, and what is wrong with it.
//!
//! Reading never fails. A wrong field costs that field, a wrong item that item, broken YAML its
//! section; every other word of the file is read, and all findings are made in one pass.

mod advice;
mod characters;
mod comma;
mod conflicts;
mod dates;
mod diagnostics;
mod evaluation;
mod item;
mod keys;
mod list;
mod lookalike;
mod many;
mod metric;
mod number;
mod observations;
mod own;
mod parts;
mod periods;
mod programme;
mod reader;
mod rows;
mod scalar;
mod shown;
mod syntax;
mod targets;
mod values;

use super::finding::{Code, Finding, Severity};
use super::reading::Reading;
use super::rules;
use crate::programme::{Programme, Section};
use crate::text::Source;
use crate::yaml::tree::{BrokenSection, MAX_BYTES, Tree, Trouble};
pub(super) use dates::{YEARS, due as due_day, english_month, iso as day};
use lookalike::COST;
use reader::Reader;
pub(super) use shown::{clean as cleaned, clean_lines as cleaned_lines, shown};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Reads a text.
///
/// Time and memory are proportional to the length of the text, whatever it holds; a text of more than
/// 32 MB is refused with a finding.
pub fn read(text: impl Into<String>) -> Reading {
    understood(Source::new(text), None)
}

/// Reads a text whose tree is known: that of the text as it is written.
pub(super) fn read_tree(text: String, tree: Tree) -> Reading {
    understood(Source::new(text), Some(tree))
}

fn understood(source: Source, tree: Option<Tree>) -> Reading {
    let mut reader = Reader::new(&source);
    let read = reader.text(source.text(), tree);
    let Understood { programme, tree, is_as_written } = read;
    let unreadable = programme.is_none();
    let mut programme = programme.unwrap_or_default();
    programme.unread = reader.unread;
    programme.unread.sort_by_key(|unread| unread.place.start());
    let mut diagnostics = reader.diagnostics;
    let is_sound = diagnostics.soundness();
    rules::check(&programme, &source, is_sound, |finding| diagnostics.add(finding));
    let findings = diagnostics.in_order(&source);
    Reading { source, programme, findings, unreadable, today: None, tree: Arc::new(tree), is_as_written }
}

/// What came of a text.
#[derive(Debug, Default)]
struct Understood {
    programme: Option<Programme>,
    tree: Tree,
    is_as_written: bool,
}

impl Reader<'_> {
    /// What the text means; no programme where nothing of it is one.
    fn text(&mut self, text: &str, known: Option<Tree>) -> Understood {
        if text.len() > MAX_BYTES {
            let message = "The file is longer than 32 MB and is not read";
            let finding = Finding::new(Code::TooLarge, self.source.place(0..0), message);
            self.report(finding.label("the file begins here").help("Divide it into several programmes."));
            return Understood::default();
        }
        let text = self.without_control_characters(text);
        let text = self.without_second_sides(text);
        let is_as_written = matches!(text, Cow::Borrowed(_));
        let starts = is_as_written.then(|| self.source.line_starts());
        let tree = known.filter(|_| is_as_written).unwrap_or_else(|| Tree::read_lines(&text, starts));
        // What stopped the parser later on the same line is told; once is enough.
        let line = |trouble: Trouble| self.source.line_at(trouble.start);
        let stops: BTreeSet<usize> = tree.broken.iter().map(|broken| line(broken.trouble)).collect();
        let troubles = tree.troubles.iter().filter(|trouble| !stops.contains(&line(**trouble)));
        let troubles: Vec<Trouble> = troubles.copied().collect();
        for trouble in &troubles {
            let finding = syntax::finding(*trouble, self.source);
            self.report(finding);
        }
        let lost: Vec<Section> = tree.broken.iter().filter_map(|broken| self.lost_section(broken)).collect();
        let root = tree.root(&text);
        if root.is_none() && tree.broken.is_empty() {
            self.empty();
        }
        let programme = root.and_then(|root| self.file(root, &lost));
        Understood { programme, tree, is_as_written }
    }

    /// Reports a section that broken YAML has cost; answers which it is.
    fn lost_section(&mut self, broken: &BrokenSection) -> Option<Section> {
        if !self.is_beyond(Severity::Error, &broken.mark.place()) {
            let mut finding = syntax::finding(broken.trouble, self.source);
            let help = finding.help.take().unwrap_or_default();
            finding.help = Some(match broken.key.as_str() {
                "" => format!("{help} {COST} nothing of the file can be shown."),
                key if programme::section_of(key).is_none() => help,
                key => format!("{help} {COST} the section `{}` is not shown.", shown(key)),
            });
            self.report(finding);
        }
        let section = programme::section_of(&broken.key)?;
        self.lose_section(section, broken.mark.place());
        Some(section)
    }

    fn empty(&mut self) {
        let finding = Finding::new(Code::EmptyFile, self.source.place(0..0), "The file is empty");
        let help =
            "Write at least a line `programme:`, and under it a line `title:` that begins with two spaces.";
        self.report(finding.label("nothing but comments and blank lines is here").help(help));
    }
}
