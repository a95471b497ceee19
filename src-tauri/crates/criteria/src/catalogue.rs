use std::sync::LazyLock;

use serde::Deserialize;

use crate::{Clause, CriteriaError, Edition, LibraryQuestion};

/// ISO/IEC 20000-1:2018 with Amendment 1:2024.
pub const ISO_20000_1_2018: &str = "iso20000-1:2018+a1";

#[derive(Deserialize)]
struct ClauseFile {
    edition: String,
    standard: String,
    amendments: Vec<String>,
    clauses: Vec<Clause>,
}

#[derive(Deserialize)]
struct QuestionFile {
    questions: Vec<LibraryQuestion>,
}

static EDITIONS: LazyLock<Vec<Edition>> = LazyLock::new(|| {
    [(include_str!("../data/iso20000-1-2018.clauses.json"), include_str!("../data/iso20000-1-2018.questions.en.json"))]
        .into_iter()
        .filter_map(|(clauses, questions)| read(clauses, questions).ok())
        .collect()
});

fn read(clauses: &str, questions: &str) -> Result<Edition, serde_json::Error> {
    let file: ClauseFile = serde_json::from_str(clauses)?;
    let questions: QuestionFile = serde_json::from_str(questions)?;
    let positions =
        file.clauses.iter().enumerate().map(|(position, clause)| (clause.number.clone(), position)).collect();
    Ok(Edition {
        id: file.edition,
        standard: file.standard,
        amendments: file.amendments,
        clauses: file.clauses,
        questions: questions.questions,
        positions,
    })
}

/// The editions that are built in.
#[must_use]
pub fn editions() -> &'static [Edition] {
    &EDITIONS
}

/// The edition of that id.
///
/// # Errors
/// Refuses an id that is not built in.
pub fn catalogue(edition: &str) -> Result<&'static Edition, CriteriaError> {
    EDITIONS
        .iter()
        .find(|known| known.id == edition)
        .ok_or_else(|| CriteriaError::NoEdition { edition: edition.to_owned() })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_catalogue_has_88_nodes_62_units_and_171_questions() {
        let edition = catalogue(ISO_20000_1_2018).unwrap();
        let view = edition.view();
        assert_eq!((view.clauses, view.auditable, view.questions), (88, 62, 171));
        assert_eq!(view.line, "ISO/IEC 20000-1:2018 + Amd 1:2024");
    }

    #[test]
    fn every_unit_has_questions_and_every_question_a_unit() {
        let edition = catalogue(ISO_20000_1_2018).unwrap();
        for clause in edition.auditable() {
            assert!(edition.questions_of(&clause.number).count() > 0, "{} has no question", clause.number);
        }
        for question in edition.questions() {
            let numbers = BTreeSet::from([question.clause.clone()]);
            assert!(edition.check_auditable(&numbers).is_ok(), "{} hangs in the air", question.id);
        }
    }

    #[test]
    fn clause_10_2_comes_after_9_1() {
        let edition = catalogue(ISO_20000_1_2018).unwrap();
        let numbers = ["10.2", "9.1", "8.5.1.3"].map(str::to_owned);
        assert_eq!(edition.in_order(&numbers), ["8.5.1.3", "9.1", "10.2"]);
    }

    #[test]
    fn a_heading_and_an_unknown_number_are_refused() {
        let edition = catalogue(ISO_20000_1_2018).unwrap();
        let one = |number: &str| BTreeSet::from([number.to_owned()]);
        assert!(matches!(edition.check_auditable(&one("8.5.1")), Err(CriteriaError::Heading { .. })));
        assert!(matches!(edition.check_auditable(&one("8.99")), Err(CriteriaError::NoClause { .. })));
    }
}
