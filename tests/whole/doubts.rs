//! Doubts: whatever is wrong in a file is marked, listed, counted and one key away, at every size.
//!
//! `UPDATE=1 cargo test --test whole doubts::` renews the frames.

use crate::golden::{Pages, SIZES};
use crate::stage::{
    self, asked, day, loaded, open, plain, plain_look, press, pressed, screen, title, touched,
};
use coopdash::app::{App, Cause, Effect, Event, Layer, Loaded, State, Tab, update};
use coopdash::document::{against_today, read};
use coopdash::figures::derive;
use coopdash::programme::{Section, Value};
use coopdash::settings::GlyphSet;
use coopdash::wording::Pointer;

const DOUBTS: &str = include_str!("../documents/doubts.yaml");

const THIRTY: &str = include_str!("../documents/bad/thirty_mistakes.yaml");

/// Keys that lead to a page, and what the page is called.
const PAGES: [(&str, &str); 11] = [
    ("overview", "1"),
    ("metrics", "2"),
    ("a metric with a mistake", "2 Enter"),
    ("initiatives", "3"),
    ("an initiative that could not be read", "3 G Enter"),
    ("recommendations", "4"),
    ("evaluation", "5"),
    ("meetings", "6"),
    ("about", "i"),
    ("problems", "d"),
    ("slides", "p"),
];

fn opened(size: (u16, u16)) -> App {
    let mut state = open(DOUBTS, size);
    update(&mut state, touched(DOUBTS, "13:58"));
    state
}

#[test]
fn every_page_of_a_file_with_mistakes_at_four_sizes_in_three_glyph_sets() {
    for size in SIZES {
        for (look, set) in [
            ("frames/doubts", GlyphSet::Full),
            ("frames/doubts_console", GlyphSet::Console),
            ("frames/doubts_ascii", GlyphSet::Ascii),
        ] {
            let mut golden = Pages::new(look, size);
            let mut add = |page: &str, state: &State| golden.add(page, screen(state, &plain_look(set)));
            for (page, keys) in PAGES {
                let mut state = opened(size);
                press(&mut state, keys);
                add(page, &state);
            }
            for (page, keys) in [("overview", "1"), ("slides", "p"), ("problems", "d")] {
                let mut state = opened(size);
                press(&mut state, keys);
                update(&mut state, touched("programme: [", "14:05"));
                add(&format!("{page} over a text that cannot be read"), &state);
                update(&mut state, loaded(Loaded::Missing, "14:06", Cause::Touched));
                add(&format!("{page} of a file that is gone"), &state);
            }
            golden.check();
        }
    }
}

#[test]
fn a_value_that_cannot_be_read_is_neither_missing_nor_a_figure() {
    let reading = read(DOUBTS);
    let values = |metric: usize| -> Vec<&Value> {
        reading.programme.metrics[metric].values.iter().map(|one| &one.value).collect()
    };
    assert_eq!(values(0), [&Value::Number(3.into()), &Value::Unreadable]);
    assert_eq!(values(2), [&Value::Unreadable, &Value::Number(8.into())], "given twice");
    let comma = read("metrics:\n  - { name: A, values: {2022: 1,5, 2023: 2} }\n");
    assert_eq!(comma.programme.metrics[0].values[0].value, Value::Unreadable);

    let mut state = opened((120, 40));
    press(&mut state, "2");
    let shown = plain(&state);
    assert!(shown.contains("n/a (not readable)") && shown.contains("n/a (2022 not readable)"), "{shown}");
    press(&mut state, "5");
    assert!(plain(&state).contains("not readable"), "{}", plain(&state));
}

#[test]
fn every_item_with_a_finding_is_marked_and_no_other() {
    let mut state = opened((120, 40));
    for (tab, marked, unmarked) in [
        ("1", "* Joint exercises", "* Harmonized"),
        ("2", "* Shared equipment", "* Harmonized"),
        ("3", "* Joint training calendar", "* Reform"),
        ("4", "1 * Share equipment", "* Meet"),
        ("5", "* Readiness", "* More"),
        ("6", "* Review of the programme", "* Steering"),
    ] {
        press(&mut state, tab);
        let shown = plain(&state);
        assert!(shown.contains(marked) && !shown.contains(unmarked), "{shown}");
    }
    press(&mut state, "? G");
    assert!(plain(&state).contains("* before a name"), "{}", plain(&state));
}

