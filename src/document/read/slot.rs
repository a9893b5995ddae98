//! Slot: a field as an item gives it.
//!
//! Never read by itself.

use crate::programme::fields::Field;
use crate::yaml::tree::Node;

/// A field that is given.
#[derive(Clone, Copy)]
pub(super) struct Slot<'t> {
    /// Its row of the table.
    pub field: &'static Field,
    /// Its key as it is written.
    pub key: Node<'t>,
    /// Its value.
    pub value: Node<'t>,
}
