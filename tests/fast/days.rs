//! Days that cannot lie ahead: the same on the screen, in the report and in `coopdash check`; and the key that
//! dates the figures.

use crate::desk::Desk;
use crate::stage::{self, day, open, plain, press, pressed, touched};
use chrono::{Days, NaiveDate};
use coopdash::app::{App, Effect, Event, State, update};
use coopdash::document::{Code, Finding, Reading, Severity, read, read_on};
use coopdash::figures::derive;
use coopdash::output;

/// One of everything that has a day, each in the future of 15 January 2024.
const AHEAD: &str = "\
programme:
  title: A bridge for the valley
  as_of: 2024-03-01
  date: 2024-04-02
metrics:
  - name: Vehicles that cross on an average working day
    unit: vehicles
    values: { 2022: 210, 2023: 240, 2025: 300, 2026: { value: 320, status: forecast } }
initiatives:
  - title: Mend the railing
    status: completed
    agreed_on: 2024-02-01
    completed_on: 2024-02-20
    updates:
      - { date: 2024-02-21, note: Painted as well }
      - { date: 2024-01-15, note: Begun }
recommendations:
  - title: Close the bridge in storms
    status: proposed
    updates:
      - { date: 2030-12-24, note: Everybody is asked }
evaluation:
  assessed_on: 2024-05-05
  criteria:
    - { title: Safety, improvement: No accident, scores: { 2023: 2, 2024: 3, 2027: 4 } }
meetings:
  - { title: Walk over the bridge, status: held, date: 2024-01-16 }
  - { title: Opening, status: scheduled, date: 2024-06-01 }
quotes:
  - { text: It holds, speaker: The engineer, date: 2025-01-01 }
sources:
  - { title: Handbook of bridges, published: March 2024, retrieved: 2024-01-16 }
  - { title: Yearbook, published: 2024, retrieved: 2024-01-15 }
  - { title: Atlas of rivers, published: 2031 }
  - { title: Agenda of 2030, published: Agenda 2030 }
";

fn messages(findings: &[Finding]) -> Vec<&str> {
    findings.iter().map(|finding| finding.message.as_str()).collect()
}

#[test]
fn every_day_that_lies_ahead_is_named_with_its_item_its_field_and_today() {
    let reading = read_on(AHEAD, day());
    let expected = [
        "The figures cannot be of a day to come: `as_of` is 2024-03-01, and today is 2024-01-15",
        "`date` of the programme is 2024-04-02, after today, 2024-01-15",
        "`Vehicles that cross on an average working day` has a value for 2025, which has not begun today, 2024-01-15",
        "`agreed_on` of `Mend the railing` is 2024-02-01, after today, 2024-01-15",
        "`completed_on` of `Mend the railing` is 2024-02-20, after today, 2024-01-15",
        "`date` of an update of `Mend the railing` is 2024-02-21, after today, 2024-01-15",
        "`date` of an update of `Close the bridge in storms` is 2030-12-24, after today, 2024-01-15",
        "`assessed_on` of the evaluation is 2024-05-05, after today, 2024-01-15",
        "`Safety` has a score for 2027, which has not begun today, 2024-01-15",
        "The meeting `Walk over the bridge` is `held`, but its date is 2024-01-16, after today, 2024-01-15",
        "`date` of the quote by `The engineer` is 2025-01-01, after today, 2024-01-15",
        "`published` of the source `Handbook of bridges` is March 2024, after today, 2024-01-15",
        "`retrieved` of the source `Handbook of bridges` is 2024-01-16, after today, 2024-01-15",
        "`published` of the source `Atlas of rivers` is 2031, after today, 2024-01-15",
    ];
    assert_eq!(messages(&reading.findings), expected);
    for finding in &reading.findings {
        assert!(matches!(finding.code, Code::DateAhead | Code::ValueToCome), "{finding:?}");
        assert_eq!(finding.severity, Severity::Warning);
        assert!(!finding.label.is_empty() && finding.help.as_deref().unwrap().ends_with(['.', '`']));
        let line = reading.source.line(finding.place.line());
        let place = reading.source.text().get(finding.place.span()).unwrap();
        assert!(!place.is_empty() && line.contains(place), "{finding:?} points into one line");
    }
    assert_eq!(read(AHEAD).findings, [], "reading by itself knows no day");
    let later = NaiveDate::from_ymd_opt(2031, 1, 1).unwrap();
    assert_eq!(read_on(AHEAD, later).findings, [], "no day lies ahead for ever");
    assert!(read_on(AHEAD, later).programme == reading.programme);
}

