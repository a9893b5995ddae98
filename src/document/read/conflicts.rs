//! The marks of git around lines that two people changed differently.
//!
//! Each conflict is one finding, and the first side is read, so that nothing else is reported because
//! of it. Never decides which side is right.

use super::programme::section_of;
use super::reader::Reader;
use crate::document::finding::{Code, Finding};
use crate::programme::{Extent, Section};
use crate::yaml::tree::Mark;
use std::borrow::Cow;
use std::ops::Range;

/// The lines of one conflict, counted from 1.
struct Conflict {
    /// The line `<<<<<<<`.
    begin: usize,
    /// The line `|||||||` or `=======`: the first side ends before it.
    middle: usize,
    /// The line `=======`.
    second: usize,
    /// The line `>>>>>>>`.
    end: usize,
}

impl Reader<'_> {
    /// The text with blanks in place of marks and second sides, as long as before, so that places stay
    /// true.
    pub(super) fn without_second_sides<'t>(&mut self, text: Cow<'t, str>) -> Cow<'t, str> {
        let has = |mark: &str| memchr::memmem::find(text.as_bytes(), mark.as_bytes()).is_some();
        if !["<<<<<<<", ">>>>>>>", "|||||||"].into_iter().any(has) {
            return text;
        }
        let conflicts = self.conflicts();
        let mut blank: Vec<Range<usize>> = Vec::new();
        for conflict in &conflicts {
            self.report_conflict(conflict);
            blank.push(self.bytes(conflict.begin, conflict.begin));
            blank.push(self.bytes(conflict.middle, conflict.end));
        }
        let strays = self.strays(&conflicts);
        for line in strays.iter().copied() {
            let place = self.source.place(self.bytes(line, line));
            let message = "A line of git stands here that is no part of the programme";
            let finding = Finding::new(Code::ConflictMarker, place, message).label("left over from a merge");
            self.report(finding.help("Delete this line, and see that the lines around it are right."));
            blank.push(self.bytes(line, line));
        }
        blank.sort_by_key(|stretch| stretch.start);
        let whole = conflicts.iter().map(|conflict| (conflict.begin, conflict.end));
        self.lose_unmerged(whole.chain(strays.into_iter().map(|line| (line, line))).collect());
        Cow::Owned(blanked(&text, &blank))
    }

    /// Every conflict that has all its marks, in order.
    fn conflicts(&self) -> Vec<Conflict> {
        let mut found = Vec::new();
        let (mut begin, mut middle, mut second) = (None, None, None);
        for line in 1..=self.source.lines() {
            let content = self.source.line(line);
            if is_mark(content, "<<<<<<<") {
                (begin, middle, second) = (Some(line), None, None);
            } else if begin.is_some() && second.is_none() && is_mark(content, "|||||||") {
                middle = middle.or(Some(line));
            } else if begin.is_some() && second.is_none() && content == "=======" {
                second = Some(line);
            } else if let (Some(first), Some(other), true) = (begin, second, is_mark(content, ">>>>>>>")) {
                let middle = middle.unwrap_or(other);
                found.push(Conflict { begin: first, middle, second: other, end: line });
                (begin, second) = (None, None);
            }
        }
        found
    }

    /// Marks that belong to no conflict: somebody has removed the others.
    fn strays(&self, conflicts: &[Conflict]) -> Vec<usize> {
        let mut lines = Vec::new();
        let mut whole = conflicts.iter().peekable();
        for line in 1..=self.source.lines() {
            while whole.next_if(|conflict| conflict.end < line).is_some() {}
            let inside = whole.peek().is_some_and(|conflict| conflict.begin <= line);
            let content = self.source.line(line);
            if !inside && ["<<<<<<<", ">>>>>>>", "|||||||"].iter().any(|signs| is_mark(content, signs)) {
                lines.push(line);
            }
        }
        lines
    }

    fn report_conflict(&mut self, conflict: &Conflict) {
        let Conflict { begin, middle, second, end } = *conflict;
        let place = |line| self.source.place(self.bytes(line, line));
        let message = "Two versions of these lines stand here, and nobody has chosen yet";
        let one = format!("the first version: {}", lines(begin + 1, middle - 1));
        let other = format!("the second version: {}", lines(second + 1, end - 1));
        let finding = Finding::new(Code::ConflictMarker, place(begin), message)
            .label(format!("{one}, which is shown"))
            .also(place(second), other)
            .also(place(end), "the conflict ends here");
        let help = format!(
            "Keep the lines that are right, and delete the others and the lines {begin}, {second} and {end}."
        );
        self.report(finding.help(help));
    }

    /// Lists lines that were not merged among what could not be read: nobody knows which of them are right.
    fn lose_unmerged(&mut self, mut all: Vec<(usize, usize)>) {
        all.sort_unstable();
        let (mut section, mut from) = (Section::Programme, 1);
        for (begin, end) in all {
            let key = |line| self.source.line(line).split_once(':').and_then(|(key, _)| section_of(key));
            section = (from..begin).rev().find_map(key).unwrap_or(section);
            from = begin;
            let place = self.source.place(self.bytes(begin, begin));
            self.lose(section, place, None, Extent::Conflict);
            let inside = (begin + 1..end).map(|line| self.source.line(line));
            let inside = inside.filter(|line| *line != "=======" && !is_mark(line, "|||||||"));
            let column = |line: &str| line.find(|letter| letter != ' ').map(|at| at + 1);
            self.unmerged.push((self.bytes(begin, end), inside.filter_map(column).min().unwrap_or(0)));
        }
    }

    /// Whether lines that were not merged stand in an item, or behind it and as far to the right as its own.
    pub(super) fn is_unmerged(&self, item: Mark) -> bool {
        let (start, end) = (item.start as usize, item.end as usize);
        let first = self.unmerged.partition_point(|(lines, _)| lines.end <= start);
        let Some((lines, column)) = self.unmerged.get(first) else { return false };
        let between = self.source.text().get(end..lines.start);
        lines.start < end
            || *column >= item.column as usize && between.is_some_and(|text| text.trim().is_empty())
    }

    /// The bytes of lines without the line end of the last.
    fn bytes(&self, first: usize, last: usize) -> Range<usize> {
        self.source.line_start(first)..self.source.line_start(last) + self.source.line(last).len()
    }
}

/// `line 4`, `lines 4 to 6`, `nothing`.
fn lines(first: usize, last: usize) -> String {
    match last.checked_sub(first) {
        None => "nothing".to_owned(),
        Some(0) => format!("line {first}"),
        Some(_) => format!("lines {first} to {last}"),
    }
}

/// Seven signs, and a name after a blank or nothing.
fn is_mark(line: &str, signs: &str) -> bool {
    line.strip_prefix(signs).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// A text with blanks in place of all letters of some stretches; line ends stay.
fn blanked(text: &str, stretches: &[Range<usize>]) -> String {
    let mut made = String::with_capacity(text.len());
    let mut at = 0;
    for stretch in stretches {
        made.push_str(text.get(at..stretch.start).unwrap_or(""));
        for letter in text.get(stretch.clone()).unwrap_or("").chars() {
            if matches!(letter, '\n' | '\r') {
                made.push(letter);
            } else {
                (0..letter.len_utf8()).for_each(|_| made.push(' '));
            }
        }
        at = stretch.end;
    }
    made.push_str(text.get(at..).unwrap_or(""));
    made
}
