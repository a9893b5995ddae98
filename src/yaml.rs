//! YAML: a text as keys, values and lists with their bytes, and patches of it that are proved.
//!
//! The one floor that names the YAML parser. It knows no programme: neither what a key means nor what a
//! finding is. Never writes a file.

pub(crate) mod group;
pub(crate) mod lines;
pub(crate) mod list;
mod obstacle;
mod patch;
pub(crate) mod place;
mod proof;
pub(crate) mod scalar;
pub(crate) mod splice;
pub(crate) mod style;
pub(crate) mod tree;
pub(crate) mod write;

pub(crate) use obstacle::Blocked;
pub use obstacle::Obstacle;
pub use patch::Patch;
pub(crate) use splice::Proved;
pub(crate) use tree::{Entry, Node, NodeForm, ScalarStyle, StructureStyle, Tree};
