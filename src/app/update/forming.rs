//! Forming: the menu of changes and the field for typing become changes of the file.
//!
//! What is typed is not understood here: it is written, read and, where the file's own rules would report it,
//! refused by the document in their words.

use super::{changing, dating, merging, moving, ticking};
use crate::app::forms::{Asks, Form, MenuRow, Then};
use crate::app::layer::Layer;
use crate::app::plan::{self, After, Plan, Refused};
use crate::app::state::{Dialogue, State};
use crate::app::{Effect, Key, KeyCode};
use crate::document::{ItemAddress, Refusal, RefusalReason};
use crate::programme::{Choice, Section, Shape};
use crate::text::LineEditor;
use crate::wording::{Notice, Pointer, forms as words};

/// The longest text of a field: a paragraph or two, more than anybody reads in one line.
const LONGEST: usize = 2000;

/// Opens the menu for the chosen item.
pub(super) fn menu(state: &mut State) {
    if !changing::allowed(state) {
        return;
    }
    if state.menu_rows(Layer::Menu(0)).is_empty() {
        state.say(Notice::NothingToChange);
    } else {
        state.view.layers.push(Layer::Menu(0));
    }
}

/// Takes the chosen row of the menu.
pub(super) fn choose(state: &mut State) -> Option<Effect> {
    let menu = state.view.top()?;
    let MenuRow { then, value, .. } = state.menu_rows(menu).into_iter().nth(menu.at()?)?;
    match then {
        Then::Words => {
            let now = state.menu_rows(Layer::Words(0)).iter().position(|row| row.label == value);
            state.view.layers.push(Layer::Words(now.unwrap_or(0)));
            None
        }
        Then::Ask(asks) => {
            state.view.layers.pop();
            open(state, asks, state.chosen_address());
            None
        }
        Then::Stand(to) => {
            state.view.close_menus();
            let address = state.chosen_address()?;
            let item = state.programme().initiatives.get(address.index)?.clone();
            ticking::stand(state, address.index, address, &item, to)
        }
        Then::Answer(to) => {
            state.view.close_menus();
            let address = state.chosen_address()?;
            let plan = plan::field(state, &address, "status", Some(to.word().to_owned()))?;
            carry_out(state, plan)
                .unwrap_or_else(|refused| state.answer(Notice::NotChanged(refused.join(" "))))
        }
    }
}

/// Opens a field for the title of a new initiative.
pub(super) fn add(state: &mut State) {
    if changing::allowed(state) {
        open(state, Asks::Title, None);
    }
}

/// Opens a field, with what the file says now. One that was left with Esc still says what was typed.
fn open(state: &mut State, asks: Asks, item: Option<ItemAddress>) {
    let left = state.dialogue.draft.take().filter(|draft| draft.asks == asks && draft.item == item);
    let new = || {
        let from = standing_text(state, &asks, item.as_ref());
        Form { line: LineEditor::new(&from, LONGEST), asks, item, from, refused: Vec::new(), orphaned: false }
    };
    let again = |left: Form| Form { refused: vec![words::TYPED_BEFORE.to_owned()], orphaned: false, ..left };
    state.dialogue.form = Some(left.map_or_else(new, again));
}

/// What a field says before anything is typed.
fn standing_text(state: &State, asks: &Asks, item: Option<&ItemAddress>) -> String {
    let Some(item) = item else { return String::new() };
    match asks {
        Asks::Field(field) => plan::value(state, item, field.key).unwrap_or_default(),
        Asks::Value(period) => {
            let metric = state.programme().metrics.get(item.index);
            let own = metric.and_then(|metric| metric.values.iter().find(|own| own.period.label == *period));
            own.map(words::typed).unwrap_or_default()
        }
        Asks::Period => {
            let metric = state.programme().metrics.get(item.index);
            let last = metric.and_then(|metric| metric.values.last());
            match last.map(|own| own.period.shape) {
                Some(Shape::Year(year)) => format!("{}: ", year + 1),
                _ => String::new(),
            }
        }
        Asks::Note | Asks::Title => String::new(),
    }
}

/// Takes a key typed into the field.
pub(super) fn typed(state: &mut State, key: Key) -> Option<Effect> {
    let form = state.dialogue.form.as_mut()?;
    match (key.code, key.ctrl) {
        (KeyCode::Enter, _) => return submit(state),
        (KeyCode::Char('u'), true) => form.line.erase_to_start(),
        (KeyCode::Char(letter), false) => put(form, letter.encode_utf8(&mut [0; 4])),
        (KeyCode::Backspace, _) => form.line.erase(),
        (KeyCode::Left, _) => form.line.left(),
        (KeyCode::Right, _) => form.line.right(),
        (KeyCode::Home, _) => form.line.home(),
        (KeyCode::End, _) => form.line.end(),
        _ => {}
    }
    None
}

