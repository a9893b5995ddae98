//! Style: how the author of a group writes, so that what is added looks like the rest.
//!
//! Never decides what is written, nor where.

use super::group::Group;
use super::lines::line_of;
use super::scalar::{Scalar, Surroundings};
use super::write::{Layout, Written};
use super::{Entry, Node};
use super::{ScalarStyle, StructureStyle};

/// How keys and words are written.
#[derive(Debug, Clone, Copy)]
pub(crate) struct AuthorStyle {
    /// Around keys.
    pub keys: ScalarStyle,
    /// Around words that need quotes.
    quotes: ScalarStyle,
    /// Around numbers and dates: that of the neighbours.
    figures: ScalarStyle,
    surroundings: Surroundings,
}

impl AuthorStyle {
    /// The style of a group; of its keys, that of the entry a new one stands next to.
    pub(crate) fn of(group: Group<'_>, near: Option<Entry<'_>>) -> Self {
        let keys = near.and_then(|near| near.key.style()).unwrap_or(ScalarStyle::Plain);
        let nodes = group.node().pairs().flat_map(|entry| [entry.value, entry.key]);
        let quotes = nodes.filter_map(Node::style).find(|style| is_quotes(*style));
        let surroundings = match group.style {
            StructureStyle::Block => Surroundings::Block,
            StructureStyle::Flow => Surroundings::Flow,
        };
        let quotes = quotes.unwrap_or(ScalarStyle::DoubleQuoted);
        Self {
            keys: if is_quotes(keys) { keys } else { ScalarStyle::Plain },
            quotes,
            figures: ScalarStyle::Plain,
            surroundings,
        }
    }

    /// The same style inside braces or brackets. Quotes around keys in lines are about those keys.
    pub(crate) const fn in_braces(self) -> Self {
        let keys = match self.surroundings {
            Surroundings::Block => ScalarStyle::Plain,
            Surroundings::Flow => self.keys,
        };
        Self { keys, surroundings: Surroundings::Flow, ..self }
    }

    /// The same style, writing figures as a neighbour is written.
    pub(crate) fn figures_like(self, neighbour: Option<Entry<'_>>) -> Self {
        let style = neighbour.and_then(|near| near.value.style()).filter(|style| is_quotes(*style));
        Self { figures: style.unwrap_or(self.figures), ..self }
    }

    /// Whether the file is JSON here. A text in braces after a `"key"` is quoted as well, so that a file
    /// that is JSON stays JSON.
    pub(crate) fn is_json(self) -> bool {
        self.surroundings == Surroundings::Flow && self.keys == ScalarStyle::DoubleQuoted
    }

    /// A key.
    pub(crate) fn key(self, key: &str) -> Option<Written> {
        // A key may be a period such as `2022/23`.
        let plain = || Scalar::Typed(key).style(self.surroundings, self.quotes);
        let style = if is_quotes(self.keys) { self.keys } else { plain() };
        Written::word(key, style)
    }

    /// The style of a value.
    pub(crate) fn style(self, to: Scalar<'_>) -> ScalarStyle {
        if self.is_json() { to.style_in_json() } else { self.style_outside_json(to) }
    }

    /// The style of a value where the file is no JSON.
    pub(crate) fn style_outside_json(self, to: Scalar<'_>) -> ScalarStyle {
        match to {
            Scalar::Typed(_) if is_quotes(self.figures) => self.figures,
            Scalar::Typed(_) | Scalar::Text(_) | Scalar::Bare(_) => to.style(self.surroundings, self.quotes),
        }
    }

    /// A value.
    pub(crate) fn word(self, to: Scalar<'_>) -> Option<Written> {
        let written = Written::word(to.text(), self.style(to));
        // Single quotes hold no text over lines.
        written.or_else(|| Written::word(to.text(), ScalarStyle::DoubleQuoted))
    }

    /// `key: value`
    pub(crate) fn pair(self, key: &str, to: Scalar<'_>) -> Option<Written> {
        Some(Written::pair(self.key(key)?, self.word(to)?))
    }
}

const fn is_quotes(style: ScalarStyle) -> bool {
    matches!(style, ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted)
}

/// Whether the file sets blanks inside its braces: as its first braces do. New ones have them where there
/// are none to go by.
pub(crate) fn padding(text: &str) -> Layout {
    let inside = text.split('{').skip(1).find(|inside| !inside.starts_with(['}', '\n', '\r']));
    Layout::Line(if inside.is_none_or(|inside| inside.starts_with(' ')) { " " } else { "" })
}

/// The layout of a group in braces: over lines where its keys have lines of their own.
pub(crate) fn layout(group: Group<'_>) -> Option<Layout> {
    let first = group.first()?;
    if first.key.begins_line() && first.key.line() > group.line() {
        let column = |at: usize| Some(at - line_of(group.source(), at)?.start);
        let outer = group.node().margin()?;
        return Some(Layout::Lines(
            column(first.start())?,
            outer.len() - outer.trim_start_matches(' ').len(),
        ));
    }
    let inside = group.source().get(group.node().range().start..)?.strip_prefix('{')?;
    Some(Layout::Line(if inside.starts_with(' ') { " " } else { "" }))
}
