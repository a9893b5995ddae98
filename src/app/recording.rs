//! Recording: where the file asks for it (`history: true`), a change on screen leaves a dated line in the
//! updates of its item. Who made it is said only where the program was told (`--as`).

use crate::app::state::State;
use crate::document::{Change, ItemAddress, NewStanding, NewUpdate};
use crate::programme::Standing;
use crate::wording::{new_standing_word, record, standing_word};

/// The line for another standing.
pub(super) fn standing(
    state: &State,
    item: &ItemAddress,
    from: &Standing,
    to: NewStanding,
) -> Option<Change> {
    let from = match from {
        Standing::NotGiven => None,
        Standing::Done(_) | Standing::Status(_) | Standing::Both(..) => Some(standing_word(from)),
    };
    let to = (to != NewStanding::NotGiven).then(|| new_standing_word(to));
    line(state, item, record::changed("status", from, to))
}

/// The line for another value of a field.
pub(super) fn field(
    state: &State,
    item: &ItemAddress,
    key: &str,
    from: Option<&str>,
    to: Option<&str>,
) -> Option<Change> {
    line(state, item, record::changed(key, from, to))
}

/// The line for a new item.
pub(super) fn added(state: &State, item: &ItemAddress) -> Option<Change> {
    line(state, item, record::ADDED.to_owned())
}

fn line(state: &State, item: &ItemAddress, note: String) -> Option<Change> {
    let update =
        NewUpdate { date: state.figures().today, status: None, note, by: state.session.author.clone() };
    state.programme().about.history.then(|| Change::Update { item: item.clone(), update })
}
