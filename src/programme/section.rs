//! Section: the sections of a file, and which parts stand in each.
//!
//! Never holds what a section says.

use super::fields::{FIELDS, Field, Kind, Part};
use strum::{EnumString, IntoStaticStr};

/// The sections of a file, in the order of the table of fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr, EnumString)]
#[strum(serialize_all = "lowercase")]
#[expect(missing_docs, reason = "their own names in the file")]
pub enum Section {
    Programme,
    Metrics,
    Initiatives,
    Recommendations,
    Evaluation,
    Meetings,
    Background,
    Quotes,
    Sources,
}

impl Section {
    /// What its items are; of a section that is no list, the section itself.
    pub fn part(self) -> Part {
        match Part::File.field(self.into()).map(|field| field.kind) {
            Some(Kind::List(part) | Kind::Group(part)) => part,
            _ => Part::File,
        }
    }
}

impl Part {
    /// The section it stands in; none where it may stand in several.
    pub fn section(self) -> Option<Section> {
        let holds =
            |field: &&Field| matches!(field.kind, Kind::List(part) | Kind::Group(part) if part == self);
        let mut holders = FIELDS.iter().filter(holds);
        match (holders.next()?, holders.next()) {
            (only, None) if only.part == Part::File => only.key.parse().ok(),
            (only, None) => only.part.section(),
            (_, Some(_)) => None,
        }
    }
}
