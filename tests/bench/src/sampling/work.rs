//! The work itself, in a process of its own: recognised, brought in, counted, planned and drawn.

use std::{
    fs,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use desk::{Desk, Home, NoSecrets};
use ground::{Effort, Fault, Problem, SystemClock};
use serde_json::{Value, json};

use super::export::COUNTED;
use crate::{
    asking::{ask, text},
    cache::passphrase,
    machine,
};

/// How many records are drawn.
const DRAWN: usize = 60;

/// How the workspace is kept.
#[derive(Clone, Copy, PartialEq)]
pub enum Form {
    Encrypted,
    Plain,
}

/// Does the work once and prints what it took as JSON.
///
/// # Errors
/// Whatever the desk refuses.
pub fn carry_out(folder: &Path, file: &Path, form: Form) -> Result<(), Problem> {
    let work = folder.join("sampling-work");
    let _ = fs::remove_dir_all(&work);
    fs::create_dir_all(&work).map_err(Fault::bug)?;
    let told = done(&work, file, form);
    let _ = fs::remove_dir_all(&work);
    println!("{}", told?);
    Ok(())
}

fn done(work: &Path, file: &Path, form: Form) -> Result<Value, Problem> {
    let effort = Arc::<Effort>::default();
    let mut desk = Desk::with("bench", Home(work.join("home")), Arc::new(SystemClock), Box::new(NoSecrets))
        .watched_through(Arc::clone(&effort));
    let audit = an_audit(&mut desk, &work.join("sampling.tickmark"), form)?;
    let watch = Watch::begin(effort);
    let processor = machine::processor_ms();
    let mut stages = Stages::default();

    let seen = stages.of("population.recognise", || {
        ask(&mut desk, "population.recognise", json!({ "path": file, "record_type": "incident" }))
    })?;
    let population = stages.of("population.bring-in", || {
        let request = json!({
            "audit": audit, "path": file, "shape": seen["shape"], "mapping": seen["proposal"]["mapping"],
            "title": "Incidents 2026", "record_type": "incident", "supplied_by": "Tomasz Kania",
        });
        ask(&mut desk, "population.bring-in", request)
    })?;
    let population = text(&population, "/id")?;
    let look = stages.of("population.look, three columns counted", || {
        ask(&mut desk, "population.look", json!({ "population": population, "count": COUNTED }))
    })?;
    let sample = stages.of("sample.plan", || {
        let request = json!({
            "audit": audit, "population": population, "title": "Incidents by priority", "method": "stratified",
            "stratum_column": COUNTED[0], "size": DRAWN, "attributes": [{ "name": "Priority fits impact and urgency" }],
        });
        ask(&mut desk, "sample.plan", request)
    })?;
    let sample = stages.of("sample.draw, stratified, 60", || {
        ask(&mut desk, "sample.draw", json!({ "sample": sample["id"], "seed": "IA-2026-01" }))
    })?;

    let processor = machine::processor_ms().zip(processor).map(|(after, before)| after - before);
    let silence = watch.end();
    let drawn = sample["items"].as_array().map_or(0, Vec::len);
    if drawn != DRAWN || look["columns"].as_array().map_or(0, Vec::len) != COUNTED.len() {
        return Err(Fault::bug(format!("{drawn} records were drawn")).into());
    }
    Ok(json!({
        "stages": stages.0, "processor_ms": processor, "silence_ms": silence.as_secs_f64() * 1000.0,
        "memory_mb": machine::memory().map(|(_, most)| most),
    }))
}

/// A new workspace with an audit under way.
fn an_audit(desk: &mut Desk, path: &Path, form: Form) -> Result<String, Problem> {
    let key = passphrase();
    let key = (form == Form::Encrypted).then(|| key.reveal());
    let new = json!({
        "path": path, "passphrase": key, "organisation": "Fjordlicht", "person": "Jonas Berg",
        "timezone": "Europe/Copenhagen",
    });
    ask(desk, "workspace.new", new)?;
    let site = ask(desk, "organisation.put-site", json!({ "code": "AAR", "name": "Aarhus", "kind": "central" }))?;
    let client = ask(desk, "organisation.put-person", json!({ "name": "Karen Holt", "job_title": "Manager" }))?;
    let me = ask(desk, "workspace.status", json!({}))?;
    let plan = json!({
        "title": "Resolution", "edition": "iso20000-1:2018+a1", "objectives": "See whether incidents are resolved.",
        "clauses": ["8.6.1"], "sites": [{ "site": site["id"], "method": "onsite" }], "method": "onsite",
        "date_start": "2026-10-06", "date_end": "2026-10-07", "lead": me["me"]["id"], "client": client["id"],
    });
    text(&ask(desk, "audit.plan", plan)?, "/reference")
}

/// How long each step took.
#[derive(Default)]
struct Stages(Vec<Value>);

impl Stages {
    fn of(&mut self, title: &str, act: impl FnOnce() -> Result<Value, Problem>) -> Result<Value, Problem> {
        let begun = Instant::now();
        let answer = act();
        self.0.push(json!({ "title": title, "ms": begun.elapsed().as_secs_f64() * 1000.0 }));
        answer
    }
}

/// Watches the work as the window does, and notes the longest time in which nothing was heard of it: so long a person
/// who asks for an end waits at most.
struct Watch {
    over: Arc<AtomicBool>,
    watcher: thread::JoinHandle<Duration>,
}

impl Watch {
    fn begin(effort: Arc<Effort>) -> Self {
        let over = Arc::<AtomicBool>::default();
        let ended = Arc::clone(&over);
        let watcher = thread::spawn(move || {
            let (mut longest, mut heard, mut since) = (Duration::ZERO, None, Instant::now());
            while !ended.load(Ordering::Relaxed) {
                let now = effort.progress().map(|progress| (progress.what, progress.done));
                if now.is_none() || now != heard {
                    (heard, since) = (now, Instant::now());
                }
                longest = longest.max(since.elapsed());
                thread::sleep(Duration::from_millis(2));
            }
            longest
        });
        Self { over, watcher }
    }

    fn end(self) -> Duration {
        self.over.store(true, Ordering::Relaxed);
        self.watcher.join().unwrap_or_default()
    }
}
