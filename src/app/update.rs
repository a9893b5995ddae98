//! Update: one event changes the state and may ask for one effect.
//!
//! The parts: `moving` (tabs, rows, layers, scrolling), `finding` (search), `ticking` and `forming` (what shall change),
//! `changing` (changes, undo, saving), `dating` (the day of the figures), `loading` (the file read again), `restoring`
//! (the place, when it was) and `merging` (changes of two people), `presenting` and `timing` (slides), `trailing` (what
//! stands beside a list).

mod changing;
mod dating;
mod finding;
mod forming;
mod loading;
mod merging;
mod moving;
mod presenting;
mod restoring;
mod ticking;
mod timing;
mod trailing;

use super::access::{Access, Need};
use super::action::{Action, Mode, meaning};
use super::layer::Layer;
use super::lists;
use super::{Broken, Effect, Event, Key, State};
use crate::settings::Depth;
use crate::wording::{Barred, Notice};
use timing::{timed, timer};

/// Takes one event into the state; the only writer of [`State`].
pub(super) fn take(state: &mut State, event: Event) -> Option<Effect> {
    let slide = presenting::waited_on(state);
    let beside = trailing::shown(state).filter(|_| matches!(event, Event::Key(_)));
    let effect = take_in(state, event);
    presenting::catch_up(state, slide);
    let effect = effect.or_else(|| finding::rest(state));
    trailing::follow(state, beside, effect)
}

fn take_in(state: &mut State, event: Event) -> Option<Effect> {
    match event {
        Event::Key(key) => pressed(state, key),
        Event::Paste(text) => pasted(state, &text),
        Event::Resize(columns, rows) => {
            presenting::keeping_place(state, |state| state.session.size = (columns, rows));
            timer(state)
        }
        Event::Touched => state.session.origin.is_file().then_some(Effect::Follow),
        Event::Loaded { loaded, at, cause } => presenting::loaded(state, loaded, at, cause),
        Event::Day(today) => {
            presenting::keeping_place(state, |state| loading::another_day(state, today));
            None
        }
        // A save that was tried again took the place of the slides' time.
        Event::Saved { text } => changing::saved(state, text).or_else(|| timer(state)),
        Event::SaveFailed(failure) => changing::not_saved(state, failure),
        Event::Created(name) => state.answer(Notice::Picture(name)),
        Event::CreateFailed(why) => state.answer(Notice::NoPicture(why)),
        Event::Busy(work) => {
            state.store.busy = work;
            None
        }
        Event::Tick => {
            let next = presenting::tick(state);
            changing::try_again(state).or(next)
        }
        // What trails has caught up.
        Event::Rested => None,
        Event::GoOn => {
            finding::go_on(state);
            None
        }
        Event::EditorFailed(why) => state.answer(Notice::Editor(why)),
    }
}

fn pressed(state: &mut State, key: Key) -> Option<Effect> {
    let asked = state.dialogue.notice.take();
    let mode = state.mode();
    match meaning(mode, key) {
        Some(entry) if !state.allows(entry.needs) => {
            state.dialogue.notice = barred(state.session.access, entry.needs);
            None
        }
        Some(entry) => {
            presenting::forget_notes(state, entry.action);
            perform(state, entry.action, key, asked.as_ref())
        }
        None if mode == Mode::Typing => typed(state, key),
        None => None,
    }
}

/// What somebody is told who may not do what needs this.
fn barred(access: Access, need: Need) -> Option<Notice> {
    let what = match need {
        Need::Nothing => return None,
        // A wall offers nothing else, so nothing else is to be explained.
        _ if access == Access::Wall => Barred::Pages,
        Need::Writing => Barred::Changes,
        Need::Starting => Barred::Editor,
        Need::Creating => Barred::Picture,
        Need::Stopping => Barred::Shell,
        Need::Pages => Barred::Pages,
    };
    Some(Notice::Barred(what))
}

/// Takes a key typed into a field.
fn typed(state: &mut State, key: Key) -> Option<Effect> {
    if state.dialogue.form.is_some() {
        return forming::typed(state, key);
    }
    finding::typed(state, key);
    None
}

/// Takes a pasted text into the field at once.
fn pasted(state: &mut State, text: &str) -> Option<Effect> {
    if state.mode() != Mode::Typing {
        return state.answer(Notice::PasteIgnored);
    }
    state.dialogue.notice = None;
    // One line: the end of a line or a tab parts words as a blank does.
    let line = text.trim_end_matches(['\r', '\n']).replace("\r\n", " ").replace(['\r', '\n', '\t'], " ");
    if state.dialogue.form.is_some() {
        forming::pasted(&mut state.dialogue, &line);
    } else {
        finding::pasted(state, &line);
    }
    None
}

