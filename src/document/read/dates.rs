//! Days and times of day: as ISO 8601 writes them, or a finding that says what to write.

use super::characters::shown;
use super::item::{Slot, capital};
use super::{Reader, severity_of};
use crate::document::finding::{Code, Finding};
use crate::document::model::{Due, Placed};
use chrono::{Datelike, NaiveDate, NaiveTime};

/// Years that a programme has to do with.
const YEARS: std::ops::RangeInclusive<i32> = 1800..=2150;

/// The months, by which their first three letters are known as well.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

impl Reader<'_> {
    /// A day.
    pub(super) fn date_of(&mut self, slot: Slot<'_, '_>) -> Option<Placed<NaiveDate>> {
        let Some((text, _)) = slot.value.text() else {
            self.wrong_form(slot, "a date is needed here");
            return None;
        };
        let place = self.spot(slot.value);
        let written = shown(text);
        if let Some(value) = iso(&written) {
            if YEARS.contains(&value.year()) {
                return Some(Placed { value, place });
            }
            let message = format!("The year {:04} is hardly meant", value.year());
            let finding = Finding::new(Code::NotADate, place, message).severity(severity_of(slot.field));
            self.report(finding.label("not read").help(USUAL_DATE));
            return None;
        }
        let NotADate { message, label, help } = not_a_date(&written);
        let finding = Finding::new(Code::NotADate, place, message).severity(severity_of(slot.field));
        self.report(finding.label(label).help(help));
        None
    }

    /// A day by which something is due.
    pub(super) fn due_of(&mut self, slot: Slot<'_, '_>) -> Option<Placed<Due>> {
        self.date_of(slot).map(|date| Placed { value: Due::from(date.value), place: date.place })
    }

    /// A time of day.
    pub(super) fn time_of(&mut self, slot: Slot<'_, '_>) -> Option<NaiveTime> {
        let Some((text, _)) = slot.value.text() else {
            self.wrong_form(slot, "a time is needed here");
            return None;
        };
        let written = shown(text);
        let time = NaiveTime::parse_from_str(&written, "%H:%M")
            .or_else(|_| NaiveTime::parse_from_str(&written, "%H:%M:%S"));
        if time.is_err() {
            let message = format!("`{written}` is not a time of day");
            let finding = Finding::new(Code::NotATime, self.spot(slot.value), message);
            let help = "Write hours and minutes of 24 hours, such as 09:30 or 14:30.";
            self.report(finding.label("a time is needed here").help(help));
        }
        time.ok()
    }
}

/// Year, month and day in digits; nothing else.
pub(in crate::document) fn iso(text: &str) -> Option<NaiveDate> {
    let shape =
        |(at, byte): (usize, u8)| if matches!(at, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() };
    let is_iso = text.len() == 10 && text.bytes().enumerate().all(shape);
    is_iso.then(|| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok())?
}

/// A day by which something is due, as people may write it.
pub(in crate::document) fn due(text: &str) -> Option<Due> {
    iso(text).map(Due::from)
}

/// What is wrong with a text that is no date, and what to write.
struct NotADate {
    message: String,
    label: &'static str,
    help: String,
}

fn not_a_date(written: &str) -> NotADate {
    let bare = written.trim_matches(|letter: char| "“”„‘’«»".contains(letter));
    if let Some(date) = iso(bare) {
        let message = format!("`{written}` is a date between quotes of a word processor");
        return NotADate { message, label: "a date alone is needed here", help: format!("Write {date}.") };
    }
    if let Some((first, last)) = span(written) {
        let message = format!("`{written}` is a span of days");
        let help = format!("Write one day: {first} or {last}.");
        return NotADate { message, label: "one day is needed here", help };
    }
    if let Some((year, month, day)) = iso_like(written)
        && NaiveDate::from_ymd_opt(year, month, day).is_none()
    {
        let help = match (last_day(year, month), MONTHS.get(month.saturating_sub(1) as usize)) {
            (Some(last), Some(name)) => {
                format!("Write a day that exists: {} {year} has {last} days.", capital(name))
            }
            _ => "Write a month from 01 to 12.".to_owned(),
        };
        return NotADate { message: format!("`{written}` does not exist"), label: "no such day", help };
    }
    let in_order = iso_like(written).and_then(|(year, month, day)| NaiveDate::from_ymd_opt(year, month, day));
    let readings = in_order.map_or_else(|| readings(written), |date| vec![date]);
    let help = match readings.as_slice() {
        [only] => format!("Write {only}."),
        [first, second, ..] => format!("Write {first} or {second}, whichever is meant."),
        [] => no_reading(written),
    };
    NotADate { message: format!("`{written}` is not a date"), label: "a date is needed here", help }
}

/// `2024-03-01 - 2024-03-31`: the first day and the last.
fn span(written: &str) -> Option<(NaiveDate, NaiveDate)> {
    let first = written.get(..10).and_then(iso)?;
    let last = written.get(written.len().checked_sub(10).filter(|at| *at > 10)?..).and_then(iso)?;
    Some((first, last))
}

