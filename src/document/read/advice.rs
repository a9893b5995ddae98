//! Advice: what to write in place of a line that is no YAML, with the words of the line itself.
//!
//! Never decides where the trouble is; what it cannot be sure of it leaves to the general words.

use super::shown::{LONGEST, shown};
use crate::document::finding::Code;
use crate::programme::fields::{FIELDS, Kind};
use crate::text::{Place, Source};
use crate::yaml::tree::TroubleKind;

/// What is wrong and what to write, where the line says more than the kind of trouble.
pub(super) struct Advice {
    /// The kind of finding, what is wrong, and the words under the place, where they are others than usual.
    pub(super) says: Option<(Code, String, &'static str)>,
    pub(super) help: String,
}

impl Advice {
    const fn help(help: String) -> Self {
        Self { says: None, help }
    }

    fn says(code: Code, message: impl Into<String>, label: &'static str, help: impl Into<String>) -> Self {
        Self { says: Some((code, message.into(), label)), help: help.into() }
    }

    /// A text begins with a sign that YAML takes for something else.
    fn cannot_begin(sign: char, label: &'static str, help: String) -> Self {
        Self::says(Code::ReservedCharacter, format!("A text cannot begin with {sign}"), label, help)
    }
}

/// Where a bound or an estimate is said instead.
pub(super) const SAY_IN_NOTES: &str = "That it is more, less or about so much can be said in its `note`.";

/// Characters that begin no text without quotes.
const RESERVED: [char; 5] = ['*', '&', '%', '@', '`'];

/// What stands further above says nothing of a line any more.
const LINES_ABOVE: usize = 200;

/// Advice on the trouble at a place.
#[expect(clippy::wildcard_enum_match_arm, reason = "the general words do for the others")]
pub(super) fn advice(kind: TroubleKind, place: &Place, source: &Source) -> Option<Advice> {
    let line = Some(source.line(place.line())).filter(|line| line.len() <= LONGEST)?;
    if let Some(task) = task(line) {
        return Some(task);
    }
    if let Some(text) =
        reserved(kind, line).or_else(|| bracketed(line)).or_else(|| block_sign(kind, place, line))
    {
        return Some(text);
    }
    if let Some(comma) = comma_at_end(place, line) {
        return Some(comma);
    }
    match kind {
        TroubleKind::SecondColon => period_and_value(line).or_else(|| second_colon(line)),
        TroubleKind::MissingColon => {
            missing_colon(line).or_else(|| block_text(place, source)).or_else(|| heading(place, line))
        }
        TroubleKind::Indentation => indentation(place, source),
        TroubleKind::AfterQuote => text_after_quote(line),
        TroubleKind::ListOnKeyLine => dash_alone(place, line),
        _ => None,
    }
}

/// `- [ ] Write the plan`: an item of a task list.
fn task(line: &str) -> Option<Advice> {
    let rest = line.trim_start().strip_prefix(['-', '*', '+'])?.trim_start().strip_prefix('[')?;
    let (mark, text) = rest.split_once(']')?;
    let done = match mark.trim() {
        "" => "",
        "x" | "X" => " and below it `status: completed`",
        _ => return None,
    };
    let text = text.trim();
    if text.is_empty() || text.starts_with([',', '}', ']']) {
        return None;
    }
    let label = "a key such as `title` is needed before this";
    let help = format!("Write `- title: {}`{done}.", in_quotes_if_needed(text));
    Some(Advice::says(Code::WrongForm, "A box before a task is not read here", label, help))
}

/// A text that begins with a character YAML keeps for itself: `@training`, `**School**`, `& more`.
fn reserved(kind: TroubleKind, line: &str) -> Option<Advice> {
    let may_be = matches!(
        kind,
        TroubleKind::Reserved(_)
            | TroubleKind::UnknownAlias
            | TroubleKind::NotYaml
            | TroubleKind::Indentation
            | TroubleKind::MissingColon
            | TroubleKind::CommentInText
    );
    let (key, text) = key_and_text(line)?;
    let is_question = text == "?" || text.starts_with("? ");
    let is_reserved = |first: &char| may_be && (RESERVED.contains(first) || is_question);
    let first = text.chars().next().filter(is_reserved)?;
    // Between brackets nobody knows where the text ends.
    let quoted =
        quoted(text).filter(|_| !key.contains(['{', '[']) && !text.contains(['{', '}', '[', ']']))?;
    // A star with a plain name after it may well be meant as one.
    if kind == TroubleKind::UnknownAlias
        && text.chars().skip(1).all(|c| c.is_alphanumeric() || c == '_' || c == '-')
    {
        return Some(Advice::help(format!(
            "If this is a text, put it in quotes: {quoted}. If it repeats something, mark that with & and the same name."
        )));
    }
    let help = format!("Put the text in quotes: {quoted}.");
    Some(Advice::cannot_begin(first, "YAML keeps this character for itself", help))
}

/// `title: [Draft] Plan`: a text that begins with a bracket.
fn bracketed(line: &str) -> Option<Advice> {
    let (key, text) = key_and_text(line)?;
    let (open, close) = if text.starts_with('[') { ('[', ']') } else { ('{', '}') };
    let (_, behind) = text.strip_prefix(open)?.split_once(close)?;
    let is_text = behind.starts_with(' ') && behind.trim_start().starts_with(char::is_alphanumeric);
    let quoted = quoted(text).filter(|_| is_text && !key.contains(['{', '[']))?;
    let help = format!("Put the text in quotes: {quoted}.");
    Some(Advice::cannot_begin(open, "YAML takes the bracket for a list", help))
}

/// `2022: >240` or `title: | Plan`: a sign that promises a text on the lines below, before something else.
fn block_sign(kind: TroubleKind, place: &Place, line: &str) -> Option<Advice> {
    if !matches!(kind, TroubleKind::NotYaml | TroubleKind::Reserved('>' | '|')) {
        return None;
    }
    let (before, from) = parted(place, line)?;
    let sign = from.chars().next().filter(|sign| matches!(sign, '>' | '|'))?;
    let is_between_braces = before.contains(['{', '[']);
    let whole = if is_between_braces { from.split([',', '}', ']']).next() } else { from.split(" #").next() }?;
    let whole = whole.trim_end();
    let rest = whole.trim_start_matches(['>', '|', '=', ' ', '~']);
    let number: String = rest.chars().take_while(|c| c.is_ascii_digit() || *c == '.').collect();
    let key = key_and_text(line)?.0.trim();
    let is_text =
        FIELDS.iter().any(|field| field.key == key && matches!(field.kind, Kind::Text | Kind::Prose));
    if !is_text && !number.is_empty() && number.len() == rest.trim_end_matches(['%', '+']).len() {
        let message = format!("A number cannot begin with {sign}");
        let help = format!("Write the number alone: {number}. {SAY_IN_NOTES}");
        return Some(Advice::says(Code::NotANumber, message, "no number yet", help));
    }
    let quoted = quoted(whole).filter(|_| !rest.is_empty() && !is_between_braces)?;
    let help = format!("Put the text in quotes: {quoted}. A long text may also begin on the next line.");
    Some(Advice::cannot_begin(sign, "YAML expects the text on the lines below", help))
}

/// What stands before a place in its line, and what from there on.
fn parted<'l>(place: &Place, line: &'l str) -> Option<(&'l str, &'l str)> {
    let column = place.column().checked_sub(1)?;
    let at = line.char_indices().map(|(at, _)| at).nth(column)?;
    line.split_at_checked(at)
}

