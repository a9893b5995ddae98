//! The command line: what is printed where, and with which exit code.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]
#![expect(clippy::disallowed_methods, reason = "files are made for the program to open")]

use coopdash::app::Tab;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// Runs the program in a folder, with standard input from `input`, and no terminal anywhere.
fn run(folder: &Path, arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_coopdash"))
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that does not read its input may close it first.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

const SMALL: &str =
    "programme: { title: Small }\nmetrics:\n  - name: Visits\n    values: { 2022: 3, 2023: 5 }\n";

#[test]
fn without_a_terminal_the_report_of_the_built_in_programme_is_printed() {
    let folder = tempfile::tempdir().unwrap();
    let output = run(folder.path(), &["--as-of", "2024-01-15"], "");
    let printed = text(&output.stdout);
    assert_eq!(output.status.code(), Some(0));
    assert!(
        printed.contains("+15 pp") && printed.contains("+0.8 pp") && printed.contains("+2 (+67%)"),
        "{printed}"
    );
    assert!(printed.contains("Target: none set") && !printed.contains('\u{1b}'));
}

#[test]
fn coopdash_yaml_of_the_folder_is_opened_when_no_file_is_named() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("coopdash.yaml"), SMALL).unwrap();
    assert!(text(&run(folder.path(), &[], "").stdout).starts_with("Small\n"));
    assert!(text(&run(folder.path(), &["report"], "").stdout).starts_with("Small\n"));
}

#[test]
fn a_dash_reads_standard_input() {
    let folder = tempfile::tempdir().unwrap();
    let output = run(folder.path(), &["-"], SMALL);
    assert!(text(&output.stdout).contains("5 in 2023, 3 in 2022. Up 2, 67 per cent."));
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn missing_unreadable_and_wrong_are_three_messages() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("latin1.yaml"), b"programme: { title: M\xfcnchen }\n").unwrap();
    std::fs::write(folder.path().join("list.yaml"), "- one\n- two\n").unwrap();

    let missing = run(folder.path(), &["nowhere.yaml"], "");
    assert_eq!(missing.status.code(), Some(1));
    assert!(
        text(&missing.stderr).contains("nowhere.yaml: there is no such file"),
        "{}",
        text(&missing.stderr)
    );
    assert!(missing.stdout.is_empty());

    let unreadable = run(folder.path(), &["latin1.yaml"], "");
    assert_eq!(unreadable.status.code(), Some(1));
    assert!(
        text(&unreadable.stderr).contains("not UTF-8 text at line 1, column 22"),
        "{}",
        text(&unreadable.stderr)
    );

    let wrong = run(folder.path(), &["check", "list.yaml"], "");
    assert_eq!(wrong.status.code(), Some(1));
    assert!(text(&wrong.stdout).contains("list.yaml:1:1"), "{}", text(&wrong.stdout));
}

#[test]
fn check_says_that_a_sound_file_is_sound_and_fails_on_an_error() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("good.yaml"), SMALL).unwrap();
    std::fs::write(folder.path().join("bad.yaml"), SMALL.replace("2022: 3", "2022: three")).unwrap();
    assert_eq!(run(folder.path(), &["check", "good.yaml"], "").status.code(), Some(0));
    let bad = run(folder.path(), &["check", "good.yaml", "bad.yaml"], "");
    assert_eq!(bad.status.code(), Some(1));
    let printed = text(&bad.stdout);
    assert!(printed.contains("bad.yaml:4:21") && printed.contains("2022: three"), "{printed}");
}

#[test]
fn new_writes_a_file_that_is_sound_and_never_overwrites() {
    let folder = tempfile::tempdir().unwrap();
    for (arguments, name) in
        [(vec!["new", "a.yaml"], "a.yaml"), (vec!["new", "--example", "b.yaml"], "b.yaml")]
    {
        assert_eq!(run(folder.path(), &arguments, "").status.code(), Some(0));
        let written = std::fs::read_to_string(folder.path().join(name)).unwrap();
        assert!(written.len() > 1000);
        let check = run(folder.path(), &["check", name], "");
        assert_eq!(check.status.code(), Some(0), "{}", text(&check.stdout));

        let again = run(folder.path(), &arguments, "");
        assert_eq!(again.status.code(), Some(1));
        assert!(
            text(&again.stderr).contains("there is a file of this name already"),
            "{}",
            text(&again.stderr)
        );
        assert_eq!(std::fs::read_to_string(folder.path().join(name)).unwrap(), written);
    }
}

