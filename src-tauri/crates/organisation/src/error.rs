use ground::{Explain, Fault};

/// Why the organisation may refuse.
#[derive(Debug, thiserror::Error)]
pub enum OrganisationError {
    /// A name is what everything else is found by.
    #[error("The {what} has no name.")]
    NoName {
        /// What was to be written.
        what: &'static str,
    },
    /// Two sites with one code could not be told apart in a report.
    #[error("The site code “{code}” is already used by {site}.")]
    CodeTaken {
        /// The code.
        code: String,
        /// The site that has it.
        site: String,
    },
    /// Criticality runs from 1 to 5.
    #[error("Criticality {given} is not on the scale from 1 to 5.")]
    CriticalityOffScale {
        /// What was given.
        given: i64,
    },
    /// Something named is not there.
    #[error("There is no {what} of that id.")]
    Unknown {
        /// What was looked for.
        what: &'static str,
    },
    /// The end lies before the beginning.
    #[error("The responsibility would end on {to}, before it begins on {from}.")]
    EndsBeforeItBegins {
        /// The first day.
        from: ground::Day,
        /// The last day.
        to: ground::Day,
    },
    /// The workspace has no organisation yet.
    #[error("This workspace has no organisation yet.")]
    None,
    /// Something broke, or the book refused.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl Explain for OrganisationError {
    fn code(&self) -> &'static str {
        match self {
            Self::NoName { .. } => "organisation.no-name",
            Self::CodeTaken { .. } => "organisation.code-taken",
            Self::CriticalityOffScale { .. } => "organisation.criticality",
            Self::Unknown { .. } => "organisation.unknown",
            Self::EndsBeforeItBegins { .. } => "organisation.dates",
            Self::None => "organisation.none",
            Self::Fault(_) => "fault",
        }
    }
    fn remedy(&self) -> String {
        match self {
            Self::NoName { .. } => "Give it a name.",
            Self::CodeTaken { .. } => "Choose another code.",
            Self::CriticalityOffScale { .. } => "Choose 1 (least) to 5 (most critical).",
            Self::Unknown { .. } => "Choose one from the list.",
            Self::EndsBeforeItBegins { .. } => "Correct one of the two days.",
            Self::None => "Start a new workspace and name the organisation.",
            Self::Fault(_) => "Try again.",
        }
        .to_owned()
    }
    fn fault(&self) -> Option<&Fault> {
        if let Self::Fault(fault) = self { Some(fault) } else { None }
    }
}

/// A name without the spaces around it; refused when nothing is left.
pub(crate) fn named(what: &'static str, name: &str) -> Result<String, OrganisationError> {
    let name = name.trim();
    if name.is_empty() {
        return Err(OrganisationError::NoName { what });
    }
    Ok(name.to_owned())
}

pub(crate) fn on_scale(criticality: i64) -> Result<i64, OrganisationError> {
    if (1..=5).contains(&criticality) {
        Ok(criticality)
    } else {
        Err(OrganisationError::CriticalityOffScale { given: criticality })
    }
}
