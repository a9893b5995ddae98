//! Severity: how bad a finding is.
//!
//! Never decides it.

use strum::IntoStaticStr;

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Severity {
    /// A matter of style, or something that was understood but is better written otherwise.
    Hint,
    /// Likely a mistake; everything is still shown as it stands.
    Warning,
    /// A figure would be wrong, or an item cannot be shown.
    Error,
}

impl Severity {
    /// The word shown to people.
    pub fn word(self) -> &'static str {
        self.into()
    }
}
