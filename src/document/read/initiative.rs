//! Initiatives, the commitments of the checklist, and the dated remarks on items.

use super::item::Item;
use super::reader::Reader;
use crate::document::finding::{Code, Finding, Severity};
use crate::programme::words::Choice;
use crate::programme::{Initiative, InitiativeStatus, Placed, Standing, Update};

/// Reads an item of `initiatives`.
pub(super) fn read(item: &Item<'_>, reader: &mut Reader<'_>) -> Option<Initiative> {
    let title = item.needed("title", reader);
    Some(Initiative {
        place: item.mark.place(),
        id: item.id(reader),
        short: item.text("short", reader),
        description: item.text("description", reader),
        group: item.text("group", reader),
        standing: standing(item, reader),
        owner: item.owner(reader),
        partners: item.texts("partners", reader),
        agreed_on: item.date("agreed_on", reader),
        due: item.due("due", reader),
        completed_on: item.date("completed_on", reader),
        priority: item.text("priority", reader),
        metrics: item.links("metrics", reader),
        next_step: item.text("next_step", reader),
        evidence: item.texts("evidence", reader),
        updates: item.list("updates", reader, |item, reader| Some(update(item, reader))),
        notes: item.text("notes", reader),
        source: item.text("source", reader),
        unreadable: item.unreadable(),
        title: title?,
    })
}

/// What the item says of its state.
fn standing(item: &Item<'_>, reader: &mut Reader<'_>) -> Standing {
    let done = item.true_or_false("done", reader);
    let status = item.word::<InitiativeStatus>("status", reader);
    match (done, status) {
        (None, None) => Standing::NotGiven,
        (Some(done), None) => Standing::Done(done),
        (None, Some(status)) => Standing::Status(status),
        (Some(done), Some(status)) => {
            reader.report(both_given(&done, &status));
            Standing::Both(done, status)
        }
    }
}

fn both_given(done: &Placed<bool>, status: &Placed<InitiativeStatus>) -> Finding {
    let word = status.value.word();
    let agree = done.value == (status.value == InitiativeStatus::Completed);
    let (severity, message) = if agree {
        (Severity::Warning, "`status` and `done` are both given".to_owned())
    } else {
        (Severity::Error, format!("`done: {}` and `status: {word}` say different things", done.value))
    };
    Finding::new(Code::StatusAndDone, done.place.clone(), message)
        .severity(severity)
        .label("passed over")
        .also(status.place.clone(), "this is shown")
        .help("Keep one of the two and delete the other.")
}

/// Reads an item of `updates`.
pub(super) fn update(item: &Item<'_>, reader: &mut Reader<'_>) -> Update {
    Update {
        place: item.mark.place(),
        date: item.date("date", reader),
        status: item.text("status", reader),
        note: item.text("note", reader),
        by: item.text("by", reader),
    }
}
