//! The message of the evaluation: how far it is, and what this year's scores did.

use super::clause::{Clause, Keep};
use super::{moves, with_unread};
use crate::figures::{ChangeKind, CriterionFigures, Figures, number};
use crate::programme::{Criterion, Evaluation, Programme, Section, Value};
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

/// How many criteria have a score this year.
fn recorded(evaluation: &Evaluation, figures: &Figures) -> String {
    let is_scored = |(item, own): &(&Criterion, &CriterionFigures)| {
        let latest = own.current.and_then(|at| item.scores.get(at));
        latest.is_some_and(|one| number(one).is_some() || matches!(one.value, Value::Word(_)))
    };
    let scored = evaluation.criteria.iter().zip(&figures.criteria).filter(is_scored).count();
    let ever = evaluation.criteria.iter().any(|item| item.scores.iter().any(|one| !one.value.is_gap()));
    match scored {
        0 if ever => "latest scores missing".to_owned(),
        0 => "no scores recorded".to_owned(),
        all if all == evaluation.criteria.len() => "all scored".to_owned(),
        some => format!("{some} of {} scored", evaluation.criteria.len()),
    }
}

/// `1 rose, 1 fell in 2023`: what this year's score of each criterion did against the year before. Scores of
/// another year are not counted, and that is said.
fn moved(evaluation: &Evaluation, figures: &Figures) -> Phrase {
    let pairs = || evaluation.criteria.iter().zip(&figures.criteria);
    let period = |item: &Criterion, own: &CriterionFigures| {
        own.current.and_then(|at| item.scores.get(at)).map(|one| one.period.clone())
    };
    let Some(common) = commonest(pairs().filter_map(|(item, own)| period(item, own))) else {
        return Phrase::default();
    };
    let here = pairs().filter(|(item, own)| period(item, own).as_ref() == Some(&common));
    let here: Vec<_> = here.collect();
    let counted = || here.iter().filter(|(_, own)| !matches!(own.change.kind, ChangeKind::Undefined(_)));
    let flags = counted().filter_map(|(item, own)| {
        let latest = own.current.and_then(|at| item.scores.get(at))?;
        moves::flag_of(latest.flag, &own.change)
    });
    let qualifiers = moves::qualifiers(&flags.collect::<Vec<_>>(), &[]);
    let told = counted().map(|(_, own)| {
        let did = moves::way(&own.change.kind);
        if did == moves::Did::Changed { own.stepped() } else { word(did) }
    });
    let told = tally(told).join(", ");
    if told.is_empty() {
        return Phrase::default();
    }
    let elsewhere = pairs().filter(|(item, own)| period(item, own).is_some_and(|one| one != common)).count();
    let apart = format!(", {elsewhere} of other years not counted");
    Phrase::new([
        segment(told),
        segment(format!(" in {}", common.label)).goes(3),
        segment(qualifiers).goes(2),
        segment(if elsewhere == 0 { String::new() } else { apart }).goes(1),
    ])
}

/// The commonest of some periods, of equally common ones the latest.
fn commonest(periods: impl Iterator<Item = crate::programme::Period>) -> Option<crate::programme::Period> {
    let mut counts: Vec<(usize, crate::programme::Period)> = Vec::new();
    for period in periods {
        match counts.iter_mut().find(|(_, known)| *known == period) {
            Some((number, _)) => *number += 1,
            None => counts.push((1, period)),
        }
    }
    counts.into_iter().max().map(|(_, period)| period)
}
