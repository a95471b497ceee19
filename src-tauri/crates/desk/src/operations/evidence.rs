//! Evidence: taken along, described, withdrawn and handed out again.

mod link;
mod picture;

use std::path::PathBuf;

use ::audit::Audit;
use ::checklist::Question;
use ::evidence::{
    CAPTURE, Circumstances, DESCRIBE, Description, Evidence, EvidenceError, EvidenceKind, WITHDRAW, capture_bytes,
    capture_file, capture_words, describe, evidence_of, report_copy, withdraw,
};
use ::finding::{FindingError, attach};
use base64::{Engine, engine::general_purpose::STANDARD};
use book::{Act, Writing};
use ground::{Fault, Id, Problem};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Written;
use crate::{
    Desk, DeskError, Named, Operation, files,
    operation::operation,
    views::{EvidenceView, Supported},
};

pub(super) fn operations() -> Vec<Operation> {
    let mut operations = vec![
        operation(
            "evidence.list",
            "The evidence of an audit, a question or a finding, or what supports nothing.",
            list,
        ),
        operation("evidence.view", "One piece of evidence.", |desk, request: OfEvidence| {
            let evidence = request.evidence.evidence(desk.book()?.reading())?;
            one(desk, evidence)
        }),
        operation("evidence.add-file", "Takes a file along: its bytes, and their SHA-256.", add_file),
        operation("evidence.add-bytes", "Takes bytes along that were pasted or dropped.", add_bytes),
        operation("evidence.add-words", "Writes down what was said or seen.", add_words),
        operation(
            "evidence.describe",
            "Says more precisely what a piece of evidence shows.",
            |desk, request: Describe| {
                act(desk, &request.evidence, DESCRIBE, None, |writing, evidence| {
                    describe(writing, evidence, request.told)
                })
            },
        ),
        operation(
            "evidence.withdraw",
            "Withdraws a piece of evidence, with a reason; it stays readable.",
            |desk, request: Withdraw| act(desk, &request.evidence, WITHDRAW, Some(&request.reason), withdraw),
        ),
        operation("evidence.bytes", "The bytes of a piece of evidence, as base64.", bytes),
        operation("evidence.save", "Saves the file of a piece of evidence, or its copy for reports.", save),
    ];
    operations.extend(link::operations());
    operations.extend(picture::operations());
    operations
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
    /// Only what supports this question.
    question: Option<Id<Question>>,
    /// Only what this finding rests on.
    finding: Option<Named>,
    /// Only what counts and supports nothing.
    #[serde(default)]
    unlinked: bool,
}

fn list(desk: &mut Desk, request: List) -> Result<Vec<EvidenceView>, Problem> {
    let reading = desk.book()?.reading();
    let audit = request.audit.audit(reading)?;
    let finding = match request.finding {
        Some(finding) => Some(reading.need(finding.finding(reading)?)?),
        None => None,
    };
    let supported = Supported::read(reading, audit)?;
    Ok(evidence_of(reading, audit)?
        .into_iter()
        .filter(|evidence| request.question.is_none_or(|question| evidence.questions.contains(&question)))
        .filter(|evidence| finding.as_ref().is_none_or(|finding| finding.evidence.contains(&evidence.id)))
        .map(|evidence| supported.view(evidence))
        .filter(|view| !request.unlinked || view.unlinked)
        .collect())
}

fn one(desk: &mut Desk, evidence: Id<Evidence>) -> Result<EvidenceView, Problem> {
    let reading = desk.book()?.reading();
    let audit: Id<Audit> = reading.binder_of(evidence)?.of();
    Ok(Supported::read(reading, audit)?.view(reading.need(evidence)?))
}

/// An act on one piece of evidence that answers with it.
fn act<R>(
    desk: &mut Desk,
    evidence: &Named,
    act: Act,
    reason: Option<&str>,
    verb: impl FnOnce(&mut Writing<'_>, Id<Evidence>) -> Result<R, EvidenceError>,
) -> Result<EvidenceView, Problem> {
    let author = desk.author()?;
    let reading = desk.book()?.reading();
    let id = evidence.evidence(reading)?;
    let binder = reading.binder_of(id)?;
    desk.book_mut()?.act(binder, act, &author, reason, |writing| verb(writing, id))?;
    one(desk, id)
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

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Withdraw {
    evidence: Named,
    reason: String,
}

/// A file as base64.
#[derive(Debug, Serialize, JsonSchema)]
struct Bytes {
    file_name: String,
    media_type: String,
    base64: String,
}

fn file_of(desk: &Desk, named: &Named) -> Result<(Evidence, Vec<u8>), Problem> {
    let reading = desk.book()?.reading();
    let evidence = reading.need(named.evidence(reading)?)?;
    let bytes = original(desk, &evidence)?;
    Ok((evidence, bytes))
}

/// The bytes as they were captured.
fn original(desk: &Desk, evidence: &Evidence) -> Result<Vec<u8>, Problem> {
    let no_file = || EvidenceError::NoFile { reference: evidence.reference.clone() };
    Ok(desk.book()?.blob(evidence.sha256.as_ref().ok_or_else(no_file)?)?)
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
    /// The copy for reports at full size, without what is covered and without what a camera wrote.
    #[serde(default)]
    report_copy: bool,
    to: PathBuf,
}

fn save(desk: &mut Desk, request: Save) -> Result<Written, Problem> {
    let (evidence, mut bytes) = file_of(desk, &request.evidence)?;
    if request.report_copy {
        bytes = report_copy(&evidence, |sha256| Ok::<_, Problem>(desk.book()?.blob(sha256)?))?.kept()?.bytes;
    }
    files::write(&request.to, &bytes)?;
    Ok(Written { path: request.to.to_string_lossy().into_owned() })
}
