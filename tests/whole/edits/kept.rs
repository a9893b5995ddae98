//! What can be edited: the one value changes, and every other byte is kept.

use super::*;

/// Splits a row into the text before and the text after.
pub(crate) fn before_and_after(row: &str) -> (String, String) {
    let (head, rest) = row.split_once('«').expect("a row has one «");
    let (stretch, tail) = rest.split_once('»').expect("a row has one »");
    let (old, new) = stretch.split_once('|').expect("a row has one | between « and »");
    ([head, old, tail].concat(), [head, new, tail].concat())
}

/// Holds each row to the byte, there and back.
fn hold(rows: &[(&str, NewStanding, &str)]) {
    for (name, to, row) in rows {
        let (before, after) = before_and_after(row);
        let edited = set(&before, *to).unwrap_or_else(|refusal| panic!("{name}: {refusal:?}\n{before}"));
        assert_eq!(edited.patch.apply(&before).as_deref(), Some(after.as_str()), "{name}");
        assert_eq!(edited.reading, read(&after), "{name}: what is handed back is the text that was made");
        assert_eq!(edited.patch.inverse().apply(&after), Some(before), "{name}: undone to the byte");
    }
}

// One row a line, however long: `#[rustfmt::skip]`.

#[test]
#[rustfmt::skip]
fn a_value_gives_way_to_a_value() {
    hold(&[
        ("plain", COMPLETED, "initiatives:\n- title: B\n  status: «agreed|completed»\n"),
        ("another word", IN_PROGRESS, "initiatives:\n- title: B\n  status: «agreed|in_progress»\n"),
        ("in double quotes", COMPLETED, "initiatives:\n- title: B\n  status: «\"agreed\"|\"completed\"»\n"),
        ("in single quotes", COMPLETED, "initiatives:\n- title: B\n  status: «'agreed'|'completed'»\n"),
        ("another letter case", COMPLETED, "initiatives:\n- title: B\n  status: «AGREED|completed»\n"),
        ("a synonym", AGREED, "initiatives:\n- title: B\n  status: «done|agreed»\n"),
        ("null", COMPLETED, "initiatives:\n- title: B\n  status: «null|completed»\n"),
        ("tilde", COMPLETED, "initiatives:\n- title: B\n  status: «~|completed»\n"),
        ("done", DONE, "initiatives:\n- title: B\n  done: «false|true»\n"),
        ("completed, where done is kept", COMPLETED, "initiatives:\n- title: B\n  done: «false|true»\n"),
        ("agreed, where done is kept", AGREED, "initiatives:\n- title: B\n  done: «true|false»\n"),
        ("completed, where done is kept and empty", COMPLETED, "initiatives:\n- title: B\n  done:«| true»\n"),
        ("a key by another name", COMPLETED, "initiatives:\n- title: B\n  State: «agreed|completed»\n"),
        ("a key of the user's own", COMPLETED, "initiatives:\n- title: B\n  _status: agreed\n«|  status: completed\n»"),
        ("a word nobody knows", COMPLETED, "initiatives:\n- title: B\n  status: «purple|completed»\n"),
        ("done in quotes", DONE, "initiatives:\n- title: B\n  done: «\"false\"|\"true\"»\n"),
        ("without a dash", COMPLETED, "initiatives:\n  title: B\n  status: «agreed|completed»\n"),
        ("a section by another name", COMPLETED, "Commitments:\n- title: B\n  status: «agreed|completed»\n"),
        ("a title by another name", COMPLETED, "initiatives:\n- name: B\n  status: «agreed|completed»\n"),
        ("not done", NOT_DONE, "initiatives:\n- done: «true|false»\n  title: B\n"),
        ("first on the line of the dash", COMPLETED, "initiatives:\n- status: «agreed|completed»\n  title: B\n"),
        ("a quoted key", COMPLETED, "initiatives:\n- title: B\n  \"status\": «agreed|completed»\n"),
        ("a key in single quotes", COMPLETED, "initiatives:\n- title: B\n  'status': «agreed|completed»\n"),
        ("blanks before the colon", COMPLETED, "initiatives:\n- title: B\n  status  : «agreed|completed»\n"),
        ("a tab after the colon", COMPLETED, "initiatives:\n- title: B\n  status:\t«agreed|completed»\n"),
        ("on the next line", COMPLETED, "initiatives:\n- title: B\n  status:\n    «agreed|completed»\n  owner: x\n"),
        ("after a comment line", COMPLETED, "initiatives:\n- title: B\n  status: # why\n    «agreed|completed»\n"),
        ("an alias", COMPLETED, "x: &s agreed\ninitiatives:\n- title: B\n  status: «*s|completed»\n- title: C\n  status: *s\n"),
        ("an alias in braces", COMPLETED, "x: &s agreed\ninitiatives: [{title: B, status: «*s|completed» }]\n"),
        ("an anchor nobody uses", COMPLETED, "initiatives:\n- title: B\n  status: &s «agreed|completed»\n"),
    ]);
}

