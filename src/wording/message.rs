//! Messages: the one plain sentence at the head of each tab, computed from the data.
//!
//! Each function gives the sentence in several lengths, longest first; the longest that fits is
//! shown. Somebody who reads only this row is rightly informed.

mod late;
mod moves;
mod phrase;
mod scores;

pub use scores::evaluation_message;

use super::status::{initiative_status, recommendation_state, tally};
use super::unread::{not_read, not_read_short, nothing};
use super::{change, value};
use super::{count, distance};
use crate::figures::{ChangeKind, Favour, Figures, Mark, MetricFigures, Relative, Since, compared};
use crate::programme::{MeetingStatus, Metric, Programme, Section};
use crate::text;
use moves::{Did, way};
use phrase::{Keep, Phrase, led_by_the_worst, sentences};
use rust_decimal::Decimal;

/// Overview: what the figures mean, worst first, and where the commitments stand.
pub fn overview_message(programme: &Programme, figures: &Figures) -> Vec<String> {
    let mut phrases = figured(programme, figures);
    phrases.push(standing(programme, figures, Keep::Fact));
    // Beside the initiatives, which it is of.
    phrases.extend(gaps(programme, figures));
    phrases.extend(late::besides_initiatives(figures));
    phrases.extend(late::stale(figures));
    with_unread(led_by_the_worst(phrases), programme, None)
}

/// What stands in place of figures where there are none.
pub fn no_figures(programme: &Programme) -> String {
    phrase::sentence(&[&nothing("metrics", programme, Section::Metrics)])
}

/// What the metrics mean: targets first, then what has none.
fn figured(programme: &Programme, figures: &Figures) -> Vec<Phrase> {
    if programme.metrics.is_empty() {
        let none = nothing("metrics", programme, Section::Metrics);
        return vec![Phrase::new(Keep::Main, vec![none])];
    }
    let targets = moves::targets(programme, figures);
    targets.into_iter().chain([moves::movement(programme, figures, false)]).collect()
}

/// Metrics: what the figures mean, and the figure to name first.
pub fn metrics_message(programme: &Programme, figures: &Figures, since: Since) -> Vec<String> {
    let mut phrases = if since == Since::YearBefore || programme.metrics.is_empty() {
        figured(programme, figures)
    } else {
        moved_since(programme, figures, since)
    };
    if since == Since::YearBefore {
        phrases.extend(headline(programme, figures).and_then(|(metric, own)| named(metric, own)));
    }
    with_unread(led_by_the_worst(phrases), programme, Some(Section::Metrics))
}

/// What the screen counts from is what the sentence counts from; from so far away only the way is told.
fn moved_since(programme: &Programme, figures: &Figures, since: Since) -> Vec<Phrase> {
    let pairs = programme.metrics.iter().zip(&figures.metrics);
    let metrics = pairs.map(|(metric, own)| compared(metric, own, since)).collect();
    let figures = Figures { metrics, periods: None, ..figures.clone() };
    let [from, brief] = if since == Since::First {
        ["since their first period", "changes since the first period"]
    } else {
        ["since their baseline", "changes since the baseline"]
    };
    let moved = moves::movement(programme, &figures, true);
    vec![moved.followed_by(from, brief)]
}

/// Initiatives: how many stand where, and what they lack.
pub fn initiatives_message(programme: &Programme, figures: &Figures) -> Vec<String> {
    let mut phrases = vec![standing(programme, figures, Keep::Lead)];
    phrases.extend(gaps(programme, figures));
    with_unread(phrases, programme, Some(Section::Initiatives))
}

/// Recommendations: what is late, how many stand where, and how many are taken up.
pub fn recommendations_message(programme: &Programme, figures: &Figures) -> Vec<String> {
    let mut phrases: Vec<Phrase> =
        late::of_kinds(&[late::Kind::Recommendation], figures).into_iter().collect();
    phrases.extend(recommendations(programme, !phrases.is_empty()));
    with_unread(led_by_the_worst(phrases), programme, Some(Section::Recommendations))
}

