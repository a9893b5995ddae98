//! Fields, remarks, values and new initiatives: where they land, and how they are written, to the byte.

use super::kept::before_and_after;
use super::wishes::Wish::{
    AsOf, CompletedOn, Due, Flagged, New, NoValue, Note, Out, Owner, Remark, Status, Value,
};
use super::wishes::{Wish, fulfil};
use super::*;

/// Holds each row to the byte, there and back.
pub(crate) fn hold(rows: &[(&str, Wish, &str)]) {
    for (name, wish, row) in rows {
        let (before, after) = before_and_after(row);
        let edited = fulfil(&before, *wish).unwrap_or_else(|refusal| panic!("{name}: {refusal:?}\n{before}"));
        let made = edited.patch.apply(&before).unwrap();
        assert_eq!(made, after, "{name}:\n{made}");
        assert_eq!(edited.reading, read(&after), "{name}: what is handed back is the text that was made");
        assert_eq!(edited.patch.inverse().apply(&after), Some(before), "{name}: undone to the byte");
    }
}

// One row a line, however long: `#[rustfmt::skip]`.

#[test]
#[rustfmt::skip]
fn a_field_that_is_there_keeps_its_manner() {
    hold(&[
        ("plain", Owner("you"), "initiatives:\n- title: B\n  owner: «me|you»\n"),
        ("with a comma", Owner("you, me"), "initiatives:\n- title: B\n  owner: «me|you, me»\n"),
        ("that needs quotes", Owner("Office: north"), "initiatives:\n- title: B\n  owner: «me|\"Office: north\"»\n"),
        ("that needs quotes, single ones are used", Owner("no"), "initiatives:\n- title: B\n  short: 'b'\n  owner: «me|'no'»\n"),
        ("in single quotes", Owner("it's"), "initiatives:\n- title: B\n  owner: «'me'|'it''s'»\n"),
        ("in single quotes, over lines", Owner("a\nb"), "initiatives:\n- title: B\n  owner: «'me'|\"a\\nb\"»\n"),
        ("blanks around it", Owner("  you "), "initiatives:\n- title: B\n  owner: «me|you»\n"),
        ("empty", Owner("you"), "initiatives:\n- title: B\n  owner:«| you» # who?\n"),
        ("an alias", Owner("you"), "x: &o me\ninitiatives:\n- title: B\n  owner: «*o|you»\n"),
        ("by another name", Owner("you"), "initiatives:\n- title: B\n  responsible: «me|you»\n"),
        ("a tab after the colon", Owner("you"), "initiatives:\n- title: B\n  owner:\t«me|you»\n"),
        ("on the next line", Owner("you"), "initiatives:\n- title: B\n  owner:\n    «me|you»\n  due: 2024-01-01\n"),
        ("CRLF", Owner("you"), "initiatives:\r\n- title: B\r\n  owner: «me|you»\r\n"),
        ("no final newline", Owner("you"), "initiatives:\n- title: B\n  owner: «me|you»"),
        ("byte order mark", Owner("you"), "\u{feff}initiatives:\n- title: B\n  owner: «me|you»\n"),
        ("a second document", Owner("you"), "initiatives:\n- title: B\n  owner: «me|you»\n---\ninitiatives:\n- title: B\n  owner: me\n"),
        ("look-alikes", Owner("you"), "initiatives:\n- title: B\n  description: |\n    owner: me\n  owner: «me|you»\n"),
        ("braces", Owner("you, me"), "initiatives:\n- {title: B, owner: «me|\"you, me\"», id: b}\n"),
        ("JSON", Owner("you"), "{\"initiatives\": [{\"title\": \"B\", \"owner\": «\"me\"|\"you\"»}]}\n"),
        ("JSON null", Owner("you"), "{\"initiatives\": [{\"title\": \"B\", \"owner\": «null|\"you\"»}]}\n"),
        ("of a recommendation", Owner("you"), "recommendations:\n- title: B\n  owner: «me|you»\n"),
        ("a day", Due("2025-01-31"), "initiatives:\n- title: B\n  due: «2024-12-31|2025-01-31» # firm\n"),
        ("a day in quotes", Due("2025-01-31"), "initiatives:\n- title: B\n  deadline: «\"2024-12-31\"|\"2025-01-31\"»\n"),
        ("a day that was wrong", Due("2024-12-31"), "initiatives:\n- title: B\n  due: «31.12.2024|2024-12-31»\n"),
        ("a status", Status("accepted"), "recommendations:\n- title: B\n  status: «proposed|accepted» # by both\n"),
        ("a status that was wrong", Status("accepted"), "recommendations:\n- title: B\n  status: «purple|accepted»\n"),
        ("completed on", CompletedOn("2024-02-01"), "initiatives:\n- title: B\n  status: completed\n  completed_on: «2024-01-01|2024-02-01»\n"),
    ]);
}

