//! The file as a whole: its sections, and the head of the programme.

use super::item::Item;
use super::reader::Reader;
use super::rows::Readable;
use crate::document::finding::{Code, Finding};
use crate::programme::fields::{self, Part};
use crate::programme::{About, Programme, Section};
use crate::yaml::tree::{Node, NodeKind};

/// The section that a key in column 0 begins.
pub(super) fn section_of(key: &str) -> Option<Section> {
    fields::find(Part::File, key)?.key.parse().ok()
}

impl Reader<'_> {
    /// Reads the whole file; none where nothing of it is a programme.
    pub(super) fn file(&mut self, root: Node<'_>, lost: &[Section]) -> Option<Programme> {
        if root.is_null() {
            self.empty();
            return None;
        }
        let entries = root.entries();
        let is_section = |key: Node<'_>| key.text().is_some_and(|key| section_of(key).is_some());
        // Of a file whose sections are all misspelt each is named.
        let is_near =
            |key: Node<'_>| key.text().is_some_and(|key| fields::nearest_to(Part::File, key).is_some());
        let near = || entries.iter().filter(|given| is_near(given.key)).count();
        let is_other = |near: usize| near == 0 || near * 2 < entries.len();
        let has_none = !entries.iter().any(|given| is_section(given.key)) && lost.is_empty();
        if has_none && is_other(near()) {
            self.no_programme(root);
            return None;
        }
        let item = Item::open(Part::File, root, self);
        Some(Programme {
            about: self.about(&item, lost),
            metrics: item.list("metrics", self),
            initiatives: item.list("initiatives", self),
            recommendations: item.list("recommendations", self),
            evaluation: item.group("evaluation", self).and_then(|item| Readable::read(&item, self)),
            meetings: item.list("meetings", self),
            background: item.list("background", self),
            quotes: item.list("quotes", self),
            sources: item.list("sources", self),
            unread: Vec::new(),
        })
    }

    fn no_programme(&mut self, root: Node<'_>) {
        let (message, label) = match root.kind() {
            NodeKind::List => ("The file is a list and no programme", "a list begins here"),
            NodeKind::Mapping => ("The file has none of the sections of a programme", "not a section"),
            NodeKind::Text(..) | NodeKind::Lost => {
                ("The file is a text and no programme", "a text, without any section")
            }
        };
        let finding = Finding::new(Code::NotAProgramme, self.spot(root), message).label(label);
        let sections: Vec<&str> = Part::File.fields().iter().map(|field| field.key).collect();
        let help =
            format!("A programme is made of sections at the beginning of a line: {}.", sections.join(", "));
        self.report(finding.help(help));
    }

    fn about(&mut self, file: &Item<'_>, lost: &[Section]) -> About {
        let Some(item) = file.group("programme", self) else {
            let is_there = file.slot("programme").is_some() || file.is_misspelt("programme");
            if !is_there && !lost.contains(&Section::Programme) {
                let (message, place, help) = match file.given("programme") {
                    Some(slot) => (
                        "The section `programme` is empty",
                        self.spot(slot.key),
                        "Write the title on a line below it that begins with two spaces: `title: Our cooperation`.",
                    ),
                    None => (
                        "The file has no section `programme`",
                        file.spot(self),
                        "Write a line `programme:` at the top, and under it a line `title:` that begins with two spaces.",
                    ),
                };
                let finding = Finding::new(Code::MissingPart, place, message);
                self.report(finding.label("so the programme has no title").help(help));
            }
            return About::default();
        };
        About::read(&item, self).unwrap_or_default()
    }
}
