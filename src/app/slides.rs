//! Slides: which slides a programme makes, and what each of them says in rows that fit the window.
//!
//! Nobody writes slides: each is one message computed from the data, with what it is made of below. What
//! does not fit on one goes on to a page more; nothing is cut. Never draws, and never shows speaker notes
//! unless they were asked for.

mod attention;
mod paging;

use super::geometry::{self, Height, Width};
use super::question::Question;
use super::section::SlideRow;
pub use super::slide::{BAR_ROWS, Picture, Slide, SlideLine, Slides};
use super::slide::{Blocks, LineGroup, block};
use super::state::State;
use super::tab::Tab;
use crate::figures::Since;
use crate::text;
use crate::wording::Phrase;
use paging::{Start, height, lines, spaced, split, starts};
use std::sync::Arc;

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
    pub lines: Vec<SlideLine>,
    /// Where the figures come from; the last row above the foot.
    pub source: Vec<String>,
}

/// The number a slide shows in large digits, and what it counts; none where its message has none.
pub fn large(state: &State, slide: Slide) -> Option<(String, Vec<String>)> {
    let (row, at) = row_of(slide);
    (row.more.large)(state, at)
}

/// What stands of a slide in the table of sections, and the item it is of.
const fn row_of(slide: Slide) -> (&'static SlideRow, usize) {
    match slide {
        Slide::Of(tab, at) => (&tab.row().slides, at),
        Slide::Attention => (&attention::SLIDE, 0),
    }
}

/// The slides of the programme, in their order; what the file has nothing of is left out.
pub fn slides(state: &State) -> Arc<Vec<Slide>> {
    state.ask(AllSlides)
}

#[derive(PartialEq)]
struct AllSlides;

impl Question for AllSlides {
    type Answer = Vec<Slide>;

    fn answer(&self, state: &State) -> Vec<Slide> {
        let of = |tab: &Tab| {
            let tab = *tab;
            (tab.row().slides.all)(state).into_iter().map(move |at| Slide::Of(tab, at))
        };
        Tab::ALL.iter().flat_map(of).chain([Slide::Attention]).collect()
    }
}

/// All pages of all slides, as they fit the window.
pub fn pages(state: &State) -> impl Iterator<Item = Page> {
    let slides = slides(state).to_vec();
    let of = move |slide| {
        (0..pages_of(state, slide)).map(move |part| layout(state, slide).page(state, slide, part))
    };
    slides.into_iter().flat_map(of)
}

/// The page that is shown.
pub fn page(state: &State) -> Option<Arc<Page>> {
    let (slide, part) = shown(state)?;
    Some(state.ask(ShownPage { slide, part, form: form(state) }))
}

/// The slide that is shown or would be, and which of its pages.
pub(super) fn shown(state: &State) -> Option<(Slide, usize)> {
    let (at, part) = state.show.slides.map_or((0, 0), |slides| (slides.at, slides.part));
    let slides = slides(state);
    let last = slides.len().checked_sub(1)?;
    let slide = *slides.get(at.min(last))?;
    let last_part = pages_of(state, slide).saturating_sub(1);
    Some((slide, if at > last { last_part } else { part.min(last_part) }))
}

/// How many pages a slide has, as they fit the window.
pub(super) fn pages_of(state: &State, slide: Slide) -> usize {
    layout(state, slide).body.count()
}

/// Whether there is more than one page.
pub(super) fn are_several(state: &State) -> bool {
    let slides = slides(state);
    slides.len() > 1 || slides.iter().any(|slide| pages_of(state, *slide) > 1)
}

/// What pages depend on beside what the file says: the window, and whether speaker notes are on them.
type PageForm = ((u16, u16), bool);

const fn form(state: &State) -> PageForm {
    (state.session.size, state.show.notes)
}

#[derive(PartialEq)]
struct ShownPage {
    slide: Slide,
    part: usize,
    form: PageForm,
}

impl Question for ShownPage {
    type Answer = Page;

    const FOLLOWS_LISTS: bool = true;

    fn answer(&self, state: &State) -> Page {
        layout(state, self.slide).page(state, self.slide, self.part)
    }
}

fn layout(state: &State, slide: Slide) -> Arc<SlidePages> {
    state.ask(PagesOf { slide, form: form(state) })
}

