//! Messages: the one plain sentence at the head of each tab, computed from the data.
//!
//! Each function gives the sentence in several lengths, longest first; the longest that fits is
//! shown. Somebody who reads only this row is rightly informed.

mod moves;

use super::status::{initiative_status, recommendation_state, tally};
use super::unread::counted;
use super::{change, value};
use super::{count, distance, late};
use crate::document::{MeetingStatus, Metric, Programme, Section, Value};
use crate::figures::{ChangeKind, Favour, Figures, Mark, MetricFigures, Relative, Since, compared};
use crate::text;
use moves::{Way, movement, way};
use rust_decimal::Decimal;

/// Overview: what moved, and where the commitments stand.
pub fn overview_message(programme: &Programme, figures: &Figures) -> Vec<String> {
    counted(overview(programme, figures), programme, None)
}

fn overview(programme: &Programme, figures: &Figures) -> Vec<String> {
    let all = movement(programme, figures);
    let Some(moved) = all.first() else { return Vec::new() };
    let stands = standing(programme, figures);
    let gaps = gaps(programme, figures).unwrap_or_default();
    let is_late = figures.counts.overdue > 0;
    let whole = stands.first().map_or("", String::as_str);
    let mut forms = vec![sentence(&[moved, whole, &gaps])];
    if !gaps.is_empty() && !is_late {
        forms.push(sentence(&[moved, &format!("{}, {gaps}", commitments(programme))]));
    }
    forms.push(sentence(&[moved, whole]));
    // What is late outlasts everything but what fell.
    let pairs = all.iter().flat_map(|moved| stands.iter().skip(1).map(move |stand| (moved, stand)));
    forms.extend(pairs.map(|(moved, stand)| sentence(&[moved, stand])));
    forms.extend(all.iter().map(|moved| sentence(&[moved])));
    forms
}

/// Metrics: what moved, and the figure to name first.
pub fn metrics_message(programme: &Programme, figures: &Figures, since: Since) -> Vec<String> {
    if since == Since::YearBefore {
        return counted(metrics(programme, figures), programme, Some(Section::Metrics));
    }
    // What the screen counts from is what the sentence counts from.
    let pairs = programme.metrics.iter().zip(&figures.metrics);
    let metrics_since = pairs.map(|(metric, own)| compared(metric, own, since)).collect();
    let figures = Figures { metrics: metrics_since, periods: None, ..figures.clone() };
    let from = if since == Since::First { " since their first period" } else { " since their baseline" };
    let said = movement(programme, &figures).into_iter().map(|moved| sentence(&[&format!("{moved}{from}")]));
    counted(said.collect(), programme, Some(Section::Metrics))
}

fn metrics(programme: &Programme, figures: &Figures) -> Vec<String> {
    let all = movement(programme, figures);
    let mut forms = Vec::new();
    if let (Some((metric, own)), Some(moved)) = (headline(programme, figures), all.first()) {
        for name in [Some(&metric.name), metric.short.as_ref()].into_iter().flatten() {
            if let Some(clause) = headline_clause(name, metric, own) {
                forms.push(sentence(&[moved, &clause]));
            }
        }
    }
    forms.extend(all.iter().map(|moved| sentence(&[moved])));
    forms
}

/// Initiatives: how many stand where, and what they lack.
pub fn initiatives_message(programme: &Programme, figures: &Figures) -> Vec<String> {
    counted(initiatives(programme, figures), programme, Some(Section::Initiatives))
}

fn initiatives(programme: &Programme, figures: &Figures) -> Vec<String> {
    let stands = standing(programme, figures);
    let mut forms = Vec::new();
    if let (Some(gaps), Some(stand)) = (gaps(programme, figures), stands.first()) {
        forms.push(sentence(&[stand, &gaps]));
    }
    forms.extend(stands.iter().map(|stand| sentence(&[stand])));
    forms
}

/// Recommendations: how many stand where, and how many are taken up.
pub fn recommendations_message(programme: &Programme) -> Vec<String> {
    counted(recommendations(programme), programme, Some(Section::Recommendations))
}

fn recommendations(programme: &Programme) -> Vec<String> {
    let items = &programme.recommendations;
    if items.is_empty() {
        return vec![sentence(&["No recommendations in this file"])];
    }
    let words = tally(items.iter().map(recommendation_state));
    let stand = whole(items.len(), "recommendation", "recommendations", &words);
    let linked = items.iter().filter(|item| !item.initiatives.is_empty()).count();
    let links = match linked {
        0 => "none linked to an initiative".to_owned(),
        all if all == items.len() => "each linked to an initiative".to_owned(),
        some => format!("{some} of {} linked to an initiative", items.len()),
    };
    let total = count(items.len(), "recommendation", "recommendations");
    vec![sentence(&[&stand, &links]), sentence(&[&stand]), sentence(&[&total])]
}

