//! Facts: everything the file says of one item, one fact a row.
//!
//! The detail pages and the report are both made of these, so neither can forget a field.
//! Never lays out; never shows what the file does not say, but names what is missing where a
//! briefing needs it (owner, due date, target).

use super::fact::SPEAKER_NOTES;
use super::status::{initiative_status, meeting_state, progress_word, recommendation_state};
use super::unread::NOT_READABLE;
use super::{Fact, Tone};
use super::{age, due, list};
use super::{change, target, value};
use crate::document::{
    Criterion, Decision, Direction, Evaluation, Flag, Initiative, Measure, Meeting, Metric, Observation,
    Placed, Programme, Recommendation, Standing, Unreadable, Update, Value,
};
use crate::figures::{
    ChangeKind, Favour, Figures, Mark, MeetingFigures, MetricFigures, Progress, THRESHOLDS, Verdict,
};
use crate::text;
use chrono::NaiveDate;
use std::borrow::Cow;

/// Collects facts; the empty ones fall away.
#[derive(Default)]
pub(super) struct Facts(Vec<Fact>);

impl Facts {
    pub(super) fn push(&mut self, label: impl Into<Cow<'static, str>>, text: impl Into<String>, tone: Tone) {
        self.0.push(Fact { label: label.into(), text: text.into(), tone });
    }

    pub(super) fn plain(&mut self, label: &'static str, text: impl Into<String>) {
        self.push(label, text, Tone::Plain);
    }

    pub(super) fn optional(&mut self, label: &'static str, text: Option<&String>) {
        if let Some(text) = text {
            self.plain(label, text);
        }
    }

    /// A fact that a briefing needs: its absence is said, unless it stands in the file and could not be read.
    fn missing(&mut self, label: &'static str, key: &str, unreadable: &Unreadable, missing: &'static str) {
        if !unreadable.has(key) {
            self.push(label, missing, Tone::Muted);
        }
    }

    /// What stands in the file and could not be read, each by its name. A status is said where it belongs.
    pub(super) fn unreadable(&mut self, unreadable: &Unreadable) {
        for key in unreadable.keys().filter(|key| !matches!(*key, "status" | "done")) {
            self.push(label_of(key), NOT_READABLE, Tone::Bad);
        }
    }

    pub(super) fn all(&mut self, label: &'static str, texts: &[String]) {
        for text in texts {
            self.plain(label, text);
        }
    }

    fn linked(&mut self, label: &'static str, ids: &[Placed<String>], name: impl Fn(&str) -> Option<String>) {
        for id in ids {
            let text = name(&id.value).unwrap_or_else(|| format!("{} (not in this file)", id.value));
            self.plain(label, text);
        }
    }

    fn updates(&mut self, updates: &[Update]) {
        for update in updates {
            self.plain("Update", update_line(update));
        }
    }

    pub(super) fn in_file(&mut self, id: Option<&Placed<String>>, line: usize) {
        if let Some(id) = id {
            self.push("Id", id.value.clone(), Tone::Muted);
        }
        if line > 0 {
            self.push("In the file", format!("line {line}"), Tone::Muted);
        }
    }

    pub(super) fn finish(self) -> Vec<Fact> {
        self.0
    }
}

