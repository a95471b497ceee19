use std::{
    env,
    ffi::OsString,
    fs::File,
    io,
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Command, Output},
    time::Duration,
};

use serde_json::{Map, Value, json};
use thirtyfour::{Capabilities, WebDriver, error::WebDriverResult};

use super::{Said, bus::Bus, display::Display, group::Group};

/// How the program is started.
#[derive(Debug, Default)]
pub struct Opening {
    arguments: Vec<String>,
    answers: Option<String>,
    home: Option<PathBuf>,
    on_a_bus: bool,
}

impl Opening {
    /// On a workspace.
    #[must_use]
    pub fn workspace(mut self, path: &Path) -> Self {
        self.arguments.push(path.display().to_string());
        self
    }

    /// On the demo workspace.
    #[must_use]
    pub fn demo(mut self) -> Self {
        self.arguments.push("--demo".to_owned());
        self
    }

    /// With answers for the file dialogs, in turn. An empty one cancels.
    #[must_use]
    pub fn answering(mut self, answers: &[&str]) -> Self {
        self.answers = Some(answers.join("\n"));
        self
    }

    /// With this folder as the person's home, which stays when the window ends.
    #[must_use]
    pub fn at_home_in(mut self, folder: &Path) -> Self {
        self.home = Some(folder.to_path_buf());
        self
    }

    /// On a session bus of its own, over which a second start finds the first.
    #[must_use]
    pub fn on_a_bus(mut self) -> Self {
        self.on_a_bus = true;
        self
    }

    /// Starts the program and waits for its window.
    ///
    /// # Panics
    /// Where Xvfb or WebKitWebDriver is missing, or the desktop has not been built.
    ///
    /// # Errors
    /// What the driver says when the window does not open.
    pub async fn open(self) -> WebDriverResult<Window> {
        let program = desktop();
        assert!(program.exists(), "the desktop is not built: run `cargo build -p tickmark` first");
        let display = Display::start().expect("a display");
        let folder = tempfile::tempdir().expect("a folder for the program's data");
        let home = self.home.clone().unwrap_or_else(|| folder.path().to_path_buf());
        let said = folder.path().join("said.txt");
        let port = free_port().expect("a free port");
        let bus = self.on_a_bus.then(|| Bus::start().expect("a session bus"));
        let surroundings = surroundings(&display, bus.as_ref(), &home);
        let mut command = driver_command(&self, &said, port).expect("a log");
        let driver = Group::start(command.envs(surroundings.iter().cloned()))
            .expect("WebKitWebDriver: install `webkit2gtk-driver`");
        wait_for(port);

        let mut capabilities = Map::<String, Value>::new();
        capabilities
            .insert("webkitgtk:browserOptions".to_owned(), json!({ "binary": program, "args": self.arguments }));
        let page = WebDriver::new(format!("http://127.0.0.1:{port}"), Capabilities::from(capabilities)).await?;
        Ok(Window { page, home, said, surroundings, driver, _folder: folder, _bus: bus, _display: display })
    }
}

/// The open window. Fields drop in this order: the session, the driver with the program, the bus, the display.
pub struct Window {
    /// The page, for whatever the helpers do not cover.
    pub page: WebDriver,
    home: PathBuf,
    said: PathBuf,
    surroundings: Vec<(&'static str, OsString)>,
    driver: Group,
    _folder: tempfile::TempDir,
    _bus: Option<Bus>,
    _display: Display,
}

impl Window {
    /// The folder that stands in for the person's home.
    #[must_use]
    pub fn home(&self) -> &Path {
        &self.home
    }

