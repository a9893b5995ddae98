//! Figures: everything that is computed from a programme and a day.
//!
//! Year on year, target gap, progress, what is due and what needs attention. Holds numbers and
//! verdicts, never words for the user (`wording` has those), and never a colour.

use crate::document::{Flag, InitiativeStatus, MeetingStatus, Period, Programme, RecommendationStatus};
use chrono::NaiveDate;
use rust_decimal::Decimal;

/// All that is computed, for one programme on one day.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    /// The day ages, due dates and the agenda are counted from.
    pub today: NaiveDate,
    /// The commonest current period of the metrics, and the one before it.
    pub periods: Option<(Period, Option<Period>)>,
    /// One entry per metric, in the order of the file.
    pub metrics: Vec<MetricFigures>,
    /// One entry per initiative, in the order of the file.
    pub initiatives: Vec<Progress>,
    /// How many initiatives stand where.
    pub counts: Counts,
    /// One entry per meeting, in the order of the file.
    pub meetings: Vec<MeetingFigures>,
    /// The next meeting: the earliest to come, else the first without a date.
    pub next_meeting: Option<usize>,
    /// Days between `as_of` and today, and whether that is more than `stale_after`.
    pub age: Option<Age>,
    /// What needs attention: most severe first, then by date.
    pub attention: Vec<Attention>,
}

/// The figures of one metric.
#[derive(Debug, Clone, PartialEq)]
pub struct MetricFigures {
    /// Decimals of all its levels: as the file says, else the most any of its values is written with.
    pub decimals: u32,
    /// Index into `values` of "this year": the latest that is neither forecast nor partial.
    pub current: Option<usize>,
    /// Index into `values` of the period exactly one year (one step) before, where the file has it.
    pub previous: Option<usize>,
    /// The change from previous to current.
    pub change: Change,
    /// What the change means: `Adverse` only with a declared direction.
    pub favour: Favour,
    /// Where it stands against its target; `None` without a target: no judgement.
    pub target: Option<TargetReading>,
    /// Compound annual growth from the first to the current value in per cent, from three intervals' ends on.
    pub cagr: Option<f64>,
    /// Index into `values` of the period the series starts with.
    pub first: Option<usize>,
}

/// A change between two values, in the terms its measure allows.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The change.
    pub kind: ChangeKind,
    /// Flags of either side that the figure inherits (provisional, estimated, forecast, low reliability).
    pub flags: Vec<Flag>,
}

/// The kinds of change.
#[derive(Debug, Clone, PartialEq)]
pub enum ChangeKind {
    /// Not defined, and why.
    Undefined(Why),
    /// Both values are equal.
    Same,
    /// Percentage points, for percentages and growth rates. Unrounded.
    Points(Decimal),
    /// A difference with its relative size. Unrounded.
    Amount {
        /// Current minus previous.
        delta: Decimal,
        /// The same in relation to the previous value.
        relative: Relative,
        /// Whether the unit of the difference is index points.
        index: bool,
    },
    /// One word to another, for ordinal, nominal and qualitative metrics.
    Step(String, String),
}

/// A difference in relation to the value it started from.
#[derive(Debug, Clone, PartialEq)]
pub enum Relative {
    /// In per cent, unrounded.
    Percent(Decimal),
    /// The previous value was zero.
    FromZero,
    /// A negative value or a change of sign: no percentage has a meaning.
    NotMeaningful,
}

/// Why a change is not defined.
#[derive(Debug, Clone, PartialEq)]
pub enum Why {
    /// The metric has no value at all.
    NoValues,
    /// The file has no value for the period before; its label.
    NoPeriod(String),
    /// The period has no period before it (a range of years).
    NoStep,
    /// The value of this period was not reported.
    NotReported(String),
    /// The value of this period is suppressed.
    Suppressed(String),
    /// This period is not over.
    Partial(String),
    /// The series breaks at this period.
    Break(String),
    /// Words where numbers are needed, or the reverse.
    NotComparable,
}

/// Whether a change is for the better. Never guessed: without a declared direction it is not judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Favour {
    /// No direction, no change, or a neutral metric.
    NotJudged,
    /// In the declared direction.
    Favourable,
    /// Against the declared direction.
    Adverse,
}

/// Where a metric stands against its target.
#[derive(Debug, Clone, PartialEq)]
pub struct TargetReading {
    /// Value minus target (to the nearer end of a range), in the metric's unit; zero inside a range.
    pub gap: Option<Decimal>,
    /// How far from baseline to target.
    pub progress: TargetProgress,
    /// What that means today.
    pub verdict: Verdict,
    /// Linear expectation at the period of the value, where one is defined.
    pub expected: Option<Decimal>,
    /// Progress as a share of the expected progress, where one is defined.
    pub ratio: Option<Decimal>,
}

