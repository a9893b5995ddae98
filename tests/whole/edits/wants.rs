//! What a change may do to a text, and nothing else, in the eyes of the judge.

use super::amounts::values;
use super::judge::{Tree, Verdict, What, says};
use super::*;
use coopdash::document::{Change, NewUpdate};
use coopdash::programme::Choice;

/// Names that are understood; blanks, hyphens and case do not matter.
pub(crate) fn is_one_of(key: &str, names: &[&str]) -> bool {
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
const AS_OF: [&str; 5] = ["asof", "datadate", "updated", "lastupdated", "dateofdata"];
const DONE: [&str; 5] = ["done", "completed", "complete", "checked", "finished"];

/// Whether what differs is what was wanted.
pub(crate) fn judge(verdict: &Verdict<'_>, change: &Change) -> Result<(), String> {
    let good = match change {
        Change::Standing { to, .. } => standing(verdict, *to),
        Change::Field { key, to, .. } => word(verdict, &|name| means(key, name), filled(to.as_deref())),
        Change::Update { update, .. } => updates(verdict, update),
        Change::Value { period, to, .. } => values(verdict, period, to.as_ref()),
        Change::AsOf { to } => word(verdict, &|key| is_one_of(key, &AS_OF), Some(&to.to_string())),
        Change::Initiative { title } => initiative(verdict, title),
    };
    if good { Ok(()) } else { Err(format!("something else changed: {verdict:#?}")) }
}

pub(crate) fn filled(text: Option<&str>) -> Option<&str> {
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

fn means(key: &str, name: &str) -> bool {
    let names: &[&str] = match key {
        "status" => &STATUS,
        "owner" => {
            &["owner", "responsible", "lead", "assignee", "assignedto", "responsibleparty", "accountable"]
        }
        "due" => &["due", "deadline", "duedate", "dueon", "enddate", "plannedend", "by"],
        "completed_on" => {
            &["completedon", "completedat", "completiondate", "actualend", "doneon", "closedon"]
        }
        other => return name == other,
    };
    is_one_of(name, names)
}

/// How many steps lead to the entries of an item: the document, its section, and its position unless it
/// stands without a dash.
pub(crate) fn is_in_item(path: &[String]) -> bool {
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

pub(crate) fn is_pair(pair: &[&Tree], is_meant: &dyn Fn(&str) -> bool) -> bool {
    pair.len() == 2 && pair[0].is_bare() && pair[0].text().is_some_and(is_meant)
}

pub(crate) fn is_text(tree: &Tree, wanted: &str) -> bool {
    tree.is_bare() && tree.text() == Some(wanted)
}

/// The pairs of a group, as keys that are known and texts.
pub(crate) fn is_group(tree: &Tree, wanted: &[(&[&str], Option<&str>)]) -> bool {
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
