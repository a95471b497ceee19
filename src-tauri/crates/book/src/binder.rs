//! One binder in memory: its Automerge document, read and written record by record.

use std::{
    collections::{BTreeMap, BTreeSet},
    panic::AssertUnwindSafe,
};

use automerge::{
    ActorId, AutoCommit, Change, ChangeHash, ObjId, ObjType, Prop, ROOT, ReadDoc, ScalarValue, Value,
    iter::MapRangeItem,
    legacy::{Key, ObjectId, OpType},
    transaction::{CommitOptions, Transactable},
};
use ground::Fault;
use uuid::Uuid;

use crate::{
    Kind,
    change::Stamp,
    fields::{Field, Fields},
};

/// Marks a record whose making was undone. The record stays in the document, so that nothing is ever lost.
pub(crate) const GONE: &str = "~gone";

/// The binder's own entry in its document: what it is and what it is called.
pub(crate) const ABOUT: Kind = Kind::named("binder", "");

/// The document's keys are `kind/id`, laid flat: two desks that add records of a kind apart from each other
/// can't make two containers for them.
pub(crate) fn record_key(kind: &str, id: &str) -> String {
    format!("{kind}/{id}")
}

/// Kind and id of a record's key; `None` for whatever else a document from elsewhere may hold at its root.
pub(crate) fn split_key(key: &str) -> Option<(&str, &str)> {
    let (kind, id) = key.split_once('/')?;
    // Only the plain form: the same id in capitals would be a second row of the same record.
    let plain = id.len() == 36 && !id.bytes().any(|byte| byte.is_ascii_uppercase()) && Uuid::try_parse(id).is_ok();
    plain.then_some((kind, id))
}

/// Records by their key, and those of their fields that were written; a record just made may name none.
pub(crate) type TouchedFields = BTreeMap<String, BTreeSet<String>>;

/// A field with more than one value written apart.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Conflict {
    pub field: String,
    /// The values and the change each came with; the one that stands for now is the last.
    pub values: Vec<(Option<Field>, Option<ChangeHash>)>,
}

#[derive(Debug)]
pub(crate) struct Binder {
    document: AutoCommit,
    pub last_used: u64,
    pub byte_estimate: usize,
}

fn damaged() -> Fault {
    Fault::new(
        "binder.damaged",
        "A binder in this workspace can’t be read or written.",
        "Run `tick check` on the workspace, and open a backup if it says the file is damaged.",
    )
}

/// Bytes that were forged with care can pass Automerge's own checks and end in a panic of its own.
fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, Fault> {
    std::panic::catch_unwind(AssertUnwindSafe(work)).map_err(|_| damaged().because("its changes contradict each other"))
}

fn broke(error: impl std::error::Error + Send + Sync + 'static) -> Fault {
    damaged().because(error)
}

impl Binder {
    pub fn new(actor: ActorId) -> Self {
        Self { document: AutoCommit::new().with_actor(actor), last_used: 0, byte_estimate: 0 }
    }

    /// Puts the document together from a snapshot and the changes that came after it.
    pub fn load(actor: ActorId, snapshot: Option<&[u8]>, changes: Vec<Change>) -> Result<Self, Fault> {
        let document = guarded(|| -> Result<AutoCommit, automerge::AutomergeError> {
            let mut document = match snapshot {
                Some(bytes) => AutoCommit::load(bytes)?,
                None => AutoCommit::new(),
            };
            document.set_actor(actor);
            document.apply_changes_batch(changes)?;
            Ok(document)
        })?
        .map_err(broke)?;
        Ok(Self { document, last_used: 0, byte_estimate: 0 })
    }

    /// The document as one piece.
    pub fn save(&mut self) -> Result<Vec<u8>, Fault> {
        guarded(|| self.document.save())
    }

    /// Whether the document gives a change back byte for byte as it was taken in. One that was written in another way
    /// than Automerge writes it would get another hash whenever it is handed on.
    pub fn gives_back(&mut self, change: &Change) -> Result<bool, Fault> {
        guarded(|| {
            self.document.get_change_by_hash(&change.hash()).is_some_and(|back| back.raw_bytes() == change.raw_bytes())
        })
    }

    pub fn heads(&mut self) -> Vec<ChangeHash> {
        let mut heads = self.document.get_heads();
        heads.sort_unstable();
        heads
    }

    pub fn changes_since(&mut self, heads: &[ChangeHash]) -> Result<Vec<Change>, Fault> {
        guarded(|| self.document.get_changes(heads))
    }

    pub fn change(&mut self, hash: &ChangeHash) -> Option<Change> {
        self.document.get_change_by_hash(hash)
    }

    pub fn missing_parents(&mut self) -> Vec<ChangeHash> {
        self.document.get_missing_deps(&[])
    }

