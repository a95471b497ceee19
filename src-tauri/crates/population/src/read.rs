//! Passes over the rows of a population: each question reads the frozen bytes once, from the first row to the last.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::ControlFlow,
};

use book::Reading;
use ground::{Day, Effort, Id};
use schemars::JsonSchema;
use serde::Serialize;
use table::{Row, Shape, Source, TableError};

use crate::{
    BoundRule, Fields, Gathered, Gatherer, Hit, Look, Looker, MOST_STRATA, Population, PopulationError, RECORD_ID, Ran,
    Rule, RuleTest,
};

/// A table in a file, and what its columns mean. All that a draw needs to be repeated.
#[derive(Debug, Clone, Copy)]
pub struct Export<'a> {
    /// The name of the file, for refusals.
    pub file_name: &'a str,
    /// How it is read.
    pub shape: &'a Shape,
    /// Which column holds which field.
    pub mapping: &'a BTreeMap<String, String>,
}

/// Takes a row by its number and its cells by column, counted from 0.
pub(crate) type OnCells<'a> = dyn for<'row> FnMut(u64, &dyn Fn(usize) -> &'row str) -> ControlFlow<()> + 'a;

impl Population {
    /// The table it consists of.
    #[must_use]
    pub fn export(&self) -> Export<'_> {
        Export { file_name: &self.file_name, shape: &self.shape, mapping: &self.mapping }
    }

    /// Begins to look at it. Without `count`, the columns that the mapping names are counted.
    pub(crate) fn looker(
        &self,
        count: Option<&[String]>,
        period: Option<(Day, Day)>,
    ) -> Result<Looker, PopulationError> {
        let export = self.export();
        let count: Vec<usize> = match count {
            Some(columns) => columns.iter().map(|column| export.named(column)).collect::<Result<_, _>>()?,
            None => self.mapping.values().filter_map(|column| self.column(column)).collect(),
        };
        Ok(Looker::new(&self.shape, &self.mapping, &count, period))
    }
}

impl Export<'_> {
    /// The place of a column that is named by itself or by the field it holds.
    ///
    /// # Errors
    /// Refuses a name that is neither.
    pub fn named(&self, name: &str) -> Result<usize, PopulationError> {
        let column = self.mapping.get(name).map_or(name, String::as_str);
        self.shape
            .position(column)
            .ok_or_else(|| PopulationError::NoColumn { column: name.to_owned(), file: self.file_name.to_owned() })
    }

    /// A filter or test in its canonical form; nothing stays nothing.
    ///
    /// # Errors
    /// Refuses what is no rule, or one whose names this table does not have.
    pub fn canonical(&self, rule: &str) -> Result<String, PopulationError> {
        if rule.trim().is_empty() {
            return Ok(String::new());
        }
        let rule = Rule::parse(rule)?;
        rule.bind(&Fields::new(self.shape, self.mapping))?;
        Ok(rule.to_string())
    }

    pub(crate) fn bound(&self, rule: &str) -> Result<Option<BoundRule>, PopulationError> {
        if rule.trim().is_empty() {
            return Ok(None);
        }
        Ok(Some(Rule::parse(rule)?.bind(&Fields::new(self.shape, self.mapping))?))
    }

    /// Reads every row that the filter lets through.
    ///
    /// # Errors
    /// Refuses a filter that does not fit, and what is no table; a cancel when the effort was stopped.
    pub fn pass(
        &self,
        source: &mut dyn Source,
        filter: &str,
        effort: &Effort,
        on_row: &mut dyn FnMut(&Row<'_>) -> ControlFlow<()>,
    ) -> Result<table::Read, PopulationError> {
        let filter = self.bound(filter)?;
        let read = table::read(
            source,
            self.shape,
            &mut |row| match &filter {
                Some(rule) if !rule.holds(&|column| row.get(column)).is_true() => ControlFlow::Continue(()),
                _ => on_row(row),
            },
            &mut |bytes| effort.reached(bytes),
        );
        read.map_err(|error| match error {
            TableError::Cancelled => PopulationError::Cancelled { file: self.file_name.to_owned() },
            other => PopulationError::Table(other),
        })
    }

    /// Everything a draw is a function of: the records that the filter lets through, in the order of the draw.
    ///
    /// # Errors
    /// As [`Export::pass`]; also a column that the table does not have.
    pub fn gather(
        &self,
        source: &mut dyn Source,
        filter: &str,
        stratum: Option<&str>,
        value: Option<&str>,
        effort: &Effort,
    ) -> Result<Gathered, PopulationError> {
        self.gathered(stratum, value, &mut |on_row| {
            self.pass(source, filter, effort, &mut |row| on_row(row.number(), &|column| row.get(column)))?;
            Ok(())
        })
    }

    /// Gathers what `pass` hands over.
    pub(crate) fn gathered(
        &self,
        stratum: Option<&str>,
        value: Option<&str>,
        pass: &mut dyn FnMut(&mut OnCells<'_>) -> Result<(), PopulationError>,
    ) -> Result<Gathered, PopulationError> {
        let id = self.mapping.contains_key(RECORD_ID).then(|| self.named(RECORD_ID)).transpose()?;
        let stratum = stratum.map(|column| self.named(column)).transpose()?;
        let value = value.map(|column| self.named(column)).transpose()?;
        let mut gatherer = Gatherer::new(id, stratum, value, self.shape.layout.decimal);
        pass(&mut |number, cell| {
            gatherer.row(number, cell);
            if gatherer.strata_so_far() > MOST_STRATA { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        })?;
        if gatherer.strata_so_far() > MOST_STRATA {
            let column = stratum.map(|place| self.shape.columns[place].name.clone()).unwrap_or_default();
            return Err(PopulationError::TooManyStrata { column, most: MOST_STRATA });
        }
        Ok(gatherer.done())
    }
}

/// The bytes of a population as they were frozen, from their start.
pub(crate) fn opened<'a>(
    reading: Reading<'a>,
    population: &Population,
    effort: &Effort,
) -> Result<book::BlobReader<'a>, PopulationError> {
    effort.begin(format!("Reading {}", population.file_name), population.size_bytes.unsigned_abs());
    Ok(reading.blob_reader(&population.sha256)?)
}

