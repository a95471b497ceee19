use ground::Explain;

use super::fields;
use crate::rule::{DEEPEST, LONGEST, MOST_TESTS, Rule, RuleError};

/// Refused with this code at this character, by a sentence that names `said`.
#[track_caller]
fn refused(error: &RuleError, code: &str, position: usize, said: &str) {
    assert_eq!((error.code(), error.position), (code, position), "{error} {}", error.remedy());
    let whole = format!("{error} {}", error.remedy());
    assert!(whole.contains(said), "“{whole}” does not say “{said}”");
    assert!(error.remedy().starts_with(char::is_uppercase), "a remedy starts with a verb: {}", error.remedy());
}

#[track_caller]
fn no_rule(typed: &str, code: &str, position: usize, said: &str) {
    refused(&Rule::parse(typed).unwrap_err(), code, position, said);
}

#[track_caller]
fn not_bound(typed: &str, code: &str, position: usize, said: &str) {
    refused(&Rule::parse(typed).unwrap().bind(&fields()).unwrap_err(), code, position, said);
}

#[test]
fn what_is_no_rule_is_refused_where_it_goes_wrong() {
    no_rule("", "rule.empty", 1, "closed_at < opened_at");
    no_rule("  \n ", "rule.empty", 1, "no words");
    no_rule("a", "rule.expected", 2, "starts with");
    no_rule("a =", "rule.expected", 4, "the end");
    no_rule("a = 1 b = 2", "rule.expected", 7, "“b”");
    no_rule("a = 1 and", "rule.expected", 10, "a test such as");
    no_rule("(a = 1", "rule.expected", 7, "closing parenthesis");
    no_rule("a = 1)", "rule.expected", 6, "“)”");
    no_rule("a is full", "rule.expected", 6, "empty");
    no_rule("a is not full", "rule.expected", 10, "empty");
    no_rule("a starts 'x'", "rule.expected", 10, "with");
    no_rule("a in 'x'", "rule.expected", 6, "opening parenthesis");
    no_rule("a in ()", "rule.expected", 7, "“)”");
    no_rule("a in ('x' 'y')", "rule.expected", 11, "comma");
    no_rule("'x' = a", "rule.expected", 1, "a column in square brackets");
    no_rule("and = 1", "rule.expected", 1, "“and”");
    no_rule("a not = 1", "rule.expected", 7, "in, contains or starts with");
    no_rule("a contains 5", "rule.expected", 12, "text in quotes");
    no_rule("a > b + days", "rule.expected", 9, "days, hours or minutes");
    no_rule("a > b + 5 weeks", "rule.expected", 11, "days, hours or minutes");
    no_rule("ä = 1", "rule.character", 1, "ä");
    no_rule("a = 1 & b = 2", "rule.character", 7, "&");
}

#[test]
fn quotes_and_brackets_that_are_never_closed_are_named_where_they_open() {
    no_rule("a = \"b", "rule.unclosed-quote", 5, "\"");
    no_rule("ä = 'b", "rule.character", 1, "ä");
    no_rule("a = 'it''s", "rule.unclosed-quote", 5, "'");
    no_rule("[Note is empty", "rule.unclosed-bracket", 1, "]");
    no_rule("a = “b”", "rule.printed-quote", 5, "Type \"");
}

#[test]
fn an_empty_text_and_what_is_no_day_or_number_are_refused() {
    no_rule("a = ''", "rule.empty-text", 5, "is empty");
    no_rule("a = '  '", "rule.empty-text", 5, "is empty");
    no_rule("a contains \"\"", "rule.empty-text", 12, "is empty");
    no_rule("a = 2026-02-30", "rule.date", 5, "2026-02-30");
    no_rule("a = 31.01.2026", "rule.date", 5, "31.01.2026");
    no_rule("a = 2026-1-31", "rule.date", 5, "2026-01-31");
    no_rule("a = 2026-01-31 25:00", "rule.date", 5, "25:00");
    no_rule("a = 2026-01-31T", "rule.date", 5, "2026-01-31T");
    no_rule("a = 1e5", "rule.date", 5, "1e5");
    no_rule("a = 1234567890123456789012345678901", "rule.number", 5, "30 digits");
    no_rule("a > b + 1.5 days", "rule.number", 9, "whole");
    no_rule("a > b + 99999999 days", "rule.number", 9, "9999999");
}