/// Evaluation: how far it is, and what the scores did.
pub fn evaluation_message(programme: &Programme) -> Vec<String> {
    counted(evaluation(programme), programme, Some(Section::Evaluation))
}

fn evaluation(programme: &Programme) -> Vec<String> {
    let Some(evaluation) = &programme.evaluation else {
        return vec![sentence(&["No evaluation in this file"])];
    };
    let criteria = count(evaluation.criteria.len(), "criterion", "criteria");
    let head = evaluation
        .status
        .as_ref()
        .map_or_else(|| criteria.clone(), |status| format!("Evaluation {status}, {criteria}"));
    let scored = evaluation.criteria.iter().filter(|item| item.scores.last().is_some_and(is_scored)).count();
    let recorded = match scored {
        0 if evaluation.criteria.iter().any(|item| item.scores.iter().any(is_scored)) => {
            "last scores missing".to_owned()
        }
        0 => "no scores recorded".to_owned(),
        all if all == evaluation.criteria.len() => "all scored".to_owned(),
        some => format!("{some} of {} scored", evaluation.criteria.len()),
    };
    let moves = score_moves(evaluation);
    vec![
        sentence(&[&head, &recorded, &moves]),
        sentence(&[&head, &recorded]),
        sentence(&[&criteria, &recorded]),
        sentence(&[&criteria]),
    ]
}

fn is_scored(score: &crate::document::Observation) -> bool {
    !score.value.is_gap()
}

/// `1 rose, 1 fell`: what the last score of each criterion did against the one before.
fn score_moves(evaluation: &crate::document::Evaluation) -> String {
    let moves = evaluation.criteria.iter().filter_map(|item| {
        let (last, earlier) = item.scores.split_last()?;
        match (&earlier.last()?.value, &last.value) {
            (Value::Number(before), Value::Number(now)) if now > before => Some("rose"),
            (Value::Number(before), Value::Number(now)) if now < before => Some("fell"),
            (Value::Number(_), Value::Number(_)) => Some("did not move"),
            _ => None,
        }
    });
    tally(moves).join(", ")
}

/// Meetings: the next one, else what is to be dated.
pub fn meetings_message(programme: &Programme, figures: &Figures) -> Vec<String> {
    counted(meetings(programme, figures), programme, Some(Section::Meetings))
}

fn meetings(programme: &Programme, figures: &Figures) -> Vec<String> {
    if programme.meetings.is_empty() {
        return vec![sentence(&["No meetings in this file"])];
    }
    let next = figures
        .next_meeting
        .and_then(|index| Some((programme.meetings.get(index)?, figures.meetings.get(index)?)));
    let total = count(programme.meetings.len(), "meeting", "meetings");
    match next {
        None => vec![sentence(&[&format!("{total}, none to come")])],
        Some((meeting, own)) => match (&meeting.date, own.days) {
            (Some(date), Some(days)) => {
                let when = format!("{}, {}", text::date::format_date(date.value), distance(days));
                vec![
                    sentence(&[&format!("Next: {}, {when}", meeting.title)]),
                    sentence(&[&format!("Next: {when}")]),
                ]
            }
            _ => undated(programme, figures, &total),
        },
    }
}

fn undated(programme: &Programme, figures: &Figures, total: &str) -> Vec<String> {
    let open = figures
        .meetings
        .iter()
        .zip(&programme.meetings)
        .filter(|(own, meeting)| {
            meeting.date.is_none()
                && !meeting.unreadable.has("date")
                && !matches!(own.status, Some(MeetingStatus::Held | MeetingStatus::Cancelled))
        })
        .count();
    let clause = match open {
        0 => total.to_owned(),
        all if all == programme.meetings.len() => format!("{total}; no date set"),
        some => format!("{total}; {some} without a date"),
    };
    vec![sentence(&[&clause]), sentence(&[&clause]), sentence(&[total])]
}

/// The figure to name first: one that moved the wrong way, else the largest relative move, else the
/// first with a change.
fn headline<'a>(programme: &'a Programme, figures: &'a Figures) -> Option<(&'a Metric, &'a MetricFigures)> {
    let pairs = || programme.metrics.iter().zip(&figures.metrics);
    pairs().find(|(_, own)| own.favour == Favour::Adverse).or_else(|| {
        pairs()
            .filter(|(_, own)| matches!(way(&own.change.kind), Way::Rose | Way::Fell))
            .max_by_key(|(_, own)| relative_size(own))
    })
}