#[test]
#[rustfmt::skip]
fn the_day_of_the_figures_is_set_where_it_stands_or_after_the_title() {
    hold(&[
        ("there", AsOf, "programme:\n  title: T\n  as_of: «2023-12-31|2024-05-01» # by the office\n"),
        ("there, by another name", AsOf, "programme:\n  title: T\n  last updated: «2023-12-31|2024-05-01»\n"),
        ("there, in quotes", AsOf, "programme: { title: T, as_of: «\"2023-12-31\"|\"2024-05-01\"» }\n"),
        ("there, and wrong", AsOf, "programme:\n  title: T\n  as_of: «31.12.2023|2024-05-01»\n"),
        ("there, without a day", AsOf, "programme:\n  as_of:«| 2024-05-01»\n  title: T\n"),
        ("missing", AsOf, "programme:\n  title: T\n«|  as_of: 2024-05-01\n»  location: here\nmetrics: []\n"),
        ("missing, with a short title", AsOf, "programme:\n  title: T\n  short_title: S # short\n«|  as_of: 2024-05-01\n»  location: here\n"),
        ("missing, further in", AsOf, "programme:\n    title: T\n«|    as_of: 2024-05-01\n»\nmetrics: []\n"),
        ("missing, in braces", AsOf, "programme: { title: T«|, as_of: 2024-05-01» }\n"),
        ("missing, other days in quotes", AsOf, "programme:\n  title: T\n«|  as_of: '2024-05-01'\n»  date: '2022-01-01'\n"),
        ("missing, CRLF", AsOf, "programme:\r\n  title: T\r\n«|  as_of: 2024-05-01\r\n»metrics: []\r\n"),
        ("missing, JSON", AsOf, "{\"programme\": {\"title\": \"T\"«|, \"as_of\": \"2024-05-01\"»}}\n"),
        ("missing, a title over lines", AsOf, "programme:\n  title: >-\n    T\n  location: here\n«|  as_of: 2024-05-01\n»"),
    ]);
}