fn recommendations(programme: &Programme, is_late: bool) -> Vec<Phrase> {
    let items = &programme.recommendations;
    if items.is_empty() {
        let none = nothing("recommendations", programme, Section::Recommendations);
        return vec![Phrase::new(Keep::Main, vec![none])];
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
    let forms = if is_late { vec![stand] } else { vec![stand, total] };
    vec![Phrase::new(Keep::Main, forms), Phrase::new(Keep::Remark, vec![links])]
}

/// Meetings: what is late, and the next one, else what is to be dated.
pub fn meetings_message(programme: &Programme, figures: &Figures) -> Vec<String> {
    let kinds = [late::Kind::Meeting, late::Kind::Decision];
    let mut phrases: Vec<Phrase> = late::of_kinds(&kinds, figures).into_iter().collect();
    phrases.extend(meetings(programme, figures));
    with_unread(led_by_the_worst(phrases), programme, Some(Section::Meetings))
}

fn meetings(programme: &Programme, figures: &Figures) -> Vec<Phrase> {
    let lead = |forms: Vec<String>| vec![Phrase::new(Keep::Main, forms)];
    if programme.meetings.is_empty() {
        return lead(vec![nothing("meetings", programme, Section::Meetings)]);
    }
    let next = figures
        .next_meeting
        .and_then(|index| Some((programme.meetings.get(index)?, figures.meetings.get(index)?)));
    let total = count(programme.meetings.len(), "meeting", "meetings");
    match next {
        None => lead(vec![format!("{total}, none to come"), total]),
        Some((meeting, own)) => match (&meeting.date, own.days) {
            (Some(date), Some(days)) => {
                let when = format!("{}, {}", text::date::format_date(date.value), distance(days));
                lead(vec![format!("next: {}, {when}", meeting.title), format!("next: {when}")])
            }
            _ => lead(undated(programme, figures, total)),
        },
    }
}

fn undated(programme: &Programme, figures: &Figures, total: String) -> Vec<String> {
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
        0 => total.clone(),
        all if all == programme.meetings.len() => format!("{total}; no date set"),
        some => format!("{total}; {some} without a date"),
    };
    vec![clause, total]
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
fn named(metric: &Metric, own: &MetricFigures) -> Option<Phrase> {
    let current = own.current.and_then(|index| metric.values.get(index))?;
    let way = if way(&own.change.kind) == Did::Rose { "up" } else { "down" };
    let size = change::extent(&own.change, own.decimals);
    let level = value::number_in_words(current, metric, own.decimals);
    let clause = format!("{way} {size}, to {level} in {}", current.period.label);
    let names = [Some(&metric.name), metric.short.as_ref()].into_iter().flatten();
    Some(Phrase::new(Keep::Remark, names.map(|name| format!("{name}: {clause}")).collect()))
}

/// `2 of 6 initiatives overdue, the longest 46 days late`, `6 initiatives: 3 agreed, 3 announced`. What is late
/// stays, and `usual` is how long the rest does.
fn standing(programme: &Programme, figures: &Figures, usual: Keep) -> Phrase {
    let total = programme.initiatives.len();
    if total == 0 {
        return Phrase::new(usual, vec![nothing("initiatives", programme, Section::Initiatives)]);
    }
    let overdue = figures.counts.overdue;
    let late_days = figures.initiatives.iter().filter(|item| item.mark == Mark::Overdue);
    let longest = late_days.filter_map(|item| item.days).min();
    let noun = commitments(programme);
    let late_ones = format!("{} late", count(overdue, "initiative", "initiatives"));
    let forms = match (overdue, longest) {
        (0, _) | (_, None) => return Phrase::new(usual, vec![quiet(programme, figures), noun]),
        (1, Some(days)) if total == 1 => {
            let whole = format!("the one initiative is {}", super::late(days));
            vec![whole, "the one initiative is late".to_owned(), late_ones]
        }
        (1, Some(days)) => vec![format!("1 of {noun} is {}", super::late(days)), late_ones],
        (several, Some(days)) => {
            let of = format!("{several} of {noun} overdue");
            vec![format!("{of}, the longest {}", super::late(days)), of, late_ones]
        }
    };
    Phrase::new(usual.max(Keep::Late), forms)
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
fn gaps(programme: &Programme, figures: &Figures) -> Option<Phrase> {
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
    Some(Phrase::new(Keep::Remark, vec![clause]))
}

/// Sentences with what could not be read at their end, in every length: none is without it.
fn with_unread(mut phrases: Vec<Phrase>, programme: &Programme, section: Option<Section>) -> Vec<String> {
    let unread = not_read(programme, section).zip(not_read_short(programme, section));
    let Some((long, short)) = unread else { return sentences(&phrases) };
    phrases.push(Phrase::new(Keep::Lead, vec![long, short.clone()]));
    let mut forms = sentences(&phrases);
    // Where not even the shortest fits, what is cut off is not what could not be read.
    let lead =
        phrases.iter().find(|phrase| phrase.keep == Keep::Lead).map(Phrase::shortest).unwrap_or_default();
    forms.extend([format!("! {short}; {lead}."), format!("! {short}.")]);
    forms
}
