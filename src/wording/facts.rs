//! Facts: everything the file says of one item, one fact a row.
//!
//! The detail pages and the report are both made of these, so neither can forget a field.
//! Never lays out; never shows what the file does not say, but names what is missing where a
//! briefing needs it (owner, due date, target).

mod collected;
mod links;
mod metric;

pub(super) use collected::Facts;
use collected::update_line;
pub use links::{Ids, Links};
pub use metric::{metric_facts, table_row, value_facts};

use super::status::{meeting_state, progress_word, recommendation_state};
use super::unread::lost;
use super::when::due_in_full;
use super::{Fact, STATUS, Tone, change, value};
use super::{age, due, list, word};
use crate::figures::{
    ChangeKind, CriterionFigures, Figures, MeetingFigures, Progress, StatusMark, days_to_answer,
};
use crate::programme::{
    Criterion, Decision, Due, Evaluation, Flag, Initiative, Meeting, Observation, Programme, Recommendation,
    Standing, Value,
};
use crate::text;
use chrono::NaiveDate;
use rust_decimal::Decimal;

/// What stands for a score that the file does not give.
pub const NOT_SCORED: &str = "not scored";

/// Everything about one initiative but its title.
pub fn initiative_facts(item: &Initiative, progress: &Progress, links: &Links<'_>) -> Vec<Fact> {
    let mut facts = Facts::default();
    let tone = if progress.mark == StatusMark::Overdue { Tone::Bad } else { Tone::Plain };
    facts.plain(STATUS, initiative_state(item, progress));
    facts.unreadable(&item.unreadable);
    match &item.owner {
        Some(owner) => facts.plain("Owner", owner),
        None => facts.missing("Owner", "owner", &item.unreadable, "no owner"),
    }
    match &item.due {
        Some(date) => facts.push("Due", due_line(&date.value, progress.days), tone),
        None => facts.missing("Due", "due", &item.unreadable, "no due date"),
    }
    facts.each("Commitment", &item.description);
    facts.each("Next step", &item.next_step);
    facts.each("Group", &item.group);
    facts.each("Priority", &item.priority);
    facts.each("Partner", &item.partners);
    facts.day("Agreed on", item.agreed_on.as_ref());
    facts.day("Completed on", item.completed_on.as_ref());
    facts.each("Metric", item.metrics.iter().map(|id| links.metric(&id.value)));
    facts.each("Evidence", &item.evidence);
    facts.each("Update", item.updates.iter().map(update_line));
    facts.each("Short name", &item.short);
    facts.each("Source", &item.source);
    facts.finish(item.notes.as_ref(), item.id.as_ref(), item.place.line())
}

fn initiative_state(item: &Initiative, progress: &Progress) -> String {
    match &item.standing {
        Standing::Both(done, status) => {
            format!("{} (the file also says done: {}; status is shown)", word(status.value), done.value)
        }
        Standing::NotGiven | Standing::Done(_) | Standing::Status(_) => progress_word(progress).to_owned(),
    }
}

fn dated(date: NaiveDate, distance: Option<String>) -> String {
    distance.map_or_else(
        || text::date::format_date(date),
        |distance| format!("{}, {distance}", text::date::format_date(date)),
    )
}

/// When something is due and how far off that is: `30 Jun 2024, 46 days late`.
fn due_line(date: &Due, days: Option<i64>) -> String {
    let date = due_in_full(date);
    days.map_or_else(|| date.clone(), |days| format!("{date}, {}", due(days)))
}

/// Everything about one recommendation but its title.
pub fn recommendation_facts(item: &Recommendation, links: &Links<'_>, today: NaiveDate) -> Vec<Fact> {
    let mut facts = Facts::default();
    facts.plain(STATUS, recommendation_state(item));
    facts.unreadable(&item.unreadable);
    facts.each("Advice", &item.description);
    facts.each("Addressed to", &item.addressed_to);
    facts.each("Owner", &item.owner);
    facts.each("Response", &item.response);
    if let Some(date) = &item.due {
        let days = days_to_answer(item, today);
        let tone = if days.is_some_and(|days| days < 0) { Tone::Bad } else { Tone::Plain };
        facts.push("Due", due_line(&date.value, days), tone);
    }
    if item.initiatives.is_empty() {
        facts.missing("Initiatives", "initiatives", &item.unreadable, "no initiative linked");
    }
    facts.each("Initiative", item.initiatives.iter().map(|id| links.initiative(&id.value)));
    facts.each("Next step", &item.next_step);
    facts.each("Evidence", &item.evidence);
    facts.each("Update", item.updates.iter().map(update_line));
    facts.each("Short name", &item.short);
    facts.each("Source", &item.source);
    facts.finish(item.notes.as_ref(), item.id.as_ref(), item.place.line())
}

