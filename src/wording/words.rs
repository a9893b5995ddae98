//! Words: what a thing is called wherever people read it.

use crate::programme::Section;

/// Where a metric stands.
pub const STANDING: &str = "Standing";

/// What the file says of the state of an item.
pub const STATUS: &str = "Status";

/// The section as people call it; the same word as in the file.
pub const fn section_word(section: Section) -> &'static str {
    match section {
        Section::Programme => "programme",
        Section::Metrics => "metrics",
        Section::Initiatives => "initiatives",
        Section::Recommendations => "recommendations",
        Section::Evaluation => "evaluation",
        Section::Meetings => "meetings",
        Section::Background => "background",
        Section::Quotes => "quotes",
        Section::Sources => "sources",
    }
}
