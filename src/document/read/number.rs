//! Numbers: a value becomes a decimal, or a finding that says what to write.

use super::advice::SAY_IN_NOTES;
use super::reader::{Reader, Slot, severity_of};
use super::shown::shown;
use crate::document::finding::{Code, Finding, Severity};
use crate::programme::Direction;
use crate::programme::Measure;
use crate::programme::fields::Kind;
use crate::programme::words::{self, Choice};
use crate::text::Place;
use crate::text::number::{self, NumberProblem, Parsed};
use crate::yaml::tree::Node;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// What a percent sign beside a number means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PercentSign {
    /// It is understood, with a hint, because the unit is per cent.
    Understood,
    /// It contradicts what the metric is, so the number is not read; what the metric would be in per cent.
    AgainstMeasure(Measure),
    /// It has no meaning in this field, so the number is not read.
    NotHere,
    /// The field holds shares of one, so the number is not read.
    OfOne,
}

impl Reader<'_> {
    /// A number.
    pub(super) fn number_of(&mut self, slot: Slot<'_>, sign: PercentSign) -> Option<Decimal> {
        let text = self.single(slot, "a number is needed here")?;
        self.foreign_tag(slot.value);
        if self.goes_on(slot.value, text) {
            return None;
        }
        match number::parse(text) {
            Ok(parsed) => self.taken(parsed, slot.value, sign),
            Err(problem) => {
                let finding = not_a_number(&shown(text), &problem, self.spot(slot.value), "");
                let mut finding = finding.severity(severity_of(slot.field));
                finding.help = aim(slot, text).or(finding.help);
                self.report(finding);
                None
            }
        }
    }

    /// A number with what its percent sign means here, which is said.
    pub(super) fn taken(&mut self, parsed: Parsed, node: Node<'_>, sign: PercentSign) -> Option<Decimal> {
        match parsed {
            Parsed::Plain(value) => Some(value),
            Parsed::PerCent(value) => {
                self.report(percent_sign(value, self.spot(node), sign));
                (sign == PercentSign::Understood).then_some(value)
            }
        }
    }

    /// A whole number, up to the largest that the field takes.
    pub(super) fn whole_of(&mut self, slot: Slot<'_>) -> Option<u32> {
        let Kind::Whole(most) = slot.field.kind else { return None };
        let value = self.number_of(slot, PercentSign::NotHere)?;
        let whole = value.to_u32().filter(|whole| Decimal::from(*whole) == value && *whole <= most);
        if whole.is_none() {
            let key = slot.field.key;
            let message = format!("`{key}` cannot be {value}");
            let finding = Finding::new(Code::NumberOutOfRange, self.spot(slot.value), message);
            let finding = finding.severity(severity_of(slot.field)).label("out of range");
            self.report(finding.help(format!("Write a whole number from 0 to {most}.")));
        }
        whole
    }

    /// A number or nothing, as it stands for a period.
    pub(super) fn parsed(&mut self, node: Node<'_>) -> Option<Parsed> {
        let Some(text) = node.text() else {
            let message = "A list or a group of keys stands where a value is needed";
            let help = "Write a number, or a group such as `{ value: 3, status: provisional }`.";
            self.report(
                Finding::new(Code::WrongForm, self.spot(node), message)
                    .severity(Severity::Error)
                    .label("a number is needed here")
                    .help(help),
            );
            return None;
        };
        self.foreign_tag(node);
        if self.goes_on(node, text) {
            return None;
        }
        match number::parse(text) {
            Ok(parsed) => Some(parsed),
            Err(problem) => {
                let or_null = ", or null if the value was not reported";
                self.report(not_a_number(&shown(text), &problem, self.spot(node), or_null));
                None
            }
        }
    }
}

