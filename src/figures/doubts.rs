//! Doubts: what keeps the figures from being whole: things that could not be read, days that have not come.
//!
//! Never words a row.

use super::Attention;
use super::progress::days_between;
use crate::document::{MeetingStatus, Programme, Value};
use chrono::NaiveDate;

/// What is missing from what is shown, and what cannot have happened yet.
pub(super) fn doubts(programme: &Programme, today: NaiveDate) -> impl Iterator<Item = Attention> {
    let values = programme.metrics.iter().flat_map(|metric| &metric.values);
    let scores = programme.evaluation.iter().flat_map(|evaluation| &evaluation.criteria);
    let values = values.chain(scores.flat_map(|criterion| &criterion.scores));
    let is_whole = programme.unread.is_empty()
        && values.clone().all(|one| one.value != Value::Unreadable)
        && programme.unreadable().next().is_none();
    let not_read = (!is_whole).then_some(Attention::NotRead);
    let ahead = programme.initiatives.iter().enumerate().filter_map(move |(initiative, item)| {
        let days = days_between(today, item.completed_on.as_ref()?.value);
        (days > 0).then_some(Attention::CompletedAhead { initiative, days })
    });
    let held = programme.meetings.iter().enumerate().filter_map(move |(meeting, item)| {
        item.status.as_ref().filter(|status| status.value == MeetingStatus::Held)?;
        let days = days_between(today, item.date.as_ref()?.value);
        (days > 0).then_some(Attention::HeldAhead { meeting, days })
    });
    let early = programme.metrics.iter().enumerate().filter_map(move |(metric, item)| {
        let value = item.values.iter().position(|one| one.is_ahead(today))?;
        Some(Attention::ValueAhead { metric, value })
    });
    not_read.into_iter().chain(early).chain(ahead).chain(held)
}
