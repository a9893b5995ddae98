//! A change meets a text that somebody else has edited since.

use super::wishes::{Wish, change_of};
use super::*;
use coopdash::document::{RefusalReason, Subject};

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

/// Makes a wish in `old` and carries it over to `new`, with or without asking who else changed it.
fn carried_wish(
    old: &str,
    new: &str,
    wish: Wish,
) -> (Result<Change, RefusalReason>, Result<String, RefusalReason>) {
    let (old, newer) = (read(old), read(new));
    let change = change_of(&old, wish);
    let made = |change: Change| {
        let edited = edit(&newer, &change).map_err(|refusal| refusal.reason)?;
        Ok(edited.patch.apply(new).unwrap())
    };
    let forced = change.moved(&old.programme, &newer.programme).and_then(made);
    (change.rebase(&old.programme, &newer.programme), forced)
}

#[track_caller]
fn goes(old: &str, new: &str, wish: Wish, after: &str) {
    let (rebased, forced) = carried_wish(old, new, wish);
    assert!(rebased.is_ok(), "{rebased:?}");
    assert_eq!(forced.as_deref(), Ok(after));
}

#[track_caller]
fn meets_another(old: &str, new: &str, wish: Wish, after: &str) {
    let (rebased, forced) = carried_wish(old, new, wish);
    assert_eq!(rebased.unwrap_err(), RefusalReason::ChangedByAnother);
    assert_eq!(forced.as_deref(), Ok(after), "forced");
}

const FIELDS: &str = "recommendations:\n- {title: A}\n- {title: B, owner: me, due: 2024-01-01}\n";

#[test]
fn a_field_meets_only_a_change_of_itself() {
    let other = FIELDS.replace("2024-01-01", "2024-02-02");
    goes(FIELDS, &other, Wish::Owner("you"), &other.replace(": me", ": you"));
    let same = FIELDS.replace(": me", ": them");
    meets_another(FIELDS, &same, Wish::Owner("you"), &same.replace("them", "you"));
    goes(FIELDS, &same, Wish::Owner("them"), &same);
    let gone = FIELDS.replace("owner: me, ", "");
    meets_another(FIELDS, &gone, Wish::Owner("you"), &gone.replace("-01-01", "-01-01, owner: you"));
    goes(FIELDS, &gone, Wish::Out("owner"), &gone);
}

const VALUES: &str = "metrics:\n- name: B\n  values: { 2022: 3, 2023: 5 }\n";

#[test]
fn a_value_meets_only_a_change_of_its_own_period() {
    let other = VALUES.replace("2022: 3", "2022: 4");
    goes(VALUES, &other, Wish::Value("2023", "6"), &other.replace('5', "6"));
    let same = VALUES.replace("2023: 5", "2023: 7");
    meets_another(VALUES, &same, Wish::Value("2023", "6"), &same.replace('7', "6"));
    goes(VALUES, &same, Wish::Value("2023", "7.0"), &same.replace('7', "7.0"));
    let flagged = VALUES.replace("2023: 5", "2023: { value: 5, status: estimated }");
    meets_another(VALUES, &flagged, Wish::Value("2023", "6"), &VALUES.replace('5', "6"));
    let moved = VALUES.replace("metrics:", "metrics:\n- name: A\n  values: { 2023: 1 }");
    goes(VALUES, &moved, Wish::NoValue("2023"), &moved.replace(", 2023: 5", ""));
}

#[test]
fn what_is_only_added_meets_nobody() {
    let old = "initiatives:\n- title: B\n  updates:\n  - note: x\n";
    let new = "initiatives:\n- title: A\n- title: B\n  updates:\n  - note: x\n  - note: y\n";
    goes(old, new, Wish::Note("z"), &format!("{new}  - date: 2024-05-01\n    note: z\n"));
    goes(old, new, Wish::New("C"), &format!("{new}- title: C\n"));
    let (rebased, forced) = carried_wish(old, "initiatives:\n- title: A\n", Wish::Note("z"));
    assert_eq!((rebased.err(), forced), (Some(RefusalReason::NotFound), Err(RefusalReason::NotFound)));
}

#[test]
fn mine_and_theirs_are_plain_data() {
    let text = "initiatives:\n- {title: B, status: on_hold, owner: me, due: 2024-01-01}\n\
        metrics:\n- {name: B, values: {2022: 3.0, 2023: {value: 5, status: E}, 2024: null}}\n";
    let reading = read(text);
    let sides = |wish| {
        let change = change_of(&reading, wish);
        (change.mine(), change.theirs(&reading.programme))
    };
    let said =
        |mine: Option<&str>, theirs: Option<&str>| (mine.map(str::to_owned), theirs.map(str::to_owned));
    assert_eq!(sides(Wish::Owner(" you ")), said(Some("you"), Some("me")));
    assert_eq!(sides(Wish::Out("due")), said(None, Some("2024-01-01")));
    assert_eq!(sides(Wish::CompletedOn("2024-02-02")), said(Some("2024-02-02"), None));
    assert_eq!(sides(Wish::Value("2022", "4")), said(Some("4"), Some("3.0")));
    let provisional = Wish::Flagged("2023", "6", Flag::Provisional);
    assert_eq!(sides(provisional), said(Some("6, provisional"), Some("5, estimated")));
    assert_eq!(sides(Wish::Value("2024", "")), said(Some("null"), Some("null")));
    assert_eq!(sides(Wish::NoValue("2025")), said(None, None));
    assert_eq!(sides(Wish::Note("x")), said(Some("x"), None));
    let standing = change(&reading, COMPLETED);
    let theirs = standing.theirs(&reading.programme);
    assert_eq!((standing.mine().as_deref(), theirs.as_deref()), (Some("completed"), Some("on_hold")));
}

#[test]
fn a_subject_names_the_item_and_the_key() {
    let reading = read("initiatives:\n- {title: B}\nmetrics:\n- {name: B, values: {2022: 3}}\n");
    let keys = |wish| {
        let change = change_of(&reading, wish);
        let Subject { section, title, key, period } = change.subject();
        (section, title.to_owned(), key, period.map(str::to_owned))
    };
    let b = || "B".to_owned();
    assert_eq!(keys(Wish::Owner("x")), (Section::Initiatives, b(), "owner", None));
    assert_eq!(keys(Wish::CompletedOn("x")), (Section::Initiatives, b(), "completed_on", None));
    assert_eq!(keys(Wish::Note("x")), (Section::Initiatives, b(), "updates", None));
    assert_eq!(keys(Wish::NoValue("2022")), (Section::Metrics, b(), "values", Some("2022".into())));
    assert_eq!(keys(Wish::New("C")), (Section::Initiatives, "C".to_owned(), "initiatives", None));
}
