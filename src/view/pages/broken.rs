//! A file that cannot be read at all, from the start: what is wrong, where, and what to do.

use crate::document::Reading;
use crate::settings::Role;
use crate::text;
use crate::view::panel::Panel;
use ratatui::layout::Position;

/// Draws the first finding with the lines around it.
pub(in crate::view) fn draw(broken: &Reading, body: &mut Panel<'_>) -> Option<Position> {
    let columns = usize::from(body.columns());
    let Some(finding) = broken.findings.first() else {
        body.text(0, 0, "The file is empty. Start one: coopdash new FILE", Role::Text);
        return None;
    };
    let place = &finding.place;
    body.heading(0, &format!("Line {}, column {}", place.line, place.column), "");
    let mut y = 1;
    for line in place.line.saturating_sub(2).max(1)..=place.line {
        let source = text::clean(broken.source.line(line)).into_owned();
        let role = if line == place.line { Role::Bright } else { Role::Muted };
        body.text(0, y, &format!("{line:>5} | {source}"), role);
        y += 1;
    }
    let under = u16::try_from(place.column.saturating_add(7)).unwrap_or(u16::MAX);
    body.text(under, y, &format!("^ {}", finding.label), Role::Bad);
    y += 2;
    let words = [Some(&finding.message), finding.help.as_ref()];
    for line in words.into_iter().flatten().flat_map(|words| text::wrap(words, columns)) {
        body.text(0, y, &line, Role::Text);
        y += 1;
    }
    body.text(0, y + 1, "Nothing was changed. e opens the file at this line, r reads it again.", Role::Text);
    Some(body.cursor(0))
}