#[test]
fn wrong_arguments_exit_with_two_and_help_with_nought() {
    let folder = tempfile::tempdir().unwrap();
    let wrong = run(folder.path(), &["--no-such-flag"], "");
    assert_eq!(wrong.status.code(), Some(2));
    let help = run(folder.path(), &["--help"], "");
    assert_eq!(help.status.code(), Some(0));
    assert!(text(&help.stdout).contains("coopdash new programme.yaml"));
    assert_eq!(run(folder.path(), &["--as-of", "08/02/24"], "").status.code(), Some(2));
}

#[test]
fn a_reader_that_goes_away_is_no_failure_and_a_full_disk_is_one() {
    let folder = tempfile::tempdir().unwrap();
    let binary = env!("CARGO_BIN_EXE_coopdash");
    let shell = |command: &str| {
        Command::new("sh")
            .arg("-c")
            .arg(command)
            .env("BIN", binary)
            .current_dir(folder.path())
            .output()
            .unwrap()
    };
    let piped = shell("\"$BIN\" report | head -n 1");
    assert!(piped.stderr.is_empty() && !piped.stdout.is_empty());
    if Path::new("/dev/full").exists() {
        let full = shell("\"$BIN\" report > /dev/full");
        assert_eq!(full.status.code(), Some(1));
        assert!(text(&full.stderr).contains("the disk is full"), "{}", text(&full.stderr));
    }
    for words in ["--help", "--version", "report", "check --help", "schema"] {
        if Path::new("/dev/full").exists() {
            let full = shell(&format!("\"$BIN\" {words} > /dev/full"));
            assert_eq!(full.status.code(), Some(1), "{words}");
            assert!(text(&full.stderr).contains("the disk is full"), "{words}: {}", text(&full.stderr));
        }
        let closed = shell(&format!("\"$BIN\" {words} </dev/null >&-"));
        assert_eq!(closed.status.code(), Some(1), "{words}");
        assert!(
            text(&closed.stderr).contains("standard output is closed"),
            "{words}: {}",
            text(&closed.stderr)
        );
        let unwanted = shell(&format!("\"$BIN\" {words} </dev/null >/dev/null"));
        assert_eq!(unwanted.status.code(), Some(0), "{words}: {}", text(&unwanted.stderr));
    }
}

#[test]
fn read_only_begins_no_file() {
    let folder = tempfile::tempdir().unwrap();
    for words in [["new", "--read-only", "x.yaml"], ["--read-only", "new", "x.yaml"]] {
        let refused = run(folder.path(), &words, "");
        assert_eq!(refused.status.code(), Some(2), "{}", text(&refused.stderr));
        assert!(text(&refused.stderr).contains("--read-only writes no file"), "{}", text(&refused.stderr));
        assert!(!folder.path().join("x.yaml").exists());
    }
}

#[test]
fn what_is_wrong_with_a_theme_is_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("t.yaml"), "name: x\n").unwrap();
    let said = run(folder.path(), &["--theme", "t.yaml", "doctor"], "");
    let said = text(&said.stderr);
    assert_eq!(said.matches("unknown field").count(), 1, "{said}");
    assert!(!said.contains('¶') && !said.contains("<input>"), "{said}");
}

