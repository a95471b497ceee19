use std::{
    env,
    ffi::OsString,
    io::{self, BufRead as _, BufReader, Write as _},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
};

use crate::refusal::Refusal;

/// Where things are on this computer.
pub struct Workplace {
    /// The repository's root.
    pub root: PathBuf,
    /// What has been built. Outside the repository, so that a second clone finds it too.
    pub target: PathBuf,
    /// What has been fetched and may be fetched again.
    pub cache: PathBuf,
}

impl Workplace {
    /// # Errors
    /// Refuses where the system names no folder for caches.
    pub fn find() -> Result<Self, Refusal> {
        let crate_folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = crate_folder.ancestors().nth(3).unwrap_or(crate_folder).to_path_buf();
        let cache = user_cache().ok_or_else(|| {
            Refusal::new(
                "The system names no folder for caches.",
                "Set HOME (on Windows LOCALAPPDATA), then run this again.",
            )
        })?;
        let cache = cache.join("tickmark");
        let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| cache.join("target"), PathBuf::from);
        Ok(Self { target: root.join(target), root, cache })
    }

    /// The folder of the user interface.
    pub fn ui(&self) -> PathBuf {
        self.root.join("ui")
    }

    /// Cargo, building into [`Workplace::target`].
    pub fn cargo(&self, words: &[&str]) -> Command {
        let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.args(words).current_dir(&self.root).env("CARGO_TARGET_DIR", &self.target);
        cargo
    }

    /// npm, in the user interface's folder.
    pub fn npm(&self, words: &[&str]) -> Command {
        let mut npm = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
        npm.args(words).current_dir(self.ui());
        npm
    }

    /// A program that has been built, debug or release.
    pub fn built(&self, profile: &str, program: &str) -> PathBuf {
        self.target.join(profile).join(format!("{program}{}", env::consts::EXE_SUFFIX))
    }
}

fn user_cache() -> Option<PathBuf> {
    let folder = |name: &str| env::var_os(name).filter(|folder: &OsString| !folder.is_empty()).map(PathBuf::from);
    if cfg!(windows) {
        folder("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        folder("HOME").map(|home| home.join("Library/Caches"))
    } else {
        folder("XDG_CACHE_HOME").or_else(|| folder("HOME").map(|home| home.join(".cache")))
    }
}

/// Runs a program to its end. It has no standard input, so it can't wait for an answer.
///
/// # Errors
/// Refuses when the program is missing or does not succeed.
pub fn run(command: &mut Command) -> Result<(), Refusal> {
    command.stdin(Stdio::null());
    run_with_a_person(command)
}

/// Runs a program to its end and leaves it the person's keyboard.
///
/// # Errors
/// Refuses when the program is missing or does not succeed.
pub fn run_with_a_person(command: &mut Command) -> Result<(), Refusal> {
    let status = command.status().map_err(|error| missing(command, &error))?;
    if status.success() { Ok(()) } else { Err(failed(command)) }
}

/// Runs a program to its end, shows what it writes line by line, and hands each line to `hear`.
///
/// # Errors
/// Refuses when the program is missing or does not succeed.
pub fn run_and_hear(command: &mut Command, hear: &mut dyn FnMut(&str)) -> Result<(), Refusal> {
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(|error| missing(command, &error))?;
    let (sender, lines) = std::sync::mpsc::channel::<String>();
    let readers: [Option<Box<dyn io::Read + Send>>; 2] = [
        child.stdout.take().map(|stream| Box::new(stream) as _),
        child.stderr.take().map(|stream| Box::new(stream) as _),
    ];
    for stream in readers.into_iter().flatten() {
        let sender = sender.clone();
        thread::spawn(move || {
            for line in BufReader::new(stream).split(b'\n').map_while(Result::ok) {
                // Nobody hears any more only when this program itself is ending.
                let _ = sender.send(String::from_utf8_lossy(&line).into_owned());
            }
        });
    }
    drop(sender);
    for line in lines {
        println!("{line}");
        hear(&line);
    }
    let _ = io::stdout().flush();
    let status = child.wait().map_err(|error| missing(command, &error))?;
    if status.success() { Ok(()) } else { Err(failed(command)) }
}

/// What a program writes, when it succeeds. Its complaints are dropped.
pub fn written_by(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Whether a program answers when it is asked for its version.
pub fn is_there(program: &str) -> bool {
    written_by(Command::new(program).arg("--version")).is_some()
}

fn missing(command: &Command, error: &io::Error) -> Refusal {
    Refusal::new(
        format!("`{}` could not be started: {error}.", command.get_program().display()),
        "Install it, or put it on the PATH, then run this again.",
    )
}

fn failed(command: &Command) -> Refusal {
    let words: Vec<_> = command.get_args().map(|word| word.to_string_lossy()).collect();
    let program = Path::new(command.get_program()).file_name().unwrap_or_default().to_string_lossy();
    Refusal::new(format!("`{program} {}` failed.", words.join(" ")), "Read what it wrote above.")
}
