//! Everything one audit consists of, read from the tables or from inside an act.

use audit::{Audit, Participant, TeamMember};
use book::{Reading, Writing};
use checklist::Question;
use criteria::{Edition, catalogue};
use evidence::Evidence;
use finding::Finding;
use ground::{Fault, Id, Problem};
use report::{Revision, revisions_of};

/// Everything one audit consists of.
pub(crate) struct Work {
    pub audit: Audit,
    pub edition: &'static Edition,
    pub team: Vec<TeamMember>,
    pub participants: Vec<Participant>,
    pub questions: Vec<Question>,
    pub evidence: Vec<Evidence>,
    pub findings: Vec<Finding>,
    pub revisions: Vec<Revision>,
}

impl Work {
    /// As the tables have it.
    pub fn read(reading: Reading<'_>, audit: Id<Audit>) -> Result<Self, Problem> {
        let record: Audit = reading.need(audit)?;
        let work = Self {
            edition: catalogue(&record.edition)?,
            audit: record,
            team: reading.of_binder(audit)?,
            participants: reading.of_binder(audit)?,
            questions: reading.of_binder(audit)?,
            evidence: reading.of_binder(audit)?,
            findings: reading.of_binder(audit)?,
            revisions: revisions_of(reading, audit)?,
        };
        Ok(work.tidy())
    }

    /// As it stands inside an act.
    pub fn within(writing: &Writing<'_>, audit: Id<Audit>) -> Result<Self, Problem> {
        let audit: Audit = writing.need(audit)?;
        let mut revisions: Vec<Revision> = writing.all()?;
        revisions.sort_by_key(|revision| revision.revision);
        let work = Self {
            edition: catalogue(&audit.edition)?,
            audit,
            team: writing.all()?,
            participants: writing.all()?,
            questions: writing.all()?,
            evidence: writing.all()?,
            findings: writing.all()?,
            revisions,
        };
        Ok(work.tidy())
    }

    fn tidy(mut self) -> Self {
        let edition = self.edition;
        self.team.retain(|member| member.left_reason.is_empty());
        self.team.sort_by_key(|member| (member.role, member.id));
        self.participants.retain(|participant| !participant.removed);
        self.participants.sort_by(|a, b| (&a.name, a.id).cmp(&(&b.name, b.id)));
        self.questions.retain(Question::is_asked);
        self.questions.sort_by_key(|question| (edition.position(&question.clause), question.position, question.id));
        self.evidence.sort_by(|a, b| (&a.reference, a.id).cmp(&(&b.reference, b.id)));
        self.findings.sort_by(|a, b| (&a.reference, a.id).cmp(&(&b.reference, b.id)));
        self
    }

    /// The clauses in scope, in the standard's order.
    pub fn clauses(&self) -> Vec<String> {
        self.edition.in_order(&self.audit.clauses)
    }

    /// The questions of one clause.
    pub fn of_clause<'a>(&'a self, clause: &'a str) -> impl Iterator<Item = &'a Question> + Clone {
        self.questions.iter().filter(move |question| question.clause == clause)
    }

    /// The lead auditor.
    pub fn lead(&self) -> Option<&TeamMember> {
        self.team.iter().find(|member| member.role == audit::TeamRole::Lead)
    }

    /// Clauses in scope of which no question says anything about the requirement.
    pub fn uncovered(&self) -> Vec<String> {
        self.clauses().into_iter().filter(|clause| !self.is_covered(clause)).collect()
    }

    /// Whether at least one question of the clause was looked at.
    pub fn is_covered(&self, clause: &str) -> bool {
        self.of_clause(clause)
            .any(|question| question.verdict.is_some_and(|verdict| verdict != checklist::Verdict::NotAssessed))
    }

    /// The findings that stand.
    pub fn standing(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.stands())
    }
}

/// Names for ids that may not be in this workspace.
pub(crate) fn person_name(
    reading: Reading<'_>,
    person: Option<Id<organisation::Person>>,
) -> Result<Option<String>, Fault> {
    person.map(|person| organisation::name_of(reading, person)).transpose()
}
