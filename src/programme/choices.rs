//! Choices: the fields with a fixed choice, and what each word of it means.
//!
//! One table a choice: the word that is stored and written, then the words that are accepted on reading. Never looks
//! a word up, and never decides what it leads to.

use super::words::{Choice, Word};
use strum::IntoStaticStr;

/// Makes the types of the choices, their tables of words, and the list of all of them.
macro_rules! choices {
    ($($(#[$about:meta])* enum $choice:ident $called:literal {
        $($(#[$means:meta])* $value:ident $word:literal [$($also:literal)*])*
    })*) => {
        $($(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr)]
        #[strum(serialize_all = "lowercase")]
        pub enum $choice {
            $($(#[$means])* $value,)*
        }

        impl Choice for $choice {
            const CALLED: &'static str = $called;
            const WORDS: &'static [Word<Self>] =
                &[$(Word { value: Self::$value, word: $word, also: &[$($also),*] },)*];
        })*

        /// The choices, for those who need no meaning but the words: schema, template, reference.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Vocabulary {
            $(#[doc = $called] $choice,)*
        }

        impl Vocabulary {
            /// The stored words, in their order.
            pub fn words(self) -> Vec<&'static str> {
                match self {
                    $(Self::$choice => $choice::WORDS.iter().map(|row| row.word).collect(),)*
                }
            }
        }
    };
}

choices! {
    /// Where a commitment stands, in the order of its life. `overdue` is computed, never stored.
    enum InitiativeStatus "a status of an initiative" {
        /// Made public, not yet agreed in detail.
        Announced "announced" ["public" "pledged"]
        /// Agreed, not started.
        Agreed "agreed" ["open" "planned" "not started" "to do" "new" "pending"]
        /// Under way.
        #[strum(serialize = "in progress")]
        InProgress "in_progress" ["ongoing" "started" "active" "under way" "doing" "implementation" "running"]
        /// Done.
        Completed "completed" ["done" "complete" "closed" "finished" "implemented" "achieved"]
        /// Paused; never overdue.
        #[strum(serialize = "on hold")]
        OnHold "on_hold" ["paused" "suspended" "waiting" "blocked" "deferred" "postponed"]
        /// Given up.
        Cancelled "cancelled" ["canceled" "dropped" "abandoned" "withdrawn" "terminated"]
    }

    /// Where a recommendation stands, in the order of its life.
    enum RecommendationStatus "a status of a recommendation" {
        /// Made, not yet answered.
        Proposed "proposed" ["open" "new" "made" "issued" "draft"]
        /// Being weighed.
        #[strum(serialize = "under consideration")]
        UnderConsideration "under_consideration" ["considered" "under review" "pending"]
        /// Accepted, not started.
        Accepted "accepted" ["agreed" "approved" "endorsed" "partially accepted"]
        /// Under way.
        #[strum(serialize = "in progress")]
        InProgress "in_progress" ["ongoing" "started" "active" "under way"]
        /// Carried out.
        Implemented "implemented" ["done" "completed" "complete" "closed" "finished"]
        /// Turned down.
        #[strum(serialize = "not accepted")]
        NotAccepted "not_accepted" ["rejected" "declined" "refused" "turned down"]
        /// No longer needed.
        Overtaken "overtaken" ["overtaken by events" "obsolete" "superseded" "no longer needed"]
    }

    /// Where a meeting stands.
    enum MeetingStatus "a status of a meeting" {
        /// Agreed in principle, without a date.
        #[strum(serialize = "to be scheduled")]
        ToBeScheduled "to_be_scheduled" ["tbd" "tbc" "open" "unscheduled" "no date"]
        /// Has a date.
        Scheduled "scheduled" ["planned" "confirmed" "upcoming" "fixed"]
        /// Has taken place.
        Held "held" ["done" "completed" "past" "took place" "closed"]
        /// Will not take place.
        Cancelled "cancelled" ["canceled" "dropped" "called off"]
    }

    /// What kind of value an observation is. The letters are those of the SDMX code list `CL_OBS_STATUS`, version 2.2.
    #[derive(Default)]
    enum Flag "a status of a value" {
        /// A normal value.
        #[default]
        Normal "normal" ["A" "final" "actual" "normal value"]
        /// May still be revised.
        Provisional "provisional" ["P" "preliminary" "provisional value"]
        /// Estimated.
        Estimated "estimated" ["E" "estimate" "estimated value"]
        /// Expected, not measured.
        Forecast "forecast" ["F" "projection" "projected" "forecast value"]
        /// Covers a part of the period so far.
        Partial "partial" ["to date" "year to date" "ytd" "incomplete"]
        /// The series breaks here: not comparable with what went before.
        Break "break" ["B" "series break" "break in series" "time series break"]
        /// Exists but is not published.
        Suppressed "suppressed"
            ["Q" "confidential" "not published" "missing value; suppressed" "missing data; suppressed"]
        /// Of low reliability.
        #[strum(serialize = "low reliability")]
        LowReliability "low_reliability" ["U" "unreliable"]
    }

    /// What kind of number a metric holds. It decides the arithmetic of change. The digits are the IATI indicator
    /// measure codes (Activity Standard 2.03, `IndicatorMeasure`).
    #[derive(Default)]
    enum Measure "a measure" {
        /// A number of things.
        #[default]
        Count "count" ["number" "unit" "1"]
        /// A share in per cent: changes are percentage points.
        Percentage "percentage" ["per cent" "%" "share" "2"]
        /// A percentage that is itself a change: changes are percentage points.
        #[strum(serialize = "growth rate")]
        GrowthRate "growth_rate" ["growth" "rate of change" "change"]
        /// An amount of money.
        Currency "currency" ["money" "amount"]
        /// An index number: changes are points, with per cent beside them.
        Index "index" ["index number"]
        /// A quotient of two amounts.
        Ratio "ratio" ["quotient"]
        /// Steps of a scale: no arithmetic.
        Ordinal "ordinal" ["rank" "scale" "4"]
        /// Names: no arithmetic.
        Nominal "nominal" ["name" "category" "yes no" "3"]
        /// Words: no arithmetic.
        Qualitative "qualitative" ["text" "words" "5"]
    }

    /// Which way is better.
    enum Direction "a direction" {
        /// More is better.
        Increase "increase" ["up" "higher" "ascending" "higher is better" "rise" "positive"]
        /// Less is better.
        Decrease "decrease" ["down" "lower" "descending" "lower is better" "fall" "negative"]
        /// Inside the target's range is better.
        Range "range" ["within" "within range" "maintain" "hold"]
        /// Neither way is better: never judged.
        Neutral "neutral" ["none" "not judged"]
    }
}

impl RecommendationStatus {
    /// Whether nothing more is to come.
    pub const fn is_closed(self) -> bool {
        matches!(self, Self::Implemented | Self::NotAccepted | Self::Overtaken)
    }
}

impl Measure {
    /// Whether values are words, so that there is no arithmetic.
    pub const fn is_words(self) -> bool {
        matches!(self, Self::Ordinal | Self::Nominal | Self::Qualitative)
    }
}
