use std::{
    collections::{BTreeMap, BTreeSet},
    io::Cursor,
    ops::ControlFlow,
};

use ground::Effort;
use table::{Corrections, Shape, recognise};

use super::Excerpt;
use crate::{Gathered, Looker, read::Export};

/// More rows than a column may have values, with texts of every sort.
fn export() -> String {
    let mut csv = String::from("number,opened_at,short_description,priority,effort\n");
    for row in 0..6_000 {
        let words = if row % 5 == 0 { format!("\"Mail, slow\nsince {row}\"") } else { format!("Printer {row}") };
        let priority = ["1 - Critical", " 2 - High", "", "4 - Low"][row % 7 % 4];
        csv += &format!(
            "INC{:05},2026-03-{:02} 08:{:02}:00,{words},{priority},{}.5\n",
            row % 5_990,
            row % 28 + 1,
            row % 60,
            row % 40
        );
    }
    csv
}

fn recognised(csv: &str) -> (Shape, BTreeMap<String, String>) {
    let shape = recognise(&mut Cursor::new(csv), "incidents.csv", &Corrections::default()).unwrap().shape;
    let mapping = [("record_id", "number"), ("opened_at", "opened_at"), ("priority", "priority")];
    (shape, mapping.into_iter().map(|(field, column)| (field.to_owned(), column.to_owned())).collect())
}

fn excerpt(csv: &str, shape: &Shape, mapping: &BTreeMap<String, String>) -> Excerpt {
    let mut excerpt = Excerpt::begin(shape, mapping);
    let export = Export { file_name: "incidents.csv", shape, mapping };
    let mut on_row = |row: &table::Row<'_>| {
        excerpt.row(row);
        ControlFlow::Continue(())
    };
    export.pass(&mut Cursor::new(csv), "", &Effort::default(), &mut on_row).unwrap();
    excerpt.done("0")
}

type Counted = Vec<(String, u64)>;

/// Numbers with their rows, strata with their sizes, values, and duplicates.
fn told(gathered: &Gathered) -> (Counted, Counted, Vec<u64>, u64) {
    let units = (0..gathered.len()).map(|place| gathered.unit(place)).map(|(id, row)| (id.to_owned(), row)).collect();
    (units, gathered.strata_sizes(), gathered.values().to_vec(), gathered.duplicates())
}

#[test]
fn what_is_gathered_from_an_excerpt_is_what_is_gathered_from_the_file() {
    let csv = export();
    let (shape, mapping) = recognised(&csv);
    let export = Export { file_name: "incidents.csv", shape: &shape, mapping: &mapping };
    let excerpt = excerpt(&csv, &shape, &mapping);
    for (filter, stratum, value) in [
        ("", Some("priority"), None),
        ("", None, Some("effort")),
        (r#"priority = "4 - Low" and opened_at >= 2026-03-10"#, Some("effort"), Some("effort")),
    ] {
        let effort = Effort::default();
        let from_file = export.gather(&mut Cursor::new(&csv), filter, stratum, value, &effort).unwrap();
        let from_excerpt = export_of(&excerpt, &export, filter, stratum, value).unwrap();
        assert_eq!(told(&from_file), told(&from_excerpt), "{filter} {stratum:?} {value:?}");
        assert!(!from_file.is_empty() && from_file.duplicates() > 0 || !filter.is_empty());
    }
}

fn export_of(
    excerpt: &Excerpt,
    export: &Export<'_>,
    filter: &str,
    stratum: Option<&str>,
    value: Option<&str>,
) -> Option<Gathered> {
    excerpt.gather(export, filter, stratum, value).unwrap()
}

#[test]
fn what_is_seen_in_an_excerpt_is_what_is_seen_in_the_file() {
    let csv = export();
    let (shape, mapping) = recognised(&csv);
    let excerpt = excerpt(&csv, &shape, &mapping);
    let count = [0, 1, 3, 4];
    let period = Some(("2026-03-05".parse().unwrap(), "2026-03-20".parse().unwrap()));
    let mut from_file = Looker::new(&shape, &mapping, &count, period);
    let export = Export { file_name: "incidents.csv", shape: &shape, mapping: &mapping };
    let mut on_row = |row: &table::Row<'_>| {
        from_file.row(row.number(), &|column| row.get(column));
        ControlFlow::Continue(())
    };
    export.pass(&mut Cursor::new(&csv), "", &Effort::default(), &mut on_row).unwrap();

    let mut from_excerpt = Looker::new(&shape, &mapping, &count, period);
    assert!(excerpt.pass(None, &mut |number, cell| from_excerpt.row(number, cell)), "all of this is held");
    assert_eq!(from_excerpt.done(), from_file.done());
}

#[test]
fn where_an_excerpt_does_not_hold_a_column_it_says_so_and_does_not_guess() {
    let csv = export();
    let (shape, mapping) = recognised(&csv);
    let export = Export { file_name: "incidents.csv", shape: &shape, mapping: &mapping };
    let excerpt = excerpt(&csv, &shape, &mapping);

    // Every description is another one, and it has no meaning that anybody told.
    assert!(excerpt.gather(&export, "", Some("short_description"), None).unwrap().is_none());
    assert!(excerpt.gather(&export, r#"[short_description] contains "mail""#, None, None).unwrap().is_none());
    let mut looker = Looker::new(&shape, &mapping, &[2], None);
    assert!(!excerpt.pass(None, &mut |number, cell| looker.row(number, cell)));
}

#[test]
fn reading_can_begin_at_the_marks() {
    let csv = export();
    let (shape, mapping) = recognised(&csv);
    let excerpt = excerpt(&csv, &shape, &mapping);
    assert!(excerpt.marks.len() > 90);

    let mut firsts = BTreeSet::new();
    table::read_from(&mut Cursor::new(&csv), &shape, &excerpt.marks, &mut |row| {
        firsts.insert((row.number(), row.get(0).to_owned()));
        ControlFlow::Break(())
    })
    .unwrap();

    let expected = excerpt.marks.iter().map(|(number, _)| (*number, format!("INC{:05}", (number - 2) % 5_990)));
    assert_eq!(firsts, expected.collect());
}
