use ground::Day;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Clause, Grade};

/// How the audit went.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Course {
    /// A few sentences; may be empty.
    pub summary: String,
    /// Methods used: interviews, observation, review of records, and with which means when remote.
    pub methods: Vec<String>,
    /// What stood in the way and may make the conclusions less reliable. Printed as "none" when empty.
    pub obstacles: Vec<String>,
    /// Changes of scope or plan during the audit, and who agreed; may be empty.
    pub changes: Vec<String>,
}

/// What the team concludes.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Conclusions {
    /// The conclusions as recorded, one paragraph each.
    pub paragraphs: Vec<String>,
    /// How far the criteria are met: a sentence, never a percentage alone.
    pub degree_of_fulfilment: String,
    /// Risks that top management should hear of first, one sentence each; may be empty.
    pub top_risks: Vec<String>,
    /// Whether the objectives were met.
    pub objectives_met: ObjectivesMet,
    /// Why they were not, or not all; may be empty when they were.
    pub objectives_note: String,
}

/// Whether the audit reached what it set out for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ObjectivesMet {
    /// Nothing was recorded; the report says so.
    #[default]
    NotStated,
    /// All of them.
    Fully,
    /// Some of them; the note says which not.
    Partly,
    /// None of them; the note says why.
    Not,
}

/// An opinion that could not be reconciled with the team's.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DivergingOpinion {
    /// The finding or the topic.
    pub about: String,
    /// Whose opinion.
    pub holder: String,
    /// The opinion, word for word.
    pub opinion: String,
    /// Why the team keeps to its own; may be empty.
    pub team_position: String,
}

/// A step agreed at the closing meeting.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct AgreedFollowUp {
    /// What.
    pub what: String,
    /// Who.
    pub who: String,
    /// Until when.
    pub due: Option<Day>,
}

/// A finding of an earlier audit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct EarlierFinding {
    /// Its reference.
    pub reference: String,
    /// Its grade.
    pub grade: Grade,
    /// The clauses.
    pub clauses: Vec<Clause>,
    /// Its statement.
    pub statement: String,
    /// What became of it: `closed 30 June 2026`, `action overdue since 30 September 2026`.
    pub state: String,
    /// How this audit looked at it; may be empty.
    pub verified: String,
}
