//! polars, which does the same without a workspace: reads the file, counts by three columns, draws by strata.

use std::{path::Path, process::Command};

use serde_json::Value;

use super::export::COUNTED;
use crate::table::{Against, Table, Times};

const SCRIPT: &str = include_str!("../../polars_peer.py");

/// polars, and what it took so far.
#[derive(Default)]
pub struct Peer<'a> {
    python: Option<&'a Path>,
    version: String,
    /// Why there is nothing to compare with.
    missing: Option<String>,
    stages: Vec<(String, Times)>,
    whole: Times,
    processor: Times,
    memory: Times,
}

impl<'a> Peer<'a> {
    pub fn of(python: Option<&'a Path>) -> Self {
        let missing = python.is_none().then(|| "nobody said where it is".to_owned());
        Self { python, missing, ..Self::default() }
    }

    /// Has it do the work once. Where it can't, that is remembered, and there is no comparison.
    pub fn run(&mut self, file: &Path) {
        let Some(python) = self.python.filter(|_| self.missing.is_none()) else { return };
        let output = Command::new(python).arg("-c").arg(SCRIPT).arg(file).args(COUNTED).output();
        let told = match output {
            Ok(output) if output.status.success() => serde_json::from_slice::<Value>(&output.stdout).ok(),
            Ok(output) => {
                let complaint = String::from_utf8_lossy(&output.stderr);
                self.missing = Some(complaint.lines().last().unwrap_or("it ended early").to_owned());
                return;
            }
            Err(error) => {
                self.missing = Some(error.to_string());
                return;
            }
        };
        match told {
            Some(told) => self.add(&told),
            None => self.missing = Some("its answer can’t be read".to_owned()),
        }
    }

    fn add(&mut self, told: &Value) {
        let number = |value: &Value| value.as_f64().unwrap_or(f64::NAN);
        told["version"].as_str().unwrap_or_default().clone_into(&mut self.version);
        for (place, stage) in told["stages"].as_array().into_iter().flatten().enumerate() {
            if self.stages.len() <= place {
                self.stages.push((stage["title"].as_str().unwrap_or_default().to_owned(), Times::default()));
            }
            self.stages[place].1.millis(number(&stage["ms"]));
        }
        self.whole.millis(number(&told["ms"]));
        self.processor.millis(number(&told["processor_ms"]));
        self.memory.millis(number(&told["memory_mb"]));
    }

    pub fn tell(&self, table: &mut Table) {
        if let Some(missing) = &self.missing {
            table.say(&format!("polars is not compared with: {missing}. `cargo xtask bench` brings it in."));
            return;
        }
        table.say(&format!("polars {}:", self.version));
        for (title, times) in &self.stages {
            table.times(&format!("  {title}"), times, Against::Nothing);
        }
        table.times("  all of this with polars", &self.whole, Against::Nothing);
        table.times("  of it on the processor, all threads together", &self.processor, Against::Nothing);
        table.size("  most memory with polars", self.memory.median(), Against::Nothing);
    }

    /// Its time as a limit.
    pub fn wall(&self, most: f64) -> Against {
        self.against(&self.whole, most)
    }

    /// Its time on the processor, which depends less on what else the computer does. Only told, never over.
    pub fn processor(&self) -> Against {
        self.against(&self.processor, f64::INFINITY)
    }

    fn against(&self, times: &Times, most: f64) -> Against {
        if self.missing.is_some() { Against::Nothing } else { Against::Peer { peer: times.median(), most } }
    }
}
