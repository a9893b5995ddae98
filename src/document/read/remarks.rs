//! What surrounds the figures: items of `background`, `quotes` and `sources`.

use super::item::Item;
use super::reader::Reader;
use crate::programme::{Background, Citation, Quote};

/// Reads an item of `background`.
pub(super) fn background(item: &Item<'_>, reader: &mut Reader<'_>) -> Option<Background> {
    let title = item.needed("title", reader);
    Some(Background {
        place: item.mark.place(),
        id: item.id(reader),
        text: item.expected("text", reader),
        notes: item.text("notes", reader),
        title: title?,
    })
}

/// Reads an item of `quotes`. Words without a speaker are not shown: nobody could answer for them.
pub(super) fn quote(item: &Item<'_>, reader: &mut Reader<'_>) -> Option<Quote> {
    let text = item.needed("text", reader);
    let speaker = item.needed("speaker", reader);
    Some(Quote {
        place: item.mark.place(),
        date: item.date("date", reader),
        source: item.text("source", reader),
        text: text?,
        speaker: speaker?,
    })
}

/// Reads an item of `sources`.
pub(super) fn source(item: &Item<'_>, reader: &mut Reader<'_>) -> Option<Citation> {
    let title = item.needed("title", reader);
    Some(Citation {
        place: item.mark.place(),
        id: item.id(reader),
        url: item.text("url", reader),
        publisher: item.text("publisher", reader),
        published: item.placed_text("published", reader),
        retrieved: item.date("retrieved", reader),
        licence: item.text("licence", reader),
        title: title?,
    })
}
