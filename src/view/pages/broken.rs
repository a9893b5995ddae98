//! A file that cannot be read at all, from the start: what is wrong, where, and what to do.

use crate::app::{Access, Broken, Need, Outage};
use crate::settings::Role;
use crate::text;
use crate::view::panel::Panel;
use ratatui::layout::Position;

/// What is said where nobody at the keys can put it right.
const AGAIN: &str = "It is shown as soon as it can be read.";

/// Draws the first finding with the lines around it.
pub(in crate::view) fn draw(broken: &Broken, access: Access, body: &mut Panel<'_>) -> Position {
    let columns = usize::from(body.columns());
    let source = &broken.reading.source;
    let Some(finding) = broken.reading.findings.first() else {
        return without_text(&broken.outage, access, body);
    };
    let place = &finding.place;
    body.heading(0, &format!("Line {}, column {}", place.line(), place.column()), "");
    let mut y = 1;
    for line in place.line().saturating_sub(2).max(1)..=place.line() {
        let line_text = text::clean(source.line(line)).into_owned();
        let role = if line == place.line() { Role::Bright } else { Role::Muted };
        body.text(0, y, &format!("{line:>5} | {line_text}"), role);
        y += 1;
    }
    let under = u16::try_from(place.column().saturating_add(7)).unwrap_or(u16::MAX);
    body.text(under, y, &format!("^ {}", finding.label), Role::Bad);
    y += 2;
    let words = [Some(&finding.message), finding.help.as_ref()];
    for words in words.into_iter().flatten() {
        y = body.lines(0, y, &text::wrap(words, columns), Role::Text);
    }
    let end = if access.allows(Need::Starting) {
        "Nothing was changed. e opens the file at this line; it is read again when it is saved."
    } else {
        AGAIN
    };
    body.lines(0, y + 1, &text::wrap(end, columns), Role::Text);
    body.cursor(0)
}

/// A file without a text: why, what helps, and that it will be shown as soon as it can be read.
fn without_text(outage: &Outage, access: Access, body: &mut Panel<'_>) -> Position {
    let columns = usize::from(body.columns()).max(1);
    let (what, help) = match outage {
        Outage::Awaited => ("The file is being read", "press q to leave"),
        // What helps is for others to do.
        Outage::Text if !access.allows(Need::Writing) => ("The file is empty", ""),
        Outage::Gone if !access.allows(Need::Writing) => ("The file is not there", ""),
        Outage::Text => ("The file is empty", "start one with coopdash new FILE"),
        Outage::Gone => ("The file is gone", "put it back, or start another with coopdash new FILE"),
        Outage::Refused { why, help, .. } => (why.as_str(), help.as_str()),
    };
    let lines = [what, help, AGAIN].map(|words| words.trim_end_matches('.').to_owned() + ".");
    let mut y = 0;
    for (number, words) in lines.iter().filter(|words| words.len() > 1).enumerate() {
        for line in text::wrap(&text::capital(words), columns) {
            body.text(0, y, &line, if number == 0 { Role::Bright } else { Role::Text });
            y += 1;
        }
    }
    body.cursor(0)
}
