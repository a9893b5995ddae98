//! Conditions: what is late, off its target, worse or old, for a script that asks whether anything is.
//!
//! Never decides whether a condition is a failure; who asks for the check does.

use super::attention;
use crate::figures::{Attention, Figures};
use crate::programme::Programme;
use crate::text::Place;
use strum::{EnumIter, IntoStaticStr};

/// What a script can ask about, besides findings; it knows each by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum ConditionKind {
    /// An initiative, a recommendation, a decision is late, or a meeting not marked as held.
    Overdue,
    /// A metric missed its target or is not on track to it.
    OffTarget,
    /// A metric moved against its declared direction.
    Worse,
    /// The data are older than `stale_after`.
    Stale,
}

/// One thing that is late, off its target or old.
#[derive(Debug, Clone, PartialEq)]
pub struct Condition {
    /// Which of the four.
    pub kind: ConditionKind,
    /// One sentence without a full stop.
    pub message: String,
    /// The item it is about.
    pub place: Place,
}

/// Everything that is late, off its target, worse or old on the day of the figures: the alarms of the list of what
/// needs attention, by their places in the file.
pub fn conditions(programme: &Programme, figures: &Figures) -> Vec<Condition> {
    let metric = |at: usize| programme.metrics.get(at).map(|item| &item.place);
    let all = figures.attention.iter().filter_map(|item| {
        let (kind, place) = match item {
            Attention::Overdue(deadline) => (ConditionKind::Overdue, deadline.what.entry(programme)?.1),
            Attention::OffTarget { metric: at, .. } => (ConditionKind::OffTarget, metric(*at)?),
            Attention::Worse { metric: at } => (ConditionKind::Worse, metric(*at)?),
            Attention::Stale { .. } => (ConditionKind::Stale, &programme.about.place),
            Attention::NotRead
            | Attention::DueSoon(_)
            | Attention::DaysAhead { .. }
            | Attention::NoValue { .. }
            | Attention::NoOwner { .. }
            | Attention::NoDue { .. }
            | Attention::NoMeetingDate { .. } => return None,
        };
        let message = attention(item, programme, figures).sentence();
        Some(Condition { kind, message, place: *place })
    });
    let mut conditions: Vec<Condition> = all.collect();
    conditions.sort_by_key(|condition| condition.place.start());
    conditions
}
