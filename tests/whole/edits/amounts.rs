//! What a change may do to the values of a metric, in the eyes of the judge.

use super::judge::{Tree, Verdict, What, says};
use super::wants::{filled, is_group, is_in_item, is_one_of, is_pair, is_text};
use super::*;
use coopdash::document::NewValue;
use coopdash::programme::{Choice, Observation};

const VALUES: [&str; 7] = ["values", "data", "years", "actuals", "series", "observations", "results"];
const STATUSES: [&str; 2] = ["status", "flag"];

pub(crate) fn values(verdict: &Verdict<'_>, period: &str, to: Option<&NewValue>) -> bool {
    let is_values = |key: &str| is_one_of(key, &VALUES);
    let is_period = |key: &str| same_period(key, period);
    let (way, deeper) = match verdict.path.iter().skip(2).position(|step| is_values(step)).map(|at| at + 2) {
        Some(at) => verdict.path.split_at(at + 1),
        None => (verdict.path.as_slice(), [].as_slice()),
    };
    let Some(to) = to else {
        let has_target = |tree: &Tree| tree.pairs().iter().any(|(key, _)| key.text() == Some("target"));
        return matches!(&verdict.what, What::Went(pair) if deeper.is_empty() && is_pair(pair, &is_period) && !has_target(pair[1]));
    };
    let to = &NewValue { status: Some(kind(period, to)), ..to.clone() };
    let is_one = |tree: &Tree| {
        let pairs = tree.pairs();
        pairs.len() == 1
            && pairs[0].0.text().is_some_and(|key| is_period(key) && is_value(pairs[0].1, key, to))
    };
    let is_meant = |step: &str| is_period(step) || step.parse::<usize>().is_ok_and(|at| at < 100);
    match &verdict.what {
        What::Came(at, pair) if is_pair(pair, &is_period) && !way.is_empty() => {
            let mapping = verdict.inside.last().unwrap();
            let is_value = is_value(pair[1], pair[0].text().unwrap_or_default(), to);
            way.len() > 2 && deeper.is_empty() && is_value && is_in_order(mapping, *at, period)
        }
        What::Came(at, item) if item.len() == 1 => {
            let whole = verdict.inside.last().unwrap();
            let is_new = is_one(item[0]) || is_listed(item[0], period, to);
            way.len() > 2 && deeper.is_empty() && *at == whole.parts.len() && is_new
        }
        What::Came(_, pair) => match deeper {
            [] => is_in_item(way) && is_pair(pair, &is_values) && is_one(pair[1]),
            [step] | [_, step] => is_meant(step) && is_status_or_value(pair, to),
            _ => false,
        },
        What::Went(pair) => {
            matches!(deeper, [step] | [_, step] if is_meant(step))
                && to.status == Some(Flag::Normal)
                && pair[0].text().is_some_and(|key| is_one_of(key, &STATUSES))
        }
        What::Replaced(old, new) => match deeper {
            [] => is_one(new) && (old.is_word() || old.parts.is_empty()),
            [step] => {
                is_meant(step)
                    && (is_value(new, step, to) || says(old, new, number(to)) || is_same_but(old, new, to))
            }
            [step, key] | [step, _, key] => {
                let wanted = if is_one_of(key, &STATUSES) { flag(to) } else { number(to) };
                is_meant(step)
                    && (says(old, new, wanted) || is_value(new, key, to) || is_same_but(old, new, to))
            }
            _ => false,
        },
    }
}

/// Whether a value that was set is of the kind that was wanted, and all that was not meant is read as before.
pub(crate) fn keeps_the_rest(before: &Reading, after: &Reading, change: &Change) -> Result<(), String> {
    let Change::Value { item, period, to } = change else { return Ok(()) };
    let [was, is] = [before, after].map(|reading| &reading.programme.metrics[item.index]);
    let is_own = |one: &&Observation| same_period(&one.period.label, period);
    let others = |all: &[Observation]| all.iter().filter(|one| !is_own(one)).cloned().collect::<Vec<_>>();
    if (&was.target, &was.targets, &was.baseline) != (&is.target, &is.targets, &is.baseline) {
        return Err(format!("a target or the baseline changed: {:?} {:?}", is.target, is.targets));
    }
    if others(&was.values) != others(&is.values) {
        return Err(format!("another value changed: {:?}", is.values));
    }
    let own: Vec<Flag> = is.values.iter().filter(is_own).map(|one| one.flag).collect();
    let wanted: Vec<Flag> = to.iter().map(|to| kind(period, to)).collect();
    if own == wanted { Ok(()) } else { Err(format!("{own:?} instead of {wanted:?}")) }
}

fn number(to: &NewValue) -> &str {
    filled(Some(&to.number)).unwrap_or("null")
}

