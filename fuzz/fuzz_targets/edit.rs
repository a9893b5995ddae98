//! A tick changes its item and nothing else, or is refused.

#![no_main]

use coopdash::document::{Change, InitiativeStatus, ItemAddress, NewStanding, Section, edit, read};

libfuzzer_sys::fuzz_target!(|text: &str| {
    let reading = read(text);
    for index in 0..reading.programme.initiatives.len().min(3) {
        let Some(item) = ItemAddress::new(&reading.programme, Section::Initiatives, index) else { continue };
        let change = Change::Standing { item, to: NewStanding::Status(InitiativeStatus::Completed) };
        if let Ok(edited) = edit(&reading, &change) {
            assert_eq!(read(edited.reading.source.text()).programme, edited.reading.programme);
        }
    }
});
