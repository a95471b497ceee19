use std::{collections::BTreeSet, path::Path};

use audit::{Audit, number_after};
use book::{Act, BlobRef, Writing};
use checklist::Question;
use ground::{Id, Instant};
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{Classification, Evidence, EvidenceError, EvidenceKind, Pictured, is_picture, media_type_of};

/// The largest picture of which size, time and place are read when it is captured. A larger one is kept as it is.
const LARGEST_PICTURE_BYTES: u64 = 128 * 1024 * 1024;

/// The act as history names it.
pub const CAPTURE: Act = Act::named("evidence.capture");

/// What is known about a piece of evidence besides its bytes.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
pub struct Circumstances {
    /// The question it was captured for.
    pub question: Option<Id<Question>>,
    /// What sort it is; told from the file where absent.
    pub kind: Option<EvidenceKind>,
    /// What it shows, in words.
    #[serde(default)]
    pub description: String,
    /// Where it comes from: a system, a register, a record number.
    #[serde(default)]
    pub source: String,
    /// Where it was seen.
    #[serde(default)]
    pub place: String,
    /// Who provided it.
    #[serde(default)]
    pub provided_by: String,
    /// A remark.
    #[serde(default)]
    pub remark: String,
    /// When it was seen; now, where absent.
    pub seen_at: Option<Instant>,
    /// From afar.
    #[serde(default)]
    pub remote: bool,
    /// Who may see it; internal, where absent.
    pub classification: Option<Classification>,
}

/// Takes a file along: its bytes into the workspace, its SHA-256 into the record.
///
/// # Errors
/// Refuses a file that can't be read, is empty or too large, and while a signed report stands.
pub fn capture_file(writing: &mut Writing<'_>, path: &Path, told: Circumstances) -> Result<Evidence, EvidenceError> {
    let audit = open(writing, &told)?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let media_type = media_type_of(&name);
    let may_be_read =
        std::fs::metadata(path).is_ok_and(|about| about.is_file() && about.len() <= LARGEST_PICTURE_BYTES);
    if is_picture(media_type)
        && may_be_read
        && let Ok(bytes) = std::fs::read(path)
    {
        // Read once, so that what is told of the picture is told of the very bytes that are kept.
        return keep_picture(writing, &audit, told, name, media_type, &bytes);
    }
    let kept = writing.keep_file(path, media_type)?;
    with_bytes(writing, &audit, told, name, media_type, &kept, None)
}

/// Takes bytes along that were pasted or dropped.
///
/// # Errors
/// As [`capture_file`].
pub fn capture_bytes(
    writing: &mut Writing<'_>,
    file_name: &str,
    media_type: &str,
    bytes: &[u8],
    told: Circumstances,
) -> Result<Evidence, EvidenceError> {
    let audit = open(writing, &told)?;
    if is_picture(media_type) {
        return keep_picture(writing, &audit, told, file_name.to_owned(), media_type, bytes);
    }
    let kept = writing.keep_bytes(bytes, media_type)?;
    with_bytes(writing, &audit, told, file_name.to_owned(), media_type, &kept, None)
}

/// Writes down what was said or seen.
///
/// # Errors
/// Refuses an empty description, a kind that consists of bytes, and while a signed report stands.
pub fn capture_words(writing: &mut Writing<'_>, told: Circumstances) -> Result<Evidence, EvidenceError> {
    let audit = open(writing, &told)?;
    if told.description.trim().is_empty() {
        return Err(EvidenceError::NoWords);
    }
    let kind = told.kind.unwrap_or(EvidenceKind::Observation);
    if matches!(kind, EvidenceKind::File | EvidenceKind::Photo | EvidenceKind::Picture) {
        return Err(EvidenceError::NoBytes { name: "the file".to_owned() });
    }
    keep(writing, &audit, told, kind, None)
}

struct Attached {
    file_name: String,
    media_type: String,
    sha256: String,
    size_bytes: u64,
    pictured: Option<Pictured>,
}

fn keep_picture(
    writing: &mut Writing<'_>,
    audit: &Audit,
    told: Circumstances,
    file_name: String,
    media_type: &str,
    bytes: &[u8],
) -> Result<Evidence, EvidenceError> {
    let kept = writing.keep_bytes(bytes, media_type)?;
    with_bytes(writing, audit, told, file_name, media_type, &kept, Pictured::of(bytes))
}

fn with_bytes(
    writing: &mut Writing<'_>,
    audit: &Audit,
    told: Circumstances,
    file_name: String,
    media_type: &str,
    kept: &BlobRef,
    pictured: Option<Pictured>,
) -> Result<Evidence, EvidenceError> {
    if kept.size_bytes == 0 {
        return Err(EvidenceError::NoBytes { name: file_name });
    }
    let kind = told.kind.unwrap_or(if is_picture(media_type) { EvidenceKind::Photo } else { EvidenceKind::File });
    if matches!(kind, EvidenceKind::Interview | EvidenceKind::Observation) {
        return Err(EvidenceError::WordsOnly);
    }
    let attached = Attached {
        file_name,
        media_type: media_type.to_owned(),
        sha256: kept.sha256.clone(),
        size_bytes: kept.size_bytes,
        pictured,
    };
    keep(writing, audit, told, kind, Some(attached))
}

fn keep(
    writing: &mut Writing<'_>,
    audit: &Audit,
    told: Circumstances,
    kind: EvidenceKind,
    attached: Option<Attached>,
) -> Result<Evidence, EvidenceError> {
    let earlier = writing.all::<Evidence>()?;
    let number = earlier.iter().map(|earlier| number_after(&earlier.reference, "-E-")).max().unwrap_or(0);
    let evidence = Evidence {
        id: Id::new(),
        reference: format!("{}-E-{:03}{}", audit.reference, number + 1, writing.desk_mark()),
        kind,
        description: told.description,
        source: told.source,
        place: told.place,
        provided_by: told.provided_by,
        remark: told.remark,
        seen_at: told.seen_at.unwrap_or(writing.now),
        captured_at: writing.now,
        seen_by: writing.by.person.map(Id::from_uuid),
        seen_by_name: writing.by.name.clone(),
        remote: told.remote,
        classification: told.classification.unwrap_or(Classification::Internal),
        sha256: attached.as_ref().map(|it| it.sha256.clone()),
        size_bytes: attached.as_ref().map(|it| i64::try_from(it.size_bytes).unwrap_or(i64::MAX)),
        media_type: attached.as_ref().map(|it| it.media_type.clone()),
        pictured: attached.as_ref().and_then(|it| it.pictured.clone()),
        file_name: attached.map(|it| it.file_name),
        questions: told.question.into_iter().collect(),
        boxes: BTreeSet::new(),
        redaction_note: String::new(),
        report_copy: None,
        report_copy_sha256: None,
        withdrawn_reason: String::new(),
    };
    writing.put(&evidence)?;
    Ok(evidence)
}

fn open(writing: &Writing<'_>, told: &Circumstances) -> Result<Audit, EvidenceError> {
    let audit: Audit = writing.need(writing.binder())?;
    audit.must_be_open()?;
    if let Some(question) = told.question
        && writing.get(question)?.is_none()
    {
        return Err(EvidenceError::OtherAudit);
    }
    if let Some(at) = told.seen_at {
        audit.can_see_at(at, writing.now)?;
    }
    Ok(audit)
}
