//! What is written down equals what the code makes: keys in the README, pictures, reference pages.
//!
//! `UPDATE=1 cargo test --test fast fresh::` writes them anew.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]
#![expect(clippy::disallowed_methods, reason = "the README is read here")]

use crate::golden;
use crate::pages::FULL;
use crate::stage;
use chrono::NaiveDate;
use coopdash::app::{Access, App, HelpGroup, Opening, Origin, Tab, sheet};
use coopdash::document::{EXAMPLE, read_on};
use coopdash::figures::{MetricStanding, Unjudged, derive};
use coopdash::output::{SvgOptions, svg};
use coopdash::settings::{Depth, GlyphSet, Letters, Theme, ThemeName};
use coopdash::view::look::Look;
use coopdash::wording::{metric_headline, standing};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::collections::BTreeSet;
use std::fmt::Write;
use strum::VariantArray;

const OPEN: &str = "<!-- keys: made from the table of actions, checked by tests/fast/fresh.rs -->\n";
const CLOSE: &str = "<!-- /keys -->";

/// The README with its key list as the table of actions has it.
#[test]
fn the_keys_in_the_readme_are_those_of_the_table() {
    let readme = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    let (head, rest) = readme.split_once(OPEN).unwrap();
    let (_, tail) = rest.split_once(CLOSE).unwrap();
    golden::check_at("README.md", &format!("{head}{OPEN}{}{CLOSE}{tail}", keys()));
}

fn keys() -> String {
    let mut table = String::from("\n| keys | meaning |\n|---|---|\n");
    for group in HelpGroup::VARIANTS {
        for (keys, doc) in sheet::key_list(*group, Access::Write) {
            let keys = keys.replace('|', "\\|");
            // "1 to 6" names two keys.
            let keys: Vec<_> = keys
                .split(' ')
                .map(|key| if key == "to" { key.to_owned() } else { format!("`{key}`") })
                .collect();
            writeln!(table, "| {} | {doc} |", keys.join(" ")).unwrap();
        }
    }
    table.push('\n');
    table
}

/// The pictures of the README are drawn by the program, so that a change of colour is seen in review.
#[test]
fn the_pictures_show_the_screens_of_the_built_in_programme() {
    for (name, keys, theme, size) in [
        ("overview_80x24", "1", ThemeName::Dark, (80, 24)),
        ("metrics_80x24", "2", ThemeName::Dark, (80, 24)),
        ("initiatives_80x24", "3 Space", ThemeName::Light, (80, 24)),
        ("overview_120x40", "1", ThemeName::Light, (120, 40)),
    ] {
        let picture = picture(name, keys, theme, size);
        golden::check_at(&format!("assets/screens/{name}.svg"), &picture);
    }
}

/// The other tabs, a metric in full, slides, and a programme with everything in it: reviewed as pictures too.
#[test]
fn every_kind_of_screen_has_a_picture_to_review() {
    use ThemeName::{Auto, Dark, HighContrast, Light};
    for (name, document, keys, theme, size) in [
        ("recommendations_80x24", EXAMPLE, "4", Dark, (80, 24)),
        ("evaluation_80x24", FULL, "5", Dark, (80, 24)),
        ("meetings_80x24", FULL, "6", Light, (80, 24)),
        ("metric_120x40", FULL, "2 Enter", Dark, (120, 40)),
        ("metrics_80x24_high_contrast", FULL, "2", HighContrast, (80, 24)),
        ("metrics_120x40_light", FULL, "2", Light, (120, 40)),
        ("overview_80x24_auto", FULL, "1", Auto, (80, 24)),
        ("overview_40x15", FULL, "1", Dark, (40, 15)),
        ("slide_metric_80x24", EXAMPLE, "2 G p", Dark, (80, 24)),
        ("slide_initiatives_120x40_light", FULL, "3 p", Light, (120, 40)),
        ("slide_range_80x24", FULL, "2 j j p", Dark, (80, 24)),
        ("help_80x24", EXAMPLE, "?", Dark, (80, 24)),
    ] {
        golden::check(&format!("pictures/{name}.svg"), &picture_of(document, name, keys, theme, size));
    }
}

fn picture(name: &str, keys: &str, theme: ThemeName, size: (u16, u16)) -> String {
    picture_of(EXAMPLE, name, keys, theme, size)
}

fn picture_of(document: &str, name: &str, keys: &str, theme: ThemeName, size: (u16, u16)) -> String {
    let mut state = App::new(Opening { origin: Origin::Example, ..stage::opening(document, size) });
    stage::press(&mut state, keys);
    let theme = Theme::built_in(theme);
    let look = Look::new(&theme, Depth::True, GlyphSet::Full, Letters::Unicode);
    let area = Rect::new(0, 0, size.0, size.1);
    let mut frame = Buffer::empty(area);
    coopdash::view::draw(&state, &look, area, &mut frame);
    let title = format!("coopdash: {}", name.replace('_', ", "));
    svg(&frame, &SvgOptions { title: &title, page: theme.page })
}

/// The schema and the reference are made from the tables, and editors find them in the repository.
#[test]
fn the_schema_and_the_reference_are_those_of_the_tables() {
    golden::check_at("data/coopdash.schema.json", &coopdash::output::schema());
    golden::check_at("assets/reference.md", &coopdash::output::reference());
}

