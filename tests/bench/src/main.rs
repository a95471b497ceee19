//! A workspace with ten years of audits, and how long a person waits in it.
//!
//! `cargo xtask bench` builds this in release and starts it. Nothing is asserted: it prints what it found, and what
//! lies over its limit.
//!
//! - `large` and `fieldwork` make the workspace, from `words` and `chance`; `cache` keeps it between runs,
//! - `saving`, `looking`, `paper` and `sampling` measure, `asking` asks the desk,
//! - `table` judges and prints, `machine` tells memory and load.

mod asking;
mod cache;
mod chance;
mod fieldwork;
mod large;
mod looking;
mod machine;
mod paper;
mod sampling;
mod saving;
mod table;
mod words;

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
    sync::Arc,
};

use cache::{Kept, passphrase};
use desk::{Desk, Home, NoSecrets};
use ground::{Fault, Problem, Secret, SteppingClock};
use serde_json::json;
use table::{Against, Table, Times};

const HELP: &str = "\
Usage: bench [--folder FOLDER] [--quick] [--fresh] [--only sampling] [--tick PROGRAM] [--python PROGRAM]

  --folder   where the large workspace and the exports are kept between runs
  --quick    50 audits instead of 1,000, exports of a tenth of the rows
  --fresh    make the workspace and the exports anew
  --only     measure one group alone; there is “sampling”
  --tick     also measure how long this program takes to start
  --python   a Python that has polars, to compare with
";
const AUDITS: usize = 1000;
const AUDITS_QUICK: usize = 50;

struct Wanted {
    folder: PathBuf,
    audits: usize,
    fresh: bool,
    tick: Option<PathBuf>,
    python: Option<PathBuf>,
    only_sampling: bool,
    /// Only take this export to a sample, in a workspace of this form. It has a process of its own, for the same reason
    /// as the next.
    sample: Option<PathBuf>,
    form: sampling::Form,
    /// Only make the workspace. It has a process of its own, so that its memory is not counted.
    only_make: bool,
}

impl Wanted {
    fn read(mut words: impl Iterator<Item = String>) -> Option<Self> {
        let folder = env::temp_dir().join("tickmark-bench");
        let mut wanted = Self {
            folder,
            audits: AUDITS,
            fresh: false,
            tick: None,
            python: None,
            only_sampling: false,
            sample: None,
            form: sampling::Form::Encrypted,
            only_make: false,
        };
        while let Some(word) = words.next() {
            match word.as_str() {
                "--folder" => wanted.folder = words.next()?.into(),
                "--tick" => wanted.tick = Some(words.next()?.into()),
                "--python" => wanted.python = Some(words.next()?.into()),
                "--only" if words.next()? == "sampling" => wanted.only_sampling = true,
                "--sample" => wanted.sample = Some(words.next()?.into()),
                "--plain" => wanted.form = sampling::Form::Plain,
                "--quick" => wanted.audits = AUDITS_QUICK,
                "--fresh" => wanted.fresh = true,
                "--only-make" => wanted.only_make = true,
                _ => return None,
            }
        }
        Some(wanted)
    }

    fn sampling(&self) -> sampling::Given<'_> {
        sampling::Given {
            folder: &self.folder,
            quick: self.audits == AUDITS_QUICK,
            fresh: self.fresh,
            python: self.python.as_deref(),
        }
    }
}

fn main() -> ExitCode {
    let Some(wanted) = Wanted::read(env::args().skip(1)) else {
        eprint!("{HELP}");
        return ExitCode::FAILURE;
    };
    match carry_out(&wanted) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{}: {problem}", problem.code);
            ExitCode::FAILURE
        }
    }
}

fn carry_out(wanted: &Wanted) -> Result<(), Problem> {
    fs::create_dir_all(&wanted.folder).map_err(Fault::bug)?;
    if let Some(file) = &wanted.sample {
        return sampling::carry_out(&wanted.folder, file, wanted.form);
    }
    let kept = Kept::within(&wanted.folder, wanted.audits);
    if wanted.only_make {
        return kept.make_ready(wanted.audits, wanted.fresh);
    }
    if wanted.only_sampling {
        let mut table = Table::default();
        sampling::measure(&wanted.sampling(), &mut table)?;
        return close(table, &wanted.folder.join("figures-sampling.txt"));
    }
    make_elsewhere(wanted)?;
    // Everything that is measured works on copies, so that the next run finds the workspace as this one did.
    let work = wanted.folder.join("work");
    let _ = fs::remove_dir_all(&work);
    fs::create_dir_all(&work).map_err(Fault::bug)?;
    let copies = Kept { encrypted: work.join("large.tickmark"), plain: work.join("plain.tickmark") };
    for (from, to) in [(&kept.encrypted, &copies.encrypted), (&kept.plain, &copies.plain)] {
        fs::copy(from, to).map_err(Fault::bug)?;
    }
    let measured = measure(wanted, &copies, &work);
    let _ = fs::remove_dir_all(&work);
    close(measured?, &wanted.folder.join("figures.txt"))
}

