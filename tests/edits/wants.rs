//! What a change may do to a text, and nothing else, in the eyes of the judge.

use super::judge::{Tree, Verdict, What, says};
use super::*;
use coopdash::document::{Change, Choice, ItemField, NewUpdate, NewValue};

/// Names that are understood; blanks, hyphens and case do not matter.
fn is_one_of(key: &str, names: &[&str]) -> bool {
    names.contains(&key.to_lowercase().replace([' ', '-', '_'], "").as_str())
}

const STATUS: [&str; 4] = ["status", "state", "activitystatus", "progress"];
const INITIATIVES: [&str; 10] = [
    "initiatives",
    "commitments",
    "activities",
    "actions",
    "objectives",
    "outcomes",
    "outputs",
    "deliverables",
    "tasks",
    "initiative",
];
const TITLES: [&str; 10] = [
    "title",
    "name",
    "initiative",
    "commitment",
    "activity",
    "action",
    "objective",
    "outcome",
    "output",
    "deliverable",
];
const VALUES: [&str; 7] = ["values", "data", "years", "actuals", "series", "observations", "results"];
const AS_OF: [&str; 5] = ["asof", "datadate", "updated", "lastupdated", "dateofdata"];
const DONE: [&str; 5] = ["done", "completed", "complete", "checked", "finished"];

/// Whether what differs is what was wanted.
pub(crate) fn judge(verdict: &Verdict<'_>, change: &Change) -> Result<(), String> {
    let good = match change {
        Change::Standing { to, .. } => standing(verdict, *to),
        Change::Field { field, to, .. } => word(verdict, &|key| means(*field, key), filled(to.as_deref())),
        Change::Update { update, .. } => updates(verdict, update),
        Change::Value { period, to, .. } => values(verdict, period, to.as_ref()),
        Change::AsOf { to } => word(verdict, &|key| is_one_of(key, &AS_OF), Some(&to.to_string())),
        Change::Initiative { title } => initiative(verdict, title),
    };
    if good { Ok(()) } else { Err(format!("something else changed: {verdict:#?}")) }
}

fn filled(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}

fn standing(verdict: &Verdict<'_>, to: NewStanding) -> bool {
    let wanted = match to {
        NewStanding::Status(status) => Some(status.word()),
        NewStanding::Done(true) => Some("true"),
        NewStanding::Done(false) => Some("false"),
        NewStanding::NotGiven => None,
    };
    let is_meant = |key: &str| match to {
        NewStanding::Status(_) => is_one_of(key, &STATUS),
        NewStanding::Done(_) => is_one_of(key, &DONE),
        NewStanding::NotGiven => is_one_of(key, &STATUS) || is_one_of(key, &DONE),
    };
    word(verdict, &is_meant, wanted)
}

fn means(field: ItemField, key: &str) -> bool {
    let names: &[&str] = match field {
        ItemField::Status => &STATUS,
        ItemField::Owner => {
            &["owner", "responsible", "lead", "assignee", "assignedto", "responsibleparty", "accountable"]
        }
        ItemField::Due => &["due", "deadline", "duedate", "dueon", "enddate", "plannedend", "by"],
        ItemField::CompletedOn => {
            &["completedon", "completedat", "completiondate", "actualend", "doneon", "closedon"]
        }
    };
    is_one_of(key, names)
}

/// How many steps lead to the entries of an item: the document, its section, and its position unless it
/// stands without a dash.
fn is_in_item(path: &[String]) -> bool {
    matches!(path.len(), 2 | 3) && path[0] == "0"
}

/// One word of an item came, went, or became another.
fn word(verdict: &Verdict<'_>, is_meant: &dyn Fn(&str) -> bool, wanted: Option<&str>) -> bool {
    let path = verdict.path.as_slice();
    match (&verdict.what, wanted) {
        (What::Replaced(old, new), Some(wanted)) => {
            let Some((key, path)) = path.split_last() else { return false };
            is_in_item(path) && is_meant(key) && says(old, new, wanted)
        }
        (What::Came(_, pair), Some(wanted)) => {
            is_in_item(path) && is_pair(pair, is_meant) && is_text(pair[1], wanted)
        }
        (What::Went(pair), None) => is_in_item(path) && is_pair(pair, is_meant) && pair[1].is_word(),
        // The key stays with a comment that stood beside its value.
        (What::Replaced(old, new), None) => {
            let Some((key, path)) = path.split_last() else { return false };
            let is_nothing =
                new.is_bare() && new.text().is_some_and(|text| matches!(text, "" | "~" | "null"));
            is_in_item(path) && is_meant(key) && old.is_word() && is_nothing
        }
        _ => false,
    }
}

