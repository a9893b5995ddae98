//! Journeys: a document, keys, and what the user then sees and what happens to the file.

use crate::pages::{self, FULL};
use crate::stage::{self, asked, key, loaded, open, opening, plain, play, press, pressed, screen, title};
use coopdash::app::slides::{Slide, slides};
use coopdash::app::{
    Access, App, Cause, Effect, Event, Loaded, Opening, Origin, SaveFailure, State, Tab, Work, sheet, update,
};
use coopdash::document::EXAMPLE;
use coopdash::settings::{Depth, Looks};
use coopdash::view::look::Look;
use coopdash::wording::Pointer;
use std::collections::BTreeSet;

const CHECKLIST: &str = "\
# Kept by the secretariat.
programme: { title: Test programme }
initiatives:
  - title: Joint training   # the first
    status: agreed
  - title: Reform support
    done: false
  - title: Open question
  - title: Paused work
    status: on_hold
";

fn saved(effects: &[Effect]) -> &str {
    let last = effects.iter().rfind(|effect| matches!(effect, Effect::Save { .. }));
    if let Some(Effect::Save { text, .. }) = last { text } else { "nothing was saved" }
}

/// The rows of the list in their order of urgency: two open ones, the third without a status, the
/// paused one last.
fn title_of_row(document: &str, row: usize) -> String {
    title(&pressed(document, (80, 24), &format!("3 {}", "j ".repeat(row)))).to_owned()
}

#[test]
fn tab_goes_round_all_tabs_and_digits_go_straight() {
    let mut state = open(EXAMPLE, (80, 24));
    for tab in Tab::ALL {
        assert_eq!(state.view.tab, *tab);
        press(&mut state, "Tab");
    }
    assert_eq!(state.view.tab, Tab::Overview);
    for tab in Tab::ALL.iter().rev() {
        press(&mut state, "Shift-Tab");
        assert_eq!(state.view.tab, *tab);
    }
    press(&mut state, "4");
    assert_eq!(state.view.tab.title(), "Recommendations");
    press(&mut state, "[ ] ] Left Right");
    assert_eq!(state.view.tab.title(), "Evaluation");
}

/// The title of the chosen item as far as any list has room for it.
fn chosen_title(state: &State) -> String {
    title(state).chars().take(12).collect()
}

#[test]
fn every_tab_opens_by_its_number_and_shows_every_item_of_its_section_once() {
    for from in Tab::ALL {
        for tab in Tab::ALL {
            let mut state = pressed(FULL, (120, 40), &format!("{} Enter {} g", from.number(), tab.number()));
            assert_eq!(
                (state.view.tab, state.view.layers.as_slice()),
                (*tab, [].as_slice()),
                "from {from:?}"
            );
            let screen = plain(&state);
            assert!(screen.contains(&format!("{} {}", tab.number(), tab.title())), "{screen}");
            let rows = state.row_count(*tab);
            assert!(rows > 0, "{tab:?} has no rows");
            let mut seen = Vec::new();
            for row in 0..rows {
                assert_eq!(state.row(), row);
                let screen = plain(&state);
                assert!(screen.contains(&chosen_title(&state)), "{tab:?} {row}: {screen}");
                seen.push(state.chosen().unwrap());
                press(&mut state, "j");
            }
            assert_eq!(state.row(), rows - 1, "the list ends with its last row");
            let Some(section) = &tab.row().section else { continue };
            let count = (section.count)(state.programme()).unwrap_or(0);
            assert!(count > 0, "the document of everything has nothing of {tab:?}");
            let all: BTreeSet<Pointer> = (0..count).map(|at| Pointer::Item(section.section, at)).collect();
            assert_eq!(seen.into_iter().collect::<BTreeSet<_>>(), all, "{tab:?}");
        }
    }
}

