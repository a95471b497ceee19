use std::collections::BTreeMap;

use ground::{Explain, Problem};
use schemars::{JsonSchema, SchemaGenerator, generate::SchemaSettings};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

use crate::{Desk, DeskError};

type Run = Box<dyn Fn(&mut Desk, Value) -> Result<Value, Problem> + Send + Sync>;
type Describe = fn(&mut SchemaGenerator) -> Value;

/// One thing that a screen or a script can ask for.
pub struct Operation {
    /// Its name: `finding.raise`.
    pub name: &'static str,
    /// What it does, in one line.
    pub help: &'static str,
    run: Run,
    request: Describe,
    answer: Describe,
}

impl std::fmt::Debug for Operation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Operation").field("name", &self.name).finish_non_exhaustive()
    }
}

/// An operation as `tick operations` shows it.
#[derive(Debug, Clone, Serialize)]
pub struct OperationView {
    /// Its name.
    pub name: &'static str,
    /// What it does.
    pub help: &'static str,
    /// The JSON Schema of its request.
    pub request: Value,
    /// The JSON Schema of its answer.
    pub answer: Value,
}

/// An operation: unpack the request, act, pack the answer. If it needs an `if`, the `if` belongs in a slice.
pub(crate) fn operation<Q, A>(
    name: &'static str,
    help: &'static str,
    run: fn(&mut Desk, Q) -> Result<A, Problem>,
) -> Operation
where
    Q: DeserializeOwned + JsonSchema + 'static,
    A: Serialize + JsonSchema + 'static,
{
    Operation {
        name,
        help,
        run: Box::new(move |desk, request| {
            let request = match request {
                Value::Null => Value::Object(serde_json::Map::new()),
                request => request,
            };
            let request: Q = serde_json::from_value(request)
                .map_err(|error| DeskError::BadRequest { name: name.to_owned(), what: error.to_string() }.problem())?;
            let answer = serde_json::to_value(run(desk, request)?).map_err(ground::Fault::bug)?;
            Ok(without_nulls(answer))
        }),
        request: |generator| Value::from(generator.subschema_for::<Q>()),
        answer: |generator| Value::from(generator.subschema_for::<A>()),
    }
}

impl Operation {
    pub(crate) fn run(&self, desk: &mut Desk, request: Value) -> Result<Value, Problem> {
        (self.run)(desk, request)
    }
}

/// What is absent is left out, so that a reader has one case to think of and not two.
fn without_nulls(value: Value) -> Value {
    match value {
        Value::Object(fields) => Value::Object(
            fields
                .into_iter()
                .filter(|(_, value)| !value.is_null())
                .map(|(name, value)| (name, without_nulls(value)))
                .collect(),
        ),
        Value::Array(members) => Value::Array(members.into_iter().map(without_nulls).collect()),
        other => other,
    }
}

/// THE list of operations. IPC, `tick call`, the TypeScript client and the schemas all come from it.
#[must_use]
pub fn list() -> &'static BTreeMap<&'static str, Operation> {
    static LIST: std::sync::LazyLock<BTreeMap<&'static str, Operation>> = std::sync::LazyLock::new(|| {
        crate::operations::all().into_iter().map(|operation| (operation.name, operation)).collect()
    });
    &LIST
}

/// The JSON Schemas of all operations, with the definitions they share.
#[must_use]
pub fn schemas() -> (Vec<OperationView>, Value) {
    let mut requests = SchemaSettings::draft2020_12().into_generator();
    let views = list()
        .values()
        .map(|operation| OperationView {
            name: operation.name,
            help: operation.help,
            request: sorted((operation.request)(&mut requests)),
            answer: sorted((operation.answer)(&mut requests)),
        })
        .collect();
    let definitions = requests.take_definitions(true);
    (views, sorted(Value::Object(definitions)))
}

/// The same with its fields in order of their names. Whether serde_json keeps another order is decided by whatever
/// else is built beside this crate, and the client that is generated must not depend on that.
fn sorted(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let fields: BTreeMap<String, Value> = fields.into_iter().collect();
            Value::Object(fields.into_iter().map(|(name, value)| (name, sorted(value))).collect())
        }
        Value::Array(members) => Value::Array(members.into_iter().map(sorted).collect()),
        other => other,
    }
}
