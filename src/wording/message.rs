//! Messages: the one plain sentence at the head of each tab, computed from the data.
//!
//! Clauses with priorities: what matters least goes first where there is little room. Somebody who reads only this
//! row is rightly informed.

mod clause;
mod late;
mod moves;
mod scores;

pub use scores::evaluation_message;

use super::phrase::{Phrase, segment};
use super::status::{progress_word, recommendation_state, tally};
use super::unread::{not_read, nothing};
use super::{change, value};
use super::{count, distance};
use crate::figures::{ChangeKind, Favour, Figures, MetricFigures, Relative, Since, StatusMark, compared};
use crate::programme::{MeetingStatus, Metric, Programme, Section};
use crate::text;
use clause::{Clause, Keep, led_by_the_worst, together};
use moves::{Did, way};
use rust_decimal::Decimal;

/// Overview: what the figures mean, worst first, and where the commitments stand.
pub fn overview_message(programme: &Programme, figures: &Figures) -> Phrase {
    let mut clauses = figured(programme, figures);
    clauses.push(standing(programme, figures, Keep::Fact));
    // Beside the initiatives, which it is of.
    clauses.extend(gaps(programme, figures));
    clauses.extend(late::besides_initiatives(figures));
    clauses.extend(late::stale(figures));
    with_unread(led_by_the_worst(clauses), programme, None)
}

/// What stands in place of figures where there are none.
pub fn no_figures(programme: &Programme) -> String {
    together(&[Clause::new(Keep::Lead, nothing(programme, Section::Metrics))]).whole()
}

/// What the metrics mean: targets first, then what has none.
fn figured(programme: &Programme, figures: &Figures) -> Vec<Clause> {
    if programme.metrics.is_empty() {
        let none = nothing(programme, Section::Metrics);
        return vec![Clause::new(Keep::Main, none)];
    }
    let targets = moves::targets(programme, figures);
    targets.into_iter().chain([moves::movement(programme, figures, false)]).collect()
}

/// Metrics: what the figures mean, and the figure to name first.
pub fn metrics_message(programme: &Programme, figures: &Figures, since: Since) -> Phrase {
    let mut clauses = if since == Since::YearBefore || programme.metrics.is_empty() {
        figured(programme, figures)
    } else {
        moved_since(programme, figures, since)
    };
    if since == Since::YearBefore {
        clauses.extend(headline(programme, figures).and_then(|(metric, own)| named(metric, own)));
    }
    with_unread(led_by_the_worst(clauses), programme, Some(Section::Metrics))
}

/// What the screen counts from is what the sentence counts from; from so far away only the way is told.
fn moved_since(programme: &Programme, figures: &Figures, since: Since) -> Vec<Clause> {
    let pairs = programme.metrics.iter().zip(&figures.metrics);
    let metrics = pairs.map(|(metric, own)| compared(metric, own, since)).collect();
    let figures = Figures { metrics, periods: None, ..figures.clone() };
    let from = if since == Since::First { "first period" } else { "baseline" };
    let Clause { keep, phrase } = moves::movement(programme, &figures, true);
    let phrase = phrase.followed_by(format!(" since their {from}"));
    vec![Clause::new(keep, phrase.otherwise(format!("changes since the {from}")))]
}

/// Initiatives: how many stand where, and what they lack.
pub fn initiatives_message(programme: &Programme, figures: &Figures) -> Phrase {
    let mut clauses = vec![standing(programme, figures, Keep::Lead)];
    clauses.extend(gaps(programme, figures));
    with_unread(clauses, programme, Some(Section::Initiatives))
}

/// Recommendations: what is late, how many stand where, and how many are taken up.
pub fn recommendations_message(programme: &Programme, figures: &Figures) -> Phrase {
    let mut clauses: Vec<Clause> =
        late::of_kinds(&[late::Commitment::Recommendation], figures).into_iter().collect();
    clauses.extend(recommendations(programme, !clauses.is_empty()));
    with_unread(led_by_the_worst(clauses), programme, Some(Section::Recommendations))
}