/// What to write where more than a number is given: a span of time, or an aim such as `80% by 2025` or
/// `increase`.
fn aim(slot: Slot<'_>, text: &str) -> Option<String> {
    if slot.field.key == "stale_after" && !text.to_lowercase().contains("day") {
        return Some("Write a number of days, such as 90 for three months.".to_owned());
    }
    if !matches!(slot.field.key, "target" | "baseline") {
        return None;
    }
    let key = slot.field.key;
    if let Some(direction) = words::word_of::<Direction>(text) {
        let word = direction.word();
        return Some(format!(
            "A {key} is a number. For a direction write `direction: {word}` and delete this line."
        ));
    }
    // Only what says so is a period: `1000 to 2000` are two values.
    let (value, year) = [" by ", " in ", " until "].iter().find_map(|word| text.split_once(word))?;
    let (Ok(Parsed::Plain(value) | Parsed::PerCent(value)), year) =
        (number::parse(value.trim()), year.trim())
    else {
        return None;
    };
    let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    is_year.then(|| format!("Write `{key}: {{ value: {value}, period: {year} }}`."))
}

/// The finding about a percent sign.
pub(super) fn percent_sign(value: Decimal, place: Place, sign: PercentSign) -> Finding {
    let refused = || {
        Finding::new(Code::PercentSign, place, "A percent sign stands where a plain number is needed")
            .severity(Severity::Error)
            .label("this is not read")
    };
    match sign {
        PercentSign::Understood => {
            let message = format!("The percent sign after {value} belongs in the unit");
            Finding::new(Code::PercentSign, place, message)
                .label(format!("read as {value}"))
                .help(format!("Write {value} here, and keep the percent sign in `unit: \"%\"`."))
        }
        PercentSign::AgainstMeasure(measure) => {
            let measure = measure.word();
            refused().help(format!(
                "Write {value}. If the metric is in per cent, write `measure: {measure}` and `unit: \"%\"` above."
            ))
        }
        PercentSign::NotHere => refused().help(format!("Write {value}.")),
        PercentSign::OfOne => {
            let share = value.checked_div(Decimal::ONE_HUNDRED).unwrap_or(value).normalize();
            refused().help(format!("Write {share}."))
        }
    }
}

/// Whether a text says that its number is a bound or an estimate.
fn is_about(text: &str) -> bool {
    let text = text.trim();
    text.starts_with(['<', '>', '~', '\u{2248}', '\u{b1}', '\u{2264}', '\u{2265}']) || text.ends_with('+')
}

/// The finding about a text that is no number.
pub(super) fn not_a_number(shown: &str, problem: &NumberProblem, place: Place, or_null: &str) -> Finding {
    let comma = |what: &str| (Code::DecimalComma, format!("`{shown}` {what}"));
    let none = || (Code::NotANumber, format!("`{shown}` is not a number"));
    let ((code, message), help) = match problem {
        NumberProblem::DecimalComma(number) => {
            (comma("has a decimal comma"), format!("Write {number}, with a point."))
        }
        NumberProblem::Grouped(number) => {
            (comma("sets thousands apart"), format!("Write {number}, without anything between the digits."))
        }
        NumberProblem::Either { grouped, decimal } => {
            (comma("can mean two numbers"), format!("Write {grouped} or {decimal}, whichever is meant."))
        }
        NumberProblem::WithText(number) if is_about(shown) => {
            (none(), format!("Write the number alone: {number}. {SAY_IN_NOTES}"))
        }
        NumberProblem::InWords(number) | NumberProblem::WithText(number) => {
            (none(), format!("Write {number}{or_null}."))
        }
        NumberProblem::LeadingZero(number) => {
            let (code, message) = none();
            let why = "other programs read it to the base of eight";
            ((code, format!("{message}: {why}")), format!("Write {number}{or_null}."))
        }
        NumberProblem::InParentheses(number) => {
            (none(), format!("Write -{number} if it is a loss, {number} if it is not."))
        }
        NumberProblem::MissingMark => {
            (none(), "Write null if there is no value to report, or delete the line.".to_owned())
        }
        NumberProblem::NotFinite => (
            (Code::NotFinite, format!("`{shown}` cannot be shown as a figure")),
            format!("Write a number{or_null}."),
        ),
        NumberProblem::TooLarge => (
            (
                Code::NumberOutOfRange,
                format!("`{shown}` is too large, or has more digits than can be kept exactly"),
            ),
            "Write fewer digits, and choose a larger unit such as EUR million.".to_owned(),
        ),
        NumberProblem::NotANumber => {
            (none(), format!("Write the value in digits, such as 3 or 1.5{or_null}."))
        }
    };
    Finding::new(code, place, message).label("a number is needed here").help(help)
}
