//! Two people, one file: what was done on screen is done again on what somebody else wrote meanwhile, by item
//! and field; the same field changed by both waits for a choice, and nothing is overwritten until then.

#![expect(clippy::disallowed_methods, reason = "two programs share a real file in one test")]
#![expect(clippy::wildcard_enum_match_arm, reason = "only what touches the file matters here")]

use crate::desk::Desk;
use crate::stage::{self, open};
use coopdash::app::{Effect, Event, update};
use coopdash::document::read;

const FILE: &str = "\
# Kept by the secretariat.
programme: { title: Test programme }
initiatives:
  - title: Joint training   # the first
    status: agreed
    due: 2024-06-30
  - title: Reform support
    status: agreed
  - { title: Capacity, status: announced, owner: nobody yet }
";

/// A program that shows the checklist.
fn at_the_checklist() -> Desk {
    Desk::pressed(FILE, "3")
}

#[test]
fn a_tick_and_a_change_of_another_item_both_stand() {
    let mut desk = at_the_checklist();
    desk.others("title: Reform support", "title: Reform").press("Space");
    let both = FILE.replacen("status: agreed", "status: completed", 1).replace("Reform support", "Reform");
    assert_eq!(desk.disk, both);
    assert!(!desk.state.unsaved());
    desk.says("Others changed the file too. Now completed");
    desk.says("[ ] Reform");
}

#[test]
fn two_fields_of_one_item_both_stand_also_in_braces() {
    let mut desk = at_the_checklist();
    desk.press("G").others("owner: nobody yet", "owner: Ministry").press("Space");
    assert!(desk.disk.contains("{ title: Capacity, status: completed, owner: Ministry }"), "{}", desk.disk);
}

#[test]
fn an_item_that_moved_is_ticked_where_it_is_now() {
    let mut desk = at_the_checklist();
    let first = "  - title: Joint training   # the first\n    status: agreed\n    due: 2024-06-30\n";
    desk.others(first, "").others("\n  - { title: Cap", &format!("\n{first}  - {{ title: Cap"));
    desk.press("Space");
    assert!(
        desk.disk.contains("  - title: Joint training   # the first\n    status: completed\n"),
        "{}",
        desk.disk
    );
    assert_eq!(desk.disk.matches("completed").count(), 1);
}

#[test]
fn the_same_field_changed_by_both_is_shown_as_yours_and_theirs_and_nothing_is_written() {
    let mut desk = at_the_checklist();
    desk.others("status: agreed\n    due", "status: on_hold\n    due").press("Space");
    let theirs = FILE.replacen("status: agreed", "status: on_hold", 1);
    assert_eq!(desk.disk, theirs);
    desk.says("Changed by two people");
    desk.says("Joint training: status");
    desk.says("yours:   completed");
    desk.says("theirs:  on hold");
    desk.press("Esc j Space u q");
    assert_eq!(desk.disk, theirs, "no other key decides");
    desk.says("Changed by two people");
}

#[test]
fn yours_is_written_when_it_was_chosen_and_undo_takes_it_back_to_theirs() {
    let mut desk = at_the_checklist();
    desk.others("status: agreed\n    due", "status: on_hold\n    due").press("Space m");
    assert_eq!(desk.disk, FILE.replacen("status: agreed", "status: completed", 1));
    desk.says("Yours is written: Joint training: completed");
    desk.press("u");
    assert_eq!(desk.disk, FILE.replacen("status: agreed", "status: on_hold", 1));
}

#[test]
fn theirs_stays_when_it_was_chosen() {
    let mut desk = at_the_checklist();
    desk.others("status: agreed\n    due", "status: on_hold\n    due").press("Space t");
    assert_eq!(desk.disk, FILE.replacen("status: agreed", "status: on_hold", 1));
    assert!(!desk.state.unsaved());
    desk.says("Theirs is kept; not written: Joint training: completed");
}

#[test]
fn an_item_that_is_gone_cannot_be_ticked_and_that_is_said() {
    let mut desk = at_the_checklist();
    desk.others("title: Joint training", "title: Joint exercises").press("Space");
    desk.says("theirs:  the item is no longer there");
    desk.press("m");
    desk.says("Yours cannot be written; t keeps theirs, e opens the file");
    desk.press("t");
    assert_eq!(desk.disk, FILE.replacen("Joint training", "Joint exercises", 1));
}

#[test]
fn of_two_items_that_are_called_alike_none_is_said_to_be_gone() {
    let mut desk = at_the_checklist();
    desk.others("title: Reform support", "title: Joint training").press("Space");
    desk.says("theirs:  another item is or was called so");
}

#[test]
fn a_tag_before_a_value_is_named_as_what_stands_in_the_way_of_a_tick() {
    let desk = Desk::pressed(&FILE.replacen("status: agreed", "status: !!str agreed", 1), "3 Space");
    desk.says("e opens line 5: a tag (!) stands before the value");
    assert!(!desk.state.unsaved());
}

#[test]
fn undo_takes_back_the_own_change_only_also_when_lines_came_before_it() {
    let mut desk = at_the_checklist();
    desk.press("Space").others("# Kept by", "# A line in front\n# Kept by").press("j Space u u");
    assert_eq!(desk.disk, FILE.replacen("# Kept by", "# A line in front\n# Kept by", 1));
}

#[test]
fn undo_does_not_touch_a_line_that_somebody_else_has_changed_since() {
    let mut desk = at_the_checklist();
    desk.press("Space").others("status: completed", "status: cancelled").press("u");
    assert!(desk.disk.contains("status: cancelled"), "{}", desk.disk);
    desk.says("Not undone: somebody else changed the same place");
    assert!(!desk.state.unsaved());
}

