use std::path::Path;

use audit::Audit;
use book::{Act, BlobRef, Writing};
use checklist::Question;
use ground::{Id, Instant};
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{Classification, Evidence, EvidenceError, EvidenceKind, is_picture, media_type_of};

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
    let kept = writing.keep_file(path, media_type)?;
    with_bytes(writing, &audit, told, name, media_type, &kept)
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
    let kept = writing.keep_bytes(bytes, media_type)?;
    with_bytes(writing, &audit, told, file_name.to_owned(), media_type, &kept)
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
}

fn with_bytes(
    writing: &mut Writing<'_>,
    audit: &Audit,
    told: Circumstances,
    file_name: String,
    media_type: &str,
    kept: &BlobRef,
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
    let mut number = 0;
    for earlier in writing.all::<Evidence>()? {
        let digits = earlier.reference.rsplit("-E-").next().unwrap_or_default();
        let digits: String = digits.chars().take_while(char::is_ascii_digit).collect();
        number = number.max(digits.parse::<u32>().unwrap_or(0));
    }
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
        file_name: attached.map(|it| it.file_name),
        question: told.question,
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
        // A day of grace on both sides, because the day of a moment depends on where one stands.
        if at.day() < audit.date_start.plus_days(-1) {
            return Err(EvidenceError::BeforeAudit { on: at.day(), start: audit.date_start });
        }
        if at.day() > writing.now.day().plus_days(1) {
            return Err(EvidenceError::InFuture { on: at.day() });
        }
    }
    Ok(audit)
}
