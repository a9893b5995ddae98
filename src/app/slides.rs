//! Slides: which slides a programme makes, and what each of them says in rows that fit the window.
//!
//! Nobody writes slides: each is one message computed from the data, with what it is made of below. What
//! does not fit on one goes on to a page more; nothing is cut. Never draws, and never shows speaker notes
//! unless they were asked for.

mod content;
mod paging;

use super::State;
use super::geometry::{self, Height, Width};
use crate::figures::MetricFigures;
use crate::text;
use crate::wording::{self, Tone};
use paging::{height, spaced, split};

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
    /// The strip of initiatives, and under it how many stand where.
    Strip,
    /// How many are done of how many, in digits of this scale with the counts beside them; below, the strip.
    Count(u16),
    /// The one number of the slide in digits of this scale, with what it counts beside it.
    Number(u16),
}

impl Picture {
    /// Rows it takes above a text, with the blank ones.
    fn rows(self, low: bool) -> usize {
        match self {
            Self::None | Self::Figure => 0,
            Self::Strip => {
                if low {
                    2
                } else {
                    3
                }
            }
            Self::Count(scale) => usize::from(5 * scale) + 3,
            Self::Number(scale) => usize::from(5 * scale) + 1,
        }
    }
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
    /// The metric whose bars begin in this row and take the blank ones below it.
    pub bars: Option<usize>,
    /// The criterion and its score that this row gives, so that a bar may stand beside it.
    pub score: Option<(usize, usize)>,
}

impl Line {
    const fn plain(text: String) -> Self {
        Self { text, tone: Tone::Plain, strong: false, bars: None, score: None }
    }

    fn name(text: String) -> Self {
        Self { strong: true, ..Self::plain(text) }
    }
}

/// Rows of the bars of a metric: the period before, the latest, and the ends of their scale.
pub const BAR_ROWS: u16 = 3;

/// The number a slide shows in large digits, and what it counts; none where its message has none.
pub fn large(state: &State, slide: Slide) -> Option<(String, Vec<String>)> {
    content::large(state, slide)
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
    let (columns, rows) = geometry::slide(state.size);
    let (columns, rows) = (usize::from(columns), usize::from(rows));
    let marking = long_marking(state, columns, rows);
    let mut message = message(state, slide, columns);
    let mut source = source(state, slide, columns);
    let low = geometry::height(state.size.1) == Height::Low;
    let mut picture = picture(slide);
    if matches!(picture, Picture::Number(_)) && large(state, slide).is_none() {
        picture = Picture::None;
    }
    let mut items = content::items(state, slide, columns);
    let notes = content::notes(state, slide, columns);
    let said = marking.len() + message.len() + source.len();
    let free = |items: &[Item]| rows.checked_sub(said + spaced(items) + height(&notes));
    if let Some(with_bars) = content::with_bars(state, slide, columns).filter(|all| free(all).is_some()) {
        items = with_bars;
    }
    if matches!(picture, Picture::Strip | Picture::Number(_)) {
        picture = counted(picture, free(&items).unwrap_or(0), columns, low);
    }
    let least = match picture {
        Picture::Figure => BARE_FIGURE + height(&items),
        Picture::Strip | Picture::Count(_) | Picture::Number(_) | Picture::None => height(&items).min(LEAST),
    };
    if said + picture.rows(low) + least > rows {
        // A message longer than a page is a text like others, and goes on to the next.
        items.insert(0, std::mem::take(&mut message).into_iter().map(Line::name).collect());
        items.push(std::mem::take(&mut source).into_iter().map(Line::plain).collect());
        picture = Picture::None;
    }
    let message = [marking, message].concat();
    let taken = message.len() + source.len() + picture.rows(low);
    let room = rows.saturating_sub(taken).max(1);
    let parts = match picture {
        // A figure has its page to itself; notes stand on it where it stays large.
        Picture::Figure if height(&items) + height(&notes) + LARGE_FIGURE > room => {
            let more = if notes.is_empty() { Vec::new() } else { split(notes, room, 1) };
            std::iter::once(items.concat()).chain(more).collect()
        }
        Picture::Figure => vec![[items, notes].concat().concat()],
        Picture::Strip | Picture::Count(_) | Picture::Number(_) | Picture::None => {
            split([items, notes].concat(), room, most_between(state.size.1))
        }
    };
    let number = parts.len();
    let page = |(part, lines)| Page {
        slide,
        part: (part, number),
        message: message.clone(),
        picture: if part > 0 && picture == Picture::Figure { Picture::None } else { picture },
        lines,
        source: source.clone(),
    };
    parts.into_iter().enumerate().map(page).collect()
}