#[test]
fn render_prints_each_screen_as_text_with_colours_or_as_a_picture() {
    let folder = tempfile::tempdir().unwrap();
    let pages = [
        ("overview", "Needs attention (3)"),
        ("metrics", "+2 (+67%)"),
        ("initiatives", "[ ] 6 open"),
        ("recommendations", "1 Enhanced Interoperability"),
        ("evaluation", "not scored"),
        ("meetings", "1 no date"),
        ("about", "About this programme."),
        ("problems", "Nothing is wrong with this file."),
        ("help", "Esc closes"),
    ];
    let is_tried = |tab: &Tab| pages.iter().any(|(page, _)| *page == tab.name());
    assert!(Tab::ALL.iter().all(is_tried), "every tab has a row above");
    for (page, word) in pages {
        let arguments =
            ["render", "--tab", page, "--size", "80x24", "--as-of", "2024-01-15", "--glyphs", "ascii"];
        let output = run(folder.path(), &arguments, "");
        let printed = text(&output.stdout);
        assert_eq!(output.status.code(), Some(0), "{page}: {}", text(&output.stderr));
        assert_eq!(printed.lines().count(), 24, "{page}:\n{printed}");
        assert!(printed.contains(word) && !printed.contains('\u{1b}'), "{page}:\n{printed}");
    }
    let render = |more: &[&str]| {
        text(&run(folder.path(), &[&["render", "--as-of", "2024-01-15"], more].concat(), "").stdout)
    };
    assert!(render(&["--format", "ansi", "--color", "16"]).contains("\u{1b}[0;"));
    assert!(!render(&["--format", "ansi", "--color", "never"]).contains("38;"));
    let (dark, light) = (render(&["--format", "svg"]), render(&["--format", "svg", "--theme", "light"]));
    assert!(dark.starts_with("<svg ") && dark.contains("<title>coopdash: overview</title>"));
    assert_eq!(
        dark,
        render(&["--format", "svg", "--theme", "dark"]),
        "a picture of its own background is dark"
    );
    assert_ne!(dark, light);
}

#[test]
fn render_fails_where_the_file_cannot_be_read_and_refuses_a_size_that_is_none() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(run(folder.path(), &["render", "nowhere.yaml"], "").status.code(), Some(1));
    let broken = run(folder.path(), &["render", "-"], "- one\n");
    assert_eq!(broken.status.code(), Some(1));
    assert_eq!(run(folder.path(), &["render", "-", "--size", "80x24"], SMALL).status.code(), Some(0));
    for size in ["80", "0x24", "80x1000", "-1x5", "axb"] {
        let output = run(folder.path(), &["render", &format!("--size={size}")], "");
        assert_eq!(output.status.code(), Some(2), "{size}");
    }
}

