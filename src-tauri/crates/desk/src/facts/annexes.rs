use std::io::Read as _;

use book::Reading;
use checklist::Verdict;
use ground::{Fault, Problem};
use report::facts as print;

use super::{Printed, source_of};
use crate::{
    hex::sha256_of,
    work::Work,
    zone::{day_in, local_time},
};

pub(crate) fn annexes(
    reading: Reading<'_>,
    work: &Work,
    zone: &str,
    printed: &Printed,
) -> Result<print::Annexes, Problem> {
    Ok(print::Annexes {
        plan: Vec::new(),
        checklist: checklist(reading, work, zone, printed)?,
        evidence: work
            .evidence
            .iter()
            .filter(|evidence| !printed.keeps_out(evidence))
            .map(|evidence| print::EvidenceEntry {
                reference: evidence.reference.clone(),
                description: told(evidence),
                source: source_of(evidence),
                dated: Some(day_in(Some(zone), evidence.seen_at)),
                recorded_by: evidence.seen_by_name.clone(),
                kind: kind_word(evidence.kind).to_owned(),
                sha256: evidence.sha256.clone(),
            })
            .collect(),
        photos: photos(reading, work, zone, printed)?,
        attendance: attendance(work, zone),
        frozen_state: print::FrozenState { heads: printed.heads.clone(), changes: printed.changes },
    })
}

/// The pictures as the report prints them: the copies, with what is covered in them and without what a camera wrote.
fn photos(reading: Reading<'_>, work: &Work, zone: &str, printed: &Printed) -> Result<Vec<print::Photo>, Problem> {
    let pictures = work.evidence.iter().filter(|evidence| {
        evidence.withdrawn_reason.is_empty()
            && !printed.keeps_out(evidence)
            && evidence.media_type.as_deref().is_some_and(evidence::is_picture)
    });
    let bytes_of = |sha256: &str| -> Result<Vec<u8>, Problem> {
        let mut bytes = Vec::new();
        reading.blob_reader(sha256)?.read_to_end(&mut bytes).map_err(Fault::bug)?;
        Ok(bytes)
    };
    let mut photos = Vec::new();
    for evidence in pictures {
        // A file that calls itself a picture and is none stands in the evidence list all the same.
        let Ok(copy) = evidence::report_picture(evidence, |sha256| bytes_of(sha256).map_err(Unprintable::from)) else {
            continue;
        };
        photos.push(print::Photo {
            reference: evidence.reference.clone(),
            caption: told(evidence),
            taken: format!("{}, {}", local_time(zone, evidence.seen_at), evidence.seen_by_name),
            sha256: sha256_of(&copy.bytes),
            width: copy.width,
            height: copy.height,
            picture: print::Picture(copy.bytes),
        });
    }
    Ok(photos)
}

/// Why a picture is not printed; nobody reads it.
struct Unprintable;

impl From<evidence::EvidenceError> for Unprintable {
    fn from(_: evidence::EvidenceError) -> Self {
        Self
    }
}
impl From<Problem> for Unprintable {
    fn from(_: Problem) -> Self {
        Self
    }
}

/// A piece of evidence in words; where none were written, its file's name; where it was withdrawn, the reason too.
fn told(evidence: &evidence::Evidence) -> String {
    let words = if evidence.description.trim().is_empty() {
        evidence.file_name.clone().unwrap_or_default()
    } else {
        evidence.description.clone()
    };
    if evidence.withdrawn_reason.is_empty() {
        words
    } else {
        format!("{words} (withdrawn: {})", evidence.withdrawn_reason)
    }
}

const fn kind_word(kind: evidence::EvidenceKind) -> &'static str {
    match kind {
        evidence::EvidenceKind::File => "file",
        evidence::EvidenceKind::Photo => "photograph",
        evidence::EvidenceKind::Picture => "picture of a screen",
        evidence::EvidenceKind::Interview => "interview",
        evidence::EvidenceKind::Observation => "observation",
        evidence::EvidenceKind::Record => "record seen",
        evidence::EvidenceKind::Document => "document seen",
    }
}

fn checklist(
    reading: Reading<'_>,
    work: &Work,
    zone: &str,
    printed: &Printed,
) -> Result<Vec<print::ChecklistAnswer>, Problem> {
    work.questions
        .iter()
        .map(|question| {
            let mut references: Vec<String> = work
                .evidence
                .iter()
                .filter(|evidence| evidence.questions.contains(&question.id) && !printed.keeps_out(evidence))
                .map(|evidence| evidence.reference.clone())
                .collect();
            references.extend(
                work.standing()
                    .filter(|finding| finding.question == Some(question.id))
                    .map(|finding| finding.reference.clone()),
            );
            Ok(print::ChecklistAnswer {
                reference: question.code.clone(),
                clause: super::clause(work.edition, &question.clause),
                question: question.text.clone(),
                verdict: match question.verdict {
                    None => print::Verdict::Unanswered,
                    Some(Verdict::Conforming) => print::Verdict::Conforming,
                    Some(Verdict::GoodPractice) => print::Verdict::GoodPractice,
                    Some(Verdict::Minor) => print::Verdict::Minor,
                    Some(Verdict::Major) => print::Verdict::Major,
                    Some(Verdict::Observation) => print::Verdict::Observation,
                    Some(Verdict::Opportunity) => print::Verdict::Opportunity,
                    Some(Verdict::NotApplicable) => print::Verdict::NotApplicable,
                    Some(Verdict::NotAssessed) => print::Verdict::NotAssessed,
                },
                // What an auditor wrote down for themselves is not for the auditee.
                notes: if printed.audience == print::Audience::Full { question.notes.clone() } else { String::new() },
                with: question.with_whom.clone(),
                place: question.place.clone(),
                when: question.seen_at.or(question.answered_at).map(|at| local_time(zone, at)).unwrap_or_default(),
                auditor: crate::work::person_name(reading, question.answered_by)?.unwrap_or_default(),
                reason: question.reason.clone(),
                references,
            })
        })
        .collect()
}

fn attendance(work: &Work, zone: &str) -> Vec<print::Attendance> {
    let mut entries = Vec::new();
    for (meeting, at) in
        [("Opening meeting", work.audit.opening_held_at), ("Closing meeting", work.audit.closing_held_at)]
    {
        let Some(at) = at else { continue };
        for participant in &work.participants {
            let there = if meeting == "Opening meeting" { participant.opening } else { participant.closing };
            if there {
                entries.push(print::Attendance {
                    meeting: meeting.to_owned(),
                    day: Some(day_in(Some(zone), at)),
                    name: participant.name.clone(),
                    role: participant.job_title.clone(),
                    presence: "present".to_owned(),
                });
            }
        }
    }
    entries
}
