//! What a generated file says, as plain data, and its YAML text.
//!
//! Numbers are whole thousandths, so that all arithmetic stays exact.

use chrono::{Days, NaiveDate};
use coopdash::programme::{Direction, Flag, Measure};
use std::fmt::Write as _;

/// The day all is read on.
pub(crate) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 1, 15).expect("a day of the calendar")
}

/// The day some days after today, or before it.
pub(crate) fn day(ahead: i64) -> NaiveDate {
    let days = Days::new(ahead.unsigned_abs());
    let there = if ahead < 0 { today().checked_sub_days(days) } else { today().checked_add_days(days) };
    there.expect("a day of the calendar")
}

/// The kinds of periods.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    Year,
    Fiscal,
    Quarter,
    Month,
    Range,
}

/// A period: its kind, its year, and its number in the year (of a range: its last year).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Per {
    pub(crate) kind: Kind,
    pub(crate) year: i32,
    pub(crate) part: i32,
}

impl Per {
    pub(crate) fn label(self) -> String {
        let Self { kind, year, part } = self;
        match kind {
            Kind::Year => format!("{year}"),
            Kind::Fiscal => format!("{year}/{:02}", (year + 1) % 100),
            Kind::Quarter => format!("{year}-Q{part}"),
            Kind::Month => format!("{year}-M{part:02}"),
            Kind::Range => format!("{year}-{part}"),
        }
    }

    /// The month after the last one, counted from year 0; a fiscal year lies halfway between two years.
    pub(crate) fn end(self) -> i32 {
        let Self { kind, year, part } = self;
        match kind {
            Kind::Year => year * 12 + 12,
            Kind::Fiscal => year * 12 + 18,
            Kind::Quarter => year * 12 + part * 3,
            Kind::Month => year * 12 + part,
            Kind::Range => part * 12 + 12,
        }
    }

    /// The first month it can begin in.
    pub(crate) fn start(self) -> i32 {
        match self.kind {
            Kind::Year | Kind::Fiscal | Kind::Range => self.year * 12,
            Kind::Quarter => self.end() - 3,
            Kind::Month => self.end() - 1,
        }
    }

    /// How long it is.
    pub(crate) fn months(self) -> i32 {
        match self.kind {
            Kind::Year | Kind::Fiscal => 12,
            Kind::Quarter => 3,
            Kind::Month => 1,
            Kind::Range => self.end() - self.start(),
        }
    }

    /// The order of time: by the end, then by the beginning.
    pub(crate) fn key(self) -> (i32, i32) {
        (self.end(), self.start())
    }

    pub(crate) fn year_before(self) -> Option<Self> {
        (self.kind != Kind::Range).then_some(Self { year: self.year - 1, ..self })
    }

    pub(crate) fn has_begun(self) -> bool {
        self.start() <= 2024 * 12
    }
}