#[derive(PartialEq)]
struct PagesOf {
    slide: Slide,
    form: PageForm,
}

impl Question for PagesOf {
    type Answer = SlidePages;

    const FOLLOWS_LISTS: bool = true;

    fn answer(&self, state: &State) -> SlidePages {
        laid_out(state, self.slide)
    }
}

/// What stands on the pages of a slide.
struct SlidePages {
    /// What stands above and below the text of every page.
    message: Vec<String>,
    picture: Picture,
    source: Vec<String>,
    body: Body,
}

/// The text of a slide.
enum Body {
    /// Pages of rows.
    Made(Vec<Vec<SlideLine>>),
    /// Of what does not fit on one page, where each page begins, and what stands before and behind its items. The
    /// rows of these are made when they are shown.
    Cut { starts: Vec<Start>, before: Vec<LineGroup>, after: Vec<LineGroup> },
}

impl Body {
    fn count(&self) -> usize {
        match self {
            Self::Made(pages) => pages.len(),
            Self::Cut { starts, .. } => starts.len(),
        }
    }
}

impl SlidePages {
    fn page(&self, state: &State, slide: Slide, part: usize) -> Page {
        let first = part == 0 || self.picture != Picture::Figure;
        Page {
            slide,
            part: (part, self.body.count()),
            message: self.message.clone(),
            picture: if first { self.picture } else { Picture::None },
            lines: self.lines(state, slide, part),
            source: self.source.clone(),
        }
    }

    fn lines(&self, state: &State, slide: Slide, part: usize) -> Vec<SlideLine> {
        match &self.body {
            Body::Made(pages) => pages.get(part).cloned().unwrap_or_default(),
            Body::Cut { starts, before, after } => {
                let (row, at) = row_of(slide);
                let blocks = (row.blocks)(state, at, usize::from(geometry::slide(state.session.size).0));
                let item = |at: usize| {
                    let Some(behind) = at.checked_sub(before.len()) else { return before.get(at).cloned() };
                    match behind.checked_sub(blocks.count()) {
                        None => Some(blocks.get(behind)),
                        Some(at) => after.get(at).cloned(),
                    }
                };
                let from = starts.get(part).copied().unwrap_or_default();
                lines(item, from, starts.get(part + 1).copied())
            }
        }
    }
}

/// Lays a slide out in the window.
fn laid_out(state: &State, slide: Slide) -> SlidePages {
    let (columns, rows) = geometry::slide(state.session.size);
    let (columns, rows) = (usize::from(columns), usize::from(rows));
    let marking = long_marking(state, columns, rows);
    let (row, at) = row_of(slide);
    let mut message = message(state, slide, columns);
    let mut source = source(state, slide, columns);
    let low = geometry::height(state.session.size.1) == Height::Low;
    let mut picture = row.picture;
    if matches!(picture, Picture::Number(_)) && large(state, slide).is_none() {
        picture = Picture::None;
    }
    let mut items = (row.blocks)(state, at, columns);
    let mut heights = items.heights();
    let (mut before, mut after) = (Vec::new(), notes(state, slide, columns));
    let said = marking.len() + message.len() + source.len() + height(&after);
    let free = |heights: &[usize]| rows.checked_sub(said + spaced(heights));
    // Each takes a row at least.
    if heights.len() <= rows + 1
        && let Some(with_bars) = (row.more.taller)(state, columns).map(Blocks::made)
        && free(&with_bars.heights()).is_some()
    {
        heights = with_bars.heights();
        items = with_bars;
    }
    if matches!(picture, Picture::Strip | Picture::Number(_)) {
        picture = counted(picture, free(&heights).unwrap_or(0), columns, low);
    }
    let text: usize = heights.iter().sum();
    let said = marking.len() + message.len() + source.len();
    let least = match picture {
        Picture::Figure => BARE_FIGURE + text,
        Picture::Strip | Picture::Count(_) | Picture::Number(_) | Picture::None => text.min(LEAST),
    };
    if said + picture.rows(low) + least > rows {
        // A message longer than a page is a text like others, and goes on to the next.
        before.push(std::mem::take(&mut message).into_iter().map(SlideLine::name).collect());
        after.insert(0, std::mem::take(&mut source).into_iter().map(SlideLine::plain).collect());
        picture = Picture::None;
    }
    let message = [marking, message].concat();
    let room = rows.saturating_sub(message.len() + source.len() + picture.rows(low)).max(1);
    let body = if picture == Picture::Figure {
        Body::Made(figure(items.all(), after, room))
    } else {
        let own = |groups: &[LineGroup]| groups.iter().map(Vec::len).collect::<Vec<_>>();
        let heights = [own(&before), heights, own(&after)].concat();
        if spaced(&heights) <= room {
            let most = most_between(state.session.size.1);
            Body::Made(split([before, items.all(), after].concat(), room, most))
        } else {
            Body::Cut { starts: starts(heights.into_iter(), room), before, after }
        }
    };
    SlidePages { message, picture, source, body }
}

