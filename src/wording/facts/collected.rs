//! Facts as they are collected: the empty ones fall away.

use super::super::field::label;
use crate::programme::{Placed, Unreadable, Update};
use crate::text;
use crate::wording::fact::SPEAKER_NOTES;
use crate::wording::unread::{NOT_READABLE, lost};
use crate::wording::{Fact, Tone};
use chrono::NaiveDate;
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

    /// A fact for each of the texts: for none where the file says nothing.
    pub(in crate::wording) fn each<Text: Into<String>>(
        &mut self,
        label: &'static str,
        texts: impl IntoIterator<Item = Text>,
    ) {
        for text in texts {
            self.plain(label, text);
        }
    }

    /// A day, where the file gives it.
    pub(in crate::wording) fn day(&mut self, label: &'static str, date: Option<&Placed<NaiveDate>>) {
        self.each(label, date.map(|date| text::date::format_date(date.value)));
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
            self.push(label(key), NOT_READABLE, Tone::Bad);
        }
    }

    /// All of them, with what is for the speaker's eyes and where the item stands in the file at their end.
    pub(in crate::wording) fn finish(
        mut self,
        notes: Option<&String>,
        id: Option<&Placed<String>>,
        line: usize,
    ) -> Vec<Fact> {
        self.each(SPEAKER_NOTES, notes);
        if let Some(id) = id {
            self.push("Id", id.value.clone(), Tone::Muted);
        }
        if line > 0 {
            self.push("In the file", format!("line {line}"), Tone::Muted);
        }
        self.0
    }
}

/// What was noted on a day: `3 May 2023, agreed: Three buildings were looked at. (Training section)`.
pub(super) fn update_line(update: &Update) -> String {
    let date = update.date.as_ref().map(|date| text::date::format_date(date.value));
    let by = update.by.as_ref().map(|by| format!("({by})"));
    let head: Vec<String> =
        date.into_iter().chain(update.status.clone()).chain(lost(&update.unreadable)).collect();
    let tail: Vec<String> = update.note.clone().into_iter().chain(by).collect();
    let parts = [head.join(", "), tail.join(" ")];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": ")
}