#[test]
fn a_reading_is_held_against_one_day_once() {
    let mut reading = read_on(AHEAD, day());
    let before = reading.clone();
    coopdash::document::against_today(&mut reading, day());
    assert_eq!(reading, before);
    assert_eq!(reading.read_again(AHEAD), before);
}

#[test]
fn of_very_many_days_that_lie_ahead_the_first_are_told_and_the_rest_are_counted() {
    let quotes = "  - { text: T, speaker: S, date: 2030-01-01 }\n".repeat(3_000);
    let reading = read_on(format!("programme: {{ title: T }}\nquotes:\n{quotes}"), day());
    assert_eq!(reading.findings.len(), 1_001);
    let last = reading.findings.last().unwrap();
    assert_eq!(
        (last.code, last.message.as_str()),
        (Code::TooManyFindings, "Further days that lie ahead are not listed: 2000")
    );
}

/// What `coopdash check` finds in the text that is on the screen.
fn checked(state: &State) -> Reading {
    read_on(state.text(), state.figures().today)
}

/// The findings on the screen are those of `check`, in the page of problems, the count and the marks.
#[track_caller]
fn is_as_checked(state: &App, when: &str) {
    let checked = checked(state);
    assert_eq!(state.findings(), checked.findings, "{when}");
    assert!(!checked.findings.is_empty(), "{when}");
    let mut state = state.clone();
    press(&mut state, "Esc Esc 1");
    let count = format!("{} problem", checked.findings.len());
    assert!(plain(&state).contains(&count), "{when}: {}", plain(&state));
    press(&mut state, "d");
    assert!(matches!(state.view.top(), Some(coopdash::app::Layer::Problems(_))), "{when}");
}

#[test]
fn the_screen_says_what_check_says_after_whatever_was_done() {
    let mut desk = Desk::new(AHEAD);
    is_as_checked(&desk.state, "opened");
    assert_eq!(desk.state.findings().len(), 14);
    desk.press("3 m j j Enter \"Office\" Enter");
    assert!(desk.disk.contains("owner: Office"), "{}", desk.disk);
    is_as_checked(&desk.state, "a field was set");
    desk.press("Space");
    is_as_checked(&desk.state, "reopened");
    assert_eq!(desk.state.findings().len(), 13, "the day of completion is gone with the tick");
    desk.press("u");
    is_as_checked(&desk.state, "taken back");
    assert_eq!(desk.state.findings().len(), 14);
    desk.press("Ctrl-R u u");
    is_as_checked(&desk.state, "made again and taken back");
    desk.press("2 m j Enter Ctrl-U \"310 forecast\" Enter");
    is_as_checked(&desk.state, "a value became a forecast");
    desk.press("A");
    assert!(desk.disk.contains("as_of: 2024-01-15"), "{}", desk.disk);
    is_as_checked(&desk.state, "the figures were dated");
    desk.others("status: proposed", "status: accepted").touch();
    is_as_checked(&desk.state, "read again");
    desk.others("date: 2025-01-01", "date: 2026-01-01").press("a \"New railing\" Enter");
    assert!(desk.disk.contains("New railing") && desk.disk.contains("2026-01-01"), "{}", desk.disk);
    is_as_checked(&desk.state, "brought together with another");
    let before = desk.state.findings().len();
    update(&mut desk.state, Event::Day(NaiveDate::from_ymd_opt(2024, 6, 1).unwrap()));
    is_as_checked(&desk.state, "another day");
    assert!(desk.state.findings().len() < before);
}

