use std::{
    process::Command,
    time::{Duration, Instant},
};

use crate::{
    count::Count,
    refusal::Refusal,
    screens,
    setup::{For, setup},
    verifiers,
    workplace::{Workplace, is_there, run, run_and_hear},
};

/// Always the same selection: another one would build the window's libraries a second time.
const EVERYTHING: &[&str] = &["--workspace", "--features", "tests/window"];

/// One check: what it is called, how long it took, and what was wrong.
struct Checked {
    title: &'static str,
    took: Duration,
    refusal: Option<Refusal>,
}

/// The checks so far, and the tests that they counted.
#[derive(Default)]
struct Checks {
    checked: Vec<Checked>,
    count: Count,
}

impl Checks {
    fn check(&mut self, title: &'static str, check: impl FnOnce(&mut Count) -> Result<(), Refusal>) -> bool {
        println!("\n━━ {title}");
        let begun = Instant::now();
        let refusal = check(&mut self.count).err();
        let took = begun.elapsed();
        println!("━━ {title}: {}, {:.1} s", said(refusal.as_ref()), took.as_secs_f64());
        let is_well = refusal.is_none();
        self.checked.push(Checked { title, took, refusal });
        is_well
    }

    /// Prints the table, the refusals and the plain closing line.
    fn close(self) -> Result<(), Refusal> {
        println!();
        for Checked { title, took, refusal } in &self.checked {
            println!("{:>7.1} s  {:<32} {}", took.as_secs_f64(), title, said(refusal.as_ref()));
        }
        let refused: Vec<_> = self.checked.iter().filter_map(|checked| checked.refusal.as_ref()).collect();
        for refusal in &refused {
            println!("{refusal}");
        }
        let mut count = self.count;
        if !refused.is_empty() && count.failed == 0 {
            // A check that is no test, such as the formatting, has failed.
            count.failed = refused.len() as u64;
        }
        println!("\n{}", count.closing_line());
        match refused.len() {
            0 if count.passed == 0 => Err(Refusal::new("No test ran.", "Look for the test runner's own words above.")),
            0 => Ok(()),
            failed => Err(Refusal::new(format!("{failed} of the checks failed."), "Mend them, then run this again.")),
        }
    }
}

fn said(refusal: Option<&Refusal>) -> &'static str {
    if refusal.is_none() { "passed" } else { "FAILED" }
}

/// Sets up what is missing, then runs every check there is. A check that fails does not hide the next.
///
/// # Errors
/// Refuses when a check fails, after all of them have run.
pub fn test(workplace: &Workplace) -> Result<(), Refusal> {
    let mut checks = Checks::default();
    let mut pyhanko = None;
    let is_set_up = checks.check("Set-up", |_| setup(workplace, For::Testing))
        && checks.check("Independent verifiers", |_| {
            pyhanko = Some(verifiers::install(workplace)?);
            Ok(())
        });
    if !is_set_up {
        return checks.close();
    }
    checks.check("Formatting", |_| run(&mut workplace.cargo(&["fmt", "--all", "--check"])));
    checks.check("Screens: types", |_| run(&mut workplace.npm(&["run", "--silent", "check"])));
    if screens::have_a_linter(workplace) {
        checks.check("Screens: lint", |_| run(&mut workplace.npm(&["run", "--silent", "lint"])));
    }
    checks.check("Screens: tests", |count| counted(&mut workplace.npm(&["run", "--silent", "test"]), count));
    checks.check("Clippy", |_| {
        run(workplace.cargo(&["clippy", "--all-targets"]).args(EVERYTHING).args(["--", "-D", "warnings"]))
    });
    if is_there("cargo-deny") {
        let deny = ["deny", "--offline", "check", "bans", "licenses", "sources"];
        checks.check("Licences and sources", |_| run(&mut workplace.cargo(&deny)));
    }
    checks.check("Tests", |count| {
        let mut outcome = Ok(());
        for mut tests in tests(workplace) {
            tests.env(verifiers::ALL_REQUIRED, "all");
            if let Some(pyhanko) = &pyhanko {
                tests.env(verifiers::WHERE_PYHANKO_IS, pyhanko);
            }
            outcome = outcome.and(counted(&mut tests, count));
        }
        outcome
    });
    checks.close()
}

/// nextest where it is there, since it runs the slow tests side by side; it leaves out the examples in the docs.
fn tests(workplace: &Workplace) -> Vec<Command> {
    let with = |words: &[&str]| {
        let mut cargo = workplace.cargo(words);
        cargo.args(EVERYTHING);
        cargo
    };
    if is_there("cargo-nextest") {
        let mut nextest = with(&["nextest", "run", "--no-fail-fast"]);
        nextest.env("CARGO_TERM_COLOR", "never");
        vec![nextest, with(&["test", "--doc"])]
    } else {
        vec![with(&["test", "--no-fail-fast"])]
    }
}

fn counted(command: &mut Command, count: &mut Count) -> Result<(), Refusal> {
    run_and_hear(command, &mut |line| {
        if let Some(more) = Count::of_line(line) {
            *count += more;
        }
    })
}
