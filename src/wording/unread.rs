//! Unread: the words for what stands in the file and could not be read. It is named and counted wherever its
//! like are counted.

use super::fact::{Fact, Tone};
use super::phrase::{Phrase, segment};
use super::{count, list, word};
use crate::document::{Finding, Severity};
use crate::programme::{Extent, Programme, Section, Unread, Unreadable, Value};

/// What stands before the name of an item that has a finding.
pub const MARK: &str = "* ";

/// What stands for a field that the file gives and that could not be read.
pub const NOT_READABLE: &str = "not readable";

/// What stands for a field that has nothing to show: that it could not be read, or that it is missing.
pub fn given<'a>(unreadable: &Unreadable, key: &str, missing: &'a str) -> &'a str {
    if unreadable.has(key) { NOT_READABLE } else { missing }
}

/// Each of the fields that could not be read, where they stand in one line with the others: `date not readable`.
pub(super) fn lost(unreadable: &Unreadable) -> impl Iterator<Item = String> + '_ {
    unreadable.keys().map(|key| format!("{key} {NOT_READABLE}"))
}

/// What an item that could not be read is called: `Joint training, line 12`, `item at line 12`.
pub fn called(item: &Unread) -> String {
    let line = item.place.line();
    match (&item.title, item.extent) {
        (Some(title), _) => format!("{title}, line {line}"),
        (None, Extent::Item) => format!("item at line {line}"),
        (None, Extent::Conflict) => format!("merge conflict at line {line}"),
        (None, Extent::Decision) => format!("decision at line {line}"),
        (None, Extent::Section) => format!("part of {} from line {line} on", word(item.section)),
    }
}

/// An item that could not be read, and why, in one line.
pub fn unread_line(item: &Unread, reasons: &[Finding]) -> Phrase {
    let why = reasons.first().map(|finding| format!(": {}", finding.message)).unwrap_or_default();
    Phrase::new([
        segment(MARK),
        segment("").or(2, "not read: "),
        segment(called(item)),
        segment(" could not be read").goes(2),
        segment(why).goes(1),
    ])
}

/// Where something is not that the file may hold all the same: nobody knows what could not be read.
pub fn absent(programme: &Programme, section: Section) -> &'static str {
    absent_if(not_read(programme, Some(section)).is_some())
}

/// The same where it is known whether something could not be read.
pub const fn absent_if(is_unread: bool) -> &'static str {
    if is_unread { "not shown" } else { "not in this file" }
}

/// That a section has nothing to show: `no metrics in this file`, `no metrics shown`.
pub fn nothing(programme: &Programme, section: Section) -> String {
    let place = if not_read(programme, Some(section)).is_some() { "shown" } else { "in this file" };
    format!("no {} {place}", word(section))
}

/// How much could not be read: `1 initiative and 2 values could not be read`, with hardly any room `3 not read`; none
/// where all was.
pub fn not_read(programme: &Programme, section: Option<Section>) -> Option<Phrase> {
    let missed = missed(programme, section);
    let words = missed.iter().map(|(number, noun)| match (number, *noun) {
        (1, PARTS) => "a part of the file".to_owned(),
        (number, (one, many)) => count(*number, one, many),
    });
    let words = format!("{} could not be read", list(&words.collect::<Vec<_>>()));
    let number: usize = missed.iter().map(|(number, _)| number).sum();
    (number > 0).then(|| Phrase::new([segment(words).or(1, format!("{number} not read"))]))
}

/// One, and several.
type Noun = (&'static str, &'static str);

/// Sections, or what is left of them.
const PARTS: Noun = ("part of the file", "parts of the file");

/// How much could not be read in one section, or in all, by what it is called.
fn missed(programme: &Programme, section: Option<Section>) -> Vec<(usize, Noun)> {
    let is_in = |own: Section| section.is_none_or(|section| section == own);
    let unread = |extent| {
        let all = programme.unread.iter().filter(|item| is_in(item.section));
        all.filter(|item| item.extent == extent).count()
    };
    let metrics = programme.metrics.iter().filter(|_| is_in(Section::Metrics)).map(|item| &item.values);
    let criteria = programme.evaluation.iter().flat_map(|evaluation| &evaluation.criteria);
    let scores = criteria.filter(|_| is_in(Section::Evaluation)).map(|item| &item.scores);
    let values = metrics.chain(scores).flatten().filter(|one| one.value == Value::Unreadable).count();
    let mut missed = vec![
        (unread(Extent::Item), noun(section)),
        (unread(Extent::Decision), ("decision", "decisions")),
        (unread(Extent::Section), PARTS),
        (unread(Extent::Conflict), ("merge conflict", "merge conflicts")),
        (values, ("value", "values")),
    ];
    missed.retain(|(number, _)| *number > 0);
    let before = missed.len();
    // Fields of items that are shown otherwise.
    for (_, key) in programme.unreadable().filter(|(section, _)| is_in(*section)) {
        let noun = field_noun(key);
        match missed.iter_mut().skip(before).find(|(_, known)| *known == noun) {
            Some((number, _)) => *number += 1,
            None => missed.push((1, noun)),
        }
    }
    missed
}

/// What a field is called where it is counted.
fn field_noun(key: &str) -> Noun {
    match key {
        "status" | "done" => ("status", "statuses"),
        "due" => ("due date", "due dates"),
        "date" | "agreed_on" | "completed_on" | "as_of" | "assessed_on" | "retrieved" => ("date", "dates"),
        "owner" => ("owner", "owners"),
        "target" => ("target", "targets"),
        "values" => ("row of values", "rows of values"),
        "scores" => ("row of scores", "rows of scores"),
        _ => ("other field", "other fields"),
    }
}

/// What the items of a section are called where they are counted.
const fn noun(section: Option<Section>) -> Noun {
    match section {
        Some(Section::Metrics) => ("metric", "metrics"),
        Some(Section::Initiatives) => ("initiative", "initiatives"),
        Some(Section::Recommendations) => ("recommendation", "recommendations"),
        Some(Section::Meetings) => ("meeting", "meetings"),
        Some(Section::Background) => ("background item", "background items"),
        Some(Section::Quotes) => ("quote", "quotes"),
        Some(Section::Sources) => ("source", "sources"),
        Some(Section::Programme | Section::Evaluation) | None => ("item", "items"),
    }
}

/// What is known of something that could not be read; the key for the editor is named to who may use it.
pub fn unread_facts(item: &Unread, can_edit: bool) -> Vec<Fact> {
    let opens = if can_edit { "e opens it, and it" } else { "it" };
    let text = format!("line {}; {opens} is shown as soon as it can be read", item.place.line());
    vec![Fact { label: "In the file".into(), text, tone: Tone::Muted }]
}

/// Findings as facts: the line, what is wrong and what to write.
pub fn finding_facts(findings: &[Finding]) -> Vec<Fact> {
    let fact = |finding: &Finding| Fact {
        label: format!("Line {}", finding.place.line()).into(),
        text: finding.help.iter().fold(finding.message.clone(), |text, help| format!("{text}. {help}")),
        tone: if finding.severity == Severity::Hint { Tone::Plain } else { Tone::Bad },
    };
    findings.iter().map(fact).collect()
}
