//! Facts as they are collected: the empty ones fall away.

use crate::programme::{Placed, Unreadable, Update};
use crate::text;
use crate::wording::unread::NOT_READABLE;
use crate::wording::{Fact, Tone};
use std::borrow::Cow;

/// Collects facts.
#[derive(Default)]
pub(in crate::wording) struct Facts(Vec<Fact>);

impl Facts {
    pub(in crate::wording) fn push(
        &mut self,
        label: impl Into<Cow<'static, str>>,
        text: impl Into<String>,
        tone: Tone,
    ) {
        self.0.push(Fact { label: label.into(), text: text.into(), tone });
    }

    pub(super) fn add(&mut self, fact: Fact) {
        self.0.push(fact);
    }

    pub(in crate::wording) fn plain(&mut self, label: &'static str, text: impl Into<String>) {
        self.push(label, text, Tone::Plain);
    }

    pub(in crate::wording) fn optional(&mut self, label: &'static str, text: Option<&String>) {
        if let Some(text) = text {
            self.plain(label, text);
        }
    }

    /// A fact that a briefing needs: its absence is said, unless it stands in the file and could not be read.
    pub(super) fn missing(
        &mut self,
        label: &'static str,
        key: &str,
        unreadable: &Unreadable,
        missing: &'static str,
    ) {
        if !unreadable.has(key) {
            self.push(label, missing, Tone::Muted);
        }
    }

    /// What stands in the file and could not be read, each by its name. A status is said where it belongs.
    pub(in crate::wording) fn unreadable(&mut self, unreadable: &Unreadable) {
        for key in unreadable.keys().filter(|key| !matches!(*key, "status" | "done")) {
            // `agreed_on` as people read it.
            self.push(text::capital(&key.replace('_', " ")), NOT_READABLE, Tone::Bad);
        }
    }

    pub(in crate::wording) fn all(&mut self, label: &'static str, texts: &[String]) {
        for text in texts {
            self.plain(label, text);
        }
    }

    /// Linked items by their names.
    pub(super) fn linked(
        &mut self,
        label: &'static str,
        ids: &[Placed<String>],
        name: impl Fn(&str) -> String,
    ) {
        for id in ids {
            self.plain(label, name(&id.value));
        }
    }

    pub(super) fn updates(&mut self, updates: &[Update]) {
        for update in updates {
            self.plain("Update", update_line(update));
        }
    }

    pub(in crate::wording) fn in_file(&mut self, id: Option<&Placed<String>>, line: usize) {
        if let Some(id) = id {
            self.push("Id", id.value.clone(), Tone::Muted);
        }
        if line > 0 {
            self.push("In the file", format!("line {line}"), Tone::Muted);
        }
    }

    pub(in crate::wording) fn finish(self) -> Vec<Fact> {
        self.0
    }
}

fn update_line(update: &Update) -> String {
    let head: Vec<String> =
        [update.date.as_ref().map(|date| text::date::format_date(date.value)), update.status.clone()]
            .into_iter()
            .flatten()
            .collect();
    let tail: Vec<String> =
        [update.note.clone(), update.by.as_ref().map(|by| format!("({by})"))].into_iter().flatten().collect();
    [head.join(", "), tail.join(" ")]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(": ")
}
