//! Known: what was answered of units before. A programme has a handful of them, and each of its metrics asks again.
//!
//! Never answers by itself.

use super::PerCent;
use std::cell::RefCell;
use std::collections::HashMap;
use std::thread::LocalKey;

/// How many units are kept: a text with more is no programme.
const MOST: usize = 100;

/// The longest unit that is kept, in bytes.
const LONGEST: usize = 200;

/// Answers by units.
type UnitAnswers<T> = RefCell<HashMap<String, T>>;

thread_local! {
    /// What units say of per cent.
    pub(super) static SHARE: UnitAnswers<Option<PerCent>> = RefCell::default();
    /// Whether units say that their values are changes.
    pub(super) static CHANGE: UnitAnswers<bool> = RefCell::default();
}

/// What `ask` says of a unit; it looks at nothing else, and is asked once.
pub(super) fn known<T: Clone>(
    answers: &'static LocalKey<UnitAnswers<T>>,
    unit: &str,
    ask: impl Fn(&str) -> T,
) -> T {
    if unit.len() > LONGEST {
        return ask(unit);
    }
    if let Some(answer) = answers.with_borrow(|answers| answers.get(unit).cloned()) {
        return answer;
    }
    let answer = ask(unit);
    answers.with_borrow_mut(|answers| {
        if answers.len() >= MOST {
            answers.clear();
        }
        answers.insert(unit.to_owned(), answer.clone());
    });
    answer
}
