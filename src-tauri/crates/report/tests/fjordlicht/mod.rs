//! Facts of invented audits at Fjordlicht Managed Services, as a report prints them.
#![allow(unused_imports, reason = "each test file uses a part of it")]
#![allow(clippy::unwrap_used, reason = "this is a part of tests")]
#![allow(dead_code, reason = "each test file uses a part of it")]

mod annexes;
mod findings;
mod photos;
mod samples;

use ground::{Day, Instant};
use report::facts::*;

pub use annexes::{annexes, checklist};
pub use findings::{findings, many_findings};
pub use photos::{jpeg, photo, png};
pub use samples::{sample_of, samples};

pub fn day(text: &str) -> Option<Day> {
    Some(text.parse().unwrap())
}

pub fn clause(number: &str, title: &str) -> Clause {
    Clause { number: number.into(), title: title.into(), standard: String::new() }
}

pub fn clauses() -> Vec<Clause> {
    vec![
        clause("7.6", "Knowledge"),
        clause("8.6.1", "Incident management"),
        clause("8.6.2", "Service request management"),
        clause("8.6.3", "Problem management"),
        clause("9.4", "Service reporting"),
    ]
}

fn words(list: &[&str]) -> Vec<String> {
    list.iter().map(|word| (*word).to_owned()).collect()
}

/// The report on IA-2026-01, revision 1, with something in every part.
pub fn a_report() -> AuditReportFacts {
    AuditReportFacts {
        demo: true,
        control: control(),
        audit_client: "Ingrid Solberg, CEO".into(),
        objectives: words(&[
            "Determine whether incidents, requests and problems are resolved as the SMS handbook lays down.",
            "Determine whether service reports lead to decisions.",
            "Identify where knowledge depends on single persons.",
        ]),
        scope: scope(),
        criteria: criteria(),
        grade_labels: Default::default(),
        team: vec![
            TeamMember {
                name: "Jonas Berg".into(),
                role: "Lead auditor".into(),
                job: "Finance controller".into(),
                audited: "8.6.1, 8.6.2, 9.4; Aarhus".into(),
            },
            TeamMember {
                name: "Daniel Okafor".into(),
                role: "Auditor".into(),
                job: "External consultant".into(),
                audited: "7.6, 8.6.3; Gdansk".into(),
            },
        ],
        independence: Independence {
            statement: "No member of the team owns, performs, manages or designed what they audited in the period.".into(),
            accepted_conflicts: vec![AcceptedConflict {
                person: "Daniel Okafor".into(),
                conflict: "Advised on the tool for problem records until February 2025.".into(),
                accepted_by: "Karen Holt".into(),
                accepted_on: day("2026-01-20"),
                reason: "Eleven months have passed and no other auditor knows the tool.".into(),
            }],
        },
        participants: vec![
            participant("Sofie Lund", "Service desk manager, Aarhus", "8.6.1, 8.6.2, closing meeting"),
            participant("Mateusz Wrona", "Head of operations, Gdansk", "8.6.1, 8.6.3, closing meeting"),
            participant("Anders Vik", "Service level manager", "9.4"),
            participant("Ελένη Παππά", "Knowledge editor", "7.6"),
            participant("Наталя Шевченко", "Shift lead, Gdansk", "8.6.1 (remote)"),
        ],
        activities: vec![
            activity("2026-02-10", "2026-02-10", "09:00-09:45", "Opening meeting", "Aarhus, room Havet", "on-site and video"),
            activity("2026-02-10", "2026-02-11", "", "Interviews, records, observation at the desk", "Aarhus", "on-site"),
            activity("2026-02-11", "2026-02-12", "", "Interviews and records", "Gdansk", "remote, screen sharing"),
            activity("2026-02-12", "2026-02-12", "14:00-15:00", "Closing meeting", "Aarhus, room Havet", "on-site and video"),
        ],
        course: Course {
            summary: "The audit ran as planned. Records were shown from the live tools in the presence of the auditors.".into(),
            methods: words(&["Interviews with nine persons", "Observation of two hours at the service desk", "Review of records in three samples"]),
            obstacles: words(&["Gdansk could be seen by video only; the shift handover was not observed."]),
            changes: Vec::new(),
        },
        coverage: coverage(),
        not_covered: vec![NotCovered {
            what: "Shift handover at Gdansk".into(),
            reason: "It takes place at 22:00 and could not be followed by video.".into(),
            plan: "On-site in IA-2026-02, April 2026".into(),
        }],
        conclusions: conclusions(),
        findings: findings(),
        withdrawn: vec![WithdrawnFinding {
            reference: "IA-2026-01-OBS-01".into(),
            by: "Jonas Berg".into(),
            on: day("2026-02-12"),
            reason: "The record was shown in the closing meeting.".into(),
        }],
        diverging_opinions: vec![DivergingOpinion {
            about: "IA-2026-02-NC-03".into(),
            holder: "Tomasz Kania".into(),
            opinion: "Both deployments were covered by the template for standard changes \"T-17\"; a record each is not asked for.".into(),
            team_position: "The template names the web tier only. Both deployments touched the database tier.".into(),
        }],
        agreed_follow_up: vec![
            AgreedFollowUp { what: "Containment for major incidents".into(), who: "Mateusz Wrona".into(), due: day("2026-02-20") },
            AgreedFollowUp { what: "Causes and plans for both nonconformities".into(), who: "Lund, Wrona".into(), due: day("2026-03-12") },
        ],
        earlier_findings: vec![EarlierFinding {
            reference: "IA-2025-03-NC-02".into(),
            grade: Grade::MinorNonconformity,
            clauses: vec![clause("9.4", "Service reporting")],
            statement: "Two of six reports named no recipients.".into(),
            state: "Closed 30 Jun 2025".into(),
            verified: "Six reports of 2025 looked at; all name their recipients.".into(),
        }],
        sampling: Sampling { statement: "Seeds were fixed before drawing and shown to the auditee.".into(), samples: samples(), rules: Vec::new() },
        implications: words(&[
            "Observe the shift handover at Gdansk in IA-2026-02.",
            "Follow up on major incidents in October, when the action of NC-02 has run for a quarter.",
        ]),
        annexes: annexes(),
        signatories: Signatories {
            lead: signatory("Jonas Berg", "lead auditor"),
            reviewer: signatory("Daniel Okafor", "auditor"),
            manager: signatory("Karen Holt", "SMS and quality manager"),
            auditee: Signatory::default(),
        },
    }
}