#[test]
#[rustfmt::skip]
fn a_field_that_is_missing_stands_beside_its_kin() {
    hold(&[
        ("after the last line", Owner("you"), "initiatives:\n- title: B\n  status: agreed\n«|  owner: you\n»- title: C\n"),
        ("after whom it is addressed to", Owner("you"), "recommendations:\n- title: B\n  addressed_to: me\n«|  owner: you\n»  response: yes\n"),
        ("due after the owner", Due("2024-12-31"), "initiatives:\n- title: B\n  owner: me\n«|  due: 2024-12-31\n»  group: x\n"),
        ("due after the agreement", Due("2024-12-31"), "initiatives:\n- title: B\n  agreed_on: 2024-01-01\n«|  due: 2024-12-31\n»  group: x\n"),
        ("due as the agreement is written", Due("2024-12-31"), "initiatives:\n- title: B\n  agreed_on: '2024-01-01'\n«|  due: '2024-12-31'\n»"),
        ("completed on after due", CompletedOn("2024-12-31"), "initiatives:\n- title: B\n  status: completed\n  due: 2024-12-30\n«|  completed_on: 2024-12-31\n»  group: x\n"),
        ("completed on after done", CompletedOn("2024-12-31"), "initiatives:\n- title: B\n  done: true\n«|  completed_on: 2024-12-31\n»  group: x\n"),
        ("status after the short title", Status("accepted"), "recommendations:\n- title: B\n  short: b\n«|  status: accepted\n»  description: x\n"),
        ("after a comment that goes on", Owner("you"), "initiatives:\n- title: B\n  status: agreed  # by both\n                  # parties\n«|  owner: you\n»  # about C\n- title: C\n"),
        ("before a comment of its own", Owner("you"), "initiatives:\n- title: B\n  status: agreed\n«|  owner: you\n»  # on hold?\n- title: C\n"),
        ("before a block text", Due("2024-12-31"), "initiatives:\n- title: B\n«|  due: 2024-12-31\n»  description: |\n    due: 2024-01-01\n"),
        ("braces", Owner("you"), "initiatives: [{title: B«|, owner: you», x}]\n"),
        ("braces over lines", Owner("you"), "initiatives:\n- {\n    title: B«|,\n    owner: you»\n  }\n"),
        ("JSON", Due("2024-12-31"), "{\"initiatives\": [{\"title\": \"B\"«|, \"due\": \"2024-12-31\"»}]}\n"),
        ("JSON over lines", Owner("you"), "{\r\n  \"initiatives\": [\r\n    {\r\n      \"title\": \"B\"«|,\r\n      \"owner\": \"you\"»\r\n    }\r\n  ]\r\n}\r\n"),
        ("CRLF", Owner("you"), "initiatives:\r\n- title: B\r\n«|  owner: you\r\n»"),
        ("no final newline", Owner("you"), "initiatives:\n- title: B«|\n  owner: you»"),
        ("a list that is indented", Owner("yes"), "initiatives:\n    -   title: B\n«|        owner: \"yes\"\n»"),
        ("nothing inherited", Owner("you"), "x: &x {due: 2024-01-01}\ninitiatives:\n- <<: *x\n  title: B\n«|  owner: you\n»"),
    ]);
}

#[test]
#[rustfmt::skip]
fn a_field_is_taken_out_with_its_line_or_comma() {
    let owner = Out("owner");
    hold(&[
        ("its line", owner, "initiatives:\n- title: B\n«  owner: me\n|»  due: 2024-01-01\n"),
        ("blank is out", Owner(" "), "initiatives:\n- title: B\n«  owner: me\n|»"),
        ("no final newline", owner, "initiatives:\n- title: B«\n  owner: me|»"),
        ("braces", owner, "initiatives:\n- {title: B«, owner: me|», id: b}\n"),
        ("JSON over lines", owner, "{\"initiatives\": [{\n  «\"owner\": \"me\",\n  |»\"title\": \"B\"\n}]}\n"),
        ("a day", Out("due"), "initiatives:\n- title: B\n«  due: 2024-01-01\n|»"),
        ("a comment beside it stays, with its key", Out("owner"), "initiatives:\n- title: B\n  owner: «me|»  # first\n"),
        ("a day with a comment", Out("completed_on"), "initiatives:\n- title: B\n  completed_on: «2024-05-17|»   # per minutes\n  status: completed\n"),
        ("a status", Out("status"), "recommendations:\n- title: B\n«  status: purple\n|»"),
    ]);
}

