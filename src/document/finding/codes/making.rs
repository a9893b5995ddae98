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
        pub const CODES: &[CodeRow] = &[$(CodeRow {
            code: Code::$code,
            name: $name,
            severity: Severity::$severity,
            explanation: $explanation,
        },)*];

        impl Code {
            /// Its stable name, such as `unknown-field`.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$code => $name,)*
                }
            }

            /// How bad it usually is.
            pub const fn severity(self) -> Severity {
                match self {
                    $(Self::$code => Severity::$severity,)*
                }
            }
        }
    };
}

pub(super) use codes;
