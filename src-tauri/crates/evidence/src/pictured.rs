use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{camera::CameraNotes, picture};

/// What a picture says of itself, read when it is captured.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Pictured {
    /// Pixels from left to right, the picture standing upright.
    pub width: u32,
    /// Pixels from top to bottom, the picture standing upright.
    pub height: u32,
    /// When it was taken by the camera's own clock: `2026-03-02T14:05:11`, with a zone where the camera knew one.
    pub taken_at: Option<String>,
    /// Where it was taken, in degrees; north is positive.
    pub latitude: Option<f64>,
    /// Where it was taken, in degrees; east is positive.
    pub longitude: Option<f64>,
    /// The camera's maker and model.
    pub camera: Option<String>,
}

impl Pictured {
    /// What the bytes of a picture say; nothing where they are no picture that can be read.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let (width, height) = picture::size_of(bytes).ok()?;
        let notes = picture::sheltered(|| CameraNotes::of(bytes)).unwrap_or_default();
        let (width, height) = if notes.orientation >= 5 { (height, width) } else { (width, height) };
        let CameraNotes { taken_at, latitude, longitude, camera, .. } = notes;
        Some(Self { width, height, taken_at, latitude, longitude, camera })
    }
}
