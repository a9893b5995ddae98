//! Forming: the menu of changes and the field for typing become changes of the file.
//!
//! What is typed is not understood here: it is written, read and, where the file's own rules would report it,
//! refused by the document in their words.

use super::{changing, dating, merging, moving, recording, ticking};
use crate::app::fields;
use crate::app::forms::{Asks, Form, MenuRow, Then};
use crate::app::history::Step;
use crate::app::layer::Layer;
use crate::app::state::State;
use crate::app::{Effect, Key, KeyCode};
use crate::document::{Change, ItemAddress, ItemField, NewUpdate, NewValue, Refusal, RefusalReason};
use crate::programme::{Choice, Flag, Measure, Metric, Section, Shape, Value};
use crate::text::Line;
use crate::wording::{Notice, Pointer, forms as words};

/// The longest text of a field: a paragraph or two, more than anybody reads in one line.
const LONGEST: usize = 2000;

/// Opens the menu for the chosen item.
pub(super) fn menu(state: &mut State) {
    if !changing::allowed(state) {
        return;
    }
    if state.menu().is_empty() {
        state.notice = Some(Notice::NothingToChange);
    } else {
        state.layers.push(Layer::Menu(0));
    }
}

/// Takes the chosen row of the menu.
pub(super) fn choose(state: &mut State) -> Option<Effect> {
    let (rows, at) = match state.layers.last() {
        Some(Layer::Menu(at)) => (state.menu(), *at),
        Some(Layer::Words(at)) => (state.words(), *at),
        _ => return None,
    };
    let MenuRow { then, .. } = rows.get(at)?.clone();
    match then {
        Then::Words => {
            let now = state.words().iter().position(|row| Some(&row.label) == now(state).as_ref());
            state.layers.push(Layer::Words(now.unwrap_or(0)));
            None
        }
        Then::Ask(asks) => {
            state.layers.pop();
            open(state, asks, state.chosen_address());
            None
        }
        Then::Stand(to) => {
            close_menus(state);
            let address = state.chosen_address()?;
            let item = state.good.programme.initiatives.get(address.index)?.clone();
            ticking::stand(state, address.index, address, &item, to)
        }
        Then::Answer(to) => {
            close_menus(state);
            let address = state.chosen_address()?;
            set(state, &address, ItemField::Status, Some(to.word().to_owned())).unwrap_or_else(|refused| {
                state.notice = Some(Notice::NotChanged(refused.join(" ")));
                None
            })
        }
    }
}

/// The word of the chosen item's status.
fn now(state: &State) -> Option<String> {
    state.menu().into_iter().find(|row| row.then == Then::Words).map(|row| row.value)
}

fn close_menus(state: &mut State) {
    state.layers.retain(|layer| !matches!(layer, Layer::Menu(_) | Layer::Words(_)));
}

/// Opens a field for the title of a new initiative.
pub(super) fn add(state: &mut State) {
    if changing::allowed(state) {
        open(state, Asks::Title, None);
    }
}

/// Opens a field, with what the file says now. One that was left with Esc still says what was typed.
fn open(state: &mut State, asks: Asks, item: Option<ItemAddress>) {
    let left = state.draft.take().filter(|draft| draft.asks == asks && draft.item == item);
    let new = || {
        let from = standing_text(state, &asks, item.as_ref());
        Form { line: Line::new(&from, LONGEST), asks, item, from, refused: Vec::new(), orphaned: false }
    };
    let again = |left: Form| Form { refused: vec![words::TYPED_BEFORE.to_owned()], orphaned: false, ..left };
    state.form = Some(left.map_or_else(new, again));
}

/// What a field says before anything is typed.
fn standing_text(state: &State, asks: &Asks, item: Option<&ItemAddress>) -> String {
    let Some(item) = item else { return String::new() };
    match asks {
        Asks::Field(field) => value(state, item, *field).unwrap_or_default(),
        Asks::Value(period) => {
            let metric = state.good.programme.metrics.get(item.index);
            let own = metric.and_then(|metric| metric.values.iter().find(|own| own.period.label == *period));
            own.map(words::typed).unwrap_or_default()
        }
        Asks::Period => {
            let metric = state.good.programme.metrics.get(item.index);
            let last = metric.and_then(|metric| metric.values.last());
            match last.map(|own| own.period.shape) {
                Some(Shape::Year(year)) => format!("{}: ", year + 1),
                _ => String::new(),
            }
        }
        Asks::Note | Asks::Title => String::new(),
    }
}