    /// How many changes the document holds.
    pub fn change_count(&self) -> u64 {
        self.document.stats().num_changes
    }

    fn object(&self, key: &str) -> Result<Option<ObjId>, Fault> {
        let found = self.document.get(ROOT, key).map_err(broke)?;
        Ok(found.and_then(|(value, id)| (value == Value::Object(ObjType::Map)).then_some(id)))
    }

    /// All record keys, those whose making was undone included.
    pub fn keys(&self) -> Vec<String> {
        self.document.keys(ROOT).collect()
    }

    /// The keys of one kind.
    pub fn keys_of(&self, kind: &str) -> Vec<String> {
        let first = format!("{kind}/");
        let last = format!("{kind}0");
        self.document.map_range(ROOT, first..last).map(|entry| entry.key.into_owned()).collect()
    }

    /// The fields of a record; `None` where there is none or its making was undone.
    pub fn fields(&self, key: &str) -> Result<Option<Fields>, Fault> {
        let Some(object) = self.object(key)? else { return Ok(None) };
        let (fields, hidden_by) = self.all_fields(&object)?;
        let hidden = self.is_hidden(key, &fields, hidden_by.as_ref())?;
        Ok((!hidden).then_some(fields))
    }

    /// The fields of a record as they stood at those heads.
    pub fn fields_at(&self, key: &str, heads: &[ChangeHash]) -> Result<Option<Fields>, Fault> {
        let Some((fields, hidden_by)) = self.all_fields_at(key, heads)? else { return Ok(None) };
        let hidden = self.is_hidden(key, &fields, hidden_by.as_ref())?;
        Ok((!hidden).then_some(fields))
    }

    /// The fields of a record whether it is hidden or not, and the operation that hid it.
    fn all_fields(&self, object: &ObjId) -> Result<(Fields, Option<ObjId>), Fault> {
        Self::collect(self.document.map_range(object, ..), |text| self.document.text(text))
    }

    fn all_fields_at(&self, key: &str, heads: &[ChangeHash]) -> Result<Option<(Fields, Option<ObjId>)>, Fault> {
        let found = self.document.get_at(ROOT, key, heads).map_err(broke)?;
        let Some((Value::Object(ObjType::Map), object)) = found else { return Ok(None) };
        Self::collect(self.document.map_range_at(&object, .., heads), |text| self.document.text_at(text, heads))
            .map(Some)
    }

    /// A record whose making was undone stays hidden only as long as it is what it was then. What someone else wrote
    /// in it meanwhile shows it again, because nobody's words may vanish by another's undo.
    fn is_hidden(&self, key: &str, fields: &Fields, hidden_by: Option<&ObjId>) -> Result<bool, Fault> {
        let Some(operation) = hidden_by else { return Ok(false) };
        // The act that is under way has no hash yet, so nothing can have been written since.
        let Some(hash) = self.document.hash_for_opid(operation) else { return Ok(true) };
        let then = self.all_fields_at(key, &[hash])?;
        Ok(then.is_none_or(|(then, _)| then == *fields))
    }

