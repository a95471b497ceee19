use audit::{AuditError, Untimely};
use criteria::CriteriaError;
use ground::{Day, Explain, Fault};

/// Why the checklist may refuse.
#[derive(Debug, thiserror::Error)]
pub enum ChecklistError {
    /// A verdict that says nothing about the requirement says why.
    #[error("“{verdict}” needs a reason.")]
    ReasonNeeded {
        /// The verdict in words.
        verdict: &'static str,
    },
    /// An answered question keeps its words.
    #[error("{code} is answered, so its words are fixed.")]
    Answered {
        /// The question.
        code: String,
    },
    /// A question without words.
    #[error("The question has no words.")]
    Empty,
    /// The clause is not in scope.
    #[error("Clause {clause} is not in the scope of this audit.")]
    OutOfScope {
        /// The clause.
        clause: String,
    },
    /// Switching a question off says why.
    #[error("Leaving out {code} needs a reason.")]
    DropNeedsReason {
        /// The question.
        code: String,
    },
    /// Questions move within their clause.
    #[error("A question can’t move to another clause.")]
    OtherClause,
    /// What was seen lies before the audit.
    #[error("{on} lies before the audit begins on {start}.")]
    BeforeAudit {
        /// The day given.
        on: Day,
        /// The first day of the audit.
        start: Day,
    },
    /// What was seen lies in the future.
    #[error("{on} lies in the future.")]
    InFuture {
        /// The day given.
        on: Day,
    },
    /// The audit refuses.
    #[error(transparent)]
    Audit(#[from] AuditError),
    /// The criteria refuse.
    #[error(transparent)]
    Criteria(#[from] CriteriaError),
    /// Something broke, or the book refused.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl From<Untimely> for ChecklistError {
    fn from(untimely: Untimely) -> Self {
        match untimely {
            Untimely::BeforeAudit { on, start } => Self::BeforeAudit { on, start },
            Untimely::InFuture { on } => Self::InFuture { on },
        }
    }
}

impl Explain for ChecklistError {
    fn code(&self) -> &'static str {
        match self {
            Self::ReasonNeeded { .. } => "checklist.reason-needed",
            Self::Answered { .. } => "checklist.answered",
            Self::Empty => "checklist.empty",
            Self::OutOfScope { .. } => "checklist.out-of-scope",
            Self::DropNeedsReason { .. } => "checklist.drop-needs-reason",
            Self::OtherClause => "checklist.other-clause",
            Self::BeforeAudit { .. } => "checklist.before-audit",
            Self::InFuture { .. } => "checklist.in-future",
            Self::Audit(error) => error.code(),
            Self::Criteria(error) => error.code(),
            Self::Fault(_) => "fault",
        }
    }
    fn remedy(&self) -> String {
        match self {
            Self::ReasonNeeded { .. } => "Write the reason; the report prints it.".to_owned(),
            Self::Answered { .. } => "Take the answer back first, or add a question of your own.".to_owned(),
            Self::Empty => "Write the question.".to_owned(),
            Self::OutOfScope { .. } => "Add the clause to the plan first.".to_owned(),
            Self::DropNeedsReason { .. } => "Say why it is not asked.".to_owned(),
            Self::OtherClause => "Add a question of your own to the other clause.".to_owned(),
            Self::BeforeAudit { .. } => "Correct the day, or the dates in the plan.".to_owned(),
            Self::InFuture { .. } => "Correct the day.".to_owned(),
            Self::Audit(error) => error.remedy(),
            Self::Criteria(error) => error.remedy(),
            Self::Fault(_) => "Try again.".to_owned(),
        }
    }
    fn fault(&self) -> Option<&Fault> {
        match self {
            Self::Fault(fault) => Some(fault),
            Self::Audit(error) => error.fault(),
            _ => None,
        }
    }
}
