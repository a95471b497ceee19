use std::path::{Path, PathBuf};

/// The street, in the order of an auditor's day.
pub const STREET: &[&str] = &[
    "ground",
    "book",
    "table",
    // Only screens: a record's history, as the book tells it.
    "history",
    "organisation",
    "criteria",
    "programme",
    "audit",
    "checklist",
    "sampling",
    "evidence",
    "population",
    "sample",
    "finding",
    "corrective_action",
    "assessment",
    "report",
    "seal",
    "handoff",
    "exchange",
    "desk",
    "cli",
    "xtask",
];

/// Where the house stands in the street; none for what is not ours.
pub fn house_number(name: &str) -> Option<usize> {
    STREET.iter().position(|house| *house == name)
}

/// The arrow, when it runs uphill: from a house to itself or to one that stands after it.
pub fn uphill(from: &str, to: &str) -> Option<String> {
    (house_number(to)? >= house_number(from)?).then(|| format!("{from} ──▶ {to}"))
}

/// The repository's root.
pub fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests/ stands in the repository")
}

/// What stands in a folder, in order.
pub fn entries(folder: &Path) -> Vec<PathBuf> {
    let listed = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut entries: Vec<_> = listed.map(|entry| entry.expect("an entry that can be read").path()).collect();
    entries.sort();
    entries
}

/// The last part of a path.
pub fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

#[test]
fn an_arrow_runs_uphill_when_it_points_at_a_later_house() {
    assert_eq!(uphill("evidence", "finding").as_deref(), Some("evidence ──▶ finding"));
    assert_eq!(uphill("finding", "evidence"), None);
    assert_eq!(uphill("finding", "serde"), None, "what is not ours stands in no street");
}
