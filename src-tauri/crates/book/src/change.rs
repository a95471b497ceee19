//! What one change carries besides its operations: the act, its author, its time and its reason.

use automerge::{Change, ChangeHash};
use ground::Instant;
use serde::{Deserialize, Serialize};

use crate::Author;

/// The message inside an Automerge change. Part of the hashed bytes, so it can't be altered afterwards.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Stamp {
    pub act: String,
    pub by: Author,
    /// Milliseconds since 1970, UTC. Automerge's own time is in seconds, too coarse to order a day's typing.
    pub at: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// The desk (one workspace file on one machine) that wrote it; undo goes back along one desk's own acts.
    pub desk: String,
    /// The records touched, as `kind/id`.
    #[serde(default)]
    pub records: Vec<String>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub lasting: bool,
    /// The change this one takes back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undoes: Option<String>,
    /// The undo this one takes back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub redoes: Option<String>,
}

impl Stamp {
    /// The stamp of a change; a plain one where another program wrote none.
    pub fn of(change: &Change) -> Self {
        change.message().and_then(|message| serde_json::from_str(message).ok()).unwrap_or_else(|| Self {
            act: "unknown".to_owned(),
            by: Author { person: None, name: "unknown".to_owned() },
            at: change.timestamp().saturating_mul(1000),
            why: None,
            desk: String::new(),
            records: Vec::new(),
            lasting: false,
            undoes: None,
            redoes: None,
        })
    }

    pub fn moment(&self) -> Option<Instant> {
        Instant::from_millis(self.at)
    }
}

/// The largest change taken. A person's act has a few hundred bytes; the longest text in it is far below this.
const LARGEST_CHANGE_BYTES: usize = 16 * 1024 * 1024;
/// Where a chunk of Automerge says what it is, and what it says there for a plain change.
const CHUNK_TYPE_AT: usize = 8;
const PLAIN_CHANGE: u8 = 1;

/// Reads a change from its bytes, which may be anything.
///
/// # Errors
/// What is wrong with them, to stand in a sentence.
pub(crate) fn read_change(bytes: &[u8]) -> Result<Change, String> {
    if bytes.len() > LARGEST_CHANGE_BYTES {
        return Err("one of them is larger than any act".to_owned());
    }
    // A compressed one could unpack to any size. This program writes plain ones, so nothing is lost by refusing.
    if bytes.get(CHUNK_TYPE_AT).is_some_and(|kind| *kind != PLAIN_CHANGE) {
        return Err("one of them is not a plain change".to_owned());
    }
    std::panic::catch_unwind(|| Change::try_from(bytes).map_err(|error| error.to_string()))
        .unwrap_or_else(|_| Err("one of them can’t be read".to_owned()))
}

/// A change hash as 64 hexadecimal digits.
pub(crate) fn hash_text(hash: &ChangeHash) -> String {
    hash.to_string()
}

/// Parent hashes laid end to end, 32 bytes each.
pub(crate) fn hashes_to_bytes(hashes: &[ChangeHash]) -> Vec<u8> {
    hashes.iter().flat_map(|hash| hash.0).collect()
}

/// Reads hashes laid end to end. `None` when the length is not a multiple of 32.
pub(crate) fn hashes_from_bytes(bytes: &[u8]) -> Option<Vec<ChangeHash>> {
    let (chunks, rest) = bytes.as_chunks::<32>();
    rest.is_empty().then(|| chunks.iter().map(|chunk| ChangeHash(*chunk)).collect())
}
