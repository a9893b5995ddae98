//! A stage for journeys: a document, keys, and what then is on the screen and was asked of the world.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail loudly")]
#![allow(dead_code, clippy::allow_attributes, reason = "not every test uses every prop")]

use chrono::NaiveDate;
use coopdash::app::{
    Access, App, Cause, Effect, Event, Key, KeyCode, Loaded, Opening, Origin, SaveFailure, State, update,
};
use coopdash::settings::{Depth, GlyphSet, Letters, Theme, ThemeName};
use coopdash::view::look::Look;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The day all journeys take place on.
pub(crate) fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 1, 15).unwrap()
}

/// A state over a document, as if `programme.yaml` had been opened in a window of this size.
pub(crate) fn open(document: &str, size: (u16, u16)) -> App {
    App::new(opening(document, size))
}

/// What that begins with.
pub(crate) fn opening(document: &str, size: (u16, u16)) -> Opening {
    Opening {
        text: document.to_owned(),
        origin: Origin::File("programme.yaml".to_owned()),
        access: Access::Write,
        today: day(),
        size,
    }
}

/// The file was read again because it was asked for, and this is what it holds.
pub(crate) fn asked(text: impl Into<String>) -> Event {
    loaded(text_of(text), "14:07", Cause::Asked)
}

/// The file was read again by itself, at this time.
pub(crate) fn touched(text: impl Into<String>, at: &str) -> Event {
    loaded(text_of(text), at, Cause::Touched)
}

/// A text that was read.
pub(crate) fn text_of(text: impl Into<String>) -> Loaded {
    Loaded::Text(Box::new(coopdash::document::read_on(text.into(), day())))
}

/// The file was read again at this time of the day.
pub(crate) fn loaded(loaded: Loaded, at: &str, cause: Cause) -> Event {
    Event::Loaded { loaded, at: day().and_time(at.parse().unwrap()), cause }
}

/// A key that is pressed, by its name.
pub(crate) fn key(name: &str) -> Event {
    Event::Key(Key::named(name).unwrap_or_else(|| panic!("no key is called {name}")))
}

/// Keys that are pressed, each with its name: they are separated by blanks, and what stands in quotes is typed
/// (`3 m j Enter "2024-06-30" Enter`).
pub(crate) fn events(keys: &str) -> Vec<(&str, Event)> {
    let letter = |letter| ("typing", Event::Key(Key { code: KeyCode::Char(letter), ctrl: false }));
    let mut events = Vec::new();
    for (number, part) in keys.split('"').enumerate() {
        if number % 2 == 0 {
            events.extend(part.split_whitespace().map(|name| (name, key(name))));
        } else {
            events.extend(part.chars().map(letter));
        }
    }
    events
}

/// Presses keys; a save that is asked for succeeds, and after each there is a moment of rest.
pub(crate) fn press(state: &mut App, keys: &str) -> Vec<Effect> {
    let mut effects = Vec::new();
    for (_, event) in events(keys) {
        if let Some(effect) = update(state, event) {
            if effect == Effect::Rest {
                update(state, Event::Rested);
                continue;
            }
            if let Effect::Save { text, .. } = &effect {
                update(state, Event::Saved { text: text.clone() });
            }
            effects.push(effect);
        }
    }
    effects
}

/// A document in a window of this size, after these keys.
pub(crate) fn pressed(document: &str, size: (u16, u16), keys: &str) -> App {
    let mut state = open(document, size);
    press(&mut state, keys);
    state
}

/// What a disk that holds this text, or is full, answers to what was asked of it. Who asked for a save that
/// succeeds writes it.
pub(crate) fn answer(effect: &Effect, disk: &str, full: bool) -> Option<Event> {
    match effect {
        Effect::Save { .. } if full => {
            Some(Event::SaveFailed(SaveFailure::System("the disk is full".to_owned())))
        }
        Effect::Save { before, .. } if before != disk => {
            Some(Event::SaveFailed(SaveFailure::ChangedByAnother))
        }
        Effect::Save { text, .. } => Some(Event::Saved { text: text.clone() }),
        Effect::Reload => Some(asked(disk)),
        Effect::Rest => Some(Event::Rested),
        Effect::GoOn => Some(Event::GoOn),
        Effect::Follow
        | Effect::OpenEditor { .. }
        | Effect::Picture { .. }
        | Effect::Create { .. }
        | Effect::Timer { .. }
        | Effect::Redraw
        | Effect::Suspend
        | Effect::Quit => None,
    }
}

/// What the chosen item is called.
pub(crate) fn title(state: &State) -> &str {
    state.head(state.chosen().unwrap()).unwrap().0
}

/// What is on the screen, row by row, without the blanks at the ends.
pub(crate) fn screen(state: &State, look: &Look) -> String {
    let area = Rect::new(0, 0, state.session.size.0, state.session.size.1);
    let mut buffer = Buffer::empty(area);
    coopdash::view::draw(state, look, area, &mut buffer);
    coopdash::output::text(&buffer)
}

/// One colour, with these glyphs.
pub(crate) fn plain_look(set: GlyphSet) -> Look {
    Look::new(&Theme::built_in(ThemeName::Mono), Depth::Mono, set, Letters::Unicode)
}

/// The screen in the one-colour look with all glyphs.
pub(crate) fn plain(state: &State) -> String {
    screen(state, &plain_look(GlyphSet::Full))
}

/// A document, keys, and the screen after them.
pub(crate) fn play(document: &str, keys: &str) -> (String, Vec<Effect>) {
    let mut state = open(document, (80, 24));
    let effects = press(&mut state, keys);
    (plain(&state), effects)
}
