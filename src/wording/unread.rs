//! Unread: the words for what stands in the file and could not be read. It is named and counted wherever its
//! like are counted.

use super::fact::{Fact, Tone};
use super::{count, list, section_word};
use crate::document::{Finding, Severity};
use crate::programme::{Extent, Observation, Programme, Section, Unread, Unreadable, Value};

/// What stands before the name of an item that has a finding.
pub const MARK: &str = "* ";

/// What stands for a field that the file gives and that could not be read.
pub const NOT_READABLE: &str = "not readable";

/// What stands for a field that has nothing to show: that it could not be read, or that it is missing.
pub fn given<'a>(unreadable: &Unreadable, key: &str, missing: &'a str) -> &'a str {
    if unreadable.has(key) { NOT_READABLE } else { missing }
}

/// What an item that could not be read is called: `Joint training, line 12`, `item at line 12`.
pub fn called(item: &Unread) -> String {
    let line = item.place.line;
    match (&item.title, item.extent) {
        (Some(title), _) => format!("{title}, line {line}"),
        (None, Extent::Item) => format!("item at line {line}"),
        (None, Extent::Section) => format!("part of {} from line {line} on", section_word(item.section)),
    }
}

/// An item that could not be read, and why, in one line; the longest form first.
pub fn unread_line(item: &Unread, reasons: &[Finding]) -> [String; 3] {
    let why = reasons.first().map(|finding| format!(": {}", finding.message)).unwrap_or_default();
    let called = called(item);
    [
        format!("{called} could not be read{why}"),
        format!("{called} could not be read"),
        format!("not read: {called}"),
    ]
}

/// Where something is not that the file may hold all the same: nobody knows what could not be read.
pub fn absent(programme: &Programme, section: Section) -> &'static str {
    if not_read(programme, Some(section)).is_some() { "not shown" } else { "not in this file" }
}

/// That a section has nothing to show: `no metrics in this file`, `no metrics shown`.
pub fn nothing(items: &str, programme: &Programme, section: Section) -> String {
    let place = if not_read(programme, Some(section)).is_some() { "shown" } else { "in this file" };
    format!("no {items} {place}")
}

/// How much could not be read, as `1 initiative and 2 values could not be read`; none where all was.
pub fn not_read(programme: &Programme, section: Option<Section>) -> Option<String> {
    let unread = Missed::of(programme, section);
    let (one, many) = noun(section);
    let items = (unread.items > 0).then(|| count(unread.items, one, many));
    let parts = match unread.parts {
        0 => None,
        1 => Some("a part of the file".to_owned()),
        more => Some(format!("{more} parts of the file")),
    };
    let values = (unread.values > 0).then(|| count(unread.values, "value", "values"));
    let fields = unread.fields.iter().map(|(noun, number)| count(*number, noun.0, noun.1));
    let all: Vec<String> = [items, parts, values].into_iter().flatten().chain(fields).collect();
    (!all.is_empty()).then(|| format!("{} could not be read", list(&all)))
}

/// The same for where there is hardly any room: `1 not read`.
pub fn not_read_short(programme: &Programme, section: Option<Section>) -> Option<String> {
    let Missed { items, parts, values, fields } = Missed::of(programme, section);
    let all = items + parts + values + fields.iter().map(|(_, number)| number).sum::<usize>();
    (all > 0).then(|| format!("{all} not read"))
}

/// What could not be read, by kind.
struct Missed {
    items: usize,
    /// Sections, or what is left of them.
    parts: usize,
    values: usize,
    /// Fields of items that are shown otherwise, by what they are called.
    fields: Vec<(Noun, usize)>,
}

/// One, and several.
type Noun = (&'static str, &'static str);

impl Missed {
    /// In one section, or in all.
    fn of(programme: &Programme, section: Option<Section>) -> Self {
        let is_in = |own: Section| section.is_none_or(|section| section == own);
        let unread = |extent| {
            let all = programme.unread.iter().filter(|item| is_in(item.section));
            all.filter(|item| item.extent == extent).count()
        };
        let missed =
            |values: &[Observation]| values.iter().filter(|one| one.value == Value::Unreadable).count();
        let metrics = programme.metrics.iter().filter(|_| is_in(Section::Metrics));
        let criteria = programme.evaluation.iter().flat_map(|evaluation| &evaluation.criteria);
        let criteria = criteria.filter(|_| is_in(Section::Evaluation));
        let mut fields: Vec<(Noun, usize)> = Vec::new();
        for (_, key) in programme.unreadable().filter(|(section, _)| is_in(*section)) {
            let noun = field_noun(key);
            match fields.iter_mut().find(|(known, _)| *known == noun) {
                Some((_, number)) => *number += 1,
                None => fields.push((noun, 1)),
            }
        }
        Self {
            fields,
            items: unread(Extent::Item),
            parts: unread(Extent::Section),
            values: metrics.map(|metric| missed(&metric.values)).sum::<usize>()
                + criteria.map(|criterion| missed(&criterion.scores)).sum::<usize>(),
        }
    }
}

/// What a field is called where it is counted.
fn field_noun(key: &str) -> Noun {
    match key {
        "status" | "done" => ("status", "statuses"),
        "due" => ("due date", "due dates"),
        "date" | "agreed_on" | "completed_on" | "as_of" | "assessed_on" => ("date", "dates"),
        "owner" => ("owner", "owners"),
        "target" => ("target", "targets"),
        "values" => ("row of values", "rows of values"),
        "scores" => ("row of scores", "rows of scores"),
        _ => ("other field", "other fields"),
    }
}

const fn noun(section: Option<Section>) -> (&'static str, &'static str) {
    match section {
        Some(Section::Metrics) => ("metric", "metrics"),
        Some(Section::Initiatives) => ("initiative", "initiatives"),
        Some(Section::Recommendations) => ("recommendation", "recommendations"),
        Some(Section::Meetings) => ("meeting", "meetings"),
        Some(
            Section::Programme
            | Section::Evaluation
            | Section::Background
            | Section::Quotes
            | Section::Sources,
        )
        | None => ("item", "items"),
    }
}

/// What is known of something that could not be read; the key for the editor is named to who may use it.
pub fn unread_facts(item: &Unread, can_edit: bool) -> Vec<Fact> {
    let opens = if can_edit { "e opens it, and it" } else { "it" };
    let text = format!("line {}; {opens} is shown as soon as it can be read", item.place.line);
    vec![Fact { label: "In the file".into(), text, tone: Tone::Muted }]
}

/// Findings as facts: the line, what is wrong and what to write.
pub fn finding_facts(findings: &[Finding]) -> Vec<Fact> {
    let fact = |finding: &Finding| Fact {
        label: format!("Line {}", finding.place.line).into(),
        text: finding.help.iter().fold(finding.message.clone(), |text, help| format!("{text}. {help}")),
        tone: if finding.severity == Severity::Hint { Tone::Plain } else { Tone::Bad },
    };
    findings.iter().map(fact).collect()
}
