//! Any text is read without a panic, and every place lies inside it.

#![no_main]

mod steady;

use coopdash::document::read;
use coopdash::output::{Checked, findings, findings_for_github, findings_in_colour, findings_in_json};

libfuzzer_sys::fuzz_target!(|text: &str| {
    let reading = read(text);
    for finding in &reading.findings {
        for place in std::iter::once(&finding.place).chain(finding.also.iter().map(|(place, _)| place)) {
            assert!(text.get(place.span()).is_some(), "{place:?}");
        }
    }
    let full = findings(&reading, "a.yaml");
    assert!(full.chars().all(|letter| letter == '\n' || !letter.is_control()), "{full:?}");
    // In colour every sequence is the renderer's own, and ends with the letter of a style.
    let coloured = findings_in_colour(&reading, "a.yaml", 40);
    let mut parts = coloured.split('\u{1b}').skip(1);
    assert!(
        parts.all(|part| part
            .trim_start_matches(['[', ';', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'])
            .starts_with('m')),
        "{coloured:?}"
    );
    let checked = [Checked { file: "a.yaml", reading: Ok(reading), conditions: Vec::new() }];
    let machine =
        findings_in_json(&checked, chrono::NaiveDate::default()) + &findings_for_github(&checked[0]);
    assert!(machine.chars().all(|letter| letter == '\n' || !letter.is_control()), "{machine:?}");
});
