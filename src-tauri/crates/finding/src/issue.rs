use audit::Audit;
use book::Writing;
use serde::{Deserialize, Serialize};

use crate::{Finding, FindingError, Stage};

/// What a finding still needs before it can be issued.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shortcoming {
    /// It says nothing.
    Statement,
    /// It does not say what is required.
    Requirement,
    /// It rests on nothing.
    Evidence,
    /// It does not say why it weighs that much.
    GradeReason,
}

impl Shortcoming {
    /// The stable name of the refusal.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Statement => "finding.no-statement",
            Self::Requirement => "finding.no-requirement",
            Self::Evidence => "finding.no-evidence",
            Self::GradeReason => "finding.no-grade-reason",
        }
    }

    /// What it has, in the middle of a sentence.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Statement => "no statement",
            Self::Requirement => "no requirement",
            Self::Evidence => "no evidence attached",
            Self::GradeReason => "no reason for its grade",
        }
    }

    /// What to do about it.
    #[must_use]
    pub const fn remedy(self) -> &'static str {
        match self {
            Self::Statement => "Write in one sentence what is not fulfilled.",
            Self::Requirement => "Write in your own words what the clause asks for.",
            Self::Evidence => "Attach at least one piece of evidence, or withdraw the finding.",
            Self::GradeReason => "Say in a sentence why it is minor or major.",
        }
    }
}

/// What a finding still needs before it can be issued.
///
/// Source: requirement, evidence and statement are the three parts of a nonconformity in the practice of ISO 9001
/// auditing; without evidence there is none.
#[must_use]
pub fn shortcomings(finding: &Finding) -> Vec<Shortcoming> {
    let mut missing = Vec::new();
    if finding.statement.trim().is_empty() {
        missing.push(Shortcoming::Statement);
    }
    if finding.grade.is_nonconformity() {
        if finding.requirement.trim().is_empty() {
            missing.push(Shortcoming::Requirement);
        }
        if finding.evidence.is_empty() {
            missing.push(Shortcoming::Evidence);
        }
        if finding.grade_reason.trim().is_empty() {
            missing.push(Shortcoming::GradeReason);
        }
    }
    missing
}

/// Issues every finding that stands, in the act that issues the report: gives each type its final numbers in the order
/// in which its findings were raised, and fixes the words. Numbers once given stay; numbers of withdrawn findings are
/// not given again.
///
/// # Errors
/// Refuses the first finding that lacks something it needs.
pub fn issue_all(writing: &mut Writing<'_>, audit: &Audit) -> Result<Vec<Finding>, FindingError> {
    let mut all: Vec<Finding> = writing.all()?;
    all.sort_by_key(|finding| (finding.grade.letters(), finding.raised_at, finding.id));
    let given: Vec<String> =
        all.iter().filter(|finding| finding.final_reference).map(|finding| finding.reference.clone()).collect();
    let last_given = |letters: &str| {
        let beginning = format!("{}-{letters}-", audit.reference);
        given.iter().filter_map(|reference| reference.strip_prefix(&beginning)?.parse::<u32>().ok()).max().unwrap_or(0)
    };
    let mut next: std::collections::BTreeMap<&'static str, u32> = std::collections::BTreeMap::new();
    let mut issued = Vec::new();
    for mut finding in all.into_iter().filter(Finding::stands) {
        if let Some(lacks) = shortcomings(&finding).first().copied() {
            return Err(FindingError::Incomplete {
                reference: finding.reference,
                grade: finding.grade,
                what: lacks.words(),
                lacks,
            });
        }
        if !finding.final_reference {
            let letters = finding.grade.letters();
            let number = next.entry(letters).or_insert_with(|| last_given(letters));
            *number += 1;
            finding.reference = format!("{}-{letters}-{number:02}", audit.reference);
            finding.final_reference = true;
        }
        if finding.stage != Stage::Issued {
            finding.stage = Stage::Issued;
            finding.issued_at = Some(writing.now);
        }
        writing.put(&finding)?;
        issued.push(finding);
    }
    Ok(issued)
}
