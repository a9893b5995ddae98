//! Content: what each slide says, item by item, in rows as wide as the window.

use super::{BAR_ROWS, Item, Line, Slide, metric};
use crate::app::State;
use crate::figures::{Attention, MetricFigures, MetricStanding, Weight};
use crate::programme::{Initiative, Metric};
use crate::text;
use crate::wording::{self, Fact, Tone};

/// What stands below the message of a slide.
pub(super) fn items(state: &State, slide: Slide, columns: usize) -> Vec<Item> {
    match slide {
        Slide::Overview => overview(state, columns, false),
        Slide::Metric(at) => metric_items(state, at, columns),
        Slide::Initiatives => initiatives(state, columns),
        Slide::Recommendations => recommendations(state, columns),
        Slide::Evaluation => evaluation(state, columns),
        Slide::Meeting(at) => meeting(state, at, columns),
        Slide::Attention => attention(state, columns),
    }
}

/// A name and what there is to say of it, each wrapped to the window.
fn item(name: &str, texts: &[String], columns: usize) -> Item {
    let indent = if name.is_empty() { 0 } else { 4 };
    let mut rows: Item = Vec::new();
    if !name.is_empty() {
        rows.extend(text::wrap(name, columns.max(1)).into_iter().map(Line::name));
    }
    for paragraph in texts.iter().filter(|paragraph| !paragraph.is_empty()) {
        let wrapped = text::wrap(paragraph, columns.saturating_sub(indent).max(1));
        rows.extend(wrapped.into_iter().map(|text| Line::plain(format!("{:indent$}{text}", ""))));
    }
    rows
}

/// A text behind its mark; lines after the first begin where the first one's text does.
fn hanging(mark: &str, text: &str, columns: usize) -> Vec<String> {
    let indent = text::width(mark) + 1;
    let wrapped = text::wrap(text, columns.saturating_sub(indent).max(1));
    let line = |(number, text): (usize, String)| {
        if number == 0 { format!("{mark} {text}") } else { format!("{:indent$}{text}", "") }
    };
    wrapped.into_iter().enumerate().map(line).collect()
}

/// The overview with the bars of each metric and what their marks stand for; none for other slides.
pub(super) fn with_bars(state: &State, slide: Slide, columns: usize) -> Option<Vec<Item>> {
    let mut items = (slide == Slide::Overview).then(|| overview(state, columns, true))?;
    for (at, (item, own)) in items.iter_mut().zip(&state.figures.metrics).enumerate() {
        if own.scale.is_some() {
            item.push(Line { bars: Some(at), ..Line::plain(String::new()) });
            item.extend((1..BAR_ROWS).map(|_| Line::plain(String::new())));
        }
    }
    Some(items)
}

/// The number a slide shows in large digits, and what it counts.
pub(super) fn large(state: &State, slide: Slide) -> Option<(String, Vec<String>)> {
    let figures = &state.figures;
    match slide {
        Slide::Initiatives => {
            let number = format!("{}/{}", figures.counts.done, state.good.programme.initiatives.len());
            Some((number, wording::counts(&figures.counts)))
        }
        Slide::Meeting(at) => {
            let days = figures.meetings.get(at)?.days.filter(|days| *days > 0)?;
            let date = state.good.programme.meetings.get(at)?.date.as_ref()?.value;
            Some((days.to_string(), wording::days_until(days, date).to_vec()))
        }
        Slide::Attention => {
            let number = Some(figures.attention.len()).filter(|number| *number > 0)?;
            Some((number.to_string(), Vec::new()))
        }
        Slide::Overview | Slide::Metric(_) | Slide::Recommendations | Slide::Evaluation => None,
    }
}

fn overview(state: &State, columns: usize, with_targets: bool) -> Vec<Item> {
    let metrics = state.good.programme.metrics.iter().zip(&state.figures.metrics);
    let one = |(metric, own): (&Metric, &MetricFigures)| {
        let goal = metric.target.as_ref().filter(|_| with_targets).map(|_| target(metric, own));
        let said = [wording::metric_line(metric, own), standing(metric, own), goal.unwrap_or_default()];
        item(&metric.name, &said, columns)
    };
    let mut items: Vec<Item> = metrics.map(one).collect();
    if !state.good.programme.initiatives.is_empty() {
        items.push(item("Initiatives", &[wording::counts(&state.figures.counts).join(", ")], columns));
    }
    items
}

/// What stands beside the large digits.
fn metric_items(state: &State, at: usize, columns: usize) -> Vec<Item> {
    let Some((metric, own)) = metric(state, at) else { return Vec::new() };
    vec![item(
        "",
        &[standing(metric, own), target(metric, own), wording::value::ahead(metric, own).unwrap_or_default()],
        columns,
    )]
}

