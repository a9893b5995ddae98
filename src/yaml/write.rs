//! Write: words, pairs, groups and lists on their way into the text, with the steps they must be read as.
//!
//! Never looks at where they go.

use super::scalar::write;
use super::tree::{Tag, TreeStep, What};
use super::{Node, ScalarStyle, StructureStyle};

/// One step that is expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Piece {
    /// A scalar of this text and style, without tag.
    Word(String, ScalarStyle),
    /// Any scalar without tag, or an alias: what one word takes the place of.
    Any,
    /// A list begins.
    List(StructureStyle),
    /// A mapping begins.
    Mapping(StructureStyle),
    /// It ends.
    End,
}

/// The steps of a node; `None` where an anchor, an alias or a tag is among them.
pub(crate) fn pieces_of(node: Node<'_>) -> Option<Vec<Piece>> {
    let piece = |step: &TreeStep| match step.what {
        _ if step.is_named() || step.tag != Tag::None => None,
        What::Scalar(style) => Some(Piece::Word(node.text_of(step).to_owned(), style)),
        What::List(style) => Some(Piece::List(style)),
        What::Mapping(style) => Some(Piece::Mapping(style)),
        What::End => Some(Piece::End),
        What::Alias | What::Gap => None,
    };
    node.steps().iter().map(piece).collect()
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
        Self::around(Piece::Mapping, ["{", "}"], pairs, layout)
    }

    /// `[item]`
    pub(crate) fn brackets(items: Vec<Self>) -> Self {
        Self::around(Piece::List, ["[", "]"], items, &Layout::Line(""))
    }

    fn around(
        begin: fn(StructureStyle) -> Piece,
        [open, close]: [&str; 2],
        parts: Vec<Self>,
        layout: &Layout,
    ) -> Self {
        let (texts, pieces) = divided(begin, StructureStyle::Flow, parts);
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
        let (texts, pieces) = divided(Piece::Mapping, StructureStyle::Block, pairs);
        Self { text: texts.join(&format!("\n{}", " ".repeat(column))), pieces }
    }

    /// A list of one item on a line of its own after its key, with its dash in a column.
    pub(crate) fn dashed(item: Self, column: usize) -> Self {
        let (texts, pieces) = divided(Piece::List, StructureStyle::Block, vec![item]);
        Self { text: format!("\n{}- {}", " ".repeat(column), texts.concat()), pieces }
    }
}

/// The texts of the parts, and the steps of the whole.
fn divided(
    begin: fn(StructureStyle) -> Piece,
    style: StructureStyle,
    parts: Vec<Written>,
) -> (Vec<String>, Vec<Piece>) {
    let mut pieces = vec![begin(style)];
    let mut texts = Vec::with_capacity(parts.len());
    for part in parts {
        pieces.extend(part.pieces);
        texts.push(part.text);
    }
    pieces.push(Piece::End);
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
