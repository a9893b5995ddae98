//! Unreadable: which fields of an item stand in the file and could not be read.
//!
//! Such a field is neither given nor missing. Never says why; the findings do.

/// The keys of one item that stand in the file and could not be read, by their names in the vocabulary.
///
/// Equality does not look at it: what the fields hold is compared by itself.
#[derive(Debug, Clone, Default)]
pub struct Unreadable {
    /// Of nearly all items there is nothing to say.
    lost: Option<Box<Lost>>,
}

#[derive(Debug, Clone, Default)]
struct Lost {
    keys: Vec<&'static str>,
    is_disputed: bool,
}

impl Unreadable {
    /// Everything could be read.
    pub const NONE: Self = Self { lost: None };

    /// Whether everything could be read.
    pub const fn is_empty(&self) -> bool {
        self.lost.is_none()
    }

    /// Whether this field stands there and could not be read.
    pub fn has(&self, key: &str) -> bool {
        self.keys().any(|lost| lost == key)
    }

    /// Whether the file says of its state something that could not be read.
    pub fn has_status(&self) -> bool {
        self.has("status") || self.has("done")
    }

    /// All of them, in the order in which they are read.
    pub fn keys(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.lost.iter().flat_map(|lost| &lost.keys).copied()
    }

    /// Whether the file says a figure of the item in two ways: a key stands there twice, or a merge is not finished.
    pub fn is_disputed(&self) -> bool {
        self.lost.as_ref().is_some_and(|lost| lost.is_disputed)
    }

    /// Notes that it does.
    pub fn dispute(&mut self) {
        self.lost.get_or_insert_default().is_disputed = true;
    }

    /// Notes one more; each counts once.
    pub fn note(&mut self, key: &'static str) {
        if !self.has(key) {
            self.lost.get_or_insert_default().keys.push(key);
        }
    }
}

impl PartialEq for Unreadable {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Unreadable {}
