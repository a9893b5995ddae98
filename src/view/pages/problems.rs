//! Problems: the findings of the file, each with its line and what to write.

use crate::app::State;
use crate::document::{Finding, Severity};
use crate::settings::Role;
use crate::text;
use crate::view::panel::Panel;
use crate::view::window::{position, window};
use ratatui::layout::Position;

const INDENT: u16 = 4;

/// Draws the list of findings with `chosen` selected.
pub(in crate::view) fn draw(state: &State, chosen: usize, body: &mut Panel<'_>) -> Option<Position> {
    let findings = state.findings();
    if let Some(broken) = state.broken.as_ref().filter(|_| findings.is_empty()) {
        return Some(super::broken::draw(broken, body));
    }
    if findings.is_empty() {
        body.text(0, 0, "Nothing is wrong with this file.", Role::Text);
        return Some(body.cursor(0));
    }
    let columns = usize::from(body.columns().saturating_sub(INDENT)).max(1);
    let entries: Vec<Vec<(String, Role)>> = findings
        .iter()
        .map(|finding| lines(finding, state.findings_source().line(finding.place.line), columns))
        .collect();
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
fn lines(finding: &Finding, source: &str, columns: usize) -> Vec<(String, Role)> {
    let head = format!("Line {}, {}: {}", finding.place.line, finding.severity.word(), finding.message);
    let role = match finding.severity {
        Severity::Error => Role::Bad,
        Severity::Warning => Role::Warn,
        Severity::Hint => Role::Bright,
    };
    let mut lines: Vec<(String, Role)> =
        text::wrap(&head, columns).into_iter().map(|line| (line, role)).collect();
    let source = text::clean(source.trim());
    if !source.is_empty() {
        lines.push((text::fit(&source, columns, "…").into_owned(), Role::Muted));
    }
    if let Some(help) = &finding.help {
        lines.extend(text::wrap(help, columns).into_iter().map(|line| (line, Role::Text)));
    }
    lines
}