/// `values: { 2022: 3 },`: a comma at the end of a line that is complete without it.
fn comma_at_end(place: &Place, line: &str) -> Option<Advice> {
    let (before, from) = parted(place, line)?;
    let is_last = from.split(" #").next()?.trim() == ",";
    let is_complete = before.trim_end().ends_with(['}', ']', '"', '\'']);
    let message = "A comma stands at the end of this line";
    let help = "Delete this comma: lines are not separated by commas.";
    (is_last && is_complete).then(|| Advice::says(Code::BrokenYaml, message, "nothing goes on here", help))
}

/// `2021: -`: a dash where there is no value.
fn dash_alone(place: &Place, line: &str) -> Option<Advice> {
    let rest = parted(place, line)?.1.strip_prefix('-')?.split(" #").next()?;
    let message = "A dash stands where a value belongs";
    let label = "YAML takes the dash for the beginning of a list";
    let help = "If there is no value to report, write null in its place.";
    rest.trim().is_empty().then(|| Advice::says(Code::ListOnKeyLine, message, label, help))
}

/// `title: Our cooperation: the first year`.
fn second_colon(line: &str) -> Option<Advice> {
    let (key, text) = key_and_text(line)?;
    let quoted =
        quoted(text).filter(|_| !key.contains(['{', '[']) && !text.contains(['{', '}', '[', ']']))?;
    Some(Advice::help(format!("Put the text in quotes: `{}: {quoted}`.", shown(key))))
}

/// `baseline: 2020: 3`: a value under its period, without the braces.
fn period_and_value(line: &str) -> Option<Advice> {
    let (key, text) = key_and_text(line)?;
    let inner = text.trim_matches(['(', ')']);
    if matches!(key, "values" | "scores") && inner.starts_with(|c: char| c.is_ascii_digit()) {
        return Some(Advice::help(format!("Write `{key}: {{ {} }}`.", shown(inner))));
    }
    let (period, value) = text.split_once(": ").map(|(period, value)| (period.trim(), value.trim()))?;
    let is_number = |text: &str| text.starts_with(|c: char| c.is_ascii_digit() || c == '-');
    let (period, value) = (shown(period), shown(value));
    let group = match key {
        "baseline" | "target" => format!("{{ value: {value}, period: {period} }}"),
        _ => return None,
    };
    is_number(&period).then(|| Advice::help(format!("Write `{key}: {group}`.")))
}