/// A rule in the canonical form, proven against the population's columns.
///
/// # Errors
/// As [`Export::canonical`].
pub fn canonical(population: &Population, rule: &str) -> Result<String, PopulationError> {
    population.export().canonical(rule)
}

/// As [`Export::gather`], from the frozen bytes.
///
/// # Errors
/// As [`Export::gather`].
pub fn gather(
    reading: Reading<'_>,
    population: &Population,
    filter: &str,
    stratum: Option<&str>,
    value: Option<&str>,
    effort: &Effort,
) -> Result<Gathered, PopulationError> {
    let mut bytes = opened(reading, population, effort)?;
    population.export().gather(&mut bytes, filter, stratum, value, effort)
}

/// The cells of some rows, by row.
///
/// # Errors
/// As [`Export::pass`].
pub fn cells_of(
    reading: Reading<'_>,
    population: &Population,
    rows: &BTreeSet<u64>,
    effort: &Effort,
) -> Result<BTreeMap<u64, Vec<String>>, PopulationError> {
    let mut found = BTreeMap::new();
    let Some(last) = rows.last().copied() else { return Ok(found) };
    let mut bytes = opened(reading, population, effort)?;
    population.export().pass(&mut bytes, "", effort, &mut |row| {
        if rows.contains(&row.number()) {
            found.insert(row.number(), row.cells().map(str::to_owned).collect());
        }
        if row.number() >= last { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    })?;
    Ok(found)
}

/// Which rows of a population are wanted.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// What is filtered out before, as a rule; empty for nothing.
    pub filter: String,
    /// Only rows one of whose cells holds these words, capitals or not.
    pub holding: String,
    /// How many matching rows to pass over.
    pub from: u64,
    /// How many to give.
    pub limit: u64,
}

/// A row of a population.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct PageRow {
    /// The row as a spreadsheet counts it.
    pub row: u64,
    /// Its cells, in the order of the columns.
    pub cells: Vec<String>,
}

/// Some rows of a population, and how many there are.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Pages {
    /// The names of the columns.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<PageRow>,
    /// How many rows match in all.
    pub matching: u64,
}

