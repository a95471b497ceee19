use super::{bound, holds, row};

#[test]
fn text_is_compared_without_capitals_and_outer_blanks() {
    let rule = r#"priority = "1 - Critical""#;
    assert!(holds(rule, &[("Priority", "1 - Critical")]));
    assert!(holds(rule, &[("Priority", "\u{a0} 1 - CRITICAL ")]));
    assert!(!holds(rule, &[("Priority", "1 -  Critical")]), "blanks inside count");
    assert!(!holds(rule, &[("Priority", "1 - Critical!")]));
    assert!(holds("priority = 'SEHR HÖHER'", &[("Priority", "sehr höher")]));
    assert!(holds("priority != 'high'", &[("Priority", "low")]));
    assert!(!holds("priority != 'high'", &[("Priority", "HIGH")]));
    assert!(holds("priority in ('p1', 'p2')", &[("Priority", "P2")]));
    assert!(holds("priority = [Note]", &[("Priority", "a"), ("Note", " A ")]));
}

#[test]
fn contains_and_starts_with_look_at_the_cell_as_written() {
    assert!(holds("description contains 'password'", &[("Note", "New PASSWORD please")]));
    assert!(holds("description contains 'ärger'", &[("Note", "viel ÄRGER")]));
    assert!(!holds("description contains ' new'", &[("Note", "new")]), "a blank inside the quotes is looked for");
    assert!(holds("record_id starts with 'inc'", &[("Number", " INC0001")]));
    assert!(!holds("record_id starts with 'inc0001'", &[("Number", "INC")]));
    assert!(holds("opened_at starts with '2026-01'", &[("Opened", "2026-01-31 10:00:00")]));
    assert!(holds("description contains record_id", &[("Note", "see inc7"), ("Number", "INC7")]));
    assert!(holds("description starts with record_id", &[("Note", "inc7 fails"), ("Number", "INC7")]));
    assert!(!holds("description contains record_id", &[("Note", "see inc7")]), "an empty text is in nothing");
}

#[test]
fn numbers_are_compared_exactly_in_the_way_the_file_writes_them() {
    assert!(holds("[Budget [€]]] = 0.3", &[("Budget [€]", "0,30")]));
    assert!(holds("[Budget [€]]] > 1234.5", &[("Budget [€]", "1.234,51")]));
    assert!(!holds("[Budget [€]]] > 1234.5", &[("Budget [€]", "1.234,50")]));
    assert!(holds("reopen_count in (2, 3)", &[("Reopened", "3")]));
    assert!(holds("reopen_count = '3'", &[("Reopened", "3")]), "quotes compare the cell as written");
    assert!(holds("reopen_count < -1", &[("Reopened", "-2")]));
    assert!(holds("reopen_count < [Budget [€]]]", &[("Reopened", "1"), ("Budget [€]", "1,5")]));
}

#[test]
fn a_day_stands_for_the_whole_day() {
    let at = |moment: &'static str| [("Closed", moment)];
    assert!(holds("closed_at <= 2026-01-31", &at("2026-01-31 23:59:59")));
    assert!(!holds("closed_at > 2026-01-31", &at("2026-01-31 23:59:59")));
    assert!(holds("closed_at > 2026-01-31", &at("2026-02-01 00:00:00")));
    assert!(holds("closed_at = 2026-01-31", &at("2026-01-31 12:00:00")));
    assert!(!holds("closed_at < 2026-01-31", &at("2026-01-31 00:00:00")));
    assert!(holds("closed_at >= 2026-01-31", &at("2026-01-31 00:00:00")));
    assert!(holds("closed_at in (2026-01-30, 2026-01-31)", &at("2026-01-31 05:00:00")));
    assert!(holds("closed_at > 2026-01-31 14:00", &at("2026-01-31 14:00:01")));
    assert!(!holds("closed_at > 2026-01-31 14:00", &at("2026-01-31 14:00:00")));
    assert!(holds("closed_at != 2026-01-31 14:00", &at("2026-01-31 14:00:01")));
}

