use criteria::CriteriaError;
use ground::{Day, Explain, Fault};

/// Why an audit may refuse.
#[derive(Debug, thiserror::Error)]
pub enum AuditError {
    /// It has no title.
    #[error("The audit has no title.")]
    NoTitle,
    /// It has nothing to find out.
    #[error("The audit has no objectives.")]
    NoObjectives,
    /// It has no clause in scope.
    #[error("The audit has no clause in scope.")]
    NoClauses,
    /// It has no site in scope.
    #[error("The audit has no site in scope.")]
    NoSites,
    /// It would end before it begins.
    #[error("The audit would end on {end}, before it begins on {start}.")]
    EndsBeforeItBegins {
        /// The first day.
        start: Day,
        /// The last day.
        end: Day,
    },
    /// A meeting lies outside what is possible.
    #[error("The {meeting} meeting of {on} would be before {before} of {earlier}.")]
    MeetingTooEarly {
        /// Which meeting.
        meeting: &'static str,
        /// The day given.
        on: Day,
        /// What it can't be before.
        before: &'static str,
        /// The day of that.
        earlier: Day,
    },
    /// Something named is not there.
    #[error("There is no {what} of that id in this workspace.")]
    Unknown {
        /// What was looked for.
        what: &'static str,
    },
    /// They would judge their own work.
    #[error("{name} can’t audit this, because they would judge their own work: {why}.")]
    NotIndependent {
        /// Who.
        name: String,
        /// What binds them, and until when.
        why: String,
    },
    /// Accepting a conflict takes a reason.
    #[error("Accepting that {name} is not independent needs a reason.")]
    AcceptanceNeedsReason {
        /// Whose conflict.
        name: String,
    },
    /// Nobody accepts their own conflict.
    #[error("{name} can’t accept their own lack of independence.")]
    AcceptsOwnConflict {
        /// Who.
        name: String,
    },
    /// One person, one place in the team.
    #[error("{name} is already in the team.")]
    AlreadyInTeam {
        /// Who.
        name: String,
    },
    /// One audit, one lead.
    #[error("{name} already leads this audit.")]
    HasLead {
        /// Who.
        name: String,
    },
    /// The lead can't just go.
    #[error("The lead auditor can’t leave the team.")]
    LeadCantLeave,
    /// Someone outside the team was given work.
    #[error("{name} is not in the team of this audit as someone who audits.")]
    NotInTeam {
        /// Who.
        name: String,
    },
    /// The clause is not in scope.
    #[error("Clause {clause} is not in the scope of this audit.")]
    OutOfScope {
        /// The clause.
        clause: String,
    },
    /// Something that says why is missing.
    #[error("{what} needs a reason.")]
    NeedsReason {
        /// What.
        what: &'static str,
    },
    /// A signed report stands.
    #[error("Revision {revision} of the report of {reference} is signed, so the audit can’t change.")]
    Locked {
        /// The audit.
        reference: String,
        /// The revision.
        revision: i64,
    },
    /// A cancelled audit stays as it is.
    #[error("{reference} was cancelled.")]
    Cancelled {
        /// The audit.
        reference: String,
    },
    /// There is nothing to revise.
    #[error("{reference} has no signed report that could get a new revision.")]
    NothingToRevise {
        /// The audit.
        reference: String,
    },
    /// The stage does not allow it.
    #[error("{reference} is not at the stage for this: {what}.")]
    WrongStage {
        /// The audit.
        reference: String,
        /// What the matter is.
        what: &'static str,
    },
    /// Clauses were neither looked at nor excused.
    #[error(
        "{count} of the clauses in scope have neither an answer nor a reason why they were not looked at: {clauses}."
    )]
    Uncovered {
        /// How many.
        count: usize,
        /// Which.
        clauses: String,
    },
    /// The criteria refuse.
    #[error(transparent)]
    Criteria(#[from] CriteriaError),
    /// Something broke, or the book refused.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl Explain for AuditError {
    fn code(&self) -> &'static str {
        match self {
            Self::NoTitle => "audit.no-title",
            Self::NoObjectives => "audit.no-objectives",
            Self::NoClauses => "audit.no-clauses",
            Self::NoSites => "audit.no-sites",
            Self::EndsBeforeItBegins { .. } => "audit.dates",
            Self::MeetingTooEarly { .. } => "audit.meeting-too-early",
            Self::Unknown { .. } => "audit.unknown",
            Self::NotIndependent { .. } => "audit.not-independent",
            Self::AcceptanceNeedsReason { .. } => "audit.acceptance-needs-reason",
            Self::AcceptsOwnConflict { .. } => "audit.accepts-own-conflict",
            Self::AlreadyInTeam { .. } => "audit.already-in-team",
            Self::HasLead { .. } => "audit.has-lead",
            Self::LeadCantLeave => "audit.lead-cant-leave",
            Self::NotInTeam { .. } => "audit.not-in-team",
            Self::OutOfScope { .. } => "audit.out-of-scope",
            Self::NeedsReason { .. } => "audit.needs-reason",
            Self::Locked { .. } => "audit.locked",
            Self::Cancelled { .. } => "audit.cancelled",
            Self::NothingToRevise { .. } => "audit.nothing-to-revise",
            Self::WrongStage { .. } => "audit.wrong-stage",
            Self::Uncovered { .. } => "audit.uncovered",
            Self::Criteria(error) => error.code(),
            Self::Fault(_) => "fault",
        }
    }
    fn remedy(&self) -> String {
        match self {
            Self::NoTitle => "Give it a title.".to_owned(),
            Self::NoObjectives => "Say in a sentence or two what the audit is to find out.".to_owned(),
            Self::NoClauses => "Choose at least one clause.".to_owned(),
            Self::NoSites => "Choose at least one site; describe the sites under Organisation.".to_owned(),
            Self::EndsBeforeItBegins { .. } | Self::MeetingTooEarly { .. } => "Correct one of the two days.".to_owned(),
            Self::Unknown { .. } => "Choose one from the list.".to_owned(),
            Self::NotIndependent { .. } => {
                "Choose someone else, take the clause out of their hands, or have a named person accept it with a reason, which the report will print.".to_owned()
            }
            Self::AcceptanceNeedsReason { .. } => "Write down why no one else can do it and what limits the risk.".to_owned(),
            Self::AcceptsOwnConflict { .. } => "Have someone else accept it.".to_owned(),
            Self::AlreadyInTeam { .. } => "Change the role of the member there is.".to_owned(),
            Self::HasLead { .. } => "Choose another role.".to_owned(),
            Self::LeadCantLeave => "Plan the audit anew under another lead, or let the lead stay.".to_owned(),
            Self::NotInTeam { .. } => "Add the person to the team as an auditor first.".to_owned(),
            Self::OutOfScope { .. } => "Add the clause to the plan first.".to_owned(),
            Self::NeedsReason { .. } => "Write the reason down; it will be printed where it matters.".to_owned(),
            Self::Locked { .. } => "Open a new revision of the report with a reason.".to_owned(),
            Self::Cancelled { .. } => "Plan a new audit.".to_owned(),
            Self::NothingToRevise { .. } => "Issue the report first.".to_owned(),
            Self::WrongStage { .. } => "Do the earlier step first.".to_owned(),
            Self::Uncovered { .. } => "Answer a question of each, or say why it was not looked at.".to_owned(),
            Self::Criteria(error) => error.remedy(),
            Self::Fault(_) => "Try again.".to_owned(),
        }
    }
    fn fault(&self) -> Option<&Fault> {
        if let Self::Fault(fault) = self { Some(fault) } else { None }
    }
}
