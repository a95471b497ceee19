//! The facts of an audit as the report prints them: names instead of ids, texts as they were recorded.

use book::Reading;
use corrective_action::Stage as ActionStage;
use criteria::Edition;
use finding::Grade;
use ground::{Day, Id, Instant, Problem};
use organisation::{Organisation, Person, name_of};
use report::{AuditReportFacts, facts as print};

use crate::{
    cards::actions_of,
    work::Work,
    zone::{day_in, local_time, offset_minutes},
};

mod annexes;
mod coverage;
mod samples;

/// What is known about the revision that is printed.
pub(crate) struct Printed {
    /// Counted from 0.
    pub revision: i64,
    /// The moment; also the day of issue where `issued` says so.
    pub at: Instant,
    /// Whether it is being issued and not a draft.
    pub issued: bool,
    /// What changed since the revision before.
    pub change_note: String,
    /// The state of the binder that is printed.
    pub heads: Vec<String>,
    /// The changes behind it.
    pub changes: u64,
    /// For whom this copy is.
    pub audience: print::Audience,
}

impl Printed {
    /// Whether a piece of evidence stays out of this copy.
    fn keeps_out(&self, evidence: &evidence::Evidence) -> bool {
        self.audience == print::Audience::Auditee && evidence.classification.is_kept_from_auditee()
    }
}

fn kept_out(work: &Work, printed: &Printed) -> print::KeptOut {
    let notes = work.questions.iter().filter(|question| !question.notes.trim().is_empty()).count() as u64;
    print::KeptOut {
        evidence: work.evidence.iter().filter(|evidence| printed.keeps_out(evidence)).count() as u64,
        notes: if printed.audience == print::Audience::Auditee { notes } else { 0 },
    }
}

/// Gathers everything one report prints.
pub(crate) fn gather(
    reading: Reading<'_>,
    organisation: &Organisation,
    work: &Work,
    printed: &Printed,
) -> Result<AuditReportFacts, Problem> {
    let audit = &work.audit;
    let zone = organisation.timezone.as_str();
    let client = audit.client.map(|client| named_with_job(reading, client)).transpose()?.unwrap_or_default();
    let superseded = work.revisions.last().filter(|_| printed.revision > 0);
    Ok(AuditReportFacts {
        demo: organisation.demo,
        control: print::ControlBlock {
            reference: format!("{}-R", audit.reference),
            revision: u32::try_from(printed.revision).unwrap_or_default(),
            change_note: Some(printed.change_note.clone()).filter(|note| !note.trim().is_empty()),
            supersedes: superseded.map(|earlier| {
                format!(
                    "{} revision {} of {}",
                    earlier.reference,
                    earlier.revision,
                    day_in(Some(zone), earlier.issued_at)
                )
            }),
            issued_on: printed.issued.then(|| day_in(Some(zone), printed.at)),
            audit_reference: audit.reference.clone(),
            audit_title: audit.title.clone(),
            organisation: organisation.name.clone(),
            scope_statement: organisation.scope_statement.clone(),
            classification: "Confidential".to_owned(),
            confidentiality: audit.confidentiality.clone(),
            distribution: lines(&audit.distribution).into_iter().map(recipient).collect(),
            reported_at: printed.at,
            time_zone: organisation.timezone.clone(),
            utc_offset_minutes: offset_minutes(zone, printed.at),
            audience: printed.audience,
            kept_out: kept_out(work, printed),
        },
        audit_client: client,
        objectives: lines(&audit.objectives),
        scope: scope(reading, work)?,
        criteria: criteria_of(reading, work)?,
        grade_labels: std::collections::BTreeMap::new(),
        team: team(reading, work)?,
        independence: independence(reading, work)?,
        participants: participants(work),
        activities: activities(reading, work, zone)?,
        course: print::Course {
            summary: audit.course.clone(),
            methods: methods(work),
            obstacles: lines(&audit.obstacles),
            changes: Vec::new(),
        },
        coverage: coverage::lines(reading, work)?,
        not_covered: coverage::not_covered(work),
        conclusions: print::Conclusions {
            paragraphs: lines(&audit.conclusion),
            degree_of_fulfilment: audit.fulfilment.clone(),
            top_risks: work
                .standing()
                .filter(|finding| finding.grade == Grade::Major)
                .map(|finding| format!("{}: {}", finding.reference, finding.statement))
                .collect(),
            objectives_met: match audit.objectives_outcome {
                None => print::ObjectivesMet::NotStated,
                Some(audit::ObjectivesOutcome::Fully) => print::ObjectivesMet::Fully,
                Some(audit::ObjectivesOutcome::Partly) => print::ObjectivesMet::Partly,
                Some(audit::ObjectivesOutcome::Not) => print::ObjectivesMet::Not,
            },
            objectives_note: audit.objectives_met.clone(),
        },
        findings: work
            .standing()
            .map(|finding| finding_facts(reading, work, finding, printed))
            .collect::<Result<_, _>>()?,
        withdrawn: work
            .findings
            .iter()
            .filter(|finding| !finding.stands())
            .map(|finding| print::WithdrawnFinding {
                reference: finding.reference.clone(),
                by: String::new(),
                on: None,
                reason: finding.withdrawn_reason.clone(),
            })
            .collect(),
        diverging_opinions: work
            .standing()
            .filter(|finding| finding.auditee_position == finding::Position::Disputed)
            .map(|finding| print::DivergingOpinion {
                about: finding.reference.clone(),
                holder: "Auditee".to_owned(),
                opinion: finding.auditee_comment.clone(),
                team_position: String::new(),
            })
            .collect(),
        agreed_follow_up: lines(&audit.follow_up_text)
            .into_iter()
            .map(|what| print::AgreedFollowUp { what, who: String::new(), due: None })
            .collect(),
        earlier_findings: Vec::new(),
        sampling: samples::sampling(reading, work, zone, printed)?,
        implications: lines(&audit.implications),
        annexes: annexes::annexes(reading, work, zone, printed)?,
        signatories: signatories(reading, work)?,
    })
}

