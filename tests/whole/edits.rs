//! Editing, seen from outside: a text, a change, and the text afterwards to the byte.
//!
//! In a row the stretch that changes stands between `«` and `»`, old before new: `«agreed|completed»`.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may fail loudly")]

mod amounts;
mod denied;
mod judge;
mod kept;
mod laws;
mod manners;
mod newer;
mod periods;
mod random;
mod refused;
mod wants;
mod wishes;
mod written;

use coopdash::document::{Change, Edited, ItemAddress, NewStanding, Reading, Refusal, edit, read};
use coopdash::programme::{Flag, InitiativeStatus, Section};

const COMPLETED: NewStanding = NewStanding::Status(InitiativeStatus::Completed);
const AGREED: NewStanding = NewStanding::Status(InitiativeStatus::Agreed);
const ON_HOLD: NewStanding = NewStanding::Status(InitiativeStatus::OnHold);
const IN_PROGRESS: NewStanding = NewStanding::Status(InitiativeStatus::InProgress);
const DONE: NewStanding = NewStanding::Done(true);
const NOT_DONE: NewStanding = NewStanding::Done(false);
const NOT_GIVEN: NewStanding = NewStanding::NotGiven;

/// The change of the last initiative titled "B".
fn change(reading: &Reading, to: NewStanding) -> Change {
    let index = reading.programme.initiatives.iter().rposition(|item| item.title == "B");
    let index = index.unwrap_or_else(|| panic!("no initiative is titled B: {reading:#?}"));
    let item = ItemAddress::new(&reading.programme, Section::Initiatives, index).unwrap();
    Change::Standing { item, to }
}

fn set(text: &str, to: NewStanding) -> Result<Edited, Refusal> {
    let reading = read(text);
    edit(&reading, &change(&reading, to))
}
