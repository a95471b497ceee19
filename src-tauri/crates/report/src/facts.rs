//! Everything the report prints, already in words: names instead of ids, texts as they were recorded.
//!
//! Lists are printed in the order in which they are given. Every number that the report shows beside a list is
//! counted from that list, so a number and its list can't disagree.
//!
//! Invariant: nothing here is computed, abbreviated or translated, and nothing names a record by its id.

mod annexes;
mod conclusions;
mod control;
mod coverage;
mod findings;
mod grade;
mod items;
mod people;
mod photos;
mod samples;
mod scope;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use annexes::{Annexes, Attendance, ChecklistAnswer, EvidenceEntry, FrozenState, PlanEntry};
pub use conclusions::{AgreedFollowUp, Conclusions, Course, DivergingOpinion, EarlierFinding, ObjectivesMet};
pub use control::{Audience, ControlBlock, KeptOut, Recipient, Signatories, Signatory};
pub use coverage::{CoverageLine, CoverageResult, NotCovered};
pub use findings::{
    AuditeePosition, CorrectiveActionNote, EvidenceItem, FindingFacts, RepeatOf, RequirementNote, WithdrawnFinding,
};
pub use grade::{Grade, Verdict};
pub use items::{AttributeResult, RecordFact, SampleItem, TestResult};
pub use people::{AcceptedConflict, Independence, Participant, TeamMember};
pub use photos::{Photo, Picture};
pub use samples::{Attribute, RuleTest, SampleFacts, Sampling, Stratum};
pub use scope::{Activity, Clause, Criteria, Criterion, OwnDocument, Scope, SiteInScope};

/// The facts of one audit report, ISO 19011 clause 6.5.1 and what an internal audit function adds to it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct AuditReportFacts {
    /// Whether the data are an invented example. Every page then says so.
    pub demo: bool,
    /// What this document is, which revision, for whom.
    pub control: ControlBlock,
    /// Who asked for the audit; for an internal audit mostly top management or the quality manager.
    pub audit_client: String,
    /// What the audit was to find out, one sentence each.
    pub objectives: Vec<String>,
    /// What was looked at: clauses, sites, services, processes, period.
    pub scope: Scope,
    /// What it was held against.
    pub criteria: Criteria,
    /// The words the organisation uses for the grades. A grade that is not named here keeps its usual word.
    #[serde(default)]
    pub grade_labels: BTreeMap<Grade, String>,
    /// Who audited.
    pub team: Vec<TeamMember>,
    /// Whether anyone audited their own work, and who accepted it.
    pub independence: Independence,
    /// Whom the team spoke with.
    pub participants: Vec<Participant>,
    /// When, where and by which method the work was done.
    pub activities: Vec<Activity>,
    /// How the audit went.
    pub course: Course,
    /// One line for each planned clause, in the order of the standard.
    pub coverage: Vec<CoverageLine>,
    /// What stood in the scope and was not covered, with the reason. Printed as "none" when empty.
    pub not_covered: Vec<NotCovered>,
    /// What the team concludes.
    pub conclusions: Conclusions,
    /// All findings of every grade, in the order of their references.
    pub findings: Vec<FindingFacts>,
    /// Findings that were withdrawn, so that a gap in the numbers is explained.
    #[serde(default)]
    pub withdrawn: Vec<WithdrawnFinding>,
    /// Opinions that could not be reconciled. Printed as "none" when empty.
    pub diverging_opinions: Vec<DivergingOpinion>,
    /// What was agreed at the closing meeting about the next steps.
    pub agreed_follow_up: Vec<AgreedFollowUp>,
    /// Findings of earlier audits and what became of them.
    pub earlier_findings: Vec<EarlierFinding>,
    /// How samples were drawn, and what they showed.
    pub sampling: Sampling,
    /// What follows for the audit programme and the next audits, one sentence each.
    pub implications: Vec<String>,
    /// What is printed behind the report.
    pub annexes: Annexes,
    /// Whose signature fields the report reserves.
    pub signatories: Signatories,
}

impl AuditReportFacts {
    /// The word printed for a grade: the organisation's own, or the usual one.
    #[must_use]
    pub fn grade_word(&self, grade: Grade) -> &str {
        self.grade_labels.get(&grade).map_or(grade.word(), String::as_str)
    }

    /// How many findings carry that grade.
    #[must_use]
    pub fn count_of(&self, grade: Grade) -> usize {
        self.findings.iter().filter(|finding| finding.grade == grade).count()
    }
}
