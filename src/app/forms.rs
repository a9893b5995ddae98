//! Forms: what can be changed on an item, as a menu, and the one-line field a new value is typed into.
//!
//! Never changes anything; `update` does.

use super::state::State;
use crate::document::{ItemAddress, ItemField, NewStanding};
use crate::programme::{
    Choice, Initiative, InitiativeStatus, Metric, Recommendation, RecommendationStatus, Section, Standing,
    Unreadable,
};
use crate::text::Line;
use crate::text::date::format_date;
use crate::wording::{self, Pointer};

/// A row of the menu of changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What it is about.
    pub label: String,
    /// What the file says of it now.
    pub value: String,
    /// Where it leads.
    pub then: Then,
}

/// Where a row leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Then {
    /// To the words of the lifecycle.
    Words,
    /// The initiative stands there from now on.
    Stand(NewStanding),
    /// So does the recommendation.
    Answer(RecommendationStatus),
    /// To a field for typing.
    Ask(Asks),
}

/// What a field asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asks {
    /// The value of a field of the item.
    Field(ItemField),
    /// A dated note.
    Note,
    /// The value for a period.
    Value(String),
    /// A period and its value.
    Period,
    /// The title of a new initiative.
    Title,
}

/// A field for typing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// What it asks for.
    pub asks: Asks,
    /// The item it is about; none for a new one.
    pub item: Option<ItemAddress>,
    /// What the file said when the field was opened, as it is typed.
    pub from: String,
    /// What is typed.
    pub line: Line,
    /// Why what was typed before was not written.
    pub refused: Vec<String>,
    /// Whether its item is no longer in the file. It stays open all the same, so that no letter that is typed on
    /// becomes a command.
    pub orphaned: bool,
}

/// The rows of the menu for the chosen item; none where nothing can be changed on it.
pub fn menu(state: &State) -> Vec<Row> {
    let programme = &state.good.programme;
    match state.chosen() {
        Some(Pointer::Initiative(at)) => programme.initiatives.get(at).map(of_initiative).unwrap_or_default(),
        Some(Pointer::Recommendation(at)) => {
            programme.recommendations.get(at).map(of_recommendation).unwrap_or_default()
        }
        Some(Pointer::Metric(at)) => {
            let pair = programme.metrics.get(at).zip(state.figures.metrics.get(at));
            pair.map(|(metric, own)| of_metric(metric, own.decimals)).unwrap_or_default()
        }
        Some(
            Pointer::Criterion(_)
            | Pointer::Meeting(_)
            | Pointer::About
            | Pointer::Unread(_)
            | Pointer::Findings,
        )
        | None => Vec::new(),
    }
}

/// The words of the lifecycle of the chosen item.
pub fn words(state: &State) -> Vec<Row> {
    let programme = &state.good.programme;
    match state.chosen() {
        Some(Pointer::Initiative(at)) => {
            programme.initiatives.get(at).map(|item| standings(&item.standing)).unwrap_or_default()
        }
        Some(Pointer::Recommendation(_)) => RecommendationStatus::WORDS
            .iter()
            .map(|word| {
                let label = wording::recommendation_status(Some(word.value)).to_owned();
                Row { label, value: String::new(), then: Then::Answer(word.value) }
            })
            .collect(),
        _ => Vec::new(),
    }
}

/// Where an initiative can stand, in the words its entry keeps to.
fn standings(now: &Standing) -> Vec<Row> {
    let row = |label: &str, to| Row { label: label.to_owned(), value: String::new(), then: Then::Stand(to) };
    if let Standing::Done(_) = now {
        return vec![row("not done", NewStanding::Done(false)), row("done", NewStanding::Done(true))];
    }
    InitiativeStatus::WORDS
        .iter()
        .map(|word| row(wording::initiative_status(word.value), NewStanding::Status(word.value)))
        .collect()
}

/// The section and the position of what can be changed.
pub(super) fn address(state: &State, item: Pointer) -> Option<ItemAddress> {
    let (section, at) = match item {
        Pointer::Metric(at) => (Section::Metrics, at),
        Pointer::Initiative(at) => (Section::Initiatives, at),
        Pointer::Recommendation(at) => (Section::Recommendations, at),
        Pointer::Criterion(_)
        | Pointer::Meeting(_)
        | Pointer::About
        | Pointer::Unread(_)
        | Pointer::Findings => return None,
    };
    ItemAddress::new(&state.good.programme, section, at)
}

fn row(label: &str, value: Option<String>, then: Then) -> Row {
    Row { label: label.to_owned(), value: value.unwrap_or_else(|| "-".to_owned()), then }
}

fn of_initiative(item: &Initiative) -> Vec<Row> {
    let day = |date: &Option<crate::programme::Placed<chrono::NaiveDate>>| {
        date.as_ref().map(|date| format_date(date.value))
    };
    let or = |value: Option<String>, key| value.or_else(|| lost(&item.unreadable, key));
    let is_lost = item.has_unreadable_standing();
    let status = if is_lost { wording::NOT_READABLE } else { wording::standing_word(&item.standing) };
    vec![
        row("Status", Some(status.to_owned()), Then::Words),
        row(
            "Due",
            or(item.due.as_ref().map(|due| wording::due_in_full(&due.value)), "due"),
            Then::Ask(Asks::Field(ItemField::Due)),
        ),
        row("Owner", or(item.owner.clone(), "owner"), Then::Ask(Asks::Field(ItemField::Owner))),
        row(
            "Completed on",
            or(day(&item.completed_on), "completed_on"),
            Then::Ask(Asks::Field(ItemField::CompletedOn)),
        ),
        row("Dated note", Some(added(item.updates.len())), Then::Ask(Asks::Note)),
    ]
}

fn of_recommendation(item: &Recommendation) -> Vec<Row> {
    let status = wording::recommendation_state(item).to_owned();
    let or = |value: Option<String>, key| value.or_else(|| lost(&item.unreadable, key));
    let due = item.due.as_ref().map(|due| wording::due_in_full(&due.value));
    vec![
        row("Status", Some(status), Then::Words),
        row("Due", or(due, "due"), Then::Ask(Asks::Field(ItemField::Due))),
        row("Owner", or(item.owner.clone(), "owner"), Then::Ask(Asks::Field(ItemField::Owner))),
        row("Dated note", Some(added(item.updates.len())), Then::Ask(Asks::Note)),
    ]
}

/// What stands for a field that the file gives and that could not be read.
fn lost(unreadable: &Unreadable, key: &str) -> Option<String> {
    unreadable.has(key).then(|| wording::NOT_READABLE.to_owned())
}

fn added(notes: usize) -> String {
    if notes == 0 { "none yet".to_owned() } else { format!("{notes} so far") }
}

/// A new period first, then those there are, the latest first.
fn of_metric(metric: &Metric, decimals: u32) -> Vec<Row> {
    let value = |value| wording::value::level_in_words(value, metric, decimals);
    let periods = metric.values.iter().rev().map(|own| Row {
        label: own.period.label.clone(),
        value: value(own),
        then: Then::Ask(Asks::Value(own.period.label.clone())),
    });
    let new = Row { label: "New period".to_owned(), value: String::new(), then: Then::Ask(Asks::Period) };
    std::iter::once(new).chain(periods).collect()
}
