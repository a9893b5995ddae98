//! The plain model of what needs attention, and of the counts of initiatives.

use super::judging::standing;
use super::model::{Rules, Way, favour};
use super::programmes::{Due, Initiative, Prog};
use super::written::{Kind, Met, Obs, Per, Spelling, Val, today};
use chrono::NaiveDate;
use coopdash::programme::Flag;

/// Days from today, negative for past ones.
fn ahead(day: NaiveDate) -> i64 {
    day.signed_duration_since(today()).num_days()
}

impl Initiative {
    fn is_unreadable(&self) -> bool {
        self.status == Some("nonsense")
    }

    /// Open, so that it can be late.
    fn can_be_late(&self) -> bool {
        match self.status {
            Some(status) => ["announced", "agreed", "in_progress"].contains(&status),
            None => self.done != Some(true),
        }
    }

    /// Neither completed nor cancelled.
    fn is_unfinished(&self) -> bool {
        match self.status {
            Some(status) => status != "completed" && status != "cancelled",
            None => self.done != Some(true),
        }
    }
}

/// The period of the screen: the commonest of this year's, of equally common ones the latest.
pub(crate) fn screen_period(metrics: &[Met]) -> Option<Per> {
    let all: Vec<Per> = metrics.iter().filter_map(|met| met.current().map(|one| one.period)).collect();
    let often = |period: &Per| all.iter().filter(|one| *one == period).count();
    all.iter().copied().max_by_key(|period| (often(period), period.key()))
}

/// All rows that must be there, each as a line of text, sorted.
pub(crate) fn attention(prog: &Prog, rules: Rules) -> Vec<String> {
    let mut rows = Vec::new();
    deadlines(prog, &mut rows);
    for (at, met) in prog.metrics.iter().enumerate() {
        let (word, _) = standing(met, rules);
        if word.is_off_target() {
            rows.push(format!("OffTarget {at} {}", word.text()));
        }
        if favour(met, rules) == Way::Adverse {
            rows.push(format!("Worse {at}"));
        }
    }
    if let (Some(as_of), Some(after)) = (prog.as_of, prog.stale_after)
        && -ahead(as_of) > after
    {
        rows.push(format!("Stale {}", -ahead(as_of)));
    }
    let number = days_ahead(prog);
    if number > 0 {
        rows.push(format!("DaysAhead {number}"));
    }
    housekeeping(prog, &mut rows);
    if is_anything_unread(prog) {
        rows.push("NotRead".to_owned());
    }
    rows.sort();
    rows
}

fn deadlines(prog: &Prog, rows: &mut Vec<String>) {
    let mut row = |due: &Option<Due>, can_be_late: bool, can_be_soon: bool, what: String| {
        let Some(day) = due.as_ref().map(|due| due.day) else { return };
        let days = ahead(day);
        if days < 0 && can_be_late {
            rows.push(format!("Overdue {what} {day} {days}"));
        } else if (0..=14).contains(&days) && can_be_soon {
            rows.push(format!("DueSoon {what} {day} {days}"));
        }
    };
    for (at, one) in prog.initiatives.iter().enumerate() {
        let can_be_soon = one.can_be_late() || one.is_unreadable();
        row(&one.due, one.can_be_late(), can_be_soon, format!("Initiative({at})"));
    }
    for (at, one) in prog.recommendations.iter().enumerate() {
        let is_unreadable = one.status == Some("nonsense");
        let is_closed =
            one.status.is_some_and(|word| ["implemented", "not_accepted", "overtaken"].contains(&word));
        row(&one.due, !is_closed && !is_unreadable, !is_closed, format!("Recommendation({at})"));
    }
    for (at, one) in prog.meetings.iter().enumerate() {
        for (which, decision) in one.decisions.iter().enumerate() {
            // What a cancelled meeting decided was not decided.
            let is_open = decision.done != Some(true) && one.status != Some("cancelled");
            row(&decision.due, is_open, is_open, format!("Decision({at}, {which})"));
        }
        let is_past = one.status.is_some_and(|word| ["held", "cancelled", "nonsense"].contains(&word));
        let date = one.date.map(|day| Due { day, text: String::new() });
        row(&date, !is_past, false, format!("Meeting({at})"));
    }
}