#[test]
#[rustfmt::skip]
fn a_remark_is_written_as_the_last_one_is() {
    hold(&[
        ("in lines", Note("x"), "initiatives:\n- title: B\n  updates:\n    - date: 2024-01-01\n      note: y\n«|    - date: 2024-05-01\n      note: x\n»- title: C\n"),
        ("in its order, names and quotes", Remark("begun", "x: y", "me"), "initiatives:\n- title: B\n  log:\n  - text: 'y'\n    date: '2024-01-01'\n«|  - text: 'x: y'\n    date: '2024-05-01'\n    status: begun\n    by: me\n»\n- title: C\n"),
        ("after the last comment on it", Note("x"), "initiatives:\n- title: B\n  updates:\n  - note: y\n    # more\n«|  - date: 2024-05-01\n    note: x\n»  owner: me\n"),
        ("set apart", Note("x"), "initiatives:\n- title: B\n  updates:\n  - note: y\n\n  - note: z\n«|\n  - date: 2024-05-01\n    note: x\n»  owner: me\n"),
        ("braces", Note("x, y"), "initiatives:\n- title: B\n  updates:\n  - { date: 2024-01-01, note: y } # first\n«|  - { date: 2024-05-01, note: \"x, y\" }\n»"),
        ("tight braces", Remark("begun", "x", "me"), "initiatives:\n- title: B\n  updates:\n  - {date: 2024-01-01, note: y}\n«|  - {date: 2024-05-01, status: begun, note: x, by: me}\n»"),
        ("brackets", Note("x"), "initiatives:\n- title: B\n  updates: [{date: 2024-01-01, note: y}«|, {date: 2024-05-01, note: x}»]\n"),
        ("brackets in braces", Note("x"), "initiatives:\n- {title: B, updates: [{note: y}«|, {date: 2024-05-01, note: x}»]}\n"),
        ("texts", Note("x"), "initiatives:\n- title: B\n  updates:\n  - y\n«|  - { date: 2024-05-01, note: x }\n»"),
        ("a folded text", Note("x"), "initiatives:\n- title: B\n  updates:\n  - note: >-\n      y\n      z\n«|  - date: 2024-05-01\n    note: x\n»\n- title: C\n"),
        ("a dash on its own line", Note("x"), "initiatives:\n- title: B\n  updates:\n  - note: y\n  -\n    note: z\n«|  - date: 2024-05-01\n    note: x\n»"),
        ("wide dashes", Note("x"), "initiatives:\n- title: B\n  updates:\n    -   note: y\n        by: me\n«|    -   date: 2024-05-01\n        note: x\n»"),
        ("CRLF", Note("x"), "initiatives:\r\n- title: B\r\n  updates:\r\n  - date: 2024-01-01\r\n    note: y\r\n«|  - date: 2024-05-01\r\n    note: x\r\n»"),
        ("no final newline", Note("x"), "initiatives:\n- title: B\n  updates:\n  - note: y«|\n  - date: 2024-05-01\n    note: x»"),
        ("over lines", Note("x\ny"), "initiatives:\n- title: B\n  updates:\n  - note: y\n«|  - date: 2024-05-01\n    note: \"x\\ny\"\n»"),
        ("JSON over lines", Note("x"), "{\"initiatives\": [{\"title\": \"B\", \"updates\": [\n  {\n    \"note\": \"y\"\n  }«|,\n  {\n    \"date\": \"2024-05-01\",\n    \"note\": \"x\"\n  }»\n]}]}\n"),
        ("over lines, beside single quotes", Note("x\ny"), "initiatives:\n- title: B\n  updates:\n  - {date: '2024-01-01', note: y}\n«|  - {date: '2024-05-01', note: \"x\\ny\"}\n»"),
        ("of a recommendation", Note("x"), "recommendations:\n- title: B\n  updates:\n  - note: y\n«|  - date: 2024-05-01\n    note: x\n»"),
    ]);
}