/// What stands for a period.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Val {
    Null,
    Bad,
    Num(i64),
    Word(&'static str),
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Obs {
    pub(crate) period: Per,
    pub(crate) value: Val,
    pub(crate) flag: Flag,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Base {
    pub(crate) period: Option<Per>,
    pub(crate) value: i64,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Tgt {
    pub(crate) period: Option<Per>,
    pub(crate) value: i64,
    pub(crate) max: Option<i64>,
}

/// How the targets are written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Spelling {
    Single,
    Map,
    List,
    Beside,
    Unreadable,
}

#[derive(Clone, Debug)]
pub(crate) struct Met {
    pub(crate) name: String,
    pub(crate) measure: Measure,
    pub(crate) direction: Option<Direction>,
    pub(crate) cumulative: bool,
    pub(crate) baseline: Option<Base>,
    pub(crate) targets: Vec<Tgt>,
    pub(crate) spelling: Spelling,
    /// Thousandths: on track, needs acceleration.
    pub(crate) thresholds: Option<(i64, i64)>,
    pub(crate) values: Vec<Obs>,
    /// The day of the data, which the programme says.
    pub(crate) as_of: Option<NaiveDate>,
}

/// A number of thousandths as a file writes it.
pub(crate) fn digits(thousandths: i64) -> String {
    let sign = if thousandths < 0 { "-" } else { "" };
    let (whole, rest) = (thousandths.abs() / 1000, thousandths.abs() % 1000);
    if rest == 0 {
        return format!("{sign}{whole}");
    }
    format!("{sign}{whole}.{}", format!("{rest:03}").trim_end_matches('0'))
}

fn flag_word(flag: Flag) -> &'static str {
    match flag {
        Flag::Normal => "normal",
        Flag::Provisional => "provisional",
        Flag::Estimated => "estimated",
        Flag::Forecast => "forecast",
        Flag::Partial => "partial",
        Flag::Break => "break",
        Flag::Suppressed => "suppressed",
        Flag::LowReliability => "low_reliability",
    }
}

fn measure_words(measure: Measure) -> (&'static str, &'static str) {
    match measure {
        Measure::Count => ("count", "exercises"),
        Measure::Percentage => ("percentage", "\"%\""),
        Measure::GrowthRate => ("growth_rate", "\"%\""),
        Measure::Currency => ("currency", "EUR million"),
        Measure::Index => ("index", "points"),
        Measure::Ratio => ("ratio", "per head"),
        Measure::Ordinal => ("ordinal", "level"),
        Measure::Nominal => ("nominal", "kind"),
        Measure::Qualitative => ("qualitative", "remark"),
    }
}

impl Met {
    /// Its lines in the list of metrics.
    pub(crate) fn yaml(&self) -> String {
        let (measure, unit) = measure_words(self.measure);
        let mut text = format!("  - name: {}\n    measure: {measure}\n    unit: {unit}\n", self.name);
        if let Some(direction) = self.direction {
            let _ = writeln!(text, "    direction: {}", format!("{direction:?}").to_lowercase());
        }
        if self.cumulative {
            text.push_str("    cumulative: true\n");
        }
        if let Some(base) = self.baseline {
            let period =
                base.period.map_or_else(String::new, |period| format!("period: {}, ", period.label()));
            let _ = writeln!(text, "    baseline: {{ {period}value: {} }}", digits(base.value));
        }
        if let Some((upper, lower)) = self.thresholds {
            // A share that is the usual one need not be given.
            let mut shares = Vec::new();
            if upper != 950 {
                shares.push(format!("on_track: {}", digits(upper)));
            }
            if lower != 600 || shares.is_empty() {
                shares.push(format!("needs_acceleration: {}", digits(lower)));
            }
            let _ = writeln!(text, "    thresholds: {{ {} }}", shares.join(", "));
        }
        text.push_str(&self.target_lines());
        if !self.values.is_empty() {
            text.push_str("    values:\n");
        }
        for one in &self.values {
            let _ = writeln!(text, "      {}: {}", one.period.label(), self.value_text(one));
        }
        text
    }

    fn target_lines(&self) -> String {
        let rest = |one: &Tgt| {
            let max = one.max.map_or_else(String::new, |max| format!(", max: {}", digits(max)));
            format!("value: {}{max}", digits(one.value))
        };
        let label = |one: &Tgt| one.period.map(Per::label);
        let in_list = |one: &Tgt| match label(one) {
            Some(period) => format!("{{ period: {period}, {} }}", rest(one)),
            None => format!("{{ {} }}", rest(one)),
        };
        match self.spelling {
            Spelling::Unreadable => "    target: nonsense\n".to_owned(),
            Spelling::Single | Spelling::List => {
                let is_single = self.spelling == Spelling::Single;
                let mut text = String::from(if is_single { "" } else { "    targets:\n" });
                let key = if is_single { "    target: " } else { "      - " };
                for one in &self.targets {
                    let _ = writeln!(text, "{key}{}", in_list(one));
                }
                text
            }
            Spelling::Map => {
                let entry = |one: &Tgt| match one.max {
                    None => format!("{}: {}", label(one).unwrap_or_default(), digits(one.value)),
                    Some(_) => format!("{}: {{ {} }}", label(one).unwrap_or_default(), rest(one)),
                };
                let entries: Vec<_> = self.targets.iter().map(entry).collect();
                format!("    targets: {{ {} }}\n", entries.join(", "))
            }
            Spelling::Beside => String::new(),
        }
    }

    fn value_text(&self, one: &Obs) -> String {
        let value = match one.value {
            Val::Null => "null".to_owned(),
            Val::Bad => "1 in 3".to_owned(),
            Val::Num(number) => digits(number),
            Val::Word(word) => word.to_owned(),
        };
        let own = |target: &&Tgt| self.spelling == Spelling::Beside && target.period == Some(one.period);
        let target = self.targets.iter().find(own);
        if one.flag == Flag::Normal && target.is_none() {
            return value;
        }
        let mut text = format!("{{ value: {value}");
        if one.flag != Flag::Normal {
            let _ = write!(text, ", status: {}", flag_word(one.flag));
        }
        if let Some(target) = target {
            let _ = write!(text, ", target: {}", digits(target.value));
        }
        text + " }"
    }
}
