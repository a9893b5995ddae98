//! The report: a whole programme as plain text, one fact a line.
//!
//! The accessible form for screen readers, mail and minutes. It holds everything the screens hold,
//! and not one escape byte. Never draws a bar, never uses a colour.

use crate::app::Tab;
use crate::app::section::{Content, about};
use crate::document::Reading;
use crate::figures::Figures;
use crate::text;
use crate::wording::{self, Fact};

/// Writes the report of what was read. `name` is the file as people know it.
pub fn report(reading: &Reading, figures: &Figures, name: &str) -> String {
    report_if_there_is_room(reading, figures, name).unwrap_or_default()
}

/// The same; none where there is not enough memory for its text.
pub fn report_if_there_is_room(reading: &Reading, figures: &Figures, name: &str) -> Option<String> {
    let programme = &reading.programme;
    let mut page = Report::default();
    head(&mut page, reading, figures, name);
    attention(&mut page, reading, figures);

    let subject = &Content::of(programme, figures);
    for tab in Tab::ALL {
        section(&mut page, *tab, subject);
    }
    for paragraph in about(subject) {
        page.heading(&paragraph.title);
        page.facts(&paragraph.facts);
    }
    problems(&mut page, reading);
    (!page.is_cut).then_some(page.text)
}

fn head(page: &mut Report, reading: &Reading, figures: &Figures, name: &str) {
    let about = &reading.programme.about;
    let title = if about.title.is_empty() { "Programme without a title" } else { &about.title };
    page.line(title);
    if let Some(marking) = &about.marking {
        page.line(&format!("Marking: {marking}"));
    }
    let period = wording::period(&reading.programme, figures, false);
    let period = if period.is_empty() { period } else { format!(", {period}") };
    page.line(&format!("Report of {}{period}. File: {name}", text::date::format_date(figures.today)));
    page.heading(&wording::overview_message(&reading.programme, figures).whole());
}

fn attention(page: &mut Report, reading: &Reading, figures: &Figures) {
    page.heading(&format!("Needs attention: {}", figures.attention.len()));
    for (number, item) in figures.attention.iter().enumerate() {
        let sentence = wording::attention(item, &reading.programme, figures).sentence();
        page.item(number, &format!("{sentence}."));
    }
}

/// What a tab shows of a section of its own, item by item.
fn section(page: &mut Report, tab: Tab, subject: &Content<'_>) {
    let Some(row) = &tab.row().section else { return };
    let Some(count) = (row.count)(subject.programme) else { return };
    let unread = wording::not_read(subject.programme, Some(row.section));
    let unread = unread.map(|words| format!(" shown; {}", words.whole())).unwrap_or_default();
    page.heading(&format!("{}: {count}{unread}", tab.title()));
    if let Some(counts) = (row.counts)(subject) {
        page.line(&counts);
    }
    page.facts(&(row.whole)(subject));
    for number in 0..count {
        page.item(number, &(row.line)(subject, number));
        page.facts(&(row.values)(subject, number));
        page.facts(&(row.facts)(subject, number));
    }
}

fn problems(page: &mut Report, reading: &Reading) {
    if reading.findings.is_empty() {
        return;
    }
    page.heading(&format!("Problems in the file: {}", reading.findings.len()));
    for (number, finding) in reading.findings.iter().enumerate() {
        let help = finding.help.as_ref().map(|help| format!(". {help}")).unwrap_or_default();
        let (line, severity) = (finding.place.line(), finding.severity.word());
        page.item(number, &format!("Line {line}, {severity}: {}{help}", finding.message));
    }
}

/// A page of plain lines.
#[derive(Default)]
struct Report {
    text: String,
    /// Whether there was no memory for a line of it.
    is_cut: bool,
}

impl Report {
    fn line(&mut self, line: &str) {
        let line = line.trim_end();
        self.is_cut |= self.text.try_reserve(line.len() + 1).is_err();
        if !self.is_cut {
            self.text.push_str(line);
            self.text.push('\n');
        }
    }

    fn heading(&mut self, words: &str) {
        self.line("");
        self.line(words);
    }

    fn item(&mut self, index: usize, line: &str) {
        self.line(&format!("{}. {line}", index + 1));
    }

    fn facts(&mut self, facts: &[Fact]) {
        for fact in facts {
            let label = if fact.label.is_empty() { String::new() } else { format!("{}: ", fact.label) };
            self.line(&format!("   {label}{}", fact.text));
        }
    }
}
