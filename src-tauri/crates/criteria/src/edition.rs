use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::CriteriaError;

/// One edition of one standard with its amendments.
#[derive(Debug)]
pub struct Edition {
    pub(crate) id: String,
    pub(crate) standard: String,
    pub(crate) amendments: Vec<String>,
    pub(crate) clauses: Vec<Clause>,
    pub(crate) questions: Vec<LibraryQuestion>,
    pub(crate) positions: BTreeMap<String, usize>,
}

/// Whether a clause can be audited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ClauseKind {
    /// Only groups what stands under it.
    Heading,
    /// Carries requirements of its own.
    Auditable,
}

/// Where in plan–do–check–act a clause is usually placed. A reading aid, no requirement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Pdca {
    /// Plan.
    Plan,
    /// Do.
    Do,
    /// Check.
    Check,
    /// Act.
    Act,
}

/// A numbered part of a standard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clause {
    /// Its number: `8.5.1.3`.
    pub number: String,
    /// Its short title.
    pub title: String,
    /// Whether the title is our own label, because the standard gives none.
    pub own_label: bool,
    /// The heading it stands under.
    pub parent: Option<String>,
    /// Whether it can be audited.
    pub kind: ClauseKind,
    /// Where it is usually placed.
    pub pdca: Pdca,
    /// 0 for a top-level clause.
    pub depth: u8,
    /// What must be kept as documented information, in our words.
    pub documented_information: Vec<String>,
    /// What is usually kept although nothing demands it.
    pub usually_kept: Vec<String>,
    /// A remark for the auditor.
    pub note: Option<String>,
    /// The amendment that changed it.
    pub amendment: Option<String>,
}

/// A question of the built-in library.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct LibraryQuestion {
    /// Its code: `Q-8.5.1.3-01`.
    pub id: String,
    /// The clause it belongs to.
    pub clause: String,
    /// The question.
    pub question: String,
    /// What to look for.
    pub look_for: Vec<String>,
    /// The kind of record to sample, where there is one.
    pub population: Option<String>,
    /// How it is usually answered.
    pub method: String,
}

/// An edition as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct EditionView {
    /// Its id: `iso20000-1:2018+a1`.
    pub id: String,
    /// The standard with its year.
    pub standard: String,
    /// Its amendments.
    pub amendments: Vec<String>,
    /// The line as a report prints it.
    pub line: String,
    /// Numbered parts.
    pub clauses: usize,
    /// Parts that can be audited.
    pub auditable: usize,
    /// Questions of the library.
    pub questions: usize,
}

/// A clause as the tree shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ClauseView {
    /// Its number.
    pub number: String,
    /// Its short title.
    pub title: String,
    /// Whether the title is our own label.
    pub own_label: bool,
    /// The heading it stands under.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// Whether it can be audited.
    pub kind: ClauseKind,
    /// 0 for a top-level clause.
    pub depth: u8,
    /// Its place in the standard, counted from 0.
    pub position: usize,
    /// Where it is usually placed.
    pub pdca: Pdca,
    /// What must be kept as documented information.
    pub documented_information: Vec<String>,
    /// What is usually kept.
    pub usually_kept: Vec<String>,
    /// A remark for the auditor.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The amendment that changed it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amendment: Option<String>,
    /// Questions of the library.
    pub questions: usize,
}

impl Edition {
    /// Its id: `iso20000-1:2018+a1`.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The standard with its year.
    #[must_use]
    pub fn standard(&self) -> &str {
        &self.standard
    }

    /// The line as a report prints it: `ISO/IEC 20000-1:2018 + Amd 1:2024`.
    #[must_use]
    pub fn line(&self) -> String {
        std::iter::once(self.standard.as_str())
            .chain(self.amendments.iter().map(String::as_str))
            .collect::<Vec<_>>()
            .join(" + ")
    }

    /// All clauses in the standard's order.
    #[must_use]
    pub fn clauses(&self) -> &[Clause] {
        &self.clauses
    }

    /// The clauses that can be audited, in the standard's order.
    pub fn auditable(&self) -> impl Iterator<Item = &Clause> {
        self.clauses.iter().filter(|clause| clause.kind == ClauseKind::Auditable)
    }

    /// The questions of a clause.
    pub fn questions_of<'a>(&'a self, clause: &'a str) -> impl Iterator<Item = &'a LibraryQuestion> {
        self.questions.iter().filter(move |question| question.clause == clause)
    }

    /// All questions in the standard's order.
    #[must_use]
    pub fn questions(&self) -> &[LibraryQuestion] {
        &self.questions
    }

    /// Whether “not applicable” can only mean that no instance occurred. ISO/IEC 20000-1 lets no requirement of its
    /// clauses 4 to 10 be excluded.
    #[must_use]
    pub fn not_applicable_means_no_instance(&self) -> bool {
        self.standard.starts_with("ISO/IEC 20000-1")
    }

    /// A clause's place in the standard, counted from 0; last for a number it does not have.
    #[must_use]
    pub fn position(&self, number: &str) -> usize {
        self.positions.get(number).copied().unwrap_or(usize::MAX)
    }

    /// The clause of that number.
    ///
    /// # Errors
    /// Refuses a number the edition does not have.
    pub fn clause(&self, number: &str) -> Result<&Clause, CriteriaError> {
        self.positions
            .get(number)
            .and_then(|position| self.clauses.get(*position))
            .ok_or_else(|| CriteriaError::NoClause { standard: self.standard.clone(), clause: number.to_owned() })
    }

    /// Proves that every number is a clause that can be audited.
    ///
    /// # Errors
    /// Refuses the first one that is not.
    pub fn check_auditable(&self, numbers: &BTreeSet<String>) -> Result<(), CriteriaError> {
        for number in numbers {
            if self.clause(number)?.kind == ClauseKind::Heading {
                return Err(CriteriaError::Heading { clause: number.clone() });
            }
        }
        Ok(())
    }

    /// Numbers in the standard's order: `10.2` after `9.1`.
    #[must_use]
    pub fn in_order<'a>(&self, numbers: impl IntoIterator<Item = &'a String>) -> Vec<String> {
        let mut numbers: Vec<String> = numbers.into_iter().cloned().collect();
        numbers.sort_by_key(|number| (self.position(number), number.clone()));
        numbers
    }

    /// The edition as a list shows it.
    #[must_use]
    pub fn view(&self) -> EditionView {
        EditionView {
            id: self.id.clone(),
            standard: self.standard.clone(),
            amendments: self.amendments.clone(),
            line: self.line(),
            clauses: self.clauses.len(),
            auditable: self.auditable().count(),
            questions: self.questions.len(),
        }
    }

    /// The clause tree as a screen shows it.
    #[must_use]
    pub fn tree(&self) -> Vec<ClauseView> {
        self.clauses
            .iter()
            .enumerate()
            .map(|(position, clause)| ClauseView {
                number: clause.number.clone(),
                title: clause.title.clone(),
                own_label: clause.own_label,
                parent: clause.parent.clone(),
                kind: clause.kind,
                depth: clause.depth,
                position,
                pdca: clause.pdca,
                documented_information: clause.documented_information.clone(),
                usually_kept: clause.usually_kept.clone(),
                note: clause.note.clone(),
                amendment: clause.amendment.clone(),
                questions: self.questions_of(&clause.number).count(),
            })
            .collect()
    }
}
