//! Initiative: a new one at the end of the list.
//!
//! Written as the one before it is, with its title alone, and where it stands if all others say so. Never
//! touches one that is there.

use super::field::{key_like, means};
use super::refusal::Refusal;
use super::step::{ProvedStep, Text, first_proved};
use crate::programme::fields::Part;
use crate::programme::{Initiative, Standing};
use crate::yaml::group::Group;
use crate::yaml::lines::mark_before;
use crate::yaml::list::{NewItem, Pairs, begin, grow, indent};
use crate::yaml::place::patch as patched;
use crate::yaml::scalar::Scalar;
use crate::yaml::splice::Splice;
use crate::yaml::style::{AuthorStyle, padding};
use crate::yaml::write::Written;
use crate::yaml::{Blocked, Obstacle, Patch, StructureStyle};

const INITIATIVES: &str = "initiatives";

/// What a new initiative says of where it stands.
pub(super) fn standing(others: &[Initiative]) -> Option<(&'static str, Scalar<'static>)> {
    let all = |is: fn(&Standing) -> bool| !others.is_empty() && others.iter().all(|one| is(&one.standing));
    if all(|standing| matches!(standing, Standing::Done(_))) {
        return Some(("done", Scalar::Bare("false")));
    }
    all(|standing| matches!(standing, Standing::Status(_))).then_some(("status", Scalar::Text("agreed")))
}

/// Adds an initiative beside those the programme has.
pub(super) fn add(before: Text<'_>, title: &str, others: &[Initiative]) -> Result<ProvedStep, Refusal> {
    let file = before.file()?;
    let own = file.entry(|key| means(Part::File, key, INITIATIVES))?;
    let says = Says { title, standing: standing(others) };
    let pairs = |like: Option<Group<'_>>, author: AuthorStyle| says.pairs(like, author);
    let indent = indent(file).unwrap_or(2);
    let ways = match own {
        None if file.merges() => return Err(Refusal::at(file.line(), Obstacle::Inherited)),
        None => section(file, indent, &says),
        Some(entry) => {
            // What is neither a list nor nothing leaves no place for an item.
            let is_no_list =
                |blocked: Blocked| blocked.by == Obstacle::NotOneWord && !entry.value.is_tagged();
            let item = (says.first(file), &pairs as Pairs<'_>);
            grow(file, entry, indent, item, StructureStyle::Block).map_err(|blocked| {
                let by = if is_no_list(blocked) { Obstacle::NoSafePlace } else { blocked.by };
                Refusal::at(blocked.line, by)
            })?
        }
    };
    let line = own.map_or(file.line(), |entry| entry.key.line());
    first_proved(file, ways, line)
}

/// What the new initiative says.
struct Says<'a> {
    title: &'a str,
    standing: Option<(&'static str, Scalar<'static>)>,
}

impl Says<'_> {
    fn pairs(&self, like: Option<Group<'_>>, author: AuthorStyle) -> Option<Vec<Written>> {
        let name = |key| key_like(like, Part::Initiative, key);
        let title = author.pair(name("title"), Scalar::Text(self.title))?;
        let standing = self.standing.map(|(key, to)| author.pair(name(key), to));
        Some([Some(title), standing.flatten()].into_iter().flatten().collect())
    }

    /// As the first of a list.
    fn first(&self, file: Group<'_>) -> NewItem {
        let author = AuthorStyle::of(file, file.last());
        let braces = |pairs| Written::braces(pairs, &padding(file.source()));
        NewItem {
            in_lines: self.pairs(None, author).map(|pairs| Written::lines(pairs, 0)),
            in_brackets: self.pairs(None, author.in_braces()).map(braces),
        }
    }
}

/// The ways to add the section: at the very end of the file, else after its last entry.
fn section(file: Group<'_>, indent: usize, says: &Says<'_>) -> Vec<Option<Splice>> {
    let last = || {
        let author = AuthorStyle::of(file, file.last());
        let lines = Written::lines(says.pairs(None, author)?, 0);
        let pair = Written::pair(author.key(INITIATIVES)?, Written::dashed(lines, indent));
        let step = file.last()?.value.next_step();
        let patch = at_the_end(file.source(), &pair.text)?;
        let is_last = file.node().tree().documents == 1 && file.style == StructureStyle::Block;
        is_last.then(|| Splice::new(patch, step, Vec::new(), pair.pieces))
    };
    let mut ways = vec![last()];
    ways.extend(begin(file, INITIATIVES, indent, says.first(file)));
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
