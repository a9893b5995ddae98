//! Texts: what of one is shown, what fits a cell, how it is folded for a search, cut and typed, and
//! where its places are.

use chrono::NaiveDate;
use coopdash::text::date::{format_date, format_iso};
use coopdash::text::{
    Clean, HIDDEN, LineEditor, Source, cells, clean, clean_lines, fit, fits_a_cell, fold, pad_left,
    pad_right, plain_punctuation, seven_bit, width, wrap,
};
use coopdash::wording::doctor::CARD;
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

#[test]
fn clean_shows_what_would_act_on_a_terminal_and_keeps_the_rest() {
    let rows = [
        ("Joint exercises", "Joint exercises"),
        ("šćđ – “NATO”", "šćđ – “NATO”"),
        ("a\u{1b}[31mb", "a\u{fffd}[31mb"),
        ("a\u{9b}b\u{7}\u{7f}", "a\u{fffd}b\u{fffd}\u{fffd}"),
        ("two\nlines", "two¶lines"),
        ("two\r\nlines", "two¶lines"),
        ("folded text\n", "folded text"),
        ("a\tb", "a b"),
        ("abc\u{202e}fed", "abc\u{fffd}fed"),
        ("flag\u{e0067}\u{e0062}\u{e007f}.", "flag\u{fffd}."),
        ("a\u{fffe}b\u{fdd0}\u{10ffff}", "a\u{fffd}b\u{fffd}\u{fffd}"),
        ("👩\u{200d}🚀", "👩\u{200d}🚀"),
        ("❤\u{fe0f}\u{200d}🔥", "❤\u{fe0f}\u{200d}🔥"),
        ("⚠\u{fe0f}", "⚠\u{fe0f}"),
        ("\u{e000} private", "\u{e000} private"),
    ];
    for (raw, expected) in rows {
        assert_eq!(clean(raw), expected, "{raw:?}");
    }
}

#[test]
fn a_text_of_several_lines_keeps_its_lines() {
    assert_eq!(clean_lines("one\r\ntwo\n\nthree\n"), "one\ntwo\n\nthree");
    assert_eq!(clean_lines("one\u{2028}two\u{1b}"), "one\ntwo\u{fffd}");
}

#[test]
fn what_a_script_needs_is_kept_beside_its_letters() {
    for written in [
        "می\u{200c}خواهم",              // Persian: the non-joiner inside a word
        "ه\u{200d} ۱۴۰۲",               // Persian: the joiner behind an abbreviation
        "क्\u{200d}ष and क्\u{200c}ष",    // Devanagari: half letters
        "ශ්\u{200d}රී",                   // Sinhala
        "שלום (C++\u{200e}) !\u{200f}", // Hebrew: a bracket and a full stop in their places
        "\u{200f}العربية",
        "ภาษา\u{200b}ไทย",
        "ភាសា\u{200b}ខ្មែរ",
        "ལྷྶྙྭ ཧྐྵྨླྺྼྻྂ", // the tallest stacks of Tibetan
        "בְּרֵאשִׁ֖ית",
    ] {
        assert_eq!(clean(written), written, "{written:?}");
    }
}

#[test]
fn beside_other_letters_it_is_shown_or_left_out() {
    let rows = [
        ("invoice\u{200f}.exe", "invoice\u{fffd}.exe"),
        ("a\u{61c}\u{200e}b", "a\u{fffd}\u{fffd}b"),
        ("id\u{200b}-1\u{200c}\u{200d}\u{2060}\u{feff}", "id-1"),
        ("co\u{ad}op", "coop"),
        ("a\u{34f}b\u{1d173}c\u{1d17a}", "abc"), // the grapheme joiner, beams of music
        ("a\u{3164}b", "ab"),
        ("العربية a\u{200c}b", "العربية ab"),
    ];
    for (raw, expected) in rows {
        assert_eq!(clean(raw), expected, "{raw:?}");
    }
}

#[test]
fn of_a_flood_of_what_stands_on_a_letter_ten_are_kept_and_of_what_is_not_seen_one() {
    assert_eq!(clean(&format!("a{}b", "\u{301}".repeat(1000))).chars().count(), 12);
    assert_eq!(clean(&"\u{301}".repeat(1000)), "", "nothing to stand on");
    assert_eq!(clean(&format!("ہ{}", "\u{200c}".repeat(1000))).chars().count(), 2);
    assert_eq!(clean(&format!("ہ{}", "\u{200f}".repeat(1000))).chars().count(), 2);
    assert_eq!(clean(&format!("a{}", "\u{fe0f}\u{e0100}".repeat(1000))).chars().count(), 2);
    assert!(clean(&format!("ہ{}", "\u{200c}\u{fe0f}\u{301}".repeat(1000))).chars().count() < 12);
}

