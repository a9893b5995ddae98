//! Output: frames and programmes as text that leaves the program.
//!
//! Never writes a file.

mod ansi;
mod findings;
mod reference;
mod report;
mod schema;
mod svg;
mod text;

pub use ansi::ansi;
pub use findings::{
    Checked, conditions_in_short, findings, findings_for_github, findings_in_colour, findings_in_json,
    findings_in_short,
};
pub use reference::reference;
pub use report::{report, report_if_there_is_room};
pub use schema::schema;
pub use svg::{SvgOptions, svg};
pub use text::text;
