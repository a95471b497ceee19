use std::collections::{BTreeMap, BTreeSet};

use book::{Act, Writing};
use ground::Id;
use population::{Gathered, Population, RECORD_ID};
use sampling::{ALGORITHM, Allocation, DrawKey, Method, allocate, draw_monetary, draw_random, draw_systematic};

use crate::{Item, Sample, SampleError, Seen, Stage, StratumPlan, attribute::tested, mark::open};

/// The act as history names it.
pub const DRAW: Act = Act::named("sample.draw");
/// The act as history names it.
pub const EXTEND: Act = Act::named("sample.extend");
/// The act as history names it.
pub const ADD_ITEMS: Act = Act::named("sample.add-records");

/// The most records one sheet holds. More than this nobody looks at one by one.
pub const MOST_ITEMS: u64 = 5_000;

/// A record that was drawn.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DrawnItem {
    /// The number of the record.
    pub record_id: String,
    /// Its row; 0 where there is none.
    pub row: u64,
    /// Its stratum; empty where there are none.
    pub stratum: String,
    /// How often a draw by value hit it.
    pub hits: u64,
    /// Its value as a decimal; empty where none weighs.
    pub value: String,
    /// The cells that are shown on the sheet.
    pub seen: Vec<Seen>,
}

impl DrawnItem {
    /// A record that is known by its number alone.
    #[must_use]
    pub fn named(record_id: &str) -> Self {
        Self { record_id: record_id.trim().to_owned(), hits: 1, ..Self::default() }
    }
}

/// What a draw gave.
#[derive(Debug, Clone, Default)]
pub struct Picked {
    /// The records in the order in which chance gave them.
    pub items: Vec<DrawnItem>,
    /// Records that chance chose from.
    pub population_size: u64,
    /// Rows left out because an earlier row has the same number.
    pub duplicates: u64,
    /// Records left out because they have no value above zero.
    pub without_value: u64,
    /// The sum of the values; empty where none weighs.
    pub total_value: String,
    /// The sampling interval of a draw by value; empty otherwise.
    pub interval: String,
    /// The strata as they were drawn.
    pub strata: Vec<StratumPlan>,
}

/// All that a draw is a function of, besides the records themselves.
#[derive(Debug, Clone)]
pub struct Design {
    /// How the records are chosen.
    pub method: Method,
    /// What was filtered out before, as a rule in its canonical form; may be empty.
    pub filter: String,
    /// What chance starts from.
    pub seed: String,
    /// How many are to be drawn; of a stratified draw only where `strata` says nothing.
    pub size: u64,
    /// The strata and how many of each; spread in proportion where it says nothing.
    pub strata: Vec<StratumPlan>,
}

impl Sample {
    /// The design of its draw.
    ///
    /// # Errors
    /// Refuses a stratified draw without the column of the strata, one by value without that of the values, and a
    /// sample that judgement chooses.
    pub fn design(&self) -> Result<Design, SampleError> {
        match self.method {
            Method::Stratified if self.stratum_column.is_empty() => return Err(SampleError::NoStratumColumn),
            Method::MonetaryUnit if self.value_column.is_empty() => return Err(SampleError::NoValueColumn),
            Method::Judgement => return Err(SampleError::NotByChance { reference: self.reference.clone() }),
            _ => {}
        }
        Ok(Design {
            method: self.method,
            filter: self.filter.clone(),
            seed: self.seed.clone(),
            size: u64::try_from(self.size).unwrap_or(0),
            strata: self.strata.clone(),
        })
    }
}

