//! The system's packages. They are named before anything is installed.

use std::{
    env,
    io::{self, IsTerminal as _},
    process::Command,
};

use crate::{
    refusal::Refusal,
    setup::For,
    workplace::{is_there, run, run_with_a_person, written_by},
};

/// What building needs on Debian 12, Ubuntu 22.04 and later.
const BUILDING: &[&str] = &["build-essential", "pkg-config", "perl", "libwebkit2gtk-4.1-dev"];

/// What the tests need besides: a display nobody looks at, a driver for the window, and independent verifiers.
const TESTING: &[&str] = &[
    "xvfb",
    "webkit2gtk-driver",
    "xdotool",
    "dbus",
    "fonts-dejavu-core",
    "procps",
    "poppler-utils",
    "qpdf",
    "openssl",
    "python3-venv",
];

/// The same for people whose system has no apt.
const ELSEWHERE: &str = "\
Fedora:   gcc make perl pkgconf-pkg-config webkit2gtk4.1-devel
Arch:     base-devel perl webkit2gtk-4.1
macOS:    the Xcode command line tools (xcode-select --install)
Windows:  the Visual C++ build tools, Strawberry Perl, the WebView2 runtime
Tests in the real window run on Linux, with Xvfb, WebKitWebDriver and xdotool.";

/// Installs what is missing, on systems with apt. Elsewhere says what is needed.
///
/// # Errors
/// Refuses when a package can't be installed.
pub fn install(purpose: For) -> Result<(), Refusal> {
    if !is_there("apt-get") || !is_there("dpkg-query") {
        println!("This system has no apt. Install by hand what is missing of:\n{ELSEWHERE}");
        return Ok(());
    }
    let missing: Vec<_> = needed(purpose).into_iter().filter(|package| !is_installed(package)).collect();
    if missing.is_empty() {
        println!("System packages: all there.");
        return Ok(());
    }
    println!("System packages that are missing and will be installed now:\n  {}", missing.join(" "));
    as_root(&["apt-get", "update", "-q"])?;
    let install = ["apt-get", "install", "-y", "-q", "--no-install-recommends"];
    as_root(&install.iter().copied().chain(missing.iter().copied()).collect::<Vec<_>>())
}

fn needed(purpose: For) -> Vec<&'static str> {
    let testing = if purpose == For::Testing { TESTING } else { &[] };
    BUILDING.iter().chain(testing).copied().collect()
}

fn is_installed(package: &str) -> bool {
    let status = written_by(Command::new("dpkg-query").args(["-W", "-f=${Status}", package]));
    status.is_some_and(|status| status.contains("ok installed"))
}

fn as_root(words: &[&str]) -> Result<(), Refusal> {
    let is_root = written_by(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    let noninteractive = "DEBIAN_FRONTEND=noninteractive";
    let mut command = Command::new(if is_root { "env" } else { "sudo" });
    if is_root {
        return run(command.arg(noninteractive).args(words));
    }
    if !is_there("sudo") {
        return Err(Refusal::new(
            "Packages are missing, and there is no `sudo` to install them with.",
            format!("Run this as root: {}", words.join(" ")),
        ));
    }
    let has_a_person = io::stdin().is_terminal() && env::var_os("CI").is_none();
    if has_a_person {
        return run_with_a_person(command.arg("env").arg(noninteractive).args(words));
    }
    // Without a person nobody can type a password, and sudo would wait for one.
    run(command.args(["-n", "env", noninteractive]).args(words))
}
