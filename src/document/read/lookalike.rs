//! Lookalikes: signs that look like those of YAML and are not, as word processors and web pages put them.
//!
//! Such a sign is no mistake in itself, since it may stand in any text. It explains what else is wrong with
//! its line, so a finding about that line gives way to one about the sign. Never looks at a line that has
//! no finding.

use super::shown::LONGEST;
use super::shown::{name_of, shown};
use crate::document::finding::{Code, Finding};
use crate::programme::fields::FIELDS;
use crate::text::{Place, Source};
use std::ops::Range;

/// A sign that is not what it looks like.
struct Sign {
    /// Its bytes in the line.
    span: Range<usize>,
    /// What is to be said of it, wherever the line stands.
    finding: Finding,
}

impl Sign {
    fn new(span: Range<usize>, code: Code, message: impl Into<String>, label: &str, help: &str) -> Self {
        Self { span, finding: Finding::new(code, Place::default(), message).label(label).help(help) }
    }
}

/// The finding about the sign that explains this one, where there is one.
pub(super) fn explained(finding: Finding, source: &Source) -> Finding {
    let Some((number, sign)) = may_be_explained(finding.code).then(|| reason(&finding, source)).flatten()
    else {
        return finding;
    };
    let start = source.line_start(number);
    let place = source.place(start + sign.span.start..start + sign.span.end);
    // What the mistake costs is said as before.
    let cost = finding.help.as_deref().and_then(|help| help.find(COST).and_then(|at| help.get(at..)));
    let help = sign.finding.help.as_deref().into_iter().chain(cost).collect::<Vec<_>>().join(" ");
    Finding { place, severity: finding.severity, ..sign.finding }.help(help)
}

/// The sign in the line of the finding, or in the line above: a line whose first sign is not understood is
/// read as a key, and only the line after it seems to stand in a wrong column.
fn reason(finding: &Finding, source: &Source) -> Option<(usize, Sign)> {
    let own = finding.place.line();
    if let Some(sign) = sign(source.line(own)) {
        return Some((own, sign));
    }
    let above = own.checked_sub(1).filter(|above| *above > 0 && finding.code == Code::WrongIndentation)?;
    let line = source.line(above);
    // A line of a text may begin with such a sign, but seldom goes on as a key.
    let is_field = line.split_once(':').is_some_and(|(key, value)| {
        let key = key.trim_start_matches(|letter: char| !letter.is_alphabetic());
        FIELDS.iter().any(|field| field.key == key) && (value.is_empty() || value.starts_with(' '))
    });
    is_field.then(|| sign(line)).flatten().map(|sign| (above, sign))
}

/// How the help of a finding begins to say what is not shown until it is put right.
pub(super) const COST: &str = "Until then";

/// Whether a sign in the line may be the reason for such a finding.
const fn may_be_explained(code: Code) -> bool {
    matches!(
        code,
        Code::UnknownField
            | Code::OtherName
            | Code::DuplicateKey
            | Code::MissingField
            | Code::WrongForm
            | Code::WrongIndentation
            | Code::MissingSpace
            | Code::MissingColon
            | Code::ColonInText
            | Code::UnknownAlias
            | Code::ReservedCharacter
            | Code::BrokenYaml
    )
}

/// The first such sign of a line.
fn sign(line: &str) -> Option<Sign> {
    if line.len() > LONGEST {
        return None;
    }
    let text = line.trim_start();
    let margin = line.len() - text.len();
    blank(line, 0..margin, "at the beginning of this line")
        .or_else(|| comment(text, margin))
        .or_else(|| dash(text, margin))
        .or_else(|| after_dash(line, text, margin))
        .or_else(|| quote(text, margin))
        .or_else(|| before_colon(line))
        .or_else(|| after_colon(line))
}

/// A blank in these bytes that is no ordinary one.
fn blank(line: &str, within: Range<usize>, whereabouts: &str) -> Option<Sign> {
    let start = within.start;
    let (at, letter) = line.get(within)?.char_indices().find(|(_, letter)| !letter.is_ascii())?;
    let span = start + at..start + at + letter.len_utf8();
    let message = format!("A blank {whereabouts} is no ordinary space ({})", name_of(letter));
    let help = "Delete the blanks here and type ordinary spaces. Word processors and web pages put others.";
    Some(Sign::new(span, Code::HiddenCharacter, message, "looks like a space", help))
}

/// `// a comment`.
fn comment(text: &str, at: usize) -> Option<Sign> {
    let rest = text.strip_prefix("//")?;
    let message = "A comment begins with #, not with //";
    let help = format!("Write `# {}`.", shown(rest));
    Some(Sign::new(at..at + 2, Code::WrongForm, message, "not the sign of a comment", &help))
}

