//! Upcoming: what has a day within the next weeks, a line each.
//!
//! Never knows today; distances are counted in `figures`.

use super::fact::{Fact, Tone};
use super::{distance, due, status};
use crate::figures::{AHEAD, Deadline, Figures, Owed};
use crate::programme::Programme;
use crate::text;

/// The heading of the list: `Next 60 days`, or `Late, and next 60 days`.
pub fn upcoming_title(figures: &Figures) -> String {
    let next = format!("ext {AHEAD} days");
    // In the order of their days.
    let is_late = figures.upcoming.first().is_some_and(|one| one.days < 0);
    if is_late { format!("Late, and n{next}") } else { format!("N{next}") }
}

/// A line for each day: `8 Feb 2024`, `Review of the programme, in 24 days`; one line that says so where
/// there is none. A line is made when it is asked for.
pub fn upcoming(programme: &Programme, figures: &Figures) -> impl ExactSizeIterator<Item = Fact> {
    let none = || {
        let none = format!("Nothing has a date in the next {AHEAD} days.");
        Fact { label: "".into(), text: none, tone: Tone::Muted }
    };
    let line = |one: &Deadline| {
        let name = one.what.name(programme);
        let what = match one.what {
            Owed::Meeting(at) => {
                let own = programme.meetings.get(at).zip(figures.meetings.get(at));
                let state = own.map_or("", |(meeting, own)| status::meeting_state(meeting, own));
                format!("Meeting: {name} ({state})")
            }
            Owed::Initiative(_) => format!("Initiative due: {name}"),
            Owed::Recommendation(_) => format!("Recommendation due: {name}"),
            Owed::Decision(..) => format!("Decision due: {name}"),
        };
        let text = format!("{what}, {}", far(one));
        let tone = if one.days < 0 { Tone::Bad } else { Tone::Plain };
        Fact { label: text::date::format_date(one.date).into(), text, tone }
    };
    (0..figures.upcoming.len().max(1)).map(move |at| figures.upcoming.get(at).map_or_else(none, line))
}

/// How far off a day is: a meeting was some days ago, and what was due is late.
fn far(one: &Deadline) -> String {
    if matches!(one.what, Owed::Meeting(_)) { distance(one.days) } else { due(one.days) }
}