    fn collect<'a>(
        entries: impl Iterator<Item = MapRangeItem<'a>>,
        text: impl Fn(&ObjId) -> Result<String, automerge::AutomergeError>,
    ) -> Result<(Fields, Option<ObjId>), Fault> {
        let mut fields = Fields::new();
        let mut hidden_by = None;
        for entry in entries {
            let id = entry.id();
            match Value::from(entry.value.clone()) {
                Value::Object(ObjType::Text) => {
                    fields.insert(entry.key.into_owned(), Field::Words(text(&id).map_err(broke)?));
                }
                Value::Object(_) => {}
                Value::Scalar(scalar) => {
                    if entry.key == GONE {
                        if *scalar == ScalarValue::Boolean(true) {
                            hidden_by = Some(id);
                        }
                    } else if let Some(field) = Field::from_scalar(&scalar) {
                        fields.insert(entry.key.into_owned(), field);
                    }
                }
            }
        }
        Ok((fields, hidden_by))
    }

    /// Writes what differs between the record's fields and the wanted ones; makes the record where there is none.
    /// Returns whether anything was written.
    pub fn write(&mut self, kind: &Kind, key: &str, wanted: &Fields) -> Result<bool, Fault> {
        let mut before = Fields::new();
        let mut made = false;
        let mut wrote = false;
        let object = match self.object(key)? {
            Some(object) => {
                let (fields, hidden_by) = self.all_fields(&object)?;
                before = fields;
                if hidden_by.is_some() {
                    self.document.put(&object, GONE, false).map_err(broke)?;
                    wrote = true;
                }
                object
            }
            None => {
                made = true;
                wrote = true;
                self.document.put_object(ROOT, key, ObjType::Map).map_err(broke)?
            }
        };
        if made {
            // Every text is made with the record, so that two desks never make it apart from each other.
            for name in kind.long_text {
                if !wanted.contains_key(*name) {
                    self.words(&object, name)?;
                }
            }
        }
        for (name, field) in wanted {
            // A field that is as wanted is left alone, so that a question open on it stays open.
            if before.get(name) == Some(field) {
                continue;
            }
            if let Field::Words(words) = field {
                let old = if let Some(Field::Words(old)) = before.get(name) { old.as_str() } else { "" };
                let text = self.words(&object, name)?;
                self.splice(&text, old, words)?;
            } else if !made && !before.contains_key(name) && *field == Field::Flag(false) {
                continue;
            } else {
                self.document.put(&object, name.as_str(), field.to_scalar()).map_err(broke)?;
            }
            wrote = true;
        }
        for (name, field) in &before {
            if wanted.contains_key(name) {
                continue;
            }
            let is_member = name.split_once('/').is_some_and(|(set, _)| kind.is_set(set));
            let cleared = if is_member {
                if *field == Field::Flag(false) {
                    continue;
                }
                ScalarValue::Boolean(false)
            } else {
                ScalarValue::Null
            };
            self.document.put(&object, name.as_str(), cleared).map_err(broke)?;
            wrote = true;
        }
        Ok(wrote)
    }

    /// Hides a record whose making is undone, or shows it again.
    pub fn set_gone(&mut self, key: &str, gone: bool) -> Result<(), Fault> {
        if let Some(object) = self.object(key)? {
            self.document.put(&object, GONE, gone).map_err(broke)?;
        }
        Ok(())
    }

    /// Writes one field anew, even as it stands, so that a question open on it is settled.
    pub fn settle(&mut self, key: &str, name: &str, field: Option<&Field>) -> Result<(), Fault> {
        let Some(object) = self.object(key)? else { return Ok(()) };
        match field {
            Some(Field::Words(words)) => {
                let text = self.document.put_object(&object, name, ObjType::Text).map_err(broke)?;
                self.splice(&text, "", words)
            }
            Some(field) => self.document.put(&object, name, field.to_scalar()).map_err(broke),
            None => self.document.put(&object, name, ScalarValue::Null).map_err(broke),
        }
    }

    /// Puts one field as it is given; `None` clears it.
    pub fn put_field(&mut self, key: &str, name: &str, field: Option<&Field>) -> Result<(), Fault> {
        let Some(object) = self.object(key)? else { return Ok(()) };
        match field {
            Some(Field::Words(words)) => {
                let old = match self.document.get(&object, name).map_err(broke)? {
                    Some((Value::Object(ObjType::Text), text)) => self.document.text(&text).map_err(broke)?,
                    _ => String::new(),
                };
                let text = self.words(&object, name)?;
                self.splice(&text, &old, words)
            }
            Some(field) => self.document.put(&object, name, field.to_scalar()).map_err(broke),
            None => match self.document.get(&object, name).map_err(broke)? {
                // A text stays, emptied: putting nothing over it would drop what others type into it meanwhile.
                Some((Value::Object(ObjType::Text), text)) => {
                    let old = self.document.text(&text).map_err(broke)?;
                    self.splice(&text, &old, "")
                }
                _ => self.document.put(&object, name, ScalarValue::Null).map_err(broke),
            },
        }
    }

    fn words(&mut self, object: &ObjId, name: &str) -> Result<ObjId, Fault> {
        match self.document.get(object, name).map_err(broke)? {
            Some((Value::Object(ObjType::Text), text)) => Ok(text),
            _ => self.document.put_object(object, name, ObjType::Text).map_err(broke),
        }
    }

    /// Replaces only the part between what both texts begin and end with: what one person typed in between.
    fn splice(&mut self, text: &ObjId, old: &str, new: &str) -> Result<(), Fault> {
        let old: Vec<char> = old.chars().collect();
        let new: Vec<char> = new.chars().collect();
        let start = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
        let end = old[start..].iter().rev().zip(new[start..].iter().rev()).take_while(|(a, b)| a == b).count();
        let removed = old.len() - start - end;
        let inserted: String = new[start..new.len() - end].iter().collect();
        if removed == 0 && inserted.is_empty() {
            return Ok(());
        }
        self.document.splice_text(text, start, removed.cast_signed(), &inserted).map_err(broke)
    }

    /// Closes the change; `None` when nothing was written.
    pub fn commit(&mut self, stamp: &Stamp) -> Result<Option<Change>, Fault> {
        let message = serde_json::to_string(stamp).map_err(Fault::bug)?;
        let options = CommitOptions::default().with_message(message).with_time(stamp.at.div_euclid(1000));
        let committed = self.document.commit_with(options);
        Ok(committed.and_then(|hash| self.document.get_change_by_hash(&hash)))
    }

    /// Closes a change that writes nothing: an undo that finds all as it should be is an act all the same.
    pub fn commit_empty(&mut self, stamp: &Stamp) -> Result<Option<Change>, Fault> {
        let message = serde_json::to_string(stamp).map_err(Fault::bug)?;
        let options = CommitOptions::default().with_message(message).with_time(stamp.at.div_euclid(1000));
        let hash = self.document.empty_change(options);
        Ok(self.document.get_change_by_hash(&hash))
    }

    /// Forgets what was written since the last commit.
    pub fn roll_back(&mut self) {
        self.document.rollback();
    }

    /// The fields of a record that were written apart and differ.
    pub fn conflicts(&self, key: &str) -> Result<Vec<Conflict>, Fault> {
        let Some(object) = self.object(key)? else { return Ok(Vec::new()) };
        let open: Vec<String> = self
            .document
            .map_range(&object, ..)
            .filter(|entry| entry.conflict && entry.key != GONE)
            .map(|entry| entry.key.into_owned())
            .collect();
        // A hidden record asks nothing.
        if open.is_empty() || self.fields(key)?.is_none() {
            return Ok(Vec::new());
        }
        let mut conflicts = Vec::new();
        for name in open {
            let mut values: Vec<(Option<Field>, Option<ChangeHash>)> = Vec::new();
            for (value, id) in self.document.get_all(&object, name.as_str()).map_err(broke)? {
                let field = match value {
                    Value::Scalar(scalar) => Field::from_scalar(&scalar),
                    Value::Object(_) => self.document.text(&id).ok().map(Field::Words),
                };
                values.push((field, self.document.hash_for_opid(&id)));
            }
            // Two people who wrote the same apart from each other leave no question open.
            if values.windows(2).any(|pair| pair[0].0 != pair[1].0) {
                conflicts.push(Conflict { field: name, values });
            }
        }
        Ok(conflicts)
    }

    /// The records that a change wrote to and their fields, told from its operations: also one that only settled a
    /// question, or that wrote what was undone before the change was closed, and so shows in no comparison of states.
    pub fn touched_by(&self, change: &Change) -> TouchedFields {
        let mut touched = TouchedFields::new();
        let mut texts = BTreeSet::new();
        for operation in change.decode().operations {
            match (operation.obj, operation.key) {
                (ObjectId::Root, Key::Map(key)) => {
                    touched.entry(key.to_string()).or_default();
                }
                (ObjectId::Root, Key::Seq(_)) => {}
                (ObjectId::Id(id), key) => {
                    let object = ObjId::Id(id.counter(), id.actor().clone(), 0);
                    match key {
                        Key::Map(field) => {
                            if let Some((key, None)) = self.place_of(&object) {
                                touched.entry(key).or_default().insert(field.to_string());
                            }
                        }
                        Key::Seq(_) => {
                            texts.insert(object);
                        }
                    }
                }
            }
        }
        for text in texts {
            if let Some((key, field)) = self.place_of(&text) {
                touched.entry(key).or_default().extend(field);
            }
        }
        // The binder's own entry is no record; neither is what another program may have put at the root.
        touched.retain(|key, _| split_key(key).is_some_and(|(kind, _)| kind != ABOUT.name));
        touched
    }

    /// The registers of a record that a change set, where that is all it did to the record. Whoever knows what the
    /// record was before then knows what it became, and the document need not be asked.
    pub fn registers_set(&mut self, hash: &ChangeHash, key: &str) -> Option<Vec<(String, Option<Field>)>> {
        let change = self.document.get_change_by_hash(hash)?;
        let mut set = Vec::new();
        for operation in change.decode().operations {
            match operation.obj {
                ObjectId::Root => {
                    if matches!(&operation.key, Key::Map(made) if made == key) {
                        return None;
                    }
                }
                ObjectId::Id(id) => {
                    let (record, text) = self.place_of(&ObjId::Id(id.counter(), id.actor().clone(), 0))?;
                    if record != key {
                        continue;
                    }
                    match (operation.key, operation.action) {
                        (Key::Map(field), OpType::Put(value)) if text.is_none() && field != GONE => {
                            set.push((field.to_string(), Field::from_scalar(&value)));
                        }
                        _ => return None,
                    }
                }
            }
        }
        Some(set)
    }

    /// The record's key under which an object stands, and its field where it is not the record itself.
    fn place_of(&self, object: &ObjId) -> Option<(String, Option<String>)> {
        let mut field = None;
        for parent in self.document.parents(object).ok()? {
            let Prop::Map(name) = parent.prop else { return None };
            if parent.obj == ROOT {
                return Some((name, field));
            }
            field = Some(name);
        }
        None
    }
}