#[test]
fn every_item_opens_is_told_of_and_comes_back_to_its_row() {
    for tab in Tab::ALL.iter().filter(|tab| tab.row().section.is_some()) {
        let mut state = pressed(FULL, (120, 40), &format!("{} g", tab.number()));
        for row in 0..state.row_count(*tab) {
            let (chosen, title) = (state.chosen(), chosen_title(&state));
            press(&mut state, "Enter");
            let screen = plain(&state);
            assert!(screen.contains(&title) && !sheet::rows(&state).is_empty(), "{tab:?} {row}: {screen}");
            press(&mut state, "Esc");
            assert_eq!((state.view.tab, state.row(), state.chosen()), (*tab, row, chosen));
            assert!(state.view.layers.is_empty(), "{tab:?} {row}");
            press(&mut state, "j");
        }
    }
}

#[test]
fn every_item_is_found_by_its_title_is_in_the_report_and_its_tab_has_a_slide() {
    let state = open(FULL, (120, 40));
    let report = coopdash::output::report(state.reading(), state.figures(), "full.yaml");
    for tab in Tab::ALL {
        let own = |slide: &Slide| matches!(slide, Slide::Of(of, _) if of == tab);
        assert!(slides(&state).iter().any(own), "{tab:?} has no slide");
        let Some(row) = &tab.row().section else { continue };
        assert!(report.contains(&format!("\n{}: ", tab.title())), "{tab:?} is not in the report");
        for at in 0..(row.count)(state.programme()).unwrap_or(0) {
            let title = (row.item)(state.programme(), at).unwrap().title;
            assert!(report.contains(title), "{title}");
            let mut state = pressed(FULL, (120, 40), "/");
            update(&mut state, Event::Paste(title.to_owned()));
            let hits = &state.view.find.as_ref().unwrap().hits;
            assert!(hits.contains(&Pointer::Item(row.section, at)), "{title}: {hits:?}");
        }
    }
}

#[test]
fn no_section_has_two_tabs_and_no_tab_has_nothing_to_say() {
    let state = open(FULL, (120, 40));
    let sections: Vec<_> = Tab::ALL.iter().filter_map(|tab| tab.section()).collect();
    assert_eq!(sections.iter().collect::<BTreeSet<_>>().len(), sections.len(), "{sections:?}");
    let messages: BTreeSet<_> =
        Tab::ALL.iter().map(|tab| (tab.row().message)(&state.content()).whole()).collect();
    assert_eq!(messages.len(), Tab::ALL.len(), "each says something of its own: {messages:?}");
    assert!(messages.iter().all(|message| message.ends_with('.')));
}

#[test]
fn a_tick_changes_one_value_and_the_screen_says_so() {
    let (screen, effects) = play(CHECKLIST, "3 Space");
    assert_eq!(saved(&effects), CHECKLIST.replacen("status: agreed", "status: completed", 1));
    assert!(screen.contains("[x] Joint training"), "{screen}");
    assert!(screen.contains("Now completed (+ dates it 15 Jan 2024): Joint training"), "{screen}");
}

#[test]
fn a_second_tick_returns_to_the_status_it_had() {
    let document = CHECKLIST.replace("status: agreed", "status: in_progress");
    let (screen, effects) = play(&document, "3 Space Space");
    assert_eq!(saved(&effects), document);
    assert!(screen.contains("Now in progress"), "{screen}");
}

#[test]
fn done_stays_done_in_the_words_of_the_file() {
    assert_eq!(title_of_row(CHECKLIST, 1), "Reform support");
    let (_, effects) = play(CHECKLIST, "3 j Space");
    assert_eq!(saved(&effects), CHECKLIST.replacen("done: false", "done: true", 1));
}

#[test]
fn an_item_without_a_status_gets_one_and_loses_it_again() {
    let (screen, effects) = play(CHECKLIST, "3 j j Space");
    assert_eq!(
        saved(&effects),
        CHECKLIST.replacen(
            "  - title: Open question\n",
            "  - title: Open question\n    status: completed\n",
            1
        )
    );
    assert!(screen.contains("Now completed (+ dates it 15 Jan 2024): Open question"), "{screen}");
    let (_, effects) = play(CHECKLIST, "3 j j Space Space");
    assert_eq!(saved(&effects), CHECKLIST);
}

