use std::collections::{BTreeMap, BTreeSet};

use ground::Day;
use proptest::prelude::*;
use table::{Column, ColumnKind, DecimalSign, Encoding, FileKind, Layout, Shape};

use super::{
    DUPLICATES_LISTED, Look, Looker, MOST_DISTINCT, OUTSIDE_LISTED, ROWS_LISTED, VALUES_LISTED, answer::RowList,
};

const COLUMNS: [(&str, ColumnKind, &str, &str); 4] = [
    ("Number", ColumnKind::Text, "", "record_id"),
    ("Team", ColumnKind::Text, "", "team"),
    ("Opened", ColumnKind::Moment, "YYYY-MM-DD HH:MM", "opened_at"),
    ("Reopened", ColumnKind::Number, "", "reopen_count"),
];

fn table() -> (Shape, BTreeMap<String, String>) {
    let layout = Layout {
        file: FileKind::Text,
        encoding: Encoding::Utf8,
        delimiter: ',',
        quote: '"',
        sheet: None,
        header_row: 1,
        decimal: DecimalSign::Point,
    };
    let columns = COLUMNS
        .iter()
        .map(|(name, kind, form, _)| Column {
            name: (*name).to_owned(),
            header: (*name).to_owned(),
            kind: *kind,
            form: (*form).to_owned(),
        })
        .collect();
    let mapping = COLUMNS.iter().map(|(name, _, _, field)| ((*field).to_owned(), (*name).to_owned())).collect();
    (Shape { layout, columns }, mapping)
}

/// Row 2 is the first row under the names.
fn looked(rows: &[[&str; 4]], period: Option<(&str, &str)>) -> Look {
    let (shape, mapping) = table();
    let day = |day: &str| day.parse::<Day>().unwrap();
    let period = period.map(|(from, to)| (day(from), day(to)));
    let mut looker = Looker::new(&shape, &mapping, &[3, 1, 2, 1, 99], period);
    for (place, row) in rows.iter().enumerate() {
        looker.row(place as u64 + 2, &|column| row[column]);
    }
    looker.done()
}

fn of_ids<S: AsRef<str>>(ids: &[S]) -> Look {
    let rows: Vec<[&str; 4]> = ids.iter().map(|id| [id.as_ref(), "", "", ""]).collect();
    looked(&rows, None)
}

#[test]
fn nothing_is_a_look_too() {
    let look = of_ids::<&str>(&[]);
    assert_eq!((look.rows, look.duplicates.ids, look.numbering.len()), (0, 0, 0));
    assert_eq!(look.duplicates.rows_left_out(), 0);
    assert!(look.all_ids_seen);
    assert_eq!(look.id_column.as_deref(), Some("Number"));
}

#[test]
fn an_id_that_occurs_again_is_named_with_its_rows() {
    let look = of_ids(&["INC2", "INC1", " INC2 ", "inc1", "INC2", "INC3", "INC1"]);
    assert_eq!((look.duplicates.ids, look.duplicates.rows, look.duplicates.rows_left_out()), (2, 5, 3));
    let listed: Vec<(&str, &[u64])> =
        look.duplicates.first.iter().map(|duplicate| (duplicate.id.as_str(), &*duplicate.rows.first)).collect();
    assert_eq!(listed, [("INC2", &[2, 4, 6][..]), ("INC1", &[3, 8][..])], "in the order in which they are met");
}

#[test]
fn rows_without_an_id_are_counted_and_are_no_duplicates() {
    let look = of_ids(&["A1", "", "  ", "A2"]);
    assert_eq!(look.empty_ids, RowList { count: 2, first: vec![3, 4] });
    assert_eq!(look.duplicates.ids, 0);
}

#[test]
fn lists_end_somewhere_but_counts_do_not() {
    let ids: Vec<String> = (0..400).map(|number| format!("X{}", number % 200)).collect();
    let look = of_ids(&ids);
    assert_eq!(look.duplicates.ids, 200);
    assert_eq!(look.duplicates.first.len(), DUPLICATES_LISTED);
    let look = of_ids(&vec!["same"; 100]);
    assert_eq!(look.duplicates.first[0].rows.count, 100);
    assert_eq!(look.duplicates.first[0].rows.first.len(), ROWS_LISTED);
}

