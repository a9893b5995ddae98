//! A change meets a text that somebody else has edited since.

use super::*;
use coopdash::document::RefusalReason;

/// Makes the change of "B" in `old` and carries it over to `new`.
fn carried(old: &str, new: &str, to: NewStanding) -> Result<String, RefusalReason> {
    let (old, newer) = (read(old), read(new));
    let change = change(&old, to).rebase(&old.programme, &newer.programme)?;
    let edited = edit(&newer, &change).map_err(|refusal| refusal.reason)?;
    Ok(edited.patch.apply(new).unwrap())
}

const OLD: &str = "initiatives:\n- title: A\n- title: B\n  status: agreed\n";

#[test]
fn an_item_that_moved_is_found_by_its_title() {
    let new = "# news\ninitiatives:\n- title: B\n  status: agreed\n- title: New\n- title: A\n  owner: me\n";
    let after = new.replace("agreed", "completed");
    assert_eq!(carried(OLD, new, COMPLETED), Ok(after));
}

#[test]
fn an_item_that_is_gone_or_renamed_is_not_found() {
    assert_eq!(carried(OLD, "initiatives:\n- title: A\n", COMPLETED), Err(RefusalReason::NotFound));
    assert_eq!(carried(OLD, &OLD.replace('B', "B2"), COMPLETED), Err(RefusalReason::NotFound));
}

#[test]
fn a_field_that_another_changed_is_a_conflict() {
    let new = OLD.replace("agreed", "on_hold");
    assert_eq!(carried(OLD, &new, COMPLETED), Err(RefusalReason::ChangedByAnother));
}

#[test]
fn two_who_want_the_same_agree() {
    let new = OLD.replace("agreed", "completed");
    assert_eq!(carried(OLD, &new, COMPLETED), Ok(new));
}

#[test]
fn equal_titles_are_told_apart_by_their_ids() {
    let old = "initiatives:\n- {title: B, id: x, status: agreed}\n- {title: B, id: y, status: agreed}\n";
    let new = "initiatives:\n- {title: B, id: y, status: agreed}\n- {title: B, id: x, status: agreed}\n";
    let after = "initiatives:\n- {title: B, id: y, status: completed}\n- {title: B, id: x, status: agreed}\n";
    assert_eq!(carried(old, new, COMPLETED).as_deref(), Ok(after));
}

#[test]
fn equal_titles_without_ids_are_told_apart_only_while_the_list_is_the_same() {
    let old = "initiatives:\n- {title: B, status: agreed}\n- {title: B, status: agreed}\n";
    let after = "meetings: []\ninitiatives:\n- {title: B, status: agreed}\n- {title: B, status: completed}\n";
    assert_eq!(carried(old, &format!("meetings: []\n{old}"), COMPLETED).as_deref(), Ok(after));
    let longer = format!("{old}- title: C\n");
    assert_eq!(carried(old, &longer, COMPLETED), Err(RefusalReason::Ambiguous));
    let one = "initiatives:\n- {title: B, status: agreed}\n";
    assert_eq!(carried(old, one, COMPLETED), Err(RefusalReason::Ambiguous));
}

#[test]
fn an_address_from_another_text_finds_nothing_rather_than_a_neighbour() {
    let (old, newer) = (read(OLD), read("initiatives:\n- title: B\n- title: A\n"));
    let refusal = edit(&newer, &change(&old, COMPLETED)).unwrap_err();
    assert_eq!(refusal.reason, RefusalReason::NotFound);
}