fn flag(to: &NewValue) -> &'static str {
    to.status.unwrap_or_default().word()
}

/// A number under a period that says its kind, or a number with its status.
fn is_value(tree: &Tree, label: &str, to: &NewValue) -> bool {
    if plain(label).1.unwrap_or_default() == to.status.unwrap_or_default() && is_text(tree, number(to)) {
        return true;
    }
    to.status != Some(Flag::Normal)
        && is_group(tree, &[(&["value"], Some(number(to))), (&["status"], Some(flag(to)))])
}

/// A value of a list, with its period.
fn is_listed(tree: &Tree, period: &str, to: &NewValue) -> bool {
    let status =
        Some(flag(to)).filter(|_| plain(period).1.unwrap_or_default() != to.status.unwrap_or_default());
    is_group(
        tree,
        &[(&["period", "year"], Some(period)), (&["value"], Some(number(to))), (&["status"], status)],
    )
}

fn is_status_or_value(pair: &[&Tree], to: &NewValue) -> bool {
    is_pair(pair, &|key| is_one_of(key, &STATUSES)) && is_text(pair[1], flag(to))
        || is_pair(pair, &|key| is_one_of(key, &["value"])) && is_text(pair[1], number(to))
}

/// Whether a group that says more of a value says the same as before but for number and status.
fn is_same_but(old: &Tree, new: &Tree, to: &NewValue) -> bool {
    let says = |names: &[&str]| {
        let pairs = new.pairs();
        let said = pairs.iter().find(|(key, _)| key.text().is_some_and(|key| is_one_of(key, names)));
        said.and_then(|(_, value)| value.text().map(str::to_owned))
    };
    let status = says(&STATUSES).unwrap_or_else(|| "normal".into());
    let number = says(&["value"]).is_some_and(|said| said == number(to));
    old.is_mapping() && others(old) == others(new) && number && status == flag(to)
}

/// What a group says of a value beside number and status.
fn others(tree: &Tree) -> Vec<(&Tree, &Tree)> {
    let is_own = |key: &Tree| key.text().is_some_and(|key| is_one_of(key, &["value", "status", "flag"]));
    tree.pairs().into_iter().filter(|(key, _)| !is_own(key)).collect()
}

/// What kind of value is wanted under a period as it was typed.
fn kind(period: &str, to: &NewValue) -> Flag {
    to.status.or(plain(period).1).unwrap_or_default()
}

/// Marks that the random files and changes use.
const MARKS: [(&str, Option<Flag>); 7] = [
    (" (p)", Some(Flag::Provisional)),
    (" (provisional)", Some(Flag::Provisional)),
    (" (f)", Some(Flag::Forecast)),
    (" [7]", None),
    ("*", None),
    ("e", Some(Flag::Estimated)),
    ("", None),
];

/// Other spellings of a period that they use.
const SPELLINGS: [(&str, &str); 9] = [
    ("2022/2023", "2022/23"),
    ("FY2023", "2022/23"),
    ("FY2022", "2021/22"),
    ("H2 2022", "2022-H2"),
    ("202305", "2023-05"),
    ("202306", "2023-06"),
    ("2023-M06", "2023-06"),
    ("2009 to 2011", "2009-2011"),
    ("2012 to 2014", "2012-2014"),
];

/// A label without its mark in one spelling, and what the mark says.
fn plain(label: &str) -> (String, Option<Flag>) {
    let label = label.trim();
    let (bare, flag) =
        MARKS.iter().find_map(|(mark, flag)| Some((label.strip_suffix(mark)?, *flag))).unwrap();
    let known = SPELLINGS.iter().find(|(other, _)| *other == bare);
    (known.map_or_else(|| bare.replace(" Q", "-Q"), |(_, usual)| (*usual).to_owned()), flag)
}

fn same_period(key: &str, period: &str) -> bool {
    plain(key).0 == plain(period).0
}

/// Whether a new key stands where it belongs among periods of its form that were in order, up or down.
fn is_in_order(mapping: &Tree, at: usize, period: &str) -> bool {
    let label = |key: &Tree| key.text().map(|text| plain(text).0).unwrap_or_default();
    let form = |label: &String| label.replace(|letter: char| letter.is_ascii_digit(), "0");
    let mut labels: Vec<String> = mapping.pairs().iter().map(|(key, _)| label(key)).collect();
    let new = plain(period).0;
    let is_alike = labels.iter().all(|label| form(label) == form(&new)) && new.starts_with(['1', '2']);
    let (up, down) = (labels.is_sorted(), labels.is_sorted_by(|a, b| a >= b));
    labels.insert(at, new);
    !is_alike || (!up && !down) || (up && labels.is_sorted()) || (down && labels.is_sorted_by(|a, b| a >= b))
}
