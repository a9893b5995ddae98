//! Meanwhile: what a command is doing, while it takes longer than a moment.

/// A file is being read: `Reading programme.yaml, 9.4 MB`; the size where it is known.
pub fn reading(name: &str, bytes: Option<u64>) -> String {
    bytes.map_or_else(|| format!("Reading {name}"), |bytes| format!("Reading {name}, {}", size(bytes)))
}

/// What was read is being made the report.
pub const REPORTING: &str = "Making the report";

/// `9.4 MB`, `940 kB`: large enough to take long.
fn size(bytes: u64) -> String {
    let tenths = bytes.div_ceil(100_000);
    if bytes < 1_000_000 {
        format!("{} kB", bytes.div_ceil(1000))
    } else {
        format!("{}.{} MB", tenths / 10, tenths % 10)
    }
}
