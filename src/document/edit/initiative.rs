//! Initiative: a new one at the end of the list.
//!
//! Written as the one before it is, with its title alone, and where it stands if all others say so. Never
//! touches one that is there.

use super::field::means;
use super::{Refusal, first_proved};
use crate::programme::fields::Part;
use crate::programme::{Initiative, Standing};
use crate::yaml::StructureStyle;
use crate::yaml::lines::mark_before;
use crate::yaml::list::{NewItem, begin, fill, indent};
use crate::yaml::locate::{Located, locate_file};
use crate::yaml::node::{Entry, Group, Kind};
use crate::yaml::place::patch as patched;
use crate::yaml::scalar::Scalar;
use crate::yaml::splice::{Splice, append};
use crate::yaml::style::{Hand, layout, padding};
use crate::yaml::write::Written;
use crate::yaml::{Obstacle, Patch};

const INITIATIVES: &str = "initiatives";

/// What a new initiative says of where it stands.
pub(super) fn standing(others: &[Initiative]) -> Option<(&'static str, Scalar<'static>)> {
    let all = |is: fn(&Standing) -> bool| !others.is_empty() && others.iter().all(|one| is(&one.standing));
    if all(|standing| matches!(standing, Standing::Done(_))) {
        return Some(("done", Scalar::Bare("false")));
    }
    all(|standing| matches!(standing, Standing::Status(_))).then_some(("status", Scalar::Text("agreed")))
}

/// The patch that adds an initiative beside those the programme has.
pub(super) fn patch(text: &str, title: &str, others: &[Initiative]) -> Result<Patch, Refusal> {
    let located = locate_file(text)?;
    let file = located.group().ok_or(Refusal::at(1, Obstacle::NoSafePlace))?;
    let own = file.entry(|key| means(Part::File, key, INITIATIVES))?;
    let says = Says { title, standing: standing(others) };
    let ways = match own {
        None if file.merges() => return Err(Refusal::at(file.line, Obstacle::Inherited)),
        None => section(text, &located, &file, &says),
        Some(entry) => under(text, &file, entry, &says)?,
    };
    let line = own.map_or(file.line, |entry| entry.key.lines.0);
    first_proved(text, ways, line)
}

/// What the new initiative says.
struct Says<'a> {
    title: &'a str,
    standing: Option<(&'static str, Scalar<'static>)>,
}

impl Says<'_> {
    fn pairs(&self, like: Option<&Group<'_, '_>>, hand: Hand) -> Option<Vec<Written>> {
        let name = |key: &'static str| {
            let names = like.into_iter().flat_map(|like| like.entries.iter().filter_map(Entry::name));
            names.into_iter().find(|name| means(Part::Initiative, name, key)).unwrap_or(key)
        };
        let title = hand.pair(name("title"), Scalar::Text(self.title))?;
        let standing = self.standing.map(|(key, to)| hand.pair(name(key), to));
        Some([Some(title), standing.flatten()].into_iter().flatten().collect())
    }

    /// As the first of a list.
    fn first(&self, text: &str, file: &Group<'_, '_>) -> NewItem {
        let hand = Hand::of(file, file.entries.last());
        let braces = |pairs| Written::braces(pairs, &padding(text));
        NewItem {
            in_lines: self.pairs(None, hand).map(|pairs| Written::lines(pairs, 0)),
            in_brackets: self.pairs(None, hand.in_braces()).map(braces),
        }
    }
}

fn under(
    text: &str,
    file: &Group<'_, '_>,
    entry: &Entry<'_>,
    says: &Says<'_>,
) -> Result<Vec<Option<Splice>>, Refusal> {
    let refuse = |reason| Err(Refusal::at(entry.key.lines.0, reason));
    match &entry.value.kind {
        _ if file.is_used(&entry.value) => refuse(Obstacle::SharedAnchor),
        Kind::Alias => refuse(Obstacle::SharedAnchor),
        _ if entry.value.tagged => refuse(Obstacle::NotOneWord),
        Kind::List(style, items) if !items.is_empty() => {
            let like = items.iter().rev().find_map(|one| file.inside(one));
            let hand = like
                .map_or_else(|| Hand::of(file, Some(entry)), |like| Hand::of(&like, like.entries.first()));
            let hand = if *style == StructureStyle::Flow { hand.in_braces() } else { hand };
            Ok(vec![append(text, &entry.value, |column| match like {
                Some(like) if like.style == StructureStyle::Flow => {
                    Some(Written::braces(says.pairs(Some(&like), hand)?, &layout(text, &like)?))
                }
                None if *style == StructureStyle::Flow => {
                    Some(Written::braces(says.pairs(None, hand)?, &padding(text)))
                }
                _ => Some(Written::lines(says.pairs(like.as_ref(), hand)?, column)),
            })])
        }
        Kind::List(..) => {
            Ok(fill(text, file, entry, indent(text, file).unwrap_or(2), says.first(text, file)))
        }
        Kind::Scalar(..) if entry.value.is_null() => {
            Ok(fill(text, file, entry, indent(text, file).unwrap_or(2), says.first(text, file)))
        }
        Kind::Scalar(..) | Kind::Mapping(..) => refuse(Obstacle::NoSafePlace),
    }
}

/// The ways to add the section: at the very end of the file, else after its last entry.
fn section(text: &str, located: &Located<'_>, file: &Group<'_, '_>, says: &Says<'_>) -> Vec<Option<Splice>> {
    let indent = indent(text, file).unwrap_or(2);
    let last = || {
        let hand = Hand::of(file, file.entries.last());
        let lines = Written::lines(says.pairs(None, hand)?, 0);
        let pair = Written::pair(hand.key(INITIATIVES)?, Written::dashed(lines, indent));
        let event = file.entries.last()?.value.next_event;
        let patch = Some(at_the_end(text, &pair.text)?)
            .filter(|_| located.documents == 1 && file.style == StructureStyle::Block)?;
        Some(Splice::new(patch, event, Vec::new(), pair.pieces))
    };
    let mut ways = vec![last()];
    ways.extend(begin(text, file, INITIATIVES, indent, says.first(text, file)));
    ways
}

/// A paragraph of its own at the end of the text, which ends as it did.
fn at_the_end(text: &str, written: &str) -> Option<Patch> {
    let own = mark_before(text, text.len()).unwrap_or("");
    let first = text.find(['\n', '\r']).and_then(|at| text.get(at..)).unwrap_or("\n");
    let mark = match own {
        "" if first.starts_with("\r\n") => "\r\n",
        "" => first.get(..1)?,
        own => own,
    };
    let is_apart = text.strip_suffix(own).is_some_and(|text| own.is_empty() || text.ends_with(['\n', '\r']));
    let lines = written.replace('\n', mark);
    let inserted = match own {
        "" => format!("{mark}{mark}{lines}"),
        _ if is_apart => format!("{lines}{mark}"),
        _ => format!("{mark}{lines}{mark}"),
    };
    patched(text, text.len()..text.len(), inserted)
}