/// A line below `title: |` that does not begin further right.
fn block_text(place: &Place, source: &Source) -> Option<Advice> {
    let above = source.line(place.line().checked_sub(1)?).trim_end();
    let (_, sign) = above.split_once(": ").filter(|_| above.len() <= LONGEST)?;
    matches!(sign.trim(), "|" | ">" | "|-" | ">-" | "|+" | ">+").then(|| {
        Advice::help(format!(
            "After `{}` begin each line of the text further to the right than its key.",
            sign.trim()
        ))
    })
}

/// Words or strokes at the beginning of a line that are for people.
fn heading(place: &Place, line: &str) -> Option<Advice> {
    let help = || format!("Write `# {}` if it is a comment or a heading; else `key: value`.", shown(line));
    (place.column() == 1).then(|| Advice::help(help()))
}

/// `title: 'The partner's view`: the text without the quotes around it, in the other kind.
fn text_after_quote(line: &str) -> Option<Advice> {
    let (key, text) = key_and_text(line)?;
    if key.contains(['{', '[']) || text.contains(['{', '}', '[', ']']) {
        return None;
    }
    let text = if text.starts_with('\'') { text.trim_matches('\'') } else { text };
    let quoted = if text.starts_with('"') { in_single_quotes(text) } else { quoted(text) }?;
    Some(Advice::help(format!("Put the whole text in the other kind of quotes: `{}: {quoted}`.", shown(key))))
}

/// A text with double quotes in it, between single ones.
fn in_single_quotes(text: &str) -> Option<String> {
    let text = shown(text);
    (!text.contains(['\'', '\\'])).then(|| format!("'{text}'"))
}

/// A name that is known here, without its colon.
fn missing_colon(line: &str) -> Option<Advice> {
    let word = line.trim().trim_start_matches("- ");
    let is_known = FIELDS.iter().any(|field| field.key == word);
    is_known.then(|| Advice::help(format!("Write `{}:`, with a colon at its end.", shown(word))))
}

/// A line that begins in another column than its neighbours: how many spaces each has.
fn indentation(place: &Place, source: &Source) -> Option<Advice> {
    let spaces = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let own = source.line(place.line());
    let is_dash = |line: &str| line.trim_start().starts_with("- ");
    // A dash that is too deep goes on with the text above it, and only what follows it is in the way.
    let behind_dash = if is_dash(own) { own.find(|c| c != '-' && c != ' ') } else { None };
    if spaces(own) + 1 != place.column() && behind_dash.is_none_or(|at| at + 1 != place.column()) {
        return None;
    }
    let mut above = (1..place.line()).rev().take(LINES_ABOVE).map(|number| source.line(number));
    if is_dash(own) {
        let above = spaces(above.find(|line| is_dash(line))?);
        return (spaces(own) != above).then(|| {
            Advice::help(format!(
                "Dashes of one list stand in the same column. This one has {} in front, the dash above it {above}.",
                count(spaces(own))
            ))
        });
    }
    let above = above.find(|line| {
        let text = line.trim();
        !text.is_empty() && !text.starts_with('#')
    })?;
    // What an item begins with stands behind its dash.
    let dash = above.trim_start().find(|c| c != '-' && c != ' ').unwrap_or(0);
    let (own, above) =
        (spaces(own), spaces(above) + if above.trim_start().starts_with('-') { dash } else { 0 });
    (own != above).then(|| {
        Advice::help(format!(
            "Lines of one item begin in the same column. This one has {} in front, the line above it {above}.",
            count(own)
        ))
    })
}

fn count(spaces: usize) -> String {
    match spaces {
        0 => "no space".to_owned(),
        1 => "1 space".to_owned(),
        more => format!("{more} spaces"),
    }
}

/// The key of a line and the text after it, without a remark at its end.
fn key_and_text(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_start().trim_start_matches("- ").trim_start();
    let (key, text) = line.split_once(": ").unwrap_or(("", line));
    let text = text.split(" #").next().unwrap_or(text).trim();
    (!text.is_empty()).then_some((key, text))
}

/// A text in quotes; none where it has both kinds, or is in quotes already.
fn quoted(text: &str) -> Option<String> {
    let text = shown(text);
    match (text.contains('"'), text.contains('\'')) {
        _ if text.starts_with(['"', '\'']) || text.contains('\\') => None,
        (false, _) => Some(format!("\"{text}\"")),
        (true, false) => Some(format!("'{text}'")),
        (true, true) => None,
    }
}

/// A text as it can be written after `title: `.
fn in_quotes_if_needed(text: &str) -> String {
    let plain =
        !text.contains(": ") && !text.contains(" #") && !text.starts_with(RESERVED) && !text.ends_with(':');
    if plain { shown(text) } else { quoted(text).unwrap_or_else(|| shown(text)) }
}
