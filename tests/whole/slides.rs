//! Slides: which there are, what each shows at every size, and that nothing is lost between them.
//!
//! `UPDATE=1 cargo test --test whole slides::` renews the golden ones; look at the difference before it is kept.

use crate::golden::{Pages, SIZES};
use crate::pages::FULL;
use crate::stage::{self, open, plain, plain_look, press, pressed, screen};
use coopdash::app::slides::{Slide, page, pages, slides};
use coopdash::app::{Effect, Event, State, Tab, update};
use coopdash::document::EXAMPLE;
use coopdash::settings::GlyphSet;
use proptest::prelude::*;

#[test]
fn the_built_in_programme_makes_nine_slides() {
    use Tab::{Evaluation, Initiatives, Meetings, Metrics, Overview, Recommendations};
    let expected = [
        Slide::Of(Overview, 0),
        Slide::Of(Metrics, 0),
        Slide::Of(Metrics, 1),
        Slide::Of(Metrics, 2),
        Slide::Of(Initiatives, 0),
        Slide::Of(Recommendations, 0),
        Slide::Of(Evaluation, 0),
        Slide::Of(Meetings, 0),
        Slide::Attention,
    ];
    assert_eq!(*slides(&open(EXAMPLE, (80, 24))), expected);
}

#[test]
fn every_slide_at_four_sizes() {
    for size in SIZES {
        all(Pages::new("slides/example", size), EXAMPLE, size, plain);
        all(Pages::new("slides/full", size), FULL, size, plain);
    }
}

#[test]
fn the_other_glyph_sets_say_the_same() {
    let size = (80, 24);
    for (look, set) in [("slides/full_console", GlyphSet::Console), ("slides/full_ascii", GlyphSet::Ascii)] {
        all(Pages::new(look, size), FULL, size, |state| screen(state, &plain_look(set)));
    }
}

/// Every slide of a document, compared with the golden ones.
fn all(mut golden: Pages, document: &str, size: (u16, u16), show: impl Fn(&State) -> String) {
    let mut state = pressed(document, size, "p");
    for number in 1..=pages(&state).count() {
        golden.add(&format!("{number:02}"), show(&state));
        press(&mut state, "Right");
    }
    golden.check();
}

#[test]
fn slides_begin_with_what_is_chosen_and_escape_returns_to_it() {
    let mut state = pressed(EXAMPLE, (80, 24), "2 j p");
    assert!(
        plain(&state).contains("Defense Budget increase: up 0.8 percentage points, to 2.3% in 2023."),
        "{}",
        plain(&state)
    );
    press(&mut state, "Right Right Right Esc");
    assert_eq!((state.view.tab, state.row()), (Tab::Metrics, 1));
    assert!(plain(&state).contains("2 Metrics"));
}

#[test]
fn a_slide_from_a_detail_returns_to_the_detail() {
    let state = pressed(EXAMPLE, (80, 24), "2 Enter p Right Esc");
    assert_eq!(state.view.layers.len(), 1);
}

#[test]
fn keys_walk_to_both_ends_and_stop_there() {
    let mut state = pressed(EXAMPLE, (80, 24), "p Left");
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
    let mut state = open(EXAMPLE, (80, 24)).presenting(Some(5));
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
    let mut state = pressed(document, (200, 60), "2 p");
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
    let mut state = pressed(document, (80, 24), "p");
    for _ in 0..pages(&state).count() {
        assert!(plain(&state).contains("! Data as of 1 Jan 2024, 14 days ago"), "{}", plain(&state));
        press(&mut state, "Right");
    }
}

