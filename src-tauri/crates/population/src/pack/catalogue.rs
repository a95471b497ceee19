//! The data file behind the packs.

use std::sync::LazyLock;

use serde::Deserialize;

use super::{Pack, ready};

#[derive(Deserialize)]
struct File {
    packs: Vec<Pack>,
}

// The file is part of the program and read by a test; should it ever be broken, there are no packs.
static PACKS: LazyLock<Vec<Pack>> = LazyLock::new(|| read().unwrap_or_default());

pub(super) fn packs() -> &'static [Pack] {
    &PACKS
}

pub(super) fn read() -> Result<Vec<Pack>, serde_json::Error> {
    let mut file: File = serde_json::from_str(include_str!("../../data/packs.json"))?;
    for test in file.packs.iter_mut().flat_map(|pack| &mut pack.tests) {
        test.fields = ready::fields_of(&test.rule);
    }
    Ok(file.packs)
}
