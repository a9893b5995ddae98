//! Outages: the words for a file that cannot be read, since when, and how old is what is shown instead.
//!
//! Times are those of the clock on the wall, never distances: they stay true while nobody looks.

use super::phrase::{Phrase, segment};
use crate::text::date::format_short;
use chrono::NaiveDateTime;

/// A file that cannot be read.
#[derive(Debug, Clone, Copy)]
pub struct Unreachable<'a> {
    /// Its name.
    pub name: &'a str,
    /// Whether it is not there.
    pub is_gone: bool,
    /// Why it cannot be read, as a phrase; empty where that is known by looking.
    pub why: &'a str,
    /// The line of the file, where it is a matter of one.
    pub line: Option<usize>,
    /// Since when.
    pub since: Option<NaiveDateTime>,
    /// When what is shown was read; none where nothing is.
    pub read: Option<NaiveDateTime>,
    /// Whether something is shown all the same.
    pub shows: bool,
    /// Whether there is a page that says more, and a key for it.
    pub has_page: bool,
}

/// The sentence for a file that cannot be read.
pub fn cannot_be_read(file: &Unreachable<'_>) -> Phrase {
    let is = match (file.is_gone, file.shows) {
        (true, true) => "is gone",
        (true, false) => "is not there",
        (false, _) => "cannot be read",
    };
    let head = format!("! {} {is}", file.name);
    let since = |with_day| file.since.map(|at| format!(" since {}", time(at, with_day))).unwrap_or_default();
    let line = file.line.map(|line| format!("line {line}"));
    let reason = match (&line, file.why) {
        (None, "") => String::new(),
        (Some(line), "") => format!(" ({line})"),
        (None, why) => format!(" ({why})"),
        (Some(line), why) if why.contains(line.as_str()) => format!(" ({why})"),
        (Some(line), why) => format!(" ({line}: {why})"),
    };
    let brief = line.map(|line| format!(" ({line})")).unwrap_or_default();
    let days_differ = file.since.zip(file.read).is_some_and(|(since, read)| since.date() != read.date());
    let more = if file.has_page { "; d says more" } else { "" };
    match (file.shows, file.read) {
        (true, Some(read)) => {
            let (long, short) = (time(read, true), time(read, days_differ));
            let at = if days_differ { "on" } else { "at" };
            Phrase::new([
                segment(head).or(5, if file.is_gone { "! Gone" } else { "! Unreadable" }),
                segment(since(true)).or(3, since(days_differ)).goes(7),
                segment(reason).or(2, brief).goes(6),
                segment(format!(": shown is what was read on {long}"))
                    .or(3, format!(": shown is what was read {at} {short}"))
                    .or(4, format!("; shown as read {at} {short}"))
                    .or(5, format!("; shown is of {short}"))
                    .or(6, format!("; shown: {short}"))
                    .or(7, format!("; shown is of {long}")),
                segment(more).goes(1),
            ])
        }
        (true, None) => Phrase::new([
            segment(head).or(3, if file.is_gone { "! Gone" } else { "! Cannot be read" }),
            segment(since(true)).or(2, since(false)).goes(3),
            segment(reason).or(1, brief),
            segment(". Last good view below").goes(2),
            segment(more),
            segment(if file.has_page { "." } else { "" }),
        ]),
        (false, _) => Phrase::new([
            segment(head).or(2, if file.is_gone { "! Not there" } else { "! Cannot be read" }),
            segment(since(true)).or(2, since(false)).goes(3),
            segment(reason).or(1, brief),
        ]),
    }
}

/// The sentence for a file that is being read for the first time.
pub fn awaited(name: &str) -> Phrase {
    Phrase::new([segment(format!("{name} is being read")).or(1, "Being read")])
}

/// What takes longer than a moment, for the last row.
pub fn busy(doing: &str) -> String {
    format!("still {doing}")
}

/// When the file was last read, for the last row: `read 14:07`.
pub fn read_at(at: NaiveDateTime) -> String {
    format!("read {}", time(at, false))
}

/// `14:05`, with the day `25 Nov 14:05`.
fn time(at: NaiveDateTime, with_day: bool) -> String {
    let clock = at.format("%H:%M");
    if with_day { format!("{} {clock}", format_short(at.date())) } else { clock.to_string() }
}
