//! Slides: which slides a programme makes, and what each of them says in rows that fit the window.
//!
//! Nobody writes slides: each is one message computed from the data, with what it is made of below. What
//! does not fit on one goes on to a page more; nothing is cut. Never draws, and never shows speaker notes
//! unless they were asked for.

use super::State;
use super::geometry::{self, Height, Width};
use crate::figures::MetricFigures;
use crate::text;
use crate::wording::{self, Fact, Tone};

/// How the slides are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slides {
    /// Which page is shown, from 0.
    pub at: usize,
    /// Whether the next one comes by itself.
    pub playing: bool,
    /// Seconds a page stays when it does.
    pub every: u16,
}

impl Slides {
    /// The shortest and the longest time a page can stay, in seconds.
    pub const PACE: (u16, u16) = (3, 3600);
    /// Seconds a page stays where nobody says otherwise.
    pub const EVERY: u16 = 15;
}

/// What a slide is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slide {
    /// What moved.
    Overview,
    /// The metric at this index.
    Metric(usize),
    /// Where the initiatives stand.
    Initiatives,
    /// What was recommended.
    Recommendations,
    /// The evaluation.
    Evaluation,
    /// The next meeting, the one at this index.
    Meeting(usize),
    /// What needs attention.
    Attention,
}

/// A slide, or a part of one whose text does not fit on one page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// What it is about.
    pub slide: Slide,
    /// Which part of the slide, from 0, and of how many.
    pub part: (usize, usize),
    /// The message, in rows.
    pub message: Vec<String>,
    /// What is drawn before the text.
    pub picture: Picture,
    /// The text below the message.
    pub lines: Vec<Line>,
    /// Where the figures come from; the last row above the foot.
    pub source: Vec<String>,
}

/// What a slide shows above its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Picture {
    /// Nothing.
    None,
    /// The value in large digits and its two bars.
    Figure,
    /// The strip of initiatives, one row.
    Strip,
}

/// One row of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The text.
    pub text: String,
    /// How it is meant.
    pub tone: Tone,
    /// Whether it is the name of something.
    pub strong: bool,
}

/// An item of a slide: rows that stay on one page where they fit on one.
type Item = Vec<Line>;

/// The slides of the programme, in their order; what the file has nothing of is left out.
pub fn slides(state: &State) -> Vec<Slide> {
    let programme = &state.good.programme;
    let mut slides = vec![Slide::Overview];
    slides.extend((0..programme.metrics.len()).map(Slide::Metric));
    let lists = [
        (Slide::Initiatives, programme.initiatives.is_empty()),
        (Slide::Recommendations, programme.recommendations.is_empty()),
        (Slide::Evaluation, programme.evaluation.is_none()),
    ];
    slides.extend(lists.into_iter().filter(|(_, empty)| !empty).map(|(slide, _)| slide));
    slides.extend(state.figures.next_meeting.map(Slide::Meeting));
    slides.push(Slide::Attention);
    slides
}

/// All pages as they fit the window.
pub fn pages(state: &State) -> Vec<Page> {
    slides(state).into_iter().flat_map(|slide| pages_of(state, slide)).collect()
}

fn pages_of(state: &State, slide: Slide) -> Vec<Page> {
    let columns = usize::from(geometry::slide(state.size).0);
    let message = message(state, slide, columns);
    let source = source(state, slide, columns);
    let picture = match slide {
        Slide::Metric(_) => Picture::Figure,
        Slide::Initiatives => Picture::Strip,
        Slide::Overview
        | Slide::Recommendations
        | Slide::Evaluation
        | Slide::Meeting(_)
        | Slide::Attention => Picture::None,
    };
    let taken = message.len() + source.len() + usize::from(picture == Picture::Strip);
    let room = usize::from(geometry::slide(state.size).1).saturating_sub(taken).max(1);
    let items = items(state, slide, columns);
    // A figure fills its page; what is said beside it is drawn there.
    let parts = if picture == Picture::Figure { vec![items.concat()] } else { split(items, room) };
    let number = parts.len();
    let page = |(part, lines)| Page {
        slide,
        part: (part, number),
        message: message.clone(),
        picture,
        lines,
        source: source.clone(),
    };
    parts.into_iter().enumerate().map(page).collect()
}

/// Items on as few pages as their order allows; a blank row between them where everything fits so.
fn split(items: Vec<Item>, room: usize) -> Vec<Vec<Line>> {
    let rows: usize = items.iter().map(Vec::len).sum();
    if rows + items.len().saturating_sub(1) <= room {
        let spaced = items.into_iter().enumerate().flat_map(|(number, item)| {
            let gap = (number > 0).then(|| Line { text: String::new(), tone: Tone::Plain, strong: false });
            gap.into_iter().chain(item)
        });
        return vec![spaced.collect()];
    }
    let mut pages: Vec<Vec<Line>> = vec![Vec::new()];
    for item in items {
        for (number, piece) in item.chunks(room).enumerate() {
            let full = pages.last().is_none_or(|page| page.len() + piece.len() > room || number > 0);
            if full && pages.last().is_none_or(|page| !page.is_empty()) {
                pages.push(Vec::new());
            }
            if let Some(page) = pages.last_mut() {
                page.extend(piece.iter().cloned());
            }
        }
    }
    pages
}