/// The pages of a figure: it has its page to itself; notes stand on it where it stays large.
fn figure(items: Vec<LineGroup>, notes: Vec<LineGroup>, room: usize) -> Vec<Vec<SlideLine>> {
    if height(&items) + height(&notes) + LARGE_FIGURE <= room {
        return vec![[items, notes].concat().concat()];
    }
    let more = if notes.is_empty() { Vec::new() } else { split(notes, room, 1) };
    std::iter::once(items.concat()).chain(more).collect()
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

fn message(state: &State, slide: Slide, columns: usize) -> Vec<String> {
    let (row, at) = row_of(slide);
    let message = match (row.more.message, slide) {
        (Some(own), _) => own(&state.content(), at),
        (None, Slide::Of(tab, _)) => (*state.message(tab, Since::YearBefore)).clone(),
        (None, Slide::Attention) => Phrase::default(),
    };
    // Words wrap here, so the fullest form has room; on low windows the fullest of one row.
    let low = geometry::height(state.session.size.1) == Height::Low;
    let words = message.fitting(|form| !low || text::width(form) <= columns);
    text::wrap(&words, columns.max(1))
}

/// The marking in rows, where the row of the title cannot hold it; never more of a page than what it marks.
fn long_marking(state: &State, columns: usize, rows: usize) -> Vec<String> {
    let marking = state.programme().about.marking.as_ref().map(|marking| format!("[{marking}]"));
    let long = marking.filter(|marking| text::width(marking) > columns);
    let wrapped = long.map(|marking| text::wrap(&marking, columns.max(1))).unwrap_or_default();
    wrapped.into_iter().take(rows / 2).collect()
}

fn source(state: &State, slide: Slide, columns: usize) -> Vec<String> {
    let (row, at) = row_of(slide);
    let source = (row.more.source)(&state.content(), at);
    source.map(|source| text::wrap(&source, columns.max(1))).unwrap_or_default()
}

/// The speaker notes of what a slide shows, while they are asked for, each with its item where there are several.
fn notes(state: &State, slide: Slide, columns: usize) -> Vec<LineGroup> {
    let (row, at) = row_of(slide);
    let notes = if state.show.notes { (row.notes)(state.programme(), at) } else { Vec::new() };
    let said = |(title, note): (&str, Option<&String>)| {
        let on = if title.is_empty() { String::new() } else { format!(" on {title}") };
        Some(block("", &[format!("Notes{on}: {}", note?)], columns))
    };
    notes.into_iter().filter_map(said).collect()
}

/// The number of the slide to begin with: the one of what is chosen on the open tab.
pub(super) fn first(state: &State) -> usize {
    let at = (state.view.tab.row().slides.first)(state);
    number_of(state, at.map_or(Slide::Of(Tab::Overview, 0), |at| Slide::Of(state.view.tab, at))).unwrap_or(0)
}

/// The number of a slide, from 0.
pub(super) fn number_of(state: &State, slide: Slide) -> Option<usize> {
    slides(state).iter().position(|own| *own == slide)
}

/// The number of the slide that is shown, from 0, and how many there are.
pub fn number(state: &State) -> (usize, usize) {
    let count = slides(state).len();
    (state.show.slides.map_or(0, |slides| slides.at).min(count.saturating_sub(1)), count)
}

/// Whether a window is wide enough for the name of the programme beside its period.
pub const fn is_narrow(columns: u16) -> bool {
    matches!(geometry::width(columns), Width::Narrow)
}
