//! Record: what a change leaves behind in the item's updates, where the file asks for that (`history: true`).
//!
//! Plain words and dates as the file writes them, since they become part of the file.

/// What changed: `due changed from 2024-05-01 to 2024-06-30`, `owner set to Ministry of Defence`.
pub fn changed(what: &str, from: Option<&str>, to: Option<&str>) -> String {
    match (from, to) {
        (Some(from), Some(to)) => format!("{what} changed from {from} to {to}"),
        (None, Some(to)) => format!("{what} set to {to}"),
        (Some(from), None) => format!("{what} taken out, was {from}"),
        (None, None) => format!("{what} unchanged"),
    }
}

/// What is noted on a new item.
pub const ADDED: &str = "added";
