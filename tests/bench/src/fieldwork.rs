//! What auditors do on site: answer, take notes, capture evidence, write findings down.

use audit::Audit;
use book::{Author, Book, Writing};
use checklist::{Question, Verdict, Where};
use criteria::Edition;
use evidence::{Circumstances, EvidenceKind};
use finding::{Description, Grade, NewFinding, Part};
use ground::{Id, Problem};
use organisation::Site;

use crate::{chance::Chance, words};

/// What is to be done in one audit.
pub struct Work<'a> {
    pub edition: &'static Edition,
    pub findings: usize,
    pub sites: &'a [Site],
}

/// Answers half of the questions, at least one of every clause, and raises the findings. All in the act it is given.
///
/// # Errors
/// Whatever a slice refuses.
pub fn half_answered(writing: &mut Writing<'_>, work: &Work<'_>, chance: &mut Chance) -> Result<(), Problem> {
    let questions: Vec<Question> = writing.all()?;
    let chosen = half(&questions, work.edition, chance);
    for question in &chosen {
        answer(writing, question, chance)?;
        note(writing, question, 2, chance)?;
        if chance.percent(30) {
            say_where(writing, question, work.sites, chance)?;
        }
    }
    for _ in 0..work.findings {
        let question = &chosen[chance.below(chosen.len())];
        raise(writing, question, work.sites, chance)?;
    }
    Ok(())
}

/// The same, each step an act of its own, as a person's are: half of the questions, or all of them.
///
/// # Errors
/// Whatever a slice refuses.
pub fn act_by_act(
    book: &mut Book,
    by: &Author,
    audit: Id<Audit>,
    work: &Work<'_>,
    all: bool,
    chance: &mut Chance,
) -> Result<(), Problem> {
    let questions: Vec<Question> = book.reading().of_binder(audit)?;
    let chosen = if all { questions } else { half(&questions, work.edition, chance) };
    for question in &chosen {
        book.act(audit, checklist::ANSWER, by, None, |writing| answer(writing, question, chance))?;
        for sentences in 1..=2 {
            book.act(audit, checklist::NOTE, by, None, |writing| note(writing, question, sentences, chance))?;
        }
    }
    for _ in 0..work.findings {
        let question = &chosen[chance.below(chosen.len())];
        book.act(audit, finding::RAISE, by, None, |writing| raise(writing, question, work.sites, chance))?;
    }
    Ok(())
}

/// Half of the questions: the first of every clause, and of the others as many as are still wanted.
fn half(questions: &[Question], edition: &Edition, chance: &mut Chance) -> Vec<Question> {
    let mut in_order = questions.to_vec();
    in_order.sort_by_key(|question| (edition.position(&question.clause), question.position));
    let firsts = in_order.chunk_by(|a, b| a.clause == b.clause).count();
    let mut wanted = questions.len().div_ceil(2).saturating_sub(firsts);
    let mut left = questions.len() - firsts;
    let mut chosen = Vec::new();
    for clause in in_order.chunk_by(|a, b| a.clause == b.clause) {
        chosen.extend(clause.first().cloned());
        for question in &clause[1..] {
            if chance.below(left) < wanted {
                chosen.push(question.clone());
                wanted -= 1;
            }
            left -= 1;
        }
    }
    chosen
}

fn answer(writing: &mut Writing<'_>, question: &Question, chance: &mut Chance) -> Result<(), Problem> {
    let verdict = match chance.below(100) {
        0..84 => Verdict::Conforming,
        84..92 => Verdict::Observation,
        92..97 => Verdict::Opportunity,
        _ => Verdict::GoodPractice,
    };
    checklist::answer(writing, question.id, Some(verdict), None)?;
    Ok(())
}

fn note(writing: &mut Writing<'_>, question: &Question, count: usize, chance: &mut Chance) -> Result<(), Problem> {
    checklist::note(writing, question.id, words::sentences(chance, count))?;
    Ok(())
}

fn say_where(
    writing: &mut Writing<'_>,
    question: &Question,
    sites: &[Site],
    chance: &mut Chance,
) -> Result<(), Problem> {
    let told = Where {
        with_whom: Some(words::name(chance).to_owned()),
        place: Some("Meeting room".to_owned()),
        site: Some(Some(sites[chance.below(sites.len())].id)),
        ..Where::default()
    };
    checklist::say_where(writing, question.id, told)?;
    Ok(())
}

/// Raises a finding, complete enough to be issued, and rests a nonconformity on evidence.
fn raise(writing: &mut Writing<'_>, question: &Question, sites: &[Site], chance: &mut Chance) -> Result<(), Problem> {
    let grade = match chance.below(100) {
        0..3 => Grade::Major,
        3..30 => Grade::Minor,
        30..65 => Grade::Observation,
        65..90 => Grade::Opportunity,
        _ => Grade::GoodPractice,
    };
    let wanted = NewFinding {
        question: Some(question.id),
        clauses: [question.clause.clone()].into(),
        grade,
        title: words::title(chance),
        requirement: words::sentence(chance),
        evidence_words: words::sentences(chance, 2),
        statement: words::sentence(chance),
        extent: String::new(),
        evidence: std::collections::BTreeSet::new(),
        sample: None,
        site: Some(sites[chance.below(sites.len())].id),
    };
    let finding = finding::raise(writing, wanted)?;
    if grade.is_nonconformity() {
        finding::write(writing, finding.id, Part::GradeReason, words::sentence(chance))?;
        finding::write(writing, finding.id, Part::Extent, format!("{} of 25", 1 + chance.below(6)))?;
        let told = Circumstances {
            question: Some(question.id),
            kind: Some(EvidenceKind::Interview),
            description: words::sentences(chance, 2),
            provided_by: words::name(chance).to_owned(),
            ..Circumstances::default()
        };
        let evidence = evidence::capture_words(writing, told)?;
        let told = Description { evidence: Some([evidence.id].into()), ..Description::default() };
        finding::describe(writing, finding.id, told)?;
    }
    Ok(())
}