/// The size of a relative change in per cent; zero where there is none.
fn relative_size(own: &MetricFigures) -> Decimal {
    if let ChangeKind::Amount { relative: Relative::Percent(percent), .. } = &own.change.kind {
        percent.abs()
    } else {
        Decimal::ZERO
    }
}

/// `Joint exercises: up 2, to 5`.
fn headline_clause(name: &str, metric: &Metric, own: &MetricFigures) -> Option<String> {
    let current = own.current.and_then(|index| metric.values.get(index))?;
    let way = if way(&own.change.kind) == Way::Rose { "up" } else { "down" };
    let size = change::extent(&own.change, own.decimals);
    Some(format!("{name}: {way} {size}, to {}", value::number_in_words(current, metric, own.decimals)))
}

/// `2 of 6 initiatives overdue, the longest 46 days late`, `6 initiatives: 3 agreed, 3 announced`; longest first,
/// and none without what is late.
fn standing(programme: &Programme, figures: &Figures) -> Vec<String> {
    let total = programme.initiatives.len();
    if total == 0 {
        return vec!["no initiatives in this file".to_owned()];
    }
    let counts = figures.counts;
    let longest = figures
        .initiatives
        .iter()
        .filter(|item| item.mark == Mark::Overdue)
        .filter_map(|item| item.days)
        .min();
    let noun = commitments(programme);
    let whole = match (counts.overdue, longest) {
        (0, _) | (_, None) => return vec![quiet(programme, figures), noun],
        (1, Some(days)) if total == 1 => {
            let whole = format!("the one initiative is {}", late(days));
            return vec![whole, "the one initiative overdue".to_owned(), "1 overdue".to_owned()];
        }
        (1, Some(days)) => format!("1 of {noun} is {}", late(days)),
        (several, Some(days)) => {
            format!("{several} of {total} initiatives overdue, the longest {}", late(days))
        }
    };
    let overdue = counts.overdue;
    vec![whole, format!("{overdue} of {noun} overdue"), format!("{overdue} of {total} overdue")]
}

/// Where initiatives stand of which none is late.
fn quiet(programme: &Programme, figures: &Figures) -> String {
    let (total, done) = (programme.initiatives.len(), figures.counts.done);
    match (done, total) {
        (1, 1) => "the one initiative done".to_owned(),
        (2, 2) => "both initiatives done".to_owned(),
        _ if done == total => format!("all {total} initiatives done"),
        _ if done > 0 => format!("{done} of {} done", commitments(programme)),
        _ => whole(total, "initiative", "initiatives", &tally(figures.initiatives.iter().map(word))),
    }
}

fn word(progress: &crate::figures::Progress) -> &'static str {
    progress.status.map_or_else(|| super::progress_word(progress), initiative_status)
}

/// `6 initiatives: 3 agreed, 3 announced`; `3 recommendations proposed` where all are alike.
fn whole(total: usize, singular: &str, plural: &str, words: &[String]) -> String {
    let noun = count(total, singular, plural);
    match words {
        [only] => {
            let word = only.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start();
            format!("{noun} {word}")
        }
        many => format!("{noun}: {}", many.join(", ")),
    }
}

fn commitments(programme: &Programme) -> String {
    count(programme.initiatives.len(), "initiative", "initiatives")
}

/// `none has an owner or a date`, `2 without an owner`: what the open initiatives lack.
fn gaps(programme: &Programme, figures: &Figures) -> Option<String> {
    let open: Vec<_> = programme
        .initiatives
        .iter()
        .zip(&figures.initiatives)
        // As in the list of what needs attention.
        .filter(|(_, own)| !own.is_closed())
        .map(|(item, _)| item)
        .collect();
    let lack = |missing: usize, what: &str| match missing {
        0 => None,
        all if all == open.len() && all > 1 => Some(format!("none has {what}")),
        some => Some(format!("{some} without {what}")),
    };
    let owner = lack(
        open.iter().filter(|item| item.owner.is_none() && !item.unreadable.has("owner")).count(),
        "an owner",
    );
    let date = lack(
        open.iter().filter(|item| item.due.is_none() && !item.unreadable.has("due")).count(),
        "a due date",
    );
    match (owner, date) {
        (None, None) => None,
        (Some(owner), Some(date)) if owner.starts_with("none") && date.starts_with("none") => {
            Some("none has an owner or a date".to_owned())
        }
        (owner, date) => Some([owner, date].into_iter().flatten().collect::<Vec<_>>().join(", ")),
    }
}

/// Joins clauses with semicolons, begins with a capital letter and ends with a full stop.
fn sentence(clauses: &[&str]) -> String {
    let joined = clauses.iter().filter(|clause| !clause.is_empty()).copied().collect::<Vec<_>>().join("; ");
    let mut characters = joined.chars();
    let head = characters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    format!("{head}{}.", characters.as_str())
}
