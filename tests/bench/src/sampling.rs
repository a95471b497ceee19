//! A population of a million records: brought in, counted, sampled; beside what others need for the same file.
//!
//! - `export` makes the files, once,
//! - `work` does what a person does with them, in a process of its own, so that its memory is its own,
//! - `peer` has polars do the same, `workbook` has calamine read the same, `sizes` asks for sizes.

mod export;
mod peer;
mod sizes;
mod work;
mod workbook;

use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

use ground::{Fault, Problem};
use serde_json::Value;

use crate::{
    machine,
    table::{Against, Table, Times},
};
pub use work::{Form, carry_out};

/// How many times the work is done, in turn with the peer.
const TIMES: usize = 3;
/// So many times what polars needs.
const MOST: f64 = 1.5;
const MEMORY_MB: f64 = 300.0;

/// How large the files are.
struct Rows {
    text: usize,
    workbook: usize,
}

const ROWS: Rows = Rows { text: 1_000_000, workbook: 200_000 };
const ROWS_QUICK: Rows = Rows { text: 100_000, workbook: 20_000 };

/// What the group needs to know.
pub struct Given<'a> {
    /// Where the files are kept between runs.
    pub folder: &'a Path,
    /// A tenth of the rows.
    pub quick: bool,
    /// Make the files anew.
    pub fresh: bool,
    /// The Python that has polars.
    pub python: Option<&'a Path>,
}

/// Measures all that is to be said about samples.
///
/// # Errors
/// Whatever the desk refuses, and files that can't be made.
pub fn measure(given: &Given<'_>, table: &mut Table) -> Result<(), Problem> {
    let rows = if given.quick { ROWS_QUICK } else { ROWS };
    let text = export::text(given.folder, rows.text, given.fresh)?;
    table.group(&format!("A population of {} rows, from the file to the sample ({})", rows.text, machine::load()));
    from_file_to_sample(given, &text, table)?;
    table.group(&format!("A workbook of {} rows ({})", rows.workbook, machine::load()));
    for texts in [export::Texts::Shared, export::Texts::InCells] {
        let file = export::workbook(given.folder, rows.workbook, texts, given.fresh)?;
        workbook::measure(&file, texts.words(), table)?;
    }
    table.group(&format!("Sizes of samples ({})", machine::load()));
    sizes::measure(given.quick, table)
}

/// The whole way in an encrypted and in a plain workspace and with polars, turn by turn, so that whatever else the
/// computer does falls on all alike.
fn from_file_to_sample(given: &Given<'_>, file: &Path, table: &mut Table) -> Result<(), Problem> {
    let mut peer = peer::Peer::of(given.python);
    let mut encrypted = Told::default();
    let mut plain = Told::default();
    for _ in 0..TIMES {
        peer.run(file);
        encrypted.add(&in_its_own_process(given, file, Form::Encrypted)?);
        plain.add(&in_its_own_process(given, file, Form::Plain)?);
    }
    peer.tell(table);
    encrypted.tell("in an encrypted workspace", &peer, table);
    plain.tell("in a plain workspace", &peer, table);
    Ok(())
}

fn in_its_own_process(given: &Given<'_>, file: &Path, form: Form) -> Result<Value, Problem> {
    let mut program = Command::new(env::current_exe().map_err(Fault::bug)?);
    program.arg("--folder").arg(given.folder).arg("--sample").arg(file);
    if form == Form::Plain {
        program.arg("--plain");
    }
    let output = program.output().map_err(Fault::bug)?;
    if !output.status.success() {
        return Err(Fault::bug(String::from_utf8_lossy(&output.stderr)).into());
    }
    Ok(serde_json::from_slice(&output.stdout).map_err(Fault::bug)?)
}

/// What one kind of workspace came to.
#[derive(Default)]
struct Told {
    stages: Vec<(String, Times)>,
    whole: Times,
    processor: Times,
    memory: Times,
    silence: Times,
}

impl Told {
    fn add(&mut self, told: &Value) {
        let number = |path: &str| told.pointer(path).and_then(Value::as_f64).unwrap_or(f64::NAN);
        let mut whole = 0.0;
        for (place, stage) in told["stages"].as_array().into_iter().flatten().enumerate() {
            let took = stage["ms"].as_f64().unwrap_or(f64::NAN);
            whole += took;
            if self.stages.len() <= place {
                self.stages.push((stage["title"].as_str().unwrap_or_default().to_owned(), Times::default()));
            }
            self.stages[place].1.millis(took);
        }
        self.whole.millis(whole);
        self.processor.millis(number("/processor_ms"));
        self.memory.millis(number("/memory_mb"));
        self.silence.millis(number("/silence_ms"));
    }

    fn tell(&self, place: &str, peer: &peer::Peer, table: &mut Table) {
        table.say(&format!("{place}:"));
        for (title, times) in &self.stages {
            table.times(&format!("  {title}"), times, Against::Nothing);
        }
        table.times(&format!("  all of this, {place}"), &self.whole, peer.wall(MOST));
        table.times("  of it on the processor, all threads together", &self.processor, peer.processor());
        table.times("  longest time without a word of progress", &self.silence, Against::Nothing);
        table.size(&format!("  most memory {place}"), self.memory.median(), Against::Limit(MEMORY_MB));
    }
}

/// Where a file of this name is kept.
fn kept(folder: &Path, name: &str) -> PathBuf {
    folder.join(name)
}
