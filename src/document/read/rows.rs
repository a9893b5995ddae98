//! Rows: an item is read row by row of the table of fields, and what has a rule of its own by the item itself.
//!
//! Never says which fields there are.

use super::item::Item;
use super::reader::Reader;
use crate::programme::fields::{Field, Fields, Lens, Weight};

/// An item that can be read.
pub(super) trait Readable: Fields + Default + Send {
    /// Reads it; none when it cannot be shown.
    fn read(item: &Item<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let mut one = Self::default();
        item.fill(&mut one, reader).map(|()| one)
    }

    /// Reads a field that has a rule of its own, or looks again at one that was read.
    fn own(&mut self, _key: &str, _item: &Item<'_>, _reader: &mut Reader<'_>) {}
}

impl Item<'_> {
    /// Reads all fields; none where one is missing that the item cannot be shown without.
    pub(super) fn fill<T: Readable>(&self, one: &mut T, reader: &mut Reader<'_>) -> Option<()> {
        let mut is_whole = true;
        for (field, lens) in T::rows() {
            is_whole &= self.field(field, lens, one, reader).is_some();
            one.own(field.key, self, reader);
        }
        let mut unreadable = self.unreadable();
        if reader.is_unmerged(self.mark) {
            unreadable.dispute();
        }
        one.found(self.mark.place(), unreadable);
        is_whole.then_some(())
    }

    /// Reads one field; none where it is needed and missing.
    fn field<T>(&self, field: &Field, lens: &Lens<T>, one: &mut T, reader: &mut Reader<'_>) -> Option<()> {
        let key = field.key;
        match lens {
            Lens::Name(at) if field.weight == Weight::Needed => (at.set)(one, self.needed(key, reader)?),
            Lens::Name(at) => (at.set)(one, self.expected(key, reader)),
            Lens::Text(at) => (at.set)(one, self.text(key, reader)),
            Lens::Id(at) => (at.set)(one, self.placed_text(key, reader)),
            Lens::Texts(at) => {
                (at.set)(one, self.texts(key, reader).into_iter().map(|text| text.value).collect());
            }
            Lens::Links(at) => (at.set)(one, self.texts(key, reader)),
            Lens::Whole(at) => (at.set)(one, self.read(key, |slot| reader.whole_of(slot))),
            Lens::Date(at) => (at.set)(one, self.read(key, |slot| reader.date_of(slot))),
            Lens::Due(at) => (at.set)(one, self.read(key, |slot| reader.due_of(slot))),
            Lens::Time(at) => (at.set)(one, self.read(key, |slot| reader.time_of(slot))),
            Lens::TrueOrFalse(at) => {
                let said = self.read(key, |slot| reader.true_or_false_of(slot));
                (at.set)(one, said.is_some_and(|said| said.value));
            }
            Lens::Word(_) | Lens::Own => {}
        }
        Some(())
    }
}
