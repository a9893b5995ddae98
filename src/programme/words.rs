//! Words: what a field with a fixed choice can hold, and what else is understood.
//!
//! One table a choice: the word that is stored and written, then the words that are accepted on
//! reading. Case, spaces, hyphens and underscores do not matter. Never decides what a word leads to.

use super::model::{Direction, Flag, InitiativeStatus, Measure, MeetingStatus, RecommendationStatus};

/// One choice: its meaning, its word, and the words that are understood as well.
#[derive(Debug, Clone, Copy)]
pub struct Word<T: 'static> {
    /// What it means.
    pub value: T,
    /// The word that is stored.
    pub word: &'static str,
    /// Words that are accepted on reading.
    pub also: &'static [&'static str],
}

/// A choice that can be looked up in its table.
pub trait Choice: Copy + PartialEq + 'static {
    /// All choices, in the order in which they are named to people.
    const WORDS: &'static [Word<Self>];
    /// What the choice is called in a sentence: "a status of an initiative".
    const CALLED: &'static str;

    /// The word that is stored.
    fn word(self) -> &'static str {
        Self::WORDS.iter().find(|row| row.value == self).map_or("", |row| row.word)
    }
}

const fn word<T>(value: T, word: &'static str, also: &'static [&'static str]) -> Word<T> {
    Word { value, word, also }
}

impl Choice for InitiativeStatus {
    const CALLED: &'static str = "a status of an initiative";
    const WORDS: &'static [Word<Self>] = &[
        word(Self::Announced, "announced", &["public", "pledged"]),
        word(Self::Agreed, "agreed", &["open", "planned", "not started", "to do", "new", "pending"]),
        word(
            Self::InProgress,
            "in_progress",
            &["ongoing", "started", "active", "under way", "doing", "implementation", "running"],
        ),
        word(
            Self::Completed,
            "completed",
            &["done", "complete", "closed", "finished", "implemented", "achieved"],
        ),
        word(
            Self::OnHold,
            "on_hold",
            &["paused", "suspended", "waiting", "blocked", "deferred", "postponed"],
        ),
        word(Self::Cancelled, "cancelled", &["canceled", "dropped", "abandoned", "withdrawn", "terminated"]),
    ];
}

impl Choice for RecommendationStatus {
    const CALLED: &'static str = "a status of a recommendation";
    const WORDS: &'static [Word<Self>] = &[
        word(Self::Proposed, "proposed", &["open", "new", "made", "issued", "draft"]),
        word(Self::UnderConsideration, "under_consideration", &["considered", "under review", "pending"]),
        word(Self::Accepted, "accepted", &["agreed", "approved", "endorsed", "partially accepted"]),
        word(Self::InProgress, "in_progress", &["ongoing", "started", "active", "under way"]),
        word(Self::Implemented, "implemented", &["done", "completed", "complete", "closed", "finished"]),
        word(Self::NotAccepted, "not_accepted", &["rejected", "declined", "refused", "turned down"]),
        word(
            Self::Overtaken,
            "overtaken",
            &["overtaken by events", "obsolete", "superseded", "no longer needed"],
        ),
    ];
}

impl Choice for MeetingStatus {
    const CALLED: &'static str = "a status of a meeting";
    const WORDS: &'static [Word<Self>] = &[
        word(Self::ToBeScheduled, "to_be_scheduled", &["tbd", "tbc", "open", "unscheduled", "no date"]),
        word(Self::Scheduled, "scheduled", &["planned", "confirmed", "upcoming", "fixed"]),
        word(Self::Held, "held", &["done", "completed", "past", "took place", "closed"]),
        word(Self::Cancelled, "cancelled", &["canceled", "dropped", "called off"]),
    ];
}

/// The letters are those of the SDMX code list `CL_OBS_STATUS`, version 2.2.
impl Choice for Flag {
    const CALLED: &'static str = "a status of a value";
    const WORDS: &'static [Word<Self>] = &[
        word(Self::Normal, "normal", &["A", "final", "actual", "normal value"]),
        word(Self::Provisional, "provisional", &["P", "preliminary", "provisional value"]),
        word(Self::Estimated, "estimated", &["E", "estimate", "estimated value"]),
        word(Self::Forecast, "forecast", &["F", "projection", "projected", "forecast value"]),
        word(Self::Partial, "partial", &["to date", "year to date", "ytd", "incomplete"]),
        word(Self::Break, "break", &["B", "series break", "break in series", "time series break"]),
        word(
            Self::Suppressed,
            "suppressed",
            &["Q", "confidential", "not published", "missing value; suppressed", "missing data; suppressed"],
        ),
        word(Self::LowReliability, "low_reliability", &["U", "unreliable"]),
    ];
}

