//! Worked cases of the arithmetic: what is computed and how it reads, row by row.
//!
//! Most rows come from published data, a few from the definitions; each names its source. Values
//! are compared to a millionth, words exactly.

#![expect(clippy::expect_used, clippy::panic, reason = "a test may fail loudly")]

use chrono::NaiveDate;
use coopdash::document::{
    Baseline, Direction, Flag, Measure, Metric, Observation, Period, PeriodError, Place, Programme, Target,
    Value,
};
use coopdash::figures::{
    Change, ChangeKind, MetricFigures, Relative, TargetProgress, TargetReading, Verdict, Why, derive,
};
use coopdash::text::number::{NumberProblem, Parsed, format_decimal, parse};
use coopdash::wording::{change, target};
use rust_decimal::Decimal;

use Measure::{Count, Currency, GrowthRate, Index, Ordinal, Percentage, Qualitative, Ratio};

// ---- Building a metric from a row ----------------------------------------------------------------

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap_or_else(|_| panic!("{text} is no number"))
}

fn period(label: &str) -> Period {
    Period::parse(label).unwrap_or_else(|error| panic!("{label}: {error:?}"))
}

/// `2023|14|provisional`: a period, a value (a number, a word or nothing) and a flag.
fn observation(row: &str) -> Observation {
    let mut parts = row.split('|');
    let (label, value) = (parts.next().expect("a period"), parts.next().unwrap_or(""));
    let flag = match parts.next().unwrap_or("") {
        "" => Flag::Normal,
        "provisional" => Flag::Provisional,
        "estimated" => Flag::Estimated,
        "forecast" => Flag::Forecast,
        "partial" => Flag::Partial,
        "break" => Flag::Break,
        "suppressed" => Flag::Suppressed,
        other => panic!("unknown flag {other}"),
    };
    let value = match parse(value) {
        Ok(Parsed::Plain(number)) => Value::Number(number),
        Err(NumberProblem::MissingMark) => Value::Missing,
        _ => Value::Word(value.to_owned()),
    };
    Observation { place: Place::default(), period: period(label), value, flag, note: None }
}

fn metric(measure: Measure, decimals: u32, values: &[&str]) -> Metric {
    Metric {
        place: Place::default(),
        id: None,
        name: "A metric".to_owned(),
        short: None,
        measure,
        unit: None,
        direction: None,
        decimals: Some(decimals),
        definition: None,
        note: None,
        source: None,
        baseline: None,
        target: None,
        thresholds: None,
        axis_max: None,
        group: None,
        values: values.iter().filter(|row| !row.is_empty()).map(|row| observation(row)).collect(),
        notes: None,
    }
}

fn figures(metric: Metric) -> MetricFigures {
    let today = NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day");
    let programme = Programme { metrics: vec![metric], ..Programme::default() };
    derive(&programme, today).metrics.pop().expect("one metric")
}

fn assert_near(actual: Option<Decimal>, expected: &str, name: &str) {
    let expected = (!expected.is_empty()).then(|| decimal(expected));
    match (actual, expected) {
        (Some(actual), Some(expected)) => {
            let tolerance = expected.abs() * decimal("0.000001");
            assert!((actual - expected).abs() <= tolerance, "{name}: {actual} is not {expected}");
        }
        (actual, expected) => assert_eq!(actual, expected, "{name}"),
    }
}

// ---- Changes -------------------------------------------------------------------------------------

/// What kind of change came out.
fn kind(change: &Change) -> &'static str {
    match &change.kind {
        ChangeKind::Same => "same",
        ChangeKind::Points(_) => "points",
        ChangeKind::Step(..) => "step",
        ChangeKind::Amount { relative: Relative::Percent(_), .. } => "percent",
        ChangeKind::Amount { relative: Relative::FromZero, .. } => "from zero",
        ChangeKind::Amount { relative: Relative::NotMeaningful, .. } => "not meaningful",
        ChangeKind::Undefined(why) => match why {
            Why::NoPeriod(_) => "no period",
            Why::Partial(_) => "partial",
            Why::Break(_) => "break",
            Why::Suppressed => "suppressed",
            Why::NotReported => "not reported",
            other => panic!("no row expects {other:?}"),
        },
    }
}

