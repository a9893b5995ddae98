//! Changes of the item titled "B", in few words, for the rows of tables.

use super::*;
use chrono::NaiveDate;
use coopdash::document::{NewUpdate, NewValue};

/// What a row wants.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Wish {
    Owner(&'static str),
    Due(&'static str),
    CompletedOn(&'static str),
    Status(&'static str),
    Out(&'static str),
    Note(&'static str),
    Remark(&'static str, &'static str, &'static str),
    Value(&'static str, &'static str),
    Flagged(&'static str, &'static str, Flag),
    NoValue(&'static str),
    New(&'static str),
    AsOf,
}

/// The last item titled "B" of the first section that has one.
fn item(reading: &Reading, sections: &[Section]) -> ItemAddress {
    let last = |section: &Section| {
        let items = (0..).map_while(|index| ItemAddress::new(&reading.programme, *section, index));
        items.filter(|item| item.title == "B").last()
    };
    sections.iter().find_map(last).unwrap_or_else(|| panic!("nothing is titled B: {reading:#?}"))
}

fn update(status: Option<&str>, note: &str, by: Option<&str>) -> NewUpdate {
    let date = NaiveDate::from_ymd_opt(2024, 5, 1).unwrap();
    NewUpdate { date, status: status.map(str::to_owned), note: note.to_owned(), by: by.map(str::to_owned) }
}

/// The change that a wish stands for.
pub(crate) fn change_of(reading: &Reading, wish: Wish) -> Change {
    let commitment = || item(reading, &[Section::Initiatives, Section::Recommendations]);
    let field = |key, to: Option<&str>| {
        let item = if key == "status" { item(reading, &[Section::Recommendations]) } else { commitment() };
        Change::Field { item, key, to: to.map(str::to_owned) }
    };
    let value = |period: &str, to: Option<(&str, Option<Flag>)>| {
        let to = to.map(|(number, status)| NewValue { number: number.to_owned(), status });
        Change::Value { item: item(reading, &[Section::Metrics]), period: period.to_owned(), to }
    };
    match wish {
        Wish::Owner(to) => field("owner", Some(to)),
        Wish::Due(to) => field("due", Some(to)),
        Wish::CompletedOn(to) => field("completed_on", Some(to)),
        Wish::Status(to) => field("status", Some(to)),
        Wish::Out(out) => field(out, None),
        Wish::Note(note) => Change::Update { item: commitment(), update: update(None, note, None) },
        Wish::Remark(status, note, by) => {
            Change::Update { item: commitment(), update: update(Some(status), note, Some(by)) }
        }
        Wish::Value(period, number) => value(period, Some((number, None))),
        Wish::Flagged(period, number, flag) => value(period, Some((number, Some(flag)))),
        Wish::NoValue(period) => value(period, None),
        Wish::AsOf => Change::AsOf { to: NaiveDate::from_ymd_opt(2024, 5, 1).unwrap() },
        Wish::New(title) => Change::Initiative { title: title.to_owned() },
    }
}

/// The text with the wish fulfilled.
pub(crate) fn fulfil(text: &str, wish: Wish) -> Result<Edited, Refusal> {
    let reading = read(text);
    edit(&reading, &change_of(&reading, wish))
}
