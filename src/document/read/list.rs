//! Lists of items: what stands in a list is read item by item, and what cannot be read is listed.

use super::item::{Item, capital};
use super::reader::Reader;
use super::rows::Readable;
use super::shown::{clean, shown};
use crate::document::finding::{Code, Finding, Severity};
use crate::programme::Extent;
use crate::programme::fields::{self, Kind, Part};
use crate::yaml::tree::{self, Node, NodeKind};

impl Item<'_> {
    /// A list of items.
    pub(super) fn list<T: Readable>(&self, key: &str, reader: &mut Reader<'_>) -> Vec<T> {
        let Some(slot) = self.slot(key) else { return Vec::new() };
        let Kind::List(part) = slot.field.kind else { return Vec::new() };
        match slot.value.kind() {
            NodeKind::List => {
                let mut items = Vec::new();
                if !is_room_for(slot.value, part, &mut items) {
                    reader.no_room(slot.key);
                    reader.part_not_read(part, slot.key, None, Extent::Section);
                    return Vec::new();
                }
                reader.items(part, slot.value, &mut items);
                // What is no item of a section is not listed among those that could not be read.
                if part.section().is_none() && items.len() < slot.value.count() {
                    self.lose(slot.field.key);
                }
                items
            }
            NodeKind::Mapping if is_one(part, slot.value) => {
                reader.one_without_dash(part, slot.value);
                let item = Item::open(part, slot.value, reader);
                reader.keep(part, &item).into_iter().collect()
            }
            NodeKind::Mapping | NodeKind::Text(..) | NodeKind::Lost => {
                reader.no_list(part, slot.field.key, slot.value);
                if part.section().is_none() {
                    self.lose(slot.field.key);
                }
                Vec::new()
            }
        }
    }
}

/// Makes room for so many items; whether there is memory for them, for what stands in them, and for what is computed
/// of them.
fn is_room_for<T>(list: Node<'_>, part: Part, items: &mut Vec<T>) -> bool {
    /// About what the texts of an item take, the figures and alarms of a metric or a meeting, and one part of a list
    /// or a group inside.
    const TEXTS: usize = 100;
    const FIGURES: usize = 600;
    const INNER: usize = 400;
    let count = list.count();
    let inner: usize = list.items().map(Node::inner_count).sum();
    let more = if matches!(part, Part::Metric | Part::Meeting) { TEXTS + FIGURES } else { TEXTS };
    tree::is_room_for(count * (size_of::<T>() + more) + inner * INNER)
        && items.try_reserve_exact(count).is_ok()
}

/// Whether a group of keys has the keys of an item, rather than names of items.
fn is_one(part: Part, node: Node<'_>) -> bool {
    let is_field = |key: Node<'_>| key.text().is_some_and(|name| fields::find(part, name).is_some());
    node.entries().iter().any(|given| is_field(given.key))
}

/// The only key of an item, where it is none of its fields and the keys of the item stand under it.
fn named_by_key(part: Part, node: Node<'_>) -> Option<&str> {
    if node.pairs().filter(|entry| !entry.is_merge()).nth(1).is_some() {
        return None;
    }
    let entries = node.entries();
    let [only] = entries.as_slice() else { return None };
    let is_one = matches!(only.value.kind(), NodeKind::Mapping) && is_one(part, only.value);
    let name = only.key.text().filter(|_| is_one)?;
    fields::find(part, name).is_none().then_some(name)
}

/// The field that an item written as a single text stands for, where that is plain enough.
#[expect(clippy::wildcard_enum_match_arm, reason = "all other parts need keys")]
const fn main_field(part: Part) -> Option<&'static str> {
    match part {
        Part::Decision => Some("text"),
        Part::Update => Some("note"),
        _ => None,
    }
}

