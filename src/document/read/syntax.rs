//! Broken YAML in plain words.

use super::advice::{Advice, advice};
use crate::document::finding::{Code, Finding, Severity};
use crate::text::Source;
use crate::yaml::tree::{Trouble, TroubleKind};

/// Words a trouble.
pub(super) fn finding(trouble: Trouble, source: &Source) -> Finding {
    let place = source.place(trouble.start..trouble.end);
    let place = source.in_one_line(&place);
    let ((code, message), label) = (wrong(trouble.kind), label(trouble.kind));
    let Some(Advice { says, help: better }) = advice(trouble.kind, &place, source) else {
        return Finding::new(code, place, message).label(label).help(help(trouble.kind));
    };
    let (code, message, label) = says.unwrap_or((code, message, label));
    Finding::new(code, place, message).severity(Severity::Error).label(label).help(better)
}

/// What is wrong, and of which kind that is.
fn wrong(kind: TroubleKind) -> (Code, String) {
    let (code, message) = match kind {
        TroubleKind::UnclosedQuote(quote) => {
            return (Code::UnclosedQuote, format!("A quote {quote} is opened and not closed"));
        }
        TroubleKind::UnclosedBracket(bracket) => {
            return (Code::UnclosedBracket, format!("A bracket {bracket} is opened and not closed"));
        }
        TroubleKind::WrongBracket(open, close) => {
            return (Code::WrongBracket, format!("The bracket {open} is closed by {close}"));
        }
        TroubleKind::Reserved(character) => {
            return (Code::ReservedCharacter, format!("A text cannot begin with {character}"));
        }
        TroubleKind::AfterQuote => (Code::TextAfterQuote, "Something follows a closing quote"),
        TroubleKind::StrayBracket => (Code::WrongBracket, "A bracket is closed that was not opened"),
        TroubleKind::MissingComma => (Code::MissingComma, "A comma is missing between brackets"),
        TroubleKind::Tab => (Code::TabIndentation, "A tab stands at the beginning of a line"),
        TroubleKind::Indentation => {
            (Code::WrongIndentation, "This line does not stand under the lines it belongs to")
        }
        TroubleKind::MissingSpace => (Code::MissingSpace, "A space is missing after a colon"),
        TroubleKind::SecondColon => (Code::ColonInText, "A text with a colon in it needs quotes"),
        TroubleKind::MissingColon => (Code::MissingColon, "This line has no colon"),
        TroubleKind::ListOnKeyLine => (Code::ListOnKeyLine, "A list begins on the line of its key"),
        TroubleKind::Escape => (Code::BadEscape, "A backslash between double quotes means nothing here"),
        TroubleKind::CommentInText => (Code::BrokenYaml, "A comment interrupts a text"),
        TroubleKind::UnknownAlias => (Code::UnknownAlias, "This name with a star refers to nothing above it"),
        TroubleKind::TooManyAliases => (Code::TooManyAliases, "The file repeats itself too often"),
        TroubleKind::TooLongAliases => {
            (Code::TooManyAliases, "The repetitions in this file stand for more than 8 MB of text")
        }
        TroubleKind::TooDeep => (Code::TooDeep, "Lists and groups stand in each other too deeply"),
        TroubleKind::TooMany => (Code::TooLarge, "The file has more values than are read"),
        TroubleKind::NoRoom => (Code::TooLarge, "There is not enough memory to read further"),
        TroubleKind::SecondDocument => (Code::SecondDocument, "A second document begins here"),
        TroubleKind::NotYaml => (Code::BrokenYaml, "This part cannot be read"),
    };
    (code, message.to_owned())
}

/// The words under the place.
const fn label(kind: TroubleKind) -> &'static str {
    match kind {
        TroubleKind::UnclosedQuote(_) | TroubleKind::UnclosedBracket(_) | TroubleKind::WrongBracket(..) => {
            "opened here"
        }
        TroubleKind::Reserved(_) => "YAML keeps this character for itself",
        TroubleKind::AfterQuote => "the text in quotes ended before this",
        TroubleKind::StrayBracket => "nothing to close",
        TroubleKind::MissingComma => "a comma is needed before this",
        TroubleKind::Tab => "a tab",
        TroubleKind::Indentation => "begins in the wrong column",
        TroubleKind::MissingSpace => "a space is needed after this colon",
        TroubleKind::SecondColon => "a second colon in one line",
        TroubleKind::MissingColon => "a key and a colon are needed here",
        TroubleKind::ListOnKeyLine => "this dash belongs on a line of its own",
        TroubleKind::Escape => "not a known character",
        TroubleKind::CommentInText => "the text ends before this",
        TroubleKind::UnknownAlias => "nothing is called so",
        TroubleKind::TooManyAliases | TroubleKind::TooLongAliases => "from here on repetitions are not read",
        TroubleKind::TooDeep => "deeper than 64 levels",
        TroubleKind::TooMany | TroubleKind::NoRoom | TroubleKind::NotYaml => "reading stopped here",
        TroubleKind::SecondDocument => "from here on nothing is shown",
    }
}

/// What to write.
const fn help(kind: TroubleKind) -> &'static str {
    match kind {
        TroubleKind::UnclosedQuote(_) => "Write the same quote at the end of the text.",
        TroubleKind::UnclosedBracket('{') => "Write } at the end of the group.",
        TroubleKind::UnclosedBracket(_) => "Write ] at the end of the list.",
        TroubleKind::WrongBracket(..) => "{ goes with }, and [ goes with ].",
        TroubleKind::Reserved(_) => "Put the text in quotes, such as \"%\".",
        TroubleKind::AfterQuote => "Put the whole text in the other kind of quotes, or delete the quotes.",
        TroubleKind::StrayBracket => "Delete this bracket.",
        TroubleKind::MissingComma => "Write values with commas between them: { 2022: 3, 2023: 5 }.",
        TroubleKind::Tab => "Replace the tab by spaces.",
        TroubleKind::Indentation => {
            "Lines of one item begin in the same column. Add or delete spaces at the beginning of this line."
        }
        TroubleKind::MissingSpace => "Write the key, a colon, a space and the value: `name: value`.",
        TroubleKind::SecondColon => "Put the text after the first colon in quotes.",
        TroubleKind::MissingColon => {
            "Write `key: value`. If the line continues the text above, begin it with more spaces."
        }
        TroubleKind::ListOnKeyLine => {
            "Begin a new line before the dash, or write the list in brackets: [one, two]."
        }
        TroubleKind::Escape => "Use single quotes: 'C:\\path'. Or write the backslash twice.",
        TroubleKind::CommentInText => "Move the comment to a line above, or put a space before the #.",
        TroubleKind::UnknownAlias => {
            "If this is a text, put it in quotes. If it repeats something, mark that with & and the same name."
        }
        TroubleKind::TooManyAliases => "Write the values out in place of the names with a star.",
        TroubleKind::TooLongAliases => {
            "Write in place of the names with a star what each item needs of it, or leave it out."
        }
        TroubleKind::TooDeep => "A programme needs six levels. Perhaps a bracket is not closed.",
        TroubleKind::TooMany => "Divide it into several programmes.",
        TroubleKind::NoRoom => {
            "Divide the file into several programmes, or read it where there is more memory."
        }
        TroubleKind::SecondDocument => {
            "Delete the line --- (or ...) above, or keep the second part in a file of its own."
        }
        TroubleKind::NotYaml => {
            "Compare this line with the lines around it: quotes, brackets, colons and the spaces in front."
        }
    }
}
