use std::{
    io::{self, BufRead as _, BufReader},
    process::{Command, Stdio},
};

use super::group::Group;

/// A session bus that only one test's programs know.
pub(super) struct Bus {
    /// As programs are told it.
    pub(super) address: String,
    _daemon: Group,
}

impl Bus {
    pub(super) fn start() -> io::Result<Self> {
        let mut command = Command::new("dbus-daemon");
        command.args(["--session", "--nofork", "--nopidfile", "--print-address=1"]);
        let mut daemon = Group::start(command.stdout(Stdio::piped()).stderr(Stdio::null())).map_err(|error| {
            io::Error::new(error.kind(), format!("dbus-daemon did not start ({error}): install `dbus`"))
        })?;
        let mut address = String::new();
        if let Some(written) = daemon.0.stdout.take() {
            BufReader::new(written).read_line(&mut address)?;
        }
        if address.trim().is_empty() {
            return Err(io::Error::other("dbus-daemon ended before it had an address"));
        }
        Ok(Self { address: address.trim().to_owned(), _daemon: daemon })
    }
}