#[test]
fn marks_and_details_of_items_know_of_days_that_lie_ahead() {
    let mut state = open(AHEAD, (120, 40));
    for (keys, marked) in [
        ("2", "* Vehicles that cross"),
        ("3", "* Mend the railing"),
        ("4", "* Close the bridge"),
        ("5", "* Safety"),
        ("6", "* Walk over the bridge"),
    ] {
        press(&mut state, keys);
        assert!(plain(&state).contains(marked), "{}", plain(&state));
    }
    press(&mut state, "3 Enter");
    let shown = plain(&state);
    assert!(shown.contains("is 2024-02-20, after today"), "{shown}");
}

#[test]
fn a_broken_text_is_held_against_today_as_well() {
    let broken = AHEAD.replace("quotes:\n", "quotes: [\n");
    let state = open(&broken, (80, 24));
    assert_eq!(state.findings(), read_on(&broken, day()).findings);
    assert!(messages(state.findings()).iter().any(|message| message.contains("after today")));
    let mut state = pressed(AHEAD, (80, 24), "A");
    // Something waits to be written, so the broken text is not taken.
    update(&mut state, Event::SaveFailed(coopdash::app::SaveFailure::Locked));
    update(&mut state, touched(broken.as_str(), "14:08"));
    assert_eq!(state.findings(), read_on(&broken, day()).findings);
}

#[test]
fn the_report_lists_what_check_finds() {
    let reading = read_on(AHEAD, day());
    let report = output::report(&reading, &derive(&reading.programme, day()), "bridge.yaml");
    assert!(report.contains("Problems in the file: 14"), "{report}");
    for message in messages(&reading.findings) {
        assert!(report.contains(message), "{message}\n{report}");
    }
}

#[test]
fn a_report_without_a_period_says_the_day_and_the_file() {
    let reading = read_on("programme: { title: Empty so far }\n", day());
    let report = output::report(&reading, &derive(&reading.programme, day()), "empty.yaml");
    assert_eq!(report.lines().nth(1), Some("Report of 15 Jan 2024. File: empty.yaml"));
}

#[test]
fn a_day_to_come_is_refused_in_the_words_of_check_and_today_is_not() {
    let text = "programme: { title: T, as_of: 2023-12-31 }\ninitiatives:\n  - { title: Alpha, status: completed }\nmetrics:\n  - { name: Visits, values: { 2022: 3, 2023: 5 } }\n";
    let mut desk = Desk::pressed(text, "3 m G k Enter \"2024-01-16\" Enter");
    desk.says("`completed_on` of `Alpha` is 2024-01-16, after today, 2024-01-15.");
    assert_eq!(desk.disk, text);
    desk.press("Ctrl-U \"2024-01-15\" Enter");
    assert!(desk.disk.contains("completed_on: 2024-01-15"), "{}", desk.disk);
    let written = desk.disk.clone();
    desk.press("2 m Enter Ctrl-U \"2025: 7\" Enter");
    desk.says("`Visits` has a value for 2025, which has not begun today,");
    desk.says("If it is a forecast, type that word after the number.");
    assert_eq!(desk.disk, written);
    desk.press("Ctrl-U \"2025: 7 forecast\" Enter");
    assert!(desk.disk.contains("2025: { value: 7, status: forecast }"), "{}", desk.disk);
}

#[test]
fn what_lies_ahead_already_is_in_no_changes_way() {
    let mut desk = Desk::new(AHEAD);
    desk.press("3 m j j Enter \"Office\" Enter").press("4 m j Enter \"2024-09-01\" Enter");
    desk.press("2 m j j j Enter Ctrl-U \"211\" Enter");
    for written in ["owner: Office", "due: 2024-09-01", "211"] {
        assert!(desk.disk.contains(written), "{written}: {}", desk.disk);
    }
}

/// Figures of the end of a year, and things that were done since.
const DATED: &str = "\
programme:
  title: A bridge for the valley
  as_of: 2023-12-31   # by the office
metrics:
  - name: Crossings
    values: { 2022: 210, 2023: 240 }
initiatives:
  - { title: Mend the railing, status: completed, completed_on: 2024-01-10 }
  - { title: Paint the railing, status: agreed, agreed_on: 2023-05-05, due: 2024-02-01 }
meetings:
  - { title: Walk over the bridge, status: held, date: 2024-01-12 }
";

