//! Group: a mapping of the text to be looked into or written to, and how its parts are written.
//!
//! Knows no field of a programme. Never decides what to write.

use super::lines::line_of;
use super::tree::{Entry, Node, NodeForm, Tree, What};
use super::{Blocked, Obstacle, ScalarStyle, StructureStyle};
use std::ops::Range;

/// Characters that end a line in YAML 1.1 and are letters like others in YAML 1.2.
const OLD_LINE_ENDS: [char; 3] = ['\u{85}', '\u{2028}', '\u{2029}'];

impl<'t> Node<'t> {
    /// Its bytes, without anchor and tag.
    pub(crate) fn range(self) -> Range<usize> {
        let mark = self.mark();
        mark.start as usize..mark.end as usize
    }

    /// Whether nothing is written in its place.
    pub(crate) fn is_unwritten(self) -> bool {
        self.range().is_empty()
    }

    /// The line it begins on, from 1.
    pub(crate) fn line(self) -> usize {
        self.mark().line as usize
    }

    /// The line it ends on, from 1.
    pub(crate) fn last_line(self) -> usize {
        let written = self.source().get(self.range()).unwrap_or("");
        let feeds = written.bytes().filter(|byte| *byte == b'\n').count();
        let returns = written.split('\r').skip(1).filter(|rest| !rest.starts_with('\n')).count();
        self.line() + feeds + returns
    }

    /// Whether it is written on one line, for readers of every version of YAML.
    pub(crate) fn is_on_one_line(self) -> bool {
        let written = self.source().get(self.range()).unwrap_or("");
        self.line() == self.last_line() && !written.contains(OLD_LINE_ENDS)
    }

    /// The text of a scalar that stands here.
    pub(crate) fn word(self) -> Option<&'t str> {
        match self.form() {
            NodeForm::Scalar(text, _) => Some(text),
            NodeForm::Alias | NodeForm::List(_) | NodeForm::Mapping(_) => None,
        }
    }

    /// The style of a scalar that stands here.
    pub(crate) fn style(self) -> Option<ScalarStyle> {
        match self.form() {
            NodeForm::Scalar(_, style) => Some(style),
            NodeForm::Alias | NodeForm::List(_) | NodeForm::Mapping(_) => None,
        }
    }

    /// The byte after the last that belongs to it; `None` where that cannot be said: nothing is written.
    pub(crate) fn end(self) -> Option<usize> {
        match self.form() {
            NodeForm::Scalar(_, ScalarStyle::Literal | ScalarStyle::Folded) => {
                let text = self.source().get(..self.range().end)?;
                Some(text.trim_end_matches([' ', '\t', '\n', '\r']).len())
            }
            NodeForm::Mapping(StructureStyle::Block) => self.pairs().last()?.end(),
            NodeForm::List(StructureStyle::Block) => self.items().last()?.end(),
            NodeForm::Scalar(..) | NodeForm::Alias | NodeForm::List(_) | NodeForm::Mapping(_) => {
                (!self.is_unwritten()).then_some(self.range().end)
            }
        }
    }

    /// What stands before it on its line.
    pub(crate) fn margin(self) -> Option<&'t str> {
        margin(self.source(), self.range().start)
    }

    /// Whether nothing but blanks stands before it on its line.
    pub(crate) fn begins_line(self) -> bool {
        self.margin().is_some_and(|margin| margin.chars().all(|letter| letter == ' '))
    }
}

/// What stands before a byte on its line.
pub(crate) fn margin(text: &str, at: usize) -> Option<&str> {
    text.get(line_of(text, at)?.start..at)
}

impl<'t> Entry<'t> {
    /// The key's text; `None` for a key that is no scalar, or not one for every reader of YAML.
    pub(crate) fn name(self) -> Option<&'t str> {
        self.key.word().filter(|text| !text.contains(OLD_LINE_ENDS))
    }

    /// Where it begins.
    pub(crate) fn start(self) -> usize {
        self.key.range().start
    }

    /// Where it ends: after its value, or after the colon or the key where no value is written.
    pub(crate) fn end(self) -> Option<usize> {
        let value = self.value;
        let is_empty = value.word().is_some() && value.is_unwritten();
        match (is_empty, value.is_anchored() || value.is_tagged()) {
            (false, _) => value.end(),
            (true, false) => Some(self.colon().unwrap_or(self.key.range().end)),
            (true, true) => None,
        }
    }

    /// The byte after the colon that follows the key on its line.
    pub(crate) fn colon(self) -> Option<usize> {
        let text = self.key.source();
        let rest = text.get(self.key.range().end..)?;
        let after = rest.trim_start_matches([' ', '\t']).strip_prefix(':')?;
        Some(text.len() - after.len())
    }
}

/// A mapping to be looked into or written to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Group<'t> {
    /// Whether it is written in lines or in braces.
    pub style: StructureStyle,
    node: Node<'t>,
}

impl<'t> Group<'t> {
    /// The mapping that a node is; `None` for any other.
    pub(crate) fn of(node: Node<'t>) -> Option<Self> {
        match node.form() {
            NodeForm::Mapping(style) => Some(Self { style, node }),
            NodeForm::Scalar(..) | NodeForm::Alias | NodeForm::List(_) => None,
        }
    }

