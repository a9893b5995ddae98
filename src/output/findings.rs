//! Findings as text: what is wrong with a document, the line it stands in, and what to write instead.
//!
//! Four forms: full, with the line and marks under it; short, one line a finding; JSON; and commands
//! for GitHub. Safe to print whatever the document holds. Never decides whether a finding is an error.

mod github;
mod json;

pub use github::findings_for_github;
pub use json::findings_in_json;

use crate::document::{Finding, Reading, Severity};
use crate::text::{HIDDEN, clean, cleaned, wrap};
use crate::text::{Place, Source};
use crate::wording::{Condition, severities, word};
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};
use std::fmt::Write;
use std::ops::Range;

/// Width of the full form where nobody says otherwise.
const WIDTH: usize = 100;
/// Bytes of a line that are shown; of a longer one the part around the marked place.
const LONGEST_LINE: usize = 240;
/// Bytes shown before the marked place of a longer line.
const BEFORE: usize = 60;
/// Columns before the text of a help.
const HELP_MARGIN: usize = 16;
/// Places this many lines apart share one picture.
const TOGETHER: usize = 3;

/// What a check of one file came to.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked<'a> {
    /// The file as it was named.
    pub file: &'a str,
    /// What was read, or why nothing could be.
    pub reading: Result<Reading, String>,
    /// What is late, off its target or old, as far as it is asked for.
    pub conditions: Vec<Condition>,
}

/// One line a condition, `file:line:column: overdue: sentence`.
pub fn conditions_in_short(conditions: &[Condition], file: &str) -> String {
    let file = clean(file);
    let line = |condition: &Condition| {
        let (line, column) = (condition.place.line(), condition.place.column());
        format!("{file}:{line}:{column}: {}: {}\n", word(condition.kind), condition.message)
    };
    conditions.iter().map(line).collect()
}

/// All findings of a reading in full, without colour, and how many there are.
pub fn findings(reading: &Reading, file: &str) -> String {
    in_full(reading, file, &Renderer::plain(), WIDTH)
}

/// As [`findings`], in colour and for a terminal of `width` columns.
pub fn findings_in_colour(reading: &Reading, file: &str, width: usize) -> String {
    in_full(reading, file, &Renderer::styled(), width)
}

/// One line a finding, `file:line:column: severity[code]: message`, and how many there are.
pub fn findings_in_short(reading: &Reading, file: &str) -> String {
    let mut out = String::new();
    let file = clean(file);
    for finding in &reading.findings {
        let Finding { place, message, .. } = finding;
        let (line, column) = (place.line(), place.column());
        let (severity, code) = (finding.severity.word(), finding.code.name());
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{file}:{line}:{column}: {severity}[{code}]: {message}");
    }
    out.push_str(&count(&reading.findings, &file));
    out
}

fn in_full(reading: &Reading, file: &str, renderer: &Renderer, width: usize) -> String {
    let renderer = renderer.clone().term_width(width);
    let file = clean(file);
    let mut out = String::new();
    for finding in &reading.findings {
        let picture = renderer.render(&[picture(finding, &reading.source, &file, width)]);
        // The place is written here, because a cut line no longer shows its column.
        let (title, lines) = picture.split_once('\n').unwrap_or((&picture, ""));
        let gutter = " ".repeat(last_line(finding).to_string().len());
        let (line, column) = (finding.place.line(), finding.place.column());
        let _ = writeln!(out, "{title}\n{gutter}--> {file}:{line}:{column}\n{lines}\n");
    }
    out.push_str(&count(&reading.findings, &file));
    out
}

/// How many findings of each severity there are, as a closing line.
fn count(findings: &[Finding], file: &str) -> String {
    let counts = severities(findings);
    if counts.is_empty() {
        format!("Nothing is wrong with {file}\n")
    } else {
        format!("{counts} in {file}\n")
    }
}

