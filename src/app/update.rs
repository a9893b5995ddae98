//! Update: one event changes the state and may ask for one effect.
//!
//! The parts: `moving` (tabs, rows, layers), `finding` (search), `ticking` (changes, undo, saving),
//! `loading` (the file read again).

mod finding;
mod loading;
mod moving;
mod presenting;
mod ticking;

use super::action::{Action, Mode, meaning};
use super::listing::{self, Choice};
use super::state::{Layer, Origin, Tab};
use super::{Effect, Event, Key, KeyCode, State};
use crate::figures::derive;
use crate::settings::Depth;
use crate::wording::Notice;

/// Takes one event into the state; the only writer of [`State`].
pub fn update(state: &mut State, event: Event) -> Option<Effect> {
    let slide = presenting::waited_on(state);
    let effect = take_in(state, event);
    presenting::catch_up(state, slide);
    effect
}

fn take_in(state: &mut State, event: Event) -> Option<Effect> {
    match event {
        Event::Key(key) => pressed(state, key),
        Event::Paste(text) => {
            pasted(state, &text);
            None
        }
        Event::Resize(columns, rows) => {
            presenting::keeping_place(state, |state| state.size = (columns, rows));
            presenting::timer(state)
        }
        Event::Loaded(loaded) => {
            presenting::loaded(state, loaded);
            None
        }
        Event::Day(today) => {
            presenting::keeping_place(state, |state| {
                state.figures = derive(&state.good.programme, today);
            });
            None
        }
        Event::Saved { text } => {
            ticking::saved(state, text);
            None
        }
        Event::SaveFailed(failure) => {
            state.save_failure = Some(failure);
            None
        }
        Event::Created(name) => {
            state.notice = Some(Notice::Picture(name));
            None
        }
        Event::CreateFailed(why) => {
            state.notice = Some(Notice::NoPicture(why));
            None
        }
        Event::Tick => presenting::tick(state),
        Event::EditorFailed(why) => {
            state.notice = Some(Notice::Editor(why));
            None
        }
    }
}

fn pressed(state: &mut State, key: Key) -> Option<Effect> {
    let asked = state.notice.take();
    let mode = state.mode();
    match meaning(mode, key) {
        Some(action) => {
            presenting::forget_notes(state, action);
            perform(state, action, asked.as_ref())
        }
        None if mode == Mode::Typing => {
            finding::typed(state, key);
            None
        }
        None => None,
    }
}

fn pasted(state: &mut State, text: &str) {
    if state.mode() == Mode::Typing {
        for character in text.chars().filter(|character| !character.is_control()) {
            finding::typed(state, Key { code: KeyCode::Char(character), ctrl: false });
        }
    } else {
        state.notice = Some(Notice::PasteIgnored);
    }
}

/// Does what was meant. `asked` is the notice the key answers, if it was a question.
fn perform(state: &mut State, action: Action, asked: Option<&Notice>) -> Option<Effect> {
    match action {
        Action::NextTab => moving::show(state, state.tab.step(1)),
        Action::PreviousTab => moving::show(state, state.tab.step(Tab::ALL.len() - 1)),
        Action::Overview => moving::show(state, Tab::Overview),
        Action::Metrics => moving::show(state, Tab::Metrics),
        Action::Initiatives => moving::show(state, Tab::Initiatives),
        Action::Recommendations => moving::show(state, Tab::Recommendations),
        Action::Evaluation => moving::show(state, Tab::Evaluation),
        Action::Meetings => moving::show(state, Tab::Meetings),
        Action::Down => moving::by(state, 1),
        Action::Up => moving::by(state, -1),
        Action::PageDown => moving::page(state, 1),
        Action::PageUp => moving::page(state, -1),
        Action::First => moving::to_end(state, moving::End::First),
        Action::Last => moving::to_end(state, moving::End::Last),
        Action::ScrollDown => moving::scroll(state, 1),
        Action::ScrollUp => moving::scroll(state, -1),
        Action::Open => moving::open(state),
        Action::Back => {
            moving::back(state);
            return presenting::timer(state);
        }
        Action::About => moving::over(state, Layer::About(0)),
        Action::Help => {
            moving::over(state, Layer::Help(0));
            return presenting::timer(state);
        }
        Action::Present
        | Action::NextSlide
        | Action::PreviousSlide
        | Action::FirstSlide
        | Action::LastSlide
        | Action::Play
        | Action::Faster
        | Action::Slower => return presenting::perform(state, action),
        Action::Earlier | Action::Later => moving::periods(state, action),
        Action::Compare | Action::Table => moving::on_metrics(state, action),
        Action::Notes => presenting::notes(state),
        Action::Problems => moving::over(state, Layer::Problems(0)),
        Action::Find => finding::start(state),
        Action::FindNext => finding::step(state, 1),
        Action::FindPrevious => finding::step(state, -1),
        Action::Filter => listing::step(state, Choice::Show),
        Action::Sort => listing::step(state, Choice::Sort),
        Action::GroupBy => listing::step(state, Choice::Group),
        Action::Tick => return ticking::tick(state),
        Action::Undo => return ticking::undo(state),
        Action::Redo => return ticking::redo(state),
        Action::Edit => return edit(state, asked),
        Action::Reload => return reload(state, asked),
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
    state.looks.next_glyphs();
    state.notice = Some(Notice::Glyphs(state.looks.glyphs.name()));
}

fn next_theme(state: &mut State) {
    state.looks.next_theme();
    let one_colour = state.looks.depth == Depth::Mono;
    state.notice = Some(Notice::Theme { name: state.looks.theme.name(), one_colour });
}

/// What the name of a picture of this screen begins with.
fn picture_stem(state: &State) -> String {
    let page = match state.layers.last() {
        Some(Layer::About(_)) => "about",
        Some(Layer::Help(_)) => "help",
        Some(Layer::Problems(_)) => "problems",
        Some(Layer::Slides) => "slide",
        Some(Layer::Detail(_)) | None => state.tab.title(),
    };
    format!("coopdash-{}", page.to_lowercase())
}

fn edit(state: &mut State, asked: Option<&Notice>) -> Option<Effect> {
    if no_file(state) || unsaved(state, asked, Notice::EditorDrops) {
        return None;
    }
    let finding = match state.layers.last() {
        Some(Layer::Problems(at)) => state.findings().get(*at).map(|finding| finding.place.line),
        _ if state.broken.is_some() => state.findings().first().map(|finding| finding.place.line),
        _ => None,
    };
    Some(Effect::OpenEditor { line: finding.unwrap_or_else(|| state.chosen_line()).max(1) })
}

fn reload(state: &mut State, asked: Option<&Notice>) -> Option<Effect> {
    if no_file(state) || unsaved(state, asked, Notice::ReloadDrops) {
        return None;
    }
    presenting::asked(state);
    Some(Effect::Reload)
}

fn quit(state: &mut State, asked: Option<&Notice>) -> Option<Effect> {
    (!unsaved(state, asked, Notice::QuitLoses)).then_some(Effect::Quit)
}

/// Whether there is no file to do it with; then that is said.
fn no_file(state: &mut State) -> bool {
    let none = !matches!(state.origin, Origin::File(_));
    if none {
        state.notice = Some(Notice::NoFile);
    }
    none
}

/// Whether a change would be lost and this question was not the last thing said; then it is asked.
fn unsaved(state: &mut State, asked: Option<&Notice>, question: Notice) -> bool {
    let ask = state.unsaved() && asked != Some(&question);
    if ask {
        state.notice = Some(question);
    }
    ask
}