fn is_pair(pair: &[&Tree], is_meant: &dyn Fn(&str) -> bool) -> bool {
    pair.len() == 2 && pair[0].is_bare() && pair[0].text().is_some_and(is_meant)
}

fn is_text(tree: &Tree, wanted: &str) -> bool {
    tree.is_bare() && tree.text() == Some(wanted)
}

/// The pairs of a group, as keys that are known and texts.
fn is_group(tree: &Tree, wanted: &[(&[&str], Option<&str>)]) -> bool {
    let wanted: Vec<_> = wanted.iter().filter_map(|(names, text)| Some((names, (*text)?))).collect();
    let pairs = tree.pairs();
    let has = |(names, text): &(&&[&str], &str)| {
        pairs
            .iter()
            .any(|(key, value)| is_text(value, text) && key.text().is_some_and(|key| is_one_of(key, names)))
    };
    tree.is_mapping() && pairs.len() == wanted.len() && wanted.iter().all(has)
}

fn updates(verdict: &Verdict<'_>, update: &NewUpdate) -> bool {
    let date = update.date.to_string();
    let is_update = |tree: &Tree| {
        is_group(
            tree,
            &[
                (&["date", "on", "day"], Some(&date)),
                (&["status", "state"], filled(update.status.as_deref())),
                (&["note", "text", "comment", "remark"], filled(Some(&update.note))),
                (&["by", "author", "who"], filled(update.by.as_deref())),
            ],
        )
    };
    let is_key = |key: &str| is_one_of(key, &["updates", "log", "history", "comments"]);
    appended(verdict, &is_update, &is_key, is_in_item)
}

/// An item at the end of a list, which may be its first.
fn appended(
    verdict: &Verdict<'_>,
    is_item: &dyn Fn(&Tree) -> bool,
    is_key: &dyn Fn(&str) -> bool,
    is_holder: fn(&[String]) -> bool,
) -> bool {
    let is_list = |tree: &Tree| tree.is_list() && tree.parts.len() == 1 && is_item(&tree.parts[0]);
    let (last, path) =
        verdict.path.split_last().map_or(("", [].as_slice()), |(last, path)| (last.as_str(), path));
    match &verdict.what {
        What::Came(_, pair) if pair.len() == 2 => {
            is_holder(&verdict.path) && is_pair(pair, is_key) && is_list(pair[1])
        }
        What::Came(at, item) => {
            let whole = verdict.inside.last().unwrap();
            whole.is_list() && *at == whole.parts.len() && is_holder(path) && is_key(last) && is_item(item[0])
        }
        What::Replaced(old, new) => {
            let nothing = old.is_list() && old.parts.is_empty()
                || old.is_bare() && old.text().is_some_and(|text| matches!(text, "" | "~" | "null"));
            nothing && is_holder(path) && is_key(last) && is_list(new)
        }
        What::Went(_) => false,
    }
}

fn initiative(verdict: &Verdict<'_>, title: &str) -> bool {
    let names: &[&str] = &TITLES;
    let is_new = |tree: &Tree| {
        let with = |standing: &[(&[&str], Option<&str>)]| {
            is_group(tree, &[&[(names, filled(Some(title)))], standing].concat())
        };
        with(&[]) || with(&[(&DONE, Some("false"))]) || with(&[(&STATUS, Some("agreed"))])
    };
    let is_key = |key: &str| is_one_of(key, &INITIATIVES);
    appended(verdict, &is_new, &is_key, |path| path == ["0"])
}

