//! What the program says of programmes by chance, beside a plain model of the rules.

#![expect(clippy::expect_used, reason = "a test may fail loudly")]

mod alarms;
mod cases;
mod compare;
mod head;
mod judging;
mod metrics;
mod model;
mod programmes;
mod rng;
mod whole;
mod written;

use compare::{Seen, differences};
use model::Rules;
use rng::Rng;

#[expect(clippy::disallowed_methods, reason = "a longer run is asked for from outside")]
fn asked(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

/// The first differences of metrics by chance, in words.
fn metric_differences(rules: Rules, rounds: u64, seen: &mut Seen) -> Vec<String> {
    let chance = asked("SEED", 1);
    let mut found = Vec::new();
    for round in 0..rounds {
        let met = metrics::metric(&mut Rng::new(chance, round), format!("Metric {round}"));
        let differences = differences(&met, rules, seen);
        if !differences.is_empty() {
            let yaml = met.yaml();
            found.push(format!("SEED={chance} round {round}\n{yaml}  {}", differences.join("\n  ")));
        }
    }
    found
}

/// The first differences of whole programmes by chance, in words.
fn programme_differences(rules: Rules, rounds: u64, seen: &mut Seen) -> Vec<String> {
    let chance = asked("SEED", 1);
    let mut found = Vec::new();
    for round in 0..rounds {
        let prog = programmes::programme(&mut Rng::new(chance.wrapping_add(1_000_000), round));
        let differences = whole::differences(&prog, rules, seen);
        if !differences.is_empty() {
            let yaml = prog.yaml();
            found.push(format!("SEED={chance} round {round}\n{yaml}  {}", differences.join("\n  ")));
        }
    }
    found
}

/// No case may starve in a long run.
fn must_have_come_up(cases: &[String], seen: &Seen) {
    let missing: Vec<_> = cases.iter().filter(|case| !seen.contains(*case)).collect();
    assert!(missing.is_empty(), "never came up: {missing:?}\nof {seen:?}");
}

fn must_be_none(found: &[String]) {
    let shown: Vec<_> = found.iter().take(20).map(String::as_str).collect();
    assert!(found.is_empty(), "{} differences\n\n{}", found.len(), shown.join("\n\n"));
}

#[test]
fn metrics_are_read_by_the_rules() {
    let (mut seen, rounds) = (Seen::new(), asked("ROUNDS", 300));
    must_be_none(&metric_differences(Rules::AsWritten, rounds, &mut seen));
    if rounds >= 10_000 {
        must_have_come_up(&cases::of_metrics(), &seen);
    }
}

#[test]
fn programmes_are_read_by_the_rules() {
    let (mut seen, rounds) = (Seen::new(), asked("ROUNDS", 300));
    must_be_none(&programme_differences(Rules::AsWritten, rounds / 5, &mut seen));
    if rounds >= 10_000 {
        must_have_come_up(&cases::of_programmes(), &seen);
    }
}

#[test]
fn a_rule_turned_round_is_found() {
    let mut seen = Seen::new();
    let metrics = metric_differences(Rules::DirectionIgnored, 100, &mut seen);
    assert!(!metrics.is_empty(), "a direction that is ignored must make a difference");
    let edges = metric_differences(Rules::EdgesBelow, 100, &mut seen);
    assert!(!edges.is_empty(), "an edge that belongs to the band below must make a difference");
    let programmes = programme_differences(Rules::DirectionIgnored, 60, &mut seen);
    for part in ["attention: ", "check: ", "head: "] {
        assert!(programmes.iter().any(|one| one.contains(part)), "no difference of {part}");
    }
}
