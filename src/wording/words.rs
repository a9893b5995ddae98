//! Words: what a thing is called wherever people read it, so that the same thing has the same name everywhere.

/// Where a metric stands.
pub const STANDING: &str = "Standing";

/// What the file says of the state of an item.
pub const STATUS: &str = "Status";
