use audit::Audit;
use book::{Kind, Reading, Record};
use criteria::Edition;
use ground::{Fault, Id, Instant};
use organisation::{Person, Site};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What the auditor concluded from a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// The requirement is met.
    Conforming,
    /// A requirement is not met; intended results are not in doubt.
    Minor,
    /// A requirement is not met, and intended results are in doubt.
    Major,
    /// A weak spot.
    Observation,
    /// A better way is possible.
    Opportunity,
    /// Worth telling others.
    GoodPractice,
    /// There was nothing to look at. Takes a reason.
    NotApplicable,
    /// Not looked at. Takes a reason.
    NotAssessed,
}

impl Verdict {
    /// Whether it says that a requirement is not met.
    #[must_use]
    pub const fn is_nonconformity(self) -> bool {
        matches!(self, Self::Minor | Self::Major)
    }

    /// Whether it says nothing about the requirement, and so must say why.
    #[must_use]
    pub const fn needs_reason(self) -> bool {
        matches!(self, Self::NotApplicable | Self::NotAssessed)
    }
}

/// Where a question comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// From the built-in library.
    Library,
    /// Written for this audit.
    Own,
}

/// A question of one audit with its answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Question {
    /// Its id.
    pub id: Id<Self>,
    /// What people call it: `Q-8.5.1.3-01`.
    pub code: String,
    /// The clause it belongs to.
    pub clause: String,
    /// Its place within the clause.
    pub position: i64,
    /// The question as it was asked.
    pub text: String,
    /// What to look for.
    #[serde(default)]
    pub look_for: Vec<String>,
    /// How it is usually answered.
    pub method: String,
    /// The kind of record to sample.
    pub population: Option<String>,
    /// Where it comes from.
    pub origin: Origin,
    /// Why it was switched off; empty while it is asked.
    pub dropped_reason: String,
    /// What was concluded.
    pub verdict: Option<Verdict>,
    /// Why it is not applicable or was not assessed.
    pub reason: String,
    /// What was heard and seen.
    pub notes: String,
    /// Who was interviewed.
    pub with_whom: String,
    /// Where.
    pub place: String,
    /// At which site.
    pub site: Option<Id<Site>>,
    /// When.
    pub seen_at: Option<Instant>,
    /// From afar.
    pub remote: bool,
    /// Who answered.
    pub answered_by: Option<Id<Person>>,
    /// When.
    pub answered_at: Option<Instant>,
}

/// How the book keeps it.
pub static QUESTION: Kind = Kind {
    long_text: &["notes", "reason"],
    json: &["look_for"],
    flags: &["remote"],
    searched: &["code", "text", "notes", "reason", "with_whom", "place"],
    ..Kind::named("question", include_str!("sql/question.sql"))
};

impl Record for Question {
    const KIND: &'static Kind = &QUESTION;
    fn id(&self) -> Id<Self> {
        self.id
    }
}

impl Question {
    /// A question as it enters an audit: worded, placed, and without an answer.
    pub(crate) fn asked(code: String, clause: String, text: String, look_for: Vec<String>, origin: Origin) -> Self {
        Self {
            id: Id::new(),
            code,
            clause,
            position: 0,
            text,
            look_for,
            method: "own".to_owned(),
            population: None,
            origin,
            dropped_reason: String::new(),
            verdict: None,
            reason: String::new(),
            notes: String::new(),
            with_whom: String::new(),
            place: String::new(),
            site: None,
            seen_at: None,
            remote: false,
            answered_by: None,
            answered_at: None,
        }
    }

    /// Whether something was concluded.
    #[must_use]
    pub fn is_answered(&self) -> bool {
        self.verdict.is_some()
    }

    /// Whether it is asked in this audit.
    #[must_use]
    pub fn is_asked(&self) -> bool {
        self.dropped_reason.is_empty()
    }

    pub(crate) fn order(&self, edition: &Edition) -> (usize, i64, Id<Self>) {
        (edition.position(&self.clause), self.position, self.id)
    }
}

/// The questions asked in an audit, in the standard's order.
///
/// # Errors
/// Only when the database fails.
pub fn questions_of(reading: Reading<'_>, audit: Id<Audit>, edition: &Edition) -> Result<Vec<Question>, Fault> {
    let mut questions: Vec<Question> = reading.of_binder(audit)?;
    questions.retain(Question::is_asked);
    questions.sort_by_key(|question| question.order(edition));
    Ok(questions)
}
