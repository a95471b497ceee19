use ground::Day;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A member of the audit team.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TeamMember {
    /// Who.
    pub name: String,
    /// The role in this audit: `Lead auditor`, `Technical expert`.
    pub role: String,
    /// The job outside this audit.
    pub job: String,
    /// What this person audited: clauses, sites.
    pub audited: String,
}

/// The statement that nobody audited their own work, and where somebody nearly did.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Independence {
    /// The statement of the lead auditor, word for word.
    pub statement: String,
    /// Conflicts that a named person accepted. Printed as "none" when empty.
    pub accepted_conflicts: Vec<AcceptedConflict>,
}

/// A conflict of interest that was accepted in the open.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct AcceptedConflict {
    /// Whose.
    pub person: String,
    /// What the person owns, performs, manages or designed.
    pub conflict: String,
    /// Who accepted it.
    pub accepted_by: String,
    /// When.
    pub accepted_on: Option<Day>,
    /// Why.
    pub reason: String,
}

/// Someone of the auditee who took part.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Participant {
    /// Who.
    pub name: String,
    /// The job in the organisation.
    pub function: String,
    /// On what: `interview 8.6.1`, `opening meeting`; may be empty.
    pub took_part_in: String,
}
