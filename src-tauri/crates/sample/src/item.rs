use std::collections::{BTreeMap, BTreeSet};

use book::{Kind, Reading, Record};
use evidence::Evidence;
use ground::{Fault, Id};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Attribute, Sample};

/// What was seen of one attribute of one record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// As it should be.
    Pass,
    /// Not as it should be.
    Fail,
    /// The attribute does not apply to this record. Takes a reason.
    NotApplicable,
    /// The record or its evidence could not be found. Counts as a fail.
    NotFound,
}

impl Mark {
    /// Whether it counts as a failure: what cannot be found has failed, too.
    #[must_use]
    pub const fn is_failure(self) -> bool {
        matches!(self, Self::Fail | Self::NotFound)
    }
}

/// A cell of the drawn record as the export has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Seen {
    /// The column.
    pub column: String,
    /// What stands in it.
    pub value: String,
}

/// One record that was drawn, with what was seen of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Item {
    /// Its id.
    pub id: Id<Self>,
    /// The sample.
    pub sample: Id<Sample>,
    /// Its place in the order of the draw, from 1.
    pub place: i64,
    /// The number of the record: `INC0012345`.
    pub record_id: String,
    /// Its row in the file; 0 where there is none.
    pub row: i64,
    /// Its stratum; empty where there are none.
    pub stratum: String,
    /// How often a draw by value hit it.
    pub hits: i64,
    /// Its value as a decimal; empty where none weighs.
    pub value: String,
    /// The value that was found to be right; empty until somebody looked.
    pub value_found: String,
    /// The cells of the record that the mapping names.
    #[serde(default)]
    pub seen: Vec<Seen>,
    /// What was seen, by attribute.
    pub marks: BTreeMap<Id<Attribute>, Mark>,
    /// A note, by attribute.
    pub notes: BTreeMap<Id<Attribute>, String>,
    /// Who looked, by attribute.
    pub tested_by: BTreeMap<Id<Attribute>, String>,
    /// Evidence, each as `attribute id/evidence id`.
    pub cited: BTreeSet<String>,
    /// The item that this one stands in for.
    pub replaces: Option<Id<Self>>,
    /// Why it was replaced; empty while it counts.
    pub replaced_reason: String,
}

/// How the book keeps it.
pub static ITEM: Kind = Kind {
    json: &["seen"],
    sets: &["cited"],
    maps: &["marks", "notes", "tested_by"],
    searched: &["record_id", "notes"],
    ..Kind::named("sampled_item", include_str!("sql/sampled_item.sql"))
};

impl Record for Item {
    const KIND: &'static Kind = &ITEM;
    fn id(&self) -> Id<Self> {
        self.id
    }
}

impl Item {
    /// Whether it counts: everything but what was replaced.
    #[must_use]
    pub fn counts(&self) -> bool {
        self.replaced_reason.is_empty()
    }

    /// What the record says as a whole: a failure anywhere is a failure; nothing as long as something is open.
    #[must_use]
    pub fn whole(&self, attributes: &[Attribute]) -> Option<Mark> {
        let marks: Vec<Option<Mark>> =
            attributes.iter().map(|attribute| self.marks.get(&attribute.id).copied()).collect();
        if marks.iter().flatten().any(|mark| mark.is_failure()) {
            return Some(Mark::Fail);
        }
        if marks.is_empty() || marks.iter().any(Option::is_none) {
            return None;
        }
        let applies = marks.contains(&Some(Mark::Pass));
        Some(if applies { Mark::Pass } else { Mark::NotApplicable })
    }

    /// The evidence cited for an attribute.
    pub fn cited_for(&self, attribute: Id<Attribute>) -> impl Iterator<Item = Id<Evidence>> + '_ {
        let of = format!("{attribute}/");
        self.cited.iter().filter_map(move |cited| cited.strip_prefix(&of)?.parse().ok())
    }
}

/// The items of a sample in the order of the draw, the replaced ones among them.
///
/// # Errors
/// Only when the database fails.
pub fn items_of(reading: Reading<'_>, sample: Id<Sample>) -> Result<Vec<Item>, Fault> {
    reading.records("WHERE sample = ?1 ORDER BY place, id", [sample.to_string()])
}
