//! One truth: what is said of a metric is the same in every place, and nothing is judged from what cannot be relied on.

use crate::desk::Desk;
use crate::stage::{day, plain, pressed};
use coopdash::document::read_on;
use coopdash::figures::derive;

/// Metrics in a file of their own.
fn of(metrics: &str) -> String {
    format!("programme: {{ title: T }}\nmetrics:\n{metrics}")
}

/// The screen of a wide window after these keys.
fn shown(text: &str, keys: &str) -> String {
    plain(&pressed(text, (240, 60), keys))
}

#[test]
fn a_standing_keeps_its_own_basis_whatever_changes_are_counted_from() {
    let text = of("- { name: Trained, direction: increase, values: { 2019: 5, 2022: 9, 2023: 7 } }
- { name: Broken, direction: increase, values: { 2019: 100, 2020: { value: 10, status: break }, 2022: 12, 2023: 15 } }
- { name: Even, direction: increase, values: { 2019: 8, 2022: 6, 2023: 6 } }
- { name: Fine, direction: increase, decimals: 0, values: { 2019: 5, 2022: 7.1, 2023: 7.2 } }
");
    for keys in ["2", "2 c", "2 c c"] {
        let screen = shown(&text, keys);
        for basis in [
            "got worse: from 9 to 7 in 2023",
            "improved: from 12 to 15 in 2023",
            "unchanged: 6, as in 2022",
            "improved: from 7.1 to 7.2 in 2023",
        ] {
            assert!(screen.contains(basis), "{keys}: {basis} is not on\n{screen}");
        }
    }
    assert!(shown(&text, "2 c").contains("+2 (+40%) since 2019"), "{}", shown(&text, "2 c"));
    let detail = shown(&text, "2 c Enter");
    assert!(detail.contains("+2 (+40%) on 2019") && detail.contains("from 9 to 7 in 2023"), "{detail}");
}

#[test]
fn where_it_is_not_known_what_a_value_is_or_of_which_period_nothing_is_judged_by_the_others() {
    let judged = ["Standing: met", "Standing: missed", "got worse", "improved", "on track"];
    for values in [
        "2022: 80, 2023: { value: 105, status: forcast }",
        "2022: 80, 2023: { value: 105, status: [forecast] }",
        "2022: 80, 2023: { value: 105, stauts: forecast }",
        "2022: { value: 120, status: 'forecast, provisional' }, 2023: 80",
    ] {
        let text = of(&format!(
            "- {{ name: A, direction: increase, target: {{ period: 2023, value: 100 }}, values: {{ {values} }} }}"
        ));
        says(&text, &["not judged: the status of a value cannot be read"], &judged);
        says(&text.replace("target: { period: 2023, value: 100 }, ", ""), &["status of a value"], &judged);
    }
    let text = of(
        "- { name: A, direction: increase, target: { period: 2023, value: 100 }, values: { 2022: 100, '2023 !!': 80 } }",
    );
    says(&text, &["not judged: one of its values cannot be read"], &judged);
}

/// The report of a file.
fn report(text: &str) -> String {
    let reading = read_on(text, day());
    let figures = derive(&reading.programme, day());
    coopdash::output::report(&reading, &figures, "a.yaml")
}

/// Asserts that report, overview and metrics together say each of the words, and that none of them says any of the
/// others.
#[track_caller]
fn says(text: &str, words: &[&str], never: &[&str]) {
    let all = [report(text), shown(text, "1"), shown(text, "2"), shown(text, "2 Enter")];
    for one in &all {
        assert!(!never.iter().any(|words| one.contains(words)), "{never:?}\n{one}");
    }
    let all = all.join("\n");
    for words in words {
        assert!(all.contains(words), "{words}\n{all}");
    }
}

#[test]
fn a_target_that_cannot_be_read_is_not_judged_in_the_head_line_either() {
    let text =
        of("- { name: Courses, direction: increase, target: '>= 20', values: { 2022: 5, 2023: 11 } }\n");
    says(&text, &["The one target is not judged", "not judged: the target cannot be read"], &["improved"]);
    let text = of("- { name: A, direction: increase, targets: nonsense, values: { 2022: 5, 2023: 11 } }
- { name: B, direction: increase, values: { 2022: 5, 2023: 9 } }\n");
    says(&text, &["The one target is not judged; 1 other metric improved"], &["Both", "2 metrics"]);
}

#[test]
fn of_two_keys_that_contradict_each_other_neither_is_judged() {
    let two = "the file states one figure in two ways";
    for (fields, never) in [
        ("target: 8, target: 10, direction: increase", "target 8"),
        ("direction: decrease, direction: increase", "got worse"),
        (
            "direction: increase, baseline: { period: 2021, value: 1 }, baseline: { period: 2021, value: 9 }, target: { period: 2025, value: 20 }",
            "on track",
        ),
        ("direction: increase, goal: 8, target: 10", "is met"),
        ("direction: increase, cumulative: true, cumulative: false", "improved"),
        ("direction: increase, measure: count, measure: percentage", "%)"),
        ("direction: increase, unit: people, unit: '%'", "%)"),
    ] {
        let text = of(&format!("- {{ name: A, {fields}, values: {{ 2022: 5, 2023: 9 }} }}\n"));
        says(&text, &[two, "could not be read"], &[never, "Nothing needs attention"]);
    }
    let text = of(
        "- { name: A, direction: increase, values: { 2022: 5, 2023: 9 }, values: { 2022: 5, 2023: 3 } }\n",
    );
    says(&text, &[two, "could not be read"], &["improved", "Nothing needs attention"]);
    for group in ["{ period: 2023, value: 8, value: 10 }", "{ period: 2023, value: 8, period: 2024 }"] {
        let text = of(&format!(
            "- {{ name: A, direction: increase, target: {group}, values: {{ 2022: 5, 2023: 9 }} }}\n"
        ));
        says(&text, &["not judged: the target cannot be read"], &["is met"]);
    }
    let alike =
        of("- { name: A, target: 8, target: 8, direction: increase, values: { 2022: 5, 2023: 9 } }\n");
    says(&alike, &["The one target is met"], &[two]);
}

#[test]
fn of_two_days_neither_makes_a_commitment_late_and_of_two_statuses_neither_is_ticked() {
    let text = "programme: { title: T }
initiatives:
- { title: A, owner: B, status: agreed, due: 2023-01-01, due: 2026-01-01 }
";
    let said = report(text);
    assert!(said.contains("due date could not be read") && !said.contains("late"), "{said}");
    let mut desk = Desk::new(&text.replace("status: agreed", "status: agreed, status: completed"));
    desk.press("3 Space");
    desk.says("Its status cannot be read, so it is not ticked");
}

#[test]
fn nothing_is_computed_while_it_is_not_known_what_kind_of_number_it_is() {
    let text =
        of("- { name: A, measure: glorp, direction: increase, values: { 2021: 55, 2022: 60, 2023: 75 } }\n");
    let why = ["n/a (measure not readable)", "not judged: the measure cannot be read"];
    says(&text, &why, &["%)", "improved", "count (", "/yr"]);
    let text =
        of("- { name: A, cumulative: ja, direction: increase, values: { 2021: 1, 2022: 2, 2023: 4 } }\n");
    let why = ["n/a (cumulative not readable)", "not judged: `cumulative` cannot be read"];
    says(&text, &why, &["%)", "improved", "/yr"]);
    let text =
        of("- { name: A, measure: glorp, unit: '%', direction: increase, values: { 2022: 60, 2023: 75 } }\n");
    says(&text, &["+15 pp", "improved"], &["not judged"]);
}

#[test]
fn a_measure_is_understood_by_the_words_that_a_unit_is_understood_by() {
    for word in ["prozent", "Prozent", "percent", "pourcentage", "posto", "процент", "share"] {
        let text = of(&format!(
            "- {{ name: A, measure: {word}, direction: increase, values: {{ 2022: 60, 2023: 75 }} }}\n"
        ));
        says(&text, &["+15 pp", "is read as `percentage`"], &["%)", "not readable"]);
    }
}

#[test]
fn nothing_is_judged_by_bands_that_cannot_be_read() {
    for bands in
        ["on_track: 0.5", "on_track: 80%, needs_acceleration: 0.4", "on_track: 80, needs_acceleration: 60"]
    {
        let metric = |value| {
            of(&format!(
                "- {{ name: A, direction: increase, thresholds: {{ {bands} }}, baseline: {{ period: 2020, value: 0 }}, target: {{ period: 2025, value: 10 }}, values: {{ 2022: 2, 2023: {value} }} }}\n"
            ))
        };
        let words = ["not judged: the thresholds cannot be read", "Thresholds: not readable"];
        says(&metric(3), &words, &["limited progress", "needs acceleration", "Write 80."]);
        says(&metric(11), &["met early"], &["not judged"]);
    }
    let text = of("- { name: A, thresholds: { on_track: 80%, needs_acceleration: 40 % } }\n");
    says(&text, &["Write 0.8.", "Write 0.4."], &["Write 80."]);
}

#[test]
fn a_direction_or_a_baseline_that_cannot_be_read_is_not_one_that_was_not_given() {
    let text = of("- { name: A, direction: [up], values: { 2022: 2, 2023: 3 } }\n");
    says(&text, &["not judged: the direction cannot be read"], &["no direction given"]);
    let text = of(
        "- { name: A, direction: increase, baseline: some, target: { period: 2025, value: 10 }, values: { 2022: 2, 2023: 3 } }\n",
    );
    says(&text, &["not judged: the baseline cannot be read"], &["no baseline"]);
}

#[test]
fn a_number_that_others_read_to_the_base_of_eight_is_refused_in_the_file_and_on_the_screen() {
    for (written, help) in
        [("010", "Write 10"), ("-0755", "Write -755"), ("08", "Write 8"), ("00", "Write 0")]
    {
        let text = of(&format!("- {{ name: A, values: {{ 2022: {written}, 2023: 5 }} }}\n"));
        says(&text, &[&format!("`{written}` is not a number"), help, "1 value could not be read"], &[]);
    }
    let text = of("- { name: A, values: { 2022: 3, 2023: 0.5, 2024: 00.5 } }\n");
    says(&text, &[], &["not a number"]);
    let mut desk = Desk::new(&of("- { name: A, values: { 2022: 3, 2023: 5 } }\n"));
    let before = desk.disk.clone();
    desk.press("2 m j Enter Ctrl-U \"010\" Enter");
    assert_eq!(desk.disk, before, "{}", plain(&desk.state));
    desk.says("Write 10, or null");
}

#[test]
fn what_two_people_changed_differently_is_not_judged_until_somebody_chooses() {
    let conflict = |name: &str| {
        format!(
            "- name: {name}
  direction: increase
  target: {{ value: 8, period: 2022 }}
  values:
    2021: 5
<<<<<<< HEAD
    2022: 9
=======
    2022: 7
>>>>>>> other
"
        )
    };
    let sound = "- { name: Sound, direction: increase, target: { value: 8, period: 2022 }, values: { 2021: 5, 2022: 9 } }\n";
    let text = of(&format!("{sound}{}{sound}", conflict("Courses")));
    let words = [
        "1 of 3 targets is not judged, 2 are met",
        "not judged: the file states one figure in two ways",
        "1 merge conflict could not be read",
    ];
    says(&text, &words, &["Nothing needs attention", "targets are met"]);
    let added = of(&format!("{sound}<<<<<<< HEAD\n{sound}=======\n>>>>>>> other\n{}", conflict("Courses")));
    let words_of_two = ["2 of 3 targets are not judged, 1 is met", "2 merge conflicts could not be read"];
    says(&added, &words_of_two, &["Nothing needs attention"]);
    let longer = text.replace("    2022: 9\n=======\n    2022: 7\n", "=======\n    2022: 9\n");
    says(&longer, &words[1..], &["Nothing needs attention"]);
    let stray = text.replace("=======\n    2022: 7\n>>>>>>> other\n", "");
    says(&stray, &words, &["Nothing needs attention", "targets are met"]);
}
