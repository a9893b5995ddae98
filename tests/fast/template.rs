//! The starting file that `coopdash new` writes: sound as it is, and sound with every option taken.

use coopdash::document::{EXAMPLE, TEMPLATE, read};
use coopdash::programme::fields::FIELDS;

/// The template with every option uncommented.
fn with_every_option() -> String {
    let taken = TEMPLATE.lines().map(|line| line.replacen("#: ", "", 1));
    // A forecast for 2025 is no mistake, a completion date on an open item is one.
    let status = taken.map(|line| line.replace("status: agreed  ", "status: completed  "));
    // So is an open recommendation all of whose initiatives are completed.
    let status = status.map(|line| line.replace("status: proposed  ", "status: implemented  "));
    let dated = status.map(|line| line.replace("status: to_be_scheduled", "status: scheduled"));
    dated.collect::<Vec<_>>().join("\n")
}

#[test]
fn the_template_has_no_finding() {
    assert!(read(TEMPLATE).findings.is_empty(), "{:#?}", read(TEMPLATE).findings);
}

#[test]
fn the_template_with_every_option_taken_has_no_finding() {
    let document = with_every_option();
    let findings = read(&document).findings;
    assert!(findings.is_empty(), "{findings:#?}\n{document}");
}

#[test]
fn the_template_shows_every_field_of_the_table() {
    let missing: Vec<&str> =
        FIELDS.iter().map(|field| field.key).filter(|key| !TEMPLATE.contains(&format!("{key}:"))).collect();
    assert!(missing.is_empty(), "not in the template: {missing:?}");
}

#[test]
fn the_built_in_programme_has_no_finding_and_invents_nothing() {
    let reading = read(EXAMPLE);
    assert!(reading.findings.is_empty(), "{:#?}", reading.findings);
    let programme = &reading.programme;
    assert_eq!((programme.metrics.len(), programme.initiatives.len()), (3, 6));
    assert_eq!((programme.recommendations.len(), programme.meetings.len()), (3, 1));
    assert!(programme.metrics.iter().all(|metric| metric.target.is_none() && metric.baseline.is_none()));
    assert!(programme.initiatives.iter().all(|item| item.owner.is_none() && item.due.is_none()));
    assert!(programme.meetings.iter().all(|meeting| meeting.date.is_none()));
    assert!(programme.about.date.is_none() && programme.quotes.is_empty());
}
