//! Scalar: a value on its way into the text, quoted only where it must be.
//!
//! Never writes a value over more than one line.

use super::ScalarStyle;

/// A value to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scalar<'a> {
    /// Words: quoted where they would read as something else.
    Text(&'a str),
    /// `true`, `null`: never quoted, unless it takes the place of a quoted value.
    Bare(&'a str),
    /// A number or a date as somebody typed it: quoted only where it would not read as what was typed.
    Typed(&'a str),
}

impl<'a> Scalar<'a> {
    /// What a reader shall read.
    pub(crate) const fn text(self) -> &'a str {
        match self {
            Self::Text(text) | Self::Bare(text) | Self::Typed(text) => text,
        }
    }

    /// The style it is written in where nothing calls for quotes; `quotes` where they are needed.
    pub(crate) fn style(self, place: Surroundings, quotes: ScalarStyle) -> ScalarStyle {
        match self {
            Self::Text(text) if !is_safe_plain(text, place) => quotes,
            Self::Typed(text) if !is_safe_typed(text, place) => quotes,
            Self::Text(_) | Self::Bare(_) | Self::Typed(_) => ScalarStyle::Plain,
        }
    }

    /// The style it is written in inside a file that is JSON, where only a number, `true`, `false` and
    /// `null` go without quotes.
    pub(crate) fn style_in_json(self) -> ScalarStyle {
        match self {
            Self::Bare(_) => ScalarStyle::Plain,
            Self::Typed(text) if is_json_number(text) => ScalarStyle::Plain,
            Self::Text(_) | Self::Typed(_) => ScalarStyle::DoubleQuoted,
        }
    }
}

/// What a value stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Surroundings {
    /// Lines.
    Block,
    /// Braces or brackets.
    Flow,
}

/// Writes a text in a style; `None` for a style that takes more than one line, or one that cannot
/// hold the text.
pub(crate) fn write(text: &str, style: ScalarStyle) -> Option<String> {
    match style {
        ScalarStyle::Plain => Some(text.to_owned()),
        ScalarStyle::SingleQuoted if text.chars().all(is_printable) => {
            Some(format!("'{}'", text.replace('\'', "''")))
        }
        ScalarStyle::DoubleQuoted => Some(double_quoted(text)),
        ScalarStyle::SingleQuoted | ScalarStyle::Literal | ScalarStyle::Folded => None,
    }
}

fn double_quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            _ if is_printable(letter) => quoted.push(letter),
            _ => quoted.extend(format!("\\U{:08X}", u32::from(letter)).chars()),
        }
    }
    quoted.push('"');
    quoted
}

