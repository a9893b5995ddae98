//! Finding: looking for text in everything the file says, without regard to case and accents.

use super::moving;
use crate::app::section::{about, sections};
use crate::app::state::{Find, State};
use crate::app::{Action, Key, KeyCode};
use crate::text;
use crate::wording::{Fact, Notice, Pointer};

/// The longest text that is looked for: more than any title has, and each letter of it is looked for anew.
const LONGEST: usize = 200;

/// Opens the find field.
pub(super) fn start(state: &mut State) {
    state.view.find = Some(Find { typing: true, ..Find::default() });
}

/// Takes a key typed into the field and goes to the first match.
pub(super) fn typed(state: &mut State, key: Key) {
    if let (KeyCode::Char(letter), false) = (key.code, key.ctrl) {
        return pasted(state, letter.encode_utf8(&mut [0; 4]));
    }
    let Some(mut find) = state.view.find.take() else { return };
    if key.code == KeyCode::Backspace && find.query.pop().is_some() {
        go_to_first(state, &mut find);
    }
    find.typing &= key.code != KeyCode::Enter;
    if !find.typing && find.hits.is_empty() {
        state.dialogue.notice = (!find.query.is_empty()).then_some(Notice::NoMatch(find.query));
    } else {
        state.view.find = Some(find);
    }
}

/// Takes a text into the field, typed or pasted, and goes to the first match: once, however long it is.
pub(super) fn pasted(state: &mut State, text: &str) {
    let Some(mut find) = state.view.find.take() else { return };
    let room = LONGEST.saturating_sub(find.query.chars().count());
    let (text, is_all) = text::fitting(text, room);
    if !text.is_empty() {
        find.query.push_str(&text);
        go_to_first(state, &mut find);
    }
    if !is_all {
        state.say(Notice::Full(LONGEST));
    }
    state.view.find = Some(find);
}

fn go_to_first(state: &mut State, find: &mut Find) {
    find.hits = hits(state, &find.query);
    find.at = 0;
    if let Some(first) = find.hits.first() {
        moving::point(state, *first);
    }
}

/// Goes to the next or the previous match, around the ends.
pub(super) fn step(state: &mut State, action: Action) {
    let Some(mut find) = state.view.find.take() else {
        state.say(Notice::NoSearch);
        return;
    };
    let count = find.hits.len();
    if count > 0 {
        find.at = if action == Action::FindPrevious {
            (find.at + count - 1) % count
        } else {
            (find.at + 1) % count
        };
        if let Some(hit) = find.hits.get(find.at).copied() {
            moving::point(state, hit);
        }
    }
    state.view.find = Some(find);
}

/// Looks again, after the file was read again; goes nowhere.
pub(super) fn again(state: &mut State) {
    let Some(mut find) = state.view.find.take() else { return };
    find.hits = hits(state, &find.query);
    find.at = find.at.min(find.hits.len().saturating_sub(1));
    if find.typing || !find.hits.is_empty() {
        state.view.find = Some(find);
    }
}

/// Everything that holds `query`, in the order of the tabs.
fn hits(state: &State, query: &str) -> Vec<Pointer> {
    let wanted = text::fold(query);
    if wanted.trim().is_empty() {
        return Vec::new();
    }
    let holds = |title: &str, facts: &[Fact]| {
        text::fold(title).contains(&wanted)
            || facts.iter().any(|fact| text::fold(&fact.text).contains(&wanted))
    };
    let subject = &state.content();
    let mut hits = Vec::new();
    for row in sections() {
        let found = (row.found)(state).filter(|pointer| match pointer {
            Pointer::Item(_, at) => {
                let title = (row.item)(subject.programme, *at).map(|head| head.title);
                title.is_some_and(|title| holds(title, &(row.facts)(subject, *at)))
            }
            Pointer::Unread(_) | Pointer::About | Pointer::Findings => false,
        });
        hits.extend(found);
    }
    if about(subject).iter().any(|part| holds(&part.title, &part.facts)) {
        hits.push(Pointer::About);
    }
    hits
}
