//! Clauses with priorities become one sentence.
//!
//! What matters least is shortened and left out first; what must not be lost is only shortened, until nothing
//! else helps.

use crate::wording::phrase::{Phrase, segment};
use std::cmp::Reverse;

/// How long a clause stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Keep {
    /// Goes first.
    Remark,
    /// Goes before anything that needs attention.
    Fact,
    /// Is shortened before anything that needs attention, and stays beside it as long as there is room.
    Main,
    /// Stays as long as it can, if only in its shortest form: something got worse.
    Alarm,
    /// The same, and longer: something is late.
    Late,
    /// The clause the sentence is about: never left out. There is one; see [`led_by_the_worst`].
    Lead,
}

/// A clause and how long it stays; each of its forms is true by itself.
#[derive(Debug, Clone)]
pub(super) struct Clause {
    pub(super) keep: Keep,
    pub(super) phrase: Phrase,
}

impl Clause {
    pub(super) fn new(keep: Keep, phrase: impl Into<Phrase>) -> Self {
        Self { keep, phrase: phrase.into() }
    }
}

/// The clauses with one that leads: the worst, and where nothing needs attention the first. An absence never stands
/// for what is late.
pub(super) fn led_by_the_worst(mut clauses: Vec<Clause>) -> Vec<Clause> {
    let most = clauses.iter().map(|clause| clause.keep).max();
    let alarming = most.filter(|keep| *keep >= Keep::Alarm);
    if let Some(clause) = clauses.iter_mut().find(|clause| alarming.is_none_or(|keep| clause.keep == keep)) {
        clause.keep = Keep::Lead;
    }
    clauses
}

/// When one form of a clause gives way to the next, earliest first: of equals the last of the sentence goes first.
type Turn = (ClauseStage, Keep, Reverse<usize>, usize);

/// What is given up, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum ClauseStage {
    /// All of what needs no attention.
    Asides,
    /// The length of the rest.
    Length,
    /// The rest but what leads.
    Rest,
}

/// The sentence that the clauses make in their order.
pub(super) fn together(clauses: &[Clause]) -> Phrase {
    let forms = clauses.iter().map(|clause| {
        let forms: Vec<String> = clause.phrase.forms().filter(|form| !form.is_empty()).collect();
        (clause.keep, forms)
    });
    let forms: Vec<(Keep, Vec<String>)> = forms.filter(|(_, forms)| !forms.is_empty()).collect();
    let mut turns: Vec<Turn> = Vec::new();
    for (at, (keep, forms)) in forms.iter().enumerate() {
        let steps = 1..=forms.len();
        turns.extend(
            steps.filter_map(|step| Some((stage(*keep, step == forms.len())?, *keep, Reverse(at), step))),
        );
    }
    turns.sort_unstable();
    let clause = |(at, (_, forms)): (usize, &(Keep, Vec<String>))| {
        let form = |step: usize| forms.get(step).cloned().unwrap_or_default();
        let own = turns.iter().zip(1..).filter(|((.., place, _), _)| place.0 == at);
        own.fold(segment(form(0)), |clause, ((.., step), turn)| clause.or(turn, form(*step)))
    };
    Phrase::sentence(forms.iter().enumerate().map(clause))
}

/// When a clause is shortened, or left out after its last form; what leads never is.
fn stage(keep: Keep, is_last: bool) -> Option<ClauseStage> {
    match (keep, is_last) {
        (Keep::Remark | Keep::Fact, _) => Some(ClauseStage::Asides),
        (_, false) => Some(ClauseStage::Length),
        (Keep::Main | Keep::Alarm | Keep::Late, true) => Some(ClauseStage::Rest),
        (Keep::Lead, true) => None,
    }
}