/// The digits are the IATI indicator measure codes (Activity Standard 2.03, `IndicatorMeasure`).
impl Choice for Measure {
    const CALLED: &'static str = "a measure";
    const WORDS: &'static [Word<Self>] = &[
        word(Self::Count, "count", &["number", "unit", "1"]),
        word(Self::Percentage, "percentage", &["per cent", "%", "share", "2"]),
        word(Self::GrowthRate, "growth_rate", &["growth", "rate of change", "change"]),
        word(Self::Currency, "currency", &["money", "amount"]),
        word(Self::Index, "index", &["index number"]),
        word(Self::Ratio, "ratio", &["quotient"]),
        word(Self::Ordinal, "ordinal", &["rank", "scale", "4"]),
        word(Self::Nominal, "nominal", &["name", "category", "yes no", "3"]),
        word(Self::Qualitative, "qualitative", &["text", "words", "5"]),
    ];
}

impl Choice for Direction {
    const CALLED: &'static str = "a direction";
    const WORDS: &'static [Word<Self>] = &[
        word(
            Self::Increase,
            "increase",
            &["up", "higher", "ascending", "higher is better", "rise", "positive"],
        ),
        word(
            Self::Decrease,
            "decrease",
            &["down", "lower", "descending", "lower is better", "fall", "negative"],
        ),
        word(Self::Range, "range", &["within", "within range", "maintain", "hold"]),
        word(Self::Neutral, "neutral", &["none", "not judged"]),
    ];
}

/// The tables, for those who need no meaning but the words: schema, template, reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Vocabulary {
    /// Statuses of initiatives.
    InitiativeStatus,
    /// Statuses of recommendations.
    RecommendationStatus,
    /// Statuses of meetings.
    MeetingStatus,
    /// Statuses of values.
    Flag,
    /// Kinds of numbers.
    Measure,
    /// Which way is better.
    Direction,
}

impl Vocabulary {
    /// The stored words, in their order.
    pub fn words(self) -> Vec<&'static str> {
        fn of<T: Choice>() -> Vec<&'static str> {
            T::WORDS.iter().map(|row| row.word).collect()
        }
        match self {
            Self::InitiativeStatus => of::<InitiativeStatus>(),
            Self::RecommendationStatus => of::<RecommendationStatus>(),
            Self::MeetingStatus => of::<MeetingStatus>(),
            Self::Flag => of::<Flag>(),
            Self::Measure => of::<Measure>(),
            Self::Direction => of::<Direction>(),
        }
    }
}

/// What a word was found to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordMatch<T> {
    /// The stored word.
    Word(T),
    /// Another word that means it.
    Other(T),
    /// None; with the stored word that looks most like it, if one does.
    Unknown(Option<&'static str>),
}

/// Looks a word up.
pub fn find<T: Choice>(text: &str) -> WordMatch<T> {
    if let Some(found) = known(text) {
        return found;
    }
    let all = T::WORDS.iter().flat_map(|row| {
        std::iter::once((row.word, row.word)).chain(row.also.iter().map(|other| (*other, row.word)))
    });
    WordMatch::Unknown(nearest(text, all))
}

fn known<T: Choice>(text: &str) -> Option<WordMatch<T>> {
    if let Some(row) = T::WORDS.iter().find(|row| alike(row.word, text)) {
        return Some(WordMatch::Word(row.value));
    }
    let row = T::WORDS.iter().find(|row| row.also.iter().any(|other| alike(other, text)))?;
    Some(WordMatch::Other(row.value))
}

/// The meaning of a word, be it the stored one or another that is understood.
pub fn word_of<T: Choice>(text: &str) -> Option<T> {
    match known(text)? {
        WordMatch::Word(value) | WordMatch::Other(value) => Some(value),
        WordMatch::Unknown(_) => None,
    }
}

/// The words people can choose from, as a list in a sentence.
pub fn listed<T: Choice>() -> String {
    let words: Vec<&str> = T::WORDS.iter().map(|row| row.word).collect();
    match words.split_last() {
        Some((last, others)) if !others.is_empty() => format!("{} or {last}", others.join(", ")),
        _ => words.concat(),
    }
}