/// A page of the rows that match.
///
/// # Errors
/// As [`Export::pass`].
pub fn page_of(
    reading: Reading<'_>,
    population: &Population,
    wanted: &Wanted,
    effort: &Effort,
) -> Result<Pages, PopulationError> {
    let mut bytes = opened(reading, population, effort)?;
    let holding = wanted.holding.trim().to_lowercase();
    let mut rows = Vec::new();
    let mut matching = 0;
    population.export().pass(&mut bytes, &wanted.filter, effort, &mut |row| {
        if !holding.is_empty() && !row.cells().any(|cell| cell.to_lowercase().contains(&holding)) {
            return ControlFlow::Continue(());
        }
        if matching >= wanted.from && (rows.len() as u64) < wanted.limit {
            rows.push(PageRow { row: row.number(), cells: row.cells().map(str::to_owned).collect() });
        }
        matching += 1;
        ControlFlow::Continue(())
    })?;
    let columns = population.shape.columns.iter().map(|column| column.name.clone()).collect();
    Ok(Pages { columns, rows, matching })
}

/// Counts, dates, gaps and duplicates. Without `count`, the columns that the mapping names are counted.
///
/// # Errors
/// As [`Export::pass`].
pub fn look_at(
    reading: Reading<'_>,
    population: &Population,
    filter: &str,
    count: Option<&[String]>,
    period: Option<(Day, Day)>,
    effort: &Effort,
) -> Result<Look, PopulationError> {
    let mut looker = population.looker(count, period)?;
    let mut bytes = opened(reading, population, effort)?;
    population.export().pass(&mut bytes, filter, effort, &mut |row| {
        looker.row(row.number(), &|column| row.get(column));
        ControlFlow::Continue(())
    })?;
    Ok(looker.done())
}

/// Holds a rule against every row. What it finds are records to look at, no verdict.
///
/// # Errors
/// As [`Export::pass`].
pub fn run_rule(
    reading: Reading<'_>,
    population: &Population,
    rule: &str,
    filter: &str,
    effort: &Effort,
) -> Result<Ran, PopulationError> {
    let export = population.export();
    let rule = Rule::parse(rule)?;
    let bound = rule.bind(&Fields::new(export.shape, export.mapping))?;
    let id = population.column_of(RECORD_ID);
    let mut ran = Ran {
        rule: rule.to_string(),
        filter: export.canonical(filter)?,
        rows: 0,
        hit_count: 0,
        unreadable: Vec::new(),
        hits: Vec::new(),
    };
    let mut bytes = opened(reading, population, effort)?;
    export.pass(&mut bytes, filter, effort, &mut |row| {
        ran.rows += 1;
        if bound.holds(&|column| row.get(column)).is_true() {
            ran.hit_count += 1;
            if ran.hits.len() < crate::HITS_KEPT {
                let record_id = id.map_or_else(|| row.number().to_string(), |column| row.get(column).trim().to_owned());
                ran.hits.push(Hit { row: row.number(), record_id });
            }
        }
        ControlFlow::Continue(())
    })?;
    ran.unreadable = bound.unreadable();
    Ok(ran)
}

/// The rules that were held against a population and kept, in the order in which they were.
///
/// # Errors
/// Only when the database fails.
pub fn tests_of(reading: Reading<'_>, population: Id<Population>) -> Result<Vec<RuleTest>, ground::Fault> {
    reading.records("WHERE population = ?1 ORDER BY id", [population.to_string()])
}

/// The latest population with the same columns, whose meaning is taken over for the next file of the same source.
///
/// # Errors
/// Only when the database fails.
pub fn remembered(reading: Reading<'_>, shape: &Shape) -> Result<Option<Population>, ground::Fault> {
    let headers = |shape: &Shape| shape.columns.iter().map(|column| column.header.clone()).collect::<Vec<_>>();
    let wanted = headers(shape);
    let mut all: Vec<Population> = reading.records("WHERE withdrawn_reason = '' ORDER BY id DESC", [])?;
    Ok(all.drain(..).find(|population| headers(&population.shape) == wanted))
}
