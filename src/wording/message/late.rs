//! What is late besides initiatives, and figures out of date: what no head may keep to itself.
//!
//! Counts the rows of the list of what needs attention, so that the two never differ.

use super::clause::{Clause, Keep};
use crate::figures::{Attention, Deadline, Figures, Owed};
use crate::wording::phrase::{Phrase, segment};
use crate::wording::{count, late};

/// What can be late besides initiatives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Commitment {
    Recommendation,
    Decision,
    Meeting,
}

impl Commitment {
    const fn of(what: Owed) -> Option<Self> {
        match what {
            Owed::Initiative(_) => None,
            Owed::Recommendation(_) => Some(Self::Recommendation),
            Owed::Decision(..) => Some(Self::Decision),
            Owed::Meeting(_) => Some(Self::Meeting),
        }
    }

    /// So many of them, in brief: `2 decisions late`.
    fn brief(self, number: usize) -> String {
        match self {
            Self::Recommendation => format!("{} late", count(number, "recommendation", "recommendations")),
            Self::Decision => format!("{} late", count(number, "decision", "decisions")),
            Self::Meeting => format!("{} not marked as held", count(number, "meeting", "meetings")),
        }
    }

    /// The same with how late the latest of them is; a meeting that has passed is not late.
    fn in_full(self, number: usize, days: i64) -> String {
        match (self, number) {
            (Self::Meeting, _) => self.brief(number),
            (Self::Recommendation, 1) => format!("1 recommendation is {}", late(days)),
            (Self::Decision, 1) => format!("1 decision is {}", late(days)),
            _ => format!("{}, the longest {}", self.brief(number), late(days)),
        }
    }
}

/// What is late of these kinds: `2 recommendations late, the longest 46 days late, 1 decision is 3 days late`.
pub(super) fn of_kinds(kinds: &[Commitment], figures: &Figures) -> Option<Clause> {
    clause(kinds, figures, "things")
}

fn clause(kinds: &[Commitment], figures: &Figures, noun: &str) -> Option<Clause> {
    let all: Vec<(Commitment, usize, i64)> = kinds.iter().filter_map(|kind| tally(*kind, figures)).collect();
    let number: usize = all.iter().map(|(_, number, _)| number).sum();
    let joined = |words: &dyn Fn(&(Commitment, usize, i64)) -> String| {
        all.iter().map(words).collect::<Vec<_>>().join(", ")
    };
    let full = joined(&|(kind, number, days)| kind.in_full(*number, *days));
    let mut words = segment(full).or(1, joined(&|(kind, number, _)| kind.brief(*number)));
    if all.len() > 1 {
        words = words.or(2, format!("{number} {noun} late"));
    }
    (number > 0).then(|| Clause::new(Keep::Late, Phrase::new([words])))
}

/// Everything that is late but the initiatives.
pub(super) fn besides_initiatives(figures: &Figures) -> Option<Clause> {
    let noun = if figures.counts.overdue > 0 { "other things" } else { "things" };
    clause(&[Commitment::Recommendation, Commitment::Decision, Commitment::Meeting], figures, noun)
}

/// How many of a kind are late, and how late the latest is.
fn tally(kind: Commitment, figures: &Figures) -> Option<(Commitment, usize, i64)> {
    let days = figures.attention.iter().filter_map(|row| {
        let Attention::Overdue(Deadline { what, days, .. }) = row else { return None };
        (Commitment::of(*what) == Some(kind)).then_some(*days)
    });
    let days: Vec<i64> = days.collect();
    Some((kind, days.len(), *days.iter().min()?))
}

/// That the data are old: `the data are 517 days old`.
pub(super) fn stale(figures: &Figures) -> Option<Clause> {
    let days = figures.attention.iter().find_map(|row| {
        let Attention::Stale { days } = row else { return None };
        usize::try_from(*days).ok()
    })?;
    let age = format!("{} old", count(days, "day", "days"));
    Some(Clause::new(Keep::Alarm, Phrase::new([segment("the data are ").or(1, "data "), segment(age)])))
}
