//! Sections 1 to 4: what was to be found out, about what, by whom, and how it went.

use super::{
    not_covered, summary,
    words::{NOT_RECORDED, clause, clause_numbers, day_or_blank, days, joined, or_not_recorded},
};
use crate::{
    facts::{AuditReportFacts, Criterion, OwnDocument},
    layout::{Cell, Column, Paper},
};

pub(super) fn write(paper: &mut Paper<'_>, facts: &AuditReportFacts) {
    paper.fresh_page();
    objectives(paper, facts);
    scope(paper, facts);
    people(paper, facts);
    course(paper, facts);
}

/// A list, or the sentence that stands for an empty one.
pub(super) fn listed<S: AsRef<str>>(paper: &mut Paper<'_>, entries: &[S], otherwise: &str) {
    if entries.is_empty() { paper.paragraph(otherwise) } else { paper.bullets(entries) }
}

fn objectives(paper: &mut Paper<'_>, facts: &AuditReportFacts) {
    paper.section("1 Objectives");
    listed(paper, &facts.objectives, NOT_RECORDED);
}

fn scope(paper: &mut Paper<'_>, facts: &AuditReportFacts) {
    let scope = &facts.scope;
    paper.section("2 Scope and criteria");
    paper.part("Scope of the audit");
    paper.paragraph(&scope.description);
    let or_none = |parts: &[String]| if parts.is_empty() { "None named.".to_owned() } else { parts.join(", ") };
    let clauses: Vec<String> = scope.clauses.iter().map(clause).collect();
    paper.ledger(
        0.2,
        vec![
            ("Period examined", or_not_recorded(&days(scope.period_from, scope.period_to)).to_owned()),
            ("Clauses", if clauses.is_empty() { NOT_RECORDED.to_owned() } else { clauses.join("\n") }),
            ("Services", or_none(&scope.services)),
            ("Processes", or_none(&scope.processes)),
            (
                "Left out on purpose",
                if scope.exclusions.is_empty() { "Nothing.".to_owned() } else { scope.exclusions.join("\n") },
            ),
        ],
    );
    paper.part("Clauses at sites");
    if scope.sites.is_empty() {
        paper.paragraph(NOT_RECORDED);
    }
    let rows = scope.sites.iter().map(|site| {
        let all = clause_numbers(&scope.clauses);
        let clauses = if site.clauses.is_empty() { all } else { site.clauses.join(", ") };
        vec![
            Cell::bold(joined(&[site.code.as_str(), &site.name], " ")),
            Cell::plain(&site.role),
            Cell::plain(&site.method),
            Cell::plain(clauses),
        ]
    });
    let columns = [
        Column::new("Site", 0.2),
        Column::new("Role", 0.28),
        Column::new("Method", 0.16),
        Column::new("Clauses", 0.36),
    ];
    paper.table(&columns, rows.collect());

    paper.part("Audit criteria");
    let criteria = &facts.criteria;
    let mut lines: Vec<String> = criteria.standards.iter().map(standard).collect();
    lines.extend(criteria.documents.iter().map(document));
    lines.extend(criteria.others.iter().cloned());
    listed(paper, &lines, NOT_RECORDED);
}

fn standard(criterion: &Criterion) -> String {
    let edition = joined(&[criterion.standard.as_str(), &criterion.edition], ":");
    if criterion.amendment.is_empty() {
        format!("{edition}, without amendment")
    } else {
        format!("{edition} with {}", criterion.amendment)
    }
}

fn document(document: &OwnDocument) -> String {
    let name = joined(&[document.reference.as_str(), &document.title], " ");
    joined(&[name, document.version.clone(), day_or_blank(document.dated)], ", ")
}

