use ground::Day;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Clause, Grade};

/// A finding as the report prints it. A nonconformity has a requirement, evidence and a statement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FindingFacts {
    /// Such as `IA-2026-01-NC-01`.
    pub reference: String,
    /// What it weighs.
    pub grade: Grade,
    /// Why this grade; may be empty below a nonconformity.
    pub grade_reason: String,
    /// A short title; may be empty.
    pub title: String,
    /// The clauses concerned.
    pub clauses: Vec<Clause>,
    /// The requirements concerned. Several where one case fails several.
    pub requirements: Vec<RequirementNote>,
    /// What was seen, in words.
    pub evidence_words: String,
    /// The items of evidence.
    pub evidence: Vec<EvidenceItem>,
    /// What is not fulfilled, or what was noticed.
    pub statement: String,
    /// How far it reaches, and what it means; may be empty.
    pub extent: String,
    /// Where; may be empty.
    pub site: String,
    /// In which process; may be empty.
    pub process: String,
    /// In which service; may be empty.
    pub service: String,
    /// The earlier finding that this one repeats.
    pub repeat_of: Option<RepeatOf>,
    /// What the auditee says to it.
    pub position: AuditeePosition,
    /// The auditee's comment, word for word; may be empty.
    pub comment: String,
    /// Who gave that position or comment; may be empty.
    pub comment_by: String,
    /// What is being done about it.
    pub corrective_actions: Vec<CorrectiveActionNote>,
    /// Changes of grade with their reasons, one sentence each; may be empty.
    #[serde(default)]
    pub grade_changes: Vec<String>,
}

/// A requirement in our own words, or a place in the organisation's document.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct RequirementNote {
    /// Such as `ISO/IEC 20000-1:2018, 8.6.1` or `Change policy v3.1, section 4.2`.
    pub source: String,
    /// What it asks, in the auditor's own words.
    pub words: String,
}

/// One item of evidence under a finding.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct EvidenceItem {
    /// Such as `E-014`.
    pub reference: String,
    /// What it shows.
    pub description: String,
    /// Where it comes from.
    pub source: String,
    /// Of which day.
    pub dated: Option<Day>,
    /// The SHA-256 of its file in hex, in full. The finding prints the first twelve signs, the annex all of them.
    pub sha256: Option<String>,
}

/// The earlier finding that a finding repeats.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct RepeatOf {
    /// Its reference.
    pub reference: String,
    /// What links the two; may be empty.
    pub note: String,
}

/// What the auditee says to a finding.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AuditeePosition {
    /// Nothing was recorded; the report says so.
    #[default]
    NotRecorded,
    /// Presented and accepted.
    Accepted,
    /// Presented and taken note of.
    Acknowledged,
    /// Presented and disputed.
    Disputed,
}

impl AuditeePosition {
    /// The word on paper.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::NotRecorded => "Not recorded",
            Self::Accepted => "Accepted",
            Self::Acknowledged => "Acknowledged",
            Self::Disputed => "Disputed",
        }
    }
}

/// A corrective action as a finding names it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CorrectiveActionNote {
    /// Such as `CAR-2026-001`.
    pub reference: String,
    /// Who owns it.
    pub owner: String,
    /// Until when.
    pub due: Option<Day>,
    /// The first due day, where it was moved.
    pub original_due: Option<Day>,
    /// Its state as of the reporting moment; may be empty.
    pub state: String,
}

/// A finding that was withdrawn after it had a number.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct WithdrawnFinding {
    /// Its reference, which nothing else will carry.
    pub reference: String,
    /// Who withdrew it.
    pub by: String,
    /// When.
    pub on: Option<Day>,
    /// Why.
    pub reason: String,
}
