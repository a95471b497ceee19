use ground::Explain;

/// Why the criteria may refuse.
#[derive(Debug, thiserror::Error)]
pub enum CriteriaError {
    /// No such edition is built in.
    #[error("This program has no edition “{edition}”.")]
    NoEdition {
        /// What was asked for.
        edition: String,
    },
    /// The edition has no such clause.
    #[error("{standard} has no clause {clause}.")]
    NoClause {
        /// The standard.
        standard: String,
        /// What was asked for.
        clause: String,
    },
    /// A heading carries no requirement of its own.
    #[error("Clause {clause} is a heading; what can be audited stands under it.")]
    Heading {
        /// The heading.
        clause: String,
    },
}

impl Explain for CriteriaError {
    fn code(&self) -> &'static str {
        match self {
            Self::NoEdition { .. } => "criteria.no-edition",
            Self::NoClause { .. } => "criteria.no-clause",
            Self::Heading { .. } => "criteria.heading",
        }
    }
    fn remedy(&self) -> String {
        match self {
            Self::NoEdition { .. } => "Choose one of the editions that `criteria.editions` lists.",
            Self::NoClause { .. } => "Choose a clause from the tree.",
            Self::Heading { .. } => "Choose the clauses under it.",
        }
        .to_owned()
    }
}
