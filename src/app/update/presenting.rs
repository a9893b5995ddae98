//! Presenting: the slides, which of them is shown, and when the next one comes by itself.

use super::loading;
use super::timing::{is_playing, timer};
use crate::app::event::{Cause, Loaded};
use crate::app::layer::Layer;
use crate::app::slide::{Slide, Slides};
use crate::app::slides;
use crate::app::state::State;
use crate::app::{Access, Action, Effect, Mode};
use chrono::NaiveDateTime;

/// Seconds by which a key changes how long a slide stays.
pub(super) const PACE: i16 = 5;

/// Starts the slides at what is chosen.
pub(super) fn start(state: &mut State) {
    let at = slides::first(state);
    let every = state.show.slides.map_or(Slides::EVERY, |slides| slides.every);
    state.show.slides = Some(Slides { at, part: 0, playing: false, every });
    state.view.layers.retain(|layer| matches!(layer, Layer::Detail(_)));
    state.view.layers.push(Layer::Slides);
}

/// Takes what reading the file again gave; between two slides, where they come by themselves and nothing done
/// here waits for it.
pub(super) fn loaded(state: &mut State, loaded: Loaded, at: NaiveDateTime, cause: Cause) -> Option<Effect> {
    // Where nothing is shown yet, nothing changes under anybody's eyes.
    let waits = can_wait(state, &loaded) && cause == Cause::Touched && !state.unsaved();
    if waits && is_playing(state) && state.has_good_text() {
        state.show.news = Some((loaded, at));
        return None;
    }
    state.show.news = None;
    let mut effect = None;
    let nothing_before = !state.has_good_text();
    keeping_place(state, |state| effect = loading::loaded(state, loaded, at, cause));
    if let Some(slides) = state.show.slides.as_mut().filter(|_| nothing_before) {
        (slides.at, slides.part) = (0, 0);
    }
    effect
}

/// Whether what was read may be shown a little later: a text that can be read, while slides come soon. That a file
/// cannot be read changes no slide, and is said at once.
fn can_wait(state: &State, loaded: &Loaded) -> bool {
    const SOON: u16 = 30;
    let is_sound = matches!(loaded, Loaded::Text(reading) if !reading.unreadable);
    is_sound && state.show.slides.is_some_and(|slides| slides.every <= SOON)
}

/// The page whose end what was read waits for.
pub(super) fn waited_on(state: &State) -> Option<(Slide, usize)> {
    state.show.news.as_ref().and_then(|_| shown(state))
}

/// Shows what was read while `slide` was shown, now that another one is, or that slides are held or left.
pub(super) fn catch_up(state: &mut State, slide: Option<(Slide, usize)>) {
    if slide.is_none() || (shown(state) == slide && is_playing(state)) {
        return;
    }
    if let Some((loaded, at)) = state.show.news.take() {
        keeping_place(state, |state| _ = loading::loaded(state, loaded, at, Cause::Touched));
    }
}

/// Makes a change after which there may be other pages, and stays with the slide that is shown.
pub(super) fn keeping_place(state: &mut State, change: impl FnOnce(&mut State)) {
    let before = shown(state);
    change(state);
    let (Some((slide, part)), Some(slides)) = (before, state.show.slides) else { return };
    let at = slides::number_of(state, slide).unwrap_or(slides.at);
    go_to(state, (at, part));
}

/// The slide that is shown, and which part of it; none where no slides lie over the tab.
fn shown(state: &State) -> Option<(Slide, usize)> {
    state.show.slides.filter(|_| state.view.layers.contains(&Layer::Slides))?;
    slides::shown(state)
}

/// Shows a page; past the end of a slide its last, past all slides the last of them.
fn go_to(state: &mut State, (at, part): (usize, usize)) {
    if let Some(slides) = &mut state.show.slides {
        *slides = Slides { at, part, ..*slides };
    }
    if let (Some((_, part)), (at, _)) = (slides::shown(state), slides::number(state))
        && let Some(slides) = &mut state.show.slides
    {
        *slides = Slides { at, part, ..*slides };
    }
}

/// The page after the one that is shown; none after the last.
fn next(state: &State) -> Option<(usize, usize)> {
    let ((slide, part), (at, count)) = (slides::shown(state)?, slides::number(state));
    if part + 1 < slides::pages_of(state, slide) {
        return Some((at, part + 1));
    }
    (at + 1 < count).then_some((at + 1, 0))
}

/// The page before the one that is shown; none before the first.
fn previous(state: &State) -> Option<(usize, usize)> {
    let ((_, part), (at, _)) = (slides::shown(state)?, slides::number(state));
    match (at, part) {
        (0, 0) => None,
        (_, 0) => Some((at - 1, usize::MAX)),
        _ => Some((at, part - 1)),
    }
}

/// Hides the notes of a slide that is no longer shown: those of the next are asked for anew.
fn turned(state: &mut State, before: Option<(Slide, usize)>) {
    let slide = |page: Option<(Slide, usize)>| page.map(|(slide, _)| slide);
    if state.show.notes && slide(before) != slide(shown(state)) {
        keeping_place(state, |state| state.show.notes = false);
    }
}

/// Turns to another page; by hand it stops at the ends.
pub(super) fn step(state: &mut State, action: Action) {
    let before = shown(state);
    let to = if action == Action::FirstSlide {
        Some((0, 0))
    } else if action == Action::LastSlide {
        Some((usize::MAX, usize::MAX))
    } else if action == Action::PreviousSlide {
        previous(state)
    } else {
        next(state)
    };
    if let Some(to) = to {
        go_to(state, to);
    }
    turned(state, before);
}

/// The time of a page is over: the next one, around the end.
pub(super) fn tick(state: &mut State) -> Option<Effect> {
    if !is_playing(state) {
        return None;
    }
    let before = shown(state);
    let to = next(state).unwrap_or_default();
    go_to(state, to);
    if state.session.access == Access::Wall {
        // Nobody sits there to press another key.
        state.dialogue.notice = None;
    }
    turned(state, before);
    timer(state)
}

/// Lets slides come by themselves, or holds them.
pub(super) fn play(state: &mut State) {
    if let Some(slides) = &mut state.show.slides {
        slides.playing = !slides.playing;
    }
}

/// Changes how long a page stays, by seconds.
pub(super) fn pace(state: &mut State, by: i16) {
    let (shortest, longest) = Slides::PACE;
    if let Some(slides) = &mut state.show.slides {
        slides.every = slides.every.saturating_add_signed(by).clamp(shortest, longest);
    }
}

/// Shows the notes of what is open, or hides them.
pub(super) fn notes(state: &mut State) {
    keeping_place(state, |state| state.show.notes = !state.show.notes);
}

/// Hides notes that are shown before something is done that leaves what they belong to.
pub(super) fn forget_notes(state: &mut State, action: Action) {
    if state.show.notes && !keeps_notes(state.mode(), action) {
        keeping_place(state, |state| state.show.notes = false);
    }
}

/// Whether notes that are shown stay while this is done: as long as the same item is looked at. On a page of
/// text the keys for rows scroll.
fn keeps_notes(mode: Mode, action: Action) -> bool {
    let rows = matches!(action, Action::Down | Action::Up | Action::First | Action::Last);
    let leaves = matches!(
        action,
        Action::NextTab
            | Action::PreviousTab
            | Action::ToTab
            | Action::Open
            | Action::Back
            | Action::Present
            | Action::About
            | Action::FindNext
            | Action::FindPrevious
    );
    !leaves && (!rows || mode == Mode::Sheet)
}
