//! What stands of a code in its row, and which one is meant by a name.
//!
//! Never names a code that is not in the table.

use super::codes::{CODES, Code};
use super::severity::Severity;
use crate::programme::words::nearest;

impl Code {
    /// Its stable name, such as `unknown-field`.
    pub const fn name(self) -> &'static str {
        self.row().name
    }

    /// How bad it usually is.
    pub const fn severity(self) -> Severity {
        self.row().severity
    }

    /// The kind of finding with this name.
    pub fn named(name: &str) -> Option<Self> {
        CODES.iter().find(|row| row.name == name).map(|row| row.code)
    }

    /// The name that looks most like one that is not known, if one does.
    pub fn nearest_name(name: &str) -> Option<&'static str> {
        nearest(name, CODES.iter().map(|row| (row.name, row.name)))
    }
}
