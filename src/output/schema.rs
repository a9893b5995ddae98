//! The schema of a programme file (JSON Schema, draft 7), for completion and checks in editors.
//!
//! Made from the table of fields and nothing else: a derive would need a second set of types, which could
//! say something else than the table. Stricter than reading: it knows no other names. Never checks a file.

use crate::programme::Vocabulary;
use crate::programme::fields::{FIELDS, Field, Kind, Part, Weight};
use serde_json::{Map, Value, json};

/// One year, fiscal year, half, quarter or month as a label: `2023`, `FY2023`, `2022/23`, `2023-Q1`, `1H 2023`, `202301`.
const ONE: &str = "((FY[ -]?)?[0-9]{4}([ /-]?([QHST][1-4]|[1-4][QHS]|M?[0-9]{1,2})|[/-][0-9]{4})?\
    |([QHS][1-4]|[1-4][QHS])[ /-]?[0-9]{4})";
/// What stands between the two ends of a range: a dash, or a short word such as `to`, `bis`, `do`.
const TO: &str = "( ?[/\u{2010}-\u{2014}\u{2212}-] ?| [^0-9 ()\\[\\]]{1,4} )";
/// What stands behind a period: a note, a sign of one, a letter or a word of a flag.
const MARKS: &str = "( ?[(\\[][^)\\]]+[)\\]]| ?[*\u{2020}\u{2021}\u{a7}\u{b9}\u{b2}\u{b3}\u{2070}\u{2074}-\u{2079}]+| ?[A-Za-z]\
    | (to date|partial|forecast|projected|projection|provisional|preliminary|estimated?|final|revised))*";
/// A day, or a month, a quarter or a half that ends on it.
const DUE: &str =
    "^[0-9]{4}-([0-9]{2}(-[0-9]{2})?|[QHS][1-4])$|^[QHS][1-4][ /-][0-9]{4}$|^[A-Za-z]+ [0-9]{4}$";
/// A number that is written as a text.
const NUMBER: &str = "^[+-]?[0-9]+([.][0-9]+)?([eE][+-]?[0-9]+)?$";
/// Keys that are passed over.
const OWN_REMARK: &str = "^(x-|_)";

/// The schema as text, with a line end behind it.
pub fn schema() -> String {
    let mut definitions = Map::new();
    definitions.insert("values".into(), values());
    for part in FIELDS.chunk_by(|one, next| one.part == next.part).filter_map(<[Field]>::first) {
        if part.part != Part::File {
            definitions.insert(name(part.part), group(part.part));
        }
    }
    let mut root = Map::new();
    root.insert("$schema".into(), "http://json-schema.org/draft-07/schema#".into());
    root.insert("title".into(), "A cooperation programme".into());
    root.extend(group(Part::File).as_object().cloned().unwrap_or_default());
    root.insert("definitions".into(), definitions.into());
    // Nothing of it can fail to be JSON: no map has a key that is no text.
    let mut text = serde_json::to_string_pretty(&root).unwrap_or_default();
    text.push('\n');
    text
}

/// `a metric` is `metric`.
pub(super) fn name(part: Part) -> String {
    let called = part.called();
    called.split_once(' ').map_or(called, |(_, noun)| noun).replace(' ', "-")
}

fn group(part: Part) -> Value {
    let properties: Map<String, Value> =
        part.fields().iter().map(|field| (field.key.to_owned(), property(field))).collect();
    let needed = part.fields().iter().filter(|field| field.weight == Weight::Needed);
    let needed: Vec<&str> = needed.map(|field| field.key).collect();
    let mut made = json!({ "type": "object", "properties": properties });
    if let (Some(made), false) = (made.as_object_mut(), needed.is_empty()) {
        made.insert("required".into(), needed.into());
    }
    if let Some(made) = made.as_object_mut() {
        made.insert("patternProperties".into(), json!({ OWN_REMARK: {} }));
        made.insert("additionalProperties".into(), false.into());
    }
    made
}

fn property(field: &Field) -> Value {
    let mut made = Map::new();
    made.insert("description".into(), format!("{}. Example: {}", field.doc, field.example).into());
    made.extend(kind(field.kind).as_object().cloned().unwrap_or_default());
    Value::Object(made)
}

/// What a value of a kind can be. A key with nothing after it counts as not given.
fn kind(kind: Kind) -> Value {
    match kind {
        Kind::Text | Kind::Prose | Kind::Id => text(),
        Kind::Texts | Kind::Links(_) => {
            json!({ "anyOf": [text(), { "type": "array", "items": text() }] })
        }
        Kind::Number => json!({ "type": ["number", "string", "null"], "pattern": NUMBER }),
        Kind::Whole(_) => json!({ "type": ["integer", "null"], "minimum": 0 }),
        Kind::Date => json!({ "type": ["string", "null"], "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }),
        Kind::Due => json!({ "type": ["string", "null"], "pattern": DUE }),
        Kind::Time => {
            json!({ "type": ["string", "null"], "pattern": "^[0-2][0-9]:[0-5][0-9](:[0-5][0-9])?$" })
        }
        Kind::TrueOrFalse => json!({ "type": ["boolean", "null"] }),
        Kind::Word(vocabulary) => words(vocabulary),
        Kind::Period => json!({ "type": ["string", "integer", "null"], "pattern": period() }),
        Kind::Values => refers("values"),
        Kind::Targets => targets(),
        Kind::Value => json!({ "type": ["number", "string", "boolean", "null"] }),
        // A baseline and a target may be their value alone.
        Kind::Group(part @ (Part::Baseline | Part::Target)) => {
            json!({ "anyOf": [refers(&name(part)), self::kind(Kind::Number)] })
        }
        Kind::Group(part) => json!({ "anyOf": [refers(&name(part)), { "type": "null" }] }),
        Kind::List(part) => {
            let item = if matches!(part, Part::Decision | Part::Update) {
                json!({ "anyOf": [refers(&name(part)), text()] })
            } else {
                refers(&name(part))
            };
            json!({ "type": ["array", "null"], "items": item })
        }
    }
}

/// A text: whatever stands there is one, also `no`, `2022` and `1.0`.
fn text() -> Value {
    json!({ "type": ["string", "number", "boolean", "null"] })
}

fn words(vocabulary: Vocabulary) -> Value {
    let words = vocabulary.words().into_iter().map(Value::from);
    json!({ "enum": words.chain([Value::Null]).collect::<Vec<_>>() })
}

/// Values under their periods, or as a list in which each names its own.
fn values() -> Value {
    let one = refers(&name(Part::Value));
    let by_period = by_period(&json!({ "anyOf": [kind(Kind::Value), one] }));
    json!({ "anyOf": [by_period, { "type": "array", "items": one }, { "type": "null" }] })
}

/// Targets under their periods, or as a list in which each names its own.
fn targets() -> Value {
    let one = refers(&name(Part::Target));
    let by_period = by_period(&json!({ "anyOf": [kind(Kind::Number), one] }));
    let listed = json!({ "anyOf": [one, by_period] });
    // One target alone may stand there as well.
    json!({ "anyOf": [by_period, { "type": "array", "items": listed }, one, { "type": "null" }] })
}

fn by_period(one: &Value) -> Value {
    json!({
        "type": "object",
        "patternProperties": { period(): one, OWN_REMARK: {} },
        "additionalProperties": false
    })
}

/// A period as a label, alone or the two ends of a range, with what stands behind it.
fn period() -> String {
    format!("^{ONE}({TO}{ONE})?{MARKS}$")
}

fn refers(name: &str) -> Value {
    json!({ "$ref": format!("#/definitions/{name}") })
}
