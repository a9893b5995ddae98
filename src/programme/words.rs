//! Words: how one is looked up in the table of a fixed choice, and which known word a strange one resembles.
//!
//! Case, spaces, hyphens and underscores do not matter. Never decides what a word leads to.

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

/// The meaning of a word that is written just as it is stored.
pub fn stored<T: Choice>(text: &str) -> Option<T> {
    T::WORDS.iter().find(|row| row.word == text).map(|row| row.value)
}

/// The meaning of a word, be it the stored one or another that is understood.
pub fn word_of<T: Choice>(text: &str) -> Option<T> {
    let row = |is: &dyn Fn(&Word<T>) -> bool| T::WORDS.iter().find(|row| is(row));
    let row = row(&|row| alike(row.word, text))
        .or_else(|| row(&|row| row.also.iter().any(|other| alike(other, text))));
    row.map(|row| row.value)
}

/// The stored word that looks most like one that is not known, if one does.
pub fn nearest_word<T: Choice>(text: &str) -> Option<&'static str> {
    let words =
        |row: &'static Word<T>| std::iter::once(&row.word).chain(row.also).map(|one| (*one, row.word));
    nearest(text, T::WORDS.iter().flat_map(words))
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