/// A finding with its lines.
fn picture<'a>(finding: &'a Finding, source: &Source, file: &'a str, width: usize) -> Group<'a> {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Hint => Level::NOTE.with_name("hint"),
    };
    let title = level.primary_title(finding.message.as_str()).id(finding.code.name());
    let mut group = Group::with_title(title);
    let also = finding.also.iter().map(|(place, label)| (place, label.as_str(), AnnotationKind::Context));
    let primary = (&finding.place, finding.label.as_str(), AnnotationKind::Primary);
    let mut marks: Vec<LabelledPlace<'_>> = std::iter::once(primary).chain(also).collect();
    marks.sort_by_key(|(place, ..)| place.line());
    let pictures = marks.chunk_by(|(one, ..), (next, ..)| next.line() - one.line() <= TOGETHER);
    for (number, near) in pictures.enumerate() {
        // The first is named by the line above; without a path a second would begin with an empty name.
        let path = (number > 0).then_some(file);
        group = group.element(snippet(near, source).path(path));
    }
    match &finding.help {
        Some(help) => {
            let lines = wrap(help, width.saturating_sub(HELP_MARGIN).max(HELP_MARGIN));
            group.element(Level::HELP.message(lines.join("\n")))
        }
        None => group,
    }
}

/// The last line a finding shows; its number decides how wide the gutter is.
fn last_line(finding: &Finding) -> usize {
    let also = finding.also.iter().map(|(place, _)| place.line());
    also.chain([finding.place.line()]).max().unwrap_or(1)
}

/// A place with what is said about it.
type LabelledPlace<'a> = (&'a Place, &'a str, AnnotationKind);

/// The lines of marks that stand near each other. Long lines are cut to what is around their mark.
fn snippet<'a>(marks: &[LabelledPlace<'a>], source: &Source) -> Snippet<'a, Annotation<'a>> {
    let first = marks.first().map_or(1, |(place, ..)| place.line());
    let last = marks.last().map_or(first, |(place, ..)| place.line());
    let mut text = String::new();
    let mut annotations = Vec::new();
    for line in first..=last {
        let here: Vec<&LabelledPlace<'a>> = marks.iter().filter(|(place, ..)| place.line() == line).collect();
        // A byte-order mark at the beginning of a file belongs to no line; anywhere else it is a letter.
        let whole = source.line(line);
        let content = whole.strip_prefix('\u{feff}').filter(|_| line == 1).unwrap_or(whole);
        let begin = source.line_start(line) + whole.len() - content.len();
        let within = |at: usize| at.saturating_sub(begin);
        let start = here.first().map_or(0, |(place, ..)| within(place.start()));
        let shown = window(content, start);
        let cut = if shown.start > 0 { "..." } else { "" };
        let base = text.len() + cut.len();
        text.push_str(cut);
        let part = harmless(content.get(shown.clone()).unwrap_or(""));
        text.extend(part.iter().filter_map(|(_, letter)| *letter));
        text.push_str(if shown.end < content.len() { "...\n" } else { "\n" });
        let printed = |at: usize| base + length_before(&part, at - shown.start);
        for (place, label, kind) in here {
            let start = within(place.start()).clamp(shown.start, shown.end);
            let end = within(place.end()).clamp(start, shown.end);
            annotations.push(kind.span(printed(start)..printed(end)).label(*label));
        }
    }
    Snippet::source(text).line_start(first).annotations(annotations)
}

/// A letter with its place; none where there is nothing to be seen.
type Letter = (usize, Option<char>);

/// The letters of a part of a line without what a terminal may act on. Of the oldest control characters, tabs
/// among them, the renderer takes care: it has pictures of them.
fn harmless(part: &str) -> Vec<Letter> {
    let letter = |(at, written, kept): (usize, char, Option<char>)| match (written, kept) {
        (..='\u{1f}' | '\u{7f}', _) => (at, Some(written)),
        // Where nothing is to be seen, a mark shows the place.
        (_, Some('\n')) | ('\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2064}' | '\u{feff}', None) => {
            (at, Some(HIDDEN))
        }
        (_, kept) => (at, kept),
    };
    cleaned(part).map(letter).collect()
}

/// How many bytes are printed of what stands before a place.
fn length_before(part: &[Letter], at: usize) -> usize {
    part.iter()
        .take_while(|(place, _)| *place < at)
        .filter_map(|(_, letter)| *letter)
        .map(char::len_utf8)
        .sum()
}

/// The bytes of a line to show.
fn window(line: &str, at: usize) -> Range<usize> {
    if line.len() <= LONGEST_LINE {
        return 0..line.len();
    }
    let boundary = |mut at: usize| {
        while !line.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let start = boundary(at.saturating_sub(BEFORE));
    start..boundary((start + LONGEST_LINE).min(line.len()))
}