#[test]
fn what_is_on_hold_is_not_ticked_and_the_way_out_is_named() {
    let (screen, effects) = play(CHECKLIST, "3 G Space");
    assert!(effects.is_empty());
    assert!(screen.contains("on hold is not ticked; m changes its status"), "{screen}");
}

#[test]
fn undo_restores_the_bytes_and_redo_makes_the_change_again() {
    let (_, effects) = play(CHECKLIST, "3 Space j Space u u");
    assert_eq!(saved(&effects), CHECKLIST);
    let (_, effects) = play(CHECKLIST, "3 Space u Ctrl-R");
    assert_eq!(saved(&effects), CHECKLIST.replacen("status: agreed", "status: completed", 1));
    let (screen, effects) = play(CHECKLIST, "3 u");
    assert!(effects.is_empty() && screen.contains("Nothing to undo"), "{screen}");
}

#[test]
fn the_cursor_stays_on_the_ticked_item_and_the_order_is_frozen() {
    let mut state = pressed(CHECKLIST, (80, 24), "3 Space");
    assert_eq!(title(&state), "Joint training");
    assert_eq!(state.view.order, [0, 1, 2, 3]);
    press(&mut state, "4 3");
    assert_eq!(state.view.order, [1, 2, 3, 0], "sorted again when the tab is opened");
}

#[test]
fn a_failed_save_keeps_the_change_and_stays_on_the_screen_until_one_succeeds() {
    let mut state = pressed(CHECKLIST, (80, 24), "3");
    let effect = update(&mut state, key("Space"));
    assert!(matches!(effect, Some(Effect::Save { .. })));
    update(&mut state, Event::SaveFailed(SaveFailure::System("the disk is full".to_owned())));
    press_without_saving(&mut state, "j k");
    let screen = plain(&state);
    assert!(
        screen.contains("! Not saved: the disk is full; r tries again. Your change is kept."),
        "{screen}"
    );
    assert!(screen.contains("! not saved") && screen.contains("[x] Joint training"), "{screen}");

    assert_eq!(press_without_saving(&mut state, "q"), [], "leaving asks once");
    assert!(plain(&state).contains("q again leaves without it"));
    assert_eq!(press_without_saving(&mut state, "j q q"), [Effect::Quit]);

    let effects = press(&mut state, "g j Space");
    assert!(saved(&effects).contains("status: completed") && saved(&effects).contains("done: true"));
    assert!(!plain(&state).contains("ot saved"), "{}", plain(&state));
}

fn press_without_saving(state: &mut App, keys: &str) -> Vec<Effect> {
    keys.split_whitespace().filter_map(|name| update(state, key(name))).collect()
}

#[test]
fn reading_again_keeps_the_selection_with_its_item() {
    let mut state = pressed(CHECKLIST, (80, 24), "3 j");
    let newer = CHECKLIST
        .replace("initiatives:\n", "initiatives:\n  - title: Brought in front\n    status: agreed\n");
    update(&mut state, asked(newer));
    assert_eq!(title(&state), "Reform support");
}

#[test]
fn a_text_that_cannot_be_read_leaves_the_last_good_view_under_a_banner() {
    let mut state = open(CHECKLIST, (80, 24));
    update(&mut state, asked(String::new()));
    let screen = plain(&state);
    assert!(screen.contains("programme.yaml cannot be read"), "{screen}");
    press(&mut state, "3");
    assert!(plain(&state).contains("Joint training"));
    update(&mut state, asked(CHECKLIST.to_owned()));
    assert!(!plain(&state).contains("cannot be read"));
}