/// Where a metric stands, and what that rests on; nothing where it has neither target nor direction.
fn standing(metric: &Metric, own: &MetricFigures) -> String {
    let word = wording::standing::in_full(own.standing);
    match (own.standing, wording::standing::basis(metric, own)) {
        (MetricStanding::NoTarget, _) => String::new(),
        (MetricStanding::NotJudged(_), _) | (_, None) => capital(&word),
        (_, Some(basis)) => format!("{}: {basis}", capital(&word)),
    }
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// What a metric aims at, or that it aims at nothing.
fn target(metric: &Metric, own: &MetricFigures) -> String {
    if let Some(target) = &metric.target {
        return format!("Target: {}", wording::target::goal(target, metric, own.decimals));
    }
    let is_there = metric.unreadable.has("target");
    if is_there { "Target: not readable." } else { "No target set." }.to_owned()
}

fn initiatives(state: &State, columns: usize) -> Vec<Item> {
    let programme = &state.good.programme;
    let one = |at: &usize| {
        let (item_, own) = programme.initiatives.get(*at).zip(state.figures.initiatives.get(*at))?;
        let due = item_.due.as_ref().map_or_else(
            || no(item_, "due", "no due date"),
            |date| {
                let when = own.days.map(|days| format!(", {}", wording::due(days))).unwrap_or_default();
                format!("due {}{when}", wording::due_in_full(&date.value))
            },
        );
        let owner = item_.owner.clone().unwrap_or_else(|| no(item_, "owner", "no owner"));
        let name = hanging(wording::mark(own.mark), &item_.title, columns);
        let mut rows: Item = name.into_iter().map(Line::name).collect();
        let said = format!("{}; {owner}; {due}", wording::progress_word(own));
        let wrapped = text::wrap(&said, columns.saturating_sub(4).max(1));
        rows.extend(wrapped.into_iter().map(|text| Line::plain(format!("    {text}"))));
        if own.mark == crate::figures::Mark::Overdue {
            for row in &mut rows {
                row.tone = Tone::Bad;
            }
        }
        Some(rows)
    };
    state.order.iter().filter_map(one).collect()
}

/// What stands for a field that has nothing to show: `due not readable`, `no due date`.
fn no(item: &Initiative, key: &str, missing: &str) -> String {
    let words = wording::given(&item.unreadable, key, missing);
    if words == missing { words.to_owned() } else { format!("{key} {words}") }
}

fn recommendations(state: &State, columns: usize) -> Vec<Item> {
    let numbered = (1_usize..).zip(&state.good.programme.recommendations);
    numbered
        .map(|(number, advice)| {
            let status = wording::recommendation_standing(advice, state.figures.today);
            let text = advice.description.clone().unwrap_or_default();
            item(&format!("{number} {} ({status})", advice.title), &[text], columns)
        })
        .collect()
}

fn evaluation(state: &State, columns: usize) -> Vec<Item> {
    let Some(evaluation) = &state.good.programme.evaluation else { return Vec::new() };
    let numbered = evaluation.criteria.iter().enumerate();
    let criteria = numbered.map(|(at, criterion)| {
        let mut rows = {
            let own = state.figures.criteria.get(at);
            item(&criterion.title, &said(&wording::criterion_facts(criterion, own, evaluation)), columns)
        };
        for (number, score) in criterion.scores.iter().enumerate() {
            let label = format!("{}: ", score.period.label);
            let mut from_the_end = rows.iter_mut().rev();
            if let Some(row) = from_the_end.find(|row| row.text.trim_start().starts_with(&label)) {
                row.score = Some((at, number));
            }
        }
        rows
    });
    let whole = said(&wording::evaluation_facts(evaluation));
    let end = (!whole.is_empty()).then(|| item("How it is judged", &whole, columns));
    criteria.chain(end).collect()
}

fn meeting(state: &State, at: usize, columns: usize) -> Vec<Item> {
    let pair = state.good.programme.meetings.get(at).zip(state.figures.meetings.get(at));
    let Some((meeting, own)) = pair else { return Vec::new() };
    vec![item(&meeting.title, &said(&wording::meeting_facts(meeting, own)), columns)]
}

fn attention(state: &State, columns: usize) -> Vec<Item> {
    let (programme, figures) = (&state.good.programme, &state.figures);
    let lines = |one: &Attention| {
        let sentence = wording::attention(one, programme, figures).sentence();
        let sign = if one.weight() == Weight::Alarm { "!" } else { "-" };
        hanging(sign, &sentence, columns).into_iter().map(Line::plain).collect()
    };
    figures.attention.iter().map(lines).collect()
}

/// Facts as sentences; what is for the speaker and where it stands in the file is left out.
fn said(facts: &[Fact]) -> Vec<String> {
    let shown = facts.iter().filter(|fact| !fact.is_for_the_speaker() && !fact.is_about_the_file());
    shown.map(|fact| format!("{}: {}", fact.label, fact.text)).collect()
}

/// The speaker notes of what a slide shows, while they are asked for, each with its item where there are several.
pub(super) fn notes(state: &State, slide: Slide, columns: usize) -> Vec<Item> {
    let texts = if state.notes { noted(state, slide) } else { Vec::new() };
    let said = |(title, note): (&str, &str)| {
        let on = if title.is_empty() { String::new() } else { format!(" on {title}") };
        item("", &[format!("Notes{on}: {note}")], columns)
    };
    texts.into_iter().map(said).collect()
}

fn noted(state: &State, slide: Slide) -> Vec<(&str, &str)> {
    let programme = &state.good.programme;
    let notes: Vec<(&str, Option<&String>)> = match slide {
        Slide::Overview | Slide::Attention => vec![("", programme.about.notes.as_ref())],
        Slide::Metric(at) => vec![("", programme.metrics.get(at).and_then(|item| item.notes.as_ref()))],
        Slide::Initiatives => {
            programme.initiatives.iter().map(|item| (item.title.as_str(), item.notes.as_ref())).collect()
        }
        Slide::Recommendations => {
            programme.recommendations.iter().map(|item| (item.title.as_str(), item.notes.as_ref())).collect()
        }
        Slide::Evaluation => {
            let evaluation = programme.evaluation.as_ref();
            let criteria = evaluation.iter().flat_map(|all| &all.criteria);
            let criteria = criteria.map(|item| (item.title.as_str(), item.notes.as_ref()));
            criteria.chain([("", evaluation.and_then(|all| all.notes.as_ref()))]).collect()
        }
        Slide::Meeting(at) => vec![("", programme.meetings.get(at).and_then(|item| item.notes.as_ref()))],
    };
    notes.into_iter().filter_map(|(title, note)| Some((title, note?.as_str()))).collect()
}
