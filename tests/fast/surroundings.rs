//! What is around the program: its variables, its clock, the editors that are there.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use chrono::NaiveDate;
use coopdash::shell::{Clock, Environment, editor};
use std::path::Path;
use std::time::Duration;

fn environment(variables: &[(&str, &str)]) -> Environment {
    Environment::from_variables(|name| {
        variables.iter().find(|(variable, _)| *variable == name).map(|(_, value)| value.into())
    })
}

#[test]
fn an_empty_variable_is_unset() {
    let found = environment(&[("NO_COLOR", ""), ("LC_ALL", ""), ("LANG", "C.UTF-8"), ("VISUAL", "")]);
    assert!(!found.no_color);
    assert_eq!(found.locale.as_deref(), Some("C.UTF-8"));
    assert_eq!(found.visual, None);
}

#[test]
fn the_stronger_variable_wins() {
    let found = environment(&[("LC_ALL", "C"), ("LC_CTYPE", "de_DE.UTF-8"), ("NO_COLOR", "0")]);
    assert_eq!(found.locale.as_deref(), Some("C"));
    assert!(found.no_color, "any value counts");
}

#[test]
fn folders_follow_from_home_unless_they_are_named() {
    let home = ("HOME", "/home/ann");
    assert_eq!(environment(&[home]).config, Some("/home/ann/.config".into()));
    let named = environment(&[home, ("XDG_CONFIG_HOME", "/var/ann")]);
    assert_eq!(named.config, Some("/var/ann".into()));
    let relative = environment(&[("HOME", "ann"), ("XDG_CONFIG_HOME", "config")]);
    assert_eq!(relative.config, None);
}

#[test]
fn a_fast_clock_shows_what_it_was_told_and_waits_shorter() {
    let eve = NaiveDate::from_ymd_opt(2026, 12, 31).unwrap().and_hms_opt(23, 0, 0).unwrap();
    let clock = Clock::fast(eve, 3600);
    assert!(clock.now() >= eve);
    assert_eq!(clock.wait(Duration::from_hours(1)), Duration::from_secs(1));
    let left = clock.until_tomorrow().unwrap();
    assert!(left <= Duration::from_secs(1), "{left:?}");
    assert!(Clock::SYSTEM.until_tomorrow().unwrap() <= Duration::from_hours(25));
}

/// Folders with programs of these names, and an environment that looks for programs there.
fn with(names: &[&str]) -> (tempfile::TempDir, Environment) {
    let folder = tempfile::tempdir().unwrap();
    for name in names {
        let mode = rustix::fs::Mode::from_raw_mode(if *name == "notes" { 0o600 } else { 0o700 });
        rustix::fs::open(folder.path().join(name), rustix::fs::OFlags::CREATE, mode).unwrap();
    }
    let search = vec!["/nowhere".into(), folder.path().to_owned()];
    (folder, Environment { search, ..Environment::default() })
}

/// The name of the editor that comes, which variable names it, and why it is not another.
fn comes(environment: &Environment) -> (String, Option<&'static str>, Option<String>) {
    let editor = editor(environment).unwrap();
    (editor.program.file_name().unwrap().to_str().unwrap().to_owned(), editor.named_by, editor.instead)
}

#[test]
fn the_first_editor_comes_that_is_there() {
    let (_folder, usual) = with(&["nano", "vim", "vi", "kak", "notes"]);
    let set = |visual: &str, editor: &str| {
        let word = |word: &str| Some(word.to_owned()).filter(|word| !word.is_empty());
        Environment { visual: word(visual), editor: word(editor), ..usual.clone() }
    };
    let name = str::to_owned;
    assert_eq!(comes(&usual), (name("nano"), None, None));
    assert_eq!(comes(&set("", "kak -n")), (name("kak"), Some("EDITOR"), None));
    assert_eq!(comes(&set("vi", "kak")), (name("vi"), Some("VISUAL"), None));
    let missing = Some(name("VISUAL names mg, which is no program here"));
    assert_eq!(comes(&set("mg -x", "kak")), (name("kak"), Some("EDITOR"), missing.clone()));
    assert_eq!(comes(&set("mg", "")), (name("nano"), None, missing));
    let no_program = Some(name("EDITOR names notes, which is no program here"));
    assert_eq!(comes(&set("", "notes")), (name("nano"), None, no_program));
    assert_eq!(comes(&set("", "'nano")).2, Some(name("EDITOR has an open quote")));
    assert_eq!(comes(&set(" ", "kak")), (name("kak"), Some("EDITOR"), None));
    let (_folder, tiny) = with(&["vi"]);
    assert_eq!(comes(&tiny), (name("vi"), None, None));
}

/// What the editor of this command is given to open a file at line 7, with programs of these names there.
fn given(command: &str, names: &[&str]) -> String {
    let (_folder, there) = with(names);
    let editor = editor(&Environment { editor: Some(command.to_owned()), ..there }).unwrap();
    let words = editor.arguments(Path::new("p q.yaml"), 7);
    let words = words.iter().map(|word| word.to_string_lossy().into_owned());
    let name = editor.program.file_name().unwrap().to_string_lossy().into_owned();
    std::iter::once(name).chain(words).collect::<Vec<_>>().join("|")
}

#[test]
fn a_command_is_split_as_a_shell_splits_it() {
    for (command, words) in [
        ("edit", "edit"),
        ("  edit   --wait ", "edit|--wait"),
        (r#""My Editor" -n"#, "My Editor|-n"),
        (r"My\ Editor", "My Editor"),
        (r#"edit '' "b\"c" d'e f'g"#, r#"edit||b"c|de fg"#),
        (r"edit 'a\b'", r"edit|a\b"),
    ] {
        assert_eq!(given(command, &["edit", "My Editor"]), format!("{words}|p q.yaml"), "{command}");
    }
}

#[test]
fn each_editor_is_told_the_line_in_its_own_way() {
    for (name, words) in [
        ("nvim", "nvim|+7|p q.yaml"),
        ("nano", "nano|+7|p q.yaml"),
        ("hx", "hx|p q.yaml:7"),
        ("code", "code|--wait|--goto|p q.yaml:7"),
        ("ed", "ed|p q.yaml"),
    ] {
        assert_eq!(given(name, &[name]), words);
    }
}

#[test]
fn without_an_editor_it_is_said_how_to_name_one() {
    let said = editor(&Environment::default()).unwrap_err();
    assert_eq!(said, "no editor was found: set EDITOR to one, such as nano");
    let named = Environment { editor: Some("mg".to_owned()), ..Environment::default() };
    let said = editor(&named).unwrap_err();
    assert!(said.starts_with("EDITOR names mg, which is no program here; no editor was found"), "{said}");
}
