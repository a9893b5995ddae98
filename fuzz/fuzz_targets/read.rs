//! Any text is read without a panic, and every place lies inside it.

#![no_main]

use coopdash::document::read;
use coopdash::output::findings;

libfuzzer_sys::fuzz_target!(|text: &str| {
    let reading = read(text);
    for finding in &reading.findings {
        for place in std::iter::once(&finding.place).chain(finding.also.iter().map(|(place, _)| place)) {
            assert!(text.get(place.span.clone()).is_some(), "{place:?}");
        }
    }
    assert!(!findings(&reading, "a.yaml").contains('\u{1b}'));
});
