use std::collections::BTreeSet;

use audit::Audit;
use book::{Act, Writing};
use ground::Id;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Area, Evidence, EvidenceError, Picture, Shown};

/// The act as history names it.
pub const REDACT: Act = Act::named("evidence.redact");

/// The most areas that are covered in one picture.
pub const MOST_AREAS: usize = 200;
/// The longer edge of a picture in a report, in pixels.
pub const REPORT_EDGE_PIXELS: u32 = 1_600;

/// A copy for reports, and what is covered in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ReportCopy {
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// What is covered in it. After work came together from two desks it may be less than what is to be covered; the
    /// copy is then made anew from the original.
    pub boxes: BTreeSet<String>,
}

/// Covers areas in the copy that goes into reports, always starting from the original and with the whole list. An empty
/// list uncovers everything. The original's bytes stay as they were captured.
///
/// # Errors
/// Refuses what is no picture, an area beside it, too many areas, withdrawn evidence, and while a signed report stands.
pub fn redact(
    writing: &mut Writing<'_>,
    evidence: Id<Evidence>,
    original: &[u8],
    areas: &[Area],
    note: String,
) -> Result<Evidence, EvidenceError> {
    let audit: Audit = writing.need(writing.binder())?;
    audit.must_be_open()?;
    let mut evidence: Evidence = writing.need(evidence)?;
    evidence.must_stand()?;
    if areas.len() > MOST_AREAS {
        return Err(EvidenceError::TooManyAreas { most: MOST_AREAS });
    }
    let mut picture = Picture::open(original)?;
    let (width, height) = picture.size();
    let mut boxes = BTreeSet::new();
    for area in areas {
        let inside = area.inside(width, height).ok_or(EvidenceError::AreaOutside { area: *area, width, height })?;
        boxes.insert(inside.to_string());
        picture.cover(inside);
    }
    evidence.redaction_note = if boxes.is_empty() { String::new() } else { note };
    if boxes.is_empty() {
        // A copy without covers can be made at any time; what was kept of an earlier one is no longer the copy.
        evidence.report_copy = None;
        evidence.report_copy_sha256 = None;
    } else {
        let copy = picture.kept()?;
        let kept = writing.keep_bytes(&copy.bytes, copy.media_type)?;
        evidence.report_copy = Some(ReportCopy { sha256: kept.sha256.clone(), boxes: boxes.clone() });
        evidence.report_copy_sha256 = Some(kept.sha256);
    }
    evidence.boxes = boxes;
    writing.put(&evidence)?;
    Ok(evidence)
}

/// The picture as a report may show it: covered as the record says, without anything a camera wrote.
///
/// `bytes_of` answers with the bytes kept under a SHA-256.
///
/// # Errors
/// Refuses evidence without a picture; whatever `bytes_of` refuses.
pub fn report_copy<E: From<EvidenceError>>(
    evidence: &Evidence,
    mut bytes_of: impl FnMut(&str) -> Result<Vec<u8>, E>,
) -> Result<Picture, E> {
    // Only a copy in which exactly that is covered may stand for the original: covers may have come in since.
    if let Some(copy) = evidence.report_copy.as_ref().filter(|copy| copy.boxes == evidence.boxes) {
        return Ok(Picture::open(&bytes_of(&copy.sha256)?)?);
    }
    let sha256 =
        evidence.sha256.as_ref().ok_or_else(|| EvidenceError::NoFile { reference: evidence.reference.clone() })?;
    let mut picture = Picture::open(&bytes_of(sha256)?)?;
    for area in evidence.covered() {
        picture.cover(area);
    }
    Ok(picture)
}

/// The same, as small as a report prints it.
///
/// # Errors
/// As [`report_copy`].
pub fn report_picture<E: From<EvidenceError>>(
    evidence: &Evidence,
    bytes_of: impl FnMut(&str) -> Result<Vec<u8>, E>,
) -> Result<Shown, E> {
    Ok(report_copy(evidence, bytes_of)?.within(REPORT_EDGE_PIXELS).printed()?)
}