#[test]
fn while_the_file_cannot_be_read_nothing_is_changed_and_nothing_is_written() {
    let mut state = pressed(CHECKLIST, (80, 24), "3 j Space k");
    update(&mut state, asked("my new work: [".to_owned()));
    assert_eq!(press(&mut state, "Space u Ctrl-R"), []);
    assert!(plain(&state).contains("Not changed: the file cannot be read"), "{}", plain(&state));
    assert_eq!(press(&mut state, "q"), [Effect::Quit], "nothing is unsaved");
}

#[test]
fn why_the_editor_failed_is_not_covered_by_reading_again() {
    let mut state = open(CHECKLIST, (80, 24));
    update(&mut state, Event::EditorFailed("there is no program of that name".to_owned()));
    update(&mut state, asked(CHECKLIST.to_owned()));
    assert!(plain(&state).contains("there is no program of that name"), "{}", plain(&state));
}

#[test]
fn find_looks_in_everything_without_regard_to_case_and_accents() {
    let document = "programme: { title: T }\nmetrics:\n  - { name: Škola mira, values: { 2022: 1 } }\ninitiatives:\n  - title: Obuka\n    owner: Ćamil Đurić\n";
    let mut state = pressed(document, (80, 24), "/ s k o l a Enter");
    assert_eq!(state.view.tab.title(), "Metrics");
    press(&mut state, "/ d u r i c Enter");
    assert_eq!(state.view.tab.title(), "Initiatives");
    press(&mut state, "/ x y z Enter");
    assert!(plain(&state).contains("Not found: xyz"), "{}", plain(&state));
}

#[test]
fn n_goes_through_the_matches_and_around_their_end() {
    let mut state = pressed(EXAMPLE, (80, 24), "/ e x e r c i s e s Enter");
    let first = (state.view.tab, state.row());
    let hits = state.view.find.as_ref().unwrap().hits.len();
    assert!(hits > 1);
    press(&mut state, &"n ".repeat(hits));
    assert_eq!((state.view.tab, state.row()), first);
}

#[test]
fn escape_closes_one_thing_at_a_time_and_never_leaves() {
    let mut state = pressed(EXAMPLE, (80, 24), "2 Enter ?");
    assert_eq!(state.view.layers.len(), 2);
    press(&mut state, "Esc");
    assert_eq!(state.view.layers.len(), 1);
    assert_eq!(press(&mut state, "Esc Esc Esc"), []);
    assert!(state.view.layers.is_empty());
}

#[test]
fn the_editor_opens_at_the_line_of_the_chosen_item_or_finding() {
    let (_, effects) = play(CHECKLIST, "3 j e");
    assert_eq!(effects, [Effect::OpenEditor { line: 6 }]);
    let mistaken = format!("{CHECKLIST}metrics:\n  - name: M\n    values: {{ 2022: three }}\n");
    let (_, effects) = play(&mistaken, "d e");
    assert_eq!(effects, [Effect::OpenEditor { line: 13 }]);
}

#[test]
fn the_built_in_programme_is_ticked_in_memory_and_says_how_to_begin_a_file() {
    let mut state = App::new(Opening { origin: Origin::Example, ..opening(EXAMPLE, (80, 24)) });
    assert!(plain(&state).contains("built-in example"), "{}", plain(&state));
    assert_eq!(press(&mut state, "3 Space"), []);
    press(&mut state, "j");
    let screen = plain(&state);
    assert!(screen.contains("[x] ") && screen.contains("example, not kept: coopdash new FILE"), "{screen}");
    assert_eq!(press(&mut state, "q"), [Effect::Quit]);
}

#[test]
fn read_only_never_changes_anything() {
    let mut state = App::new(Opening { access: Access::ReadOnly, ..opening(CHECKLIST, (80, 24)) });
    assert_eq!(press(&mut state, "3 Space u"), []);
    assert_eq!(state.text(), CHECKLIST);
}

