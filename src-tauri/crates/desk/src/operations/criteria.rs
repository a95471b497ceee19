use ::criteria::{ClauseView, EditionView, LibraryQuestion, catalogue, editions};
use schemars::JsonSchema;
use serde::Deserialize;

use super::Nothing;
use crate::{Operation, operation::operation};

pub(super) fn operations() -> Vec<Operation> {
    vec![
        operation("criteria.editions", "The standards that are built in.", |_, _: Nothing| {
            Ok(editions().iter().map(|edition| edition.view()).collect::<Vec<EditionView>>())
        }),
        operation(
            "criteria.clauses",
            "The clause tree of an edition.",
            |_, request: OfEdition| -> Result<Vec<ClauseView>, _> { Ok(catalogue(&request.edition)?.tree()) },
        ),
        operation("criteria.questions", "The questions of the library.", |_, request: QuestionsOf| {
            let edition = catalogue(&request.edition)?;
            let wanted = |question: &&LibraryQuestion| request.clause.as_ref().is_none_or(|it| *it == question.clause);
            Ok(edition.questions().iter().filter(wanted).cloned().collect::<Vec<LibraryQuestion>>())
        }),
    ]
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct OfEdition {
    edition: String,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct QuestionsOf {
    edition: String,
    /// Only of this clause.
    clause: Option<String>,
}
