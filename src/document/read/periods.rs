//! Periods: the labels of values, baselines and targets, understood in the light of each other.
//!
//! What a label is not understood as is never guessed: the finding says the exact form to write.

use super::reader::Reader;
use super::shown::shown;
use crate::document::finding::{Code, Finding, Severity};
use crate::programme::fields::Part;
use crate::programme::period::{Period, PeriodError, PeriodMark, divided, is_plain_year};
use crate::yaml::tree::Node;
use std::borrow::Cow;

/// Whether a key is a period.
pub(super) fn is_a_period(name: &str) -> bool {
    Period::parse_series(&[divided(name).0]).iter().all(Result::is_ok)
}

/// What to write in place of a text that is no period.
fn period_help(written: &str) -> String {
    let lower = written.to_lowercase();
    let digits: String = written.chars().filter(char::is_ascii_digit).collect();
    if lower == digits && digits.len() == 2 {
        return format!("Write the year in full: 20{digits}.");
    }
    if lower.starts_with("fy") && digits.len() == 2 {
        let end = digits.parse::<i32>().unwrap_or(0) + 2000;
        let (before, after) = (end - 1, (end + 1) % 100);
        return format!(
            "Write {before}/{:02} if the year ends in {end}, {end}/{after:02} if it begins then.",
            end % 100
        );
    }
    match lower.split_once('q').map(|(year, _)| year.trim_end_matches(['-', ' '])) {
        Some(year) if year.len() == 4 && digits.starts_with(year) => {
            format!("A year has the quarters {year}-Q1 to {year}-Q4.")
        }
        _ => USUAL_PERIODS.to_owned(),
    }
}

/// How periods are written.
const USUAL_PERIODS: &str = "Write a year such as 2023, a fiscal year 2022/23, years 2012-2014, a half 2023-H1, a quarter 2023-Q2 or a month 2023-06.";

/// What names a period.
pub(super) struct PeriodLabel<'t> {
    pub node: Node<'t>,
    /// What it says without the marks behind it.
    period: Cow<'t, str>,
}

impl<'t> PeriodLabel<'t> {
    /// A label, and what the marks behind it say.
    pub(super) fn of(node: Node<'t>) -> (Self, Option<PeriodMark>) {
        let text = node.text().unwrap_or("");
        if is_plain_year(text) {
            return (Self { node, period: Cow::Borrowed(text) }, None);
        }
        let (period, mark) = match crate::text::clean(text) {
            Cow::Borrowed(text) => {
                let (period, mark) = divided(text);
                (Cow::Borrowed(period), mark)
            }
            Cow::Owned(text) => {
                let (period, mark) = divided(&text);
                (Cow::Owned(period.to_owned()), mark)
            }
        };
        (Self { node, period }, mark)
    }
}

impl AsRef<str> for PeriodLabel<'_> {
    fn as_ref(&self) -> &str {
        &self.period
    }
}

impl Reader<'_> {
    /// The period of each label, in the light of all; none where a label is not understood.
    pub(super) fn periods(&mut self, labels: &[&PeriodLabel<'_>]) -> Vec<Option<Period>> {
        let answers = Period::parse_series(labels);
        labels.iter().zip(answers).map(|(label, answer)| self.period(label.node, answer)).collect()
    }

    /// Which fiscal year `FY2023` is differs from country to country: how it is read is said once.
    fn called_by_its_end(&mut self, period: &Period, label: Node<'_>) {
        if !period.is_called_by_its_end() || !self.said.insert((Part::Value, "FY")) {
            return;
        }
        let place = self.spot(label);
        let (label, read_as) = (shown(&period.label), period.unmistakable());
        let message = format!("`{label}` is read as the fiscal year that ends then, {read_as}");
        let finding = Finding::new(Code::AmbiguousPeriod, place, message).severity(Severity::Hint);
        let help = format!("Write {read_as} to be sure, and the others likewise.");
        self.report(finding.label("the year in which it ends").help(help));
    }

    fn period(&mut self, label: Node<'_>, answer: Result<Period, PeriodError>) -> Option<Period> {
        match answer {
            Ok(period) => {
                self.called_by_its_end(&period, label);
                Some(period)
            }
            Err(PeriodError::Ambiguous(readings)) => self.ambiguous_period(label, &readings),
            Err(PeriodError::NotAPeriod) => {
                let finding = self.not_a_period(label);
                self.report(finding);
                None
            }
        }
    }

    fn not_a_period(&self, label: Node<'_>) -> Finding {
        let place = self.spot(label);
        let written = label.text().map(shown).unwrap_or_default();
        let run_on = written.split_once([':', '=']).filter(|(_, after)| !after.trim().is_empty());
        let Some((before, after)) = run_on else {
            let message = format!("`{written}` is not a period");
            let finding = Finding::new(Code::NotAPeriod, place, message).label("a year is needed here");
            return finding.help(period_help(&written));
        };
        let message = if written.contains('=') {
            format!("A colon and a space are needed in `{written}`")
        } else {
            format!("A space is missing after the colon of `{written}`")
        };
        let finding = Finding::new(Code::MissingSpace, place, message);
        let help = format!("Write {}: {}.", before.trim(), after.trim());
        finding.label("a space is needed after the colon").help(help)
    }

    /// Reports a label that may be several periods; of one that is a month by its digits alone, that month.
    fn ambiguous_period(&mut self, label: Node<'_>, readings: &[Period]) -> Option<Period> {
        let place = self.spot(label);
        let written = label.text().map(shown).unwrap_or_default();
        let ways: Vec<String> = readings.iter().map(Period::unmistakable).collect();
        if let ([month], [unmistakable]) = (readings, ways.as_slice()) {
            let message = format!("`{written}` is read as a month");
            let finding = Finding::new(Code::AmbiguousPeriod, place, message).severity(Severity::Warning);
            self.report(finding.label("a month?").help(format!("Write {unmistakable} to be sure.")));
            return Some(month.clone());
        }
        let message = format!("`{written}` can mean more than one period");
        let finding = Finding::new(Code::AmbiguousPeriod, place, message).label("which one is meant?");
        self.report(finding.help(format!("Write {}.", ways.join(" or "))));
        None
    }
}
