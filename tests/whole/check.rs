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
fn a_day_of_completion_after_today_is_a_warning_on_that_day_only() {
    let folder = tempfile::tempdir().unwrap();
    let text = "programme: { title: T }\ninitiatives:\n  - { title: A, status: completed, completed_on: 2024-02-01 }\n";
    std::fs::write(folder.path().join("a.yaml"), text).unwrap();
    let on = |day: &str| {
        check(folder.path(), &["--as-of", day, "--format", "short", "--fail-on", "warning", "a.yaml"])
    };
    let before = on("2024-01-15");
    assert_eq!(before.status.code(), Some(1));
    let said =
        "a.yaml:3:50: warning[date-ahead]: `completed_on` of `A` is 2024-02-01, after today, 2024-01-15";
    assert!(text_of(&before).contains(said), "{}", text_of(&before));
    assert_eq!(on("2024-02-01").status.code(), Some(0));
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

/// What the program may use for a small hostile file, in kilobytes of address space: the program itself,
/// its libraries and 64 MB.
const ROOM: usize = 96 * 1024;

#[test]
fn a_hostile_file_is_refused_with_a_line_in_little_memory() {
    let folder = tempfile::tempdir().unwrap();
    let line = |n: usize| format!("x-{}: &a{0} [*a{n}, *a{n}]\n", n + 1);
    let bomb = (0..30).map(line).collect::<Vec<_>>().concat();
    let wide = format!("x-0: &a0 [{}]\n", "lol, ".repeat(20_000));
    for (name, text, line) in [
        ("bomb", format!("x-0: &a0 [lol]\n{bomb}initiatives: *a30\n"), "bomb.yaml:"),
        ("wide", format!("{wide}{bomb}initiatives: *a30\n"), "wide.yaml:"),
        ("brackets", format!("metrics:\n  {}\n", "[".repeat(200_000)), "brackets.yaml:2:"),
        ("braces", format!("metrics:\n  {}\n", "{a: ".repeat(200_000)), "braces.yaml:2:"),
        ("dashes", format!("metrics:\n  {}\n", "- ".repeat(200_000)), "dashes.yaml:2:"),
    ] {
        std::fs::write(folder.path().join(format!("{name}.yaml")), text).unwrap();
        let output = limited(folder.path(), ROOM, &format!("{name}.yaml"));
        let printed = text_of(&output);
        assert_eq!(output.status.code(), Some(1), "{name}: {printed}");
        assert!(printed.contains(line), "{name}: {printed}");
        assert!(printed.len() < 100_000, "{name} is not printed back");
    }
}

#[test]
fn what_there_is_no_memory_for_is_refused_in_words() {
    let folder = tempfile::tempdir().unwrap();
    let items = "- title: a\n".repeat(200_000);
    let texts = format!("- title: A\n  partners: [{}]\n", "a,".repeat(400_000));
    for (name, list) in [("items", items), ("texts", texts)] {
        let file = format!("{name}.yaml");
        std::fs::write(folder.path().join(&file), format!("programme: {{ title: T }}\ninitiatives:\n{list}"))
            .unwrap();
        let output = limited(folder.path(), ROOM, &file);
        let printed = text_of(&output);
        assert_eq!(output.status.code(), Some(1), "{name}: {printed}");
        assert!(
            printed.contains("error[too-large]: There is not enough memory to read"),
            "{name}: {printed}"
        );
    }
}

#[test]
fn a_scalar_of_19_megabytes_is_read_and_one_of_50_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let scalar = |megabytes: usize| {
        format!("programme:\n  title: T\n  summary: {}\n", "word ".repeat(megabytes * 200_000))
    };
    std::fs::write(folder.path().join("large.yaml"), scalar(19)).unwrap();
    let output = limited(folder.path(), ROOM + 4 * 19 * 1024, "large.yaml");
    assert_eq!(output.status.code(), Some(0), "{}", text_of(&output));
    std::fs::write(folder.path().join("huge.yaml"), scalar(50)).unwrap();
    let output = limited(folder.path(), ROOM, "huge.yaml");
    assert_eq!(output.status.code(), Some(1));
    assert!(
        text_of(&output).contains("huge.yaml: larger than 20 MB, and line 3 alone"),
        "{}",
        text_of(&output)
    );
}

#[test]
fn a_file_in_another_encoding_or_with_a_nul_is_refused_with_what_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let utf16: Vec<u8> = PLAIN.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (bytes, said) in [
        (utf16.clone(), "the text is in UTF-16, not in UTF-8"),
        ([&[0xff, 0xfe][..], &utf16].concat(), "the text is in UTF-16, not in UTF-8"),
        (
            PLAIN.replace("Small", "S\u{fc}d").chars().map(|c| u8::try_from(c).unwrap()).collect(),
            "line 1, column 22",
        ),
        (PLAIN.replace("Small", "Sm\0all").into_bytes(), "a NUL character at line 1, column 23"),
    ] {
        std::fs::write(folder.path().join("other.yaml"), bytes).unwrap();
        let output = check(folder.path(), &["other.yaml"]);
        assert_eq!(output.status.code(), Some(1));
        assert!(text_of(&output).contains(said), "{said}: {}", text_of(&output));
        let json = check(folder.path(), &["--format", "json", "other.yaml"]);
        assert!(text(&json.stdout).contains(said), "{}", text(&json.stdout));
    }
    std::fs::write(folder.path().join("empty.yaml"), "").unwrap();
    let empty = check(folder.path(), &["--format", "short", "empty.yaml"]);
    assert!(text(&empty.stdout).starts_with("empty.yaml:1:1: error[empty-file]: The file is empty\n"));
}

/// Checks a file in so many kilobytes of address space.
fn limited(folder: &Path, kilobytes: usize, file: &str) -> Output {
    let line = format!("ulimit -v {kilobytes} && exec \"$BIN\" check --format short {file}");
    let mut shell = Command::new("sh");
    shell.arg("-c").arg(line).env("BIN", env!("CARGO_BIN_EXE_coopdash")).current_dir(folder).output().unwrap()
}

fn text_of(output: &Output) -> String {
    text(&output.stdout) + &text(&output.stderr)
}
