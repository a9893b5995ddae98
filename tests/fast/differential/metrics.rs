//! Metrics by chance: any that a file can say, and ones that lie on the edges of the bands.

use super::rng::Rng;
use super::written::{Base, Kind, Met, Obs, Per, Spelling, Tgt, Val};
use coopdash::programme::{Direction, Flag, Measure};

const MEASURES: [Measure; 13] = [
    Measure::Count,
    Measure::Count,
    Measure::Percentage,
    Measure::GrowthRate,
    Measure::Currency,
    Measure::Index,
    Measure::Ratio,
    Measure::Count,
    Measure::Currency,
    Measure::Ordinal,
    Measure::Ordinal,
    Measure::Nominal,
    Measure::Qualitative,
];

const WORDS: [&str; 4] = ["low", "middle", "high", "very high"];

const DIRECTIONS: [Option<Direction>; 8] = [
    None,
    Some(Direction::Increase),
    Some(Direction::Increase),
    Some(Direction::Increase),
    Some(Direction::Decrease),
    Some(Direction::Decrease),
    Some(Direction::Range),
    Some(Direction::Neutral),
];

/// A metric by chance.
pub(crate) fn metric(rng: &mut Rng, name: String) -> Met {
    if rng.one_in(3) { on_an_edge(rng, name) } else { any(rng, name) }
}

fn period(rng: &mut Rng, kind: Kind, year: i32) -> Per {
    let part = match kind {
        Kind::Year | Kind::Fiscal => 0,
        Kind::Quarter => rng.small(1, 4),
        Kind::Month => rng.small(1, 12),
        Kind::Range => year + rng.small(1, 3),
    };
    Per { kind, year, part }
}

fn kind(rng: &mut Rng) -> Kind {
    rng.pick(&[
        Kind::Year,
        Kind::Year,
        Kind::Year,
        Kind::Year,
        Kind::Fiscal,
        Kind::Quarter,
        Kind::Month,
        Kind::Range,
    ])
}

/// A number: small and often met again, or with up to three decimals.
fn number(rng: &mut Rng) -> i64 {
    match rng.between(0, 6) {
        0 => 0,
        1 => rng.between(-3000, 3000),
        2 => rng.between(-4, 9) * 1000,
        3 => rng.between(1, 9) * 100,
        4 => rng.between(0, 99_999),
        _ => rng.between(1, 9) * 1000,
    }
}

fn value(rng: &mut Rng, measure: Measure) -> Val {
    match rng.between(0, 24) {
        0 => return Val::Null,
        1 if !measure.is_words() => return Val::Bad,
        _ => {}
    }
    match measure {
        Measure::Ordinal if rng.one_in(3) => Val::Word(rng.pick(&WORDS)),
        Measure::Ordinal => Val::Num(rng.between(1, 5) * 1000),
        Measure::Nominal | Measure::Qualitative => Val::Word(rng.pick(&WORDS)),
        Measure::Count
        | Measure::Percentage
        | Measure::GrowthRate
        | Measure::Currency
        | Measure::Index
        | Measure::Ratio => Val::Num(number(rng)),
    }
}

fn flag(rng: &mut Rng) -> Flag {
    match rng.between(0, 29) {
        0 | 1 => Flag::Provisional,
        2 | 3 => Flag::Estimated,
        4 => Flag::Forecast,
        5 => Flag::Partial,
        6 => Flag::Break,
        7 => Flag::Suppressed,
        8 | 9 => Flag::LowReliability,
        _ => Flag::Normal,
    }
}

/// Values of one kind of period, with gaps, in the order of time.
fn values(rng: &mut Rng, kind: Kind, measure: Measure) -> Vec<Obs> {
    if rng.one_in(25) {
        return Vec::new();
    }
    let last = rng.pick(&[2019, 2022, 2023, 2023, 2023, 2023, 2024, 2025]);
    let first = last - rng.small(0, 4);
    let mut made: Vec<Obs> = Vec::new();
    let part = period(rng, kind, 2000).part;
    for year in first..=last {
        if year != last && rng.one_in(6) {
            continue;
        }
        let mut own = period(rng, kind, year);
        if matches!(kind, Kind::Quarter | Kind::Month) && !rng.one_in(6) {
            own.part = part;
        }
        let mut value = value(rng, measure);
        if let Some(before) = made.last()
            && rng.one_in(5)
        {
            value = before.value;
        }
        let flag = match (value, flag(rng)) {
            (Val::Bad, _) => Flag::Normal,
            (Val::Null | Val::Word(_), flag) if flag != Flag::Suppressed => Flag::Normal,
            (_, flag) => flag,
        };
        let value = if flag == Flag::Suppressed && matches!(value, Val::Word(_)) { Val::Null } else { value };
        made.push(Obs { period: own, value, flag });
    }
    if kind == Kind::Year && rng.one_in(15) {
        let quarter = period(rng, Kind::Quarter, last);
        made.push(Obs { period: quarter, value: value(rng, measure), flag: Flag::Normal });
    }
    made.sort_by_key(|one| one.period.key());
    made.dedup_by_key(|one| one.period);
    made
}

fn any(rng: &mut Rng, name: String) -> Met {
    let (measure, kind) = (rng.pick(&MEASURES), kind(rng));
    let values = values(rng, kind, measure);
    let mut made = Met {
        name,
        measure,
        direction: rng.pick(&DIRECTIONS),
        cumulative: rng.one_in(6),
        baseline: None,
        targets: Vec::new(),
        spelling: Spelling::Single,
        thresholds: rng.one_in(4).then(|| rng.pick(&[(900, 500), (900, 600), (950, 500)])),
        values,
        as_of: None,
    };
    if rng.one_in(2) {
        made.baseline = Some(baseline(rng, kind, &made.values));
    }
    if rng.one_in(2) {
        targets(rng, kind, &mut made);
    }
    made
}

