//! Check: what is wrong in files, in the form asked for, and whether that is a failure.
//!
//! Never changes a file.

use super::arguments::{Arguments, Check, FailOn, FindingsForm};
use super::commands::{DocumentSource, failed, print};
use super::exit::{FAILED, FINE, USAGE, refused};
use super::today::today_in_print;
use crate::document::{CODES, Code, Severity, read_on};
use crate::figures::derive;
use crate::output::{self, Checked};
use crate::programme::Programme;
use crate::shell::Meanwhile;
use crate::text::{Clean, wrap};
use crate::wording::{Condition, ConditionKind, conditions};
use chrono::NaiveDate;
use std::path::Path;
use strum::IntoEnumIterator as _;

/// Columns of an explanation.
const WIDTH: usize = 80;

/// `coopdash check`: every finding of every file; 1 if something is at or above a limit.
pub(super) fn check(arguments: &Arguments, wanted: &Check) -> u8 {
    if let Some(name) = &wanted.explain {
        return explain(name);
    }
    let today = today_in_print(arguments);
    let names: Vec<String> = wanted.files.iter().map(|file| name_of(file)).collect();
    let mut code = FINE;
    let mut all = Vec::new();
    let meanwhile = Meanwhile::begin();
    for (file, name) in wanted.files.iter().zip(&names) {
        let checked = checked(file, name, wanted, today, &meanwhile);
        if is_failure(&checked, &wanted.fail_on) {
            code = FAILED;
        }
        // JSON is one document; the other forms are printed as soon as they are known.
        if wanted.format == FindingsForm::Json {
            all.push(checked);
        } else {
            let shown = Clean::lines(&shown(&checked, wanted.format));
            meanwhile.is_over();
            code = code.max(print(&shown));
        }
    }
    if wanted.format == FindingsForm::Json {
        let found = Clean::lines(&output::findings_in_json(&all, today));
        drop(meanwhile);
        code = code.max(print(&found));
    }
    code
}

fn name_of(file: &Path) -> String {
    if file == Path::new("-") {
        return "standard input".to_owned();
    }
    Clean::line(&file.to_string_lossy()).to_string()
}

/// Reads one file. Why one cannot be opened is said on standard error in every form.
fn checked<'n>(
    file: &Path,
    name: &'n str,
    wanted: &Check,
    today: NaiveDate,
    meanwhile: &Meanwhile,
) -> Checked<'n> {
    let text = match DocumentSource::named(file).text(meanwhile) {
        Ok(text) => text,
        Err(failure) => {
            meanwhile.is_over();
            let reading = Err(failure.to_string());
            failed(&failure);
            return Checked { file: name, reading, conditions: Vec::new() };
        }
    };
    let reading = read_on(text, today);
    let conditions = asked_conditions(&reading.programme, wanted, today);
    Checked { file: name, reading: Ok(reading), conditions }
}

/// The conditions that were asked for: a script that reads JSON chooses for itself. Figures take longer than all
/// reading, and most checks ask for none.
fn asked_conditions(programme: &Programme, wanted: &Check, today: NaiveDate) -> Vec<Condition> {
    let is_asked = |kind| wanted.fail_on.iter().any(|limit| is_asked(*limit, kind));
    let takes_all = wanted.format == FindingsForm::Json;
    if !takes_all && !ConditionKind::iter().any(is_asked) {
        return Vec::new();
    }
    let mut conditions = conditions(programme, &derive(programme, today));
    conditions.retain(|condition| takes_all || is_asked(condition.kind));
    conditions
}

fn shown(checked: &Checked<'_>, form: FindingsForm) -> String {
    let conditions = output::conditions_in_short(&checked.conditions, checked.file);
    match (form, &checked.reading) {
        (FindingsForm::Github, _) => output::findings_for_github(checked),
        (_, Err(_)) => String::new(),
        (FindingsForm::Short, Ok(reading)) => output::findings_in_short(reading, checked.file) + &conditions,
        (FindingsForm::Full | FindingsForm::Json, Ok(reading)) => {
            output::findings(reading, checked.file) + &conditions
        }
    }
}

fn is_failure(checked: &Checked<'_>, limits: &[FailOn]) -> bool {
    let Ok(reading) = &checked.reading else { return true };
    let worst = reading.findings.iter().map(|finding| finding.severity).max();
    limits.iter().any(|limit| match limit {
        FailOn::Error => worst >= Some(Severity::Error),
        FailOn::Warning => worst >= Some(Severity::Warning),
        FailOn::Overdue | FailOn::OffTarget | FailOn::Worse | FailOn::Stale => {
            checked.conditions.iter().any(|Condition { kind, .. }| is_asked(*limit, *kind))
        }
    })
}

const fn is_asked(limit: FailOn, kind: ConditionKind) -> bool {
    matches!(
        (limit, kind),
        (FailOn::Overdue, ConditionKind::Overdue)
            | (FailOn::OffTarget, ConditionKind::OffTarget)
            | (FailOn::Worse, ConditionKind::Worse)
            | (FailOn::Stale, ConditionKind::Stale)
    )
}

/// `coopdash check --explain CODE`.
fn explain(name: &str) -> u8 {
    if let Some(code) = Code::named(name) {
        let lines = wrap(code.row().explanation, WIDTH).join("\n");
        let text = format!("{} ({})\n\n{lines}\n", code.name(), code.severity().word());
        return print(&Clean::lines(&text));
    }
    let help = Code::nearest_name(name).map_or_else(
        || format!("Known: {}.", CODES.iter().map(|row| row.name).collect::<Vec<_>>().join(", ")),
        |near| format!("Perhaps `{near}`?"),
    );
    let (name, help) = (Clean::line(name), wrap(&help, WIDTH).join("\n  "));
    refused(format_args!("no finding is called `{name}`\n  {help}"));
    USAGE
}
