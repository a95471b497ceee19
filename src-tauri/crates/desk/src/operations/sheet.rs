//! Working a sample's sheet: columns, cells, notes and evidence.

use ::evidence::Evidence;
use ::sample::{
    ADD_ATTRIBUTE, Attribute, CHANGE_ATTRIBUTE, CITE, FOUND_VALUE, Item, MARK, Mark, NOTE, NewAttribute, SampleError,
    add_attribute, change_attribute, cite, found_value, mark, note,
};
use book::{Act, Writing};
use ground::{Id, Problem};
use schemars::JsonSchema;
use serde::Deserialize;

use super::sample::act;
use crate::{
    Desk, Named, Operation,
    operation::operation,
    sampled::{SampleView, SheetCell, sample_view, sheet_cell},
};

pub(super) fn operations() -> Vec<Operation> {
    vec![
        operation("sample.add-attribute", "Adds a thing that every record is tested for.", add),
        operation("sample.change-attribute", "Says differently what is tested, or no longer tests it.", change),
        operation(
            "sample.mark",
            "Writes down what was seen of one attribute of one record.",
            |desk, request: MarkIt| {
                on_item(desk, request.item, MARK, |writing| {
                    mark(writing, request.item, request.attribute, request.mark, request.note)
                })
            },
        ),
        operation("sample.note", "Writes a note to one cell, as it is typed.", |desk, request: NoteIt| {
            on_item(desk, request.item, NOTE, |writing| note(writing, request.item, request.attribute, request.text))
        }),
        operation("sample.cite", "Cites evidence in one cell, or no longer.", |desk, request: CiteIt| {
            let evidence: Id<Evidence> = request.evidence.evidence(desk.book()?.reading())?;
            on_item(desk, request.item, CITE, |writing| {
                cite(writing, request.item, request.attribute, evidence, request.cited)
            })
        }),
        operation("sample.found-value", "Writes down the value found to be right.", |desk, request: FoundValue| {
            on_item(desk, request.item, FOUND_VALUE, |writing| found_value(writing, request.item, &request.value))
        }),
    ]
}

#[derive(Debug, Deserialize, JsonSchema)]
struct Add {
    sample: Named,
    #[serde(flatten)]
    attribute: NewAttribute,
}

fn add(desk: &mut Desk, request: Add) -> Result<SampleView, Problem> {
    act(desk, &request.sample, ADD_ATTRIBUTE, None, |writing, sample| add_attribute(writing, sample, request.attribute))
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Change {
    attribute: Id<Attribute>,
    name: Option<String>,
    guidance: Option<String>,
    /// No longer tests it.
    #[serde(default)]
    dropped: bool,
    /// Why not; needed once the sample is drawn.
    reason: Option<String>,
}

fn change(desk: &mut Desk, request: Change) -> Result<SampleView, Problem> {
    let author = desk.author()?;
    let binder = desk.book()?.reading().binder_of(request.attribute)?;
    let attribute = desk.book_mut()?.act(binder, CHANGE_ATTRIBUTE, &author, request.reason.as_deref(), |writing| {
        change_attribute(writing, request.attribute, request.name, request.guidance, request.dropped)
    })?;
    sample_view(desk, attribute.sample)
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct MarkIt {
    item: Id<Item>,
    attribute: Id<Attribute>,
    /// What was seen; absent takes it back.
    mark: Option<Mark>,
    /// A note, where there is one.
    note: Option<String>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct NoteIt {
    item: Id<Item>,
    attribute: Id<Attribute>,
    text: String,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct CiteIt {
    item: Id<Item>,
    attribute: Id<Attribute>,
    evidence: Named,
    /// Whether it is cited from now on.
    cited: bool,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct FoundValue {
    item: Id<Item>,
    /// A decimal; empty takes it back.
    value: String,
}

/// Acts on one record of a sheet; answers the record and the foot of the sheet, not the whole sheet.
fn on_item(
    desk: &mut Desk,
    item: Id<Item>,
    name: Act,
    verb: impl FnOnce(&mut Writing<'_>) -> Result<Item, SampleError>,
) -> Result<SheetCell, Problem> {
    let author = desk.author()?;
    let binder = desk.book()?.reading().binder_of(item)?;
    let item = desk.book_mut()?.act(binder, name, &author, None, verb)?;
    sheet_cell(desk, &item)
}
