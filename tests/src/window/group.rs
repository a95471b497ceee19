use std::{
    io,
    os::unix::process::CommandExt as _,
    process::{Child, Command, Stdio},
    time::Duration,
};

/// A program and everything it started; all of them end with it.
///
/// WebKitWebDriver leaves the program it started running when a session ends, so ending the driver alone is not enough.
pub(super) struct Group(pub(super) Child);

impl Group {
    pub(super) fn start(command: &mut Command) -> io::Result<Self> {
        command.stdin(Stdio::null()).process_group(0).spawn().map(Self)
    }
}

impl Group {
    /// Ends all of them at once, and waits until they are gone and have let go of their files.
    pub(super) fn kill(&self) {
        self.signal("-KILL");
        for _ in 0..400 {
            if !self.lives() {
                return;
            }
            std::thread::sleep(Duration::from_millis(25));
        }
    }

    fn signal(&self, signal: &str) {
        let group = format!("-{}", self.0.id());
        // A group that has already ended needs no signal.
        let _ = Command::new("kill").args([signal, "--", &group]).stderr(Stdio::null()).status();
    }

    /// Whether a process of the group still runs. One that has ended and waits to be asked for its outcome does not.
    fn lives(&self) -> bool {
        let Ok(listed) = Command::new("ps").args(["-eo", "pgid=,stat="]).output() else { return false };
        let group = self.0.id().to_string();
        String::from_utf8_lossy(&listed.stdout).lines().any(|line| {
            let mut words = line.split_whitespace();
            words.next() == Some(group.as_str()) && words.next().is_some_and(|state| !state.starts_with('Z'))
        })
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        self.signal("-TERM");
        std::thread::sleep(Duration::from_millis(50));
        self.kill();
        let _ = self.0.wait();
    }
}
