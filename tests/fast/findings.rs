//! Findings as text: the lines they stand in, with the marks under their words.

use coopdash::document::{CODES, Code, read};
use coopdash::output::{Checked, findings, findings_for_github, findings_in_colour, findings_in_short};
use std::collections::HashSet;

#[test]
fn each_finding_takes_a_line_in_short_and_the_last_line_counts_them() {
    let reading =
        read("programme: { title: T }\ninitiatives:\n  - title: A\n    due: soon\n    status: done\n");
    assert_eq!(
        findings_in_short(&reading, "a.yaml"),
        "a.yaml:4:10: error[not-a-date]: `soon` is not a date\n\
         a.yaml:5:13: hint[other-word]: `done` is read as `completed`\n\
         1 error, 1 hint in a.yaml\n"
    );
    let sound = read("programme: { title: T }\n");
    assert_eq!(findings(&sound, "a.yaml"), "Nothing is wrong with a.yaml\n");
}

#[test]
fn of_a_long_line_the_part_around_the_mark_is_shown_with_its_true_column() {
    let note = "\u{161}\u{107}".repeat(2_000);
    let text = format!("initiatives: [{{ title: A, notes: {note}, due: soon, description: {note} }}]\n");
    let shown = findings(&read(format!("programme: {{ title: T }}\n{text}")), "a.yaml");
    assert!(shown.contains("--> a.yaml:2:4041\n"), "{shown}");
    let marked = shown.lines().find(|line| line.contains("^^^^")).unwrap();
    let line = shown.lines().find(|line| line.starts_with("2 |")).unwrap();
    let column = |text: &str, part: &str| text.find(part).map(|at| text.chars().take(at).count());
    assert!(line.len() < 300 && line.contains("..."), "{line}");
    let before = line.split("soon").next().unwrap().chars().count();
    assert_eq!(column(marked, "^"), Some(before), "{shown}");
}

#[test]
fn marks_stay_under_their_words_beside_what_is_shown_in_another_way() {
    let hidden = "\u{202e}\u{200f}\u{e0041}\u{e0042}\u{200b}\u{9b}\u{ad}\u{7}";
    let text = format!("programme: {{ title: \"{hidden}\", date: soon }}\n");
    let shown = findings(&read(&text), "a.yaml");
    assert!(!shown.chars().any(|c| hidden.contains(c)), "{shown:?}");
    let lines: Vec<&str> = shown.lines().collect();
    let at = lines.iter().position(|line| line.contains("^^^^")).unwrap();
    let marked = |line: usize| lines[line].split("^^^^").next().unwrap().chars().count();
    let named = |line: usize| lines[line].split("soon").next().unwrap().chars().count();
    assert_eq!(marked(at), named(at - 1), "{shown}");
}

#[test]
fn colour_comes_only_when_it_is_asked_for() {
    let reading = read("");
    assert!(!findings(&reading, "a.yaml").contains('\u{1b}'));
    assert!(findings_in_colour(&reading, "a.yaml", 80).contains('\u{1b}'));
    assert!(!findings(&reading, "\u{1b}[2J.yaml").contains('\u{1b}'), "a file's name is cleaned, too");
}

#[test]
fn what_would_end_a_command_is_escaped() {
    let reading =
        read("programme: { title: T }\nmetrics:\n  - name: A\n    values: { 2022: \"1,5\\n::x%\" }\n");
    let checked = Checked { file: "a,b:c%.yaml", reading: Ok(reading), conditions: Vec::new() };
    let printed = findings_for_github(&checked);
    assert_eq!(printed.lines().count(), 1, "{printed}");
    let head = "::error file=a%2Cb%3Ac%25.yaml,line=4,col=21,title=";
    assert!(printed.starts_with(head), "{printed}");
    assert!(printed.contains("%25") && !printed.contains("x%`"), "{printed}");
}

#[test]
fn names_are_kebab_case_and_stand_once_and_explanations_are_sentences() {
    let mut names = HashSet::new();
    for row in CODES {
        assert!(names.insert(row.name), "{} stands twice", row.name);
        assert!(row.name.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{}", row.name);
        assert!(row.explanation.ends_with('.'), "{}", row.name);
        assert!(!row.explanation.contains("  "), "{}", row.name);
        assert_eq!(Code::named(row.name), Some(row.code));
    }
}