#[test]
#[rustfmt::skip]
fn an_empty_value_is_filled_after_its_colon() {
    hold(&[
        ("empty", COMPLETED, "initiatives:\n- title: B\n  status:«| completed»\n"),
        ("empty, trailing blank", COMPLETED, "initiatives:\n- title: B\n  status:«| completed» \n"),
        ("empty, with a comment", COMPLETED, "initiatives:\n- title: B\n  status:«| completed»   # to be said\n  owner: x\n"),
        ("empty, at the end", COMPLETED, "initiatives:\n- title: B\n  status:«| completed»"),
        ("empty, CRLF", COMPLETED, "initiatives:\r\n- title: B\r\n  status:«| completed»\r\n  owner: x\r\n"),
        ("empty, blank before the colon", COMPLETED, "initiatives:\n- title: B\n  status :«| completed»\n"),
        ("empty, before the dedent", COMPLETED, "initiatives:\n  - title: B\n    status:«| completed»\nsources: []\n"),
        ("empty in braces", COMPLETED, "initiatives: [{title: B, status:«| completed», owner: x}]\n"),
        ("empty, last in braces", COMPLETED, "initiatives: [{title: B, status:«| completed» }]\n"),
        ("empty after a quoted key", COMPLETED, "initiatives: [{title: B, \"status\":«| completed»}]\n"),
    ]);
}

#[test]
#[rustfmt::skip]
fn around_the_value_nothing_moves() {
    hold(&[
        ("a comment behind", COMPLETED, "initiatives:\n- title: B\n  status: «agreed|completed»   # by both\n"),
        ("trailing blanks", COMPLETED, "initiatives:\n- title: B  \n  status: «agreed|completed» \t \n"),
        ("CRLF", COMPLETED, "initiatives:\r\n- title: B\r\n  status: «agreed|completed»\r\n  owner: x\r\n"),
        ("lone CR", COMPLETED, "initiatives:\r- title: B\r  status: «agreed|completed»\r"),
        ("mixed line ends", COMPLETED, "initiatives:\r\n- title: B\n  status: «agreed|completed»\r\n\r\n\n"),
        ("byte order mark", COMPLETED, "\u{feff}initiatives:\n- title: B\n  status: «agreed|completed»\n"),
        ("no final newline", COMPLETED, "initiatives:\n- title: B\n  status: «agreed|completed»"),
        ("blank lines", COMPLETED, "\n\ninitiatives:\n\n- title: B\n\n  status: «agreed|completed»\n\n\n"),
        ("list at the margin", COMPLETED, "initiatives:\n- title: A\n  status: agreed\n- title: B\n  status: «agreed|completed»\n- title: C\n  status: agreed\n"),
        ("list indented", COMPLETED, "initiatives:\n    -   title: B\n        status: «agreed|completed»\n"),
        ("dash on its own line", COMPLETED, "initiatives:\n-\n  title: B\n  status: «agreed|completed»\n"),
        ("comments everywhere", COMPLETED, "# a\ninitiatives: # b\n# c\n- title: B # d\n  # status: agreed\n  status: «agreed|completed» # e\n  # f\n# g\n"),
        ("a licence of 200 lines", COMPLETED, &format!("{}initiatives:\n- title: B\n  status: «agreed|completed»\n", "# no warranty\n".repeat(200) )),
        ("200 comment lines inside the item", COMPLETED, &format!("initiatives:\n- title: B\n{}  status: «agreed|completed»\n", "  # note\n".repeat(200))),
        ("200 comment lines before the value", COMPLETED, &format!("initiatives:\n- title: B\n  status:\n{}    «agreed|completed»\n", "  # note\n".repeat(200))),
        ("200 comment lines after the dash", COMPLETED, &format!("initiatives:\n-\n{}  title: B\n  status: «agreed|completed»\n", "  # note\n".repeat(200))),
        ("200 comment lines before the list", COMPLETED, &format!("initiatives:\n{}- title: B\n  status: «agreed|completed»\n", "  # note\n".repeat(200))),
        ("explicit document", COMPLETED, "%YAML 1.2\n---\ninitiatives:\n- title: B\n  status: «agreed|completed»\n...\n"),
        ("a second document", COMPLETED, "initiatives:\n- title: B\n  status: «agreed|completed»\n---\ninitiatives:\n- title: B\n  status: agreed\n"),
        ("Cyrillic and wide letters", COMPLETED, "initiatives:\n- description: Заједничке вјежбе 演習 🛡️\n  title: B\n  status: «agreed|completed»\n"),
        ("sections after it", COMPLETED, "initiatives:\n- title: B\n  status: «agreed|completed»\nrecommendations:\n- title: B\n  status: accepted\n"),
    ]);
}

