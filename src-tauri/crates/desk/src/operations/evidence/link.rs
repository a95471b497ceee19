//! What a piece of evidence supports: questions and findings.

use ::checklist::Question;
use ::evidence::{Evidence, LINK, UNLINK, link, unlink};
use ::finding::{ATTACH, DESCRIBE, Description, Finding, FindingError, attach, describe};
use book::{Act, Writing};
use ground::{Id, Problem};
use schemars::JsonSchema;
use serde::Deserialize;

use super::{act, one};
use crate::{Desk, Named, Operation, operation::operation, views::EvidenceView};

pub(super) fn operations() -> Vec<Operation> {
    vec![
        operation("evidence.link", "Says that a piece of evidence supports a question.", |desk, request: Link| {
            act(desk, &request.evidence, LINK, None, |writing, evidence| link(writing, evidence, request.question))
        }),
        operation(
            "evidence.unlink",
            "Says that a piece of evidence does not support a question after all.",
            |desk, request: Link| {
                act(desk, &request.evidence, UNLINK, None, |writing, evidence| {
                    unlink(writing, evidence, request.question)
                })
            },
        ),
        operation("evidence.link-finding", "Rests a finding on a piece of evidence.", |desk, request: LinkFinding| {
            rest(desk, &request, ATTACH, attach)
        }),
        operation(
            "evidence.unlink-finding",
            "Takes a piece of evidence off a finding.",
            |desk, request: LinkFinding| rest(desk, &request, DESCRIBE, take_off),
        ),
    ]
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Link {
    evidence: Named,
    question: Id<Question>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct LinkFinding {
    evidence: Named,
    finding: Named,
}

/// The same act as in the finding, answered with the evidence.
fn rest(
    desk: &mut Desk,
    request: &LinkFinding,
    act: Act,
    verb: impl FnOnce(&mut Writing<'_>, Id<Finding>, Id<Evidence>) -> Result<Finding, FindingError>,
) -> Result<EvidenceView, Problem> {
    let author = desk.author()?;
    let reading = desk.book()?.reading();
    let (evidence, finding) = (request.evidence.evidence(reading)?, request.finding.finding(reading)?);
    let binder = reading.binder_of(finding)?;
    desk.book_mut()?.act(binder, act, &author, None, |writing| verb(writing, finding, evidence))?;
    one(desk, evidence)
}

fn take_off(writing: &mut Writing<'_>, finding: Id<Finding>, evidence: Id<Evidence>) -> Result<Finding, FindingError> {
    let mut rests_on = writing.need(finding)?.evidence;
    rests_on.remove(&evidence);
    describe(writing, finding, Description { evidence: Some(rests_on), ..Description::default() })
}