#[test]
fn a_detail_says_what_is_wrong_with_its_item_and_what_to_write() {
    let mut state = opened((80, 24));
    press(&mut state, "3");
    while state.chosen() != Some(Pointer::Item(Section::Initiatives, 0)) {
        press(&mut state, "j");
    }
    press(&mut state, "Enter");
    let shown = plain(&state);
    assert!(shown.contains("Line 20") && shown.contains("2024-02-30"), "{shown}");
}

#[test]
fn what_could_not_be_read_is_at_the_end_of_its_list_and_says_why() {
    for (size, keys) in [((40, 15), "3 G"), ((80, 24), "3 G"), ((120, 40), "3 G"), ((80, 24), "3 f f G")] {
        let mut state = opened(size);
        press(&mut state, keys);
        assert!(matches!(state.chosen(), Some(Pointer::Unread(_))), "{size:?}");
        assert!(plain(&state).contains("item at line 34"), "{}", plain(&state));
        press(&mut state, "k");
        assert!(plain(&state).contains("Drills in spring"), "{}", plain(&state));
        assert_eq!(press(&mut state, "Space"), [], "nothing to tick");
        press(&mut state, "Enter");
        assert!(plain(&state).contains("Line 33"), "{}", plain(&state));
        assert_eq!(press(&mut state, "e"), [Effect::OpenEditor { line: 33 }]);
    }
}

#[test]
fn counts_never_leave_out_what_could_not_be_read() {
    for size in SIZES {
        for tab in Tab::ALL.iter().copied() {
            let mut state = opened(size);
            press(&mut state, &tab.number().to_string());
            let shown = plain(&state);
            let message = shown.lines().nth(3).unwrap();
            let is_counted = message.contains("not read") || message.contains("not be read");
            assert!(is_counted, "{size:?} {tab:?}: {message}");
        }
        let mut state = opened(size);
        press(&mut state, "p");
        assert!(
            plain(&state).contains("not read") || plain(&state).contains("not be read"),
            "{}",
            plain(&state)
        );
    }
    let reading = read(DOUBTS);
    let report = coopdash::output::report(&reading, &derive(&reading.programme, day()), "x.yaml");
    assert!(
        report.contains("Initiatives: 4 shown; 2 initiatives and 1 due date could not be read"),
        "{report}"
    );
    assert!(report.contains("Drills in spring, line 33 (initiatives)"), "{report}");
}

/// One of everything that can stand in a file without being readable, and nothing that is missing.
const LOST: &str = "\
programme: { title: T, as_of: 2024-13-01 }
metrics:
  - { name: Visits, direction: upp, target: many, values: { 2022: 1, 2023: 2 } }
  - { name: Talks, target: 5, values: { 2022: 1, 2022/24: 2 } }
initiatives:
  - { title: Alpha, status: purple, owner: [a, b: c], due: 2024-02-30, agreed_on: soon, completed_on: 8th }
  - { title: Beta, statos: agreed, ownr: Office, due: 2024-05-01 }
recommendations:
  - { title: Gamma, status: propsed, due: 2024-01-01, owner: { a: b } }
meetings:
  - { title: Delta, status: hold, date: 2024-01-01 }
  - { title: Zeta, status: scheduled, date: 31/12/2024, decisions: [{ text: Go, due: soon }] }
";

/// Words for what is not there.
const MISSING: &[&str] = &[
    "no owner",
    "no date",
    "no due",
    "not given",
    "not set",
    "none set",
    "without a",
    "none has an",
    "days late",
    "not marked as held",
];

