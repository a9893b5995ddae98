//! Own: what items have beside the rows of the table; metrics and the evaluation have files of their own.

use super::item::Item;
use super::reader::Reader;
use super::rows::Readable;
use crate::document::finding::{Code, Finding, Severity};
use crate::programme::words::Choice;
use crate::programme::{
    About, Background, Citation, Decision, Initiative, InitiativeStatus, Meeting, Placed, Quote,
    Recommendation, Standing, Update,
};

impl Readable for Initiative {
    fn own(&mut self, key: &str, item: &Item<'_>, reader: &mut Reader<'_>) {
        match key {
            "status" => self.standing = standing(item, reader),
            "owner" => self.owner = item.somebody(self.owner.take(), reader),
            "updates" => self.updates = item.list(key, reader),
            _ => {}
        }
    }
}

impl Readable for Recommendation {
    fn own(&mut self, key: &str, item: &Item<'_>, reader: &mut Reader<'_>) {
        match key {
            "status" => self.status = item.word(key, reader),
            "owner" => self.owner = item.somebody(self.owner.take(), reader),
            "updates" => self.updates = item.list(key, reader),
            _ => {}
        }
    }
}

impl Readable for Meeting {
    fn own(&mut self, key: &str, item: &Item<'_>, reader: &mut Reader<'_>) {
        match key {
            "status" => self.status = item.word(key, reader),
            "decisions" => self.decisions = item.list(key, reader),
            _ => {}
        }
    }
}

impl Readable for Citation {
    fn own(&mut self, key: &str, item: &Item<'_>, reader: &mut Reader<'_>) {
        if key == "published" {
            self.published = item.placed_text(key, reader);
        }
    }
}

impl Readable for About {}

impl Readable for Background {}

impl Readable for Decision {}

/// Words without a speaker are not shown: nobody could answer for them.
impl Readable for Quote {}

impl Readable for Update {}

/// What the item says of its state.
fn standing(item: &Item<'_>, reader: &mut Reader<'_>) -> Standing {
    let done = item.read("done", |slot| reader.true_or_false_of(slot));
    let status = item.word::<InitiativeStatus>("status", reader);
    match (done, status) {
        (None, None) => Standing::NotGiven,
        (Some(done), None) => Standing::Done(done),
        (None, Some(status)) => Standing::Status(status),
        (Some(done), Some(status)) => {
            reader.report(both_given(&done, &status));
            Standing::Both(done, status)
        }
    }
}

fn both_given(done: &Placed<bool>, status: &Placed<InitiativeStatus>) -> Finding {
    let word = status.value.word();
    let agree = done.value == (status.value == InitiativeStatus::Completed);
    let (severity, message) = if agree {
        (Severity::Warning, "`status` and `done` are both given".to_owned())
    } else {
        (Severity::Error, format!("`done: {}` and `status: {word}` say different things", done.value))
    };
    Finding::new(Code::StatusAndDone, done.place, message)
        .severity(severity)
        .label("passed over")
        .also(status.place, "this is shown")
        .help("Keep one of the two and delete the other.")
}