#[test]
#[rustfmt::skip]
fn look_alikes_are_left_alone() {
    hold(&[
        ("in a block scalar", COMPLETED, "initiatives:\n- title: B\n  description: |\n    status: agreed\n  status: «agreed|completed»\n"),
        ("in a folded scalar at the end", COMPLETED, "initiatives:\n- title: B\n  status: «agreed|completed»\n  description: >-\n    - title: B\n      status: agreed\n"),
        ("in a quoted text", COMPLETED, "initiatives:\n- title: B\n  description: \"a\n    status: agreed\"\n  status: «agreed|completed»\n"),
        ("in a deeper mapping", COMPLETED, "initiatives:\n- title: B\n  updates:\n  - status: agreed\n    note: x\n  status: «agreed|completed»\n"),
        ("in another section", COMPLETED, "recommendations:\n- title: B\n  status: accepted\ninitiatives:\n- title: B\n  status: «agreed|completed»\n"),
        ("in an item without a title", COMPLETED, "initiatives:\n- status: agreed\n- title: B\n  status: «agreed|completed»\n"),
        ("in an item of equal title", COMPLETED, "initiatives:\n- title: B\n  status: agreed\n- title: B\n  status: «agreed|completed»\n"),
        ("in an item of equal title before", COMPLETED, "initiatives:\n- {title: B, status: agreed}\n- {title: B, status: «agreed|completed»}\n"),
    ]);
}

#[test]
#[rustfmt::skip]
fn braces_and_json_keep_their_manner() {
    hold(&[
        ("braces", COMPLETED, "initiatives:\n- {title: B, status: «agreed|completed»}\n"),
        ("braces, no blank", COMPLETED, "initiatives:\n- {title: B,status: «agreed|completed»}\n"),
        ("braces over lines", COMPLETED, "initiatives:\n- {title: B,\n   status: «agreed|completed», # c\n   owner: x}\n"),
        ("brackets", COMPLETED, "initiatives: [{title: A, status: agreed}, {title: B, status: «agreed|completed»}]\n"),
        ("JSON", COMPLETED, "{\"initiatives\":[{\"title\":\"B\",\"status\":«\"agreed\"|\"completed\"»}]}"),
        ("JSON over lines", COMPLETED, "{\n  \"initiatives\": [\n    {\n      \"title\": \"B\",\n      \"status\": «\"agreed\"|\"completed\"»\n    }\n  ]\n}\n"),
        ("JSON truth value", DONE, "{\"initiatives\": [{\"title\": \"B\", \"done\": «false|true»}]}\n"),
        ("added", COMPLETED, "initiatives:\n- {title: B«|, status: completed»}\n"),
        ("added before a blank", COMPLETED, "initiatives:\n- { title: B«|, status: completed» }\n"),
        ("added before a trailing comma", COMPLETED, "initiatives:\n- {title: B«|, status: completed»,}\n"),
        ("added before a comment", COMPLETED, "initiatives:\n- {title: B«|, status: completed» # c\n  }\n"),
        ("added after a list", COMPLETED, "initiatives:\n- {title: B, partners: [x, y]«|, status: completed»}\n"),
        ("added before an empty value", COMPLETED, "initiatives:\n- {title: B«|, status: completed», owner: }\n"),
        ("added before a key alone", COMPLETED, "initiatives:\n- {title: B«|, status: completed», owner}\n"),
        ("added to JSON", COMPLETED, "{\"initiatives\": [{\"title\": \"B\"«|, \"status\": \"completed\"»}]}\n"),
        ("truth value added to JSON", DONE, "{\"initiatives\": [{\"title\": \"B\"«|, \"done\": true»}]}\n"),
        ("added, keys in single quotes", COMPLETED, "initiatives: [{'title': B«|, 'status': completed»}]\n"),
    ]);
}

