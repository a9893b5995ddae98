//! The reference of a programme file as a page of Markdown.
//!
//! Made from the tables of fields, words and findings and nothing else. Never reads a file.

use super::schema::name;
use crate::document::CODES;
use crate::programme::fields::{FIELDS, Field, Kind, Weight};
use std::fmt::Write;

const HEAD: &str = "\
# What a programme file can say

Made from the tables of the program. Keys that begin with `x-` or `_` are passed over and can hold remarks
of your own. Other names are understood on reading and pointed out by `coopdash check`.

Fields that an item needs are marked with *.
";

/// The page.
pub fn reference() -> String {
    let mut page = HEAD.to_owned();
    for fields in FIELDS.chunk_by(|one, next| one.part == next.part) {
        let Some(first) = fields.first() else { continue };
        // Writing to a string cannot fail.
        let _ = write!(
            page,
            "\n## {}\n\n| key | what it says | holds | example | also understood |\n",
            name(first.part)
        );
        page.push_str("|---|---|---|---|---|\n");
        for field in fields {
            page.push_str(&row(field));
        }
    }
    page.push_str("\n## Findings\n\n| name | usually | what it means |\n|---|---|---|\n");
    for row in CODES {
        let _ = writeln!(page, "| `{}` | {} | {} |", row.name, row.severity.word(), cell(row.explanation));
    }
    page
}

fn row(field: &Field) -> String {
    let Field { key, doc, example, also, .. } = field;
    let star = if field.weight == Weight::Needed { "*" } else { "" };
    let holds = holds(field.kind);
    format!("| `{key}`{star} | {} | {holds} | `{}` | {} |\n", cell(doc), cell(example), also.join(", "))
}

/// What a kind of value is called.
fn holds(kind: Kind) -> String {
    match kind {
        Kind::Text => "text".to_owned(),
        Kind::Prose => "text of any length".to_owned(),
        Kind::Texts => "a text or a list of texts".to_owned(),
        Kind::Number => "number".to_owned(),
        Kind::Whole(_) => "whole number".to_owned(),
        Kind::Date => "year-month-day".to_owned(),
        Kind::Due => "year-month-day; or a month, a quarter or a half, due on its last day".to_owned(),
        Kind::Time => "hours:minutes".to_owned(),
        Kind::TrueOrFalse => "true or false".to_owned(),
        Kind::Word(words) => words.words().join(", "),
        Kind::Id => "a short name".to_owned(),
        Kind::Links(part) => format!("ids of [{0}](#{0})", name(part)),
        Kind::Period => "a year or another period".to_owned(),
        Kind::Values => "periods, each with a value or a [value](#value)".to_owned(),
        Kind::Targets => "periods, each with a number or a [target](#target)".to_owned(),
        Kind::Value => "number, word or null".to_owned(),
        Kind::Group(part) => format!("[{0}](#{0})", name(part)),
        Kind::List(part) => format!("list of [{0}](#{0})", name(part)),
    }
}

/// A text inside a table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}
