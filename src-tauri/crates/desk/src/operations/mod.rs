//! The operations, one file for each slice. Together they are THE list.

mod action;
mod audit;
mod checklist;
mod criteria;
mod evidence;
mod finding;
mod history;
mod identity;
mod organisation;
mod pack;
mod population;
mod programme;
mod report;
mod request;
mod sample;
mod sheet;
mod today;
mod workspace;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub(crate) use identity::KEPT;

use crate::Operation;

/// A request that says nothing.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Nothing {}

/// Where a file was written.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Written {
    /// Its path.
    pub path: String,
}

pub(crate) fn all() -> Vec<Operation> {
    [
        workspace::operations(),
        today::operations(),
        organisation::operations(),
        criteria::operations(),
        programme::operations(),
        audit::operations(),
        checklist::operations(),
        evidence::operations(),
        request::operations(),
        pack::operations(),
        population::operations(),
        sample::operations(),
        sheet::operations(),
        finding::operations(),
        action::operations(),
        identity::operations(),
        report::operations(),
        history::operations(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