#[test]
fn every_row_of_the_overview_leads_to_its_item() {
    let mut state = open(EXAMPLE, (80, 24));
    for row in 0..state.row_count(Tab::Overview) {
        press(&mut state, "1 g");
        press(&mut state, &"j ".repeat(row));
        let pointer = state.chosen().unwrap();
        press(&mut state, "Enter");
        assert_eq!(state.chosen(), Some(pointer));
        assert_ne!(state.view.tab, Tab::Overview);
    }
}

#[test]
fn the_key_for_characters_redraws_the_same_screen_in_seven_bits() {
    let state = pressed(EXAMPLE, (80, 24), "2 # #");
    let look = Look::of(&state.session.looks, None);
    let shown = screen(&state, &look);
    assert!(shown.contains("Characters: ascii"), "{shown}");
    assert!(shown.chars().all(|c| c.is_ascii() || c.is_alphabetic()), "{shown}");
}

#[test]
fn the_key_for_themes_says_which_and_that_one_colour_makes_no_difference() {
    let state = pressed(EXAMPLE, (80, 24), "T");
    assert!(plain(&state).contains("Colours: dark; no difference here, since colour is off"));
    let looks = Looks { depth: Depth::True, ..state.session.looks };
    let mut state = state.looking(looks);
    press(&mut state, "T");
    assert!(plain(&state).contains("Colours: light"));
    assert_ne!(
        Look::of(&state.session.looks, None),
        Look::of(&Looks { depth: Depth::True, ..Looks::default() }, None)
    );
}

#[test]
fn a_picture_of_the_screen_is_asked_for_and_its_name_is_said() {
    let mut state = open(EXAMPLE, (80, 24));
    let asked = press(&mut state, "3 S");
    assert_eq!(asked, [Effect::Picture { stem: "coopdash-initiatives".to_owned() }]);
    update(&mut state, Event::Created("coopdash-initiatives-1.svg".to_owned()));
    assert!(plain(&state).contains("Saved as coopdash-initiatives-1.svg"));
    update(&mut state, Event::CreateFailed("the folder may not be written to".to_owned()));
    assert!(plain(&state).contains("The picture is not saved: the folder may not be written to"));
}

#[test]
fn a_notice_is_read_to_its_end_at_forty_columns() {
    let mut state = pressed(CHECKLIST, (40, 15), "3 Space");
    update(&mut state, asked("programme: [\n"));
    press(&mut state, "Space");
    let screen = plain(&state);
    let words = screen.lines().map(str::trim).collect::<Vec<_>>().join(" ");
    assert!(words.ends_with("Not changed: the file cannot be read; e opens it"), "{screen}");
}

#[test]
fn what_was_said_of_a_broken_file_goes_away_once_it_can_be_read() {
    let mut state = open(CHECKLIST, (80, 24));
    update(&mut state, stage::touched("programme: [\n", "14:08"));
    press(&mut state, "3 Space");
    assert!(plain(&state).contains("Not changed: the file cannot be read"), "{}", plain(&state));
    update(&mut state, stage::touched(CHECKLIST, "14:09"));
    assert!(!plain(&state).contains("cannot be read"), "{}", plain(&state));
    // Also where the text is another one.
    update(&mut state, stage::loaded(coopdash::app::Loaded::Missing, "14:10", coopdash::app::Cause::Asked));
    assert!(plain(&state).contains("The file is gone"), "{}", plain(&state));
    update(&mut state, stage::touched(CHECKLIST.replace("Joint", "Common"), "14:11"));
    assert!(!plain(&state).contains("is gone"), "{}", plain(&state));
}

