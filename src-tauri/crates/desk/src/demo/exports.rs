//! The files that the organisation's tools export for its auditors, made anew whenever the demo is.
//!
//! Invariant: nothing but the day the demo is made for decides what is in them; two demos of one day hold the same bytes.

mod chance;
mod changes;
mod config_items;
mod deployments;
mod fitting;
mod incidents;
mod kinds;
mod lines;
mod moment;
mod names;
mod suppliers;

use ground::Fault;

use super::calendar::Calendar;

/// A file as a tool exports it.
#[derive(Debug)]
pub(super) struct Export {
    pub file_name: &'static str,
    pub text: String,
}

/// The export of that name.
pub(super) fn export(name: &str, calendar: &Calendar) -> Result<Export, Fault> {
    let (file_name, text) = match name {
        "incidents" => ("incident.csv", incidents::all(calendar)?),
        "major incidents" => ("major_incident.csv", incidents::majors(calendar)?),
        "changes" => ("change_request.csv", changes::all(calendar)?),
        "deployments" => ("pipeline-production.csv", deployments::all(calendar)?),
        "configuration items" => ("cmdb_ci.csv", config_items::all(calendar)?),
        "suppliers" => ("contract-register.csv", suppliers::all(calendar)?),
        _ => return Err(Fault::bug(format!("the play has no export `{name}`"))),
    };
    Ok(Export { file_name, text })
}

#[cfg(test)]
mod tests;
