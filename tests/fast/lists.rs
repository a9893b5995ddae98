//! Lists: filter, sort and group, by keys, and what the screen then says of it.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use crate::stage::{self, asked, open, plain, press, pressed, title};
use coopdash::app::{Effect, Event, State, Tab, update};
use coopdash::view::parts::viewport::{position, viewport};
use proptest::prelude::*;

/// The day is 15 January 2024: the second is late, the third due in a week.
const LIST: &str = "\
programme: { title: Test programme }
initiatives:
  - { title: Charter, status: completed, owner: Bureau, group: Talks }
  - { title: Bridge, status: agreed, due: 2024-01-01, owner: Council, group: Works }
  - { title: Alarm, status: in_progress, due: 2024-01-22, owner: bureau, group: Works }
  - { title: Dam, status: agreed }
recommendations:
  - { title: Zebra crossings, status: accepted, due: 2023-12-01, owner: Council }
  - { title: Adult courses, status: implemented, addressed_to: Both sides }
";

fn titles(state: &State) -> Vec<&str> {
    (0..state.row_count(state.view.tab))
        .map(|row| state.head(state.item(state.view.tab, row).unwrap()).unwrap().0)
        .collect()
}

#[test]
fn f_steps_through_the_filters_and_the_screen_says_how_many_of_all() {
    let mut state = pressed(LIST, (120, 40), "3");
    for (words, shown) in [
        ("overdue, 1 of 4", &["Bridge"][..]),
        ("due soon, 1 of 4", &["Alarm"]),
        ("not closed, 3 of 4", &["Bridge", "Alarm", "Dam"]),
        ("done, 1 of 4", &["Charter"]),
        ("no owner, 1 of 4", &["Dam"]),
        ("all 4", &["Bridge", "Alarm", "Dam", "Charter"]),
    ] {
        press(&mut state, "f");
        assert_eq!(titles(&state), shown);
        for size in [(40, 12), (40, 15), (80, 24), (120, 40), (200, 60)] {
            update(&mut state, Event::Resize(size.0, size.1));
            let screen = plain(&state);
            assert!(screen.contains(words) || screen.contains("most urgent first"), "{words}: {screen}");
            assert!(words == "all 4" || screen.contains(words), "{words}: {screen}");
            assert!(size.0 < 60 || screen.contains("[x] 1 done"), "the counts stay those of all: {screen}");
        }
    }
}

#[test]
fn s_steps_through_the_orders_and_the_selection_stays_with_its_item() {
    let mut state = pressed(LIST, (80, 24), "3 j");
    for (words, shown) in [
        ("as in the file", ["Charter", "Bridge", "Alarm", "Dam"]),
        ("by due date", ["Bridge", "Alarm", "Dam", "Charter"]),
        ("by owner", ["Alarm", "Charter", "Bridge", "Dam"]),
        ("by title", ["Alarm", "Bridge", "Charter", "Dam"]),
        ("most urgent first", ["Bridge", "Alarm", "Dam", "Charter"]),
    ] {
        press(&mut state, "s");
        assert_eq!(titles(&state), shown, "{words}");
        assert_eq!(title(&state), "Alarm");
        assert!(plain(&state).contains(words), "{}", plain(&state));
    }
}

#[test]
fn b_puts_headings_between_the_rows_that_are_never_selected() {
    let mut state = pressed(LIST, (80, 24), "3 b b b");
    assert_eq!(titles(&state), ["Bridge", "Alarm", "Charter", "Dam"]);
    let screen = plain(&state);
    assert!(screen.contains("group: by group") || screen.contains("group by group"), "{screen}");
    let place = |words: &str| screen.find(words).unwrap_or(usize::MAX);
    assert!(place(" Works ─") < place("Bridge") && place("Alarm") < place(" Talks ─"), "{screen}");
    assert!(place("Charter") < place(" no group ─") && place(" no group ─") < place("Dam"), "{screen}");
    press(&mut state, "j j j j");
    assert_eq!(title(&state), "Dam");
    update(&mut state, Event::Resize(40, 12));
    assert!(plain(&state).contains("no group"), "{}", plain(&state));
    press(&mut state, "b");
    assert!(!plain(&state).contains("no group"), "{}", plain(&state));
}

#[test]
fn a_ticked_item_stays_in_its_filtered_list_which_says_that_it_is_older() {
    let mut state = pressed(LIST, (80, 24), "3 f Space");
    assert_eq!(titles(&state), ["Bridge"]);
    assert!(plain(&state).contains("(before the last change)"), "{}", plain(&state));
    update(&mut state, Event::Resize(40, 15));
    assert!(plain(&state).contains("overdue, 1 of 4 (before the change)"), "{}", plain(&state));
    update(&mut state, Event::Resize(80, 24));
    press(&mut state, "4 3");
    assert!(titles(&state).is_empty());
    let screen = plain(&state);
    assert!(screen.contains("None of the 4 initiatives is overdue. f shows others"), "{screen}");
    assert!(screen.contains("overdue, 0 of 4") && screen.contains("[!] 0 overdue"), "{screen}");
}

