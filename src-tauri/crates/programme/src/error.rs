use ground::{Day, Explain, Fault};

/// Why a programme may refuse.
#[derive(Debug, thiserror::Error)]
pub enum ProgrammeError {
    /// It has no title.
    #[error("The programme has no title.")]
    NoTitle,
    /// It would end before it begins.
    #[error("The programme would end on {end}, before it begins on {start}.")]
    EndsBeforeItBegins {
        /// The first day.
        start: Day,
        /// The last day.
        end: Day,
    },
    /// Two programmes with one reference could not be told apart.
    #[error("There is already a programme {reference}.")]
    ReferenceTaken {
        /// The reference.
        reference: String,
    },
    /// Someone named is not in the organisation.
    #[error("There is no person of that id in the organisation.")]
    NoSuchPerson,
    /// Approved is approved.
    #[error("{reference} is already approved.")]
    AlreadyApproved {
        /// The programme.
        reference: String,
    },
    /// Only top management approves.
    #[error("{name} is not top management, so they can’t approve a programme.")]
    NotTopManagement {
        /// Who tried.
        name: String,
    },
    /// A change of an approved programme says why.
    #[error("{reference} is approved; changing it makes a new revision, which needs a reason.")]
    NeedsReason {
        /// The programme.
        reference: String,
    },
    /// Something broke, or the book refused.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl Explain for ProgrammeError {
    fn code(&self) -> &'static str {
        match self {
            Self::NoTitle => "programme.no-title",
            Self::EndsBeforeItBegins { .. } => "programme.dates",
            Self::ReferenceTaken { .. } => "programme.reference-taken",
            Self::NoSuchPerson => "programme.no-such-person",
            Self::AlreadyApproved { .. } => "programme.already-approved",
            Self::NotTopManagement { .. } => "programme.not-top-management",
            Self::NeedsReason { .. } => "programme.needs-reason",
            Self::Fault(_) => "fault",
        }
    }
    fn remedy(&self) -> String {
        match self {
            Self::NoTitle => "Give it a title.",
            Self::EndsBeforeItBegins { .. } => "Correct one of the two days.",
            Self::ReferenceTaken { .. } => "Choose another reference, or leave it out.",
            Self::NoSuchPerson => "Choose a person from the organisation.",
            Self::AlreadyApproved { .. } => "Change it with a reason; that opens the next revision.",
            Self::NotTopManagement { .. } => "Choose someone with the role “top management”, or give them that role.",
            Self::NeedsReason { .. } => "Say why it changes.",
            Self::Fault(_) => "Try again.",
        }
        .to_owned()
    }
    fn fault(&self) -> Option<&Fault> {
        if let Self::Fault(fault) = self { Some(fault) } else { None }
    }
}