impl Reader<'_> {
    pub(super) fn list_item<T: Readable>(&mut self, part: Part, node: Node<'_>) -> Option<T> {
        match (node.kind(), main_field(part)) {
            (NodeKind::Mapping, None) if let Some(name) = named_by_key(part, node) => {
                self.title_as_key(part, node, clean(name));
            }
            (NodeKind::Mapping, _) => {
                self.foreign_tag(node);
                let item = Item::open(part, node, self);
                return self.keep(part, &item);
            }
            (NodeKind::Text(..), _) if node.is_null() => self.empty_item(part, node),
            (NodeKind::Text(..), Some(key)) => {
                return self.keep(part, &Item::of_one(part, key, node));
            }
            (NodeKind::Text(text, _), None) => self.bare_text(part, node, clean(text)),
            (NodeKind::List, _) => {
                let message = "A list stands inside a list";
                let finding =
                    Finding::new(Code::WrongForm, self.spot(node), message).severity(Severity::Error);
                let help = "Write one dash for each item, and its keys after it.";
                self.report(finding.label("an item with keys is needed here").help(help));
                self.not_read(part, node, None);
            }
            (NodeKind::Lost, _) => self.not_read(part, node, None),
        }
        None
    }

    /// A list that is longer than there is memory for.
    pub(super) fn no_room(&mut self, key: Node<'_>) {
        let message = "There is not enough memory to read this list";
        let finding = Finding::new(Code::TooLarge, self.spot(key), message).label("nothing of it is shown");
        let help = "Divide the file into several programmes, or read it where there is more memory.";
        self.report(finding.help(help));
    }

    fn empty_item(&mut self, part: Part, node: Node<'_>) {
        let message = format!("{} is empty", capital(part.called()));
        let finding = Finding::new(Code::WrongForm, self.spot(node), message);
        self.report(
            finding.label("nothing stands after the dash").help("Delete the dash, or write what is meant."),
        );
    }

    /// A text where an item with keys is needed.
    fn bare_text(&mut self, part: Part, node: Node<'_>, title: String) {
        let key = title_key(part);
        let help = if title.starts_with(&format!("{key}: ")) {
            format!("Delete the quotes around both: `- {}`.", shown(&title))
        } else {
            format!("Write `- {key}: {}`.", shown(&title))
        };
        self.title_alone(part, node, title, "a text alone, so it is not shown", help);
    }

    /// `- Training:` with the keys of the item below it.
    fn title_as_key(&mut self, part: Part, node: Node<'_>, title: String) {
        let (key, name) = (title_key(part), shown(&title));
        let help = format!("Write `- {key}: {name}`, and begin the lines below it in the column of `{key}`.");
        self.title_alone(part, node, title, "a name in place of a key, so it is not shown", help);
    }

    fn title_alone(&mut self, part: Part, node: Node<'_>, title: String, label: &str, help: String) {
        let key = title_key(part);
        let message = format!("{} needs `{key}:` before its {key}", capital(part.called()));
        let finding = Finding::new(Code::WrongForm, self.spot(node), message).severity(Severity::Error);
        self.report(finding.label(label).help(help));
        self.not_read(part, node, Some(title));
    }

    /// Reads an item, or lists it as one that cannot be shown.
    fn keep<T: Readable>(&mut self, part: Part, item: &Item<'_>) -> Option<T> {
        let value = T::read(item, self);
        if value.is_none()
            && let Some(section) = part.section()
        {
            self.lose(section, item.mark.place(), item.seems_called(), extent_of(part));
        }
        value
    }

    fn not_read(&mut self, part: Part, node: Node<'_>, title: Option<String>) {
        self.part_not_read(part, node, title, extent_of(part));
    }

    fn part_not_read(&mut self, part: Part, node: Node<'_>, title: Option<String>, extent: Extent) {
        if let Some(section) = part.section() {
            let title = title.filter(|title| !title.is_empty());
            self.lose(section, node.mark().place(), title, extent);
        }
    }

    fn one_without_dash(&mut self, part: Part, node: Node<'_>) {
        let message = format!("{} stands here without a dash", capital(part.called()));
        let finding = Finding::new(Code::WrongForm, self.spot(node), message);
        self.report(finding.label("read as the only one of the list").help("Begin it with `- `."));
    }

    /// A group of keys or a text stands where a list is needed.
    fn no_list(&mut self, part: Part, key: &str, node: Node<'_>) {
        if matches!(node.kind(), NodeKind::Lost) {
            return self.part_not_read(part, node, None, Extent::Section);
        }
        let message = format!("`{key}` is not a list");
        let finding = Finding::new(Code::WrongForm, self.spot(node), message).severity(Severity::Error);
        let first = title_key(part);
        let help = format!("Begin each item with a dash, and give it its keys: `- {first}: ...`.");
        self.report(finding.label("a list is needed here, so nothing of it is shown").help(help));
        let entries = node.entries();
        if entries.is_empty() {
            self.part_not_read(part, node, None, Extent::Section);
        }
        for given in entries {
            let title = given.key.text().map(clean);
            self.not_read(part, given.key, title);
        }
    }
}

/// The key of what an item is called.
fn title_key(part: Part) -> &'static str {
    let titles = part.fields().iter().find(|field| matches!(field.key, "title" | "name" | "text" | "note"));
    titles.map_or("title", |field| field.key)
}

/// How much one of them is.
fn extent_of(part: Part) -> Extent {
    if part == Part::Decision { Extent::Decision } else { Extent::Item }
}