#[test]
fn while_a_save_is_on_its_way_changes_wait_their_turn_and_q_leaves_after_it() {
    let mut state = open(CHECKLIST, (80, 24));
    update(&mut state, key("3"));
    let first = update(&mut state, key("Space"));
    let Some(Effect::Save { before, text }) = first else { panic!("{first:?}") };
    assert_eq!(before, CHECKLIST);
    assert_eq!(update(&mut state, key("j")), None);
    assert_eq!(update(&mut state, key("Space")), None, "one save at a time");
    assert_eq!(update(&mut state, key("e")), None, "no editor on a text that is not there yet");
    assert!(plain(&state).contains("still being saved"), "{}", plain(&state));
    assert_eq!(update(&mut state, key("q")), None);
    assert!(plain(&state).contains("Leaves once it is saved"), "{}", plain(&state));
    let second = update(&mut state, Event::Saved { text: text.clone() });
    let Some(Effect::Save { before, text }) = second else { panic!("{second:?}") };
    assert_eq!((before, text.matches("completed").count()), (state.store.disk.clone(), 1));
    assert_eq!(update(&mut state, Event::Saved { text }), Some(Effect::Quit));
}

#[test]
fn q_leaves_too_where_somebody_else_has_written_the_same_meanwhile_and_asks_where_the_file_is_gone() {
    let waits = || {
        let mut state = open(CHECKLIST, (80, 24));
        press_without_saving(&mut state, "3 Space");
        let failed = Event::SaveFailed(SaveFailure::ChangedByAnother);
        assert_eq!(update(&mut state, failed), Some(Effect::Reload));
        assert_eq!(update(&mut state, key("q")), None);
        assert!(plain(&state).contains("Leaves once it is saved"), "{}", plain(&state));
        state
    };
    let mut state = waits();
    let same = state.text().to_owned();
    assert_eq!(update(&mut state, stage::touched(same, "14:10")), Some(Effect::Quit));
    let mut state = waits();
    assert_eq!(update(&mut state, loaded(Loaded::Missing, "14:10", Cause::Touched)), None);
    assert!(plain(&state).contains("q again leaves without it"), "{}", plain(&state));
    assert_eq!(update(&mut state, key("q")), Some(Effect::Quit));
}

#[test]
fn a_save_that_met_a_lock_is_tried_again_without_a_key_until_it_succeeds() {
    let mut state = open(CHECKLIST, (100, 24));
    update(&mut state, key("3"));
    assert!(matches!(update(&mut state, key("Space")), Some(Effect::Save { .. })));
    for failure in [SaveFailure::Locked, SaveFailure::LockedBy("vim (process 7) of ann keeps it".to_owned())]
    {
        let wait = update(&mut state, Event::SaveFailed(failure));
        assert!(matches!(wait, Some(Effect::Timer { seconds: Some(_) })), "{wait:?}");
        assert!(plain(&state).contains("it is tried again"), "{}", plain(&state));
        let again = update(&mut state, Event::Tick);
        let Some(Effect::Save { text, .. }) = again else { unreachable!("{again:?}") };
        assert!(text.contains("completed"), "{text}");
    }
    let text = state.text().to_owned();
    assert_eq!(update(&mut state, Event::Saved { text }), None);
    assert!(!state.unsaved() && !plain(&state).contains("tried again"), "{}", plain(&state));
    assert_eq!(update(&mut state, Event::Tick), None, "nothing is left to try");
}

#[test]
fn a_tick_while_the_file_is_read_again_waits_for_what_is_read() {
    let mut state = open(CHECKLIST, (100, 24));
    press_without_saving(&mut state, "3 s Space");
    assert_eq!(update(&mut state, Event::SaveFailed(SaveFailure::ChangedByAnother)), Some(Effect::Reload));
    assert_eq!(press_without_saving(&mut state, "j Space"), [], "a save of what is outdated could only fail");
    assert_eq!(press_without_saving(&mut state, "e"), [], "no editor on a text that is not there yet");
    assert_eq!(update(&mut state, Event::Busy(Some(Work::Reading))), None);
    assert!(plain(&state).contains("! not saved"), "{}", plain(&state));
    let theirs = format!("{CHECKLIST}# Somebody else was here.\n");
    let saves = update(&mut state, stage::asked(theirs.clone()));
    let Some(Effect::Save { before, text }) = saves else { panic!("{saves:?}") };
    assert_eq!(before, theirs);
    assert_eq!(text, pressed(&theirs, (100, 24), "3 s Space j Space").text());
}

