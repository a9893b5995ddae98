//! Findings: what was wrong with a document, where, and what to write instead.
//!
//! One table of codes; the words of a finding are complete sentences for people who are no
//! programmers. Never decides how a finding is shown.

mod codes;
mod explain;
mod severity;

pub use codes::{CODES, Code, CodeRow};
pub use severity::Severity;

use crate::text::Place;

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

impl Finding {
    /// A finding with the usual severity of its code.
    pub fn new(code: Code, place: Place, message: impl Into<String>) -> Self {
        let severity = code.severity();
        let message = message.into();
        Self { code, severity, message, place, label: String::new(), also: Vec::new(), help: None }
    }

    /// With other words under the marked place.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// With what to write instead.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// With another place that explains it.
    #[must_use]
    pub fn also(mut self, place: Place, label: impl Into<String>) -> Self {
        self.also.push((place, label.into()));
        self
    }

    /// With another severity than usual.
    #[must_use]
    pub const fn severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }
}
