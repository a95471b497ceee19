use ground::Day;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The extent of the audit.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Scope {
    /// The organisation and its units and functions in words; may be empty.
    pub description: String,
    /// The planned clauses, in the order of the standard.
    pub clauses: Vec<Clause>,
    /// The sites, physical or virtual, each with its method.
    pub sites: Vec<SiteInScope>,
    /// The services looked at.
    pub services: Vec<String>,
    /// The processes looked at.
    pub processes: Vec<String>,
    /// The first day of the examined period.
    pub period_from: Option<Day>,
    /// The last day of the examined period.
    pub period_to: Option<Day>,
    /// What was left out on purpose when the scope was agreed; may be empty.
    pub exclusions: Vec<String>,
}

/// A clause as the report names it.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct Clause {
    /// Such as `8.6.1`.
    pub number: String,
    /// Its short title.
    pub title: String,
    /// The standard's short name where the audit has several; may be empty.
    #[serde(default)]
    pub standard: String,
}

/// A site and how it was audited.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SiteInScope {
    /// Such as `AAR`; may be empty.
    pub code: String,
    /// Such as `Aarhus`.
    pub name: String,
    /// What the site does; may be empty.
    pub role: String,
    /// `on-site`, `remote`, `hybrid`.
    pub method: String,
    /// The numbers of the clauses looked at there. Empty means all of the scope.
    pub clauses: Vec<String>,
}

/// What the evidence was held against.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Criteria {
    /// Standards, with edition and amendment.
    pub standards: Vec<Criterion>,
    /// The organisation's own documents.
    pub documents: Vec<OwnDocument>,
    /// Other criteria in words: laws, contracts; may be empty.
    pub others: Vec<String>,
}

/// A standard as it stood for this audit.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Criterion {
    /// Such as `ISO/IEC 20000-1`.
    pub standard: String,
    /// Such as `2018`.
    pub edition: String,
    /// Such as `Amd 1:2024`; empty where there is none, which the report says.
    pub amendment: String,
}

/// One of the organisation's own documents.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct OwnDocument {
    /// Its title.
    pub title: String,
    /// Its reference in the organisation; may be empty.
    pub reference: String,
    /// Such as `v5.2`.
    pub version: String,
    /// The day of that version.
    pub dated: Option<Day>,
}

/// One part of the work: when, where, how.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Activity {
    /// The first day.
    pub from: Option<Day>,
    /// The last day; the same day when empty.
    pub to: Option<Day>,
    /// Such as `10:00-12:30`; may be empty.
    pub time: String,
    /// What was done: `Opening meeting`, `Interviews`.
    pub what: String,
    /// Where, physical or virtual.
    pub place: String,
    /// `on-site`, `remote`, `hybrid`, and with which means.
    pub method: String,
}
