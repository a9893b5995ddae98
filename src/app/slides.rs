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
use super::slide::{LineGroup, block};
use super::state::State;
use super::tab::Tab;
use crate::figures::Since;
use crate::text;
use crate::wording::Phrase;
use paging::{height, spaced, split};
use std::ops::Range;
use std::rc::Rc;

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
pub fn slides(state: &State) -> Vec<Slide> {
    let of = |tab: &Tab| {
        let tab = *tab;
        (tab.row().slides.all)(state).into_iter().map(move |at| Slide::Of(tab, at))
    };
    Tab::ALL.iter().flat_map(of).chain([Slide::Attention]).collect()
}

/// How many pages there are, as they fit the window.
pub fn count(state: &State) -> usize {
    index(state).first.last().copied().unwrap_or(0)
}

/// A page by its number, from 0.
pub fn page(state: &State, at: usize) -> Option<Rc<Page>> {
    let (slide, part) = index(state).part(at)?;
    state.ask(Pages { slide, form: form(state) }).get(part).cloned()
}

/// The slide a page belongs to, and which of its parts it is.
pub(super) fn part_at(state: &State, at: usize) -> Option<(Slide, usize)> {
    index(state).part(at)
}

/// The pages of a slide.
pub(super) fn pages_of_slide(state: &State, slide: Slide) -> Option<Range<usize>> {
    let index = index(state);
    let at = index.slides.iter().position(|own| *own == slide)?;
    Some(*index.first.get(at)?..*index.first.get(at + 1)?)
}

/// What pages depend on beside what the file says: the window, and whether speaker notes are on them.
type PageForm = ((u16, u16), bool);

const fn form(state: &State) -> PageForm {
    (state.session.size, state.show.notes)
}

/// All slides, with the number of the page each begins on.
#[derive(PartialEq)]
struct Index(PageForm);

/// All slides, and the page that each begins on; last how many pages there are.
struct SlideIndex {
    slides: Vec<Slide>,
    first: Vec<usize>,
}

impl SlideIndex {
    fn part(&self, at: usize) -> Option<(Slide, usize)> {
        let number = self.number(at)?;
        Some((*self.slides.get(number)?, at - self.first.get(number)?))
    }

    /// The number of the slide a page belongs to.
    fn number(&self, at: usize) -> Option<usize> {
        self.first.partition_point(|first| *first <= at).checked_sub(1)
    }
}

impl Question for Index {
    type Answer = SlideIndex;

    const FOLLOWS_LISTS: bool = true;

    fn answer(&self, state: &State) -> SlideIndex {
        let slides = slides(state);
        let ends = slides.iter().scan(0, |end, slide| {
            *end += pages_of(state, *slide).len();
            Some(*end)
        });
        let first = std::iter::once(0).chain(ends).collect();
        SlideIndex { slides, first }
    }
}

fn index(state: &State) -> Rc<SlideIndex> {
    state.ask(Index(form(state)))
}

/// The pages of a slide.
#[derive(PartialEq)]
struct Pages {
    slide: Slide,
    form: PageForm,
}

impl Question for Pages {
    type Answer = Vec<Rc<Page>>;

    const FOLLOWS_LISTS: bool = true;

    fn answer(&self, state: &State) -> Self::Answer {
        pages_of(state, self.slide).into_iter().map(Rc::new).collect()
    }
}

fn pages_of(state: &State, slide: Slide) -> Vec<Page> {
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
    let notes = notes(state, slide, columns);
    let said = marking.len() + message.len() + source.len();
    let free = |items: &[LineGroup]| rows.checked_sub(said + spaced(items) + height(&notes));
    if let Some(with_bars) = (row.more.taller)(state, columns).filter(|all| free(all).is_some()) {
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
        items.insert(0, std::mem::take(&mut message).into_iter().map(SlideLine::name).collect());
        items.push(std::mem::take(&mut source).into_iter().map(SlideLine::plain).collect());
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
            split([items, notes].concat(), room, most_between(state.session.size.1))
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

/// The slide to begin with: the one of what is chosen on the open tab.
pub(super) fn first(state: &State) -> usize {
    let at = (state.view.tab.row().slides.first)(state);
    let wanted = at.map_or(Slide::Of(Tab::Overview, 0), |at| Slide::Of(state.view.tab, at));
    pages_of_slide(state, wanted).map_or(0, |pages| pages.start)
}

/// The number of a page's slide, from 0, and how many slides there are.
pub fn number(state: &State, page: usize) -> (usize, usize) {
    let index = index(state);
    (index.number(page).unwrap_or(0), index.slides.len())
}

/// The page a slide begins on; none where there is no such slide.
pub fn page_of(state: &State, number: usize) -> Option<usize> {
    let index = index(state);
    index.slides.get(number)?;
    index.first.get(number).copied()
}

/// Whether a window is wide enough for the name of the programme beside its period.
pub const fn is_narrow(columns: u16) -> bool {
    matches!(geometry::width(columns), Width::Narrow)
}
