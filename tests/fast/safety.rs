//! What must never happen to a file: undo that touches somebody else's words, a field that writes over what
//! came in while it was open, a change that disappears or comes back by itself.

use crate::desk::Desk;
use crate::stage;

const FILE: &str = "\
programme:
  title: Test programme
metrics:
  - name: Joint exercises
    values:
      2022: 3
      2023: 12500
  - name: Readiness
    measure: words
    values: { 2022: fair, 2023: good }
initiatives:
  - title: Joint training
    status: agreed
    due: 2024-06-30
  - title: Reform support
    status: agreed
    owner: Desk 3
";

#[test]
fn undo_of_a_new_item_leaves_alone_what_others_wrote_into_it() {
    for theirs in ["    owner: Ministry\n", "    x-code: 7\n"] {
        let mut desk = Desk::new(FILE);
        desk.press("3").press("a \"Capacity\" Enter");
        desk.disk.push_str(theirs);
        let both = desk.disk.clone();
        desk.touch().press("u");
        assert_eq!(desk.disk, both, "their line went over to the item above");
        desk.says("Not undone: somebody else changed the same place");
    }
}

#[test]
fn undo_of_a_new_item_works_after_somebody_added_another_one_behind_it() {
    let mut desk = Desk::pressed(FILE, "3 a \"Capacity\" Enter");
    desk.disk.push_str("  - title: Theirs\n    status: agreed\n");
    desk.touch().press("u");
    assert_eq!(desk.disk, format!("{FILE}  - title: Theirs\n    status: agreed\n"));
}

#[test]
fn undo_of_a_first_note_leaves_the_note_that_others_wrote_behind_it() {
    let mut desk = Desk::pressed(FILE, "3 s g m G Enter \"Mine.\" Enter");
    let note = desk.disk.lines().find(|line| line.contains("Mine.")).unwrap().to_owned();
    desk.others(&note, &format!("{note}\n{}", note.replace("Mine.", "Theirs.")));
    let both = desk.disk.clone();
    desk.touch().press("u");
    assert_eq!(desk.disk, both, "a list without its key");
    assert!(!desk.state.unsaved());
}

#[test]
fn undo_puts_no_field_into_the_item_above_when_its_own_is_gone() {
    let text =
        FILE.replace("    owner: Desk 3\n", "    owner: Desk 3\n  - title: Last\n    status: agreed\n");
    let mut desk = Desk::pressed(&text, "3 s g j m j j Enter Ctrl-U Enter");
    assert!(!desk.disk.contains("Desk 3"), "{}", desk.disk);
    desk.others("  - title: Reform support\n    status: agreed\n", "");
    let theirs = desk.disk.clone();
    desk.touch().press("u");
    assert_eq!(desk.disk, theirs);
}

#[test]
fn undo_finds_its_item_when_two_of_them_changed_places() {
    let mut desk = Desk::pressed(FILE, "3 s g Space j Space");
    let (one, two) = ("  - title: Joint training\n", "  - title: Reform support\n");
    desk.others(one, "?").others(two, one).others("?", two);
    let theirs = desk.disk.clone();
    desk.touch().press("u");
    assert_eq!(desk.disk, theirs, "the other item was reopened");
}

#[test]
fn a_field_that_others_changed_while_it_was_open_is_not_written_over_without_a_choice() {
    let mut desk = Desk::pressed(FILE, "3 s g m j Enter Ctrl-U \"2024-08-01\"");
    desk.others("2024-06-30", "2024-07-15").touch();
    let theirs = desk.disk.clone();
    desk.press("Enter");
    assert_eq!(desk.disk, theirs);
    desk.says("Changed by two people");
    desk.says("yours:   2024-08-01");
    desk.says("theirs:  2024-07-15");
    desk.press("m");
    assert_eq!(desk.disk, FILE.replace("2024-06-30", "2024-08-01"));
    desk.press("u");
    assert_eq!(desk.disk, theirs);
}

#[test]
fn a_field_that_was_only_looked_at_does_not_bring_the_old_value_back() {
    let mut desk = Desk::pressed(FILE, "3 s g m j Enter");
    desk.others("2024-06-30", "2024-07-15").touch();
    let theirs = desk.disk.clone();
    desk.press("Enter");
    assert_eq!(desk.disk, theirs);
    assert!(desk.state.store.clash.is_none() && desk.state.dialogue.form.is_none());
}

