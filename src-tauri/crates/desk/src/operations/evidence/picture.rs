//! Pictures as they are shown, covered and printed.

use std::sync::Arc;

use ::evidence::{Area, Picture, REDACT, Shown, redact, report_copy, report_picture};
use base64::{Engine, engine::general_purpose::STANDARD};
use ground::Problem;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{OfEvidence, act, file_of, original};
use crate::{Desk, Named, Operation, operation::operation, views::EvidenceView};

pub(super) fn operations() -> Vec<Operation> {
    vec![
        operation("evidence.picture", "A picture, upright and as small as is asked for, as base64.", picture),
        operation("evidence.redact", "Covers areas in the copy for reports; an empty list uncovers all.", redact_it),
        operation("evidence.report-picture", "The picture as a report prints it, as base64.", in_report),
    ]
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct AsPicture {
    evidence: Named,
    /// The most pixels that its longer edge is to have; from 16 to 4096.
    longest_edge_pixels: u32,
    /// The copy for reports, with what is covered in it; the original where absent.
    #[serde(default)]
    report_copy: bool,
}

/// A picture as base64, decoded and written anew: the bytes that came with the file are never shown.
#[derive(Debug, Serialize, JsonSchema)]
struct PictureBytes {
    media_type: String,
    base64: String,
    /// Pixels from left to right.
    width: u32,
    /// Pixels from top to bottom.
    height: u32,
}

impl From<&Shown> for PictureBytes {
    fn from(shown: &Shown) -> Self {
        Self {
            media_type: shown.media_type.to_owned(),
            base64: STANDARD.encode(&shown.bytes),
            width: shown.width,
            height: shown.height,
        }
    }
}

fn picture(desk: &mut Desk, request: AsPicture) -> Result<PictureBytes, Problem> {
    let edge = request.longest_edge_pixels.clamp(16, 4096);
    let reading = desk.book()?.reading();
    let evidence = reading.need(request.evidence.evidence(reading)?)?;
    let covered: Vec<&str> = evidence.boxes.iter().filter(|_| request.report_copy).map(String::as_str).collect();
    let name = format!("{} {edge} {}", evidence.sha256.as_deref().unwrap_or_default(), covered.join(" "));
    if let Some(held) = desk.pictures()?.get(&name) {
        return Ok(PictureBytes::from(&*held));
    }
    let opened = if request.report_copy {
        report_copy(&evidence, |sha256| Ok::<_, Problem>(desk.book()?.blob(sha256)?))?
    } else {
        Picture::open(&original(desk, &evidence)?)?
    };
    let shown = Arc::new(opened.within(edge).shown()?);
    desk.pictures()?.hold(name, Arc::clone(&shown));
    Ok(PictureBytes::from(&*shown))
}

fn in_report(desk: &mut Desk, request: OfEvidence) -> Result<PictureBytes, Problem> {
    let reading = desk.book()?.reading();
    let evidence = reading.need(request.evidence.evidence(reading)?)?;
    let printed = report_picture(&evidence, |sha256| Ok::<_, Problem>(desk.book()?.blob(sha256)?))?;
    Ok(PictureBytes::from(&printed))
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Redact {
    evidence: Named,
    /// The whole list of what is to be covered.
    boxes: Vec<Area>,
    /// Why it is covered.
    #[serde(default)]
    note: String,
}

fn redact_it(desk: &mut Desk, request: Redact) -> Result<EvidenceView, Problem> {
    let (_, bytes) = file_of(desk, &request.evidence)?;
    act(desk, &request.evidence, REDACT, None, |writing, evidence| {
        redact(writing, evidence, &bytes, &request.boxes, request.note)
    })
}
