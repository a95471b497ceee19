use ::criteria::{catalogue, editions};
use ::population::{Pack, pack, packs, packs_for_clause};
use ground::Problem;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Desk, DeskError, Named, Operation, operation::operation};

pub(super) fn operations() -> Vec<Operation> {
    vec![
        operation("pack.list", "What records to ask for, by clause; of one audit or of all.", list),
        operation("pack.view", "What to ask for and to test of one sort of record.", view),
    ]
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct List {
    /// Only the clauses of this audit.
    audit: Option<Named>,
}

/// What to ask for under one clause.
#[derive(Debug, Serialize, JsonSchema)]
struct ClausePacks {
    clause: String,
    title: String,
    packs: Vec<&'static Pack>,
}

fn list(desk: &mut Desk, request: List) -> Result<Vec<ClausePacks>, Problem> {
    let (edition, clauses) = match request.audit {
        Some(audit) => {
            let reading = desk.book()?.reading();
            let audit: ::audit::Audit = reading.need(audit.audit(reading)?)?;
            let edition = catalogue(&audit.edition)?;
            (edition, edition.in_order(&audit.clauses))
        }
        None => {
            let edition = editions().first().ok_or_else(|| ground::Fault::bug("no edition is built in"))?;
            (edition, edition.auditable().map(|clause| clause.number.clone()).collect())
        }
    };
    let mut listed = Vec::new();
    for clause in clauses {
        let packs = packs_for_clause(edition.id(), &clause)?;
        if !packs.is_empty() {
            listed.push(ClausePacks { title: edition.clause(&clause)?.title.clone(), packs, clause });
        }
    }
    Ok(listed)
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Word {
    /// Such as `incident`; all of them where absent.
    word: Option<String>,
}

fn view(_: &mut Desk, request: Word) -> Result<Vec<&'static Pack>, Problem> {
    match request.word {
        Some(word) => match pack(&word) {
            Some(pack) => Ok(vec![pack]),
            None => Err(DeskError::NotFound { what: "record pack", named: word }.into()),
        },
        None => Ok(packs().iter().collect()),
    }
}
