//! The photographs: two to a page, each with its caption and the fingerprint of the copy that is printed.

use super::words::or_not_recorded;
use crate::{
    ReportError,
    facts::{AuditReportFacts, Photo},
    layout::{BODY, HASH, NOTE, Paper, QUIET, WARNING},
    plate::Plate,
};

/// So high a photograph may be: two with their captions fill a page that begins with the annex's heading.
const MOST_HEIGHT: f32 = 240.0;

/// The photographs made ready, and of which ones that failed.
pub(super) struct Photographs<'a> {
    pub(super) plates: Vec<Plate<'a>>,
    /// For each photograph the number of its plate, or why there is none.
    made: Vec<(&'a Photo, Result<usize, String>)>,
}

/// Makes the plates of all photographs.
pub(super) fn plates(facts: &AuditReportFacts) -> Photographs<'_> {
    let mut all = Photographs { plates: Vec::new(), made: Vec::new() };
    for photo in &facts.annexes.photos {
        let made = Plate::of(photo).map(|plate| {
            all.plates.push(plate);
            all.plates.len() - 1
        });
        all.made.push((photo, made));
    }
    all
}

/// Refuses a photograph that can't be printed.
pub(super) fn fit_to_issue(photos: &Photographs<'_>) -> Result<(), ReportError> {
    match photos.made.iter().find_map(|(photo, made)| Some((photo, made.as_ref().err()?))) {
        None => Ok(()),
        Some((photo, reason)) => {
            Err(ReportError::UnusablePhoto { photo: photo.reference.clone(), reason: reason.clone() })
        }
    }
}

pub(super) fn write(paper: &mut Paper<'_>, facts: &AuditReportFacts, photos: &Photographs<'_>) {
    if !facts.annexes.photos.is_empty() {
        paper.fresh_page();
    }
    paper.section("Annex F Photographs");
    if facts.annexes.photos.is_empty() {
        paper.paragraph("No photographs are printed.");
        return;
    }
    paper.paragraph(
        "These are the copies made for this report, without the data that cameras add. The originals are kept with the \
         evidence.",
    );
    for (place, (photo, made)) in photos.made.iter().enumerate() {
        if place > 0 && place % 2 == 0 {
            paper.fresh_page();
        }
        paper.gap(16.0);
        let caption = or_not_recorded(&photo.caption);
        match made {
            Ok(number) => paper.picture(*number, MOST_HEIGHT, caption),
            Err(reason) => {
                paper.styled(BODY.bold().in_colour(WARNING), &format!("The photograph is missing here: {reason}."));
                paper.hold();
            }
        }
        paper.styled(BODY.bold(), &photo.reference);
        paper.hold();
        paper.styled(BODY, caption);
        paper.styled(NOTE, &photo.taken);
        paper.styled(HASH.in_colour(QUIET), &format!("SHA-256 of this copy: {}", or_not_recorded(&photo.sha256)));
    }
}