fn people(paper: &mut Paper<'_>, facts: &AuditReportFacts) {
    paper.section("3 Team, participants, dates and methods");
    paper.part("Audit team");
    if facts.team.is_empty() {
        paper.paragraph(NOT_RECORDED);
    }
    let rows = facts.team.iter().map(|member| {
        vec![
            Cell::bold(&member.name),
            Cell::plain(&member.role),
            Cell::plain(&member.job),
            Cell::plain(&member.audited),
        ]
    });
    let columns = [
        Column::new("Name", 0.22),
        Column::new("Role in the audit", 0.22),
        Column::new("Job", 0.24),
        Column::new("Audited", 0.32),
    ];
    paper.table(&columns, rows.collect());

    paper.part("Independence");
    paper.paragraph(or_not_recorded(&facts.independence.statement));
    let conflicts = &facts.independence.accepted_conflicts;
    paper.paragraph(if conflicts.is_empty() {
        "Accepted conflicts of interest: none."
    } else {
        "Accepted conflicts of interest:"
    });
    let rows = conflicts.iter().map(|conflict| {
        vec![
            Cell::bold(&conflict.person),
            Cell::plain(&conflict.conflict),
            Cell::plain(joined(&[conflict.accepted_by.clone(), day_or_blank(conflict.accepted_on)], ", ")),
            Cell::plain(&conflict.reason),
        ]
    });
    let columns = [
        Column::new("Who", 0.18),
        Column::new("Conflict", 0.3),
        Column::new("Accepted by", 0.2),
        Column::new("Reason", 0.32),
    ];
    paper.table(&columns, rows.collect());

    paper.part("Participants of the auditee");
    if facts.participants.is_empty() {
        paper.paragraph(NOT_RECORDED);
    }
    let rows = facts.participants.iter().map(|participant| {
        vec![Cell::bold(&participant.name), Cell::plain(&participant.function), Cell::plain(&participant.took_part_in)]
    });
    let columns = [Column::new("Name", 0.24), Column::new("Function", 0.34), Column::new("Took part in", 0.42)];
    paper.table(&columns, rows.collect());

    paper.part("Dates, locations and methods");
    if facts.activities.is_empty() {
        paper.paragraph(NOT_RECORDED);
    }
    let rows = facts.activities.iter().map(|activity| {
        vec![
            Cell::plain(joined(&[days(activity.from, activity.to), activity.time.clone()], ", ")),
            Cell::plain(&activity.what),
            Cell::plain(&activity.place),
            Cell::plain(&activity.method),
        ]
    });
    let columns = [
        Column::new("When", 0.25),
        Column::new("Activity", 0.31),
        Column::new("Location", 0.22),
        Column::new("Method", 0.22),
    ];
    paper.table(&columns, rows.collect());
}

fn course(paper: &mut Paper<'_>, facts: &AuditReportFacts) {
    let course = &facts.course;
    paper.section("4 Course of the audit");
    paper.paragraph(&course.summary);
    paper.part("Methods");
    listed(paper, &course.methods, NOT_RECORDED);
    paper.part("Obstacles");
    listed(paper, &course.obstacles, "None.");
    paper.part("Changes to scope or plan");
    listed(paper, &course.changes, "None.");
    paper.part("Coverage");
    paper.shares(&summary::coverage_title(facts), &summary::by_result(facts));
    paper.styled(
        crate::layout::NOTE,
        "Annex B lists every planned clause. A clause without answers never counts as conforming.",
    );
    paper.part("What was not covered, and why");
    let open = not_covered::all(facts);
    if open.is_empty() {
        paper.paragraph(not_covered::NONE);
    }
    let rows = open.into_iter().map(|open| {
        let plan = if open.plan.is_empty() { "Nothing decided." } else { &open.plan };
        vec![Cell::bold(&open.what), Cell::plain(or_not_recorded(&open.reason)), Cell::plain(plan)]
    });
    let columns =
        [Column::new("Not covered", 0.3), Column::new("Reason", 0.42), Column::new("What happens instead", 0.28)];
    paper.table(&columns, rows.collect());
}
