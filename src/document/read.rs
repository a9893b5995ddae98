//! Reading: from a text to what it means, and what is wrong with it.
//!
//! Reading never fails. A wrong field costs that field, a wrong item that item, broken YAML its
//! section; every other word of the file is read, and all findings are made in one pass.

mod characters;
mod dates;
mod evaluation;
mod initiative;
mod item;
mod keys;
mod list;
mod meeting;
mod metric;
mod number;
mod programme;
mod recommendation;
mod remarks;
mod scalar;
mod syntax;
mod values;

use super::finding::{Code, Finding, Severity};
use super::model::{Programme, Section, Unread};
use super::source::{Place, Source};
use super::tree::{MAX_BYTES, Mark, Node, Tree};
use super::{Reading, rules};

/// How many findings of each severity are kept.
const MOST_FINDINGS: usize = 1_000;

/// Reads a text.
///
/// Time and memory are proportional to the length of the text, whatever it holds; a text of more than
/// 32 MB is refused with a finding.
pub fn read(text: &str) -> Reading {
    let source = Source::new(text);
    let mut reader = Reader::new(&source);
    let programme = reader.text(text);
    let unreadable = programme.is_none();
    let mut programme = programme.unwrap_or_default();
    reader.findings.extend(rules::check(&programme, &source));
    programme.unread = reader.unread;
    programme.unread.sort_by_key(|unread| unread.place.span.start);
    let findings = in_order(reader.findings);
    Reading { source, programme, findings, unreadable }
}

/// Findings by place, each once, and of each severity no more than anybody reads.
fn in_order(mut findings: Vec<Finding>) -> Vec<Finding> {
    findings.sort_by(|a, b| {
        let key = |finding: &Finding| (finding.place.span.start, std::cmp::Reverse(finding.severity));
        key(a).cmp(&key(b))
    });
    findings.dedup_by(|later, first| {
        later.code == first.code && later.place.span == first.place.span && later.message == first.message
    });
    let mut counts = [0_usize; 3];
    let before = findings.len();
    let mut last = None;
    findings.retain(|finding| {
        let Some(count) = counts.get_mut(finding.severity as usize) else { return true };
        *count += 1;
        last = Some(finding.place.clone());
        *count <= MOST_FINDINGS
    });
    let left_out = before - findings.len();
    if let Some(place) = last.filter(|_| left_out > 0) {
        let message = format!("{left_out} more findings are not listed");
        let help = "Put the first ones right and check again.";
        findings.push(Finding::new(Code::TooManyFindings, place, message).help(help));
    }
    findings
}

/// What reading one text carries along.
#[derive(Debug)]
struct Reader<'s> {
    source: &'s Source,
    findings: Vec<Finding>,
    unread: Vec<Unread>,
}

impl<'s> Reader<'s> {
    fn new(source: &'s Source) -> Self {
        Self { source, findings: Vec::new(), unread: Vec::new() }
    }

    /// What the text means; none where nothing of it is a programme.
    fn text(&mut self, text: &str) -> Option<Programme> {
        if text.len() > MAX_BYTES {
            let message = "The file is longer than 32 MB and is not read";
            let finding = Finding::new(Code::TooLarge, self.source.place(0..0), message);
            self.report(finding.label("the file begins here").help("Divide it into several programmes."));
            return None;
        }
        let text = self.without_control_characters(text);
        let tree = Tree::read(&text);
        for trouble in &tree.troubles {
            let finding = syntax::finding(*trouble, self.source);
            self.report(finding);
        }
        let lost = self.lost_sections(&tree);
        match &tree.root {
            Some(root) => self.file(root, &lost),
            None => {
                if tree.troubles.is_empty() {
                    self.empty();
                }
                None
            }
        }
    }

    /// Notes the sections that broken YAML has cost.
    fn lost_sections(&mut self, tree: &Tree<'_>) -> Vec<Section> {
        let named = |(key, mark): &(String, Mark)| Some((programme::section_of(key)?, *mark));
        let lost: Vec<(Section, Mark)> = tree.broken.iter().filter_map(named).collect();
        for (section, mark) in &lost {
            self.unread.push(Unread { place: self.place(*mark), section: *section, title: None });
        }
        lost.into_iter().map(|(section, _)| section).collect()
    }

    fn empty(&mut self) {
        let finding = Finding::new(Code::EmptyFile, self.source.place(0..0), "The file is empty");
        let help = "Write at least `programme:` and below it `  title:` with the name of your programme.";
        self.report(finding.label("nothing but comments and blank lines is here").help(help));
    }

    fn report(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    /// The place of an item: all of it.
    fn place(&self, mark: Mark) -> Place {
        Place {
            line: mark.line as usize,
            column: mark.column as usize,
            span: mark.start as usize..mark.end as usize,
        }
    }

    /// The place a finding points at: what stands in the first line.
    fn spot(&self, node: &Node<'_>) -> Place {
        first_line(self.place(node.mark), self.source)
    }
}

/// A place, cut where its first line ends.
pub(super) fn first_line(mut place: Place, source: &Source) -> Place {
    let text = source.text().get(place.span.clone()).unwrap_or("");
    let length = text.find(['\n', '\r']).unwrap_or(text.len());
    place.span.end = place.span.start + length;
    place
}

/// How bad a mistake in a field is: whether what is shown would be wrong.
fn severity_of(field: &super::fields::Field) -> Severity {
    use super::fields::Weight;
    match field.weight {
        Weight::Needed | Weight::Figure => Severity::Error,
        Weight::Expected | Weight::Remark => Severity::Warning,
    }
}