/// A programme whose every text is longer than a small window.
fn wordy() -> String {
    let long = |word: &str| (0..60).map(|number| format!("{word}{number}")).collect::<Vec<_>>().join(" ");
    format!(
        "programme: {{ title: {}, marking: {}, as_of: 2024-01-01 }}\nmetrics:\n  - name: {}\n    source: {}\n    \
         notes: {}\n    values: {{ 2022: 3, 2023: 5 }}\ninitiatives:\n  - title: {}\n    owner: {}\n",
        long("title"),
        "for the eyes of the partners of this programme and of nobody else",
        long("name"),
        long("source"),
        long("note"),
        long("initiative"),
        long("owner"),
    )
}

/// The words on all pages of all slides, from the first to the last.
fn words_of_all_slides(state: &mut coopdash::app::App) -> String {
    let mut words = String::new();
    press(state, "g");
    for _ in 0..pages(state).count() {
        words.push_str(&plain(state).split_whitespace().collect::<Vec<_>>().join(" "));
        words.push(' ');
        press(state, "Right");
    }
    words
}

#[test]
fn texts_longer_than_a_window_go_on_and_leave_the_foot_alone() {
    for size in [(40, 12), (40, 15), (60, 20), (80, 24), (200, 60)] {
        let mut state = pressed(&wordy(), size, "p");
        let words = words_of_all_slides(&mut state);
        for number in 0..60 {
            for word in ["name", "source", "initiative", "owner"] {
                assert!(words.contains(&format!("{word}{number}")), "{size:?}: {word}{number} is lost");
            }
        }
        assert!(!words.contains("note0"));
        press(&mut state, "g");
        for _ in 0..pages(&state).count() {
            let shown = plain(&state);
            let rows: Vec<&str> = shown.lines().collect();
            assert!(rows[rows.len() - 2].trim().starts_with("Data as of 1 Jan 2024"), "{shown}");
            assert!(rows[rows.len() - 1].ends_with("paused"), "{shown}");
            press(&mut state, "Right");
        }
    }
}

#[test]
fn the_marking_is_whole_on_every_slide() {
    for size in [(40, 12), (60, 20), (80, 24), (100, 30), (200, 60)] {
        let mut state = pressed(&wordy(), size, "p");
        for _ in 0..pages(&state).count() {
            let words = plain(&state).split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(
                words.contains("[for the eyes of the partners of this programme and of nobody else]"),
                "{size:?} {words}"
            );
            press(&mut state, "Right");
        }
    }
}

#[test]
fn long_notes_have_pages_of_their_own_and_end_with_their_slide() {
    let mut state = pressed(&wordy(), (80, 24), "p Right N");
    let mut seen = String::new();
    while plain(&state).contains("Slide 2 of") {
        seen.push_str(&plain(&state));
        press(&mut state, "Right");
    }
    assert!((0..60).all(|number| seen.contains(&format!("note{number}"))), "{seen}");
    assert!(plain(&state).contains("Slide 3 of") && !plain(&state).contains("note0"), "{}", plain(&state));
    press(&mut state, "Left");
    assert!(!plain(&state).contains("note5"), "asked for anew");
}

#[test]
fn notes_of_one_item_are_not_those_of_the_next() {
    let document = "programme: { title: T }\ninitiatives:\n  - { title: A, notes: first secret }\n  - { title: B, notes: other secret }\n";
    let mut state = pressed(document, (80, 24), "3 Enter N");
    assert!(plain(&state).contains("first secret"));
    press(&mut state, "j");
    assert!(!plain(&state).contains("secret") && plain(&state).contains("N shows them"), "{}", plain(&state));
}

#[test]
fn another_window_shows_the_same_slide() {
    let mut state = pressed(FULL, (40, 15), "4 p");
    assert!(plain(&state).contains("recommendation"), "{}", plain(&state));
    for size in [(200, 60), (80, 24), (40, 12)] {
        update(&mut state, Event::Resize(size.0, size.1));
        assert_eq!(page(&state).unwrap().slide, Slide::Of(Tab::Recommendations, 0), "{size:?}");
    }
}

/// A programme with one figure.
fn figure(value: u32) -> String {
    format!(
        "programme: {{ title: T }}\nmetrics:\n  - {{ name: Drills, unit: drills, values: {{ 2022: 1, 2023: {value} }} }}\n"
    )
}

