//! Slide: what one slide is about, and the rows it is made of.
//!
//! Never knows how many rows a page has.

use super::tab::Tab;
use crate::text;
use crate::wording::{Fact, Tone};

/// How the slides are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slides {
    /// Which slide is shown, from 0.
    pub at: usize,
    /// Which of its pages, from 0.
    pub part: usize,
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
    /// What a tab shows: the item at this index, or (0) all of it.
    Of(Tab, usize),
    /// What needs attention.
    Attention,
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
    pub(super) fn rows(self, low: bool) -> usize {
        match self {
            Self::None | Self::Figure => 0,
            Self::Strip => 3 - usize::from(low),
            Self::Count(scale) => usize::from(5 * scale) + 3,
            Self::Number(scale) => usize::from(5 * scale) + 1,
        }
    }
}

/// One row of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlideLine {
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

impl SlideLine {
    pub(super) const fn plain(text: String) -> Self {
        Self { text, tone: Tone::Plain, strong: false, bars: None, score: None }
    }

    pub(super) fn name(text: String) -> Self {
        Self { strong: true, ..Self::plain(text) }
    }
}

/// Rows of the bars of a metric: the period before, the latest, and the ends of their scale.
pub const BAR_ROWS: u16 = 3;

/// Rows that stay on one page where they fit on one.
pub(super) type LineGroup = Vec<SlideLine>;

/// The items of a slide. None of them is made but the one that is asked for.
pub(super) struct Blocks<'a> {
    count: usize,
    at: Box<dyn Fn(usize) -> LineGroup + 'a>,
    height: Option<Box<dyn Fn(usize) -> usize + 'a>>,
}

impl<'a> Blocks<'a> {
    /// So many items, and the rows of each of them.
    pub(super) fn new(count: usize, at: impl Fn(usize) -> LineGroup + 'a) -> Self {
        Self { count, at: Box::new(at), height: None }
    }

    /// Items that are made already.
    pub(super) fn made(blocks: Vec<LineGroup>) -> Self {
        Self::new(blocks.len(), move |at| blocks.get(at).cloned().unwrap_or_default())
    }

    /// The same where it is known how many rows an item takes, without making them.
    #[must_use]
    pub(super) fn of_heights(self, height: impl Fn(usize) -> usize + 'a) -> Self {
        Self { height: Some(Box::new(height)), ..self }
    }

    /// How many there are.
    pub(super) const fn count(&self) -> usize {
        self.count
    }

    /// The rows of an item.
    pub(super) fn get(&self, at: usize) -> LineGroup {
        (self.at)(at)
    }

    /// All of them.
    pub(super) fn all(&self) -> Vec<LineGroup> {
        (0..self.count).map(&self.at).collect()
    }

    /// How many rows each of them takes.
    pub(super) fn heights(&self) -> Vec<usize> {
        let height = |at| self.height.as_ref().map_or_else(|| self.get(at).len(), |height| height(at));
        (0..self.count).map(height).collect()
    }
}

/// How many rows [`hanging`] makes.
pub(super) fn hanging_height(mark: &str, text: &str, columns: usize) -> usize {
    text::wrapped_height(text, columns.saturating_sub(text::width(mark) + 1).max(1))
}

/// A name and what there is to say of it, each wrapped to the window.
pub(super) fn block(name: &str, texts: &[String], columns: usize) -> LineGroup {
    let indent = if name.is_empty() { 0 } else { 4 };
    let mut rows: LineGroup = Vec::new();
    if !name.is_empty() {
        rows.extend(text::wrap(name, columns.max(1)).into_iter().map(SlideLine::name));
    }
    for paragraph in texts.iter().filter(|paragraph| !paragraph.is_empty()) {
        let wrapped = text::wrap(paragraph, columns.saturating_sub(indent).max(1));
        rows.extend(wrapped.into_iter().map(|text| SlideLine::plain(format!("{:indent$}{text}", ""))));
    }
    rows
}

/// A text behind its mark; lines after the first begin where the first one's text does.
pub(super) fn hanging(mark: &str, text: &str, columns: usize) -> Vec<String> {
    let indent = text::width(mark) + 1;
    let wrapped = text::wrap(text, columns.saturating_sub(indent).max(1));
    let line = |(number, text): (usize, String)| {
        if number == 0 { format!("{mark} {text}") } else { format!("{:indent$}{text}", "") }
    };
    wrapped.into_iter().enumerate().map(line).collect()
}

/// Facts as sentences; what is for the speaker and where it stands in the file is left out.
pub(super) fn said(facts: &[Fact]) -> Vec<String> {
    let shown = facts.iter().filter(|fact| !fact.is_for_the_speaker() && !fact.is_about_the_file());
    shown.map(|fact| format!("{}: {}", fact.label, fact.text)).collect()
}
