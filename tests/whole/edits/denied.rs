//! Fields, remarks, values and new initiatives that are refused: the reason, and the line to go to.

use super::wishes::Wish::{AsOf, CompletedOn, Due, Flagged, New, NoValue, Note, Out, Owner, Status, Value};
use super::wishes::{Wish, fulfil};
use super::*;
use coopdash::document::RefusalReason;

fn refusal(name: &str, wish: Wish, text: &str) -> Refusal {
    match fulfil(text, wish) {
        Err(refusal) => refusal,
        Ok(edited) => panic!("{name}: was edited: {:?}", edited.patch),
    }
}

pub(crate) fn hold(rows: &[(&str, Wish, &str, usize, RefusalReason)]) {
    for (name, wish, text, line, reason) in rows {
        let refusal = refusal(name, *wish, text);
        assert_eq!((refusal.line, &refusal.reason), (*line, reason), "{name}");
    }
}

#[test]
#[rustfmt::skip]
fn what_leaves_a_doubt() {
    use coopdash::yaml::Obstacle::{BrokenText, CheckFailed, ComplexKey, DuplicateKey, Inherited, NoSafePlace, NotOneWord, SharedAnchor, Tagged};
    use RefusalReason::{NotFound, Text};
    hold(&[
        ("a folded owner", Owner("x"), "initiatives:\n- title: B\n  owner: >-\n    me\n", 3, Text(NotOneWord)),
        ("a list as the owner", Owner("x"), "initiatives:\n- title: B\n  owner: [me]\n", 3, Text(NotOneWord)),
        ("a tag", Owner("x"), "initiatives:\n- title: B\n  owner: !!str me\n", 3, Text(Tagged)),
        ("a shared owner", Owner("x"), "initiatives:\n- title: B\n  owner: &o me\nx: *o\n", 3, Text(SharedAnchor)),
        ("an inherited owner", Owner("x"), "x: &x {owner: me}\ninitiatives:\n- <<: *x\n  title: B\n", 3, Text(Inherited)),
        ("an inherited owner to be taken out", Out("owner"), "x: &x {owner: me}\ninitiatives:\n- <<: *x\n  title: B\n", 3, Text(Inherited)),
        ("an owner given twice", Owner("x"), "initiatives:\n- title: B\n  owner: me\n  lead: you\n", 4, Text(DuplicateKey)),
        ("an explicit key", Owner("x"), "initiatives:\n- title: B\n  ? owner\n  : me\n", 3, Text(ComplexKey)),
        ("a broken file", Owner("x"), "initiatives:\n- title: B\nsources: [\n", 3, Text(BrokenText)),
        ("updates that are an alias", Note("x"), "x: &u [y]\ninitiatives:\n- title: B\n  updates: *u\n", 4, Text(SharedAnchor)),
        ("updates that are shared", Note("x"), "initiatives:\n- title: B\n  updates: &u\n  - note: y\nx: *u\n", 3, Text(SharedAnchor)),
        ("updates that are inherited", Note("x"), "x: &x {updates: [y]}\ninitiatives:\n- <<: *x\n  title: B\n", 3, Text(Inherited)),
        ("one update without a dash", Note("x"), "initiatives:\n- title: B\n  updates:\n    note: y\n", 3, Text(NotOneWord)),
        ("a text as updates", Note("x"), "initiatives:\n- title: B\n  updates: y\n", 3, Text(NotOneWord)),
        ("updates given twice", Note("x"), "initiatives:\n- title: B\n  updates: []\n  log: []\n", 4, Text(DuplicateKey)),
        ("an update that is empty", Note("x"), "initiatives:\n- title: B\n  updates:\n  - note: y\n  -\n", 3, Text(NoSafePlace)),
        ("a value that is shared", Value("2022", "4"), "metrics:\n- name: B\n  values: {2022: &v 3}\nx: *v\n", 3, Text(SharedAnchor)),
        ("values that are shared", Value("2022", "4"), "metrics:\n- name: B\n  values: &v {2022: 3}\nx: *v\n", 3, Text(SharedAnchor)),
        ("a group that is shared", Value("2022", "4"), "metrics:\n- name: B\n  values:\n    2022: &v {value: 3}\nx: *v\n", 4, Text(SharedAnchor)),
        ("a value that is inherited", Value("2022", "4"), "x: &x {2022: 3}\nmetrics:\n- name: B\n  values:\n    <<: *x\n    2023: 5\n", 4, Text(Inherited)),
        ("a period given twice", Value("2022", "4"), "metrics:\n- name: B\n  values:\n    2022: 3\n    \"2022\": 4\n", 5, Text(DuplicateKey)),
        ("a period as an explicit key", Value("2022", "4"), "metrics:\n- name: B\n  values:\n    ? 2022\n    : 3\n", 4, Text(ComplexKey)),
        ("a text as values", Value("2022", "4"), "metrics:\n- name: B\n  values: high\n", 3, Text(NotOneWord)),
        ("a new period before those of a list", Value("2021", "4"), "metrics:\n- name: B\n  values:\n  - {period: 2022, value: 3}\n", 3, Text(NoSafePlace)),
        ("the only period", NoValue("2022"), "metrics:\n- name: B\n  values: {2022: 3}\n", 3, Text(NoSafePlace)),
        ("a status on an anchor", Flagged("2022", "3", Flag::Estimated), "metrics:\n- name: B\n  values:\n    2022: &v 3\n", 4, Text(NoSafePlace)),
        ("a percent sign that would make it a share", Value("2022", "36%"), "metrics:\n- name: B\n  unit: exercises\n  values: {2022: 3}\n", 2, Text(CheckFailed)),
        ("an anchor that ends elsewhere for others", Due("2024-12-31"), "initiatives:\n- title: B\n  due: &o:&a wn 2024-12-30\n", 3, Text(NoSafePlace)),
        ("no section for the day", AsOf, "metrics: []\n", 1, NotFound),
        ("an empty section for the day", AsOf, "programme:\nmetrics: []\n", 1, NotFound),
        ("the section given twice", AsOf, "programme:\n  title: T\nprogramme:\n  title: S\n", 3, Text(DuplicateKey)),
        ("a shared head", AsOf, "programme: &p {title: T}\nx: *p\n", 1, Text(SharedAnchor)),
        ("an inherited day", AsOf, "x: &x {as_of: 2024-01-01}\nprogramme:\n  <<: *x\n  title: T\n", 3, Text(Inherited)),
        ("a list that is shared", New("C"), "initiatives: &i\n- title: B\nx: *i\n", 1, Text(SharedAnchor)),
        ("one initiative without a dash", New("C"), "initiatives:\n  title: B\n", 1, Text(NoSafePlace)),
        ("a text as the section", New("C"), "initiatives: many\n", 1, Text(NoSafePlace)),
        ("a section given twice", New("C"), "initiatives:\n- title: B\ncommitments:\n- title: C\n", 3, Text(DuplicateKey)),
        ("a file that is a list", New("C"), "- title: B\n", 1, Text(NoSafePlace)),
        ("an empty file", New("C"), "", 1, Text(NoSafePlace)),
        ("a text whose blank lines count", New("C"), "initiatives:\n- title: B\n  description: |+\n    x\n\n\nmeetings: []\n", 1, Text(CheckFailed)),
    ]);
}

