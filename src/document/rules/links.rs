//! Ids and the links between items.

use crate::document::finding::{Code, Finding};
use crate::document::read::shown;
use crate::programme::words::{nearest, plain};
use crate::programme::{Placed, Programme, Section};
use std::cell::OnceCell;
use std::collections::{BTreeSet, HashMap};

/// How many ids are compared with links that lead nowhere, so that time stays proportional to the file: each link is
/// compared with all ids, until that is used up.
const MOST_COMPARED: usize = 100_000;

type Id = Option<Placed<String>>;

/// Ids that are given twice, and links that lead nowhere.
pub(super) fn check(programme: &Programme, tell: &mut dyn FnMut(Finding)) {
    let metrics: Vec<(&str, &Id)> =
        programme.metrics.iter().map(|item| (item.name.as_str(), &item.id)).collect();
    let initiatives: Vec<(&str, &Id)> =
        programme.initiatives.iter().map(|item| (item.title.as_str(), &item.id)).collect();
    twice(programme.metrics.iter().map(|item| &item.id), "metrics", tell);
    twice(programme.initiatives.iter().map(|item| &item.id), "initiatives", tell);
    twice(programme.recommendations.iter().map(|item| &item.id), "recommendations", tell);
    twice(programme.meetings.iter().map(|item| &item.id), "meetings", tell);
    twice(programme.background.iter().map(|item| &item.id), "background", tell);
    twice(programme.sources.iter().map(|item| &item.id), "sources", tell);

    // The item that is meant may be one that could not be read.
    let is_whole = |section| programme.unread.iter().all(|unread| unread.section != section);
    if is_whole(Section::Metrics) {
        let links = programme.initiatives.iter().flat_map(|item| &item.metrics);
        nowhere(links, &metrics, "metric", tell);
    }
    if is_whole(Section::Initiatives) {
        let links = programme.recommendations.iter().flat_map(|item| &item.initiatives);
        nowhere(links, &initiatives, "initiative", tell);
    }
}

fn twice<'p>(ids: impl ExactSizeIterator<Item = &'p Id>, section: &str, tell: &mut dyn FnMut(Finding)) {
    let mut firsts: HashMap<&str, &Placed<String>> = HashMap::with_capacity(ids.len());
    for id in ids.flatten() {
        let first = *firsts.entry(&id.value).or_insert(id);
        if !std::ptr::eq(first, id) {
            let message = format!("The id `{}` is given twice in {section}", shown(&id.value));
            let finding = Finding::new(Code::DuplicateId, id.place, message).label("given again here");
            let finding = finding.also(first.place, "first given here");
            tell(finding.help("Give one of the two items another id, or none."));
        }
    }
}

fn nowhere<'p>(
    links: impl Iterator<Item = &'p Placed<String>>,
    items: &[(&str, &Id)],
    kind: &str,
    tell: &mut dyn FnMut(Finding),
) {
    let mut links = links.peekable();
    if links.peek().is_none() {
        return;
    }
    let known: BTreeSet<&str> =
        items.iter().filter_map(|(_, id)| Some(id.as_ref()?.value.as_str())).collect();
    let titles: OnceCell<HashMap<String, &Id>> = OnceCell::new();
    let mut compared = 0_usize;
    for link in links.filter(|link| !known.contains(link.value.as_str())) {
        let message = format!("No {kind} has the id `{}`", shown(&link.value));
        let finding = Finding::new(Code::UnknownId, link.place, message).label("leads nowhere");
        // People link by what they see.
        let called = titles.get_or_init(|| by_title(items)).get(&plain(&link.value));
        let was_left = compared <= MOST_COMPARED;
        compared = compared.saturating_add(known.len() + 1);
        let is_left = compared <= MOST_COMPARED;
        let near = || nearest(&link.value, known.iter().map(|id| (*id, *id)));
        let help = match (called, is_left.then(near).flatten()) {
            (Some(Some(id)), _) => format!("Write its id: `{}`.", shown(&id.value)),
            (Some(None), _) => {
                format!("This is its title. Give that {kind} an `id` of one word, and write that here.")
            }
            (None, Some(near)) => format!("Perhaps `{}`?", shown(near)),
            (None, None) if is_left && link.value.contains([',', ';']) => {
                let ids = link.value.split([',', ';']).take(MOST_IDS);
                let ids: Vec<String> = ids.map(|id| shown(id.trim())).collect();
                format!("Write several ids between brackets: [{}].", ids.join(", "))
            }
            (None, None) => {
                let more = if was_left && !is_left { NO_MORE_GUESSES } else { "" };
                format!("Write the `id` of one of the {kind}s, or delete this link.{more}")
            }
        };
        tell(finding.help(help));
    }
}

/// How many ids of one text are written out.
const MOST_IDS: usize = 20;

/// What is said once, where the comparing ends.
const NO_MORE_GUESSES: &str =
    " From here on no id is proposed, because the file has too many links that lead nowhere.";

/// Items by their titles, without what does not matter in them; of several of one title the first.
fn by_title<'p>(items: &[(&str, &'p Id)]) -> HashMap<String, &'p Id> {
    let mut titles = HashMap::new();
    for (title, id) in items {
        titles.entry(plain(title)).or_insert(*id);
    }
    titles
}
