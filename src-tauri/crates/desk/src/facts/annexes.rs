use book::Reading;
use checklist::Verdict;
use ground::Problem;
use report::facts as print;

use super::{Printed, source_of};
use crate::{
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
        checklist: checklist(reading, work, zone)?,
        evidence: work
            .evidence
            .iter()
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
        attendance: attendance(work, zone),
        frozen_state: print::FrozenState { heads: printed.heads.clone(), changes: printed.changes },
    })
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

fn checklist(reading: Reading<'_>, work: &Work, zone: &str) -> Result<Vec<print::ChecklistAnswer>, Problem> {
    work.questions
        .iter()
        .map(|question| {
            let mut references: Vec<String> = work
                .evidence
                .iter()
                .filter(|evidence| evidence.question == Some(question.id))
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
                notes: question.notes.clone(),
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
