use ground::Id;
use serde::{Serialize, de::DeserializeOwned};

/// What the book must know about one kind of record to keep it, index it and find it again.
///
/// A record is a flat struct. Its fields are registers unless they are listed here as something else.
#[derive(Debug)]
pub struct Kind {
    /// The record's name, its key in the binder and its table: `finding`.
    pub name: &'static str,
    /// `CREATE TABLE … STRICT` with its indexes. Columns are named like the fields; `id` and `binder` come first.
    pub table: &'static str,
    /// Words that people write: kept as Automerge text, so that two people's words merge.
    pub long_text: &'static [&'static str],
    /// Sets of text, each member a register of its own, so that two people's additions both stay.
    pub sets: &'static [&'static str],
    /// Maps from text to one scalar, each entry a register of its own.
    pub maps: &'static [&'static str],
    /// Structured values that are written as a whole: one register holding JSON.
    pub json: &'static [&'static str],
    /// Yes or no. SQLite has no such type, so the index must be told.
    pub flags: &'static [&'static str],
    /// Fields whose words the search finds.
    pub searched: &'static [&'static str],
    /// Fields that name a blob by its SHA-256.
    pub blobs: &'static [&'static str],
}

impl Kind {
    /// A kind of record whose fields are all plain registers; say the rest with struct update.
    #[must_use]
    pub const fn named(name: &'static str, table: &'static str) -> Self {
        Self { name, table, long_text: &[], sets: &[], maps: &[], json: &[], flags: &[], searched: &[], blobs: &[] }
    }

    pub(crate) fn is_long_text(&self, field: &str) -> bool {
        self.long_text.contains(&field)
    }
    pub(crate) fn is_set(&self, field: &str) -> bool {
        self.sets.contains(&field)
    }
    pub(crate) fn is_map(&self, field: &str) -> bool {
        self.maps.contains(&field)
    }
    pub(crate) fn is_json(&self, field: &str) -> bool {
        self.json.contains(&field)
    }
    pub(crate) fn is_flag(&self, field: &str) -> bool {
        self.flags.contains(&field)
    }
}

/// One entry in a binder.
///
/// The struct's serde form is its fields; `id` is among them and names the record. Every field that is not an
/// `Option` and not listed in the [`Kind`] as text, set, map or flag must be written when the record is made.
pub trait Record: Serialize + DeserializeOwned {
    /// How the book keeps records of this kind.
    const KIND: &'static Kind;

    /// The record's id.
    fn id(&self) -> Id<Self>;
}
