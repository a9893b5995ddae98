//! Timing: how long a page of slides that come by themselves stays.

use crate::app::Effect;
use crate::app::layer::Layer;
use crate::app::slides;
use crate::app::state::State;

/// Does something after which there may be another time to wait for.
pub(super) fn timed(state: &mut State, what: impl FnOnce(&mut State)) -> Option<Effect> {
    what(state);
    timer(state)
}

/// What the shell shall wait for: the end of the page's time while slides come by themselves.
pub(super) fn timer(state: &State) -> Option<Effect> {
    let slides = state.show.slides?;
    Some(Effect::Timer { seconds: is_playing(state).then_some(slides.every) })
}

/// Whether slides are on top, come by themselves, and there is more than one.
pub(super) fn is_playing(state: &State) -> bool {
    let on_top = matches!(state.view.top(), Some(Layer::Slides));
    on_top && state.show.slides.is_some_and(|slides| slides.playing) && slides::are_several(state)
}