#[test]
#[rustfmt::skip]
fn a_first_remark_takes_one_line() {
    hold(&[
        ("no key", Note("x"), "initiatives:\n  - title: B\n«|    updates:\n      - { date: 2024-05-01, note: x }\n»  - title: C\n"),
        ("no key, lists at the margin", Note("x"), "initiatives:\n- title: B\n«|  updates:\n  - { date: 2024-05-01, note: x }\n»- title: C\n"),
        ("no key, as other lists of the item", Note("x"), "initiatives:\n- title: B\n  partners:\n    - y\n«|  updates:\n    - { date: 2024-05-01, note: x }\n»"),
        ("no key, after a folded text", Note("x"), "initiatives:\n- title: B\n  description: >-\n    long\n    text\n«|  updates:\n  - { date: 2024-05-01, note: x }\n»\n- title: C\n"),
        ("no key, before a text whose blank lines count", Note("x"), "initiatives:\n- title: B\n«|  updates:\n  - { date: 2024-05-01, note: x }\n»  description: |+\n    long\n\n- title: C\n"),
        ("no key, tight braces elsewhere", Note("x"), "x: {y: 1}\ninitiatives:\n- title: B\n«|  updates:\n  - {date: 2024-05-01, note: x}\n»"),
        ("no key, after comments on the item", Note("x"), "initiatives:\n- title: B\n  # more\n«|  updates:\n  - { date: 2024-05-01, note: x }\n»\n# about C\n- title: C\n"),
        ("empty", Note("x"), "initiatives:\n- title: B\n  updates: # none\n«|  - { date: 2024-05-01, note: x }\n»  owner: me\n"),
        ("empty brackets", Note("x"), "initiatives:\n- title: B\n  updates:« []|\n  - { date: 2024-05-01, note: x }»\n  owner: me\n"),
        ("empty brackets and a comment", Note("x"), "initiatives:\n- title: B\n  updates: «[]|[{ date: 2024-05-01, note: x }]» # none\n"),
        ("tilde, CRLF", Note("x"), "initiatives:\r\n- title: B\r\n  updates:« ~|\r\n  - { date: 2024-05-01, note: x }»\r\n"),
        ("braces", Note("x"), "initiatives:\n- {title: B«|, updates: [{date: 2024-05-01, note: x}]»}\n"),
        ("braces, empty brackets", Note("x"), "initiatives:\n- {title: B, updates: «[]|[{date: 2024-05-01, note: x}]»}\n"),
        ("JSON", Remark("begun", "x", "me"), "{\"initiatives\": [{\"title\": \"B\"«|, \"updates\": [{\"date\": \"2024-05-01\", \"status\": \"begun\", \"note\": \"x\", \"by\": \"me\"}]»}]}\n"),
        ("no final newline", Note("x"), "initiatives:\n- title: B«|\n  updates:\n  - { date: 2024-05-01, note: x }»"),
    ]);
}