#[test]
fn the_day_of_the_figures_says_nothing_of_commitments_and_meetings() {
    assert_eq!(read_on(DATED, day()).findings, []);
}

#[test]
fn a_tick_offers_today_whatever_the_day_of_the_figures() {
    for as_of in ["2023-12-31", "2024-01-15", "2024-02-01"] {
        let mut desk = Desk::pressed(&DATED.replace("2023-12-31", as_of), "3");
        while stage::title(&desk.state) != "Paint the railing" {
            desk.press("j");
        }
        desk.press("Space");
        desk.says("+ dates it 15 Jan 2024");
        desk.press("+");
        assert!(desk.disk.contains("completed_on: 2024-01-15"), "{as_of}: {}", desk.disk);
    }
}

#[test]
fn one_key_dates_the_figures_and_a_new_figure_names_it() {
    let mut desk = Desk::pressed(DATED, "2 m j Enter Ctrl-U \"250\" Enter");
    desk.says("A dates the figures today");
    let valued = desk.disk.clone();
    desk.press("A");
    desk.says("Now figures as of 15 Jan 2024");
    assert_eq!(desk.disk, valued.replace("as_of: 2023-12-31   #", "as_of: 2024-01-15   #"));
    desk.press("A");
    desk.says("the file says so already");
    desk.press("m j Enter Ctrl-U \"251\" Enter");
    let screen = plain(&desk.state);
    assert!(!screen.contains("A dates"), "they are of today already: {screen}");
    desk.press("u u");
    assert_eq!(desk.disk, valued, "undone to the byte");
    desk.press("Ctrl-R");
    assert!(desk.disk.contains("as_of: 2024-01-15"), "{}", desk.disk);
}

#[test]
fn the_day_of_the_figures_is_added_where_it_is_missing_and_refused_without_a_head() {
    let desk = Desk::pressed(&DATED.replace("  as_of: 2023-12-31   # by the office\n", ""), "A");
    let expected = DATED.replace("2023-12-31   # by the office", "2024-01-15");
    assert_eq!(desk.disk, expected);
    let (_, headless) = DATED.split_once("metrics:").unwrap();
    let headless = format!("metrics:{headless}");
    let mut desk = Desk::pressed(&headless, "2 m j Enter Ctrl-U \"250\" Enter");
    assert!(!plain(&desk.state).contains("A dates"), "{}", plain(&desk.state));
    let valued = desk.disk.clone();
    desk.press("A");
    desk.says("Not changed: there is no section programme to hold as_of");
    assert_eq!(desk.disk, valued);
}

#[test]
fn two_people_who_date_the_figures_agree_or_choose() {
    let mut desk = Desk::new(DATED);
    desk.others("as_of: 2023-12-31", "as_of: 2024-01-15").press("A");
    assert!(desk.state.store.clash.is_none());
    assert_eq!(desk.disk, DATED.replace("as_of: 2023-12-31", "as_of: 2024-01-15"));

    let mut desk = Desk::new(DATED);
    desk.others("as_of: 2023-12-31", "as_of: 2024-01-05").press("A");
    desk.says("Figures: as of");
    desk.says("2024-01-05");
    desk.press("m");
    assert_eq!(desk.disk, DATED.replace("as_of: 2023-12-31", "as_of: 2024-01-15"));
    desk.press("u");
    assert_eq!(desk.disk, DATED.replace("as_of: 2023-12-31", "as_of: 2024-01-05"));
}

#[test]
fn the_key_is_refused_where_nothing_may_be_changed() {
    let mut state = open(DATED, (80, 24));
    update(&mut state, touched("programme: [", "14:08"));
    let effects: Vec<Effect> = press(&mut state, "A");
    assert!(effects.is_empty() && state.text() == DATED);
    assert!(plain(&state).contains("Not changed: the file cannot be read"), "{}", plain(&state));
}

#[test]
fn today_is_what_the_figures_are_counted_from() {
    let mut state = open(DATED, (80, 24));
    update(&mut state, Event::Day(day() + Days::new(30)));
    press(&mut state, "A");
    assert!(state.text().contains("as_of: 2024-02-14"), "{}", state.text());
}