#[test]
fn what_is_done_on_the_due_day_is_not_late() {
    let rule = "closed_at > due_at";
    assert!(!holds(rule, &[("Closed", "2026-01-31 18:00:00"), ("Due", "31.01.2026")]));
    assert!(holds(rule, &[("Closed", "2026-02-01 00:00:00"), ("Due", "31.01.2026")]));
    assert!(!holds("due_at < 2026-01-31 14:00", &[("Due", "31.01.2026")]));
    assert!(!holds("updated_at < opened_at", &[("Changed", "2026-01-31"), ("Opened", "2026-01-31 09:00:00")]));
    assert!(holds("updated_at < opened_at", &[("Changed", "2026-01-31T08:00:00Z"), ("Opened", "2026-01-31 09:00:00")]));
}

#[test]
fn a_moment_is_compared_with_another_one_moved() {
    let cells = [("Opened", "2026-01-31 10:00:00"), ("Closed", "2026-02-05 10:00:01")];
    assert!(holds("closed_at > opened_at + 5 days", &cells));
    assert!(!holds("closed_at > opened_at + 6 days", &cells));
    assert!(holds("closed_at < opened_at + 121 hours", &cells));
    assert!(holds("opened_at <= closed_at - 7200 minutes", &cells));
}

#[test]
fn an_empty_cell_makes_every_test_false_but_is_empty_and_differs() {
    for rule in [
        "priority = 'a'",
        "priority contains 'a'",
        "priority starts with 'a'",
        "priority in ('a')",
        "priority is not empty",
        "reopen_count = 0",
        "reopen_count < 1",
        "reopen_count in (0)",
        "closed_at < opened_at",
        "closed_at <= 2026-01-31",
        "closed_at = opened_at",
        "priority = record_id",
        "priority contains record_id",
    ] {
        assert!(!holds(rule, &[]), "{rule}");
        assert!(!holds(rule, &[("Priority", "  "), ("Closed", "\t")]), "{rule}");
    }
    for rule in ["priority is empty", "priority != 'a'", "reopen_count != 0", "closed_at != 2026-01-31"] {
        assert!(holds(rule, &[]), "{rule}");
    }
    assert!(holds("closed_at != opened_at", &[("Closed", "2026-01-31 10:00:00")]));
    assert!(holds("closed_at != opened_at", &[("Opened", "2026-01-31 10:00:00")]));
    assert!(!holds("closed_at != opened_at", &[]), "two empty cells do not differ");
    assert!(!holds("priority != record_id", &[]), "two empty cells do not differ");
    assert!(holds("not (closed_at < opened_at)", &[]), "not turns round what is false");
}

#[test]
fn a_cell_that_cannot_be_read_makes_the_test_false_and_is_counted() {
    let rule = bound("closed_at < opened_at or reopen_count > 1");
    for (closed, opened, reopened) in [
        ("2026-02-30 10:00:00", "2026-01-31 10:00:00", "many"),
        ("soon", "later", "2"),
        ("2026-01-30 10:00:00", "2026-01-31 10:00:00", "never read"),
        ("", "never read", "0"),
    ] {
        let row = row(&[("Closed", closed), ("Opened", opened), ("Reopened", reopened)]);
        let _ = rule.holds(&|column| row[column]);
    }
    let counted: Vec<_> = rule.unreadable().into_iter().map(|cells| (cells.column, cells.cells)).collect();
    assert_eq!(counted, [("Opened".to_owned(), 1), ("Closed".to_owned(), 2), ("Reopened".to_owned(), 1)]);
    assert!(!holds("closed_at != opened_at", &[("Closed", "soon"), ("Opened", "2026-01-31 10:00:00")]));
}

#[test]
fn and_binds_closer_than_or() {
    let rule = "priority = 'a' or priority = 'b' and record_id = 'x'";
    assert!(holds(rule, &[("Priority", "a")]));
    assert!(!holds(rule, &[("Priority", "b")]));
    assert!(holds(rule, &[("Priority", "b"), ("Number", "x")]));
    assert!(!holds("(priority = 'a' or priority = 'b') and record_id = 'x'", &[("Priority", "a")]));
}

#[test]
fn a_bound_rule_says_which_columns_it_reads() {
    let columns: Vec<usize> = bound("closed_at < opened_at or [Note] is empty").columns().collect();
    assert_eq!(columns, [2, 3, 7]);
}
