//! Fields: where each stands, what it holds and what it is worth.

use crate::programme::choices::Vocabulary;

/// Makes the parts, each with what it is called.
macro_rules! parts {
    ($($part:ident $called:literal,)*) => {
        /// A part of the file that has keys of its own, in the order of the table.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Part {
            $(#[doc = $called] $part,)*
        }

        impl Part {
            /// How many there are.
            pub(super) const COUNT: usize = [$(Self::$part),*].len();

            /// What the part is called in a sentence, with its article.
            pub const fn called(self) -> &'static str {
                match self {
                    $(Self::$part => $called,)*
                }
            }
        }
    };
}

parts! {
    File "the file",
    About "the programme",
    Metric "a metric",
    Value "a value",
    Baseline "a baseline",
    Target "a target",
    Thresholds "the thresholds",
    Initiative "an initiative",
    Update "an update",
    Recommendation "a recommendation",
    Evaluation "the evaluation",
    Scale "the scale",
    Criterion "a criterion",
    Meeting "a meeting",
    Decision "a decision",
    Background "a background item",
    Quote "a quote",
    Citation "a source",
}

/// What kind of value a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One text of one line.
    Text,
    /// One text of any number of lines.
    Prose,
    /// One text or a list of texts.
    Texts,
    /// A number.
    Number,
    /// A whole number from 0 to this.
    Whole(u32),
    /// A day: `2024-02-08`.
    Date,
    /// A day by which something is due, or a month, a quarter or a half that ends on it: `2024-06`.
    Due,
    /// A time of day: `14:30`.
    Time,
    /// `true` or `false`.
    TrueOrFalse,
    /// One of a few words.
    Word(Vocabulary),
    /// A name that other items refer to it by.
    Id,
    /// One or more ids of items of another part.
    Links(Part),
    /// A year or another period.
    Period,
    /// Periods, each with its value.
    Values,
    /// Periods, each with the target for it.
    Targets,
    /// A number, or a word for metrics in words.
    Value,
    /// A group of keys.
    Group(Part),
    /// A list of groups of keys.
    List(Part),
}

/// Whether a file needs the field, and what a mistake in it costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// The item cannot be shown without it.
    Needed,
    /// The item can be shown without it, but should have it.
    Expected,
    /// A figure, a date that is counted from or a status: a mistake would make what is shown wrong.
    Figure,
    /// A remark: a mistake costs the remark.
    Remark,
}

/// A row of the table: one key of one part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// Where the key stands.
    pub part: Part,
    /// The key.
    pub key: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// How much depends on it.
    pub weight: Weight,
    /// Keys of other standards that are understood as well.
    pub also: &'static [&'static str],
    /// What it says, in a few words without a full stop.
    pub doc: &'static str,
    /// What it can look like.
    pub example: &'static str,
    /// Where it can be set on screen, the keys that it is written after where it is new.
    pub set_after: Option<&'static [&'static str]>,
}
