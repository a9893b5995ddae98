//! Problems: the findings of the file, each with its line and what to write.

use crate::app::{Question, State};
use crate::document::{Code, Finding, Severity};
use crate::settings::Role;
use crate::text;
use crate::text::Source;
use crate::view::list::{ItemHeights, List, OwnHeights};
use crate::view::panel::Panel;
use ratatui::layout::Position;

const INDENT: u16 = 4;

/// The most lines of the file that are shown for one finding.
const MOST_QUOTED: usize = 12;

/// Draws the list of findings with `chosen` selected.
pub(in crate::view) fn draw(state: &State, chosen: usize, body: &mut Panel<'_>) -> Option<Position> {
    let findings = state.findings();
    if let Some(broken) = state.document.broken.as_ref().filter(|_| findings.is_empty()) {
        return Some(super::broken::draw(broken, state.session.access, body));
    }
    if findings.is_empty() {
        body.text(0, 0, "Nothing is wrong with this file.", Role::Text);
        return Some(body.cursor(0));
    }
    let columns = usize::from(body.columns().saturating_sub(INDENT)).max(1);
    let heights = ItemHeights::Own(state.ask(FindingHeights(columns)));
    let shown = List::new(heights, Some(chosen)).band(0).within(body.rows());
    let (cursor, _) = shown.draw(0, body, |at, _, panel| {
        let entry = findings.get(at).map(|finding| lines(finding, state.findings_source(), columns));
        for (y, (line, role)) in (0..).zip(entry.iter().flatten()) {
            let x = if matches!(role, Role::Bright | Role::Bad | Role::Warn) { 2 } else { INDENT };
            panel.text(x, y, line, *role);
        }
    });
    shown.say_below(body);
    cursor
}

/// How high are all findings in so many columns, with the blank row below each?
#[derive(PartialEq)]
struct FindingHeights(usize);

impl Question for FindingHeights {
    type Answer = OwnHeights;

    fn answer(&self, state: &State) -> OwnHeights {
        let source = state.findings_source();
        let rows = |finding| u16::try_from(lines(finding, source, self.0).len() + 1).unwrap_or(u16::MAX);
        state.findings().iter().map(rows).collect()
    }
}

/// A finding as lines: where and what, the source line, what to write.
fn lines(finding: &Finding, source: &Source, columns: usize) -> Vec<(String, Role)> {
    let head = format!("Line {}, {}: {}", finding.place.line(), finding.severity.word(), finding.message);
    let role = match finding.severity {
        Severity::Error => Role::Bad,
        Severity::Warning => Role::Warn,
        Severity::Hint => Role::Bright,
    };
    let mut lines: Vec<(String, Role)> =
        text::wrap(&head, columns).into_iter().map(|line| (line, role)).collect();
    lines.extend(quoted(finding, source, columns).into_iter().map(|line| (line, Role::Muted)));
    if let Some(help) = &finding.help {
        lines.extend(text::wrap(help, columns).into_iter().map(|line| (line, Role::Text)));
    }
    lines
}

/// The lines of the file a finding is about: its own, and those that explain it, each with its number and why.
/// Of two versions of the same lines, both whole.
fn quoted(finding: &Finding, source: &Source, columns: usize) -> Vec<String> {
    let quote = |line: usize| text::clean(source.line(line).trim_end()).into_owned();
    let own = finding.place.line();
    let last = finding.also.iter().map(|(place, _)| place.line()).max().unwrap_or(own);
    let lines: Vec<String> = if finding.code == Code::ConflictMarker {
        (own..=last).take(MOST_QUOTED).map(quote).collect()
    } else {
        let also = finding.also.iter().map(|(place, label)| {
            format!("{} (line {}: {label})", quote(place.line()).trim_start(), place.line())
        });
        std::iter::once(quote(own).trim_start().to_owned()).chain(also.take(MOST_QUOTED)).collect()
    };
    let shown = lines.into_iter().filter(|line| !line.trim().is_empty());
    shown.map(|line| text::fit(&line, columns, "…").into_owned()).collect()
}
