use std::{collections::BTreeMap, ops::ControlFlow, path::Path};

use audit::{Audit, number_after};
use book::{Act, Writing};
use checklist::Question;
use ground::{Effort, Id, Instant};
use schemars::JsonSchema;
use serde::Deserialize;
use table::{ColumnKind, FileKind, SetAside, Shape};

use crate::{Excerpt, Looker, Population, PopulationError, change::must_be_named, check_mapping, read::Export};

/// The act as history names it.
pub const BRING_IN: Act = Act::named("population.bring-in");

/// Rows set aside and cells that can't be read that are kept by row; all are counted.
const LISTED: usize = 200;

/// A file as it is brought in: how to read it, what it holds and where it comes from.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
pub struct Arrival {
    /// The records and their period: `Incidents 2025`.
    pub title: String,
    /// What one row is, such as `incident`.
    #[serde(default)]
    pub record_type: String,
    /// The tool it was exported from.
    #[serde(default)]
    pub tool: String,
    /// The query, view or report that was exported.
    #[serde(default)]
    pub query: String,
    /// Who supplied it.
    #[serde(default)]
    pub supplied_by: String,
    /// When it was exported.
    pub extracted_at: Option<Instant>,
    /// The time zone in which the file tells its moments.
    #[serde(default)]
    pub timezone: String,
    /// How many records the tool itself showed.
    pub tool_count: Option<u32>,
    /// How it was made sure that nothing is missing.
    #[serde(default)]
    pub completeness: String,
    /// The question it was asked for.
    pub question: Option<Id<Question>>,
    /// How the file is read.
    pub shape: Shape,
    /// Which column holds which field.
    #[serde(default)]
    pub mapping: BTreeMap<String, String>,
}

/// Freezes a file as a population: its bytes go into the workspace as they are read, row by row.
///
/// # Errors
/// Refuses a population without name or supplier, a meaning that fits no column, what is no table, and while a signed
/// report stands; a cancel when the effort was stopped. Nothing of the file is kept then.
pub fn bring_in(
    writing: &mut Writing<'_>,
    path: &Path,
    told: Arrival,
    effort: &Effort,
) -> Result<Population, PopulationError> {
    Ok(bring_in_with_excerpt(writing, path, told, effort)?.0)
}

/// As [`bring_in`]; the excerpt saves whoever looks at the population next a pass over its file.
///
/// # Errors
/// As [`bring_in`].
pub fn bring_in_with_excerpt(
    writing: &mut Writing<'_>,
    path: &Path,
    told: Arrival,
    effort: &Effort,
) -> Result<(Population, Excerpt), PopulationError> {
    let audit: Audit = writing.need(writing.binder())?;
    audit.must_be_open()?;
    must_be_named(&told.title, &told.supplied_by)?;
    if let Some(question) = told.question
        && writing.get(question)?.is_none()
    {
        return Err(PopulationError::OtherAudit);
    }
    let file_name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    check_mapping(&told.shape.columns, &told.mapping)?;
    let mut number = 0;
    for earlier in writing.all::<Population>()? {
        number = number.max(number_after(&earlier.reference, "-P-"));
    }
    let export = Export { file_name: &file_name, shape: &told.shape, mapping: &told.mapping };
    let media_type = match told.shape.layout.file {
        FileKind::Text => "text/csv",
        FileKind::Workbook => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    };
    let mut file = writing.open_and_keep(path, media_type)?;
    effort.begin(format!("Reading {file_name}"), file.file_size_bytes());
    let mut seen = Seen::of(&export)?;
    let mut excerpt = Excerpt::begin(&told.shape, &told.mapping);
    let read = export.pass(&mut file, "", effort, &mut |row| {
        seen.row(row);
        excerpt.row(row);
        ControlFlow::Continue(())
    })?;
    let kept = file.finish()?;
    let duplicates = seen.looker.duplicates();
    let excerpt = excerpt.done(&kept.sha256);
    let population = Population {
        id: writing.new_id(),
        reference: format!("{}-P-{:02}{}", audit.reference, number + 1, writing.desk_mark()),
        title: told.title.trim().to_owned(),
        record_type: told.record_type,
        tool: told.tool,
        query: told.query,
        supplied_by: told.supplied_by.trim().to_owned(),
        extracted_at: told.extracted_at,
        timezone: told.timezone,
        file_name,
        sha256: kept.sha256,
        size_bytes: signed(kept.size_bytes),
        rows: signed(read.rows + read.set_aside_count),
        set_aside_count: signed(read.set_aside_count),
        set_aside: read.set_aside.into_iter().take(LISTED).collect(),
        duplicates: signed(duplicates.rows_left_out()),
        unreadable_cells: signed(seen.unreadable_cells),
        unreadable: seen.unreadable,
        shape: told.shape,
        mapping: told.mapping,
        tool_count: told.tool_count.map(i64::from),
        completeness: told.completeness,
        question: told.question,
        brought_at: writing.now,
        brought_by: writing.by.person.map(Id::from_uuid),
        brought_by_name: writing.by.name.clone(),
        withdrawn_reason: String::new(),
    };
    writing.put(&population)?;
    Ok((population, excerpt))
}

/// What is noticed of the rows while they pass by for the first time.
struct Seen {
    looker: Looker,
    /// Columns of moments and numbers that have a meaning, with their names and how to read them.
    read: Vec<(usize, table::Column)>,
    decimal: table::DecimalSign,
    unreadable_cells: u64,
    unreadable: Vec<SetAside>,
}

impl Seen {
    fn of(export: &Export<'_>) -> Result<Self, PopulationError> {
        let mut read = Vec::new();
        for column in export.mapping.values() {
            let place = export.named(column)?;
            let column = &export.shape.columns[place];
            if column.kind != ColumnKind::Text {
                read.push((place, column.clone()));
            }
        }
        Ok(Self {
            looker: Looker::new(export.shape, export.mapping, &[], None),
            read,
            decimal: export.shape.layout.decimal,
            unreadable_cells: 0,
            unreadable: Vec::new(),
        })
    }

    fn row(&mut self, row: &table::Row<'_>) {
        self.looker.row(row.number(), &|column| row.get(column));
        for (place, column) in &self.read {
            let cell = row.get(*place).trim();
            let readable = cell.is_empty()
                || match column.kind {
                    ColumnKind::Moment => table::moment(cell, &column.form).is_some(),
                    ColumnKind::Number => table::Decimal::parse(cell, self.decimal).is_some(),
                    ColumnKind::Text => true,
                };
            if !readable {
                self.unreadable_cells += 1;
                if self.unreadable.len() < LISTED {
                    let what = if column.kind == ColumnKind::Moment { "moment" } else { "number" };
                    let shown: String = cell.chars().take(60).collect();
                    self.unreadable.push(SetAside {
                        row: row.number(),
                        column: Some(column.name.clone()),
                        reason: format!("“{shown}” is no {what}"),
                    });
                }
            }
        }
    }
}

fn signed(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