/// Does what was meant by a key. `asked` is the notice the key answers, if it was a question.
fn perform(state: &mut State, action: Action, key: Key, asked: Option<&Notice>) -> Option<Effect> {
    match action {
        Action::NextTab | Action::PreviousTab | Action::ToTab => moving::to_tab(state, action, key),
        Action::Down => moving::by(state, 1),
        Action::Up => moving::by(state, -1),
        Action::PageDown => moving::page(state, 1),
        Action::PageUp => moving::page(state, -1),
        Action::First | Action::Last => moving::to_end(state, action),
        Action::ScrollDown => moving::scroll(state, 1),
        Action::ScrollUp => moving::scroll(state, -1),
        Action::Open if state.mode() == Mode::Menu => return forming::choose(state),
        Action::Open => moving::open(state),
        Action::Back => return timed(state, moving::back),
        Action::About => state.view.lay_over(Layer::About(0)),
        Action::Help => return timed(state, |state| state.view.lay_over(Layer::Help(0))),
        Action::Present => presenting::start(state),
        Action::NextSlide | Action::PreviousSlide | Action::FirstSlide | Action::LastSlide => {
            return timed(state, |state| presenting::step(state, action));
        }
        Action::Play => return timed(state, presenting::play),
        Action::Faster => return timed(state, |state| presenting::pace(state, -presenting::PACE)),
        Action::Slower => return timed(state, |state| presenting::pace(state, presenting::PACE)),
        Action::Earlier | Action::Later => moving::periods(state, action),
        Action::Compare | Action::Table => moving::on_metrics(state, action),
        Action::Notes => presenting::notes(state),
        Action::Problems => state.view.lay_over(Layer::Problems(0)),
        Action::Find => finding::start(state),
        Action::FindNext | Action::FindPrevious => finding::step(state, action),
        Action::Filter | Action::Sort | Action::GroupBy => lists::step(state, action),
        Action::Tick => return ticking::tick(state),
        Action::Date => return ticking::date(state, asked),
        Action::DateFigures => return dating::figures(state),
        Action::Change => forming::menu(state),
        Action::Add => forming::add(state),
        Action::Mine => return merging::mine(state),
        Action::Theirs => return merging::theirs(state),
        Action::Undo | Action::Redo => return changing::step(state, action),
        Action::Edit => return edit(state, asked),
        Action::Reload => return reload(state),
        Action::SavePicture => return Some(Effect::Picture { stem: picture_stem(state) }),
        Action::NextGlyphs => next_glyphs(state),
        Action::NextTheme => next_theme(state),
        Action::Redraw => return Some(Effect::Redraw),
        Action::Suspend => return Some(Effect::Suspend),
        Action::Quit => return quit(state, asked),
    }
    None
}

fn next_glyphs(state: &mut State) {
    state.session.looks.next_glyphs();
    state.say(Notice::Glyphs(state.session.looks.glyphs.name()));
}

fn next_theme(state: &mut State) {
    state.session.looks.next_theme();
    let notice = if state.session.looks.depth == Depth::Mono { Notice::ThemeUnseen } else { Notice::Theme };
    state.say(notice(state.session.looks.theme.name()));
}

/// What the name of a picture of this screen begins with.
fn picture_stem(state: &State) -> String {
    let page = match state.view.top() {
        Some(Layer::About(_)) => "about",
        Some(Layer::Help(_)) => "help",
        Some(Layer::Problems(_)) => "problems",
        Some(Layer::Slides) => "slide",
        Some(Layer::Detail(_) | Layer::Menu(_) | Layer::Words(_)) | None => state.view.tab.name(),
    };
    format!("coopdash-{page}")
}

fn edit(state: &mut State, asked: Option<&Notice>) -> Option<Effect> {
    if !state.session.origin.is_file() {
        return state.answer(Notice::NoFile);
    }
    if state.store.is_saving() {
        return state.answer(Notice::StillSaving);
    }
    if let Some(Notice::Refused(refusal)) = asked {
        return Some(Effect::OpenEditor { line: refusal.line.max(1) });
    }
    let finding = match state.view.top() {
        Some(Layer::Problems(at)) => state.findings().get(at).map(|finding| finding.place.line()),
        _ => state.document.broken.as_ref().and_then(Broken::line),
    };
    Some(Effect::OpenEditor { line: finding.unwrap_or_else(|| state.chosen_line()).max(1) })
}

fn reload(state: &mut State) -> Option<Effect> {
    if state.session.origin.is_file() { Some(Effect::Reload) } else { state.answer(Notice::NoFile) }
}

/// Leaves; once a save that is on its way has ended, unless the key is pressed again.
fn quit(state: &mut State, asked: Option<&Notice>) -> Option<Effect> {
    if asked == Some(&Notice::LeavesAfter) {
        Some(Effect::Quit)
    } else if state.store.is_saving() {
        state.answer(Notice::LeavesAfter)
    } else if state.unsaved() && asked != Some(&Notice::QuitLoses) {
        state.answer(Notice::QuitLoses)
    } else {
        Some(Effect::Quit)
    }
}
