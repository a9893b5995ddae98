//! Changes by menu and field: keys, and then the file to the letter.

#![expect(clippy::panic, reason = "a test may fail loudly")]

use crate::stage::{self, open, opening, plain, press, pressed, title};
use coopdash::app::forms::{Asks, MenuRow, Then};
use coopdash::app::{App, Cause, Effect, Layer, Loaded, Opening, update};
use coopdash::programme::fields::{Field, Fields, Kind};
use coopdash::programme::{Initiative, Recommendation};

const FILE: &str = "\
# Kept by the secretariat.
programme:
  title: Test programme
metrics:
  - name: Joint exercises
    unit: exercises
    values:
      2022: 3
      2023: 5   # counted twice
  - name: Engagement
    unit: \"%\"
    measure: percentage
    values: { 2022: 60, 2023: 75 }
initiatives:
  - title: Joint training   # the first
    status: agreed
    agreed_on: 2023-11-20
  - title: Reform support
    status: completed
    completed_on: 2023-12-01
recommendations:
  - title: Resource sharing
    status: proposed
";

/// The lines that differ: `-` before, `+` after.
fn changed(keys: &str) -> String {
    changed_in(FILE, keys)
}

fn changed_in(text: &str, keys: &str) -> String {
    let mut state = pressed(text, (80, 24), keys);
    let after = state.text().to_owned();
    assert!(!state.unsaved(), "{}", plain(&state));
    press(&mut state, "u u u u u u");
    assert_eq!(state.text(), text, "undo does not restore the bytes");
    difference(text, &after)
}