#[test]
fn the_starting_file_names_the_schema_as_editors_look_for_it() {
    let first = coopdash::document::TEMPLATE.lines().next().unwrap();
    assert_eq!(first, "# yaml-language-server: $schema=coopdash.schema.json");
}

/// A fuzzer that runs with other versions of the libraries says nothing about the program that people have.
#[test]
fn the_fuzzed_program_is_made_of_the_same_libraries() {
    let packages = |lock: &str| -> BTreeSet<String> {
        let named =
            lock.split("[[package]]").skip(1).map(|package| package.lines().skip(1).take(2).collect());
        named.collect()
    };
    let ours = packages(include_str!("../../Cargo.lock"));
    let fuzzed = packages(include_str!("../../fuzz/Cargo.lock"));
    let more: Vec<&String> = fuzzed.difference(&ours).collect();
    assert!(ours.len() > 100 && fuzzed.len() > 50);
    let its_own = ["arbitrary", "coopdash-fuzz", "jobserver", "libfuzzer-sys"];
    assert!(
        more.iter().all(|package| its_own.iter().any(|name| package.contains(&format!("\"{name}\"")))),
        "{more:?}\ncp Cargo.lock fuzz/Cargo.lock && cargo metadata --manifest-path fuzz/Cargo.toml"
    );
}

#[test]
fn the_readme_says_what_every_standing_means_in_their_order_and_its_example_is_judged_so() {
    let readme = include_str!("../../README.md");
    let (_, table) = readme.split_once("| standing | what it means |").unwrap();
    let rows = table.lines().skip(2).take_while(|line| line.starts_with('|'));
    let words: Vec<&str> = rows.filter_map(|row| Some(row.split('|').nth(1)?.trim())).collect();
    let mut all = Vec::from([
        MetricStanding::Met,
        MetricStanding::MetEarly,
        MetricStanding::WithinRange,
        MetricStanding::Improved,
        MetricStanding::OnTrack,
        MetricStanding::NoTarget,
        MetricStanding::NotStarted,
        MetricStanding::Unchanged,
        MetricStanding::NotJudged(Unjudged::NoValue),
        MetricStanding::NotMetYet,
        MetricStanding::NeedsAcceleration,
        MetricStanding::LimitedProgress,
        MetricStanding::GotWorse,
        MetricStanding::Deterioration,
        MetricStanding::Missed,
    ]);
    all.sort_unstable();
    assert_eq!(words, all.into_iter().map(standing::word).collect::<Vec<_>>());
    let day = NaiveDate::from_ymd_opt(2024, 6, 30).unwrap();
    let (_, example) = readme.split_once("```yaml\nmetrics:").unwrap();
    let (example, _) = example.split_once("```").unwrap();
    let reading = read_on(format!("programme: {{ title: T }}\nmetrics:{example}"), day);
    assert_eq!(reading.findings.iter().map(|one| &one.message).collect::<Vec<_>>(), Vec::<&String>::new());
    let figures = derive(&reading.programme, day);
    let said = reading.programme.metrics.iter().zip(&figures.metrics);
    let said: Vec<String> = said.map(|(metric, own)| metric_headline(metric, own)).collect();
    assert_eq!(standing::word(figures.metrics[0].standing), "on track");
    assert_eq!(said[1], "People trained: 400 people, 150 of them in 2023.");
}

#[test]
fn the_readme_says_how_many_tabs_there_are() {
    let numbers = ["five", "six", "seven", "eight", "nine"];
    let said = format!("as {} tabs", numbers[Tab::ALL.len() - 5]);
    assert!(include_str!("../../README.md").contains(&said), "{said}");
}

/// What stands between backticks in a paper.
fn named(paper: &str) -> Vec<&str> {
    paper.split('`').skip(1).step_by(2).collect()
}

/// The paths that a name with several endings stands for: `a/{b, c}`.
fn paths(name: &str) -> Vec<String> {
    let Some((head, rest)) = name.split_once('{') else { return vec![name.to_owned()] };
    rest.trim_end_matches('}').split(", ").map(|end| format!("{head}{end}")).collect()
}

#[test]
fn the_papers_name_files_that_are_there() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let contributing = include_str!("../../CONTRIBUTING.md");
    let of_the_project =
        |name: &&str| ["src/", "tests/", "data/", "assets/", ".ci/"].iter().any(|at| name.starts_with(at));
    let is_a_path = |name: &&str| !name.contains([' ', '*', '…']) && !name.contains("LOOK");
    let mut seen = 0;
    for name in named(contributing).into_iter().filter(of_the_project).filter(is_a_path) {
        assert!(root.join(name).exists(), "CONTRIBUTING.md names {name}");
        seen += 1;
    }
    let map = include_str!("../../src/lib.rs").lines().filter_map(|line| line.strip_prefix("//! "));
    let map = map.collect::<Vec<_>>().join(" ");
    let floors = [
        "text/",
        "yaml/",
        "document/",
        "programme/",
        "figures/",
        "wording/",
        "app/",
        "view/",
        "output/",
        "shell/",
        "cli/",
    ];
    for name in named(&map).into_iter().filter(|name| floors.iter().any(|floor| name.starts_with(floor))) {
        for path in paths(name) {
            let file = root.join("src").join(format!("{path}.rs"));
            assert!(file.exists() || root.join("src").join(&path).is_dir(), "src/lib.rs names {path}");
            seen += 1;
        }
    }
    assert!(seen > 30, "{seen} names of files were found");
}
