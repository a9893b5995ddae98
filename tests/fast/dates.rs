//! Dates as people write them: which are understood, and what is to be written in place of the others.

use chrono::{Datelike, Days, Months, NaiveDate};
use coopdash::document::{Code, Reading, read, read_on};

/// A commitment with one field.
fn commitment(field: &str, written: &str) -> Reading {
    read(format!("programme: {{ title: T }}\ninitiatives:\n- {{ title: A, {field}: \"{written}\" }}\n"))
}

/// The day by which a commitment is due, and whether the file writes something else than a day.
fn due(written: &str) -> Option<(String, bool)> {
    let due = commitment("due", written).programme.initiatives.pop()?.due?.value;
    Some((due.day.to_string(), due.written.is_some()))
}

#[test]
fn only_year_month_and_day_in_digits_are_a_date() {
    let day = |written: &str| commitment("agreed_on", written).programme.initiatives[0].agreed_on.clone();
    assert_eq!(day("2024-02-08").map(|day| day.value), NaiveDate::from_ymd_opt(2024, 2, 8));
    for written in ["2024-02-30", "2024-2-8", "08/02/24", "+024-02-08", "2024-02-08T10:00", "", "2024/02/08"]
    {
        assert_eq!(day(written), None, "{written}");
    }
}

#[test]
fn a_month_a_quarter_and_a_half_are_due_on_their_last_day() {
    for (written, day) in [
        ("2024-06-15", "2024-06-15"),
        ("2024-06", "2024-06-30"),
        ("2011-12", "2011-12-31"),
        ("2024-02", "2024-02-29"),
        ("2024-Q2", "2024-06-30"),
        ("Q4/2023", "2023-12-31"),
        ("Q2 2026", "2026-06-30"),
        ("2026-H1", "2026-06-30"),
        ("June 2026", "2026-06-30"),
        ("lipanj 2026", "2026-06-30"),
    ] {
        assert_eq!(due(written), Some((day.to_owned(), written.len() != 10)), "{written}");
    }
    for written in ["2024", "mid-2024", "FY2024", "2023/24", "2012-2014", "soon", "30. juna 2024."] {
        assert_eq!(due(written), None, "{written}");
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
        ("2024-06", "Which day is meant? Write it, such as 2024-06-30."),
        ("Q2 2024", "Which day is meant? Write it, such as 2024-06-30."),
        ("2024", "Which day is meant? Write it, such as 2024-12-31 for the end of the year."),
        ("mid-2024", "Which day is meant? Write it, such as 2024-06-30, or the month: 2024-06."),
        ("FY2024", "On which day does that year end? Write it, such as 2024-06-30 or 2024-12-31."),
        ("30. juna 2024.", "Write 2024-06-30."),
        ("30. јуна 2024. године", "Write 2024-06-30."),
        ("30 de junio de 2024", "Write 2024-06-30."),
        ("1er mars 2024", "Write 2024-03-01."),
        ("3. März 2024", "Write 2024-03-03."),
        ("ongoing", "What goes on has no day by which it is done: leave the line out."),
        ("end of 2024", "Write year, month and day in digits, such as 2024-12-31."),
        ("End March 2027", "Write year, month and day in digits, such as 2027-03-31."),
        ("2027-03-01 – 2027-03-31", "Write one day: 2027-03-01 or 2027-03-31."),
        ("45291", "If a spreadsheet counts days so, this is 2023-12-31: write that."),
        ("TBD", "While there is no date, delete the line."),
        ("soon", "Write the year, the month and the day in digits, such as 2024-02-08."),
    ] {
        let reading = commitment("agreed_on", written);
        assert_eq!(reading.findings[0].help.as_deref(), Some(help), "{written}");
    }
}

#[test]
fn months_are_known_in_the_languages_of_the_region_and_its_donors() {
    let known = "June 6, Sept. 9, juna 6, lipnja 6, јуна 6, März 3, février 2, août 8, \
                     diciembre 12, junija 6, qershor 6, Haziran 6, czerwca 6, июня 6, червня 6, декември 12, maart 3, iunie 6";
    for (name, month) in known.split(", ").filter_map(|row| row.split_once(' ')) {
        let first = NaiveDate::from_ymd_opt(2026, month.parse().unwrap(), 1).unwrap();
        let last = (first + Months::new(1) - Days::new(1)).to_string();
        assert_eq!(due(&format!("{name} 2026")), Some((last, true)), "{name}");
    }
    for name in ["", "ma", "sprint", "listopad"] {
        assert_eq!(due(&format!("{name} 2026")), None, "{name}");
    }
}

/// Whether a source is said to be published after this day.
fn is_ahead(published: &str, today: NaiveDate) -> bool {
    let text = format!("programme: {{ title: T }}\nsources:\n- {{ title: A, published: \"{published}\" }}\n");
    read_on(&text, today).findings.iter().any(|finding| finding.code == Code::DateAhead)
}

#[test]
fn a_source_is_published_on_the_earliest_day_that_its_text_can_mean() {
    for (written, day) in [
        ("2030-05-04", "2030-05-04"),
        ("4 May 2030", "2030-05-04"),
        ("May 4th, 2030", "2030-05-04"),
        ("Sept. 2030", "2030-09-01"),
        ("2030-06", "2030-06-01"),
        ("06/2030", "2030-06-01"),
        ("08/02/2030", "2030-02-08"),
        ("31/12/2030", "2030-12-31"),
        ("2030", "2030-01-01"),
        ("spring 2030", "2030-01-01"),
        ("2030-Q3", "2030-03-01"),
        ("2023-2030", "2023-01-01"),
        ("2023/24", "2023-01-01"),
        ("Agenda 2030", ""),
        ("forthcoming", ""),
        ("12345", ""),
        ("", ""),
    ] {
        let day: NaiveDate = day.parse().unwrap_or(NaiveDate::MIN + Days::new(1));
        assert!(!is_ahead(written, day), "{written}");
        assert_eq!(is_ahead(written, day - Days::new(1)), day.year() > 0, "{written}");
    }
}