/// Runs the program with nothing in its environment but these variables.
fn run_in(folder: &Path, variables: &[(&str, &str)], arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_coopdash"))
        .args(arguments)
        .current_dir(folder)
        .env_clear()
        .envs(variables.iter().copied())
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

#[test]
fn the_doctor_says_what_was_chosen_and_why() {
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path().to_str().unwrap();
    let variables = [("TERM", "xterm-256color"), ("LANG", "C.UTF-8"), ("HOME", home)];
    let said = text(&run_in(folder.path(), &variables, &["doctor"]).stdout);
    assert!(said.contains("Characters  full: the locale is UTF-8\n"), "{said}");
    assert!(said.contains("Colours     256: TERM names 256 colours\n"), "{said}");
    assert!(said.contains("Theme       auto: none was asked for\n"), "{said}");
    assert!(said.contains("TERM            xterm-256color\n") && said.contains("NO_COLOR        not set\n"));
    assert!(
        said.contains("coopdash.yaml (not there)") && said.ends_with("Nothing is wrong with the settings.\n")
    );
    let variables = [("TERM", "linux"), ("LANG", "C.UTF-8"), ("NO_COLOR", "1")];
    let said = text(&run_in(folder.path(), &variables, &["doctor", "--theme", "light"]).stdout);
    assert!(said.contains("Characters  console: TERM is the Linux console\n"), "{said}");
    assert!(said.contains("Colours     one: NO_COLOR is set\n"), "{said}");
    assert!(said.contains("Theme       light: asked for on the command line\n"), "{said}");
    assert!(said.contains("no folder for settings: HOME is not set"), "{said}");
}

#[test]
fn the_doctor_says_how_the_file_in_use_is_followed() {
    let folder = tempfile::tempdir().unwrap();
    let doctor = |variables: &[(&str, &str)], file: &[&str]| {
        text(&run_in(folder.path(), variables, &[&["doctor"], file].concat()).stdout)
    };
    assert!(!doctor(&[], &[]).contains("followed"), "there is no file");
    std::fs::write(folder.path().join("coopdash.yaml"), "programme: { title: T }\n").unwrap();
    std::fs::write(folder.path().join("other.yaml"), "programme: { title: T }\n").unwrap();
    let events = "followed        the system tells of every change at once\n";
    assert!(doctor(&[], &[]).contains(events), "{}", doctor(&[], &[]));
    let said = doctor(&[], &["other.yaml"]);
    assert!(said.contains("other.yaml (there)\n") && said.contains(events), "{said}");
    let looks = "followed        looked at every two seconds: COOPDASH_WATCH asks for it\n";
    assert!(doctor(&[("COOPDASH_WATCH", "stat")], &[]).contains(looks));
    assert!(doctor(&[], &["/dev/null"]).contains("followed        not at all: it is no plain file\n"));
}

#[test]
fn every_line_of_the_doctor_fits_into_eighty_columns() {
    let folder = tempfile::tempdir().unwrap();
    let said = text(&run_in(folder.path(), &[("TERM", "xterm")], &["doctor"]).stdout);
    for line in said.lines() {
        assert!(coopdash::text::width(line) <= 80, "{line}");
    }
}

#[test]
fn the_settings_file_is_followed_unless_the_command_line_or_no_color_says_otherwise() {
    let folder = tempfile::tempdir().unwrap();
    let settings = folder.path().join("coopdash");
    std::fs::create_dir(&settings).unwrap();
    std::fs::write(settings.join("settings.yaml"), "glyphs: ascii\ncolor: 16\ntheme: own.yaml\n").unwrap();
    std::fs::write(settings.join("own.yaml"), "rgb: { bad: \"bold #ff0000\" }\n").unwrap();
    let config = folder.path().to_str().unwrap();
    let variables = [("TERM", "xterm"), ("LANG", "C.UTF-8"), ("XDG_CONFIG_HOME", config)];
    let said = text(&run_in(folder.path(), &variables, &["doctor"]).stdout);
    assert!(said.contains("Characters  ascii: asked for in the settings file\n"), "{said}");
    assert!(said.contains("Colours     16: asked for in the settings file\n"), "{said}");
    assert!(said.contains("Theme       your own: asked for in the settings file\n"), "{said}");
    let said = text(
        &run_in(
            folder.path(),
            &[variables.as_slice(), &[("NO_COLOR", "1")]].concat(),
            &["doctor", "--glyphs", "full", "--theme", "dark"],
        )
        .stdout,
    );
    assert!(said.contains("Characters  full: asked for on the command line\n"), "{said}");
    assert!(said.contains("Colours     one: NO_COLOR is set\n"), "{said}");
    assert!(said.contains("Theme       dark: asked for on the command line\n"), "{said}");
}

#[test]
fn a_wrong_settings_file_is_named_with_what_to_write() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("coopdash")).unwrap();
    let config = folder.path().to_str().unwrap();
    let doctor = |settings: &str| {
        std::fs::write(folder.path().join("coopdash/settings.yaml"), settings).unwrap();
        let output = run_in(folder.path(), &[("TERM", "xterm"), ("XDG_CONFIG_HOME", config)], &["doctor"]);
        (output.status.code(), text(&output.stdout))
    };
    let (code, said) = doctor("glyphs: fancy\n");
    assert_eq!(code, Some(1));
    assert!(
        said.contains("settings.yaml: glyphs: \"fancy\" is not known; write auto, full, console, ascii"),
        "{said}"
    );
    let (code, said) = doctor("theme: sunny\n");
    assert_eq!(code, Some(1));
    assert!(said.contains("theme \"sunny\": neither a file nor one of auto, dark, light"), "{said}");
    assert_eq!(doctor("# nothing yet\n").0, Some(0));
}

