//! Meetings: an item of `meetings` and what was decided there.

use super::item::Item;
use super::reader::Reader;
use crate::programme::{Decision, Meeting};

/// Reads an item of `meetings`.
pub(super) fn read(item: &Item<'_>, reader: &mut Reader<'_>) -> Option<Meeting> {
    let title = item.needed("title", reader);
    Some(Meeting {
        place: item.mark.place(),
        id: item.id(reader),
        status: item.word("status", reader),
        date: item.date("date", reader),
        time: item.time("time", reader),
        location: item.text("location", reader),
        parties: item.texts("parties", reader),
        purpose: item.texts("purpose", reader),
        decisions: item.list("decisions", reader, decision),
        notes: item.text("notes", reader),
        unreadable: item.unreadable(),
        title: title?,
    })
}

fn decision(item: &Item<'_>, reader: &mut Reader<'_>) -> Option<Decision> {
    let text = item.needed("text", reader);
    Some(Decision {
        place: item.mark.place(),
        owner: item.text("owner", reader),
        due: item.due("due", reader).map(|due| due.value),
        done: item.true_or_false("done", reader).is_some_and(|done| done.value),
        unreadable: item.unreadable(),
        text: text?,
    })
}