/// `agreed_on` as people read it: `Agreed on`.
fn label_of(key: &str) -> String {
    let words = key.replace('_', " ");
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn update_line(update: &Update) -> String {
    let head: Vec<String> =
        [update.date.map(text::date::format_date), update.status.clone()].into_iter().flatten().collect();
    let tail: Vec<String> =
        [update.note.clone(), update.by.as_ref().map(|by| format!("({by})"))].into_iter().flatten().collect();
    [head.join(", "), tail.join(" ")]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(": ")
}

/// Everything about one metric but its values (see [`value_facts`]).
pub fn metric_facts(metric: &Metric, figures: &MetricFigures, programme: &Programme) -> Vec<Fact> {
    let mut facts = Facts::default();
    facts.unreadable(&metric.unreadable);
    change_facts(&mut facts, metric, figures);
    target_facts(&mut facts, metric, figures);
    if metric.direction.is_some() || !metric.unreadable.has("direction") {
        facts.push("Better", better(metric.direction), Tone::Plain);
    }
    facts.plain("Measure", measure(metric));
    if let Some(growth) = figures.cagr {
        facts.plain("Growth", format!("{} since {}", change::growth(growth), first_label(metric, figures)));
    }
    if let Some(end) = metric.axis_max {
        facts.plain("Scale ends at", value::number(end, metric, figures.decimals));
    }
    facts.optional("Short name", metric.short.as_ref());
    facts.optional("Group", metric.group.as_ref());
    facts.optional("Definition", metric.definition.as_ref());
    facts.optional("Note", metric.note.as_ref());
    facts.optional("Source", metric.source.as_ref());
    let id = metric.id.as_ref().map(|id| id.value.as_str());
    for initiative in &programme.initiatives {
        if initiative.metrics.iter().any(|link| Some(link.value.as_str()) == id) {
            facts.plain("Served by", &initiative.title);
        }
    }
    facts.optional(SPEAKER_NOTES, metric.notes.as_ref());
    facts.in_file(metric.id.as_ref(), metric.place.line);
    facts.finish()
}

fn change_facts(facts: &mut Facts, metric: &Metric, figures: &MetricFigures) {
    let tone = if figures.favour == Favour::Adverse { Tone::Bad } else { Tone::Plain };
    let mut change = figures.change.clone();
    let flags = std::mem::take(&mut change.flags);
    let mut words = change::plain(&change, figures.decimals);
    if let Some(previous) = figures.previous.and_then(|index| metric.values.get(index)) {
        words = format!("{words} on {}", previous.period.label);
    }
    for flag in flags {
        words = format!("{words}, {}", value::flag_word(flag));
    }
    if figures.favour == Favour::Adverse {
        words.push_str(", the wrong way !");
    }
    facts.push("Change", words, tone);
}

fn first_label<'a>(metric: &'a Metric, figures: &MetricFigures) -> &'a str {
    figures.first.and_then(|index| metric.values.get(index)).map_or("", |first| first.period.label.as_str())
}

fn target_facts(facts: &mut Facts, metric: &Metric, figures: &MetricFigures) {
    let (Some(goal), Some(reading)) = (&metric.target, &figures.target) else {
        facts.missing("Target", "target", &metric.unreadable, "none set; not judged");
        return;
    };
    let decimals = figures.decimals;
    let tone = match reading.verdict {
        Verdict::Met | Verdict::OnTrack => Tone::Good,
        Verdict::Missed | Verdict::Deterioration => Tone::Bad,
        Verdict::NeedsAcceleration
        | Verdict::LimitedProgress
        | Verdict::NotStarted
        | Verdict::NotJudged
        | Verdict::Contradiction => Tone::Plain,
    };
    facts.plain("Target", target::goal(goal, metric, decimals));
    facts.push("Reading", target::verdict(reading), tone);
    facts.plain("To target", target::gap(reading, metric, decimals));
    facts.plain("Progress", target::progress_in_full(reading));
    if let Some(expected) = target::expected(reading, metric, decimals) {
        facts.plain("Expected", expected.trim_start_matches("expected "));
    }
    if let Some(pace) = target::pace(reading, &metric.thresholds.unwrap_or(THRESHOLDS)) {
        facts.plain("Pace", pace);
    }
    if let Some(baseline) = &metric.baseline {
        let at = baseline.period.as_ref().map(|period| format!(" in {}", period.label)).unwrap_or_default();
        facts.plain("Baseline", format!("{}{at}", value::number_with_unit(baseline.value, metric, decimals)));
    }
}

/// The values of a metric, newest first: the level, its change on the year before, its remark.
pub fn value_facts(metric: &Metric, figures: &MetricFigures) -> Vec<Fact> {
    let all = metric.values.iter().zip(&figures.changes).rev();
    all.map(|(observation, own)| {
        let level = value::number_in_words(observation, metric, figures.decimals);
        let defined = !matches!(own.kind, ChangeKind::Undefined(_));
        let change = || change::in_words(own, figures.decimals, &[observation.flag]);
        let text = if defined { format!("{level}, {}", change()) } else { level };
        value_fact(observation, text)
    })
    .collect()
}

