use std::{
    ops::ControlFlow,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
};

use schemars::JsonSchema;
use serde::Serialize;

/// A long task as it is seen from outside while it runs: how far it is, and the wish to stop it.
///
/// One desk does one thing at a time, so one of these per desk is enough. Whoever works says how far it is; whoever
/// watches, on another thread, reads that and may ask for an end.
#[derive(Debug, Default)]
pub struct Effort {
    what: Mutex<Option<String>>,
    done: AtomicU64,
    whole: AtomicU64,
    stop: AtomicBool,
}

/// How far a long task is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Progress {
    /// What is being done, in words: `Reading incidents.csv`.
    pub what: String,
    /// How much of it is done.
    pub done: u64,
    /// How much there is; 0 where nobody knows.
    pub whole: u64,
}

impl Effort {
    /// Begins a task. What was asked of an earlier one is forgotten.
    pub fn begin(&self, what: impl Into<String>, whole: u64) {
        self.stop.store(false, Ordering::SeqCst);
        self.done.store(0, Ordering::SeqCst);
        self.whole.store(whole, Ordering::SeqCst);
        *self.what.lock().unwrap_or_else(PoisonError::into_inner) = Some(what.into());
    }

    /// Says how far it is. Answers `Break` when somebody asked for an end.
    pub fn reached(&self, done: u64) -> ControlFlow<()> {
        self.done.store(done, Ordering::Relaxed);
        if self.stop.load(Ordering::Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }

    /// Ends the task.
    pub fn end(&self) {
        *self.what.lock().unwrap_or_else(PoisonError::into_inner) = None;
        self.stop.store(false, Ordering::SeqCst);
    }

    /// Asks the task to stop. It does at its next step, and leaves nothing half-done.
    pub fn stop(&self) {
        self.stop.store(true, Ordering::SeqCst);
    }

    /// How far the task is; nothing while none runs.
    #[must_use]
    pub fn progress(&self) -> Option<Progress> {
        let what = self.what.lock().unwrap_or_else(PoisonError::into_inner).clone()?;
        Some(Progress { what, done: self.done.load(Ordering::Relaxed), whole: self.whole.load(Ordering::Relaxed) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_task_that_is_asked_to_stop_hears_it_at_its_next_step_and_the_next_task_does_not() {
        let effort = Effort::default();
        assert_eq!(effort.progress(), None);

        effort.begin("Reading incidents.csv", 100);
        assert_eq!(effort.reached(40), ControlFlow::Continue(()));
        let progress = effort.progress().unwrap();
        assert_eq!((progress.done, progress.whole), (40, 100));
        effort.stop();
        assert_eq!(effort.reached(41), ControlFlow::Break(()));
        effort.end();

        effort.begin("Drawing", 0);
        assert_eq!(effort.reached(1), ControlFlow::Continue(()));
    }
}
