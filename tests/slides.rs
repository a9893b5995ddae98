//! Slides: which there are, what each shows at every size, and that nothing is lost between them.
//!
//! `UPDATE=1 cargo test --test slides` renews the golden ones; look at the difference before it is kept.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

#[path = "support/golden.rs"]
mod golden;
#[path = "support/stage.rs"]
mod stage;

use coopdash::app::slides::{Slide, pages, slides};
use coopdash::app::{Effect, Event, Tab, update};
use coopdash::document::EXAMPLE;
use coopdash::settings::GlyphSet;
use proptest::prelude::*;
use stage::{open, plain, plain_look, press, screen};
use std::fmt::Write;

const SIZES: [(u16, u16); 4] = [(40, 15), (80, 24), (120, 40), (200, 60)];
const FULL: &str = include_str!("documents/good/full.yaml");

#[test]
fn the_built_in_programme_makes_nine_slides() {
    use Slide::{Attention, Evaluation, Initiatives, Meeting, Metric, Overview, Recommendations};
    let expected = [
        Overview,
        Metric(0),
        Metric(1),
        Metric(2),
        Initiatives,
        Recommendations,
        Evaluation,
        Meeting(0),
        Attention,
    ];
    assert_eq!(slides(&open(EXAMPLE, (80, 24))), expected);
}

#[test]
fn every_slide_at_four_sizes() {
    for (name, document) in [("example", EXAMPLE), ("full", FULL)] {
        for (columns, rows) in SIZES {
            golden::check(
                &format!("slides/{name}_{columns}x{rows}.txt"),
                &all(document, (columns, rows), plain),
            );
        }
    }
}

#[test]
fn the_other_glyph_sets_say_the_same() {
    for (name, set) in [("console", GlyphSet::Console), ("ascii", GlyphSet::Ascii)] {
        let shown = all(FULL, (80, 24), |state| screen(state, &plain_look(set)));
        golden::check(&format!("slides/full_80x24_{name}.txt"), &shown);
    }
}

fn all(document: &str, size: (u16, u16), show: impl Fn(&coopdash::app::State) -> String) -> String {
    let mut state = open(document, size);
    press(&mut state, "p");
    let mut shown = String::new();
    for number in 1..=pages(&state).len() {
        writeln!(shown, "##### {number} {}x{}\n{}", size.0, size.1, show(&state)).unwrap();
        press(&mut state, "Right");
    }
    shown
}

#[test]
fn slides_begin_with_what_is_chosen_and_escape_returns_to_it() {
    let mut state = open(EXAMPLE, (80, 24));
    press(&mut state, "2 j p");
    assert!(plain(&state).contains("Defense Budget increase: 2.3% in 2023"), "{}", plain(&state));
    press(&mut state, "Right Right Right Esc");
    assert_eq!((state.tab, state.row()), (Tab::Metrics, 1));
    assert!(plain(&state).contains("2 Metrics"));
}

#[test]
fn a_slide_from_a_detail_returns_to_the_detail() {
    let mut state = open(EXAMPLE, (80, 24));
    press(&mut state, "2 Enter p Right Esc");
    assert_eq!(state.layers.len(), 1);
}

#[test]
fn keys_walk_to_both_ends_and_stop_there() {
    let mut state = open(EXAMPLE, (80, 24));
    press(&mut state, "p Left");
    assert!(plain(&state).contains("Slide 1 of 9"));
    press(&mut state, "G Right");
    assert!(plain(&state).contains("Slide 9 of 9"));
    press(&mut state, "g");
    assert!(plain(&state).contains("Slide 1 of 9"));
}

#[test]
fn nothing_waits_until_slides_are_to_come_by_themselves() {
    let mut state = open(EXAMPLE, (80, 24));
    assert_eq!(press(&mut state, "p"), []);
    assert_eq!(press(&mut state, "Right"), [Effect::Timer { seconds: None }]);
    assert_eq!(press(&mut state, "Space"), [Effect::Timer { seconds: Some(15) }]);
    assert!(plain(&state).contains("every 15 s"));
    assert_eq!(update(&mut state, Event::Tick), Some(Effect::Timer { seconds: Some(15) }));
    assert!(plain(&state).contains("Slide 3 of 9"));
    assert_eq!(
        press(&mut state, "+ -"),
        [Effect::Timer { seconds: Some(10) }, Effect::Timer { seconds: Some(15) }]
    );
    assert_eq!(press(&mut state, "Space"), [Effect::Timer { seconds: None }]);
    assert_eq!(update(&mut state, Event::Tick), None, "a time that was over before the key counts no more");
    assert!(plain(&state).contains("Slide 3 of 9"));
}

#[test]
fn slides_go_round_by_themselves_and_wait_under_the_help_page() {
    let mut state = open(EXAMPLE, (80, 24));
    state.present(Some(5));
    press(&mut state, "G");
    assert_eq!(update(&mut state, Event::Tick), Some(Effect::Timer { seconds: Some(5) }));
    assert!(plain(&state).contains("Slide 1 of 9"));
    assert_eq!(press(&mut state, "?"), [Effect::Timer { seconds: None }]);
    assert_eq!(update(&mut state, Event::Tick), None);
    assert_eq!(press(&mut state, "Esc"), [Effect::Timer { seconds: Some(5) }]);
    assert_eq!(press(&mut state, "Esc"), [Effect::Timer { seconds: None }]);
}

#[test]
fn speaker_notes_are_on_no_slide_until_they_are_asked_for() {
    let document = "programme: { title: T }\nmetrics:\n  - name: Visits\n    values: { 2022: 3, 2023: 5 }\n    notes: Thank the hosts\n";
    let mut state = open(document, (200, 60));
    press(&mut state, "2 p");
    assert!(!plain(&state).contains("Thank the hosts"));
    press(&mut state, "N");
    assert!(plain(&state).contains("Notes: Thank the hosts"), "{}", plain(&state));
    press(&mut state, "N Esc Enter");
    assert!(!plain(&state).contains("Thank the hosts") && plain(&state).contains("N shows them"));
    press(&mut state, "N");
    assert!(plain(&state).contains("Thank the hosts"));
}

#[test]
fn the_age_of_the_data_is_on_every_slide() {
    let document = "programme: { title: T, as_of: 2024-01-01, stale_after: 7 }\nmetrics:\n  - name: Visits\n    values: { 2022: 3, 2023: 5 }\n";
    let mut state = open(document, (80, 24));
    press(&mut state, "p");
    for _ in 0..pages(&state).len() {
        assert!(plain(&state).contains("! Data as of 1 Jan 2024, 14 days ago"), "{}", plain(&state));
        press(&mut state, "Right");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    /// Any window: every line of every slide is on the screen of one of its pages, and nothing is cut.
    #[test]
    fn nothing_is_lost_between_pages(columns in 40_u16..200, rows in 12_u16..60, full in any::<bool>()) {
        let mut state = open(if full { FULL } else { EXAMPLE }, (columns, rows));
        press(&mut state, "p");
        for page in pages(&state) {
            let shown = plain(&state);
            for line in page.lines.iter().filter(|_| !matches!(page.slide, Slide::Metric(_))) {
                prop_assert!(shown.contains(line.text.trim()), "{}\n{shown}", line.text);
            }
            for line in &page.message {
                prop_assert!(shown.contains(line.trim()), "{line}\n{shown}");
            }
            press(&mut state, "Right");
        }
    }
}