/// A value as cells of a table: period, level, change, and its flag and remark in words.
pub fn table_row(
    observation: &Observation,
    own: &crate::figures::Change,
    metric: &Metric,
    decimals: u32,
) -> [String; 4] {
    let flag = match observation.flag {
        Flag::Normal | Flag::Suppressed | Flag::Partial => None,
        flag
        @ (Flag::Provisional | Flag::Estimated | Flag::Forecast | Flag::Break | Flag::LowReliability) => {
            Some(value::flag_word(flag).to_owned())
        }
    };
    let words: Vec<String> = flag.into_iter().chain(observation.note.clone()).collect();
    let level = value::level(observation, metric, decimals);
    [observation.period.label.clone(), level, change::long(own, decimals), words.join("; ")]
}

fn value_fact(observation: &Observation, mut text: String) -> Fact {
    if let Some(note) = &observation.note {
        text = format!("{text} - {note}");
    }
    let tone = match observation.value {
        Value::Missing => Tone::Muted,
        Value::Unreadable => Tone::Bad,
        Value::Number(_) | Value::Word(_) => Tone::Plain,
    };
    Fact { label: observation.period.label.clone().into(), text, tone }
}

const fn better(direction: Option<Direction>) -> &'static str {
    match direction {
        Some(Direction::Increase) => "when higher",
        Some(Direction::Decrease) => "when lower",
        Some(Direction::Range) => "inside the target's range",
        Some(Direction::Neutral) => "neither way: not judged",
        None => "not given: not judged",
    }
}

fn measure(metric: &Metric) -> String {
    let kind = match metric.measure {
        Measure::Count => "count",
        Measure::Percentage => "percentage",
        Measure::GrowthRate => "growth rate",
        Measure::Currency => "amount of money",
        Measure::Index => "index",
        Measure::Ratio => "ratio",
        Measure::Ordinal => "steps of a scale",
        Measure::Nominal => "names",
        Measure::Qualitative => "words",
    };
    metric.unit.as_ref().map_or_else(|| kind.to_owned(), |unit| format!("{kind}, {unit}"))
}

/// Everything about one initiative but its title.
pub fn initiative_facts(item: &Initiative, progress: &Progress, programme: &Programme) -> Vec<Fact> {
    let mut facts = Facts::default();
    let tone = if progress.mark == Mark::Overdue { Tone::Bad } else { Tone::Plain };
    facts.plain("Status", initiative_state(item, progress));
    facts.unreadable(&item.unreadable);
    match &item.owner {
        Some(owner) => facts.plain("Owner", owner),
        None => facts.missing("Owner", "owner", &item.unreadable, "no owner"),
    }
    match &item.due {
        Some(date) => facts.push("Due", dated(date.value, progress.days.map(due)), tone),
        None => facts.missing("Due", "due", &item.unreadable, "no due date"),
    }
    facts.optional("Commitment", item.description.as_ref());
    facts.optional("Next step", item.next_step.as_ref());
    facts.optional("Group", item.group.as_ref());
    facts.optional("Priority", item.priority.as_ref());
    facts.all("Partner", &item.partners);
    if let Some(date) = &item.agreed_on {
        facts.plain("Agreed on", text::date::format_date(date.value));
    }
    if let Some(date) = &item.completed_on {
        facts.plain("Completed on", text::date::format_date(date.value));
    }
    facts.linked("Serves", &item.metrics, |id| {
        let metric = programme.metrics.iter().find(|metric| has_id(metric.id.as_ref(), id))?;
        Some(metric.name.clone())
    });
    facts.all("Evidence", &item.evidence);
    facts.updates(&item.updates);
    facts.optional("Short name", item.short.as_ref());
    facts.optional("Source", item.source.as_ref());
    facts.optional(SPEAKER_NOTES, item.notes.as_ref());
    facts.in_file(item.id.as_ref(), item.place.line);
    facts.finish()
}

fn initiative_state(item: &Initiative, progress: &Progress) -> String {
    match &item.standing {
        Standing::Both(done, status) => format!(
            "{} (the file also says done: {}; status is shown)",
            initiative_status(status.value),
            done.value
        ),
        Standing::NotGiven | Standing::Done(_) | Standing::Status(_) => progress_word(progress).to_owned(),
    }
}

fn has_id(own: Option<&Placed<String>>, id: &str) -> bool {
    own.is_some_and(|own| own.value == id)
}

fn dated(date: NaiveDate, distance: Option<String>) -> String {
    distance.map_or_else(
        || text::date::format_date(date),
        |distance| format!("{}, {distance}", text::date::format_date(date)),
    )
}