/// Draws: a pure function of the population's hash, the filter, the method, the sizes and the seed.
///
/// # Errors
/// Refuses a draw by chance without a seed, a size that is missing, larger than the population or than a sheet, and
/// strata that the population does not have.
pub fn pick(design: &Design, gathered: &Gathered, population_sha256: &str) -> Result<Picked, SampleError> {
    let records = gathered.len() as u64;
    let key = DrawKey {
        population_sha256: population_sha256.to_owned(),
        filter: design.filter.clone(),
        method: design.method,
        seed: design.seed.clone(),
    };
    let strata = if design.method == Method::Stratified { strata_of(design, gathered)? } else { Vec::new() };
    let wanted = match design.method {
        Method::All => records,
        Method::Stratified => strata.iter().map(|stratum| stratum.size).sum(),
        _ => design.size,
    };
    if wanted == 0 && records > 0 {
        return Err(SampleError::NoSize);
    }
    if wanted > MOST_ITEMS {
        return Err(SampleError::TooMany { size: wanted, most: MOST_ITEMS });
    }
    let mut picked =
        Picked { population_size: records, duplicates: gathered.duplicates(), strata, ..Picked::default() };
    match design.method {
        Method::Random => {
            let places = draw_random(&key, "", records, wanted)?;
            picked.items = places.into_iter().map(|place| at(gathered, place, "")).collect();
        }
        Method::Systematic => {
            let places = draw_systematic(&key, records, wanted)?;
            picked.items = places.into_iter().map(|place| at(gathered, place, "")).collect();
        }
        Method::Stratified => {
            for stratum in picked.strata.iter().filter(|stratum| stratum.size > 0) {
                let members = gathered.stratum(&stratum.name);
                for place in draw_random(&key, &stratum.name, stratum.population, stratum.size)? {
                    let place = members[usize::try_from(place).unwrap_or(usize::MAX)];
                    picked.items.push(at(gathered, u64::from(place), &stratum.name));
                }
            }
        }
        Method::MonetaryUnit => {
            let values = gathered.values();
            let drawn = draw_monetary(&key, values, wanted)?;
            picked.population_size = values.iter().filter(|value| **value > 0).count() as u64;
            picked.without_value = gathered.without_value();
            picked.total_value = gathered.money(drawn.total_value);
            picked.interval = gathered.money(drawn.interval);
            for hit in drawn.drawn {
                let mut item = at(gathered, hit.index, "");
                item.hits = hit.hits;
                item.value = gathered.money(values[usize::try_from(hit.index).unwrap_or(usize::MAX)]);
                picked.items.push(item);
            }
        }
        Method::All => picked.items = (0..records).map(|place| at(gathered, place, "")).collect(),
        Method::Judgement => return Err(SampleError::NotByChance { reference: "This sample".to_owned() }),
    }
    Ok(picked)
}

/// Every stratum there is, with how many of it are to be drawn. One of which nobody wants anything is still part of the
/// population, and the weights need it.
fn strata_of(design: &Design, gathered: &Gathered) -> Result<Vec<StratumPlan>, SampleError> {
    let here = gathered.strata_sizes();
    if design.strata.is_empty() {
        let sizes = allocate(&here, design.size, &Allocation::Proportional, 0)?;
        let with_size = here.into_iter().zip(sizes);
        return Ok(with_size.map(|((name, population), size)| StratumPlan { name, population, size }).collect());
    }
    if let Some(unknown) = design.strata.iter().find(|stratum| !here.iter().any(|(name, _)| *name == stratum.name)) {
        return Err(SampleError::NoStratum { name: unknown.name.clone() });
    }
    let size_of =
        |name: &str| design.strata.iter().find(|stratum| stratum.name == name).map_or(0, |stratum| stratum.size);
    Ok(here.into_iter().map(|(name, population)| StratumPlan { size: size_of(&name), name, population }).collect())
}

fn at(gathered: &Gathered, place: u64, stratum: &str) -> DrawnItem {
    let unit = gathered.unit(usize::try_from(place).unwrap_or(usize::MAX));
    DrawnItem {
        record_id: unit.0.to_owned(),
        row: unit.1,
        stratum: stratum.to_owned(),
        hits: 1,
        value: String::new(),
        seen: Vec::new(),
    }
}

/// The next records of the same draw, behind those that are on the sheet, the replaced ones among them. `strata` says
/// how many more of which stratum; where it says nothing, a stratified draw spreads `by` as it was spread before.
///
/// # Errors
/// Refuses a method whose draw has no next record, a population that is drawn to its end, and a draw that no longer
/// gives what it gave.
pub fn more(
    sample: &Sample,
    gathered: &Gathered,
    population_sha256: &str,
    items: &[Item],
    by: u64,
    strata: &BTreeMap<String, u64>,
) -> Result<Vec<DrawnItem>, SampleError> {
    let taken = |stratum: &str| items.iter().filter(|item| item.stratum == stratum).count() as u64;
    let mut wider = sample.design()?;
    match sample.method {
        Method::Random => {
            let now = taken("");
            let records = gathered.len() as u64;
            if now >= records {
                return Err(SampleError::Exhausted);
            }
            wider.size = (now + by).min(records);
        }
        Method::Stratified => {
            let spread = if strata.is_empty() { spread(sample, by)? } else { strata.clone() };
            for stratum in &mut wider.strata {
                let now = taken(&stratum.name);
                stratum.size = (now + spread.get(&stratum.name).copied().unwrap_or(0)).min(stratum.population);
            }
            let wanted: u64 = wider.strata.iter().map(|stratum| stratum.size).sum();
            if wanted <= items.len() as u64 {
                return Err(SampleError::Exhausted);
            }
        }
        Method::Systematic => return Err(SampleError::NoNext { method: "systematic" }),
        Method::MonetaryUnit => return Err(SampleError::NoNext { method: "by value" }),
        Method::Judgement | Method::All => return Err(SampleError::NoNext { method: "hand-picked or complete" }),
    }
    let picked = pick(&wider, gathered, population_sha256)?;
    let mut next = Vec::new();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for drawn in picked.items {
        let place = seen.entry(drawn.stratum.clone()).or_default();
        // Items of one stratum stand on the sheet in the order of its draw.
        let was = items.iter().filter(|item| item.stratum == drawn.stratum).nth(*place);
        *place += 1;
        match was {
            Some(was) if was.row.unsigned_abs() != drawn.row => {
                return Err(SampleError::NotRepeated {
                    reference: sample.reference.clone(),
                    place: *place,
                    now: drawn.record_id,
                    was: was.record_id.clone(),
                });
            }
            Some(_) => {}
            None => next.push(drawn),
        }
    }
    Ok(next)
}

