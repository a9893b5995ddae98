//! The app: the state, what can happen to it, and what it asks of the world.
//!
//! [`update()`] is the only writer of [`State`]. Never draws, never does IO, has no clock.

mod access;
mod action;
mod broken;
mod clash;
mod doubts;
mod effect;
mod event;
pub mod fields;
pub mod forms;
pub mod geometry;
mod history;
mod lasting;
mod layer;
mod listing;
mod lists;
mod opening;
mod plan;
mod question;
mod recording;
mod rows;
pub mod section;
pub mod sheet;
mod slide;
pub mod slides;
mod state;
mod survey;
mod tab;
mod unsaved;
mod update;

pub use access::{Access, Need};
pub use action::{ACTIONS, Action, Binding, HelpGroup, Mode, entry, meaning};
pub use broken::{Broken, Outage};
pub use clash::Clash;
pub use effect::Effect;
pub use event::{Cause, Event, Key, KeyCode, Loaded, SaveFailure, Work};
pub use history::{Edit, History, Operation, Saving, Step, Version};
pub use lasting::Glance;
pub use layer::Layer;
pub use listing::{Grouping, Listing, Show, Sort};
pub use opening::{App, Opening, update};
pub use question::Question;
pub use state::{Dialogue, Document, Find, Origin, Presentation, Session, State, Store, Unlooked, View};
pub use tab::{Tab, TabTable};
