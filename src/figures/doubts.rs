//! Doubts: what keeps the figures from being whole: things that could not be read, days that have not come.
//!
//! Never words a row.

use super::Attention;
use crate::programme::{Programme, Value};
use chrono::NaiveDate;

/// That something is missing from what is shown, because it could not be read.
pub(super) fn not_read(programme: &Programme) -> Option<Attention> {
    let values = programme.metrics.iter().flat_map(|metric| &metric.values);
    let scores = programme.evaluation.iter().flat_map(|evaluation| &evaluation.criteria);
    let mut values = values.chain(scores.flat_map(|criterion| &criterion.scores));
    let is_whole = programme.unread.is_empty()
        && values.all(|one| one.value != Value::Unreadable)
        && programme.unreadable().next().is_none();
    (!is_whole).then_some(Attention::NotRead)
}

/// That days lie ahead which cannot: the findings name them.
pub(super) fn days_ahead(programme: &Programme, today: NaiveDate) -> Option<Attention> {
    let number = crate::document::days_ahead(programme, today);
    (number > 0).then_some(Attention::DaysAhead { number })
}
