//! Exports of a service desk's tool, made the same every time and kept between runs.

use std::{
    fmt::Write as _,
    fs::{self, File},
    io::{BufWriter, Write},
    path::{Path, PathBuf},
};

use ground::{Fault, Problem};
use rust_xlsxwriter::{Workbook, XlsxError};

use super::kept;
use crate::chance::Chance;

/// Raised whenever what is made changes, so that files kept from an earlier run are made anew.
const VERSION: u32 = 2;

pub const COLUMNS: [&str; 12] = [
    "number",
    "opened_at",
    "short_description",
    "priority",
    "state",
    "category",
    "assignment_group",
    "caller_id",
    "resolved_at",
    "assigned_to",
    "business_hours",
    "reopen_count",
];
/// The columns whose values are counted. The first of them makes the strata.
pub const COUNTED: [&str; 3] = ["priority", "state", "assignment_group"];

const PRIORITIES: [&str; 5] = ["3 - Moderate", "4 - Low", "2 - High", "5 - Planning", "1 - Critical"];
const STATES: [&str; 5] = ["Closed", "Resolved", "In Progress", "On Hold", "New"];
const CATEGORIES: [&str; 8] =
    ["Software", "Hardware", "Network", "Database", "Access", "Mail", "Printing", "Inquiry / Help"];
const SUBJECTS: [&str; 8] = [
    "Printer does not print",
    "Mail is slow since today",
    "No access to the folder",
    "Laptop does not start",
    "VPN drops every minute",
    "Password forgotten, account locked",
    "Report is empty, again",
    "Screen stays \"black\"",
];

/// One record, cell by cell, the same for the same number.
struct Records(Chance);

impl Records {
    fn of_seed(seed: u64) -> Self {
        Self(Chance::seeded(seed))
    }

    fn next(&mut self, number: usize) -> [String; 12] {
        let chance = &mut self.0;
        let subject = chance.one(&SUBJECTS);
        let (floor, group) = (chance.below(900), chance.likelier_first(&GROUPS));
        let (opened, resolved) = (moment(chance), moment(chance));
        [
            format!("INC{number:07}"),
            opened,
            format!("{subject} {floor}"),
            chance.likelier_first(&PRIORITIES).to_owned(),
            chance.likelier_first(&STATES).to_owned(),
            chance.one(&CATEGORIES).to_owned(),
            format!("Team {group:02}"),
            format!("user.name{}", chance.below(4000)),
            resolved,
            format!("agent{}", chance.below(150)),
            format!("{}.{:02}", chance.below(500), chance.below(100)),
            chance.below(5).to_string(),
        ]
    }
}

const GROUPS: [usize; 40] = {
    let mut groups = [0; 40];
    let mut place = 0;
    while place < groups.len() {
        groups[place] = place + 1;
        place += 1;
    }
    groups
};

fn moment(chance: &mut Chance) -> String {
    let (month, day) = (chance.below(12) + 1, chance.below(28) + 1);
    let (hour, minute, second) = (chance.below(24), chance.below(60), chance.below(60));
    format!("2026-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}")
}

/// A CSV file with so many records.
///
/// # Errors
/// A folder where nothing can be written.
pub fn text(folder: &Path, rows: usize, fresh: bool) -> Result<PathBuf, Problem> {
    once(kept(folder, &format!("export-v{VERSION}-{rows}.csv")), fresh, |path| {
        let mut file = BufWriter::new(File::create(path)?);
        writeln!(file, "{}", COLUMNS.join(","))?;
        let mut records = Records::of_seed(11);
        let mut line = String::new();
        for number in 0..rows {
            line.clear();
            for cell in records.next(number) {
                if cell.contains([',', '"']) {
                    let _ = write!(line, "\"{}\",", cell.replace('"', "\"\""));
                } else {
                    let _ = write!(line, "{cell},");
                }
            }
            line.pop();
            writeln!(file, "{line}")?;
        }
        file.flush()
    })
}

/// Where a workbook keeps its texts.
#[derive(Clone, Copy, PartialEq)]
pub enum Texts {
    /// In a list of its own, each text once, as spreadsheet programs do.
    Shared,
    /// In the cells, as tools do that write a sheet as a stream.
    InCells,
}

impl Texts {
    pub const fn words(self) -> &'static str {
        match self {
            Self::Shared => "texts shared",
            Self::InCells => "texts in the cells",
        }
    }
}

/// A workbook with so many records.
///
/// # Errors
/// A folder where nothing can be written.
pub fn workbook(folder: &Path, rows: usize, texts: Texts, fresh: bool) -> Result<PathBuf, Problem> {
    let form = if texts == Texts::Shared { "shared" } else { "in-cells" };
    once(kept(folder, &format!("export-v{VERSION}-{rows}-{form}.xlsx")), fresh, |path| {
        filled(path, rows, texts).map_err(std::io::Error::other)
    })
}

fn filled(path: &Path, rows: usize, texts: Texts) -> Result<(), XlsxError> {
    let mut workbook = Workbook::new();
    let sheet = match texts {
        Texts::Shared => workbook.add_worksheet_with_low_memory()?,
        Texts::InCells => workbook.add_worksheet_with_constant_memory()?,
    };
    sheet.set_name("Incidents")?;
    sheet.write_row(0, 0, COLUMNS)?;
    let mut records = Records::of_seed(11);
    for number in 0..rows {
        let row = u32::try_from(number).unwrap_or(u32::MAX - 1) + 1;
        for (column, cell) in (0_u16..).zip(records.next(number)) {
            // The last two columns hold numbers, as a tool's own export does.
            match cell.parse::<f64>() {
                Ok(value) if column >= 10 => sheet.write_number(row, column, value)?,
                _ => sheet.write_string(row, column, cell)?,
            };
        }
    }
    workbook.save(path)
}

/// Makes a file that is not there yet. One that was only half made is none.
fn once(path: PathBuf, fresh: bool, make: impl FnOnce(&Path) -> std::io::Result<()>) -> Result<PathBuf, Problem> {
    if path.exists() && !fresh {
        return Ok(path);
    }
    let making = path.with_extension("half-made");
    make(&making).and_then(|()| fs::rename(&making, &path)).map_err(Fault::bug)?;
    println!("made {}", path.display());
    Ok(path)
}