fn control() -> ControlBlock {
    ControlBlock {
        reference: "IA-2026-01-R".into(),
        revision: 1,
        change_note: Some("Revision 0 named the wrong site for NC-02. No finding and no grade has changed.".into()),
        supersedes: Some("IA-2026-01-R revision 0 of 20 Feb 2026".into()),
        issued_on: day("2026-02-27"),
        audit_reference: "IA-2026-01".into(),
        audit_title: "Resolution, knowledge and service reporting".into(),
        organisation: "Fjordlicht Managed Services A/S".into(),
        scope_statement: "Service management system of Fjordlicht Managed Services for workplace, hosting, backup and \
            network services delivered from Aarhus and Gdansk."
            .into(),
        classification: "Confidential".into(),
        confidentiality:
            "For the persons on the distribution list. Pass it on only with the consent of the audit client.".into(),
        distribution: vec![
            Recipient { name: "Ingrid Solberg".into(), role: "CEO".into() },
            Recipient { name: "Karen Holt".into(), role: "SMS and quality manager".into() },
            Recipient { name: "Sofie Lund".into(), role: "service desk manager".into() },
            Recipient { name: "Mateusz Wrona".into(), role: "head of operations Gdansk".into() },
        ],
        reported_at: Instant::from_millis(1_772_199_000_000).unwrap(),
        time_zone: "Europe/Copenhagen".into(),
        utc_offset_minutes: 60,
        audience: Audience::Full,
        kept_out: KeptOut::default(),
    }
}

