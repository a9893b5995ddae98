//! The app: the state, what can happen to it, and what it asks of the world.
//!
//! [`update()`] is the only writer of [`State`]. Never draws, never does IO, has no clock.

mod action;
mod effect;
mod event;
pub mod geometry;
mod listing;
pub mod sheet;
pub mod slides;
mod state;
mod update;

pub use action::{ACTIONS, Action, Entry, Group, Mode, entry, meaning};
pub use effect::Effect;
pub use event::{Event, Key, KeyCode, Loaded, SaveFailure};
pub use listing::{Grouping, Listing, Show, Sort};
pub use state::{Access, Edit, Find, Layer, News, Opening, Origin, State, Tab};
pub use update::update;