fn values(verdict: &Verdict<'_>, period: &str, to: Option<&NewValue>) -> bool {
    let is_values = |key: &str| is_one_of(key, &VALUES);
    let is_period = |key: &str| same_period(key, period);
    let (way, deeper) = match verdict.path.iter().skip(2).position(|step| is_values(step)).map(|at| at + 2) {
        Some(at) => verdict.path.split_at(at + 1),
        None => (verdict.path.as_slice(), [].as_slice()),
    };
    let Some(to) = to else {
        return matches!(&verdict.what, What::Went(pair) if deeper.is_empty() && is_pair(pair, &is_period));
    };
    let is_value = |tree: &Tree| is_value(tree, to);
    let is_one = |tree: &Tree| {
        let pairs = tree.pairs();
        pairs.len() == 1 && pairs[0].0.text().is_some_and(is_period) && is_value(pairs[0].1)
    };
    let is_meant = |step: &str| is_period(step) || step.parse::<usize>().is_ok_and(|at| at < 100);
    match &verdict.what {
        What::Came(at, pair) if is_pair(pair, &is_period) && !way.is_empty() => {
            let mapping = verdict.inside.last().unwrap();
            way.len() > 2 && deeper.is_empty() && is_value(pair[1]) && is_in_order(mapping, *at, period)
        }
        What::Came(at, item) if item.len() == 1 => {
            let whole = verdict.inside.last().unwrap();
            let is_new = is_one(item[0]) || is_listed(item[0], period, to);
            way.len() > 2 && deeper.is_empty() && *at == whole.parts.len() && is_new
        }
        What::Came(_, pair) => match deeper {
            [] => is_in_item(way) && is_pair(pair, &is_values) && is_one(pair[1]),
            [step] => is_meant(step) && is_status_or_value(pair, to),
            _ => false,
        },
        What::Went(pair) => {
            matches!(deeper, [step] if is_meant(step))
                && to.status.unwrap_or_default() == Flag::Normal
                && pair[0].text().is_some_and(|key| is_one_of(key, &["status", "flag"]))
        }
        What::Replaced(old, new) => match deeper {
            [] => is_one(new) && (old.is_word() || old.parts.is_empty()),
            [step] => {
                is_meant(step) && (is_value(new) || says(old, new, number(to)) || is_same_but(old, new, to))
            }
            [step, key] | [step, _, key] => {
                let wanted = if is_one_of(key, &["status", "flag"]) { flag(to) } else { number(to) };
                is_meant(step) && (says(old, new, wanted) || is_value(new))
            }
            _ => false,
        },
    }
}

fn number(to: &NewValue) -> &str {
    filled(Some(&to.number)).unwrap_or("null")
}

fn flag(to: &NewValue) -> &'static str {
    to.status.unwrap_or_default().word()
}

/// A number, or a number with its status.
fn is_value(tree: &Tree, to: &NewValue) -> bool {
    if to.status.unwrap_or_default() == Flag::Normal {
        return is_text(tree, number(to));
    }
    is_group(tree, &[(&["value"], Some(number(to))), (&["status"], Some(flag(to)))])
}

/// A value of a list, with its period.
fn is_listed(tree: &Tree, period: &str, to: &NewValue) -> bool {
    let status = Some(flag(to)).filter(|_| to.status.unwrap_or_default() != Flag::Normal);
    is_group(
        tree,
        &[(&["period", "year"], Some(period)), (&["value"], Some(number(to))), (&["status"], status)],
    )
}

fn is_status_or_value(pair: &[&Tree], to: &NewValue) -> bool {
    is_pair(pair, &|key| is_one_of(key, &["status", "flag"])) && is_text(pair[1], flag(to))
        || is_pair(pair, &|key| is_one_of(key, &["value"])) && is_text(pair[1], number(to))
}

/// Whether a group that says more of a value says the same as before but for number and status.
fn is_same_but(old: &Tree, new: &Tree, to: &NewValue) -> bool {
    let says = |names: &[&str]| {
        let pairs = new.pairs();
        let said = pairs.iter().find(|(key, _)| key.text().is_some_and(|key| is_one_of(key, names)));
        said.and_then(|(_, value)| value.text().map(str::to_owned))
    };
    let status = says(&["status", "flag"]).unwrap_or_else(|| "normal".into());
    let number = says(&["value"]).is_some_and(|said| said == number(to));
    old.is_mapping() && others(old) == others(new) && number && status == flag(to)
}

/// What a group says of a value beside number and status.
fn others(tree: &Tree) -> Vec<(&Tree, &Tree)> {
    let is_own = |key: &Tree| key.text().is_some_and(|key| is_one_of(key, &["value", "status", "flag"]));
    tree.pairs().into_iter().filter(|(key, _)| !is_own(key)).collect()
}

/// Other spellings of a period that the random files use.
fn same_period(key: &str, period: &str) -> bool {
    let plain = |text: &str| text.trim().replace("2022/2023", "2022/23").replace(" Q", "-Q");
    plain(key) == plain(period)
}

/// Whether a new key stands where it belongs among years that were in order, up or down.
fn is_in_order(mapping: &Tree, at: usize, period: &str) -> bool {
    let is_year = |text: &&str| text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let year = |text: &str| Some(text.trim()).filter(is_year)?.parse::<i32>().ok();
    let years: Vec<Option<i32>> = mapping.pairs().iter().map(|(key, _)| key.text().and_then(year)).collect();
    let (Some(new), Some(mut years)) = (year(period), years.into_iter().collect::<Option<Vec<i32>>>()) else {
        return true;
    };
    let (up, down) = (years.is_sorted(), years.is_sorted_by(|a, b| a >= b));
    years.insert(at, new);
    (!up && !down) || (up && years.is_sorted()) || (down && years.is_sorted_by(|a, b| a >= b))
}