/// What to write in place of a text that names no day.
fn no_reading(written: &str) -> String {
    let digits: Vec<&str> =
        written.split(|letter: char| !letter.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    match (digits.as_slice(), written.to_lowercase().as_str()) {
        ([], "tbd" | "tbc" | "tba" | "n/a" | "na" | "none" | "unknown" | "open" | "?" | "-" | "--") => {
            "While there is no date, delete the line.".to_owned()
        }
        ([days], _) if *days == written => match from_spreadsheet(days) {
            Some(date) => format!("If a spreadsheet counts days so, this is {date}: write that."),
            None if days.len() == 4 => {
                format!("Write a day as well, such as {days}-12-31 for the end of the year.")
            }
            None => USUAL_DATE.to_owned(),
        },
        ([year], lower) if year.len() == 4 => {
            let mut words = lower.split(|letter: char| !letter.is_alphabetic());
            let month = words.find_map(month_of).unwrap_or(12);
            let last = year.parse().ok().and_then(|year| last_day(year, month)).unwrap_or(31);
            format!("Write year, month and day in digits, such as {year}-{month:02}-{last}.")
        }
        _ => USUAL_DATE.to_owned(),
    }
}

/// How dates are written.
const USUAL_DATE: &str = "Write the year, the month and the day in digits, such as 2024-02-08.";

/// The day that a spreadsheet keeps as this number, if it is in this century: it counts from the last days
/// of 1899 on (ECMA-376, part 1, 18.17.4.1).
fn from_spreadsheet(digits: &str) -> Option<NaiveDate> {
    let days: u64 = digits.parse().ok().filter(|days| (36_526..73_051).contains(days))?;
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(chrono::Days::new(days))
}

/// Three numbers that begin with a year of four digits, such as `2024-2-8`, `2024/02/08` or a date
/// with a time of day behind it.
fn iso_like(written: &str) -> Option<(i32, u32, u32)> {
    let day = written.split(['T', ' ']).next()?;
    let parts: Vec<&str> = day.split(['-', '/', '.']).collect();
    let [year, month, day] = parts.as_slice() else { return None };
    let year = year.parse().ok().filter(|_| year.len() == 4)?;
    Some((year, month.parse().ok()?, day.parse().ok()?))
}

fn last_day(year: i32, month: u32) -> Option<u32> {
    (28..=31).rev().find(|day| NaiveDate::from_ymd_opt(year, month, *day).is_some())
}

/// Every day that a text such as `08/02/24` or `8 Feb 2024` may mean.
fn readings(written: &str) -> Vec<NaiveDate> {
    let lower = written.to_lowercase();
    let parts: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    let [first, second, last] = parts.as_slice() else { return Vec::new() };
    // The year may come first, where no day is that late or a hyphen says so.
    let leads = lower.matches(['-', '/']).count() == 2 && first.len() == 2 && last.len() == 2;
    let year_first = year_of(first)
        .filter(|year| leads && (2020..2040).contains(year))
        .and_then(|year| NaiveDate::from_ymd_opt(year, month_of(second)?, last.parse().ok()?));
    let Some(year) = year_of(last) else { return Vec::new() };
    let date = |day: &str, month: &str| {
        let day = day.trim_end_matches(|c: char| c.is_alphabetic()).parse().ok()?;
        NaiveDate::from_ymd_opt(year, month_of(month)?, day)
    };
    let mut dates: Vec<NaiveDate> =
        [year_first, date(first, second), date(second, first)].into_iter().flatten().collect();
    dates.dedup();
    dates
}

fn year_of(text: &str) -> Option<i32> {
    let year: i32 = text.parse().ok()?;
    match text.len() {
        4 => Some(year),
        2 => Some(2000 + year),
        _ => None,
    }
}

fn month_of(text: &str) -> Option<u32> {
    let by_name = || {
        let named = |month: &&str| text.len() >= 3 && month.starts_with(text);
        (1..).zip(&MONTHS).find(|(_, month)| named(month)).map(|(number, _)| number)
    };
    text.parse().ok().or_else(by_name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_year_month_and_day_in_digits_are_a_date() {
        assert_eq!(iso("2024-02-08"), NaiveDate::from_ymd_opt(2024, 2, 8));
        for text in ["2024-02-30", "2024-2-8", "08/02/24", "+024-02-08", "2024-02-08T10:00", "", "2024/02/08"]
        {
            assert_eq!(iso(text), None, "{text}");
        }
    }

    #[test]
    fn each_finding_says_what_to_write() {
        for (written, help) in [
            ("2024-2-8", "Write 2024-02-08."),
            ("2024/02/08", "Write 2024-02-08."),
            ("2024-02-08T10:00:00Z", "Write 2024-02-08."),
            ("2024-02-30", "Write a day that exists: February 2024 has 29 days."),
            ("2023-02-29", "Write a day that exists: February 2023 has 28 days."),
            ("2024-13-01", "Write a month from 01 to 12."),
            ("08/02/24", "Write 2024-02-08 or 2024-08-02, whichever is meant."),
            ("24-06-30", "Write 2024-06-30 or 2030-06-24, whichever is meant."),
            ("31.12.2024", "Write 2024-12-31."),
            ("8 Feb 2024", "Write 2024-02-08."),
            ("8th of February", "Write the year, the month and the day in digits, such as 2024-02-08."),
            ("February 8, 2024", "Write 2024-02-08."),
            ("“2024-03-01”", "Write 2024-03-01."),
            ("2024", "Write a day as well, such as 2024-12-31 for the end of the year."),
            ("end of 2024", "Write year, month and day in digits, such as 2024-12-31."),
            ("End March 2027", "Write year, month and day in digits, such as 2027-03-31."),
            ("2027-03-01 – 2027-03-31", "Write one day: 2027-03-01 or 2027-03-31."),
            ("45291", "If a spreadsheet counts days so, this is 2023-12-31: write that."),
            ("TBD", "While there is no date, delete the line."),
            ("soon", "Write the year, the month and the day in digits, such as 2024-02-08."),
        ] {
            assert_eq!(not_a_date(written).help, help, "{written}");
        }
    }
}
