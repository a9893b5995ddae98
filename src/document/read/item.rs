//! An item: a group of keys, each found in the table of fields, and its values by kind.
//!
//! Everything a field can hold is asked for here, by key. Never knows what an item is good for.

use super::number;
use super::reader::{Reader, Slot};
use super::shown::{clean, shown};
use crate::document::finding::{Code, Finding};
use crate::programme::fields::{self, Field, Kind, Part, Weight};
use crate::programme::words::Choice;
use crate::programme::{Direction, Placed, Unreadable};
use crate::text::Place;
use crate::yaml::tree::{Given, Mark, Node, NodeKind};
use rust_decimal::Decimal;
use std::cell::RefCell;

/// A group of keys of one part of the file.
pub(super) struct Item<'t> {
    part: Part,
    /// Where it stands.
    pub mark: Mark,
    /// What is given of the fields of the part.
    slots: Vec<Slot<'t>>,
    /// Fields that an unknown key is likely to mean.
    misspelt: Vec<&'static str>,
    /// Fields that are given and could not be read, as far as they were asked for.
    unreadable: RefCell<Unreadable>,
    /// Figures that are given twice, and differently: neither can be relied on.
    disputed: Vec<&'static str>,
}

impl<'t> Item<'t> {
    /// An item without any key.
    fn blank(part: Part, mark: Mark) -> Self {
        let unreadable = RefCell::default();
        Self { part, mark, slots: Vec::new(), misspelt: Vec::new(), unreadable, disputed: Vec::new() }
    }

    /// Sorts the keys of a group into the fields of `part`. Keys that are unknown, given twice or
    /// written otherwise are reported.
    pub(super) fn open(part: Part, node: Node<'t>, reader: &mut Reader<'_>) -> Self {
        let mut item = Self::blank(part, node.mark());
        for given in node.entries() {
            item.take(given, reader);
        }
        item
    }

    /// The keys of a group that are known, and no word about the others.
    pub(super) fn known(part: Part, node: Node<'t>, reader: &mut Reader<'_>) -> Self {
        let mut item = Self::blank(part, node.mark());
        for given in node.entries() {
            item.take(Given { inherited: true, ..given }, reader);
        }
        item
    }

    /// An item that is written as a single value, which stands for the field `key`.
    pub(super) fn of_one(part: Part, key: &str, node: Node<'t>) -> Self {
        let slots = part.field(key).map(|field| Slot { field, key: node, value: node });
        Self { slots: slots.into_iter().collect(), ..Self::blank(part, node.mark()) }
    }

    fn take(&mut self, given: Given<'t>, reader: &mut Reader<'_>) {
        let Given { key, value, inherited } = given;
        let Some(name) = key.text() else {
            let finding = Finding::new(Code::WrongForm, reader.spot(key), "A key must be a single word");
            reader.report(finding.label("this is a list or a group of keys").help("Write `name: value`."));
            return;
        };
        // What nobody sees in it is reported already.
        let name = &*crate::text::clean(name);
        if name.starts_with("x-") || name.starts_with('_') {
            return;
        }
        let Some(field) = fields::find(self.part, name) else {
            if !inherited && !reader.is_rest(self.part, name, &given) {
                self.misspelt.extend(reader.unknown_field(self.part, name, key));
            }
            return;
        };
        match self.slots.iter().find(|slot| slot.field.key == field.key) {
            // What the item says itself goes before what it inherits.
            Some(_) if inherited => {}
            Some(first) => {
                let is_figure = field.weight == Weight::Figure || field.kind == Kind::Values;
                let is_disputed = is_figure && reader.written(first.value) != reader.written(value);
                if is_disputed {
                    self.disputed.push(field.key);
                    let unreadable = self.unreadable.get_mut();
                    unreadable.note(field.key);
                    unreadable.dispute();
                }
                reader.duplicate_key((field, is_disputed), name, first.key, (key, value));
            }
            None => {
                if name != field.key && !inherited && !asks_a_question(field, name) {
                    reader.other_name(field, name, key);
                }
                #[cfg(test)]
                tests::GIVEN.with_borrow_mut(|given| given.insert((self.part, field.key.to_owned())));
                self.slots.push(Slot { field, key, value });
                // What an item cannot be without has its own words for that.
                let is_needed = ["title", "name", "text"].contains(&field.key);
                if !inherited && !is_needed && reader.is_commented_out(key, value) {
                    self.unreadable.borrow_mut().note(field.key);
                }
            }
        }
    }

