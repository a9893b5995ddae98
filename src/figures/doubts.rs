//! Doubts: whether the figures are made from everything that stands in the file.
//!
//! Never words a row.

use crate::programme::{Programme, Value};

/// Whether everything could be read: else something is missing from what is shown.
pub(super) fn is_whole(programme: &Programme) -> bool {
    let values = programme.metrics.iter().flat_map(|metric| &metric.values);
    let scores = programme.evaluation.iter().flat_map(|evaluation| &evaluation.criteria);
    let mut values = values.chain(scores.flat_map(|criterion| &criterion.scores));
    programme.unread.is_empty()
        && values.all(|one| one.value != Value::Unreadable)
        && programme.unreadable().next().is_none()
}