#[test]
fn a_rule_has_its_limits() {
    let deep = |levels: usize| format!("{}a = 1{}", "(".repeat(levels), ")".repeat(levels));
    assert!(Rule::parse(&deep(DEEPEST)).is_ok());
    no_rule(&deep(DEEPEST + 1), "rule.too-deep", DEEPEST + 1, "64");
    let turned = |levels: usize| format!("{}a in (1)", "not ".repeat(levels));
    assert!(Rule::parse(&turned(DEEPEST)).is_ok());
    no_rule(&turned(DEEPEST + 1), "rule.too-deep", 4 * DEEPEST + 1, "64");
    let sugar = format!("{}a not in (1)", "not ".repeat(DEEPEST));
    no_rule(&sugar, "rule.too-deep", 4 * DEEPEST + 3, "64");

    let many = |tests: usize| vec!["a = 1"; tests].join(" or ");
    assert!(Rule::parse(&many(MOST_TESTS)).is_ok());
    no_rule(&many(MOST_TESTS + 1), "rule.too-many-tests", 9 * MOST_TESTS + 1, "200");

    let long = |length: usize| format!("a = '{}'", "x".repeat(length - 6));
    assert!(Rule::parse(&long(LONGEST)).is_ok());
    no_rule(&long(LONGEST + 1), "rule.too-long", LONGEST + 1, "4001");
}

#[test]
fn a_rule_that_is_too_long_only_when_written_out_is_refused_too() {
    let typed = format!("not a='{}'", "x".repeat(LONGEST - 8));
    assert!(typed.chars().count() <= LONGEST);
    no_rule(&typed, "rule.too-long", 1, "4004");
}

#[test]
fn a_name_that_is_not_there_is_refused_with_those_that_look_like_it() {
    not_bound("priorty = 'x'", "rule.unknown-field", 1, "priority");
    not_bound("note = 'x'", "rule.unknown-field", 1, "[Note]");
    not_bound("priority = critical", "rule.unknown-field", 12, "\"critical\" in quotes");
    not_bound("budget = 1", "rule.unknown-field", 1, "[Budget [€]]]");
    not_bound("record_id = 'x' and service is empty", "rule.unmapped-field", 21, "Map a column");
    not_bound("[Prioritty] = 'x'", "rule.unknown-column", 1, "[Priority]");
    not_bound("[Colour] = 'x'", "rule.unknown-column", 1, "preview");
}

#[test]
fn a_comparison_that_the_kind_does_not_allow_is_refused() {
    not_bound("priority = 1", "rule.type-mismatch", 1, "Compare it with text in quotes");
    not_bound("(priority in ('a', 1))", "rule.type-mismatch", 2, "priority");
    not_bound("opened_at = '2026-01-31'", "rule.type-mismatch", 1, "without quotes");
    not_bound("opened_at > 5", "rule.type-mismatch", 1, "date");
    not_bound("reopen_count > 2026-01-31", "rule.type-mismatch", 1, "number");
    not_bound("priority > 2026-01-31", "rule.type-mismatch", 1, "Set the column to dates");
    not_bound("opened_at < priority", "rule.type-mismatch", 1, "“priority”, which holds text");
    not_bound("priority < '2'", "rule.no-order", 1, "starts with");
    not_bound("reopen_count < '2'", "rule.no-order", 1, "without quotes");
    not_bound("priority < record_id", "rule.no-order", 1, "texts have none");
    not_bound("reopen_count > reopen_count + 1 day", "rule.no-move", 16, "no dates");
}

#[test]
fn a_column_is_found_in_other_capitals_only_when_one_is_meant() {
    assert!(Rule::parse("[ note ] is empty").unwrap().bind(&fields()).is_ok());
}
