use ground::{Day, Explain, Fault};

/// Why a corrective action may refuse.
#[derive(Debug, thiserror::Error)]
pub enum CorrectiveActionError {
    /// Only a nonconformity calls for one.
    #[error("{reference} is not a nonconformity, so no corrective action follows from it.")]
    NotANonconformity {
        /// The finding.
        reference: String,
    },
    /// A withdrawn finding calls for nothing.
    #[error("{reference} was withdrawn.")]
    FindingWithdrawn {
        /// The finding.
        reference: String,
    },
    /// It says nothing.
    #[error("The corrective action has no description.")]
    NoDescription,
    /// Where it comes from is not said.
    #[error("The corrective action does not say where it comes from.")]
    NoSource,
    /// Someone named is not in the organisation.
    #[error("There is no person of that id in the organisation.")]
    NoSuchPerson,
    /// A due date in the past can't be kept.
    #[error("{due} lies before {raised}, when the action was raised.")]
    DueInPast {
        /// The due day given.
        due: Day,
        /// The day it was raised.
        raised: Day,
    },
    /// Moving a due date says why.
    #[error("Moving the due date needs a reason.")]
    DueNeedsReason,
    /// The owner does not approve it.
    #[error("{name} owns this action, so they can’t approve a later due date.")]
    OwnerApproves {
        /// The owner.
        name: String,
    },
    /// Nobody verifies their own.
    #[error("{name} owns this action, so someone else must see that it worked.")]
    OwnerVerifies {
        /// The owner.
        name: String,
    },
    /// Verification says what was seen.
    #[error("Closing {reference} needs a description of what was seen.")]
    NoVerification {
        /// The action.
        reference: String,
    },
    /// Verified before it was done.
    #[error("{verified} lies before {implemented}, when the action was done.")]
    VerifiedTooEarly {
        /// The day it was done.
        implemented: Day,
        /// The day it was verified.
        verified: Day,
    },
    /// It is over.
    #[error("{reference} is closed.")]
    Over {
        /// The action.
        reference: String,
    },
    /// Something broke, or the book refused.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl Explain for CorrectiveActionError {
    fn code(&self) -> &'static str {
        match self {
            Self::NotANonconformity { .. } => "action.not-a-nonconformity",
            Self::FindingWithdrawn { .. } => "action.finding-withdrawn",
            Self::NoDescription => "action.no-description",
            Self::NoSource => "action.no-source",
            Self::NoSuchPerson => "action.no-such-person",
            Self::DueInPast { .. } => "action.due-in-past",
            Self::DueNeedsReason => "action.due-needs-reason",
            Self::OwnerApproves { .. } => "action.owner-approves",
            Self::OwnerVerifies { .. } => "action.owner-verifies",
            Self::NoVerification { .. } => "action.no-verification",
            Self::VerifiedTooEarly { .. } => "action.verified-too-early",
            Self::Over { .. } => "action.over",
            Self::Fault(_) => "fault",
        }
    }
    fn remedy(&self) -> String {
        match self {
            Self::NotANonconformity { .. } => "Raise it from a nonconformity.",
            Self::FindingWithdrawn { .. } => "Choose a finding that stands.",
            Self::NoDescription => "Say what is to be done.",
            Self::NoSource => "Name the complaint, incident or external finding it answers to.",
            Self::NoSuchPerson => "Choose a person from the organisation.",
            Self::DueInPast { .. } => "Choose a later day.",
            Self::DueNeedsReason => "Say why it moves; the original date is kept.",
            Self::OwnerApproves { .. } => "Have someone other than the owner approve it.",
            Self::OwnerVerifies { .. } => "Choose another person.",
            Self::NoVerification { .. } => "Write down what was looked at and what it showed.",
            Self::VerifiedTooEarly { .. } => "Correct one of the two days.",
            Self::Over { .. } => "Raise a new action if the matter came back.",
            Self::Fault(_) => "Try again.",
        }
        .to_owned()
    }
    fn fault(&self) -> Option<&Fault> {
        if let Self::Fault(fault) = self { Some(fault) } else { None }
    }
}