/// What is said of what is there and could not be read.
const NOT_READ: &[&str] = &[
    "Status: status not readable",
    "Owner: not readable",
    "Due: not readable",
    "Agreed on: not readable",
    "Completed on: not readable",
    "Target: not readable",
    "Direction: not readable",
    "Date: not readable",
    "Decision: Go (due not readable)",
    "As of: not readable",
    "[?] Alpha",
    "[?] 2 not readable",
    "[!] 0 overdue",
];

#[test]
fn what_stands_in_the_file_and_could_not_be_read_is_never_said_to_be_missing() {
    let reading = read(LOST);
    let figures = derive(&reading.programme, day());
    let report = coopdash::output::report(&reading, &figures, "x.yaml");
    let mut all = vec![report];
    for size in SIZES {
        for keys in [
            "1",
            "2",
            "2 Enter",
            "3",
            "3 Enter",
            "3 j Enter",
            "4",
            "4 Enter",
            "6",
            "6 Enter",
            "6 j",
            "i",
            "p",
        ] {
            let state = pressed(LOST, size, keys);
            all.push(plain(&state));
        }
    }
    for shown in &all {
        for missing in MISSING {
            // A direction that is not given is not given.
            let shown = shown.replace("not given: not judged", "");
            let shown = shown.replace("without a change figure", "");
            assert!(!shown.contains(missing), "{missing}: {shown}");
        }
    }
    let count = "could not be read";
    let said = all[0].lines().find(|line| line.contains(count)).unwrap();
    for part in ["4 statuses", "3 owners", "1 target", "1 row of values"] {
        assert!(said.contains(part), "{part}: {said}");
    }
    for fact in NOT_READ {
        assert!(all[0].contains(fact), "{fact}: {}", all[0]);
    }
}

#[test]
fn rows_say_not_readable_and_a_filter_for_what_is_missing_leaves_them_out() {
    let mut state = pressed(LOST, (120, 40), "3");
    let row = |state: &State, title: &str| {
        plain(state).lines().find(|line| line.contains(title)).unwrap().to_owned()
    };
    let alpha = row(&state, "Alpha");
    assert!(alpha.contains("[?]") && alpha.matches("not readable").count() == 3, "{alpha}");
    assert_eq!(press(&mut state, "Space"), [], "what cannot be read is not written over by a tick");
    assert!(plain(&state).contains("Its status cannot be read"), "{}", plain(&state));
    press(&mut state, "m");
    assert!(plain(&state).contains("not readable"), "{}", plain(&state));
    press(&mut state, "Esc f f f f f");
    assert!(!plain(&state).contains("Alpha"), "nobody is without an owner: {}", plain(&state));
    press(&mut state, "6");
    assert!(row(&state, "Zeta").contains("not readable"), "{}", plain(&state));
    assert!(row(&state, "Delta").contains("status not readable"), "{}", plain(&state));
    press(&mut state, "4");
    assert!(row(&state, "Gamma").contains("status not readable"), "{}", plain(&state));
}

#[test]
fn a_finding_leads_to_its_item_and_the_editor_to_its_line() {
    let mut state = opened((80, 24));
    let count = state.findings().len();
    for at in 0..count {
        press(&mut state, &format!("1 d g {}", "j ".repeat(at)));
        let finding = state.findings()[at].clone();
        assert_eq!(press(&mut state, "e"), [Effect::OpenEditor { line: finding.place.line() }]);
        press(&mut state, "Enter");
        match state.item_of(&finding) {
            Some(Pointer::About) => assert!(matches!(state.view.layers[..], [Layer::About(_)])),
            Some(Pointer::Unread(_)) if state.chosen().is_none() || !state.view.layers.is_empty() => {
                assert!(matches!(state.view.layers[..], [Layer::About(_)]), "quotes are on no tab");
            }
            Some(item) => assert_eq!(state.chosen(), Some(item), "{finding:?}"),
            None => assert!(plain(&state).contains("about no single item"), "{finding:?}"),
        }
    }
    press(&mut state, "1 d Enter");
    assert_eq!(state.view.tab, Tab::Metrics);
}

