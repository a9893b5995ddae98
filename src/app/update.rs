//! Update: one event changes the state and may ask for one effect.

use super::{Effect, Event, State};

/// Takes one event into the state; the only writer of [`State`].
pub fn update(state: &mut State, event: Event) -> Option<Effect> {
    let _ = state;
    match event {
        Event::Key(_) => Some(Effect::Quit),
        Event::Paste(_)
        | Event::Resize(..)
        | Event::Loaded(_)
        | Event::Saved { .. }
        | Event::SaveFailed(_)
        | Event::EditorFailed(_) => None,
    }
}