fn read_again(state: &mut coopdash::app::App, value: u32) -> Option<Effect> {
    update(state, stage::touched(figure(value), "14:07"))
}

#[test]
fn a_slide_that_stays_for_a_time_does_not_change_while_it_is_shown() {
    let mut state = pressed(&figure(5), (80, 24), "p Right Space");
    read_again(&mut state, 7);
    read_again(&mut state, 8);
    assert!(plain(&state).contains("up 4, to 5 drills"), "{}", plain(&state));
    update(&mut state, Event::Tick);
    assert!(!plain(&state).contains("Drills: up"), "{}", plain(&state));
    update(&mut state, Event::Tick);
    update(&mut state, Event::Tick);
    assert!(plain(&state).contains("up 7, to 8 drills"), "the newest counts: {}", plain(&state));
}

#[test]
fn what_was_read_is_shown_as_soon_as_the_slide_is_turned_held_or_left_by_hand() {
    for (keys, shown) in [("Right Left", "to 7 drills"), ("Space", "to 7 drills"), ("Esc 2", "up 6, to 7")] {
        let mut state = pressed(&figure(5), (80, 24), "p Right Space");
        read_again(&mut state, 7);
        press(&mut state, keys);
        assert!(plain(&state).contains(shown), "{keys}: {}", plain(&state));
        assert_eq!(state.show.news, None);
    }
}

#[test]
fn who_asks_for_the_file_gets_it_at_once_and_so_do_slides_that_are_held() {
    let mut state = pressed(&figure(5), (80, 24), "p Right Space");
    assert_eq!(press(&mut state, "r"), [Effect::Reload]);
    update(&mut state, stage::asked(figure(7)));
    assert!(plain(&state).contains("to 7 drills"), "{}", plain(&state));
    read_again(&mut state, 8);
    assert!(plain(&state).contains("to 7 drills"), "asked for once: {}", plain(&state));
    press(&mut state, "Space");
    read_again(&mut state, 9);
    assert!(plain(&state).contains("to 9 drills"), "{}", plain(&state));
}

#[test]
fn a_wall_that_plays_past_midnight_counts_from_the_new_day() {
    let document = "programme: { title: T, as_of: 2024-01-10 }\ninitiatives:\n  - { title: A, status: agreed, due: 2024-01-16 }\n";
    let mut state = pressed(document, (80, 24), "3 p Space");
    assert!(plain(&state).contains("due 16 Jan 2024, tomorrow"), "{}", plain(&state));
    let tomorrow = stage::day().succ_opt().unwrap();
    update(&mut state, Event::Day(tomorrow));
    assert!(plain(&state).contains("due 16 Jan 2024, today"), "{}", plain(&state));
    assert!(plain(&state).contains("6 days ago"), "{}", plain(&state));
    update(&mut state, Event::Day(tomorrow.succ_opt().unwrap()));
    assert!(plain(&state).contains("[!] A"), "{}", plain(&state));
}

#[test]
fn initiatives_are_counted_in_large_digits_where_there_is_room_and_in_words_everywhere() {
    let mut state = pressed(EXAMPLE, (120, 40), "3 p");
    let shown = plain(&state);
    assert!(shown.contains("██████") && shown.contains("[x] 0 done\n"), "{shown}");
    update(&mut state, Event::Resize(80, 24));
    assert!(
        plain(&state).contains("[x] 0 done   [~] 0 in progress   [!] 0 overdue   [ ] 6 open"),
        "{}",
        plain(&state)
    );
    update(&mut state, Event::Resize(40, 15));
    assert!(plain(&state).contains("[x] 0 done  [ ] 6 open"), "{}", plain(&state));
}

