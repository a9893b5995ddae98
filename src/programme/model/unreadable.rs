//! Unreadable: which fields of an item stand in the file and could not be read.
//!
//! Such a field is neither given nor missing. Never says why; the findings do.

/// The keys of one item that stand in the file and could not be read, by their names in the vocabulary.
///
/// Equality does not look at it: what the fields hold is compared by itself.
#[derive(Debug, Clone, Default)]
pub struct Unreadable(Vec<&'static str>);

impl Unreadable {
    /// Whether this field stands there and could not be read.
    pub fn has(&self, key: &str) -> bool {
        self.0.contains(&key)
    }

    /// Whether the file says of its state something that could not be read.
    pub fn has_status(&self) -> bool {
        self.has("status") || self.has("done")
    }

    /// All of them, in the order in which they are read.
    pub fn keys(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.0.iter().copied()
    }

    /// Notes one more; each counts once.
    pub fn note(&mut self, key: &'static str) {
        if !self.has(key) {
            self.0.push(key);
        }
    }
}

impl PartialEq for Unreadable {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Unreadable {}
