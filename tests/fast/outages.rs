//! Files that cannot be read: what is said of them at every width.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use chrono::{NaiveDate, NaiveDateTime};
use coopdash::text::width;
use coopdash::wording::{Unreachable, cannot_be_read, not_saved};

fn at(day: u32, hour: u32, minute: u32) -> Option<NaiveDateTime> {
    NaiveDate::from_ymd_opt(2026, 11, day)?.and_hms_opt(hour, minute, 0)
}

/// The form that fits into so many columns.
fn fitting(file: &Unreachable<'_>, columns: usize) -> String {
    cannot_be_read(file).within(|form| width(form) <= columns).unwrap()
}

#[test]
fn at_every_width_it_is_said_that_it_cannot_be_read_and_how_old_the_view_is() {
    let file = Unreachable {
        name: "coop.yaml",
        is_gone: false,
        why: "A comma is missing between brackets",
        line: Some(12),
        since: at(25, 14, 5),
        read: at(25, 13, 58),
        shows: true,
        has_page: true,
    };
    let said = [
        (
            200,
            "! coop.yaml cannot be read since 25 Nov 14:05 (line 12: A comma is missing between brackets): shown is what was read on 25 Nov 13:58; d says more",
        ),
        (
            100,
            "! coop.yaml cannot be read since 25 Nov 14:05 (line 12): shown is what was read on 25 Nov 13:58",
        ),
        (90, "! coop.yaml cannot be read since 14:05 (line 12): shown is what was read at 13:58"),
        (78, "! coop.yaml cannot be read since 14:05 (line 12); shown as read at 13:58"),
        (60, "! Unreadable since 14:05 (line 12); shown is of 13:58"),
        (40, "! Unreadable since 14:05; shown: 13:58"),
    ];
    for (columns, words) in said {
        assert_eq!(fitting(&file, columns), words, "{columns}");
    }
    let yesterday = Unreachable { read: at(24, 13, 58), ..file };
    assert_eq!(fitting(&yesterday, 40), "! Unreadable; shown is of 24 Nov 13:58");
    assert!(fitting(&yesterday, 80).contains("24 Nov 13:58"));
}

#[test]
fn a_file_that_is_gone_and_one_that_was_never_read_are_named_as_such() {
    let file = Unreachable {
        name: "coop.yaml",
        is_gone: true,
        why: "",
        line: None,
        since: at(25, 14, 5),
        read: at(25, 13, 58),
        shows: true,
        has_page: true,
    };
    assert_eq!(fitting(&file, 70), "! coop.yaml is gone since 14:05: shown is what was read at 13:58");
    let never = Unreachable {
        is_gone: false,
        why: "not UTF-8 text at line 3, column 1",
        line: Some(3),
        shows: false,
        ..file
    };
    assert_eq!(
        fitting(&never, 100),
        "! coop.yaml cannot be read since 25 Nov 14:05 (not UTF-8 text at line 3, column 1)"
    );
}

#[test]
fn what_can_be_done_about_a_save_that_failed_is_said_at_every_width() {
    let linked = "the file has a second name (a hard link), and saving would part the two";
    for why in [linked, "another coopdash is writing", "the disk is full"] {
        let phrase = not_saved(&format!("{why}; r tries again"), "programme.yaml");
        for columns in 26..200 {
            let said = phrase.fitting(|form| form.chars().count() <= columns);
            assert!(said.contains("; r tries again") && said.chars().count() <= columns, "{columns}: {said}");
        }
    }
    let narrow = not_saved(&format!("{linked}; r tries again"), "a.yaml").fitting(|form| form.len() <= 90);
    assert_eq!(narrow, "! Not saved: the file has a second name (a hard link); r tries again");
}