/// Unicode's property `Bidi_Control`, by the list of Unicode Standard Annex 9.
const BIDI: [char; 12] = [
    '\u{61c}', '\u{200e}', '\u{200f}', '\u{202a}', '\u{202b}', '\u{202c}', '\u{202d}', '\u{202e}',
    '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}',
];

#[test]
fn every_character_that_turns_the_direction_is_shown_as_a_mark() {
    for control in BIDI {
        assert_eq!(clean(&format!("a{control}b")), "a\u{fffd}b", "{control:?}");
    }
}

/// Texts in which everything that decides about a character meets everything else.
fn mixed() -> impl Strategy<Value = String> {
    let signs: Vec<char> = "aé ا\u{64b}ש क\u{94d}ไ🚀\n\r\t\u{301}\u{200b}\u{200c}\u{200d}\u{200e}\u{200f}\u{202e}\u{2060}\u{3164}\u{fe0f}\u{fe0e}\u{e0041}\u{1b}\u{9b}"
        .chars()
        .collect();
    proptest::collection::vec(proptest::sample::select(signs), 0..40)
        .prop_map(|letters| letters.into_iter().collect())
}

proptest! {
    #[test]
    fn clean_leaves_nothing_that_acts_and_is_done_after_one_pass(raw in prop_oneof![any::<String>(), mixed()]) {
        for text in [clean(&raw), clean_lines(&raw)] {
            let acts = |c: char| c != '\n' && (c.is_control() || matches!(c, '\u{202a}'..='\u{202e}'));
            prop_assert!(!text.chars().any(acts));
        }
        let once = clean(&raw);
        prop_assert_eq!(clean(&once), once.as_ref());
        let lines = clean_lines(&raw);
        prop_assert_eq!(clean_lines(&lines), lines.as_ref());
    }

    #[test]
    fn two_clean_texts_beside_each_other_hold_nothing_that_acts(one in mixed(), other in mixed()) {
        let both = format!("{}{}", clean(&one), clean(&other));
        let marks = |text: &str| text.matches(HIDDEN).count();
        prop_assert_eq!(marks(&clean(&both)), marks(&both), "{:?} {:?}", one, other);
    }
}

#[test]
fn cells_hold_only_what_every_terminal_draws_alike() {
    let rows = [
        ("Sarajevo", "Sarajevo"),
        ("s\u{30c}c\u{301}", "šć"),
        ("👩\u{200d}🚀", "👩🚀"),
        ("👍\u{1f3fd}", "👍"),
        ("⚠\u{fe0f}", "⚠"),
        ("1\u{fe0f}\u{20e3}", "1"),
        ("🇧🇦", "BA"),
        ("coop\u{ad}eration", "cooperation"),
        ("a\u{3164}b", "ab"),
        ("\u{301}a", "a"),
        ("می\u{200c}خواهم", "میخواهم"),
        ("שלום!\u{200f}", "שלום!"),
        ("ไทย\u{200b}ไทย", "ไทยไทย"),
        ("two\nlines", "two lines"),
    ];
    for (text, expected) in rows {
        assert_eq!(cells(text), expected, "{text:?}");
    }
    assert_eq!(cells(&format!("x{}", "\u{33f}".repeat(50))).chars().count(), 5);
}

#[test]
fn what_nobody_has_cleaned_is_cleaned_here() {
    assert_eq!(cells("\u{1b}[2J\u{7}"), "\u{fffd}[2J\u{fffd}");
    assert_eq!(cells("a\u{202e}b\u{200f}c\u{e0041}"), "a\u{fffd}b\u{fffd}c\u{fffd}");
}

proptest! {
    #[test]
    fn everything_in_a_cell_fits_there(raw in any::<String>()) {
        for text in [clean(&raw).as_ref(), raw.as_str()] {
            let once = cells(text);
            prop_assert_eq!(cells(&once), once.as_ref());
            prop_assert!(once.graphemes(true).all(|g| width(g) > 0 && fits_a_cell(g)), "{:?}", once);
        }
    }
}

