//! Units: what the unit of a metric says of its numbers, in whatever language it is written.
//!
//! The one place that decides whether a unit means per cent, which units are the same, and what of a unit is
//! worth reading after a number. Never knows a value.

mod known;
mod phrases;
mod tokens;
mod words;

use super::choices::Measure;
use crate::text::fold;
use known::{CHANGE, SHARE, known};
use phrases::{CHANGES, OTHERS, PER_CENT, POINTS, is_joined};
use tokens::{Token, tokens};

/// More of a unit than this is prose; what stands behind it is not looked at.
const LONGEST: usize = 400;

/// What a unit in per cent says besides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PerCent {
    /// What stands before: `Share of households` of `Share of households (%)`.
    pub before: String,
    /// What follows: `of GDP` of `% of GDP`.
    pub after: String,
    /// Whether it is percentage points: a difference, which may be below nothing.
    pub is_points: bool,
}

impl PerCent {
    /// Whether the unit says nothing else: a share of the whole, whatever that is.
    pub const fn is_bare(&self) -> bool {
        self.before.is_empty() && self.after.is_empty()
    }

    /// What is read after a number with its sign: `of GDP` in `1.9% of GDP`. Only where it says of what.
    pub fn of(&self) -> Option<&str> {
        let first = tokens(&self.after).into_iter().next()?;
        let leads = self.after.starts_with('/') || first.start == 0 && words::has(words::OF, &first.folded);
        leads.then_some(self.after.as_str())
    }
}

/// Codes of per cent in statistical exchange, in capitals only: `PT` of SDMX (ECB, `CL_UNIT`), `PC` of Eurostat.
const CODES: [&str; 2] = ["PT", "PC"];

/// What a unit in per cent says; none for every other unit.
///
/// Per cent is a percent sign that does not follow a digit (`2015 = 100%` is an index), or a word for it in one
/// of the languages of the table, matched whole: a percentile is not per cent. `pp` is percentage points; `pp.`
/// with a point is the abbreviation of pages.
pub fn per_cent(unit: &str) -> Option<PerCent> {
    known(&SHARE, unit, share_of)
}

fn share_of(unit: &str) -> Option<PerCent> {
    if CODES.contains(&unit.trim()) {
        return Some(PerCent { before: String::new(), after: String::new(), is_points: false });
    }
    let head = head(unit);
    let marks = marks(head);
    let first = marks.first()?;
    let mut after = String::new();
    let mut at = first.end;
    for later in marks.iter().skip(1) {
        after.push_str(head.get(at..later.start).unwrap_or(""));
        at = later.end;
    }
    after.push_str(unit.get(at..).unwrap_or(""));
    let mut before = tidy(head.get(..first.start).unwrap_or(""));
    while let Some(last) = tokens(&before).pop().filter(|last| words::has(words::LEADING, &last.folded)) {
        before = tidy(before.get(..last.start).unwrap_or(""));
    }
    let is_points = marks.iter().any(|mark| mark.is_points);
    Some(PerCent { before, after: tidy(&after), is_points })
}

/// Whether a unit is percentage points: a difference of shares, which is no share of a whole.
pub fn is_points(unit: &str) -> bool {
    unit.trim() != "%" && per_cent(unit).is_some_and(|share| share.is_points)
}

/// Whether a unit is itself a multiple, such as `thousand EUR`, `mio. KM`, `'000`: what it multiplies is not to be
/// multiplied again in words.
pub fn has_multiplier(unit: &str) -> bool {
    let head = head(unit);
    let is_one = |token: &Token| {
        words::has(words::MULTIPLES, &token.folded)
            || words::each(words::MULTIPLE_STEMS).any(|stem| token.folded.starts_with(stem))
            || token.folded == "000"
    };
    tokens(head).iter().any(is_one)
}

/// Whether a unit is a share that is not per cent: per mille, basis points, so many of a thousand or more.
pub fn is_other_share(unit: &str) -> bool {
    const SIGNS: [char; 2] = ['\u{2030}', '\u{2031}'];
    const WORDS: [&str; 9] =
        ["permille", "promille", "promil", "promila", "promile", "промилле", "промила", "проміле", "bps"];
    let head = head(unit);
    let tokens = tokens(head);
    let is_word = |token: &Token| WORDS.contains(&token.folded.as_str());
    let is_phrase = |pair: &[Token]| {
        let [first, next] = pair else { return false };
        let of_many = ["per", "pro", "na", "pour", "por", "auf", "на"].contains(&first.folded.as_str())
            && head.get(next.start..).is_some_and(is_thousand);
        of_many
            || first.folded == "per" && next.folded == "mille"
            || first.folded == "basis" && next.folded.starts_with("point")
    };
    per_cent(unit).is_none()
        && (head.contains(SIGNS) || tokens.iter().any(is_word) || tokens.windows(2).any(is_phrase))
}

