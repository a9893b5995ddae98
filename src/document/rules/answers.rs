//! Answers: recommendations that are open although everything that carries them out is closed.

use crate::document::finding::{Code, Finding};
use crate::document::read::shown;
use crate::programme::words::Choice;
use crate::programme::{Initiative, InitiativeStatus, Programme, Recommendation};
use std::collections::{HashMap, HashSet};

/// How many initiatives are named one by one.
const NAMED: usize = 3;

/// What is known of all initiatives with one id: a file may give many of them the same.
#[derive(Default)]
struct Answers<'p> {
    /// The titles of the first ones.
    named: Vec<&'p str>,
    count: usize,
    /// How many are not closed.
    open: usize,
    is_completed: bool,
}

/// Recommendations that may well be carried out.
pub(super) fn check(programme: &Programme) -> impl Iterator<Item = Finding> + '_ {
    let links = programme.recommendations.iter().flat_map(|one| &one.initiatives);
    let linked: HashSet<&str> = links.map(|link| link.value.as_str()).collect();
    let mut by_id: HashMap<&str, Answers<'_>> = HashMap::with_capacity(linked.len());
    // Where nothing is linked nothing is looked for.
    for initiative in programme.initiatives.iter().filter(|_| !linked.is_empty()) {
        let Some(id) = initiative.id.as_ref().filter(|id| linked.contains(id.value.as_str())) else {
            continue;
        };
        let answers = by_id.entry(&id.value).or_default();
        if answers.named.len() < NAMED {
            answers.named.push(&initiative.title);
        }
        answers.count += 1;
        answers.open += usize::from(!is_closed(initiative));
        answers.is_completed |= initiative.standing.is_completed();
    }
    programme.recommendations.iter().filter_map(move |one| still_open(one, &by_id))
}

fn still_open(one: &Recommendation, by_id: &HashMap<&str, Answers<'_>>) -> Option<Finding> {
    let status = one.status.as_ref().filter(|status| !status.value.is_closed())?;
    // Of a link that leads nowhere nobody knows how things stand.
    let linked: Option<Vec<&Answers<'_>>> =
        one.initiatives.iter().map(|link| by_id.get(link.value.as_str())).collect();
    let linked = linked?;
    if linked.iter().any(|answers| answers.open > 0) || !linked.iter().any(|answers| answers.is_completed) {
        return None;
    }
    let count: usize = linked.iter().map(|answers| answers.count).sum();
    let titles = linked.iter().flat_map(|answers| &answers.named);
    let named = titles.take(NAMED).map(|title| format!("`{}`", shown(title)));
    let more = count.saturating_sub(NAMED);
    let more = (more > 0).then(|| format!("{more} more"));
    let named: Vec<String> = named.chain(more).collect();
    let message = format!(
        "`{}` is `{}`, but what carries it out is closed: {}",
        shown(&one.title),
        status.value.word(),
        named.join(", "),
    );
    let finding = Finding::new(Code::RecommendationStillOpen, status.place, message);
    let help = "Write `status: implemented` if it is carried out, or add the `id` of a further initiative.";
    Some(finding.label("carried out already?").help(help))
}

fn is_closed(initiative: &Initiative) -> bool {
    let status = initiative.standing.status().filter(|_| !initiative.has_unreadable_standing());
    matches!(status, Some(InitiativeStatus::Completed | InitiativeStatus::Cancelled))
}