#[test]
#[rustfmt::skip]
fn a_missing_key_gets_a_line_of_its_own() {
    hold(&[
        ("after the title", COMPLETED, "initiatives:\n- title: B\n«|  status: completed\n»- title: C\n"),
        ("at the end", COMPLETED, "initiatives:\n- title: B\n«|  status: completed\n»"),
        ("done", DONE, "initiatives:\n- title: B\n«|  done: true\n»"),
        ("after the last scalar", COMPLETED, "initiatives:\n- title: B\n  owner: x\n«|  status: completed\n»"),
        ("before a list", COMPLETED, "initiatives:\n- title: B\n«|  status: completed\n»  updates:\n  - note: x\n"),
        ("before a block scalar", COMPLETED, "initiatives:\n- title: B\n«|  status: completed\n»  description: |\n    status: agreed\n"),
        ("after a block scalar and a scalar", COMPLETED, "initiatives:\n- title: B\n  description: >-\n    long\n  owner: x\n«|  status: completed\n»  partners:\n  - y\n"),
        ("title over two lines", COMPLETED, "initiatives:\n- owner: x\n«|  status: completed\n»  title: >-\n    B\n"),
        ("before a quoted text over two lines", COMPLETED, "initiatives:\n- title: B\n«|  status: completed\n»  description: \"a\n    b\"\n"),
        ("before a plain text over two lines", COMPLETED, "initiatives:\n- title: B\n«|  status: completed\n»  description: a\n    b\n"),
        ("before an empty block scalar", COMPLETED, "initiatives:\n- title: B\n«|  status: completed\n»  description: |"),
        ("before an explicit key", COMPLETED, "initiatives:\n- title: B\n«|  status: completed\n»  ? x\n  : y\n"),
        ("after a list in brackets", COMPLETED, "initiatives:\n- title: >-\n    B\n  partners: [x, y]\n«|  status: completed\n»"),
        ("after an empty value", COMPLETED, "initiatives:\n- title: B\n  owner:\n«|  status: completed\n»- title: C\n"),
        ("after a comment behind the value", COMPLETED, "initiatives:\n- title: B # here\n«|  status: completed\n»\n# there\n- title: C\n"),
        ("before blank lines", COMPLETED, "initiatives:\n- title: B\n«|  status: completed\n»\n\n- title: C\n"),
        ("CRLF", COMPLETED, "initiatives:\r\n- title: B\r\n«|  status: completed\r\n»- title: C\r\n"),
        ("lone CR", COMPLETED, "initiatives:\r- title: B\r«|  status: completed\r»- title: C\r"),
        ("mixed line ends", COMPLETED, "initiatives:\n- title: B\r\n«|  status: completed\r\n»- title: C\n"),
        ("no final newline", COMPLETED, "initiatives:\n- title: B«|\n  status: completed»"),
        ("no final newline, CRLF", COMPLETED, "initiatives:\r\n- title: B«|\r\n  status: completed»"),
        ("no final newline, a comment", COMPLETED, "initiatives:\n- title: B # c«|\n  status: completed»"),
        ("deeper column", COMPLETED, "initiatives:\n  -   title: B\n«|      status: completed\n»  -   title: C\n"),
        ("dash on its own line", COMPLETED, "initiatives:\n-\n    title: B\n«|    status: completed\n»"),
        ("keys in double quotes", COMPLETED, "initiatives:\n- \"title\": \"B\"\n«|  \"status\": completed\n»"),
        ("byte order mark", COMPLETED, "\u{feff}initiatives:\n- title: B\n«|  status: completed\n»"),
        ("before the end of the document", COMPLETED, "initiatives:\n- title: B\n«|  status: completed\n»...\n"),
        ("before the next section", COMPLETED, "initiatives:\n  - title: B\n«|    status: completed\n»meetings: []\n"),
        ("after an alias", COMPLETED, "x: &o me\ninitiatives:\n- title: B\n  owner: *o\n«|  status: completed\n»"),
        ("wide letters before it", COMPLETED, "initiatives:\n- title: B\n  owner: 演習 🛡️\n«|  status: completed\n»"),
    ]);
}

