//! A judge of its own: libyaml's events say what a patch did to a text.

#![expect(clippy::wildcard_enum_match_arm, reason = "few kinds of events matter to the judge")]

use libyaml_safer::{Event, EventData, Parser};
use std::ops::Range;
use std::panic::catch_unwind;

/// What one patch did, as libyaml sees it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Verdict {
    /// The keys and positions that lead to the entry that differs.
    pub(crate) path: Vec<String>,
    /// The bytes, in the text before, of the item that holds it; a byte order mark does not count.
    pub(crate) item: Range<usize>,
    /// What the entry says before and after; `None` where it is not there.
    pub(crate) before: Option<String>,
    /// See `before`.
    pub(crate) after: Option<String>,
}

/// The events of a text; `None` where libyaml refuses it, or where this port of it breaks.
pub(crate) fn events(text: &str) -> Option<Vec<Event>> {
    catch_unwind(|| parse(text)).ok().flatten()
}

fn parse(text: &str) -> Option<Vec<Event>> {
    // The port breaks on a block scalar that ends with the file.
    let ended = [text, if text.ends_with(['\n', '\r']) { "" } else { "\n" }].concat();
    let mut bytes = ended.as_bytes();
    let mut parser = Parser::new();
    parser.set_input_string(&mut bytes);
    let mut events = Vec::new();
    loop {
        let event = parser.parse().ok()?;
        let last = event.data == EventData::StreamEnd;
        events.push(event);
        if last {
            return Some(events);
        }
    }
}

/// Compares two texts: `Ok(None)` when they say the same, the verdict when one entry differs, and an
/// error when more does.
pub(crate) fn compare(before: &[Event], after: &[Event]) -> Result<Option<Verdict>, String> {
    let alike = before.iter().zip(after).take_while(|(a, b)| a.data == b.data).count();
    let (old, new) = (&before[alike..], &after[alike..]);
    if old.is_empty() && new.is_empty() {
        return Ok(None);
    }
    // An entry that was replaced is one event, one that was added or removed is two.
    let (gone, came) = match (old.len(), new.len()) {
        (a, b) if a == b => (1, 1),
        (a, b) if a + 2 == b => (0, 2),
        (a, b) if a == b + 2 => (2, 0),
        counts => return Err(format!("{counts:?} events are left")),
    };
    let same_rest = old[gone..].iter().zip(&new[came..]).all(|(a, b)| a.data == b.data);
    if !same_rest {
        return Err(format!("more than one entry differs from event {alike} on"));
    }
    let side = if gone == 2 { before } else { after };
    let (path, item) = path(side, alike + usize::from(gone != came));
    let item = extent(&before[item..]);
    let said = |events: &[Event], count: usize| events[..count].last().map(|event| said(&event.data));
    Ok(Some(Verdict { path, item, before: said(old, gone), after: said(new, came) }))
}

/// The bytes of the node that begins with the first event.
fn extent(events: &[Event]) -> Range<usize> {
    let mut depth = 0_usize;
    let last = events.iter().find(|event| {
        match event.data {
            EventData::MappingStart { .. } | EventData::SequenceStart { .. } => depth += 1,
            EventData::MappingEnd | EventData::SequenceEnd => depth -= 1,
            _ => {}
        }
        depth == 0
    });
    let (first, last) = (&events[0].start_mark, &last.expect("what begins ends").end_mark);
    usize::try_from(first.index).unwrap()..usize::try_from(last.index).unwrap()
}

/// What a scalar says, with its anchor and tag where it has any.
fn said(event: &EventData) -> String {
    match event {
        EventData::Scalar { anchor, tag, value, .. } => {
            let marks = [anchor.as_ref().map(|name| format!("&{name} ")), tag.clone()];
            marks.into_iter().flatten().chain([value.clone()]).collect()
        }
        EventData::Alias { anchor } => format!("*{anchor}"),
        other => format!("{other:?}"),
    }
}

/// The way to the node at `index`: keys and positions; and the event that begins the mapping it stands
/// in.
fn path(events: &[Event], index: usize) -> (Vec<String>, usize) {
    struct Level {
        is_mapping: bool,
        nodes: usize,
        key: String,
        begins: usize,
    }
    let mut open: Vec<Level> = Vec::new();
    for (number, event) in events.iter().enumerate().take(index + 1) {
        let starts = match &event.data {
            EventData::MappingStart { .. } => Some(true),
            EventData::SequenceStart { .. } => Some(false),
            EventData::MappingEnd | EventData::SequenceEnd => {
                open.pop();
                continue;
            }
            EventData::Scalar { .. } | EventData::Alias { .. } => None,
            _ => continue,
        };
        if let Some(level) = open.last_mut() {
            if !level.is_mapping {
                level.key = level.nodes.to_string();
            } else if level.nodes.is_multiple_of(2) {
                level.key = match &event.data {
                    EventData::Scalar { value, .. } => value.clone(),
                    other => said(other),
                };
            }
            level.nodes += 1;
        }
        if let Some(is_mapping) = starts {
            open.push(Level { is_mapping, nodes: 0, key: String::new(), begins: number });
        }
    }
    let item = open.last().map_or(0, |level| level.begins);
    (open.into_iter().map(|level| level.key).collect(), item)
}
