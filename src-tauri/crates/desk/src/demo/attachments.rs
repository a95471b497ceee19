use base64::{Engine, engine::general_purpose::STANDARD};
use ground::Fault;

/// The files that people of the play take along as evidence.
const FILES: [(&str, &[u8]); 2] = [
    ("priority-field.png", include_bytes!("files/priority-field.png")),
    ("cooling-unit.png", include_bytes!("files/cooling-unit.png")),
];

/// The bytes of a file of the play, as base64.
pub(super) fn base64_of(name: &str) -> Result<String, Fault> {
    FILES
        .iter()
        .find(|(file, _)| *file == name)
        .map(|(_, bytes)| STANDARD.encode(bytes))
        .ok_or_else(|| Fault::bug(format!("the play has no file `{name}`")))
}