#[test]
fn a_theme_file_of_ones_own_colours_a_picture_and_a_wrong_one_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("own.yaml"), "rgb: { current: \"#123456\" }\n").unwrap();
    std::fs::write(folder.path().join("wrong.yaml"), "rgb: { current: \"blau\" }\n").unwrap();
    let render = |theme: &str| {
        run(folder.path(), &["render", "--tab", "metrics", "--format", "svg", "--theme", theme], "")
    };
    assert!(text(&render("own.yaml").stdout).contains("#123456"));
    let refused = render("wrong.yaml");
    assert_eq!(refused.status.code(), Some(1));
    assert!(
        text(&refused.stderr).contains("wrong.yaml: rgb, Current: \"blau\" is not a colour"),
        "{refused:?}"
    );
}

#[test]
fn the_doctor_measures_a_theme_of_ones_own_and_names_what_is_hard_to_read() {
    let folder = tempfile::tempdir().unwrap();
    let doctor = |theme: &str| {
        std::fs::write(folder.path().join("own.yaml"), theme).unwrap();
        let output = run(folder.path(), &["doctor", "--theme", "own.yaml"], "");
        (output.status.code(), text(&output.stdout))
    };
    let (code, said) = doctor("rgb: { muted: \"#6f757d\", good: \"#9a9a30\", bad: \"#d08830\" }\n");
    assert_eq!(code, Some(1), "{said}");
    for line in [
        "Hard to read in this theme",
        "  rgb, muted #6f757d: 3.2:1 on #002b36; text needs 4.5:1",
        "apart to eyes with deuteranopia; 15 is needed",
        "apart to eyes with protanopia; 15 is needed",
    ] {
        assert!(said.contains(line), "{line} is missing:\n{said}");
    }
    assert!(said.lines().all(|line| coopdash::text::width(line) <= 80), "{said}");
    let (code, said) = doctor("rgb: { muted: \"#a3a8af\" }\n");
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("Nothing is wrong") && !said.contains("Hard to read"), "{said}");
}

#[test]
fn options_stand_before_or_after_the_command() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("x.yaml"), SMALL).unwrap();
    let options = [&["--as-of", "2024-01-15"][..], &["--read-only"], &["--as", "Ann"], &["--captive"]];
    for option in options {
        let before = run(folder.path(), &[option, &["report", "x.yaml"]].concat(), "");
        let between = run(folder.path(), &[&["report"], option, &["x.yaml"]].concat(), "");
        let after = run(folder.path(), &[&["report", "x.yaml"], option].concat(), "");
        assert_eq!(before.status.code(), Some(0), "{option:?}: {}", text(&before.stderr));
        assert!(text(&before.stdout).starts_with("Small\n"));
        assert_eq!((&before.stdout, &before.stdout), (&between.stdout, &after.stdout), "{option:?}");
    }
    let render = |arguments: &[&str]| text(&run(folder.path(), arguments, "").stdout);
    let before = render(&["--glyphs", "ascii", "render", "x.yaml"]);
    assert!(before.is_ascii() && before == render(&["render", "x.yaml", "--glyphs", "ascii"]));
    assert_ne!(before, render(&["render", "x.yaml", "--glyphs", "full"]));
    assert_eq!(run(folder.path(), &["x.yaml", "--read-only"], "").status.code(), Some(0));
}

#[test]
fn a_file_before_the_command_is_refused_with_what_to_write() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("x.yaml"), SMALL).unwrap();
    let wrong = run(folder.path(), &["x.yaml", "check", "x.yaml"], "");
    assert_eq!((wrong.status.code(), wrong.stdout.len()), (Some(2), 0));
    assert!(text(&wrong.stderr).contains("coopdash COMMAND FILE"), "{}", text(&wrong.stderr));
}

/// The program as a visitor through SSH gets it, who asked for this.
fn visit(folder: &Path, asked: &str, arguments: &[&str]) -> Output {
    run_in(folder, &[("SSH_ORIGINAL_COMMAND", asked)], &[&["--captive"], arguments].concat())
}

