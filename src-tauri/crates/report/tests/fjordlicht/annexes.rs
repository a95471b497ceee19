use report::facts::*;

use super::{clauses, day, photos::photos};

pub fn annexes() -> Annexes {
    Annexes {
        plan: (0..6)
            .map(|slot| PlanEntry {
                day: day(["2026-02-10", "2026-02-11", "2026-02-12"][slot / 2]),
                time: ["09:00-12:00", "13:00-16:00"][slot % 2].into(),
                topic: format!("Session {}", slot + 1),
                clauses: clauses()[slot % 5].number.clone(),
                auditor: ["Berg", "Okafor"][slot % 2].into(),
                with: ["Lund", "Wrona"][slot % 2].into(),
                place: ["Aarhus", "Gdansk, remote"][slot % 2].into(),
            })
            .collect(),
        checklist: checklist(16),
        evidence: evidence(),
        photos: photos(),
        attendance: ["Ingrid Solberg", "Karen Holt", "Sofie Lund", "Mateusz Wrona"]
            .iter()
            .map(|name| Attendance {
                meeting: "Closing meeting".into(),
                day: day("2026-02-12"),
                name: (*name).into(),
                role: "Auditee".into(),
                presence: "in the room".into(),
            })
            .collect(),
        frozen_state: FrozenState {
            heads: vec!["4e07408562bedb8b60ce05c1decfe3ad16b72230967de01f640b7e4729b49fce".into()],
            changes: 512,
        },
    }
}

/// So many answers, over the clauses in their order.
pub fn checklist(count: usize) -> Vec<ChecklistAnswer> {
    const QUESTIONS: [&str; 4] = [
        "Which know-how is vital to keep the services running, and for which of it do you depend on a single head?",
        "Re-rate the priority of the sample from impact and urgency. How often do we agree, and were clock stops justified?",
        "Sample requests of different kinds: recorded, prioritised, fulfilled to target, closed with what was done?",
        "Show one decision or action that a report brought about.",
    ];
    let verdicts =
        [Verdict::Conforming, Verdict::Minor, Verdict::Observation, Verdict::NotApplicable, Verdict::NotAssessed];
    let all = clauses();
    (0..count)
        .map(|number| {
            let clause = all[number * all.len() / count].clone();
            let verdict = verdicts[number % verdicts.len()];
            let needs_reason = matches!(verdict, Verdict::NotApplicable | Verdict::NotAssessed);
            ChecklistAnswer {
                reference: format!("Q-{}-{:02}", clause.number, number + 1),
                clause,
                question: QUESTIONS[number % QUESTIONS.len()].into(),
                verdict,
                notes: format!("Note {}: forty records were opened together; the agent explained each and showed the log of changes.", number + 1),
                with: "Sofie Lund".into(),
                place: "Aarhus".into(),
                when: "10 Feb 2026, 10:40".into(),
                auditor: "Jonas Berg".into(),
                reason: if needs_reason { "Nothing of the kind happened in the period.".into() } else { String::new() },
                references: vec!["E-003".into()],
            }
        })
        .collect()
}

fn evidence() -> Vec<EvidenceEntry> {
    (1..=14)
        .map(|number| EvidenceEntry {
            reference: format!("E-{number:03}"),
            description: format!("Screen capture {number} of the record with its history"),
            source: "ServiceNow, shown by Sofie Lund".into(),
            dated: day("2026-02-10"),
            recorded_by: "Jonas Berg".into(),
            kind: "photograph".into(),
            sha256: (number != 4).then(|| format!("{:064x}", 0x9f86_d081_884c_7d65_u64.wrapping_mul(number))),
        })
        .collect()
}