#[test]
#[rustfmt::skip]
fn a_value_is_set_where_it_stands() {
    use Flag::{Estimated, Normal, Provisional};
    hold(&[
        ("in lines", Value("2022", "4"), "metrics:\n- name: B\n  values:\n    2022: «3|4» # so far\n    2023: 5\n"),
        ("in braces", Value("2023", "2.50"), "metrics:\n- name: B\n  values: { 2022: 3, 2023: «5|2.50» }\n"),
        ("in quotes", Value("2022", "4"), "metrics:\n- name: B\n  values: {\"2022\": «\"3\"|\"4\"»}\n"),
        ("null", Value("2022", "4"), "metrics:\n- name: B\n  values: { 2022: «null|4» }\n"),
        ("to null", Value("2022", ""), "metrics:\n- name: B\n  values: { 2022: «3|null» }\n"),
        ("to null, out of quotes", Value("2022", ""), "metrics:\n- name: B\n  values: { 2022: «\"3\"|null» }\n"),
        ("empty", Value("2022", "4"), "metrics:\n- name: B\n  values:\n    2022:«| 4» # when?\n"),
        ("another spelling of the period", Value("2022/2023", "4"), "metrics:\n- name: B\n  values: { 2022/23: «3|4» }\n"),
        ("what could not be read", Value("2022", "1.5"), "metrics:\n- name: B\n  values:\n    2022: «1,5|1.5»\n"),
        ("the remark stays", Value("2022", "4"), "metrics:\n- name: B\n  values:\n    2022: { value: «3|4», note: x }\n"),
        ("a status comes", Flagged("2022", "3", Provisional), "metrics:\n- name: B\n  values:\n    2022: «3|{ value: 3, status: provisional }» # so far\n"),
        ("a status comes, tight braces", Flagged("2022", "3", Estimated), "metrics:\n- name: B\n  values: {2022: «3|{value: 3, status: estimated}»}\n"),
        ("a status comes beside a remark", Flagged("2022", "3", Provisional), "metrics:\n- name: B\n  values:\n    2022: { value: 3«|, status: provisional», note: x }\n"),
        ("a status comes in lines", Flagged("2022", "3", Provisional), "metrics:\n- name: B\n  values:\n    2022:\n      value: 3\n«|      status: provisional\n»      note: x\n"),
        ("number and status", Flagged("2022", "4", Provisional), "metrics:\n- name: B\n  values: { 2022: { value: «3, status: estimated|4, status: provisional» } }\n"),
        ("another status", Flagged("2022", "3", Provisional), "metrics:\n- name: B\n  values: { 2022: { value: 3, status: «E|provisional» } }\n"),
        ("the status that is there", Flagged("2022", "4", Provisional), "metrics:\n- name: B\n  values: { 2022: { value: «3|4», status: P } }\n"),
        ("the status goes, and its braces", Value("2022", "4"), "metrics:\n- name: B\n  values: { 2022: «{ value: 3, status: provisional }|4» }\n"),
        ("the status goes, the remark stays", Value("2022", "3"), "metrics:\n- name: B\n  values: { 2022: { value: 3«, status: provisional|», note: x } }\n"),
        ("the status goes, first", Value("2022", "3"), "metrics:\n- name: B\n  values: { 2022: { «status: provisional, |»value: 3, note: x } }\n"),
        ("the status goes from its line", Flagged("2022", "3", Normal), "metrics:\n- name: B\n  values:\n    2022:\n      value: 3\n«      status: provisional\n|»"),
        ("in a list", Value("2022", "4"), "metrics:\n- name: B\n  values:\n  - { period: 2022, value: «3|4» }\n  - { period: 2023, value: 5 }\n"),
        ("a status in a list", Flagged("2022", "3", Provisional), "metrics:\n- name: B\n  values:\n  - period: 2022\n    value: 3\n«|    status: provisional\n»"),
        ("in a list of pairs", Value("2023", "4"), "metrics:\n- name: B\n  values:\n  - 2022: 3\n  - 2023: «5|4»\n"),
        ("a word", Value("2022", "no"), "metrics:\n- name: B\n  measure: qualitative\n  values:\n    2022: «high|\"no\"»\n"),
        ("a percent sign as typed", Value("2022", "36%"), "metrics:\n- name: B\n  unit: \"%\"\n  values: { 2022: «3|36%» }\n"),
        ("JSON", Flagged("2022", "4", Provisional), "{\"metrics\": [{\"name\": \"B\", \"values\": {\"2022\": «3|{\"value\": 4, \"status\": \"provisional\"}»}}]}\n"),
        ("CRLF and no final newline", Value("2022", "4"), "metrics:\r\n- name: B\r\n  values:\r\n    2022: «3|4»"),
    ]);
}