/// Everything about one recommendation but its title.
pub fn recommendation_facts(item: &Recommendation, programme: &Programme) -> Vec<Fact> {
    let mut facts = Facts::default();
    facts.plain("Status", recommendation_state(item));
    facts.unreadable(&item.unreadable);
    facts.optional("Advice", item.description.as_ref());
    facts.optional("Addressed to", item.addressed_to.as_ref());
    facts.optional("Owner", item.owner.as_ref());
    facts.optional("Response", item.response.as_ref());
    if let Some(date) = &item.due {
        facts.plain("Due", text::date::format_date(date.value));
    }
    if item.initiatives.is_empty() {
        facts.missing("Initiatives", "initiatives", &item.unreadable, "no initiative linked");
    }
    facts.linked("Initiative", &item.initiatives, |id| {
        let initiative =
            programme.initiatives.iter().find(|initiative| has_id(initiative.id.as_ref(), id))?;
        Some(initiative.title.clone())
    });
    facts.optional("Next step", item.next_step.as_ref());
    facts.all("Evidence", &item.evidence);
    facts.updates(&item.updates);
    facts.optional("Short name", item.short.as_ref());
    facts.optional("Source", item.source.as_ref());
    facts.optional(SPEAKER_NOTES, item.notes.as_ref());
    facts.in_file(item.id.as_ref(), item.place.line);
    facts.finish()
}

/// Everything about one criterion but its title.
pub fn criterion_facts(item: &Criterion, evaluation: &Evaluation) -> Vec<Fact> {
    let mut facts = Facts::default();
    facts.unreadable(&item.unreadable);
    facts.plain("To improve", &item.improvement);
    if item.scores.is_empty() {
        facts.missing("Score", "scores", &item.unreadable, "not scored");
    }
    for score in &item.scores {
        facts.0.push(value_fact(score, score_words(&score.value, evaluation)));
    }
    facts.optional(SPEAKER_NOTES, item.notes.as_ref());
    facts.in_file(None, item.place.line);
    facts.finish()
}

/// A score with the end of its scale: `4 of 5`, `not scored`.
pub fn score_words(score: &Value, evaluation: &Evaluation) -> String {
    let value = match score {
        Value::Missing => return "not scored".to_owned(),
        Value::Unreadable => return "not readable".to_owned(),
        Value::Number(number) => text::number::format_decimal(*number, number.normalize().scale()),
        Value::Word(word) => word.clone(),
    };
    match evaluation.scale {
        Some((_, max)) => {
            format!("{value} of {}", text::number::format_decimal(max, max.normalize().scale()))
        }
        None => value,
    }
}

/// Everything about one meeting but its title.
pub fn meeting_facts(item: &Meeting, figures: &MeetingFigures) -> Vec<Fact> {
    let mut facts = Facts::default();
    facts.plain("Status", meeting_state(item, figures));
    facts.unreadable(&item.unreadable);
    match &item.date {
        Some(date) => facts.plain("Date", dated(date.value, figures.days.map(super::distance))),
        None => facts.missing("Date", "date", &item.unreadable, "date not set"),
    }
    if let Some(time) = item.time {
        facts.plain("Time", time.format("%H:%M").to_string());
    }
    facts.optional("Place", item.location.as_ref());
    if !item.parties.is_empty() {
        facts.plain("Parties", list(&item.parties));
    }
    facts.all("Purpose", &item.purpose);
    for decision in &item.decisions {
        facts.plain("Decision", decision_line(decision));
    }
    facts.optional(SPEAKER_NOTES, item.notes.as_ref());
    facts.in_file(item.id.as_ref(), item.place.line);
    facts.finish()
}

fn decision_line(decision: &Decision) -> String {
    let owner = decision.owner.as_ref().map(|owner| format!("owner: {owner}"));
    let due = decision.due.map(|date| format!("due {}", text::date::format_date(date)));
    let lost = decision.unreadable.keys().map(|key| format!("{key} {NOT_READABLE}"));
    let tail: Vec<String> = [owner, due].into_iter().flatten().chain(lost).collect();
    if tail.is_empty() { decision.text.clone() } else { format!("{} ({})", decision.text, tail.join(", ")) }
}

/// The date of the data with their age, where the file dates them.
pub(super) fn data_age(programme: &Programme, figures: &Figures) -> Option<String> {
    let date = programme.about.as_of?;
    let days = figures.age?.days;
    Some(age(date, days))
}
