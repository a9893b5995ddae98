//! Write: words, pairs, groups and lists on their way into the text, with the events they must be read as.
//!
//! Never looks at where they go.

use super::events::{ScalarStyle, StructureStyle};
use super::node::{Kind, Node};
use super::scalar::write;

/// One event that is expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Piece {
    /// A scalar of this text and style, without tag.
    Word(String, ScalarStyle),
    /// Any scalar without tag, or an alias: what one word takes the place of.
    Any,
    /// A list or a mapping begins.
    Begin(Form, StructureStyle),
    /// It ends.
    End(Form),
}

/// What begins and ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// Keys and values.
    Mapping,
    /// Items.
    List,
}

/// The events of a node; `None` where an anchor, an alias or a tag is among them.
pub(crate) fn pieces_of(node: &Node<'_>) -> Option<Vec<Piece>> {
    if node.anchor != 0 || node.tagged {
        return None;
    }
    let mut pieces = Vec::new();
    match &node.kind {
        Kind::Alias => return None,
        Kind::Scalar(text, style) => pieces.push(Piece::Word(text.to_string(), *style)),
        Kind::Mapping(style, entries) => {
            pieces.push(Piece::Begin(Form::Mapping, *style));
            for entry in entries {
                pieces.extend(pieces_of(&entry.key)?);
                pieces.extend(pieces_of(&entry.value)?);
            }
            pieces.push(Piece::End(Form::Mapping));
        }
        Kind::List(style, items) => {
            pieces.push(Piece::Begin(Form::List, *style));
            for item in items {
                pieces.extend(pieces_of(item)?);
            }
            pieces.push(Piece::End(Form::List));
        }
    }
    Some(pieces)
}

/// What will stand in the text. A line feed in it stands for the line end of the place it goes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Written {
    /// The text.
    pub text: String,
    /// What it must be read as.
    pub pieces: Vec<Piece>,
}

/// How braces and brackets stand around what they hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Layout {
    /// On one line, with this between the brace and what it holds.
    Line(&'static str),
    /// Over lines, what they hold and the closing brace in these columns.
    Lines(usize, usize),
}

impl Written {
    /// A scalar; `None` where the style cannot hold it.
    pub(crate) fn word(text: &str, style: ScalarStyle) -> Option<Self> {
        Some(Self { text: write(text, style)?, pieces: vec![Piece::Word(text.to_owned(), style)] })
    }

    /// `key: value`
    pub(crate) fn pair(key: Self, value: Self) -> Self {
        let pieces = [key.pieces, value.pieces].concat();
        // A value over lines begins on a line of its own.
        let blank = if value.text.starts_with('\n') { "" } else { " " };
        Self { text: format!("{}:{blank}{}", key.text, value.text), pieces }
    }

    /// `{ key: value, key: value }`
    pub(crate) fn braces(pairs: Vec<Self>, layout: &Layout) -> Self {
        Self::around(Form::Mapping, ["{", "}"], pairs, layout)
    }

    /// `[item]`
    pub(crate) fn brackets(items: Vec<Self>) -> Self {
        Self::around(Form::List, ["[", "]"], items, &Layout::Line(""))
    }

    fn around(form: Form, [open, close]: [&str; 2], parts: Vec<Self>, layout: &Layout) -> Self {
        let (texts, pieces) = divided(form, StructureStyle::Flow, parts);
        let text = match layout {
            Layout::Line(blank) => format!("{open}{blank}{}{blank}{close}", texts.join(", ")),
            Layout::Lines(inner, outer) => {
                let line = |column: usize| format!("\n{}", " ".repeat(column));
                let inner = line(*inner);
                format!("{open}{inner}{}{}{close}", texts.join(&format!(",{inner}")), line(*outer))
            }
        };
        Self { text, pieces }
    }

    /// Pairs in lines, all but the first in a column.
    pub(crate) fn lines(pairs: Vec<Self>, column: usize) -> Self {
        let (texts, pieces) = divided(Form::Mapping, StructureStyle::Block, pairs);
        Self { text: texts.join(&format!("\n{}", " ".repeat(column))), pieces }
    }

    /// A list of one item on a line of its own after its key, with its dash in a column.
    pub(crate) fn dashed(item: Self, column: usize) -> Self {
        let (texts, pieces) = divided(Form::List, StructureStyle::Block, vec![item]);
        Self { text: format!("\n{}- {}", " ".repeat(column), texts.concat()), pieces }
    }
}

/// The texts of the parts, and the events of the whole.
fn divided(form: Form, style: StructureStyle, parts: Vec<Written>) -> (Vec<String>, Vec<Piece>) {
    let mut pieces = vec![Piece::Begin(form, style)];
    let mut texts = Vec::with_capacity(parts.len());
    for part in parts {
        pieces.extend(part.pieces);
        texts.push(part.text);
    }
    pieces.push(Piece::End(form));
    (texts, pieces)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(key: &str, value: &str) -> Written {
        let word = |text| Written::word(text, ScalarStyle::Plain).unwrap();
        Written::pair(word(key), word(value))
    }

    #[test]
    fn groups_and_lists_are_written_as_people_write_them() {
        let pairs = || vec![pair("a", "1"), pair("b", "2")];
        let braces = |layout| Written::braces(pairs(), &layout).text;
        assert_eq!(braces(Layout::Line(" ")), "{ a: 1, b: 2 }");
        assert_eq!(braces(Layout::Line("")), "{a: 1, b: 2}");
        assert_eq!(braces(Layout::Lines(4, 2)), "{\n    a: 1,\n    b: 2\n  }");
        assert_eq!(Written::lines(pairs(), 2).text, "a: 1\n  b: 2");
        let item = Written::braces(pairs(), &Layout::Line(""));
        assert_eq!(Written::brackets(vec![item.clone()]).text, "[{a: 1, b: 2}]");
        let key = Written::word("list", ScalarStyle::Plain).unwrap();
        assert_eq!(Written::pair(key, Written::dashed(item, 2)).text, "list:\n  - {a: 1, b: 2}");
    }
}