    /// The file as a whole.
    ///
    /// # Errors
    ///
    /// The text has a syntax error, or is no mapping.
    pub(crate) fn file(tree: &'t Tree, text: &'t str) -> Result<Self, Blocked> {
        if let Some(line) = tree.unsound {
            return Err(Blocked::at(line, Obstacle::BrokenText));
        }
        let root = tree.root(text).and_then(Self::of);
        let file = root.ok_or(Blocked::at(1, Obstacle::NoSafePlace))?;
        if file.node.is_repeated() { Err(file.blocked(Obstacle::SharedAnchor)) } else { Ok(file) }
    }

    /// The item that begins at a byte of the text; none where no item does.
    ///
    /// # Errors
    ///
    /// The text has a syntax error; an alias stands for the item; its section is given twice; or what it stands in
    /// is used elsewhere by an alias.
    pub(crate) fn item(tree: &'t Tree, text: &'t str, start: usize) -> Result<Option<Self>, Blocked> {
        if let Some(line) = tree.unsound {
            return Err(Blocked::at(line, Obstacle::BrokenText));
        }
        let Some(root) = tree.root(text) else { return Ok(None) };
        let Some(node) = root.first_at(start) else { return Ok(None) };
        let item = Self::of(node).ok_or(Blocked::at(node.line(), Obstacle::SharedAnchor))?;
        let mut around = Some(root);
        while let Some(outer) = around {
            if outer.is_repeated() {
                return Err(item.blocked(Obstacle::SharedAnchor));
            }
            around = if outer == node { None } else { outer.part_around(node) };
        }
        let section = root.pairs().find(|entry| entry.value.holds(node));
        let names = |entry: &Entry<'_>| section.is_some_and(|section| section.key.word() == entry.key.word());
        match root.pairs().filter(names).nth(1) {
            Some(second) => Err(Blocked::at(second.key.line(), Obstacle::DuplicateKey)),
            None => Ok(Some(item)),
        }
    }

    /// The mapping as a node.
    pub(crate) const fn node(self) -> Node<'t> {
        self.node
    }

    /// The text it stands in.
    pub(crate) const fn source(self) -> &'t str {
        self.node.source()
    }

    /// The line it begins on, from 1.
    pub(crate) fn line(self) -> usize {
        self.node.line()
    }

    /// What stands in the way here.
    pub(crate) fn blocked(self, by: Obstacle) -> Blocked {
        Blocked::at(self.line(), by)
    }

    /// Its keys and values in order.
    pub(crate) fn entries(self) -> Vec<Entry<'t>> {
        self.node.pairs().collect()
    }

    /// The first of them.
    pub(crate) fn first(self) -> Option<Entry<'t>> {
        self.node.pairs().next()
    }

    /// The last of them.
    pub(crate) fn last(self) -> Option<Entry<'t>> {
        self.node.pairs().last()
    }

    /// The entry whose key is one of those meant.
    ///
    /// # Errors
    ///
    /// Two keys are meant, or the key is not written as a plain name; or some key of the group is a
    /// list, a mapping or an alias, so that nobody can say what it is.
    pub(crate) fn entry(self, is_meant: impl Fn(&str) -> bool) -> Result<Option<Entry<'t>>, Blocked> {
        let unclear = self.node.pairs().find(|entry| entry.name().is_none());
        if let Some(entry) = unclear {
            return Err(Blocked::at(entry.key.line(), Obstacle::ComplexKey));
        }
        let mut hits = self.node.pairs().filter(|entry| entry.name().is_some_and(&is_meant));
        match (hits.next(), hits.next()) {
            (_, Some(second)) => Err(Blocked::at(second.key.line(), Obstacle::DuplicateKey)),
            (Some(entry), None) if entry.key.is_tagged() || entry.key.is_anchored() => {
                Err(Blocked::at(entry.key.line(), Obstacle::ComplexKey))
            }
            (hit, None) => Ok(hit),
        }
    }

    /// Whether it takes values from elsewhere (`<<`).
    pub(crate) fn merges(self) -> bool {
        self.node.pairs().any(|entry| entry.name() == Some("<<"))
    }

    /// Whether it is written in braces; a pair without braces in a list is not, and ends at a comma.
    pub(crate) fn is_in_braces(self) -> bool {
        self.source().get(self.node.range().start..).is_some_and(|text| text.starts_with('{'))
    }
}

impl Node<'_> {
    /// The first mapping or alias inside of it that begins at a byte.
    fn first_at(self, start: usize) -> Option<Self> {
        let steps = self.steps();
        let before = steps.partition_point(|step| (step.mark.start as usize) < start);
        let here =
            steps.iter().enumerate().skip(before).take_while(|(_, step)| step.mark.start as usize == start);
        let mut groups = here.filter(|(_, step)| matches!(step.what, What::Mapping(_) | What::Alias));
        groups.next().map(|(at, _)| self.inner(at))
    }

    /// Whether another node is this one or a part of it.
    fn holds(self, inner: Self) -> bool {
        (self.first_step()..self.next_step()).contains(&inner.first_step())
    }

    /// The part right inside of it that holds another node.
    fn part_around(self, inner: Self) -> Option<Self> {
        let keys = self.pairs().flat_map(|entry| [entry.key, entry.value]);
        keys.chain(self.items()).find(|part| part.holds(inner))
    }
}