#[test]
fn a_numbering_shows_its_gaps() {
    let look = of_ids(&["INC0098", "INC0099", "INC0101", "INC0101", "INC0105", "CHG7", "odd", "CHG9"]);
    assert_eq!(look.numbering.len(), 2);
    let incidents = &look.numbering[0];
    assert_eq!(
        (incidents.prefix.as_str(), incidents.numbers, incidents.missing, incidents.gap_count),
        ("INC", 4, 4, 2)
    );
    assert_eq!((incidents.lowest.as_str(), incidents.highest.as_str()), ("INC0098", "INC0105"));
    let gaps: Vec<_> = incidents.gaps.iter().map(|gap| (gap.from.as_str(), gap.to.as_str(), gap.missing)).collect();
    assert_eq!(gaps, [("INC0100", "INC0100", 1), ("INC0102", "INC0104", 3)]);
    assert_eq!((look.numbering[1].prefix.as_str(), look.numbering[1].missing), ("CHG", 1));
}

#[test]
fn numbers_are_read_as_tools_write_them() {
    let of = |ids: &[&str]| {
        let look = of_ids(ids);
        look.numbering.first().map(|series| (series.prefix.clone(), series.lowest.clone(), series.missing))
    };
    let said = |prefix: &str, lowest: &str, missing| Some((prefix.to_owned(), lowest.to_owned(), missing));
    assert_eq!(of(&["5\u{a0}732\u{a0}943", "5\u{a0}732\u{a0}945"]), said("", "5732943", 1), "blanks between digits");
    assert_eq!(of(&["INC 5", "INC 8"]), said("INC ", "INC 5", 2), "a blank before the number");
    assert_eq!(of(&["9", "10", "12"]), said("", "9", 1), "no zeros are made up");
    assert_eq!(of(&["2026031510000012", "2026031510000014"]), said("", "2026031510000012", 1));
    assert_eq!(of(&["1234567890123456789", "1234567890123456788"]), None, "nobody counts that far");
    assert_eq!(of(&["a", "b-", ""]), None);
    assert_eq!(of(&["999999999999999999", "0"]), said("", "0", 999_999_999_999_999_998));
}

#[test]
fn columns_that_are_asked_for_are_counted_in_the_order_of_the_table() {
    let look = looked(
        &[
            ["1", "Network", "2025-01-31 10:00", "0"],
            ["2", " Network ", "2025-03-01 00:00", "12.5"],
            ["3", "Desk", "2025-03-31 23:59", "-1"],
            ["4", "", "2025-02-30 10:00", "many"],
            ["5", "desk", "", ""],
        ],
        None,
    );
    let names: Vec<&str> = look.columns.iter().map(|column| column.column.as_str()).collect();
    assert_eq!(names, ["Team", "Opened", "Reopened"]);
    let team = &look.columns[0];
    assert_eq!((team.filled, team.empty, team.distinct, team.more_distinct), (4, 1, 3, false));
    let values: Vec<_> = team.values.iter().map(|value| (value.value.as_str(), value.rows)).collect();
    assert_eq!(values, [("Network", 2), ("Desk", 1), ("desk", 1)], "capitals count, outer blanks do not");
    let opened = &look.columns[1];
    assert_eq!(opened.earliest.as_deref(), Some("2025-01-31 10:00:00"));
    assert_eq!(opened.latest.as_deref(), Some("2025-03-31 23:59:00"));
    let months: Vec<_> = opened.months.iter().map(|month| (month.month.as_str(), month.rows)).collect();
    assert_eq!(months, [("2025-01", 1), ("2025-03", 2)]);
    assert_eq!(opened.unreadable, RowList { count: 1, first: vec![5] });
    let reopened = &look.columns[2];
    assert_eq!(reopened.smallest.unwrap().to_string(), "-1");
    assert_eq!(reopened.largest.unwrap().to_string(), "12.5");
    assert_eq!(reopened.unreadable, RowList { count: 1, first: vec![5] });
}