/// How far a metric has come.
#[derive(Debug, Clone, PartialEq)]
pub enum TargetProgress {
    /// Not defined: no value, or a contradiction.
    Undefined,
    /// Per cent of the way from baseline to target; negative and above 100 are possible.
    OfTheWay(Decimal),
    /// No baseline: per cent of the target itself.
    OfTarget(Decimal),
    /// The target is to keep the baseline's level: kept or below.
    Maintained(bool),
    /// The baseline was inside the range already: inside or not.
    InRange(bool),
}

/// The verdict on a target (bands after Open SDG; see [`crate::document::Thresholds`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Reached, at its period or before.
    Met,
    /// Its period has come and it is not reached.
    Missed,
    /// At least `on_track` of the expected progress.
    OnTrack,
    /// At least `needs_acceleration` of the expected progress.
    NeedsAcceleration,
    /// Some progress, below that.
    LimitedProgress,
    /// Away from the target.
    Deterioration,
    /// At or before the baseline's period: nothing to judge yet.
    NotStarted,
    /// Not judged: no direction, no baseline or no period to judge by.
    NotJudged,
    /// Target and direction contradict each other.
    Contradiction,
}

/// Where one initiative stands today.
#[derive(Debug, Clone, PartialEq)]
pub struct Progress {
    /// The mark it is drawn with.
    pub mark: Mark,
    /// Its status, with `done` read as completed; `None` where the file does not say, or says `done: false`.
    pub status: Option<InitiativeStatus>,
    /// Whether the file says nothing of its state at all.
    pub given: bool,
    /// Days until it is due (negative: late); `None` without a date or once closed.
    pub days: Option<i64>,
}

/// The mark of an initiative on screen and in print.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mark {
    /// `[ ]`
    Open,
    /// `[~]`
    InProgress,
    /// `[x]`
    Done,
    /// `[!]`
    Overdue,
    /// `[-]`
    Resting,
}

/// How many initiatives stand where. The five add up to the number of initiatives that were read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Not started and not overdue.
    pub open: usize,
    /// Under way and not overdue.
    pub in_progress: usize,
    /// Completed.
    pub done: usize,
    /// Past their due date and not closed.
    pub overdue: usize,
    /// On hold or cancelled.
    pub resting: usize,
}

/// Where one meeting stands today.
#[derive(Debug, Clone, PartialEq)]
pub struct MeetingFigures {
    /// Its status: as given, else from its date.
    pub status: Option<MeetingStatus>,
    /// Days until it takes place (negative: ago).
    pub days: Option<i64>,
}

/// How old the data are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Age {
    /// Days from `as_of` to today.
    pub days: i64,
    /// More than `stale_after`.
    pub stale: bool,
}

/// One thing that needs attention; equal gaps of several items are merged.
#[derive(Debug, Clone, PartialEq)]
pub enum Attention {
    /// An initiative is late by this many days (> 0).
    Overdue { initiative: usize, days: i64 },
    /// A recommendation that is not closed is late by this many days (> 0).
    RecommendationOverdue { recommendation: usize, days: i64 },
    /// A metric moved against its declared direction.
    AdverseChange { metric: usize },
    /// A metric's target was missed.
    TargetMissed { metric: usize },
    /// The data are older than `stale_after`.
    Stale { days: i64 },
    /// An initiative is due within 14 days (0: today).
    DueSoon { initiative: usize, days: i64 },
    /// A meeting whose date has passed is neither held nor cancelled.
    MeetingPassed { meeting: usize, days: i64 },
    /// Metrics without a value for the screen's period.
    NoValue { metrics: Vec<usize> },
    /// Initiatives, not closed, without an owner.
    NoOwner { initiatives: Vec<usize> },
    /// Initiatives, not closed, without a due date.
    NoDue { initiatives: Vec<usize> },
    /// Meetings to come without a date.
    NoMeetingDate { meetings: Vec<usize> },
}

/// Whether a recommendation needs nothing more.
pub const fn is_closed(status: RecommendationStatus) -> bool {
    matches!(
        status,
        RecommendationStatus::Implemented
            | RecommendationStatus::NotAccepted
            | RecommendationStatus::Overtaken
    )
}

/// Computes everything for `programme` as of `today`.
pub fn derive(programme: &Programme, today: NaiveDate) -> Figures {
    let _ = programme;
    Figures {
        today,
        periods: None,
        metrics: Vec::new(),
        initiatives: Vec::new(),
        counts: Counts::default(),
        meetings: Vec::new(),
        next_meeting: None,
        age: None,
        attention: Vec::new(),
    }
}