#[test]
fn a_visitor_gets_the_report_and_the_check_of_the_named_file_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("x.yaml"), SMALL.replace("2022: 3", "2022: three")).unwrap();
    let report = text(&run(folder.path(), &["report", "x.yaml"], "").stdout);
    for (arguments, asked) in [
        (&["x.yaml"][..], ""),
        (&["x.yaml"], "report"),
        (&["x.yaml"], " report\n"),
        (&["present", "x.yaml"], "report"),
        (&["check", "x.yaml"], "report"),
        (&["report", "x.yaml"], ""),
    ] {
        assert_eq!(text(&visit(folder.path(), asked, arguments).stdout), report, "{arguments:?} {asked:?}");
    }
    let check = visit(folder.path(), "check", &["x.yaml"]);
    assert_eq!(check.status.code(), Some(1));
    assert!(text(&check.stdout).contains("x.yaml:4:21"), "{}", text(&check.stdout));
    for asked in [
        "sh",
        "report; sh",
        "report /etc/passwd",
        "check -",
        "REPORT",
        "report\nsh",
        "/usr/lib/openssh/sftp-server",
        "scp -t .",
        "internal-sftp",
        "$(sh)",
        "doctor",
        "new x",
        "--help",
        "\u{1b}[2J",
    ] {
        let refused = visit(folder.path(), asked, &["x.yaml"]);
        assert_eq!((refused.status.code(), refused.stdout.len()), (Some(1), 0), "{asked:?}");
        let said = text(&refused.stderr);
        assert!(said.contains("runs nothing else") && !said.contains('\u{1b}'), "{asked:?}: {said}");
    }
}

#[test]
fn captives_see_no_file_that_was_not_named() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("coopdash.yaml"), SMALL).unwrap();
    assert!(text(&visit(folder.path(), "", &[]).stdout).contains("built-in example"));
    assert!(text(&visit(folder.path(), "report", &[]).stdout).contains("built-in example"));
    assert_eq!(visit(folder.path(), "check", &[]).status.code(), Some(1));
    for arguments in [
        &["-"][..],
        &["report", "-"],
        &["check", "coopdash.yaml", "-"],
        &["doctor"],
        &["new", "x.yaml"],
        &["schema"],
        &["render"],
    ] {
        for asked in ["", "report"] {
            let wrong = visit(folder.path(), asked, arguments);
            assert_eq!((wrong.status.code(), wrong.stdout.len()), (Some(2), 0), "{arguments:?}");
        }
    }
    assert!(!folder.path().join("x.yaml").exists());
}

#[test]
fn the_commands_in_the_readme_for_visitors_and_walls_are_understood() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("programme.yaml"), SMALL).unwrap();
    let readme = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    for start in ["    ForceCommand ", "ExecStart="] {
        let command = readme.lines().find_map(|line| line.strip_prefix(start)).unwrap();
        let command = command.replace("/srv/coop/", "");
        let mut words = command.split(' ');
        assert_eq!(words.next(), Some("/usr/local/bin/coopdash"));
        let output = run(folder.path(), &words.collect::<Vec<_>>(), "");
        assert!(text(&output.stdout).starts_with("Small\n"), "{command}: {}", text(&output.stderr));
    }
}

#[test]
fn a_mistyped_command_and_a_day_that_is_none_are_answered_with_what_to_write() {
    let folder = tempfile::tempdir().unwrap();
    let said = |arguments: &[&str]| text(&run(folder.path(), arguments, "").stderr);
    assert!(said(&["chek"]).contains("coopdash check FILE"), "{}", said(&["chek"]));
    assert!(said(&["nowhere.yaml"]).contains("check the name"), "{}", said(&["nowhere.yaml"]));
    let file = "programme: { title: T, as_of: 8.2.2024 }\n";
    let in_file = text(&run(folder.path(), &["check", "-"], file).stdout);
    let day = said(&["--as-of", "8.2.2024", "report"]);
    assert!(in_file.contains("2024-02-08") && day.contains("2024-02-08"), "{in_file}\n{day}");
    for wrong in ["08/02/24", "yesterday", "\"", "2024-02-30", ""] {
        assert!(
            said(&["--as-of", wrong, "report"]).contains("rite"),
            "{}",
            said(&["--as-of", wrong, "report"])
        );
    }
}