/// Everything about one criterion but its title.
pub fn criterion_facts(
    item: &Criterion,
    own: Option<&CriterionFigures>,
    evaluation: &Evaluation,
) -> Vec<Fact> {
    let mut facts = Facts::default();
    facts.unreadable(&item.unreadable);
    facts.plain("To improve", &item.improvement);
    if item.scores.is_empty() {
        facts.missing("Score", "scores", &item.unreadable, NOT_SCORED);
    }
    facts.each("Change", own.filter(|own| own.current.is_some()).map(|own| score_change(item, own)));
    for score in &item.scores {
        facts.add(metric::value_fact(score, score_in_words(score, evaluation)));
    }
    facts.finish(item.notes.as_ref(), None, item.place.line())
}

/// What this year's score did: `3 -> 4 on 2022, rose`, `n/a (no 2022)`, `weak -> strong on 2022, words are not judged`.
fn score_change(item: &Criterion, own: &CriterionFigures) -> String {
    let words = change::plain(&own.change, own.decimals);
    let before = own.previous.and_then(|at| item.scores.get(at));
    let words = match (&own.change.kind, before) {
        (ChangeKind::Undefined(_), _) | (_, None) => words,
        (ChangeKind::Step(..), Some(before)) => {
            let end = if own.way.is_some() { own.stepped() } else { "words are not judged" };
            format!("{words} on {}, {end}", before.period.label)
        }
        (_, Some(before)) => format!("{words} on {}", before.period.label),
    };
    // Behind the period, or the flag would seem to be of the one before.
    value::with_flags(words, &own.change.flags)
}

/// A score with the end of its scale and the mark of its flag: `4 of 5`, `4 of 5 p`, `not scored`, `suppressed`.
pub fn score_words(score: &Observation, evaluation: &Evaluation) -> String {
    if score.value == Value::Missing && score.flag != Flag::Suppressed {
        return NOT_SCORED.to_owned();
    }
    value::described(score, |number| of_scale(number, evaluation))
}

/// The same with its flag in words: `4 of 5 (provisional)`.
pub fn score_in_words(score: &Observation, evaluation: &Evaluation) -> String {
    value::in_words(score, |score| score_words(score, evaluation))
}

fn of_scale(number: Decimal, evaluation: &Evaluation) -> String {
    let plain = |number: Decimal| text::number::format_decimal(number, number.normalize().scale());
    match evaluation.scale {
        Some((_, max)) => format!("{} of {}", plain(number), plain(max)),
        None => plain(number),
    }
}

/// Everything about one meeting but its title.
pub fn meeting_facts(item: &Meeting, figures: &MeetingFigures) -> Vec<Fact> {
    let mut facts = Facts::default();
    facts.plain(STATUS, meeting_state(item, figures));
    facts.unreadable(&item.unreadable);
    match &item.date {
        Some(date) => facts.plain("Date", dated(date.value, figures.days.map(super::distance))),
        None => facts.missing("Date", "date", &item.unreadable, "date not set"),
    }
    facts.each("Time", item.time.map(|time| time.format("%H:%M").to_string()));
    facts.each("Place", &item.location);
    if !item.parties.is_empty() {
        facts.plain("Parties", list(&item.parties));
    }
    facts.each("Purpose", &item.purpose);
    facts.each("Decision", item.decisions.iter().map(decision_line));
    facts.finish(item.notes.as_ref(), item.id.as_ref(), item.place.line())
}

fn decision_line(decision: &Decision) -> String {
    let owner = decision.owner.as_ref().map(|owner| format!("owner: {owner}"));
    let due = decision.due.as_ref().map(|date| format!("due {}", due_in_full(&date.value)));
    let lost = lost(&decision.unreadable);
    let done = decision.done.then(|| "done".to_owned());
    let tail: Vec<String> = [owner, due, done].into_iter().flatten().chain(lost).collect();
    if tail.is_empty() { decision.text.clone() } else { format!("{} ({})", decision.text, tail.join(", ")) }
}

/// The date of the data with their age, where the file dates them.
pub(super) fn data_age(programme: &Programme, figures: &Figures) -> Option<String> {
    let date = programme.about.as_of.as_ref()?.value;
    let days = figures.age?.days;
    Some(age(date, days))
}
