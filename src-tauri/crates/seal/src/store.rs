//! The folder in which a person's identities are kept, one file each.

use std::{
    fs,
    io::{ErrorKind, Read, Write},
    path::{Path, PathBuf},
};

use ground::{Explain, Fault, Id, Problem};

use crate::{error::SealError, identity::Identity};

/// How the file of an identity ends.
pub const IDENTITY_FILE_EXTENSION: &str = "tickidentity";
const LARGEST_FILE_BYTES: u64 = 1024 * 1024;
/// More files than this are not a person's identities.
const MOST_IDENTITIES: usize = 1000;

/// A folder of identities. It is made when the first identity is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdentityFolder {
    path: PathBuf,
}

/// What a folder of identities holds.
#[derive(Debug, Default)]
pub struct Listing {
    /// Those that can be read, in the order in which they were created.
    pub identities: Vec<Identity>,
    /// One problem for each file that can't be read.
    pub problems: Vec<Problem>,
}

impl IdentityFolder {
    /// The folder at that path, whether it exists yet or not.
    #[must_use]
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into() }
    }

    /// Reads all identities. A damaged file is told beside the others, and hides none of them.
    ///
    /// # Errors
    /// Only where the folder itself can't be read.
    pub fn list(&self) -> Result<Listing, SealError> {
        let entries = match fs::read_dir(&self.path) {
            Ok(entries) => entries,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Listing::default()),
            Err(error) => return Err(unreadable(&self.path, error).into()),
        };
        let mut paths: Vec<PathBuf> = entries
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| path.extension().is_some_and(|extension| extension == IDENTITY_FILE_EXTENSION))
            .take(MOST_IDENTITIES)
            .collect();
        paths.sort();
        let mut listing = Listing::default();
        for path in paths {
            match read(&path) {
                Ok(identity) => listing.identities.push(identity),
                Err(refusal) => listing.problems.push(named(&path, refusal.problem())),
            }
        }
        listing.identities.sort_by_key(Identity::id);
        Ok(listing)
    }

    /// The identity with that id or that name; upper and lower case are the same in a name.
    ///
    /// # Errors
    /// Refuses a reference that fits none, and a name that fits several.
    pub fn find(&self, reference: &str) -> Result<Identity, SealError> {
        let reference = reference.trim();
        let mut identities = self.list()?.identities;
        if let Ok(id) = reference.parse::<Id<Identity>>()
            && let Some(place) = identities.iter().position(|identity| identity.id() == id)
        {
            return Ok(identities.swap_remove(place));
        }
        let wanted = reference.to_lowercase();
        identities.retain(|identity| identity.name().to_lowercase() == wanted);
        match identities.len() {
            0 => Err(SealError::NoSuchIdentity { reference: reference.to_owned() }),
            1 => Ok(identities.swap_remove(0)),
            count => Err(SealError::AmbiguousIdentity { reference: reference.to_owned(), count }),
        }
    }

    /// Keeps the identity. What was kept under its id before is replaced as a whole or not at all.
    ///
    /// # Errors
    /// Only where the disk refuses.
    pub fn keep(&self, identity: &Identity) -> Result<(), SealError> {
        let text = serde_json::to_vec_pretty(identity).map_err(crate::error::bug("it could not write an identity."))?;
        let path = self.path_of(identity.id());
        let half = path.with_extension("half-written");
        fs::create_dir_all(&self.path)
            .and_then(|()| write_privately(&half, &text))
            .and_then(|()| fs::rename(&half, &path))
            .map_err(|error| {
                // What is half-written is worth nothing; that it can't be removed either changes nothing.
                let _ = fs::remove_file(&half);
                Fault::new(
                    "seal.identity-not-kept",
                    format!("The identity of {} could not be kept in {}.", identity.name(), self.path.display()),
                    "Free space on the disk or choose a folder you may write to, then try again.",
                )
                .because(error)
            })?;
        Ok(())
    }

    /// Removes the identity. What it signed stays signed.
    ///
    /// # Errors
    /// Refuses an id that is not kept here.
    pub fn remove(&self, id: Id<Identity>) -> Result<(), SealError> {
        match fs::remove_file(self.path_of(id)) {
            Ok(()) => Ok(()),
            Err(error) if error.kind() == ErrorKind::NotFound => {
                Err(SealError::NoSuchIdentity { reference: id.to_string() })
            }
            Err(error) => Err(Fault::new(
                "seal.identity-not-removed",
                format!("The identity could not be removed from {}.", self.path.display()),
                "Check that you may change the files in that folder, then try again.",
            )
            .because(error)
            .into()),
        }
    }

    fn path_of(&self, id: Id<Identity>) -> PathBuf {
        self.path.join(format!("{id}.{IDENTITY_FILE_EXTENSION}"))
    }
}

fn read(path: &Path) -> Result<Identity, SealError> {
    let mut text = Vec::new();
    fs::File::open(path)
        .and_then(|file| file.take(LARGEST_FILE_BYTES + 1).read_to_end(&mut text))
        .map_err(|error| unreadable(path, error))?;
    if text.len() as u64 > LARGEST_FILE_BYTES {
        return Err(SealError::IdentityDamaged { what: "the file is far too large".into() });
    }
    let identity: Identity =
        serde_json::from_slice(&text).map_err(|error| SealError::IdentityDamaged { what: error.to_string() })?;
    // Kept under another id it could neither be replaced nor removed.
    let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    if stem.parse::<Id<Identity>>().ok() != Some(identity.id()) {
        return Err(SealError::IdentityDamaged { what: "the file is not called by its id".into() });
    }
    Ok(identity)
}

fn unreadable(path: &Path, error: std::io::Error) -> Fault {
    Fault::new(
        "seal.identity-unreadable",
        format!("{} could not be read.", path.display()),
        "Check that you may read it, then try again.",
    )
    .because(error)
}

fn named(path: &Path, problem: Problem) -> Problem {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    Problem { message: format!("{name}: {}", problem.message), ..problem }
}

/// Writes a file that only its owner may read, and has it on the disk before it says so.
fn write_privately(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    // What a broken-off attempt left behind may have other rights, so it is not written into.
    let _ = fs::remove_file(path);
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    let mut file = options.open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}
