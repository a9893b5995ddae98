//! Pieces: a long text cut where its sections and the items of their lists begin, read from both ends and put
//! together.
//!
//! What comes of it is the row of steps that one walk through the text gives, or nothing at all: whatever lets a piece
//! mean something else beside the others (an anchor, a mistake, a limit) leaves the text to that walk. Never guesses.

use super::budget::is_room_for;
use super::cut::{TextPiece, cut};
use super::joined::Joined;
use super::piece::{PieceRead, piece};
use super::row::Tree;
use crate::text::{from_both_ends, has_two_cores};
use std::ops::ControlFlow;

/// How many bytes a piece has at least.
const PIECE: usize = 1 << 16;
/// Texts that are shorter are not worth a thread.
const LONG: usize = 4 * PIECE;
/// About how many bytes of memory a byte of text takes while it is read.
const COST: usize = 24;
/// What a thread reserves for itself.
const THREAD: usize = 80 << 20;

/// Whether a text of so many bytes is worth a second core, and there is one with the memory it needs.
pub(crate) fn is_for_two(bytes: usize) -> bool {
    bytes >= LONG && is_room_for(bytes.saturating_mul(COST) + THREAD) && has_two_cores()
}

/// The tree of a long text, if its pieces can be read one by one; `starts` are the bytes at which its lines begin,
/// where they are known.
pub(super) fn read(text: &str, starts: Option<&[u32]>) -> Option<Tree> {
    if is_for_two(text.len()) { joined(text, &cut(text, starts, PIECE)?) } else { None }
}

/// The tree of a text that was cut, on one core or two.
fn joined(text: &str, pieces: &[TextPiece]) -> Option<Tree> {
    let mut whole = Joined::with_room_for(text);
    let read = |one| Some((one, piece(text, one)?));
    let mut count = 0;
    let mut add = |(piece, read): (&TextPiece, PieceRead)| {
        whole.add(piece, read)?;
        count += 1;
        Some(())
    };
    let or_break = |done: Option<()>| done.map_or(ControlFlow::Break(()), ControlFlow::Continue);
    let mut behind = from_both_ends(
        pieces.iter(),
        |piece| or_break(read(piece).and_then(&mut add)),
        |piece| read(piece).map_or(ControlFlow::Break(()), ControlFlow::Continue),
    );
    while let Some(read) = behind.pop() {
        add(read)?;
    }
    // Where one was refused on the way, some are missing.
    if count == pieces.len() { whole.into_tree() } else { None }
}

#[cfg(test)]
mod tests {
    use super::super::build;
    use super::*;
    use crate::text::Source;
    use proptest::prelude::*;

    fn read_by(text: &str, least: usize) -> Option<Tree> {
        joined(text, &cut(text, None, least)?)
    }

    /// Values of a key behind so many blanks: what ends, goes on or is empty at the end of its line.
    const VALUES: &[&str] = &[
        "1",
        "",
        "words that go on\n    and on",
        "\"in quotes\n    - over two lines\"",
        "'it''s' # a remark",
        "|\n    a block\n\n      - of text",
        "|+\n    with all its breaks\n\n",
        ">-\n    folded\n    text",
        "{ a: 1, b: [2, 3] }",
        "[\n    - 1 ]",
        "!!str 5",
        "\n    - a list\n    -\n    - b: 1",
        "\n  - a list in the column of its key\n  - - inside",
        "~",
        "ключ и 值",
    ];

    /// Sections that are no lists, or none at all: the first six are plain.
    const ODD: &[&str] = &[
        "key: 1\n",
        "key:\n",
        "key:\n  a: 1\n  b: |\n   c\n",
        "\n\n",
        "# remark\n",
        "\"q\": 'x\n\n  y'\n",
        "anchor: &a 1\n",
        "alias: *a\n",
        "key: [1,\n2]\n",
        "}\n",
        "---\n",
        "flow: {\nkey: 1 }\n",
        "a: |\n- b\n",
        "- x\n",
        "  - x\n",
    ];

    fn item() -> impl Strategy<Value = String> {
        let value = || prop::sample::select(VALUES);
        prop_oneof![
            4 => (value(), value()).prop_map(|(one, other)| format!("- a: {one}\n  bb: {other}\n")),
            1 => Just("-\n".to_owned()),
            1 => Just("- only words\n".to_owned()),
            1 => Just("- ? asked\n  : answered\n".to_owned()),
            1 => Just("\n# a remark\n".to_owned()),
            1 => Just("-   deep: 1\n    deeper: |2-\n       text\n".to_owned()),
        ]
    }

    fn section() -> impl Strategy<Value = String> {
        let items = prop::collection::vec(item(), 0..5);
        let list = (items, 0..5usize).prop_map(|(items, depth)| {
            let lines = items.concat();
            let lines = lines.lines().map(|line| format!("{}{line}\n", " ".repeat(depth)));
            format!("list: # of items\n{}", lines.collect::<String>())
        });
        prop_oneof![4 => list, 2 => prop::sample::select(&ODD[..6]).prop_map(str::to_owned), 1 => prop::sample::select(ODD).prop_map(str::to_owned)]
    }

    fn text() -> impl Strategy<Value = String> {
        let sections = prop::collection::vec(section(), 1..6);
        let head = prop::sample::select(vec!["", "# head\n", "\u{feff}a: 1\n", "%YAML 1.2\n---\n", "---\n"]);
        (head, sections, any::<bool>(), any::<bool>()).prop_map(
            |(head, sections, is_of_windows, is_ended)| {
                let text = format!("{head}{}", sections.concat());
                let text = if is_of_windows { text.replace('\n', "\r\n") } else { text };
                if is_ended { text } else { text.trim_end().to_owned() }
            },
        )
    }

    proptest! {
        #[test]
        fn pieces_put_together_are_what_one_walk_through_the_text_gives(text in text(), least in 1..80usize) {
            if let Some(tree) = read_by(&text, least) {
                prop_assert_eq!(Ok(tree), build::whole(&text));
            }
        }
    }

    #[test]
    fn a_text_of_sections_and_lists_is_cut_at_each_item_and_read_by_pieces() {
        let text = "# head\nprogramme:\n  title: A\nmetrics:\n# all of them\n  - name: B\n    values:\n      - period: 1\n        value: 2\n  - name: |\n      C\nmeetings:\n- title: D\n- title: E\n";
        let pieces = cut(text, None, 1).unwrap();
        assert_eq!(cut(text, Some(Source::new(text).line_starts()), 1).as_ref(), Some(&pieces));
        let starts: Vec<&str> = pieces
            .iter()
            .map(|piece| text.get(piece.range.clone()).unwrap().lines().next().unwrap())
            .collect();
        assert_eq!(starts, ["# head", "metrics:", "  - name: |", "meetings:", "- title: E"]);
        assert!(read_by(text, 1).is_some());
    }

    #[test]
    fn what_only_the_whole_tells_is_left_to_one_walk() {
        for rest in [
            "b: &x 1\n",
            "b: *x\n",
            "---\nb: 1\n",
            "b: [1\n",
            "%TAG ! x\n",
            "b: 1\rc: 1\n",
            "}\n",
            "<<: {b: 1}\n",
        ] {
            let text = format!("metrics:\n  - a: 1\n  - a: 2\nc: 1\n{rest}d: 1\n");
            assert_eq!(read_by(&text, 1), None, "{rest}");
        }
    }
}
