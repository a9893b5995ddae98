//! Shares of a whole: what looks like a share of one, and what no share can be.
//!
//! Never reads a value otherwise than the file writes it.

use crate::document::finding::{Code, Finding};
use crate::programme::unit::per_cent;
use crate::programme::{Measure, Metric};
use crate::text::Place;
use rust_decimal::Decimal;

/// What is wrong with the values of a metric that is a share.
pub(super) fn check(metric: &Metric) -> Vec<Finding> {
    let shares = bare_shares(metric);
    let mut findings = outside(&shares);
    findings.extend(as_fraction(metric, &shares));
    findings
}

/// The values of a metric that is a share, unless its unit says of what: `% of plan` may be anything, and so may a
/// difference in percentage points.
fn bare_shares(metric: &Metric) -> Vec<(Decimal, &Place)> {
    let is_share = |unit: &str| per_cent(unit).is_some_and(|share| share.is_bare() && !share.is_points);
    if metric.measure != Measure::Percentage || !metric.unit.as_deref().is_none_or(is_share) {
        return Vec::new();
    }
    metric.values.iter().filter_map(|one| Some((one.value.number()?, &one.place))).collect()
}

/// Shares of a hundred that look like shares of one. Growth rates below 1 per cent are common, and so
/// are small shares of a large whole, so only a bare per cent unit counts.
fn as_fraction(metric: &Metric, shares: &[(Decimal, &Place)]) -> Option<Finding> {
    let is_fraction = |value: Decimal| value > Decimal::ZERO && value < Decimal::ONE;
    let (first, place) = shares.iter().copied().find(|(value, _)| is_fraction(*value))?;
    let is_larger = |value: &Decimal| value.is_sign_negative() || *value > Decimal::ONE;
    if shares.iter().any(|(value, _)| is_larger(value)) || are_in_per_cent(metric, shares) {
        return None;
    }
    let hundred = (first * Decimal::ONE_HUNDRED).normalize();
    let message = "The unit is per cent, and all values are between 0 and 1";
    let finding = Finding::new(Code::ShareAsFraction, *place, message);
    let help = format!("Write {hundred} if {hundred} per cent is meant.");
    Some(finding.label(format!("read as {} per cent", first.normalize())).help(help))
}

/// Whether the baseline or a target above 1 bears out that small values are per cent. It does not where a hundred
/// times a value is as large as they are: `0.75` beside a target of 80 is a slip all the same.
fn are_in_per_cent(metric: &Metric, shares: &[(Decimal, &Place)]) -> bool {
    let targets = metric.targets.iter().chain(&metric.target);
    let aims = targets.flat_map(|target| [Some(target.value), target.max]).flatten();
    let marks: Vec<Decimal> = aims.chain(metric.baseline.iter().map(|baseline| baseline.value)).collect();
    let above = || marks.iter().copied().filter(|mark| *mark > Decimal::ONE);
    let (Some(least), Some(most)) = (above().min(), above().max()) else { return false };
    if above().count() < marks.iter().filter(|mark| !mark.is_zero()).count() {
        // On both sides of 1 stand only figures of one kind.
        return true;
    }
    let near = least / Decimal::TWO..=most * Decimal::TWO;
    !shares.iter().any(|(value, _)| near.contains(&(*value * Decimal::ONE_HUNDRED)))
}

/// Shares below nothing or above the whole. What falls below nothing is most likely no share, but a change.
fn outside(shares: &[(Decimal, &Place)]) -> Vec<Finding> {
    let is_outside = |value: &Decimal| *value < Decimal::ZERO || *value > Decimal::ONE_HUNDRED;
    let help = if shares.iter().any(|(value, _)| *value < Decimal::ZERO) {
        "Write `measure: growth_rate` if the values are themselves changes, such as the growth of a year: only those \
            can be below 0. Else check the value."
    } else {
        "Check the value. If more than the whole is possible, say of what: `unit: \"% of plan\"`; \
            if it is itself a change, write `measure: growth_rate`."
    };
    let finding = |(value, place): &(Decimal, &Place)| {
        let message = format!("A share of {} per cent is not possible", value.normalize());
        Finding::new(Code::ShareOverHundred, *(*place), message).label("from 0 to 100").help(help)
    };
    shares.iter().filter(|(value, _)| is_outside(value)).map(finding).collect()
}