/// Spreads more records over the strata as the sample was spread.
fn spread(sample: &Sample, by: u64) -> Result<BTreeMap<String, u64>, SampleError> {
    let strata: Vec<(String, u64)> =
        sample.strata.iter().map(|stratum| (stratum.name.clone(), stratum.size.max(1))).collect();
    let by = by.min(strata.iter().map(|(_, size)| size).sum());
    let sizes = allocate(&strata, by, &Allocation::Proportional, 0)?;
    Ok(strata.into_iter().map(|(name, _)| name).zip(sizes).collect())
}

/// The records of these numbers, for a sample by judgement.
///
/// # Errors
/// Refuses a number that no record of the population has.
pub fn chosen(population: &Population, gathered: &Gathered, records: &[String]) -> Result<Vec<DrawnItem>, SampleError> {
    records
        .iter()
        .map(|record| record.trim())
        .filter(|record| !record.is_empty())
        .map(|record| {
            let place = gathered.find(record).ok_or_else(|| SampleError::NoRecord {
                record: record.to_owned(),
                population: population.title.clone(),
            })?;
            Ok(at(gathered, place as u64, ""))
        })
        .collect()
}

/// The cells of a record that are shown on the sheet: those that the mapping names, in the order of the columns.
#[must_use]
pub fn seen_in(population: &Population, cells: Vec<String>) -> Vec<Seen> {
    let named: BTreeSet<&str> = population
        .mapping
        .iter()
        .filter(|(field, _)| field.as_str() != RECORD_ID)
        .map(|(_, column)| column.as_str())
        .collect();
    population
        .shape
        .columns
        .iter()
        .zip(cells)
        .filter(|(column, _)| named.contains(column.name.as_str()))
        .map(|(column, value)| Seen { column: column.name.clone(), value: shortened(value) })
        .collect()
}

/// The longest cell that is copied to the sheet, in characters. The whole of it stands in the population.
const LONGEST_CELL: usize = 400;

fn shortened(value: String) -> String {
    if value.chars().count() <= LONGEST_CELL {
        return value;
    }
    let mut short: String = value.chars().take(LONGEST_CELL - 1).collect();
    short.push('…');
    short
}

/// Fixes what was drawn. From here on nothing is drawn again.
///
/// # Errors
/// Refuses a second draw, a draw without anything to test, and while a signed report stands.
pub fn draw(
    writing: &mut Writing<'_>,
    sample: Id<Sample>,
    seed: &str,
    seed_from: Option<&str>,
    picked: Picked,
) -> Result<Sample, SampleError> {
    let mut sample = open(writing, sample)?;
    if sample.stage() != Stage::Planned {
        return Err(SampleError::AlreadyDrawn { reference: sample.reference });
    }
    if tested(writing, sample.id)?.is_empty() {
        return Err(SampleError::NoAttributes);
    }
    if sample.is_random() {
        seed.clone_into(&mut sample.seed);
        ALGORITHM.clone_into(&mut sample.algorithm);
        if let Some(from) = seed_from {
            from.clone_into(&mut sample.seed_from);
        }
    }
    sample.size = i64::try_from(picked.items.len()).unwrap_or(i64::MAX);
    if sample.method == Method::MonetaryUnit {
        // A record that is hit twice is one record; the size is what was asked of chance.
        sample.size = i64::try_from(picked.items.iter().map(|item| item.hits).sum::<u64>()).unwrap_or(i64::MAX);
    }
    sample.population_size = Some(i64::try_from(picked.population_size).unwrap_or(i64::MAX));
    sample.duplicates = i64::try_from(picked.duplicates).unwrap_or(i64::MAX);
    sample.without_value = i64::try_from(picked.without_value).unwrap_or(i64::MAX);
    sample.total_value = picked.total_value;
    sample.interval = picked.interval;
    sample.strata = picked.strata;
    fixed(writing, &mut sample);
    writing.put(&sample)?;
    for (place, item) in picked.items.into_iter().enumerate() {
        keep(writing, sample.id, i64::try_from(place).unwrap_or(i64::MAX) + 1, item, None)?;
    }
    Ok(sample)
}

