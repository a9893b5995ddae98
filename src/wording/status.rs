//! Status: the words and marks of the lifecycles, as people read them.

use super::phrase::{Phrase, segment};
use super::when::{distance, late};
use super::word;
use crate::document::NewStanding;
use crate::figures::{Counts, MeetingFigures, Progress, StatusMark, days_to_answer};
use crate::programme::{Meeting, Recommendation, Standing};
use chrono::NaiveDate;

/// The mark of an initiative; the same in every glyph set.
pub const fn mark(mark: StatusMark) -> &'static str {
    match mark {
        StatusMark::Open => "[ ]",
        StatusMark::InProgress => "[~]",
        StatusMark::Done => "[x]",
        StatusMark::Overdue => "[!]",
        StatusMark::Resting => "[-]",
        StatusMark::Unknown => "[?]",
    }
}

/// The word of a status that stands in the file and could not be read.
const STATUS_NOT_READABLE: &str = "status not readable";

/// The same where the file says nothing of it.
const STATUS_NOT_GIVEN: &str = "status not given";

/// The word of what the file says of an initiative.
pub fn standing_word(standing: &Standing) -> &'static str {
    match standing {
        Standing::NotGiven => STATUS_NOT_GIVEN,
        Standing::Done(done) => new_standing_word(NewStanding::Done(done.value)),
        Standing::Status(status) | Standing::Both(_, status) => word(status.value),
    }
}

/// The word of where an initiative is to stand.
pub fn new_standing_word(standing: NewStanding) -> &'static str {
    match standing {
        NewStanding::Status(status) => word(status),
        NewStanding::Done(true) => "done",
        NewStanding::Done(false) => "not done",
        NewStanding::NotGiven => STATUS_NOT_GIVEN,
    }
}

/// The word of where an initiative stands, whether or not the file says so.
pub fn progress_word(progress: &Progress) -> &'static str {
    match progress.status {
        Some(status) => word(status),
        None if matches!(progress.mark, StatusMark::Unknown) => STATUS_NOT_READABLE,
        None if progress.given => "not done",
        None => STATUS_NOT_GIVEN,
    }
}

/// The word of where a recommendation stands, whether or not that can be read.
pub fn recommendation_state(item: &Recommendation) -> &'static str {
    if item.unreadable.has("status") {
        return STATUS_NOT_READABLE;
    }
    item.status.as_ref().map_or(STATUS_NOT_GIVEN, |status| word(status.value))
}

/// Where a recommendation stands, and how far off the day is that an open one is due: `accepted, 31 days late`,
/// `proposed, due in 4 days`.
pub fn recommendation_standing(item: &Recommendation, today: NaiveDate) -> String {
    let state = recommendation_state(item);
    match days_to_answer(item, today) {
        Some(days) if days < 0 => format!("{state}, {}", late(days)),
        Some(days) => format!("{state}, due {}", distance(days)),
        None => state.to_owned(),
    }
}

/// The word of where a meeting stands, whether or not that can be read.
pub fn meeting_state(item: &Meeting, figures: &MeetingFigures) -> &'static str {
    if item.unreadable.has("status") {
        return STATUS_NOT_READABLE;
    }
    figures.status.map_or(STATUS_NOT_GIVEN, word)
}

/// How many initiatives stand where, each count with its mark: `[x] 0 done`. On hold and cancelled
/// are left out where there are none.
pub fn counts(counts: &Counts) -> Vec<String> {
    told(counts).into_iter().map(|(_, words)| words).collect()
}

/// Each count with its words.
fn told(counts: &Counts) -> Vec<(usize, String)> {
    let part = |of: StatusMark, number: usize, word: &str| (number, format!("{} {number} {word}", mark(of)));
    let mut parts = vec![
        part(StatusMark::Done, counts.done, "done"),
        part(StatusMark::InProgress, counts.in_progress, "in progress"),
        part(StatusMark::Overdue, counts.overdue, "overdue"),
        part(StatusMark::Open, counts.open, "open"),
    ];
    let resting = match (counts.resting - counts.cancelled.min(counts.resting), counts.cancelled) {
        (0, 0) => None,
        (on_hold, 0) => Some(part(StatusMark::Resting, on_hold, "on hold")),
        (0, cancelled) => Some(part(StatusMark::Resting, cancelled, "cancelled")),
        _ => Some(part(StatusMark::Resting, counts.resting, "on hold or cancelled")),
    };
    parts.extend(resting);
    parts.extend((counts.unknown > 0).then(|| part(StatusMark::Unknown, counts.unknown, "not readable")));
    parts
}

/// The same in one line: where there is little room what is not there goes first, and what is overdue last.
pub fn counts_line(of: &Counts) -> Phrase {
    let all = of.done + of.in_progress + of.overdue + of.open + of.resting + of.unknown;
    let done = format!("{} of {all} done", of.done);
    let mut told = told(of).into_iter();
    let first = told.next().map_or_else(String::new, |(_, words)| words);
    let others = told.map(|(number, words)| {
        let segment = segment(format!("   {words}")).or(1, format!("  {words}"));
        segment.goes(if number == 0 { 2 } else { 3 })
    });
    let late = if of.overdue > 0 { format!(", {} overdue", of.overdue) } else { String::new() };
    let late = segment("").or(3, late).goes(4);
    Phrase::new(std::iter::once(segment(first).or(3, done)).chain(others).chain([late]))
}

/// `3 agreed`, `3 announced`: how many items have which status word, in the order they first come.
pub(super) fn tally<'a>(words: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut tally: Vec<(&str, usize)> = Vec::new();
    for word in words {
        match tally.iter_mut().find(|(known, _)| *known == word) {
            Some((_, number)) => *number += 1,
            None => tally.push((word, 1)),
        }
    }
    tally.into_iter().map(|(word, number)| format!("{number} {word}")).collect()
}
