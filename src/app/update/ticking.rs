//! Ticking: an initiative is completed or reopened by one key.

use super::changing;
use crate::app::Effect;
use crate::app::history::Step;
use crate::app::recording;
use crate::app::state::State;
use crate::app::tab::Tab;
use crate::document::{Change, ItemAddress, NewStanding};
use crate::programme::{Initiative, InitiativeStatus, Section, Standing};
use crate::text::date::format_date;
use crate::wording::{Notice, Pointer, new_standing_word, progress_word, word};

/// The day an initiative was completed on.
const COMPLETED_ON: &str = "completed_on";

/// Completes the chosen initiative, or reopens it to the status it had.
pub(super) fn tick(state: &mut State) -> Option<Effect> {
    let Some(Pointer::Item(Section::Initiatives, index)) = state.chosen() else {
        let on_the_list = state.view.tab == Tab::Initiatives;
        return state.answer(if on_the_list { Notice::NothingToChange } else { Notice::NothingToTick });
    };
    if !changing::allowed(state) {
        return None;
    }
    let item = state.programme().initiatives.get(index)?.clone();
    let address = ItemAddress::new(state.programme(), Section::Initiatives, index)?;
    if item.has_unreadable_standing() {
        return state.answer(Notice::StatusNotReadable);
    }
    match next(state, &address, &item.standing) {
        Ok(to) => stand(state, index, address, &item, to),
        Err(notice) => state.answer(notice),
    }
}

/// Where a tick leads from here, or why it leads nowhere.
fn next(state: &State, item: &ItemAddress, standing: &Standing) -> Result<NewStanding, Notice> {
    let earlier = state.store.before.iter().rev().find(|(of, _)| of == item).map(|(_, earlier)| *earlier);
    let completed = NewStanding::Status(InitiativeStatus::Completed);
    match standing {
        Standing::NotGiven | Standing::Both(..) => Ok(completed),
        Standing::Done(done) => Ok(NewStanding::Done(!done.value)),
        Standing::Status(status) => match status.value {
            InitiativeStatus::Announced | InitiativeStatus::Agreed | InitiativeStatus::InProgress => {
                Ok(completed)
            }
            InitiativeStatus::Completed => {
                Ok(earlier.unwrap_or(NewStanding::Status(InitiativeStatus::Agreed)))
            }
            resting @ (InitiativeStatus::OnHold | InitiativeStatus::Cancelled) => {
                Err(Notice::Resting(word(resting)))
            }
        },
    }
}

/// Makes an initiative stand elsewhere. The day it was completed on goes when it is reopened.
pub(super) fn stand(
    state: &mut State,
    index: usize,
    address: ItemAddress,
    item: &Initiative,
    to: NewStanding,
) -> Option<Effect> {
    if NewStanding::as_now(&item.standing) == Some(to) {
        return state.answer(Notice::SaysSo);
    }
    let completes = is_completed(to);
    let mut changes = Vec::new();
    if !completes && item.completed_on.is_some() {
        // First the day, then the status: at no time does an open item have one.
        changes.push(Change::Field { item: address.clone(), key: COMPLETED_ON, to: None });
    }
    changes.push(Change::Standing { item: address.clone(), to });
    changes.extend(recording::standing(state, &address, &item.standing, to));
    if let Some(earlier) = kept(&item.standing) {
        state.store.before.push((address, earlier));
    }
    let title = item.title.clone();
    let offered = Some(state.figures().today).filter(|_| completes && item.completed_on.is_none());
    let step = Step { changes, what: format!("{title}: {}", new_standing_word(to)) };
    changing::make(state, step, |state| {
        let status = state.figures().initiatives.get(index).map_or("", progress_word);
        match offered {
            None => Notice::Now { title, status },
            Some(day) => Notice::NowUndated { title, status, day: format_date(day) },
        }
    })
}

fn is_completed(to: NewStanding) -> bool {
    matches!(to, NewStanding::Status(InitiativeStatus::Completed) | NewStanding::Done(true))
}

/// The standing to return to, where an item leaves it by being completed.
fn kept(standing: &Standing) -> Option<NewStanding> {
    match standing {
        Standing::NotGiven => Some(NewStanding::NotGiven),
        Standing::Status(status) if status.value != InitiativeStatus::Completed => {
            Some(NewStanding::Status(status.value))
        }
        Standing::Status(_) | Standing::Done(_) | Standing::Both(..) => None,
    }
}

/// Gives the chosen completed initiative today as the day it was completed on. Right after the tick, both are
/// one step for undo.
pub(super) fn date(state: &mut State, asked: Option<&Notice>) -> Option<Effect> {
    let open = |item: &Initiative| item.standing.is_completed() && item.completed_on.is_none();
    let item = match state.chosen() {
        Some(Pointer::Item(Section::Initiatives, index)) => {
            state.programme().initiatives.get(index).filter(|item| open(item)).map(|_| index)
        }
        _ => None,
    };
    let Some(index) = item else {
        return state.answer(Notice::NothingToDate);
    };
    if !changing::allowed(state) {
        return None;
    }
    let address = ItemAddress::new(state.programme(), Section::Initiatives, index)?;
    let day = state.figures().today;
    let title = address.title.clone();
    let joins = matches!(asked, Some(Notice::NowUndated { .. }));
    let (key, to) = (COMPLETED_ON, day.to_string());
    // The tick it goes with has left its own line, of the same day.
    let record = if joins { None } else { recording::field(state, &address, key, None, Some(&to)) };
    let change = Change::Field { item: address, key, to: Some(to) };
    let what = format!("{title}: completed on {}", format_date(day));
    let step = Step { changes: std::iter::once(change).chain(record).collect(), what: what.clone() };
    let said = |_: &State| Notice::Changed(what);
    if joins { changing::extend(state, step, said) } else { changing::make(state, step, said) }
}
