//! A stage for journeys: a document, keys, and what then is on the screen and was asked of the world.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail loudly")]
#![allow(dead_code, clippy::allow_attributes, reason = "not every test uses every prop")]

use chrono::NaiveDate;
use coopdash::app::{Access, App, Cause, Effect, Event, Key, Loaded, Opening, Origin, State, update};
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
    Loaded::Text(Box::new(coopdash::document::read_on(&text.into(), day())))
}

/// The file was read again at this time of the day.
pub(crate) fn loaded(loaded: Loaded, at: &str, cause: Cause) -> Event {
    Event::Loaded { loaded, at: day().and_time(at.parse().unwrap()), cause }
}

/// Presses keys, named and separated by blanks (`tab j Space`); a save that is asked for succeeds, and after each
/// there is a moment of rest.
pub(crate) fn press(state: &mut App, keys: &str) -> Vec<Effect> {
    let mut effects = Vec::new();
    for name in keys.split_whitespace() {
        let key = Key::named(name).unwrap_or_else(|| panic!("no key is called {name}"));
        if let Some(effect) = update(state, Event::Key(key)) {
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
