//! Making: how the rows of the table of fields and the types of the items come from one list.
//!
//! Never names a field.

/// Makes the rows of one table from parts and their fields: key, kind, weight, other names, what it says, an example;
/// where it can be set on screen, the fields that a new one is written after.
///
/// A part that is a `struct` is the type of its items as well, with a field for each key and what else stands behind
/// a `+`. For a key in quotes there is a rule of its own, and no field of that name.
macro_rules! fields {
    ($($(#[$about:meta])* $is:ident $part:ident {
        $($($field:ident)? $($own:literal)?: $kind:ident $(($of:tt))? $weight:ident [$($also:literal)*]
            $doc:literal $example:literal $(after [$($before:ident)*])?;)*
    } $(+ { $($more:tt)* })?)*) => {
        /// Every field of a programme file. Text fields may be written over several lines.
        pub const FIELDS: &[Field] = &[$($(Field {
            part: Part::$part,
            key: concat!($(stringify!($field))? $($own)?),
            kind: kind!($kind $($of)?),
            weight: Weight::$weight,
            also: &[$($also),*],
            doc: $doc,
            example: $example,
            set_after: after!($([$($before)*])?),
        },)*)*];
        $(items! {
            $is [$(#[$about])*] $part { $(($($field)?) ($kind $($of)? $weight) $doc;)* } { $($($more)*)? }
        })*
    };
}

/// The type of the items of a part, and the way from its rows to its fields.
macro_rules! items {
    (keys $($rest:tt)*) => {};
    (struct [$($about:tt)*] $part:ident { $(($($field:ident)?) $holds:tt $doc:literal;)* } { $($more:tt)* }) => {
        $($about)*
        #[derive(Debug, Clone, Default, PartialEq)]
        pub struct $part {
            /// Where it stands.
            pub place: Place,
            $($(#[doc = $doc] pub $field: holds! $holds,)?)*
            $($more)*
            /// Its fields that could not be read.
            pub unreadable: Unreadable,
        }

        impl Fields for $part {
            const LENSES: &'static [Lens<Self>] = &[$(lens!($($field)? $holds)),*];
            const PART: Part = Part::$part;

            fn unreadable(&self) -> &Unreadable {
                &self.unreadable
            }

            fn found(&mut self, place: Place, unreadable: Unreadable) {
                (self.place, self.unreadable) = (place, unreadable);
            }
        }
    };
}

/// The kind of a field.
macro_rules! kind {
    (Word $choice:ident) => { Kind::Word(Vocabulary::$choice) };
    (Whole $most:literal) => { Kind::Whole($most) };
    ($kind:ident $($part:ident)?) => { Kind::$kind $((Part::$part))? };
}

/// What is known of where a new one is written.
macro_rules! after {
    () => { None };
    ([$($key:ident)*]) => { Some(&[$(stringify!($key)),*]) };
}

/// What an item keeps of a field of this kind and weight.
macro_rules! holds {
    (Id $weight:ident) => { Option<Placed<String>> };
    (Texts $weight:ident) => { Vec<String> };
    (Links $part:ident $weight:ident) => { Vec<Placed<String>> };
    (Number $weight:ident) => { Option<Decimal> };
    (Whole $most:literal $weight:ident) => { Option<u32> };
    (Date $weight:ident) => { Option<Placed<NaiveDate>> };
    (Due $weight:ident) => { Option<Placed<Due>> };
    (Time $weight:ident) => { Option<NaiveTime> };
    (TrueOrFalse $weight:ident) => { bool };
    (Word $choice:ident $weight:ident) => { Option<Placed<$choice>> };
    (Values $weight:ident) => { Vec<Observation> };
    (Targets $weight:ident) => { Vec<Target> };
    (List $part:ident $weight:ident) => { Vec<$part> };
    (Group $part:ident $weight:ident) => { Option<$part> };
    ($text:ident Needed) => { String };
    ($text:ident Expected) => { String };
    ($text:ident $weight:ident) => { Option<String> };
}

/// The way to a field of this kind and weight, where there is no rule of its own for it.
macro_rules! lens {
    ($lens:ident $field:ident) => {
        Lens::$lens(At { get: |item| &item.$field, set: |item, to| item.$field = to })
    };
    ($field:ident (Word $choice:ident $weight:ident)) => {
        Lens::Word(WordAt {
            get: |item| chosen(item.$field.as_ref()),
            set: |item, to| choose(&mut item.$field, to),
        })
    };
    ($field:ident (Links $part:ident $weight:ident)) => { lens!(Links $field) };
    ($field:ident (Whole $most:literal $weight:ident)) => { lens!(Whole $field) };
    ($field:ident (Text Needed)) => { lens!(Name $field) };
    ($field:ident (Text Expected)) => { lens!(Name $field) };
    ($field:ident (Prose Needed)) => { lens!(Name $field) };
    ($field:ident (Prose Expected)) => { lens!(Name $field) };
    ($field:ident (Prose $weight:ident)) => { lens!(Text $field) };
    ($field:ident (Number $weight:ident)) => { Lens::Own };
    ($field:ident (Values $weight:ident)) => { Lens::Own };
    ($field:ident (Targets $weight:ident)) => { Lens::Own };
    ($field:ident ($kind:ident $weight:ident)) => { lens!($kind $field) };
    ($($own:tt)*) => { Lens::Own };
}
