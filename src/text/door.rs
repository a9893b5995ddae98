//! The one door: a text that cannot act on a terminal, as everything asks for it that writes one.
//!
//! Only cleaning makes it. Never holds a sequence but the one for styles, which is the program's own.

use super::sanitise::{self, BREAK};
use std::fmt::{self, Display, Formatter};

/// A text without anything that acts: no control character but `\n`, nothing that turns the direction of
/// writing, nothing hidden. Two of them beside each other are one of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Clean(String);

impl Clean {
    /// A text of one line, cleaned as [`super::clean`] does: names, values, words of others.
    pub fn line(text: &str) -> Self {
        Self(sanitise::whole(text, BREAK).into_owned())
    }

    /// A text of several lines, cleaned as [`super::clean_lines`] does; line breaks at its end stay.
    ///
    /// Whoever brings words of others into one of its lines cleans them as [`Clean::line`] first: else they
    /// may begin a line of their own.
    pub fn lines(text: &str) -> Self {
        Self(sanitise::whole(text, '\n').into_owned())
    }

    /// More of it.
    pub fn push(&mut self, more: &Self) {
        self.0.push_str(&more.0);
    }

    /// The style of what comes behind, as the parameters of SGR (ECMA-48, 8.3.117): digits, each number after a
    /// semicolon. This is the only sequence that a text can hold; anything else is left out.
    pub fn push_style(&mut self, parameters: &str) {
        if parameters.bytes().all(|byte| byte.is_ascii_digit() || byte == b';') {
            self.0.push_str("\u{1b}[");
            self.0.push_str(parameters);
            self.0.push('m');
        }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Display for Clean {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.pad(&self.0)
    }
}