/// Signs that begin the items of lists elsewhere.
const BULLETS: [char; 10] =
    ['*', '\u{2013}', '\u{2014}', '\u{2212}', '\u{2010}', '\u{2011}', '•', '·', '●', '▪'];

/// `– title: Training`, with a dash that is too long, or a dot.
fn dash(text: &str, at: usize) -> Option<Sign> {
    let sign = text.chars().next().filter(|sign| BULLETS.contains(sign))?;
    let rest = text.get(sign.len_utf8()..)?.strip_prefix(char::is_whitespace)?;
    let (message, label) = if "*•·●▪".contains(sign) {
        (format!("`{sign}` does not begin an item"), "not the dash of a list")
    } else {
        (format!("`{sign}` is not the dash of a list"), "looks like -, and is another sign")
    };
    let help = format!("Delete it and type the minus of the keyboard: `- {}`.", shown(rest));
    Some(Sign::new(at..at + sign.len_utf8(), Code::WrongForm, message, label, &help))
}

/// `-title: Training`, or a dash with a blank after it that is no ordinary one.
fn after_dash(line: &str, text: &str, at: usize) -> Option<Sign> {
    let rest = text.strip_prefix('-')?;
    let first = rest.chars().next()?;
    if first.is_whitespace() {
        let blanks = rest.len() - rest.trim_start().len();
        return blank(line, at + 1..at + 1 + blanks, "after the dash");
    }
    let (key, value) = rest.split_once(':')?;
    let is_key = !key.is_empty() && key.chars().all(|letter| letter.is_alphabetic() || letter == '_');
    let is_meant = is_key && (value.is_empty() || value.starts_with(' '));
    let (message, label) = ("A space is missing after a dash", "a space is needed after this dash");
    let help = || format!("Write `- {}`.", shown(rest));
    is_meant.then(|| Sign::new(at..at + 1, Code::MissingSpace, message, label, &help()))
}

/// Quotes of a word processor around a key.
const CURLY: [char; 7] = ['“', '”', '„', '‘', '’', '«', '»'];

fn quote(text: &str, at: usize) -> Option<Sign> {
    let key = text.trim_start_matches(['-', ' ']);
    let at = at + text.len() - key.len();
    let first = key.chars().next().filter(|first| CURLY.contains(first))?;
    let (key, _) = key.split_once(':')?;
    let bare = key.trim_matches(|letter: char| CURLY.contains(&letter) || letter.is_whitespace());
    let is_key = !bare.is_empty() && bare.chars().all(|letter| letter.is_alphanumeric() || letter == '_');
    let message = format!("`{first}` is no quote of YAML");
    let (label, help) = ("a quote as word processors write it", format!("Write `{bare}:`, without quotes."));
    is_key.then(|| Sign::new(at..at + first.len_utf8(), Code::WrongForm, message, label, &help))
}

/// `due :` with a blank before the colon that is no ordinary one.
fn before_colon(line: &str) -> Option<Sign> {
    let colon = line.find(':')?;
    let key = line.get(..colon)?.trim_end();
    if key.is_empty() { None } else { blank(line, key.len()..colon, "before a colon") }
}

/// `due:` with a blank after the colon that is no ordinary one.
fn after_colon(line: &str) -> Option<Sign> {
    let colon = line.find(':')?;
    let rest = line.get(colon + 1..)?;
    blank(line, colon + 1..colon + 1 + rest.len() - rest.trim_start().len(), "after a colon")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_word_processors_are_found_where_those_of_yaml_belong() {
        for (line, at, message) in [
            ("\u{a0}\u{a0}due: 2024-03-01", 0, "A blank at the beginning of this line is no ordinary space"),
            ("  -\u{a0}title: Radio", 3, "A blank after the dash is no ordinary space (U+00A0 no-break"),
            ("titre\u{a0}: Radio", 5, "A blank before a colon is no ordinary space (U+00A0 no-break"),
            ("    due:\u{2009}2024-03-01", 8, "A blank after a colon is no ordinary space (U+2009"),
            ("  – title: Radio", 2, "`–` is not the dash of a list"),
            ("  * title: Radio", 2, "`*` does not begin an item"),
            ("  • title: Radio", 2, "`•` does not begin an item"),
            ("  - “title”: Radio", 4, "`“` is no quote of YAML"),
            ("  -title: Radio", 2, "A space is missing after a dash"),
            ("// ours", 0, "A comment begins with #, not with //"),
        ] {
            let sign = sign(line).unwrap();
            let told = sign.finding.message;
            assert!(told.starts_with(message) && sign.span.start == at, "{line}: {told}");
        }
    }

    #[test]
    fn an_ordinary_line_has_none() {
        for line in
            ["  - title: “Radio” – phase\u{a0}2", "due: 2024-03-01", "---", "- 2023: -5", "-5: x", "–"]
        {
            assert!(sign(line).is_none(), "{line}");
        }
    }
}