#[test]
fn escape_takes_the_search_away_first_and_then_the_filter() {
    let mut state = pressed(LIST, (80, 24), "3 f / b r i d g e Enter Esc");
    assert_eq!(titles(&state), ["Bridge"]);
    press(&mut state, "Esc");
    assert_eq!(titles(&state).len(), 4);
    assert_eq!(title(&state), "Bridge");
}

#[test]
fn a_match_that_a_filter_hides_is_shown_all_the_same() {
    let state = pressed(LIST, (80, 24), "3 f / d a m Enter");
    assert_eq!(title(&state), "Dam");
    assert_eq!(titles(&state).len(), 4);
}

#[test]
fn recommendations_have_choices_of_their_own_and_keep_their_numbers() {
    let mut state = pressed(LIST, (80, 24), "4 s s s");
    assert_eq!(titles(&state), ["Adult courses", "Zebra crossings"]);
    let screen = plain(&state);
    assert!(screen.contains("2 Adult courses") && screen.contains("1 Zebra crossings"), "{screen}");
    press(&mut state, "f");
    assert_eq!(titles(&state), ["Zebra crossings"]);
    assert!(plain(&state).contains("show: overdue, 1 of 2   sort: by title"), "{}", plain(&state));
    press(&mut state, "f b b b");
    assert!(
        plain(&state).contains("None of the 2 recommendations is due within 14 days"),
        "{}",
        plain(&state)
    );
    press(&mut state, "Esc");
    assert!(plain(&state).contains("no addressee"), "{}", plain(&state));
    let tab = Tab::Initiatives;
    assert_eq!(state.listing(tab), open(LIST, (80, 24)).listing(tab));
}

#[test]
fn the_choices_stay_when_the_file_is_read_again() {
    let mut state = pressed(LIST, (80, 24), "3 f f f");
    assert_eq!(title(&state), "Alarm");
    update(&mut state, asked(LIST.replace("title: Dam, status: agreed", "title: Dam, status: completed")));
    assert_eq!(titles(&state), ["Bridge", "Alarm"]);
    assert_eq!(title(&state), "Alarm");
}

#[test]
fn elsewhere_the_keys_say_where_they_work() {
    let state = pressed(LIST, (80, 24), "2 f");
    assert_eq!(state.view.tab, Tab::Metrics);
    assert!(plain(&state).contains("work on initiatives (3) and recommendations (4)"), "{}", plain(&state));
}

#[test]
fn the_chart_beside_the_list_says_whose_it_is_and_follows_when_the_choice_rests() {
    let mut state = pressed(coopdash::document::EXAMPLE, (200, 60), "2");
    let beside = |state: &State| {
        let shown = plain(state);
        let heading = shown.lines().find(|line| line.ends_with("Enter opens it")).unwrap().to_owned();
        heading.rsplit("  ").map(str::trim).find(|part| part.contains('─')).unwrap().to_owned()
    };
    let first = beside(&state);
    assert!(first.starts_with("Joint Military Exercises Conducted"), "{first}");
    let key = || stage::key("Down");
    assert_eq!(update(&mut state, key()), Some(Effect::Rest));
    assert_eq!(beside(&state), first);
    assert_eq!(update(&mut state, key()), Some(Effect::Rest));
    assert_eq!(beside(&state), first);
    assert_eq!(update(&mut state, Event::Rested), None);
    let last = beside(&state);
    assert!(last.starts_with("Employee Engagement in Defense Reforms"), "{last}");
    // Whatever else happens does not wait, and where nothing stands beside the list nothing is waited for.
    update(&mut state, stage::key("Up"));
    update(&mut state, Event::Resize(180, 60));
    assert!(beside(&state).starts_with("Defense Budget"), "{}", beside(&state));
    update(&mut state, Event::Resize(120, 40));
    assert_eq!(update(&mut state, key()), None);
}

#[test]
fn the_ends_of_a_list_are_filled() {
    let heights = [1; 10];
    assert_eq!(
        [0, 9, 5].map(|chosen| viewport(heights.len(), |at| heights[at], chosen, 4)),
        [0..4, 6..10, 3..7]
    );
    assert_eq!([0..10, 3..7].map(|shown| position(&shown, 10)), ["", "4-7 of 10"]);
}

proptest! {
    #[test]
    fn the_chosen_item_shows_and_no_room_is_wasted(
        heights in proptest::collection::vec(1_u16..4, 1..40),
        chosen in 0_usize..40,
        room in 1_u16..30,
    ) {
        let chosen = chosen.min(heights.len() - 1);
        let shown = viewport(heights.len(), |at| heights[at], chosen, room);
        prop_assert!(shown.contains(&chosen));
        let used: u16 = heights[shown.clone()].iter().sum();
        prop_assert!(used <= room || shown.len() == 1);
        let more_above = shown.start > 0 && used + heights[shown.start - 1] <= room;
        let more_below = shown.end < heights.len() && used + heights[shown.end] <= room;
        prop_assert!(!more_above && !more_below);
    }
}