/// Whether a character may stand in a one-line text as it is, in every version of YAML.
fn is_printable(letter: char) -> bool {
    !letter.is_control() && !matches!(letter, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

/// Words that some reader of YAML takes for a truth value, nothing, or a number.
const SPECIAL: [&str; 12] =
    ["null", "true", "false", "yes", "no", "on", "off", "y", "n", "nan", "inf", "infinity"];

/// Whether a text reads as the same text without quotes, for every reader of YAML 1.1 and 1.2.
///
/// Careful rather than complete: what does not begin with a letter is quoted, for it might be a
/// number, a date or a sign of YAML.
fn is_safe_plain(text: &str, place: Surroundings) -> bool {
    let begins_with_letter = text.chars().next().is_some_and(char::is_alphabetic);
    let in_flow = |letter| place == Surroundings::Flow && matches!(letter, ',' | '[' | ']' | '{' | '}' | ':');
    begins_with_letter
        && !SPECIAL.iter().any(|word| text.eq_ignore_ascii_case(word))
        && !text.ends_with([' ', ':'])
        && !text.contains(": ")
        && !text.contains(" #")
        && text.chars().all(|letter| is_printable(letter) && !in_flow(letter))
        && text.chars().all(|letter| letter == ' ' || !letter.is_whitespace())
}

/// Whether a typed number, date or word reads as typed without quotes.
fn is_safe_typed(text: &str, place: Surroundings) -> bool {
    let begins = text.trim_start_matches(['+', '-', '.']);
    let is_figure =
        begins.starts_with(|letter: char| letter.is_ascii_digit()) && text.len() < begins.len() + 2;
    let comma = |letter| place == Surroundings::Block && letter == ',';
    // Brackets and stars as in `2024 (p)` and `2024*` mean something to YAML at the beginning at most.
    let sign =
        |letter| matches!(letter, '.' | '+' | '-' | '%' | '/' | '_' | ' ' | '(' | ')' | '*') || comma(letter);
    let is_plain = text.chars().all(|letter| letter.is_ascii_alphanumeric() || sign(letter));
    is_figure && is_plain && !text.ends_with(' ') || is_safe_plain(text, place)
}

/// Whether JSON takes a text for a number.
fn is_json_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = number.split_once('.').unwrap_or((number, "0"));
    digits(whole) && digits(fraction) && (whole == "0" || !whole.starts_with('0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str, place: Surroundings) -> String {
        let scalar = Scalar::Text(text);
        write(text, scalar.style(place, ScalarStyle::DoubleQuoted)).unwrap()
    }

    #[test]
    fn words_go_without_quotes_and_what_reads_as_something_else_goes_with_them() {
        let plain = ["in_progress", "Ministry of Defence, Sarajevo", "Željko's team", "a:b", "a#b", "nobody"];
        for text in plain {
            assert_eq!(written(text, Surroundings::Block), text);
        }
        let quoted = ";no;Yes;NULL;true;~;2022;1.5;2026-11-23;- a;? a;a: b;a #b;#a;a:; a;a ;*a;\
            &a;!a;|;>;%a;@a;`a;'a;{a};[a];.nan;NaN;<<";
        for text in quoted.split(';') {
            assert_eq!(written(text, Surroundings::Block), format!("\"{text}\""));
        }
    }

    #[test]
    fn braces_and_commas_need_quotes_only_inside_braces() {
        assert_eq!(written("a, b", Surroundings::Block), "a, b");
        assert_eq!(written("a, b", Surroundings::Flow), "\"a, b\"");
        assert_eq!(written("a:b", Surroundings::Flow), "\"a:b\"");
    }

    #[test]
    fn what_was_typed_goes_without_quotes_where_it_reads_as_typed() {
        let style = |text, place| Scalar::Typed(text).style(place, ScalarStyle::DoubleQuoted);
        let figures = ["3", "-2.5", "+1", ".5", "2024-05-01", "31.12.2024", "36 %", "2022/23", "1_000"];
        for text in figures.into_iter().chain(["soon", "2024 (p)", "2024*", "FY2024", "H1 2024 (r)"]) {
            assert_eq!(style(text, Surroundings::Flow), ScalarStyle::Plain, "{text}");
        }
        assert_eq!(style("1,5", Surroundings::Block), ScalarStyle::Plain);
        for text in ["1,5", "--3", "- 3", "3: 4", "3 #4", "[3", "*3", "...", "null", "10:30", "3\n4"] {
            assert_eq!(style(text, Surroundings::Flow), ScalarStyle::DoubleQuoted, "{text}");
        }
    }

    #[test]
    fn json_knows_fewer_words_without_quotes() {
        for (scalar, style) in [
            (Scalar::Typed("3"), ScalarStyle::Plain),
            (Scalar::Typed("-0.25"), ScalarStyle::Plain),
            (Scalar::Bare("null"), ScalarStyle::Plain),
            (Scalar::Typed("05"), ScalarStyle::DoubleQuoted),
            (Scalar::Typed(".5"), ScalarStyle::DoubleQuoted),
            (Scalar::Typed("--5"), ScalarStyle::DoubleQuoted),
            (Scalar::Typed("2024-05-01"), ScalarStyle::DoubleQuoted),
            (Scalar::Text("agreed"), ScalarStyle::DoubleQuoted),
        ] {
            assert_eq!(scalar.style_in_json(), style, "{scalar:?}");
        }
    }

    #[test]
    fn quotes_inside_quotes_are_written_so_that_they_read_back() {
        assert_eq!(write("it's", ScalarStyle::SingleQuoted).as_deref(), Some("'it''s'"));
        assert_eq!(
            write("a\"\\\n\u{1b}", ScalarStyle::DoubleQuoted).as_deref(),
            Some(r#""a\"\\\n\U0000001B""#)
        );
        assert_eq!(write("a\nb", ScalarStyle::SingleQuoted), None);
        assert_eq!(write("a", ScalarStyle::Literal), None);
    }
}
