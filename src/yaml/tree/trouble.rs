//! Trouble: what can be wrong with the YAML, and why the parser stopped.
//!
//! Never says it in words.

use super::mark::Mark;
use granit_parser::ErrorKind;

/// Something wrong with the YAML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Trouble {
    /// What it is.
    pub kind: TroubleKind,
    /// Its first byte.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
}

/// What can be wrong with the YAML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TroubleKind {
    /// A quote is opened and not closed.
    UnclosedQuote(char),
    /// Something follows a closing quote on its line.
    AfterQuote,
    /// A bracket is opened and not closed.
    UnclosedBracket(char),
    /// A bracket is closed by one of the other kind.
    WrongBracket(char, char),
    /// A bracket is closed that was not opened.
    StrayBracket,
    /// A comma is missing between brackets.
    MissingComma,
    /// A tab stands where spaces must.
    Tab,
    /// A line does not stand under the lines it belongs to.
    Indentation,
    /// A colon without a space after it.
    MissingSpace,
    /// A second colon with a space after it on one line.
    SecondColon,
    /// A line that is neither a key nor a part of the text above.
    MissingColon,
    /// A text begins with a character that YAML keeps for itself.
    Reserved(char),
    /// A list that begins on the line of its key.
    ListOnKeyLine,
    /// A backslash in double quotes with something after it that has no meaning.
    Escape,
    /// A comment in the middle of a text.
    CommentInText,
    /// An alias of something that is not there.
    UnknownAlias,
    /// More aliases, or more behind them, than are read.
    TooManyAliases,
    /// More text behind aliases than is read.
    TooLongAliases,
    /// Deeper than is read.
    TooDeep,
    /// More than is read.
    TooMany,
    /// More than there is memory for.
    NoRoom,
    /// A second document.
    SecondDocument,
    /// Anything else.
    NotYaml,
}

impl Trouble {
    pub(crate) const fn new(kind: TroubleKind, at: Mark) -> Self {
        Self { kind, start: at.start as usize, end: at.end as usize }
    }
}

/// Why and where the parser stopped.
#[derive(Debug)]
pub(super) struct Stop {
    /// What the parser says; none for a limit of our own.
    pub kind: Option<ErrorKind>,
    /// Our own limit, if it was one.
    pub limit: Option<TroubleKind>,
    /// Where it stopped.
    pub at: Mark,
    /// The innermost bracket that was open.
    pub bracket: Option<Mark>,
    /// Where the last thing that was understood ends.
    pub after: u32,
}
