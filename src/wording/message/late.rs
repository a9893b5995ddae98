//! What is late besides initiatives, and figures out of date: what no head may keep to itself.
//!
//! Counts the rows of the list of what needs attention, so that the two never differ.

use super::phrase::{Keep, Phrase};
use crate::figures::{Attention, Deadline, Figures, Owed};
use crate::wording::{count, late};

/// What can be late besides initiatives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Recommendation,
    Decision,
    Meeting,
}

impl Kind {
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
pub(super) fn of_kinds(kinds: &[Kind], figures: &Figures) -> Option<Phrase> {
    phrase(kinds, figures, "things")
}

fn phrase(kinds: &[Kind], figures: &Figures, noun: &str) -> Option<Phrase> {
    let all: Vec<(Kind, usize, i64)> = kinds.iter().filter_map(|kind| tally(*kind, figures)).collect();
    let number: usize = all.iter().map(|(_, number, _)| number).sum();
    let joined =
        |words: &dyn Fn(&(Kind, usize, i64)) -> String| all.iter().map(words).collect::<Vec<_>>().join(", ");
    let full = joined(&|(kind, number, days)| kind.in_full(*number, *days));
    let brief = joined(&|(kind, number, _)| kind.brief(*number));
    let mut forms = vec![full, brief];
    if all.len() > 1 {
        forms.push(format!("{number} {noun} late"));
    }
    (number > 0).then(|| Phrase::new(Keep::Late, forms))
}

/// Everything that is late but the initiatives.
pub(super) fn besides_initiatives(figures: &Figures) -> Option<Phrase> {
    let noun = if figures.counts.overdue > 0 { "other things" } else { "things" };
    phrase(&[Kind::Recommendation, Kind::Decision, Kind::Meeting], figures, noun)
}

/// How many of a kind are late, and how late the latest is.
fn tally(kind: Kind, figures: &Figures) -> Option<(Kind, usize, i64)> {
    let days = figures.attention.iter().filter_map(|row| {
        let Attention::Overdue(Deadline { what, days, .. }) = row else { return None };
        (Kind::of(*what) == Some(kind)).then_some(*days)
    });
    let days: Vec<i64> = days.collect();
    Some((kind, days.len(), *days.iter().min()?))
}

/// That the data are old: `the data are 517 days old`.
pub(super) fn stale(figures: &Figures) -> Option<Phrase> {
    let days = figures.attention.iter().find_map(|row| {
        let Attention::Stale { days } = row else { return None };
        usize::try_from(*days).ok()
    })?;
    let age = count(days, "day", "days");
    Some(Phrase::new(Keep::Alarm, vec![format!("the data are {age} old"), format!("data {age} old")]))
}
