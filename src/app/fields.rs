//! Fields: the one table of the fields of items that can be changed on screen: what the menu, the field for typing and
//! the sentences about a change say of each.
//!
//! Never reads or writes one; that is for the document.

use super::forms::{Asks, MenuRow, Then};
use crate::document::ItemField;
use crate::programme::{Initiative, Recommendation, Unreadable};
use crate::text::date::format_date;
use crate::wording;
use strum::VariantArray;

/// What is said of a field.
#[derive(Debug)]
pub struct FieldRow {
    /// The name in the menu.
    label: &'static str,
    /// The name in sentences.
    pub name: &'static str,
    /// What to type, in a few words.
    pub hint: &'static str,
    /// Whether its value is one of the words of a lifecycle, to be chosen.
    is_chosen: bool,
    /// What an initiative says in it, where an initiative has it.
    initiative: Option<FieldText<Initiative>>,
    /// The same of a recommendation.
    recommendation: Option<FieldText<Recommendation>>,
}

type FieldText<T> = fn(&T) -> Option<String>;

/// What is said of this field.
pub const fn row(field: ItemField) -> &'static FieldRow {
    match field {
        ItemField::Status => &FieldRow {
            label: "Status",
            name: "status",
            hint: "a word of the lifecycle",
            is_chosen: true,
            initiative: Some(|item| {
                let is_lost = item.has_unreadable_standing();
                let said =
                    if is_lost { wording::NOT_READABLE } else { wording::standing_word(&item.standing) };
                Some(said.to_owned())
            }),
            recommendation: Some(|item| Some(wording::recommendation_state(item).to_owned())),
        },
        ItemField::Due => &FieldRow {
            label: "Due",
            name: "due",
            hint: "a date such as 2024-06-30; empty takes it out",
            is_chosen: false,
            initiative: Some(|item| item.due.as_ref().map(|due| wording::due_in_full(&due.value))),
            recommendation: Some(|item| item.due.as_ref().map(|due| wording::due_in_full(&due.value))),
        },
        ItemField::Owner => &FieldRow {
            label: "Owner",
            name: "owner",
            hint: "who answers for it; empty takes it out",
            is_chosen: false,
            initiative: Some(|item| item.owner.clone()),
            recommendation: Some(|item| item.owner.clone()),
        },
        ItemField::CompletedOn => &FieldRow {
            label: "Completed on",
            name: "completed on",
            hint: "a date such as 2024-06-30; empty takes it out",
            is_chosen: false,
            initiative: Some(|item| item.completed_on.as_ref().map(|date| format_date(date.value))),
            recommendation: None,
        },
    }
}

/// The fields of an initiative, for the menu.
pub(super) fn of_initiative(item: &Initiative) -> impl Iterator<Item = MenuRow> {
    of(item, &item.unreadable, |row| row.initiative)
}

/// The fields of a recommendation, for the menu.
pub(super) fn of_recommendation(item: &Recommendation) -> impl Iterator<Item = MenuRow> {
    of(item, &item.unreadable, |row| row.recommendation)
}

fn of<T>(
    item: &T,
    unreadable: &Unreadable,
    said: fn(&FieldRow) -> Option<FieldText<T>>,
) -> impl Iterator<Item = MenuRow> {
    ItemField::VARIANTS.iter().filter_map(move |field| {
        let row = row(*field);
        let lost = || unreadable.has(field.key()).then(|| wording::NOT_READABLE.to_owned());
        let value = said(row)?(item).or_else(lost);
        let then = if row.is_chosen { Then::Words } else { Then::Ask(Asks::Field(*field)) };
        Some(MenuRow::new(row.label, value, then))
    })
}
