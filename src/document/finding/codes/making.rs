//! Making: how the kinds of finding and their table come from one list.
//!
//! Never names a code.

/// Makes the kinds of finding and their table, which stand in one order.
macro_rules! codes {
    ($($code:ident $name:literal $severity:ident $doc:literal $explanation:literal)*) => {
        /// A row of the table of codes.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub struct CodeRow {
            /// The kind of finding.
            pub code: Code,
            /// Its stable name.
            pub name: &'static str,
            /// How bad it usually is.
            pub severity: Severity,
            /// What it means, as a paragraph for people who are no programmers.
            pub explanation: &'static str,
        }

        /// What kind of finding: a row of [`CODES`].
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = $doc] $code,)*
        }

        /// Every kind of finding, from the outside in: file, YAML, fields, values, items together.
        pub const CODES: &[CodeRow] = &[$(Code::$code.row(),)*];

        impl Code {
            /// Its row of the table.
            pub const fn row(self) -> CodeRow {
                match self {
                    $(Self::$code => CodeRow {
                        code: self,
                        name: $name,
                        severity: Severity::$severity,
                        explanation: $explanation,
                    },)*
                }
            }
        }
    };
}

pub(super) use codes;
