use std::{
    io::{self, BufRead as _, BufReader},
    process::{Command, Stdio},
};

use super::group::Group;

/// A screen of 1920 × 1080 that nobody looks at.
pub(super) struct Display {
    /// As programs are told it: `:1`.
    pub(super) name: String,
    _xvfb: Group,
}

impl Display {
    pub(super) fn start() -> io::Result<Self> {
        let mut command = Command::new("Xvfb");
        // Xvfb chooses a free number by itself and writes it down.
        command.args(["-displayfd", "1", "-screen", "0", "1920x1080x24", "-nolisten", "tcp"]);
        let mut xvfb = Group::start(command.stdout(Stdio::piped()).stderr(Stdio::null()))
            .map_err(|error| io::Error::new(error.kind(), format!("Xvfb did not start ({error}): install `xvfb`")))?;
        let mut number = String::new();
        if let Some(written) = xvfb.0.stdout.take() {
            BufReader::new(written).read_line(&mut number)?;
        }
        if number.trim().is_empty() {
            return Err(io::Error::other("Xvfb ended before it had a display"));
        }
        Ok(Self { name: format!(":{}", number.trim()), _xvfb: xvfb })
    }
}
