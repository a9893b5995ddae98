//! The least that reading costs with the same parser: serde into plain fields, without a place, a check or a message.

use serde::Deserialize;
use std::collections::BTreeMap;

/// What a program would keep that only wants to show the text.
#[derive(Deserialize)]
#[expect(dead_code, reason = "a field that is not read is still to be made")]
pub(crate) struct Programme {
    #[serde(rename = "programme")]
    pub(crate) head: Head,
    pub(crate) metrics: Vec<Metric>,
    pub(crate) initiatives: Vec<Item>,
    recommendations: Vec<Item>,
    evaluation: Evaluation,
    meetings: Vec<Item>,
}

#[derive(Deserialize)]
pub(crate) struct Head {
    pub(crate) title: String,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "a field that is not read is still to be made")]
pub(crate) struct Metric {
    pub(crate) name: String,
    unit: String,
    direction: String,
    baseline: Aim,
    target: Aim,
    pub(crate) values: BTreeMap<u16, f64>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "a field that is not read is still to be made")]
struct Aim {
    period: u16,
    value: f64,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "a field that is not read is still to be made")]
pub(crate) struct Item {
    pub(crate) title: String,
    pub(crate) status: String,
    owner: Option<String>,
    due: Option<String>,
    date: Option<String>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "a field that is not read is still to be made")]
struct Evaluation {
    status: String,
    criteria: Vec<Criterion>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "a field that is not read is still to be made")]
struct Criterion {
    title: String,
    improvement: String,
    scores: BTreeMap<u16, f64>,
}

/// Reads a text of [`document`](crate::document::document), however large.
pub(crate) fn read(text: &str) -> Programme {
    serde_saphyr::from_str_with_options(text, serde_saphyr::options! { budget: None }).unwrap()
}
