//! Findings: what was wrong with a document, where, and what to write instead.
//!
//! One table of codes; the words of a finding are complete sentences for people who are no
//! programmers. Never decides how a finding is shown.

use super::source::Place;

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
    pub const fn word(self) -> &'static str {
        match self {
            Self::Hint => "hint",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// One thing that is wrong, where it is, and what would be right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Which kind of finding: a row of the table of codes.
    pub code: Code,
    /// How bad it is here.
    pub severity: Severity,
    /// What is wrong, as one sentence without a full stop.
    pub message: String,
    /// Where it is wrong.
    pub place: Place,
    /// A few words printed under the marked place ("a number is needed here").
    pub label: String,
    /// Other places that explain it ("first given here").
    pub also: Vec<(Place, String)>,
    /// What to write instead, as one or two sentences.
    pub help: Option<String>,
}

/// What kind of finding: its stable name and its usual severity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Code(pub &'static str);
