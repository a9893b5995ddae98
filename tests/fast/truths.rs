//! One truth: what is said of a metric is the same in every place, and nothing is judged from what cannot be relied on.

use crate::stage::{plain, pressed};

/// Metrics in a file of their own.
fn of(metrics: &str) -> String {
    format!("programme: {{ title: T }}\nmetrics:\n{metrics}")
}

/// The screen of a wide window after these keys.
fn shown(text: &str, keys: &str) -> String {
    plain(&pressed(text, (240, 60), keys))
}

#[test]
fn a_standing_keeps_its_own_basis_whatever_changes_are_counted_from() {
    let text = of("- { name: Trained, direction: increase, values: { 2019: 5, 2022: 9, 2023: 7 } }
- { name: Broken, direction: increase, values: { 2019: 100, 2020: { value: 10, status: break }, 2022: 12, 2023: 15 } }
- { name: Even, direction: increase, values: { 2019: 8, 2022: 6, 2023: 6 } }
- { name: Fine, direction: increase, decimals: 0, values: { 2019: 5, 2022: 7.1, 2023: 7.2 } }
");
    for keys in ["2", "2 c", "2 c c"] {
        let screen = shown(&text, keys);
        for basis in [
            "got worse: from 9 to 7 in 2023",
            "improved: from 12 to 15 in 2023",
            "unchanged: 6, as in 2022",
            "improved: +0.1 (+1.4%) in 2023",
        ] {
            assert!(screen.contains(basis), "{keys}: {basis} is not on\n{screen}");
        }
    }
    assert!(shown(&text, "2 c").contains("+2 (+40%) since 2019"), "{}", shown(&text, "2 c"));
    let detail = shown(&text, "2 c Enter");
    assert!(detail.contains("+2 (+40%) on 2019") && detail.contains("from 9 to 7 in 2023"), "{detail}");
}