/// What the file says in a field of an item, as it is typed.
fn value(state: &State, item: &ItemAddress, field: ItemField) -> Option<String> {
    let change = Change::Field { item: item.clone(), field, to: None };
    change.theirs(&state.good.programme)
}

/// Takes a key typed into the field.
pub(super) fn typed(state: &mut State, key: Key) -> Option<Effect> {
    let form = state.form.as_mut()?;
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
pub(super) fn pasted(state: &mut State, text: &str) {
    if let Some(form) = &mut state.form {
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

/// Leaves the field; what was typed is kept until another one is opened.
pub(super) fn leave(state: &mut State) {
    state.draft = state.form.take().filter(|form| form.line.text() != form.from);
}

/// Writes what was typed. What is refused stays in the field, with the reason.
fn submit(state: &mut State) -> Option<Effect> {
    let form = state.form.clone()?;
    if form.orphaned || !changing::allowed(state) {
        return None;
    }
    let text = form.line.text().trim().to_owned();
    let now = standing_text(state, &form.asks, form.item.as_ref());
    // What was offered to be gone on with and left as it is, is no wish; somebody else may have changed it.
    if text == now || text == form.from.trim() && form.asks != Asks::Period {
        state.form = None;
        return None;
    }
    if now != form.from && form.asks != Asks::Period {
        return meets(state, form, &text);
    }
    match write(state, &form, &text) {
        Ok(effect) => {
            let refused = matches!(state.notice, Some(Notice::Refused(_)));
            state.draft = state.form.take().filter(|_| refused);
            effect
        }
        Err(refused) => {
            if let Some(form) = &mut state.form {
                form.refused = refused;
            }
            None
        }
    }
}

/// Somebody else has changed, since the field was opened, what it would set: the user chooses.
fn meets(state: &mut State, form: Form, text: &str) -> Option<Effect> {
    let before = state.clone();
    match write(state, &form, text) {
        Ok(_) => {
            let written = state.history.done.last().map(|edit| edit.step.clone());
            let is_written = state.history != before.history;
            let notice = state.notice.take();
            *state = before;
            state.form = None;
            match written.filter(|_| is_written) {
                Some(step) => merging::ask(state, step),
                None => state.notice = notice,
            }
        }
        Err(refused) => {
            *state = before;
            state.form = Some(Form { refused, ..form });
        }
    }
    None
}

/// Why something is not written, as sentences.
type Refused = Vec<String>;

fn write(state: &mut State, form: &Form, text: &str) -> Result<Option<Effect>, Refused> {
    match (&form.asks, &form.item) {
        (Asks::Title, _) => add_initiative(state, text),
        (Asks::Field(field), Some(item)) => {
            let to = (!text.is_empty()).then(|| text.to_owned());
            set(state, item, *field, to)
        }
        (Asks::Note, Some(item)) => note(state, item, text),
        (Asks::Value(period), Some(item)) => set_value(state, item, period, text),
        (Asks::Period, Some(item)) => {
            let (period, value) = text.split_once(": ").ok_or_else(|| vec![words::PERIOD_FORM.to_owned()])?;
            if value.trim().is_empty() {
                return Err(vec![words::PERIOD_FORM.to_owned()]);
            }
            let change = Change::Value { item: item.clone(), period: period.trim().to_owned(), to: None };
            if let Some(now) = change.theirs(&state.good.programme) {
                return Err(vec![words::period_is_there(period.trim(), &now)]);
            }
            set_value(state, item, period.trim(), value.trim())
        }
        (_, None) => Ok(None),
    }
}

/// Sets a field of an item, or takes it out.
fn set(
    state: &mut State,
    item: &ItemAddress,
    field: ItemField,
    to: Option<String>,
) -> Result<Option<Effect>, Refused> {
    let from = value(state, item, field);
    if from == to {
        return Ok(None);
    }
    let said = words::changed(&item.title, fields::row(field).name, to.as_deref());
    let record = recording::field(state, item, field, from.as_deref(), to.as_deref());
    let change = Change::Field { item: item.clone(), field, to };
    make(state, [Some(change), record].into_iter().flatten().collect(), said)
}

fn note(state: &mut State, item: &ItemAddress, text: &str) -> Result<Option<Effect>, Refused> {
    if text.is_empty() {
        return Ok(None);
    }
    let by = state.author.clone();
    let update = NewUpdate { date: state.figures.today, status: None, note: text.to_owned(), by };
    make(state, vec![Change::Update { item: item.clone(), update }], words::noted(&item.title))
}

/// Sets the value for a period; a word after the number says what kind of value it is.
fn set_value(
    state: &mut State,
    item: &ItemAddress,
    period: &str,
    text: &str,
) -> Result<Option<Effect>, Refused> {
    let metric = state.good.programme.metrics.get(item.index);
    let to = if text.is_empty() { None } else { Some(new_value(text, metric.is_some_and(has_words))?) };
    let said = words::valued(&item.title, period, (!text.is_empty()).then_some(text));
    let (item, period) = (item.clone(), period.to_owned());
    let effect = make(state, vec![Change::Value { item, period, to }], said)?;
    dating::remind(state);
    Ok(effect)
}

/// Whether several words may be one value: in a metric in words, and on a scale whose steps are not all numbers.
fn has_words(metric: &Metric) -> bool {
    let has = |is: fn(&Value) -> bool| metric.values.iter().any(|own| is(&own.value));
    let is_in_numbers =
        has(|value| matches!(value, Value::Number(_))) && !has(|value| matches!(value, Value::Word(_)));
    metric.measure.is_words() && !(metric.measure == Measure::Ordinal && is_in_numbers)
}

/// `3.1 provisional` as a value and a flag. What a value of blanks and figures (`1 000`, `75 %`) means is for the
/// file's own rules to say, and a metric in words may have several.
fn new_value(text: &str, is_words: bool) -> Result<NewValue, Refused> {
    let plain = |text: &str| NewValue { number: text.to_owned(), status: None };
    let Some((value, word)) = text.rsplit_once(' ') else { return Ok(plain(text)) };
    // Of words, `back to normal` is all value: nobody needs to say that a value is a normal one.
    let is_flag = |flag: Flag| flag != Flag::Normal || !is_words;
    let known = |word: &str| Flag::WORDS.iter().find(|row| row.word.eq_ignore_ascii_case(word));
    if let Some(flag) = known(word).filter(|row| is_flag(row.value)) {
        let status = (flag.value != Flag::Normal).then_some(flag.value);
        return Ok(NewValue { number: value.trim().to_owned(), status });
    }
    let is_value = is_words || !word.contains(char::is_alphabetic);
    let known: Vec<&str> = Flag::WORDS.iter().map(|row| row.word).collect();
    if is_value { Ok(plain(text)) } else { Err(vec![words::no_such_flag(word, &known)]) }
}

/// Adds an initiative at the end of the list, and chooses it.
fn add_initiative(state: &mut State, title: &str) -> Result<Option<Effect>, Refused> {
    if title.is_empty() {
        return Ok(None);
    }
    let index = state.good.programme.initiatives.len();
    let item = ItemAddress { section: Section::Initiatives, index, id: None, title: title.to_owned() };
    let record = recording::added(state, &item);
    let change = Change::Initiative { title: title.to_owned() };
    let effect = make(state, [Some(change), record].into_iter().flatten().collect(), words::added(title))?;
    if state.good.programme.initiatives.len() > index {
        state.sort();
        moving::point(state, Pointer::Item(Section::Initiatives, index));
    }
    Ok(effect)
}

/// Makes changes as one step. What the file's own rules would report comes back as what to say beside the field;
/// what cannot be done safely is a notice that offers the editor.
fn make(state: &mut State, changes: Vec<Change>, said: String) -> Result<Option<Effect>, Refused> {
    let step = Step { changes, what: said.clone() };
    let effect = changing::make(state, step, |_| Notice::Changed(said));
    match &state.notice {
        Some(Notice::Refused(Refusal { reason: RefusalReason::Reported(finding), .. })) => {
            let words = words::reported(finding);
            state.notice = None;
            Err(words)
        }
        _ => Ok(effect),
    }
}

/// The form, and what is kept of one that was left, go with their item when the file was read again. A form whose
/// item is gone says so and stays open until it is left: who types on must not give commands.
pub(super) fn follow(state: &mut State, moved: impl Fn(&ItemAddress) -> Option<ItemAddress>) {
    // Whether it has a place: for a new item, or beside its own.
    let along = |form: &mut Form| match form.item.as_mut() {
        None => true,
        Some(item) => moved(item).map(|found| *item = found).is_some(),
    };
    if let Some(draft) = &mut state.draft {
        along(draft);
    }
    if let Some(form) = &mut state.form {
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
