//! Fields: the fields of an item that can be set on screen, as rows of the menu of changes.
//!
//! Made from the table of fields. Never reads or writes one; that is for the document.

use super::forms::{Asks, MenuRow, Then};
use crate::programme::fields::{Field, Fields, Kind, Weight};
use crate::wording::{self, field};

/// Where an item stands, then the fields that are typed, those first that figures are counted from.
pub(super) fn of<T: Fields>(item: &T, status: &str) -> Vec<MenuRow> {
    let is_typed = |field: &Field| field.set_after.is_some() && !matches!(field.kind, Kind::Word(_));
    let mut typed: Vec<_> = T::rows().filter(|(row, _)| is_typed(row)).collect();
    typed.sort_by_key(|(row, _)| row.weight != Weight::Figure);
    let typed = typed.into_iter().map(|(row, lens)| {
        let lost = || item.unreadable().has(row.key).then(|| wording::NOT_READABLE.to_owned());
        let said = field::shown(item, lens).or_else(lost);
        MenuRow::new(&field::label(row.key), said, Then::Ask(Asks::Field(row)))
    });
    let status = MenuRow::new("Status", Some(status.to_owned()), Then::Words);
    std::iter::once(status).chain(typed).collect()
}
