//! Problems: the findings of the file, each with its line and what to write.

use crate::app::State;
use crate::document::{Code, Finding, Severity};
use crate::settings::Role;
use crate::text;
use crate::text::Source;
use crate::view::panel::Panel;
use crate::view::window::{position, window};
use ratatui::layout::Position;

const INDENT: u16 = 4;

/// The most lines of the file that are shown for one finding.
const MOST_QUOTED: usize = 12;

/// Draws the list of findings with `chosen` selected.
pub(in crate::view) fn draw(state: &State, chosen: usize, body: &mut Panel<'_>) -> Option<Position> {
    let findings = state.findings();
    if let Some(broken) = state.broken.as_ref().filter(|_| findings.is_empty()) {
        return Some(super::broken::draw(broken, state.access, body));
    }
    if findings.is_empty() {
        body.text(0, 0, "Nothing is wrong with this file.", Role::Text);
        return Some(body.cursor(0));
    }
    let columns = usize::from(body.columns().saturating_sub(INDENT)).max(1);
    let entries: Vec<Vec<(String, Role)>> =
        findings.iter().map(|finding| lines(finding, state.findings_source(), columns)).collect();
    let heights: Vec<u16> =
        entries.iter().map(|entry| u16::try_from(entry.len() + 1).unwrap_or(u16::MAX)).collect();
    let shown = window(&heights, chosen, body.rows());
    let mut y = 0;
    let mut cursor = None;
    for index in shown.clone() {
        let Some(entry) = entries.get(index) else { continue };
        if index == chosen {
            body.text(0, y, ">", Role::Accent);
            cursor = Some(body.cursor(y));
        }
        for (line, role) in entry {
            let x =
                if *role == Role::Bright || *role == Role::Bad || *role == Role::Warn { 2 } else { INDENT };
            body.text(x, y, line, *role);
            y += 1;
        }
        y += 1;
    }
    let place = position(&shown, findings.len());
    if !place.is_empty() {
        body.right(body.columns(), body.rows().saturating_sub(1), &format!(" {place}"), Role::Muted);
    }
    cursor
}

/// A finding as lines: where and what, the source line, what to write.
fn lines(finding: &Finding, source: &Source, columns: usize) -> Vec<(String, Role)> {
    let head = format!("Line {}, {}: {}", finding.place.line, finding.severity.word(), finding.message);
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
    let own = finding.place.line;
    let last = finding.also.iter().map(|(place, _)| place.line).max().unwrap_or(own);
    let lines: Vec<String> = if finding.code == Code::ConflictMarker {
        (own..=last).take(MOST_QUOTED).map(quote).collect()
    } else {
        let also = finding.also.iter().map(|(place, label)| {
            format!("{} (line {}: {label})", quote(place.line).trim_start(), place.line)
        });
        std::iter::once(quote(own).trim_start().to_owned()).chain(also.take(MOST_QUOTED)).collect()
    };
    let shown = lines.into_iter().filter(|line| !line.trim().is_empty());
    shown.map(|line| text::fit(&line, columns, "…").into_owned()).collect()
}