#[test]
fn many_values_are_counted_up_to_a_limit_that_is_said() {
    let teams: Vec<String> = (0..MOST_DISTINCT + 5).map(|number| format!("team {number}")).collect();
    let rows: Vec<[&str; 4]> = teams.iter().chain(&teams[..7]).map(|team| ["", team.as_str(), "", ""]).collect();
    let look = looked(&rows, None);
    let team = &look.columns[0];
    assert_eq!((team.distinct, team.more_distinct), (MOST_DISTINCT as u64, true));
    assert_eq!(team.values.len(), VALUES_LISTED);
    assert_eq!(team.values[0].rows, 2, "those that were met twice come first");
    assert_eq!(team.filled, team.values.iter().map(|value| value.rows).sum::<u64>() + team.other_rows);

    let exact = looked(&rows[..MOST_DISTINCT], None);
    assert!(!exact.columns[0].more_distinct);
}

#[test]
fn long_texts_do_not_fill_the_memory() {
    let long = "ä".repeat(100_000);
    let longer = format!("{long}!");
    let look = looked(&[["", &long, "", ""], ["", &longer, "", ""]], None);
    assert_eq!(look.columns[0].distinct, 1, "told apart by their beginning only");
    assert!(look.columns[0].values[0].value.len() <= 1_000);
}

#[test]
fn rows_outside_of_the_period_are_named() {
    let look = looked(
        &[
            ["1", "", "2024-12-31 23:59", ""],
            ["2", "", "2025-01-01 00:00", ""],
            ["3", "", "2025-12-31 23:59", ""],
            ["4", "", "2026-01-01 00:00", ""],
            ["5", "", "", ""],
            ["6", "", "soon", ""],
        ],
        Some(("2025-01-01", "2025-12-31")),
    );
    let outside = look.outside.unwrap();
    assert_eq!((outside.field.as_str(), outside.column.as_str()), ("opened_at", "Opened"));
    assert_eq!((outside.before, outside.within, outside.after, outside.empty, outside.unreadable), (1, 2, 1, 1, 1));
    let rows: Vec<_> = outside.first.iter().map(|row| (row.row, row.id.as_str(), row.moment.as_str())).collect();
    assert_eq!(rows, [(2, "1", "2024-12-31 23:59"), (5, "4", "2026-01-01 00:00")]);

    let many = vec![["1", "", "2024-12-31 23:59", ""]; 500];
    let outside = looked(&many, Some(("2025-01-01", "2025-12-31"))).outside.unwrap();
    assert_eq!((outside.before, outside.first.len()), (500, OUTSIDE_LISTED));
}

#[test]
fn a_period_needs_a_column_of_moments() {
    let (shape, mut mapping) = table();
    let period = ("2025-01-01".parse().unwrap(), "2025-12-31".parse().unwrap());
    assert!(Looker::placed_by("team", &shape, &mapping, &[], period).done().outside.is_none());
    assert!(Looker::placed_by("opened_at", &shape, &mapping, &[], period).done().outside.is_some());
    mapping.remove("opened_at");
    assert!(Looker::new(&shape, &mapping, &[], Some(period)).done().outside.is_none());
    mapping.insert("closed_at".to_owned(), "Opened".to_owned());
    let outside = Looker::new(&shape, &mapping, &[], Some(period)).done().outside.unwrap();
    assert_eq!(outside.field, "closed_at");
}

#[test]
fn without_a_column_for_ids_nothing_is_said_of_them() {
    let (shape, mut mapping) = table();
    mapping.remove("record_id");
    let mut looker = Looker::new(&shape, &mapping, &[], None);
    looker.row(2, &|_| "x");
    looker.row(3, &|_| "x");
    let look = looker.done();
    assert_eq!((look.rows, look.id_column, look.empty_ids.count, look.duplicates.ids), (2, None, 0, 0));
}