/// Takes a text that was pasted into the field.
pub(super) fn pasted(dialogue: &mut Dialogue, text: &str) {
    if let Some(form) = &mut dialogue.form {
        put(form, text);
    }
}

/// Puts text into the field, and says beside it when there is no room for all of it.
fn put(form: &mut Form, text: &str) {
    let full = words::full(LONGEST);
    form.refused.retain(|said| *said != full);
    if !form.line.insert(text) {
        form.refused.push(full);
    }
}

/// Writes what was typed. What is refused stays in the field, with the reason.
fn submit(state: &mut State) -> Option<Effect> {
    let form = state.dialogue.form.clone()?;
    if form.orphaned || !changing::allowed(state) {
        return None;
    }
    let text = form.line.text().trim().to_owned();
    let now = standing_text(state, &form.asks, form.item.as_ref());
    // What was offered to be gone on with and left as it is, is no wish; somebody else may have changed it.
    if text == now || text == form.from.trim() && form.asks != Asks::Period {
        state.dialogue.form = None;
        return None;
    }
    let is_met = now != form.from && form.asks != Asks::Period;
    let written = if is_met { meets(state, &form, &text).map(|()| None) } else { write(state, &form, &text) };
    match written {
        Ok(effect) => {
            let refused = matches!(state.dialogue.notice, Some(Notice::Refused(_)));
            let form = state.dialogue.form.take();
            if !is_met {
                state.dialogue.draft = form.filter(|_| refused);
            }
            effect
        }
        Err(refused) => {
            if let Some(form) = &mut state.dialogue.form {
                form.refused = refused;
            }
            None
        }
    }
}

/// Somebody else has changed, since the field was opened, what it would set: the user chooses. Until then nothing is
/// done.
fn meets(state: &mut State, form: &Form, text: &str) -> Result<(), Refused> {
    let Some(Plan { step, .. }) = plan::of_form(state, form, text)? else { return Ok(()) };
    match step.tried(state.reading()) {
        Ok(outcome) if outcome.is_edit() => merging::ask(state, step),
        Ok(_) => state.say(Notice::SaysSo),
        Err(refusal) => {
            beside(&refusal).map_or(Ok(()), Err)?;
            state.say(Notice::Refused(refusal));
        }
    }
    Ok(())
}

/// Writes what was typed into a form.
fn write(state: &mut State, form: &Form, text: &str) -> Result<Option<Effect>, Refused> {
    let plan = plan::of_form(state, form, text)?;
    plan.map_or(Ok(None), |plan| carry_out(state, plan))
}

/// Does what was planned. What the file's own rules would report comes back as what to say beside the field; what
/// cannot be done safely is a notice that offers the editor.
fn carry_out(state: &mut State, Plan { step, then }: Plan) -> Result<Option<Effect>, Refused> {
    let said = step.what.clone();
    let effect = changing::make(state, step, |_| Notice::Changed(said));
    if let Some(Notice::Refused(refusal)) = &state.dialogue.notice
        && let Some(words) = beside(refusal)
    {
        state.dialogue.notice = None;
        return Err(words);
    }
    match then {
        After::Nothing => {}
        After::Remind => dating::remind(state),
        After::Choose(index) => {
            if state.programme().initiatives.len() > index {
                state.sort();
                moving::point(state, Pointer::Item(Section::Initiatives, index));
            }
        }
    }
    Ok(effect)
}

/// What is said beside the field of a change that the file's own rules would report.
fn beside(refusal: &Refusal) -> Option<Refused> {
    if let RefusalReason::Reported(finding) = &refusal.reason { Some(words::reported(finding)) } else { None }
}

/// The form, and what is kept of one that was left, go with their item when the file was read again. A form whose
/// item is gone says so and stays open until it is left: who types on must not give commands.
pub(super) fn follow(dialogue: &mut Dialogue, moved: impl Fn(&ItemAddress) -> Option<ItemAddress>) {
    // Whether it has a place: for a new item, or beside its own.
    let along = |form: &mut Form| match form.item.as_mut() {
        None => true,
        Some(item) => moved(item).map(|found| *item = found).is_some(),
    };
    if let Some(draft) = &mut dialogue.draft {
        along(draft);
    }
    if let Some(form) = &mut dialogue.form {
        let is_along = along(form);
        let was_orphaned = std::mem::replace(&mut form.orphaned, !is_along);
        if form.orphaned {
            let title = form.item.as_ref().map_or("", |item| item.title.as_str());
            form.refused = vec![words::item_gone(title)];
        } else if was_orphaned {
            form.refused.clear();
        }
    }
}
