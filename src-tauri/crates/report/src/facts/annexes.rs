use ground::Day;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Clause, Photo, Verdict};

/// What is printed behind the report.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Annexes {
    /// The plan as it was agreed; may be empty.
    pub plan: Vec<PlanEntry>,
    /// The checklist with its answers; may be empty.
    pub checklist: Vec<ChecklistAnswer>,
    /// All evidence, with its fingerprints.
    pub evidence: Vec<EvidenceEntry>,
    /// The photographs to print; may be empty.
    #[serde(default)]
    pub photos: Vec<Photo>,
    /// Who was at which meeting.
    pub attendance: Vec<Attendance>,
    /// The state of the records from which this report was issued.
    pub frozen_state: FrozenState,
}

/// One line of the audit plan.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PlanEntry {
    /// The day.
    pub day: Option<Day>,
    /// Such as `09:00-10:30`.
    pub time: String,
    /// What.
    pub topic: String,
    /// Clauses, in words.
    pub clauses: String,
    /// Which auditor.
    pub auditor: String,
    /// With whom.
    pub with: String,
    /// Where.
    pub place: String,
}

/// One question and its answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ChecklistAnswer {
    /// The question's reference.
    pub reference: String,
    /// The clause it belongs to.
    pub clause: Clause,
    /// The question, word for word.
    pub question: String,
    /// The answer.
    pub verdict: Verdict,
    /// The auditor's notes, word for word.
    pub notes: String,
    /// With whom it was discussed; may be empty.
    pub with: String,
    /// Where; may be empty.
    pub place: String,
    /// When, in words or as a day; may be empty.
    pub when: String,
    /// Which auditor; may be empty.
    pub auditor: String,
    /// Why it does not apply or was not assessed; may be empty.
    pub reason: String,
    /// References of evidence and findings; may be empty.
    pub references: Vec<String>,
}

/// One line of the evidence index.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct EvidenceEntry {
    /// Such as `E-014`.
    pub reference: String,
    /// What it is.
    pub description: String,
    /// Where it comes from.
    pub source: String,
    /// Of which day.
    pub dated: Option<Day>,
    /// Who recorded it; may be empty.
    pub recorded_by: String,
    /// Its kind: `interview`, `record`, `photograph`.
    pub kind: String,
    /// The SHA-256 of its file in hex, in full; none for an interview or an observation.
    pub sha256: Option<String>,
}

/// One person at the meetings.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Attendance {
    /// The meeting, such as `Opening meeting`.
    pub meeting: String,
    /// When.
    pub day: Option<Day>,
    /// Who.
    pub name: String,
    /// As what.
    pub role: String,
    /// `in the room`, `remote`, `excused`.
    pub presence: String,
}

/// The state of the records from which a report was issued, so that anyone can show they are the same.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FrozenState {
    /// The heads of the audit's binder in hex, in ascending order. A draft may have none.
    pub heads: Vec<String>,
    /// How many recorded changes lie behind them.
    pub changes: u64,
}