fn scope() -> Scope {
    Scope {
        description: "Resolution of incidents, requests and problems, the knowledge behind it, and service reporting."
            .into(),
        clauses: clauses(),
        sites: vec![
            SiteInScope {
                code: "AAR".into(),
                name: "Aarhus".into(),
                role: "Central function, service desk".into(),
                method: "on-site".into(),
                clauses: Vec::new(),
            },
            SiteInScope {
                code: "GDN".into(),
                name: "Gdansk".into(),
                role: "Operations centre 24/7".into(),
                method: "remote".into(),
                clauses: words(&["7.6", "8.6.1", "8.6.3"]),
            },
        ],
        services: words(&["Managed Workplace", "Service Desk", "Virtual Server Hosting"]),
        processes: words(&["Incident management", "Request fulfilment", "Problem management", "Service reporting"]),
        period_from: day("2025-01-01"),
        period_to: day("2025-12-31"),
        exclusions: words(&["Print Service, because Havbryg runs its own print room"]),
    }
}

fn criteria() -> Criteria {
    Criteria {
        standards: vec![Criterion {
            standard: "ISO/IEC 20000-1".into(),
            edition: "2018".into(),
            amendment: "Amd 1:2024".into(),
        }],
        documents: vec![
            OwnDocument {
                title: "SMS handbook".into(),
                reference: "SMS-01".into(),
                version: "v5.2".into(),
                dated: day("2025-11-03"),
            },
            OwnDocument {
                title: "Major incident procedure".into(),
                reference: "OPS-07".into(),
                version: "v2.0".into(),
                dated: day("2024-09-12"),
            },
        ],
        others: words(&["Service level agreements in force in 2025"]),
    }
}

fn coverage() -> Vec<CoverageLine> {
    let results = [
        (CoverageResult::ConformingWithRemarks, 2, 2, vec!["IA-2026-01-OFI-01"], ""),
        (CoverageResult::Nonconforming, 4, 4, vec!["IA-2026-01-NC-01", "IA-2026-01-NC-02"], ""),
        (CoverageResult::Conforming, 3, 3, vec!["IA-2026-01-GP-01"], ""),
        (CoverageResult::NotAssessed, 0, 4, vec![], "The problem manager was ill on both days."),
        (CoverageResult::NoInstance, 3, 3, vec![], "No report was due at Gdansk in the period."),
    ];
    clauses()
        .into_iter()
        .zip(results)
        .map(|(clause, (result, answered, questions, findings, reason))| CoverageLine {
            clause,
            sites: "AAR, GDN".into(),
            result,
            answered,
            questions,
            findings: words(&findings),
            reason: reason.into(),
        })
        .collect()
}

fn conclusions() -> Conclusions {
    Conclusions {
        paragraphs: words(&[
            "Incidents and requests are recorded, worked on and closed as the handbook lays down. The desk is well led and knows its customers.",
            "Major incidents are the exception: they are handled with skill and then forgotten. Without reviews the same causes come back, and top management does not hear of them.",
        ]),
        degree_of_fulfilment: "The criteria are met in the clauses looked at, with the exception of the handling of major incidents and of the setting of priority in 8.6.1.".into(),
        top_risks: words(&[
            "Major incidents repeat because nobody learns from them.",
            "Customers with high impact wait, because priority is set by hand.",
        ]),
        objectives_met: ObjectivesMet::Partly,
        objectives_note: "Problem management could not be assessed.".into(),
    }
}

fn participant(name: &str, function: &str, took_part_in: &str) -> Participant {
    Participant { name: name.into(), function: function.into(), took_part_in: took_part_in.into() }
}

fn activity(from: &str, to: &str, time: &str, what: &str, place: &str, method: &str) -> Activity {
    Activity {
        from: day(from),
        to: day(to),
        time: time.into(),
        what: what.into(),
        place: place.into(),
        method: method.into(),
    }
}

fn signatory(name: &str, role: &str) -> Signatory {
    Signatory { name: name.into(), role: role.into() }
}