fn signatories(reading: Reading<'_>, work: &Work) -> Result<print::Signatories, Problem> {
    let nobody = |role: &str| print::Signatory { name: String::new(), role: role.to_owned() };
    let lead = match work.lead() {
        Some(lead) => print::Signatory { name: name_of(reading, lead.person)?, role: "Lead auditor".to_owned() },
        None => nobody("Lead auditor"),
    };
    Ok(print::Signatories {
        lead,
        reviewer: nobody("Technical reviewer"),
        manager: nobody("Programme manager"),
        auditee: nobody("Auditee, received"),
    })
}

/// The lines of a text that say something.
pub(crate) fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim_end).filter(|line| !line.trim().is_empty()).map(str::to_owned).collect()
}

fn recipient(line: String) -> print::Recipient {
    match line.split_once(',') {
        Some((name, role)) => print::Recipient { name: name.trim().to_owned(), role: role.trim().to_owned() },
        None => print::Recipient { name: line, role: String::new() },
    }
}

fn named_with_job(reading: Reading<'_>, person: Id<Person>) -> Result<String, Problem> {
    Ok(match reading.get(person)? {
        Some(person) if person.job_title.is_empty() => person.name,
        Some(person) => format!("{}, {}", person.name, person.job_title),
        None => name_of(reading, person)?,
    })
}

pub(crate) fn clause(edition: &Edition, number: &str) -> print::Clause {
    print::Clause {
        number: number.to_owned(),
        title: edition.clause(number).map(|clause| clause.title.clone()).unwrap_or_default(),
        standard: String::new(),
    }
}

pub(crate) const fn method_word(method: audit::Method) -> &'static str {
    match method {
        audit::Method::Onsite => "on-site",
        audit::Method::Remote => "remote",
        audit::Method::Hybrid => "on-site and remote",
    }
}

fn scope(reading: Reading<'_>, work: &Work) -> Result<print::Scope, Problem> {
    let audit = &work.audit;
    let mut sites = Vec::new();
    for (site, method) in &audit.sites {
        if let Some(site) = reading.get(*site)? {
            sites.push(print::SiteInScope {
                code: site.code,
                name: site.name,
                role: site.address,
                method: method_word(*method).to_owned(),
                clauses: Vec::new(),
            });
        }
    }
    sites.sort_by(|a, b| a.code.cmp(&b.code));
    let mut services = Vec::new();
    for service in &audit.services {
        services.extend(reading.get(*service)?.map(|service| service.name));
    }
    services.sort();
    let mut processes = Vec::new();
    for process in &audit.processes {
        processes.extend(reading.get(*process)?.map(|process| process.name));
    }
    processes.sort();
    Ok(print::Scope {
        description: audit.scope_text.clone(),
        clauses: work.clauses().iter().map(|number| clause(work.edition, number)).collect(),
        sites,
        services,
        processes,
        period_from: audit.period_from,
        period_to: audit.period_to,
        exclusions: Vec::new(),
    })
}

