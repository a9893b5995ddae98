//! Recommendations: an item of `recommendations`.

use super::initiative::update;
use super::item::Item;
use super::reader::Reader;
use crate::programme::Recommendation;

/// Reads an item of `recommendations`.
pub(super) fn read(item: &Item<'_>, reader: &mut Reader<'_>) -> Option<Recommendation> {
    let title = item.needed("title", reader);
    Some(Recommendation {
        place: item.mark.place(),
        id: item.id(reader),
        short: item.text("short", reader),
        description: item.text("description", reader),
        status: item.word("status", reader),
        addressed_to: item.text("addressed_to", reader),
        owner: item.owner(reader),
        response: item.text("response", reader),
        due: item.due("due", reader),
        initiatives: item.links("initiatives", reader),
        next_step: item.text("next_step", reader),
        evidence: item.texts("evidence", reader),
        updates: item.list("updates", reader, |item, reader| Some(update(item, reader))),
        notes: item.text("notes", reader),
        source: item.text("source", reader),
        unreadable: item.unreadable(),
        title: title?,
    })
}