/// The candidate that looks most like `text`, if one looks so much like it that a slip of the pen is
/// likely. Candidates are pairs of what is compared and what is answered.
pub fn nearest<'a>(text: &str, candidates: impl IntoIterator<Item = (&'a str, &'a str)>) -> Option<&'a str> {
    /// Longer texts are no misspelt words, and comparing takes the square of the length.
    const LONGEST: usize = 40;
    let wanted: String = letters(text).take(LONGEST + 1).collect();
    let length = wanted.chars().count();
    if length > LONGEST {
        return None;
    }
    let slips = |candidate: &str| {
        #[cfg(test)]
        tests::COMPARED.set(tests::COMPARED.get() + 1);
        strsim::osa_distance(&wanted, &plain(candidate))
    };
    // One that is much longer or shorter is none, whatever its letters.
    let may_be = |candidate: &str| letters(candidate).count().abs_diff(length) <= (length / 3).max(1);
    let scored = candidates.into_iter().filter(|(compared, _)| may_be(compared));
    let scored = scored.map(|(compared, answer)| (slips(compared), compared, answer));
    let (distance, compared, answer) = scored.min_by_key(|(distance, ..)| *distance)?;
    // `not completed` means the opposite of the word it resembles.
    let negated = |rest: &str| strsim::osa_distance(rest, &plain(compared)) < distance;
    let is_negation = wanted.starts_with("notyet")
        || ["not", "un", "in", "non"].iter().any(|no| wanted.strip_prefix(no).is_some_and(negated));
    if is_negation {
        return None;
    }
    let shorter = length.min(compared.chars().count());
    (distance <= (shorter / 3).max(1) && shorter > 2).then_some(answer)
}

/// Whether two words differ in nothing that matters.
pub fn alike(one: &str, other: &str) -> bool {
    // Most words differ in their first letter.
    let first = |text: &str| text.bytes().find(|byte| !matches!(byte, b' ' | b'-' | b'_'));
    let are_plain = |a: u8, b: u8| a.is_ascii() && b.is_ascii();
    if let (Some(a), Some(b)) = (first(one), first(other))
        && are_plain(a, b)
        && !a.eq_ignore_ascii_case(&b)
    {
        return false;
    }
    letters(one).eq(letters(other))
}

/// A word without what does not matter.
pub fn plain(text: &str) -> String {
    letters(text).collect()
}

fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| !matches!(c, ' ' | '-' | '_')).flat_map(char::to_lowercase)
}

#[cfg(test)]
mod tests {
    use crate::document::read;
    use std::cell::Cell;

    thread_local! {
        /// How often two words were compared on this thread.
        pub static COMPARED: Cell<usize> = const { Cell::new(0) };
    }

    /// How often words are compared to read this text.
    fn comparisons(text: &str) -> usize {
        COMPARED.set(0);
        read(text);
        COMPARED.get()
    }

    #[test]
    fn words_are_compared_no_more_often_however_many_mistakes_a_file_has() {
        let many = |line: fn(usize) -> String, count: usize| (0..count).map(line).collect::<String>();
        let links = |count| {
            let metrics =
                many(|n| format!("- {{ name: M{n}, id: metric-{n}, values: {{ 2020: 1 }} }}\n"), count);
            let dead =
                many(|n| format!("- {{ title: T{n}, status: agreed, metrics: [mteric-{n}] }}\n"), count);
            format!("programme: {{ title: T }}\nmetrics:\n{metrics}initiatives:\n{dead}")
        };
        let items = |line: fn(usize) -> String, count| {
            format!("programme: {{ title: T }}\ninitiatives:\n{}", many(line, count))
        };
        let keys: fn(usize) -> String = |n| format!("- {{ titel: T{n}, statsu: agreed, onwer: {n} }}\n");
        let words: fn(usize) -> String = |n| format!("- {{ title: T{n}, status: complted {n} }}\n");
        for text in
            [&links as &dyn Fn(usize) -> String, &|count| items(keys, count), &|count| items(words, count)]
        {
            let (few, many) = (comparisons(&text(1_500)), comparisons(&text(6_000)));
            assert!(few > 0 && many <= few.max(100_000), "{few}, then {many}");
        }
    }
}