/// A name, a wish, a text; and the line, the message and, where it is looked at, the help.
type Reported<'a> = (&'a str, Wish, &'a str, usize, &'a str, Option<&'a str>);

#[test]
#[rustfmt::skip]
fn what_the_rules_of_the_file_would_report() {
    let rows: &[Reported] = &[
        ("no date", Due("31.12.2024"), "initiatives:\n- title: B\n  due: 2024-01-01\n", 3, "`31.12.2024` is not a date", Some("Write 2024-12-31.")),
        ("no date, missing", Due("soon: maybe"), "initiatives:\n- title: B\n", 2, "`soon: maybe` is not a date", Some("Write the year, the month and the day in digits, such as 2024-02-08.")),
        ("no such day", Due("2023-02-29"), "initiatives:\n- {title: B}\n", 2, "`2023-02-29` does not exist", Some("Write a day that exists: February 2023 has 28 days.")),
        ("before the agreement", Due("2023-12-31"), "initiatives:\n- title: B\n  agreed_on: 2024-01-01\n", 3, "`due` is before `agreed_on`", None),
        ("not completed", CompletedOn("2024-01-01"), "initiatives:\n- title: B\n  status: agreed\n", 3, "The item has a completion date, but its status is `agreed`", None),
        ("no status", Status("acepted"), "recommendations:\n- title: B\n  status: proposed\n", 3, "`acepted` is not a status of a recommendation", None),
        ("a decimal comma", Value("2022", "1,5"), "metrics:\n- name: B\n  values:\n    2022: 3\n", 4, "`1,5` has a decimal comma", Some("Write 1.5, with a point.")),
        ("a decimal comma in braces", Value("2023", "1,5"), "metrics:\n- name: B\n  values: {2022: 3}\n", 3, "`1,5` has a decimal comma", Some("Write 1.5, with a point.")),
        ("no number", Value("2022", "[3"), "metrics:\n- name: B\n  values: {2022: 3}\n", 3, "`[3` is not a number", None),
        ("above the whole", Value("2022", "101"), "metrics:\n- name: B\n  unit: \"%\"\n  values: {2022: 3}\n", 4, "A share of 101 per cent is not possible", None),
        ("a percent sign", Value("2022", "36%"), "metrics:\n- name: B\n  unit: exercises\n  values: {2022: 3, 2023: 5}\n", 4, "A percent sign stands where a plain number is needed", None),
        ("no period", Value("spring", "1"), "metrics:\n- name: B\n  values: {2022: 3}\n", 3, "`spring` is not a period", None),
        ("a month among years", Value("2023-06", "1"), "metrics:\n- name: B\n  values:\n    2022: 3\n", 4, "`2023-06` is read as a month", None),
        ("no title", New(" "), "initiatives:\n- title: B\n", 2, "An initiative needs `title`", None),
        ("the same mistake before another", Due("31.12.2024"), "initiatives:\n- title: B\n- title: A\n  due: 31.12.2024\n", 3, "`31.12.2024` is not a date", None),
        ("the same mistake once more", Due("31.12.2024"), "initiatives:\n- title: A\n  due: 31.12.2024\n- title: B\n", 4, "`31.12.2024` is not a date", None),
    ];
    for (name, wish, text, line, message, help) in rows {
        let refusal = refusal(name, *wish, text);
        let RefusalReason::Reported(finding) = refusal.reason else { panic!("{name}: {:?}", refusal.reason) };
        assert_eq!((refusal.line, finding.message.as_str()), (*line, *message), "{name}");
        if help.is_some() {
            assert_eq!(finding.help.as_deref(), *help, "{name}");
        }
    }
}