/// Whether a text begins with a thousand or more: `1000`, `100,000`, `10 000`.
fn is_thousand(text: &str) -> bool {
    let number = text.trim_end_matches(|letter: char| !letter.is_ascii_digit());
    let digits: String = number
        .chars()
        .take_while(|letter| {
            letter.is_ascii_digit() || [' ', ',', '.', '\u{a0}', '\u{202f}'].contains(letter)
        })
        .filter(char::is_ascii_digit)
        .collect();
    digits.len() >= 4
}

/// Whether the zero of a unit is an agreed one, so that nothing can be said in per cent of a value: degrees Celsius
/// and Fahrenheit (an interval scale, after Stevens, "On the Theory of Scales of Measurement", 1946).
pub fn has_agreed_zero(unit: &str) -> bool {
    const SCALES: [&str; 6] = ["celsius", "fahrenheit", "celzij", "цельси", "целзи", "grados c"];
    let folded = fold(head(unit));
    ["°c", "°f", "℃", "℉", "º c", "° c", "° f", "ºc"].iter().any(|sign| folded.starts_with(sign))
        || SCALES.iter().any(|scale| folded.contains(scale))
}

/// Whether a unit in per cent says that its values are changes themselves: `% growth`, `annual change in %`, `% p.a.`.
pub fn is_of_change(unit: &str) -> bool {
    known(&CHANGE, unit, says_change)
}

fn says_change(unit: &str) -> bool {
    let head = head(unit);
    let tokens = tokens(head);
    (0..tokens.len()).any(|at| CHANGES.at(at, &tokens, head).next().is_some())
}

/// What metrics must have in common to be measured on one scale: their measure, and their unit but for its
/// spelling. All ways to write per cent are one unit, and so are all ways to write per cent of the same thing.
pub fn family(measure: Measure, unit: Option<&str>) -> (u8, String) {
    let unit = unit.unwrap_or("");
    let is_share = matches!(measure, Measure::Percentage | Measure::GrowthRate);
    let key = match per_cent(unit).filter(|_| is_share) {
        // What is in points is shown and measured in points.
        Some(share) if share.is_points => {
            format!("pp {}", plain(&format!("{} {}", share.before, share.after)))
        }
        Some(share) => plain(&format!("{} {}", share.before, share.after)),
        None => shown(unit)
            .map(|unit| fold(unit).split_whitespace().collect::<Vec<_>>().join(" "))
            .unwrap_or_default(),
    };
    (measure as u8, key)
}

/// What of a unit that is not per cent is read after a number: `visits` of `number of visits`, and nothing of
/// `number`: nobody says `7 number`.
pub fn shown(unit: &str) -> Option<&str> {
    let unit = unit.trim();
    let head = head(unit);
    let tokens = tokens(head);
    let is_number = tokens.iter().all(|token| words::has(words::NUMBER, &token.folded));
    if unit.eq_ignore_ascii_case("n/a") || is_number && is_bare_of_signs(head, unit) {
        return None;
    }
    let first = tokens.first().map_or("", |first| first.folded.as_str());
    let leads = words::has(words::NUMBER_OF, first) || unit.starts_with('#');
    let is_of = |token: &&Token| words::has(words::OF, &token.folded);
    let rest = match (tokens.get(usize::from(!unit.starts_with('#'))), leads) {
        (Some(next), true) if is_of(&next) => {
            tokens.iter().skip_while(|token| token.start <= next.start).find(|token| !is_of(token))
        }
        // English needs its `of`: `number one` is something else.
        (Some(next), true) if !["number", "no"].contains(&first) => Some(next),
        _ => None,
    };
    rest.and_then(|rest| unit.get(rest.start..)).or(Some(unit))
}

/// Whether no sign of its own stands in a unit without words, such as a currency's.
fn is_bare_of_signs(head: &str, unit: &str) -> bool {
    let is_empty = |letter: char| {
        letter.is_alphanumeric() || letter.is_whitespace() || "#.,;:()[]/-–—°º№?".contains(letter)
    };
    head.len() == unit.len() && unit.chars().all(is_empty)
}

/// The beginning of a unit.
fn head(unit: &str) -> &str {
    unit.get(..unit.floor_char_boundary(LONGEST)).unwrap_or(unit)
}

/// Where a unit says per cent.
struct PerCentMark {
    start: usize,
    end: usize,
    is_points: bool,
}

