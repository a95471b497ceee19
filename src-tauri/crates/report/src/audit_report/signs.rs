//! Each meaning has a shape, a word and a colour, so that none depends on colour alone.

use crate::{
    facts::{CoverageResult, Grade, TestResult, Verdict},
    layout::{Cell, Colour, INK, TABLE},
};

/// A shape and a colour.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sign {
    pub(super) shape: &'static str,
    pub(super) colour: Colour,
}

const fn sign(shape: &'static str, colour: Colour) -> Sign {
    Sign { shape, colour }
}

const CONFORMING: Sign = sign("✓", 0x2e_7d32);
const MINOR: Sign = sign("▲", 0x9a_5b00);
const MAJOR: Sign = sign("◆", 0xa4_161a);
const OBSERVATION: Sign = sign("●", 0x1d_4e89);
const OPPORTUNITY: Sign = sign("✚", 0x5a_3e85);
const GOOD_PRACTICE: Sign = sign("★", 0x0b_7a75);
const FAILED: Sign = sign("✗", MAJOR.colour);
const NOT_APPLICABLE: Sign = sign("–", 0x6b_7680);
const NOT_ASSESSED: Sign = sign("○", 0x9a_a5b1);

/// The sign of a grade.
pub(super) const fn of_grade(grade: Grade) -> Sign {
    match grade {
        Grade::MajorNonconformity => MAJOR,
        Grade::MinorNonconformity => MINOR,
        Grade::Observation => OBSERVATION,
        Grade::Opportunity => OPPORTUNITY,
        Grade::GoodPractice => GOOD_PRACTICE,
    }
}

/// The sign of what came of a clause.
pub(super) const fn of_result(result: CoverageResult) -> Sign {
    match result {
        CoverageResult::Conforming => CONFORMING,
        CoverageResult::ConformingWithRemarks => OBSERVATION,
        CoverageResult::Nonconforming => MAJOR,
        CoverageResult::NoInstance => NOT_APPLICABLE,
        CoverageResult::NotAssessed => NOT_ASSESSED,
    }
}

/// The sign of an answer.
pub(super) const fn of_verdict(verdict: Verdict) -> Sign {
    match verdict {
        Verdict::Conforming => CONFORMING,
        Verdict::GoodPractice => GOOD_PRACTICE,
        Verdict::Major => MAJOR,
        Verdict::Minor => MINOR,
        Verdict::Observation => OBSERVATION,
        Verdict::Opportunity => OPPORTUNITY,
        Verdict::NotApplicable => NOT_APPLICABLE,
        Verdict::NotAssessed | Verdict::Unanswered => NOT_ASSESSED,
    }
}

/// The sign of what a test of a record gave.
pub(super) const fn of_test(result: TestResult) -> Sign {
    match result {
        TestResult::Open => NOT_ASSESSED,
        TestResult::Pass => CONFORMING,
        TestResult::Fail | TestResult::NotFound => FAILED,
        TestResult::NotApplicable => NOT_APPLICABLE,
    }
}

/// The same as a table cell. A pass is light, so that in a sheet of hundreds what failed is what one sees.
pub(super) fn test_cell(result: TestResult) -> Cell {
    let words = format!("{} {}", of_test(result).shape, result.word());
    if result == TestResult::Pass {
        Cell::default().and(TABLE.in_colour(INK), words)
    } else {
        cell(of_test(result), result.word())
    }
}

/// A table cell with a sign and its word.
pub(super) fn cell(sign: Sign, word: &str) -> Cell {
    let dark = if sign.colour == NOT_ASSESSED.colour { 0x52_606d } else { sign.colour };
    Cell::default().and(TABLE.bold().in_colour(dark), format!("{} {word}", sign.shape))
}
