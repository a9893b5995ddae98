//! Phrases: a sentence in segments, each with the turn in which it gives way.
//!
//! A sentence is written once: each segment stands as it is until its turn, and then in a shorter form or not at all.
//! What matters least has the earliest turn. Every form is whole and true. Never cuts a word.

use crate::text;
use std::collections::BTreeSet;

/// A sentence that gets shorter by segments.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Phrase {
    segments: Vec<Segment>,
    /// Whether the segments are clauses of one sentence.
    is_sentence: bool,
    /// Other words, for where none of the forms has room.
    otherwise: Vec<String>,
}

/// Words that give way in their turn: each form with the turn from which it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment(Vec<(usize, String)>);

/// A segment that stands as it is from the beginning.
pub fn segment(words: impl Into<String>) -> Segment {
    Segment(vec![(0, words.into())])
}

impl Segment {
    /// What it says from a later turn on.
    #[must_use]
    pub fn or(mut self, turn: usize, words: impl Into<String>) -> Self {
        self.0.push((turn, words.into()));
        self
    }

    /// From which turn on it says nothing.
    #[must_use]
    pub fn goes(self, turn: usize) -> Self {
        self.or(turn, "")
    }

    /// What it says in a turn.
    fn said(&self, turn: usize) -> &str {
        self.0.iter().rfind(|(from, _)| *from <= turn).map_or("", |(_, words)| words)
    }
}

impl Phrase {
    /// Segments that stand one behind the other as they are.
    pub fn new(segments: impl IntoIterator<Item = Segment>) -> Self {
        Self { segments: segments.into_iter().collect(), ..Self::default() }
    }

    /// Clauses of one sentence, with semicolons between them, a capital letter and a full stop.
    pub fn sentence(clauses: impl IntoIterator<Item = Segment>) -> Self {
        Self { is_sentence: true, ..Self::new(clauses) }
    }

    /// The same with more words behind it in every form.
    #[must_use]
    pub fn followed_by(mut self, words: impl Into<String>) -> Self {
        self.segments.push(segment(words));
        self
    }

    /// The same with other words for where none of its forms has room.
    #[must_use]
    pub fn otherwise(mut self, words: impl Into<String>) -> Self {
        self.otherwise.push(words.into());
        self
    }

    /// Its forms, the longest first.
    pub fn forms(&self) -> impl Iterator<Item = String> {
        let turns = self.segments.iter().flat_map(|one| &one.0).map(|(turn, _)| *turn);
        let turns: BTreeSet<usize> = turns.collect();
        turns.into_iter().map(|turn| self.said(turn)).chain(self.otherwise.iter().cloned())
    }

    /// All of it.
    pub fn whole(&self) -> String {
        self.forms().next().unwrap_or_default()
    }

    /// As little of it as can be said.
    pub fn shortest(&self) -> String {
        self.forms().last().unwrap_or_default()
    }

    /// As much of it as there is room for; none where there is not even room for the least.
    pub fn within(&self, has_room: impl Fn(&str) -> bool) -> Option<String> {
        self.forms().find(|form| has_room(form))
    }

    /// The same, and without room for any of it its shortest form.
    pub fn fitting(&self, has_room: impl Fn(&str) -> bool) -> String {
        self.within(has_room).unwrap_or_else(|| self.shortest())
    }

    /// The sentence in a turn.
    fn said(&self, turn: usize) -> String {
        let words = self.segments.iter().map(|one| one.said(turn)).filter(|words| !words.is_empty());
        if self.is_sentence {
            text::capital(&words.collect::<Vec<_>>().join("; ")) + "."
        } else {
            words.collect()
        }
    }
}

impl<Words: Into<String>> From<Words> for Phrase {
    fn from(words: Words) -> Self {
        Self::new([segment(words)])
    }
}