#[test]
fn of_a_file_with_thirty_mistakes_everything_sound_is_shown_and_thirty_are_counted() {
    let mut state = open(THIRTY, (120, 40));
    assert!(plain(&state).contains("30 problems, press d"), "{}", plain(&state));
    let everything: String = ["2", "3", "4", "6", "i"]
        .map(|keys| {
            press(&mut state, "Esc");
            press(&mut state, keys);
            plain(&state)
        })
        .concat();
    for sound in ["Exercises", "Visits", "Growth", "School", "Radios", "Phones", "Drills", "Consultations"] {
        assert!(everything.contains(sound), "{sound}: {everything}");
    }
    for sound in ["Review", "Talks", "We will go on", "Statement", "The setting"] {
        assert!(everything.contains(sound) || sound == "We will go on", "{sound}: {everything}");
    }
}

#[test]
fn what_is_completed_or_held_on_a_day_to_come_is_said_against_today() {
    let text = "programme: { title: T }\ninitiatives:\n  - { title: A, status: completed, owner: B, due: 2024-01-01, completed_on: 2024-02-01 }\nmeetings:\n  - { title: M, status: held, date: 2024-03-01 }\n";
    let mut reading = read(text);
    assert_eq!(reading.findings, []);
    against_today(&mut reading, day());
    let said: Vec<&str> = reading.findings.iter().map(|finding| finding.message.as_str()).collect();
    assert_eq!(
        said,
        [
            "`completed_on` of `A` is 2024-02-01, after today, 2024-01-15",
            "The meeting `M` is `held`, but its date is 2024-03-01, after today, 2024-01-15"
        ]
    );
    let mut later = read(text);
    against_today(&mut later, day() + chrono::Days::new(60));
    assert_eq!(later.findings, []);
    let state = open(text, (80, 24));
    assert!(plain(&state).contains("2 dates or periods lie ahead of today"), "{}", plain(&state));
}

#[test]
fn a_value_of_a_period_that_has_not_begun_is_a_forecast_or_a_doubt() {
    let text = "programme: { title: T }\nmetrics:\n  - name: A\n    unit: visits\n    values:\n      2023: 3\n      2024-Q2: 4\n      2025: { value: 5, status: forecast }\n      2026: 6\n  - name: B\n    unit: visits\n    values: { 2023/24: 3, 2024/25: 4 }\n";
    let mut reading = read(text);
    assert_eq!(reading.findings, []);
    against_today(&mut reading, day());
    let said: Vec<&str> = reading.findings.iter().map(|finding| finding.message.as_str()).collect();
    let expected = ["2024-Q2", "2026"]
        .map(|period| format!("`A` has a value for {period}, which has not begun today, 2024-01-15"));
    assert_eq!(said, expected, "a fiscal year may have begun on its first of January");
    let state = open(text, (80, 24));
    assert!(plain(&state).contains("2 dates or periods lie ahead of today"), "{}", plain(&state));
    let mut later = read(text);
    against_today(&mut later, day() + chrono::Days::new(366 * 2));
    assert_eq!(later.findings, []);
}

/// A file with items that others edit while it is shown.
const LIST: &str = "\
programme: { title: T }
initiatives:
  - { title: First, id: one, status: agreed }
  - { title: Twin, status: agreed }
  - { title: Twin, status: in_progress }
  - { title: Last, status: agreed }
";

/// Opened at the initiative of this number in the file.
fn at(number: usize) -> App {
    let mut state = pressed(LIST, (80, 24), "3");
    while state.chosen() != Some(Pointer::Item(Section::Initiatives, number)) {
        press(&mut state, "j");
    }
    state
}

#[test]
fn the_selection_follows_the_id_then_the_title_then_the_order_of_equal_titles() {
    let mut state = at(0);
    let renamed = LIST.replace("title: First, id: one", "title: Zebra, id: one");
    update(
        &mut state,
        touched(renamed.replace("initiatives:\n", "initiatives:\n  - { title: New }\n"), "14:07"),
    );
    assert_eq!(title(&state), "Zebra");

    let mut state = at(2);
    update(
        &mut state,
        touched(LIST.replace("initiatives:\n", "initiatives:\n  - { title: New }\n"), "14:07"),
    );
    assert_eq!(state.chosen(), Some(Pointer::Item(Section::Initiatives, 3)), "the second twin");
}