#[test]
fn a_save_that_others_were_before_again_and_again_is_tried_without_a_key_until_it_succeeds() {
    let mut state = open(CHECKLIST, (100, 24));
    let mut next = press_without_saving(&mut state, "3 Space").pop();
    for line in 0.. {
        assert!(matches!(next, Some(Effect::Save { .. })), "{next:?}");
        next = update(&mut state, Event::SaveFailed(SaveFailure::ChangedByAnother));
        if next != Some(Effect::Reload) {
            break;
        }
        next = update(&mut state, stage::asked(format!("{CHECKLIST}# {line}\n")));
    }
    assert!(matches!(next, Some(Effect::Timer { seconds: Some(_) })), "{next:?}");
    assert!(plain(&state).contains("others keep changing the file; it is tried again"), "{}", plain(&state));
    assert!(matches!(update(&mut state, Event::Tick), Some(Effect::Save { .. })));
    let text = state.text().to_owned();
    assert_eq!(update(&mut state, Event::Saved { text }), None);
    assert!(!state.unsaved() && !plain(&state).contains("tried again"), "{}", plain(&state));
}

#[test]
fn a_save_that_is_tried_again_on_the_text_it_failed_on_is_not_said_to_meet_others() {
    let (seen, asked) = (stage::touched(CHECKLIST.to_owned(), "14:10"), asked(CHECKLIST.to_owned()));
    for (keys, read, words) in [("", seen, "Now completed"), ("r", asked, "nothing has changed")] {
        let mut state = open(CHECKLIST, (100, 24));
        press_without_saving(&mut state, "3 Space");
        let failed = Event::SaveFailed(SaveFailure::System("the file is marked read-only".to_owned()));
        assert_eq!(update(&mut state, failed), None);
        press_without_saving(&mut state, keys);
        let saves = update(&mut state, read);
        assert!(matches!(saves, Some(Effect::Save { .. })), "{saves:?}");
        let screen = plain(&state);
        assert!(screen.contains(words) && !screen.contains("Others"), "{screen}");
    }
}

#[test]
fn slides_go_on_by_themselves_while_a_save_waits_for_a_lock() {
    let mut state = open(CHECKLIST, (80, 24));
    press_without_saving(&mut state, "3 Space p Space");
    let at = state.show.slides.unwrap().at;
    let timer = update(&mut state, Event::SaveFailed(SaveFailure::Locked));
    assert_eq!(timer, Some(Effect::Timer { seconds: Some(state.show.slides.unwrap().every) }));
    assert!(matches!(update(&mut state, Event::Tick), Some(Effect::Save { .. })));
    assert_ne!(state.show.slides.unwrap().at, at, "the next slide came all the same");
    let text = state.text().to_owned();
    assert!(matches!(update(&mut state, Event::Saved { text }), Some(Effect::Timer { seconds: Some(_) })));
}

#[test]
fn what_is_not_kept_says_so_beside_what_was_done_at_every_width() {
    for size in [(40, 15), (80, 24), (100, 24)] {
        let mut state = App::new(Opening { origin: Origin::Input, ..opening(CHECKLIST, size) });
        update(&mut state, key("3"));
        assert_eq!(update(&mut state, key("Space")), None);
        let words = plain(&state).split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        assert!(words.contains("now completed") && words.contains("not kept"), "{}", plain(&state));
    }
}

#[test]
fn every_tab_and_its_items_have_golden_pages() {
    for (number, tab) in (1..).zip(Tab::ALL) {
        let number = number.to_string();
        let has = |keys: &str| pages::PAGES.iter().any(|(_, of)| *of == keys);
        assert!(has(&number), "no golden page is made by {number}");
        let opens = |of: &str| of.starts_with(&number) && of.ends_with("Enter");
        let has_item = pages::PAGES.iter().any(|(_, of)| opens(of));
        assert!(has_item || tab.section().is_none(), "no golden page shows an item of {}", tab.title());
    }
}