fn recommendations(programme: &Programme, is_late: bool) -> Vec<Clause> {
    let items = &programme.recommendations;
    if items.is_empty() {
        let none = nothing(programme, Section::Recommendations);
        return vec![Clause::new(Keep::Main, none)];
    }
    let words = tally(items.iter().map(recommendation_state));
    let stand = match (items.as_slice(), is_late) {
        // How many there are is said already.
        ([only], true) => recommendation_state(only).to_owned(),
        _ => whole(items.len(), "recommendation", "recommendations", &words),
    };
    let linked = items.iter().filter(|item| !item.initiatives.is_empty()).count();
    let links = match linked {
        0 => "none linked to an initiative".to_owned(),
        all if all == items.len() => "each linked to an initiative".to_owned(),
        some => format!("{some} of {} linked to an initiative", items.len()),
    };
    let total = count(items.len(), "recommendation", "recommendations");
    let stand = if is_late { segment(stand) } else { segment(stand).or(1, total) };
    vec![Clause::new(Keep::Main, Phrase::new([stand])), Clause::new(Keep::Remark, links)]
}

/// Meetings: what is late, and the next one, else what is to be dated.
pub fn meetings_message(programme: &Programme, figures: &Figures) -> Phrase {
    let kinds = [late::Commitment::Meeting, late::Commitment::Decision];
    let mut clauses: Vec<Clause> = late::of_kinds(&kinds, figures).into_iter().collect();
    clauses.extend(meetings(programme, figures));
    with_unread(led_by_the_worst(clauses), programme, Some(Section::Meetings))
}

fn meetings(programme: &Programme, figures: &Figures) -> Vec<Clause> {
    let lead = |phrase: Phrase| vec![Clause::new(Keep::Main, phrase)];
    if programme.meetings.is_empty() {
        return lead(nothing(programme, Section::Meetings).into());
    }
    let next = figures
        .next_meeting
        .and_then(|index| Some((programme.meetings.get(index)?, figures.meetings.get(index)?)));
    let total = segment(count(programme.meetings.len(), "meeting", "meetings"));
    let Some((meeting, own)) = next else {
        return lead(Phrase::new([total, segment(", none to come").goes(1)]));
    };
    let Some((date, days)) = meeting.date.as_ref().zip(own.days) else {
        return lead(Phrase::new([total, segment(undated(programme, figures)).goes(1)]));
    };
    let when = format!("{}, {}", text::date::format_date(date.value), distance(days));
    let title = segment(format!("{}, ", meeting.title)).goes(1);
    lead(Phrase::new([segment("next: "), title, segment(when)]))
}

/// How many meetings have no date.
fn undated(programme: &Programme, figures: &Figures) -> String {
    let pairs = figures.meetings.iter().zip(&programme.meetings);
    let open = pairs.filter(|(own, meeting)| {
        let is_over = matches!(own.status, Some(MeetingStatus::Held | MeetingStatus::Cancelled));
        meeting.date.is_none() && !meeting.unreadable.has("date") && !is_over
    });
    match open.count() {
        0 => String::new(),
        all if all == programme.meetings.len() => "; no date set".to_owned(),
        some => format!("; {some} without a date"),
    }
}

/// The figure to name first: the worst one that needs attention, else the largest relative move, else the
/// first with a change.
fn headline<'a>(programme: &'a Programme, figures: &'a Figures) -> Option<(&'a Metric, &'a MetricFigures)> {
    let pairs = || programme.metrics.iter().zip(&figures.metrics);
    let alarming = |own: &MetricFigures| own.standing.is_off_target() || own.favour == Favour::Adverse;
    let moves = |own: &MetricFigures| matches!(way(&own.change.kind), Did::Rose | Did::Fell);
    let worst = pairs().filter(|(_, own)| alarming(own) && moves(own)).min_by_key(|(_, own)| own.standing);
    worst.or_else(|| pairs().filter(|(_, own)| moves(own)).max_by_key(|(_, own)| relative_size(own)))
}

/// The size of a relative change in per cent; zero where there is none.
fn relative_size(own: &MetricFigures) -> Decimal {
    if let ChangeKind::Amount { relative: Relative::Percent(percent), .. } = &own.change.kind {
        percent.abs()
    } else {
        Decimal::ZERO
    }
}

/// `Joint exercises: up 2, to 5 in 2023`, by its full name or its short one.
fn named(metric: &Metric, own: &MetricFigures) -> Option<Clause> {
    let current = own.latest(metric)?;
    let way = if way(&own.change.kind) == Did::Rose { "up" } else { "down" };
    let size = change::extent(&own.change, own.decimals);
    let level = value::number_in_words(current, metric, own.decimals);
    let clause = format!("{way} {size}, to {level} in {}", current.period.label);
    let name = metric.short.iter().fold(segment(&metric.name), |name, short| name.or(1, short));
    Some(Clause::new(Keep::Remark, Phrase::new([name, segment(format!(": {clause}"))])))
}

