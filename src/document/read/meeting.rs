//! Meetings: what they, and what was decided there, have beside the rows of the table.

use super::item::Item;
use super::reader::Reader;
use super::rows::Readable;
use crate::programme::{Decision, Meeting};

impl Readable for Meeting {
    fn own(&mut self, key: &str, item: &Item<'_>, reader: &mut Reader<'_>) {
        match key {
            "status" => self.status = item.word(key, reader),
            "decisions" => self.decisions = item.list(key, reader),
            _ => {}
        }
    }
}

impl Readable for Decision {}