#[test]
fn a_change_that_could_not_be_saved_is_saved_together_with_what_others_wrote_since() {
    let mut desk = at_the_checklist();
    desk.full = true;
    desk.press("Space j Space u");
    assert_eq!(desk.disk, FILE);
    desk.full = false;
    desk.others("owner: nobody yet", "owner: Ministry").press("r");
    let wanted = FILE.replacen("status: agreed", "status: completed", 1).replace("nobody yet", "Ministry");
    assert_eq!(desk.disk, wanted);
    assert!(!desk.state.unsaved());
    desk.press("u");
    assert_eq!(desk.disk, FILE.replace("nobody yet", "Ministry"));
}

#[test]
fn after_theirs_was_chosen_what_was_done_later_is_still_written() {
    let mut desk = at_the_checklist();
    desk.full = true;
    desk.press("Space j Space");
    desk.full = false;
    desk.others("status: agreed\n    due", "status: on_hold\n    due").press("r");
    assert!(!desk.disk.contains("completed"), "nothing is written before the choice: {}", desk.disk);
    desk.press("t");
    assert!(desk.disk.contains("Reform support\n    status: completed"), "{}", desk.disk);
    assert!(desk.disk.contains("status: on_hold"), "{}", desk.disk);
}

#[test]
fn two_changes_that_both_meet_somebody_elses_are_decided_one_after_the_other() {
    let mut desk = at_the_checklist();
    desk.others("status: agreed\n    due", "status: on_hold\n    due").press("s Space");
    desk.says("Joint training: status");
    // While the first waits the disk fills up and somebody changes the second item too.
    desk.press("t");
    desk.full = true;
    desk.press("j Space G Space");
    desk.full = false;
    desk.others("Reform support\n    status: agreed", "Reform support\n    status: on_hold");
    desk.others("status: announced", "status: cancelled").press("r");
    desk.says("Reform support: status");
    assert_eq!(desk.state.store.undecided().len(), 2);
    desk.press("t");
    desk.says("Capacity: status");
    desk.press("m");
    assert!(desk.disk.contains("{ title: Capacity, status: completed"), "{}", desk.disk);
    assert!(desk.disk.contains("Reform support\n    status: on_hold"), "{}", desk.disk);
    assert!(!desk.state.unsaved() && desk.state.store.undecided().is_empty());
}

#[test]
fn what_waits_stays_when_the_file_changes_once_more() {
    let mut desk = at_the_checklist();
    desk.others("status: agreed\n    due", "status: on_hold\n    due").press("Space");
    desk.others("owner: nobody yet", "owner: Ministry").touch();
    desk.says("theirs:  on hold");
    desk.says("yours:   completed");
    desk.press("m");
    assert!(desk.disk.contains("status: completed\n    due") && desk.disk.contains("owner: Ministry"));
}

#[test]
fn conflict_marks_of_git_are_no_text_to_write_into() {
    let mut desk = at_the_checklist();
    let conflict =
        "<<<<<<< HEAD\n    status: on_hold\n=======\n    status: in_progress\n>>>>>>> theirs\n    due";
    desk.others("    status: agreed\n    due", conflict);
    let before = desk.disk.clone();
    desk.press("Space");
    assert_eq!(desk.disk, before, "the file is for its author to settle");
    assert!(desk.state.unsaved());
    desk.press("d");
    desk.says("Two versions of these lines stand here");
    desk.says("status: on_hold");
    desk.says("status: in_progress");
    // Somebody settles it; the tick of the first item is theirs to decide on, that of another is not.
    desk.others(conflict, "    status: agreed\n    due").press("Esc r");
    assert_eq!(desk.disk, FILE.replacen("status: agreed", "status: completed", 1));
}

#[test]
fn two_programs_that_tick_one_file_at_the_same_time_lose_nothing() {
    let each: usize = std::env::var("ROUNDS").map_or(12, |rounds| rounds.parse().unwrap());
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("programme.yaml");
    let items: String = (0..2 * each)
        .fold(String::new(), |all, n| all + &format!("  - title: Item {n:03}\n    status: agreed\n"));
    let text = format!("programme: {{ title: T }}\ninitiatives:\n{items}");
    std::fs::write(&file, &text).unwrap();
    let tick = |from: usize| {
        let file = file.clone();
        let text = text.clone();
        move || {
            let mut state = open(&text, (80, 24));
            let mut feed = |event| {
                let mut next = Some(event);
                while let Some(event) = next.take() {
                    next = update(&mut state, event).and_then(|effect| match effect {
                        Effect::Save { before, text } => {
                            Some(match coopdash::shell::save(&file, &before, &text) {
                                Ok(()) => Event::Saved { text },
                                Err(failure) => Event::SaveFailed(failure),
                            })
                        }
                        Effect::Reload => Some(stage::asked(std::fs::read_to_string(&file).unwrap())),
                        _ => None,
                    });
                }
            };
            let mut press = |name: &str| feed(stage::key(name));
            // In the order of the file nothing moves under the cursor.
            press("3");
            press("s");
            (0..from).for_each(|_| press("j"));
            for _ in 0..each {
                press("Space");
                press("j");
            }
            state.unsaved()
        }
    };
    let (one, two) = (std::thread::spawn(tick(0)), std::thread::spawn(tick(each)));
    assert!(!one.join().unwrap() && !two.join().unwrap(), "a change was left in memory");
    let after = std::fs::read_to_string(&file).unwrap();
    assert_eq!(after, text.replace("agreed", "completed"), "{}", after.matches("completed").count());
    assert_eq!(read(&after).findings, []);
}
