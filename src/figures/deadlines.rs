//! Deadlines: everything that is owed by a day and still open, in one table.
//!
//! What needs attention, the agenda, what `check` reports as overdue, and slides are all made of it. Never holds
//! what is closed, and never says that something is late whose state could not be read.

use super::MeetingFigures;
use super::progress::{Progress, days_between};
use crate::programme::{Meeting, MeetingStatus, Programme, Recommendation};
use crate::text::Place;
use chrono::NaiveDate;

/// How many days ahead are looked at, on whatever tab something stands.
pub const AHEAD: i64 = 60;

/// Something that is owed by a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Deadline {
    /// The day.
    pub date: NaiveDate,
    /// Days from today on: 0 is today, negative is late.
    pub days: i64,
    /// What it is.
    pub what: Owed,
}

/// What is owed by a day, by its index in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Owed {
    /// A meeting is to be held.
    Meeting(usize),
    /// An initiative is due.
    Initiative(usize),
    /// A recommendation is due.
    Recommendation(usize),
    /// A decision (the second number) of a meeting is due.
    Decision(usize, usize),
}

impl Owed {
    /// What it is called, and where it stands in the file.
    pub fn entry(self, programme: &Programme) -> Option<(&str, &Place)> {
        match self {
            Self::Meeting(at) => programme.meetings.get(at).map(|item| (&*item.title, &item.place)),
            Self::Initiative(at) => programme.initiatives.get(at).map(|item| (&*item.title, &item.place)),
            Self::Recommendation(at) => {
                programme.recommendations.get(at).map(|item| (&*item.title, &item.place))
            }
            Self::Decision(at, number) => {
                let decision = programme.meetings.get(at)?.decisions.get(number);
                decision.map(|item| (&*item.text, &item.place))
            }
        }
    }

    /// What it is called.
    pub fn name(self, programme: &Programme) -> &str {
        self.entry(programme).map_or("", |(name, _)| name)
    }
}

/// Days from `today` to the day a recommendation is due, negative where it has passed; none where it is closed, or
/// would be late and nobody knows whether it is closed.
pub fn days_to_answer(one: &Recommendation, today: NaiveDate) -> Option<i64> {
    let is_closed = one.status.as_ref().is_some_and(|status| status.value.is_closed());
    let days = one.due.as_ref().map(|due| days_between(today, due.value.day)).filter(|_| !is_closed);
    known(days, one.unreadable.has("status"))
}

/// What may be closed for all that can be read is not called late.
fn known(days: Option<i64>, is_unknown: bool) -> Option<i64> {
    days.filter(|days| !is_unknown || *days >= 0)
}

/// All that is owed by a day and open: the longest overdue first.
pub(super) fn deadlines(
    programme: &Programme,
    initiatives: &[Progress],
    meetings: &[MeetingFigures],
    today: NaiveDate,
) -> Vec<Deadline> {
    let meets = programme.meetings.iter().zip(meetings).enumerate().filter_map(|(at, (one, own))| {
        let days = own.days.filter(|_| !own.is_over());
        Some((known(days, one.unreadable.has("status"))?, Owed::Meeting(at)))
    });
    let due = initiatives.iter().enumerate().filter_map(|(at, own)| Some((own.days?, Owed::Initiative(at))));
    let advised = programme.recommendations.iter().enumerate();
    let advised =
        advised.filter_map(|(at, one)| Some((days_to_answer(one, today)?, Owed::Recommendation(at))));
    // What a meeting decided that did not take place was not decided.
    let took_place = |(_, one): &(usize, &Meeting)| {
        one.status.as_ref().is_none_or(|status| status.value != MeetingStatus::Cancelled)
    };
    let decided = programme.meetings.iter().enumerate().filter(took_place).flat_map(|(at, one)| {
        one.decisions.iter().enumerate().filter_map(move |(number, decision)| {
            let due = decision.due.as_ref().filter(|_| !decision.done)?;
            let days = known(Some(days_between(today, due.value.day)), decision.unreadable.has("done"))?;
            Some((days, Owed::Decision(at, number)))
        })
    });
    let all = meets.chain(due).chain(advised).chain(decided);
    let dated = all.filter_map(|(days, what)| {
        let date = today.checked_add_signed(chrono::TimeDelta::try_days(days)?)?;
        Some(Deadline { date, days, what })
    });
    let mut list: Vec<Deadline> = dated.collect();
    list.sort_unstable();
    list
}
