use ground::Explain;

/// Why the desk itself may refuse, before any slice is asked.
#[derive(Debug)]
pub enum DeskError {
    /// No workspace is open.
    NothingOpen,
    /// The list has no such operation.
    NoOperation {
        /// What was asked for.
        name: String,
    },
    /// A field is missing, unknown or of the wrong shape.
    BadRequest {
        /// The operation.
        name: String,
        /// What is wrong.
        what: String,
    },
    /// A reference or id that names nothing.
    NotFound {
        /// What was looked for.
        what: &'static str,
        /// What was given.
        named: String,
    },
    /// A reference that names several things.
    Ambiguous {
        /// What was looked for.
        what: &'static str,
        /// What was given.
        named: String,
    },
    /// A passphrase is needed and none was given.
    NeedsIdentityPassphrase {
        /// The identity.
        name: String,
    },
    /// Only the lead signs.
    OnlyTheLead {
        /// The lead.
        lead: String,
        /// Who tried.
        me: String,
    },
    /// The report lacks something it must have.
    NotReady {
        /// How many things.
        count: usize,
        /// The first of them.
        first: String,
        /// What to do about it.
        remedy: String,
    },
    /// A later revision says what changed.
    NeedsChangeNote,
    /// No such revision was signed.
    NoRevision {
        /// The audit.
        audit: String,
        /// The revision.
        revision: i64,
    },
    /// A file could not be written.
    Unwritable {
        /// Where.
        path: String,
        /// What the operating system said.
        reason: String,
    },
    /// A file could not be read.
    Unreadable {
        /// Where.
        path: String,
        /// What the operating system said.
        reason: String,
    },
    /// Bytes that are not base64.
    NotBase64,
    /// The lead could not be told.
    NoLead,
}

impl std::fmt::Display for DeskError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NothingOpen => f.write_str("No workspace is open."),
            Self::NoOperation { name } => write!(f, "There is no operation “{name}”."),
            Self::BadRequest { name, what } => {
                write!(f, "“{name}” was asked for in a way it does not understand: {what}.")
            }
            Self::NotFound { what, named } => write!(f, "There is no {what} “{named}” in this workspace."),
            Self::Ambiguous { what, named } => write!(f, "“{named}” names more than one {what}."),
            Self::NeedsIdentityPassphrase { name } => write!(f, "Signing as {name} needs the identity’s passphrase."),
            Self::OnlyTheLead { lead, me } => {
                write!(f, "Only the lead auditor, {lead}, issues the report; you are {me}.")
            }
            Self::NotReady { count: 1, first, .. } => write!(f, "The report can’t be issued yet: {first}"),
            Self::NotReady { count, first, .. } => {
                write!(f, "The report can’t be issued yet: {first} ({} more)", count - 1)
            }
            Self::NeedsChangeNote => f.write_str("A new revision of a signed report needs a reason."),
            Self::NoRevision { audit, revision } => write!(f, "{audit} has no signed report of revision {revision}."),
            Self::Unwritable { path, reason } => write!(f, "{path} can’t be written: {reason}."),
            Self::Unreadable { path, reason } => write!(f, "{path} can’t be read: {reason}."),
            Self::NotBase64 => f.write_str("The bytes are not base64."),
            Self::NoLead => f.write_str("The audit has no lead auditor."),
        }
    }
}
impl std::error::Error for DeskError {}

impl Explain for DeskError {
    fn code(&self) -> &'static str {
        match self {
            Self::NothingOpen => "desk.nothing-open",
            Self::NoOperation { .. } => "desk.no-operation",
            Self::BadRequest { .. } => "desk.bad-request",
            Self::NotFound { .. } => "desk.not-found",
            Self::Ambiguous { .. } => "desk.ambiguous",
            Self::NeedsIdentityPassphrase { .. } => "report.needs-passphrase",
            Self::OnlyTheLead { .. } => "report.only-the-lead",
            Self::NotReady { .. } => "report.not-ready",
            Self::NeedsChangeNote => "report.needs-change-note",
            Self::NoRevision { .. } => "report.no-revision",
            Self::Unwritable { .. } => "file.unwritable",
            Self::Unreadable { .. } => "file.unreadable",
            Self::NotBase64 => "desk.not-base64",
            Self::NoLead => "report.no-lead",
        }
    }
    fn remedy(&self) -> String {
        match self {
            Self::NothingOpen => "Open a workspace, or start a new one.".to_owned(),
            Self::NoOperation { .. } => "Choose one of those that `tick operations` lists.".to_owned(),
            Self::BadRequest { name, .. } => {
                format!("Compare the request with the schema of {name} in `tick operations --json`.")
            }
            Self::NotFound { .. } => "Look the reference up in the list it comes from.".to_owned(),
            Self::Ambiguous { .. } => "Give the id instead.".to_owned(),
            Self::NeedsIdentityPassphrase { .. } => {
                "Type it, or set TICKMARK_IDENTITY_PASSPHRASE for the command line.".to_owned()
            }
            Self::OnlyTheLead { lead, .. } => format!("Let {lead} issue it."),
            Self::NotReady { remedy, .. } => remedy.clone(),
            Self::NeedsChangeNote => "Open the revision with the reason for it.".to_owned(),
            Self::NoRevision { .. } => "Choose one of the revisions that the report lists.".to_owned(),
            Self::Unwritable { .. } => "Choose another place, or check that you may write there.".to_owned(),
            Self::Unreadable { .. } => "Check that the file is there and that you may read it.".to_owned(),
            Self::NotBase64 => "Encode the bytes as standard base64.".to_owned(),
            Self::NoLead => "Add a lead auditor to the team.".to_owned(),
        }
    }
}
