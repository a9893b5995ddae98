//! What must come up in a long run.

use super::judging::Word;
use strum::VariantArray;

const CHANGES: [&str; 23] = [
    "Undefined NoValues",
    "Undefined ForecastOnly",
    "Undefined Partial",
    "Undefined Suppressed",
    "Undefined NotReported",
    "Undefined NotReadable",
    "Undefined NoStep",
    "Undefined NoPeriod",
    "Undefined Break",
    "Undefined EarlierPartial",
    "Undefined EarlierSuppressed",
    "Undefined EarlierNotReported",
    "Undefined EarlierNotReadable",
    "Same",
    "Points",
    "Step",
    "Amount Percent false",
    "Amount Percent true",
    "Amount FromZero false",
    "Amount FromZero true",
    "Amount NotMeaningful false",
    "Amount NotMeaningful true",
    "Amount Year false",
];

const REASONS: [&str; 11] = [
    "NoValue",
    "ValueNotReadable",
    "TargetNotReadable",
    "Words",
    "NoDirection",
    "Neutral",
    "NoRange",
    "NoBaseline",
    "Contradiction",
    "Disputed",
    "AcrossBreak",
];

const WAYS: [&str; 3] = ["Favourable", "Adverse", "NotJudged"];

const ATTENTION: [&str; 11] = [
    "NotRead",
    "Overdue",
    "OffTarget",
    "Worse",
    "Stale",
    "DueSoon",
    "DaysAhead",
    "NoValue",
    "NoOwner",
    "NoDue",
    "NoMeetingDate",
];

const HEADS: [&str; 7] = ["The one", "Both", "Neither", "None of the", "All ", "1 of ", "2 of "];

fn named(what: &str, cases: &[&str]) -> Vec<String> {
    cases.iter().map(|case| format!("{what} {case}")).collect()
}

/// The cases of single metrics.
pub(crate) fn of_metrics() -> Vec<String> {
    let mut cases = named("standing", &Word::VARIANTS.iter().map(|word| word.text()).collect::<Vec<_>>());
    cases.extend(named("change", &CHANGES));
    cases.extend(named("reason", &REASONS));
    cases.extend(named("favour", &WAYS));
    cases
}

/// The cases of whole programmes.
pub(crate) fn of_programmes() -> Vec<String> {
    let mut cases = named("attention", &ATTENTION);
    cases.extend(named("head", &HEADS));
    cases
}