#[test]
#[rustfmt::skip]
fn a_new_period_goes_between_its_neighbours() {
    use Flag::Provisional;
    hold(&[
        ("last", Value("2024", "7"), "metrics:\n- name: B\n  values:\n    2022: 3\n    2023: 5 # so far\n«|    2024: 7\n»    # 2025 is planned\n- name: C\n"),
        ("first", Value("2021", "1"), "metrics:\n- name: B\n  values: # all of them\n«|    2021: 1\n»    # the first\n    2022: 3\n"),
        ("between", Value("2022", "3"), "metrics:\n- name: B\n  values:\n    2021: 1\n«|    2022: 3\n»    # the last\n    2023: 5\n"),
        ("running down", Value("2024", "7"), "metrics:\n- name: B\n  values:\n«|    2024: 7\n»    2023: 5\n    2022: 3\n"),
        ("running down, between", Value("2022", "3"), "metrics:\n- name: B\n  values: { 2023: 5«|, 2022: 3», 2021: 1 }\n"),
        ("in braces, first", Value("2021", "1"), "metrics:\n- name: B\n  values: { «|2021: 1, »2022: 3 }\n"),
        ("in braces, last, before a comma", Value("2023", "5"), "metrics:\n- name: B\n  values: {2022: 3«|, 2023: 5»,}\n"),
        ("in braces over lines", Value("2023", "5"), "metrics:\n- name: B\n  values: {\n    2022: 3«|,\n    2023: 5»\n  }\n"),
        ("keys in quotes", Value("2023", "5"), "metrics:\n- name: B\n  values:\n    \"2022\": 3\n«|    \"2023\": 5\n»"),
        ("keys in quotes, with a status", Flagged("2023", "5", Provisional), "metrics:\n- name: B\n  values:\n    '2022': 3\n«|    '2023': { value: 5, status: provisional }\n»"),
        ("quarters", Value("2023-Q2", "5"), "metrics:\n- name: B\n  values:\n    2023-Q1: 3\n«|    2023-Q2: 5\n»    2023-Q3: 4\n"),
        ("fiscal years", Value("2022/23", "5"), "metrics:\n- name: B\n  values: { 2021/22: 3«|, 2022/23: 5» }\n"),
        ("months", Value("2023-02", "5"), "metrics:\n- name: B\n  values: { 2023-M01: 3«|, 2023-02: 5» }\n"),
        ("after a value over lines", Value("2023", "5"), "metrics:\n- name: B\n  values:\n    2022:\n      value: 3\n      note: >-\n        long\n«|    2023: 5\n»  unit: x\n"),
        ("no key", Value("2023", "5"), "metrics:\n- name: B\n  unit: x\n«|  values: { 2023: 5 }\n»- name: C\n"),
        ("no value", Value("2023", "5"), "metrics:\n- name: B\n  values:«| { 2023: 5 }» # none\n"),
        ("empty braces", Value("2023", "5"), "metrics:\n- name: B\n  values: «{}|{ 2023: 5 }»\n"),
        ("last in a list", Value("2023", "5"), "metrics:\n- name: B\n  values:\n  - { year: 2022, value: 3 }\n«|  - { year: 2023, value: 5 }\n»"),
        ("last in a list, in lines", Flagged("2023", "5", Provisional), "metrics:\n- name: B\n  values:\n  - period: \"2022\"\n    value: 3\n«|  - period: 2023\n    value: 5\n    status: provisional\n»"),
        ("last in a list of pairs", Value("2023", "5"), "metrics:\n- name: B\n  values:\n  - 2022: 3\n«|  - 2023: 5\n»"),
        ("last in brackets", Value("2023", "5"), "metrics:\n- name: B\n  values: [{period: 2022, value: 3}«|, {period: 2023, value: 5}»]\n"),
        ("not reported", Value("2023", "null"), "metrics:\n- name: B\n  values: { 2022: 3«|, 2023: null» }\n"),
        ("JSON", Value("2023", "5"), "{\"metrics\": [{\"name\": \"B\", \"values\": {\"2022\": 3«|, \"2023\": 5»}}]}\n"),
        ("CRLF", Value("2023", "5"), "metrics:\r\n- name: B\r\n  values:\r\n    2022: 3\r\n«|    2023: 5\r\n»"),
        ("no final newline", Value("2023", "5"), "metrics:\n- name: B\n  values:\n    2022: 3«|\n    2023: 5»"),
        ("a period that is taken out", NoValue("2023"), "metrics:\n- name: B\n  values:\n    2022: 3\n«    2023: 5\n|»"),
        ("taken out with its lines", NoValue("2022"), "metrics:\n- name: B\n  values:\n«    2022:\n      value: 3\n|»    2023: 5\n"),
        ("taken out of braces", NoValue("2023"), "metrics:\n- name: B\n  values: { 2022: 3«, 2023: { value: 5, note: x }|» }\n"),
        ("the first taken out of braces", NoValue("2022"), "metrics:\n- name: B\n  values: { «2022: 3, |»2023: 5 }\n"),
    ]);
}

