use std::path::PathBuf;

use ::audit::Audit;
use ::checklist::Question;
use ::evidence::{
    CAPTURE, Circumstances, DESCRIBE, Description, Evidence, EvidenceError, EvidenceKind, WITHDRAW, capture_bytes,
    capture_file, capture_words, describe, evidence_of, withdraw,
};
use ::finding::{FindingError, attach};
use base64::{Engine, engine::general_purpose::STANDARD};
use book::Writing;
use ground::{Fault, Id, Problem};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Written;
use crate::{
    Desk, DeskError, Named, Operation, files,
    operation::operation,
    views::{EvidenceView, evidence_view},
};

pub(super) fn operations() -> Vec<Operation> {
    vec![
        operation("evidence.list", "The evidence of an audit, a question or a finding.", list),
        operation("evidence.view", "One piece of evidence.", |desk, request: OfEvidence| {
            let evidence = request.evidence.evidence(desk.book()?.reading())?;
            one(desk, evidence)
        }),
        operation("evidence.add-file", "Takes a file along: its bytes, and their SHA-256.", add_file),
        operation("evidence.add-bytes", "Takes bytes along that were pasted or dropped.", add_bytes),
        operation("evidence.add-words", "Writes down what was said or seen.", add_words),
        operation("evidence.describe", "Says more precisely what a piece of evidence shows.", describe_it),
        operation("evidence.withdraw", "Withdraws a piece of evidence, with a reason; it stays readable.", withdraw_it),
        operation("evidence.bytes", "The bytes of a piece of evidence, as base64.", bytes),
        operation("evidence.save", "Saves the file of a piece of evidence outside the workspace.", save),
    ]
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct OfEvidence {
    evidence: Named,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct List {
    audit: Named,
    /// Only what was captured for this question.
    question: Option<Id<Question>>,
    /// Only what this finding rests on.
    finding: Option<Named>,
}

fn list(desk: &mut Desk, request: List) -> Result<Vec<EvidenceView>, Problem> {
    let reading = desk.book()?.reading();
    let audit = request.audit.audit(reading)?;
    let finding = match request.finding {
        Some(finding) => Some(reading.need(finding.finding(reading)?)?),
        None => None,
    };
    evidence_of(reading, audit)?
        .into_iter()
        .filter(|evidence| request.question.is_none() || evidence.question == request.question)
        .filter(|evidence| finding.as_ref().is_none_or(|finding| finding.evidence.contains(&evidence.id)))
        .map(|evidence| evidence_view(reading, audit, evidence))
        .collect()
}

fn one(desk: &mut Desk, evidence: Id<Evidence>) -> Result<EvidenceView, Problem> {
    let reading = desk.book()?.reading();
    let audit: Id<Audit> = reading.binder_of(evidence)?.of();
    evidence_view(reading, audit, reading.need(evidence)?)
}

#[derive(Debug, Deserialize, JsonSchema)]
struct AddFile {
    audit: Named,
    /// The finding that is to rest on it.
    finding: Option<Named>,
    path: PathBuf,
    #[serde(flatten)]
    told: Circumstances,
}

#[derive(Debug, Deserialize, JsonSchema)]
struct AddBytes {
    audit: Named,
    /// The finding that is to rest on it.
    finding: Option<Named>,
    file_name: String,
    media_type: String,
    base64: String,
    #[serde(flatten)]
    told: Circumstances,
}

#[derive(Debug, Deserialize, JsonSchema)]
struct AddWords {
    audit: Named,
    /// The finding that is to rest on it.
    finding: Option<Named>,
    #[serde(flatten)]
    told: Circumstances,
}

/// Captures evidence and, where a finding is named, rests the finding on it, in one act.
fn capture(
    desk: &mut Desk,
    audit: &Named,
    finding: Option<Named>,
    take: impl FnOnce(&mut Writing<'_>) -> Result<Evidence, EvidenceError>,
) -> Result<EvidenceView, Problem> {
    let author = desk.author()?;
    let reading = desk.book()?.reading();
    let audit = audit.audit(reading)?;
    let finding = finding.map(|finding| finding.finding(reading)).transpose()?;
    let evidence = desk.book_mut()?.act(audit, CAPTURE, &author, None, |writing| {
        let evidence = take(writing).map_err(|error| Fault::passing_on(error.into()))?;
        if let Some(finding) = finding {
            attach(writing, finding, evidence.id).map_err(|error: FindingError| Fault::passing_on(error.into()))?;
        }
        Ok::<_, Fault>(evidence)
    })?;
    one(desk, evidence.id)
}

fn add_file(desk: &mut Desk, request: AddFile) -> Result<EvidenceView, Problem> {
    capture(desk, &request.audit, request.finding, |writing| capture_file(writing, &request.path, request.told))
}

fn add_bytes(desk: &mut Desk, request: AddBytes) -> Result<EvidenceView, Problem> {
    let bytes = STANDARD.decode(&request.base64).map_err(|_| DeskError::NotBase64)?;
    capture(desk, &request.audit, request.finding, |writing| {
        capture_bytes(writing, &request.file_name, &request.media_type, &bytes, request.told)
    })
}

fn add_words(desk: &mut Desk, request: AddWords) -> Result<EvidenceView, Problem> {
    let mut told = request.told;
    told.kind = told.kind.or(Some(EvidenceKind::Observation));
    capture(desk, &request.audit, request.finding, |writing| capture_words(writing, told))
}

#[derive(Debug, Deserialize, JsonSchema)]
struct Describe {
    evidence: Named,
    #[serde(flatten)]
    told: Description,
}

fn describe_it(desk: &mut Desk, request: Describe) -> Result<EvidenceView, Problem> {
    let author = desk.author()?;
    let reading = desk.book()?.reading();
    let id = request.evidence.evidence(reading)?;
    let binder = reading.binder_of(id)?;
    desk.book_mut()?.act(binder, DESCRIBE, &author, None, |writing| describe(writing, id, request.told))?;
    one(desk, id)
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Withdraw {
    evidence: Named,
    reason: String,
}

fn withdraw_it(desk: &mut Desk, request: Withdraw) -> Result<EvidenceView, Problem> {
    let author = desk.author()?;
    let reading = desk.book()?.reading();
    let id = request.evidence.evidence(reading)?;
    let binder = reading.binder_of(id)?;
    desk.book_mut()?.act(binder, WITHDRAW, &author, Some(&request.reason), |writing| withdraw(writing, id))?;
    one(desk, id)
}

/// A file as base64.
#[derive(Debug, Serialize, JsonSchema)]
struct Bytes {
    file_name: String,
    media_type: String,
    base64: String,
}

fn file_of(desk: &Desk, named: &Named) -> Result<(Evidence, Vec<u8>), Problem> {
    let book = desk.book()?;
    let reading = book.reading();
    let evidence = reading.need(named.evidence(reading)?)?;
    let sha256 = evidence.sha256.clone().ok_or(EvidenceError::NoFile { reference: evidence.reference.clone() })?;
    let bytes = book.blob(&sha256)?;
    Ok((evidence, bytes))
}

fn bytes(desk: &mut Desk, request: OfEvidence) -> Result<Bytes, Problem> {
    let (evidence, bytes) = file_of(desk, &request.evidence)?;
    Ok(Bytes {
        file_name: evidence.file_name.unwrap_or_default(),
        media_type: evidence.media_type.unwrap_or_default(),
        base64: STANDARD.encode(bytes),
    })
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Save {
    evidence: Named,
    to: PathBuf,
}

fn save(desk: &mut Desk, request: Save) -> Result<Written, Problem> {
    let (_, bytes) = file_of(desk, &request.evidence)?;
    files::write(&request.to, &bytes)?;
    Ok(Written { path: request.to.to_string_lossy().into_owned() })
}