fn criteria_of(reading: Reading<'_>, work: &Work) -> Result<print::Criteria, Problem> {
    let view = work.edition.view();
    let (standard, edition) = view.standard.rsplit_once(':').unwrap_or((view.standard.as_str(), ""));
    let mut documents = Vec::new();
    for document in &work.audit.own_documents {
        if let Some(document) = reading.get(*document)? {
            documents.push(print::OwnDocument {
                title: document.title,
                reference: String::new(),
                version: document.version,
                dated: document.dated,
            });
        }
    }
    documents.sort_by(|a, b| a.title.cmp(&b.title));
    Ok(print::Criteria {
        standards: vec![print::Criterion {
            standard: standard.to_owned(),
            edition: edition.to_owned(),
            amendment: view.amendments.join(", "),
        }],
        documents,
        others: Vec::new(),
    })
}

pub(crate) const fn role_word(role: audit::TeamRole) -> &'static str {
    match role {
        audit::TeamRole::Lead => "Lead auditor",
        audit::TeamRole::Auditor => "Auditor",
        audit::TeamRole::TechnicalExpert => "Technical expert",
        audit::TeamRole::Trainee => "Auditor in training",
        audit::TeamRole::Observer => "Observer",
        audit::TeamRole::Guide => "Guide",
    }
}

fn team(reading: Reading<'_>, work: &Work) -> Result<Vec<print::TeamMember>, Problem> {
    work.team
        .iter()
        .map(|member| {
            let person = reading.get(member.person)?;
            let assigned: Vec<String> = work
                .clauses()
                .into_iter()
                .filter(|clause| work.audit.assigned.get(clause) == Some(&member.person))
                .collect();
            Ok(print::TeamMember {
                name: name_of(reading, member.person)?,
                role: role_word(member.role).to_owned(),
                job: person.map(|person| person.job_title).unwrap_or_default(),
                audited: if assigned.is_empty() { String::new() } else { assigned.join(", ") },
            })
        })
        .collect()
}

fn independence(reading: Reading<'_>, work: &Work) -> Result<print::Independence, Problem> {
    let mut accepted_conflicts = Vec::new();
    for member in &work.team {
        if let Some(accepted) = &member.accepted {
            let conflict: Vec<&str> = member.conflicts.iter().map(|conflict| conflict.what.as_str()).collect();
            accepted_conflicts.push(print::AcceptedConflict {
                person: name_of(reading, member.person)?,
                conflict: conflict.join("; "),
                accepted_by: accepted.by_name.clone(),
                accepted_on: Some(accepted.at.day()),
                reason: accepted.reason.clone(),
            });
        }
    }
    let statement = if accepted_conflicts.is_empty() {
        "No member of the team owns, performs, manages or designed what was audited, nor did so within the twelve months before the audit."
    } else {
        "Except as accepted below, no member of the team owns, performs, manages or designed what was audited, nor did so within the twelve months before the audit."
    };
    Ok(print::Independence { statement: statement.to_owned(), accepted_conflicts })
}

fn participants(work: &Work) -> Vec<print::Participant> {
    work.participants
        .iter()
        .map(|participant| {
            let part: Vec<&str> = [
                (participant.opening, "opening meeting"),
                (participant.interviewed, "interview"),
                (participant.closing, "closing meeting"),
            ]
            .into_iter()
            .filter_map(|(took, what)| took.then_some(what))
            .collect();
            print::Participant {
                name: participant.name.clone(),
                function: participant.job_title.clone(),
                took_part_in: part.join(", "),
            }
        })
        .collect()
}

fn activities(reading: Reading<'_>, work: &Work, zone: &str) -> Result<Vec<print::Activity>, Problem> {
    let audit = &work.audit;
    let mut activities = Vec::new();
    let meeting = |at: Instant, what: &str| {
        let shown = local_time(zone, at);
        let day: Option<Day> = Some(day_in(Some(zone), at));
        let time = shown.split_once(' ').map(|(_, time)| time.to_owned()).unwrap_or_default();
        print::Activity {
            from: day,
            to: day,
            time,
            what: what.to_owned(),
            place: String::new(),
            method: method_word(audit.method).to_owned(),
        }
    };
    activities.extend(audit.opening_held_at.map(|at| meeting(at, "Opening meeting")));
    for (site, method) in &audit.sites {
        if let Some(site) = reading.get(*site)? {
            activities.push(print::Activity {
                from: Some(audit.date_start),
                to: Some(audit.date_end),
                time: String::new(),
                what: "Interviews, observation and review of records".to_owned(),
                place: site.name,
                method: method_word(*method).to_owned(),
            });
        }
    }
    activities.extend(audit.closing_held_at.map(|at| meeting(at, "Closing meeting")));
    Ok(activities)
}

