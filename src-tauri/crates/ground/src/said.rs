use serde::{Deserialize, Deserializer};

/// Tells “not said” from “said to be nothing”: an absent field stays `None`, `null` becomes `Some(None)`.
///
/// For `#[serde(default, deserialize_with = "ground::said")]` on an `Option<Option<T>>`.
///
/// # Errors
/// When the value is of another shape.
pub fn said<'de, T, D>(deserializer: D) -> Result<Option<Option<T>>, D::Error>
where
    T: Deserialize<'de>,
    D: Deserializer<'de>,
{
    Option::<T>::deserialize(deserializer).map(Some)
}
