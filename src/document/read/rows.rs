//! Rows: an item is read row by row of the table of fields, and what has a rule of its own by the item itself.
//!
//! Never says which fields there are.

use super::item::Item;
use super::reader::Reader;
use crate::programme::fields::{Field, Fields, Lens, Weight};

/// An item that can be read.
pub(super) trait Readable: Fields + Default {
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
        one.found(self.mark.place(), self.unreadable());
        is_whole.then_some(())
    }

    /// Reads one field; none where it is needed and missing.
    fn field<T>(&self, field: &Field, lens: &Lens<T>, one: &mut T, reader: &mut Reader<'_>) -> Option<()> {
        let key = field.key;
        match lens {
            Lens::Name(at) if field.weight == Weight::Needed => (at.set)(one, self.needed(key, reader)?),
            Lens::Name(at) => (at.set)(one, self.expected(key, reader)),
            Lens::Text(at) => (at.set)(one, self.text(key, reader)),
            Lens::Id(at) => (at.set)(one, self.id(reader)),
            Lens::Texts(at) => (at.set)(one, self.texts(key, reader)),
            Lens::Links(at) => (at.set)(one, self.links(key, reader)),
            Lens::Whole(at) => (at.set)(one, self.whole(key, reader)),
            Lens::Date(at) => (at.set)(one, self.date(key, reader)),
            Lens::Due(at) => (at.set)(one, self.due(key, reader)),
            Lens::Time(at) => (at.set)(one, self.time(key, reader)),
            Lens::TrueOrFalse(at) => {
                (at.set)(one, self.true_or_false(key, reader).is_some_and(|one| one.value));
            }
            Lens::Word(_) | Lens::Own => {}
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether an item has anything where a lens leads.
    fn is_given<T>(lens: &Lens<T>, one: &T) -> bool {
        match lens {
            Lens::Name(at) => !(at.get)(one).is_empty(),
            Lens::Text(at) => (at.get)(one).is_some(),
            Lens::Id(at) => (at.get)(one).is_some(),
            Lens::Texts(at) => !(at.get)(one).is_empty(),
            Lens::Links(at) => !(at.get)(one).is_empty(),
            Lens::Whole(at) => (at.get)(one).is_some(),
            Lens::Date(at) => (at.get)(one).is_some(),
            Lens::Due(at) => (at.get)(one).is_some(),
            Lens::Time(at) => (at.get)(one).is_some(),
            Lens::TrueOrFalse(at) => *(at.get)(one),
            Lens::Word(word) => (word.get)(one).is_some(),
            Lens::Own => true,
        }
    }

    fn all_given<T: Fields>(items: &[T]) {
        assert_eq!(T::LENSES.len(), T::fields().len());
        for (field, lens) in T::rows() {
            let found = items.iter().any(|one| is_given(lens, one));
            assert!(found, "{} of {} is not where its lens leads", field.key, field.part.called());
        }
    }

    #[test]
    fn every_row_of_the_table_leads_to_what_the_full_document_gives() {
        let text = include_str!("../../../tests/documents/good/full.yaml");
        let programme = crate::document::read(text).programme;
        let evaluation = programme.evaluation.unwrap();
        let commitments = programme.initiatives.iter().map(|one| &one.updates);
        let updates = commitments.chain(programme.recommendations.iter().map(|one| &one.updates));
        let decisions = programme.meetings.iter().flat_map(|one| one.decisions.clone());
        all_given(&[programme.about]);
        all_given(&programme.metrics);
        all_given(&updates.flatten().cloned().collect::<Vec<_>>());
        all_given(&programme.initiatives);
        all_given(&programme.recommendations);
        all_given(&evaluation.criteria);
        all_given(&[evaluation]);
        all_given(&decisions.collect::<Vec<_>>());
        all_given(&programme.meetings);
        all_given(&programme.background);
        all_given(&programme.quotes);
        all_given(&programme.sources);
    }
}
