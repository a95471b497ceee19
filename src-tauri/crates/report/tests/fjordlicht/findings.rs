use report::facts::*;

use super::{clause, day};

pub fn findings() -> Vec<FindingFacts> {
    vec![priority(), major_incidents(), articles(), instructions()]
}

/// So many nonconformities, for a long report.
pub fn many_findings(count: usize) -> Vec<FindingFacts> {
    (1..=count).map(|number| FindingFacts { reference: format!("IA-2026-09-NC-{number:02}"), ..priority() }).collect()
}

fn item(reference: &str, description: &str, source: &str, dated: &str, hash: Option<&str>) -> EvidenceItem {
    EvidenceItem {
        reference: reference.into(),
        description: description.into(),
        source: source.into(),
        dated: day(dated),
        sha256: hash.map(str::to_owned),
    }
}

fn priority() -> FindingFacts {
    FindingFacts {
        reference: "IA-2026-01-NC-01".into(),
        grade: Grade::MinorNonconformity,
        grade_reason: "Isolated: six of forty records, spread over teams; targets were met in all six.".into(),
        title: "Priority not always from impact and urgency".into(),
        clauses: vec![clause("8.6.1", "Incident management")],
        requirements: vec![RequirementNote {
            source: "SMS handbook v5.2, section 8.6".into(),
            words: "The priority of an incident follows from its impact and its urgency by the matrix.".into(),
        }],
        evidence_words: "In 6 of 40 incidents the recorded priority differs from the matrix: INC0040012, INC0040877, INC0041930, INC0042204, INC0043718, INC0044981. All six were set lower.".into(),
        evidence: vec![
            item("E-003", "Result sheet of the sample", "IA-2026-01-S-01", "2026-02-10", Some("2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae")),
            item("E-004", "Interview on setting priority", "Sofie Lund", "2026-02-10", None),
        ],
        statement: "Priority is not set from impact and urgency in all cases.".into(),
        extent: "All teams at Aarhus; weighted by stratum 17.0 % of the sample.".into(),
        site: "Aarhus".into(),
        process: "Incident management".into(),
        service: "Service Desk".into(),
        repeat_of: None,
        position: AuditeePosition::Accepted,
        comment: "We agree. The form lets the agent overwrite the value & nobody looks at it <yet>.".into(),
        comment_by: "Sofie Lund".into(),
        corrective_actions: vec![CorrectiveActionNote {
            reference: "CAR-2026-001".into(),
            owner: "Sofie Lund".into(),
            due: day("2026-05-31"),
            original_due: None,
            state: "cause submitted".into(),
        }],
        grade_changes: Vec::new(),
    }
}

fn major_incidents() -> FindingFacts {
    FindingFacts {
        reference: "IA-2026-01-NC-02".into(),
        grade: Grade::MajorNonconformity,
        grade_reason: "Systemic: most cases of the year, and the purpose of the review is not reached.".into(),
        title: "Major incidents are neither reviewed nor reported".into(),
        requirements: vec![
            RequirementNote {
                source: "ISO/IEC 20000-1:2018, 8.6.1".into(),
                words: "Major incidents are handled by a documented procedure, made known to top management and reviewed.".into(),
            },
            RequirementNote { source: "OPS-07 v2.0, section 5".into(), words: "A review is held within ten working days.".into() },
        ],
        evidence_words: "3 of 5 major incidents of 2025 have no review and no note to top management: MI-02, MI-04, MI-05. Two further incidents met the criteria and were not declared.".into(),
        evidence: vec![
            item("E-007", "Register of major incidents 2025", "Operations Gdansk", "2026-02-11", Some("fcde2b2edba56bf408601fb721fe9b5c338d10ee429ea04fae5511b68fbf8fb9")),
            item("E-008", "Mailbox of top management, searched on screen", "Ingrid Solberg's office", "2026-02-12", None),
        ],
        statement: "Major incidents are neither reviewed nor made known to top management in all cases.".into(),
        extent: "Gdansk, all services run from there.".into(),
        site: "Gdansk".into(),
        process: "Incident management".into(),
        service: "Virtual Server Hosting".into(),
        repeat_of: Some(RepeatOf { reference: "IA-2025-01-NC-04".into(), note: "same requirement, other site".into() }),
        position: AuditeePosition::Acknowledged,
        comment: "Τα τρία περιστατικά έκλεισαν εκτός ωραρίου. Звіти не складено через брак часу.".into(),
        comment_by: "Mateusz Wrona".into(),
        corrective_actions: vec![CorrectiveActionNote {
            reference: "CAR-2026-002".into(),
            owner: "Mateusz Wrona".into(),
            due: day("2026-08-31"),
            original_due: day("2026-06-15"),
            state: "implemented, cycle 2".into(),
        }],
        grade_changes: vec!["Raised from minor to major on 12 Feb 2026, because two undeclared incidents were found.".into()],
        ..priority()
    }
}

fn articles() -> FindingFacts {
    FindingFacts {
        reference: "IA-2026-01-OFI-01".into(),
        grade: Grade::Opportunity,
        title: "Review dates for desk articles".into(),
        clauses: vec![clause("7.6", "Knowledge")],
        requirements: Vec::new(),
        grade_reason: String::new(),
        evidence_words: "31 of 50 articles are older than 18 months.".into(),
        evidence: Vec::new(),
        statement: "Review dates for desk articles would help the agents to trust them.".into(),
        extent: String::new(),
        position: AuditeePosition::NotRecorded,
        comment: String::new(),
        comment_by: String::new(),
        corrective_actions: Vec::new(),
        ..priority()
    }
}

fn instructions() -> FindingFacts {
    FindingFacts {
        reference: "IA-2026-01-GP-01".into(),
        grade: Grade::GoodPractice,
        title: "Instructions tested by new joiners".into(),
        clauses: vec![clause("8.6.2", "Service request management")],
        evidence_words: String::new(),
        statement: "Fulfilment instructions carry screenshots and are tested by new joiners in their first week."
            .into(),
        ..articles()
    }
}
