use std::collections::BTreeSet;

use audit::Audit;
use book::{Act, Writing};
use criteria::{LibraryQuestion, catalogue};

use crate::{ChecklistError, Origin, Question};

/// The act as history names it.
pub const DRAW: Act = Act::named("checklist.draw");

/// Freezes the library's questions for the audit's clauses into the audit: for clauses that have none yet. Questions
/// of clauses that left the scope are switched off; those that came back are asked again.
///
/// # Errors
/// Refuses an edition this program does not have.
pub fn draw(writing: &mut Writing<'_>, audit: &Audit) -> Result<(), ChecklistError> {
    const OUT_OF_SCOPE: &str = "The clause was taken out of the scope of this audit.";
    let edition = catalogue(&audit.edition)?;
    let existing: Vec<Question> = writing.all()?;
    let drawn: BTreeSet<&str> = existing.iter().map(|question| question.clause.as_str()).collect();
    for question in &existing {
        let in_scope = audit.clauses.contains(&question.clause);
        if in_scope && question.dropped_reason == OUT_OF_SCOPE {
            writing.put(&Question { dropped_reason: String::new(), ..question.clone() })?;
        } else if !in_scope && question.is_asked() {
            writing.put(&Question { dropped_reason: OUT_OF_SCOPE.to_owned(), ..question.clone() })?;
        }
    }
    for clause in edition.in_order(&audit.clauses) {
        if drawn.contains(clause.as_str()) {
            continue;
        }
        for (place, library) in edition.questions_of(&clause).enumerate() {
            writing.put(&frozen(library, place))?;
        }
    }
    Ok(())
}

/// The library's words as they are now; a later edition of the library changes nothing in this audit.
fn frozen(library: &LibraryQuestion, place: usize) -> Question {
    Question {
        position: i64::try_from(place + 1).unwrap_or(i64::MAX).saturating_mul(1000),
        method: library.method.clone(),
        population: library.population.clone(),
        ..Question::asked(
            library.id.clone(),
            library.clause.clone(),
            library.question.clone(),
            library.look_for.clone(),
            Origin::Library,
        )
    }
}
