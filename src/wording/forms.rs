//! Forms: the words of the menu of changes and of the fields for typing.

use super::field::name;
use crate::document::{Change, Code, Finding, RefusalReason};
use crate::programme::{Choice, Flag, Observation, Value};

/// The keys of the menu.
pub const MENU_KEYS: &str = "Enter changes   Esc closes";

/// The keys of a field.
pub const FIELD_KEYS: &str = "Enter writes   Esc leaves";

/// The head of a field: `due of Joint training`.
pub fn field_title(field: &str, item: &str) -> String {
    format!("{field}: {item}")
}

/// What a dated note is called.
pub const NOTE: &str = "note";

/// What a new period is called.
pub const PERIOD: &str = "new period";

/// What a new initiative is called.
pub const TITLE: &str = "new initiative";

/// How a period and its value are typed.
pub const PERIOD_FORM: &str = "Write the period, a colon, a space and the value, such as: 2024: 3.1";

/// What stands in a field was typed into it before, and left.
pub const TYPED_BEFORE: &str = "This was typed before and is not written; Ctrl-U empties the field.";

/// There is no room for all of what was typed or pasted.
pub fn full(longest: usize) -> String {
    format!("This is as much as fits: a field takes {longest} characters. What came after them was left out.")
}

/// The item of a field is no longer there.
pub fn item_gone(title: &str) -> String {
    format!(
        "{title} is no longer in the file under this name: somebody renamed it, deleted it, or broke its section. Nothing can be written here; Esc leaves, and keeps what you typed."
    )
}

/// What the menu of changes is called.
pub fn menu_title(item: &str) -> String {
    format!("Change: {item}")
}

/// What to type for a dated note.
pub const NOTE_HINT: &str = "one sentence; today's date is added";

/// What to type for a value.
pub const VALUE_HINT: &str = "a number, and a word such as provisional if it needs one; empty takes it out";

/// What to type for a new initiative.
pub const TITLE_HINT: &str = "the title; everything else can be added later with m";

/// A field of an item was set: `Joint training: owner Ministry of Defence`.
pub fn changed(item: &str, key: &str, to: Option<&str>) -> String {
    let name = name(key);
    to.map_or_else(|| format!("{item}: {name} taken out"), |to| format!("{item}: {name} {to}"))
}

/// A dated note was added.
pub fn noted(item: &str) -> String {
    format!("{item}: note added")
}

/// The value for a period was set.
pub fn valued(item: &str, period: &str, to: Option<&str>) -> String {
    to.map_or_else(|| format!("{item}: {period} taken out"), |to| format!("{item}: {to} in {period}"))
}

/// The figures are of another day.
pub fn dated(day: &str) -> String {
    format!("figures as of {day}")
}

/// An initiative was added.
pub fn added(title: &str) -> String {
    format!("{title}: added")
}

/// A word after a number is none that is known.
pub fn no_such_flag(word: &str, known: &[&str]) -> String {
    format!("\"{word}\" is no kind of value. After the number write nothing, or one of: {}", known.join(", "))
}

/// A new period that is there already, with its value.
pub fn period_is_there(period: &str, value: &str) -> String {
    format!("{period} is there already: {value}. Leave with Esc and choose it from the menu to change it.")
}

/// What is wrong with what was typed, and what to write, as `coopdash check` says it.
pub fn reported(finding: &Finding) -> Vec<String> {
    let message = format!("{}.", finding.message.trim_end_matches('.'));
    // What stands in the file is written in another way than what is typed into a field.
    let typed = "If it is a forecast, type that word after the number.";
    let help = if finding.code == Code::ValueToCome { Some(typed.to_owned()) } else { finding.help.clone() };
    std::iter::once(message).chain(help).collect()
}

/// A value as it is typed: `3.1 provisional`; nothing where none is reported.
pub fn typed(observation: &Observation) -> String {
    let value = match &observation.value {
        Value::Missing | Value::Unreadable => return String::new(),
        Value::Number(number) => number.to_string(),
        Value::Word(word) => word.clone(),
    };
    if observation.flag == Flag::Normal { value } else { format!("{value} {}", observation.flag.word()) }
}

/// The words of a clash: what both sides set.
pub const CLASH_TITLE: &str = "Changed by two people";

/// Why nothing was written yet.
pub const CLASH_WHY: &str =
    "Somebody else saved a change to the same place. Nothing of yours is written yet.";

/// Both sides of a change: what it is about, what the user wants, and what somebody else has set (an error
/// where the item was not found).
pub fn sides(change: &Change, theirs: Result<Option<&str>, &RefusalReason>) -> [String; 3] {
    let subject = change.subject();
    let key = name(subject.key);
    let period = subject.period.map(|period| format!(", {period}")).unwrap_or_default();
    let word = |said: Option<&str>| said.map_or_else(|| "nothing".to_owned(), |said| said.replace('_', " "));
    let is_twin = |why: &RefusalReason| *why == RefusalReason::Ambiguous;
    let gone = |why| {
        if is_twin(why) { "another item is or was called so" } else { "the item is no longer there" }
            .to_owned()
    };
    let other = theirs.map_or_else(gone, word);
    [format!("{}: {key}{period}", subject.title), word(change.mine().as_deref()), other]
}

/// What the user's side is called.
pub const MINE: &str = "yours:";

/// What the other side is called.
pub const THEIRS: &str = "theirs:";

/// The keys of the clash.
pub const CLASH_KEYS: &str = "m yours   t theirs   e editor";