#[test]
fn a_mistake_elsewhere_is_in_nobodys_way() {
    let text =
        "initiatives:\n- title: A\n  due: soon\n- title: B\nmetrics:\n- name: M\n  values: {2022: 1,5}\n";
    assert!(fulfil(text, Due("2024-12-31")).is_ok());
}

#[test]
fn an_item_of_another_kind_is_not_found() {
    let reading = read("metrics:\n- name: B\n  values: {2022: 3}\n");
    let item = ItemAddress::new(&reading.programme, Section::Metrics, 0).unwrap();
    let change = Change::Field { item, key: "owner", to: Some("me".into()) };
    assert_eq!(edit(&reading, &change).unwrap_err().reason, RefusalReason::NotFound);
}

#[test]
fn a_field_that_the_item_does_not_have_or_that_is_not_set_on_screen_is_not_found() {
    let reading = read("initiatives:\n- title: B\nrecommendations:\n- title: B\n");
    for (section, key) in [
        (Section::Recommendations, "completed_on"),
        (Section::Initiatives, "title"),
        (Section::Initiatives, "status"),
        (Section::Initiatives, "next_step"),
        (Section::Initiatives, "colour"),
    ] {
        let item = ItemAddress::new(&reading.programme, section, 0).unwrap();
        let change = Change::Field { item, key, to: Some("2024-01-01".into()) };
        assert_eq!(edit(&reading, &change).unwrap_err().reason, RefusalReason::NotFound, "{key}");
    }
}
