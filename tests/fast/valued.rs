//! Values typed on screen: under marked periods, beside targets, and as steps of a scale.

#![expect(clippy::panic, reason = "a test may fail loudly")]

use crate::stage::{plain, press, pressed};

/// A programme with one metric.
fn file(metric: &str) -> String {
    format!("programme:\n  title: Test programme\nmetrics:\n  - name: Joint exercises\n{metric}")
}

/// What the metric says after the keys; undo must bring every byte back.
fn after(metric: &str, keys: &str) -> String {
    let text = file(metric);
    let mut state = pressed(&text, (80, 24), keys);
    let after = state.text().to_owned();
    assert_ne!(after, text, "nothing was written\n{}", plain(&state));
    assert!(!state.reading().findings.iter().any(|one| one.message.contains("twice")), "{after}");
    press(&mut state, "u");
    assert_eq!(state.text(), text, "undo does not restore the bytes");
    after
        .strip_prefix(&file(""))
        .unwrap_or_else(|| panic!("more than the metric changed: {after}"))
        .to_owned()
}

/// What the screen says after keys that must not write.
fn refused(metric: &str, keys: &str) -> String {
    let text = file(metric);
    let state = pressed(&text, (80, 24), keys);
    assert_eq!(state.text(), text, "something was written");
    let form = state.dialogue.form.as_ref().map(|form| form.refused.join(" "));
    form.unwrap_or_else(|| plain(&state))
}

const MARKED: &str = "    values: { 2021: 1, 2022: 3, 2023 (p): 5 }\n";

#[test]
fn a_provisional_value_behind_a_mark_is_offered_and_written_as_one() {
    assert_eq!(after(MARKED, "2 m j Enter Ctrl-U \"6 provisional\" Enter"), MARKED.replace("): 5", "): 6"));
    let state = pressed(&file(MARKED), (80, 24), "2 m j Enter");
    assert_eq!(state.dialogue.form.as_ref().map(|form| form.line.text()), Some("5 provisional"));
}

#[test]
fn a_final_value_under_a_provisional_mark_is_refused_with_the_line_to_go_to() {
    for typed in ["6", "5", "6 estimated"] {
        let said = refused(MARKED, &format!("2 m j Enter Ctrl-U \"{typed}\" Enter"));
        assert!(said.contains("e opens line 5: the mark behind the period"), "{typed}: {said}");
    }
}

#[test]
fn a_new_period_is_told_of_the_one_that_stands_there_in_another_spelling() {
    let halves = "    values: { H1 2023: 3, FY2023: 4, 2023 (p): 5, 202401: 6, 202402: 7 }\n";
    for typed in ["2023: 9", "2023*: 9", "2023-H1: 9", "2022/23: 9", "2024-M01 (p): 9"] {
        let said = refused(halves, &format!("2 m Enter Ctrl-U \"{typed}\" Enter"));
        assert!(said.contains("is there already"), "{typed}: {said}");
    }
}

#[test]
fn a_new_period_may_carry_its_mark() {
    let marked = MARKED.replace(" }", ", 2024 (p): 6 }");
    assert_eq!(after(MARKED, "2 m Enter Ctrl-U \"2024 (p): 6\" Enter"), marked);
    assert_eq!(after(MARKED, "2 m Enter Ctrl-U \"2024 (p): 6 provisional\" Enter"), marked);
    let said = refused(MARKED, "2 m Enter Ctrl-U \"2024 (p): 6 forecast\" Enter");
    assert!(said.contains("the mark behind the period"), "{said}");
}

#[test]
fn the_year_that_is_offered_follows_a_year_alone() {
    for (values, offered) in [
        (MARKED, "2024: "),
        ("    values: { 202311: 3, 202312: 4 }\n", ""),
        ("    values: { 2022-H2: 3, 2023-H1: 4 }\n", ""),
        ("    values: { 2012 to 2014: 3 }\n", ""),
    ] {
        let state = pressed(&file(values), (80, 24), "2 m Enter");
        assert_eq!(state.dialogue.form.as_ref().map(|form| form.line.text()), Some(offered), "{values}");
    }
}

#[test]
fn an_emptied_value_keeps_the_target_beside_it() {
    let values = "    values:\n      2022: 3\n      2023: { value: 5, target: 8 } # agreed\n";
    let said = refused(values, "2 m j Enter Ctrl-U Enter");
    assert!(said.contains("e opens line 7: a target stands beside the value"), "{said}");
    assert_eq!(
        after(values, "2 m j Enter Ctrl-U \"null\" Enter"),
        values.replace("value: 5", "value: null"),
        "but the value may be said to be missing"
    );
    let alone = "    values: { 2022: 3, 2023: { target: 8, note: agreed } }\n";
    let reached = alone.replace("agreed }", "agreed, value: 6 }");
    assert_eq!(after(alone, "2 m Enter \"6\" Enter"), reached);
}

#[test]
fn a_step_of_a_scale_is_typed_as_a_number_or_a_word() {
    let numbers = "    measure: ordinal\n    values: { 2022: 2, 2023: 3 }\n";
    let keys = |typed: &str| format!("2 m j Enter Ctrl-U \"{typed}\" Enter");
    assert_eq!(after(numbers, &keys("4")), numbers.replace(": 3", ": 4"));
    let flagged = numbers.replace(": 3", ": { value: 4, status: provisional }");
    assert_eq!(after(numbers, &keys("4 provisional")), flagged);
    assert!(refused(numbers, &keys("4 perhaps")).contains("\"perhaps\" is no kind of value"));
    let words = "    measure: ordinal\n    values: { 2022: low, 2023: rather low }\n";
    assert_eq!(after(words, &keys("rather high")), words.replace("rather low", "rather high"));
    assert_eq!(after(words, &keys("4")), words.replace("rather low", "4"));
    assert_eq!(after(words, &keys("back to normal")), words.replace("rather low", "back to normal"));
    let names = "    measure: nominal\n    values: { 2022: 2, 2023: 3 }\n";
    assert_eq!(after(names, &keys("4")), names.replace(": 3", ": 4"));
}