/// The same with digits as large as `free` rows and the columns allow; without, where they allow none.
fn counted(picture: Picture, free: usize, columns: usize, low: bool) -> Picture {
    let of = |scale| if picture == Picture::Strip { Picture::Count(scale) } else { Picture::Number(scale) };
    let fits =
        |scale: &u16| of(*scale).rows(low) <= free && columns >= LEAST_BESIDE_COUNT * usize::from(*scale);
    let bare = if picture == Picture::Strip { picture } else { Picture::None };
    (1..=MOST_SCALE).rev().find(fits).map_or(bare, of)
}

/// The largest scale of the digits of a count.
const MOST_SCALE: u16 = 3;

/// Columns for digits of the smallest scale and the counts beside them.
const LEAST_BESIDE_COUNT: usize = 54;

/// Rows of a figure without digits and bars, with a blank row.
const BARE_FIGURE: usize = 2;

/// Rows of a figure with the smallest digits, two bars and blank rows.
const LARGE_FIGURE: usize = 10;

/// The fewest rows of a list below a message.
const LEAST: usize = 3;

/// The most blank rows between two items, where a window is high.
fn most_between(rows: u16) -> usize {
    match geometry::height(rows) {
        Height::Low | Height::Normal => 1,
        Height::Tall => 2,
        Height::Wall => 3,
    }
}

const fn picture(slide: Slide) -> Picture {
    match slide {
        Slide::Metric(_) => Picture::Figure,
        Slide::Initiatives => Picture::Strip,
        Slide::Meeting(_) | Slide::Attention => Picture::Number(1),
        Slide::Overview | Slide::Recommendations | Slide::Evaluation => Picture::None,
    }
}

fn message(state: &State, slide: Slide, columns: usize) -> Vec<String> {
    let (programme, figures) = (&state.good.programme, &state.figures);
    let forms = match slide {
        Slide::Overview => wording::overview_message(programme, figures),
        Slide::Metric(at) => metric(state, at)
            .map_or_else(Vec::new, |(metric, own)| vec![wording::metric_headline(metric, own)]),
        Slide::Initiatives => wording::initiatives_message(programme, figures),
        Slide::Recommendations => wording::recommendations_message(programme, figures),
        Slide::Evaluation => wording::evaluation_message(programme, figures),
        Slide::Meeting(_) => wording::meetings_message(programme, figures),
        Slide::Attention => vec![wording::attention_message(figures.attention.len())],
    };
    // Words wrap here, so the fullest form has room; on low windows the fullest of one row.
    let low = geometry::height(state.size.1) == Height::Low;
    let short = forms.iter().find(|form| text::width(form) <= columns);
    let form = if low { short.or_else(|| forms.last()) } else { forms.first() };
    form.map(|form| text::wrap(form, columns.max(1))).unwrap_or_default()
}

/// The marking in rows, where the row of the title cannot hold it; never more of a page than what it marks.
fn long_marking(state: &State, columns: usize, rows: usize) -> Vec<String> {
    let marking = state.good.programme.about.marking.as_ref().map(|marking| format!("[{marking}]"));
    let long = marking.filter(|marking| text::width(marking) > columns);
    let wrapped = long.map(|marking| text::wrap(&marking, columns.max(1))).unwrap_or_default();
    wrapped.into_iter().take(rows / 2).collect()
}

fn metric(state: &State, at: usize) -> Option<(&crate::programme::Metric, &MetricFigures)> {
    state.good.programme.metrics.get(at).zip(state.figures.metrics.get(at))
}

fn source(state: &State, slide: Slide, columns: usize) -> Vec<String> {
    let Slide::Metric(at) = slide else { return Vec::new() };
    let Some((metric, own)) = metric(state, at) else { return Vec::new() };
    let facts = wording::metric_facts(metric, own, &state.good.programme);
    let source = facts.iter().find(|fact| fact.label == "Source");
    source.map(|fact| text::wrap(&format!("Source: {}", fact.text), columns.max(1))).unwrap_or_default()
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

/// The number of a page's slide, from 0, and how many slides there are.
pub fn number(state: &State, page: &Page) -> (usize, usize) {
    let slides = slides(state);
    (slides.iter().position(|slide| *slide == page.slide).unwrap_or(0), slides.len())
}

/// The page a slide begins on; none where there is no such slide.
pub fn page_of(state: &State, number: usize) -> Option<usize> {
    let slide = slides(state).get(number).copied()?;
    pages(state).iter().position(|page| page.slide == slide)
}

/// Whether a window is wide enough for the name of the programme beside its period.
pub const fn is_narrow(columns: u16) -> bool {
    matches!(geometry::width(columns), Width::Narrow)
}
