//! Finding: looking for text in everything the file says, without regard to case and accents.

use super::moving;
use crate::app::section::{Content, Pointers, about, row_of, sections};
use crate::app::state::{Find, State, Unlooked};
use crate::app::{Action, Effect, Key, KeyCode};
use crate::text;
use crate::wording::{Fact, Notice, Pointer};

/// So many items are looked at for one key. What there is beyond them is looked at while no key waits.
const AT_ONCE: usize = 2000;

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
    let before = find.query.clone();
    if key.code == KeyCode::Backspace && find.query.pop().is_some() {
        look_anew(state, &mut find, &before);
    }
    find.typing &= key.code != KeyCode::Enter;
    close_or_keep(state, find);
}

/// Takes a text into the field, typed or pasted, and goes to the first match: once, however long it is.
pub(super) fn pasted(state: &mut State, text: &str) {
    let Some(mut find) = state.view.find.take() else { return };
    let room = LONGEST.saturating_sub(find.query.chars().count());
    let (text, is_all) = text::fitting(text, room);
    if !text.is_empty() {
        let before = find.query.clone();
        find.query.push_str(&text);
        look_anew(state, &mut find, &before);
    }
    if !is_all {
        state.say(Notice::Full(LONGEST));
    }
    state.view.find = Some(find);
}

/// Looks for a text that is another one now, and goes to the first match.
fn look_anew(state: &mut State, find: &mut Find, before: &str) {
    find.at = 0;
    let (wanted, known) = (text::fold(&find.query), text::fold(before));
    let found = std::mem::take(&mut find.hits);
    let is_longer = !known.trim().is_empty() && wanted.starts_with(&known);
    find.rest = match find.rest.take() {
        _ if wanted.trim().is_empty() => None,
        // What does not hold the shorter text does not hold the longer one.
        Some(rest) if is_longer => {
            let held = found.into_iter().chain(rest.held).collect();
            Some(Unlooked { held, looked_at: rest.looked_at })
        }
        None if is_longer => Some(Unlooked { held: found.into(), looked_at: None }),
        _ => Some(Unlooked::from_the_beginning()),
    };
    look_on(state, find);
    go_to_first(state, find);
}

fn go_to_first(state: &mut State, find: &Find) {
    if let Some(first) = find.hits.first() {
        moving::point(state, *first);
    }
}

/// A search that has not looked at everything looks at some more. What is found first is gone to, unless something
/// else lies over the tab by now.
pub(super) fn go_on(state: &mut State) {
    let Some(mut find) = state.view.find.take_if(|find| find.rest.is_some()) else { return };
    let had_none = find.hits.is_empty();
    look_on(state, &mut find);
    if had_none && state.view.layers.is_empty() {
        go_to_first(state, &find);
    }
    close_or_keep(state, find);
}

/// Keeps a search, unless it is over and has found nothing.
fn close_or_keep(state: &mut State, find: Find) {
    if !find.typing && find.rest.is_none() && find.hits.is_empty() {
        state.dialogue.notice = (!find.query.is_empty()).then_some(Notice::NoMatch(find.query));
    } else {
        state.view.find = Some(find);
    }
}

/// What is to come before anything else: a search that has not looked at everything goes on once no key is waiting.
pub(super) fn rest(state: &State) -> Option<Effect> {
    state.view.find.as_ref()?.rest.as_ref().map(|_| Effect::GoOn)
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
    find.hits.clear();
    find.rest = (!text::fold(&find.query).trim().is_empty()).then(Unlooked::from_the_beginning);
    while find.rest.is_some() {
        look_on(state, &mut find);
    }
    find.at = find.at.min(find.hits.len().saturating_sub(1));
    if find.typing || !find.hits.is_empty() {
        state.view.find = Some(find);
    }
}

/// Looks at as many items as a key may cost.
fn look_on(state: &State, find: &mut Find) {
    let search = Search::of(state, &find.query);
    for _ in 0..AT_ONCE {
        let Some(rest) = &mut find.rest else { return };
        let next = rest.held.pop_front().or_else(|| {
            let at = rest.looked_at.as_mut()?;
            *at += 1;
            search.all.get(*at - 1)
        });
        match next {
            Some(pointer) if search.holds(pointer) => find.hits.push(pointer),
            Some(_) => {}
            None => find.rest = None,
        }
    }
}

/// What is looked for, and what it may stand in.
struct Search<'a> {
    wanted: String,
    content: Content<'a>,
    all: LookedThrough<'a>,
}

impl<'a> Search<'a> {
    fn of(state: &'a State, query: &str) -> Self {
        let all = LookedThrough(sections().map(|row| (row.found)(state)).collect());
        Self { wanted: text::fold(query), content: state.content(), all }
    }

    /// Whether an item holds it, or the page about the programme.
    fn holds(&self, pointer: Pointer) -> bool {
        let of = &self.content;
        match pointer {
            Pointer::Item(section, at) => row_of(section).is_some_and(|row| {
                let title = (row.item)(of.programme, at).map(|head| head.title);
                title.is_some_and(|title| self.is_in(title, &(row.facts)(of, at)))
            }),
            Pointer::About => about(of).iter().any(|part| self.is_in(&part.title, &part.facts)),
            Pointer::Unread(_) | Pointer::Findings => false,
        }
    }

    fn is_in(&self, title: &str, facts: &[Fact]) -> bool {
        text::fold(title).contains(&self.wanted)
            || facts.iter().any(|fact| text::fold(&fact.text).contains(&self.wanted))
    }
}

/// Everything that is looked at, in the order of the tabs; the page about the programme last.
struct LookedThrough<'a>(Vec<Pointers<'a>>);

impl LookedThrough<'_> {
    fn get(&self, mut at: usize) -> Option<Pointer> {
        for section in &self.0 {
            match at.checked_sub(section.count()) {
                None => return section.get(at),
                Some(after) => at = after,
            }
        }
        (at == 0).then_some(Pointer::About)
    }
}
