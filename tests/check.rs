//! `coopdash check`: its forms, its limits, and what it exits with.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]
#![expect(clippy::disallowed_methods, reason = "files are made for the program to open")]

use coopdash::document::CODES;
use std::path::Path;
use std::process::{Command, Output};

const PLAIN: &str =
    "programme: { title: Small }\nmetrics:\n  - name: Visits\n    values: { 2022: 3, 2023: 5 }\n";
const LATE: &str = "\
programme: { title: Late, as_of: 2024-01-15, stale_after: 30 }
metrics:
  - name: Visits
    direction: increase
    baseline: { period: 2020, value: 1 }
    target: { period: 2023, value: 9 }
    values: { 2022: 3, 2023: 5 }
initiatives:
  - title: Consultations
    status: agreed
    due: 2024-01-31
";

/// A folder with a sound file, one with an error, one with a warning, one that is late.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in [
        ("good.yaml", PLAIN.to_owned()),
        ("error.yaml", PLAIN.replace("2022: 3", "2022: three")),
        ("warning.yaml", PLAIN.replace("name: Visits", "name: Visits\n    colour: red")),
        ("late.yaml", LATE.to_owned()),
    ] {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

fn check(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_coopdash"));
    command.arg("check").args(arguments).current_dir(folder).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn the_exit_code_follows_what_fail_on_names() {
    let folder = folder();
    let day = ["--as-of", "2024-06-30"];
    for (arguments, code) in [
        (vec!["good.yaml"], 0),
        (vec!["warning.yaml"], 0),
        (vec!["late.yaml"], 0),
        (vec!["error.yaml"], 1),
        (vec!["good.yaml", "error.yaml", "good.yaml"], 1),
        (vec!["nowhere.yaml"], 1),
        (vec!["--fail-on", "warning", "warning.yaml"], 1),
        (vec!["--fail-on", "warning", "error.yaml"], 1),
        (vec!["--fail-on", "warning", "good.yaml"], 0),
        (vec!["--fail-on", "overdue", "late.yaml"], 1),
        (vec!["--fail-on", "off-target", "late.yaml"], 1),
        (vec!["--fail-on", "stale", "late.yaml"], 1),
        (vec!["--fail-on", "overdue,stale", "--fail-on", "off-target", "good.yaml"], 0),
        // Who asks for late things alone is not told by the exit code about wrong ones.
        (vec!["--fail-on", "overdue", "error.yaml"], 0),
        (vec!["--fail-on", "overdue", "--fail-on", "error", "error.yaml"], 1),
        (vec!["--fail-on", "never", "good.yaml"], 2),
        (vec![], 2),
    ] {
        let output = check(folder.path(), &[&day[..], &arguments].concat());
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {}", text(&output.stdout));
    }
}

#[test]
fn what_is_late_is_counted_from_the_day_asked_for() {
    let folder = folder();
    let on = |day: &str| {
        check(folder.path(), &["--fail-on=overdue,stale", "--format=short", "--as-of", day, "late.yaml"])
    };
    let before = on("2024-01-31");
    assert_eq!((before.status.code(), text(&before.stdout).lines().count()), (Some(0), 1));
    let after = on("2024-02-20");
    assert_eq!(after.status.code(), Some(1));
    let printed = text(&after.stdout);
    assert!(printed.contains("late.yaml:1:12: stale: The data are 36 days old\n"), "{printed}");
    assert!(printed.contains("late.yaml:9:5: overdue: Consultations is 20 days late\n"), "{printed}");
    assert!(!printed.contains("off-target"), "{printed}");
}

#[test]
fn json_is_one_document_with_a_version_places_and_conditions() {
    let folder = folder();
    let output = check(
        folder.path(),
        &["--format", "json", "--as-of", "2024-06-30", "error.yaml", "late.yaml", "nowhere.yaml"],
    );
    assert_eq!(output.status.code(), Some(1));
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&json["version"], &json["as_of"]), (&1.into(), &"2024-06-30".into()));
    let files = json["files"].as_array().unwrap();
    let finding = &files[0]["findings"][0];
    assert_eq!((&finding["code"], &finding["severity"]), (&"not-a-number".into(), &"error".into()));
    assert_eq!((&finding["place"]["line"], &finding["place"]["column"]), (&4.into(), &21.into()));
    let span = usize::try_from(finding["place"]["start"].as_u64().unwrap()).unwrap();
    let written = std::fs::read_to_string(folder.path().join("error.yaml")).unwrap();
    assert!(written.get(span..).unwrap().starts_with("three"));
    let kinds: Vec<&str> =
        files[1]["conditions"].as_array().unwrap().iter().map(|one| one["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["stale", "off-target", "overdue"]);
    assert_eq!(files[1]["conditions"][2]["line"], 9);
    assert!(files[2]["failure"].as_str().unwrap().contains("there is no such file"), "{json}");
    assert!(text(&output.stderr).contains("nowhere.yaml: there is no such file"));
}

#[test]
fn github_gets_one_command_a_finding() {
    let folder = folder();
    let output = check(folder.path(), &["--format", "github", "error.yaml", "warning.yaml", "nowhere.yaml"]);
    let printed = text(&output.stdout);
    let lines: Vec<&str> = printed.lines().collect();
    assert_eq!(lines.len(), 3, "{printed}");
    assert!(lines[0].starts_with("::error file=error.yaml,line=4,col=21,title=not-a-number::"), "{printed}");
    assert!(lines[1].starts_with("::warning file=warning.yaml,line=4,col=5,title=unknown-field::"));
    assert!(lines[2].starts_with("::error file=nowhere.yaml,title=cannot be read::"), "{printed}");
}

#[test]
fn each_kind_of_finding_is_explained_and_a_misspelt_one_names_the_nearest() {
    let folder = folder();
    for row in CODES {
        let output = check(folder.path(), &["--explain", row.name]);
        let printed = text(&output.stdout).replace('\n', " ");
        assert_eq!(output.status.code(), Some(0), "{}", row.name);
        assert!(printed.starts_with(row.name), "{printed}");
        assert!(printed.contains(row.explanation.split(' ').next_back().unwrap()), "{printed}");
    }
    let misspelt = check(folder.path(), &["--explain", "not-a-dat"]);
    assert_eq!(misspelt.status.code(), Some(2));
    assert!(text(&misspelt.stderr).contains("Perhaps `not-a-date`?"), "{}", text(&misspelt.stderr));
    let strange = check(folder.path(), &["--explain", "E0308"]);
    assert!(text(&strange.stderr).contains("Known: empty-file, "), "{}", text(&strange.stderr));
}
