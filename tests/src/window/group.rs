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
    /// Ends all of them at once.
    pub(super) fn kill(&self) {
        self.signal("-KILL");
    }

    fn signal(&self, signal: &str) {
        let group = format!("-{}", self.0.id());
        // A group that has already ended needs no signal.
        let _ = Command::new("kill").args([signal, "--", &group]).stderr(Stdio::null()).status();
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        for signal in ["-TERM", "-KILL"] {
            self.signal(signal);
            std::thread::sleep(Duration::from_millis(50));
        }
        let _ = self.0.wait();
    }
}
