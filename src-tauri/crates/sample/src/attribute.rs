use book::{Act, Kind, Record, Writing};
use ground::Id;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Sample, SampleError, Stage, mark::open};

/// The act as history names it.
pub const ADD_ATTRIBUTE: Act = Act::named("sample.add-attribute");
/// The act as history names it.
pub const CHANGE_ATTRIBUTE: Act = Act::named("sample.change-attribute");

/// One thing that every record of a sample is tested for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Attribute {
    /// Its id.
    pub id: Id<Self>,
    /// The sample.
    pub sample: Id<Sample>,
    /// Its place among the columns of the sheet.
    pub position: i64,
    /// What is tested, in a few words: `Approved before implementation`.
    pub name: String,
    /// How to tell.
    pub guidance: String,
    /// Why it is no longer tested; empty while it is.
    pub dropped_reason: String,
}

/// How the book keeps it.
pub static ATTRIBUTE: Kind = Kind {
    long_text: &["guidance"],
    searched: &["name", "guidance"],
    ..Kind::named("sample_attribute", include_str!("sql/sample_attribute.sql"))
};

impl Record for Attribute {
    const KIND: &'static Kind = &ATTRIBUTE;
    fn id(&self) -> Id<Self> {
        self.id
    }
}

/// An attribute as it is first written down.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
pub struct NewAttribute {
    /// What is tested, in a few words.
    pub name: String,
    /// How to tell.
    #[serde(default)]
    pub guidance: String,
}

/// Adds a thing that every record is tested for. Also after the draw: what is noticed at the third record has to be
/// looked for in the first two.
///
/// # Errors
/// Refuses an attribute without a name or with one that is there already, and once the sample is concluded.
pub fn add_attribute(
    writing: &mut Writing<'_>,
    sample: Id<Sample>,
    wanted: NewAttribute,
) -> Result<Attribute, SampleError> {
    let sample = open(writing, sample)?;
    let name = wanted.name.trim();
    if name.is_empty() {
        return Err(SampleError::NoName);
    }
    let others: Vec<Attribute> = writing.all()?;
    let mut position = 0;
    for other in others.iter().filter(|other| other.sample == sample.id) {
        if other.dropped_reason.is_empty() && other.name.eq_ignore_ascii_case(name) {
            return Err(SampleError::SameName { name: name.to_owned() });
        }
        position = position.max(other.position);
    }
    let attribute = Attribute {
        id: writing.new_id(),
        sample: sample.id,
        position: position + 1,
        name: name.to_owned(),
        guidance: wanted.guidance,
        dropped_reason: String::new(),
    };
    writing.put(&attribute)?;
    Ok(attribute)
}

/// Says an attribute differently, or no longer tests it, with the act's reason.
///
/// # Errors
/// Refuses an empty name, dropping without a reason once the sample is drawn, and once the sample is concluded.
pub fn change_attribute(
    writing: &mut Writing<'_>,
    attribute: Id<Attribute>,
    name: Option<String>,
    guidance: Option<String>,
    dropped: bool,
) -> Result<Attribute, SampleError> {
    let mut attribute: Attribute = writing.need(attribute)?;
    let sample = open(writing, attribute.sample)?;
    if let Some(name) = name {
        if name.trim().is_empty() {
            return Err(SampleError::NoName);
        }
        attribute.name = name.trim().to_owned();
    }
    attribute.guidance = guidance.unwrap_or(attribute.guidance);
    if dropped {
        let reason = writing.reason.map(str::trim).unwrap_or_default();
        if reason.is_empty() && sample.stage() != Stage::Planned {
            return Err(SampleError::DropNeedsReason { name: attribute.name });
        }
        let unsaid = "Not needed after all";
        attribute.dropped_reason = if reason.is_empty() { unsaid } else { reason }.to_owned();
    }
    writing.put(&attribute)?;
    Ok(attribute)
}

/// The attributes of a sample that are tested, in their order.
pub(crate) fn tested(writing: &Writing<'_>, sample: Id<Sample>) -> Result<Vec<Attribute>, SampleError> {
    let mut attributes: Vec<Attribute> = writing.all()?;
    attributes.retain(|attribute| attribute.sample == sample && attribute.dropped_reason.is_empty());
    attributes.sort_by_key(|attribute| (attribute.position, attribute.id));
    Ok(attributes)
}
