//! Presenting: the slides, which of them is shown, and when the next one comes by itself.

use crate::app::slides::{self, Slides};
use crate::app::state::{Layer, State};
use crate::app::{Action, Effect};

/// Seconds by which a key changes how long a slide stays.
const PACE: i16 = 5;

/// Does what was meant by a key for slides.
pub(super) fn perform(state: &mut State, action: Action) -> Option<Effect> {
    if action == Action::Present {
        start(state);
    } else if action == Action::NextSlide {
        step(state, 1);
    } else if action == Action::PreviousSlide {
        step(state, -1);
    } else if action == Action::FirstSlide {
        step(state, isize::MIN);
    } else if action == Action::LastSlide {
        step(state, isize::MAX);
    } else if action == Action::Play {
        play(state);
    } else if action == Action::Faster {
        pace(state, -PACE);
    } else if action == Action::Slower {
        pace(state, PACE);
    }
    (action != Action::Present).then(|| timer(state)).flatten()
}

/// Starts the slides at what is chosen.
fn start(state: &mut State) {
    let at = slides::first(state);
    let every = state.slides.map_or(Slides::EVERY, |slides| slides.every);
    state.slides = Some(Slides { at, playing: false, every });
    state.layers.push(Layer::Slides);
}

/// Shows the slide this many further; by hand it stops at the ends.
fn step(state: &mut State, by: isize) {
    let last = slides::pages(state).len().saturating_sub(1);
    if let Some(slides) = &mut state.slides {
        slides.at = slides.at.min(last).saturating_add_signed(by).min(last);
    }
}

/// The time of a page is over: the next one, around the end.
pub(super) fn tick(state: &mut State) -> Option<Effect> {
    if !is_playing(state) {
        return None;
    }
    let pages = slides::pages(state).len().max(1);
    if let Some(slides) = &mut state.slides {
        slides.at = (slides.at + 1) % pages;
    }
    timer(state)
}

/// Lets slides come by themselves, or holds them.
fn play(state: &mut State) {
    if let Some(slides) = &mut state.slides {
        slides.playing = !slides.playing;
    }
}

/// Changes how long a page stays, by seconds.
fn pace(state: &mut State, by: i16) {
    let (shortest, longest) = Slides::PACE;
    if let Some(slides) = &mut state.slides {
        slides.every = slides.every.saturating_add_signed(by).clamp(shortest, longest);
    }
}

/// What the shell shall wait for: the end of the page's time while slides come by themselves.
pub(super) fn timer(state: &State) -> Option<Effect> {
    let slides = state.slides?;
    Some(Effect::Timer { seconds: is_playing(state).then_some(slides.every) })
}

/// Whether slides are on top, come by themselves, and there is more than one.
fn is_playing(state: &State) -> bool {
    let on_top = matches!(state.layers.last(), Some(Layer::Slides));
    on_top && state.slides.is_some_and(|slides| slides.playing) && slides::pages(state).len() > 1
}
