//! The app: the state, what can happen to it, and what it asks of the world.
//!
//! [`update`] is the only writer of [`State`]. Never draws, never does IO, has no clock.

mod action;
mod effect;
mod event;
mod state;
mod update;

pub use action::Action;
pub use effect::Effect;
pub use event::{Event, Key, KeyCode, Loaded, SaveFailure};
pub use state::State;
pub use update::update;