#[test]
fn a_waiting_choice_stays_a_choice_when_another_one_comes_before_it() {
    let mut desk = Desk::new(FILE);
    desk.press("3 s g").full = true;
    desk.press("j Space k Space").full = false;
    // The second of the two meets theirs; the first cannot be saved yet.
    desk.others("status: agreed\n    due", "status: on_hold\n    due").full = true;
    desk.touch();
    desk.says("Joint training: status");
    desk.others("status: agreed\n    owner", "status: cancelled\n    owner").full = false;
    desk.touch();
    desk.says("Reform support: status");
    assert_eq!(desk.state.store.undecided().len(), 2);
    desk.press("t");
    desk.says("Joint training: status");
    assert!(!desk.disk.contains("completed"), "{}", desk.disk);
    desk.press("t");
    assert!(!desk.disk.contains("completed") && !desk.state.unsaved(), "{}", desk.disk);
}

#[test]
fn a_tick_with_its_day_that_was_taken_back_before_it_could_be_saved_stays_taken_back() {
    let mut desk = Desk::new(FILE);
    desk.press("3 s g").full = true;
    desk.press("Space + u").full = false;
    desk.others("Desk 3", "Desk 4").touch();
    assert_eq!(desk.disk, FILE.replace("Desk 3", "Desk 4"));
    assert!(!desk.state.unsaved());
    // The same where only the day could not be saved.
    let mut desk = Desk::new(FILE);
    desk.press("3 s g Space").full = true;
    desk.press("+ u").full = false;
    desk.others("Desk 3", "Desk 4").touch();
    assert_eq!(desk.disk, FILE.replace("Desk 3", "Desk 4"));
}

#[test]
fn what_was_taken_back_before_it_could_be_saved_is_no_clash() {
    let mut desk = Desk::new(FILE);
    desk.press("3 s g").full = true;
    desk.press("Space u").full = false;
    desk.others("status: agreed\n    due", "status: on_hold\n    due").touch();
    assert!(desk.state.store.clash.is_none() && !desk.state.unsaved());
    assert_eq!(desk.disk, FILE.replace("status: agreed\n    due", "status: on_hold\n    due"));
}

#[test]
fn an_item_that_was_given_an_id_meanwhile_is_still_the_same_item() {
    let mut desk = Desk::pressed(FILE, "3 s g");
    desk.others("  - title: Joint training\n", "  - title: Joint training\n    id: a\n").press("Space");
    assert!(desk.disk.contains("id: a\n    status: completed"), "{}", desk.disk);
    // And with an id it may get another title.
    desk.others("Joint training", "Joint exercises").press("Space");
    assert!(desk.disk.contains("Joint exercises\n    id: a\n    status: agreed"), "{}", desk.disk);
}

#[test]
fn what_others_did_already_is_no_own_change_to_be_taken_back() {
    let mut desk = Desk::new(FILE);
    desk.press("3 s g").others("status: agreed\n    due", "status: completed\n    due").press("Space");
    let theirs = desk.disk.clone();
    desk.press("u");
    desk.says("Nothing to undo");
    assert_eq!(desk.disk, theirs);
}

#[test]
fn a_status_or_value_that_stands_there_already_is_no_change_and_leaves_no_record() {
    let text = FILE.replace("  title: Test programme\n", "  title: Test programme\n  history: true\n");
    let mut desk = Desk::pressed(&text, "3 s g m Enter Enter");
    assert_eq!(desk.disk, text, "a record of nothing");
    desk.says("Nothing to write: the file says so already");
    desk.press("2 m j Enter Enter m j Enter Ctrl-U \"12500\" Enter u");
    desk.says("Nothing to undo");
    assert_eq!(desk.disk, text);
}

#[test]
fn a_large_number_is_offered_as_it_is_typed() {
    let desk = Desk::pressed(FILE, "2 m j Enter");
    assert_eq!(desk.state.dialogue.form.as_ref().unwrap().line.text(), "12500");
}

#[test]
fn a_value_in_several_words_is_a_value_where_the_metric_is_in_words() {
    let mut desk = Desk::pressed(FILE, "2 j m j Enter Ctrl-U \"very good\" Enter");
    assert!(desk.disk.contains("2023: very good }"), "{}", desk.disk);
    desk.press("m j Enter Ctrl-U \"very good forecast\" Enter");
    assert!(desk.disk.contains("value: very good, status: forecast"), "{}", desk.disk);
}

#[test]
fn a_new_period_does_not_write_over_one_that_is_there() {
    let desk = Desk::pressed(FILE, "2 m Enter Ctrl-U \"2022: 9\" Enter");
    assert_eq!(desk.disk, FILE);
    desk.says("2022 is there already: 3");
}

