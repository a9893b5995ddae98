//! How many metrics moved which way, in several lengths. None of them is without those that fell.

use crate::document::Programme;
use crate::figures::{ChangeKind, Figures};
use rust_decimal::Decimal;

/// What a metric did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Rose,
    Fell,
    /// Moved to another step of a scale.
    Stepped,
    Same,
    /// There is no change figure.
    Open,
}

impl Way {
    /// In the order they are told; what stands first is dropped last.
    const ALL: [(Self, &'static str); 5] = [
        (Self::Rose, "rose"),
        (Self::Fell, "fell"),
        (Self::Stepped, "changed"),
        (Self::Same, "unchanged"),
        (Self::Open, "without a change figure"),
    ];
}

/// What a change says of its metric.
pub(super) fn way(kind: &ChangeKind) -> Way {
    match kind {
        ChangeKind::Points(delta) | ChangeKind::Amount { delta, .. } if *delta < Decimal::ZERO => Way::Fell,
        ChangeKind::Points(_) | ChangeKind::Amount { .. } => Way::Rose,
        ChangeKind::Same => Way::Same,
        ChangeKind::Step(..) => Way::Stepped,
        ChangeKind::Undefined(_) => Way::Open,
    }
}

/// `All 3 metrics rose in 2023`, `2 of 3 metrics rose in 2023, 1 fell`; longest first.
pub(super) fn movement(programme: &Programme, figures: &Figures) -> Vec<String> {
    let total = programme.metrics.len();
    if total == 0 {
        return vec!["No metrics in this file".to_owned()];
    }
    let when = shared_period(programme, figures).map(|label| format!(" in {label}")).unwrap_or_default();
    let count = |wanted: Way| figures.metrics.iter().filter(|own| way(&own.change.kind) == wanted).count();
    let counts = Way::ALL.map(|(way, verb)| (way, count(way), verb));
    if let Some((way, ..)) = counts.iter().find(|(_, number, _)| *number == total) {
        let (who, what) = all_alike(*way, total);
        let when = if *way == Way::Open { "" } else { &when };
        return vec![format!("{who} {what}{when}"), format!("{who} {what}")];
    }
    let told: Vec<(Way, usize, &str)> = counts.into_iter().filter(|(_, number, _)| *number > 0).collect();
    let clause = |parts: &[(Way, usize, &str)], noun: &str, when: &str| {
        let parts = parts.iter().enumerate().map(|(at, (_, number, verb))| {
            if at == 0 {
                format!("{number} of {total}{noun} {verb}{when}")
            } else {
                format!("{number} {verb}")
            }
        });
        parts.collect::<Vec<_>>().join(", ")
    };
    let least = told.iter().rposition(|(way, ..)| *way == Way::Fell).map_or(1, |at| at + 1);
    let mut forms = vec![clause(&told, " metrics", &when), clause(&told, " metrics", "")];
    for shown in (least..told.len()).rev() {
        let parts = told.get(..shown).unwrap_or_default();
        forms.extend([clause(parts, " metrics", &when), clause(parts, " metrics", "")]);
    }
    forms.push(clause(told.get(..least).unwrap_or_default(), "", ""));
    forms
}

/// The words where every metric did the same.
fn all_alike(way: Way, total: usize) -> (String, &'static str) {
    let who = match (way, total) {
        (_, 1) => "The one metric".to_owned(),
        (Way::Same, 2) => "Neither metric".to_owned(),
        (Way::Same, _) => format!("None of the {total} metrics"),
        (_, 2) => "Both metrics".to_owned(),
        _ => format!("All {total} metrics"),
    };
    let what = match (way, total) {
        (Way::Rose, _) => "rose",
        (Way::Fell, _) => "fell",
        (Way::Same, 1) => "did not change",
        (Way::Stepped | Way::Same, _) => "changed",
        (Way::Open, 1) => "has no change figure",
        (Way::Open, _) => "have no change figure",
    };
    (who, what)
}

/// The period all metrics are reported for, if it is one and the same.
fn shared_period<'a>(programme: &'a Programme, figures: &'a Figures) -> Option<&'a str> {
    let (common, _) = figures.periods.as_ref()?;
    let same = figures.metrics.iter().zip(&programme.metrics).all(|(own, metric)| {
        own.current.and_then(|index| metric.values.get(index)).is_some_and(|value| value.period == *common)
    });
    same.then_some(common.label.as_str())
}
