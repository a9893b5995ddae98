//! Wording: every sentence the program says.
//!
//! Messages, facts, notices and the phrases of the report stand here once and are used by screens
//! and outputs alike. Never computes a number and never lays out a line.

mod attention;
pub mod change;
mod condition;
pub mod doctor;
mod fact;
mod facts;
pub mod field;
pub mod forms;
mod head;
pub mod meanwhile;
mod message;
mod notice;
mod outage;
mod phrase;
mod programme;
pub mod record;
pub mod scale;
pub mod standing;
mod status;
pub mod target;
mod unread;
mod upcoming;
pub mod value;
mod when;

pub use attention::{Demand, Pointer, attention, leads_to};
pub use condition::{Condition, ConditionKind, conditions};
pub use fact::{Fact, STANDING, STATUS, Tone};
pub use facts::{
    Ids, Links, NOT_SCORED, criterion_facts, initiative_facts, meeting_facts, metric_facts,
    recommendation_facts, score_in_words, score_words, table_row, value_facts,
};
pub use head::{
    PAUSED, attention_message, data_age_of, dated_level, metric_headline, metric_line, not_saved, pace,
    period, periods_shown, problems, severities,
};
pub use message::{
    evaluation_message, initiatives_message, meetings_message, metrics_message, no_figures, overview_message,
    recommendations_message,
};
pub use notice::{Barred, Notice};
pub use outage::{Unreachable, awaited, busy, cannot_be_read, read_at};
pub use phrase::{Phrase, Segment, segment};
pub use programme::{Paragraph, about, evaluation_facts};
pub use status::{
    counts, counts_line, mark, meeting_state, new_standing_word, progress_word, recommendation_standing,
    recommendation_state, standing_word,
};
pub use unread::{
    MARK, NOT_READABLE, absent, absent_if, called, finding_facts, given, not_read, nothing, unread_facts,
    unread_line,
};
pub use upcoming::{upcoming, upcoming_title};
pub use when::{age, days_until, distance, doubtful_day, due, due_date, due_in_full, late};

/// What a choice is called: `in progress`, `recommendations`.
pub fn word(of: impl Into<&'static str>) -> &'static str {
    of.into()
}

/// `1 metric`, `3 metrics`: a number and its noun.
pub fn count(number: usize, singular: &str, plural: &str) -> String {
    format!("{number} {}", if number == 1 { singular } else { plural })
}

/// `a`, `a and b`, `a, b and c`.
pub fn list(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
