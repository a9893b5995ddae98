//! Days and times of day: as ISO 8601 writes them, or a finding that says what to write.

mod months;

pub(in crate::document) use months::english_month;

use super::reader::{Reader, Slot, severity_of};
use super::shown::shown;
use crate::document::finding::{Code, Finding};
use crate::programme::period::{Period, PeriodError, Shape};
use crate::programme::{Due, Placed};
use crate::text::Place;
use chrono::{Datelike, NaiveDate, NaiveTime};

/// Years that a programme and its sources have to do with.
pub(in crate::document) const YEARS: std::ops::RangeInclusive<i32> = 1800..=2150;

impl Reader<'_> {
    /// A day.
    pub(super) fn date_of(&mut self, slot: Slot<'_>) -> Option<Placed<NaiveDate>> {
        let text = self.single(slot, "a date is needed here")?;
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
        if self.is_beyond(severity_of(slot.field), &place) {
            return None;
        }
        self.report(not_a_date(&written, place).severity(severity_of(slot.field)));
        None
    }

    /// A day by which something is due.
    pub(super) fn due_of(&mut self, slot: Slot<'_>) -> Option<Placed<Due>> {
        let text = slot.value.text().map(shown);
        match text.as_deref().and_then(due) {
            Some(value) if YEARS.contains(&value.day.year()) => {
                Some(Placed { value, place: self.spot(slot.value) })
            }
            _ => self.date_of(slot).map(|date| Placed { value: Due::from(date.value), place: date.place }),
        }
    }

    /// A time of day.
    pub(super) fn time_of(&mut self, slot: Slot<'_>) -> Option<NaiveTime> {
        let text = self.single(slot, "a time is needed here")?;
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
    let number = |at: std::ops::Range<usize>| text.get(at)?.parse::<u32>().ok();
    let (year, month, day) = (number(0..4).filter(|_| is_iso)?, number(5..7)?, number(8..10)?);
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

/// A day by which something is due, or the month, quarter or half that ends on it: `2026-06`, `2026-Q2`, `Q4/2026`,
/// `June 2026`.
pub(in crate::document) fn due(text: &str) -> Option<Due> {
    let text = text.trim();
    if let Some(day) = iso(text) {
        return Some(day.into());
    }
    let periods = match Period::parse(text) {
        Ok(period) => vec![period],
        Err(PeriodError::Ambiguous(readings)) => readings,
        Err(PeriodError::NotAPeriod) => Vec::new(),
    };
    // A year and two digits is a month here: nothing is due by years.
    let ends = |one: &Period| matches!(one.shape, Shape::Month(..) | Shape::Quarter(..) | Shape::Half(..));
    let day =
        periods.iter().filter(|one| ends(one)).find_map(Period::last_day).or_else(|| named_month(text))?;
    Some(Due { day, written: Some(text.to_owned()) })
}

/// The last day of `June 2026`.
fn named_month(text: &str) -> Option<NaiveDate> {
    let (month, year) = text.rsplit_once(' ')?;
    let year = year.parse().ok().filter(|_| year.len() == 4)?;
    let month = months::month_called(month)?;
    NaiveDate::from_ymd_opt(year, month, last_day(year, month)?)
}

/// The finding about a text that is no date.
fn not_a_date(written: &str, place: Place) -> Finding {
    let finding = |message: String| Finding::new(Code::NotADate, place, message);
    let bare = written.trim_matches(|letter: char| "“”„‘’«»".contains(letter));
    if let Some(date) = iso(bare) {
        let finding = finding(format!("`{written}` is a date between quotes of a word processor"));
        return finding.label("a date alone is needed here").help(format!("Write {date}."));
    }
    if let Some((first, last)) = span(written) {
        let finding = finding(format!("`{written}` is a span of days"));
        return finding.label("one day is needed here").help(format!("Write one day: {first} or {last}."));
    }
    let numbers = iso_like(written);
    let in_order = numbers.and_then(|(year, month, day)| NaiveDate::from_ymd_opt(year, month, day));
    if let (Some((year, month, _)), None) = (numbers, in_order) {
        let first = NaiveDate::from_ymd_opt(year, month, 1).map(|first| first.format("%B %Y"));
        let help = match first.zip(last_day(year, month)) {
            Some((month, last)) => format!("Write a day that exists: {month} has {last} days."),
            None => "Write a month from 01 to 12.".to_owned(),
        };
        return finding(format!("`{written}` does not exist")).label("no such day").help(help);
    }
    let readings = in_order.map_or_else(|| readings(written), |date| vec![date]);
    let help = match readings.as_slice() {
        [only] => format!("Write {only}."),
        [first, second, ..] => format!("Write {first} or {second}, whichever is meant."),
        [] => no_reading(written),
    };
    finding(format!("`{written}` is not a date")).label("a date is needed here").help(help)
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
        ([], lower) if WITHOUT_END.split(", ").any(|word| word == lower) => {
            "What goes on has no day by which it is done: leave the line out.".to_owned()
        }
        ([], "tbd" | "tbc" | "tba" | "n/a" | "na" | "none" | "unknown" | "open" | "?" | "-" | "--") => {
            "While there is no date, delete the line.".to_owned()
        }
        // A month, a quarter or a half, where one day is needed.
        ([_, _], _) if let Some(due) = due(written) => {
            format!("Which day is meant? Write it, such as {}.", due.day)
        }
        ([year], lower) if year.len() == 4 && lower.starts_with("fy") => {
            format!("On which day does that year end? Write it, such as {year}-06-30 or {year}-12-31.")
        }
        ([year], lower) if year.len() == 4 && lower.contains("mid") => {
            format!("Which day is meant? Write it, such as {year}-06-30, or the month: {year}-06.")
        }
        ([days], _) if *days == written => match from_spreadsheet(days) {
            Some(date) => format!("If a spreadsheet counts days so, this is {date}: write that."),
            None if days.len() == 4 => {
                format!("Which day is meant? Write it, such as {days}-12-31 for the end of the year.")
            }
            None => USUAL_DATE.to_owned(),
        },
        ([year], lower) if year.len() == 4 => {
            let mut words = lower.split(|letter: char| !letter.is_alphabetic());
            let month = words.find_map(months::month_called).unwrap_or(12);
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
    let parts = lower.split(|c: char| !c.is_alphanumeric());
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty() && !BESIDE.contains(part)).collect();
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
    text.parse().ok().or_else(|| months::month_called(text))
}

/// Words that stand beside the parts of a date and say nothing: `30 de junio de 2024`, `30. juna 2024. godine`.
const BESIDE: [&str; 13] =
    ["de", "of", "the", "godine", "god", "leta", "r", "године", "год", "година", "г", "р", "року"];

/// Words for what has no end.
const WITHOUT_END: &str = "ongoing, continuous, continuing, continuously, permanent, kontinuirano, trajno, laufend, \
    en cours, permanente, continuo, regular";