fn difference(before: &str, after: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    let head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let tail = old[head..].iter().rev().zip(new[head..].iter().rev()).take_while(|(a, b)| a == b).count();
    let gone = old[head..old.len() - tail].iter().map(|line| format!("-{line}"));
    let came = new[head..new.len() - tail].iter().map(|line| format!("+{line}"));
    gone.chain(came).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_status_is_chosen_from_the_words_of_the_lifecycle() {
    assert_eq!(changed("3 m Enter j Enter"), "-    status: agreed\n+    status: in_progress");
    assert_eq!(changed("4 m Enter j j Enter"), "-    status: proposed\n+    status: accepted");
}

#[test]
fn a_due_date_and_an_owner_are_typed_and_land_beside_their_neighbours() {
    assert_eq!(changed("3 m j Enter \"2024-06-30\" Enter"), "+    due: 2024-06-30");
    assert_eq!(changed("3 m j j Enter \"Ministry of Defence\" Enter"), "+    owner: Ministry of Defence");
    let quoted = changed("3 m j j Enter \"Desk 3: training\" Enter");
    assert!(quoted.contains("Desk 3: training") && quoted.contains(['"', '\'']), "{quoted}");
}

#[test]
fn a_field_is_taken_out_by_emptying_it() {
    assert_eq!(changed("3 G m G k Enter Ctrl-U Enter"), "-    completed_on: 2023-12-01");
}

/// Sets every field of an item that is typed, reads it back, and takes it out again.
fn every_typed_field<T: Fields>(tab: &str, said: fn(&App, &str) -> Option<String>) {
    let text = "programme: { title: T }\ninitiatives:\n  - title: A\n    status: completed\nrecommendations:\n  - title: B\n";
    let is_typed = |field: &&Field| field.set_after.is_some() && !matches!(field.kind, Kind::Word(_));
    for Field { key, kind, example, .. } in T::PART.fields().iter().filter(is_typed) {
        let mut state = open(text, (80, 24));
        let row = |state: &App| {
            let rows = state.menu_rows(Layer::Menu(0));
            let is_asked =
                |row: &MenuRow| matches!(&row.then, Then::Ask(Asks::Field(field)) if field.key == *key);
            "j ".repeat(rows.iter().position(is_asked).unwrap_or_else(|| panic!("{key} is not in the menu")))
        };
        press(&mut state, tab);
        let keys = row(&state);
        let to = if matches!(kind, Kind::Date | Kind::Due) { "2024-01-10" } else { example };
        press(&mut state, &format!("m {keys} Enter \"{to}\" Enter"));
        assert_eq!(said(&state, key).as_deref(), Some(to), "{key}: {}", plain(&state));
        assert!(state.text().contains(&format!("\n    {key}: {to}\n")), "{key}");
        press(&mut state, &format!("m {keys} Enter Ctrl-U Enter"));
        assert_eq!((said(&state, key), state.text()), (None, text), "{key}");
    }
}

#[test]
fn every_field_of_the_table_that_is_typed_can_be_set_and_read_back() {
    every_typed_field::<Initiative>("3", |state, key| state.programme().initiatives[0].said(key));
    every_typed_field::<Recommendation>("4", |state, key| state.programme().recommendations[0].said(key));
}

#[test]
fn a_tick_offers_today_as_the_day_and_both_are_one_step_for_undo() {
    let mut state = pressed(FILE, (80, 24), "3 Space +");
    let text = state.text().to_owned();
    assert_eq!(
        difference(FILE, &text),
        "-    status: agreed\n-    agreed_on: 2023-11-20\n+    status: completed\n+    agreed_on: 2023-11-20\n+    completed_on: 2024-01-15",
        "{}",
        plain(&state)
    );
    press(&mut state, "u");
    assert_eq!(state.text(), FILE);
    press(&mut state, "Ctrl-R");
    assert_eq!(state.text(), text);
}

#[test]
fn reopening_takes_the_day_away_in_the_same_step() {
    let expected = "-    status: completed\n-    completed_on: 2023-12-01\n+    status: agreed";
    assert_eq!(changed("3 G Space"), expected);
}

#[test]
fn a_note_gets_todays_date_and_the_name_the_program_was_told() {
    let mut state = open(FILE, (80, 24)).by(Some("Desk 3"));
    press(&mut state, "3 m G Enter \"First course held.\" Enter");
    let update = &state.programme().initiatives[0].updates[0];
    assert_eq!(update.date.as_ref().map(|date| date.value), chrono::NaiveDate::from_ymd_opt(2024, 1, 15));
    assert_eq!(update.note.as_deref(), Some("First course held."));
    assert_eq!(update.by.as_deref(), Some("Desk 3"));
}

#[test]
fn the_value_of_a_period_is_changed_in_place_and_keeps_the_remark_beside_it() {
    let expected = "-      2023: 5   # counted twice\n+      2023: 6   # counted twice";
    assert_eq!(changed("2 m j Enter Ctrl-U \"6\" Enter"), expected);
}

#[test]
fn a_new_period_comes_in_order_and_may_be_provisional() {
    assert_eq!(changed("2 m Enter \"7\" Enter"), "+      2024: 7");
    assert_eq!(
        changed("2 m Enter Ctrl-U \"2021: 2\" Enter"),
        "+      2021: 2",
        "before the first, where it belongs"
    );
    let braces = changed("2 j m Enter \"80 provisional\" Enter");
    assert!(braces.contains("2023: 75, 2024: { value: 80, status: provisional }"), "{braces}");
}

#[test]
fn a_new_initiative_lands_at_the_end_of_the_list_in_its_style_and_is_chosen() {
    let mut state = pressed(FILE, (80, 24), "a \"Capacity building\" Enter");
    assert_eq!(difference(FILE, state.text()), "+  - title: Capacity building\n+    status: agreed");
    assert_eq!(title(&state), "Capacity building");
    press(&mut state, "u");
    assert_eq!(state.text(), FILE);
}

/// What the field says after something that `check` would report was typed; nothing may be written.
fn refused(keys: &str) -> String {
    let state = pressed(FILE, (80, 24), keys);
    assert_eq!(state.text(), FILE, "something was written");
    let form =
        state.dialogue.form.as_ref().unwrap_or_else(|| panic!("the field is closed\n{}", plain(&state)));
    form.refused.join(" ")
}

#[test]
fn what_the_files_own_rules_would_report_is_refused_in_their_words() {
    let said = refused("3 m j Enter \"31.12.2024\" Enter");
    assert!(said.contains("2024-12-31"), "{said}");
    let said = refused("3 m j Enter \"2023-02-30\" Enter");
    assert!(said.contains("28"), "{said}");
    let said = refused("3 m j Enter \"2023-01-01\" Enter");
    assert!(said.contains("agreed"), "{said}");
    let said = refused("2 m Enter \"1,5\" Enter");
    assert!(said.contains("1.5"), "{said}");
    let said = refused("2 j m Enter \"750\" Enter");
    assert!(said.contains("not possible"), "{said}");
    let said = refused("2 m Enter Ctrl-U \"soon: 7\" Enter");
    assert!(said.contains("soon"), "{said}");
}

#[test]
fn a_word_that_is_no_kind_of_value_is_refused_with_the_words_there_are() {
    let said = refused("2 m Enter \"7 perhaps\" Enter");
    assert!(said.contains("provisional, estimated, forecast"), "{said}");
    let said = refused("2 m Enter Ctrl-U \"2024\" Enter");
    assert!(said.contains("such as: 2024: 3.1"), "{said}");
}

#[test]
fn a_field_that_was_left_still_says_what_was_typed() {
    let mut state = pressed(FILE, (80, 24), "3 m j Enter \"2024-06\" Esc");
    assert!(state.dialogue.form.is_none());
    press(&mut state, "m j Enter");
    assert_eq!(state.dialogue.form.as_ref().unwrap().line.text(), "2024-06");
}

#[test]
fn what_cannot_be_done_safely_offers_the_editor_at_its_line() {
    let text = FILE.replace(
        "    status: agreed\n",
        "    status: agreed\n    owner: >-\n      The desk\n      for training\n",
    );
    let mut state = pressed(&text, (80, 24), "3 m j j Enter Ctrl-U \"Desk 3\" Enter");
    assert_eq!(state.text(), text);
    assert!(plain(&state).contains("e opens line 17"), "{}", plain(&state));
    assert_eq!(press(&mut state, "e"), [Effect::OpenEditor { line: 17 }]);
}

#[test]
fn with_history_a_change_leaves_a_dated_line_and_without_it_none() {
    let text = FILE.replace("  title: Test programme\n", "  title: Test programme\n  history: true\n");
    let mut state = open(&text, (80, 24)).by(Some("Desk 3"));
    press(&mut state, "3 Space");
    let update = &state.programme().initiatives[0].updates[0];
    assert_eq!(update.note.as_deref(), Some("status changed from agreed to completed"));
    assert_eq!(update.by.as_deref(), Some("Desk 3"));
    press(&mut state, "u");
    assert_eq!(state.text(), text, "one step");
    press(&mut state, "m j Enter \"2024-06-30\" Enter");
    let update = &state.programme().initiatives[0].updates[0];
    assert_eq!(update.note.as_deref(), Some("due set to 2024-06-30"));
    let state = pressed(FILE, (80, 24), "3 Space");
    assert!(state.programme().initiatives[0].updates.is_empty());
}

#[test]
fn with_history_the_day_alone_leaves_a_line_and_together_with_its_tick_one_for_both() {
    let text = FILE.replace("  title: Test programme\n", "  title: Test programme\n  history: true\n");
    let notes = |keys: &str| -> Vec<String> {
        let state = pressed(&text, (80, 24), keys);
        let updates = &state.programme().initiatives[0].updates;
        updates.iter().filter_map(|update| update.note.clone()).collect()
    };
    assert_eq!(notes("3 Space +"), ["status changed from agreed to completed"]);
    let alone = notes("3 Space j k +");
    assert_eq!(alone, ["status changed from agreed to completed", "completed_on set to 2024-01-15"]);
}

#[test]
fn the_built_in_programme_and_standard_input_are_changed_in_memory_only() {
    use coopdash::app::Origin;
    for origin in [Origin::Example, Origin::Input] {
        let mut state = App::new(Opening { origin, ..opening(FILE, (80, 24)) });
        let effects = press(&mut state, "3 m j Enter \"2024-06-30\" Enter a \"Capacity\" Enter");
        assert_eq!(effects, [], "nothing is to be written");
        assert_ne!(state.text(), FILE);
        assert!(!state.unsaved());
        press(&mut state, "u u");
        assert_eq!(state.text(), FILE);
    }
}

#[test]
fn nobody_is_named_where_the_program_was_not_told() {
    let text = FILE.replace("  title: Test programme\n", "  title: Test programme\n  history: true\n");
    let state = pressed(&text, (80, 24), "3 Space");
    assert_eq!(state.programme().initiatives[0].updates[0].by, None);
}

#[test]
fn read_only_opens_no_menu_and_no_field() {
    let access = coopdash::app::Access::ReadOnly;
    let mut state = App::new(Opening { access, ..opening(FILE, (80, 24)) });
    press(&mut state, "3 m a +");
    assert!(state.dialogue.form.is_none() && state.view.layers.is_empty());
    assert_eq!(state.text(), FILE);
}

#[test]
fn the_menu_and_the_field_are_drawn_at_every_size() {
    for size in [(40, 12), (40, 15), (80, 24), (200, 60)] {
        let mut state = pressed(FILE, size, "3 m");
        assert!(plain(&state).contains("> Status"), "{}", plain(&state));
        press(&mut state, "j Enter \"31.12.2024\" Enter");
        let screen = plain(&state);
        assert!(screen.contains("31.12.2024") && screen.contains("2024-12-31"), "{screen}");
        press(&mut state, "Esc 2 m");
        assert!(plain(&state).contains("New period"), "{}", plain(&state));
    }
}

#[test]
fn a_menu_stays_at_its_row_while_somebody_else_saves_the_file() {
    let mut state = pressed(FILE, (80, 24), "3 m j");
    assert!(plain(&state).contains("> Due"), "{}", plain(&state));
    // Somebody else adds an item before it and renames another.
    let theirs = FILE
        .replace("initiatives:\n", "initiatives:\n  - title: A new one\n    status: in progress\n")
        .replace("Reform support", "Reform");
    update(&mut state, stage::touched(theirs.as_str(), "14:07"));
    let screen = plain(&state);
    assert!(screen.contains("> Due") && screen.contains("Change: Joint training"), "{screen}");
    press(&mut state, "Enter \"2024-12-31\" Enter");
    let diff = difference(&theirs, state.text());
    assert_eq!(diff, "+    due: 2024-12-31");
    assert!(state.programme().initiatives[1].due.is_some(), "the item that was chosen");
}

#[test]
fn a_menu_closes_when_its_item_its_row_or_the_file_is_gone() {
    let without = stage::touched(FILE.replace("Joint training ", "Another "), "14:07");
    let gone = stage::loaded(Loaded::Missing, "14:07", Cause::Touched);
    for event in [without, gone] {
        let mut state = pressed(FILE, (80, 24), "3 m j");
        update(&mut state, event);
        assert!(state.view.layers.is_empty(), "{:?}", state.view.layers);
    }
    let mut state = pressed(FILE, (80, 24), "2 m j j");
    assert!(plain(&state).contains("> 2022"), "{}", plain(&state));
    update(&mut state, stage::touched(FILE.replace("      2022: 3\n", ""), "14:07"));
    assert!(state.view.layers.is_empty(), "{:?}", state.view.layers);
}

#[test]
fn the_words_of_a_status_stay_open_with_what_somebody_else_wrote_beside_them() {
    let mut state = pressed(FILE, (80, 24), "3 m Enter j");
    let chosen = state.view.layers.clone();
    let theirs = FILE.replace("Reform support", "Reform");
    update(&mut state, stage::touched(theirs.as_str(), "14:07"));
    assert_eq!(state.view.layers, chosen);
    press(&mut state, "Enter");
    let diff = difference(&theirs, state.text());
    assert_eq!(diff.lines().count(), 2, "{diff}");
}

#[test]
fn a_field_whose_item_somebody_else_took_away_stays_open_and_gives_no_commands() {
    let renamed = FILE.replace("Joint training ", "Another ");
    let broken = FILE.replace("    status: agreed\n", "    owner: [Bob\n");
    for theirs in [renamed.clone(), broken] {
        let mut state = pressed(FILE, (80, 24), "3 m j j Enter \"Ministry\"");
        update(&mut state, stage::touched(theirs.as_str(), "14:07"));
        let screen = plain(&state);
        assert!(screen.contains("no longer in the file under this name"), "{screen}");
        // A blank would tick, e open the editor, q end the program.
        let effects = press(&mut state, "\" of the eq\"");
        assert!(effects.is_empty() && state.text() == theirs, "{}", state.text());
        press(&mut state, "Enter");
        assert_eq!(state.text(), theirs);
        // Once it is there again, it is written.
        update(&mut state, stage::touched(FILE, "14:08"));
        assert!(!plain(&state).contains("no longer in the file"), "{}", plain(&state));
        press(&mut state, "Enter");
        assert_eq!(difference(FILE, state.text()), "+    owner: Ministry of the eq");
    }
}

#[test]
fn a_field_that_is_left_unchanged_leaves_nothing_behind_and_one_that_was_changed_says_so() {
    let mut state = pressed(FILE, (80, 24), "3 m j j Enter Esc");
    assert!(state.dialogue.draft.is_none());
    press(&mut state, "m j j Enter \"Me\" Esc m j j Enter");
    assert!(plain(&state).contains("This was typed before and is not written"), "{}", plain(&state));
}
