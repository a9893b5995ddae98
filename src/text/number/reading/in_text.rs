//! A number among words: `5 exercises`, `about 7`, `EUR 5`. Never takes a number out of a sentence that is about
//! something else.

/// Words that may stand before a number without making it another: currencies, and how exact it is.
const BEFORE: &str = "about, approx, approximately, around, at least, at most, almost, bam, c, ca, chf, circa, eur, gbp, \
    less than, max, min, more than, nearly, over, rd, roughly, rsd, some, under, up to, usd, minus";

/// The one number among words, and whether they take it below zero; none where a word multiplies it or says that it is
/// something else: `until 2025`, `page 14`.
pub(super) fn number_in_text(lower: &str) -> Option<(&str, bool)> {
    const MULTIPLIERS: [&str; 16] = [
        "k", "m", "b", "t", "bn", "mn", "tn", "mio", "mrd", "thousand", "million", "billion", "trillion",
        "hundred", "dozen", "millions",
    ];
    let is_number_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | '-');
    let mut numbers =
        lower.split(|c| !is_number_part(c)).filter(|part| part.contains(|c: char| c.is_ascii_digit()));
    // An O or an l beside a digit may be one that was meant.
    let mistyped = |at: usize| lower.get(at + 1..).is_some_and(|rest| rest.starts_with(['o', 'l']));
    if lower.char_indices().any(|(at, letter)| letter.is_ascii_digit() && mistyped(at)) {
        return None;
    }
    let only = numbers.next().filter(|_| numbers.next().is_none())?;
    let multiplied = lower.split(|c: char| !c.is_alphabetic()).any(|word| MULTIPLIERS.contains(&word));
    let (before, _) = lower.split_once(only)?;
    // A letter right before it makes it a name, such as `covid-19`.
    let is_name = before.ends_with(char::is_alphabetic);
    let words: Vec<&str> =
        before.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    let before = words.join(" ");
    let is_alone =
        !multiplied && !is_name && (before.is_empty() || BEFORE.split(", ").any(|words| words == before));
    is_alone.then_some((only, before == "minus"))
}