    /// Waits until the program has ended by itself.
    ///
    /// # Panics
    /// When it does not.
    pub async fn ends(&self) {
        for _ in 0..200 {
            // The session answers nothing any more once its program is gone.
            if self.page.title().await.is_err() {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("the window stays open");
    }

    /// Ends the program as a power cut does: at once, without a chance to put anything away.
    pub fn cut_the_power(self) {
        self.driver.kill();
    }

    /// Starts the program a second time in the same surroundings, as a double click on a file does.
    ///
    /// # Errors
    /// Where it can't be started.
    pub fn start_again(&self, arguments: &[&str]) -> io::Result<Output> {
        Command::new(desktop()).args(arguments).envs(self.surroundings.iter().cloned()).output()
    }

    /// Presses keys as the keyboard does, so that the window's menu hears them too: `ctrl+1`.
    ///
    /// # Errors
    /// Where `xdotool` is missing, or the display knows no window.
    pub fn keyboard(&self, keys: &str) -> io::Result<()> {
        let search = ["search", "--sync", "--onlyvisible", "--class", "tickmark", "windowfocus", "--sync", "key", keys];
        let pressed = Command::new("xdotool").args(search).envs(self.surroundings.iter().cloned()).output()?;
        if pressed.status.success() {
            return Ok(());
        }
        Err(io::Error::other(String::from_utf8_lossy(&pressed.stderr).into_owned()))
    }

    /// What was said so far.
    #[must_use]
    pub fn said(&self) -> Said {
        Said::read(&self.said)
    }

    /// Closes the window and judges what was said.
    ///
    /// # Panics
    /// When the page complained on its console, or the program made a mistake.
    ///
    /// # Errors
    /// What the driver says when the session does not end.
    pub async fn close(self) -> WebDriverResult<()> {
        let Self { page, said, driver, .. } = self;
        page.quit().await?;
        drop(driver);
        let said = Said::read(&said);
        assert!(said.complaints().is_empty(), "the window complained:\n{}", said.complaints().join("\n"));
        Ok(())
    }
}

fn desktop() -> PathBuf {
    built("tickmark")
}

/// A program of the project. It stands beside the folder that holds this test.
///
/// # Panics
/// Where the test stands nowhere.
#[must_use]
pub fn built(program: &str) -> PathBuf {
    let test = env::current_exe().expect("the test's own path");
    let built = test.ancestors().nth(2).expect("a target folder");
    built.join(program)
}

/// The repository, for fixtures and the screens' own packages.
#[must_use]
pub(super) fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

/// Where pictures of the window go: beside what was built, never into the repository.
pub(super) fn pictures() -> io::Result<PathBuf> {
    let folder = desktop().with_file_name("e2e");
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// What the program sees of the computer: a display, folders and a bus of its own.
fn surroundings(display: &Display, bus: Option<&Bus>, folder: &Path) -> Vec<(&'static str, OsString)> {
    // Without a bus of its own it gets none: a program that a person has open is never spoken to.
    let no_bus = || format!("unix:path={}", folder.join("no-bus").display());
    vec![
        ("DISPLAY", display.name.clone().into()),
        ("WAYLAND_DISPLAY", OsString::new()),
        ("GDK_BACKEND", "x11".into()),
        ("NO_AT_BRIDGE", "1".into()),
        ("GSETTINGS_BACKEND", "memory".into()),
        // Pictures taken through the driver are then equal to the screen.
        ("WEBKIT_SKIA_ENABLE_CPU_RENDERING", "1".into()),
        ("DBUS_SESSION_BUS_ADDRESS", bus.map_or_else(no_bus, |bus| bus.address.clone()).into()),
        ("HOME", folder.into()),
        ("XDG_CONFIG_HOME", folder.join("config").into()),
        ("XDG_CACHE_HOME", folder.join("cache").into()),
        ("XDG_DATA_HOME", folder.join("data").into()),
        ("LANG", "C.UTF-8".into()),
        ("TZ", "UTC".into()),
    ]
}

fn driver_command(opening: &Opening, said: &Path, port: u16) -> io::Result<Command> {
    let written = File::create(said)?;
    let mut driver = Command::new("WebKitWebDriver");
    driver
        .args([format!("--port={port}"), "--host=127.0.0.1".to_owned()])
        .env("TAURI_WEBVIEW_AUTOMATION", "true")
        .env_remove("TICKMARK_DIALOG_ANSWER")
        .stdout(written.try_clone()?)
        .stderr(written);
    if let Some(answers) = &opening.answers {
        driver.env("TICKMARK_DIALOG_ANSWER", answers);
    }
    Ok(driver)
}

fn free_port() -> io::Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

fn wait_for(port: u16) {
    for _ in 0..400 {
        if TcpStream::connect(("127.0.0.1", port)).is_ok() {
            return;
        }
        std::thread::sleep(Duration::from_millis(25));
    }
}