#[test]
fn what_is_open_stays_open_when_the_file_is_read_again_by_itself() {
    let newer = LIST.replace("initiatives:\n", "initiatives:\n  - { title: New }\n");
    let mut state = at(3);
    press(&mut state, "Enter ?");
    update(&mut state, touched(newer.clone(), "14:07"));
    assert!(matches!(state.view.layers[..], [Layer::Detail(_), Layer::Help(_)]));
    press(&mut state, "Esc");
    assert_eq!(title(&state), "Last");
    assert!(plain(&state).contains("Last"), "{}", plain(&state));

    let mut state = at(0);
    press(&mut state, "/ l a s");
    update(&mut state, touched(newer, "14:07"));
    assert!(plain(&state).contains("/las"), "{}", plain(&state));
    press(&mut state, "t Enter");
    assert_eq!(title(&state), "Last");
}

#[test]
fn a_detail_whose_item_is_gone_closes_and_that_is_said() {
    let mut state = at(3);
    press(&mut state, "Enter");
    update(&mut state, touched(LIST.replace("  - { title: Last, status: agreed }\n", ""), "14:07"));
    assert!(state.view.layers.is_empty());
    assert!(plain(&state).contains("No longer in the file: Last"), "{}", plain(&state));
}

#[test]
fn a_filter_does_not_hide_what_is_open() {
    let mut state = at(3);
    press(&mut state, "f f f");
    while title(&state) != "Last" {
        press(&mut state, "j");
    }
    press(&mut state, "Enter");
    let done = LIST.replace("title: Last, status: agreed", "title: Last, status: completed");
    update(&mut state, touched(done, "14:07"));
    assert_eq!((title(&state), state.view.layers.len()), ("Last", 1));
}

#[test]
fn reading_by_itself_is_said_in_the_last_row_and_the_same_text_not_at_all() {
    let mut state = at(0);
    let before = plain(&state);
    assert_eq!(update(&mut state, Event::Touched), Some(Effect::Follow));
    update(&mut state, touched(LIST, "14:07"));
    assert_eq!(plain(&state), before);
    update(&mut state, touched(LIST.replace("Twin", "Pair"), "14:08"));
    assert!(plain(&state).contains("programme.yaml, read 14:08"), "{}", plain(&state));
    assert_eq!(state.dialogue.notice, None);
    update(&mut state, asked(LIST));
    assert!(plain(&state).contains("Read again: the file has changed"), "{}", plain(&state));
}

#[test]
fn a_change_that_is_not_saved_is_kept_when_somebody_else_changes_the_file() {
    let mut state = at(0);
    let key = |name| stage::key(name);
    update(&mut state, key("Space"));
    update(&mut state, Event::SaveFailed(coopdash::app::SaveFailure::Locked));
    let saves = update(&mut state, touched(LIST.replace("Twin", "Pair"), "14:08"));
    let shown = plain(&state);
    assert!(shown.contains("[x] First") && shown.contains("] Pair"), "{shown}");
    assert!(matches!(saves, Some(coopdash::app::Effect::Save { .. })), "both are saved together");
    assert!(state.unsaved());
    update(&mut state, touched("", "14:09"));
    update(&mut state, loaded(Loaded::Missing, "14:10", Cause::Touched));
    assert!(state.unsaved() && plain(&state).contains("[x] First"));
}

#[test]
fn the_age_of_what_is_shown_stays_that_of_the_first_moment() {
    let mut state = at(0);
    update(&mut state, touched(LIST, "13:58"));
    update(&mut state, touched("programme: [", "14:05"));
    update(&mut state, touched("programme: [1", "14:09"));
    let shown = plain(&state);
    assert!(shown.contains("cannot be read since 14:05 (line 1)"), "{shown}");
    assert!(shown.contains("at 13:58"), "{shown}");
    update(&mut state, touched(LIST, "14:20"));
    assert!(!plain(&state).contains("cannot be read"));
}
