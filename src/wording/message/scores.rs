//! The message of the evaluation: how far it is, and what this year's scores did.

use super::clause::{Clause, Keep};
use super::{moves, with_unread};
use crate::figures::{ChangeKind, CriterionFigures, Figures, number};
use crate::programme::this_year::commonest;
use crate::programme::{Criterion, Evaluation, Observation, Programme, Section, Value};
use crate::wording::phrase::{Phrase, segment};
use crate::wording::status::tally;
use crate::wording::unread::nothing;
use crate::wording::{count, word};

/// Evaluation: how far it is, and what the scores did.
pub fn evaluation_message(programme: &Programme, figures: &Figures) -> Phrase {
    let Some(evaluation) = &programme.evaluation else {
        let none = nothing(programme, Section::Evaluation);
        return with_unread(vec![Clause::new(Keep::Lead, none)], programme, Some(Section::Evaluation));
    };
    let criteria = count(evaluation.criteria.len(), "criterion", "criteria");
    let status = evaluation.status.as_ref().map(|status| format!("evaluation {status}, "));
    let head = Phrase::new([segment(status.unwrap_or_default()).goes(1), segment(criteria)]);
    let clauses = vec![
        Clause::new(Keep::Lead, head),
        Clause::new(Keep::Fact, recorded(evaluation, figures)),
        Clause::new(Keep::Fact, moved(evaluation, figures)),
    ];
    with_unread(clauses, programme, Some(Section::Evaluation))
}

/// A criterion with its figures.
type Scored<'a> = (&'a Criterion, &'a CriterionFigures);

/// This year's score.
fn latest<'a>(item: &'a Criterion, own: &CriterionFigures) -> Option<&'a Observation> {
    item.scores.get(own.current?)
}

/// How many criteria have a score this year.
fn recorded(evaluation: &Evaluation, figures: &Figures) -> String {
    let is_scored = |(item, own): &Scored<'_>| {
        latest(item, own).is_some_and(|one| number(one).is_some() || matches!(one.value, Value::Word(_)))
    };
    let scored = evaluation.criteria.iter().zip(&figures.criteria).filter(is_scored).count();
    let ever = evaluation.criteria.iter().any(|item| item.scores.iter().any(|one| !one.value.is_gap()));
    let is_lost = |item: &Criterion| {
        item.unreadable.has("scores") || item.scores.iter().any(|one| one.value == Value::Unreadable)
    };
    let lost = evaluation.criteria.iter().any(is_lost);
    match scored {
        0 if ever => format!("latest scores {}", if lost { "not shown" } else { "missing" }),
        0 => format!("no scores {}", if lost { "shown" } else { "recorded" }),
        all if all == evaluation.criteria.len() => "all scored".to_owned(),
        some => format!("{some} of {} scored", evaluation.criteria.len()),
    }
}

/// `1 rose, 1 fell in 2023`: what this year's score of each criterion did against the year before. Scores of
/// another year are not counted, and that is said.
fn moved<'a>(evaluation: &'a Evaluation, figures: &'a Figures) -> Phrase {
    let pairs = || evaluation.criteria.iter().zip(&figures.criteria);
    let period = |(item, own): &Scored<'a>| latest(item, own).map(|one| &one.period);
    let Some(common) = commonest(pairs().filter_map(|one| period(&one))) else { return Phrase::default() };
    let here = pairs().filter(|one| period(one) == Some(common));
    let here: Vec<_> = here.collect();
    let counted = || here.iter().filter(|(_, own)| !matches!(own.change.kind, ChangeKind::Undefined(_)));
    let flags = counted().filter_map(|(item, own)| moves::flag_of(latest(item, own)?.flag, &own.change));
    let qualifiers = moves::qualifiers(&flags.collect::<Vec<_>>(), &[]);
    let told = counted().map(|(_, own)| {
        let did = moves::way(&own.change.kind);
        if did == moves::Did::Changed { own.stepped() } else { word(did) }
    });
    let told = tally(told).join(", ");
    if told.is_empty() {
        return Phrase::default();
    }
    let elsewhere = pairs().filter(|one| period(one).is_some_and(|one| one != common)).count();
    let apart = format!(", {elsewhere} of other years not counted");
    Phrase::new([
        segment(told),
        segment(format!(" in {}", common.label)).goes(3),
        segment(qualifiers).goes(2),
        segment(if elsewhere == 0 { String::new() } else { apart }).goes(1),
    ])
}