fn housekeeping(prog: &Prog, rows: &mut Vec<String>) {
    let mut merged = |name: &str, which: Vec<usize>| {
        if !which.is_empty() {
            rows.push(format!("{name} {which:?}"));
        }
    };
    // What has a value for a range of years that overlaps another is left open, and not compared.
    if let Some(period) = screen_period(&prog.metrics).filter(|period| period.kind != Kind::Range) {
        let lacks = |met: &Met| {
            let own = met.values.iter().find(|one| one.period == period);
            own.is_none_or(|one| one.value == Val::Null && one.flag != Flag::Suppressed)
        };
        merged("NoValue", at_which(&prog.metrics, |met| is_compared(met, period) && lacks(met)));
    }
    merged("NoOwner", at_which(&prog.initiatives, |one| one.is_unfinished() && !one.has_owner));
    merged("NoDue", at_which(&prog.initiatives, |one| one.is_unfinished() && one.due.is_none()));
    let is_over = |word: &str| word == "held" || word == "cancelled";
    merged(
        "NoMeetingDate",
        at_which(&prog.meetings, |one| one.date.is_none() && !one.status.is_some_and(is_over)),
    );
}

/// Whether the rules are plain about its value for the period of the screen: what another kind of period says of
/// it is left open, and so are metrics that are silent of it and have newer figures.
pub(crate) fn is_compared(met: &Met, period: Per) -> bool {
    let is_plain = |one: &Obs| one.period.kind == period.kind && one.period.key() <= period.key();
    met.values.iter().all(is_plain)
}

fn at_which<T>(items: &[T], is: impl Fn(&T) -> bool) -> Vec<usize> {
    items.iter().enumerate().filter(|(_, one)| is(one)).map(|(at, _)| at).collect()
}

/// How many days and values of the file lie ahead that cannot.
fn days_ahead(prog: &Prog) -> usize {
    let own = [prog.as_of, prog.date, prog.quote];
    let works = prog.initiatives.iter().flat_map(|one| [one.agreed_on, one.completed_on, one.update]);
    let held = prog.meetings.iter().filter(|one| one.status == Some("held")).map(|one| one.date);
    let days = own.into_iter().chain(works).chain(held).flatten().filter(|day| ahead(*day) > 0).count();
    let values = prog.metrics.iter().flat_map(|met| &met.values).filter(|one| {
        let is_given = matches!(one.value, Val::Num(_) | Val::Word(_));
        is_given && one.flag != Flag::Forecast && !one.period.has_begun()
    });
    days + values.count()
}

fn is_anything_unread(prog: &Prog) -> bool {
    let of_metric = |met: &Met| {
        let bad = met.values.iter().any(|one| one.value == Val::Bad);
        bad || met.spelling == Spelling::Unreadable || met.is_target_disputed()
    };
    let nonsense = Some("nonsense");
    prog.metrics.iter().any(of_metric)
        || prog.initiatives.iter().any(|one| one.status == nonsense)
        || prog.recommendations.iter().any(|one| one.status == nonsense)
        || prog.meetings.iter().any(|one| one.status == nonsense)
}

/// The initiatives by where they stand; a late one is counted as late alone, and a cancelled one rests too.
pub(crate) fn counts(prog: &Prog) -> String {
    let mut counts = [0; 7];
    for one in &prog.initiatives {
        let is_late = one.can_be_late() && one.due.as_ref().is_some_and(|due| ahead(due.day) < 0);
        let at = match (one.status, one.done) {
            _ if is_late => 3,
            (Some("in_progress"), _) => 1,
            (Some("completed"), _) | (None, Some(true)) => 2,
            (Some("on_hold"), _) => 4,
            (Some("cancelled"), _) => 5,
            (Some("nonsense"), _) => 6,
            _ => 0,
        };
        counts[at] += 1;
    }
    let [open, in_progress, done, overdue, on_hold, cancelled, unknown] = counts;
    let resting = on_hold + cancelled;
    format!(
        "Counts {{ open: {open}, in_progress: {in_progress}, done: {done}, overdue: {overdue}, \
         resting: {resting}, cancelled: {cancelled}, unknown: {unknown} }}"
    )
}
