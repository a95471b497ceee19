//! A workbook as Tickmark recognises and reads it, beside calamine alone, which reads all of it into memory.

use std::{fs::File, io::BufReader, ops::ControlFlow, path::Path};

use ::table::{Corrections, read, recognise};
use calamine::{DataType as _, Reader as _, Xlsx};
use ground::{Fault, Problem};

use crate::table::{Against, Table, Times};

const TIMES: usize = 3;
/// So many times what calamine needs.
const MOST: f64 = 1.3;

/// Reads the workbook in both ways, turn by turn.
///
/// # Errors
/// A workbook that can't be read, or one that the two do not read alike.
pub fn measure(file: &Path, texts: &str, table: &mut Table) -> Result<(), Problem> {
    let (mut recognised, mut streamed, mut all, mut alone) =
        (Times::default(), Times::default(), Times::default(), Times::default());
    for _ in 0..TIMES {
        let mut here = [Times::default(), Times::default()];
        let theirs = alone.of(|| by_calamine(file))?;
        let mut source = File::open(file).map_err(Fault::bug)?;
        let seen = here[0].of(|| recognise(&mut source, "export.xlsx", &Corrections::default()))?;
        let mut cells = 0;
        here[1].of(|| {
            let mut on_row = |row: &::table::Row<'_>| {
                cells += row.cells().filter(|cell| !cell.is_empty()).count();
                ControlFlow::Continue(())
            };
            read(&mut source, &seen.shape, &mut on_row, &mut |_| ControlFlow::Continue(()))
        })?;
        if cells + seen.shape.columns.len() != theirs {
            return Err(
                Fault::bug(format!("{cells} cells were read, and calamine reads {theirs} with the names")).into()
            );
        }
        for (times, took) in [(&mut recognised, here[0].median()), (&mut streamed, here[1].median())] {
            times.millis(took);
        }
        all.millis(here[0].median() + here[1].median());
    }
    table.times(&format!("{texts}: calamine alone"), &alone, Against::Nothing);
    table.times("  recognised", &recognised, Against::Nothing);
    table.times("  read, row by row", &streamed, Against::Nothing);
    table.times("  recognised and read", &all, Against::Peer { peer: alone.median(), most: MOST });
    Ok(())
}

/// How many cells of the first sheet hold anything.
fn by_calamine(file: &Path) -> Result<usize, Problem> {
    let file = File::open(file).map_err(Fault::bug)?;
    let mut book = Xlsx::new(BufReader::new(file)).map_err(Fault::bug)?;
    let range = book.worksheet_range_at(0).ok_or_else(|| Fault::bug("there is no sheet"))?.map_err(Fault::bug)?;
    Ok(range.used_cells().filter(|(_, _, cell)| !cell.is_empty()).count())
}
