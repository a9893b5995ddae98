//! To date: values of periods that were not over on the day the figures describe (`as_of`).
//!
//! Never knows today's date. Of a fiscal year nobody knows the end, so nothing is said of it.

use crate::document::finding::{Code, Finding};
use crate::document::read::shown;
use crate::programme::{Flag, Measure, Metric, Observation, Programme};
use chrono::NaiveDate;

/// One hint for each metric that counts in a period, not from the beginning, and calls a value of it whole too soon.
pub(super) fn check(programme: &Programme) -> impl Iterator<Item = Finding> + '_ {
    let as_of = programme.about.as_of.iter();
    as_of.flat_map(|as_of| programme.metrics.iter().filter_map(|metric| too_soon(metric, as_of.value)))
}

fn too_soon(metric: &Metric, as_of: NaiveDate) -> Option<Finding> {
    // A share or an index is as true in the middle of a year as at its end, and so is a running total.
    if metric.cumulative || !matches!(metric.measure, Measure::Count | Measure::Currency) {
        return None;
    }
    // What is provisional, estimated or expected has been thought about; what has not begun is another matter.
    let is_open = |one: &&Observation| {
        let runs = one.period.ends_after(as_of) && one.period.has_begun(as_of);
        runs && one.flag == Flag::Normal && one.value.number().is_some()
    };
    let open: Vec<&Observation> = metric.values.iter().filter(is_open).collect();
    let first = open.first()?;
    let (name, label) = (shown(&metric.name), shown(&first.period.label));
    let message = match open.len() {
        1 => format!(
            "{label} was not over on {as_of}, the day of the figures, and `{name}` has a value for it"
        ),
        more => {
            format!(
                "`{name}` has values for {more} periods that were not over on {as_of}, the day of the figures"
            )
        }
    };
    let value = first.value.number()?;
    let help = format!(
        "If it counts up to that day alone, say that it is to date: `{label}: {{ value: {value}, status: partial }}`."
    );
    let finding = Finding::new(Code::PeriodNotOver, first.place, message);
    Some(finding.label("up to that day, or of the whole period?").help(help))
}
