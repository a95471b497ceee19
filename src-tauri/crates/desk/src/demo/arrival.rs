use std::path::Path;

use ground::{Fault, Problem};
use serde_json::{Value, json};

use super::{calendar::ZONE, exports::export, player::Player, scene::Arrived};
use crate::DeskError;

impl Player {
    /// Brings an export in as one does on the screen: the file is recognised, and what is proposed is taken.
    pub(super) fn bring_in(&mut self, arrived: Arrived) -> Result<Value, Problem> {
        let export = export(&arrived.export, &self.calendar)?;
        let folder = tempfile::tempdir().map_err(|error| unwritable(&std::env::temp_dir(), &error))?;
        let path = folder.path().join(export.file_name);
        std::fs::write(&path, export.text).map_err(|error| unwritable(&path, &error))?;
        let asked = json!({ "path": path, "record_type": arrived.record_type });
        let mut recognised = self.desk.call("population.recognise", asked)?.value;
        let Value::Object(mut told) = self.told(Value::Object(arrived.told))? else {
            return Err(Fault::bug("what is told of an export is no object").into());
        };
        let mut mapping = recognised["proposal"]["mapping"].take();
        for (field, column) in arrived.mapping {
            mapping[field] = Value::String(column);
        }
        told.insert("path".to_owned(), json!(path));
        told.insert("record_type".to_owned(), Value::String(arrived.record_type));
        told.insert("timezone".to_owned(), json!(ZONE));
        told.insert("shape".to_owned(), recognised["shape"].take());
        told.insert("mapping".to_owned(), mapping);
        if let tool @ Value::String(_) = recognised["proposal"]["tool"].take() {
            told.entry("tool").or_insert(tool);
        }
        Ok(self.desk.call("population.bring-in", Value::Object(told))?.value)
    }
}

fn unwritable(path: &Path, error: &std::io::Error) -> DeskError {
    DeskError::Unwritable { path: path.to_string_lossy().into_owned(), reason: error.to_string() }
}