fn methods(work: &Work) -> Vec<String> {
    let mut methods = vec![format!(
        "The audit was carried out {}.",
        match work.audit.method {
            audit::Method::Onsite => "on site",
            audit::Method::Remote => "remotely",
            audit::Method::Hybrid => "partly on site and partly remotely",
        }
    )];
    let remote = work.questions.iter().filter(|question| question.is_answered() && question.remote).count();
    let answered = work.questions.iter().filter(|question| question.is_answered()).count();
    if remote > 0 {
        methods.push(format!("{remote} of {answered} answered questions were examined remotely."));
    }
    methods
}

pub(crate) const fn grade(grade: Grade) -> print::Grade {
    match grade {
        Grade::Major => print::Grade::MajorNonconformity,
        Grade::Minor => print::Grade::MinorNonconformity,
        Grade::Observation => print::Grade::Observation,
        Grade::Opportunity => print::Grade::Opportunity,
        Grade::GoodPractice => print::Grade::GoodPractice,
    }
}

fn finding_facts(
    reading: Reading<'_>,
    work: &Work,
    finding: &finding::Finding,
    printed: &Printed,
) -> Result<print::FindingFacts, Problem> {
    let edition = work.edition;
    let clauses = edition.in_order(&finding.clauses);
    let site = finding.site.map(|site| reading.get(site)).transpose()?.flatten();
    let process = finding.process.map(|process| reading.get(process)).transpose()?.flatten();
    let service = finding.service.map(|service| reading.get(service)).transpose()?.flatten();
    let evidence = work
        .evidence
        .iter()
        .filter(|evidence| finding.evidence.contains(&evidence.id) && !printed.keeps_out(evidence))
        .map(|evidence| print::EvidenceItem {
            reference: evidence.reference.clone(),
            description: evidence.description.clone(),
            source: source_of(evidence),
            dated: Some(evidence.seen_at.day()),
            sha256: evidence.sha256.clone(),
        })
        .collect();
    let mut corrective_actions = Vec::new();
    for action in actions_of(reading, finding.id)? {
        corrective_actions.push(print::CorrectiveActionNote {
            reference: action.reference.clone(),
            owner: name_of(reading, action.owner)?,
            due: Some(action.due),
            original_due: (action.original_due != action.due).then_some(action.original_due),
            state: match action.stage() {
                ActionStage::Open => "open",
                ActionStage::Closed => "closed",
                ActionStage::Cancelled => "cancelled",
            }
            .to_owned(),
        });
    }
    Ok(print::FindingFacts {
        reference: finding.reference.clone(),
        grade: grade(finding.grade),
        grade_reason: finding.grade_reason.clone(),
        title: finding.title.clone(),
        requirements: vec![print::RequirementNote {
            source: format!("{} {}", edition.standard(), clauses.join(", ")),
            words: finding.requirement.clone(),
        }]
        .into_iter()
        .filter(|note| !note.words.trim().is_empty())
        .collect(),
        clauses: clauses.iter().map(|number| clause(edition, number)).collect(),
        evidence_words: finding.evidence_words.clone(),
        evidence,
        statement: finding.statement.clone(),
        extent: finding.extent.clone(),
        site: site.map(|site| format!("{} ({})", site.name, site.code)).unwrap_or_default(),
        process: process.map(|process| process.name).unwrap_or_default(),
        service: service.map(|service| service.name).unwrap_or_default(),
        repeat_of: Some(finding.repeat_of.clone())
            .filter(|repeat| !repeat.trim().is_empty())
            .map(|reference| print::RepeatOf { reference, note: String::new() }),
        position: match finding.auditee_position {
            finding::Position::Pending => print::AuditeePosition::NotRecorded,
            finding::Position::Agreed => print::AuditeePosition::Accepted,
            finding::Position::Disputed => print::AuditeePosition::Disputed,
        },
        comment: finding.auditee_comment.clone(),
        comment_by: String::new(),
        corrective_actions,
        grade_changes: Vec::new(),
    })
}

/// Where a piece of evidence comes from: its source, place and who provided it, as far as they are known.
pub(crate) fn source_of(evidence: &evidence::Evidence) -> String {
    [&evidence.source, &evidence.place, &evidence.provided_by]
        .into_iter()
        .filter(|part| !part.trim().is_empty())
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join(" · ")
}
