//! Plan: what a form would do, without doing it.
//!
//! What is typed is not understood here: it is written, read and, where the file's own rules would report it,
//! refused by the document in their words.

use super::forms::{Asks, Form};
use super::history::Step;
use super::recording;
use super::state::State;
use crate::document::{Change, ItemAddress, NewUpdate, NewValue};
use crate::programme::{Choice, Flag, Measure, Metric, Section, Value};
use crate::wording::forms as words;

/// What would be done.
#[derive(Debug)]
pub(super) struct Plan {
    /// The changes.
    pub(super) step: Step,
    /// What follows once they are made.
    pub(super) then: After,
}

/// What follows a change.
#[derive(Debug, Clone, Copy)]
pub(super) enum After {
    Nothing,
    /// A figure is another one: the figures may be of today.
    Remind,
    /// The initiative at this place is new: it is chosen.
    Choose(usize),
}

/// Why something is not written, as sentences.
pub(super) type Refused = Vec<String>;

/// What would come of what was typed into a form; nothing where it says what the file says.
pub(super) fn of_form(state: &State, form: &Form, text: &str) -> Result<Option<Plan>, Refused> {
    match (&form.asks, &form.item) {
        (Asks::Title, _) => Ok(initiative(state, text)),
        (Asks::Field(row), Some(item)) => {
            Ok(field(state, item, row.key, (!text.is_empty()).then(|| text.to_owned())))
        }
        (Asks::Note, Some(item)) => Ok(note(state, item, text)),
        (Asks::Value(period), Some(item)) => value_for(state, item, period, text),
        (Asks::Period, Some(item)) => period(state, item, text),
        (_, None) => Ok(None),
    }
}

/// What the file says in a field of an item, as it is typed.
pub(super) fn value(state: &State, item: &ItemAddress, key: &'static str) -> Option<String> {
    let change = Change::Field { item: item.clone(), key, to: None };
    change.theirs(state.programme())
}

/// Sets a field of an item, or takes it out.
pub(super) fn field(
    state: &State,
    item: &ItemAddress,
    key: &'static str,
    to: Option<String>,
) -> Option<Plan> {
    let from = value(state, item, key);
    if from == to {
        return None;
    }
    let what = words::changed(&item.title, key, to.as_deref());
    let record = recording::field(state, item, key, from.as_deref(), to.as_deref());
    let change = Change::Field { item: item.clone(), key, to };
    let changes = std::iter::once(change).chain(record).collect();
    Some(Plan { step: Step { changes, what }, then: After::Nothing })
}

fn note(state: &State, item: &ItemAddress, text: &str) -> Option<Plan> {
    if text.is_empty() {
        return None;
    }
    let by = state.session.author.clone();
    let update = NewUpdate { date: state.figures().today, status: None, note: text.to_owned(), by };
    let changes = vec![Change::Update { item: item.clone(), update }];
    Some(Plan { step: Step { changes, what: words::noted(&item.title) }, then: After::Nothing })
}

/// Sets the value for a period that is yet to come: `2024: 3.1`.
fn period(state: &State, item: &ItemAddress, text: &str) -> Result<Option<Plan>, Refused> {
    let (period, value) = text.split_once(": ").unwrap_or_default();
    if value.trim().is_empty() {
        return Err(vec![words::PERIOD_FORM.to_owned()]);
    }
    let change = Change::Value { item: item.clone(), period: period.trim().to_owned(), to: None };
    if let Some(now) = change.theirs(state.programme()) {
        return Err(vec![words::period_is_there(period.trim(), &now)]);
    }
    value_for(state, item, period.trim(), value.trim())
}

/// Sets the value for a period; a word after the number says what kind of value it is.
fn value_for(state: &State, item: &ItemAddress, period: &str, text: &str) -> Result<Option<Plan>, Refused> {
    let metric = state.programme().metrics.get(item.index);
    let to = if text.is_empty() { None } else { Some(new_value(text, metric.is_some_and(has_words))?) };
    let what = words::valued(&item.title, period, (!text.is_empty()).then_some(text));
    let changes = vec![Change::Value { item: item.clone(), period: period.to_owned(), to }];
    Ok(Some(Plan { step: Step { changes, what }, then: After::Remind }))
}

/// Whether several words may be one value: in a metric in words, and on a scale whose steps are not all numbers.
fn has_words(metric: &Metric) -> bool {
    let has = |is: fn(&Value) -> bool| metric.values.iter().any(|own| is(&own.value));
    let is_in_numbers =
        has(|value| matches!(value, Value::Number(_))) && !has(|value| matches!(value, Value::Word(_)));
    metric.measure.is_words() && !(metric.measure == Measure::Ordinal && is_in_numbers)
}

/// `3.1 provisional` as a value and a flag. What a value of blanks and figures (`1 000`, `75 %`) means is for the
/// file's own rules to say, and a metric in words may have several.
fn new_value(text: &str, is_words: bool) -> Result<NewValue, Refused> {
    let plain = |text: &str| NewValue { number: text.to_owned(), status: None };
    let Some((value, word)) = text.rsplit_once(' ') else { return Ok(plain(text)) };
    // Of words, `back to normal` is all value: nobody needs to say that a value is a normal one.
    let is_flag = |flag: Flag| flag != Flag::Normal || !is_words;
    let known = |word: &str| Flag::WORDS.iter().find(|row| row.word.eq_ignore_ascii_case(word));
    if let Some(flag) = known(word).filter(|row| is_flag(row.value)) {
        let status = (flag.value != Flag::Normal).then_some(flag.value);
        return Ok(NewValue { number: value.trim().to_owned(), status });
    }
    let is_value = is_words || !word.contains(char::is_alphabetic);
    let known: Vec<&str> = Flag::WORDS.iter().map(|row| row.word).collect();
    if is_value { Ok(plain(text)) } else { Err(vec![words::no_such_flag(word, &known)]) }
}

/// Adds an initiative at the end of the list.
fn initiative(state: &State, title: &str) -> Option<Plan> {
    if title.is_empty() {
        return None;
    }
    let index = state.programme().initiatives.len();
    let item = ItemAddress { section: Section::Initiatives, index, id: None, title: title.to_owned() };
    let change = Change::Initiative { title: title.to_owned() };
    let changes = std::iter::once(change).chain(recording::added(state, &item)).collect();
    Some(Plan { step: Step { changes, what: words::added(title) }, then: After::Choose(index) })
}