/// Per cent of an amount, points of a percentage.
fn size(change: &Change) -> Option<Decimal> {
    match &change.kind {
        ChangeKind::Points(points) => Some(*points),
        ChangeKind::Amount { relative: Relative::Percent(percent), .. } => Some(*percent),
        ChangeKind::Same => Some(Decimal::ZERO),
        ChangeKind::Amount { .. } | ChangeKind::Undefined(_) | ChangeKind::Step(..) => None,
    }
}

struct ChangeRow {
    name: &'static str,
    source: &'static str,
    measure: Measure,
    decimals: u32,
    earlier: &'static str,
    later: &'static str,
    size: &'static str,
    kind: &'static str,
    shown: &'static str,
}

/// Name, source; measure, decimals; earlier, later; size, kind, shown.
type Row = (
    (&'static str, &'static str),
    (Measure, u32),
    (&'static str, &'static str),
    (&'static str, &'static str, &'static str),
);

const fn row((names, metric, values, expected): Row) -> ChangeRow {
    ChangeRow {
        name: names.0,
        source: names.1,
        measure: metric.0,
        decimals: metric.1,
        earlier: values.0,
        later: values.1,
        size: expected.0,
        kind: expected.1,
        shown: expected.2,
    }
}

const NATO: &str = "NATO PR/CP(2019)069, published annual real change";
const BIH: &str = "Agency for Statistics of BiH, SDG data";
const WDI: &str = "World Development Indicators, military expenditure";
const RULE: &str = "definition";
const SDMX: &str = "SDMX observation status";

const CHANGES: [Row; 40] = [
    (("exercises", "visit report"), (Count, 0), ("2022|3", "2023|5"), ("66.6666667", "percent", "+2 (+67%)")),
    (
        ("budget increase", "visit report"),
        (GrowthRate, 1),
        ("2022|1.5", "2023|2.3"),
        ("0.8", "points", "+0.8 pp"),
    ),
    (("engagement", "visit report"), (Percentage, 0), ("2022|60", "2023|75"), ("15", "points", "+15 pp")),
    (
        ("HRV, rate as metric", NATO),
        (GrowthRate, 1),
        ("2013|-4.913582371", "2014|26.07091156"),
        ("30.984493931", "points", "+31.0 pp"),
    ),
    (
        ("ALB, rate as metric", NATO),
        (GrowthRate, 1),
        ("2015|-11.76476208", "2016|-1.90338956"),
        ("9.86137252", "points", "+9.9 pp"),
    ),
    (
        ("growth of GDP a head", BIH),
        (GrowthRate, 2),
        ("2021|8.9", "2022|5.3"),
        ("-3.6", "points", "-3.60 pp"),
    ),
    (
        ("growth turns negative", BIH),
        (GrowthRate, 2),
        ("2008|7.17", "2009|-1.36"),
        ("-8.53", "points", "-8.53 pp"),
    ),
    (
        ("spending against budget", BIH),
        (Percentage, 1),
        ("2018|80.9888", "2019|83.8316"),
        ("2.8428", "points", "+2.8 pp"),
    ),
    (
        ("above one hundred", BIH),
        (Percentage, 1),
        ("2008|95.3839", "2009|124.2336"),
        ("28.8497", "points", "+28.8 pp"),
    ),
    (
        ("direct investment", BIH),
        (Currency, 1),
        ("2006|554.69003", "2007|1819.24423"),
        ("227.97492862815652", "percent", "+1,264.6 (+228%)"),
    ),
    (
        ("nine months' exports", BIH),
        (Currency, 0),
        ("2019-01/2019-09|8664869", "2020-01/2020-09|7575055"),
        ("-12.5773857631", "percent", "-1,089,814 (-13%)"),
    ),
    (
        ("first vintage", WDI),
        (Percentage, 2),
        ("2017|0.906093302475231", "2018|1.11191310643257"),
        ("0.205819803957339", "points", "+0.21 pp"),
    ),
    (
        ("later vintage", WDI),
        (Percentage, 2),
        ("2017|0.852593562264982", "2018|0.84004735664614"),
        ("-0.012546205618842", "points", "-0.01 pp"),
    ),
    (
        ("share of GDP", WDI),
        (Percentage, 2),
        ("2022|0.752028730749218", "2023|0.717630060649091"),
        ("-0.034398670100127", "points", "-0.03 pp"),
    ),
    (("from zero", RULE), (Count, 0), ("2022|0", "2023|5"), ("", "from zero", "+5 (from 0)")),
    (("to zero", RULE), (Count, 0), ("2022|5", "2023|0"), ("-100", "percent", "-5 (-100%)")),
    (
        ("less negative", "press convention n/m"),
        (Currency, 1),
        ("2022|-50.0", "2023|-30.0"),
        ("", "not meaningful", "+20.0 (n/m)"),
    ),
    (
        ("loss to gain", "press convention n/m"),
        (Currency, 1),
        ("2022|-5.0", "2023|10.0"),
        ("", "not meaningful", "+15.0 (n/m)"),
    ),
    (
        ("small loss to gain", "press convention n/m"),
        (Currency, 1),
        ("2022|-1.0", "2023|10.0"),
        ("", "not meaningful", "+11.0 (n/m)"),
    ),
    (
        ("gain to loss", "press convention n/m"),
        (Currency, 1),
        ("2022|10.0", "2023|-5.0"),
        ("", "not meaningful", "-15.0 (n/m)"),
    ),
    (("equal", RULE), (Count, 0), ("2022|5", "2023|5"), ("0", "same", "no change")),
    (("equal, other decimals", RULE), (Count, 0), ("2022|5.0", "2023|5"), ("0", "same", "no change")),
    (("twentyfold", "readability"), (Count, 0), ("2022|1", "2023|20"), ("1900", "percent", "+19 (x20)")),
    (
        ("tenfold is still a percentage", "readability"),
        (Count, 0),
        ("2022|2", "2023|20"),
        ("900", "percent", "+18 (+900%)"),
    ),
    (("points from zero", RULE), (Percentage, 0), ("2022|0", "2023|12"), ("12", "points", "+12 pp")),
    (
        ("index points", "BEA and Eurostat practice"),
        (Index, 1),
        ("2022|104.0", "2023|109.2"),
        ("5", "percent", "+5.2 pts (+5.0%)"),
    ),
    (("a step", "IATI measure 4"), (Ordinal, 0), ("2022|2", "2023|3"), ("", "step", "2 -> 3")),
    (("words", "IATI measure 5"), (Qualitative, 0), ("2022|No", "2023|Yes"), ("", "step", "No -> Yes")),
    (
        ("fiscal years", "ONS SDG data"),
        (Count, 0),
        ("2021/22|10", "2022/23|12"),
        ("20", "percent", "+2 (+20%)"),
    ),
    // The missing period is the fiscal year before, not a calendar year.
    (
        ("calendar against fiscal", "ONS SDG data"),
        (Count, 0),
        ("2021|10", "2022/23|12"),
        ("", "no period", "n/a (no 2021/22)"),
    ),
    (("year missing", RULE), (Count, 0), ("2021|10", "2023|12"), ("", "no period", "n/a (no 2022)")),
    (
        ("year not over", "BEA, comparing part-years"),
        (Count, 0),
        ("2023|12", "2024|7|partial"),
        ("", "partial", "n/a (2024 to date)"),
    ),
    (("break", SDMX), (Count, 0), ("2022|10", "2023|14|break"), ("", "break", "n/a (series break 2023)")),
    (("provisional", SDMX), (Count, 0), ("2022|10", "2023|14|provisional"), ("40", "percent", "+4 (+40%) p")),
    (
        ("both sides flagged", SDMX),
        (Count, 0),
        ("2022|10|estimated", "2023|14|provisional"),
        ("40", "percent", "+4 (+40%) e,p"),
    ),
    (
        ("both sides alike", SDMX),
        (Count, 0),
        ("2022|10|estimated", "2023|14|estimated"),
        ("40", "percent", "+4 (+40%) e"),
    ),
    (("forecast", SDMX), (Count, 0), ("2023|10", "2024|14|forecast"), ("40", "percent", "+4 (+40%) f")),
    (
        ("suppressed", SDMX),
        (Count, 0),
        ("2022|10", "2023||suppressed"),
        ("", "suppressed", "n/a (suppressed)"),
    ),
    (
        ("suppressed with a number", SDMX),
        (Count, 0),
        ("2022|10", "2023|14|suppressed"),
        ("", "suppressed", "n/a (suppressed)"),
    ),
    (("not reported", RULE), (Count, 0), ("2022|10", "2023|"), ("", "not reported", "n/a (not reported)")),
];

#[test]
fn each_change_is_computed_and_read_in_the_terms_of_its_measure() {
    for case in CHANGES.map(row) {
        let name = format!("{} ({})", case.name, case.source);
        let figures = figures(metric(case.measure, case.decimals, &[case.earlier, case.later]));
        let change = figures.changes.last().expect("a change for each value");
        assert_eq!(change::long(change, case.decimals), case.shown, "{name}");
        assert_eq!(kind(change), case.kind, "{name}");
        assert_near(size(change), case.size, &name);
    }
}

#[test]
fn percentages_agree_with_the_published_ones() {
    for (country, earlier, later, percent, shown) in [
        ("ALB", "2012|161153850.7", "2013|154219490.6", "-4.302944064", "-4.3%"),
        ("ALB", "2014|149998787.5", "2015|132351787", "-11.76476208", "-12%"),
        ("HRV", "2013|707218540.1", "2014|891596860.3", "26.07091156", "+26%"),
        ("HRV", "2014|891596860.3", "2015|883227636.1", "-0.9386780695", "-0.9%"),
        ("SVN", "2012|485295793.1", "2013|430991791", "-11.18987695", "-11%"),
        ("SVN", "2015|400789938.7", "2016|447099454", "11.55456033", "+12%"),
        ("SVN", "2018|493615602.2|estimated", "2019|525469576.9|estimated", "6.45319446", "+6.5% e"),
    ] {
        let change = figures(metric(Currency, 0, &[earlier, later])).change;
        assert_near(size(&change), percent, &format!("{country}, {NATO}"));
        let percent = size(&change).map(change::percent).expect("a percentage");
        let marks = coopdash::wording::value::flag_marks(&change.flags);
        assert_eq!(format!("{percent} {marks}").trim_end(), shown, "{country}");
    }
}

#[test]
fn this_year_is_the_latest_that_is_neither_forecast_nor_partial() {
    for (values, current, shown) in [
        (&["2022|10", "2023|12", "2024|7|partial", "2025|20|forecast"][..], Some(1), "+2 (+20%)"),
        (&["2022|10", "2023|"], Some(1), "n/a (not reported)"),
        (&["2022|", "2023|12"], Some(1), "n/a (2022 not reported)"),
        (&["2022||suppressed", "2023|12"], Some(1), "n/a (2022 suppressed)"),
        (&["2022|7|partial", "2023|12"], Some(1), "n/a (2022 to date)"),
        (&["2024|7|partial"], None, "n/a (2024 to date)"),
        (&["2024|7|forecast", "2025|8|forecast"], None, "n/a (forecast only)"),
        (&["2003-2005|7"], Some(0), "n/a (no year before)"),
        (&["2022-Q2|8", "2022-Q4|9|break", "2023-Q2|10"], Some(2), "n/a (series break 2022-Q4)"),
        (&[], None, "n/a (no values)"),
    ] {
        let figures = figures(metric(Count, 0, values));
        assert_eq!(figures.current, current, "{values:?}");
        assert_eq!(change::long(&figures.change, 0), shown, "{values:?}");
    }
}

#[test]
fn growth_a_year_counts_years_and_not_observations() {
    for (name, measure, values, rate, shown) in [
        (
            "direct investment over twenty years",
            Currency,
            &["2000|146.07558", "2020|370.80799"][..],
            4.767_980_655_9,
            "+4.8%/yr",
        ),
        ("three intervals", Count, &["2020|100", "2023|133.1"], 10.0, "+10.0%/yr"),
        (
            "quarters of the same season",
            Count,
            &["2021-Q2|100", "2022-Q1|1", "2023-Q2|121"],
            10.0,
            "+10.0%/yr",
        ),
    ] {
        let cagr = figures(metric(measure, 1, values)).cagr.expect("a rate");
        assert!((cagr - rate).abs() <= rate * 1e-6, "{name}: {cagr}");
        assert_eq!(change::growth(cagr), shown, "{name}");
    }
    for (name, measure, values) in [
        ("two points one year apart", Count, &["2022|3", "2023|5"][..]),
        ("from zero", Count, &["2020|0", "2023|8"]),
        ("of a growth rate", GrowthRate, &["2020|1.0", "2023|2.0"]),
        ("of a percentage", Percentage, &["2020|10", "2023|20"]),
        ("over a break", Count, &["2020|10", "2022|12|break", "2023|20"]),
        ("to a forecast", Count, &["2020|10", "2023|20|forecast"]),
        ("between seasons", Count, &["2020-Q1|10", "2023-Q2|20"]),
        ("between kinds of period", Count, &["2020|10", "2023/24|20"]),
    ] {
        assert_eq!(figures(metric(measure, 1, values)).cagr, None, "{name}");
    }
}

// ---- Targets -------------------------------------------------------------------------------------

/// A metric of one value with a baseline and a target: `2012|15`, `2015|50` or `2025|0.97|1.03`.
fn aimed(measure: Measure, direction: Option<Direction>, baseline: &str, goal: &str, value: &str) -> Metric {
    let dated = |text: &str| (!text.is_empty()).then(|| period(text));
    let mut metric = metric(measure, 0, &[value]);
    metric.direction = direction;
    metric.baseline = baseline.split_once('|').map(|(label, value)| Baseline {
        place: Place::default(),
        period: dated(label),
        value: decimal(value),
    });
    let mut parts = goal.split('|');
    let by = parts.next().expect("a period or nothing");
    metric.target = parts.next().map(|value| Target {
        place: Place::default(),
        period: dated(by),
        value: decimal(value),
        max: parts.next().map(decimal),
    });
    metric
}

fn reading(
    measure: Measure,
    direction: Option<Direction>,
    baseline: &str,
    goal: &str,
    value: &str,
) -> TargetReading {
    figures(aimed(measure, direction, baseline, goal, value)).target.expect("a target")
}

fn progress(reading: &TargetReading) -> Option<Decimal> {
    match reading.progress {
        TargetProgress::OfTheWay(share) | TargetProgress::OfTarget(share) => Some(share),
        // Inside the range the whole way is done.
        TargetProgress::InRange(true) => Some(Decimal::ONE_HUNDRED),
        TargetProgress::InRange(false) | TargetProgress::Maintained(_) | TargetProgress::Undefined => None,
    }
}

const UP: Option<Direction> = Some(Direction::Increase);
const DOWN: Option<Direction> = Some(Direction::Decrease);
const INSIDE: Option<Direction> = Some(Direction::Range);

#[test]
fn without_a_target_there_is_no_judgement() {
    let figures = figures(metric(Count, 0, &["2022|3", "2023|5"]));
    assert_eq!(figures.target, None);
}

#[test]
fn progress_is_measured_from_the_baseline() {
    for (name, measure, direction, baseline, goal, value, share, shown, verdict) in [
        (
            "IATI's example",
            Percentage,
            UP,
            "2012|15",
            "2015|50",
            "2015|53",
            "108.5714286",
            "109%",
            Verdict::Met,
        ),
        (
            "no progress, not 745 % of target",
            Count,
            DOWN,
            "2023|26422",
            "2029|3545",
            "2025|26422",
            "0",
            "0%",
            Verdict::LimitedProgress,
        ),
        ("half way down", Count, DOWN, "2023|177", "2029|89", "2026|133", "50", "50%", Verdict::OnTrack),
        (
            "moving away",
            Percentage,
            DOWN,
            "2023|153",
            "2029|126",
            "2026|160",
            "-25.9259259",
            "-26%",
            Verdict::Deterioration,
        ),
        (
            "a level to keep",
            Count,
            UP,
            "2022|5",
            "2025|5",
            "2024|4",
            "",
            "below target",
            Verdict::Deterioration,
        ),
        ("a level kept", Count, UP, "2022|5", "2025|5", "2024|5", "", "maintained", Verdict::Met),
        ("a ceiling to keep", Count, DOWN, "2022|5", "2025|5", "2025|6", "", "above target", Verdict::Missed),
        ("no baseline", Count, UP, "", "2025|8", "2023|5", "62.5", "63% of target", Verdict::NotJudged),
        ("down to zero", Count, DOWN, "2020|40", "2025|0", "2023|10", "75", "75%", Verdict::OnTrack),
        (
            "in the range",
            Ratio,
            INSIDE,
            "2020|0.80",
            "2025|0.97|1.03",
            "2023|1.00",
            "100",
            "in range",
            Verdict::Met,
        ),
        (
            "beyond the range",
            Ratio,
            INSIDE,
            "2020|0.80",
            "2025|0.97|1.03",
            "2023|1.11",
            "52.9411765",
            "53%",
            Verdict::NeedsAcceleration,
        ),
        (
            "out of the range it was in",
            Ratio,
            INSIDE,
            "2020|1.00",
            "2025|0.97|1.03",
            "2023|0.90",
            "",
            "out of range",
            Verdict::Deterioration,
        ),
        (
            "nearly there is not there",
            Count,
            UP,
            "2020|0",
            "2025|1000",
            "2024|999",
            "99.9",
            "99.9%",
            Verdict::OnTrack,
        ),
    ] {
        let reading = reading(measure, direction, baseline, goal, value);
        assert_near(progress(&reading), share, name);
        assert_eq!(target::progress(&reading), shown, "{name}");
        assert_eq!(reading.verdict, verdict, "{name}");
    }
}

#[test]
fn a_target_is_met_at_equality_and_not_judged_where_better_is_unknown() {
    for (name, direction, baseline, goal, value, verdict) in [
        ("reached going up", UP, "", "|8", "2023|8", Verdict::Met),
        ("reached going down", DOWN, "", "|8", "2023|8", Verdict::Met),
        ("no direction, no baseline", None, "", "|8", "2023|9", Verdict::NotJudged),
        ("direction from the baseline", None, "2020|4", "2025|8", "2023|9", Verdict::Met),
        ("neutral", Some(Direction::Neutral), "2020|4", "2025|8", "2023|9", Verdict::NotJudged),
        ("up to less", UP, "2020|9", "2025|8", "2023|8", Verdict::Contradiction),
        ("down to more", DOWN, "2020|4", "2025|8", "2023|8", Verdict::Contradiction),
        ("a range upside down", INSIDE, "2020|4", "2025|8|7", "2023|8", Verdict::Contradiction),
        ("target at the baseline's period", UP, "2022|3", "2022|9", "2022|3", Verdict::Contradiction),
        ("target before the baseline", UP, "2022|3", "2020|9", "2023|12", Verdict::Contradiction),
        ("its period has come", UP, "2020|3", "2023|9", "2023|8", Verdict::Missed),
        ("its period has come, no baseline", UP, "", "2023|9", "2023|8", Verdict::Missed),
        ("not reported", UP, "2020|3", "2023|9", "2023|", Verdict::NotJudged),
    ] {
        assert_eq!(reading(Count, direction, baseline, goal, value).verdict, verdict, "{name}");
    }
}

#[test]
fn on_track_is_judged_by_a_straight_line_at_the_period_of_the_value() {
    for (direction, baseline, goal, value, ratio, expected, verdict) in [
        (UP, "2022|3", "2025|9", "2024|6", "0.75", "expected 7.0", Verdict::NeedsAcceleration),
        (UP, "2022|3", "2025|9", "2023|3", "0", "expected 5.0", Verdict::LimitedProgress),
        (UP, "2022|3", "2025|9", "2023|2", "-0.5", "expected 5.0", Verdict::Deterioration),
        (DOWN, "2020|100", "2030|40", "2025|70", "1", "expected 70.0", Verdict::OnTrack),
        (DOWN, "2020|100", "2030|40", "2025|80", "0.6666667", "expected 70.0", Verdict::NeedsAcceleration),
        (UP, "2022|60", "2026|90", "2023|67.125", "0.95", "expected 67.5", Verdict::OnTrack),
        (UP, "2022|60", "2026|90", "2023|67.12", "0.9493333", "expected 67.5", Verdict::NeedsAcceleration),
        (UP, "2022|60", "2026|90", "2023|64.5", "0.6", "expected 67.5", Verdict::NeedsAcceleration),
        (UP, "2022|60", "2026|90", "2023|64.49", "0.5986667", "expected 67.5", Verdict::LimitedProgress),
    ] {
        let name = format!("{baseline} to {goal}, at {value}");
        let metric = aimed(Count, direction, baseline, goal, value);
        let reading = figures(metric.clone()).target.expect("a target");
        assert_near(reading.ratio, ratio, &name);
        assert_eq!(
            target::expected(&reading, &metric, 1),
            Some(format!("{expected} (straight line)")),
            "{name}"
        );
        assert_eq!(reading.verdict, verdict, "{name}");
    }
}

#[test]
fn at_the_baseline_nothing_has_started_and_an_early_success_says_so() {
    let started = reading(Count, UP, "2022|3", "2025|9", "2022|3");
    assert_eq!((started.verdict, target::verdict(&started)), (Verdict::NotStarted, "not started"));
    assert_eq!((started.expected, started.ratio), (None, None));
    let early = reading(Count, UP, "2022|3", "2025|9", "2024|9");
    assert_eq!((early.verdict, target::verdict(&early)), (Verdict::Met, "met early"));
    let in_time = reading(Count, UP, "2022|3", "2025|9", "2025|9");
    assert_eq!((in_time.verdict, target::verdict(&in_time)), (Verdict::Met, "met"));
}

// ---- Periods, rounding, reading numbers ----------------------------------------------------------

#[test]
fn the_year_before_has_the_shape_and_style_of_the_period() {
    for (label, before) in
        [("2000/01", "1999/00"), ("2022/2023", "2021/2022"), ("2023 Q2", "2022 Q2"), ("2023-Q2", "2022-Q2")]
    {
        assert_eq!(period(label).previous().map(|period| period.label).as_deref(), Some(before));
    }
    // ONS writes rolling windows of three years like this; alone it may be a month, too.
    let windows = Period::parse_series(&["2003-05", "2011-13"]);
    assert!(
        windows.iter().all(|window| window.as_ref().is_ok_and(|it| it.previous().is_none())),
        "{windows:?}"
    );
    // A month by its digits only: the one reading is there to be used, with a finding.
    let Err(PeriodError::Ambiguous(readings)) = Period::parse("2023-02") else { panic!("settled alone") };
    let before: Vec<_> = readings.iter().filter_map(Period::previous).map(|period| period.label).collect();
    assert_eq!(before, ["2022-02"]);
}

#[test]
fn numbers_round_half_away_from_zero() {
    for (value, decimals, shown) in [
        ("0.25", 1, "0.3"),
        ("2.5", 0, "3"),
        ("-0.04", 1, "0.0"),
        ("-0.05", 1, "-0.1"),
        ("2.675", 2, "2.68"),
        ("1234567.891", 1, "1,234,567.9"),
        ("66.6666666666666667", 1, "66.7"),
        ("99.95", 1, "100.0"),
        ("999.95", 1, "1,000.0"),
    ] {
        assert_eq!(format_decimal(decimal(value), decimals), shown);
    }
}

#[test]
fn only_plain_numbers_are_read_from_a_document() {
    assert_eq!(parse("1.5%"), Ok(Parsed::PerCent(decimal("1.5"))));
    assert_eq!(parse("1.300,00"), Err(NumberProblem::DecimalComma("1300.00".to_owned())));
    assert_eq!(parse(".nan"), Err(NumberProblem::NotFinite));
    assert_eq!(parse(".inf"), Err(NumberProblem::NotFinite));
}