fn close(table: Table, result: &Path) -> Result<(), Problem> {
    let (_, text) = table.close();
    fs::write(result, text).map_err(Fault::bug)?;
    println!("Written to {}.", result.display());
    Ok(())
}

/// Makes the workspace in a process of its own.
fn make_elsewhere(wanted: &Wanted) -> Result<(), Problem> {
    let mut program = Command::new(env::current_exe().map_err(Fault::bug)?);
    program.arg("--only-make").arg("--folder").arg(&wanted.folder);
    if wanted.audits == AUDITS_QUICK {
        program.arg("--quick");
    }
    if wanted.fresh {
        program.arg("--fresh");
    }
    let status = program.status().map_err(Fault::bug)?;
    if status.success() { Ok(()) } else { Err(Fault::bug("the large workspace could not be made").into()) }
}

fn measure(wanted: &Wanted, copies: &Kept, work: &Path) -> Result<Table, Problem> {
    let mut table = Table::default();
    let mut desk = Desk::with(
        "bench",
        Home(work.join("home")),
        Arc::new(SteppingClock::starting(large::evening()?, 1_000)),
        Box::new(NoSecrets),
    );
    let key = passphrase();
    let megabytes = fs::metadata(&copies.encrypted).map_err(Fault::bug)?.len() as f64 / 1e6;
    table.say(&format!("A workspace of {} audits, {megabytes:.0} MB, encrypted; {}", wanted.audits, machine::load()));

    table.group("Opening it");
    if let Some(tick) = &wanted.tick {
        start(tick, &mut table)?;
    }
    looking::first_screen(&mut desk, &copies.encrypted, &key, &mut table)?;
    table.group(&format!("Looking things up ({})", machine::load()));
    looking::lookups(&mut desk, wanted.audits, &mut table)?;
    table.group(&format!("Opening audits ({})", machine::load()));
    looking::audits(&mut desk, &mut table)?;
    looking::memory("with several audits open", &mut table);

    table.group(&format!("Saving, in the encrypted workspace ({})", machine::load()));
    let answered = saving::measure(&mut desk, work, Some(&key), &mut table)?;
    paper::history(&mut desk, &answered, &mut table)?;
    paper::photos(&mut desk, work, &answered, &mut table)?;
    table.group(&format!("On paper ({})", machine::load()));
    paper::report(&mut desk, work, &mut table)?;
    looking::memory("after all of this", &mut table);

    table.group(&format!("Saving, in the same workspace without a passphrase ({})", machine::load()));
    in_the_plain_one(&mut desk, copies, work, &mut table)?;
    table.group("The demo");
    paper::demo(&mut desk, work, &mut table)?;
    desk.close();
    sampling::measure(&wanted.sampling(), &mut table)?;
    Ok(table)
}

fn in_the_plain_one(desk: &mut Desk, copies: &Kept, work: &Path, table: &mut Table) -> Result<(), Problem> {
    let work = work.join("plain");
    fs::create_dir_all(&work).map_err(Fault::bug)?;
    asking::ask(desk, "workspace.open", json!({ "path": copies.plain }))?;
    let none: Option<&Secret> = None;
    saving::measure(desk, &work, none, table)?;
    Ok(())
}

/// How long the program takes to start and say what it is.
fn start(tick: &Path, table: &mut Table) -> Result<(), Problem> {
    let mut times = Times::default();
    for _ in 0..10 {
        let output = times.of(|| Command::new(tick).arg("--version").output()).map_err(Fault::bug)?;
        if !output.status.success() {
            return Err(Fault::bug("tick did not start").into());
        }
    }
    table.times("start (tick --version)", &times, Against::Nothing);
    Ok(())
}