fn message(state: &State, slide: Slide, columns: usize) -> Vec<String> {
    let (programme, figures) = (&state.good.programme, &state.figures);
    let forms = match slide {
        Slide::Overview => wording::overview_message(programme, figures),
        Slide::Metric(at) => metric(state, at).map_or_else(Vec::new, |(metric, own)| {
            vec![format!("{}: {}", metric.name, wording::metric_line(metric, own))]
        }),
        Slide::Initiatives => wording::initiatives_message(programme, figures),
        Slide::Recommendations => wording::recommendations_message(programme),
        Slide::Evaluation => wording::evaluation_message(programme),
        Slide::Meeting(_) => wording::meetings_message(programme, figures),
        Slide::Attention => vec![wording::attention_message(figures.attention.len())],
    };
    // Words wrap here, so the fullest form has room; on low windows the fullest of one row.
    let low = geometry::height(state.size.1) == Height::Low;
    let short = forms.iter().find(|form| text::width(form) <= columns);
    let form = if low { short.or_else(|| forms.last()) } else { forms.first() };
    form.map(|form| text::wrap(form, columns.max(1))).unwrap_or_default()
}

fn metric(state: &State, at: usize) -> Option<(&crate::document::Metric, &MetricFigures)> {
    state.good.programme.metrics.get(at).zip(state.figures.metrics.get(at))
}

fn source(state: &State, slide: Slide, columns: usize) -> Vec<String> {
    let Slide::Metric(at) = slide else { return Vec::new() };
    let Some((metric, own)) = metric(state, at) else { return Vec::new() };
    let facts = wording::metric_facts(metric, own, &state.good.programme);
    let source = facts.iter().find(|fact| fact.label == "Source");
    source.map(|fact| text::wrap(&format!("Source: {}", fact.text), columns.max(1))).unwrap_or_default()
}

fn items(state: &State, slide: Slide, columns: usize) -> Vec<Item> {
    let mut items = match slide {
        Slide::Overview => overview(state, columns),
        Slide::Metric(at) => metric_items(state, at),
        Slide::Initiatives => initiatives(state, columns),
        Slide::Recommendations => recommendations(state, columns),
        Slide::Evaluation => evaluation(state, columns),
        Slide::Meeting(at) => meeting(state, at, columns),
        Slide::Attention => attention(state, columns),
    };
    if state.notes {
        items.extend(
            notes(state, slide).into_iter().map(|note| item("", &[format!("Notes: {note}")], columns)),
        );
    }
    items
}

/// A name and what there is to say of it, each wrapped to the window.
fn item(name: &str, texts: &[String], columns: usize) -> Item {
    let indent = if name.is_empty() { 0 } else { 4 };
    let line = |text: String, strong| Line { text, tone: Tone::Plain, strong };
    let mut rows: Item = Vec::new();
    if !name.is_empty() {
        rows.extend(text::wrap(name, columns.max(1)).into_iter().map(|text| line(text, true)));
    }
    for paragraph in texts.iter().filter(|paragraph| !paragraph.is_empty()) {
        let wrapped = text::wrap(paragraph, columns.saturating_sub(indent).max(1));
        rows.extend(wrapped.into_iter().map(|text| line(format!("{:indent$}{text}", ""), false)));
    }
    rows
}

fn overview(state: &State, columns: usize) -> Vec<Item> {
    let metrics = state.good.programme.metrics.iter().zip(&state.figures.metrics);
    let mut items: Vec<Item> = metrics
        .map(|(metric, own)| item(&metric.name, &[wording::metric_line(metric, own)], columns))
        .collect();
    if !state.good.programme.initiatives.is_empty() {
        items.push(item("Initiatives", &[wording::counts(&state.figures.counts).join("   ")], columns));
    }
    items
}

/// What stands beside the large digits.
fn metric_items(state: &State, at: usize) -> Vec<Item> {
    let Some((metric, own)) = metric(state, at) else { return Vec::new() };
    let target = wording::metric_facts(metric, own, &state.good.programme)
        .into_iter()
        .find(|fact| fact.label == "Target")
        .map(|fact| fact.text);
    let target = target.unwrap_or_else(|| "no target set".to_owned());
    vec![vec![Line { text: format!("Target: {target}"), tone: Tone::Plain, strong: false }]]
}