/// Adds the next records of the same draw.
///
/// # Errors
/// Refuses before the draw, and once the sample is concluded.
pub fn extend(writing: &mut Writing<'_>, sample: Id<Sample>, next: Vec<DrawnItem>) -> Result<Sample, SampleError> {
    let mut sample = open(writing, sample)?;
    if sample.stage() != Stage::Drawn {
        return Err(SampleError::NotDrawn { reference: sample.reference });
    }
    if next.is_empty() {
        return Err(SampleError::Exhausted);
    }
    sample.size += i64::try_from(next.len()).unwrap_or(0);
    for stratum in &mut sample.strata {
        stratum.size += next.iter().filter(|item| item.stratum == stratum.name).count() as u64;
    }
    writing.put(&sample)?;
    add(writing, sample.id, next)?;
    Ok(sample)
}

/// Adds records that judgement chose. The first of them fix the sample. `population_size` is how many records there
/// are, where there is a list of them.
///
/// # Errors
/// Refuses a sample that chance draws, one without a reason for these records, and a record that is in it already.
pub fn add_items(
    writing: &mut Writing<'_>,
    sample: Id<Sample>,
    chosen: Vec<DrawnItem>,
    population_size: Option<usize>,
) -> Result<Sample, SampleError> {
    let mut sample = open(writing, sample)?;
    if sample.method != Method::Judgement {
        return Err(SampleError::NotByJudgement { reference: sample.reference });
    }
    if sample.rationale.trim().is_empty() {
        return Err(SampleError::NeedsRationale);
    }
    if tested(writing, sample.id)?.is_empty() {
        return Err(SampleError::NoAttributes);
    }
    if chosen.is_empty() {
        return Err(SampleError::NoSize);
    }
    let mut known: BTreeSet<String> =
        writing.all::<Item>()?.into_iter().filter(|item| item.sample == sample.id).map(|item| item.record_id).collect();
    for item in &chosen {
        if !known.insert(item.record_id.clone()) {
            return Err(SampleError::AlreadyIn { record: item.record_id.clone() });
        }
    }
    if known.len() as u64 > MOST_ITEMS {
        return Err(SampleError::TooMany { size: known.len() as u64, most: MOST_ITEMS });
    }
    if sample.stage() == Stage::Planned {
        fixed(writing, &mut sample);
    }
    sample.size = i64::try_from(known.len()).unwrap_or(i64::MAX);
    sample.population_size = population_size.map(|size| i64::try_from(size).unwrap_or(i64::MAX));
    writing.put(&sample)?;
    add(writing, sample.id, chosen)?;
    Ok(sample)
}

fn fixed(writing: &Writing<'_>, sample: &mut Sample) {
    sample.stage = Stage::Drawn;
    sample.drawn_at = Some(writing.now);
    sample.drawn_by = writing.by.person.map(Id::from_uuid);
    sample.drawn_by_name = writing.by.name.clone();
}

fn add(writing: &mut Writing<'_>, sample: Id<Sample>, drawn: Vec<DrawnItem>) -> Result<(), SampleError> {
    let items: Vec<Item> = writing.all()?;
    let mut place = items.iter().filter(|item| item.sample == sample).map(|item| item.place).max().unwrap_or(0);
    for item in drawn {
        place += 1;
        keep(writing, sample, place, item, None)?;
    }
    Ok(())
}

pub(crate) fn keep(
    writing: &mut Writing<'_>,
    sample: Id<Sample>,
    place: i64,
    drawn: DrawnItem,
    replaces: Option<Id<Item>>,
) -> Result<Item, SampleError> {
    let item = Item {
        id: writing.new_id(),
        sample,
        place,
        record_id: drawn.record_id,
        row: i64::try_from(drawn.row).unwrap_or(i64::MAX),
        stratum: drawn.stratum,
        hits: i64::try_from(drawn.hits).unwrap_or(i64::MAX),
        value: drawn.value,
        value_found: String::new(),
        seen: drawn.seen,
        marks: BTreeMap::new(),
        notes: BTreeMap::new(),
        tested_by: BTreeMap::new(),
        cited: BTreeSet::new(),
        replaces,
        replaced_reason: String::new(),
    };
    writing.put(&item)?;
    Ok(item)
}
