//! Unreadable: which fields of an item stand in the file and could not be read.
//!
//! Such a field is neither given nor missing. Never says why; the findings do.

/// The keys of one item that stand in the file and could not be read, by their names in the vocabulary.
///
/// Equality does not look at it: what the fields hold is compared by itself.
#[derive(Debug, Clone, Default)]
pub struct Unreadable {
    keys: Vec<&'static str>,
    is_disputed: bool,
}

impl Unreadable {
    /// Whether this field stands there and could not be read.
    pub fn has(&self, key: &str) -> bool {
        self.keys.contains(&key)
    }

    /// Whether the file says of its state something that could not be read.
    pub fn has_status(&self) -> bool {
        self.has("status") || self.has("done")
    }

    /// All of them, in the order in which they are read.
    pub fn keys(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.keys.iter().copied()
    }

    /// Whether the file says a figure of the item in two ways: a key stands there twice, or a merge is not finished.
    pub const fn is_disputed(&self) -> bool {
        self.is_disputed
    }

    /// Notes that it does.
    pub const fn dispute(&mut self) {
        self.is_disputed = true;
    }

    /// Notes one more; each counts once.
    pub fn note(&mut self, key: &'static str) {
        if !self.has(key) {
            self.keys.push(key);
        }
    }
}

impl PartialEq for Unreadable {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Unreadable {}
