//! The shell: terminal, files, clock, signals and the loop. The only IO.
//!
//! Never decides anything.

mod ahead;
mod clock;
mod editor;
mod environment;
mod failure;
mod files;
mod follow;
mod holders;
mod inbox;
pub mod keys;
mod lock;
mod losses;
mod meanwhile;
mod memory;
mod message;
pub mod pace;
pub mod paint;
mod panic;
mod plain;
mod random;
mod refused;
mod run;
mod save;
pub mod screen;
mod temporary;
mod terminal;
mod threads;
mod watch;
mod work;

pub use clock::{Clock, now, today};
pub use editor::{Editor, editor};
pub use environment::Environment;
pub use failure::{Failure, LARGEST, ReadError, STANDARD_INPUT};
pub use files::{read, read_known, read_standard_input, size};
pub use follow::{Followed, PollReason, Stamp, followed};
pub use meanwhile::Meanwhile;
pub use memory::share_where_it_is_scarce;
pub use message::Opened;
pub use panic::end_on_panic;
pub use plain::{complain, create, exists, input_is_typed, print};
pub use run::{Ended, Program, Unsaved, World, run};
pub use save::save;
pub use work::{Later, later};
