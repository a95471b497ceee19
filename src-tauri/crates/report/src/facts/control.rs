use ground::{Day, Instant};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The control block of the cover: what this document is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ControlBlock {
    /// The report's own reference, such as `IA-2026-01-R`.
    pub reference: String,
    /// The revision; 0 is the first.
    pub revision: u32,
    /// What changed since the revision before, and why. Printed from revision 1 on.
    pub change_note: Option<String>,
    /// The report that this one supersedes, such as `IA-2026-01-R rev 0 of 5 May 2026`.
    pub supersedes: Option<String>,
    /// The day the report was issued. A draft has none.
    pub issued_on: Option<Day>,
    /// The audit's reference, such as `IA-2026-01`.
    pub audit_reference: String,
    /// The audit's title.
    pub audit_title: String,
    /// The organisation that was audited.
    pub organisation: String,
    /// Its scope statement, word for word.
    pub scope_statement: String,
    /// Such as `Confidential`. Printed in the header of every page.
    pub classification: String,
    /// What confidentiality asks of the reader.
    pub confidentiality: String,
    /// Who receives the report.
    pub distribution: Vec<Recipient>,
    /// The moment the facts were read. Every state and every "overdue" is as of this moment.
    pub reported_at: Instant,
    /// Such as `Europe/Copenhagen`.
    pub time_zone: String,
    /// Minutes that the zone's clock was ahead of UTC at that moment.
    pub utc_offset_minutes: i32,
    /// For whom this copy is.
    #[serde(default)]
    pub audience: Audience,
    /// What this copy leaves out.
    #[serde(default)]
    pub kept_out: KeptOut,
}

/// For whom a copy of the report is. Whoever gathers the facts leaves out what a copy must not hold; the report says so.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// For the audit client and the audit function: everything.
    #[default]
    Full,
    /// For the auditee: without confidential evidence and internal notes.
    Auditee,
}

/// How many entries a copy leaves out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct KeptOut {
    /// Pieces of evidence, photographs among them.
    pub evidence: u64,
    /// Notes of the auditors.
    pub notes: u64,
}

/// One line of the distribution list.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Recipient {
    /// Who.
    pub name: String,
    /// As what: `CEO`, `process owner 8.6.1`.
    pub role: String,
}

/// Whose signature fields the report reserves. A field without a name is printed for a hand to fill.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Signatories {
    /// The lead auditor.
    pub lead: Signatory,
    /// Who reviewed the report before it was issued.
    pub reviewer: Signatory,
    /// The manager of the audit programme.
    pub manager: Signatory,
    /// The auditee, who acknowledges receipt.
    pub auditee: Signatory,
}

/// One person who signs.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Signatory {
    /// Who; may be empty.
    pub name: String,
    /// As what; may be empty.
    pub role: String,
}