#[test]
fn the_overview_has_the_bars_of_every_metric_where_the_window_is_high_and_says_what_their_marks_are() {
    let shown = |size| {
        let state = pressed(FULL, size, "1 p");
        plain(&state)
    };
    let high = shown((120, 60));
    let drawn = |text: &str, label: &str| text.lines().any(|line| line.trim().starts_with(label));
    for label in ["2022    │▄▄▄", "2023    │███", "2021/22    -0.4% ▗▄▄▄▄", "2023-Q4 │ suppressed"]
    {
        assert!(drawn(&high, label), "{label}\n{high}");
    }
    assert!(high.contains("║") && high.contains("        Target: 8 drills by 2025\n"), "{high}");
    assert!(high.contains("ready in 2023, partly ready in 2022."), "words have no bars\n{high}");
    let low = shown((80, 24));
    assert!(!low.contains('│') && low.contains("Growth of the joint budget\n"), "{low}");
}

#[test]
fn the_days_to_the_next_meeting_are_large_and_so_is_the_number_of_things_to_attend_to() {
    let text = "programme: { title: T, as_of: 2024-01-15 }\nmeetings:\n  - { title: Review, date: 2024-02-12 }\n  \
                - { title: Plan, status: to_be_scheduled }\n";
    let mut state = pressed(text, (120, 40), "p");
    press(&mut state, "Right");
    let shown = plain(&state);
    assert!(shown.contains("████████████    ████████████   days until\n"), "{shown}");
    assert!(shown.contains("   12 Feb 2024\n") && shown.contains("Date: 12 Feb 2024"), "{shown}");
    press(&mut state, "Right");
    let shown = plain(&state);
    assert!(shown.contains("- Plan: no date") && shown.contains("      ████████"), "{shown}");
    // Nothing to count on the day itself: it is said in words.
    state = pressed(&text.replace("2024-02-12", "2024-01-15"), (120, 40), "p");
    press(&mut state, "Right");
    let shown = plain(&state);
    assert!(!shown.contains('█') && shown.contains("today"), "{shown}");
}

#[test]
fn flags_are_words_on_every_slide_and_no_letters() {
    for size in SIZES {
        let state = pressed(FULL, size, "2 p");
        let shown = plain(&state);
        assert!(shown.contains("(provisional)"), "{shown}");
        assert!(!shown.contains(" p\n") && !shown.contains("5 p") && !shown.contains(") p"), "{shown}");
    }
}

#[test]
fn the_foot_names_the_keys_by_the_signs_of_the_glyph_set_and_what_they_do_now() {
    let mut state = pressed(EXAMPLE, (80, 24), "p");
    let foot = |state: &State, set| screen(state, &plain_look(set)).lines().last().unwrap().to_owned();
    assert!(
        foot(&state, GlyphSet::Full).contains("←→ slide  Space play  Esc back"),
        "{}",
        foot(&state, GlyphSet::Full)
    );
    assert!(foot(&state, GlyphSet::Ascii).contains("h l slide"), "{}", foot(&state, GlyphSet::Ascii));
    press(&mut state, "Space");
    assert!(
        foot(&state, GlyphSet::Full).contains("Space pause  + - pace"),
        "{}",
        foot(&state, GlyphSet::Full)
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]
    /// Any window: every line of every slide is on the screen of one of its pages, and nothing is cut.
    #[test]
    fn nothing_is_lost_between_pages(columns in 40_u16..200, rows in 12_u16..60, full in any::<bool>()) {
        let mut state = pressed(if full { FULL } else { EXAMPLE }, (columns, rows), "p");
        let pages: Vec<_> = pages(&state).collect();
        for page in pages {
            let shown = plain(&state);
            for line in &page.lines {
                prop_assert!(shown.contains(line.text.trim()), "{}\n{shown}", line.text);
            }
            for line in page.message.iter().chain(&page.source) {
                prop_assert!(shown.contains(line.trim()), "{line}\n{shown}");
            }
            press(&mut state, "Right");
        }
    }
}
