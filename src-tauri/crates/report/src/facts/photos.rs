use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A photograph as the report prints it: the copy made for the report, not the sealed original.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Photo {
    /// The evidence it is: `E-014`.
    pub reference: String,
    /// What is to be seen. Read aloud to whoever can't see it.
    pub caption: String,
    /// When and where it was taken and by whom, in words; may be empty.
    pub taken: String,
    /// The SHA-256 of the report's copy in hex. The attached facts hold this instead of the picture.
    pub sha256: String,
    /// Pixels from left to right.
    pub width: u32,
    /// Pixels from top to bottom.
    pub height: u32,
    /// The copy itself, a JPEG or a PNG file.
    #[serde(skip)]
    pub picture: Picture,
}

/// The bytes of a picture file. They are not part of the facts that a program reads.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Picture(pub Vec<u8>);

impl fmt::Debug for Picture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Picture({} bytes)", self.0.len())
    }
}
