//! Conditions: what is late, off its target or old, for a script that asks whether anything is.
//!
//! Never decides whether a condition is a failure; who asks for the check does.

use super::{attention, target};
use crate::document::{Place, Programme};
use crate::figures::{Attention, Figures, Verdict};

/// What a script can ask about, besides findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ConditionKind {
    /// An initiative or a recommendation is late.
    Overdue,
    /// A metric missed its target or is not on track to it.
    OffTarget,
    /// The data are older than `stale_after`.
    Stale,
}

impl ConditionKind {
    /// The word scripts know it by.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::OffTarget => "off-target",
            Self::Stale => "stale",
        }
    }
}

/// One thing that is late, off its target or old.
#[derive(Debug, Clone, PartialEq)]
pub struct Condition {
    /// Which of the three.
    pub kind: ConditionKind,
    /// One sentence without a full stop.
    pub message: String,
    /// The item it is about.
    pub place: Place,
}

/// Everything that is late, off its target or old on the day of the figures.
pub fn conditions(programme: &Programme, figures: &Figures) -> Vec<Condition> {
    let mut conditions: Vec<Condition> = Vec::new();
    for item in &figures.attention {
        let about = match item {
            Attention::Overdue { initiative: at, .. } => {
                programme.initiatives.get(*at).map(|item| (ConditionKind::Overdue, &item.place))
            }
            Attention::RecommendationOverdue { recommendation: at, .. } => {
                programme.recommendations.get(*at).map(|item| (ConditionKind::Overdue, &item.place))
            }
            Attention::Stale { .. } => Some((ConditionKind::Stale, &programme.about.place)),
            Attention::NotRead
            | Attention::CompletedAhead { .. }
            | Attention::HeldAhead { .. }
            | Attention::ValueAhead { .. }
            | Attention::AdverseChange { .. }
            | Attention::TargetMissed { .. }
            | Attention::DueSoon { .. }
            | Attention::RecommendationDueSoon { .. }
            | Attention::MeetingPassed { .. }
            | Attention::NoValue { .. }
            | Attention::NoOwner { .. }
            | Attention::NoDue { .. }
            | Attention::NoMeetingDate { .. } => None,
        };
        if let Some((kind, place)) = about {
            let (message, _) = attention(item, programme, figures);
            conditions.push(Condition { kind, message, place: place.clone() });
        }
    }
    for (metric, own) in programme.metrics.iter().zip(&figures.metrics) {
        let Some(reading) = own.target.as_ref().filter(|reading| is_off(reading.verdict)) else { continue };
        let message = format!("{}: target {}", metric.name, target::verdict(reading));
        conditions.push(Condition { kind: ConditionKind::OffTarget, message, place: metric.place.clone() });
    }
    conditions.sort_by_key(|condition| condition.place.span.start);
    conditions
}

/// Whether a verdict says that a target is missed or not being reached.
const fn is_off(verdict: Verdict) -> bool {
    match verdict {
        Verdict::Missed | Verdict::NeedsAcceleration | Verdict::LimitedProgress | Verdict::Deterioration => {
            true
        }
        Verdict::Met
        | Verdict::OnTrack
        | Verdict::NotStarted
        | Verdict::NotJudged
        | Verdict::AcrossBreak
        | Verdict::Contradiction => false,
    }
}
