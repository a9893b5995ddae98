//! A change of any kind does what it says and no more, and can be taken back to the byte, or is refused.

#![no_main]

mod steady;

use coopdash::document::{Change, ItemAddress, NewStanding, NewUpdate, NewValue, Reading, edit, read};
use coopdash::programme::{Flag, InitiativeStatus, Section};

/// Some changes of the first items of every list.
fn changes(reading: &Reading) -> Vec<Change> {
    let mut changes = vec![Change::Initiative { title: "New: one".into() }];
    let date = chrono::NaiveDate::default();
    for index in 0..3 {
        for section in [Section::Initiatives, Section::Recommendations] {
            let Some(item) = ItemAddress::new(&reading.programme, section, index) else { continue };
            for (key, to) in [
                ("owner", Some("a, b: c")),
                ("due", Some("2024-12-31")),
                ("due", None),
                ("completed_on", Some("2024-12-31")),
                ("status", Some("accepted")),
            ] {
                changes.push(Change::Field { item: item.clone(), key, to: to.map(str::to_owned) });
            }
            let update = NewUpdate { date, status: None, note: "a\n#b".into(), by: Some("c".into()) };
            changes.push(Change::Update { item, update });
        }
        if let Some(item) = ItemAddress::new(&reading.programme, Section::Initiatives, index) {
            let to = NewStanding::Status(InitiativeStatus::Completed);
            changes.push(Change::Standing { item, to });
        }
        if let Some(item) = ItemAddress::new(&reading.programme, Section::Metrics, index) {
            for (period, status) in [("2022", None), ("2023", Some(Flag::Provisional)), ("2024-Q1", None)] {
                let to = Some(NewValue { number: "2.5".into(), status });
                changes.push(Change::Value { item: item.clone(), period: period.into(), to });
            }
            changes.push(Change::Value { item, period: "2022".into(), to: None });
        }
    }
    changes
}

libfuzzer_sys::fuzz_target!(|text: &str| {
    let reading = read(text);
    for change in changes(&reading) {
        let Ok(edited) = edit(&reading, &change) else { continue };
        let after = edited.patch.apply(text).expect("a patch applies to the text it was made for");
        assert_eq!(after, edited.reading.source.text());
        assert_eq!(read(&after).programme, edited.reading.programme);
        assert_eq!(edited.patch.inverse().apply(&after).as_deref(), Some(text));
        let moved = change.moved(&reading.programme, &edited.reading.programme);
        assert_eq!(moved, Ok(change));
    }
});
