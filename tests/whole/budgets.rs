//! Budgets: what a hostile file may cost its reader, whatever it holds. Times and memory are measured by
//! `.ci/hostile`, which takes its files from here; these tests count.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail loudly")]
#![expect(clippy::disallowed_methods, reason = "the slow check asks for its files by name")]

use crate::costly;
use chrono::NaiveDate;
use coopdash::document::{Finding, Reading, read, read_on};
use coopdash::figures::derive;
use coopdash::output::{findings, findings_in_short, report};

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 6, 1).unwrap()
}

fn found<'r>(reading: &'r Reading, code: &str) -> Option<&'r Finding> {
    reading.findings.iter().find(|finding| finding.code.name() == code)
}

fn made(kind: &str, bytes: usize) -> String {
    let row = costly::KINDS.iter().find(|(name, _)| *name == kind);
    row.unwrap_or_else(|| panic!("no kind is called {kind}")).1(bytes)
}

#[test]
fn repetitions_are_refused_where_they_stand_for_more_bytes_than_the_budget() {
    let large = "long ".repeat(200_000);
    let text = format!(
        "programme: {{ title: T }}\nx-a: &a {large}\nbackground:\n{}",
        "- { title: B, text: *a }\n".repeat(20_000)
    );
    let reading = read(&text);
    let refused = found(&reading, "too-many-aliases").unwrap();
    // Eight megabytes are read: the first eight aliases stand in the lines 4 to 11.
    assert_eq!(refused.place.line(), 12, "{}", refused.message);
    assert_eq!(refused.message, "The repetitions in this file stand for more than 8 MB of text");
    assert!(refused.help.as_ref().unwrap().starts_with("Write in place of the names with a star"));
    let texts = reading.programme.background.iter().map(|one| one.text.len());
    let texts: usize = texts.sum();
    assert!((7_900_000..8_100_000).contains(&texts), "what fits is read: {texts}");
    assert_eq!(found(&reading, "too-large"), None, "what is refused takes no memory");
    let count = reading.findings.iter().filter(|one| one.code.name() == "too-many-aliases").count();
    assert_eq!(count, 1, "said once for all that follow");
}

#[test]
fn a_paragraph_that_is_repeated_some_hundred_times_is_read() {
    let text = format!(
        "programme: {{ title: T }}\nx-a: &a {}\nx-b: &b {{ partners: [A, B], owner: C }}\ninitiatives:\n{}",
        "shared ".repeat(100),
        "- { title: A, status: agreed, notes: *a, <<: *b }\n".repeat(400)
    );
    let reading = read(&text);
    assert_eq!(reading.findings, []);
    assert_eq!(reading.programme.initiatives.len(), 400);
    assert!(reading.programme.initiatives.iter().all(|item| item.owner.as_deref() == Some("C")));
}

#[test]
fn repetitions_inside_repetitions_count_as_often_as_they_are_read() {
    let text = format!(
        "programme: {{ title: T }}\nx-a: &a {}\nx-b: &b [*a, *a, *a, *a]\nx-c: &c [*b, *b, *b, *b]\ninitiatives: [{{ title: A, evidence: *c }}]\n",
        "word ".repeat(100_000)
    );
    // Half a megabyte, 4 times is 2, 16 times is 8: with the first four that is more than is read.
    assert_eq!(found(&read(&text), "too-many-aliases").unwrap().place.line(), 4);
}

#[test]
fn what_is_said_of_any_hostile_file_is_in_proportion_to_it() {
    for (name, make) in costly::KINDS {
        let text = make(6_000);
        let reading = read_on(&text, day());
        assert!(reading.findings.len() <= 4_001, "{name}: {}", reading.findings.len());
        let words = findings(&reading, name).len() + findings_in_short(&reading, name).len();
        assert!(words < 40 * text.len() + 4_000_000, "{name}: {words} bytes of findings");
        let figures = derive(&reading.programme, day());
        let report = report(&reading, &figures, name).len();
        assert!(report < 40 * text.len() + 30_000_000, "{name}: a report of {report} bytes");
    }
}

#[test]
fn a_name_of_a_megabyte_is_quoted_in_brief_by_whatever_links_to_it() {
    let long = "word ".repeat(200_000);
    let links = "- { title: R, status: accepted, initiatives: [a, a, a] }\n".repeat(100);
    let text = format!(
        "programme: {{ title: T }}\ninitiatives: [{{ id: a, title: {long}, status: agreed }}]\nrecommendations:\n{links}"
    );
    let reading = read(&text);
    let report = report(&reading, &derive(&reading.programme, day()), "a.yaml");
    assert!(report.len() < 3_500_000, "{}", report.len());
    assert!(report.contains("Initiative: word word") && report.contains("word\u{2026}\n"));
}

#[test]
fn where_there_are_too_many_links_that_lead_nowhere_that_no_id_is_proposed_is_said_once() {
    let reading = read(made("dead-links", 400_000));
    let helps = || reading.findings.iter().filter_map(|finding| finding.help.as_deref());
    assert_eq!(helps().filter(|help| help.contains("From here on no id is proposed")).count(), 1);
    let few = read(
        "programme: { title: T }\nmetrics: [{ name: A, id: exports, values: { 2020: 1 } }]\ninitiatives: [{ title: B, status: agreed, metrics: [exprots] }]\n",
    );
    assert_eq!(found(&few, "unknown-id").unwrap().help.as_deref(), Some("Perhaps `exports`?"));
}

#[test]
fn a_title_of_an_item_without_id_is_known_among_ever_so_many() {
    let text = made("title-links", 200_000);
    let unknown = read(&text).findings.into_iter().filter(|finding| finding.code.name() == "unknown-id");
    assert!(unknown.map(|one| one.help.unwrap()).all(|help| help.starts_with("This is its title.")));
}

/// The files of the slow check: `HOSTILE` names the file to write, `KIND` and `BYTES` what is to be in it.
#[test]
fn a_hostile_file_is_written_where_one_is_asked_for() {
    let Ok(path) = std::env::var("HOSTILE") else { return };
    let kind = std::env::var("KIND").unwrap();
    if kind == "all" {
        let names: Vec<&str> = costly::KINDS.iter().map(|(name, _)| *name).collect();
        std::fs::write(path, names.join("\n") + "\n").unwrap();
        return;
    }
    let bytes = std::env::var("BYTES").unwrap().parse().unwrap();
    std::fs::write(path, made(&kind, bytes)).unwrap();
}