#[test]
fn a_new_item_is_recorded_whatever_blanks_and_marks_are_in_its_title() {
    let text = FILE.replace("  title: Test programme\n", "  title: Test programme\n  history: true\n");
    for title in ["Two  blanks", "#1: it's \"quoted\"", "- dash", "演習 e\u{301}"] {
        let mut desk = Desk::new(&text);
        desk.press(&format!("a \"{}\" Enter", title.replace('"', "'")));
        assert!(desk.disk.contains("note: added"), "{title}\n{}\n{}", desk.disk, stage::plain(&desk.state));
        desk.press("u");
        assert_eq!(desk.disk, text);
    }
}

#[test]
fn what_is_pasted_into_a_field_is_one_line_without_control_characters_at_any_length() {
    let mut desk = Desk::pressed(FILE, "3 s g m G Enter");
    let pasted = format!("one\r\ntwo\tthree\u{1b}[31m {}", "long 演 ".repeat(1500));
    desk.feed(coopdash::app::Event::Paste(pasted));
    assert!(stage::plain(&desk.state).contains("演"), "{}", stage::plain(&desk.state));
    desk.press("Enter");
    assert!(desk.state.dialogue.form.is_none(), "{}", stage::plain(&desk.state));
    let note = desk.state.programme().initiatives[0].updates[0].note.clone().unwrap_or_default();
    assert!(note.starts_with("one two three[31m long"), "{note}");
    desk.press("u");
    assert_eq!(desk.disk, FILE);
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a paste is timed")]
fn a_paste_of_a_hundred_thousand_letters_is_taken_once_and_what_does_not_fit_is_said() {
    for (keys, said) in [("/", "no more fits"), ("3 s g m G Enter", "This is as much as fits")] {
        for letters in ["x", "any text "] {
            let mut desk = Desk::new(FILE);
            desk.press(keys);
            let started = std::time::Instant::now();
            desk.feed(coopdash::app::Event::Paste(letters.repeat(100_000)));
            desk.says(said);
            assert!(started.elapsed() < std::time::Duration::from_secs(1), "{:?}", started.elapsed());
            let taken = |desk: &Desk| {
                let form = desk.state.dialogue.form.as_ref().map(|form| form.line.text().to_owned());
                form.or_else(|| desk.state.view.find.as_ref().map(|find| find.query.clone())).unwrap()
            };
            let before = taken(&desk);
            assert!(letters.repeat(2000).starts_with(&before) && before.len() >= 200, "{before}");
            desk.press("\"y\"").says(said);
            assert_eq!(taken(&desk), before, "typing takes no more either");
            desk.press("Backspace \"y\"");
            assert!(!stage::plain(&desk.state).contains(said) && taken(&desk).ends_with('y'));
        }
    }
}

#[test]
fn the_small_boxes_say_their_keys_in_the_smallest_window_whatever_the_title() {
    let long = "A very long title that goes on and on beyond every window there is ".repeat(3);
    let text = FILE.replace("Joint training", long.trim());
    for size in [(40, 12), (40, 15), (60, 20)] {
        let mut desk = Desk::new(&text);
        desk.feed(coopdash::app::Event::Resize(size.0, size.1));
        desk.press("3 s g m");
        desk.says("Esc closes");
        desk.press("j Enter Ctrl-U \"2024-99-99\" Enter");
        desk.says("> 2024-99-99");
        desk.says("Esc leaves");
        desk.press("Ctrl-U \"2024-08-01\"");
        desk.others("2024-06-30", "2024-07-15").touch().press("Enter");
        desk.says("m yours   t theirs");
        desk.says("2024-07-15");
    }
}

#[test]
fn what_was_said_of_a_change_is_not_said_any_longer_when_the_file_says_something_else() {
    let mut desk = Desk::pressed(FILE, "3 s g Space");
    desk.says("Now completed");
    FILE.clone_into(&mut desk.disk);
    desk.touch();
    assert!(!stage::plain(&desk.state).contains("Now completed"), "{}", stage::plain(&desk.state));
}

#[test]
fn a_field_that_was_taken_out_does_not_come_back_beside_the_one_somebody_else_wrote() {
    let text = "\
programme: { title: T }
initiatives:
  - title: Reform support
    status: agreed
    owner: First
    updates:
      - { date: 2023-11-01, note: Begun. }
  - title: Capacity
    status: agreed
";
    let mut desk = Desk::pressed(text, "3 s m j j Enter Ctrl-U Enter");
    assert!(!desk.disk.contains("owner"), "{}", desk.disk);
    desk.others("note: Begun. }\n", "note: Begun. }\n    owner: Second\n");
    desk.press("r u");
    assert_eq!(desk.disk.matches("owner").count(), 1, "{}", desk.disk);
    assert!(desk.disk.contains("owner: Second"), "{}", desk.disk);
}
