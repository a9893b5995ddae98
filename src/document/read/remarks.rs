//! What surrounds the figures: items of `background`, `quotes` and `sources`.

use super::item::Item;
use super::reader::Reader;
use super::rows::Readable;
use crate::programme::{Background, Citation, Quote};

impl Readable for Background {}

/// Words without a speaker are not shown: nobody could answer for them.
impl Readable for Quote {}

impl Readable for Citation {
    fn own(&mut self, key: &str, item: &Item<'_>, reader: &mut Reader<'_>) {
        if key == "published" {
            self.published = item.placed_text(key, reader);
        }
    }
}
