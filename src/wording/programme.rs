//! The programme as a whole: what the about page and the head of the report say.

use super::facts::{Facts, data_age};
use super::unread::lost;
use super::{Fact, STATUS, Tone};
use super::{list, word};
use crate::figures::Figures;
use crate::programme::{Citation, Evaluation, Programme, Quote, Section};
use crate::text;

/// A heading with its facts or its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// The heading.
    pub title: String,
    /// Its facts, one a row; a text without a label stands whole.
    pub facts: Vec<Fact>,
}

/// Everything about the programme, in the order of reading, but for the sections that are shown on a tab.
pub fn about(programme: &Programme, figures: &Figures, on_a_tab: impl Fn(Section) -> bool) -> Vec<Paragraph> {
    let mut paragraphs = vec![Paragraph { title: title(programme), facts: head(programme, figures) }];
    let texts = programme.background.iter().map(|item| {
        let mut facts = Facts::default();
        facts.unreadable(&item.unreadable);
        facts.plain("", &item.text);
        Paragraph { title: item.title.clone(), facts: facts.finish(item.notes.as_ref(), item.id.as_ref(), 0) }
    });
    if !on_a_tab(Section::Background) {
        paragraphs.extend(texts);
    }
    let upcoming = Paragraph {
        title: super::upcoming_title(figures),
        facts: super::upcoming(programme, figures).collect(),
    };
    paragraphs.push(upcoming);
    if !on_a_tab(Section::Quotes) {
        section(&mut paragraphs, "Quotes", programme.quotes.iter().map(quote));
    }
    if !on_a_tab(Section::Sources) {
        section(&mut paragraphs, "Sources", programme.sources.iter().map(citation));
    }
    section(&mut paragraphs, "Could not be read", programme.unread.iter().map(unread));
    paragraphs
}

fn section(paragraphs: &mut Vec<Paragraph>, title: &str, facts: impl Iterator<Item = Fact>) {
    let facts: Vec<Fact> = facts.collect();
    if !facts.is_empty() {
        paragraphs.push(Paragraph { title: title.to_owned(), facts });
    }
}

/// The title, or what stands in its place.
fn title(programme: &Programme) -> String {
    let title = &programme.about.title;
    if title.is_empty() { "Programme without a title".to_owned() } else { title.clone() }
}

fn head(programme: &Programme, figures: &Figures) -> Vec<Fact> {
    let about = &programme.about;
    let mut facts = Facts::default();
    facts.unreadable(&about.unreadable);
    facts.each("Summary", &about.summary);
    if !about.parties.is_empty() {
        facts.plain("Parties", list(&about.parties));
    }
    facts.each("Place", &about.location);
    facts.day("Date", about.date.as_ref());
    facts.each("Data as of", data_age(programme, figures));
    facts.each("Stale after", about.stale_after.map(|days| super::count(days as usize, "day", "days")));
    facts.each("Marking", &about.marking);
    facts.each("Short title", &about.short_title);
    facts.each("Language", &about.language);
    if about.history {
        facts.plain("History", "changes made on screen leave a dated update");
    }
    facts.finish(about.notes.as_ref(), None, 0)
}

fn quote(quote: &Quote) -> Fact {
    let date = quote.date.as_ref().map(|date| text::date::format_date(date.value));
    let parts = [Some(quote.speaker.clone()), date, quote.source.clone()];
    let tail: Vec<String> = parts.into_iter().flatten().chain(lost(&quote.unreadable)).collect();
    Fact { label: "".into(), text: format!("\"{}\" - {}", quote.text, tail.join(", ")), tone: Tone::Plain }
}

fn citation(source: &Citation) -> Fact {
    let parts = [
        Some(source.title.clone()),
        source.publisher.clone(),
        source.published.as_ref().map(|when| format!("published {}", when.value)),
        source.retrieved.as_ref().map(|date| format!("retrieved {}", text::date::format_date(date.value))),
        source.licence.as_ref().map(|licence| format!("licence {licence}")),
        source.url.clone(),
        source.id.as_ref().map(|id| format!("id {}", id.value)),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().chain(lost(&source.unreadable)).collect();
    let text = parts.join(", ");
    Fact { label: "".into(), text, tone: Tone::Plain }
}

fn unread(item: &crate::programme::Unread) -> Fact {
    let text = format!("{} ({}); d says why", super::unread::called(item), word(item.section));
    Fact { label: "".into(), text, tone: Tone::Bad }
}

/// What the evaluation says as a whole, its criteria left out.
pub fn evaluation_facts(evaluation: &Evaluation) -> Vec<Fact> {
    let mut facts = Facts::default();
    facts.each(STATUS, &evaluation.status);
    if evaluation.unreadable.has("status") {
        facts.push(STATUS, super::NOT_READABLE, Tone::Bad);
    }
    facts.unreadable(&evaluation.unreadable);
    facts.each("Framework", &evaluation.framework);
    let scale = evaluation.scale.map(|(min, max)| format!("{} to {}", min.normalize(), max.normalize()));
    facts.each("Scale", scale);
    facts.day("Assessed on", evaluation.assessed_on.as_ref());
    facts.each("Next step", &evaluation.next_step);
    facts.finish(evaluation.notes.as_ref(), None, 0)
}