fn initiatives(state: &State, columns: usize) -> Vec<Item> {
    let programme = &state.good.programme;
    let one = |at: &usize| {
        let (item_, own) = programme.initiatives.get(*at).zip(state.figures.initiatives.get(*at))?;
        let due = item_.due.as_ref().map_or_else(
            || "no due date".to_owned(),
            |date| {
                let when = own.days.map(|days| format!(", {}", wording::due(days))).unwrap_or_default();
                format!("due {}{when}", text::date::format_date(date.value))
            },
        );
        let owner = item_.owner.clone().unwrap_or_else(|| "no owner".to_owned());
        let name = format!("{} {}", wording::mark(own.mark), item_.title);
        let mut rows = item(&name, &[format!("{}; {owner}; {due}", wording::progress_word(own))], columns);
        if own.mark == crate::figures::Mark::Overdue {
            for row in &mut rows {
                row.tone = Tone::Bad;
            }
        }
        Some(rows)
    };
    state.order.iter().filter_map(one).collect()
}

fn recommendations(state: &State, columns: usize) -> Vec<Item> {
    let numbered = (1_usize..).zip(&state.good.programme.recommendations);
    numbered
        .map(|(number, advice)| {
            let status = wording::recommendation_status(advice.status.as_ref().map(|status| status.value));
            let text = advice.description.clone().unwrap_or_default();
            item(&format!("{number} {} ({status})", advice.title), &[text], columns)
        })
        .collect()
}

fn evaluation(state: &State, columns: usize) -> Vec<Item> {
    let Some(evaluation) = &state.good.programme.evaluation else { return Vec::new() };
    let one = |criterion| said(&wording::criterion_facts(criterion, evaluation));
    let criteria =
        evaluation.criteria.iter().map(|criterion| item(&criterion.title, &one(criterion), columns));
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
    let all = figures.attention.iter().map(|one| wording::attention(one, programme, figures).0);
    all.map(|sentence| item("", &[format!("! {sentence}")], columns)).collect()
}

/// Facts as sentences; what is for the speaker and where it stands in the file is left out.
fn said(facts: &[Fact]) -> Vec<String> {
    let shown = facts.iter().filter(|fact| !fact.is_for_the_speaker() && !fact.is_about_the_file());
    shown.map(|fact| format!("{}: {}", fact.label, fact.text)).collect()
}

/// The speaker notes of what a slide shows.
fn notes(state: &State, slide: Slide) -> Vec<String> {
    let programme = &state.good.programme;
    let notes: Vec<Option<&String>> = match slide {
        Slide::Overview | Slide::Attention => vec![programme.about.notes.as_ref()],
        Slide::Metric(at) => vec![programme.metrics.get(at).and_then(|item| item.notes.as_ref())],
        Slide::Initiatives => programme.initiatives.iter().map(|item| item.notes.as_ref()).collect(),
        Slide::Recommendations => programme.recommendations.iter().map(|item| item.notes.as_ref()).collect(),
        Slide::Evaluation => {
            let evaluation = programme.evaluation.as_ref();
            let criteria = evaluation.iter().flat_map(|all| &all.criteria).map(|item| item.notes.as_ref());
            criteria.chain([evaluation.and_then(|all| all.notes.as_ref())]).collect()
        }
        Slide::Meeting(at) => vec![programme.meetings.get(at).and_then(|item| item.notes.as_ref())],
    };
    notes.into_iter().flatten().cloned().collect()
}

/// The slide to begin with: the one of what is chosen on the open tab.
pub(super) fn first(state: &State) -> usize {
    use super::Tab;
    let wanted = match state.tab {
        Tab::Overview => Slide::Overview,
        Tab::Metrics => Slide::Metric(state.row()),
        Tab::Initiatives => Slide::Initiatives,
        Tab::Recommendations => Slide::Recommendations,
        Tab::Evaluation => Slide::Evaluation,
        Tab::Meetings => state.figures.next_meeting.map_or(Slide::Overview, Slide::Meeting),
    };
    pages(state).iter().position(|page| page.slide == wanted).unwrap_or(0)
}

/// Whether a window is wide enough for the name of the programme beside its period.
pub const fn is_narrow(columns: u16) -> bool {
    matches!(geometry::width(columns), Width::Narrow)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(numbers: &[usize]) -> Vec<Item> {
        let row = |number: usize| Line { text: number.to_string(), tone: Tone::Plain, strong: false };
        numbers.iter().map(|rows| (0..*rows).map(row).collect()).collect()
    }

    fn sizes(pages: &[Vec<Line>]) -> Vec<usize> {
        pages.iter().map(Vec::len).collect()
    }

    #[test]
    fn items_stay_whole_and_keep_their_order() {
        assert_eq!(sizes(&split(rows(&[2, 2]), 5)), [5], "with a blank row between");
        assert_eq!(sizes(&split(rows(&[2, 2, 2]), 6)), [6], "without, where that is needed");
        assert_eq!(sizes(&split(rows(&[2, 2, 2]), 5)), [4, 2]);
    }

    #[test]
    fn an_item_longer_than_a_page_goes_on_and_nothing_is_lost() {
        assert_eq!(sizes(&split(rows(&[1, 7, 1]), 3)), [1, 3, 3, 2]);
        assert_eq!(sizes(&split(Vec::new(), 3)), [0], "a slide without a list is a page");
    }
}