#[test]
#[rustfmt::skip]
fn a_new_initiative_stands_last() {
    hold(&[
        ("in lines", New("C"), "initiatives:\n  - title: B\n    id: b\n«|  - title: C\n»meetings: []\n"),
        ("at the margin", New("C: D"), "initiatives:\n- title: B\n«|- title: \"C: D\"\n»"),
        ("set apart", New("C"), "initiatives:\n  - title: A\n\n  - title: B\n«|\n  - title: C\n»\n# Meetings\nmeetings: []\n"),
        ("after the comments on the last", New("C"), "initiatives:\n  - title: B\n    # due: 2024-01-01\n«|  - title: C\n»  # the end\n"),
        ("the same key", New("C"), "initiatives:\n- name: B\n«|- name: C\n»"),
        ("all agreed on a status", New("C"), "initiatives:\n- title: A\n  status: completed\n- title: B\n  state: agreed\n«|- title: C\n  state: agreed\n»"),
        ("all keep done", New("C"), "initiatives:\n- title: B\n  done: true\n«|- title: C\n  done: false\n»"),
        ("some keep nothing", New("C"), "initiatives:\n- title: A\n- title: B\n  done: true\n«|- title: C\n»"),
        ("braces", New("C, D"), "initiatives:\n- {title: B, status: agreed}\n«|- {title: \"C, D\", status: agreed}\n»"),
        ("brackets", New("C"), "initiatives: [{title: B}«|, {title: C}»]\n"),
        ("JSON", New("C"), "{\"initiatives\": [{\"title\": \"B\", \"done\": false}«|, {\"title\": \"C\", \"done\": false}»]}\n"),
        ("JSON over lines", New("C"), "{\n  \"initiatives\": [\n    {\n      \"title\": \"B\"\n    }«|,\n    {\n      \"title\": \"C\"\n    }»\n  ]\n}\n"),
        ("after a folded text", New("C"), "initiatives:\n- title: B\n  description: >-\n    long\n«|- title: C\n»\n"),
        ("before blanks that end the file", New("C"), "initiatives:\n- title: B\n  description: >+\n    long\n«|- title: C\n» "),
        ("after one that is an alias", New("C"), "x: &x {title: B}\ninitiatives:\n- title: A\n- *x\n«|- title: C\n»"),
        ("an empty section", New("C"), "initiatives: # none\n«|  - title: C\n»meetings: []\n"),
        ("an empty section, lists at the margin", New("C"), "initiatives:\n«|- title: C\n»meetings:\n- title: M\n"),
        ("empty brackets", New("C"), "initiatives:« []|\n  - title: C»\nmeetings: []\n"),
        ("no section", New("C"), "programme:\n  title: P\n«|\ninitiatives:\n  - title: C\n»"),
        ("no section, lists at the margin", New("C"), "meetings:\n- title: M\n\n# the end\n«|\ninitiatives:\n- title: C\n»"),
        ("no section, a blank line at the end", New("C"), "programme:\n  title: P\n\n«|initiatives:\n  - title: C\n»"),
        ("no section, no final newline", New("C"), "programme:\n  title: P«|\n\ninitiatives:\n  - title: C»"),
        ("no section, CRLF", New("C"), "programme:\r\n  title: P\r\n«|\r\ninitiatives:\r\n  - title: C\r\n»"),
        ("no section, before the end of the document", New("C"), "programme:\n  title: P\n«|initiatives:\n  - title: C\n»...\n"),
        ("no section, JSON", New("C"), "{\"programme\": {\"title\": \"P\"}«|, \"initiatives\": [{\"title\": \"C\"}]»}\n"),
        ("by another name", New("C"), "commitments:\n- title: B\n«|- title: C\n»"),
    ]);
}

#[test]
fn what_is_not_there_or_is_so_already_changes_nothing() {
    for (wish, text) in [
        (Out("owner"), "initiatives:\n- title: B\n"),
        (Owner("me"), "initiatives:\n- title: B\n  owner: me\n"),
        (NoValue("2024"), "metrics:\n- name: B\n  values: { 2022: 3 }\n"),
        (NoValue("2024"), "metrics:\n- name: B\n"),
        (Value("2022", "3"), "metrics:\n- name: B\n  values: { 2022: 3 }\n"),
    ] {
        let edited = fulfil(text, wish).unwrap();
        assert!(edited.patch.is_empty(), "{wish:?}: {:?}", edited.patch);
        assert_eq!(edited.reading, read(text));
    }
}
