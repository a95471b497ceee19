use ::audit::Audit;
use ::finding::{
    DESCRIBE, Description, Finding, FindingError, GRADE, Grade, NewFinding, PRESENT, Part, Position, RAISE, Stage,
    WITHDRAW, WRITE, describe, present, raise, regrade, withdraw, write,
};
use book::{Act, Writing, params};
use ground::{Id, Problem};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    Desk, Named, Operation,
    operation::operation,
    views::{FindingView, finding_view, finding_views},
};

pub(super) fn operations() -> Vec<Operation> {
    vec![
        operation("finding.list", "Findings of the workspace or of one audit, filtered and sorted.", list),
        operation(
            "finding.view",
            "One finding with its actions and what it still needs.",
            |desk, request: OfFinding| {
                let finding = request.finding.finding(desk.book()?.reading())?;
                one(desk, finding)
            },
        ),
        operation("finding.raise", "Writes a finding down.", raise_it),
        operation("finding.write", "Writes one part of a finding, as it is typed.", |desk, request: Write| {
            act(desk, &request.finding, WRITE, None, |writing, finding| {
                write(writing, finding, request.field, request.text)
            })
        }),
        operation(
            "finding.describe",
            "Says what a finding is held against, where it is and what it rests on.",
            |desk, request: Describe| {
                act(desk, &request.finding, DESCRIBE, None, |writing, finding| describe(writing, finding, request.told))
            },
        ),
        operation("finding.grade", "Grades a finding differently, with a reason.", |desk, request: GradeIt| {
            act(desk, &request.finding, GRADE, Some(&request.reason), |writing, finding| {
                regrade(writing, finding, request.grade)
            })
        }),
        operation(
            "finding.present",
            "Shows a finding to the auditee and writes down what they say.",
            |desk, request: PresentIt| {
                act(desk, &request.finding, PRESENT, None, |writing, finding| {
                    present(writing, finding, request.position, request.comment)
                })
            },
        ),
        operation(
            "finding.withdraw",
            "Withdraws a finding, with a reason; it stays readable.",
            |desk, request: WithReason| act(desk, &request.finding, WITHDRAW, Some(&request.reason), withdraw),
        ),
    ]
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct OfFinding {
    finding: Named,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct WithReason {
    finding: Named,
    reason: String,
}

#[derive(Debug, Deserialize, JsonSchema)]
struct Raise {
    audit: Named,
    #[serde(flatten)]
    finding: NewFinding,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Write {
    finding: Named,
    field: Part,
    text: String,
}

#[derive(Debug, Deserialize, JsonSchema)]
struct Describe {
    finding: Named,
    #[serde(flatten)]
    told: Description,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct GradeIt {
    finding: Named,
    grade: Grade,
    reason: String,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct PresentIt {
    finding: Named,
    position: Position,
    /// What the auditee says, word for word.
    comment: Option<String>,
}

/// What a list of findings is sorted by.
#[derive(Debug, Clone, Copy, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum SortBy {
    #[default]
    Reference,
    Grade,
    Clause,
    RaisedAt,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct List {
    audit: Option<Named>,
    grade: Option<Grade>,
    stage: Option<Stage>,
    clause: Option<String>,
    #[serde(default)]
    sort: SortBy,
    /// At most so many; 100 where absent.
    most: Option<u32>,
    offset: Option<u32>,
}

/// Some of the findings, and how many there are.
#[derive(Debug, Serialize, JsonSchema)]
struct Findings {
    findings: Vec<FindingView>,
    of: i64,
}

/// Issued, and every corrective action for it is over.
const CLOSED: &str = "(?3 IS NOT NULL AND stage = 'issued'
    AND EXISTS (SELECT 1 FROM corrective_action AS action WHERE action.finding = finding.id)
    AND NOT EXISTS (SELECT 1 FROM corrective_action AS action WHERE action.finding = finding.id AND action.stage = 'open'))";
/// Issued, and something is still to be done for it.
const STILL_ISSUED: &str = "(stage = ?3
    AND (NOT EXISTS (SELECT 1 FROM corrective_action AS action WHERE action.finding = finding.id)
        OR EXISTS (SELECT 1 FROM corrective_action AS action WHERE action.finding = finding.id AND action.stage = 'open')))";

fn list(desk: &mut Desk, request: List) -> Result<Findings, Problem> {
    let today = desk.today();
    let reading = desk.book()?.reading();
    let audit = request.audit.map(|audit| audit.audit(reading)).transpose()?.map(|id| id.to_string());
    let word = |value: Option<serde_json::Value>| value.and_then(|value| value.as_str().map(str::to_owned));
    let grade = word(request.grade.map(serde_json::to_value).transpose().map_err(ground::Fault::bug)?);
    let stage = word(request.stage.map(serde_json::to_value).transpose().map_err(ground::Fault::bug)?);
    // Only what is asked for becomes a condition: SQLite then takes the index that fits. Clauses are kept as JSON texts.
    let filter = format!(
        "WHERE {} AND {} AND {} AND {}",
        if audit.is_some() { "binder = ?1" } else { "?1 IS NULL" },
        if grade.is_some() { "grade = ?2" } else { "?2 IS NULL" },
        // Closed is told from the actions and never kept, so it is asked of them here too.
        match request.stage {
            None => "?3 IS NULL",
            Some(Stage::Closed) => CLOSED,
            Some(Stage::Issued) => STILL_ISSUED,
            Some(_) => "stage = ?3",
        },
        if request.clause.is_some() { "instr(clauses, json_quote(?4)) > 0" } else { "?4 IS NULL" },
    );
    let of = reading
        .count(&format!("SELECT count(*) FROM finding {filter}"), params![audit, grade, stage, request.clause])?;
    // Grades are sorted by weight, not by their letters.
    let order = match request.sort {
        SortBy::Reference => "reference, id",
        SortBy::Grade => {
            "CASE grade WHEN 'major' THEN 0 WHEN 'minor' THEN 1 WHEN 'observation' THEN 2 WHEN 'opportunity' THEN 3 ELSE 4 END, reference, id"
        }
        SortBy::Clause => "clauses, reference, id",
        SortBy::RaisedAt => "raised_at DESC, id",
    };
    let findings: Vec<Finding> = reading.records(
        // Chosen from the index first, so that only the rows that are shown are read.
        &format!("WHERE id IN (SELECT id FROM finding {filter} ORDER BY {order} LIMIT ?5 OFFSET ?6) ORDER BY {order}"),
        params![
            audit,
            grade,
            stage,
            request.clause,
            request.most.unwrap_or(100).min(1000),
            request.offset.unwrap_or(0)
        ],
    )?;
    Ok(Findings { findings: finding_views(reading, today, findings)?, of })
}

fn one(desk: &mut Desk, finding: Id<Finding>) -> Result<FindingView, Problem> {
    let today = desk.today();
    let reading = desk.book()?.reading();
    finding_view(reading, today, reading.need(finding)?)
}

fn raise_it(desk: &mut Desk, request: Raise) -> Result<FindingView, Problem> {
    let author = desk.author()?;
    let audit: Id<Audit> = request.audit.audit(desk.book()?.reading())?;
    let finding = desk.book_mut()?.act(audit, RAISE, &author, None, |writing| raise(writing, request.finding))?;
    one(desk, finding.id)
}

/// An act on one finding that answers with it.
fn act<R>(
    desk: &mut Desk,
    finding: &Named,
    act: Act,
    reason: Option<&str>,
    verb: impl FnOnce(&mut Writing<'_>, Id<Finding>) -> Result<R, FindingError>,
) -> Result<FindingView, Problem> {
    let author = desk.author()?;
    let reading = desk.book()?.reading();
    let id = finding.finding(reading)?;
    let binder = reading.binder_of(id)?;
    desk.book_mut()?.act(binder, act, &author, reason, |writing| verb(writing, id))?;
    one(desk, id)
}
