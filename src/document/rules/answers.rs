//! Answers: recommendations that are open although everything that carries them out is closed.

use crate::document::finding::{Code, Finding};
use crate::document::model::{
    Initiative, InitiativeStatus, Programme, Recommendation, RecommendationStatus, Standing,
};
use crate::document::read::shown;
use crate::document::words::Choice;
use std::collections::HashMap;

/// How many initiatives are named one by one.
const NAMED: usize = 3;

/// Recommendations that may well be carried out.
pub(super) fn check(programme: &Programme) -> Vec<Finding> {
    let mut by_id: HashMap<&str, Vec<&Initiative>> = HashMap::new();
    for initiative in &programme.initiatives {
        if let Some(id) = &initiative.id {
            by_id.entry(&id.value).or_default().push(initiative);
        }
    }
    programme.recommendations.iter().filter_map(|one| still_open(one, &by_id)).collect()
}

fn still_open(one: &Recommendation, by_id: &HashMap<&str, Vec<&Initiative>>) -> Option<Finding> {
    let status = one.status.as_ref().filter(|status| is_open(status.value))?;
    let mut linked: Vec<&Initiative> = Vec::new();
    for link in &one.initiatives {
        // Of a link that leads nowhere nobody knows how things stand.
        linked.extend(by_id.get(link.value.as_str())?);
    }
    let is_through = linked.iter().all(|initiative| is_closed(initiative));
    if !is_through || !linked.iter().any(|initiative| initiative.standing.is_completed()) {
        return None;
    }
    let named = linked.iter().take(NAMED).map(|initiative| format!("`{}`", shown(&initiative.title)));
    let more = linked.len().saturating_sub(NAMED);
    let more = (more > 0).then(|| format!("{more} more"));
    let named: Vec<String> = named.chain(more).collect();
    let message = format!(
        "`{}` is `{}`, but what carries it out is closed: {}",
        shown(&one.title),
        status.value.word(),
        named.join(", "),
    );
    let finding = Finding::new(Code::RecommendationStillOpen, status.place.clone(), message);
    let help = "Write `status: implemented` if it is carried out, or add the `id` of a further initiative.";
    Some(finding.label("carried out already?").help(help))
}

const fn is_open(status: RecommendationStatus) -> bool {
    match status {
        RecommendationStatus::Proposed
        | RecommendationStatus::UnderConsideration
        | RecommendationStatus::Accepted
        | RecommendationStatus::InProgress => true,
        RecommendationStatus::Implemented
        | RecommendationStatus::NotAccepted
        | RecommendationStatus::Overtaken => false,
    }
}

fn is_closed(initiative: &Initiative) -> bool {
    let is_cancelled = match &initiative.standing {
        Standing::Status(status) | Standing::Both(_, status) => status.value == InitiativeStatus::Cancelled,
        Standing::Done(_) | Standing::NotGiven => false,
    };
    !initiative.has_unreadable_standing() && (is_cancelled || initiative.standing.is_completed())
}