/// All places where a unit says per cent, in their order.
fn marks(text: &str) -> Vec<PerCentMark> {
    let tokens = tokens(text);
    let mut marks = undivided(text);
    let mut at = 0;
    while at < tokens.len() {
        let length = phrase_at(at, &tokens, text);
        if length > 0 {
            marks.extend(mark(at, length, &tokens, text));
        }
        at += length.max(1);
    }
    marks.sort_by_key(|mark| mark.start);
    // A word of points between two of them belongs to the first.
    let mut end = 0;
    marks.retain_mut(|mark| {
        mark.start = mark.start.max(end);
        let is_own = mark.end > mark.start;
        end = end.max(mark.end);
        is_own
    });
    marks
}

/// How many tokens from `at` on mean per cent.
fn phrase_at(at: usize, tokens: &[Token], text: &str) -> usize {
    if tokens.get(at).is_some_and(|token| token.folded == "%") {
        return 1;
    }
    if OTHERS.at(at, tokens, text).next().is_some() {
        return 0;
    }
    PER_CENT.at(at, tokens, text).max().unwrap_or(0)
}

/// The words from `at` on with the points before or behind them and the point of an abbreviation.
fn mark(at: usize, length: usize, tokens: &[Token], text: &str) -> Option<PerCentMark> {
    let (first, last) = (tokens.get(at)?, tokens.get(at + length - 1)?);
    let is_short = ["pp", "p", "пп", "п", "в"].contains(&first.folded.as_str());
    if first.folded == "pp" && text.get(last.end..).is_some_and(|rest| rest.starts_with('.')) {
        return None;
    }
    let points = |at: Option<usize>| at.is_some_and(|at| POINTS.at(at, tokens, text).next().is_some());
    let mut mark = PerCentMark { start: first.start, end: last.end, is_points: is_short };
    mark.is_points |= words::each(words::POINTS_INSIDE).any(|inside| first.folded.contains(inside));
    if let Some(next) = tokens.get(at + length).filter(|next| is_joined(text, last, next)) {
        let is_of_sign = first.folded == "%" && words::has(words::AFTER_SIGN, &next.folded);
        let has_points = points(Some(at + length));
        let is_beside =
            next.start == last.end && !text.get(next.end..).is_some_and(|rest| rest.starts_with('.'));
        if has_points || is_of_sign && is_beside {
            mark.end = next.end;
            mark.is_points |= has_points || next.folded == "p";
        }
    }
    // `points de pourcentage`, `puntos porcentuales`.
    let between =
        at.checked_sub(1).and_then(|before| tokens.get(before)).map_or("", |before| before.folded.as_str());
    let before = if words::has(words::OF, between) { at.checked_sub(2) } else { at.checked_sub(1) };
    if let Some(before) = before.filter(|before| points(Some(*before))).and_then(|before| tokens.get(before))
    {
        mark.start = before.start;
        mark.is_points = true;
    }
    mark.end += usize::from(text.get(mark.end..).is_some_and(|rest| rest.starts_with('.')));
    Some(mark)
}

/// The marks in letters without blanks between words.
fn undivided(text: &str) -> Vec<PerCentMark> {
    if text.is_ascii() {
        return Vec::new();
    }
    let found = words::each(words::UNDIVIDED).flat_map(|word| text.match_indices(word));
    let is_points = |word: &str| words::each(words::POINTS_INSIDE).any(|inside| word.contains(inside));
    found
        .map(|(start, word)| PerCentMark { start, end: start + word.len(), is_points: is_points(word) })
        .collect()
}

/// A part of a unit without what joined it to the rest.
fn tidy(part: &str) -> String {
    let mut part = part.to_owned();
    for (open, close) in [('(', ')'), ('[', ']')] {
        part = part.replace(&format!("{open}{close}"), " ");
        if part.matches(open).count() != part.matches(close).count() {
            part = part.replace([open, close], " ");
        }
    }
    let joined = part.split_whitespace().collect::<Vec<_>>().join(" ");
    let joined = joined.replace("( )", "").replace("[ ]", "");
    let signs = [' ', ',', ';', ':', '-', '\u{2013}', '\u{2014}', '|', '=', '.'];
    let bare = joined.trim_start_matches(signs);
    let short = bare.trim_end_matches(signs);
    // The point behind a word is the word's own: `p.a.`.
    let point =
        bare.get(short.len()..).filter(|rest| !short.is_empty() && rest.starts_with('.')).map_or("", |_| ".");
    format!("{short}{point}").trim_end_matches('/').trim().to_owned()
}

/// The words of a text and nothing else.
fn plain(text: &str) -> String {
    let all = tokens(text).into_iter().map(|token| token.folded).filter(|word| word != "the");
    all.collect::<Vec<_>>().join(" ")
}