/// Ids close enough to each other that some meet.
fn ids() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(
        prop_oneof![
            4 => (prop::sample::select(vec!["INC", "CHG00", "", "é-"]), 0..40_u64).prop_map(|(prefix, number)| format!("{prefix}{number}")),
            2 => (0..30_u64).prop_map(|number| format!("R{number:04}")),
            1 => "[ab]{0,10}",
            1 => "same-beginning-[ab]{0,3}\u{0}?",
        ],
        0..150,
    )
}

proptest! {
    #[test]
    fn duplicates_are_those_that_slow_counting_finds(ids in ids()) {
        let look = of_ids(&ids);
        let mut slow: BTreeMap<&str, Vec<u64>> = BTreeMap::new();
        for (place, id) in ids.iter().enumerate().filter(|(_, id)| !id.trim().is_empty()) {
            slow.entry(id.trim()).or_default().push(place as u64 + 2);
        }
        slow.retain(|_, rows| rows.len() > 1);
        prop_assert_eq!(look.duplicates.ids, slow.len() as u64);
        prop_assert_eq!(look.duplicates.rows, slow.values().map(|rows| rows.len() as u64).sum::<u64>());
        let mut last = 0;
        for duplicate in &look.duplicates.first {
            let rows = &slow[duplicate.id.as_str()];
            prop_assert_eq!(duplicate.rows.count, rows.len() as u64);
            prop_assert_eq!(&duplicate.rows.first[..], &rows[..rows.len().min(ROWS_LISTED)]);
            prop_assert!(rows[0] > last, "in the order of the file");
            last = rows[0];
        }
    }

    #[test]
    fn gaps_are_those_that_slow_counting_finds(numbers in prop::collection::vec(0..300_u64, 2..80)) {
        let ids: Vec<String> = numbers.iter().map(|number| format!("INC{number:05}")).collect();
        let look = of_ids(&ids);
        let there: BTreeSet<u64> = numbers.iter().copied().collect();
        let (lowest, highest) = (*there.first().unwrap(), *there.last().unwrap());
        let missing: Vec<u64> = (lowest..=highest).filter(|number| !there.contains(number)).collect();
        let series = &look.numbering[0];
        prop_assert_eq!(series.numbers, there.len() as u64);
        prop_assert_eq!(series.missing, missing.len() as u64);
        let mut listed = Vec::new();
        for gap in &series.gaps {
            let number = |id: &str| id["INC".len()..].parse::<u64>().unwrap();
            prop_assert_eq!(number(&gap.to) - number(&gap.from) + 1, gap.missing);
            listed.extend(number(&gap.from)..=number(&gap.to));
        }
        prop_assert_eq!(&listed[..], &missing[..listed.len()]);
        if series.gap_count as usize == series.gaps.len() {
            prop_assert_eq!(listed.len(), missing.len());
        }
    }

    #[test]
    fn values_are_counted_as_slow_counting_does(teams in prop::collection::vec("[abÄ ]{0,3}", 0..200)) {
        let rows: Vec<[&str; 4]> = teams.iter().map(|team| ["", team.as_str(), "", ""]).collect();
        let look = looked(&rows, None);
        let mut slow: BTreeMap<&str, u64> = BTreeMap::new();
        for team in &teams {
            *slow.entry(team.trim()).or_default() += 1;
        }
        let empty = slow.remove("").unwrap_or_default();
        let column = &look.columns[0];
        prop_assert_eq!((column.empty, column.distinct), (empty, slow.len() as u64));
        let mut slow: Vec<(&str, u64)> = slow.into_iter().collect();
        slow.sort_by_key(|(value, rows)| (std::cmp::Reverse(*rows), *value));
        slow.truncate(VALUES_LISTED);
        let found: Vec<(&str, u64)> = column.values.iter().map(|value| (value.value.as_str(), value.rows)).collect();
        prop_assert_eq!(found, slow);
    }

    #[test]
    fn no_cell_breaks_a_look(cells in prop::collection::vec(prop::array::uniform4("\\PC{0,20}"), 0..20)) {
        let rows: Vec<[&str; 4]> = cells.iter().map(|row| [&*row[0], &*row[1], &*row[2], &*row[3]]).collect();
        prop_assert_eq!(looked(&rows, Some(("2025-01-01", "2025-12-31"))).rows, rows.len() as u64);
    }
}