#[test]
fn a_search_finds_names_typed_without_accents() {
    let rows = [
        ("Bašćaršija", "bascarsija"),
        ("s\u{30c}ć", "sc"),
        ("Đorđe", "dorde"),
        ("Straße", "strasse"),
        ("STRASSE", "strasse"),
        ("САРАЈЕВО", "сарајево"),
        ("NATO–BiH", "nato-bih"),
        ("member’s “word”…", "member's \"word\"..."),
        ("Ærø", "aero"),
        ("İstanbul", "istanbul"),
        ("ΣΟΦΟΣ", "σοφοσ"),
    ];
    for (text, folded) in rows {
        assert_eq!(fold(text), folded, "{text:?}");
    }
}

#[test]
fn ascii_screens_get_plain_signs_and_keep_the_letters() {
    assert_eq!(plain_punctuation("NATO–BiH — “šć”…"), "NATO-BiH - \"šć\"...");
    assert_eq!(seven_bit("NATO–BiH “Đorđić” 日本"), "NATO-BiH \"Dordic\" ??");
}

proptest! {
    #[test]
    fn folding_twice_is_folding_once(text in "\\PC{0,30}") {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn seven_bits_are_seven_bits(text in any::<String>()) {
        prop_assert!(seven_bit(&text).is_ascii());
        let plain = plain_punctuation(&text);
        prop_assert_eq!(plain_punctuation(&plain), plain.as_ref());
    }
}

#[test]
fn of_a_number_that_has_no_room_nothing_is_left() {
    assert_eq!(fit("in 167 days", 6, "…"), "in…");
    assert_eq!(fit("in 167 days", 7, "…"), "in…");
    assert_eq!(fit("due 2024-06-30 at noon", 13, "…"), "due…");
    assert_eq!(fit("12,345,678", 5, "…"), "…");
    assert_eq!(fit("Room 12 of the house", 15, "…"), "Room 12 of the…");
}

#[test]
fn text_that_fits_is_left_alone_and_longer_text_ends_in_the_mark() {
    let rows = [
        ("Sarajevo", 8, "…", "Sarajevo"),
        ("Sarajevo", 7, "…", "Saraje…"),
        ("Sarajevo", 7, "..", "Saraj.."),
        ("Joint Military", 7, "…", "Joint…"),
        ("日本語", 5, "…", "日本…"),
        ("日本語", 4, "…", "日…"),
        ("s\u{30c}s\u{30c}s\u{30c}", 2, "…", "s\u{30c}…"),
        ("Sarajevo", 1, "..", "."),
        ("Sarajevo", 0, "…", ""),
    ];
    for (text, columns, mark, expected) in rows {
        assert_eq!(fit(text, columns, mark), expected, "{text:?} in {columns}");
    }
}

#[test]
fn words_are_padded_on_the_right_and_numbers_on_the_left() {
    assert_eq!(pad_right("šć", 4), "šć  ");
    assert_eq!(pad_left("75%", 5), "  75%");
    assert_eq!(pad_left("75%", 2), "75%");
}

#[test]
fn lines_break_at_spaces_and_long_words_break_anywhere() {
    assert_eq!(wrap("one two  three", 7), ["one two", "three"]);
    assert_eq!(wrap("interoperability", 6), ["intero", "perabi", "lity"]);
    assert_eq!(wrap("an interoperability", 6), ["an", "intero", "perabi", "lity"]);
    assert_eq!(wrap("first\n\nsecond", 10), ["first", "", "second"]);
    assert_eq!(wrap("12\u{a0}months", 5), ["12\u{a0}mo", "nths"]);
    assert_eq!(wrap("", 5), [""]);
    assert_eq!(wrap("日本", 1), ["日", "本"]);
}

proptest! {
    #[test]
    fn cut_text_is_never_wider_than_its_room(text in "\\PC{0,40}", columns in 0usize..50) {
        prop_assert!(width(&fit(&text, columns, "…")) <= columns);
        prop_assert!(width(&fit(&text, columns, "..")) <= columns);
    }
}

#[test]
fn letters_go_in_and_out_at_the_place() {
    let mut line = LineEditor::new("Sarajvo", 80);
    line.left();
    line.left();
    assert!(line.insert("e"));
    assert_eq!((line.text(), line.column()), ("Sarajevo", 6));
    line.end();
    line.erase();
    assert_eq!(line.text(), "Sarajev");
    line.home();
    line.erase();
    assert!(line.insert("\n"));
    assert_eq!((line.text(), line.column()), ("Sarajev", 0));
    line.right();
    line.erase_to_start();
    assert_eq!(line.text(), "arajev");
}

#[test]
fn what_looks_like_one_letter_is_one() {
    let mut line = LineEditor::new("aé\u{301}演", 80);
    line.left();
    assert_eq!(line.column(), 2);
    line.left();
    assert_eq!(line.column(), 1);
    line.right();
    line.erase();
    assert_eq!(line.text(), "a演");
}

#[test]
fn what_does_not_fit_is_not_taken() {
    let mut line = LineEditor::new("", 5);
    assert!(line.insert("abc"));
    assert!(!line.insert("de\u{301}f"), "a letter with its accent goes in whole");
    assert_eq!(line.text(), "abcd");
    assert!(line.insert("f") && !line.insert("g"));
    line.home();
    line.right();
    line.erase();
    assert!(line.insert("x"));
    assert_eq!(line.text(), "xbcdf");
    let mut longer = LineEditor::new("as the file says", 5);
    assert!(!longer.insert("x"));
    assert_eq!(longer.text(), "as the file says");
}

#[test]
fn letters_of_any_alphabet_are_counted_in_columns() {
    let rows = [("", 0), ("abc", 3), ("šćđ", 3), ("s\u{30c}", 1), ("日本", 4), ("Сарајево", 8), ("│█▄", 3)];
    for (text, columns) in rows {
        assert_eq!(width(text), columns, "{text:?}");
    }
}

#[test]
fn a_day_below_ten_has_no_leading_zero_in_words_and_one_in_iso() {
    let date = NaiveDate::from_ymd_opt(2024, 2, 8).unwrap();
    assert_eq!(format_date(date), "8 Feb 2024");
    assert_eq!(format_iso(date), "2024-02-08");
}

#[test]
fn lines_stay_lines_and_words_of_others_stay_in_theirs() {
    assert_eq!(Clean::lines("one\r\ntwo\u{1b}\n\n").as_str(), "one\ntwo\u{fffd}\n\n");
    assert_eq!(Clean::line("name\nerror: forged").as_str(), "name¶error: forged");
}

#[test]
fn a_style_is_the_only_sequence_and_holds_only_numbers() {
    let mut text = Clean::line("a");
    text.push_style("0;1;31");
    text.push_style("2J\u{1b}[");
    text.push(&Clean::line("b\u{1b}[0m"));
    assert_eq!(text.as_str(), "a\u{1b}[0;1;31mb\u{fffd}[0m");
}

proptest! {
    #[test]
    fn wrapping_loses_no_word_and_keeps_to_the_width(text in any::<String>(), columns in 0usize..30) {
        let text = clean(&text);
        let lines = wrap(&text, columns);
        let bare = |s: &str| s.chars().filter(|&c| !c.is_whitespace() || "\u{a0}\u{202f}".contains(c)).collect::<String>();
        prop_assert_eq!(bare(&lines.concat()), bare(&text));
        for line in &lines {
            let alone = line.graphemes(true).filter(|one| width(one) > 0).count() == 1;
            prop_assert!(width(line) <= columns || alone, "{:?} is wider than {}", line, columns);
        }
    }
}

#[test]
fn places_count_lines_from_one_whatever_ends_them() {
    let source = Source::new("a\nbb\r\nccc\rdddd");
    assert_eq!((1..=5).map(|line| source.line(line)).collect::<Vec<_>>(), ["a", "bb", "ccc", "dddd", ""]);
    assert_eq!(source.lines(), 4);
    assert_eq!((1..=5).map(|line| source.line_start(line)).collect::<Vec<_>>(), [0, 2, 6, 10, 14]);
    let place = source.place(12..13);
    assert_eq!((place.line(), place.column()), (4, 3));
}

#[test]
fn columns_count_characters_and_not_the_byte_order_mark() {
    let source = Source::new("\u{feff}šć: x");
    let place = source.place(8..9);
    assert_eq!((place.line(), place.column()), (1, 4));
}

#[test]
fn columns_of_a_long_line_are_those_that_counting_gives() {
    let long = "a\u{161}\u{65e5}\u{1f600}".repeat(1_000);
    let text = format!("\u{feff}\u{feff}{long}\n{long}\n");
    let source = Source::new(text.as_str());
    for (at, _) in text.char_indices() {
        let place = source.place(at..at);
        let before = text.get(source.line_start(place.line())..at).unwrap();
        let marks = if place.line() == 1 { before.matches('\u{feff}').count() } else { 0 };
        assert_eq!(place.column(), before.chars().count() - marks + 1, "{at}");
    }
}

#[test]
fn a_place_past_the_end_is_the_end() {
    let place = Source::new("ab").place(7..9);
    assert_eq!((place.line(), place.column(), place.span()), (1, 3, 2..2));
}

#[test]
fn every_row_of_the_card_takes_thirty_columns() {
    for (row, what) in CARD {
        assert_eq!(width(row), 30, "{what}");
    }
}
