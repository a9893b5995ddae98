//! The figures of a criterion: its scores go the way of the values of a metric, with their flags, gaps and breaks.
//!
//! Scores are steps of a scale: they are compared and never subtracted.

use super::change::{ChangeKind, MetricChange, Sequence, Why};
use super::series::{self, Series, number};
use crate::programme::{Criterion, Measure};
use std::cmp::Ordering;

/// The figures of one criterion.
#[derive(Debug, Clone, PartialEq)]
pub struct CriterionFigures {
    /// Decimals of all its scores.
    pub decimals: u32,
    /// Index of this year's score: the latest that is neither forecast nor partial.
    pub current: Option<usize>,
    /// Index of the score of the period one year before, where there is one.
    pub previous: Option<usize>,
    /// What this year's score did against the year before.
    pub change: MetricChange,
    /// Which way it went, where both are numbers; none where nothing can be said.
    pub way: Option<Ordering>,
}

impl CriterionFigures {
    /// What a step of the scale is called: a number rose or fell, a word changed.
    pub const fn stepped(&self) -> &'static str {
        match self.way {
            Some(Ordering::Greater) => "rose",
            Some(Ordering::Less) => "fell",
            Some(Ordering::Equal) | None => "changed",
        }
    }
}

/// The figures of `criterion`.
pub(super) fn figures(criterion: &Criterion) -> CriterionFigures {
    let scores = &criterion.scores;
    let Series { decimals, current, previous } = series::series(scores);
    let values = Sequence {
        values: scores,
        measure: Measure::Ordinal,
        cumulative: false,
        decimals,
        metric: None,
        has_ratios: false,
    };
    let change = current.and_then(|index| values.changes().into_iter().nth(index));
    let change = change.unwrap_or_else(|| MetricChange::undefined(Why::NoValues));
    let at = |index: Option<usize>| index.and_then(|index| scores.get(index)).and_then(number);
    let way = at(current).zip(at(previous)).map(|(now, before)| now.cmp(&before));
    let way = way.filter(|_| !matches!(change.kind, ChangeKind::Undefined(_)));
    CriterionFigures { decimals, current, previous, change, way }
}
