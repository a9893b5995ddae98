//! Broken YAML in plain words.

use super::advice::advice;
use crate::document::finding::{Code, Finding, Severity};
use crate::text::Source;
use crate::yaml::tree::{Trouble, TroubleKind};

/// The words about one trouble: its code, what is wrong, the label under the place, what to write.
struct Words {
    code: Code,
    message: String,
    label: &'static str,
    help: &'static str,
}

/// Words a trouble.
pub(super) fn finding(trouble: Trouble, source: &Source) -> Finding {
    let place = source.place(trouble.start as usize..trouble.end as usize);
    let place = source.in_one_line(&place);
    let words = words(trouble.kind);
    let Some(advice) = advice(trouble.kind, &place, source) else {
        return Finding::new(words.code, place, words.message).label(words.label).help(words.help);
    };
    let message = advice.message.unwrap_or(words.message);
    let finding = Finding::new(advice.code.unwrap_or(words.code), place, message).severity(Severity::Error);
    finding.label(advice.label.unwrap_or(words.label)).help(advice.help)
}

#[expect(clippy::wildcard_enum_match_arm, reason = "the others stand in the table")]
fn words(kind: TroubleKind) -> Words {
    let words = |code, message: String, label, help| Words { code, message, label, help };
    match kind {
        TroubleKind::UnclosedQuote(quote) => words(
            Code::UnclosedQuote,
            format!("A quote {quote} is opened and not closed"),
            "opened here",
            "Write the same quote at the end of the text.",
        ),
        TroubleKind::UnclosedBracket(bracket) => words(
            Code::UnclosedBracket,
            format!("A bracket {bracket} is opened and not closed"),
            "opened here",
            if bracket == '{' {
                "Write } at the end of the group."
            } else {
                "Write ] at the end of the list."
            },
        ),
        TroubleKind::WrongBracket(open, close) => words(
            Code::WrongBracket,
            format!("The bracket {open} is closed by {close}"),
            "opened here",
            "{ goes with }, and [ goes with ].",
        ),
        TroubleKind::Reserved(character) => words(
            Code::ReservedCharacter,
            format!("A text cannot begin with {character}"),
            "YAML keeps this character for itself",
            "Put the text in quotes, such as \"%\".",
        ),
        simple => {
            let row = WORDS.iter().find(|row| row.0 == simple);
            let (_, code, message, label, help) = row.copied().unwrap_or(NOT_YAML);
            words(code, message.to_owned(), label, help)
        }
    }
}

/// A kind of trouble: its code, what is wrong, the label under the place, what to write.
type TroubleRow = (TroubleKind, Code, &'static str, &'static str, &'static str);

/// The words about trouble that needs no detail.
const WORDS: [TroubleRow; 18] = [
    (
        TroubleKind::AfterQuote,
        Code::TextAfterQuote,
        "Something follows a closing quote",
        "the text in quotes ended before this",
        "Put the whole text in the other kind of quotes, or delete the quotes.",
    ),
    (
        TroubleKind::StrayBracket,
        Code::WrongBracket,
        "A bracket is closed that was not opened",
        "nothing to close",
        "Delete this bracket.",
    ),
    (
        TroubleKind::MissingComma,
        Code::MissingComma,
        "A comma is missing between brackets",
        "a comma is needed before this",
        "Write values with commas between them: { 2022: 3, 2023: 5 }.",
    ),
    (
        TroubleKind::Tab,
        Code::TabIndentation,
        "A tab stands at the beginning of a line",
        "a tab",
        "Replace the tab by spaces.",
    ),
    (
        TroubleKind::Indentation,
        Code::WrongIndentation,
        "This line does not stand under the lines it belongs to",
        "begins in the wrong column",
        "Lines of one item begin in the same column. Add or delete spaces at the beginning of this line.",
    ),
    (
        TroubleKind::MissingSpace,
        Code::MissingSpace,
        "A space is missing after a colon",
        "a space is needed after this colon",
        "Write the key, a colon, a space and the value: `name: value`.",
    ),
    (
        TroubleKind::SecondColon,
        Code::ColonInText,
        "A text with a colon in it needs quotes",
        "a second colon in one line",
        "Put the text after the first colon in quotes.",
    ),
    (
        TroubleKind::MissingColon,
        Code::MissingColon,
        "This line has no colon",
        "a key and a colon are needed here",
        "Write `key: value`. If the line continues the text above, begin it with more spaces.",
    ),
    (
        TroubleKind::ListOnKeyLine,
        Code::ListOnKeyLine,
        "A list begins on the line of its key",
        "this dash belongs on a line of its own",
        "Begin a new line before the dash, or write the list in brackets: [one, two].",
    ),
    (
        TroubleKind::Escape,
        Code::BadEscape,
        "A backslash between double quotes means nothing here",
        "not a known character",
        "Use single quotes: 'C:\\path'. Or write the backslash twice.",
    ),
    (
        TroubleKind::CommentInText,
        Code::BrokenYaml,
        "A comment interrupts a text",
        "the text ends before this",
        "Move the comment to a line above, or put a space before the #.",
    ),
    (
        TroubleKind::UnknownAlias,
        Code::UnknownAlias,
        "This name with a star refers to nothing above it",
        "nothing is called so",
        "If this is a text, put it in quotes. If it repeats something, mark that with & and the same name.",
    ),
    (
        TroubleKind::TooManyAliases,
        Code::TooManyAliases,
        "The file repeats itself too often",
        "from here on repetitions are not read",
        "Write the values out in place of the names with a star.",
    ),
    (
        TroubleKind::TooLongAliases,
        Code::TooManyAliases,
        "The repetitions in this file stand for more than 8 MB of text",
        "from here on repetitions are not read",
        "Write in place of the names with a star what each item needs of it, or leave it out.",
    ),
    (
        TroubleKind::TooDeep,
        Code::TooDeep,
        "Lists and groups stand in each other too deeply",
        "deeper than 64 levels",
        "A programme needs six levels. Perhaps a bracket is not closed.",
    ),
    (
        TroubleKind::TooMany,
        Code::TooLarge,
        "The file has more values than are read",
        "reading stopped here",
        "Divide it into several programmes.",
    ),
    (
        TroubleKind::NoRoom,
        Code::TooLarge,
        "There is not enough memory to read further",
        "reading stopped here",
        "Divide the file into several programmes, or read it where there is more memory.",
    ),
    (
        TroubleKind::SecondDocument,
        Code::SecondDocument,
        "A second document begins here",
        "from here on nothing is shown",
        "Delete the line --- (or ...) above, or keep the second part in a file of its own.",
    ),
];

/// The words about everything else.
const NOT_YAML: TroubleRow = (
    TroubleKind::NotYaml,
    Code::BrokenYaml,
    "This part cannot be read",
    "reading stopped here",
    "Compare this line with the lines around it: quotes, brackets, colons and the spaces in front.",
);