    /// The field, if it is given and not empty.
    pub(super) fn slot(&self, key: &str) -> Option<Slot<'t>> {
        let is_blank = |node: Node<'_>| node.text().is_some_and(|text| text.trim_start().is_empty());
        self.given(key).filter(|slot| !slot.value.is_null() && !is_blank(slot.value))
    }

    /// The field, if its key is there, with or without a value.
    pub(super) fn given(&self, key: &str) -> Option<Slot<'t>> {
        debug_assert!(self.part.field(key).is_some(), "{key} is not in the table of {}", self.part.called());
        #[cfg(test)]
        tests::ASKED.with_borrow_mut(|asked| asked.insert((self.part, key.to_owned())));
        self.slots.iter().find(|slot| slot.field.key == key).copied()
    }

    /// What was made of a field. Where it is given and nothing came of it, that is noted: the one place
    /// where a field becomes unreadable.
    pub(super) fn made<T>(&self, key: &str, value: Option<T>) -> Option<T> {
        let value = value.filter(|_| !self.disputed.contains(&key));
        if value.is_none()
            && let Some(slot) = self.slot(key)
        {
            self.unreadable.borrow_mut().note(slot.field.key);
        }
        value
    }

    /// Whether a figure of it is given twice, and differently.
    pub(super) const fn is_disputed(&self) -> bool {
        !self.disputed.is_empty()
    }

    /// What `read` makes of a field, if it is given.
    pub(super) fn read<V>(&self, key: &str, read: impl FnOnce(Slot<'t>) -> Option<V>) -> Option<V> {
        self.made(key, read(self.slot(key)?))
    }

    /// Notes that a field is not to be relied on, wherever what it says stands.
    pub(super) fn lose(&self, key: &'static str) {
        self.unreadable.borrow_mut().note(key);
    }

    /// The fields that stand in the file and could not be read, once all were asked for. One that is very
    /// likely misspelt is there as well, only under another name.
    pub(super) fn unreadable(&self) -> Unreadable {
        let mut all = self.unreadable.borrow().clone();
        self.misspelt.iter().filter(|key| self.slot(key).is_none()).for_each(|key| all.note(key));
        all
    }

    /// Whether an unknown key is very likely this one.
    pub(super) fn is_misspelt(&self, key: &str) -> bool {
        self.misspelt.contains(&key)
    }

    /// A text that the item cannot be shown without.
    pub(super) fn needed(&self, key: &str, reader: &mut Reader<'_>) -> Option<String> {
        let text = self.text(key, reader);
        if text.is_none() && self.slot(key).is_none() {
            let place = self.spot(reader);
            if reader.is_beyond(Code::MissingField.severity(), &place) {
                return None;
            }
            let what = self.part.called();
            let message = format!("{} needs `{key}`", capital(what));
            let example = self.part.field(key).map_or("", |field| field.example);
            let finding = Finding::new(Code::MissingField, place, message);
            let label = format!("`{key}` is missing, so it is not shown");
            let help = self.given(key).map(|slot| {
                let behind = || format!("Write it behind the colon: `{key}: {example}`.");
                reader.only_a_comment(slot).unwrap_or_else(behind)
            });
            let help = help.unwrap_or_else(|| format!("Add a line such as `{key}: {example}`."));
            reader.report(finding.label(label).help(help));
        }
        text
    }

    /// A text that the item should have; empty if it has none.
    pub(super) fn expected(&self, key: &str, reader: &mut Reader<'_>) -> String {
        let text = self.text(key, reader);
        if text.is_none() && self.slot(key).is_none() {
            self.missing_part(key, reader);
        }
        text.unwrap_or_default()
    }

    /// Reports that a field is missing which the item should have, unless it is there misspelt.
    pub(super) fn missing_part(&self, key: &str, reader: &mut Reader<'_>) {
        if self.misspelt.contains(&key) {
            return;
        }
        let place = self.spot(reader);
        if reader.is_beyond(Code::MissingPart.severity(), &place) {
            return;
        }
        let example = self.part.field(key).map_or("", |field| field.example);
        let message = format!("{} has no `{key}`", capital(self.part.called()));
        let finding = Finding::new(Code::MissingPart, place, message);
        reader.report(finding.label(format!("`{key}` is missing")).help(format!("Add `{key}: {example}`.")));
    }

    /// One text.
    pub(super) fn text(&self, key: &str, reader: &mut Reader<'_>) -> Option<String> {
        self.placed_text(key, reader).map(|text| text.value)
    }

    /// One text, and where it stands.
    pub(super) fn placed_text(&self, key: &str, reader: &mut Reader<'_>) -> Option<Placed<String>> {
        self.read(key, |slot| reader.text_of(slot))
    }

    /// Who answers for it, where that is somebody; a word that stands for nobody is none.
    pub(super) fn somebody(&self, owner: Option<String>, reader: &mut Reader<'_>) -> Option<String> {
        const NOBODY: [&str; 13] = [
            "tbc", "tbd", "tba", "n/a", "na", "none", "nobody", "unknown", "?", "-", "--", "\u{2013}",
            "\u{2014}",
        ];
        let owner = owner?;
        if !NOBODY.contains(&owner.to_lowercase().as_str()) {
            return Some(owner);
        }
        let slot = self.slot("owner")?;
        let message = format!("`{}` names no owner", shown(&owner));
        let finding = Finding::new(Code::MissingPart, reader.spot(slot.value), message);
        reader.report(finding.label("read as none").help("Delete the line until there is one."));
        None
    }

    /// One text or a list of texts.
    pub(super) fn texts(&self, key: &str, reader: &mut Reader<'_>) -> Vec<Placed<String>> {
        self.read(key, |slot| reader.texts_of(slot)).unwrap_or_default()
    }

    /// A number; a percent sign is an error.
    pub(super) fn number(&self, key: &str, reader: &mut Reader<'_>) -> Option<Decimal> {
        self.read(key, |slot| reader.number_of(slot, number::PercentSign::NotHere))
    }

    /// One of a few words.
    pub(super) fn word<T: Choice>(&self, key: &str, reader: &mut Reader<'_>) -> Option<Placed<T>> {
        self.read(key, |slot| reader.word_of(slot))
    }

    /// A group of keys.
    pub(super) fn group(&self, key: &str, reader: &mut Reader<'_>) -> Option<Item<'t>> {
        let slot = self.slot(key)?;
        let Kind::Group(part) = slot.field.kind else { return None };
        if let NodeKind::Mapping = slot.value.kind() {
            return Some(Item::open(part, slot.value, reader));
        }
        reader.wrong_form(slot, "a group of keys is needed here");
        None
    }

    /// Where findings about the whole item point: its first line.
    pub(super) fn spot(&self, reader: &Reader<'_>) -> Place {
        reader.source.in_one_line(&self.mark.place())
    }

    /// What it seems to be called, for the list of items that could not be read.
    pub(super) fn seems_called(&self) -> Option<String> {
        let call = |key: &str| {
            let slot = self.slots.iter().find(|slot| slot.field.key == key)?;
            let text = slot.value.text()?;
            Some(clean(text)).filter(|text| !text.is_empty())
        };
        ["title", "name", "text", "id", "short", "speaker"].into_iter().find_map(call)
    }
}

/// Whether a direction is given by another standard's question, such as `ascending: true`. The metric
/// answers it.
fn asks_a_question(field: &Field, name: &str) -> bool {
    field.key == "direction" && question(name).is_some()
}

/// The direction that another standard's question asks about: `ascending: true`.
pub(super) fn question(key: &str) -> Option<Direction> {
    match key.to_lowercase().replace(['_', ' ', '-'], "").as_str() {
        "ascending" | "higherisbetter" => Some(Direction::Increase),
        "lowerisbetter" => Some(Direction::Decrease),
        _ => None,
    }
}

/// A sentence begins with a capital letter.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programme::fields::FIELDS;
    use std::cell::RefCell;
    use std::collections::BTreeSet;

    type Keys = BTreeSet<(Part, String)>;

    thread_local! {
        /// Every key that was asked for on this thread.
        pub(super) static ASKED: RefCell<Keys> = const { RefCell::new(BTreeSet::new()) };
        /// Every key that a text gave.
        pub(super) static GIVEN: RefCell<Keys> = const { RefCell::new(BTreeSet::new()) };
    }

    fn table() -> Keys {
        FIELDS.iter().map(|field| (field.part, field.key.to_owned())).collect()
    }

    #[test]
    fn every_key_of_the_table_is_asked_for_and_every_key_asked_for_is_in_the_table() {
        ASKED.take();
        GIVEN.take();
        let reading = crate::document::read(include_str!("../../../tests/documents/good/full.yaml"));
        assert_eq!(reading.findings, []);
        assert_eq!(ASKED.take(), table());
        assert_eq!(GIVEN.take(), table(), "the full document gives every field");
    }
}