#[test]
#[rustfmt::skip]
fn an_item_that_merges_keeps_its_own_word() {
    hold(&[
        ("own status", COMPLETED, "x: &x {status: announced}\ninitiatives:\n- <<: *x\n  title: B\n  status: «agreed|completed»\n"),
        ("nothing inherited", COMPLETED, "x: &x {owner: me}\ninitiatives:\n- <<: *x\n  title: B\n«|  status: completed\n»"),
        ("an anchored item that nobody uses", COMPLETED, "initiatives:\n- &b\n  title: B\n  status: «agreed|completed»\n"),
    ]);
}

#[test]
#[rustfmt::skip]
fn a_key_that_was_added_is_taken_out_again() {
    hold(&[
        ("its line", NOT_GIVEN, "initiatives:\n- title: B\n«  status: completed\n|»- title: C\n"),
        ("its line, done", NOT_GIVEN, "initiatives:\n- title: B\n«  done: true\n|»"),
        ("its line, trailing blanks", NOT_GIVEN, "initiatives:\n- title: B\n«  status: completed  \n|»"),
        ("CRLF", NOT_GIVEN, "initiatives:\r\n- title: B\r\n«  status: completed\r\n|»- title: C\r\n"),
        ("lone CR", NOT_GIVEN, "initiatives:\r- title: B\r«  status: completed\r|»- title: C\r"),
        ("no final newline", NOT_GIVEN, "initiatives:\n- title: B«\n  status: completed|»"),
        ("no final newline, CRLF", NOT_GIVEN, "initiatives:\r\n- title: B«\r\n  status: completed|»"),
        ("braces", NOT_GIVEN, "initiatives:\n- {title: B«, status: completed|»}\n"),
        ("JSON", NOT_GIVEN, "{\"initiatives\": [{\"title\": \"B\"«, \"status\": \"completed\"|»}]}\n"),
        ("braces, after an empty value", NOT_GIVEN, "initiatives:\n- {title: B, owner: «, status: completed|», short: b}\n"),
        ("braces, the first", NOT_GIVEN, "initiatives:\n- {«status: agreed, |»title: B}\n"),
        ("braces, over lines", NOT_GIVEN, "initiatives:\n- {title: B«, status:\n  agreed|»}\n"),
        ("JSON over lines", NOT_GIVEN, "{\"initiatives\": [\n  {\n    \"title\": \"B\"«,\n    \"status\": \"completed\"|»\n  }\n]}\n"),
        ("over two lines", NOT_GIVEN, "initiatives:\n- title: B\n«  status:\n    agreed\n|»  owner: x\n"),
        ("an empty value", NOT_GIVEN, "initiatives:\n- title: B\n«  status:\n|»  owner: x\n"),
    ]);
}

#[test]
fn what_is_not_there_needs_no_taking_out() {
    let text = "initiatives:\n- title: B\n";
    let edited = set(text, NOT_GIVEN).unwrap();
    assert!(edited.patch.is_empty());
    assert_eq!(edited.patch.apply(text).as_deref(), Some(text));
}

#[test]
fn the_word_that_stands_there_already_changes_nothing() {
    let text = "initiatives:\n- title: B\n  status: completed\n";
    assert!(set(text, COMPLETED).unwrap().patch.is_empty());
}

#[test]
fn ticking_and_reopening_a_hundred_times_gives_the_text_back() {
    let before = "initiatives:\r\n- {title: A}\r\n- title: B # note\r\n  updates: []\r\n";
    let mut text = before.to_owned();
    for to in [COMPLETED, ON_HOLD, AGREED, NOT_GIVEN].into_iter().cycle().take(400) {
        text = set(&text, to).unwrap().patch.apply(&text).unwrap();
    }
    assert_eq!(text, before);
}
