//! The workspaces opened lately on this computer.

use std::{fs, path::Path};

use ground::Instant;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Home;

const MOST: usize = 12;

/// A workspace opened lately.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RecentWorkspace {
    /// Where it lies.
    pub path: String,
    /// Its file name without the ending.
    pub name: String,
    /// When it was opened last.
    pub opened_at: Instant,
    /// Whether it is still there.
    #[serde(default)]
    pub exists: bool,
}

pub(crate) fn read(home: &Home) -> Vec<RecentWorkspace> {
    // A list that can't be read is no reason not to start; it fills again.
    let text = fs::read_to_string(home.recent()).unwrap_or_default();
    let mut recent: Vec<RecentWorkspace> = serde_json::from_str(&text).unwrap_or_default();
    for entry in &mut recent {
        entry.exists = Path::new(&entry.path).is_file();
    }
    recent
}

pub(crate) fn remember(home: &Home, path: &Path, now: Instant) {
    let text = path.to_string_lossy().into_owned();
    let mut recent = read(home);
    recent.retain(|entry| entry.path != text);
    let name = path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    recent.insert(0, RecentWorkspace { path: text, name, opened_at: now, exists: true });
    recent.truncate(MOST);
    write(home, &recent);
}

pub(crate) fn forget(home: &Home, path: &str) {
    let mut recent = read(home);
    recent.retain(|entry| entry.path != path);
    write(home, &recent);
}

fn write(home: &Home, recent: &[RecentWorkspace]) {
    // A convenience: failing to write it fails nothing else.
    let Ok(text) = serde_json::to_vec_pretty(recent) else { return };
    let _ = fs::create_dir_all(&home.0);
    let making = home.recent().with_extension("json.making");
    if fs::write(&making, text).is_ok() {
        let _ = fs::rename(&making, home.recent());
    }
}