/// `2 of 6 initiatives overdue, the longest 46 days late`, `6 initiatives: 3 agreed, 3 announced`. What is late
/// stays, and `usual` is how long the rest does.
fn standing(programme: &Programme, figures: &Figures, usual: Keep) -> Clause {
    let total = programme.initiatives.len();
    if total == 0 {
        return Clause::new(usual, nothing(programme, Section::Initiatives));
    }
    let overdue = figures.counts.overdue;
    let late_days = figures.initiatives.iter().filter(|item| item.mark == StatusMark::Overdue);
    let longest = late_days.filter_map(|item| item.days).min();
    let noun = commitments(programme);
    let late_ones = format!("{} late", count(overdue, "initiative", "initiatives"));
    let phrase = match (overdue, longest.map(super::late)) {
        (0, _) | (_, None) => {
            return Clause::new(usual, Phrase::new([segment(quiet(programme, figures)).or(1, noun)]));
        }
        (1, Some(late)) if total == 1 => Phrase::new([
            segment("the one initiative is ").or(2, late_ones),
            segment(late).or(1, "late").goes(2),
        ]),
        (1, Some(late)) => Phrase::new([segment(format!("1 of {noun} is {late}")).or(1, late_ones)]),
        (several, Some(late)) => Phrase::new([
            segment(format!("{several} of {noun} overdue")).or(2, late_ones),
            segment(format!(", the longest {late}")).goes(1),
        ]),
    };
    Clause::new(usual.max(Keep::Late), phrase)
}

/// Where initiatives stand of which none is late.
fn quiet(programme: &Programme, figures: &Figures) -> String {
    let (total, done) = (programme.initiatives.len(), figures.counts.done);
    match (done, total) {
        (1, 1) => "the one initiative done".to_owned(),
        (2, 2) => "both initiatives done".to_owned(),
        _ if done == total => format!("all {total} initiatives done"),
        _ if done > 0 => format!("{done} of {} done", commitments(programme)),
        _ => whole(total, "initiative", "initiatives", &tally(figures.initiatives.iter().map(progress_word))),
    }
}

/// `6 initiatives: 3 agreed, 3 announced`; `3 recommendations proposed` where all are alike.
fn whole(total: usize, singular: &str, plural: &str, words: &[String]) -> String {
    let noun = count(total, singular, plural);
    match words {
        [only] => {
            let word = only.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start();
            // `5 initiatives agreed`, but `5 initiatives: status not readable`.
            let gap = if word.starts_with("status") { ":" } else { "" };
            format!("{noun}{gap} {word}")
        }
        many => format!("{noun}: {}", many.join(", ")),
    }
}

fn commitments(programme: &Programme) -> String {
    count(programme.initiatives.len(), "initiative", "initiatives")
}

/// `none has an owner or a date`, `2 without an owner`: what the open initiatives lack.
fn gaps(programme: &Programme, figures: &Figures) -> Option<Clause> {
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
    let clause = match (owner, date) {
        (None, None) => return None,
        (Some(owner), Some(date)) if owner.starts_with("none") && date.starts_with("none") => {
            "none has an owner or a date".to_owned()
        }
        (owner, date) => [owner, date].into_iter().flatten().collect::<Vec<_>>().join(", "),
    };
    Some(Clause::new(Keep::Remark, clause))
}

/// A sentence with what could not be read at its end, in every form: none is without it.
fn with_unread(mut clauses: Vec<Clause>, programme: &Programme, section: Option<Section>) -> Phrase {
    let Some(unread) = not_read(programme, section) else { return together(&clauses) };
    let short = unread.shortest();
    clauses.push(Clause::new(Keep::Lead, unread));
    // Where not even the shortest fits, what is cut off is not what could not be read.
    let lead = clauses.iter().find(|clause| clause.keep == Keep::Lead).map(|clause| clause.phrase.shortest());
    let brief = format!("! {short}; {}.", lead.unwrap_or_default());
    together(&clauses).otherwise(brief).otherwise(format!("! {short}."))
}