/// Baselines and targets of quarters and months are sometimes given for a year.
fn by_the_year(rng: &mut Rng, kind: Kind) -> Kind {
    if matches!(kind, Kind::Quarter | Kind::Month) && rng.one_in(6) { Kind::Year } else { kind }
}

fn baseline(rng: &mut Rng, kind: Kind, values: &[Obs]) -> Base {
    let year = rng.small(2015, 2023);
    let kind = by_the_year(rng, kind);
    let own =
        if !values.is_empty() && rng.one_in(4) { rng.pick(values).period } else { period(rng, kind, year) };
    let same = values.iter().find(|one| one.period == own).map(|one| one.value);
    let value = match same {
        Some(Val::Num(number)) if !rng.one_in(3) => number,
        _ => number(rng),
    };
    Base { period: (!rng.one_in(6)).then_some(own), value }
}

/// A target that is a range in one of `odds` cases.
fn target(rng: &mut Rng, period: Option<Per>, odds: i64) -> Tgt {
    let value = number(rng);
    let max = rng.one_in(odds).then(|| value + rng.between(0, 8) * 500);
    Tgt { period, value, max }
}

fn targets(rng: &mut Rng, kind: Kind, made: &mut Met) {
    let odds = if made.direction == Some(Direction::Range) { 2 } else { 9 };
    made.spelling = rng.pick(&[
        Spelling::Single,
        Spelling::Single,
        Spelling::Single,
        Spelling::Map,
        Spelling::List,
        Spelling::Beside,
    ]);
    if rng.one_in(20) {
        made.spelling = Spelling::Unreadable;
    }
    let year = rng.small(2021, 2027);
    let kind = by_the_year(rng, kind);
    let at = period(rng, kind, year);
    match made.spelling {
        Spelling::Unreadable => {}
        Spelling::Single => {
            let at = (!rng.one_in(5)).then_some(at);
            made.targets.push(target(rng, at, odds));
        }
        Spelling::Map | Spelling::List => {
            for _ in 0..rng.between(1, 3) {
                let year = rng.small(2021, 2027);
                let mut at = period(rng, kind, year);
                if !made.values.is_empty() && rng.one_in(3) {
                    at = rng.pick(&made.values).period;
                }
                let is_new = made.targets.iter().all(|one| one.period != Some(at));
                if is_new || (made.spelling == Spelling::List && rng.one_in(2)) {
                    made.targets.push(target(rng, Some(at), odds));
                }
            }
        }
        Spelling::Beside => {
            for at in made.values.iter().map(|one| one.period).collect::<Vec<_>>() {
                if rng.one_in(2) {
                    let value = number(rng);
                    made.targets.push(Tgt { period: Some(at), value, max: None });
                }
            }
        }
    }
}

/// A metric whose way to the target lies on the edge of a band, or just beside it.
fn on_an_edge(rng: &mut Rng, name: String) -> Met {
    let kind = rng.pick(&[Kind::Year, Kind::Year, Kind::Fiscal, Kind::Quarter, Kind::Month]);
    let from = period(rng, kind, 2020);
    let by = period(rng, kind, 2025);
    let now = period(rng, kind, 2023);
    let (whole, elapsed) = (i64::from(by.end() - from.end()), i64::from(now.end() - from.end()));
    let thresholds = rng.one_in(3).then(|| (rng.pick(&[900, 800, 950]), rng.pick(&[500, 333, 600])));
    let (upper, lower) = thresholds.unwrap_or((950, 600));
    let share = rng.pick(&[upper, lower, 0, 1000, upper, lower]) + rng.pick(&[0, 0, 0, 1, -1]);
    let scale = rng.pick(&[1, 1, 2, 5]);
    let (way, done) = (whole * 1000 * scale, elapsed * share * scale);
    let start = rng.between(-20, 40) * 500;
    let direction = rng.pick(&[Direction::Increase, Direction::Decrease, Direction::Range]);
    let below = rng.one_in(2);
    let sign =
        if direction == Direction::Decrease || (direction == Direction::Range && !below) { -1 } else { 1 };
    let reach = start + sign * way;
    let width = rng.between(0, 4) * 1000;
    let (value, max) = match direction {
        Direction::Range if below => (reach, Some(reach + width)),
        Direction::Range => (reach - width, Some(reach)),
        Direction::Increase | Direction::Decrease | Direction::Neutral => (reach, None),
    };
    let normal = |period, value| Obs { period, value: Val::Num(value), flag: Flag::Normal };
    let before = now.year_before().expect("no range of years");
    let mut values = vec![normal(now, start + sign * done)];
    if rng.one_in(2) {
        values.insert(0, normal(before, start + sign * rng.pick(&[done, 0, way, done / 2, done * 2])));
    }
    if rng.one_in(3) && before != from {
        values.insert(0, normal(from, start));
    }
    if rng.one_in(12) {
        values[0].flag = Flag::Break;
    }
    let measure =
        rng.pick(&[Measure::Count, Measure::Percentage, Measure::Index, Measure::Ratio, Measure::Ordinal]);
    Met {
        name,
        measure,
        direction: (max.is_none() || !rng.one_in(3)).then_some(direction),
        cumulative: false,
        baseline: (!rng.one_in(15)).then_some(Base { period: Some(from), value: start }),
        targets: vec![Tgt { period: Some(by), value, max }],
        spelling: rng.pick(&[Spelling::Single, Spelling::Map, Spelling::List]),
        thresholds,
        values,
        as_of: None,
    }
}
